//! A rule: when it is asked, what it looks for, and what it has found.

use super::Subject;
use crate::diag::{Code, Diagnostic};
use crate::model::ClaimId;

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
    /// Before a site is released: by `--release`, and by `dateline check`.
    OnRelease,
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

/// What a rule has found.
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

impl IntoIterator for Findings {
    type Item = (Option<ClaimId>, Diagnostic);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    /// Each with the claim that it is about, if it is about one.
    fn into_iter(self) -> Self::IntoIter {
        self.found.into_iter()
    }
}
