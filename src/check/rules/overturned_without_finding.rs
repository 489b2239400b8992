//! `overturned-without-finding`: what overturns a claim is named.
//!
//! # What it does
//! A claim that is `refuted` or `retracted` names no finding, or one that is `superseded`
//! no claim that takes its place.
//!
//! # Why
//! That something said earlier is wrong is a claim as well. Readers who relied on it must
//! be able to see what overturned it.
//!
//! # Example
//! ```yaml
//! station:
//!   text: A station operated in the city.
//!   status: retracted
//!   made_by: watchers
//!   sources: [report]
//! ```
//!
//! # Use instead
//! Name the finding or the retraction in `finding`, or the claim that took its place in
//! `superseded_by`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::OVERTURNED_WITHOUT_FINDING,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        let (is, lacks, help) = match claim.status {
            ClaimStatus::Refuted => (
                "refuted",
                "a finding",
                "name what shows that it is wrong: `finding: […]`",
            ),
            ClaimStatus::Retracted => (
                "retracted",
                "a retraction",
                "name where it was withdrawn: `finding: […]`",
            ),
            ClaimStatus::Superseded => (
                "superseded",
                "a claim in its place",
                "name the claim that replaces it: `superseded_by: …`",
            ),
            _ => continue,
        };
        if !claim.finding.is_empty() || claim.superseded_by.is_some() {
            continue;
        }
        let message = format!("the claim `{}` is `{is}` without {lacks}", claim.names.id);
        let found = Diagnostic::new(
            codes::OVERTURNED_WITHOUT_FINDING,
            claim.status_place,
            message,
        );
        findings.of_claim(id, found.help(help));
    }
}
