//! What differs between two editions, and what of that readers were not told.

use super::lexicon::Lexicon;
use super::record::{EditionRecord, RecordedChange, RecordedItem, RecordedStatus};
use super::sentences::{SentenceChange, changes};
use super::weight::Weight;
use crate::dates::Edtf;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// All that differs between two editions, by item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What has changed of each item, in the order of their kinds and ids.
    pub changes: Vec<ItemChange>,
}

/// Something that has changed of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemChange {
    /// Its kind and id; those it had before, where it is gone.
    pub item: String,
    /// What it is called.
    pub title: String,
    /// What has happened.
    #[serde(flatten)]
    pub happened: Happened,
    /// Whether readers should have been told of it, and were not.
    pub is_silent: bool,
}

/// What has happened to an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Happened {
    /// It is new.
    Added,
    /// It is gone, and nothing stands at its address.
    Gone {
        /// The address.
        address: String,
    },
    /// Another has its address.
    Replaced {
        /// The address.
        address: String,
    },
    /// It was withdrawn, and its page says so.
    Withdrawn {
        /// When.
        date: String,
        /// Why.
        reason: String,
    },
    /// Its page has another address.
    Moved {
        /// The address before.
        before: String,
        /// The address now.
        now: String,
    },
    /// Nothing stands any more at an address that it had.
    AddressGone {
        /// The address.
        address: String,
    },
    /// Its status is another.
    Status {
        /// The status before.
        before: String,
        /// The status now.
        now: String,
    },
    /// A change of its status is no longer told.
    HistoryGone {
        /// From when.
        date: String,
        /// The status.
        status: String,
    },
    /// Words of it have changed.
    Words {
        /// Which part of it.
        part: String,
        /// The sentence.
        #[serde(flatten)]
        sentence: SentenceChange,
    },
    /// A source no longer stands for it, or against it.
    SourceGone {
        /// Its id.
        source: String,
        /// `sources` or `contrary`.
        part: &'static str,
    },
    /// A source stands for it, or against it, that did not.
    SourceAdded {
        /// Its id.
        source: String,
        /// `sources` or `contrary`.
        part: &'static str,
    },
    /// It was corrected.
    Corrected {
        /// When.
        date: String,
        /// What is said now.
        now: String,
    },
    /// Its text is said to have changed.
    Updated {
        /// When.
        date: String,
    },
}

impl Happened {
    /// What sort of change it is, in a word.
    pub fn word(&self) -> &str {
        match self {
            Happened::Added => "added",
            Happened::Gone { .. } | Happened::Replaced { .. } => "gone",
            Happened::Withdrawn { .. } => "withdrawn",
            Happened::Moved { .. } | Happened::AddressGone { .. } => "address",
            Happened::Status { .. } | Happened::HistoryGone { .. } => "status",
            Happened::Words { part, .. } => part,
            Happened::SourceGone { .. } | Happened::SourceAdded { .. } => "sources",
            Happened::Corrected { .. } => "corrections",
            Happened::Updated { .. } => "updated",
        }
    }
}

impl Difference {
    /// What of it readers should have been told and were not.
    pub fn silent(&self) -> impl Iterator<Item = &ItemChange> {
        self.changes.iter().filter(|change| change.is_silent)
    }

    /// The items that have changed, each with the sorts of its changes.
    pub fn in_short(&self) -> Vec<RecordedChange> {
        let mut all: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for change in &self.changes {
            let sorts = all.entry(&change.item).or_default();
            sorts.insert(change.happened.word().to_owned());
        }
        let all = all.into_iter();
        all.map(|(item, what)| RecordedChange { item: item.to_owned(), what }).collect()
    }
}

/// All that differs between two editions.
pub fn compare(before: &EditionRecord, now: &EditionRecord) -> Difference {
    let pairs = pairs(before, now);
    let lexicon = Lexicon::of(before);
    let mut difference = Difference::default();
    let mut met: BTreeSet<&str> = BTreeSet::new();
    for (key, was) in &before.items {
        let Some(found) = pairs.get(key.as_str()) else {
            gone(key, was, now, &mut difference);
            continue;
        };
        met.insert(found);
        let is = &now.items[*found];
        let was = &renamed(was, &pairs);
        let mut comparison = ItemComparison {
            key: found,
            before: was,
            now: is,
            lexicon: &lexicon,
            told: Telling::of(was, is),
            changes: &mut difference.changes,
        };
        comparison.run(now);
    }
    for (key, is) in now.items.iter().filter(|(key, _)| !met.contains(key.as_str())) {
        difference.changes.push(change(key, is, Happened::Added, false));
    }
    // Each item's changes stay in the order in which they were found.
    difference.changes.sort_by(|a, b| a.item.cmp(&b.item));
    difference
}

