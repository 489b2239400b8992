//! Backlinks: where texts refer to an item, each with its sentence.

use super::Edition;
use super::select::Shown;
use crate::keys::Key;
use crate::markdown::Sentence;
use crate::model::nouns::{Item, Link};
use crate::model::site::Site;
use rayon::prelude::*;

/// One place where a text refers to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The item whose text it is.
    pub from: Item,
    /// Which of the text's references it is.
    pub nth: u32,
}

/// Every mention of every item.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// Those of one item after those of another.
    all: Vec<Mention>,
    /// By the item's number: where its own begin; at last, where all end.
    starts: Vec<u32>,
    /// By the item's number: the key of the sentences of its own.
    keys: Vec<Key>,
}

impl Mentions {
    pub(super) fn of(&self, site: &Site, item: Item) -> &[Mention] {
        let number = site.number(item);
        &self.all[self.starts[number] as usize..self.starts[number + 1] as usize]
    }

    /// The key of the sentences in which an item is named, in order.
    pub(super) fn key(&self, site: &Site, item: Item) -> Key {
        self.keys[site.number(item)]
    }
}

/// So many items are looked through by one thread at a time.
pub(super) const AT_ONCE: usize = 256;

/// One mention, with the number of the item that it is of and the key of its sentence.
type Found = (u32, Mention, Key);

/// Collects the mentions in shown texts. A sentence that refers to an item twice counts once, and an
/// item's own text does not count.
pub(super) fn mentions(site: &Site, shown: &Shown) -> Mentions {
    let items: Vec<Item> = site.items().collect();
    let some = items.par_chunks(AT_ONCE).map_init(
        || vec![None; items.len()],
        |last, some| {
            let mut found = Vec::new();
            let some = some.iter().filter(|item| shown.has(**item));
            some.for_each(|from| each(site, *from, last, &mut found));
            found
        },
    );
    let found: Vec<Vec<Found>> = some.collect();
    let found = || found.iter().flatten();
    let mut starts = vec![0; items.len() + 1];
    found().for_each(|(to, ..)| starts[*to as usize + 1] += 1);
    for number in 0..items.len() {
        starts[number + 1] += starts[number];
    }
    let mut next = starts.clone();
    let none = Mention { from: Item::Home, nth: 0 };
    let mut all = vec![none; starts[items.len()] as usize];
    let mut keys = vec![Key::default(); items.len()];
    for (to, mention, sentence) in found() {
        let to = *to as usize;
        all[next[to] as usize] = *mention;
        next[to] += 1;
        keys[to] = Key::of(&(keys[to], sentence));
    }
    Mentions { all, starts, keys }
}

/// Finds each mention in the text of `from` that counts. `last` has the last one of each item.
fn each(site: &Site, from: Item, last: &mut [Option<Mention>], found: &mut Vec<Found>) {
    let Some(prose) = site.prose(from) else { return };
    let refs = &prose.outline.refs;
    for (nth, link) in (0..).zip(&prose.links) {
        let mut add = |to: Item| {
            if to == from {
                return;
            }
            let number = site.number(to);
            let one = &refs[nth as usize];
            let again = last[number].is_some_and(|last| {
                last.from == from && one.shares_sentence(&refs[last.nth as usize])
            });
            if !again {
                let mention = Mention { from, nth };
                last[number] = Some(mention);
                let sentence = Key::of(&prose.outline.sentence(one));
                found.push((number as u32, mention, sentence));
            }
        };
        match link {
            Link::Cite(sources) => {
                sources.iter().for_each(|id| add(Item::Source(*id)));
            }
            link => link.item().into_iter().for_each(add),
        }
    }
}

impl Edition<'_> {
    /// The key of the sentences in which shown texts name an item.
    pub fn mentions_key(&self, item: Item) -> Key {
        self.mentions.key(self.site, item)
    }

    /// The sentence of a mention, with the bytes in it that name the item.
    pub fn sentence(&self, mention: Mention) -> Option<Sentence<'_>> {
        let outline = &self.prose(mention.from)?.outline;
        outline.refs.get(mention.nth as usize).map(|one| outline.sentence(one))
    }
}
