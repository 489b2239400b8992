//! YAML into nodes: plain YAML only, each mistake with its place.
//!
//! Anchors, aliases, tags and merge keys are refused: they would let a record depend on
//! another out of sight, and a few lines of them can grow to gigabytes.

use super::{Entry, Node, Text, Value, duplicate_key, simple};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span};
use granit_parser::{Event, Parser, ScalarStyle, ScanError};
use std::collections::BTreeMap;
use std::ops::Range;

/// How deep lists and mappings may nest.
const DEEPEST: usize = 32;

/// Reads the YAML in `range` of a file's `text`. `None` where it can't be read at all, which
/// has then been reported; an empty text is [`Value::Null`].
pub fn read(
    text: &str,
    range: Range<usize>,
    file: FileId,
    diags: &mut Diagnostics,
) -> Option<Node> {
    let simple = simple::read(text, range.clone(), file);
    simple.or_else(|| read_any(text, range, file, diags))
}

/// Reads YAML of every sort.
pub(super) fn read_any(
    text: &str,
    range: Range<usize>,
    file: FileId,
    diags: &mut Diagnostics,
) -> Option<Node> {
    let source = &text[range.clone()];
    let mut reader = YamlReader {
        events: Parser::new_from_str(source),
        text,
        range: range.clone(),
        file,
        diags,
        magic: Vec::new(),
    };
    let read = reader.document();
    reader.report_magic();
    match read {
        Ok(node) => node,
        Err(Stop::Reported) => None,
        Err(Stop::Syntax(error)) => {
            let diagnostic = syntax(&error, text, range, file);
            diags.push(diagnostic);
            None
        }
    }
}

/// Why reading stopped.
enum Stop {
    Syntax(ScanError),
    Reported,
}

impl From<ScanError> for Stop {
    fn from(error: ScanError) -> Self {
        Stop::Syntax(error)
    }
}

struct YamlReader<'t, 'd, I: granit_parser::BorrowedInput<'t>> {
    events: Parser<'t, I>,
    text: &'t str,
    range: Range<usize>,
    file: FileId,
    diags: &'d mut Diagnostics,
    /// Where anchors, aliases, merge keys and tags stand.
    magic: Vec<(Magic, Span)>,
}

/// What YAML has and is not read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Magic {
    Alias,
    Tag,
}

impl<'t, I: granit_parser::BorrowedInput<'t>> YamlReader<'t, '_, I> {
    fn next(&mut self) -> Result<(Event<'t>, Span), Stop> {
        // The parser ends with `StreamEnd`, at which `document` stops asking.
        let Some(event) = self.events.next_event() else { return Err(Stop::Reported) };
        let (event, span) = event?;
        let bytes = span.byte_range().unwrap_or(0..0);
        let base = self.range.start;
        Ok((event, Span::new(self.file, base + bytes.start, base + bytes.end)))
    }

