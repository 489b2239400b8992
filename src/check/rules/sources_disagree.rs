//! `sources-disagree`: an editor knows where sources differ.
//!
//! # What it does
//! Sources give different numbers for the same thing.
//!
//! # Why
//! That is often so and no mistake: the site shows all of them. An editor should know,
//! because one may be out of date. Asked by `dateline check` only.
//!
//! # Example
//! ```yaml
//! numbers:
//!   stations:
//!     - {value: 30, date: 2022-01}
//!     - {value: 54, date: 2022-09-12}
//! ```
//!
//! # Use instead
//! Give `rank: deprecated` to what is known to be wrong or out of date. Where they really
//! differ, leave it: readers are shown the disagreement.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::Number;

pub(super) const RULE: Rule = Rule {
    code: codes::SOURCES_DISAGREE,
    when: When::OnCheck,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for one in subject.edition().disagreements() {
        let standing = one.number.standing();
        let Some((first, others)) = standing.split_first() else { continue };
        let values: Vec<String> = standing.iter().map(|number| value(number)).collect();
        let message = format!(
            "sources disagree on `{}` of `{}`: {}",
            one.number.property,
            subject.edition().title(one.subject),
            values.join(", ")
        );
        let mut found = Diagnostic::new(codes::SOURCES_DISAGREE, first.place, message);
        for other in others {
            found = found.also(other.place, "another statement");
        }
        findings.push(
            found.help(
                "give `rank: deprecated` to what is known to be wrong or out of date",
            ),
        );
    }
}

fn value(number: &Number) -> String {
    match &number.date {
        Some(date) => format!("{} ({})", number.value, date.written()),
        None => number.value.clone(),
    }
}
