//! JSON into nodes: each value with its place.

use super::{Entry, Node, Text, Value};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span};

/// How deep lists and objects may nest.
const DEEPEST: usize = 32;

/// Reads a file's `text`. `None` where it can't be read, which has then been reported.
pub fn read(text: &str, file: FileId, diags: &mut Diagnostics) -> Option<Node> {
    // The grammar is checked first, so that the reader below need not.
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        diags.push(syntax(&error, text, file));
        return None;
    }
    let mut reader = JsonReader { text, at: 0, file, diags };
    reader.node(0)
}

fn syntax(error: &serde_json::Error, text: &str, file: FileId) -> Diagnostic {
    let before: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let mut at = (before + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    let whole = error.to_string();
    let reason = whole.split(" at line ").next().unwrap_or(&whole);
    let message = format!("this is not JSON: {reason}");
    Diagnostic::new(codes::JSON_SYNTAX, Span::new(file, at, end), message)
}

/// Walks over a text that is known to be JSON.
struct JsonReader<'t, 'd> {
    text: &'t str,
    at: usize,
    file: FileId,
    diags: &'d mut Diagnostics,
}

impl JsonReader<'_, '_> {
    /// The next byte that is neither white space nor a comma nor a colon.
    fn next(&mut self) -> u8 {
        let rest = &self.text.as_bytes()[self.at..];
        let skipped = |b: &u8| matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b',' | b':');
        self.at += rest.iter().take_while(|b| skipped(b)).count();
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// The value that comes next. Recursion is bounded by [`DEEPEST`].
    fn node(&mut self, depth: usize) -> Option<Node> {
        let first = self.next();
        let start = self.at;
        if depth > DEEPEST {
            let message = format!("nested deeper than {DEEPEST} levels");
            let span = Span::new(self.file, start, start + 1);
            self.diags.push(Diagnostic::new(codes::TOO_DEEP, span, message));
            return None;
        }
        let value = match first {
            b'[' => Value::List(self.list(depth)?),
            b'{' => Value::Map(self.map(depth)?),
            b'"' => Value::Text(Text { text: self.string().into(), plain: false }),
            _ => self.word(),
        };
        Some(Node { span: Span::new(self.file, start, self.at), value })
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Node>> {
        let mut items = Vec::new();
        self.at += 1;
        while self.next() != b']' {
            items.push(self.node(depth + 1)?);
        }
        self.at += 1;
        Some(items)
    }

    fn map(&mut self, depth: usize) -> Option<Vec<Entry>> {
        let mut entries = Vec::new();
        let mut seen = std::collections::BTreeMap::new();
        self.at += 1;
        while self.next() != b'}' {
            let start = self.at;
            let key = self.string();
            let key_span = Span::new(self.file, start, self.at);
            let value = self.node(depth + 1)?;
            if let Some(first) = seen.get(&key) {
                self.report_duplicate(&key, key_span, *first);
                continue;
            }
            seen.insert(key.clone(), key_span);
            entries.push(Entry { key: key.into(), key_span, value });
        }
        self.at += 1;
        Some(entries)
    }

    fn report_duplicate(&mut self, key: &str, span: Span, first: Span) {
        let message = format!("the key `{key}` stands here twice");
        self.diags.push(
            Diagnostic::new(codes::DUPLICATE_KEY, span, message)
                .label("second")
                .also(first, "first given here")
                .help("keep one of the two"),
        );
    }

    /// The string that begins here, escapes undone.
    fn string(&mut self) -> String {
        let bytes = &self.text.as_bytes()[self.at..];
        let mut end = 1;
        while let Some(byte) = bytes.get(end).filter(|byte| **byte != b'"') {
            end += if *byte == b'\\' { 2 } else { 1 };
        }
        let start = self.at;
        self.at = (start + end + 1).min(self.text.len());
        serde_json::from_str(&self.text[start..self.at]).unwrap_or_else(|_| {
            // The grammar has been checked, which leaves alone half of a surrogate pair.
            let message = "this is not JSON: an escape is half of a character";
            let span = Span::new(self.file, start, self.at);
            self.diags.push(Diagnostic::new(codes::JSON_SYNTAX, span, message).help(
                "write the character itself, or both its escapes: `\\ud83d\\ude00`",
            ));
            String::new()
        })
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Value {
        let rest = &self.text[self.at..];
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
        let word = &rest[..rest.find(ends).unwrap_or(rest.len())];
        self.at += word.len();
        match word {
            "null" => Value::Null,
            _ => Value::Text(Text { text: word.into(), plain: true }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Option<Node>, Diagnostics) {
        let mut diags = Diagnostics::default();
        let node = read(text, FileId(0), &mut diags);
        (node, diags)
    }

    #[test]
    fn tabs_escapes_and_surrogates_are_read() {
        let text = "[\n\t{\"a\\/b\":\"\\u00e9 \\ud83d\\ude00 \\\"\",\t\"n\" : -1.5e3,\"z\":null}\n]\n";
        let node = parse(text).0.unwrap();
        let Value::List(items) = &node.value else { panic!("{node:?}") };
        assert_eq!(items[0].get("a/b").unwrap().text(), Some("é 😀 \""));
        let number = items[0].get("n").unwrap();
        assert_eq!(&text[number.span.range()], "-1.5e3");
        assert_eq!(items[0].get("z").unwrap().value, Value::Null);
    }

    #[test]
    fn what_is_no_json_is_reported_in_its_place() {
        let (node, diags) = parse("[\n  {\"a\": é}\n]");
        assert!(node.is_none());
        assert_eq!(diags.sorted()[0].code, codes::JSON_SYNTAX);
        assert!(parse("").0.is_none());
        assert!(parse("{\"a").0.is_none());
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = "[".repeat(50_000) + &"]".repeat(50_000);
        let (node, diags) = parse(&deep);
        assert!(node.is_none());
        assert_eq!(diags.sorted()[0].code, codes::TOO_DEEP);
    }
}
