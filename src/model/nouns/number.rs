//! Numbers as statements, by what they count.

use super::{SourceId, Who};
use crate::content::kinds::number::Rank;
use crate::dates::Edtf;
use crate::files::Span;
use serde::{Deserialize, Serialize};

/// What is counted of a subject, with everything that is said of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NumberOf {
    /// What is counted: a word of the site's own ("stations").
    pub property: String,
    /// The statements, by date.
    pub statements: Vec<Number>,
}

/// A number that somebody gives.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Number {
    /// The number, as it is to be printed.
    pub value: String,
    /// Where it is written.
    pub place: Span,
    /// As of when.
    pub date: Option<Edtf>,
    /// Who counted.
    pub by: Option<Who>,
    /// On whose word.
    pub sources: Vec<SourceId>,
    /// How it stands to the others.
    pub rank: Rank,
    /// What has to be added.
    pub note: Option<String>,
}

impl NumberOf {
    /// Whether those that nobody has withdrawn differ.
    pub fn is_disagreement(&self) -> bool {
        let mut standing =
            self.statements.iter().filter(|one| one.rank != Rank::Deprecated);
        let first = standing.next();
        first.is_some_and(|first| standing.any(|one| one.value != first.value))
    }
}
