//! Countries and territories of the site: those that something refers to or that have a page of prose.

use super::{Matter, Names, Noun, NumberOf, Picture, SourceId};
use crate::atlas::Code;
use crate::content::kinds::location::Confidence;
use crate::dates::Edtf;
use serde::{Deserialize, Serialize};

/// A country or territory.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Country {
    /// Its code; what else is known of it is in the atlas.
    pub code: Code,
    /// Its code in lower case as id, and its addresses.
    pub names: Names,
    /// Its name on this site.
    pub name: String,
    /// A note on the territory, from `site.toml`.
    pub territory_note: Option<String>,
    /// The standfirst.
    pub summary: Option<String>,
    /// What its authorities answered.
    pub response: Option<Response>,
    /// The sources of its page in the order of the front matter.
    pub sources: Vec<SourceId>,
    /// What is counted of it.
    pub numbers: Vec<NumberOf>,
    /// How sure the account is.
    pub confidence: Option<Confidence>,
    /// The lead picture.
    pub picture: Option<Picture>,
    /// When the text last changed.
    pub updated: Option<Edtf>,
    /// When somebody last checked that it still holds.
    pub reviewed: Option<Edtf>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Country {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        &self.name
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

    fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }

    fn numbers(&self) -> &[NumberOf] {
        &self.numbers
    }
}

/// What a country's authorities answered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Response {
    /// When.
    pub date: Option<Edtf>,
    /// Of what sort: a word of the vocabulary `responses`.
    pub stance: String,
    /// In a sentence.
    pub text: Option<String>,
    /// On whose word.
    pub sources: Vec<SourceId>,
}
