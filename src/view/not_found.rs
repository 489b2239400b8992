//! The page shown where there is none.

use super::{Desk, PageHead, View};
use crate::model::OwnPage;
use serde::Serialize;

/// `pages/not-found.html`: shown by the host where there is no page. A host shows it under
/// any address, so its links rest on `site.base_url` where the site has one.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct NotFoundPage {
    /// What every page has.
    pub page: PageHead,
}

impl View for NotFoundPage {
    const TEMPLATE: &'static str = "pages/not-found.html";
}

impl Desk<'_> {
    /// The page shown where there is none.
    pub fn not_found(&self) -> NotFoundPage {
        let path = OwnPage::NotFound.address();
        let title = "There is no page at this address";
        let mut page = self.head("not-found", "", title, &path, &[]);
        page.noindex = true;
        page.canonical = None;
        NotFoundPage { page }
    }
}
