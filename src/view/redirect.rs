//! What stays at an address that a page once had.

use super::{Card, Desk, LinkView, PageHead, View};
use crate::files::OutPath;
use crate::model::Item;
use serde::Serialize;

/// `pages/redirect.html`: an old address that leads to the new one.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct RedirectPage {
    /// What every page has; `canonical` is the new address.
    pub page: PageHead,
    /// Where the page is now.
    pub target: Card<LinkView>,
}

impl View for RedirectPage {
    const TEMPLATE: &'static str = "pages/redirect.html";
}

impl Desk<'_> {
    /// The page at `from`, an old address of `to`.
    pub fn redirect(&self, from: &OutPath, to: Item) -> RedirectPage {
        let target = self.link(to);
        let mut page = self.head("redirect", "", &target.title, from, &[]);
        page.noindex = true;
        page.canonical = self.url(self.edition.address(to));
        RedirectPage { page, target }
    }
}
