//! The site's timeline.

use super::{Card, EventView, PageHead, Pagination, View, YearLink};
use serde::Serialize;

/// `pages/timeline.html`: the years, and the latest dated facts.
#[derive(Debug, Clone, Serialize)]
pub struct TimelinePage {
    /// What every page has.
    pub page: PageHead,
    /// The years that have dated facts, oldest first.
    pub years: Vec<YearLink>,
    /// How many dated facts there are in all.
    pub total: usize,
    /// The latest dated facts, newest first.
    pub events: Vec<Card<EventView>>,
}

impl View for TimelinePage {
    const TEMPLATE: &'static str = "pages/timeline.html";
}

/// `pages/timeline-year.html`: one year's dated facts, of the site or of a country.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineYearPage {
    /// What every page has.
    pub page: PageHead,
    /// The year as it is written.
    pub year: String,
    /// The name of the country whose facts these are, where it is not the whole site.
    pub country: Option<String>,
    /// The years that have dated facts, oldest first.
    pub years: Vec<YearLink>,
    /// The year's dated facts on this page, oldest first.
    pub events: Vec<Card<EventView>>,
    /// Where this page stands among the others of the year.
    pub pagination: Pagination,
}

impl View for TimelineYearPage {
    const TEMPLATE: &'static str = "pages/timeline-year.html";
}
