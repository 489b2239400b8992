//! The site's own pages: those that it has whatever is written.

use super::fixed;
use crate::files::OutPath;
use crate::phrases::Phrases;

/// A page that every site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnPage {
    /// The home page.
    Home,
    /// The list of articles.
    Articles,
    /// The list of authors.
    Authors,
    /// The ledger of claims.
    Claims,
    /// The corrections.
    Corrections,
    /// The index of countries and territories.
    Countries,
    /// What sources disagree on.
    Disagreements,
    /// The list of entities.
    Entities,
    /// The index from A to Z.
    Index,
    /// The list of locations.
    Locations,
    /// The page shown where there is none.
    NotFound,
    /// The search.
    Search,
    /// The bibliography.
    Sources,
    /// The list of tags.
    Tags,
    /// The timeline.
    Timeline,
}

impl OwnPage {
    /// Every one of them, by path; the home page first.
    pub const ALL: [OwnPage; 15] = [
        OwnPage::Home,
        OwnPage::NotFound,
        OwnPage::Articles,
        OwnPage::Authors,
        OwnPage::Claims,
        OwnPage::Corrections,
        OwnPage::Countries,
        OwnPage::Disagreements,
        OwnPage::Entities,
        OwnPage::Index,
        OwnPage::Locations,
        OwnPage::Search,
        OwnPage::Sources,
        OwnPage::Tags,
        OwnPage::Timeline,
    ];

    /// The page at `path` from the site's root.
    pub fn at(path: &str) -> Option<OwnPage> {
        OwnPage::ALL.into_iter().find(|page| page.path() == path)
    }

    /// Its path from the site's root, of its first page where it has more.
    pub fn path(self) -> &'static str {
        match self {
            OwnPage::Home => "index.html",
            OwnPage::Articles => "articles/index.html",
            OwnPage::Authors => "authors/index.html",
            OwnPage::Claims => "claims/index.html",
            OwnPage::Corrections => "corrections.html",
            OwnPage::Countries => "countries/index.html",
            OwnPage::Disagreements => "disagreements.html",
            OwnPage::Entities => "entities/index.html",
            OwnPage::Index => "index-a-z.html",
            OwnPage::Locations => "locations/index.html",
            OwnPage::NotFound => "404.html",
            OwnPage::Search => "search.html",
            OwnPage::Sources => "sources/index.html",
            OwnPage::Tags => "tags/index.html",
            OwnPage::Timeline => "timeline.html",
        }
    }

    /// The same as an address.
    pub fn address(self) -> OutPath {
        fixed(self.path())
    }

    /// What it is called.
    pub fn title(self, phrases: &Phrases) -> &str {
        match self {
            OwnPage::Home => phrases.home(),
            OwnPage::Articles => phrases.articles(),
            OwnPage::Authors => phrases.authors(),
            OwnPage::Claims => phrases.claims(),
            OwnPage::Corrections => phrases.corrections(),
            OwnPage::Countries => phrases.countries_and_territories(),
            OwnPage::Disagreements => phrases.disagreements(),
            OwnPage::Entities => phrases.people_and_bodies(),
            OwnPage::Index => phrases.index_a_to_z(),
            OwnPage::Locations => phrases.locations(),
            OwnPage::NotFound => phrases.not_found(),
            OwnPage::Search => phrases.search(),
            OwnPage::Sources => phrases.sources(),
            OwnPage::Tags => phrases.tags(),
            OwnPage::Timeline => phrases.timeline(),
        }
    }

    /// The part of the site that it heads, as `page.section` of templates names it; empty where it is
    /// alone.
    pub fn section(self) -> &'static str {
        match self {
            OwnPage::Articles => "articles",
            OwnPage::Claims => "claims",
            OwnPage::Countries => "countries",
            OwnPage::Entities => "entities",
            OwnPage::Locations => "locations",
            OwnPage::Sources => "sources",
            OwnPage::Timeline => "timeline",
            OwnPage::Home
            | OwnPage::Authors
            | OwnPage::Corrections
            | OwnPage::Disagreements
            | OwnPage::Index
            | OwnPage::NotFound
            | OwnPage::Search
            | OwnPage::Tags => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_own_path() {
        for page in OwnPage::ALL {
            assert_eq!(OwnPage::at(page.address().as_str()), Some(page));
        }
    }
}
