//! The rest of a long list.

use super::{
    ArticleCard, Backlink, Card, LinkView, LocationCard, PageHead, Pagination,
    SourceCard, View,
};
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
    /// Places that name the item.
    pub backlinks: Vec<Backlink>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for ListPage {
    const TEMPLATE: &'static str = "pages/list.html";
}
