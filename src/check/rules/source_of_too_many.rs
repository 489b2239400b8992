//! `source-of-too-many`: what a source comes down to can be followed.
//!
//! # What it does
//! A source comes down to more than 1,000 others, by `based_on` and by what these are based on.
//!
//! # Why
//! `based_on` is followed to count on how many origins a claim rests. Behind so many sources
//! nobody can follow it, so such a source adds no origin and corroborates nothing.
//!
//! # Example
//! ```yaml
//! review: {title: A review of the press, based_on: [paper-1, paper-2, …, paper-1001]}
//! ```
//!
//! # Use instead
//! Name what the source rests on, not all that it was gathered from.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::MOST_BELOW;

pub(super) const RULE: Rule = Rule {
    code: codes::SOURCE_OF_TOO_MANY,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for id in subject.edition().origins().heaviest() {
        let source = &subject.site[id];
        let name = &source.names.id;
        let message =
            format!("the source `{name}` comes down to more than {MOST_BELOW} others");
        findings.push(
            Diagnostic::new(codes::SOURCE_OF_TOO_MANY, source.place, message)
                .note("so many are not followed: neither it nor what repeats it adds an origin, or corroborates a claim")
                .help("name under `based_on` what it rests on, not all that it was gathered from"),
        );
    }
}
