//! An article and its card.

use super::{
    Backlink, Card, CorrectionView, DateView, EventView, ImageView, LinkView,
    LocationCard, PageHead, Part, Reference, TermView, View,
};
use serde::Serialize;

/// An article in short, as lists show it.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleCard {
    /// Its id.
    pub id: String,
    /// The path of its page.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub standfirst: Option<String>,
    /// What it is: `Report`, `Explainer`, `Analysis`, `Opinion`, `Brief`.
    pub kind: Option<TermView>,
    /// When it was first published.
    pub date: DateView,
    /// When it was last changed in substance.
    pub updated: Option<DateView>,
    /// Who wrote it.
    pub authors: Vec<LinkView>,
    /// The countries it is about.
    pub countries: Vec<LinkView>,
    /// Its picture.
    pub image: Option<ImageView>,
    /// How many sources it has.
    pub sources: usize,
}

/// One heading of a text, for its contents list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// Its words.
    pub title: String,
    /// Its fragment.
    pub anchor: String,
    /// The headings below it.
    pub children: Vec<Heading>,
}

/// `pages/article.html`: one article.
#[derive(Debug, Clone, Serialize)]
pub struct ArticlePage {
    /// What every page has.
    pub page: PageHead,
    /// The title.
    pub title: String,
    /// The summary.
    pub standfirst: Option<String>,
    /// What it is: `Report`, `Explainer`.
    pub kind: Option<TermView>,
    /// Who wrote it; each leads to the author's page.
    pub authors: Vec<LinkView>,
    /// "With information from …".
    pub credit: Option<String>,
    /// When it was first published.
    pub date: DateView,
    /// When it was last changed in substance.
    pub updated: Option<DateView>,
    /// When it was last read against its sources.
    pub reviewed: Option<DateView>,
    /// The places and dates it tells of, for the dateline.
    pub places: Vec<LinkView>,
    /// The countries it is about.
    pub countries: Vec<LinkView>,
    /// The first and the last day of its dated facts, in words: `2019 to June 2023`.
    pub span: Option<String>,
    /// The lead picture.
    pub image: Option<ImageView>,
    /// What a reader may not want to come upon unwarned.
    pub content_warning: Option<String>,
    /// The contents list; empty where the article has too few headings for one, or wants none.
    pub contents: Vec<Heading>,
    /// The text.
    pub body_html: String,
    /// How many minutes it takes to read, at 230 words a minute; at least 1.
    pub minutes: usize,
    /// The locations it is about.
    pub locations: Part<Card<LocationCard>>,
    /// Its dated facts, oldest first.
    pub events: Vec<EventView>,
    /// Its sources in the order of their numbers.
    pub references: Vec<Reference>,
    /// Its corrections, newest first.
    pub corrections: Vec<CorrectionView>,
    /// How it was made.
    pub methods: Option<String>,
    /// Who paid for it.
    pub funding: Option<String>,
    /// The terms it may be used under.
    pub license: Option<String>,
    /// Its tags.
    pub tags: Vec<LinkView>,
    /// "Keep reading".
    pub related: Vec<Card<ArticleCard>>,
    /// The article published before.
    pub previous: Option<LinkView>,
    /// The article published after.
    pub next: Option<LinkView>,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink>,
    /// How to cite it, in one line without the address.
    pub citation: String,
}

impl View for ArticlePage {
    const TEMPLATE: &'static str = "pages/article.html";
}
