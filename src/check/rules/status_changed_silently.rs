//! `status-changed-silently`: a claim's history tells every change of its status.
//!
//! # What it does
//! A claim has another status than in the last release, and its `history` has no new entry for it; or an entry that
//! its history had is gone, without a correction.
//!
//! # Why
//! A status is our word for how far something is known. Who has read that a claim was `alleged` has to be able to see
//! when and why it became `confirmed`.
//!
//! # Example
//! ```yaml
//! # in the release of 2026-11-01: status: alleged
//! station:
//!   text: A station operated in the city.
//!   status: reported
//! ```
//!
//! # Use instead
//! Add the change to `history`, with its date and on whose word. Where an entry was wrong, say so in `corrections`.

use crate::check::{Findings, Rule, Sought, Subject, When, silence, since};
use crate::diag::{Diagnostic, codes};
use crate::releases::{Happened, ItemChange};

pub(super) const RULE: Rule = Rule {
    code: codes::STATUS_CHANGED_SILENTLY,
    when: When::OnRelease,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(since) = subject.since.get() else { return };
    let is_meant = |change: &ItemChange| {
        let of_status = matches!(
            change.happened,
            Happened::Status { .. } | Happened::HistoryGone { .. }
        );
        change.is_silent && of_status
    };
    for changes in since.by_item(is_meant) {
        let key = &changes[0].item;
        let (named, release) = (since::named(key), since.name());
        let claim = silence::claim(subject, key).map(|id| &subject.site[id]);
        let place = claim.map_or(silence::place(subject, since, key), |claim| {
            claim.status_place.into()
        });
        let found = match &changes[0].happened {
            Happened::Status { before, now } => Diagnostic::new(
                codes::STATUS_CHANGED_SILENTLY,
                place,
                format!("{named} was `{before}` in {release}, and its history does not tell why it is `{now}`"),
            )
            .help(format!(
                "add the change to `history`: `{{date: …, status: {now}, sources: […]}}`"
            )),
            happened => {
                let gone = match happened {
                    Happened::HistoryGone { date, status } => format!("{date}: {status}"),
                    _ => String::new(),
                };
                Diagnostic::new(
                    codes::STATUS_CHANGED_SILENTLY,
                    place,
                    format!("the history of {named} no longer has what it had in {release}"),
                )
                .note(format!("gone: {gone}"))
                .help("put the entry back; where it was wrong, say so in `corrections`")
            }
        };
        let found = found.note("readers have seen it otherwise");
        silence::push(subject, key, found, findings);
    }
}
