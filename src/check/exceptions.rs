//! Written exceptions: `allow: {rule: reason}` on a claim.
//!
//! # What it does
//! Drops what a rule finds on a claim that is excepted from it, and warns of an exception that drops
//! nothing (`unused-exception`).
//!
//! # Why
//! An exception is printed on the claim's page. One that is no longer needed tells readers of a weakness
//! that the claim does not have.
//!
//! # Example
//! A claim has `allow: {confirmed-without-copy: the court file is sealed}` and has a copy now.
//!
//! # Use instead
//! Take the line out.

use super::Subject;
use crate::diag::{Code, Diagnostic, Diagnostics, codes};
use crate::model::ClaimId;
use std::collections::BTreeSet;

/// Hands on what is not excepted; `asked` are the rules that were asked.
pub(super) fn settle(
    subject: &Subject<'_>,
    found: Vec<(Option<ClaimId>, Diagnostic)>,
    asked: &[Code],
    diags: &mut Diagnostics,
) {
    let mut used: BTreeSet<(ClaimId, &str)> = BTreeSet::new();
    for (claim, diagnostic) in found {
        let name = diagnostic.code.name();
        match claim {
            Some(claim) if subject.site[claim].is_allowed(name) => {
                used.insert((claim, name));
            }
            _ => diags.push(diagnostic),
        }
    }
    let flaws = &subject.site.flaws;
    // What a claim with a mistake would be excepted from is not known.
    let claims = subject.claims().filter(|(id, _)| !flaws.cover(subject.site[*id].place));
    for (id, claim) in claims {
        for (name, _) in &claim.allowed {
            let is_asked = Code::find(name).is_none_or(|code| asked.contains(&code));
            let is_rule = super::RULES.iter().any(|rule| rule.code.name() == name);
            if used.contains(&(id, name.as_str())) || (is_rule && !is_asked) {
                continue;
            }
            diags.push(unused(subject, claim, name, is_rule));
        }
    }
}

fn unused(
    subject: &Subject<'_>,
    claim: &crate::model::Claim,
    name: &str,
    is_rule: bool,
) -> Diagnostic {
    let message = format!("the exception from `{name}` is not needed");
    let place = subject.written(claim.place, name);
    let note = match is_rule {
        true => format!("the claim `{}` does not break the rule", claim.names.id),
        false => "no claim can be excepted from this rule".to_owned(),
    };
    Diagnostic::new(codes::UNUSED_EXCEPTION, place, message)
        .note(note)
        .help("take the line out of `allow`: readers are shown it on the claim's page")
}
