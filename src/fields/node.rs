//! The tree that YAML and TOML are read into.

use crate::diag::{Diagnostic, codes};
use crate::files::Span;
use serde::{Deserialize, Serialize};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Its bytes in the file.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a node is. There are no numbers, dates or booleans: a text is decoded by the field
/// that takes it, so `NO` stays Norway and `2022` stays as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Nothing: `key:` alone, `~` or `null`.
    Null,
    /// What can't be read, which has been reported: nothing more is said of it.
    Unread,
    /// A text, a number, a date: whatever is one word or one string.
    Text(Text),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order written. Keys are unique: [`super::yaml::read`] reports others.
    Map(Vec<Entry>),
}

/// One scalar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its text, escapes undone.
    pub text: Box<str>,
    /// Whether it stands without quotes, so that it may be a number or `true`.
    pub plain: bool,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The key.
    pub key: Box<str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// Says that `key`, at `span`, was given before in the same mapping.
pub(super) fn duplicate_key(key: &str, span: Span) -> Diagnostic {
    let message = format!("the key `{key}` stands here twice");
    Diagnostic::new(codes::DUPLICATE_KEY, span, message)
        .label("second")
        .help("keep one of the two")
}

impl Node {
    /// The text, if this is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(&text.text),
            _ => None,
        }
    }

    /// Another word as it would be written in the place of this one: in quotes where this has some, as
    /// every word of TOML does.
    pub fn written_as(&self, word: &str) -> String {
        match &self.value {
            Value::Text(text) if !text.plain => format!("\"{word}\""),
            _ => word.to_owned(),
        }
    }

    /// The entries, if this is a mapping.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under `key`, if this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let entries = self.entries()?;
        entries.iter().find(|entry| &*entry.key == key).map(|entry| &entry.value)
    }

    /// What this is, in words for a message.
    pub fn described(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Unread => "what can't be read",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }
}
