//! Dates as they are shown.

use super::{Markup, markup};
use serde::Serialize;

/// A date in words, and for machines where it is one they can read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// In words, never finer than it is known: `26 October 2022`, `early 2022`.
    pub words: String,
    /// For `<time datetime>`: `2022-10-26`, `2022-10`, `2022`; `none` where the date is no
    /// such day, month or year.
    pub machine: Option<String>,
    /// The words in a `<time>` where machines can read the date; else the words.
    pub html: Markup,
}

impl DateView {
    pub(super) fn new(words: String, machine: Option<String>) -> Self {
        let html = markup::time(&words, machine.as_deref());
        DateView { words, machine, html }
    }
}
