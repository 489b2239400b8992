//! An author's own fields, as templates read them.

use crate::fields;
use crate::keys::Key;
use serde::{Serialize, Serializer};
use std::hash::{Hash, Hasher};
use tera::Value;

/// What stands under `extra` in a file's front matter, or under `params` in `site.toml`.
#[derive(Debug, Clone)]
pub struct Extra {
    value: Value,
    key: Key,
}

impl Extra {
    pub(super) fn new(node: Option<&fields::Node>) -> Self {
        if node.is_none() {
            return Extra { value: Value::none(), key: Key::default() };
        }
        Extra::of(value(node))
    }

    /// What templates read as it is.
    pub(super) fn of(value: Value) -> Self {
        // The words of a value tell all of it: it is made of texts, numbers, lists and mappings.
        Extra { key: Key::of(&format!("{value:?}")), value }
    }
}

impl Hash for Extra {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// An author's own fields for templates: texts, lists and mappings; `true` and `false`
/// without quotes are what they say.
fn value(node: Option<&fields::Node>) -> Value {
    let Some(node) = node else { return Value::none() };
    match &node.value {
        fields::Value::Null | fields::Value::Unread => Value::none(),
        fields::Value::Text(text) => match (&*text.text, text.plain) {
            ("true", true) => Value::from(true),
            ("false", true) => Value::from(false),
            (text, _) => Value::from(text),
        },
        fields::Value::List(items) => {
            Value::from(items.iter().map(|item| value(Some(item))).collect::<Vec<_>>())
        }
        fields::Value::Map(entries) => {
            let pairs = entries.iter();
            let map: tera::Map = pairs
                .map(|entry| (entry.key.to_string().into(), value(Some(&entry.value))))
                .collect();
            Value::from(map)
        }
    }
}
