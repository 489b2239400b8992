//! `same-title-and-date`: one agency report in two newspapers is one.
//!
//! # What it does
//! Two sources have one title and one date and different publishers, and neither says that it repeats the
//! other or what the other repeats. Asked by `dateline check` only.
//!
//! # Why
//! Newspapers print what agencies send them, often with its headline. Such copies know nothing of each other,
//! and each looks like a report of its own.
//!
//! # Example
//! ```yaml
//! paper-a: {title: Police close station, date: 2022-10-26, publisher: A}
//! paper-b: {title: Police close station, date: 2022-10-26, publisher: B}
//! ```
//!
//! # Use instead
//! Add the agency’s report as a source, and write `based_on: [agency]` in both; or say which is the
//! copy: `based_on: [paper-a]`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::letters::slug;
use crate::model::{Source, SourceId};
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: codes::SAME_TITLE_AND_DATE,
    when: When::OnCheck,
    seeks: Sought::Contradiction,
    check,
};

/// Titles with fewer words are common: “Editorial”, “Press conference”.
const FEWEST_WORDS: usize = 3;

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut alike: BTreeMap<(String, &str), Vec<SourceId>> = BTreeMap::new();
    for id in subject.edition().sources() {
        if let Some(sign) = sign(&subject.site[*id]) {
            alike.entry(sign).or_default().push(*id);
        }
    }
    let origins = subject.edition().origins();
    for sources in alike.values() {
        let Some((first, others)) = sources.split_first() else { continue };
        let other = others.iter().find(|other| !origins.are_tied(*first, **other));
        let Some(other) = other else { continue };
        let (one, two) = (&subject.site[*first], &subject.site[*other]);
        let message = format!(
            "the sources `{}` and `{}` have one title and date",
            one.names.id, two.names.id
        );
        findings.push(
            Diagnostic::new(codes::SAME_TITLE_AND_DATE, two.place, message)
                .also(one.place, "the other one")
                .note("it may be one report of an agency, printed by both")
                .help("say what they repeat: `based_on: […]`"),
        );
    }
}

/// What copies of one report have in common.
fn sign(source: &Source) -> Option<(String, &str)> {
    let title = slug(&source.title.as_ref()?.original);
    let is_long = title.split('-').count() >= FEWEST_WORDS || !title.is_ascii();
    is_long.then_some((title, source.date.as_ref()?.written()))
}
