//! The index of countries and territories.

use super::{Card, DateView, PageHead, StatusCount, StatusView, View};
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
    /// How its authorities answered.
    pub response: Option<StatusView>,
    /// Its first dated fact.
    pub first: Option<DateView>,
    /// Its last dated fact.
    pub last: Option<DateView>,
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
    /// What is to be said on borders and names, from `site.toml`.
    pub note: Option<String>,
}

impl View for CountriesPage {
    const TEMPLATE: &'static str = "pages/countries.html";
}
