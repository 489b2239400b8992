//! A location and its card.

use super::{
    ArticleCard, Backlink, Card, CorrectionView, DateView, EventView, Fact, LinkView,
    PageHead, Part, Reference, StatusView, TermView, View,
};
use serde::Serialize;

/// A location in short, as lists show it.
#[derive(Debug, Clone, Serialize)]
pub struct LocationCard {
    /// Its id.
    pub id: String,
    /// The path of its page.
    pub path: String,
    /// Its name.
    pub name: String,
    /// The city it lies in, where that is published.
    pub city: Option<String>,
    /// Its country.
    pub country: Option<LinkView>,
    /// What kind of place it is.
    pub kind: Option<TermView>,
    /// Its status now.
    pub status: Option<StatusView>,
    /// How many sources it has.
    pub sources: usize,
}

/// One entry of a location's status history.
#[derive(Debug, Clone, Serialize)]
pub struct StatusChange {
    /// From when.
    pub date: DateView,
    /// The status.
    pub status: StatusView,
    /// What is to be said of it.
    pub note: Option<String>,
    /// The sources it rests on.
    pub sources: Vec<LinkView>,
}

/// `pages/location.html`: one location.
#[derive(Debug, Clone, Serialize)]
pub struct LocationPage {
    /// What every page has.
    pub page: PageHead,
    /// Its name.
    pub name: String,
    /// The summary of its prose.
    pub standfirst: Option<String>,
    /// The city it lies in, where that is published.
    pub city: Option<String>,
    /// Its country.
    pub country: Option<LinkView>,
    /// What kind of place it is.
    pub kind: Option<TermView>,
    /// Its status now.
    pub status: Option<StatusView>,
    /// Facts at a glance: operator, precision.
    pub facts: Vec<Fact>,
    /// Its statuses, oldest first.
    pub history: Vec<StatusChange>,
    /// Its prose; empty where nobody has written any.
    pub body_html: String,
    /// The sources it rests on, in the order of their numbers.
    pub references: Vec<Reference>,
    /// Its dated facts, oldest first.
    pub events: Part<Card<EventView>>,
    /// The articles about it, newest first.
    pub articles: Part<Card<ArticleCard>>,
    /// Other locations of the same country.
    pub nearby: Vec<LinkView>,
    /// Its corrections, newest first.
    pub corrections: Vec<CorrectionView>,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink>,
    /// How to cite the page, in one line without the address.
    pub citation: String,
}

impl View for LocationPage {
    const TEMPLATE: &'static str = "pages/location.html";
}
