//! The stock of a desk: small views that many pages show, each made when it is first asked for.

use super::{Card, DateView, LinkView, StatusView, TermView};
use crate::config::{Term, Vocabulary};
use crate::model::{Edition, EventId};
use foldhash::HashMap;
use std::sync::OnceLock;

/// What is kept for each item of a site, by its number.
pub(super) struct Stock {
    /// A link to the item.
    links: Vec<OnceLock<Card<LinkView>>>,
    /// A link to a source by who stands behind it.
    makers: Vec<OnceLock<Card<LinkView>>>,
    /// The date of an article.
    dates: Vec<OnceLock<Card<DateView>>>,
    /// The link to each dated fact, by its own number.
    events: Vec<OnceLock<Card<LinkView>>>,
    /// The date of each dated fact, by its own number.
    event_dates: Vec<OnceLock<Card<DateView>>>,
}

impl Stock {
    pub(super) fn new(edition: &Edition<'_>) -> Self {
        let (items, events) = (edition.item_count(), edition.event_count());
        Stock {
            links: empty(items),
            makers: empty(items),
            dates: empty(items),
            events: empty(events),
            event_dates: empty(events),
        }
    }

    /// The link to an item.
    pub(super) fn link(
        &self,
        number: usize,
        make: impl FnOnce() -> LinkView,
    ) -> Card<LinkView> {
        kept(&self.links[number], make)
    }

    /// The link to a source by who stands behind it.
    pub(super) fn maker(
        &self,
        number: usize,
        make: impl FnOnce() -> LinkView,
    ) -> Card<LinkView> {
        kept(&self.makers[number], make)
    }

    /// The date of an article.
    pub(super) fn date(
        &self,
        number: usize,
        make: impl FnOnce() -> DateView,
    ) -> Card<DateView> {
        kept(&self.dates[number], make)
    }

    /// The link to a dated fact.
    pub(super) fn event(
        &self,
        id: EventId,
        make: impl FnOnce() -> LinkView,
    ) -> Card<LinkView> {
        kept(&self.events[id.index()], make)
    }

    /// The date of a dated fact.
    pub(super) fn event_date(
        &self,
        id: EventId,
        make: impl FnOnce() -> DateView,
    ) -> Card<DateView> {
        kept(&self.event_dates[id.index()], make)
    }
}

fn empty<T>(length: usize) -> Vec<OnceLock<T>> {
    let mut all = Vec::new();
    all.resize_with(length, OnceLock::new);
    all
}

fn kept<T: serde::Serialize + std::hash::Hash>(
    place: &OnceLock<Card<T>>,
    make: impl FnOnce() -> T,
) -> Card<T> {
    place.get_or_init(|| Card::new(make())).clone()
}

/// The views of a vocabulary's words.
pub(super) struct Words<'c, T> {
    vocabulary: &'c Vocabulary,
    made: HashMap<&'c str, Card<T>>,
}

impl<'c, T: From<Term> + serde::Serialize + std::hash::Hash> Words<'c, T> {
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
