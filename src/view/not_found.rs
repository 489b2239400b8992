//! The page shown where there is none.

use super::listing::Listing;
use super::{PageHead, View, Views};
use crate::diag::Place;
use crate::routes::OwnPage;
use serde::Serialize;

/// `pages/not-found.html`: shown by the host where there is no page. A host shows it under
/// any address, so its links rest on `site.base_path` where the site has one: a mirror or a preview keeps its
/// readers.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundPage {
    /// What every page has.
    pub page: PageHead,
}

impl View for NotFoundPage {
    const TEMPLATE: &'static str = "pages/not-found.html";
}

/// The page for what is not there.
pub(super) fn pages(all: &mut Listing<'_>) {
    let path = OwnPage::NotFound.address();
    all.page(path, Place::Site, |views| Box::new(views.not_found()));
}

impl Views<'_> {
    /// The page shown where there is none.
    pub fn not_found(&self) -> NotFoundPage {
        let path = OwnPage::NotFound.address();
        let title = self.shared.phrases.no_page_here();
        let mut page = self.head("not-found", "", title, &path, &[]);
        page.noindex = true;
        page.canonical = None;
        NotFoundPage { page }
    }
}
