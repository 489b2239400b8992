//! Tags.

use super::{ArticleCard, Card, PageHead, Pagination, View};
use serde::Serialize;

/// A tag in the list of tags.
#[derive(Debug, Clone, Serialize)]
pub struct TagRow {
    /// The tag as it is shown.
    pub name: String,
    /// The path of its page.
    pub path: String,
    /// How many articles have it.
    pub articles: usize,
}

/// `pages/tags.html`: all tags, by name.
#[derive(Debug, Clone, Serialize)]
pub struct TagsPage {
    /// What every page has.
    pub page: PageHead,
    /// The tags on this page.
    pub tags: Vec<TagRow>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for TagsPage {
    const TEMPLATE: &'static str = "pages/tags.html";
}

/// `pages/tag.html`: the articles that have one tag, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct TagPage {
    /// What every page has.
    pub page: PageHead,
    /// The tag as it is shown.
    pub name: String,
    /// The articles on this page.
    pub articles: Vec<Card<ArticleCard>>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for TagPage {
    const TEMPLATE: &'static str = "pages/tag.html";
}
