//! Dates as they are shown.

use serde::Serialize;

/// A date in words, and for machines where it is one they can read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Hash)]
pub struct DateView {
    /// In words, never finer than it is known: `26 October 2022`, `early 2022`.
    pub words: String,
    /// For `<time datetime>`: `2022-10-26`, `2022-10`, `2022`; `none` where the date is no
    /// such day, month or year.
    pub machine: Option<String>,
}
