//! What stays at an address that a page once had.

use super::listing::Listing;
use super::{Card, LinkView, PageHead, View, Views};
use crate::diag::Place;
use crate::files::OutPath;
use crate::model::Item;
use serde::Serialize;

/// `pages/redirect.html`: an old address that leads to the new one.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectPage {
    /// What every page has; `canonical` is the new address.
    pub page: PageHead,
    /// Where the page is now.
    pub target: Card<LinkView>,
}

impl View for RedirectPage {
    const TEMPLATE: &'static str = "pages/redirect.html";
}

/// The pages at old addresses.
pub(super) fn pages(all: &mut Listing<'_>) {
    for (from, to) in all.edition.redirects() {
        let at = from.clone();
        all.page(at, Place::Site, move |views| Box::new(views.redirect(&from, to)));
    }
}

impl Views<'_> {
    /// The page at `from`, an old address of `to`.
    pub fn redirect(&self, from: &OutPath, to: Item) -> RedirectPage {
        let target = self.link(to);
        let mut page = self.head("redirect", "", &target.title, from, &[]);
        page.noindex = true;
        page.canonical = self.url(self.edition.address(to));
        RedirectPage { page, target }
    }
}
