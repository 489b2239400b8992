//! Moulds: what a template makes of every view of one shape, with holes for texts.
//!
//! The engine is asked for a mould once, with marks for the texts that the template only shows. After
//! that a page of the same shape is a matter of copying: the parts of the mould, and the texts in
//! their places. What is made is the same as the engine would make, or the template has no plan (`reading`)
//! and the engine makes it.

use super::assembly::{Hole, Kept, Parts, Piece, ROOT, rooted};
use super::keep::{Drawn, Keeper};
use super::shape::{Found, Item, Slot, Walked};
use crate::keys::Key;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a template makes of views of one shape.
pub(super) struct Mould {
    html: Vec<u8>,
    cuts: Box<[Cut]>,
}

enum Cut {
    /// HTML of the template's own.
    Html(Range<usize>),
    Root,
    /// The text in this slot.
    Slot(usize),
    /// The cards in this slot, as the draw with this number shows them.
    Cards(usize, u64),
}

impl Mould {
    /// The mould of what the engine has made with marks for slots; `draws` are the calls of `kept` that
    /// were given slots.
    pub(super) fn new(made: &[u8], parts: Parts, draws: &[(usize, u64)]) -> Self {
        let mut html: Vec<u8> = Vec::with_capacity(made.len());
        let mut cuts: Vec<Cut> = Vec::new();
        parts.cut(made, |piece| match piece {
            Piece::Html(some) => {
                let from = html.len();
                html.extend_from_slice(some);
                match cuts.last_mut() {
                    Some(Cut::Html(range)) => range.end = html.len(),
                    _ if some.is_empty() => {}
                    _ => cuts.push(Cut::Html(from..html.len())),
                }
            }
            Piece::Hole(Hole::Root) => cuts.push(Cut::Root),
            Piece::Hole(Hole::Text(slot)) => cuts.push(Cut::Slot(slot)),
            Piece::Hole(Hole::Cards(number)) => {
                if let Some((slot, draw)) = draws.get(number) {
                    cuts.push(Cut::Cards(*slot, *draw));
                }
            }
        });
        Mould { html, cuts: cuts.into() }
    }

    /// What the template makes of a view with these texts beside it, which lies `root` from the root; none
    /// where that can't be told.
    pub(super) fn made(
        &self,
        walked: &Walked,
        given: &[(&'static str, &str)],
        root: &str,
        keeper: &Keeper,
    ) -> Option<Vec<u8>> {
        let beside: usize = given.iter().map(|(_, html)| html.len()).sum();
        let found = &walked.found;
        let shown = SHOWN * found.items.len();
        let room = self.html.len() + found.texts.len() + beside + shown;
        let mut made = Vec::with_capacity(room);
        self.fill(&Filling::new(found, given, root, keeper), &mut made)?;
        Some(made)
    }

    /// The same of a card, for any page.
    pub(super) fn kept(&self, walked: &Walked, keeper: &Keeper) -> Option<Kept> {
        let filling = Filling::new(&walked.found, &[], ROOT, keeper);
        Kept::made(|made| self.fill(&filling, made))
    }

    /// Adds to `page` what the template makes of the view that `filling` tells of; none where that can't be
    /// told, and `page` is then of no use.
    fn fill(&self, filling: &Filling<'_>, page: &mut Vec<u8>) -> Option<()> {
        for cut in &self.cuts {
            match cut {
                Cut::Html(range) => page.extend_from_slice(&self.html[range.clone()]),
                Cut::Root => page.extend_from_slice(filling.root),
                Cut::Slot(slot) => match filling.slots.get(*slot)? {
                    Slot::Text(range) => {
                        page.extend_from_slice(&filling.found.texts[range.clone()]);
                    }
                    Slot::Html(range) => {
                        rooted(&filling.found.texts[range.clone()], filling.root, page);
                    }
                    Slot::Given(number) => {
                        page.extend_from_slice(filling.given.get(*number)?.1.as_bytes());
                    }
                    Slot::Items(_) => return None,
                },
                Cut::Cards(slot, draw) => {
                    let Slot::Items(items) = filling.slots.get(*slot)? else {
                        return None;
                    };
                    let drawn = filling.keeper.drawn(*draw)?;
                    let cards = &filling.found.items[items.clone()];
                    for item in cards {
                        filling.card(item, drawn, page)?;
                    }
                }
            }
        }
        Some(())
    }
}

/// Room for a card that a page shows.
const SHOWN: usize = 512;

/// What a mould is filled with.
struct Filling<'f> {
    /// Where the slots' texts and cards are.
    found: &'f Found,
    slots: &'f [Slot],
    /// The texts that a page is given beside its view.
    given: &'f [(&'static str, &'f str)],
    /// The way to the root, or the mark for it.
    root: &'f [u8],
    keeper: &'f Keeper,
}

impl<'f> Filling<'f> {
    fn new(
        found: &'f Found,
        given: &'f [(&'static str, &'f str)],
        root: &'f str,
        keeper: &'f Keeper,
    ) -> Self {
        Filling { found, slots: &found.slots, given, root: root.as_bytes(), keeper }
    }

