//! `history-ends-elsewhere`: a history ends where matters stand.
//!
//! # What it does
//! The last entry of a claim's `history` is another status than its `status`.
//!
//! # Why
//! One of the two was changed and the other forgotten, so the claim's page would contradict
//! itself.
//!
//! # Example
//! ```yaml
//! station:
//!   text: A station operated in the city.
//!   status: reported
//!   history: [{date: 2022-09-12, status: alleged, sources: [report]}]
//! ```
//!
//! # Use instead
//! Add the last change to `history`, or put `status` right.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::HISTORY_ENDS_ELSEWHERE,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for claim in &subject.site.claims {
        let Some(last) = claim.history.last() else { continue };
        if last.status == claim.status {
            continue;
        }
        let (is, was) = (claim.status.word(), last.status.word());
        let message = format!(
            "the claim `{}` is `{is}`, but its history ends with `{was}`",
            claim.names.id
        );
        findings.push(
            Diagnostic::new(codes::HISTORY_ENDS_ELSEWHERE, claim.status_place, message)
                .also(last.place, format!("the last by date: {}", last.date.written()))
                .help(format!(
                    "add the change: `{{date: …, status: {is}, sources: […]}}`"
                ))
                .help(format!("or write `status: {was}`")),
        );
    }
}
