//! A country or territory.

use super::{
    ArticleCard, Backlink, Card, CorrectionView, DateView, EventView, Heading, ImageView,
    LinkView, LocationCard, PageHead, Part, Reference, SourceCard, StatusCount,
    StatusView, View, YearLink,
};
use serde::Serialize;

/// One row of a table of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is about: `Locations`.
    pub label: String,
    /// The fact, in words.
    pub value: String,
    /// Where it leads, if anywhere.
    pub path: Option<String>,
}

/// Sources that have something in common.
#[derive(Debug, Clone, Serialize)]
pub struct SourceGroup {
    /// What they have in common: `English`, `Spanish`.
    pub title: String,
    /// The sources.
    pub sources: Vec<Card<SourceCard>>,
}

/// `pages/country.html`: one country or territory.
#[derive(Debug, Clone, Serialize)]
pub struct CountryPage {
    /// What every page has.
    pub page: PageHead,
    /// Its customary name.
    pub name: String,
    /// Its ISO 3166-1 code in capitals: `IE`.
    pub code: String,
    /// The region of the world it lies in.
    pub region: LinkView,
    /// What is to be said on its name or borders, from `site.toml`.
    pub note: Option<String>,
    /// The summary of its prose.
    pub standfirst: Option<String>,
    /// Its picture.
    pub image: Option<ImageView>,
    /// How its authorities answered.
    pub response: Option<StatusView>,
    /// Facts at a glance.
    pub facts: Vec<Fact>,
    /// When its page was last changed in substance.
    pub updated: Option<DateView>,
    /// The contents list of its prose.
    pub contents: Vec<Heading>,
    /// Its prose; empty where nobody has written any.
    pub body_html: String,
    /// The sources its prose cites, in the order of their numbers.
    pub references: Vec<Reference>,
    /// Its locations by status.
    pub statuses: Vec<StatusCount>,
    /// Its locations.
    pub locations: Part<Card<LocationCard>>,
    /// Its dated facts, oldest first; where they are many, those of the last years.
    pub events: Part<Card<EventView>>,
    /// Its years, where its dated facts are split by year; else empty.
    pub years: Vec<YearLink>,
    /// The articles about it, newest first.
    pub articles: Part<Card<ArticleCard>>,
    /// How many sources its pages rest on.
    pub sources_total: usize,
    /// Those sources by language, the commonest first.
    pub sources: Vec<SourceGroup>,
    /// How many of those sources are of each kind.
    pub source_kinds: Vec<Fact>,
    /// The whole list of those sources, where not all are shown here.
    pub sources_more: Option<LinkView>,
    /// Its corrections, newest first.
    pub corrections: Vec<CorrectionView>,
    /// The countries it borders on that the site tells of.
    pub neighbours: Vec<LinkView>,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink>,
    /// How to cite the page, in one line without the address.
    pub citation: String,
}

impl View for CountryPage {
    const TEMPLATE: &'static str = "pages/country.html";
}
