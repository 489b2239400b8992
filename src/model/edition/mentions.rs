//! Backlinks: where texts refer to an item, each with its sentence.

use super::Edition;
use super::select::Shown;
use crate::keys::Key;
use crate::markdown::Sentence;
use crate::model::nouns::{Item, Link};
use crate::model::site::Site;

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

/// Collects the mentions in shown texts. A sentence that refers to an item twice counts once, and an
/// item's own text does not count.
pub(super) fn mentions(site: &Site, shown: &Shown) -> Mentions {
    let items = site.items().count();
    let mut starts = vec![0; items + 1];
    each(site, shown, |to, _, _| starts[to + 1] += 1);
    for number in 0..items {
        starts[number + 1] += starts[number];
    }
    let mut next = starts.clone();
    let none = Mention { from: Item::Home, nth: 0 };
    let mut all = vec![none; starts[items] as usize];
    let mut keys = vec![Key::default(); items];
    each(site, shown, |to, mention, sentence| {
        all[next[to] as usize] = mention;
        next[to] += 1;
        keys[to] = Key::of(&(keys[to], sentence));
    });
    Mentions { all, starts, keys }
}

/// Tells of each mention that counts, its sentence, and the number of the item that it is of.
fn each<'s>(
    site: &'s Site,
    shown: &Shown,
    mut tell: impl FnMut(usize, Mention, Sentence<'s>),
) {
    let mut last: Vec<Option<Mention>> = vec![None; site.items().count()];
    for from in site.items().filter(|item| shown.has(*item)) {
        let Some(prose) = site.prose(from) else { continue };
        let refs = &prose.outline.refs;
        for (nth, link) in (0..).zip(&prose.links) {
            let mut add = |to: Item| {
                if to == from {
                    return;
                }
                let number = site.number(to);
                let again = last[number].is_some_and(|last| {
                    last.from == from
                        && refs[nth as usize].shares_sentence(&refs[last.nth as usize])
                });
                if !again {
                    let mention = Mention { from, nth };
                    last[number] = Some(mention);
                    tell(number, mention, prose.outline.sentence(&refs[nth as usize]));
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
