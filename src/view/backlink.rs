//! Links seen from their other end.

use super::DateView;
use serde::Serialize;

/// A place elsewhere on the site that names this item, with the sentence it does it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Backlink {
    /// The title of the page that names it.
    pub title: String,
    /// The path of the place there.
    pub path: String,
    /// The kind of that page, in a word: `Article`, `Country`.
    pub kind: String,
    /// That page's date, where it has one.
    pub date: Option<DateView>,
    /// The sentence up to the link; empty, with `label` and `after`, where the item is named in
    /// a list rather than in a sentence.
    pub before: String,
    /// The words of the link.
    pub label: String,
    /// The sentence after the link.
    pub after: String,
}
