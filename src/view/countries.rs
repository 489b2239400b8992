//! The index of countries and territories.

use super::listing::Listing;
use super::region::region_name;
use super::{
    Card, DateView, PageHead, StatusCount, StatusView, View, Views, WorldMapView,
};
use crate::atlas::Region;
use crate::diag::Place;
use crate::model::{CountryId, EventId};
use crate::routes::OwnPage;
use serde::Serialize;

/// A country or territory in the index.
#[derive(Debug, Clone, Serialize)]
pub struct CountryRow {
    /// Its ISO 3166-1 code in capitals: `IE`.
    pub code: String,
    /// Its customary name.
    pub name: String,
    /// The path of its page.
    pub path: String,
    /// How many articles are about it.
    pub articles: usize,
    /// How many locations lie in it.
    pub locations: usize,
    /// Its locations by status.
    pub statuses: Vec<StatusCount>,
    /// How many of its locations have no status.
    pub without_status: usize,
    /// How its authorities answered.
    pub response: Option<Card<StatusView>>,
    /// Its first dated fact.
    pub first: Option<Card<DateView>>,
    /// Its last dated fact.
    pub last: Option<Card<DateView>>,
    /// How many sources its pages rest on.
    pub sources: usize,
}

/// The countries of one region of the world.
#[derive(Debug, Clone, Serialize)]
pub struct RegionView {
    /// Its name: `Europe`.
    pub name: String,
    /// Its fragment on the page: `europe`.
    pub anchor: String,
    /// Its countries, by name.
    pub countries: Vec<Card<CountryRow>>,
}

/// `pages/countries.html`: all countries and territories that the site tells of.
#[derive(Debug, Clone, Serialize)]
pub struct CountriesPage {
    /// What every page has.
    pub page: PageHead,
    /// The regions that have any.
    pub regions: Vec<RegionView>,
    /// How many countries and territories.
    pub countries: usize,
    /// How many locations in all.
    pub locations: usize,
    /// All locations by status.
    pub statuses: Vec<StatusCount>,
    /// The map of the world; none where there are no countries.
    pub map: Option<Card<WorldMapView>>,
    /// What is to be said on borders and names, from `site.toml`.
    pub note: Option<String>,
}

impl View for CountriesPage {
    const TEMPLATE: &'static str = "pages/countries.html";
}

/// The index of countries.
pub(super) fn pages(all: &mut Listing<'_>) {
    let path = OwnPage::Countries.address();
    all.page(path, Place::Site, |views| Box::new(views.countries()));
}

impl Views<'_> {
    fn country_row(&self, id: CountryId) -> CountryRow {
        let country = self.edition.country(id);
        let facts = self.edition.of_country(id);
        let date = |id: &EventId| self.date(&self.edition.event(*id).date);
        let statuses = self.status_counts(&facts.locations);
        let with_status: usize = statuses.iter().map(|one| one.count).sum();
        let stance = country.response.as_ref().map(|response| &response.stance);
        CountryRow {
            code: country.code.upper().to_owned(),
            name: country.name.clone(),
            path: self.path(&country.names.address, None),
            articles: facts.articles.len(),
            locations: facts.locations.len(),
            without_status: facts.locations.len() - with_status,
            statuses,
            response: stance.map(|word| self.shared.answers.get(word)),
            first: facts.events.first().map(date),
            last: facts.events.last().map(date),
            sources: facts.sources.len(),
        }
    }

    /// The index of countries and territories.
    pub fn countries(&self) -> CountriesPage {
        let path = OwnPage::Countries.address();
        let title = self.shared.phrases.countries_and_territories();
        let all = self.edition.countries();
        let region = |region: Region| RegionView {
            name: region_name(region, self.shared.phrases).to_owned(),
            anchor: region.slug().to_owned(),
            countries: all
                .iter()
                .filter(|id| self.region(**id) == region)
                .map(|id| Card::new(self.country_row(*id)))
                .collect(),
        };
        let regions = Region::ALL.into_iter().map(region);
        CountriesPage {
            page: self.head("countries", "countries", title, &path, &[]),
            regions: regions.filter(|region| !region.countries.is_empty()).collect(),
            countries: all.len(),
            locations: self.edition.locations().len(),
            statuses: self.statuses(),
            map: self.world_map(),
            note: self.config().borders_note.clone(),
        }
    }

    pub(super) fn region(&self, id: CountryId) -> Region {
        self.edition.country(id).code.territory().region
    }
}
