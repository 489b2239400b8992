//! Those who write.

use super::listing::Listing;
use super::{ArticleCard, Card, PageHead, Pagination, View, Views};
use crate::diag::Place;
use crate::model::AuthorId;
use crate::routes::{self, OwnPage};
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

/// The list of authors, and the articles of each.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, authors) = (OwnPage::Authors.address(), all.edition.authors());
    all.list(&first, Place::Site, authors.len(), |views, n| Box::new(views.authors(n)));
    for id in authors {
        let (id, author) = (*id, all.edition.author(*id));
        let count = all.edition.by_author(id).len();
        all.list(&author.address, Place::Text(author.place), count, move |views, n| {
            Box::new(views.author(id, n))
        });
    }
}

impl Views<'_> {
    /// Page `number` (from 1) of the list of authors.
    pub fn authors(&self, number: usize) -> AuthorsPage {
        let (first, all) = (OwnPage::Authors.address(), self.edition.authors());
        let path = routes::numbered(&first, number);
        let row = |id: &AuthorId| {
            let author = self.edition.author(*id);
            AuthorRow {
                name: author.name.clone(),
                path: self.path(&author.address, None),
                expertise: author.expertise.clone(),
                articles: self.edition.by_author(*id).len(),
            }
        };
        AuthorsPage {
            page: self.head("authors", "", self.shared.phrases.authors(), &path, &[]),
            authors: self.on_page(all, number).iter().map(row).collect(),
            pagination: self.pagination(&first, number, all.len()),
        }
    }

    /// Page `number` (from 1) of an author's articles.
    pub fn author(&self, id: AuthorId, number: usize) -> AuthorPage {
        let (author, all) = (self.edition.author(id), self.edition.by_author(id));
        let path = routes::numbered(&author.address, number);
        let above = [self.section_link(OwnPage::Authors)];
        AuthorPage {
            page: self.head("author", "", &author.name, &path, &above),
            name: author.name.clone(),
            expertise: author.expertise.clone(),
            url: author.url.clone(),
            articles: self.article_cards(self.on_page(all, number)),
            pagination: self.pagination(&author.address, number, all.len()),
        }
    }
}
