//! Rules: whether a site says no more than its evidence carries.
//!
//! A [`Rule`] looks at the whole [`Subject`] and reports what breaks it; each is a file in
//! `rules/` that says what it does, why, an example, and what to write instead. What no correct page can be
//! built with is reported earlier, by [`crate::model`]; here are judgements. A claim may be excepted
//! from a rule in writing (`allow: {rule: reason}`), which [`run`] sees to.

mod copies;
mod exceptions;
mod place;
mod rule;
mod rules;
mod silence;
mod since;
pub mod stats;
mod subject;
mod vault_list;
mod what_if;
mod wording;

pub use rule::{Findings, Rule, Sought, When};
pub use rules::RULES;
pub use since::SinceRelease;
pub use subject::Subject;
pub use vault_list::{CopyState, VaultEntry, vault_list};
pub use what_if::{
    ClaimLoss, ClaimStanding, SentenceLoss, Standings, losses, sentences, standings,
};

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::ClaimId;
use rayon::prelude::*;

/// Asks the rules of `when`, and those of every build; exceptions that a claim makes are kept.
pub fn run(subject: &Subject<'_>, when: When, diags: &mut Diagnostics) {
    let asked = RULES.iter().filter(|rule| rule.when <= when);
    let asked: Vec<&Rule> = asked.copied().collect();
    let found = asked.par_iter().map(|rule| {
        let mut findings = Findings::default();
        (rule.check)(subject, &mut findings);
        let found = findings.into_iter();
        found
            .filter(|(claim, found)| !follows(subject, rule, *claim, found))
            .collect::<Vec<_>>()
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
        (Sought::Lack, Some(claim), _) => flaws.cover(site[claim].place),
        (Sought::Lack, None, Place::Text(place)) => flaws.cover(*place),
        (Sought::Lack, None, Place::Path(..) | Place::Site) => false,
    }
}
