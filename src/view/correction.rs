//! Corrections.

use super::{DateView, LinkView};
use serde::Serialize;

/// A correction, clarification, update or retraction.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionView {
    /// The page it was made on.
    pub page: LinkView,
    /// Its fragment on that page.
    pub anchor: String,
    /// When it was made.
    pub date: DateView,
    /// `Correction`, `Clarification`, `Update`, `Retraction`, `Editor’s note`.
    pub kind: String,
    /// What it concerns, where that is an item of its own.
    pub of: Option<LinkView>,
    /// What was said before.
    pub was: Option<String>,
    /// What is said now.
    pub now: Option<String>,
    /// Why it changed.
    pub why: Option<String>,
    /// The sources of the change.
    pub sources: Vec<LinkView>,
}
