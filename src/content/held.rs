//! What is held back: where it stands in the texts, and the documents without it.

use super::hold::{Held, HeldBy, Policy};
use super::kinds::claim::ClaimEntry;
use super::kinds::event::EventFields;
use super::kinds::kinds;
use super::kinds::location::LocationEntry;
use super::{Documents, Item};
use crate::fields::Spanned;
use crate::files::{FileId, FilePath, Span};
use foldhash::HashMap;
use std::ops::Range;

/// Where what is held back stands.
#[derive(Debug, Clone, Default)]
pub struct HeldPlaces {
    /// By file: from where to where, in order, and what holds it.
    by_file: HashMap<FileId, Vec<(Range<u32>, HeldBy)>>,
    /// The files of media.
    media: Vec<(FilePath, HeldBy)>,
}

impl HeldPlaces {
    /// Whether nothing is held back.
    pub fn is_empty(&self) -> bool {
        self.by_file.is_empty()
    }

    /// What holds that which is written at a place; `None` where it is published.
    pub fn by(&self, place: Span) -> Option<&HeldBy> {
        let held = self.by_file.get(&place.file)?;
        let behind = held.partition_point(|(range, _)| range.start <= place.start);
        let (range, by) = held.get(behind.checked_sub(1)?)?;
        range.contains(&place.start).then_some(by)
    }

    /// Images and documents, with what holds them.
    pub fn media(&self) -> &[(FilePath, HeldBy)] {
        &self.media
    }

    fn add(&mut self, file: FileId, range: Range<u32>, by: HeldBy) {
        self.by_file.entry(file).or_default().push((range, by));
    }
}

/// Shows `$visit` every list of records that stand in others and may be held back by themselves.
macro_rules! visit_lists {
    ($documents:expr, $iter:ident, $fields:ident, $visit:expr, $($mut:tt)?) => {
        let (documents, visit) = ($documents, $visit);
        for fields in documents.articles.$iter().filter_map(|one| one.fields.$fields()) {
            visit.locations(&$($mut)? fields.locations);
            visit.claims(&$($mut)? fields.claims);
            visit.dates(&$($mut)? fields.dates);
        }
        for fields in documents.countries.$iter().filter_map(|one| one.fields.$fields()) {
            visit.dates(&$($mut)? fields.dates);
        }
        for fields in documents.locations.$iter().filter_map(|one| one.fields.$fields()) {
            visit.dates(&$($mut)? fields.dates);
        }
        for fields in documents.claims.$iter().filter_map(|one| one.fields.$fields()) {
            visit.dates(&$($mut)? fields.dates);
        }
        for fields in documents.pages.$iter().filter_map(|one| one.fields.$fields()) {
            visit.claims(&$($mut)? fields.claims);
        }
        for fields in documents.home.$iter().filter_map(|one| one.fields.$fields()) {
            visit.claims(&$($mut)? fields.claims);
        }
    };
}

impl Documents {
    /// Where what `policy` holds back stands.
    pub fn held(&self, policy: &Policy) -> HeldPlaces {
        let mut finder = Finder { policy, found: HeldPlaces::default() };
        visit_lists!(self, iter, as_deref, &mut finder,);
        finder.items(self.home.as_slice());
        macro_rules! find_in_all {
            ($($list:ident)*) => { $(finder.items(&self.$list);)* };
        }
        kinds!(lists find_in_all);
        for item in &self.media {
            let Some((file, fields)) = &item.sidecar else { continue };
            if let Some(by) = fields.hold.by(policy) {
                finder.found.add(*file, 0..u32::MAX, by.clone());
                finder.found.media.push((item.path.clone(), by));
            }
        }
        let mut found = finder.found;
        #[expect(clippy::iter_over_hash_type, reason = "each is put in order by itself")]
        for held in found.by_file.values_mut() {
            // What stands in something that is held begins behind it.
            held.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
            held.dedup_by(|inner, outer| outer.0.contains(&inner.0.start));
        }
        found
    }

    /// The documents as they would be without what `policy` holds back.
    pub fn published(mut self, policy: &Policy) -> Documents {
        fn keep<F: Held>(items: &mut Vec<Item<F>>, policy: &Policy) {
            items.retain(|item| held_by(item, policy).is_none());
        }
        self.home = self.home.filter(|home| held_by(home, policy).is_none());
        macro_rules! keep_in_all {
            ($($list:ident)*) => { $(keep(&mut self.$list, policy);)* };
        }
        kinds!(lists keep_in_all);
        self.media.retain(|item| match &item.sidecar {
            Some((_, fields)) => fields.hold.by(policy).is_none(),
            None => true,
        });
        let remover = Remover { policy };
        visit_lists!(&mut self, iter_mut, as_deref_mut, &remover, mut);
        self
    }
}

fn held_by<F: Held>(item: &Item<F>, policy: &Policy) -> Option<HeldBy> {
    item.fields.as_deref()?.hold().by(policy)
}

/// Finds where what is held back stands.
struct Finder<'p> {
    policy: &'p Policy,
    found: HeldPlaces,
}

impl Finder<'_> {
    /// Those that have a file or an entry in a registry of their own; in order of file and place.
    fn items<F: Held>(&mut self, items: &[Item<F>]) {
        for (n, item) in items.iter().enumerate() {
            let Some(by) = held_by(item, self.policy) else { continue };
            let next = items.get(n + 1).filter(|next| next.file == item.file);
            let range = match (&item.prose, next) {
                // A text has its file for itself.
                (Some(_), _) => 0..u32::MAX,
                (None, Some(next)) => item.place.start..next.place.start,
                (None, None) => item.place.start..u32::MAX,
            };
            self.found.add(item.file, range, by);
        }
    }

    fn record<F: Held>(&mut self, record: &Spanned<F>) {
        if let Some(by) = record.hold().by(self.policy) {
            self.found.add(record.span.file, record.span.start..record.span.end, by);
        }
    }

    fn locations(&mut self, entries: &[LocationEntry]) {
        for entry in entries {
            let LocationEntry::Inline(fields) = entry else { continue };
            self.record(fields);
            self.dates(&fields.dates);
        }
    }

    fn claims(&mut self, entries: &[ClaimEntry]) {
        for entry in entries {
            let ClaimEntry::Inline(fields) = entry else { continue };
            self.record(fields);
            self.dates(&fields.dates);
        }
    }

    fn dates(&mut self, dates: &[Spanned<EventFields>]) {
        for date in dates {
            self.record(date);
            self.locations(&date.locations);
        }
    }
}

/// Takes out what is held back.
struct Remover<'p> {
    policy: &'p Policy,
}

impl Remover<'_> {
    fn shows<F: Held>(&self, record: &F) -> bool {
        record.hold().by(self.policy).is_none()
    }

    fn locations(&self, entries: &mut Vec<LocationEntry>) {
        entries.retain_mut(|entry| {
            let LocationEntry::Inline(fields) = entry else { return true };
            self.dates(&mut fields.value.dates);
            self.shows(&fields.value)
        });
    }

    fn claims(&self, entries: &mut Vec<ClaimEntry>) {
        entries.retain_mut(|entry| {
            let ClaimEntry::Inline(fields) = entry else { return true };
            self.dates(&mut fields.value.dates);
            self.shows(&fields.value)
        });
    }

    fn dates(&self, dates: &mut Vec<Spanned<EventFields>>) {
        dates.retain_mut(|date| {
            self.locations(&mut date.value.locations);
            self.shows(&date.value)
        });
    }
}
