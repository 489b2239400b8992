//! The shape of data: what a template looks at in it, and the texts and cards that it only shows.
//!
//! Data of one shape becomes the same HTML but for those. It is walked through (`serializer`) as the template's
//! [`Plan`] says: what isn't used is passed over, what is looked at goes into the shape, what is only shown
//! fills a gap. Of every value, whether it is empty is in the shape, for templates ask that of anything.

mod serializer;

use super::plans::Plans;
use super::reading::{Plan, Usage};
use super::stand_in::{self, ROOT, StandIn};
use crate::keys::Key;
use serde::Serialize;
use std::ops::Range;
use tera::Value;

/// What a template is given: the view of a page, or of a card.
pub trait TemplateData {
    /// It as templates read it.
    fn value(&self) -> Value;

    /// Leads a walker through it, which sees what of it the template looks at.
    fn walk(&self, walker: &mut Walker<'_>);
}

impl<T: Serialize> TemplateData for T {
    fn value(&self) -> Value {
        Value::from_serializable(self)
    }

    fn walk(&self, walker: &mut Walker<'_>) {
        walker.walk(self);
    }
}

/// The cards of a site that have numbers.
pub trait CardSource {
    /// The card with this number, if it has been made.
    fn card(&self, number: u64) -> Option<&dyn TemplateData>;
}

/// HTML that a page is given beside its data, each by the name of a variable. It is put into the page
/// when that is whole: to the template each is a stand-in, and one that is empty is
/// empty.
pub type Texts<'t> = &'t [(&'static str, &'t str)];

/// What fills a gap in what is made of a shape.
#[derive(Debug, Clone)]
pub(super) enum Filling {
    /// A text, escaped, where it stands among the texts.
    Text(Range<usize>),
    /// HTML, which may have stand-ins for the root in it, where it stands among the texts.
    Html(Range<usize>),
    /// The text with this number of those that the page is given beside its data.
    Given(usize),
    /// Cards, where they stand among the cards.
    Cards(Range<usize>),
}

/// A card that fills a gap, alone or with others.
#[derive(Default)]
pub(super) enum ShownCard {
    /// One that has not been reached yet.
    #[default]
    Open,
    /// One with a number, by which it is found.
    Numbered(u64),
    /// One without, which has been walked through.
    Walked {
        shape: Key,
        /// Where its fillings stand among those of all cards.
        fillings: Range<usize>,
        /// Itself, and what stands for its shape; only where the walker was to make that.
        values: Option<Box<(Value, Value)>>,
    },
}

/// What has been found in data.
pub(super) struct Walked {
    pub(super) shape: Key,
    pub(super) fillings: Vec<Filling>,
    /// The texts of all fillings: HTML, with stand-ins for the way to the root.
    pub(super) texts: Vec<u8>,
    pub(super) cards: Vec<ShownCard>,
    /// The fillings of the cards that were walked through.
    pub(super) of_cards: Vec<Filling>,
    /// The way from the page to the root.
    pub(super) root: String,
    /// What stands for the shape; only where the walker was to make it.
    pub(super) stand_in: Value,
}

/// Walks through data.
pub struct Walker<'w> {
    plans: &'w Plans,
    /// The cards that have numbers.
    source: &'w dyn CardSource,
    /// The texts that a page is given beside its data.
    given: Texts<'w>,
    /// Whether it makes what stands for the shape in the engine.
    makes_stand_in: bool,
    /// What is done with the data that is walked next, and what that is.
    next: (&'w Plan, &'w Usage, Within),
    shape: Vec<u8>,
    walked: Walked,
    /// The first filling of the card that is walked through, or of the page.
    first: usize,
    /// Whether HTML is added to the text before it: in a list of links.
    joins: bool,
    /// Whether the next text is the way to the root.
    at_root: bool,
    /// Whether nothing was found of which the plan says nothing.
    fits: bool,
}

/// What a value is a part of, as far as that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// It is the view of a page.
    Page,
    /// It is the head of one.
    Head,
    /// It is one of several cards, with this place among the cards.
    Cards(usize),
    /// It is anything else.
    Other,
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

