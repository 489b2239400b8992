//! The bibliography.

use super::listing::Listing;
use super::{Card, PageHead, Pagination, SourceCard, View, Views};
use crate::diag::Place;
use crate::routes::{self, OwnPage};
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

/// The bibliography.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, count) = (OwnPage::Sources.address(), all.edition.sources().len());
    all.list(&first, Place::Site, count, |views, n| Box::new(views.sources(n)));
}

impl Views<'_> {
    /// Page `number` (from 1) of the bibliography.
    pub fn sources(&self, number: usize) -> SourcesPage {
        let (first, all) = (OwnPage::Sources.address(), self.edition.sources());
        let path = routes::numbered(&first, number);
        let shown = self.on_page(all, number).iter();
        SourcesPage {
            page: self.head(
                "sources",
                "sources",
                self.shared.phrases.sources(),
                &path,
                &[],
            ),
            sources: shown.map(|id| self.source_card(*id)).collect(),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
