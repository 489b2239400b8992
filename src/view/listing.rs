//! Pages while they are listed: where each is, and how its view is filled.

use super::{AnyView, TextView, Views};
use crate::diag::Place;
use crate::files::{OutPath, Span};
use crate::model::{Edition, Item};
use crate::routes;

/// A page of the site.
pub struct Page {
    /// Where it is.
    pub path: OutPath,
    /// What of the site it is made from, for messages about it.
    pub from: Place,
    /// The item whose text it shows.
    pub text_of: Option<Item>,
    fill: Fill,
}

/// Fills the view of a page, given its text; that is empty where the page has none.
type Fill =
    Box<dyn for<'p> Fn(&Views<'p>, TextView<'p>) -> Box<dyn AnyView + 'p> + Send + Sync>;

impl Page {
    /// The view of the page with its text.
    pub fn view<'p>(
        &self,
        views: &Views<'p>,
        text: TextView<'p>,
    ) -> Box<dyn AnyView + 'p> {
        (self.fill)(views, text)
    }
}

/// The pages of a site while they are listed.
pub(super) struct Listing<'e> {
    pub(super) views: &'e Views<'e>,
    pub(super) edition: Edition<'e>,
    pages: Vec<Page>,
}

impl<'e> Listing<'e> {
    pub(super) fn new(views: &'e Views<'e>) -> Self {
        Listing { views, edition: views.edition, pages: Vec::new() }
    }

    pub(super) fn into_pages(self) -> Vec<Page> {
        self.pages
    }

    /// Adds a page without a text.
    pub(super) fn page(
        &mut self,
        path: OutPath,
        from: Place,
        fill: impl for<'p> Fn(&Views<'p>) -> Box<dyn AnyView + 'p> + Send + Sync + 'static,
    ) {
        let fill: Fill = Box::new(move |views, _| fill(views));
        self.pages.push(Page { path, from, text_of: None, fill });
    }

    /// Adds the page of an item, with its text.
    pub(super) fn item(
        &mut self,
        item: Item,
        from: Option<Span>,
        fill: impl for<'p> Fn(&Views<'p>, TextView<'p>) -> Box<dyn AnyView + 'p>
        + Send
        + Sync
        + 'static,
    ) {
        let path = self.edition.address(item).clone();
        let prose = self.edition.prose(item);
        let from = from.or_else(|| prose.map(|prose| Span::start_of(prose.file)));
        let from = from.map_or(Place::Site, Place::Text);
        self.pages.push(Page { path, from, text_of: Some(item), fill: Box::new(fill) });
    }

    /// Adds the pages of a list of so many items, the first of which is at `first`. `fill` is given the
    /// number of the page, from 1. Every list has at least one page.
    pub(super) fn list(
        &mut self,
        first: &OutPath,
        from: Place,
        items: usize,
        fill: impl for<'p> Fn(&Views<'p>, usize) -> Box<dyn AnyView + 'p>
        + Clone
        + Send
        + Sync
        + 'static,
    ) {
        for number in 1..=routes::page_count(items, self.views.page_size()) {
            let fill = fill.clone();
            let path = routes::numbered(first, number);
            self.page(path, from.clone(), move |views| fill(views, number));
        }
    }
}
