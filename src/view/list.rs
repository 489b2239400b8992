//! The rest of a long list.

use super::backlink::BACKLINKS;
use super::place;
use super::{
    ArticleCard, Backlink, Card, Desk, EventView, LinkView, LocationCard, PageHead,
    Pagination, SourceCard, View,
};
use crate::files::OutPath;
use crate::model::{CountryId, Item, LocationId, SourceId};
use serde::Serialize;

/// `pages/list.html`: one page of a list that is too long for the page of its item. One of
/// the lists has entries, the others are empty.
#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    /// What every page has.
    pub page: PageHead,
    /// What the list is: `Articles about Ireland`.
    pub title: String,
    /// The item whose list it is.
    pub of: LinkView,
    /// Articles.
    pub articles: Vec<Card<ArticleCard>>,
    /// Locations.
    pub locations: Vec<Card<LocationCard>>,
    /// Sources.
    pub sources: Vec<Card<SourceCard>>,
    /// Dated facts.
    pub events: Vec<Card<EventView>>,
    /// Places that name the item.
    pub backlinks: Vec<Backlink>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for ListPage {
    const TEMPLATE: &'static str = "pages/list.html";
}

/// A list that is too long for the page of its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Long {
    /// The articles about a country.
    CountryArticles(CountryId),
    /// The locations in a country.
    CountryLocations(CountryId),
    /// The sources on a country.
    CountrySources(CountryId),
    /// The articles about a location.
    LocationArticles(LocationId),
    /// The dated facts of a location.
    LocationDates(LocationId),
    /// The sources that repeat a source.
    RepeatedBy(SourceId),
    /// What rests on a source.
    Uses(SourceId),
    /// The places that name an item other than a source.
    Mentions(Item),
}

impl Desk<'_> {
    /// Every list that is too long for the page of its item, and how many pages it has.
    pub fn long_lists(&self) -> Vec<(Long, usize)> {
        let edition = self.edition;
        let countries = edition.countries.iter().flat_map(|id| {
            [
                Long::CountryArticles(*id),
                Long::CountryLocations(*id),
                Long::CountrySources(*id),
                Long::Mentions(Item::Country(*id)),
            ]
        });
        let locations = edition.locations.iter().flat_map(|id| {
            [
                Long::LocationArticles(*id),
                Long::LocationDates(*id),
                Long::Mentions(Item::Location(*id)),
            ]
        });
        let sources = edition.sources.iter();
        let sources = sources.flat_map(|id| [Long::RepeatedBy(*id), Long::Uses(*id)]);
        let articles =
            edition.articles.iter().map(|id| Long::Mentions(Item::Article(*id)));
        let pages = edition.pages.iter().map(|id| Long::Mentions(Item::Page(*id)));
        let all = countries.chain(locations).chain(sources).chain(articles).chain(pages);
        all.map(|long| (long, self.long_length(long)))
            .filter(|(_, length)| *length > self.page_size())
            .map(|(long, length)| (long, place::pages(length, self.page_size())))
            .collect()
    }

    fn long_length(&self, long: Long) -> usize {
        let edition = self.edition;
        match long {
            Long::CountryArticles(id) => edition.of_country(id).articles.len(),
            Long::CountryLocations(id) => edition.of_country(id).locations.len(),
            Long::CountrySources(id) => edition.of_country(id).sources.len(),
            Long::LocationArticles(id) => edition.of_location(id).articles.len(),
            Long::LocationDates(id) => edition.of_location(id).events.len(),
            Long::RepeatedBy(id) => edition.use_of_source(id).repeated_by.len(),
            Long::Uses(id) => self.uses(id).len(),
            Long::Mentions(item) => edition.mentions(item).len(),
        }
    }

    /// The item whose list it is, the list's name in its path, and what the list is called.
    fn long_name(&self, long: Long) -> (Item, &'static str, &'static str) {
        match long {
            Long::CountryArticles(id) => (Item::Country(id), "articles", "Articles"),
            Long::CountryLocations(id) => (Item::Country(id), "locations", "Locations"),
            Long::CountrySources(id) => (Item::Country(id), "sources", "Sources"),
            Long::LocationArticles(id) => (Item::Location(id), "articles", "Articles"),
            Long::LocationDates(id) => (Item::Location(id), "dates", "Dates"),
            Long::RepeatedBy(id) => (Item::Source(id), "repeated-by", "Repeated by"),
            Long::Uses(id) => (Item::Source(id), BACKLINKS, "Cited in"),
            Long::Mentions(item) => (item, BACKLINKS, "Mentioned in"),
        }
    }

    /// Where page `number` (from 1) of a long list is.
    pub fn long_path(&self, long: Long, number: usize) -> OutPath {
        let (item, name, _) = self.long_name(long);
        place::numbered(&place::below(&self.edition.address(item), name), number)
    }

    /// Page `number` (from 1) of a long list.
    pub fn long_list(&self, long: Long, number: usize) -> ListPage {
        let (item, _, called) = self.long_name(long);
        let (first, path) = (self.long_path(long, 1), self.long_path(long, number));
        let of = self.link(item);
        let title = format!("{}: {}", of.title, called.to_lowercase());
        let section = section(item);
        let mut view = ListPage {
            page: self.head("list", section, &title, &path, std::slice::from_ref(&of)),
            title,
            of,
            articles: Vec::new(),
            locations: Vec::new(),
            sources: Vec::new(),
            events: Vec::new(),
            backlinks: Vec::new(),
            pagination: self.pagination(&first, number, self.long_length(long)),
        };
        self.fill(&mut view, long, number);
        view
    }

    fn fill(&self, view: &mut ListPage, long: Long, number: usize) {
        let edition = self.edition;
        let source_cards =
            |ids: &[SourceId]| ids.iter().map(|id| self.source_card(*id)).collect();
        match long {
            Long::CountryArticles(id) => {
                let all = &edition.of_country(id).articles;
                view.articles = self.article_cards(self.on_page(all, number));
            }
            Long::CountryLocations(id) => {
                let all = &edition.of_country(id).locations;
                view.locations = self.location_cards(self.on_page(all, number));
            }
            Long::CountrySources(id) => {
                let all = &edition.of_country(id).sources;
                view.sources = source_cards(self.on_page(all, number));
            }
            Long::LocationArticles(id) => {
                let all = &edition.of_location(id).articles;
                view.articles = self.article_cards(self.on_page(all, number));
            }
            Long::LocationDates(id) => {
                let all = &edition.of_location(id).events;
                view.events = self.event_cards(self.on_page(all, number));
            }
            Long::RepeatedBy(id) => {
                let all = &edition.use_of_source(id).repeated_by;
                view.sources = source_cards(self.on_page(all, number));
            }
            Long::Uses(id) => {
                let all = self.uses(id);
                view.backlinks = self.use_views(id, self.on_page(&all, number));
            }
            Long::Mentions(item) => {
                let all = self.on_page(edition.mentions(item), number).iter();
                view.backlinks = all.map(|one| self.backlink(item, *one)).collect();
            }
        }
    }
}

fn section(item: Item) -> &'static str {
    match item {
        Item::Article(_) => "articles",
        Item::Country(_) => "countries",
        Item::Location(_) => "locations",
        Item::Source(_) => "sources",
        Item::Entity(_) => "entities",
        Item::Claim(_) => "claims",
        Item::Page(_) | Item::Home => "",
    }
}
