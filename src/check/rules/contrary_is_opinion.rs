//! `contrary-is-opinion`: a claim is disputed by what somebody knows.
//!
//! # What it does
//! All that a claim has in `contrary` is opinion: sources of the `type` `opinion`, `review` or
//! `review-book`.
//!
//! # Why
//! A columnist who doubts a report hasn’t looked into it. “Disputed” tells readers that somebody who may know
//! says otherwise.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml: column has type: opinion
//! station:
//!   text: A station operated in the city.
//!   status: disputed
//!   sources: [paper]
//!   contrary: [column]
//! ```
//!
//! # Use instead
//! Name the source that the column has it from; or leave `contrary` out and give the claim the status that its
//! evidence carries.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::source::SourceType;
use crate::diag::{Diagnostic, codes};
use crate::model::SourceId;

pub(super) const RULE: Rule = Rule {
    code: codes::CONTRARY_IS_OPINION,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        let is_opinion = |id: &SourceId| {
            let kind = subject.site[*id].kind;
            kind.is_some_and(|kind| {
                matches!(
                    kind,
                    SourceType::Opinion | SourceType::Review | SourceType::ReviewBook
                )
            })
        };
        if claim.contrary.is_empty() || !claim.contrary.iter().all(is_opinion) {
            continue;
        }
        let message = format!(
            "nothing but opinion is against the claim `{}`: {}",
            claim.names.id,
            subject.named(&claim.contrary)
        );
        let place = subject.written(claim.place, "contrary");
        findings.of_claim(
            id,
            Diagnostic::new(codes::CONTRARY_IS_OPINION, place, message)
                .help("name who disputes it on grounds of their own, or what the piece has it from"),
        );
    }
}
