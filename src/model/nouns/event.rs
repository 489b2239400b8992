//! Dated facts: the entries of the timeline.

use super::{ArticleId, ClaimId, CountryId, EntityId, Item, LocationId, SourceId};
use crate::content::Id;
use crate::dates::Edtf;
use crate::files::Span;
use serde::{Deserialize, Serialize};

/// A dated fact.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Event {
    /// The writer's id, if one was given.
    pub id: Option<Id>,
    /// Its anchor on the timeline's pages: unique in the site, the same in every build.
    pub anchor: String,
    /// Where its date is written.
    pub place: Span,
    /// When.
    pub date: Edtf,
    /// What, in a sentence.
    pub text: String,
    /// Where: the countries given, of its locations, and of the country or location it is told of; where
    /// there is none, those of the articles and claims that tell it.
    pub countries: Vec<CountryId>,
    /// Where exactly: the locations given, and the one it is told of; where it has no place at all, those
    /// of the articles and claims that tell it.
    pub locations: Vec<LocationId>,
    /// The people and organisations in it.
    pub entities: Vec<EntityId>,
    /// The claims it bears on: those given, and the one it is told with.
    pub claims: Vec<ClaimId>,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// Of what sort: a word of the vocabulary `event_kinds`.
    pub kind: Option<String>,
    /// What has to be added.
    pub note: Option<String>,
    /// Where it is told; more than one where records give the same id.
    pub tellers: Vec<Teller>,
}

/// A record that tells a dated fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Teller {
    /// An article.
    Article(ArticleId),
    /// A country's page.
    Country(CountryId),
    /// A location.
    Location(LocationId),
    /// A claim.
    Claim(ClaimId),
}

impl Teller {
    /// It as an item.
    pub fn item(self) -> Item {
        match self {
            Teller::Article(id) => Item::Article(id),
            Teller::Country(id) => Item::Country(id),
            Teller::Location(id) => Item::Location(id),
            Teller::Claim(id) => Item::Claim(id),
        }
    }
}
