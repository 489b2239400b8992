//! `words-changed-silently`: readers are told when a text changes.
//!
//! # What it does
//! Words of a claim, an article, a free page or a country's page are others than in the last release, by more than a slip,
//! and nothing tells readers: no new correction, and no later `updated`. Of a claim only a correction does.
//!
//! # Why
//! A text that changes without a word can't be quoted, and readers can't know what they have read.
//!
//! # Example
//! ```yaml
//! # in the release of 2026-11-01: text: A station operated in the city.
//! station:
//!   text: A station coerced people in the city.
//!   status: reported
//! ```
//!
//! # Use instead
//! Say in `corrections` what was said and what is said now; of an article whose facts are the same, a later
//! `updated` is enough.

use crate::check::{Findings, Rule, Sought, Subject, When, silence, since};
use crate::diag::codes;
use crate::releases::{Happened, ItemChange, Weight};

pub(super) const RULE: Rule = Rule {
    code: codes::WORDS_CHANGED_SILENTLY,
    when: When::OnRelease,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(since) = subject.since.get() else { return };
    let of_words =
        |change: &ItemChange| matches!(change.happened, Happened::Words { .. });
    let is_meant = |change: &ItemChange| change.is_silent && of_words(change);
    for changes in since.by_item(is_meant) {
        let key = &changes[0].item;
        // That says so too, and what to do is the same.
        if changes.iter().any(|change| has_other_number(change)) {
            continue;
        }
        let message = format!(
            "the words of {} have changed since {}, and readers are not told",
            since::named(key),
            since.name()
        );
        let code = codes::WORDS_CHANGED_SILENTLY;
        let found = silence::of_words(subject, since, code, message, &changes);
        let kind = key.split(':').next().unwrap_or_default();
        let found = match kind {
            "claim" => found.help(
                "add a correction: `corrections: [{date: …, kind: correction, was: …, now: …}]`",
            ),
            "article" => found
                .help("where facts have changed, add a correction: `corrections: [{date: …, kind: correction, was: …, now: …}]`")
                .help("where only the wording has, write `updated: …` with today's date"),
            _ => found.help("write `updated: …` with today's date"),
        };
        silence::push(subject, key, found, findings);
    }
}

/// Whether a number is another, which is a rule of its own.
pub(super) fn has_other_number(change: &ItemChange) -> bool {
    match &change.happened {
        Happened::Words { sentence, .. } => sentence.weight == Weight::Figure,
        _ => false,
    }
}
