//! `contrary-out-of-date`: what is against a claim knew of what was found.
//!
//! # What it does
//! Every source in a claim’s `contrary` is older than the latest finding on it: a source in `finding`, a
//! step of the law that ends a matter, or a change of status to `confirmed`, `refuted`,
//! `unsubstantiated` or `retracted`.
//!
//! # Why
//! A denial from before an inquiry doesn’t contradict what the inquiry found: whoever spoke did not know of it.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml: denial has date: 2022-11-02, ruling has date: 2024-12-18
//! station:
//!   text: A station operated in the city.
//!   status: disputed
//!   sources: [paper]
//!   finding: [ruling]
//!   contrary: [denial]
//! ```
//!
//! # Use instead
//! Look for what they say now. An earlier denial is an answer: it belongs in `responses`, with its
//! date.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::{ClaimStatus, Standing};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, codes};
use crate::model::Claim;

pub(super) const RULE: Rule = Rule {
    code: codes::CONTRARY_OUT_OF_DATE,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        let Some(found) = latest_finding(subject, claim) else { continue };
        let is_older = |date: &Option<Edtf>| {
            date.as_ref().is_some_and(|date| date.is_definitely_before(found))
        };
        let mut contrary = claim.contrary.iter().map(|id| &subject.site[*id].date);
        if claim.contrary.is_empty() || !contrary.all(is_older) {
            continue;
        }
        let message = format!(
            "all that is against the claim `{}` is older than what was found on {}",
            claim.names.id,
            found.written()
        );
        let place = subject.written(claim.place, "contrary");
        findings.of_claim(
            id,
            Diagnostic::new(codes::CONTRARY_OUT_OF_DATE, place, message)
                .note(format!("older: {}", subject.named(&claim.contrary)))
                .help("look for what they say since then; an earlier denial belongs in `responses`"),
        );
    }
}

/// When somebody who looked last said what is so.
fn latest_finding<'a>(subject: &Subject<'a>, claim: &'a Claim) -> Option<&'a Edtf> {
    let finding = claim.finding.iter().filter_map(|id| subject.site[*id].date.as_ref());
    let history = claim.history.iter().filter(|one| is_finding(one.status));
    let history = history.map(|one| &one.date);
    let law = claim.proceedings.iter().filter(|step| ends(step.standing));
    let law = law.map(|step| &step.date);
    finding.chain(history).chain(law).max_by_key(|date| date.sort_key())
}

fn is_finding(status: ClaimStatus) -> bool {
    match status {
        ClaimStatus::Confirmed
        | ClaimStatus::Unsubstantiated
        | ClaimStatus::Refuted
        | ClaimStatus::Retracted => true,
        ClaimStatus::Alleged
        | ClaimStatus::Reported
        | ClaimStatus::Corroborated
        | ClaimStatus::Disputed
        | ClaimStatus::Superseded => false,
    }
}

/// Whether a step ends a matter, in court or before it.
fn ends(standing: Standing) -> bool {
    match standing {
        Standing::PleadedGuilty
        | Standing::Convicted
        | Standing::Sentenced
        | Standing::Acquitted
        | Standing::Dismissed
        | Standing::ClosedWithoutCharges => true,
        Standing::UnderInvestigation
        | Standing::Arrested
        | Standing::Charged
        | Standing::PleadedNotGuilty
        | Standing::Sued => false,
    }
}
