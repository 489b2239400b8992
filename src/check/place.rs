//! What a text says of a place that its location's `publish` keeps from readers, as a diagnostic.

use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::model::{Finer, HeldBack, Location};

/// A text that readers see.
pub(super) struct Printed<'t> {
    /// What it is, for the message: `name`, `note`.
    pub(super) what: &'t str,
    /// The text.
    pub(super) text: &'t str,
    /// Where it is written.
    pub(super) place: Span,
}

impl Printed<'_> {
    /// The diagnostic that it is finer than may be shown of `location`.
    pub(super) fn told(
        &self,
        code: Code,
        location: &Location,
        held_back: &HeldBack,
        finer: &Finer,
    ) -> Diagnostic {
        let what = self.what;
        let publish = held_back.publish().written();
        let (message, note) = match finer {
            Finer::Says(field, words) => (
                format!(
                    "the {what} says `{words}`, which `publish: {publish}` withholds"
                ),
                format!(
                    "that is of the `{field}` of `{}`, which is not shown",
                    location.names.id
                ),
            ),
            Finer::Street(street) => (
                format!(
                    "the {what} says `{street}`, a street, which `publish: {publish}` withholds"
                ),
                format!(
                    "nothing of `{}` may be finer than `{publish}`",
                    location.names.id
                ),
            ),
            Finer::HouseNumber => (
                format!(
                    "the {what} has a house number, which `publish: {publish}` withholds"
                ),
                format!(
                    "nothing of `{}` may be finer than `{publish}`",
                    location.names.id
                ),
            ),
        };
        Diagnostic::new(code, self.place, message).note(note)
    }
}

/// The first line of a running text that `is_finer` says something of, else its beginning.
pub(super) fn line<F>(
    text: &str,
    from: Span,
    is_finer: impl Fn(&str) -> Option<F>,
) -> Option<(Span, F)> {
    let whole = is_finer(text)?;
    let start = from.start as usize;
    let found = text.lines().find_map(|line| {
        let trimmed = line.trim();
        let finer = is_finer(trimmed)?;
        let at = start + (trimmed.as_ptr() as usize - text.as_ptr() as usize);
        Some((Span::new(from.file, at, at + trimmed.len()), finer))
    });
    Some(found.unwrap_or((from, whole)))
}
