//! `damaged-release`: what a release said can be read.
//!
//! # What it does
//! A file in `releases/` that is named like a release can't be read as one.
//!
//! # Why
//! What the site says now is compared with its last release. Where that can't be read, a change could be silent.
//!
//! # Example
//! `releases/2026-11-30.json` was edited by hand, cut off, or left with the marks of a merge.
//!
//! # Use instead
//! Get the file back from version control as `dateline release` wrote it.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::codes;
use crate::releases::Releases;

pub(super) const RULE: Rule = Rule {
    code: codes::DAMAGED_RELEASE,
    when: When::OnRelease,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let shelf = Releases::of(subject.texts);
    let damaged = shelf.all().iter().filter_map(|release| release.read().err());
    damaged.for_each(|found| findings.push(*found));
}
