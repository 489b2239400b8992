//! Sources that other programs keep: BibTeX and CSL-JSON, put into the words of a source.
//!
//! Each entry becomes the mapping that one would have written by hand, with the places of the
//! original, and is decoded by the same field table: so the same checks apply.

pub(super) mod bibtex;
pub(super) mod csl_json;

mod language;

use super::Item;
use super::kinds::source::SourceFields;
use super::{Id, Sink};
use crate::diag::{Diagnostic, codes};
use crate::fields::{Decode, Entry, Node, Text, Value};
use crate::files::{FileId, Span};

/// The fields of one source while they are translated.
#[derive(Default)]
struct Translated {
    known: Vec<Entry>,
    extra: Vec<Entry>,
}

impl Translated {
    /// Gives the source's field `key` a value, unless it has one.
    fn set(&mut self, key: &str, key_span: Span, value: Node) {
        if !self.has(key) {
            self.known.push(Entry { key: key.into(), key_span, value });
        }
    }

    fn has(&self, key: &str) -> bool {
        self.known.iter().any(|entry| &*entry.key == key)
    }

    /// Keeps what no field of a source is for.
    fn keep(&mut self, key: &str, key_span: Span, value: Node) {
        self.extra.push(Entry { key: key.into(), key_span, value });
    }

    /// The language, where the text names one; else the text is kept.
    fn language(&mut self, key: &str, key_span: Span, value: Node) {
        match value.text().and_then(language::tag) {
            Some(tag) => self.set("lang", key_span, text(value.span, tag)),
            None => self.keep(key, key_span, value),
        }
    }

    /// The address that a DOI (Digital Object Identifier, ISO 26324) has, where no other is given.
    fn doi(&mut self, key: &str, key_span: Span, value: Node) {
        if let Some(doi) = value.text().map(str::trim).filter(|doi| !doi.is_empty()) {
            let bare = doi.find("10.").map_or(doi, |at| &doi[at..]);
            let url = text(value.span, format!("https://doi.org/{bare}"));
            self.set("url", key_span, url);
        }
        self.keep(key, key_span, value);
    }

    fn finish(mut self, span: Span) -> Node {
        if !self.extra.is_empty() {
            let value = Node { span, value: Value::Map(self.extra) };
            self.known.push(Entry { key: "extra".into(), key_span: span, value });
        }
        Node { span, value: Value::Map(self.known) }
    }
}

fn text(span: Span, text: impl Into<Box<str>>) -> Node {
    Node { span, value: Value::Text(Text { text: text.into(), plain: false }) }
}

/// The source with this id; an id that can't be one is reported.
fn item(
    id: &str,
    place: Span,
    file: FileId,
    node: Option<Node>,
    sink: &mut Sink,
) -> Option<Item<SourceFields>> {
    let Some(id) = Id::new(id) else {
        let message = format!("`{id}` can't be an id");
        sink.diags.push(
            Diagnostic::new(codes::INVALID_VALUE, place, message)
                .note("an id is not empty and has none of `[`, `]`, `|`, `#`"),
        );
        return None;
    };
    let fields = node.and_then(|node| SourceFields::decode(&node, &mut sink.diags));
    Some(Item { id, place, file, fields, prose: None })
}

/// The day of a date that has a time of day: a source is dated to the day.
fn day(date: &str) -> &str {
    let date = date.trim();
    match date.split_once(['T', ' ']) {
        Some((day, time))
            if day.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            day
        }
        _ => date,
    }
}
