//! Rules: whether a site says no more than its evidence carries.
//!
//! A [`Rule`] looks at the whole [`Subject`] and reports what breaks it; each is a file in
//! `rules/` that says what it does, why, an example, and what to write instead. What no correct page can be
//! built with is reported earlier, by [`crate::model`]; here are judgements. A claim may be excepted
//! from a rule in writing (`allow: {rule: reason}`), which [`run`] sees to.

mod copies;
mod exceptions;
mod place;
mod rules;
pub mod stats;
mod subject;
mod wording;

pub use rules::RULES;
pub use subject::Subject;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::ClaimId;
use rayon::prelude::*;

/// A rule.
pub struct Rule {
    /// Its code, with its name and its page.
    pub code: Code,
    /// When it is asked.
    pub when: When,
    /// What it looks for.
    pub seeks: Sought,
    /// Reports all that breaks it.
    pub check: fn(&Subject<'_>, &mut Findings),
}

/// When a rule is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// In every build.
    Always,
    /// By `dateline check` only: what an editor should know, and a reader sees nothing of.
    OnCheck,
}

/// What a rule looks for. What lacks where something could not be read or means nothing is no mistake of its
/// own: that has been reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// Something that is written and should not be so.
    Contradiction,
    /// Something that a record lacks.
    Lack,
    /// Something that nothing of the whole site makes use of.
    Use,
}

/// What rules have found.
#[derive(Debug, Default)]
pub struct Findings {
    found: Vec<(Option<ClaimId>, Diagnostic)>,
}

impl Findings {
    /// Adds one that is about no claim.
    pub fn push(&mut self, found: Diagnostic) {
        self.found.push((None, found));
    }

    /// Adds one that is about a claim, which may be excepted from the rule.
    pub fn of_claim(&mut self, claim: ClaimId, found: Diagnostic) {
        self.found.push((Some(claim), found));
    }
}

/// Asks the rules of `when`, and those of every build; exceptions that a claim makes are kept.
pub fn run(subject: &Subject<'_>, when: When, diags: &mut Diagnostics) {
    let asked = RULES.iter().filter(|rule| rule.when <= when);
    let asked: Vec<&Rule> = asked.copied().collect();
    let found = asked.par_iter().map(|rule| {
        let mut findings = Findings::default();
        (rule.check)(subject, &mut findings);
        findings.found.retain(|(claim, found)| !follows(subject, rule, *claim, found));
        findings.found
    });
    let found: Vec<_> = found.flatten_iter().collect();
    let asked: Vec<Code> = asked.iter().map(|rule| rule.code).collect();
    exceptions::settle(subject, found, &asked, diags);
}

/// Whether what a rule found follows from a mistake that has been reported.
fn follows(
    subject: &Subject<'_>,
    rule: &Rule,
    claim: Option<ClaimId>,
    found: &Diagnostic,
) -> bool {
    let (site, flaws) = (subject.site, &subject.site.flaws);
    match (rule.seeks, claim, &found.place) {
        (Sought::Contradiction, ..) => false,
        (Sought::Use, ..) => flaws.is_any(),
        (Sought::Lack, Some(claim), _) => flaws.concern(site, claim),
        (Sought::Lack, None, Place::Text(place)) => flaws.cover(*place),
        (Sought::Lack, None, Place::Path(..) | Place::Site) => false,
    }
}
