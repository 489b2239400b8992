//! CSL-JSON, as Zotero exports it (the schema `csl-data.json` of the Citation Style Language).

use super::extra::{self, Line};
use super::{
    Imported, People, Person, Translated, csl_dates, item, markup, refused_date, spoken,
    text,
};
use crate::content::kinds::source::{SourceFields, SourceType};
use crate::content::{Item, Sink};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Entry, Node, Value, json};
use crate::files::{FileId, Span, TextFile};

/// Reads a list of items, or an object whose `items` is one.
pub(in crate::content) fn read(
    file: FileId,
    source: &TextFile,
    sink: &mut Sink,
) -> Vec<Item<SourceFields>> {
    let Some(node) = json::read(&source.text, file, &mut sink.diags) else {
        sink.diags.lose(source.whole(file));
        return Vec::new();
    };
    let list = node.get("items").unwrap_or(&node);
    let Value::List(items) = &list.value else {
        let message = format!("expected a list of CSL items, found {}", list.described());
        sink.diags
            .push(Diagnostic::new(codes::WRONG_SHAPE, start(list.span), message).help(
                "export the library as CSL JSON: `[{\"id\": …, \"title\": …}, …]`",
            ));
        sink.diags.lose(source.whole(file));
        return Vec::new();
    };
    items.iter().filter_map(|one| read_item(one, file, sink)).collect()
}

/// The first byte of a long value.
fn start(span: Span) -> Span {
    Span { end: span.end.min(span.start + 1), ..span }
}

fn read_item(node: &Node, file: FileId, sink: &mut Sink) -> Option<Item<SourceFields>> {
    let Some(entries) = node.entries() else {
        let message = format!("expected a CSL item, found {}", node.described());
        sink.diags.push(Diagnostic::new(codes::WRONG_SHAPE, node.span, message));
        sink.diags.lose(node.span);
        return None;
    };
    let (lines, notes) = notes(node);
    let own = node.get("citation-key").or_else(|| node.get("id"));
    let own = own.and_then(|key| Some((key.text()?, key.span)));
    let Some((written, place)) = own else {
        let message = "the item has no `id`";
        sink.diags.push(
            Diagnostic::new(codes::MISSING_FIELD, start(node.span), message)
                .help("add `\"id\": \"rte-capel\"`, by which texts cite it"),
        );
        sink.diags.lose(node.span);
        return None;
    };
    let id = cited_as(written);
    let imported = translate(node, entries, id, &lines, &notes, &mut sink.diags);
    item(id, place, file, Some(imported), sink)
}

/// The id as texts cite it: Zotero without citation keys writes an address that ends in one.
fn cited_as(id: &str) -> &str {
    match id.rsplit_once("/items/") {
        Some((before, key)) if before.contains("://") => key,
        _ => id,
    }
}

/// The lines of Zotero's "Extra" that are known, and what else is noted.
fn notes(node: &Node) -> (Vec<(Span, Line)>, Vec<String>) {
    let (mut lines, mut notes) = (Vec::new(), Vec::new());
    for field in ["note", "annote"] {
        let Some(note) = node.get(field) else { continue };
        let (known, rest) = extra::read(note.text().unwrap_or_default());
        lines.extend(known.into_iter().map(|line| (note.span, line)));
        notes.push(markup::plain(&rest));
    }
    (lines, notes)
}

fn translate(
    node: &Node,
    entries: &[Entry],
    id: &str,
    lines: &[(Span, Line)],
    notes: &[String],
    diags: &mut Diagnostics,
) -> Imported {
    let mut source = Translated::default();
    notes.iter().for_each(|note| source.note(note));
    extra::before(lines, &mut source, diags);
    // What is preferred to other fields for the same thing.
    let first = |entry: &&Entry| matches!(&*entry.key, "URL" | "author");
    let written = entries.iter().filter(|entry| entry.value.value != Value::Null);
    let (preferred, rest): (Vec<&Entry>, Vec<&Entry>) = written.partition(first);
    for entry in preferred.into_iter().chain(rest) {
        put(&mut source, entry, diags);
    }
    extra::after(lines, id, &mut source, diags);
    source.finish(node.span)
}

