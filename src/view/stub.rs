//! What stays at an address that was once published.

use super::{DateView, LinkView, PageHead, View};
use serde::Serialize;

/// `pages/redirect.html`: an old address that leads to the new one.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectPage {
    /// What every page has; `canonical` is the new address.
    pub page: PageHead,
    /// Where the page is now.
    pub target: LinkView,
}

impl View for RedirectPage {
    const TEMPLATE: &'static str = "pages/redirect.html";
}

/// `pages/tombstone.html`: the address of something withdrawn.
#[derive(Debug, Clone, Serialize)]
pub struct TombstonePage {
    /// What every page has.
    pub page: PageHead,
    /// What it was called, if that may still be said.
    pub title: Option<String>,
    /// When it was withdrawn.
    pub date: Option<DateView>,
    /// Why.
    pub reason: String,
}

impl View for TombstonePage {
    const TEMPLATE: &'static str = "pages/tombstone.html";
}
