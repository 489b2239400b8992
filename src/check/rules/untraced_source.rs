//! `untraced-source`: what a claim rests on says where it has it from.
//!
//! # What it does
//! Sources that claims rest on say neither that they are their own work (`original: true`, `role: primary`) nor
//! what they repeat (`based_on`). Asked by `dateline check` only; those that most claims rest on are named
//! first.
//!
//! # Why
//! A source that is silent about itself may repeat any of the others, so it makes nothing better known: readers
//! see it counted as “not traced”, and it corroborates no claim.
//!
//! # Example
//! ```yaml
//! paper: {title: Stations found in the city, publisher: The Example Times}
//! ```
//!
//! # Use instead
//! Read where the source has it from, and write it down: `based_on: [agency]`, or `original: true`.

use crate::check::subject::listed;
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, Place, codes};
use crate::model::{ClaimId, SourceId};
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: codes::UNTRACED_SOURCE,
    when: When::OnCheck,
    seeks: Sought::Lack,
    check,
};

/// So many sources are named, and so many claims of each.
const MOST_NAMED: usize = 20;
const MOST_CLAIMS: usize = 5;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let untraced = most_needed_first(subject);
    if untraced.is_empty() {
        return;
    }
    let message = match untraced.len() {
        1 => "1 source that claims rest on does not say where it has it from".to_owned(),
        many => format!(
            "{many} sources that claims rest on do not say where they have it from"
        ),
    };
    let mut found = Diagnostic::new(codes::UNTRACED_SOURCE, Place::Site, message);
    for (source, claims) in untraced.iter().take(MOST_NAMED) {
        let id = &subject.site[*source].names.id;
        let claims = claims.iter().map(|id| subject.site[*id].names.id.as_str());
        found = found.note(format!("`{id}`: {}", listed(claims, MOST_CLAIMS)));
    }
    if let more @ 1.. = untraced.len().saturating_sub(MOST_NAMED) {
        found = found.note(format!("and {more} more"));
    }
    findings.push(found.help(
        "write `based_on: […]` for what it repeats, or `original: true` where it found out by itself",
    ));
}

/// The untraced sources that the claims shown come down to, with these claims.
fn most_needed_first(subject: &Subject<'_>) -> Vec<(SourceId, Vec<ClaimId>)> {
    let mut needed: BTreeMap<SourceId, Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in subject.claims() {
        let rests = subject.edition().independence(&claim.sources);
        rests
            .untraced
            .into_iter()
            .for_each(|one| needed.entry(one).or_default().push(id));
    }
    let mut needed: Vec<_> = needed.into_iter().collect();
    needed.sort_by_key(|(_, claims)| Reverse(claims.len()));
    needed
}
