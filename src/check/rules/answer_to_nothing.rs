//! `answer-to-nothing`: an answer has words or a source, and something to answer.
//!
//! # What it does
//! A response says neither what was said nor where, or was given before there was a claim
//! to answer.
//!
//! # Why
//! A response without words and without a source can't be checked by anybody; one that is
//! older than the claim answers something else. Putting an answer into somebody's mouth is
//! worse than having none.
//!
//! # Example
//! ```yaml
//! responses: [{by: office, stance: denies}]
//! ```
//!
//! # Use instead
//! Add the `sources` of the answer, and its `text`. An answer to an earlier claim belongs
//! to that claim.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::ANSWER_TO_NOTHING,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for claim in &subject.site.claims {
        for answer in &claim.responses {
            if answer.text.is_none() && answer.sources.is_empty() {
                let message = "the response has neither words nor a source";
                findings.push(
                    Diagnostic::new(codes::ANSWER_TO_NOTHING, answer.place, message).help(
                        "add where it was given: `sources: […]`, and what was said: `text: …`",
                    ),
                );
            }
            let first = claim.history.first().map(|first| (first, answer.date.as_ref()));
            if let Some((first, Some(date))) = first
                && date.is_definitely_before(&first.date)
            {
                let message =
                    format!("the response is older than the claim `{}`", claim.names.id);
                findings.push(
                    Diagnostic::new(codes::ANSWER_TO_NOTHING, answer.place, message)
                        .also(first.place, format!("the claim: {}", first.date.written()))
                        .help("put its `date` right, or move it to the claim that it answers"),
                );
            }
        }
    }
}
