//! Sources that other programs keep: BibTeX and CSL-JSON, put into the words of a source.
//!
//! Each entry becomes the mapping that one would have written by hand, with the places of the
//! original, and is decoded by the same field table: so the same checks apply.

pub(super) mod bibtex;
pub(super) mod csl_json;

mod csl_dates;
mod dates;
mod extra;
mod language;
mod markup;
mod months;
mod scripts;

use super::Item;
use super::doi::Doi;
use super::kinds::common::Private;
use super::kinds::source::{ET_AL, SourceFields, SourceType};
use super::{Id, Sink};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Entry, Node, Text, Value, report_hidden, report_hidden_in};
use crate::files::{FileId, Span};
use crate::markdown;
use dates::Refused;

/// A source that was translated: what it says, and the notes that came with it.
struct Imported {
    node: Node,
    notes: String,
}

/// A person, or word of more of them.
enum Person {
    Named(String),
    /// A person whose name ends in "et al.".
    AndOthers(String),
    Others,
}

impl Person {
    /// Who is meant by a name that may end in "et al.".
    fn of(name: String) -> Self {
        if is_others(&name) {
            return Person::Others;
        }
        let first = name.strip_suffix("et al.").or(name.strip_suffix("et al"));
        match first.filter(|first| first.ends_with(' ')) {
            Some(first) => {
                Person::AndOthers(first.trim_end().trim_end_matches(',').to_owned())
            }
            None => Person::Named(name),
        }
    }
}

/// The people of one field.
#[derive(Default)]
struct People {
    names: Vec<String>,
    others: bool,
}

impl People {
    fn add(&mut self, person: Person) {
        match person {
            Person::Named(name) => self.names.push(name),
            Person::AndOthers(name) => {
                self.names.push(name);
                self.others = true;
            }
            Person::Others => self.others = true,
        }
    }

    fn is_empty(&self) -> bool {
        self.names.is_empty() && !self.others
    }

    /// The names as a list; that there are others stands behind them.
    fn list(self, span: Span) -> Node {
        let others = self.others.then(|| ET_AL.to_owned());
        let names = self.names.into_iter().chain(others).map(|name| text(span, name));
        Node { span, value: Value::List(names.collect()) }
    }
}

/// Whether a text says that there are others, and names nobody.
fn is_others(text: &str) -> bool {
    let word: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    ["others", "etal", "andothers"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// What is wrong with a date.
fn refused_date(place: Span, refused: Refused) -> Diagnostic {
    Diagnostic::new(codes::INVALID_DATE, place, refused.reason).help(refused.help)
}

/// The fields of one source while they are translated.
#[derive(Default)]
struct Translated {
    known: Vec<Entry>,
    extra: Vec<Entry>,
    aliases: Vec<Node>,
    notes: Vec<String>,
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

    /// Adds a note of whoever made the bibliography.
    fn note(&mut self, note: &str) {
        if !note.trim().is_empty() {
            self.notes.push(note.trim().to_owned());
        }
    }

    /// Another id of the source.
    fn alias(&mut self, place: Span, id: &str, diags: &mut Diagnostics) {
        if is_citable(id) {
            self.aliases.push(text(place, id));
        } else {
            diags.push(uncitable(id, place));
        }
    }

    /// The address; a field that holds two is nobody's.
    fn address(
        &mut self,
        key: &str,
        key_span: Span,
        value: Node,
        diags: &mut Diagnostics,
    ) {
        let written = value.text().unwrap_or_default();
        let parts = written.split(|c: char| c.is_whitespace() || matches!(c, ';' | ','));
        let is_address = |part: &&str| {
            let part = part.trim_start_matches("\\url{").trim_start_matches('<');
            part.starts_with("http://") || part.starts_with("https://")
        };
        if parts.filter(is_address).count() > 1 {
            let message = format!("`{key}` holds more than one address");
            let found = Diagnostic::new(codes::INVALID_VALUE, value.span, message);
            diags.push(found.help("keep the one that leads to this source"));
            return;
        }
        self.set("url", key, key_span, value);
    }

    /// The language, where the text names one; else the text is kept.
    fn language(&mut self, key: &str, key_span: Span, value: Node) {
        match value.text().and_then(language::tag) {
            Some(tag) => self.set("lang", key, key_span, text(value.span, tag)),
            None => self.keep(key, key_span, value),
        }
    }

    /// The Digital Object Identifier; what is none is kept as it is.
    fn doi(&mut self, key: &str, key_span: Span, value: Node) {
        match value.text().and_then(Doi::find) {
            Some(_) => self.set("doi", key, key_span, value),
            None => self.keep(key, key_span, value),
        }
    }

    fn finish(mut self, span: Span) -> Imported {
        if !self.aliases.is_empty() {
            let value = Node { span, value: Value::List(self.aliases) };
            self.known.push(Entry { key: "aliases".into(), key_span: span, value });
        }
        if !self.extra.is_empty() {
            let value = Node { span, value: Value::Map(self.extra) };
            self.known.push(Entry { key: "extra".into(), key_span: span, value });
        }
        let node = Node { span, value: Value::Map(self.known) };
        Imported { node, notes: self.notes.join("\n\n") }
    }
}

/// A person's name in the order in which it is said: in Chinese, Japanese and Korean the
/// family's first, and without a space.
fn spoken(given: &[&str], family: &str, suffix: &str) -> String {
    let given = given.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    let given: Vec<&str> = given.collect();
    let family = family.trim();
    if let [given] = given[..]
        && !family.is_empty()
        && [given, family].iter().all(|name| name.chars().all(is_east_asian))
    {
        return format!("{family}{given}{suffix}");
    }
    let rest = [family, suffix.trim()].into_iter().filter(|part| !part.is_empty());
    given.into_iter().chain(rest).collect::<Vec<_>>().join(" ")
}

/// Han characters, kana and hangul.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{323af}')
}

fn text(span: Span, text: impl Into<Box<str>>) -> Node {
    Node { span, value: Value::Text(Text { text: text.into(), plain: false }) }
}

/// Whether texts can cite a source by this id. A number cites one of the sources of an article.
fn is_citable(id: &str) -> bool {
    Id::new(id).is_some() && !is_number(id) && markdown::is_citation_key(id)
}

fn is_number(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_digit())
}

