//! Giving a site to somebody who shows it from memory: all of it first, then what has changed.

use super::ledger::LedgerLine;
use super::page::There;
use super::place::Look;
use super::{Failure, Ledger, Progress, make};
use crate::files::{Files, OutPath};
use crate::keys::Key;
use crate::output::Output;
use std::collections::BTreeMap;

/// What was given of a site so far.
#[derive(Debug, Default)]
pub struct Delivery {
    ledger: Ledger,
    /// The key of the bytes of each file.
    given: BTreeMap<OutPath, Key>,
}

/// How a site differs from the one that was given before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// New files, and files whose bytes are others, in order of path.
    pub written: Vec<(OutPath, Vec<u8>)>,
    /// Files that are gone, in order of path.
    pub removed: Vec<OutPath>,
}

impl Delivery {
    /// Makes what has changed since the last time. On a failure nothing is given, and the next time makes
    /// the difference to what was given before.
    pub fn update(
        &mut self,
        output: &Output<'_>,
        files: &dyn Files,
        progress: &Progress,
    ) -> Result<Changes, Failure> {
        let artifacts = &output.artifacts;
        let last = self.ledger.compare(output);
        let there = |number: usize| {
            let (from, sum) = last.holds_untouched(number, &artifacts[number].path)?;
            Some(There { from, bytes: None, sum })
        };
        let made = make(output, files, progress, there, |_, _, page| {
            let bytes = page.bytes.map(|bytes| (Key::of(&*bytes), bytes));
            Ok((page.from, page.sum, bytes))
        })?;
        let (mut changes, mut given) = (Changes::default(), BTreeMap::new());
        let mut entries: Vec<LedgerLine> = Vec::new();
        for (artifact, (from, sum, bytes)) in artifacts.iter().zip(made) {
            let path = &artifact.path;
            let before = self.given.remove(path);
            let now = bytes.as_ref().map(|(key, _)| *key).or(before);
            given.extend(now.map(|key| (path.clone(), key)));
            let bytes = bytes.filter(|(key, _)| before != Some(*key));
            changes.written.extend(bytes.map(|(_, bytes)| (path.clone(), bytes)));
            let (path, look) = (path.clone(), Look::default());
            entries.push(LedgerLine { path, from, look, sum });
        }
        changes.removed = std::mem::replace(&mut self.given, given).into_keys().collect();
        self.ledger = Ledger::new(output, entries);
        Ok(changes)
    }
}
