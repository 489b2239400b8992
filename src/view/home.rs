//! The home page.

use super::{ArticleCard, Card, CorrectionView, EventView, PageHead, StatusCount, View};
use serde::Serialize;

/// A figure that tells how large the site is or what it found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The figure: `53`.
    pub value: String,
    /// What it counts: `countries and territories`.
    pub label: String,
    /// The path of the list behind it.
    pub path: String,
}

/// `pages/home.html`: the home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// What every page has.
    pub page: PageHead,
    /// The lead article.
    pub lead: Option<Card<ArticleCard>>,
    /// The latest articles beside it, newest first.
    pub articles: Vec<Card<ArticleCard>>,
    /// The home page's own text; empty where there is none.
    pub body_html: String,
    /// Figures, each with the list it counts.
    pub figures: Vec<Figure>,
    /// All locations by status.
    pub statuses: Vec<StatusCount>,
    /// The latest dated facts, newest first.
    pub events: Vec<Card<EventView>>,
    /// The latest corrections and updates.
    pub corrections: Vec<CorrectionView>,
}

impl View for HomePage {
    const TEMPLATE: &'static str = "pages/home.html";
}