/// The source with this id; an id by which no text could cite it is reported.
fn item(
    id: &str,
    place: Span,
    file: FileId,
    imported: Option<Imported>,
    sink: &mut Sink,
) -> Option<Item<SourceFields>> {
    if !is_citable(id) {
        sink.diags.push(uncitable(id, place));
        sink.diags.lose(place);
    }
    let id = Id::new(id)?;
    report_hidden_in(id.as_str(), |_| place, &mut sink.diags);
    if let Some(imported) = &imported {
        report_hidden(&imported.node, &mut sink.diags);
    }
    let fields = imported.and_then(|imported| {
        let mut fields = SourceFields::decode(&imported.node, &mut sink.diags)?;
        let notes = Some(imported.notes).filter(|notes| !notes.is_empty());
        fields.item.common.private = notes.map(Private::Notes);
        Some(fields)
    });
    Some(Item { id, place, file, fields: fields.map(Box::new), prose: None })
}

fn uncitable(id: &str, place: Span) -> Diagnostic {
    let found = |message: String| Diagnostic::new(codes::UNCITABLE_KEY, place, message);
    if id.trim().is_empty() {
        return found("the key is empty".into()).help("write a key such as `roe-2022`");
    }
    let message = format!("`[@{id}]` would not cite `{id}`");
    if is_number(id) {
        return found(message)
            .note("a number cites one of the sources that an article lists")
            .help(format!("write a key with a letter in it, such as `s{id}`"));
    }
    let found = found(message).note(
        "a key has letters, digits and `_`, and between them one at a time of \
         `: . # $ % & - + ? < > ~ /`",
    );
    match fitting(id) {
        fit if fit.is_empty() => found.help("write a key such as `roe-2022`"),
        fit => found.help(format!("write `{fit}`, or another key")),
    }
}

/// A key out of one that is none: what it can't have becomes a hyphen.
fn fitting(id: &str) -> String {
    let mut key = String::with_capacity(id.len());
    for c in id.chars() {
        match c {
            c if c.is_alphanumeric() || c == '_' => key.push(c),
            _ if !key.is_empty() && !key.ends_with('-') => key.push('-'),
            _ => {}
        }
    }
    key.truncate(key.trim_end_matches('-').len());
    key
}
