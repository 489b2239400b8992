//! TOML into nodes, all syntax errors at once.

use super::{Entry, Node, Text, Value, duplicate_key};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the TOML in `range` of a file's `text`; every syntax error is reported and what
/// could be read is returned.
pub fn read(
    text: &str,
    range: Range<usize>,
    file: FileId,
    diags: &mut Diagnostics,
) -> Option<Node> {
    let base = range.start;
    let source = &text[range];
    let (table, errors) = DeTable::parse_recoverable(source);
    let failed = !errors.is_empty();
    let place = TomlText { file, base, source };
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        diags.push(place.fault(error.message(), &at));
    }
    let span = place.span(&table.span());
    (!failed).then(|| place.table(span, table.get_ref()))
}

struct TomlText<'t> {
    file: FileId,
    base: usize,
    source: &'t str,
}

impl TomlText<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }

    /// What the reader met, as a diagnostic; a key given twice is told as it is for YAML.
    fn fault(&self, reason: &str, at: &Range<usize>) -> Diagnostic {
        let span = self.span(at);
        if reason != "duplicate key" {
            let message = format!("this is not TOML: {reason}");
            return Diagnostic::new(codes::TOML_SYNTAX, span, message);
        }
        duplicate_key(&self.source[at.clone()], span)
    }

    fn table(&self, span: Span, table: &DeTable<'_>) -> Node {
        let mut entries: Vec<Entry> = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().as_ref().into(),
                key_span: self.span(&key.span()),
                value: self.node(value),
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span);
        // What the reader tells of a table is its head alone.
        let end = entries.iter().map(|entry| entry.value.span.end).max();
        let span = Span { end: span.end.max(end.unwrap_or_default()), ..span };
        Node { span, value: Value::Map(entries) }
    }

    /// TOML's own parser bounds the depth of this recursion.
    fn node(&self, value: &Spanned<DeValue<'_>>) -> Node {
        let span = self.span(&value.span());
        let value = match value.get_ref() {
            DeValue::String(text) => {
                Value::Text(Text { text: (**text).into(), plain: false })
            }
            DeValue::Array(items) => {
                let items: Vec<Node> = items.iter().map(|item| self.node(item)).collect();
                let end = items.last().map_or(span.end, |last| last.span.end);
                let span = Span { end: span.end.max(end), ..span };
                return Node { span, value: Value::List(items) };
            }
            DeValue::Table(table) => return self.table(span, table),
            // Numbers, booleans and dates are decoded from the text as it was written.
            _ => {
                let text = self.source[value.span()].trim();
                Value::Text(Text { text: text.into(), plain: true })
            }
        };
        Node { span, value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_syntax_error_is_told() {
        let text = "a = \nb = 2022-10-26\nc = 'x\n";
        let mut diags = Diagnostics::default();
        assert!(read(text, 0..text.len(), FileId(0), &mut diags).is_none());
        assert!(diags.iter().count() >= 2);
    }

    #[test]
    fn dates_and_numbers_keep_their_text() {
        let text =
            "a = 2022-10-26\nb = 012.50\n[c]\nd = true\n".replace("012.50", "12.50");
        let mut diags = Diagnostics::default();
        let node = read(&text, 0..text.len(), FileId(0), &mut diags).unwrap();
        assert_eq!(node.get("a").and_then(Node::text), Some("2022-10-26"));
        assert_eq!(node.get("b").and_then(Node::text), Some("12.50"));
        assert_eq!(node.get("c").unwrap().get("d").and_then(Node::text), Some("true"));
    }
}
