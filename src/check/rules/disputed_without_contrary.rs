//! `disputed-without-contrary`: a dispute has another side.
//!
//! # What it does
//! A claim that is `disputed` names no source against it.
//!
//! # Why
//! “Disputed” says that somebody who may know holds otherwise, and readers want to know
//! who. That those concerned deny it is another matter: an answer, not an assessment.
//!
//! # Example
//! ```yaml
//! station:
//!   text: A station operated in the city.
//!   status: disputed
//!   made_by: watchers
//!   sources: [report]
//! ```
//!
//! # Use instead
//! Name the evidence against it in `contrary`. A mere denial belongs in `responses`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::DISPUTED_WITHOUT_CONTRARY,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        if claim.status != ClaimStatus::Disputed || !claim.contrary.is_empty() {
            continue;
        }
        let message = format!(
            "the claim `{}` is `disputed` without a source that disputes it",
            claim.names.id
        );
        let found = Diagnostic::new(
            codes::DISPUTED_WITHOUT_CONTRARY,
            claim.status_place,
            message,
        );
        findings.of_claim(id, found.note("a denial alone is an answer: it belongs in `responses` and leaves the status as it is").help("name who disputes it on grounds of their own: `contrary: […]`"));
    }
}
