//! Corrections of articles and claims.

use super::{Item, SourceId};
use crate::content::kinds::correction::{CorrectionFields, CorrectionKind};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use crate::model::resolve::Resolver;
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

impl Correction {
    /// The corrections that are written, newest first.
    pub(in crate::model) fn all(
        written: &[CorrectionFields],
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Vec<Self> {
        let mut corrections: Vec<Self> = written
            .iter()
            .map(|fields| Correction {
                date: fields.date.value.clone(),
                kind: fields.kind,
                of: fields
                    .of
                    .as_ref()
                    .and_then(|reference| resolver.any(reference, diags)),
                was: fields.was.clone(),
                now: fields.now.clone(),
                why: fields.why.clone(),
                sources: resolver.sources(&fields.sources, diags),
            })
            .collect();
        corrections
            .sort_by_key(|correction| std::cmp::Reverse(correction.date.sort_key()));
        corrections
    }
}

/// Reports a correction that is dated before there was anything to correct.
pub(super) fn report_early(
    correction: &CorrectionFields,
    message: &str,
    first: Span,
    label: &str,
    diags: &mut Diagnostics,
) {
    diags.push(
        Diagnostic::new(codes::DATES_REVERSED, correction.date.span, message)
            .also(first, label)
            .help("put one of the two dates right"),
    );
}
