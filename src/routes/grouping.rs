//! Where lists are whose entries have something in common: a year, a status, a letter, a kind, a language.

use super::{OwnPage, below, fixed};
use crate::files::OutPath;

/// By what the entries of one of the site's lists are put together on pages of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub enum Grouping {
    /// Articles by the year in which they were published.
    ArticlesByYear,
    /// Locations by status.
    LocationsByStatus,
    /// Sources by the first letter of who made them.
    SourcesByLetter,
    /// Sources by kind.
    SourcesByKind,
    /// Sources by language.
    SourcesByLanguage,
    /// Dated facts by kind.
    DatesByKind,
}

impl Grouping {
    /// Every one of them.
    pub const ALL: [Grouping; 6] = [
        Grouping::ArticlesByYear,
        Grouping::LocationsByStatus,
        Grouping::SourcesByLetter,
        Grouping::SourcesByKind,
        Grouping::SourcesByLanguage,
        Grouping::DatesByKind,
    ];

    /// The list whose entries are put together.
    pub fn list(self) -> OwnPage {
        match self {
            Grouping::ArticlesByYear => OwnPage::Articles,
            Grouping::LocationsByStatus => OwnPage::Locations,
            Grouping::SourcesByLetter
            | Grouping::SourcesByKind
            | Grouping::SourcesByLanguage => OwnPage::Sources,
            Grouping::DatesByKind => OwnPage::Timeline,
        }
    }

    /// The path of those with the word `slug`. The folder is beside that of the entries' own pages: an id can't be in
    /// its way.
    pub fn address(self, slug: &str) -> OutPath {
        fixed(&format!("{}/{slug}.html", self.folder()))
    }

    /// The folder of its pages.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Grouping::ArticlesByYear => "articles-by-year",
            Grouping::LocationsByStatus => "locations-by-status",
            Grouping::SourcesByLetter => "sources-by-letter",
            Grouping::SourcesByKind => "sources-by-kind",
            Grouping::SourcesByLanguage => "sources-by-language",
            Grouping::DatesByKind => "dates-by-kind",
        }
    }
}

/// The path of the locations with a status in the country whose page is at `country`.
pub fn locations_in(country: &OutPath, status: &str) -> OutPath {
    below(country, &format!("locations-{status}"))
}
