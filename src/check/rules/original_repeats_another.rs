//! `original-repeats-another`: a source is its own work, or repeats others.
//!
//! # What it does
//! A source says that it is its own work (`original: true`), and that it merely repeats others (`based_on`).
//!
//! # Why
//! On one of the two it depends whether the source makes anything better known. A report that found out
//! something by itself, and also quotes another, is its own work; what only passes on what others
//! found is not.
//!
//! # Example
//! ```yaml
//! paper:
//!   title: Stations found in the city
//!   original: true
//!   based_on: [ngo-report]
//! ```
//!
//! # Use instead
//! Leave out the one that isn't so.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::ORIGINAL_REPEATS_ANOTHER,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let both =
        |source: &&crate::model::Source| source.original && !source.based_on.is_empty();
    for source in subject.site.sources.iter().filter(both) {
        let id = &source.names.id;
        let message =
            format!("the source `{id}` is its own work, and merely repeats others");
        let place = subject.written(source.place, "original");
        findings.push(
            Diagnostic::new(codes::ORIGINAL_REPEATS_ANOTHER, place, message)
                .note(format!("it is based on {}", subject.named(&source.based_on)))
                .help("take out `based_on` if it found out by itself, else `original`"),
        );
    }
}
