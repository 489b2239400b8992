//! `circular-claims`: what is superseded has a successor that holds.
//!
//! # What it does
//! Claims take each other's place in a circle: `superseded_by` leads back to where it
//! began.
//!
//! # Why
//! `superseded_by` leads readers to the claim that holds now. In a circle there is none.
//!
//! # Example
//! ```yaml
//! first: {text: It is so., status: superseded, superseded_by: second}
//! second: {text: It is otherwise., status: superseded, superseded_by: first}
//! ```
//!
//! # Use instead
//! Take `superseded_by` out of the claim that holds now, and give it its own status.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::ClaimId;

pub(super) const RULE: Rule = Rule {
    code: codes::CIRCULAR_CLAIMS,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

/// So many claims of a circle are named.
const MOST_NAMED: usize = 12;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let site = subject.site;
    // Which walk has seen a claim; each claim has one successor at most.
    let mut seen: Vec<Option<ClaimId>> = vec![None; site.claims.len()];
    for (start, _) in subject.claims() {
        let (mut path, mut at) = (Vec::new(), Some(start));
        while let Some(id) = at.filter(|id| seen[id.index()].is_none()) {
            seen[id.index()] = Some(start);
            path.push(id);
            at = site[id].superseded_by;
        }
        let from = at.and_then(|id| path.iter().position(|one| *one == id));
        if let Some(from) = from {
            findings.push(told(subject, &path[from..]));
        }
    }
}

fn told(subject: &Subject<'_>, circle: &[ClaimId]) -> Diagnostic {
    let claims = || circle.iter().take(MOST_NAMED).map(|id| &subject.site[*id]);
    let names: Vec<&str> = claims().map(|claim| claim.names.id.as_str()).collect();
    let message = match circle.len() {
        1 => format!("the claim `{}` supersedes itself", names[0]),
        all => format!("{all} claims supersede each other in a circle"),
    };
    // A circle has at least one claim.
    let place = subject.site[circle[0]].place;
    let mut found = Diagnostic::new(codes::CIRCULAR_CLAIMS, place, message);
    for claim in claims().skip(1) {
        found = found.also(claim.place, "in the circle");
    }
    let all = names.join("` by `");
    let end = if circle.len() > names.len() { "` … " } else { "` " };
    found
        .note(format!("`{all}{end}by `{}`", names[0]))
        .help("take `superseded_by` out of the claim that holds now")
}
