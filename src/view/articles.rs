//! The list of articles.

use super::place;
use super::{ArticleCard, Card, Desk, PageHead, Pagination, View};
use crate::model::OwnPage;
use serde::Serialize;

/// `pages/articles.html`: one page of all articles, newest first.
#[derive(Debug, Clone, Serialize, Hash)]
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

impl Desk<'_> {
    /// Page `number` (from 1) of the list of articles.
    pub fn articles(&self, number: usize) -> ArticlesPage {
        let (first, all) = (OwnPage::Articles.address(), &self.edition.articles);
        let path = place::numbered(&first, number);
        ArticlesPage {
            page: self.head("articles", "articles", "Articles", &path, &[]),
            articles: self.article_cards(self.on_page(all, number)),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
