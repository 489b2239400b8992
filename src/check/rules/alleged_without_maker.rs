//! `alleged-without-maker`: an allegation needs somebody who makes it.
//!
//! # What it does
//! A claim that is `alleged` does not say who alleges it, or has no source.
//!
//! # Why
//! “It is alleged” without anybody who alleges it is a rumour. Readers can weigh an
//! allegation only by whose it is.
//!
//! # Example
//! ```yaml
//! station:
//!   text: A station operated in the city.
//!   status: alleged
//!   sources: [report]
//! ```
//!
//! # Use instead
//! Say who makes the claim in `made_by`, and where they make it in `sources`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::ALLEGED_WITHOUT_MAKER,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        if claim.status != ClaimStatus::Alleged {
            continue;
        }
        let (lacks, help) = match (&claim.made_by, claim.sources.as_slice()) {
            (None, _) => {
                ("anybody who alleges it", "say who makes it: `made_by: …`, or a name")
            }
            (_, []) => ("a source", "name where it is made: `sources: […]`"),
            _ => continue,
        };
        let message =
            format!("the claim `{}` is `alleged` without {lacks}", claim.names.id);
        let found =
            Diagnostic::new(codes::ALLEGED_WITHOUT_MAKER, claim.status_place, message);
        findings.of_claim(
            id,
            found.note("readers weigh an allegation by whose it is").help(help),
        );
    }
}
