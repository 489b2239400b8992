//! `reported-by-maker-only`: a report needs somebody else who says so.
//!
//! # What it does
//! A claim that is `reported` or `confirmed` has no source but those of whoever makes it.
//!
//! # Why
//! `reported` tells readers that somebody else looked and says so too. What its maker alone
//! says is `alleged`, however often they say it.
//!
//! # Example
//! ```yaml
//! station:
//!   text: A station operated in the city.
//!   status: reported
//!   made_by: watchers
//!   sources: [report-of-the-watchers]
//! ```
//!
//! # Use instead
//! Add a source by somebody else, or write `status: alleged`. A source is its maker's where
//! `by`, `publisher` or `in` is one of the maker's names.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::REPORTED_BY_MAKER_ONLY,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        let asks = match claim.status {
            ClaimStatus::Reported => true,
            // Without any source it lacks a primary one, which another rule tells.
            ClaimStatus::Confirmed => !claim.sources.is_empty(),
            _ => false,
        };
        if !asks || subject.of_maker(claim).len() < claim.sources.len() {
            continue;
        }
        let (name, status) = (&claim.names.id, claim.status.word());
        let message = match claim.sources.is_empty() {
            true => format!("the claim `{name}` is `{status}` without a source"),
            false => {
                format!("the claim `{name}` is `{status}` by nobody but who makes it")
            }
        };
        let mut found =
            Diagnostic::new(codes::REPORTED_BY_MAKER_ONLY, claim.status_place, message);
        if !claim.sources.is_empty() {
            let named = subject.named(&claim.sources);
            found = found.note(format!("{named}: written or published by `made_by`"));
        }
        findings.of_claim(
            id,
            found.help(
                "add a source by somebody else to `sources`, or write `status: alleged`",
            ),
        );
    }
}
