//! `unsubstantiated-without-inquiry`: somebody has to have looked.
//!
//! # What it does
//! A claim that is `unsubstantiated` names no inquiry that looked into it and found
//! nothing.
//!
//! # Why
//! That evidence was sought and not found is a finding, and it has an author. Without one
//! the word would only mean that the newsroom doubts the claim.
//!
//! # Example
//! ```yaml
//! station:
//!   text: A station operated in the city.
//!   status: unsubstantiated
//!   made_by: watchers
//!   sources: [report]
//! ```
//!
//! # Use instead
//! Name the source of the inquiry in `finding`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::UNSUBSTANTIATED_WITHOUT_INQUIRY,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        if claim.status != ClaimStatus::Unsubstantiated || !claim.finding.is_empty() {
            continue;
        }
        let message = format!(
            "the claim `{}` is `unsubstantiated` without an inquiry that found nothing",
            claim.names.id
        );
        let found = Diagnostic::new(
            codes::UNSUBSTANTIATED_WITHOUT_INQUIRY,
            claim.status_place,
            message,
        );
        findings.of_claim(id, found.note("that nobody has looked is no finding: such a claim is `alleged` or `reported`").help("name the inquiry: `finding: […]`"));
    }
}
