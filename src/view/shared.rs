//! Small views that are made once and stand in many others.

use crate::keys::Key;
use serde::{Serialize, Serializer};
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;
use tera::Value;

/// A small view of type `T` together with the form in which templates read it; a clone shares
/// both. Unlike a [`Card`](super::Card) it can still be read here.
#[derive(Debug)]
pub struct Shared<T>(Arc<Made<T>>);

#[derive(Debug)]
struct Made<T> {
    view: T,
    value: Value,
    key: Key,
}

impl<T: Serialize + Hash> Shared<T> {
    /// Our views are structs of texts, numbers and lists, which always have a template value.
    pub(super) fn new(view: T) -> Self {
        let (value, key) = (Value::from_serializable(&view), Key::of(&view));
        Shared(Arc::new(Made { view, value, key }))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.view
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Arc::clone(&self.0))
    }
}

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.view == other.0.view
    }
}

impl<T: Eq> Eq for Shared<T> {}

impl<T> Hash for Shared<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.key.hash(state);
    }
}

impl<T> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.value.serialize(serializer)
    }
}
