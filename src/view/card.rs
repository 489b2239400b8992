//! Cards: small views that are made once and shown on many pages.

use super::LinkView;
use crate::theme::{CARD, TemplateData};
use serde::{Serialize, Serializer};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
use tera::Value;

/// A small view of type `T`, with the form in which templates read it; a clone shares both.
///
/// Turning a struct into a template's value costs more than showing it, so that is done once, and
/// only where the card is shown. A card knows nothing of the page it is shown on, which is
/// why its links are paths from the root.
#[derive(Debug)]
pub struct Card<T>(Arc<Contents<T>>);

#[derive(Debug)]
struct Contents<T> {
    number: CardNumber,
    view: T,
    value: OnceLock<Value>,
}

impl<T> Card<T> {
    /// The card of `view`.
    pub fn new(view: T) -> Self {
        Card::numbered(CardNumber::default(), view)
    }

    /// The card of `view`, which has this number.
    pub(super) fn numbered(number: CardNumber, view: T) -> Self {
        Card(Arc::new(Contents { number, view, value: OnceLock::new() }))
    }
}

impl<T: Serialize + Send + Sync> Card<T> {
    /// The view as templates read it.
    pub fn value(&self) -> &Value {
        // Our views are structs of texts, numbers and lists, which always have a value.
        self.0.value.get_or_init(|| Value::from_serializable(&self.0.view))
    }

    /// The view as the template of a component is given it.
    pub(super) fn data(&self) -> &dyn TemplateData {
        &self.0.view
    }
}

impl<T> Deref for Card<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.view
    }
}

impl<T> Clone for Card<T> {
    fn clone(&self) -> Self {
        Card(Arc::clone(&self.0))
    }
}

impl<T: PartialEq> PartialEq for Card<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.view == other.0.view
    }
}

impl<T: Eq> Eq for Card<T> {}

impl<T: Serialize + Send + Sync + 'static> Serialize for Card<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return self.value().serialize(serializer);
        }
        // What walks through a page finds it by its number.
        match self.0.number.0.map(u32::try_from) {
            Some(Ok(number)) => serializer.serialize_unit_variant(CARD, number, CARD),
            Some(Err(_)) | None => self.0.view.serialize(serializer),
        }
    }
}

/// What tells a card from all others of the site: its HTML is kept under this number by the
/// template function `kept`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CardNumber(Option<u64>);

impl CardNumber {
    /// A number that no other card of the site has.
    pub fn new(number: u64) -> Self {
        CardNumber(Some(number))
    }
}

impl Serialize for CardNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// The first items of a list that may be long.
#[derive(Debug, Clone, Serialize)]
pub struct Part<T> {
    /// The items shown here.
    pub items: Vec<T>,
    /// How many there are in all.
    pub total: usize,
    /// Where the whole list is, if it is longer than what is shown here.
    pub more: Option<Card<LinkView>>,
}

impl<T> Part<T> {
    /// A list that is shown whole.
    pub fn whole(items: Vec<T>) -> Self {
        Part { total: items.len(), items, more: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct View {
        card_number: CardNumber,
        name: &'static str,
    }

    fn card(number: u64, name: &'static str) -> Card<View> {
        Card::new(View { card_number: CardNumber::new(number), name })
    }

    #[test]
    fn a_template_reads_the_number_of_a_card_first() {
        let card = card(3, "a");
        let (name, number) = card.value().as_map().unwrap().first().unwrap();
        assert_eq!((name.as_str(), number.as_u64()), (Some(CARD), Some(3)));
    }
}
