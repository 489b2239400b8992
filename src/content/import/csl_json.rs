//! CSL-JSON, as Zotero exports it (the schema `csl-data.json` of the Citation Style Language).

use super::{Translated, day, item, spoken, text};
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
        return Vec::new();
    };
    let list = node.get("items").unwrap_or(&node);
    let Value::List(items) = &list.value else {
        let message = format!("expected a list of CSL items, found {}", list.described());
        sink.diags
            .push(Diagnostic::new(codes::WRONG_SHAPE, start(list.span), message).help(
                "export the library as CSL JSON: `[{\"id\": …, \"title\": …}, …]`",
            ));
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
        return None;
    };
    let key = node.get("citation-key").or_else(|| node.get("id"));
    let key = key.and_then(|key| Some((cited_as(key.text()?), key.span)));
    let Some((id, place)) = key else {
        let message = "the item has no `id`";
        sink.diags.push(
            Diagnostic::new(codes::MISSING_FIELD, start(node.span), message)
                .help("add `\"id\": \"rte-capel\"`, by which texts cite it"),
        );
        return None;
    };
    let source = translate(node, entries, &mut sink.diags);
    item(id, place, file, Some(source), sink)
}

/// The id as texts cite it: Zotero without citation keys writes an address that ends in one.
fn cited_as(id: &str) -> &str {
    match id.rsplit_once("/items/") {
        Some((before, key)) if before.contains("://") => key,
        _ => id,
    }
}

fn translate(node: &Node, entries: &[Entry], diags: &mut Diagnostics) -> Node {
    let mut source = Translated::default();
    for first in ["URL", "author"] {
        let Some(entry) = entries.iter().find(|entry| &*entry.key == first) else {
            continue;
        };
        let (span, value) = (entry.key_span, entry.value.clone());
        match first {
            "URL" => source.set("url", first, span, value),
            _ => source.set("by", first, span, names(value)),
        }
    }
    for entry in entries.iter().filter(|entry| entry.value.value != Value::Null) {
        let (key, span, value) = (&*entry.key, entry.key_span, entry.value.clone());
        match key {
            "id" | "citation-key" | "URL" | "author" => {}
            "type" => set_type(&mut source, &value, diags),
            "title" => source.set(key, key, span, without_tags(value)),
            "publisher" | "note" => source.set(key, key, span, value),
            "annote" => source.set("note", key, span, value),
            "editor" if !source.has("by") => source.set("by", key, span, names(value)),
            "container-title" => source.set("in", key, span, without_tags(value)),
            "issued" => source.set("date", key, span, date(value)),
            "accessed" => source.set("accessed", key, span, date(value)),
            "DOI" => source.doi(key, span, value),
            "language" => source.language(key, span, value),
            _ => source.keep(key, span, value),
        }
    }
    source.finish(node.span)
}

fn set_type(source: &mut Translated, value: &Node, diags: &mut Diagnostics) {
    let written = value.text().unwrap_or_default();
    let known = SourceType::WORDS.contains(&written).then_some(written);
    source.set_type(written, value.span, known, diags);
}

/// A title without the few HTML tags that CSL allows in one (CSL-JSON, "HTML-like formatting tags").
fn without_tags(node: Node) -> Node {
    const TAGS: [&str; 11] = [
        "<i>",
        "</i>",
        "<b>",
        "</b>",
        "<sub>",
        "</sub>",
        "<sup>",
        "</sup>",
        "</span>",
        "<span class=\"nocase\">",
        "<span style=\"font-variant:small-caps;\">",
    ];
    match node.text() {
        Some(title) if title.contains('<') => {
            let mut title = title.to_owned();
            for tag in TAGS {
                title = title.replace(tag, "");
            }
            text(node.span, title)
        }
        _ => node,
    }
}

fn names(node: Node) -> Node {
    let Value::List(people) = node.value else { return node };
    Node { span: node.span, value: Value::List(people.into_iter().map(name).collect()) }
}

/// A name in the order in which it is said.
fn name(person: Node) -> Node {
    if person.entries().is_none() {
        return person;
    }
    let part = |name: &str| person.get(name).and_then(Node::text).unwrap_or_default();
    let whole = part("literal").trim();
    let given = ["given", "dropping-particle", "non-dropping-particle"].map(part);
    let spoken = spoken(&given, part("family"), part("suffix"));
    text(person.span, if whole.is_empty() { spoken } else { whole.to_owned() })
}

/// A CSL date as the text that one would have written.
fn date(node: Node) -> Node {
    if node.entries().is_none() {
        let written = node.text().map(|date| text(node.span, day(date)));
        return written.unwrap_or(node);
    }
    let season = node.get("season").and_then(Node::text);
    let circa = node.get("circa").and_then(Node::text);
    let written = match node.get("date-parts").map(|parts| &parts.value) {
        Some(Value::List(ends)) if !ends.is_empty() => {
            let ends: Vec<String> = ends.iter().map(|end| point(end, season)).collect();
            ends.join("/")
        }
        _ => {
            let raw = node.get("raw").or_else(|| node.get("literal"));
            day(raw.and_then(Node::text).unwrap_or_default()).to_owned()
        }
    };
    let doubtful = circa.is_some_and(|word| !matches!(word, "false" | "0" | ""));
    text(node.span, if doubtful { format!("{written}~") } else { written })
}

/// `[2022, 10, 26]` as `2022-10-26`; a season (1 to 4) stands for the months 21 to 24.
fn point(parts: &Node, season: Option<&str>) -> String {
    let Value::List(parts) = &parts.value else { return String::new() };
    let mut parts: Vec<String> = parts
        .iter()
        .filter_map(Node::text)
        .enumerate()
        .map(
            |(n, part)| {
                if n == 0 { format!("{part:0>4}") } else { format!("{part:0>2}") }
            },
        )
        .collect();
    if let (1, Some(season @ ("1" | "2" | "3" | "4"))) = (parts.len(), season) {
        parts.push(format!("2{season}"));
    }
    parts.join("-")
}
