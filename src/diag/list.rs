//! The diagnostics of a run: sorted by place, each once.

use super::{Diagnostic, Place, Severity};
use crate::files::Span;

/// What a stage has found so far. Items that run in parallel each fill their own, which are
/// then merged; [`Diagnostics::sorted`] makes the order independent of scheduling.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    lost: Vec<Place>,
    untold: Vec<Span>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds those of `more`.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(more);
    }

    /// Notes that nothing could be made of what is written at `place`, which has been reported. What that
    /// would have defined lacks elsewhere, and that is no mistake of its own.
    pub fn lose(&mut self, place: impl Into<Place>) {
        self.lost.push(place.into());
    }

    /// The places of which nothing could be made.
    pub fn lost(&self) -> &[Place] {
        &self.lost
    }

    /// Notes that what is wrong at `place` is not told, because it follows from what has been reported.
    pub fn hold_back(&mut self, place: Span) {
        self.untold.push(place);
    }

    /// The places in texts where something is wrong, whether it is told there or follows from what is told
    /// elsewhere.
    pub fn flawed(&self) -> impl Iterator<Item = Span> {
        let errors = self.found.iter().filter(|one| one.severity == Severity::Error);
        let told = errors.filter_map(|one| match one.place {
            Place::Text(span) => Some(span),
            Place::Path(..) | Place::Site => None,
        });
        told.chain(self.untold.iter().copied())
    }

    /// Lets `change` reword each one.
    pub fn amend(&mut self, change: impl FnMut(&mut Diagnostic)) {
        self.found.iter_mut().for_each(change);
    }

    /// Adds all of another list.
    pub fn append(&mut self, other: Diagnostics) {
        self.found.extend(other.found);
        self.lost.extend(other.lost);
        self.untold.extend(other.untold);
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether anything found is an error, so that nothing may be written.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|one| one.severity == Severity::Error)
    }

    /// How many are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|one| one.severity == severity).count()
    }

    /// All in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }

    /// Lets `change` set each one's severity, or drop it (`None`).
    pub fn regrade(&mut self, change: impl Fn(&Diagnostic) -> Option<Severity>) {
        self.found.retain_mut(|one| match change(one) {
            Some(severity) => {
                one.severity = severity;
                true
            }
            None => false,
        });
    }

    /// All by file, then position, then code, each once. Files come in the order of their
    /// paths, because a [`crate::files::FileId`] counts in that order.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| {
            let places = a.place.cmp(&b.place);
            let codes = places.then_with(|| a.code.id().cmp(b.code.id()));
            codes.then_with(|| a.message.cmp(&b.message))
        });
        self.found.dedup();
        self.found
    }
}
