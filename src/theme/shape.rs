//! The shape of a view: what a template looks at in it, and the texts that it only shows.
//!
//! Two views of one shape become the same page but for those texts. A view is walked through as the
//! template's [`Plan`] says: what isn't used is passed over, what is looked at goes into the shape,
//! what is only shown becomes a [`Slot`]. Of every value, whether it is empty is in the shape, for
//! templates ask that of anything.
//!
//! A view is walked as the struct it is (`structs`, by `serde`) or as the value that a template reads
//! (`values`), which comes to the same.

mod structs;
mod values;

use super::assembly;
use super::keep::CARD;
use super::reading::{Node, Plan};
use crate::keys::Key;
use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;
use tera::Value;

pub use structs::{hand_over, is_wanted};

/// A card, whatever is on it.
pub trait Shown: Send + Sync {
    /// What tells it from all other cards of the site; none where its HTML is not to be kept.
    fn number(&self) -> Option<u64>;

    /// The card as templates read it.
    fn value(&self) -> &Value;

    /// Walks through what is on it.
    fn walk(&self, walker: &mut Walker<'_>);
}

/// A place in a page for a text of its view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// A text, escaped, where it stands among the texts.
    Text(Range<usize>),
    /// HTML, which may have marks in it, where it stands among the texts.
    Html(Range<usize>),
    /// The text with this number of those that the page is given beside the view.
    Given(usize),
    /// What a component shows of cards, where they stand among the items.
    Items(Range<usize>),
}

/// A card in a slot.
#[derive(Default)]
pub(super) enum Item {
    /// One of which nothing is known yet.
    #[default]
    Open,
    /// One that knows what is on it.
    Card(Arc<dyn Shown>),
    /// One that is kept by its number, as templates read it.
    Value(Value),
    /// One that has been walked through.
    Walked {
        /// Its shape.
        shape: Key,
        /// Where its texts stand among those of all items.
        slots: Range<usize>,
    },
}

/// What has been found in a view.
pub(super) struct Walked {
    pub(super) shape: Key,
    pub(super) found: Found,
    /// The way from the page to the root.
    pub(super) root: String,
}

/// The texts and the cards of a view, and where they belong.
pub(super) struct Found {
    /// The bytes of which the shape is the key.
    shape: Vec<u8>,
    pub(super) slots: Vec<Slot>,
    /// The texts of all slots: HTML, with marks for the way to the root.
    pub(super) texts: Vec<u8>,
    pub(super) items: Vec<Item>,
    /// The slots of the items that were walked through.
    pub(super) of_items: Vec<Slot>,
}

thread_local! {
    /// What was found in the last view on this thread, for its memory: that is had once.
    static LAST: Cell<Found> = const { Cell::new(Found::NOTHING) };
}

impl Found {
    const NOTHING: Self = Found {
        shape: Vec::new(),
        slots: Vec::new(),
        texts: Vec::new(),
        items: Vec::new(),
        of_items: Vec::new(),
    };

    fn clear(&mut self) {
        let Found { shape, slots, texts, items, of_items } = self;
        shape.clear();
        slots.clear();
        texts.clear();
        items.clear();
        of_items.clear();
    }
}

impl Default for Found {
    fn default() -> Self {
        Found::NOTHING
    }
}

impl Drop for Walked {
    fn drop(&mut self) {
        let mut found = std::mem::take(&mut self.found);
        found.clear();
        let other = LAST.take();
        let is_smaller = found.texts.capacity() < other.texts.capacity();
        LAST.set(if is_smaller { other } else { found });
    }
}

/// Walks through a view.
pub struct Walker<'p> {
    plans: &'p [Option<Plan>],
    plan: &'p Plan,
    /// The texts that a page is given beside its view.
    given: &'p [(&'static str, &'p str)],
    found: Found,
    root: String,
    /// Whether HTML is added to the text before it: in a list of links.
    joining: bool,
    /// Whether the next text is the way to the root.
    at_root: bool,
    /// Whether nothing was found of which the plan says nothing.
    fits: bool,
}

/// What stands for a value where a template is rendered for its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaf {
    /// The value itself.
    Itself,
    /// The mark of a slot.
    Slot(usize),
}

