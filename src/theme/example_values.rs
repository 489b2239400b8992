//! The values of an example, as a page's view would hand them over.
//!
//! Some fields of views are HTML, and TOML has no word for that: they are told by their names. What Dateline makes of a
//! link and of a date is made here too, so that an example need not write it.

use super::params;
use super::stand_in::{ROOT, escape};
use crate::fields::{Node, Value as Written};
use tera::{Map, Value};

/// The fields of views that are HTML, beside those called `html` and those whose names end in `_html`.
pub const HTML_FIELDS: [&str; 7] =
    ["spoken", "shape", "picture", "ladder", "history_line", "linked_data", "sentences"];

/// A value; `name` is that of its field or of the parameter that takes it.
pub(super) fn value(name: &str, node: &Node) -> Value {
    match &node.value {
        Written::Text(text) if is_html(name) && !text.plain => {
            Value::safe_string(&text.text)
        }
        Written::List(items) => {
            Value::from(items.iter().map(|item| value(name, item)).collect::<Vec<_>>())
        }
        Written::Map(_) => Value::from(fields(node)),
        _ => params::value(node),
    }
}

/// The fields of a table.
pub(super) fn fields(node: &Node) -> Map {
    let entries = node.entries().unwrap_or_default();
    let mut map: Map = entries
        .iter()
        .map(|entry| ((*entry.key).to_owned().into(), value(&entry.key, &entry.value)))
        .collect();
    if node.get("html").is_none() {
        let html = link(node).or_else(|| date(node));
        html.map(|html| map.insert("html".into(), Value::safe_string(&html)));
    }
    // Whatever has a name may be in another language, and says so.
    if node.get("spoken").is_none() {
        map.insert("spoken".into(), Value::safe_string(""));
    }
    map
}

fn is_html(name: &str) -> bool {
    name == "html" || name.ends_with("_html") || HTML_FIELDS.contains(&name)
}

/// Whether a table has the field `first`, and no others than these.
fn is_of(node: &Node, first: &str, others: &[&str]) -> bool {
    let mut names = node.entries().unwrap_or_default().iter().map(|entry| &*entry.key);
    node.get(first).is_some() && names.all(|name| name == first || others.contains(&name))
}

/// A table with a title and a path is a link.
fn link(node: &Node) -> Option<String> {
    if !is_of(node, "title", &["path", "spoken"]) {
        return None;
    }
    let title = escaped(node.get("title")?.text()?);
    let spoken = node.get("spoken").and_then(Node::text).unwrap_or_default();
    let path = node.get("path").and_then(Node::text);
    Some(match path {
        Some(path) => format!("<a href=\"{ROOT}{}\"{spoken}>{title}</a>", escaped(path)),
        None if !spoken.is_empty() => format!("<span{spoken}>{title}</span>"),
        None => title,
    })
}

/// A table with words, and with what machines read of them, is a date.
fn date(node: &Node) -> Option<String> {
    if !is_of(node, "words", &["machine"]) {
        return None;
    }
    let words = escaped(node.get("words")?.text()?);
    let machine = node.get("machine").and_then(Node::text);
    Some(match machine {
        Some(machine) => {
            format!("<time datetime=\"{}\">{words}</time>", escaped(machine))
        }
        None => words,
    })
}

fn escaped(text: &str) -> String {
    let mut html = Vec::with_capacity(text.len());
    // Writing to memory can't fail, and what is escaped stays UTF-8.
    let _ = escape(text, &mut html);
    String::from_utf8(html).unwrap_or_default()
}
