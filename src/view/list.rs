//! The rest of a long list.

use super::backlink::BACKLINKS;
use super::place;
use super::{
    ArticleCard, Backlink, Card, ClaimCard, Desk, EventView, LinkView, LocationCard,
    PageHead, Pagination, SourceCard, View,
};
use crate::files::OutPath;
use crate::model::{ClaimId, CountryId, EntityId, Item, LocationId, SourceId};
use rayon::prelude::*;
use serde::Serialize;

/// `pages/list.html`: one page of a list that is too long for the page of its item. One of
/// the lists has entries, the others are empty.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct ListPage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// What the list is: `Articles about Ireland`.
    pub title: String,
    /// The item whose list it is.
    pub of: Card<LinkView>,
    /// Articles.
    pub articles: Vec<Card<ArticleCard>>,
    /// Locations.
    pub locations: Vec<Card<LocationCard>>,
    /// Sources.
    pub sources: Vec<Card<SourceCard>>,
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

/// A list that is too long for the page of its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Long {
    /// The articles about a country.
    CountryArticles(CountryId),
    /// The locations in a country.
    CountryLocations(CountryId),
    /// The sources on a country.
    CountrySources(CountryId),
    /// The claims about a country.
    CountryClaims(CountryId),
    /// The articles about a location.
    LocationArticles(LocationId),
    /// The dated facts of a location.
    LocationDates(LocationId),
    /// The claims about a location.
    LocationClaims(LocationId),
    /// The articles about an entity.
    EntityArticles(EntityId),
    /// The locations that an entity is said to run.
    EntityLocations(EntityId),
    /// The claims that concern an entity.
    EntityClaims(EntityId),
    /// The dated facts of an entity.
    EntityDates(EntityId),
    /// The articles that deal with a claim.
    ClaimArticles(ClaimId),
    /// The dated facts that bear on a claim.
    ClaimDates(ClaimId),
    /// The claims that rest on a source.
    SourceClaims(SourceId),
    /// The sources that repeat a source.
    RepeatedBy(SourceId),
    /// What rests on a source.
    Uses(SourceId),
    /// The places that name an item other than a source.
    Mentions(Item),
}

impl<'e> Desk<'e> {
    /// Every list that is too long for the page of its item, and how many pages it has.
    pub fn long_lists(&self) -> Vec<(Long, usize)> {
        let edition = self.edition;
        let countries = edition.countries.iter().flat_map(|id| {
            [
                Long::CountryArticles(*id),
                Long::CountryLocations(*id),
                Long::CountrySources(*id),
                Long::CountryClaims(*id),
                Long::Mentions(Item::Country(*id)),
            ]
        });
        let locations = edition.locations.iter().flat_map(|id| {
            [
                Long::LocationArticles(*id),
                Long::LocationDates(*id),
                Long::LocationClaims(*id),
                Long::Mentions(Item::Location(*id)),
            ]
        });
        let entities = edition.entities.iter().flat_map(|id| {
            [
                Long::EntityArticles(*id),
                Long::EntityLocations(*id),
                Long::EntityClaims(*id),
                Long::EntityDates(*id),
                Long::Mentions(Item::Entity(*id)),
            ]
        });
        let claims = edition.claims.iter().flat_map(|id| {
            [
                Long::ClaimArticles(*id),
                Long::ClaimDates(*id),
                Long::Mentions(Item::Claim(*id)),
            ]
        });
        let sources = edition.sources.iter().flat_map(|id| {
            [Long::RepeatedBy(*id), Long::SourceClaims(*id), Long::Uses(*id)]
        });
        let articles =
            edition.articles.iter().map(|id| Long::Mentions(Item::Article(*id)));
        let pages = edition.pages.iter().map(|id| Long::Mentions(Item::Page(*id)));
        let all = countries.chain(locations).chain(entities).chain(claims);
        let all: Vec<Long> = all.chain(sources).chain(articles).chain(pages).collect();
        all.into_par_iter()
            .filter(|long| self.at_most(*long) > self.page_size())
            .map(|long| (long, self.long_length(long)))
            .filter(|(_, length)| *length > self.page_size())
            .map(|(long, length)| (long, place::pages(length, self.page_size())))
            .collect()
    }

    /// No list is longer than this; that is told without a look at what is in it.
    fn at_most(&self, long: Long) -> usize {
        match long {
            Long::Uses(id) => self.uses_at_most(id),
            _ => self.long_length(long),
        }
    }

