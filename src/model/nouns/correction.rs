//! Corrections of articles and claims.

use super::{Item, SourceId};
use crate::content::kinds::correction::CorrectionKind;
use crate::dates::Edtf;
use serde::{Deserialize, Serialize};

/// A correction of an article.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Correction {
    /// When it was made.
    pub date: Edtf,
    /// What sort it is.
    pub kind: CorrectionKind,
    /// What it concerns, where that is not the whole article.
    pub of: Option<Item>,
    /// What was said before.
    pub was: Option<String>,
    /// What is said now.
    pub now: String,
    /// The reason.
    pub why: Option<String>,
    /// On whose word.
    pub sources: Vec<SourceId>,
}
