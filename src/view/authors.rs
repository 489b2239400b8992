//! Those who write.

use super::{ArticleCard, Card, PageHead, Pagination, View};
use serde::Serialize;

/// An author in the list of authors.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorRow {
    /// The name.
    pub name: String,
    /// The path of the author's page.
    pub path: String,
    /// What they know about.
    pub expertise: Option<String>,
    /// How many articles they wrote.
    pub articles: usize,
}

/// `pages/authors.html`: all authors, by name.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorsPage {
    /// What every page has.
    pub page: PageHead,
    /// The authors on this page.
    pub authors: Vec<AuthorRow>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for AuthorsPage {
    const TEMPLATE: &'static str = "pages/authors.html";
}

/// `pages/author.html`: one author's articles, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorPage {
    /// What every page has.
    pub page: PageHead,
    /// The name.
    pub name: String,
    /// What they know about.
    pub expertise: Option<String>,
    /// Their own page elsewhere.
    pub url: Option<String>,
    /// The articles on this page.
    pub articles: Vec<Card<ArticleCard>>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for AuthorPage {
    const TEMPLATE: &'static str = "pages/author.html";
}
