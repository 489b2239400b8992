//! Dated facts from all records, those of the same id merged.

use super::register::Order;
use super::resolver::{Resolver, each};
use crate::content::Id;
use crate::content::kinds::event::EventFields;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::Span;
use crate::letters;
use crate::model::nouns::{
    Article, ArticleId, Claim, ClaimId, CountryId, Event, EventId, Item, Location,
    LocationId, Teller,
};
use foldhash::HashMap;
use rayon::prelude::*;

/// Every dated fact of the site, by date. Articles learn which are theirs, and the
/// countries of their locations.
pub(super) fn events(
    order: &Order<'_>,
    articles: &mut [Article],
    claims: &mut [Claim],
    locations: &[Location],
    resolver: &Resolver<'_>,
    diags: &mut Diagnostics,
) -> Vec<Event> {
    for article in articles.iter_mut() {
        add_countries(article, |location| locations[location.index()].country);
    }
    let written = written(order, locations);
    let told = Told { resolver, locations };
    let events = each(&written, diags, |one, diags| told.event(one, diags));
    let mut events = merged(events, &written, diags);
    let around = Around { articles, claims, locations };
    events.iter_mut().for_each(|event| around.settle(event));
    let events = in_order(events);
    for (n, event) in events.iter().enumerate() {
        for claim in &event.claims {
            claims[claim.index()].events.push(EventId(n as u32));
        }
        for teller in &event.tellers {
            if let Teller::Article(id) = teller {
                articles[id.index()].events.push(EventId(n as u32));
            }
        }
    }
    events
}

/// Adds to an article's countries those of its locations.
fn add_countries(article: &mut Article, country_of: impl Fn(LocationId) -> CountryId) {
    for location in &article.locations {
        let country = country_of(*location);
        if !article.countries.contains(&country) {
            article.countries.push(country);
        }
    }
}

/// A dated fact as a record tells it.
struct Written<'d> {
    fields: &'d EventFields,
    teller: Teller,
    /// The country that it is in because its record is.
    country: Option<CountryId>,
}

/// Every dated fact that a record tells: of articles first, then of countries, locations, claims.
fn written<'d>(order: &Order<'d>, locations: &[Location]) -> Vec<Written<'d>> {
    let mut all = Vec::new();
    let mut add = |events: &'d [Spanned<EventFields>], teller, country| {
        all.extend(events.iter().map(|fields| Written { fields, teller, country }));
    };
    for (n, record) in order.articles.iter().enumerate() {
        let Some(fields) = record.written() else { continue };
        add(&fields.dates, Teller::Article(ArticleId(n as u32)), None);
    }
    for record in &order.countries {
        let Some(fields) = record.written() else { continue };
        let Some(code) = crate::atlas::find(record.id.as_str()) else { continue };
        let country = code.into();
        add(&fields.dates, Teller::Country(country), Some(country));
    }
    for (n, record) in order.locations.iter().enumerate() {
        let Some(fields) = record.written() else { continue };
        let teller = Teller::Location(LocationId(n as u32));
        add(&fields.dates, teller, Some(locations[n].country));
    }
    for (n, record) in order.claims.iter().enumerate() {
        let Some(fields) = record.written() else { continue };
        add(&fields.dates, Teller::Claim(ClaimId(n as u32)), None);
    }
    all
}

/// Facts told under one id are one.
fn merged(
    events: Vec<Event>,
    written: &[Written<'_>],
    diags: &mut Diagnostics,
) -> Vec<Event> {
    let mut all: Vec<Event> = Vec::with_capacity(events.len());
    let mut by_id: HashMap<Id, usize> = HashMap::default();
    for (event, written) in events.into_iter().zip(written) {
        let first = event.id.clone().map(|id| by_id.entry(id).or_insert(all.len()));
        match first.and_then(|first| all.get_mut(*first)) {
            Some(first) => merge(first, event, written.fields.date.span, diags),
            None => all.push(event),
        }
    }
    all
}

struct Told<'d> {
    resolver: &'d Resolver<'d>,
    locations: &'d [Location],
}

/// The records that facts are told in.
struct Around<'a> {
    articles: &'a [Article],
    claims: &'a [Claim],
    locations: &'a [Location],
}

