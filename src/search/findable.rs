//! Findable: what can be found, numbered, and how they are parted into files.
//!
//! Every item with a page is one. They stand kind by kind, by id, and articles last with the newest at the end: so
//! another title leaves all numbers as they are, and a new article those of all others.

use crate::model::{Edition, Item};
use crate::phrases::Phrases;

/// The documents of one kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct FindableGroup {
    /// What one of them is called.
    pub(super) called: fn(&Phrases) -> &str,
    /// The number of the first.
    pub(super) first: u32,
    /// How many there are.
    pub(super) count: u32,
    /// How many are told in one file: few, where their texts are long.
    pub(super) in_file: u32,
    /// How much one counts against others.
    pub(super) weight: f32,
}

/// All documents of an edition.
#[derive(Debug, Clone, Default)]
pub struct Findable {
    pub(super) groups: Vec<FindableGroup>,
    pub(super) items: Vec<Item>,
}

/// So many documents share a shard of words or of cards.
const IN_SHARD: usize = 48;

/// There are no more shards than this: a search that needs but one letter of a word has to load them all.
const MOST_SHARDS: usize = 256;

impl Findable {
    /// Those of an edition.
    pub fn of(edition: &Edition<'_>) -> Self {
        let mut all = Findable::default();
        let countries = edition.countries().iter().map(|id| Item::Country(*id));
        all.add(Phrases::country_or_territory, (4, 1.2), by_id(edition, countries));
        let entities = edition.entities().iter().map(|entity| entity.item());
        all.add(Phrases::entity, (16, 1.2), by_id(edition, entities));
        let pages = edition.pages().iter().map(|id| Item::Page(*id));
        all.add(Phrases::page, (2, 1.0), by_id(edition, pages));
        let locations = edition.locations().iter().map(|id| Item::Location(*id));
        all.add(Phrases::location, (32, 1.0), by_id(edition, locations));
        let claims = edition.claims().iter().map(|id| Item::Claim(*id));
        all.add(Phrases::claim, (16, 1.0), by_id(edition, claims));
        let sources = edition.sources().iter().map(|id| Item::Source(*id));
        all.add(Phrases::source, (32, 0.7), by_id(edition, sources));
        let articles = edition.articles().iter().rev().map(|id| Item::Article(*id));
        all.add(Phrases::article, (2, 1.3), articles.collect());
        all
    }

    fn add(
        &mut self,
        called: fn(&Phrases) -> &str,
        (in_file, weight): (u32, f32),
        items: Vec<Item>,
    ) {
        let first = self.items.len() as u32;
        self.items.extend(items);
        let count = self.items.len() as u32 - first;
        self.groups.push(FindableGroup { called, first, count, in_file, weight });
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.items.len()
    }

    /// Of how many shards the words are, and the cards.
    pub fn shards(&self) -> usize {
        (self.items.len() / IN_SHARD).max(1).next_power_of_two().min(MOST_SHARDS)
    }

    /// So many letters of a word tell its shard.
    pub(super) fn letters(&self) -> usize {
        match self.shards() {
            1 => 0,
            2..=8 => 1,
            9..=64 => 2,
            _ => 3,
        }
    }

    /// The items that are told in each file, in order.
    pub fn files(&self) -> impl Iterator<Item = &[Item]> {
        self.groups.iter().flat_map(|group| {
            let first = group.first as usize;
            let items = &self.items[first..first + group.count as usize];
            items.chunks(group.in_file as usize)
        })
    }
}

/// Items in the order of their ids.
fn by_id(edition: &Edition<'_>, items: impl Iterator<Item = Item>) -> Vec<Item> {
    let mut items: Vec<Item> = items.collect();
    items.sort_by_key(|item| edition.number(*item));
    items
}
