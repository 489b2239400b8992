//! What has changed since the last release, found out once and only where a rule asks.

use crate::diag::Place;
use crate::files::TextFiles;
use crate::model::Publication;
use crate::output;
use crate::releases::{Difference, ItemChange, Recorder, Releases, compare};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a site says, beside what its newest release said.
pub struct SinceRelease<'a> {
    publication: &'a Publication<'a>,
    texts: &'a TextFiles,
    found: OnceLock<Option<Since>>,
}

/// What has changed since a release.
pub(super) struct Since {
    pub(super) day: Date,
    pub(super) path: String,
    pub(super) difference: Difference,
    /// Where each item is written.
    pub(super) places: BTreeMap<String, Place>,
}

impl<'a> SinceRelease<'a> {
    /// Of this edition, and the releases among these texts.
    pub fn new(publication: &'a Publication<'a>, texts: &'a TextFiles) -> Self {
        SinceRelease { publication, texts, found: OnceLock::new() }
    }

    /// What has changed; nothing is known where there is no release, or where the newest can't be read.
    pub(super) fn get(&self) -> Option<&Since> {
        let found = self.found.get_or_init(|| {
            let release = Releases::of(self.texts).newest()?;
            let before = release.read().ok()?;
            let pages = output::addresses(self.publication);
            let recorder = Recorder::new(self.publication, self.texts, &pages);
            let difference = compare(&before, &recorder.record());
            Some(Since {
                day: release.day(),
                path: release.path().to_owned(),
                difference,
                places: recorder.places(),
            })
        });
        found.as_ref()
    }
}

impl Since {
    /// The changes that `is_meant`, by item.
    pub(super) fn by_item(
        &self,
        is_meant: impl Fn(&ItemChange) -> bool,
    ) -> Vec<Vec<&ItemChange>> {
        let mut all: Vec<Vec<&ItemChange>> = Vec::new();
        for change in self.difference.changes.iter().filter(|change| is_meant(change)) {
            match all.last_mut() {
                Some(last) if last[0].item == change.item => last.push(change),
                _ => all.push(vec![change]),
            }
        }
        all
    }

    /// How messages name the release.
    pub(super) fn name(&self) -> String {
        format!("the release of {}", self.day)
    }
}

/// How messages name an item by its key: the article `dublin`.
pub(super) fn named(key: &str) -> String {
    match key.split_once(':') {
        Some((kind, id)) => format!("the {kind} `{id}`"),
        None => "the home page".to_owned(),
    }
}
