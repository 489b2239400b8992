//! Dated facts.

use super::{DateView, LinkView, TermView};
use serde::Serialize;

/// A dated fact.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// Its fragment on the page of its year: `e-nl-order-2022`.
    pub anchor: String,
    /// When it happened.
    pub date: DateView,
    /// What happened, in a sentence.
    pub text: String,
    /// What kind of fact it is.
    pub kind: Option<TermView>,
    /// The countries concerned.
    pub countries: Vec<LinkView>,
    /// The locations concerned.
    pub locations: Vec<LinkView>,
    /// The sources it rests on.
    pub sources: Vec<LinkView>,
    /// The pages that tell it.
    pub told_in: Vec<LinkView>,
}
