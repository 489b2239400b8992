//! Diagnostics as text: [`human`] for a terminal, [`short`] for editors, [`json`] for programs.
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
mod short;

pub use human::{Colour, human};
pub use json::json;
pub use short::short;

use super::{Diagnostic, More, Severity};

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
