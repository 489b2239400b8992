//! Corrections.

use super::{Card, DateView, LinkView, Views};
use crate::content::kinds::correction::CorrectionKind;
use crate::model::Item;
use crate::phrases::Phrases;
use serde::Serialize;

/// A correction, clarification, update or retraction.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionView {
    /// The page it was made on.
    pub page: Card<LinkView>,
    /// Its fragment on that page.
    pub anchor: String,
    /// When it was made.
    pub date: Card<DateView>,
    /// `Correction`, `Clarification`, `Update`, `Retraction`, `Editor’s note`.
    pub kind: String,
    /// What it concerns, where that is an item of its own.
    pub of: Option<Card<LinkView>>,
    /// What was said before.
    pub was: Option<String>,
    /// What is said now.
    pub now: String,
    /// Why it changed.
    pub why: Option<String>,
    /// The sources of the change.
    pub sources: Vec<Card<LinkView>>,
}

impl Views<'_> {
    /// The corrections of an article or a claim, newest first.
    pub(super) fn corrections_of(&self, item: Item) -> Vec<CorrectionView> {
        let count = self.edition.corrections_of(item).len();
        (0..count).map(|n| self.correction(item, n)).collect()
    }

    /// The nth correction of an item, from 0.
    pub(super) fn correction(&self, item: Item, n: usize) -> CorrectionView {
        let correction = &self.edition.corrections_of(item)[n];
        let of = correction.of.filter(|item| self.edition.is_shown(*item));
        CorrectionView {
            page: self.link(item),
            anchor: format!("correction-{}", n + 1),
            date: self.date(&correction.date),
            kind: correction_kind(correction.kind, self.shared.phrases).to_owned(),
            of: of.map(|item| self.link(item)),
            was: correction.was.clone(),
            now: correction.now.clone(),
            why: correction.why.clone(),
            sources: self.source_links(&correction.sources),
        }
    }
}

/// What a kind of correction is called.
pub fn correction_kind(kind: CorrectionKind, phrases: &Phrases) -> &str {
    match kind {
        CorrectionKind::Correction => phrases.correction(),
        CorrectionKind::Clarification => phrases.clarification(),
        CorrectionKind::Update => phrases.update(),
        CorrectionKind::Retraction => phrases.retraction(),
        CorrectionKind::EditorsNote => phrases.editors_note(),
    }
}
