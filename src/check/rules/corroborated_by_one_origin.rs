//! `corroborated-by-one-origin`: corroboration needs two independent sources.
//!
//! # What it does
//! A claim that is `corroborated` has no two sources whose origins and publishers differ.
//!
//! # Why
//! Newspapers that repeat one report know no more than the report. Two sources corroborate
//! each other only where neither rests on the other or on a third that both repeat, and
//! where they are not of one publisher, nor repeat what is of one.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml: example-times has based_on: [report]
//! station:
//!   text: A station operated in the city.
//!   status: corroborated
//!   sources: [report, example-times]
//! ```
//!
//! # Use instead
//! Add a source that does not repeat the others, or write `status: reported`.

use crate::check::{Findings, Rule, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule =
    Rule { code: codes::CORROBORATED_BY_ONE_ORIGIN, when: When::Always, check };

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        let origins = subject.edition.origins();
        if claim.status != ClaimStatus::Corroborated
            || origins.corroborate(&claim.sources)
        {
            continue;
        }
        let rests = subject.edition.independence(&claim.sources);
        let message = format!(
            "the claim `{}` is `corroborated` without two independent sources",
            claim.names.id
        );
        let found = Diagnostic::new(
            codes::CORROBORATED_BY_ONE_ORIGIN,
            claim.status_place,
            message,
        );
        let found = match rests.origins.as_slice() {
            [] => found,
            origins => found.note(format!(
                "sources: {}, publishers: {}, origins: {} ({})",
                rests.sources,
                rests.publishers,
                origins.len(),
                subject.named(origins)
            )),
        };
        findings.of_claim(
            id,
            found.help(
                "add a source that repeats none of the others and has another publisher, \
                 or write `status: reported`",
            ),
        );
    }
}
