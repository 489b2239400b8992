//! Locations, and how precisely they may be shown.

use super::place::{HeldBack, PublishedPlace, RecordedPlace};
use super::{CountryId, Matter, Names, Noun, NumberOf, SourceId, Who};
use crate::atlas;
use crate::content::kinds::location::Confidence;
use crate::dates::Edtf;
use crate::files::Span;
use serde::{Deserialize, Serialize};

/// A location.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Location {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// The country it lies in.
    pub country: CountryId,
    /// What it is called and where it is, as recorded; what may be shown is
    /// [`Location::published`].
    pub(in crate::model) recorded: RecordedPlace,
    /// What sort of place it is: a word of the vocabulary `kinds`.
    pub kind: Option<String>,
    /// How things stand: a word of the vocabulary `statuses`.
    pub status: Option<String>,
    /// Who is said to run it.
    pub operator: Option<Who>,
    /// How many are counted at this place.
    pub stations: Option<u32>,
    /// What is counted of it.
    pub numbers: Vec<NumberOf>,
    /// When it was first told of.
    pub first_reported: Option<Edtf>,
    /// How its status changed, by date.
    pub history: Vec<StatusAt>,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What has to be added.
    pub note: Option<String>,
    /// How sure the record is.
    pub confidence: Option<Confidence>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Location {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        self.recorded.published_name()
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn matter(&self) -> &Matter {
        &self.matter
    }

    fn matter_mut(&mut self) -> &mut Matter {
        &mut self.matter
    }

    fn numbers(&self) -> &[NumberOf] {
        &self.numbers
    }
}

/// What a location's status was from a date on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StatusAt {
    /// From when.
    pub date: Edtf,
    /// The status: a word of the vocabulary `statuses`.
    pub status: String,
    /// On whose word.
    pub sources: Vec<SourceId>,
    /// What has to be added.
    pub note: Option<String>,
}

impl Location {
    /// Where it is, as finely as that may be shown.
    pub fn published(&self) -> PublishedPlace<'_> {
        self.recorded.published()
    }

    /// What its `publish` keeps from readers; none where that is nothing.
    pub fn held_back(&self) -> Option<HeldBack> {
        let country = atlas::all().get(self.country.index());
        self.recorded.held_back(country.map_or("", |country| country.name))
    }
}
