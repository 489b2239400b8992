//! Lists whose entries have something in common, and the ways to them.

use super::list::Entries;
use super::listing::Listing;
use super::{Card, LinkView, ListPage, Views, language, source_words};
use crate::content::kinds::source::SourceType;
use crate::diag::Place;
use crate::model::{Group, GroupId, Item, Members};
use crate::phrases::Phrases;
use crate::routes::Grouping;
use serde::Serialize;

/// The ways from a list to those of its entries that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupLinks {
    /// By what they are put together: `By status`.
    pub title: String,
    /// The links.
    pub links: Vec<GroupLink>,
}

/// A link to entries that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupLink {
    /// What they have in common: `Closed`, `2022`.
    pub label: String,
    /// The path of their list.
    pub path: String,
    /// How many there are.
    pub count: usize,
    /// Whether it is this page.
    pub current: bool,
}

impl Listing<'_> {
    /// Adds the pages of each group of a list.
    pub(super) fn groups(&mut self, by: Grouping) {
        for (id, count) in self.edition.groups(by) {
            self.group(id, count);
        }
    }

    /// Adds the pages of a group of so many.
    pub(super) fn group(&mut self, id: GroupId, count: usize) {
        let first = self.edition.group_address(id);
        self.list(&first, Place::Site, count, move |views, number| {
            Box::new(views.group_page(id, number))
        });
    }
}

impl<'e> Views<'e> {
    /// The ways to the groups of a list; empty where it has none.
    pub(super) fn group_links(
        &self,
        by: Grouping,
        here: Option<GroupId>,
    ) -> Vec<GroupLinks> {
        let link = |(id, count): (GroupId, usize)| GroupLink {
            label: self.group_label(by, self.edition.group_word(id)),
            path: self.path(&self.edition.group_address(id), None),
            count,
            current: here == Some(id),
        };
        // There are as many as years, letters or words of a vocabulary: a site of any size has not many.
        let links: Vec<GroupLink> = self.edition.groups(by).map(link).collect();
        if links.is_empty() {
            return Vec::new();
        }
        vec![GroupLinks { title: by_what(by, self.shared.phrases).to_owned(), links }]
    }

    /// The path of the locations with a status, of a country where that is told.
    pub(super) fn group_path(
        &self,
        mut groups: impl Iterator<Item = (GroupId, usize)>,
        word: &str,
    ) -> Option<String> {
        let (id, _) = groups.find(|(id, _)| self.edition.group_word(*id) == word)?;
        Some(self.path(&self.edition.group_address(id), None))
    }

    /// Page `number` (from 1) of a group.
    fn group_page(&self, id: GroupId, number: usize) -> ListPage<'e> {
        let group = self.edition.group(id);
        let label = self.group_label(group.by, &group.word);
        let (of, section, above) = self.group_list(group);
        let title = self.shared.phrases.list_of_item(&of.title, &label);
        let first = self.edition.group_address(id);
        let entries = match &group.members {
            Members::Articles(ids) => Entries::Articles(ids),
            Members::Locations(ids) => Entries::Locations(ids),
            Members::Sources(ids) => Entries::Sources(ids),
            Members::Events(ids) => Entries::Latest(ids),
        };
        let ways = match group.of {
            None => self.group_links(group.by, Some(id)),
            Some(_) => Vec::new(),
        };
        let view =
            self.list_page((section, &title, &above), of, (&first, number), entries);
        ListPage { ways, ..view }
    }

    /// The list that a group is of, with its section of the site and the way to it.
    fn group_list(
        &self,
        group: &Group,
    ) -> (Card<LinkView>, &'static str, Vec<Card<LinkView>>) {
        let list = self.section_link(group.by.list());
        match group.of {
            None => (list.clone(), group.by.list().section(), vec![list]),
            Some(id) => {
                let country = self.link(Item::Country(id));
                (country.clone(), "countries", vec![country])
            }
        }
    }

    /// What the entries of a group have in common, as readers see it.
    fn group_label(&self, by: Grouping, word: &str) -> String {
        let phrases = self.shared.phrases;
        match by {
            Grouping::ArticlesByYear | Grouping::SourcesByLetter => word.to_owned(),
            Grouping::LocationsByStatus => {
                self.shared.status_words.get(word).label.clone()
            }
            Grouping::DatesByKind => self.shared.event_kinds.get(word).label.clone(),
            Grouping::SourcesByLanguage => language::name(word, phrases).to_owned(),
            Grouping::SourcesByKind => {
                let kind = SourceType::ALL.iter().find(|kind| kind.word() == word);
                let label = kind.map(|kind| source_words::source_kind(*kind, phrases));
                label.unwrap_or(word).to_owned()
            }
        }
    }
}

/// By what a list is parted.
fn by_what(by: Grouping, phrases: &Phrases) -> &str {
    match by {
        Grouping::ArticlesByYear => phrases.by_year(),
        Grouping::LocationsByStatus => phrases.by_status(),
        Grouping::SourcesByLetter => phrases.by_letter(),
        Grouping::SourcesByKind | Grouping::DatesByKind => phrases.by_kind(),
        Grouping::SourcesByLanguage => phrases.by_language(),
    }
}
