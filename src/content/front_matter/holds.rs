//! What holds a page back in other generators: it is held back here too, and said.
//!
//! Their words for it are many (`draft`, `published: false`, `headless`, `_build`), ours are `draft`, `embargo` and `expires`.
//! Where several stand in one file, each of them holds.

use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Entry, Node, Table, Text, Value};
use crate::files::Span;

/// Switches, each with the word that holds a page back; and whether any word but its opposite does.
const SWITCHES: [(&str, bool, bool); 14] = [
    ("draft", true, false),
    ("isDraft", true, false),
    ("published", false, false),
    ("publish", false, false),
    ("dg-publish", false, false),
    ("unpublished", true, false),
    ("unlisted", true, true),
    ("hidden", true, true),
    ("headless", true, true),
    ("private", true, false),
    ("render", false, true),
    ("listed", false, false),
    ("visible", false, false),
    ("public", false, false),
];

/// The switches that simply mean the same as ours, so that nothing has to be said of them.
const SAME: [&str; 3] = ["draft", "published", "publish"];

/// Fields of a state, and the states that hold a page back.
const STATES: [&str; 2] = ["status", "visibility"];
const HELD: [&str; 12] = [
    "archived",
    "draft",
    "future",
    "hidden",
    "idea",
    "internal",
    "password",
    "pending",
    "private",
    "trash",
    "unlisted",
    "unpublished",
];

/// Hugo's names of the day before which a page is not to be published, and of that from which it isn't any more.
const PUBLISH_DATES: [&str; 3] = ["publishDate", "pubDate", "published"];
const EXPIRY_DATES: [&str; 2] = ["expiryDate", "unpublishDate"];

/// The names that are looked for here.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let switches = SWITCHES.iter().map(|(name, ..)| *name);
    let dates = PUBLISH_DATES.into_iter().chain(EXPIRY_DATES);
    switches.chain(dates).chain(["_build", "build", "cascade", "permalink"])
}

/// Rewrites what holds a page back in fields of ours; `table` is that of the record.
pub(super) fn translate(
    entries: &mut Vec<Entry>,
    table: &'static Table,
    diags: &mut Diagnostics,
) {
    let knows = |name: &str| table.names().any(|known| known == name);
    if !knows("draft") {
        return;
    }
    publish_dates(entries, &knows, diags);
    for entry in entries.iter_mut() {
        if EXPIRY_DATES.contains(&&*entry.key) && !knows(&entry.key) {
            entry.key = "expires".into();
        }
    }
    let mut holder: Option<(Box<str>, Span)> = None;
    let mut first: Option<Span> = None;
    entries.retain(|entry| {
        let is_ours = knows(&entry.key) && !matches!(&*entry.key, "draft" | "private");
        let verdict = if is_ours { None } else { held(entry) };
        if verdict == Some(true) {
            if !SAME.contains(&&*entry.key) {
                diags.push(said(entry));
            }
            holder.get_or_insert((entry.key.clone(), entry.key_span));
        }
        if verdict.is_some() {
            first.get_or_insert(entry.key_span);
        }
        verdict.is_none()
    });
    let Some(place) = holder.as_ref().map(|(_, span)| *span).or(first) else { return };
    let word = if holder.is_some() { "true" } else { "false" };
    let value = Value::Text(Text { text: word.into(), plain: true });
    let value = Node { span: place, value };
    entries.push(Entry { key: "draft".into(), key_span: place, value });
}

/// What a text that means yes or no means.
fn switch(node: &Node) -> Option<bool> {
    match &*node.text()?.trim().to_ascii_lowercase() {
        "true" | "yes" | "on" | "y" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "0" => Some(false),
        _ => None,
    }
}