impl<'w> Walker<'w> {
    /// One that goes by `plan`; `given` are the texts that a page has beside its data, none for a card.
    pub(super) fn new(
        plans: &'w Plans,
        plan: &'w Plan,
        source: &'w dyn CardSource,
        given: Option<Texts<'w>>,
        makes_stand_in: bool,
    ) -> Self {
        let within = if given.is_some() { Within::Page } else { Within::Other };
        Walker {
            plans,
            source,
            given: given.unwrap_or_default(),
            makes_stand_in,
            next: (plan, plan.root(), within),
            shape: Vec::new(),
            walked: Walked {
                shape: Key::default(),
                fillings: Vec::new(),
                texts: Vec::new(),
                cards: Vec::new(),
                of_cards: Vec::new(),
                root: if given.is_some() { String::new() } else { ROOT.to_owned() },
                stand_in: Value::none(),
            },
            first: 0,
            joins: false,
            at_root: false,
            fits: true,
        }
    }

    /// What is found in data; none where the plan says nothing of it.
    pub(super) fn walked(mut self, data: &dyn TemplateData) -> Option<Walked> {
        data.walk(&mut self);
        self.walked.shape = Key::of(&self.shape);
        self.fits.then_some(self.walked)
    }

    /// What `make` makes, where stand-ins are made.
    fn stand_in(&self, make: impl FnOnce() -> Value) -> Value {
        if self.makes_stand_in { make() } else { Value::none() }
    }

    /// Adds a filling; gives what stands for its gap.
    fn fill(&mut self, filling: Filling) -> Value {
        self.walked.fillings.push(filling);
        let gap = self.walked.fillings.len() - 1 - self.first;
        self.stand_in(|| Value::safe_string(&StandIn::Text(gap).text()))
    }

    /// The same for cards that stand in a list, or for one that stands alone.
    fn none(&mut self) -> Value {
        self.shape.push(sort::NONE);
        Value::none()
    }

    fn flag(&mut self, is: bool) -> Value {
        self.shape.push(if is { sort::TRUE } else { sort::FALSE });
        self.stand_in(|| Value::from(is))
    }

    /// A number, in digits. Zero is as good as nothing to a template.
    fn number(&mut self, usage: &Usage, digits: &str, number: Value) -> Value {
        if digits == "0" || usage.whole || usage.given {
            self.exactly(sort::NUMBER, digits.as_bytes());
            return number;
        }
        let range = self.shown(sort::NUMBER, |texts| texts.extend(digits.as_bytes()));
        self.fill(Filling::Text(range))
    }

    /// A plain text.
    fn text(&mut self, usage: &Usage, text: &str) -> Value {
        if std::mem::take(&mut self.at_root) {
            text.clone_into(&mut self.walked.root);
        }
        if self.is_looked_at(usage, sort::TEXT, text.as_bytes()) {
            return self.stand_in(|| Value::from(text));
        }
        // Writing to memory can't fail.
        let add = |texts: &mut Vec<u8>| drop(stand_in::escape(text, texts));
        let range = self.shown(sort::TEXT, add);
        self.fill(Filling::Text(range))
    }

    /// A text that is HTML already.
    fn html(&mut self, usage: &Usage, html: &[u8]) -> Value {
        if self.joins {
            self.walked.texts.extend_from_slice(html);
            return Value::none();
        }
        if self.is_looked_at(usage, sort::HTML, html) {
            return self.stand_in(|| Value::safe_string(&String::from_utf8_lossy(html)));
        }
        let range = self.shown(sort::HTML, |texts| texts.extend(html));
        self.fill(Filling::Html(range))
    }

    /// Whether a text is empty, or more than shown; notes it then.
    fn is_looked_at(&mut self, usage: &Usage, sort: u8, text: &[u8]) -> bool {
        if text.is_empty() {
            self.shape.push(sort::EMPTY);
            return true;
        }
        self.fits &= !self.is_unexpected(usage);
        let is_looked_at = usage.whole || usage.is_list();
        if is_looked_at {
            self.exactly(sort, text);
        }
        is_looked_at
    }

    /// Whether a list or a card was expected where a text is.
    fn is_unexpected(&self, usage: &Usage) -> bool {
        self.joins || usage.links || usage.cards.is_some()
    }

    /// Notes that there is something of this sort, which `add` adds to the texts; gives where it is.
    fn shown(&mut self, sort: u8, add: impl FnOnce(&mut Vec<u8>)) -> Range<usize> {
        self.shape.push(sort);
        let from = self.walked.texts.len();
        add(&mut self.walked.texts);
        from..self.walked.texts.len()
    }

    /// The text called `name`, if it is one of those that a page is given beside its data. A template
    /// that looks at it finds a stand-in in any case, and may keep it: that is the engine's to make.
    fn give(&mut self, usage: &Usage, name: &str) -> Option<Value> {
        let number = self.given.iter().position(|(known, _)| *known == name)?;
        self.fits &= !(self.is_unexpected(usage) || usage.whole || usage.is_list());
        if self.given[number].1.is_empty() {
            self.shape.push(sort::EMPTY);
            return Some(Value::from(""));
        }
        self.shape.push(sort::HTML);
        Some(self.fill(Filling::Given(number)))
    }

