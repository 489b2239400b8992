//! `claim-without-response`: those concerned are heard.
//!
//! # What it does
//! A claim about an entity has no `responses` and no `right_of_reply`. Asked by `dateline
//! check` only; where the claim names it in `parties`, `party-unheard` is an error.
//!
//! # Why
//! Readers want to hear what those concerned say, also where the claim is not bad for them.
//!
//! # Example
//! ```yaml
//! station:
//!   text: The office opened a station.
//!   about: [office]
//!   status: alleged
//!   made_by: watchers
//!   sources: [report]
//! ```
//!
//! # Use instead
//! Look for what they have said, or ask them.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::Item;

pub(super) const RULE: Rule = Rule {
    code: codes::CLAIM_WITHOUT_RESPONSE,
    when: When::OnCheck,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        let is_heard = !claim.responses.is_empty() || claim.reply.is_some();
        let about = claim.about.iter().find_map(|item| match item {
            Item::Entity(id) => Some(*id),
            _ => None,
        });
        let Some(about) = about.filter(|_| !is_heard && claim.parties.is_empty()) else {
            continue;
        };
        let (id_of, name) = (&claim.names.id, subject.called(about));
        let message = format!("the claim `{id_of}` does not say what `{name}` answers");
        findings.of_claim(
            id,
            Diagnostic::new(codes::CLAIM_WITHOUT_RESPONSE, claim.place, message)
                .help("add `responses`, or that they were asked: `right_of_reply`"),
        );
    }
}
