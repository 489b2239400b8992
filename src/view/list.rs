//! A list on pages of its own: what is too long for the page of its item, or has something in common.

use super::listing::Listing;
use super::{
    ArticleCard, Backlink, Card, ClaimCard, EventView, GroupLinks, LinkView,
    LocationCard, PageHead, Pagination, SourceRow, View, Views,
};
use crate::diag::Place;
use crate::files::OutPath;
use crate::model::{ArticleId, ClaimId, Edition, EventId, Item, LocationId, SourceId};
use crate::phrases::Phrases;
use crate::routes;
use serde::Serialize;

/// `pages/list.html`: one page of a list that is too long for the page of its item, or whose entries have something in
/// common. One of the lists has entries, the others are empty.
#[derive(Debug, Clone, Serialize)]
pub struct ListPage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// What the list is: `Articles about Ireland`.
    pub title: String,
    /// The item whose list it is, or the list that these are taken from.
    pub of: Card<LinkView>,
    /// The ways to others of that list; empty on the list of an item.
    pub ways: Vec<GroupLinks>,
    /// Articles.
    pub articles: Vec<Card<ArticleCard>>,
    /// Locations.
    pub locations: Vec<Card<LocationCard>>,
    /// Sources.
    pub sources: Vec<SourceRow>,
    /// Claims.
    pub claims: Vec<Card<ClaimCard>>,
    /// Dated facts.
    pub events: Vec<Card<EventView>>,
    /// Places that name the item.
    pub backlinks: Vec<Backlink<'e>>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for ListPage<'_> {
    const TEMPLATE: &'static str = "pages/list.html";
}

/// The entries of a long list.
#[derive(Clone, Copy)]
pub(super) enum Entries<'e> {
    Articles(&'e [ArticleId]),
    Locations(&'e [LocationId]),
    Sources(&'e [SourceId]),
    Claims(&'e [ClaimId]),
    Events(&'e [EventId]),
    /// Dated facts of the timeline, from the latest on.
    Latest(&'e [EventId]),
    /// The places that name an item other than a source.
    Mentions(Item),
    /// What rests on a source.
    Uses(SourceId),
}

/// A list that is too long for the page of its item.
#[derive(Clone, Copy)]
struct LongList {
    of: Item,
    /// The list's name in its path.
    name: &'static str,
    /// What readers see of it.
    called: fn(&Phrases) -> &str,
}

impl Listing<'_> {
    /// Adds the pages of the list `name` of an item, where it is too long for the item's own page.
    pub(super) fn long(
        &mut self,
        of: Item,
        name: &'static str,
        called: fn(&Phrases) -> &str,
        entries: impl for<'p> Fn(&Edition<'p>) -> Entries<'p> + Clone + Send + Sync + 'static,
    ) {
        self.longer_than(self.views.page_size(), of, (name, called), entries);
    }

    /// The same, where the item's own page shows so many.
    pub(super) fn longer_than(
        &mut self,
        shown: usize,
        of: Item,
        (name, called): (&'static str, fn(&Phrases) -> &str),
        entries: impl for<'p> Fn(&Edition<'p>) -> Entries<'p> + Clone + Send + Sync + 'static,
    ) {
        let count = self.views.count(entries(&self.edition));
        if count <= shown {
            return;
        }
        let first = routes::below(self.edition.address(of), name);
        let list = LongList { of, name, called };
        self.list(&first, Place::Site, count, move |views, number| {
            Box::new(views.long_list(list, entries(&views.edition), number))
        });
    }
}

impl<'e> Views<'e> {
    /// How many entries there are. What rests on a source is counted only where it may be too much for its
    /// page.
    fn count(&self, entries: Entries<'e>) -> usize {
        match entries {
            Entries::Articles(ids) => ids.len(),
            Entries::Locations(ids) => ids.len(),
            Entries::Sources(ids) => ids.len(),
            Entries::Claims(ids) => ids.len(),
            Entries::Events(ids) | Entries::Latest(ids) => ids.len(),
            Entries::Mentions(item) => self.edition.mentions(item).len(),
            Entries::Uses(id) => match self.uses_at_most(id) {
                few if few <= self.page_size() => few,
                _ => self.uses(id).len(),
            },
        }
    }

    /// Page `number` (from 1) of a long list.
    fn long_list(
        &self,
        list: LongList,
        entries: Entries<'e>,
        number: usize,
    ) -> ListPage<'e> {
        let LongList { of: item, name, called } = list;
        let first = routes::below(self.edition.address(item), name);
        let of = self.link(item);
        let phrases = self.shared.phrases;
        let title =
            phrases.list_of_item(&of.title, &phrases.midsentence(called(phrases)));
        let above = [of.clone()];
        let head = (item.section(), &*title, &above[..]);
        self.list_page(head, of, (&first, number), entries)
    }

    /// Page `number` (from 1) of the list that begins at `first`: its section, its title and what it is reached by; whose it is.
    pub(super) fn list_page(
        &self,
        (section, title, above): (&'static str, &str, &[Card<LinkView>]),
        of: Card<LinkView>,
        (first, number): (&OutPath, usize),
        entries: Entries<'e>,
    ) -> ListPage<'e> {
        let path = routes::numbered(first, number);
        let mut view = ListPage {
            page: self.head("list", section, title, &path, above),
            title: title.to_owned(),
            of,
            ways: Vec::new(),
            articles: Vec::new(),
            locations: Vec::new(),
            sources: Vec::new(),
            claims: Vec::new(),
            events: Vec::new(),
            backlinks: Vec::new(),
            pagination: self.pagination(first, number, self.count(entries)),
        };
        match entries {
            Entries::Articles(ids) => {
                view.articles = self.article_cards(self.on_page(ids, number));
            }
            Entries::Locations(ids) => {
                view.locations = self.location_cards(self.on_page(ids, number));
            }
            Entries::Sources(ids) => {
                view.sources = self.source_rows(self.on_page(ids, number));
            }
            Entries::Claims(ids) => {
                view.claims = self.claim_cards(self.on_page(ids, number));
            }
            Entries::Events(ids) => {
                view.events = self.event_cards(self.on_page(ids, number));
            }
            Entries::Latest(ids) => {
                let shown = self.on_page_from_last(ids, number).iter().rev();
                view.events = self.event_cards(shown);
            }
            Entries::Uses(id) => {
                let all = self.uses(id);
                let shown = routes::on_page(number, all.len(), self.page_size());
                view.backlinks = self.use_views(id, &all, shown);
            }
            Entries::Mentions(item) => {
                let some = self.on_page(self.edition.mentions(item), number);
                view.backlinks = self.naming(item, some);
            }
        }
        view
    }
}
