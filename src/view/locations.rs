//! The list of locations.

use super::place;
use super::{Card, Desk, LocationCard, PageHead, Pagination, StatusCount, View};
use crate::model::OwnPage;
use serde::Serialize;

/// `pages/locations.html`: one page of all locations, by country and name.
#[derive(Debug, Clone, Serialize, Hash)]
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

impl Desk<'_> {
    /// Page `number` (from 1) of the list of locations.
    pub fn locations(&self, number: usize) -> LocationsPage {
        let (first, all) = (OwnPage::Locations.address(), &self.edition.locations);
        let path = place::numbered(&first, number);
        LocationsPage {
            page: self.head("locations", "locations", "Locations", &path, &[]),
            statuses: self.statuses(),
            locations: self.location_cards(self.on_page(all, number)),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