    fn card(&self, item: &Item, drawn: Drawn<'_>, page: &mut Vec<u8>) -> Option<()> {
        match item {
            Item::Open => return None,
            Item::Card(card) => drawn.card(&**card)?.place(self.root, page),
            Item::Value(card) => drawn.part(card).ok()?.place(self.root, page),
            Item::Walked { shape, slots } => {
                let mould = drawn.mould(*shape)?;
                let slots = self.found.of_items.get(slots.clone())?;
                mould.fill(&Filling { slots, ..*self }, page)?;
            }
        }
        Some(())
    }
}

/// The moulds of one template, by shape. Threads read and add to them without waiting for each
/// other.
#[derive(Default)]
pub(super) struct Moulds {
    buckets: [Bucket; BUCKETS],
    count: AtomicUsize,
}

type Bucket = OnceLock<Box<Entry>>;

struct Entry {
    shape: Key,
    /// None where no mould can be made.
    mould: OnceLock<Option<Mould>>,
    next: Bucket,
}

const BUCKETS: usize = 32;

/// How many shapes of one template are remembered: where there are more, one that is met for the first time is
/// hardly met again.
const MOST: usize = 1024;

impl Moulds {
    /// The mould of a shape, if it has been made.
    pub(super) fn ready(&self, shape: Key) -> Option<&Mould> {
        let mut bucket = self.bucket(shape);
        while let Some(entry) = bucket.get() {
            if entry.shape == shape {
                return entry.mould.get()?.as_ref();
            }
            bucket = &entry.next;
        }
        None
    }

    /// The mould of a shape, which is remembered from now on; `cast` makes it where it is met for the first
    /// time. Where there are plans there are many pages, so nearly every shape is met again.
    pub(super) fn mould(
        &self,
        shape: Key,
        cast: impl FnOnce() -> Option<Mould>,
    ) -> Option<&Mould> {
        let mut bucket = self.bucket(shape);
        loop {
            if bucket.get().is_none() && self.count.load(Ordering::Relaxed) >= MOST {
                return None;
            }
            let entry = bucket.get_or_init(|| {
                self.count.fetch_add(1, Ordering::Relaxed);
                Box::new(Entry { shape, mould: OnceLock::new(), next: OnceLock::new() })
            });
            if entry.shape != shape {
                bucket = &entry.next;
            } else if let Some(mould) = entry.mould.get() {
                return mould.as_ref();
            } else {
                // Two threads may cast at once; they cast the same.
                let mould = cast();
                return entry.mould.get_or_init(|| mould).as_ref();
            }
        }
    }

    fn bucket(&self, shape: Key) -> &Bucket {
        &self.buckets[(shape.number() % BUCKETS as u64) as usize]
    }
}
