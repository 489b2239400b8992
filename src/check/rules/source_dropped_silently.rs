//! `source-dropped-silently`: readers are told when evidence is taken away.
//!
//! # What it does
//! A claim no longer rests on a source that it rested on in the last release, or an article has lost one, and no new
//! correction tells why (for a claim, a new entry of its `history` does too; for an article, a later `updated`).
//!
//! # Why
//! A claim that has lost a source is another claim, even where its words are the same.
//!
//! # Example
//! ```yaml
//! # in the release of 2026-11-01: sources: [report, court-file]
//! station: {text: A station operated in the city., status: reported, sources: [report]}
//! ```
//!
//! # Use instead
//! Say in `corrections` which source was taken away, and why.

use crate::check::subject::listed;
use crate::check::{Findings, Rule, Sought, Subject, When, silence, since};
use crate::diag::{Diagnostic, codes};
use crate::releases::{Happened, ItemChange};

pub(super) const RULE: Rule = Rule {
    code: codes::SOURCE_DROPPED_SILENTLY,
    when: When::OnRelease,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(since) = subject.since.get() else { return };
    let is_meant = |change: &ItemChange| {
        change.is_silent && matches!(change.happened, Happened::SourceGone { .. })
    };
    for changes in since.by_item(is_meant) {
        let key = &changes[0].item;
        let lost = changes.iter().filter_map(|change| match &change.happened {
            Happened::SourceGone { source, .. } => Some(source.as_str()),
            _ => None,
        });
        let message = format!(
            "{} has lost a source since {}, and readers are not told",
            since::named(key),
            since.name()
        );
        let found = Diagnostic::new(
            codes::SOURCE_DROPPED_SILENTLY,
            silence::place(subject, since, key),
            message,
        )
        .note(format!("without {} now", listed(lost, MOST_NAMED)))
        .help("put it back, or say why it is gone: `corrections: [{date: …, kind: correction, now: …, why: …}]`");
        silence::push(subject, key, found, findings);
    }
}

/// A message names so many sources.
const MOST_NAMED: usize = 12;
