//! The index from A to Z, and the search, which has it for readers without scripts.

use super::listing::Listing;
use super::{Markup, PageHead, Pagination, View, Views};
use crate::diag::Place;
use crate::model::{AlphabetEntry, Item};
use crate::routes::{self, OwnPage};
use serde::Serialize;

/// A letter of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterLink {
    /// The letter.
    pub label: String,
    /// The path of what stands under it.
    pub path: String,
    /// How much that is.
    pub count: usize,
    /// Whether it is this page.
    pub current: bool,
}

/// A name in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndexRow {
    /// The name.
    pub title: String,
    /// The path of the page.
    pub path: String,
    /// Attributes that tell the language and direction of the name, where they are not the page's.
    pub spoken: Markup,
    /// What it is the name of: `Article`, `Location`.
    pub kind: String,
    /// What the page is called, where the name is another.
    pub of: Option<String>,
}

/// `pages/index-a-z.html`: the letters of the index, or what stands under one.
#[derive(Debug, Clone, Serialize)]
pub struct IndexPage {
    /// What every page has.
    pub page: PageHead,
    /// The letters.
    pub letters: Vec<LetterLink>,
    /// What stands under this letter, by name; empty on the page of the letters.
    pub entries: Vec<IndexRow>,
    /// Where this page stands among the others of its letter.
    pub pagination: Pagination,
}

impl View for IndexPage {
    const TEMPLATE: &'static str = "pages/index-a-z.html";
}

/// `pages/search.html`: the search; without scripts the letters of the index.
#[derive(Debug, Clone, Serialize)]
pub struct SearchPage {
    /// What every page has.
    pub page: PageHead,
    /// The letters.
    pub letters: Vec<LetterLink>,
}

impl View for SearchPage {
    const TEMPLATE: &'static str = "pages/search.html";
}

/// The search, the letters, and what stands under each.
pub(super) fn pages(all: &mut Listing<'_>) {
    if all.views.config().search {
        let path = OwnPage::Search.address();
        all.page(path, Place::Site, |views| Box::new(views.search_page()));
    }
    let path = OwnPage::Index.address();
    all.page(path, Place::Site, |views| Box::new(views.letters_page()));
    for (place, (_, slug, count)) in all.edition.letters().enumerate() {
        let first = routes::letter(slug);
        all.list(&first, Place::Site, count, move |views, number| {
            Box::new(views.letter_page(place, number))
        });
    }
}

impl Views<'_> {
    fn search_page(&self) -> SearchPage {
        let title = self.shared.phrases.search();
        let path = OwnPage::Search.address();
        let mut page = self.head("search", "", title, &path, &[]);
        page.noindex = true;
        SearchPage { page, letters: self.letter_links(None) }
    }

    fn letters_page(&self) -> IndexPage {
        let path = OwnPage::Index.address();
        let title = self.shared.phrases.index_a_to_z();
        IndexPage {
            page: self.head("index-a-z", "", title, &path, &[]),
            letters: self.letter_links(None),
            entries: Vec::new(),
            pagination: self.pagination(&path, 1, 0),
        }
    }

    /// Page `number` (from 1) of what stands under the letter at `place`.
    fn letter_page(&self, place: usize, number: usize) -> IndexPage {
        let (label, slug, count) = self.edition.letters().nth(place).unwrap_or_default();
        let first = routes::letter(slug);
        let path = routes::numbered(&first, number);
        let title = self.shared.phrases.index_letter(label);
        let above = self.section_link(OwnPage::Index);
        let shown = self.on_page(self.edition.under_letter(place), number);
        IndexPage {
            page: self.head("index-a-z", "", &title, &path, &[above]),
            letters: self.letter_links(Some(place)),
            entries: shown.iter().map(|entry| self.index_row(entry)).collect(),
            pagination: self.pagination(&first, number, count),
        }
    }

    fn letter_links(&self, current: Option<usize>) -> Vec<LetterLink> {
        let link =
            |(place, (label, slug, count)): (usize, (&str, &str, usize))| LetterLink {
                label: label.to_owned(),
                path: self.path(&routes::letter(slug), None),
                count,
                current: current == Some(place),
            };
        self.edition.letters().enumerate().map(link).collect()
    }

    fn index_row(&self, AlphabetEntry { item, other_name }: &AlphabetEntry) -> IndexRow {
        let title = self.edition.title(*item).to_owned();
        let path = self.path(self.edition.address(*item), None);
        let kind = self.kind_of(*item).to_owned();
        match other_name {
            None => {
                let spoken = self.spoken_title(*item);
                IndexRow { title, path, spoken, kind, of: None }
            }
            Some((name, lang)) => {
                let spoken = self.spoken(name, lang.as_deref());
                IndexRow { title: name.clone(), path, spoken, kind, of: Some(title) }
            }
        }
    }

    /// What an item is: `Article`.
    fn kind_of(&self, item: Item) -> &'static str {
        let phrases = self.shared.phrases;
        match item {
            Item::Article(_) => phrases.article(),
            Item::Claim(_) => phrases.claim(),
            Item::Country(_) => phrases.country_or_territory(),
            Item::Entity(_) => phrases.entity(),
            Item::Location(_) => phrases.location(),
            Item::Source(_) => phrases.source(),
            Item::Page(_) | Item::Home => phrases.page(),
        }
    }
}
