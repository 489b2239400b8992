//! What a text shows in place: a card, dated facts in their order, or a map.

use super::{ClaimId, Item, LocationId, SourceId};
use serde::{Deserialize, Serialize};

/// What an embed shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shown {
    /// The card of a claim.
    Claim(ClaimId),
    /// The card of a source.
    Source(SourceId),
    /// The card of a location.
    Location(LocationId),
    /// The dated facts of an article, a country, a location, an entity or a claim.
    Timeline(Item),
    /// The map of a country, of a location, or of the locations of an article or an entity.
    Map(Item),
    /// A map of these locations.
    Places(Box<[LocationId]>),
    /// The map of the world.
    World,
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

    /// The map of an item, where it is of a kind that has any.
    pub(in crate::model) fn map(item: Item) -> Option<Self> {
        match item {
            Item::Article(_) | Item::Country(_) | Item::Location(_) | Item::Entity(_) => {
                Some(Shown::Map(item))
            }
            _ => None,
        }
    }

    /// The item that it shows, or shows the dated facts or the map of; the first where it shows several, and none where it
    /// shows the world.
    pub fn item(&self) -> Option<Item> {
        match self {
            Shown::Claim(id) => Some(Item::Claim(*id)),
            Shown::Source(id) => Some(Item::Source(*id)),
            Shown::Location(id) => Some(Item::Location(*id)),
            Shown::Timeline(item) | Shown::Map(item) => Some(*item),
            Shown::Places(ids) => ids.first().map(|id| Item::Location(*id)),
            Shown::World => None,
        }
    }
}
