//! Articles, with their authors and tags.

use super::{
    ArticleId, AuthorId, ClaimId, Correction, CountryId, EntityId, EventId, LocationId,
    Matter, Names, Noun, Picture, SourceId, TagId,
};
use crate::content::kinds::article::ArticleType;
use crate::dates::Edtf;
use crate::files::{OutPath, Span};
use serde::{Deserialize, Serialize};

/// An article.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Article {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// The headline.
    pub title: String,
    /// Where the headline is written.
    pub title_place: Span,
    /// When it was first published.
    pub date: Edtf,
    /// When its text last changed.
    pub updated: Option<Edtf>,
    /// When somebody last checked that it still holds.
    pub reviewed: Option<Edtf>,
    /// The standfirst.
    pub summary: Option<String>,
    /// Where the standfirst is written.
    pub summary_place: Option<Span>,
    /// Who wrote it, in order.
    pub authors: Vec<AuthorId>,
    /// Whose material it draws on.
    pub credit: Option<String>,
    /// What sort of text it is.
    pub kind: Option<ArticleType>,
    /// The countries it is about: those given, then those of its locations, each once.
    pub countries: Vec<CountryId>,
    /// The locations it is about.
    pub locations: Vec<LocationId>,
    /// Its sources in the order of its front matter.
    pub sources: Vec<SourceId>,
    /// Its dated facts, by date.
    pub events: Vec<EventId>,
    /// Its claims in order; the first is its main claim.
    pub claims: Vec<ClaimId>,
    /// The people and organisations it is about.
    pub entities: Vec<EntityId>,
    /// Tags, in order.
    pub tags: Vec<TagId>,
    /// The lead picture.
    pub picture: Option<Picture>,
    /// What to read next, where the writer says so.
    pub related: Vec<ArticleId>,
    /// What was wrong, or has changed, newest first.
    pub corrections: Vec<Correction>,
    /// The article it translates.
    pub translation_of: Option<ArticleId>,
    /// How the work was done.
    pub methods: Option<String>,
    /// Who paid for it.
    pub funding: Option<String>,
    /// What readers should be warned of.
    pub content_warning: Option<String>,
    /// Under which licence it may be used.
    pub license: Option<String>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Article {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        &self.title
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

    fn corrections(&self) -> &[Correction] {
        &self.corrections
    }
}

/// Somebody who wrote articles. Authors of the same name are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name as printed.
    pub name: String,
    /// A page about them elsewhere.
    pub url: Option<String>,
    /// What they know about.
    pub expertise: Option<String>,
    /// Where the page with their articles is.
    pub address: OutPath,
    /// Where they are first named.
    pub place: Span,
}

/// A tag. Tags that differ only in the case of letters are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// As printed: the first spelling in order of article.
    pub name: String,
    /// Where the page with its articles is.
    pub address: OutPath,
    /// Where it is first named.
    pub place: Span,
}
