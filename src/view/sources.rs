//! The bibliography.

use super::place;
use super::{Card, Desk, PageHead, Pagination, SourceCard, View};
use crate::model::OwnPage;
use serde::Serialize;

/// `pages/sources.html`: one page of all sources, by title.
#[derive(Debug, Clone, Serialize, Hash)]
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

impl Desk<'_> {
    /// Page `number` (from 1) of the bibliography.
    pub fn sources(&self, number: usize) -> SourcesPage {
        let (first, all) = (OwnPage::Sources.address(), &self.edition.sources);
        let path = place::numbered(&first, number);
        let shown = self.on_page(all, number).iter();
        SourcesPage {
            page: self.head("sources", "sources", "Sources", &path, &[]),
            sources: shown.map(|id| self.source_card(*id)).collect(),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
