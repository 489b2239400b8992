//! What Hugo, Zola, Jekyll and Obsidian call the fields of an article, in our words.
//!
//! Names that simply mean the same stand in the field table (`also`). Here is what depends on
//! the value: where two generators use one name for different things, the value decides. What
//! has no meaning here is dropped with a warning, because it is lost.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Entry, Node, Text, Value};

/// Fields of other generators that say how a page is built, not what it says.
const NO_MEANING: [&str; 17] = [
    "layout",
    "template",
    "weight",
    "permalink",
    "url",
    "cssclass",
    "cssclasses",
    "publish",
    "path",
    "in_search_index",
    "insert_anchor_links",
    "sitemap",
    "outputs",
    "markup",
    "linkTitle",
    "comments",
    "render",
];

/// Rewrites the fields of another generator in place.
pub(in crate::content) fn translate(node: &mut Node, diags: &mut Diagnostics) {
    let Value::Map(entries) = &mut node.value else { return };
    lift_taxonomies(entries);
    for entry in entries.iter_mut() {
        translate_published(entry);
        translate_draft(entry);
    }
    merge_categories(entries);
    entries.retain(|entry| {
        let lost = NO_MEANING.contains(&&*entry.key) || is_foreign_type(entry);
        if lost {
            report_lost(entry, diags);
        }
        !lost
    });
}

/// Zola's `[taxonomies]` holds tags and categories; ours stand at the top.
fn lift_taxonomies(entries: &mut Vec<Entry>) {
    let Some(at) = entries.iter().position(|entry| &*entry.key == "taxonomies") else {
        return;
    };
    if !matches!(entries[at].value.value, Value::Map(_)) {
        return;
    }
    if let Value::Map(inner) = entries.remove(at).value.value {
        entries.extend(inner);
    }
}

/// `published: true|false` is Jekyll's switch; a date is the day of publication.
fn translate_published(entry: &mut Entry) {
    if !matches!(&*entry.key, "published" | "publishDate" | "pubDate") {
        return;
    }
    match entry.value.text() {
        Some("true") => set(entry, "draft", "false"),
        Some("false") => set(entry, "draft", "true"),
        _ => entry.key = "date".into(),
    }
}

fn set(entry: &mut Entry, key: &str, word: &str) {
    entry.key = key.into();
    entry.value.value = Value::Text(Text { text: word.into(), plain: true });
}

/// Obsidian writes a checkbox as a text.
fn translate_draft(entry: &mut Entry) {
    if &*entry.key == "draft"
        && let Value::Text(text) = &mut entry.value.value
        && matches!(&*text.text, "true" | "false")
    {
        text.plain = true;
    }
}

/// Categories and tags both given become one list of tags.
fn merge_categories(entries: &mut Vec<Entry>) {
    let at = |name: &str| entries.iter().position(|entry| &*entry.key == name);
    let (Some(tags), Some(categories)) = (at("tags"), at("categories")) else { return };
    let more = entries[categories].value.clone();
    let items = |node: &Node| match &node.value {
        Value::List(items) => items.clone(),
        Value::Null => Vec::new(),
        _ => vec![node.clone()],
    };
    let mut all = items(&entries[tags].value);
    all.extend(items(&more));
    entries[tags].value.value = Value::List(all);
    entries.remove(categories);
}

/// Hugo's `type` names a folder of layouts (`posts`), not a sort of text.
fn is_foreign_type(entry: &Entry) -> bool {
    &*entry.key == "type"
        && matches!(entry.value.text(), Some("post" | "posts" | "page" | "blog" | "note"))
}

fn report_lost(entry: &Entry, diags: &mut Diagnostics) {
    let message = format!("`{}` has no meaning here and is left out", entry.key);
    diags.push(
        Diagnostic::new(codes::FOREIGN_FIELD, entry.key_span, message)
            .note("it tells another generator how to build the page")
            .help("take the line out, or put it under `extra:` for your templates"),
    );
}
