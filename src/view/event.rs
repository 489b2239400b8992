//! Dated facts.

use super::{Card, CardNumber, DateView, LinkView, Markup, TermView, Views};
use crate::config::Lane;
use crate::dates::{Edtf, Extent};
use crate::model::{EventId, Item};
use crate::phrases::Phrases;
use serde::Serialize;

/// A dated fact.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// What `kept` knows it by.
    pub card_number: CardNumber,
    /// Its fragment on the page of its year: `e-nl-order-2022`.
    pub anchor: String,
    /// When it happened.
    pub date: Card<DateView>,
    /// What happened, in a sentence.
    pub text: String,
    /// Attributes that tell the language and direction of these words, where they are not the page's.
    pub spoken: Markup,
    /// What has to be added.
    pub note: Option<String>,
    /// What kind of fact it is.
    pub kind: Option<Card<TermView>>,
    /// In which lane of the timeline it stands, where the site says that of its kind.
    pub lane: Option<Card<LaneView>>,
    /// How its date is to be drawn: `day`, `span` where it lasted, `vague` where it is not known to the day.
    pub extent: &'static str,
    /// The countries concerned, but the one that the page is about, and on an article's page those that it
    /// is about.
    pub countries: Vec<Card<LinkView>>,
    /// The locations concerned, in the same way.
    pub locations: Vec<Card<LinkView>>,
    /// The sources it rests on.
    pub sources: Vec<Card<LinkView>>,
    /// The pages that tell it, but those of its countries and locations; of many the first.
    pub told_in: Vec<Card<LinkView>>,
    /// How many more tell it.
    pub told_in_more: usize,
}

/// A lane of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LaneView {
    /// Its name in `site.toml`: `official`.
    pub slug: &'static str,
    /// What readers see: `Governments and courts`.
    pub label: String,
}

impl LaneView {
    fn new(lane: Lane, phrases: &Phrases) -> Self {
        let label = match lane {
            Lane::Reported => phrases.lane_reported(),
            Lane::Official => phrases.lane_official(),
            Lane::Answer => phrases.lane_answer(),
        };
        LaneView { slug: lane.word(), label: label.to_owned() }
    }
}

/// How a date is to be drawn.
fn extent(date: &Edtf) -> &'static str {
    let certainty = date.certainty();
    let is_unsure = certainty.is_uncertain() || certainty.is_approximate();
    match date.extent() {
        Extent::Lasted => "span",
        Extent::Within if is_unsure || date.earliest() != date.latest() => "vague",
        Extent::Within => "day",
    }
}

/// So many of the pages that tell a fact are named with it: it stands on each of them.
const MOST_TELLERS: usize = 12;

impl Views<'_> {
    /// A dated fact, as it is shown on the page `on`, which needs no link to itself.
    pub(super) fn event_view(&self, id: EventId, on: Option<Item>) -> EventView {
        let event = self.edition.event(id);
        let countries = event.countries.iter().copied().map(Item::Country);
        let locations = event.locations.iter().copied().map(Item::Location);
        let tellers = event.tellers.iter().map(|teller| teller.item());
        // a page that a reader is led to already needs no second link
        let elsewhere = tellers.filter(|teller| match teller {
            Item::Country(id) => !event.countries.contains(id),
            Item::Location(id) => !event.locations.contains(id),
            _ => true,
        });
        let of_page = match on {
            Some(Item::Article(id)) => Some(self.edition.article(id)),
            _ => None,
        };
        // What is where its article is needs no place beside it there.
        let is_here = of_page.is_some_and(|article| {
            article.countries == event.countries && article.locations == event.locations
        });
        let not_here = |item: &Item| Some(*item) != on;
        let is_elsewhere = |item: &Item| !is_here && not_here(item);
        let is_shown = |item: &Item| self.edition.is_shown(*item);
        let mut elsewhere = elsewhere.filter(not_here).filter(is_shown);
        let told_in = self.links(elsewhere.by_ref().take(MOST_TELLERS));
        EventView {
            card_number: CardNumber::default(),
            anchor: event.anchor.clone(),
            date: self.event_date(id).clone(),
            text: event.text.clone(),
            spoken: self.spoken(&event.text, self.text_lang(None)),
            note: event.note.clone(),
            kind: event.kind.as_ref().map(|word| self.shared.event_kinds.get(word)),
            lane: event.kind.as_ref().and_then(|word| self.lane(word)),
            extent: extent(&event.date),
            countries: self.links(countries.filter(is_elsewhere)),
            locations: self.links(locations.filter(is_elsewhere)),
            sources: self.source_links(&event.sources),
            told_in,
            told_in_more: elsewhere.count(),
        }
    }

    /// In which lane of the timeline facts of a kind stand.
    fn lane(&self, kind: &str) -> Option<Card<LaneView>> {
        let terms = self.config().event_kinds.terms().iter();
        let lane = terms.filter(|term| term.word == kind).find_map(|term| term.lane)?;
        Some(Card::new(LaneView::new(lane, self.shared.phrases)))
    }

    /// The lanes of the timeline; none where the site says of no kind of dated fact in which it stands.
    pub(super) fn lanes(&self) -> Vec<LaneView> {
        let terms = self.config().event_kinds.terms();
        if terms.iter().all(|term| term.lane.is_none()) {
            return Vec::new();
        }
        let lanes = Lane::ALL.iter();
        lanes.map(|lane| LaneView::new(*lane, self.shared.phrases)).collect()
    }
}
