//! What a text shows in place: a card, or dated facts in their order.

use super::{ClaimId, Item, LocationId, SourceId};
use serde::{Deserialize, Serialize};

/// What an embed shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shown {
    /// The card of a claim.
    Claim(ClaimId),
    /// The card of a source.
    Source(SourceId),
    /// The card of a location.
    Location(LocationId),
    /// The dated facts of an article, a country, a location, an entity or a claim.
    Timeline(Item),
}

impl Shown {
    /// The card of an item, where it has one.
    pub(in crate::model) fn card(item: Item) -> Option<Self> {
        match item {
            Item::Claim(id) => Some(Shown::Claim(id)),
            Item::Source(id) => Some(Shown::Source(id)),
            Item::Location(id) => Some(Shown::Location(id)),
            _ => None,
        }
    }

    /// The dated facts of an item, where it is of a kind that has any.
    pub(in crate::model) fn timeline(item: Item) -> Option<Self> {
        match item {
            Item::Article(_)
            | Item::Country(_)
            | Item::Location(_)
            | Item::Entity(_)
            | Item::Claim(_) => Some(Shown::Timeline(item)),
            _ => None,
        }
    }

    /// The item that it shows, or shows the dated facts of.
    pub fn item(self) -> Item {
        match self {
            Shown::Claim(id) => Item::Claim(id),
            Shown::Source(id) => Item::Source(id),
            Shown::Location(id) => Item::Location(id),
            Shown::Timeline(item) => item,
        }
    }
}
