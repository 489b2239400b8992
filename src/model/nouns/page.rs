//! Free pages, and the home page.

use super::{ArticleId, ClaimId, Names, Noun, NumberOf, Picture, Prose, SourceId};
use crate::dates::Edtf;
use crate::fields::Node;
use crate::files::Span;
use serde::{Deserialize, Serialize};

/// A free page: about, methods.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Page {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// The heading.
    pub title: String,
    /// The standfirst.
    pub summary: Option<String>,
    /// When it was first published.
    pub date: Option<Edtf>,
    /// When its text last changed.
    pub updated: Option<Edtf>,
    /// Its sources in the order of its front matter.
    pub sources: Vec<SourceId>,
    /// Its claims in order.
    pub claims: Vec<ClaimId>,
    /// The lead picture.
    pub picture: Option<Picture>,
    /// The language, where it is not the site's.
    pub lang: Option<String>,
    /// Whether a list of contents is shown, where the writer says so.
    pub toc: Option<bool>,
    /// The writer's own fields.
    pub extra: Option<Node>,
    /// The text.
    pub prose: Option<Prose>,
}

impl Noun for Page {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn prose(&self) -> Option<&Prose> {
        self.prose.as_ref()
    }

    fn prose_mut(&mut self) -> Option<&mut Prose> {
        self.prose.as_mut()
    }

    fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }
}

/// The home page's own matter; every site has a home page, with or without it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Home {
    /// The heading, where it is not the site's title.
    pub title: Option<String>,
    /// The standfirst.
    pub summary: Option<String>,
    /// The article that leads, where the writer says so.
    pub lead: Option<ArticleId>,
    /// Key figures.
    pub figures: Figures,
    /// Its claims in order.
    pub claims: Vec<ClaimId>,
    /// What is counted of the site's subject as a whole.
    pub numbers: Vec<NumberOf>,
    /// Its sources in the order of its front matter.
    pub sources: Vec<SourceId>,
    /// The writer's own fields.
    pub extra: Option<Node>,
    /// The text.
    pub prose: Option<Prose>,
}

impl Noun for Home {
    fn names(&self) -> Option<&Names> {
        None
    }

    fn title(&self) -> &str {
        self.title.as_deref().unwrap_or_default()
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn prose(&self) -> Option<&Prose> {
        self.prose.as_ref()
    }

    fn prose_mut(&mut self) -> Option<&mut Prose> {
        self.prose.as_mut()
    }

    fn numbers(&self) -> &[NumberOf] {
        &self.numbers
    }
}

/// Key figures, in order.
pub type Figures = Vec<KeyFigure>;

/// A figure with what it counts, as of when and on whose word.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyFigure {
    /// The number, as it is to be printed.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// As of when.
    pub date: Option<Edtf>,
    /// On whose word.
    pub sources: Vec<SourceId>,
}