fn put(source: &mut Translated, entry: &Entry, diags: &mut Diagnostics) {
    let (key, span, value) = (&*entry.key, entry.key_span, &entry.value);
    let plain = || without_markup(value);
    match key {
        // Notes are read before, and `custom` is what programs note for themselves.
        "id" | "citation-key" | "note" | "annote" | "custom" => {}
        "URL" if value.text().is_some_and(|url| url.trim().is_empty()) => {}
        "URL" => source.address(key, span, value.clone(), diags),
        "author" => put_people(source, "by", entry, diags),
        "editor" if !source.has("by") => put_people(source, "by", entry, diags),
        key if PEOPLE.contains(&key) => put_people(source, key, entry, diags),
        "type" => set_type(source, value, diags),
        "title" | "publisher" => source.set(key, key, span, plain()),
        "container-title" => source.set("in", key, span, plain()),
        "issued" => put_date(source, "date", entry, diags),
        "accessed" => put_date(source, "accessed", entry, diags),
        "DOI" => source.doi(key, span, value.clone()),
        "language" => source.language(key, span, value.clone()),
        _ => source.keep(key, span, plain()),
    }
}

/// The variables of CSL that hold names (specification, appendix IV).
const PEOPLE: [&str; 26] = [
    "chair",
    "collection-editor",
    "compiler",
    "composer",
    "container-author",
    "contributor",
    "curator",
    "director",
    "editor",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "script-writer",
    "series-creator",
    "translator",
    "editor-translator",
];

fn put_date(
    source: &mut Translated,
    field: &str,
    entry: &Entry,
    diags: &mut Diagnostics,
) {
    let (key, span, value) = (&*entry.key, entry.key_span, &entry.value);
    // Zotero's "Extra" says it better.
    if source.has(field) {
        return;
    }
    match csl_dates::read(value) {
        Ok(Some(date)) => source.set(field, key, span, text(value.span, date)),
        Ok(None) => {}
        Err(refused) => diags.push(refused_date(value.span, refused)),
    }
}

fn set_type(source: &mut Translated, value: &Node, diags: &mut Diagnostics) {
    let written = value.text().unwrap_or_default();
    let known = SourceType::WORDS.contains(&written).then_some(written);
    source.set_type(written, value.span, known, diags);
}

/// A text without the HTML that CSL allows in one.
fn without_markup(node: &Node) -> Node {
    match node.text() {
        Some(written) if written.contains(['<', '&']) => {
            text(node.span, markup::plain(written))
        }
        _ => node.clone(),
    }
}

/// Puts the names of a field under `to` of the source.
fn put_people(source: &mut Translated, to: &str, entry: &Entry, diags: &mut Diagnostics) {
    let (key, span, value) = (&*entry.key, entry.key_span, &entry.value);
    let Value::List(all) = &value.value else {
        let message = format!("expected a list of names, found {}", value.described());
        let found = Diagnostic::new(codes::WRONG_SHAPE, value.span, message);
        diags.push(found.help(format!(
            "write `\"{key}\": [{{\"family\": \"Roe\", \"given\": \"Jane\"}}]`"
        )));
        return;
    };
    let mut people = People::default();
    for one in all {
        let name = name(one);
        if name.is_empty() {
            let message = format!("a name is missing in `{key}`");
            diags.push(Diagnostic::new(codes::INVALID_NAME, one.span, message).help(
                "write `{\"family\": \"Roe\", \"given\": \"Jane\"}`, or leave it out",
            ));
        } else {
            people.add(Person::of(name));
        }
    }
    if people.is_empty() {
        return;
    }
    let list = people.list(value.span);
    if to == "by" {
        source.set(to, key, span, list);
    } else {
        source.keep(to, span, list);
    }
}

/// A name in the order in which it is said.
fn name(person: &Node) -> String {
    if let Some(written) = person.text() {
        return markup::plain(written.trim());
    }
    let part = |name: &str| person.get(name).and_then(Node::text).unwrap_or_default();
    let whole = part("literal").trim();
    let given = ["given", "dropping-particle", "non-dropping-particle"].map(part);
    let said = spoken(&given, part("family"), part("suffix"));
    markup::plain(if whole.is_empty() { &said } else { whole })
}