    fn document(&mut self) -> Result<Option<Node>, Stop> {
        let mut document = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) if document.is_some() => {
                    let message = "a second YAML document begins here";
                    let found = Diagnostic::new(codes::YAML_SYNTAX, span, message);
                    self.diags.push(found.help("keep one document in a file"));
                    return Err(Stop::Reported);
                }
                Event::DocumentStart(..) => {}
                Event::StreamEnd => {
                    let empty = Span::new(self.file, self.range.start, self.range.start);
                    return Ok(Some(
                        document.unwrap_or(Node { span: empty, value: Value::Null }),
                    ));
                }
                event => document = Some(self.node(event, span, 0)?),
            }
        }
    }

    /// The node that begins with `event`. Recursion is bounded by [`DEEPEST`].
    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<Node, Stop> {
        if depth > DEEPEST {
            self.diags.push(too_deep(span));
            return Err(Stop::Reported);
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_magic(anchor != 0, tag.is_some(), span);
                let value = match tag {
                    Some(_) => Value::Unread,
                    None => scalar(&text, style),
                };
                Ok(Node { span: self.trimmed(span, style), value })
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_magic(anchor != 0, tag.is_some(), span);
                self.list(span, depth)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_magic(anchor != 0, tag.is_some(), span);
                self.map(span, depth)
            }
            _ => {
                self.refuse_magic(true, false, span);
                Ok(Node { span, value: Value::Unread })
            }
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node, Stop> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                let span = whole(start, span, items.last().map(|item: &Node| item.span));
                return Ok(Node { span, value: Value::List(items) });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node, Stop> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = BTreeMap::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::MappingEnd {
                let last = entries.last().map(|entry| entry.value.span);
                let braced = self.text[start.range()].starts_with('{');
                let first = entries.first().filter(|_| !braced);
                let first = first.map_or(start, |entry| entry.key_span);
                let span = whole(first, span, last);
                return Ok(Node { span, value: Value::Map(entries) });
            }
            let key = self.node(event, span, depth + 1)?;
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            let Some(entry) = self.entry(key, value) else { continue };
            match seen.get(&entry.key) {
                Some(first) => self.report_duplicate(&entry, *first),
                None => {
                    seen.insert(entry.key.clone(), entry.key_span);
                    entries.push(entry);
                }
            }
        }
    }

    fn entry(&mut self, key: Node, value: Node) -> Option<Entry> {
        let Value::Text(text) = key.value else {
            let message = format!("a key has to be a word, not {}", key.described());
            self.diags.push(Diagnostic::new(codes::YAML_SYNTAX, key.span, message));
            self.diags.lose(value.span);
            return None;
        };
        if &*text.text == "<<" && text.plain {
            self.refuse_magic(true, false, key.span);
            self.diags.lose(value.span);
            return None;
        }
        Some(Entry { key: text.text, key_span: key.span, value })
    }

    fn report_duplicate(&mut self, entry: &Entry, first: Span) {
        let found = duplicate_key(&entry.key, entry.key_span);
        self.diags.push(found.also(first, "first given here"));
        self.diags.lose(entry.value.span);
    }

    fn refuse_magic(&mut self, alias: bool, tag: bool, span: Span) {
        if alias {
            self.magic.push((Magic::Alias, self.marked(span, '&')));
        }
        if tag {
            self.magic.push((Magic::Tag, self.marked(span, '!')));
        }
    }

    /// The span of the anchor or tag before the node at `span`; that of the node where none is.
    fn marked(&self, span: Span, mark: char) -> Span {
        let start = span.start as usize;
        let before = &self.text[self.range.start..start];
        let line = &before[before.rfind('\n').map_or(0, |n| n + 1)..];
        let Some(at) = line.rfind(mark) else { return span };
        let end = start - (line.len() - line.trim_end().len());
        Span::new(self.file, start - (line.len() - at), end)
    }

    /// Reports the first of each sort, with how many there are: a bomb has thousands.
    fn report_magic(&mut self) {
        for (magic, what) in [
            (Magic::Alias, "anchors, aliases and merge keys"),
            (Magic::Tag, "tags (`!…`)"),
        ] {
            let mut all = self.magic.iter().filter(|(other, _)| *other == magic);
            let Some((_, first)) = all.next() else { continue };
            let message = format!("YAML {what} are not read");
            let mut found = Diagnostic::new(codes::YAML_ALIAS, *first, message)
                .note("they make one record depend on another out of sight");
            let more = all.count();
            if more > 0 {
                found = found.note(format!("the text has {more} more of them"));
            }
            self.diags.push(
                found.help("write the value out, or put it in quotes if it is a text"),
            );
        }
    }

    /// The span without the line ends that a block or a plain text drags behind it.
    fn trimmed(&self, span: Span, style: ScalarStyle) -> Span {
        if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
            return span;
        }
        let kept = self.text[span.range()].trim_end().len();
        Span { end: span.start + kept as u32, ..span }
    }
}

/// From the first byte of `start` to the end of the collection: that of its closing bracket,
/// or of its last item where a block has none.
fn whole(start: Span, end: Span, last: Option<Span>) -> Span {
    let last = last.map_or(start.end, |last| last.end);
    let end = if end.end > end.start { end.end } else { last };
    Span { end: end.max(start.end), ..start }
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    let plain = style == ScalarStyle::Plain;
    if plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
        return Value::Null;
    }
    Value::Text(Text { text: text.into(), plain })
}

/// A syntax error as a diagnostic; the two most common slips have codes of their own.
fn syntax(
    error: &ScanError,
    text: &str,
    range: Range<usize>,
    file: FileId,
) -> Diagnostic {
    let offset = error.marker().byte_offset().unwrap_or(0);
    let at = floor_boundary(text, (range.start + offset).min(range.end));
    let line_start = text[..at].rfind('\n').map_or(0, |n| n + 1).max(range.start);
    let end = text[at..range.end].chars().next().map_or(at, |c| at + c.len_utf8());
    let span = Span::new(file, at, end);
    let info = error.info();
    if info.contains("recursion limit") {
        return too_deep(span);
    }
    tab(text, line_start, range.end, file)
        .or_else(|| colon(text, line_start, range.clone(), file))
        .unwrap_or_else(|| {
            let reason = info.split(" at ").next().unwrap_or(&info);
            let message = format!("this is not YAML: {}", in_backticks(reason));
            let found = Diagnostic::new(codes::YAML_SYNTAX, span, message);
            match in_quotes(&text[line_start..range.end]) {
                Some(line) => found.help(format!("write `{line}`")),
                None => match text[span.range()].chars().next() {
                    Some('[') => found.help("close the list with `]`"),
                    Some('{') => found.help("close the mapping with `}`"),
                    _ => found,
                },
            }
        })
}

fn too_deep(span: Span) -> Diagnostic {
    let message = format!("nested deeper than {DEEPEST} levels");
    Diagnostic::new(codes::TOO_DEEP, span, message)
        .note("no field takes anything that deep")
        .help("check for brackets that are not closed, and write it flatter")
}

