//! Sources that other programs keep: BibTeX and CSL-JSON, put into the words of a source.
//!
//! Each entry becomes the mapping that one would have written by hand, with the places of the
//! original, and is decoded by the same field table: so the same checks apply.

pub(super) mod bibtex;
pub(super) mod csl_json;

mod language;
mod limits;

use super::Item;
use super::kinds::source::{SourceFields, SourceType};
use super::{Id, Sink};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Entry, Node, Text, Value};
use crate::files::{FileId, Span};

/// The fields of one source while they are translated.
#[derive(Default)]
struct Translated {
    known: Vec<Entry>,
    extra: Vec<Entry>,
}

impl Translated {
    /// Gives the source's field `key` the value of the field `from`; one that has a value
    /// already keeps it, and the second is kept beside it.
    fn set(&mut self, key: &str, from: &str, key_span: Span, value: Node) {
        if self.has(key) {
            self.keep(from, key_span, value);
        } else {
            self.known.push(Entry { key: key.into(), key_span, value });
        }
    }

    /// The type where it is known; else the source is a document, and its own type is kept.
    fn set_type(
        &mut self,
        written: &str,
        span: Span,
        known: Option<&str>,
        diags: &mut Diagnostics,
    ) {
        let node = |word: &str| text(span, word);
        self.set("type", "type", span, node(known.unwrap_or("document")));
        if known.is_none() {
            self.keep("original-type", span, node(written));
            let message = format!("`{written}` is no type of source");
            diags.push(
                Diagnostic::new(codes::UNKNOWN_SOURCE_TYPE, span, message)
                    .label("becomes `document`")
                    .did_you_mean(written, SourceType::WORDS.iter().copied()),
            );
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
            Some(tag) => self.set("lang", key, key_span, text(value.span, tag)),
            None => self.keep(key, key_span, value),
        }
    }

    /// The address that a DOI (Digital Object Identifier, ISO 26324) has, where no other is given.
    fn doi(&mut self, key: &str, key_span: Span, value: Node) {
        if let Some(doi) = value.text().map(str::trim).filter(|doi| !doi.is_empty()) {
            let bare = doi.find("10.").map_or(doi, |at| &doi[at..]);
            if !self.has("url") {
                let url = text(value.span, format!("https://doi.org/{}", encoded(bare)));
                self.set("url", key, key_span, url);
            }
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

/// A DOI as part of an address: it may have any character (DOI Handbook, 2.5.2).
fn encoded(doi: &str) -> String {
    let mut out = String::with_capacity(doi.len());
    for c in doi.chars() {
        match c {
            '"' | '#' | '%' | '<' | '>' | '?' | '[' | '\\' | ']' | '^' | '`' | '{'
            | '|' | '}' | ' ' => out.push_str(&format!("%{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// A person's name in the order in which it is said: in Chinese, Japanese and Korean the
/// family's first, and without a space.
fn spoken(given: &[&str], family: &str, suffix: &str) -> String {
    let given = given.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    let given: Vec<&str> = given.collect();
    if let [given] = given[..]
        && [given, family].iter().all(|name| name.chars().all(is_east_asian))
    {
        return format!("{family}{given}{suffix}");
    }
    let rest = [family.trim(), suffix.trim()].into_iter().filter(|part| !part.is_empty());
    given.into_iter().chain(rest).collect::<Vec<_>>().join(" ")
}

/// Han characters, kana and hangul.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{323af}')
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
    Some(Item { id, place, file, fields: fields.map(Box::new), prose: None })
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
