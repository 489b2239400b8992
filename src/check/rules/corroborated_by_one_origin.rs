//! `corroborated-by-one-origin`: corroboration needs two independent sources.
//!
//! # What it does
//! A claim that is `corroborated` has no two sources whose origins, authors and publishers differ,
//! besides those of who makes it.
//!
//! # Why
//! Newspapers that repeat one report know no more than the report. Two sources corroborate
//! each other only where neither rests on the other or on a third that both repeat, and
//! where they are not of one author or publisher, nor repeat what is of one. The same page, archived
//! copy or file under two ids is one source. What tells nothing of whose it is counts for nothing, and
//! nobody corroborates themselves.
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

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, codes};
use crate::model::SourceId;

pub(super) const RULE: Rule = Rule {
    code: codes::CORROBORATED_BY_ONE_ORIGIN,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        if claim.status != ClaimStatus::Corroborated {
            continue;
        }
        let of_maker = subject.of_maker(claim);
        let counted = claim.sources.iter().filter(|id| !of_maker.contains(id));
        let counted: Vec<SourceId> = counted.copied().collect();
        if subject.edition().origins().corroborate(&counted) {
            continue;
        }
        let message = format!(
            "the claim `{}` is `corroborated` without two independent sources",
            claim.names.id
        );
        let mut found = Diagnostic::new(
            codes::CORROBORATED_BY_ONE_ORIGIN,
            claim.status_place,
            message,
        );
        let rests = subject.edition().independence(&counted);
        if !rests.origins.is_empty() {
            found = found.note(format!(
                "sources: {}, publishers: {}, origins: {} ({})",
                rests.sources,
                rests.publishers,
                rests.origins.len(),
                subject.named(&rests.origins)
            ));
        }
        if !of_maker.is_empty() {
            let named = subject.named(&of_maker);
            found = found.note(format!(
                "not counted, because who makes the claim says so there: {named}"
            ));
        }
        findings.of_claim(
            id,
            found.help(
                "add a source that repeats none of the others and has another author and \
                 publisher, or write `status: reported`",
            ),
        );
    }
}