/// The parser quotes with a backtick and an apostrophe.
fn in_backticks(reason: &str) -> String {
    let mut out = String::with_capacity(reason.len());
    let mut open = false;
    for c in reason.chars() {
        match c {
            '`' => open = true,
            '\'' if open => open = false,
            _ => {
                out.push(c);
                continue;
            }
        }
        out.push('`');
    }
    out
}

/// The first line of `text` with its value in quotes, where that makes it YAML and nothing else does.
fn in_quotes(text: &str) -> Option<String> {
    let line = text.lines().next()?.trim();
    let (key, value) = line.split_once(": ")?;
    let value = value.trim();
    if value.len() > 200 || value.starts_with(['[', '{', '|', '>']) {
        return None;
    }
    let key = key.trim_start_matches("- ");
    let mended = format!("{key}: '{}'", value.replace('\'', "''"));
    let is_yaml = |text: &str| Parser::new_from_str(text).all(|event| event.is_ok());
    (!is_yaml(&format!("{key}: {value}")) && is_yaml(&mended)).then_some(mended)
}

fn floor_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A tab in the indentation of the line in question or the one before it.
fn tab(text: &str, line_start: usize, end: usize, file: FileId) -> Option<Diagnostic> {
    let before = text[..line_start.saturating_sub(1)].rfind('\n').map_or(0, |n| n + 1);
    let next = text[line_start..end].find('\n').map_or(end, |n| line_start + n + 1);
    for start in [line_start, before, next] {
        let line = text[start..end].lines().next().unwrap_or_default();
        let indent = &line[..line.len() - line.trim_start().len()];
        let Some(tab) = indent.find('\t') else { continue };
        let span = Span::new(file, start + tab, start + tab + 1);
        return Some(
            Diagnostic::new(codes::YAML_TAB, span, "a tab in the indentation of YAML")
                .label("a tab")
                .note("YAML forbids tabs here, because their width is anyone's guess")
                .help("indent with two spaces"),
        );
    }
    None
}

/// A plain value with a colon in it: `title: Dublin: the office`.
fn colon(
    text: &str,
    start: usize,
    range: Range<usize>,
    file: FileId,
) -> Option<Diagnostic> {
    let line = text[start..range.end].lines().next()?;
    let (key, value) = line.split_once(": ")?;
    let value = value.trim_end();
    let second = value.find(": ").or_else(|| value.strip_suffix(':').map(str::len))?;
    if value.starts_with(['"', '\'', '[', '{', '|', '>']) {
        return None;
    }
    let from = start + key.len() + 2 + second;
    let key = key.trim_start().trim_start_matches("- ");
    let quoted = serde_yaml::to_string(value).unwrap_or_default();
    Some(
        Diagnostic::new(
            codes::YAML_COLON,
            Span::new(file, from, from + 1),
            format!("the value of `{key}` has a colon and no quotes"),
        )
        .label("YAML takes this for another key")
        .help(format!("write `{key}: {}`", quoted.trim_end())),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Option<Node>, Vec<String>) {
        let mut diags = Diagnostics::default();
        let node = read(text, 0..text.len(), FileId(0), &mut diags);
        let told =
            diags.iter().map(|d| format!("{} {}", d.code.id(), d.message)).collect();
        (node, told)
    }

    #[test]
    fn values_keep_their_text_and_place() {
        let text = "a: NO\nb: [2022, '1e3']\n";
        let (node, told) = parse(text);
        let node = node.unwrap();
        assert!(told.is_empty(), "{told:?}");
        assert_eq!(node.get("a").and_then(Node::text), Some("NO"));
        let list = node.get("b").unwrap();
        assert_eq!(&text[list.span.range()], "[2022, '1e3']");
    }

    #[test]
    fn nothing_is_null() {
        assert_eq!(parse("").0.unwrap().value, Value::Null);
        assert_eq!(parse("a:\n").0.unwrap().get("a").unwrap().value, Value::Null);
    }

    #[test]
    fn common_slips_have_codes_of_their_own() {
        assert_eq!(parse("a:\n\tb: 1\n").1, ["E0111 a tab in the indentation of YAML"]);
        let told = parse("title: Dublin: the office\n").1;
        assert_eq!(told, ["E0112 the value of `title` has a colon and no quotes"]);
        assert_eq!(parse("a: 1\na: 2\n").1, ["E0108 the key `a` stands here twice"]);
        assert_eq!(parse("a: &x [1]\nb: *x\n").1.len(), 1);
        assert!(parse("a: [1\n").1[0].starts_with("E0110"));
        assert_eq!(parse(&"[".repeat(60)).1.len(), 1);
    }

    #[test]
    fn both_yaml_readers_agree_on_plain_values() {
        let text = "a: one\nb: 'two: three'\nc: [x, \"y\\n\"]\nd: |\n  block\ne: >-\n  folded\n  text\n";
        let ours = parse(text).0.unwrap();
        let theirs: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
        for key in ["a", "b", "d", "e"] {
            assert_eq!(ours.get(key).and_then(Node::text), theirs[key].as_str(), "{key}");
        }
    }
}
