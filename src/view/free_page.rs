//! A free page: about, methods, corrections policy.

use super::backlink::BACKLINKS;
use super::extra::Extra;
use super::list::Entries;
use super::listing::Listing;
use super::{
    Backlink, Card, DateView, Heading, ImageView, Markup, PageHead, Part, Reference,
    TextHtml, TextView, View, Views,
};
use crate::model::{Item, PageId};
use crate::phrases::Phrases;
use serde::Serialize;

/// `pages/page.html`: a free page.
#[derive(Debug, Clone, Serialize)]
pub struct FreePage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// The title.
    pub title: String,
    /// The summary.
    pub standfirst: Option<String>,
    /// When it was last changed in substance.
    pub updated: Option<Card<DateView>>,
    /// The lead picture.
    pub image: Option<ImageView>,
    /// The writer's own fields.
    pub extra: Extra,
    /// Attributes that tell the language and direction of its words, where they are not the page's.
    pub spoken: Markup,
    /// The contents list.
    pub contents: Vec<Heading<'e>>,
    /// The text.
    pub body_html: TextHtml,
    /// Its sources in the order of their numbers.
    pub references: Vec<Reference>,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink<'e>>,
}

impl View for FreePage<'_> {
    const TEMPLATE: &'static str = "pages/page.html";
}

/// Each free page, and what names it where that is too much for the page.
pub(super) fn pages(all: &mut Listing<'_>) {
    for id in all.edition.pages() {
        let (id, item) = (*id, Item::Page(*id));
        let place = all.edition.page(id).place;
        all.item(item, Some(place), move |views, text| Box::new(views.page(id, text)));
        all.long(item, BACKLINKS, Phrases::mentioned_in, move |_| {
            Entries::Mentions(item)
        });
    }
}

impl<'e> Views<'e> {
    /// A free page with its rendered text.
    pub fn page(&self, id: PageId, mut text: TextView<'e>) -> FreePage<'e> {
        let written = self.edition.page(id);
        let mut page = self.head("page", "", &written.title, &written.names.address, &[]);
        page.description.clone_from(&written.summary);
        page.image = written.picture.as_ref().and_then(|one| self.plain_image(one));
        page.spoken = self.spoken_title(Item::Page(id));
        FreePage {
            image: written.picture.as_ref().map(|picture| self.image(picture)),
            spoken: page.spoken.clone(),
            page,
            title: written.title.clone(),
            standfirst: written.summary.clone(),
            updated: self.date_of(written.updated.as_ref()),
            extra: Extra::new(written.matter.extra.as_ref()),
            contents: text.contents(written.matter.toc),
            body_html: text.html,
            references: text.references,
            backlinks: self.backlinks(Item::Page(id)),
        }
    }
}
