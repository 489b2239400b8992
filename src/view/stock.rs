//! The stock of a desk: small views that many pages show, each made when it is first asked for.

use super::{Card, DateView, LinkView, StatusView, TermView};
use crate::config::{Term, Vocabulary};
use crate::model::Edition;
use foldhash::HashMap;
use std::hash::Hash;
use std::sync::OnceLock;

/// What is kept for each item of a site, by its number, and for each dated fact by its own. It outlives
/// the [`Desk`](super::Desk), so that pages may borrow from it: both processors count the clones of a
/// card in one place, and wait for each other.
#[derive(Debug)]
pub struct Stock {
    /// A link to the item.
    pub(super) links: Drawer<LinkView>,
    /// A link to a source by who stands behind it.
    pub(super) makers: Drawer<LinkView>,
    /// The date of an article.
    pub(super) dates: Drawer<DateView>,
    /// The link to a dated fact.
    pub(super) events: Drawer<LinkView>,
    /// The date of a dated fact.
    pub(super) event_dates: Drawer<DateView>,
}

impl Stock {
    /// An empty stock for an edition.
    pub fn new(edition: &Edition<'_>) -> Self {
        let (items, events) = (edition.item_count(), edition.event_count());
        Stock {
            links: Drawer::new(items),
            makers: Drawer::new(items),
            dates: Drawer::new(items),
            events: Drawer::new(events),
            event_dates: Drawer::new(events),
        }
    }
}

/// Cards of one sort, by number.
#[derive(Debug)]
pub(super) struct Drawer<T>(Vec<OnceLock<Card<T>>>);

impl<T: Hash> Drawer<T> {
    fn new(length: usize) -> Self {
        Drawer(std::iter::repeat_with(OnceLock::new).take(length).collect())
    }

    /// The card with this number, which `make` makes where it is the first to be asked for it.
    pub(super) fn card(&self, number: usize, make: impl FnOnce() -> T) -> &Card<T> {
        self.0[number].get_or_init(|| Card::new(make()))
    }
}

/// A card that nearly every page shows. Each thread has one of its own: they would wait for each other to
/// count its clones.
pub(super) struct Everywhere<T>(Vec<Card<T>>);

impl<T: Hash> Everywhere<T> {
    pub(super) fn new(view: impl Fn() -> T) -> Self {
        let threads = 0..rayon::current_num_threads().max(1);
        Everywhere(threads.map(|_| Card::new(view())).collect())
    }

    /// The card of this thread.
    pub(super) fn card(&self) -> Card<T> {
        let thread = rayon::current_thread_index().unwrap_or_default();
        self.0[thread % self.0.len()].clone()
    }
}

/// The views of a vocabulary's words.
pub(super) struct Words<'c, T> {
    vocabulary: &'c Vocabulary,
    made: HashMap<&'c str, Card<T>>,
}

impl<'c, T: From<Term> + Hash> Words<'c, T> {
    pub(super) fn new(vocabulary: &'c Vocabulary) -> Self {
        let view = |term: &'c Term| (&*term.word, Card::new(term.clone().into()));
        Words { vocabulary, made: vocabulary.terms().iter().map(view).collect() }
    }

    /// A word as readers see it.
    pub(super) fn get(&self, word: &str) -> Card<T> {
        let made = self.made.get(word).cloned();
        made.unwrap_or_else(|| Card::new(self.vocabulary.term(word).into()))
    }
}

impl From<Term> for StatusView {
    fn from(Term { word, label, definition, tone }: Term) -> Self {
        StatusView { slug: word, label, definition, tone: tone.word().to_owned() }
    }
}

impl From<Term> for TermView {
    fn from(Term { word, label, definition, .. }: Term) -> Self {
        TermView { slug: word, label, definition }
    }
}
