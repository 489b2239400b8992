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

use crate::check::{Findings, Rule, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule =
    Rule { code: codes::CIRCULAR_SOURCES, when: When::Always, check };

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for circle in subject.edition.origins().circles() {
        let names: Vec<&str> =
            circle.iter().map(|id| subject.site[*id].names.id.as_str()).collect();
        let Some(first) = circle.first() else { continue };
        let message = match names.as_slice() {
            [one] => format!("the source `{one}` repeats itself"),
            all => format!("{} sources repeat each other in a circle", all.len()),
        };
        let place = subject.site[*first].place;
        let mut found = Diagnostic::new(codes::CIRCULAR_SOURCES, place, message).note(
            format!("`{}` is based on `{}`", names.join("` is based on `"), names[0]),
        );
        for id in &circle[1..] {
            found = found.also(subject.site[*id].place, "in the circle");
        }
        findings
            .push(found.help("take out the `based_on` of the one that was there first"));
    }
}