fn change(
    key: &str,
    item: &RecordedItem,
    happened: Happened,
    is_silent: bool,
) -> ItemChange {
    let (item, title) = (key.to_owned(), item.title.clone());
    ItemChange { item, title, happened, is_silent }
}

/// What each item of the edition before is called now: the same, or by an id that follows from its aliases.
fn pairs<'e>(
    before: &'e EditionRecord,
    now: &'e EditionRecord,
) -> BTreeMap<&'e str, &'e str> {
    let kind = |key: &'e str| key.split(':').next().unwrap_or_default();
    let mut others: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for (key, item) in
        now.items.iter().filter(|(key, _)| !before.items.contains_key(*key))
    {
        let names = item.first.iter().chain(&item.aliases).chain([&item.address]);
        for name in names {
            others.entry((kind(key), name)).or_insert(key);
        }
    }
    let mut pairs = BTreeMap::new();
    // No two become the same.
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for (key, item) in &before.items {
        if now.items.contains_key(key) {
            pairs.insert(key.as_str(), key.as_str());
            continue;
        }
        let id = key.split_once(':').map_or(key.as_str(), |(_, id)| id);
        let names = [item.first.as_deref().unwrap_or(id), id, &item.address];
        let found = names.iter().find_map(|name| others.get(&(kind(key), *name)));
        if let Some(found) = found.filter(|found| taken.insert(found)) {
            pairs.insert(key, *found);
        }
    }
    pairs
}

/// An item with its sources called as they are now.
fn renamed(item: &RecordedItem, pairs: &BTreeMap<&str, &str>) -> RecordedItem {
    let mut item = item.clone();
    for id in item.sources.iter_mut().chain(&mut item.contrary) {
        let now = pairs.get(format!("source:{id}").as_str());
        if let Some((_, now)) = now.and_then(|now| now.split_once(':')) {
            now.clone_into(id);
        }
    }
    item
}

/// Tells what became of an item that is not there any more.
fn gone(key: &str, was: &RecordedItem, now: &EditionRecord, to: &mut Difference) {
    let address = was.address.clone();
    let is_here = |place: &String| *place == was.address;
    let withdrawn = now
        .withdrawn
        .get(key)
        .or_else(|| now.withdrawn.values().find(|one| one.addresses.iter().any(is_here)));
    let (happened, is_silent) = match withdrawn {
        Some(one) => {
            let (date, reason) = (one.date.clone(), one.reason.clone());
            (Happened::Withdrawn { date, reason }, false)
        }
        None if now.pages.contains(&was.address) => {
            (Happened::Replaced { address }, false)
        }
        None => (Happened::Gone { address }, true),
    };
    let is_gone = happened.word() == "gone" && is_silent;
    to.changes.push(change(key, was, happened, is_silent));
    // Where all is gone, one address stands for all.
    if !is_gone {
        let lost = was.aliases.iter().filter(|alias| !now.pages.contains(*alias));
        to.changes.extend(lost.map(|alias| {
            let happened = Happened::AddressGone { address: alias.clone() };
            change(key, was, happened, true)
        }));
    }
}

/// How readers were told that something has changed.
#[derive(Clone, Copy)]
struct Telling {
    /// By a correction that is new.
    by_correction: bool,
    /// By a later `updated`.
    by_date: bool,
    /// By a new entry of the history, for the status of now.
    by_history: bool,
}

impl Telling {
    fn of(before: &RecordedItem, now: &RecordedItem) -> Self {
        let is_new = |one: &&RecordedStatus| !before.history.contains(one);
        let mut new = now.history.iter().filter(is_new);
        Telling {
            by_correction: now
                .corrections
                .iter()
                .any(|one| !before.corrections.contains(one)),
            by_date: is_later(before, now),
            by_history: new.any(|one| Some(&one.status) == now.status.as_ref()),
        }
    }
}

/// Whether an item says that its text changed later than it said before.
fn is_later(before: &RecordedItem, now: &RecordedItem) -> bool {
    let date = |text: &String| Edtf::parse_moment(text).ok();
    let Some(is) = now.updated.as_ref().and_then(date) else { return false };
    let then = before.updated.as_ref().or(before.date.as_ref()).and_then(date);
    then.is_none_or(|then| then.sort_key() < is.sort_key())
}

/// What readers have to be told of the changes of an item, by its kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Duty {
    /// All, by corrections; of an article `updated` tells what changed but numbers.
    Article,
    /// All, by corrections.
    Claim,
    /// That its text has changed, by `updated`.
    Dated,
    /// Nothing: it has neither.
    None,
}

impl Duty {
    fn of(key: &str) -> Self {
        match key.split(':').next() {
            Some("article") => Duty::Article,
            Some("claim") => Duty::Claim,
            Some("page" | "country") => Duty::Dated,
            _ => Duty::None,
        }
    }

