//! A free page: about, methods, corrections policy.

use super::{Backlink, DateView, Heading, PageHead, Part, Reference, View};
use serde::Serialize;

/// `pages/page.html`: a free page.
#[derive(Debug, Clone, Serialize)]
pub struct FreePage {
    /// What every page has.
    pub page: PageHead,
    /// The title.
    pub title: String,
    /// The summary.
    pub standfirst: Option<String>,
    /// When it was last changed in substance.
    pub updated: Option<DateView>,
    /// The contents list.
    pub contents: Vec<Heading>,
    /// The text.
    pub body_html: String,
    /// Its sources in the order of their numbers.
    pub references: Vec<Reference>,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink>,
}

impl View for FreePage {
    const TEMPLATE: &'static str = "pages/page.html";
}
