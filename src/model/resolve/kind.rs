//! The kinds that a reference can name.

use crate::model::nouns::Item;

/// A kind of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Article,
    Country,
    Location,
    Source,
    Entity,
    Claim,
    Page,
}

impl Kind {
    /// The kind of an item; the home page counts as a page.
    pub(super) fn of(item: Item) -> Kind {
        match item {
            Item::Article(_) => Kind::Article,
            Item::Country(_) => Kind::Country,
            Item::Location(_) => Kind::Location,
            Item::Source(_) => Kind::Source,
            Item::Entity(_) => Kind::Entity,
            Item::Claim(_) => Kind::Claim,
            Item::Page(_) | Item::Home => Kind::Page,
        }
    }

    /// The kind that `word` before a colon names.
    pub(super) fn of_word(word: &str) -> Option<Kind> {
        match word {
            "article" => Some(Kind::Article),
            "country" => Some(Kind::Country),
            "location" => Some(Kind::Location),
            "source" => Some(Kind::Source),
            "entity" => Some(Kind::Entity),
            "claim" => Some(Kind::Claim),
            "page" => Some(Kind::Page),
            _ => None,
        }
    }

    /// The kind of the texts in a folder of `content/`.
    pub(super) fn of_folder(folder: &str) -> Kind {
        match folder {
            "articles" => Kind::Article,
            "countries" => Kind::Country,
            "locations" => Kind::Location,
            "sources" => Kind::Source,
            "entities" => Kind::Entity,
            "claims" => Kind::Claim,
            _ => Kind::Page,
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Kind::Article => "article",
            Kind::Country => "country",
            Kind::Location => "location",
            Kind::Source => "source",
            Kind::Entity => "entity",
            Kind::Claim => "claim",
            Kind::Page => "page",
        }
    }
}
