//! Backlinks: where texts refer to an item, each with its sentence.

use super::Edition;
use super::select::Shown;
use crate::keys::Key;
use crate::markdown::{Heading, Outline, Ref, RefKind, Sentence, Standing};
use crate::model::nouns::{Item, Link};
use crate::model::site::Site;
use rayon::prelude::*;
use std::ops::Range;

/// One place where a text refers to an item, with what other pages show of it: what lies beside it is found
/// once, while texts are gone through in their order, and not again by each page that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention<'s> {
    /// The item whose text it is.
    pub from: Item,
    /// Which of the text's references it is.
    pub nth: u32,
    /// How the item is named.
    naming: Naming,
    /// The heading it stands under.
    heading: Option<&'s Heading>,
    /// Its sentence.
    sentence: &'s str,
    /// The bytes of the sentence that show the item.
    label: (u32, u32),
}

/// How a sentence names an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// By some of its words.
    Words,
    /// By its title: a wiki link has no label of its own.
    Title,
    /// Not at all: it is shown in a block of its own.
    Alone,
}

/// The words that show an item in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'s> {
    /// These; nothing where a number shows it.
    Words(&'s str),
    /// Its title.
    Title,
}

impl<'s> Mention<'s> {
    fn new(from: Item, nth: u32, outline: &'s Outline, one: &'s Ref) -> Self {
        let Sentence { text, label } = outline.sentence(one);
        Mention {
            from,
            nth,
            naming: match &one.kind {
                RefKind::Wiki(wiki) if wiki.embed == Some(Standing::Alone) => {
                    Naming::Alone
                }
                RefKind::Wiki(wiki) if wiki.label.is_none() => Naming::Title,
                _ => Naming::Words,
            },
            heading: one.heading.and_then(|at| outline.headings.get(at as usize)),
            sentence: text,
            label: (label.start as u32, label.end as u32),
        }
    }

    /// The id of the heading it stands under.
    pub fn heading(&self) -> Option<&'s str> {
        self.heading.map(|heading| heading.id.as_str())
    }

    /// Its sentence: the words that show the item, with those before and behind them. None where
    /// the item is shown in a block of its own, and stands in no sentence.
    pub fn sentence(&self) -> Option<(&'s str, Named<'s>, &'s str)> {
        let (start, end) = (self.label.0 as usize, self.label.1 as usize);
        let part = |range: Range<usize>| self.sentence.get(range).unwrap_or_default();
        let label = match self.naming {
            Naming::Words => Named::Words(part(start..end)),
            Naming::Title => Named::Title,
            Naming::Alone => return None,
        };
        Some((part(0..start), label, part(end..self.sentence.len())))
    }
}

/// Every mention of every item.
#[derive(Debug, Default)]
pub(super) struct Mentions<'s> {
    /// Those of one item after those of another.
    all: Vec<Mention<'s>>,
    /// By the item's number: where its own begin; at last, where all end.
    starts: Vec<u32>,
    /// By the item's number: the key of the sentences of its own.
    keys: Vec<Key>,
}

impl<'s> Mentions<'s> {
    pub(super) fn of(&self, site: &Site, item: Item) -> &[Mention<'s>] {
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
type Found<'s> = (u32, Mention<'s>, Key);

/// Collects the mentions in shown texts. A sentence that refers to an item twice counts once, and an
/// item's own text does not count.
pub(super) fn mentions<'s>(site: &'s Site, shown: &Shown) -> Mentions<'s> {
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
    let found: Vec<Vec<Found<'s>>> = some.collect();
    let found = || found.iter().flatten();
    let mut starts = vec![0; items.len() + 1];
    found().for_each(|(to, ..)| starts[*to as usize + 1] += 1);
    for number in 0..items.len() {
        starts[number + 1] += starts[number];
    }
    let mut next = starts.clone();
    let none = Mention {
        from: Item::Home,
        nth: 0,
        naming: Naming::Alone,
        heading: None,
        sentence: "",
        label: (0, 0),
    };
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

/// The last mention of an item so far: in whose text, and by which of its references.
type Last = Option<(Item, u32)>;

/// Finds each mention in the text of `from` that counts. `last` has the last one of each item.
fn each<'s>(site: &'s Site, from: Item, last: &mut [Last], found: &mut Vec<Found<'s>>) {
    let Some(prose) = site.prose(from) else { return };
    let refs = &prose.outline.refs;
    for (nth, link) in (0..).zip(&prose.links) {
        let one = &refs[nth as usize];
        let mut add = |to: Item| {
            if to == from {
                return;
            }
            let number = site.number(to);
            let again = last[number].is_some_and(|(text, nth)| {
                text == from && one.shares_sentence(&refs[nth as usize])
            });
            if !again {
                last[number] = Some((from, nth));
                let sentence = Key::of(&prose.outline.sentence(one));
                let mention = Mention::new(from, nth, &prose.outline, one);
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
}