/// Whether a field says that the page is held back or that it isn't; `None` where it says nothing of it.
fn held(entry: &Entry) -> Option<bool> {
    let key = &*entry.key;
    if let Some((_, holds, is_strict)) = SWITCHES.iter().find(|(name, ..)| *name == key) {
        // Our own is read by its field, so that a slip in it is told.
        let is_odd =
            key == "draft" && !matches!(entry.value.text(), Some("true" | "false"));
        return match switch(&entry.value).filter(|_| !is_odd) {
            Some(word) => Some(word == *holds),
            None if *is_strict && entry.value.value != Value::Null => Some(true),
            None => None,
        };
    }
    let is_held = match key {
        "_build" | "build" => is_built_nowhere(&entry.value),
        "cascade" => cascades(&entry.value),
        "permalink" => entry.value.text() == Some("false"),
        _ if STATES.contains(&key) => {
            let state =
                entry.value.text().unwrap_or_default().trim().to_ascii_lowercase();
            HELD.contains(&state.as_str())
        }
        _ => false,
    };
    is_held.then_some(true)
}

/// Hugo's `build` says where a page is made, and where it is listed.
fn is_built_nowhere(node: &Node) -> bool {
    let word = |key: &str| node.get(key).and_then(Node::text).unwrap_or_default();
    let is_never = |word: &str| matches!(word, "never" | "false" | "link" | "local");
    match &node.value {
        Value::Map(_) => is_never(word("render")) || is_never(word("list")),
        Value::Null => false,
        _ => true,
    }
}

/// Whether Hugo's `cascade` holds back: a mapping, or a list of them.
fn cascades(node: &Node) -> bool {
    match &node.value {
        Value::Map(entries) => entries
            .iter()
            .any(|entry| &*entry.key != "cascade" && held(entry) == Some(true)),
        Value::List(items) => items.iter().any(|item| {
            let entries = item.entries().unwrap_or_default();
            entries
                .iter()
                .any(|entry| &*entry.key != "cascade" && held(entry) == Some(true))
        }),
        _ => false,
    }
}

fn said(entry: &Entry) -> Diagnostic {
    let message = format!("`{}` holds this back", entry.key);
    Diagnostic::new(codes::HELD_BACK, entry.key_span, message)
        .note("so it does in the generator that it was written for")
        .help("write `draft: true` in its place, or take the line out to publish it")
}

/// Hugo publishes nothing before its `publishDate`. Beside `date` it is an embargo; alone, both.
fn publish_dates(
    entries: &mut Vec<Entry>,
    knows: &impl Fn(&str) -> bool,
    diags: &mut Diagnostics,
) {
    let is_named = |entry: &Entry| {
        let is_date = switch(&entry.value).is_none() && entry.value.text().is_some();
        PUBLISH_DATES.contains(&&*entry.key) && !knows(&entry.key) && is_date
    };
    let Some(at) = entries.iter().position(is_named) else { return };
    let given = |key: &str| entries.iter().find(|entry| &*entry.key == key);
    let embargo = &entries[at];
    let is_needed =
        |day: &str| given(day).is_none_or(|given| is_later(&embargo.value, &given.value));
    if !is_needed("date") || !is_needed("embargo") {
        // Another name of the same day, or of an earlier one.
        return;
    }
    diags.push(
        Diagnostic::new(
            codes::HELD_BACK,
            embargo.key_span,
            format!("`{}` holds this back until its day", embargo.key),
        )
        .note("the day for which the site is made is `as_of` in `site.toml`, or `--as-of`; without one it is held back")
        .help("write it as `embargo:`, and as `date:` the day of its first publication"),
    );
    let mut embargo = entries[at].clone();
    embargo.key = "embargo".into();
    if given("date").is_some() || !knows("date") {
        entries.remove(at);
    }
    entries.retain(|entry| &*entry.key != "embargo");
    entries.push(embargo);
}

/// Whether one day is not sure to be the other or to lie before it.
fn is_later(one: &Node, other: &Node) -> bool {
    let day =
        |node: &Node| node.text().and_then(|text| Edtf::parse_moment(text.trim()).ok());
    if one.text() == other.text() {
        return false;
    }
    match (day(one), day(other)) {
        (Some(one), Some(other)) => {
            !one.is_definitely_before(&other) && one.as_edtf() != other.as_edtf()
        }
        _ => true,
    }
}
