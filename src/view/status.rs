//! Words of a site's own vocabularies: kinds and statuses.

use super::Card;
use serde::Serialize;

/// A status: of a location, or of how a government answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusView {
    /// Its name in `site.toml`: `ordered-closed`.
    pub slug: String,
    /// What readers see: `Ordered closed`.
    pub label: String,
    /// What it means, in a sentence.
    pub definition: Option<String>,
    /// How it is drawn, by shape as well as colour: `neutral`, `open`, `caution`, `alert`,
    /// `resolved`.
    pub tone: String,
    /// Its own shape, as the data of an SVG path in a box from -8 to 8 whose holes are holes by the even-odd rule.
    pub shape: &'static str,
    /// How areas of it are filled on maps: the tone, and a number that tells it from another of that tone, as in
    /// `alert-0`.
    pub pattern: String,
}

/// How many items have a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusCount {
    /// The status.
    pub status: Card<StatusView>,
    /// How many have it.
    pub count: usize,
    /// The path of their list, where there is one.
    pub path: Option<String>,
}

/// A word of another vocabulary: a kind of location, of event, of article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermView {
    /// Its name in `site.toml`: `order-to-close`.
    pub slug: String,
    /// What readers see: `Order to close`.
    pub label: String,
    /// What it means, in a sentence.
    pub definition: Option<String>,
}
