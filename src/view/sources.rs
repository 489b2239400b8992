//! The bibliography.

use super::{Card, PageHead, Pagination, SourceCard, View};
use serde::Serialize;

/// `pages/sources.html`: one page of all sources, by title.
#[derive(Debug, Clone, Serialize)]
pub struct SourcesPage {
    /// What every page has.
    pub page: PageHead,
    /// The sources on this page.
    pub sources: Vec<Card<SourceCard>>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for SourcesPage {
    const TEMPLATE: &'static str = "pages/sources.html";
}