    /// Whether a change of words so weighty was told.
    fn is_silent(self, weight: Weight, told: Telling) -> bool {
        let is_told = match (self, weight) {
            (Duty::None, _) | (_, Weight::Slight) => true,
            (Duty::Article, Weight::Wording) => told.by_correction || told.by_date,
            (Duty::Article, Weight::Figure) | (Duty::Claim, _) => told.by_correction,
            (Duty::Dated, _) => told.by_date,
        };
        !is_told
    }
}

/// An item of two editions.
struct ItemComparison<'c> {
    key: &'c str,
    before: &'c RecordedItem,
    now: &'c RecordedItem,
    lexicon: &'c Lexicon<'c>,
    told: Telling,
    changes: &'c mut Vec<ItemChange>,
}

impl ItemComparison<'_> {
    fn add(&mut self, happened: Happened, is_silent: bool) {
        self.changes.push(change(self.key, self.now, happened, is_silent));
    }

    fn run(&mut self, edition: &EditionRecord) {
        self.addresses(edition);
        self.status();
        self.title();
        self.words();
        self.sources();
        self.corrections();
    }

    fn addresses(&mut self, edition: &EditionRecord) {
        let (before, now) = (self.before, self.now);
        if before.address != now.address {
            let (before, now) = (before.address.clone(), now.address.clone());
            self.add(Happened::Moved { before, now }, false);
        }
        let then = before.aliases.iter().chain([&before.address]);
        for address in then.filter(|one| !edition.pages.contains(*one)) {
            self.add(Happened::AddressGone { address: address.clone() }, true);
        }
    }

    fn status(&mut self) {
        let (before, now) = (self.before, self.now);
        if let (Some(then), Some(is)) = (&before.status, &now.status)
            && then != is
        {
            let has_history = !matches!(Duty::of(self.key), Duty::Claim);
            let is_silent = !self.told.by_history && !has_history;
            let (before, now) = (then.clone(), is.clone());
            self.add(Happened::Status { before, now }, is_silent);
        }
        for one in before.history.iter().filter(|one| !now.history.contains(one)) {
            let (date, status) = (one.date.clone(), one.status.clone());
            let is_silent = Duty::of(self.key) == Duty::Claim && !self.told.by_correction;
            self.add(Happened::HistoryGone { date, status }, is_silent);
        }
    }

    fn title(&mut self) {
        let [before, now] = [self.before, self.now].map(|one| [one.title.clone()]);
        self.part("title", &before, &now);
    }

    fn words(&mut self) {
        let (before, now) = (self.before, self.now);
        let parts: BTreeSet<&String> =
            before.words.keys().chain(now.words.keys()).collect();
        let none = Vec::new();
        for part in parts {
            let [then, is] =
                [before, now].map(|one| one.words.get(part).unwrap_or(&none));
            self.part(part, then, is);
        }
    }

    fn part(&mut self, part: &str, before: &[String], now: &[String]) {
        let duty = Duty::of(self.key);
        for sentence in changes(before, now, self.lexicon) {
            let is_silent = duty.is_silent(sentence.weight, self.told);
            let part = part.to_owned();
            self.add(Happened::Words { part, sentence }, is_silent);
        }
    }

    fn sources(&mut self) {
        let (before, now) = (self.before, self.now);
        let duty = Duty::of(self.key);
        let is_silent = duty.is_silent(Weight::Wording, self.told)
            && matches!(duty, Duty::Claim | Duty::Article)
            && !self.told.by_history;
        let parts = [
            ("sources", &before.sources, &now.sources),
            ("contrary", &before.contrary, &now.contrary),
        ];
        for (part, then, is) in parts {
            for source in lacking(then, is) {
                self.add(Happened::SourceGone { source, part }, is_silent);
            }
            for source in lacking(is, then) {
                self.add(Happened::SourceAdded { source, part }, false);
            }
        }
    }

    fn corrections(&mut self) {
        let (before, now) = (self.before, self.now);
        for one in now.corrections.iter().filter(|one| !before.corrections.contains(one))
        {
            let (date, now) = (one.date.clone(), one.now.clone());
            self.add(Happened::Corrected { date, now }, false);
        }
        if let Some(date) = now.updated.clone().filter(|_| self.told.by_date) {
            self.add(Happened::Updated { date }, false);
        }
    }
}

/// Those of `all` that are not in `others`, each as often as it is not.
fn lacking(all: &[String], others: &[String]) -> Vec<String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    others.iter().for_each(|one| *counts.entry(one).or_default() += 1);
    let is_lacking = |one: &&String| match counts.get_mut(*one) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    all.iter().filter(is_lacking).cloned().collect()
}
