//! The list of locations.

use super::{Card, LocationCard, PageHead, Pagination, StatusCount, View};
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