impl Around<'_> {
    /// A fact that nobody says the place of is where the articles are that tell it, and what the claims
    /// are about.
    fn settle(&self, event: &mut Event) {
        if !event.countries.is_empty() || !event.locations.is_empty() {
            return;
        }
        let names_entities = !event.entities.is_empty();
        for teller in event.tellers.clone() {
            match teller {
                Teller::Article(id) => {
                    let article = &self.articles[id.index()];
                    extend(&mut event.countries, &article.countries);
                    extend(&mut event.locations, &article.locations);
                }
                Teller::Claim(id) => {
                    for item in &self.claims[id.index()].about {
                        match *item {
                            Item::Country(id) => extend(&mut event.countries, &[id]),
                            Item::Location(id) => {
                                let country = self.locations[id.index()].country;
                                extend(&mut event.countries, &[country]);
                                extend(&mut event.locations, &[id]);
                            }
                            Item::Entity(id) if !names_entities => {
                                extend(&mut event.entities, &[id]);
                            }
                            _ => {}
                        }
                    }
                }
                // Theirs it is wherever else it happened.
                Teller::Country(_) | Teller::Location(_) => {}
            }
        }
    }
}

/// Adds to a list what it lacks.
fn extend<T: Copy + PartialEq>(list: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !list.contains(one) {
            list.push(*one);
        }
    }
}

impl Told<'_> {
    fn event(&self, written: &Written<'_>, diags: &mut Diagnostics) -> Event {
        let Written { fields, teller, country } = *written;
        let resolver = self.resolver;
        let mut all = resolver.all_meant(&fields.countries, diags);
        let mut locations = resolver.locations(&fields.locations, diags);
        if let Teller::Location(own) = teller {
            extend(&mut locations, &[own]);
        }
        let of_locations = locations.iter().map(|id| self.locations[id.index()].country);
        for country in of_locations.chain(country) {
            if !all.contains(&country) {
                all.push(country);
            }
        }
        let mut claims: Vec<ClaimId> =
            fields.claims.iter().filter_map(|one| resolver.listed(one, diags)).collect();
        if let Teller::Claim(own) = teller {
            claims.push(own);
        }
        claims.sort_unstable();
        claims.dedup();
        let kind = fields.kind.as_ref();
        Event {
            id: fields.id.as_ref().map(|id| id.value.clone()),
            anchor: String::new(),
            place: fields.date.span,
            date: fields.date.value.clone(),
            text: fields.text.value.clone(),
            countries: all,
            locations,
            entities: resolver.all_listed(&fields.entities, diags),
            claims,
            sources: resolver.sources(&fields.sources, diags),
            kind: kind.map(|kind| {
                resolver.word(kind, &resolver.config.event_kinds, "event_kinds", diags)
            }),
            note: fields.note.clone(),
            tellers: vec![teller],
        }
    }
}

/// Joins a fact that is told again; the two must agree on the date.
fn merge(first: &mut Event, again: Event, span: Span, diags: &mut Diagnostics) {
    if first.date != again.date {
        let id = again.id.as_ref().map_or("", |id| id.as_str());
        let message = format!("the fact `{id}` has another date elsewhere");
        diags.push(
            Diagnostic::new(codes::EVENT_CONFLICT, span, message)
                .label(format!("here {}", again.date.written()))
                .also(first.place, format!("here {}", first.date.written()))
                .help("give both the same date, or one of them another id"),
        );
    }
    extend(&mut first.countries, &again.countries);
    extend(&mut first.locations, &again.locations);
    extend(&mut first.claims, &again.claims);
    extend(&mut first.entities, &again.entities);
    extend(&mut first.sources, &again.sources);
    first.tellers.extend(again.tellers);
}

/// Sorts by date, then place in the texts, and gives each its anchor: its id, or its date and first
/// words, with a number where another has them.
fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    events.par_sort_by_cached_key(|event| (event.date.sort_key(), event.place));
    let wanted: Vec<String> = events.par_iter().map(anchor).collect();
    let mut taken: HashMap<&str, u32> = HashMap::default();
    taken.reserve(wanted.len());
    for (event, wanted) in events.iter_mut().zip(&wanted) {
        let times = taken.entry(wanted).or_insert(0);
        *times += 1;
        if *times > 1 {
            event.anchor = format!("{wanted}-{times}");
        }
    }
    for (event, wanted) in events.iter_mut().zip(wanted) {
        if event.anchor.is_empty() {
            event.anchor = wanted;
        }
    }
    events
}

/// The anchor of an event, if no other has it.
fn anchor(event: &Event) -> String {
    let own = event.id.as_ref().map(|id| letters::anchor(id.as_str()));
    own.filter(|own| !own.is_empty()).unwrap_or_else(|| {
        let mut words = event.date.as_edtf();
        for word in event.text.split_whitespace().take(6) {
            words.push(' ');
            words.push_str(word);
        }
        letters::anchor(&words)
    })
}
