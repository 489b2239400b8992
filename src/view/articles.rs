//! The list of articles.

use super::{ArticleCard, Card, PageHead, Pagination, View};
use serde::Serialize;

/// `pages/articles.html`: one page of all articles, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct ArticlesPage {
    /// What every page has.
    pub page: PageHead,
    /// The articles on this page.
    pub articles: Vec<Card<ArticleCard>>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for ArticlesPage {
    const TEMPLATE: &'static str = "pages/articles.html";
}
