//! `confirmed-without-basis`: what is confirmed is so on a basis.
//!
//! # What it does
//! A claim that is `confirmed` does not say on what basis.
//!
//! # Why
//! “Confirmed” is the strongest word a site has. Readers must see what it rests on: an
//! admission, a finding of a court, an official record, a document, or one's own
//! verification.
//!
//! # Example
//! ```yaml
//! station:
//!   text: A station operated in the city.
//!   status: confirmed
//!   sources: [court-record]
//! ```
//!
//! # Use instead
//! Name the basis, or write `status: corroborated` where sources agree and nobody has
//! established it.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::{Basis, ClaimStatus};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::CONFIRMED_WITHOUT_BASIS,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        if claim.status != ClaimStatus::Confirmed || claim.basis.is_some() {
            continue;
        }
        let message =
            format!("the claim `{}` is `confirmed` without a basis", claim.names.id);
        let found =
            Diagnostic::new(codes::CONFIRMED_WITHOUT_BASIS, claim.status_place, message);
        findings.of_claim(
            id,
            found
                .note(format!("a basis is one of `{}`", Basis::WORDS.join("`, `")))
                .help(format!(
                    "say what it rests on: `basis: official-record`, or write what its sources carry: `status: {}`",
                    subject.carried(claim).word()
                )),
        );
    }
}
