//! `number-changed-silently`: readers are told when a number changes.
//!
//! # What it does
//! A sentence of a claim or an article has another number than in the last release, and there is no new correction. On
//! a free page and a country's page a later `updated` is enough.
//!
//! # Why
//! Numbers are quoted. Who has quoted the old one has to learn that there is another.
//!
//! # Example
//! ```markdown
//! <!-- in the release of 2026-11-01: There are 54 stations. -->
//! There are 102 stations.
//! ```
//!
//! # Use instead
//! Say in `corrections` which number stood there and which does now.

use super::words_changed_silently::has_other_number;
use crate::check::{Findings, Rule, Sought, Subject, When, silence, since};
use crate::diag::codes;

pub(super) const RULE: Rule = Rule {
    code: codes::NUMBER_CHANGED_SILENTLY,
    when: When::OnRelease,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(since) = subject.since.get() else { return };
    for changes in since.by_item(|change| change.is_silent && has_other_number(change)) {
        let key = &changes[0].item;
        let message = format!(
            "a number of {} has changed since {}, and readers are not told",
            since::named(key),
            since.name()
        );
        let code = codes::NUMBER_CHANGED_SILENTLY;
        let found = silence::of_words(subject, since, code, message, &changes);
        let has_corrections = key.starts_with("claim:") || key.starts_with("article:");
        let found = found.help(match has_corrections {
            true => "add a correction: `corrections: [{date: …, kind: correction, was: …, now: …}]`",
            false => "write `updated: …` with today's date",
        });
        silence::push(subject, key, found, findings);
    }
}
