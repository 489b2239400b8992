//! The page shown where there is none.

use super::{PageHead, View};
use serde::Serialize;

/// `pages/not-found.html`: shown by the host where there is no page. A host shows it under
/// any address, so its links rest on `site.base_url` where the site has one.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundPage {
    /// What every page has.
    pub page: PageHead,
}

impl View for NotFoundPage {
    const TEMPLATE: &'static str = "pages/not-found.html";
}
