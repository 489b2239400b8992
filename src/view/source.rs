//! A source's own page.

use super::{Backlink, Card, Fact, LinkView, PageHead, Part, SourceCard, View};
use serde::Serialize;

/// A passage quoted from a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuoteView {
    /// The words as they stand in the source.
    pub text: String,
    /// Where they stand: `p. 12`.
    pub page: Option<String>,
    /// The words in the site's language.
    pub translation: Option<String>,
}

/// `pages/source.html`: one source, and every place that cites it.
#[derive(Debug, Clone, Serialize)]
pub struct SourcePage {
    /// What every page has.
    pub page: PageHead,
    /// The source.
    pub source: Card<SourceCard>,
    /// What else is known of it: its role, access, reliability, the hash of its copy.
    pub facts: Vec<Fact>,
    /// What has been written about it.
    pub body_html: String,
    /// Passages quoted from it.
    pub quotes: Vec<QuoteView>,
    /// The sources it merely repeats.
    pub based_on: Vec<LinkView>,
    /// The sources that merely repeat it.
    pub basis_of: Part<LinkView>,
    /// The places that cite it, with the sentence in which they do.
    pub cited_by: Part<Backlink>,
    /// The countries that pages citing it are about.
    pub countries: Vec<LinkView>,
}

impl View for SourcePage {
    const TEMPLATE: &'static str = "pages/source.html";
}
