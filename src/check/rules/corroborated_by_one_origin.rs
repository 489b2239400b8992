//! `corroborated-by-one-origin`: what is corroborated is so by two.
//!
//! # What it does
//! A claim that is `corroborated`, or `confirmed` on the basis of `independent-reports`, has no two sources with
//! traced origins and different makers, besides those of who says so.
//!
//! # Why
//! Ten newspapers that print one agency report are one source. Two corroborate each other if
//! each found out by itself, and that is known: an origin is traced where a source says that it is its own work
//! (`original: true`), a record or statement (`role: primary`), or what it repeats (`based_on`), which
//! is asked the same. What is silent about itself may repeat any of the others. Neither do two corroborate each
//! other that one author, publisher or body stands behind.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml: paper-a and paper-b are both based_on agency
//! station:
//!   text: A station operated in the city.
//!   status: corroborated
//!   sources: [paper-a, paper-b]
//! ```
//!
//! # Use instead
//! Write `status: reported`; add a source that found out by itself and says so; or trace those
//! that are there: read where each has it from, and write `based_on: […]` or `original: true`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::{Basis, ClaimStatus};
use crate::diag::{Diagnostic, codes};
use crate::model::{Claim, SourceId};

pub(super) const RULE: Rule = Rule {
    code: codes::CORROBORATED_BY_ONE_ORIGIN,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        let Some(standing) = standing(claim) else { continue };
        let origins = subject.edition().origins();
        if origins.corroborate(&claim.sources, claim.made_by.as_ref()) {
            continue;
        }
        let message = format!(
            "the claim `{}` is {standing} without two independent sources",
            claim.names.id
        );
        let found = Diagnostic::new(
            codes::CORROBORATED_BY_ONE_ORIGIN,
            claim.status_place,
            message,
        );
        findings.of_claim(id, explained(subject, claim, found));
    }
}

/// What a claim says of itself that asks for two sources.
fn standing(claim: &Claim) -> Option<&'static str> {
    match (claim.status, claim.basis) {
        (ClaimStatus::Corroborated, _) => Some("`corroborated`"),
        (ClaimStatus::Confirmed, Some(Basis::IndependentReports)) => {
            Some("`confirmed` on the basis of `independent-reports`")
        }
        _ => None,
    }
}

/// What its sources amount to, and what would make them two.
fn explained(subject: &Subject<'_>, claim: &Claim, found: Diagnostic) -> Diagnostic {
    let of_maker = subject.of_maker(claim);
    let counted = claim.sources.iter().filter(|id| !of_maker.contains(id));
    let counted: Vec<SourceId> = counted.copied().collect();
    let rests = subject.edition().independence(&counted);
    let mut found = found;
    if !counted.is_empty() {
        let origins = match rests.traced.as_slice() {
            [] => String::new(),
            traced => format!(" ({})", subject.named(traced)),
        };
        found = found.note(format!(
            "sources: {}, publishers: {}, origins traced: {}{origins}, not traced: {}",
            rests.sources,
            rests.publishers,
            rests.origins,
            rests.untraced.len(),
        ));
    }
    if !of_maker.is_empty() {
        let named = subject.named(&of_maker);
        found = found.note(format!(
            "not counted, because who makes the claim says so there: {named}"
        ));
    }
    if !rests.untraced.is_empty() {
        found = found.help(format!(
            "trace {}: `based_on: […]` where it repeats another, `original: true` where it found out by itself",
            subject.named(&rests.untraced)
        ));
    }
    found.help(match claim.status {
        ClaimStatus::Confirmed => {
            "or add a source by another author and publisher that repeats none of the others, \
             or name another basis"
        }
        _ => {
            "add a source by another author and publisher that repeats none of the others, \
             or write `status: reported`"
        }
    })
}
