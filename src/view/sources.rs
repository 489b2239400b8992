//! The bibliography.

use super::listing::Listing;
use super::{Card, GroupLinks, PageHead, Pagination, SourceCard, View, Views};
use crate::diag::Place;
use crate::model::SourceId;
use crate::routes::{self, Grouping, OwnPage};
use serde::Serialize;

/// A source in a list, with how much rests on it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceRow {
    /// The source.
    pub source: Card<SourceCard>,
    /// How often pages and dated facts of the site cite it, in words: `cited 3 ×`; empty where none does.
    pub cited: String,
}

/// `pages/sources.html`: one page of all sources, by who made them and their title.
#[derive(Debug, Clone, Serialize)]
pub struct SourcesPage {
    /// What every page has.
    pub page: PageHead,
    /// The ways to those under a letter, of a kind, in a language.
    pub ways: Vec<GroupLinks>,
    /// The sources on this page.
    pub sources: Vec<SourceRow>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for SourcesPage {
    const TEMPLATE: &'static str = "pages/sources.html";
}

/// How the bibliography is parted.
const BY: [Grouping; 3] =
    [Grouping::SourcesByLetter, Grouping::SourcesByKind, Grouping::SourcesByLanguage];

/// The bibliography.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, count) = (OwnPage::Sources.address(), all.edition.sources().len());
    all.list(&first, Place::Site, count, |views, n| Box::new(views.sources(n)));
    BY.into_iter().for_each(|by| all.groups(by));
}

impl Views<'_> {
    /// Page `number` (from 1) of the bibliography.
    pub fn sources(&self, number: usize) -> SourcesPage {
        let (first, all) = (OwnPage::Sources.address(), self.edition.sources());
        let path = routes::numbered(&first, number);
        let ways = BY.into_iter().flat_map(|by| self.group_links(by, None));
        SourcesPage {
            page: self.head(
                "sources",
                "sources",
                self.shared.phrases.sources(),
                &path,
                &[],
            ),
            ways: ways.collect(),
            sources: self.source_rows(self.on_page(all, number)),
            pagination: self.pagination(&first, number, all.len()),
        }
    }

    /// These sources, each with how often it is cited.
    pub(super) fn source_rows(&self, ids: &[SourceId]) -> Vec<SourceRow> {
        let row = |id: &SourceId| SourceRow {
            source: self.source_card(*id),
            cited: match self.uses(*id).len() {
                0 => String::new(),
                count => self.shared.phrases.cited_times(count),
            },
        };
        ids.iter().map(row).collect()
    }
}
