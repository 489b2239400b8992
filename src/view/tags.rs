//! Tags.

use super::listing::Listing;
use super::{ArticleCard, Card, PageHead, Pagination, View, Views};
use crate::diag::Place;
use crate::model::TagId;
use crate::routes::{self, OwnPage};
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

/// The list of tags, and the articles of each.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, tags) = (OwnPage::Tags.address(), all.edition.tags());
    all.list(&first, Place::Site, tags.len(), |views, n| Box::new(views.tags(n)));
    for id in tags {
        let (id, tag) = (*id, all.edition.tag(*id));
        let count = all.edition.with_tag(id).len();
        all.list(&tag.address, Place::Text(tag.place), count, move |views, n| {
            Box::new(views.tag(id, n))
        });
    }
}

impl Views<'_> {
    /// Page `number` (from 1) of the list of tags.
    pub fn tags(&self, number: usize) -> TagsPage {
        let (first, all) = (OwnPage::Tags.address(), self.edition.tags());
        let path = routes::numbered(&first, number);
        let row = |id: &TagId| {
            let tag = self.edition.tag(*id);
            TagRow {
                name: tag.name.clone(),
                path: self.path(&tag.address, None),
                articles: self.edition.with_tag(*id).len(),
            }
        };
        TagsPage {
            page: self.head("tags", "", self.shared.phrases.tags(), &path, &[]),
            tags: self.on_page(all, number).iter().map(row).collect(),
            pagination: self.pagination(&first, number, all.len()),
        }
    }

    /// Page `number` (from 1) of the articles with a tag.
    pub fn tag(&self, id: TagId, number: usize) -> TagPage {
        let (tag, all) = (self.edition.tag(id), self.edition.with_tag(id));
        let path = routes::numbered(&tag.address, number);
        let above = [self.section_link(OwnPage::Tags)];
        TagPage {
            page: self.head("tag", "", &tag.name, &path, &above),
            name: tag.name.clone(),
            articles: self.article_cards(self.on_page(all, number)),
            pagination: self.pagination(&tag.address, number, all.len()),
        }
    }
}
