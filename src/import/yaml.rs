//! Fields as YAML.

use crate::fields::{Node, Text, Value};

/// A text in quotes, as YAML and JSON write it; signs that nobody sees are left out.
pub(super) fn quoted(text: &str) -> String {
    let is_seen = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let seen: String = text.chars().filter(is_seen).collect();
    serde_json::Value::from(seen).to_string()
}

/// A list of texts on one line.
pub(super) fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let all: Vec<String> = texts.into_iter().map(quoted).collect();
    format!("[{}]", all.join(", "))
}

/// A value behind its key, on one line.
pub(super) fn value(node: &Node) -> String {
    match &node.value {
        Value::Null | Value::Unread => "null".to_owned(),
        Value::Text(text) => scalar(text),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(value).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|entry| format!("{}: {}", quoted(&entry.key), value(&entry.value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// A word that needs no quotes is written as it was: it may be a number, or `true`.
fn scalar(text: &Text) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let begins = text.text.starts_with(|c: char| c.is_ascii_alphanumeric());
    match text.plain && begins && text.text.chars().all(is_word) {
        true => text.text.to_string(),
        false => quoted(&text.text),
    }
}

/// A key, in quotes where it needs them.
pub(super) fn key(key: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let begins = key.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_plain =
        begins && key.chars().all(is_word) && !matches!(key, "null" | "true" | "false");
    if is_plain { key.to_owned() } else { quoted(key) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::fields::yaml;
    use crate::files::FileId;

    #[test]
    fn what_is_written_is_read_again() {
        let read = |text: &str| {
            yaml::read(text, 0..text.len(), FileId(0), &mut Diagnostics::default())
                .unwrap()
        };
        let text = "a: [1, \"tr\\\"ue\\n\", {b c: NO, d: ~}]\n";
        let node = read(text);
        let again = value(&node);
        assert_eq!(again, "{\"a\": [1, \"tr\\\"ue\\n\", {\"b c\": NO, \"d\": null}]}");
        assert_eq!(value(&read(&again)), again);
        assert_eq!((key("a-b"), key("a b")), ("a-b".into(), "\"a b\"".into()));
    }
}
