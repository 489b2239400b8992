//! Sources as they are cited.

use super::{Card, DateView};
use serde::Serialize;

/// A source in short, as lists and references show it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceCard {
    /// Its id, which citations use.
    pub id: String,
    /// The path of its own page.
    pub path: String,
    /// Its title in the site's language where it has one there; the host of its address where
    /// it has no title.
    pub title: String,
    /// Its title in its own language, where that differs.
    pub original_title: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
    /// What it appeared in, or who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<DateView>,
    /// When it was seen.
    pub accessed: Option<DateView>,
    /// Its language (BCP 47).
    pub lang: Option<String>,
    /// The name of its language, where it is another than the site's.
    pub language: Option<String>,
    /// What it is, in a word or two: `Report`, `Newspaper article`.
    pub kind: Option<String>,
    /// `Primary source`, where its role is known.
    pub role: Option<String>,
    /// Where it is to be read: the archive's copy where its own address is dead.
    pub url: Option<String>,
    /// Its own address where that no longer leads to it: dead, usurped or unfit.
    pub dead_url: Option<String>,
    /// What is wrong with `dead_url`, in a word: `dead`.
    pub url_status: Option<String>,
    /// Copies kept elsewhere, beside `url`.
    pub archives: Vec<ArchiveView>,
    /// What stands between a reader and it: `Paywalled`, `Login needed`, `Offline`.
    pub access: Option<String>,
    /// What readers should know of it.
    pub note: Option<String>,
}

/// A copy of a source kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArchiveView {
    /// Who keeps it: `Wayback Machine`.
    pub label: String,
    /// Its address.
    pub url: String,
    /// When it was taken, where the address tells.
    pub date: Option<DateView>,
}

/// One numbered source of a text, with the way back to each place that cites it.
#[derive(Debug, Clone, Serialize)]
pub struct Reference {
    /// Its number in the text.
    pub number: usize,
    /// The fragment that citations lead to: `source-1`.
    pub anchor: String,
    /// The source.
    pub source: Card<SourceCard>,
    /// Every place of the text that cites it, in order; empty where it is listed only.
    pub places: Vec<CitePlace>,
}

/// One place of a text that cites a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitePlace {
    /// The fragment of the place: `cite-1-2`.
    pub anchor: String,
    /// What tells it from the others: `a`, `b`, …
    pub mark: String,
    /// Where in the source to look: `p. 12`.
    pub locator: Option<String>,
}
