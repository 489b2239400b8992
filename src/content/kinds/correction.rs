//! Corrections: what was wrong, or has changed.

use crate::content::kinds::source::SourceEntry;
use crate::content::values::Reference;
use crate::dates::Edtf;
use crate::fields::Spanned;
use crate::{record, words};

words! {
    /// What sort of correction it is.
    pub enum CorrectionKind {
        /// Something was wrong.
        Correction = "correction",
        /// Something could be misunderstood.
        Clarification = "clarification",
        /// Something has changed since.
        Update = "update",
        /// The whole is withdrawn.
        Retraction = "retraction",
        /// Anything else readers should know.
        EditorsNote = "editors-note",
    }
}

record! {
    /// A correction.
    pub struct CorrectionFields: "correction" {
        /// When it was made.
        date: Required<Spanned<Edtf>> = "2023-06-08";
        /// What sort it is.
        kind: Required<CorrectionKind> = "update";
        /// What it concerns, where that is not the whole article.
        of: Optional<Reference> = "gb/croydon";
        /// What was said before.
        was: Optional<String> = "under investigation";
        /// What is said now.
        now: Required<String> = "police found no evidence of illegal activity";
        /// The reason.
        why: Optional<String> = "ministerial statement";
        /// On whose word.
        sources: List<SourceEntry> = "[hansard-2023-06-06]";
    }
}
