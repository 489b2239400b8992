//! What stands where something was that was withdrawn.

use super::Names;
use crate::content::{HeldBy, Kind};
use crate::dates::Edtf;
use crate::files::OutPath;
use serde::{Deserialize, Serialize};

/// What is told of something that was withdrawn. Of what it said nothing is known here.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tombstone {
    /// What it was, in the word that `kind:id` uses.
    pub kind: String,
    /// What it was called by. It had its page there.
    pub names: Names,
    /// When it was withdrawn.
    pub date: Edtf,
    /// Why.
    pub reason: String,
}

impl Tombstone {
    /// That of an item, if it was withdrawn.
    pub(in crate::model) fn of(kind: Kind, names: &Names, by: &HeldBy) -> Option<Self> {
        let HeldBy::Withdrawn(date, reason) = by else { return None };
        Some(Tombstone {
            kind: kind.word().to_owned(),
            names: names.clone(),
            date: date.clone(),
            reason: reason.clone(),
        })
    }

    /// Where its page was, and pages that led to it.
    pub fn addresses(&self) -> impl Iterator<Item = &OutPath> {
        std::iter::once(&self.names.address).chain(&self.names.redirects)
    }
}
