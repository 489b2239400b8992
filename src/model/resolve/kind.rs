//! The kinds that a reference can name.

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
