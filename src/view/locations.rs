//! The list of locations.

use super::listing::Listing;
use super::{Card, LocationCard, PageHead, Pagination, StatusCount, View, Views};
use crate::diag::Place;
use crate::routes::{self, OwnPage};
use serde::Serialize;

/// `pages/locations.html`: one page of all locations, by country and name.
#[derive(Debug, Clone, Serialize)]
pub struct LocationsPage {
    /// What every page has.
    pub page: PageHead,
    /// All locations by status.
    pub statuses: Vec<StatusCount>,
    /// The locations on this page.
    pub locations: Vec<Card<LocationCard>>,
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
            locations: self.location_cards(self.on_page(all, number)),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
