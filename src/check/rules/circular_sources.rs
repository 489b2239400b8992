//! `circular-sources`: what is repeated has a beginning.
//!
//! # What it does
//! Sources repeat each other in a circle: `based_on` leads back to where it began.
//!
//! # Why
//! `based_on` is followed to the sources that repeat nobody, to count on how many a claim
//! rests. In a circle there is none.
//!
//! # Example
//! ```yaml
//! report: {title: A report, based_on: [paper]}
//! paper: {title: An article, based_on: [report]}
//! ```
//!
//! # Use instead
//! Take out the `based_on` of the source that was there first.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::CIRCULAR_SOURCES,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for circle in subject.edition().origins().circles() {
        let named = || circle.first.iter().map(|id| &subject.site[*id]);
        let names: Vec<&str> = named().map(|source| source.names.id.as_str()).collect();
        let (Some(first), [name, ..]) = (named().next(), names.as_slice()) else {
            continue;
        };
        let message = match circle.length {
            1 => format!("the source `{name}` repeats itself"),
            all => format!("{all} sources repeat each other in a circle"),
        };
        let end = if circle.length > names.len() { "` … " } else { "` " };
        let note = format!("`{}{end}is based on `{name}`", names.join("` is based on `"));
        let mut found =
            Diagnostic::new(codes::CIRCULAR_SOURCES, first.place, message).note(note);
        for source in named().skip(1) {
            found = found.also(source.place, "in the circle");
        }
        findings
            .push(found.help("take out the `based_on` of the one that was there first"));
    }
}
