//! Diagnostics as text: [`human`] for a terminal, [`short`] for editors, [`json`] for programs;
//! and [`places`] for links to what is told.
//!
//! Each takes the diagnostics in the order they are to be shown and returns the text; nothing is
//! printed here. What comes from the site (quoted lines, names, messages) is escaped, so
//! that a hostile text can't speak to the reader's terminal. Lines and columns count from 1, columns
//! in characters. The time taken grows with the texts and the diagnostics, never with their product.

mod escape;
mod excerpt;
mod human;
mod json;
mod lines;
mod places;
mod short;

pub use human::{Colour, human};
pub use json::json;
pub use places::{FilePlace, places};
pub use short::short;

use super::{Diagnostic, Fix, More, Severity};
use crate::files::TextFiles;
use std::borrow::Cow;

/// The diagnostics without words that no message may show. All forms show what this gives, and the lines of
/// [`lines::Index`]. Paths stay, because an editor has to find the place.
pub fn covered<'d>(found: &'d [Diagnostic], texts: &TextFiles) -> Cow<'d, [Diagnostic]> {
    let Some(veil) = texts.veil() else { return found.into() };
    let cover = |text: &mut String| {
        if let Cow::Owned(shown) = veil.cover(text) {
            *text = shown;
        }
    };
    let mut found = found.to_vec();
    for one in &mut found {
        cover(&mut one.message);
        one.label.iter_mut().for_each(cover);
        one.notes.iter_mut().for_each(cover);
        one.help.iter_mut().for_each(cover);
        one.also.iter_mut().for_each(|also| cover(&mut also.text));
        let is_covered = |text: &str| matches!(veil.cover(text), Cow::Owned(_));
        one.fix = one.fix.take().filter(|fix| match fix {
            Fix::Word { meant, .. } => !is_covered(meant),
            Fix::Field(_) => true,
        });
    }
    found.into()
}

/// How many there are of each severity: `2 errors, 1 warning`; empty where there is nothing.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity, word| {
        let number = diagnostics.iter().filter(|one| one.severity == severity).count();
        match number {
            0 => None,
            1 => Some(format!("1 {word}")),
            _ => Some(format!("{number} {word}s")),
        }
    };
    let errors = count(Severity::Error, "error");
    let warnings = count(Severity::Warning, "warning");
    errors.into_iter().chain(warnings).collect::<Vec<_>>().join(", ")
}

/// What isn't shown, one code to a line: `... and 55 more of W0101 (foreign-field)`.
pub fn more(more: &[More]) -> String {
    let line = |more: &More| {
        format!(
            "... and {} more of {} ({})\n",
            more.count,
            more.code.id(),
            more.code.name()
        )
    };
    more.iter().map(line).collect()
}

/// `error` or `warning`.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

#[cfg(test)]
mod tests;
