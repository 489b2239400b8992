//! `slight-change`: what was put right, and what has moved.
//!
//! # What it does
//! `dateline check` tells sentences that have changed since the last release by no more than a slip, and those that have moved.
//!
//! # Why
//! Readers need not be told of a slip. Somebody should have looked whether it is one.
//!
//! # Example
//! `The offcie has closed.` became `The office has closed.`
//!
//! # Use instead
//! Nothing, where it is a slip. Where it is more, add a correction.

use crate::check::{Findings, Rule, Sought, Subject, When, silence, since};
use crate::diag::codes;
use crate::releases::{Happened, ItemChange, Weight};

pub(super) const RULE: Rule = Rule {
    code: codes::SLIGHT_CHANGE,
    when: When::OnCheck,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(since) = subject.since.get() else { return };
    let is_meant = |change: &ItemChange| match &change.happened {
        Happened::Words { sentence, .. } => sentence.weight == Weight::Slight,
        _ => false,
    };
    for changes in since.by_item(is_meant) {
        let key = &changes[0].item;
        let message = format!(
            "slips of {} were put right since {}, or sentences moved",
            since::named(key),
            since.name()
        );
        let found =
            silence::of_words(subject, since, codes::SLIGHT_CHANGE, message, &changes);
        let found = found.help("nothing is to be done, if that is all");
        silence::push(subject, key, found, findings);
    }
}
