//! The list of locations.

use super::listing::Listing;
use super::{
    Card, LinkView, LocationCard, PageHead, Pagination, StatusCount, View, Views,
};
use crate::diag::Place;
use crate::model::{Item, LocationId};
use crate::routes::{self, Grouping, OwnPage};
use serde::Serialize;

/// The locations of one country on a page.
#[derive(Debug, Clone, Serialize)]
pub struct CountryLocations {
    /// The country.
    pub country: Card<LinkView>,
    /// Its locations.
    pub locations: Vec<Card<LocationCard>>,
}

/// `pages/locations.html`: one page of all locations, by country and name.
#[derive(Debug, Clone, Serialize)]
pub struct LocationsPage {
    /// What every page has.
    pub page: PageHead,
    /// All locations by status, each with the list of them.
    pub statuses: Vec<StatusCount>,
    /// The locations on this page, under their countries.
    pub countries: Vec<CountryLocations>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for LocationsPage {
    const TEMPLATE: &'static str = "pages/locations.html";
}

/// The list of locations.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, count) = (OwnPage::Locations.address(), all.edition.locations().len());
    all.list(&first, Place::Site, count, |views, n| Box::new(views.locations(n)));
    all.groups(Grouping::LocationsByStatus);
}

impl Views<'_> {
    /// Page `number` (from 1) of the list of locations.
    pub fn locations(&self, number: usize) -> LocationsPage {
        let (first, all) = (OwnPage::Locations.address(), self.edition.locations());
        let path = routes::numbered(&first, number);
        LocationsPage {
            page: self.head(
                "locations",
                "locations",
                self.shared.phrases.locations(),
                &path,
                &[],
            ),
            statuses: self.statuses(),
            countries: self.under_countries(self.on_page(all, number)),
            pagination: self.pagination(&first, number, all.len()),
        }
    }

    /// Locations under their countries, in whose order they are.
    fn under_countries(&self, ids: &[LocationId]) -> Vec<CountryLocations> {
        let country = |id: &LocationId| self.edition.location(*id).country;
        let parts = ids.chunk_by(|one, next| country(one) == country(next));
        let part = |ids: &[LocationId]| {
            let of = country(ids.first()?);
            let locations = self.location_cards(ids);
            Some(CountryLocations { country: self.link(Item::Country(of)), locations })
        };
        parts.filter_map(part).collect()
    }
}