/// What the bytes of a shape begin with: one for each sort of value.
mod sort {
    pub(super) const NONE: u8 = b'-';
    pub(super) const TRUE: u8 = b'1';
    pub(super) const FALSE: u8 = b'0';
    pub(super) const EMPTY: u8 = b'e';
    pub(super) const TEXT: u8 = b't';
    pub(super) const HTML: u8 = b'h';
    pub(super) const NUMBER: u8 = b'n';
    pub(super) const LINKS: u8 = b'l';
    pub(super) const CARDS: u8 = b'c';
    pub(super) const LIST: u8 = b'[';
    pub(super) const FULL: u8 = b'f';
    pub(super) const MAP: u8 = b'{';
    pub(super) const END: u8 = b'}';
}

impl<'p> Walker<'p> {
    /// One that goes by this plan; `plans` are those of components.
    pub(super) fn new(
        plans: &'p [Option<Plan>],
        plan: &'p Plan,
        given: &'p [(&'static str, &'p str)],
    ) -> Self {
        Walker {
            plans,
            plan,
            given,
            found: LAST.take(),
            root: String::new(),
            joining: false,
            at_root: false,
            fits: true,
        }
    }

    /// What has been found; none where the plan says nothing of it.
    pub(super) fn end(self) -> Option<Walked> {
        let Walker { found, root, fits, .. } = self;
        let walked = Walked { shape: Key::of(&found.shape), found, root };
        fits.then_some(walked)
    }

    fn none(&mut self) -> Leaf {
        self.found.shape.push(sort::NONE);
        Leaf::Itself
    }

    fn flag(&mut self, is: bool) -> Leaf {
        self.found.shape.push(if is { sort::TRUE } else { sort::FALSE });
        Leaf::Itself
    }

    /// A number, in digits. Zero is as good as nothing to a template.
    fn number(&mut self, node: &Node, digits: &str) -> Leaf {
        if digits == "0" || node.whole || node.given {
            return self.exactly(sort::NUMBER, digits);
        }
        let range =
            self.shown(sort::NUMBER, |texts| texts.extend_from_slice(digits.as_bytes()));
        self.slot(Slot::Text(range))
    }

    /// A plain text.
    fn text(&mut self, node: &Node, text: &str) -> Leaf {
        if std::mem::take(&mut self.at_root) {
            text.clone_into(&mut self.root);
        }
        if let Some(leaf) = self.unless_shown(node, sort::TEXT, text.as_bytes()) {
            return leaf;
        }
        // Writing to memory can't fail.
        let add = |texts: &mut Vec<u8>| drop(assembly::escape(text, texts));
        let range = self.shown(sort::TEXT, add);
        self.slot(Slot::Text(range))
    }

    /// A text that is HTML already.
    fn html(&mut self, node: &Node, html: &[u8]) -> Leaf {
        if self.joining {
            self.found.texts.extend_from_slice(html);
            return Leaf::Itself;
        }
        if let Some(leaf) = self.unless_shown(node, sort::HTML, html) {
            return leaf;
        }
        let range = self.shown(sort::HTML, |texts| texts.extend_from_slice(html));
        self.slot(Slot::Html(range))
    }

    /// Notes a text that is empty or looked at; none where it is only shown.
    fn unless_shown(&mut self, node: &Node, sort: u8, text: &[u8]) -> Option<Leaf> {
        if text.is_empty() {
            self.found.shape.push(sort::EMPTY);
            return Some(Leaf::Itself);
        }
        self.is_looked_at(node).then(|| self.exactly(sort, text))
    }

    /// Notes that there is something of this sort, which `add` adds to the texts; gives where it is.
    fn shown(&mut self, sort: u8, add: impl FnOnce(&mut Vec<u8>)) -> Range<usize> {
        self.found.shape.push(sort);
        let from = self.found.texts.len();
        add(&mut self.found.texts);
        from..self.found.texts.len()
    }

    /// Whether a text is more than shown.
    fn is_looked_at(&mut self, node: &Node) -> bool {
        // A list was expected, or a card.
        self.fits &= !(self.joining || node.links || node.cards.is_some());
        node.whole || node.is_list()
    }

    /// The text called `name`, if it is one of those that a page is given beside its view. A template
    /// that looks at it finds a mark in any case, and may keep it: that is the engine's to make.
    fn give(&mut self, node: &Node, name: &str) -> Option<Leaf> {
        let number = self.given.iter().position(|(known, _)| *known == name)?;
        self.fits &= !self.is_looked_at(node);
        if self.given[number].1.is_empty() {
            self.found.shape.push(sort::EMPTY);
            return Some(Leaf::Itself);
        }
        self.found.shape.push(sort::HTML);
        Some(self.slot(Slot::Given(number)))
    }