    fn exactly(&mut self, sort: u8, text: &[u8]) {
        self.shape.extend_from_slice(&[sort, sort::FULL]);
        self.shape.extend_from_slice(&(text.len() as u64).to_le_bytes());
        self.shape.extend_from_slice(text);
    }

    /// A list begins. A template that writes one as a whole is not understood.
    fn list(&mut self, usage: &Usage, length: usize) {
        self.fits &= !usage.written && !self.joins;
        if length == 0 {
            self.shape.push(sort::EMPTY);
        } else if usage.whole || usage.is_list() {
            self.shape.push(sort::LIST);
            self.shape.extend_from_slice(&(length as u64).to_le_bytes());
        } else {
            self.shape.push(sort::FULL);
        }
    }

    /// A map begins.
    fn map(&mut self, usage: &Usage, is_empty: bool) {
        self.fits &= !usage.written && !usage.links && !usage.is_list();
        self.shape.push(if is_empty { sort::EMPTY } else { sort::MAP });
    }

    /// Notes a field with its place in the plan, or its name where all are looked at; gives what is done
    /// with it.
    fn field(&mut self, plan: &'w Plan, of: &Usage, name: &str) -> Option<&'w Usage> {
        let (number, field) = plan.field(of, name)?;
        if of.whole {
            self.exactly(sort::TEXT, name.as_bytes());
        } else {
            self.shape.extend_from_slice(&(number as u16).to_le_bytes());
        }
        Some(field)
    }

    /// The links of a list begin.
    fn links(&mut self, usage: &Usage, length: usize) -> OpenLinks {
        self.shape.push(if length == 0 { sort::EMPTY } else { sort::LINKS });
        self.fits &= !usage.written && !self.joins;
        self.joins = true;
        OpenLinks { length, texts: self.walked.texts.len(), shape: self.shape.len() }
    }

    fn next_link(&mut self, is_first: bool) {
        if !is_first {
            self.walked.texts.extend_from_slice(self.plans.separator().as_bytes());
        }
    }

    /// They end: what they are is one text.
    fn links_end(&mut self, open: &OpenLinks) -> Option<Value> {
        self.joins = false;
        self.shape.truncate(open.shape);
        let texts = open.texts..self.walked.texts.len();
        (open.length > 0).then(|| self.fill(Filling::Html(texts)))
    }

    /// Cards begin: room for as many.
    fn cards(&mut self, usage: &Usage, length: usize) -> Range<usize> {
        self.fits &= !self.joins && !usage.written;
        self.shape.push(if length == 0 { sort::EMPTY } else { sort::CARDS });
        let from = self.walked.cards.len();
        self.walked.cards.resize_with(from + length, ShownCard::default);
        from..from + length
    }

    /// They end.
    fn cards_end(&mut self, cards: Range<usize>) -> Option<Value> {
        (!cards.is_empty()).then(|| self.fill(Filling::Cards(cards)))
    }

    /// A card begins that is walked through by the plan of its component, where there is one.
    fn card(&mut self, plan: usize) -> Option<OpenCard<'w>> {
        let plan = self.plans.numbered(plan);
        self.fits &= plan.is_some();
        let first = std::mem::replace(&mut self.first, self.walked.fillings.len());
        Some(OpenCard { plan: plan?, shape: self.shape.len(), outer: first })
    }

    /// It ends; `values` are the card itself, and what stands for its shape.
    fn card_end(
        &mut self,
        open: &OpenCard<'_>,
        place: usize,
        values: Option<(Value, Value)>,
    ) {
        let from = self.walked.of_cards.len();
        self.walked.of_cards.extend(self.walked.fillings.drain(self.first..));
        self.first = open.outer;
        self.walked.cards[place] = ShownCard::Walked {
            shape: Key::of(&self.shape[open.shape..]),
            fillings: from..self.walked.of_cards.len(),
            values: values.map(Box::new),
        };
        self.shape.truncate(open.shape);
    }
}

/// Links that are being joined: how many, and where they begin among the texts and in the shape.
struct OpenLinks {
    length: usize,
    texts: usize,
    shape: usize,
}

/// A card that is being walked through: its plan, where its shape begins, and where the fillings
/// do of what it stands in.
struct OpenCard<'w> {
    plan: &'w Plan,
    shape: usize,
    outer: usize,
}
