//! `party-unheard`: whoever is accused is heard.
//!
//! # What it does
//! A claim names `parties` that it is bad for, and says neither what they answer nor that
//! they were asked.
//!
//! # Why
//! Whoever is accused in public has a right to be heard, and readers to know the answer.
//! Where nobody answered, that they were asked, when and how, is the answer.
//!
//! # Example
//! ```yaml
//! station:
//!   text: The office ran a station.
//!   status: alleged
//!   made_by: watchers
//!   parties: [office]
//!   sources: [report]
//! ```
//!
//! # Use instead
//! Add what they said in `responses`, or ask them and record it in `right_of_reply`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::{ReplyResult, Stance};
use crate::diag::{Diagnostic, codes};
use crate::fields::Decode;

pub(super) const RULE: Rule =
    Rule { code: codes::PARTY_UNHEARD, when: When::Always, seeks: Sought::Lack, check };

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        if claim.parties.is_empty()
            || !claim.responses.is_empty()
            || claim.reply.is_some()
        {
            continue;
        }
        let names: Vec<String> = claim
            .parties
            .iter()
            .map(|party| format!("`{}`", subject.site[*party].names.id))
            .collect();
        let message = format!(
            "the claim `{}` names {} and not what they answer",
            claim.names.id,
            names.join(", ")
        );
        findings.of_claim(
            id,
            Diagnostic::new(codes::PARTY_UNHEARD, claim.place, message)
                .help(format!(
                    "add their answer: `responses: [{{by: …, stance: …, sources: […]}}]`; `stance` is {}",
                    Stance::shape().words()
                ))
                .help(format!(
                    "or that they were asked: `right_of_reply: {{asked: YYYY-MM-DD, via: …, result: …}}`; `result` is {}",
                    ReplyResult::shape().words()
                )),
        );
    }
}
