//! The list of articles.

use super::listing::Listing;
use super::{ArticleCard, Card, GroupLinks, PageHead, Pagination, View, Views};
use crate::diag::Place;
use crate::routes::{self, Grouping, OwnPage};
use serde::Serialize;

/// `pages/articles.html`: one page of all articles, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct ArticlesPage {
    /// What every page has.
    pub page: PageHead,
    /// The ways to those of a year.
    pub ways: Vec<GroupLinks>,
    /// The articles on this page.
    pub articles: Vec<Card<ArticleCard>>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for ArticlesPage {
    const TEMPLATE: &'static str = "pages/articles.html";
}

/// The list of articles.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, count) = (OwnPage::Articles.address(), all.edition.articles().len());
    all.list(&first, Place::Site, count, |views, n| Box::new(views.articles(n)));
    all.groups(Grouping::ArticlesByYear);
}

impl Views<'_> {
    /// Page `number` (from 1) of the list of articles.
    pub fn articles(&self, number: usize) -> ArticlesPage {
        let (first, all) = (OwnPage::Articles.address(), self.edition.articles());
        let path = routes::numbered(&first, number);
        ArticlesPage {
            page: self.head(
                "articles",
                "articles",
                self.shared.phrases.articles(),
                &path,
                &[],
            ),
            ways: self.group_links(Grouping::ArticlesByYear, None),
            articles: self.article_cards(self.on_page(all, number)),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
