//! Cards: short views that are made once and shown on many pages.

use super::{LinkView, Shared};
use crate::keys::Key;
use crate::theme::CARD;
use serde::{Serialize, Serializer};
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use tera::Value;

/// A short view of type `T`, already in the form templates read.
///
/// Turning a struct into a template value costs more than showing it, so each item's card is
/// made once; a clone shares it. A card knows nothing of the page it is shown on, which is
/// why its links are paths from the root.
#[derive(Debug)]
pub struct Card<T> {
    value: Value,
    key: Key,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize + Hash> Card<T> {
    /// The card of `view`. Our views are structs of texts, numbers and lists, which always
    /// have a template value.
    pub fn new(view: &T) -> Self {
        let (value, key) = (Value::from_serializable(view), Key::of(view));
        Card { value, key, of: PhantomData }
    }

    /// The card of `view` with a number that no other card of the site has: its HTML is kept
    /// and shown again by the template function `kept`.
    pub fn numbered(view: &T, number: u64) -> Self {
        let value = Value::from_serializable(view);
        let mut map = value.into_map().unwrap_or_default();
        map.shift_insert(0, CARD.into(), Value::from(number));
        Card { value: Value::from(map), key: Key::of(view), of: PhantomData }
    }
}

impl<T> Card<T> {
    /// The view as templates read it.
    pub fn value(&self) -> Value {
        self.value.clone()
    }
}

impl<T> Clone for Card<T> {
    fn clone(&self) -> Self {
        Card { value: self.value.clone(), key: self.key, of: PhantomData }
    }
}

impl<T> Hash for Card<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl<T> Serialize for Card<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// The first items of a list that may be long.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct Part<T> {
    /// The items shown here.
    pub items: Vec<T>,
    /// How many there are in all.
    pub total: usize,
    /// Where the whole list is, if it is longer than what is shown here.
    pub more: Option<Shared<LinkView>>,
}

impl<T> Part<T> {
    /// A list that is shown whole.
    pub fn whole(items: Vec<T>) -> Self {
        Part { total: items.len(), items, more: None }
    }
}