    fn exactly(&mut self, sort: u8, text: impl AsRef<[u8]>) -> Leaf {
        let text = text.as_ref();
        self.found.shape.extend_from_slice(&[sort, sort::FULL]);
        self.found.shape.extend_from_slice(&(text.len() as u64).to_le_bytes());
        self.found.shape.extend_from_slice(text);
        Leaf::Itself
    }

    fn slot(&mut self, slot: Slot) -> Leaf {
        self.found.slots.push(slot);
        Leaf::Slot(self.found.slots.len() - 1)
    }

    /// A list or a map begins. A template that writes one as a whole is not understood.
    fn open(&mut self, node: &Node) {
        self.fits &= !node.written;
    }

    fn length(&mut self, node: &Node, length: usize) {
        self.open(node);
        self.fits &= !self.joining;
        if length == 0 {
            self.found.shape.push(sort::EMPTY);
        } else if node.whole || node.is_list() {
            self.found.shape.push(sort::LIST);
            self.found.shape.extend_from_slice(&(length as u64).to_le_bytes());
        } else {
            self.found.shape.push(sort::FULL);
        }
    }

    fn map(&mut self, node: &Node, is_empty: bool) {
        self.open(node);
        self.fits &= !node.links && !node.is_list();
        self.found.shape.push(if is_empty { sort::EMPTY } else { sort::MAP });
    }

    /// Notes a field with its place in the plan, or its name where all are looked at; gives what is done
    /// with it.
    fn field(
        &mut self,
        of: &Node,
        name: &str,
        found: Option<(usize, &'p Node)>,
    ) -> Option<&'p Node> {
        let (number, field) = found?;
        // A card's number is no part of what it shows.
        if of.whole && name == CARD {
            return None;
        }
        if of.whole {
            self.exactly(sort::TEXT, name);
        } else {
            self.found.shape.extend_from_slice(&(number as u16).to_le_bytes());
        }
        Some(field)
    }

    /// The links of a list begin.
    fn links(&mut self, node: &Node, length: usize) -> Joined {
        self.open(node);
        self.found.shape.push(if length == 0 { sort::EMPTY } else { sort::LINKS });
        self.fits &= !self.joining;
        self.joining = true;
        Joined { length, texts: self.found.texts.len(), shape: self.found.shape.len() }
    }

    fn next_link(&mut self, is_first: bool) {
        if !is_first {
            self.found.texts.extend_from_slice(b", ");
        }
    }

    /// They end: what they are is one text.
    fn links_end(&mut self, joined: Joined) -> Leaf {
        self.joining = false;
        self.found.shape.truncate(joined.shape);
        if joined.length == 0 {
            return Leaf::Itself;
        }
        self.slot(Slot::Html(joined.texts..self.found.texts.len()))
    }

    /// Cards begin: room for as many.
    fn cards(&mut self, node: &Node, length: usize) -> Range<usize> {
        self.fits &= !self.joining && !node.written;
        self.found.shape.push(if length == 0 { sort::EMPTY } else { sort::CARDS });
        let from = self.found.items.len();
        self.found.items.resize_with(from + length, Item::default);
        from..from + length
    }

    fn cards_end(&mut self, items: Range<usize>) -> Leaf {
        if items.is_empty() {
            return Leaf::Itself;
        }
        self.slot(Slot::Items(items))
    }

    /// A card begins that is walked through by the plan of its component, where there is one.
    fn item(&mut self, plan: usize) -> Option<Begun<'p>> {
        let plan = self.plans.get(plan).and_then(Option::as_ref);
        self.fits &= plan.is_some();
        Some(Begun {
            plan: plan?,
            shape: self.found.shape.len(),
            slots: self.found.slots.len(),
        })
    }

    /// It ends, and has its place among the items.
    fn item_end(&mut self, begun: &Begun<'_>, place: usize) {
        let from = self.found.of_items.len();
        self.found.of_items.extend(self.found.slots.drain(begun.slots..));
        let item = Item::Walked {
            shape: Key::of(&self.found.shape[begun.shape..]),
            slots: from..self.found.of_items.len(),
        };
        self.found.shape.truncate(begun.shape);
        self.found.items[place] = item;
    }
}

/// Links that are being joined: how many, and where they begin among the texts and in the shape.
struct Joined {
    length: usize,
    texts: usize,
    shape: usize,
}

/// A card that is being walked through: its plan, and where its shape and its slots begin.
struct Begun<'p> {
    plan: &'p Plan,
    shape: usize,
    slots: usize,
}
