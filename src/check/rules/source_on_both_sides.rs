//! `source-on-both-sides`: a source is for a claim or against it.
//!
//! # What it does
//! A claim names one source, or one text under two ids, in its `sources` and in its `contrary`.
//!
//! # Why
//! What a source says for a claim and what it says against it are two findings. Readers who see it on both
//! sides can’t tell which, and the claim looks better known and more disputed than it is.
//!
//! # Example
//! ```yaml
//! station:
//!   text: A station operated in the city.
//!   status: disputed
//!   sources: [paper]
//!   contrary: [paper]
//! ```
//!
//! # Use instead
//! Keep it on the side that it speaks for. Where it reports both, name what each side said as a source
//! of its own, or split the claim into what the source bears out and what it denies.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::SourceId;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: codes::SOURCE_ON_BOTH_SIDES,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let origins = subject.edition().origins();
    for (id, claim) in subject.claims() {
        let text = |id: &SourceId| origins.text(*id);
        let for_it: BTreeSet<SourceId> = claim.sources.iter().map(text).collect();
        let both = claim.contrary.iter().copied().filter(|id| for_it.contains(&text(id)));
        let both: Vec<SourceId> = both.collect();
        if both.is_empty() {
            continue;
        }
        let message = format!(
            "the claim `{}` has {} for it and against it",
            claim.names.id,
            subject.named(&both)
        );
        let place = subject.written(claim.place, "contrary");
        findings.of_claim(
            id,
            Diagnostic::new(codes::SOURCE_ON_BOTH_SIDES, place, message)
                .help("keep it in `sources` or in `contrary`: on the side that it speaks for")
                .help("where it reports both, name what each side said as a source of its own"),
        );
    }
}