    fn long_length(&self, long: Long) -> usize {
        let edition = self.edition;
        match long {
            Long::CountryArticles(id) => edition.of_country(id).articles.len(),
            Long::CountryLocations(id) => edition.of_country(id).locations.len(),
            Long::CountrySources(id) => edition.of_country(id).sources.len(),
            Long::CountryClaims(_)
            | Long::LocationClaims(_)
            | Long::EntityClaims(_)
            | Long::SourceClaims(_) => self.long_claims(long).len(),
            Long::EntityArticles(id) => edition.of_entity(id).articles.len(),
            Long::EntityLocations(id) => edition.of_entity(id).locations.len(),
            Long::EntityDates(id) => edition.of_entity(id).events.len(),
            Long::ClaimArticles(id) => edition.articles_on(id).len(),
            Long::ClaimDates(id) => edition.events_of(Item::Claim(id)).len(),
            Long::LocationArticles(id) => edition.of_location(id).articles.len(),
            Long::LocationDates(id) => edition.of_location(id).events.len(),
            Long::RepeatedBy(id) => edition.use_of_source(id).repeated_by.len(),
            Long::Uses(id) => self.uses(id).len(),
            Long::Mentions(item) => edition.mentions(item).len(),
        }
    }

    /// The claims of a list of claims.
    fn long_claims(&self, long: Long) -> &[ClaimId] {
        let edition = self.edition;
        match long {
            Long::CountryClaims(id) => edition.claims_about(Item::Country(id)),
            Long::LocationClaims(id) => edition.claims_about(Item::Location(id)),
            Long::EntityClaims(id) => edition.claims_about(Item::Entity(id)),
            Long::SourceClaims(id) => edition.claims_resting_on(id),
            _ => &[],
        }
    }

    /// The item whose list it is, the list's name in its path, and what the list is called.
    fn long_name(&self, long: Long) -> (Item, &'static str, &'static str) {
        match long {
            Long::CountryArticles(id) => (Item::Country(id), "articles", "Articles"),
            Long::CountryLocations(id) => (Item::Country(id), "locations", "Locations"),
            Long::CountrySources(id) => (Item::Country(id), "sources", "Sources"),
            Long::CountryClaims(id) => (Item::Country(id), "claims", "Claims"),
            Long::LocationClaims(id) => (Item::Location(id), "claims", "Claims"),
            Long::EntityArticles(id) => (Item::Entity(id), "articles", "Articles"),
            Long::EntityLocations(id) => (Item::Entity(id), "locations", "Locations"),
            Long::EntityClaims(id) => (Item::Entity(id), "claims", "Claims"),
            Long::EntityDates(id) => (Item::Entity(id), "dates", "Dates"),
            Long::ClaimArticles(id) => (Item::Claim(id), "articles", "Articles"),
            Long::ClaimDates(id) => (Item::Claim(id), "dates", "Dates"),
            Long::SourceClaims(id) => (Item::Source(id), "claims", "Claims"),
            Long::LocationArticles(id) => (Item::Location(id), "articles", "Articles"),
            Long::LocationDates(id) => (Item::Location(id), "dates", "Dates"),
            Long::RepeatedBy(id) => (Item::Source(id), "repeated-by", "Repeated by"),
            Long::Uses(id) => (Item::Source(id), BACKLINKS, "Cited in"),
            Long::Mentions(item) => (item, BACKLINKS, "Mentioned in"),
        }
    }

    /// The item that a long list is of.
    pub fn long_item(&self, long: Long) -> Item {
        self.long_name(long).0
    }

    /// Where page `number` (from 1) of a long list is.
    pub fn long_path(&self, long: Long, number: usize) -> OutPath {
        let (item, name, _) = self.long_name(long);
        place::numbered(&place::below(self.edition.address(item), name), number)
    }

    /// Page `number` (from 1) of a long list.
    pub fn long_list(&self, long: Long, number: usize) -> ListPage<'e> {
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
            claims: Vec::new(),
            events: Vec::new(),
            backlinks: Vec::new(),
            pagination: self.pagination(&first, number, self.long_length(long)),
        };
        self.fill(&mut view, long, number);
        view
    }

    fn fill(&self, view: &mut ListPage<'e>, long: Long, number: usize) {
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
            Long::CountryClaims(_)
            | Long::LocationClaims(_)
            | Long::EntityClaims(_)
            | Long::SourceClaims(_) => {
                let all = self.long_claims(long);
                view.claims = self.claim_cards(self.on_page(all, number));
            }
            Long::EntityArticles(id) => {
                let all = &edition.of_entity(id).articles;
                view.articles = self.article_cards(self.on_page(all, number));
            }
            Long::EntityLocations(id) => {
                let all = &edition.of_entity(id).locations;
                view.locations = self.location_cards(self.on_page(all, number));
            }
            Long::EntityDates(id) => {
                let all = &edition.of_entity(id).events;
                view.events = self.event_cards(self.on_page(all, number));
            }
            Long::ClaimArticles(id) => {
                let all = edition.articles_on(id);
                view.articles = self.article_cards(self.on_page(all, number));
            }
            Long::ClaimDates(id) => {
                let all = edition.events_of(Item::Claim(id));
                view.events = self.event_cards(self.on_page(all, number));
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
                let shown = place::shown(number, all.len(), self.page_size());
                view.backlinks = self.use_views(id, &all, shown);
            }
            Long::Mentions(item) => {
                let some = self.on_page(edition.mentions(item), number);
                view.backlinks = self.naming(item, some);
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
