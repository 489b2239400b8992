//! Dated facts from all records, those of the same id merged.

use super::register::Order;
use super::resolver::{Resolver, each};
use crate::content::Id;
use crate::content::kinds::event::EventFields;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::letters;
use crate::model::nouns::{
    Article, ArticleId, Claim, ClaimId, CountryId, EntityId, Event, Item, LocationId,
    SourceId, Teller,
};
use foldhash::HashMap;
use rayon::prelude::*;

/// Every dated fact of the site, by date.
pub(super) fn events(
    order: &Order<'_>,
    articles: &[Article],
    claims: &[Claim],
    resolver: &Resolver<'_>,
    diags: &mut Diagnostics,
) -> Vec<Event> {
    let written = written(order, resolver);
    let drafts = each(&written, diags, |one, diags| Draft::of(one, resolver, diags));
    let mut drafts = merged(drafts, diags);
    let around = FactHomes { articles, claims, resolver };
    drafts.iter_mut().for_each(|draft| around.settle(draft));
    in_order(drafts)
}

/// A dated fact as a record tells it.
struct Written<'d> {
    fields: &'d EventFields,
    teller: Teller,
    /// The country that it is in because its record is.
    country: Option<CountryId>,
}

/// Every dated fact that a record tells: of articles first, then of countries, locations, claims.
fn written<'d>(order: &Order<'d>, resolver: &Resolver<'_>) -> Vec<Written<'d>> {
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
        let id = LocationId(n as u32);
        add(&fields.dates, Teller::Location(id), Some(resolver.country_of(id)));
    }
    for (n, record) in order.claims.iter().enumerate() {
        let Some(fields) = record.written() else { continue };
        add(&fields.dates, Teller::Claim(ClaimId(n as u32)), None);
    }
    all
}

/// A dated fact as far as the records say that tell it. It is a noun when all are known: its anchor depends on
/// those before it.
struct Draft<'d> {
    /// What the first of these records says.
    fields: &'d EventFields,
    kind: Option<String>,
    countries: Vec<CountryId>,
    locations: Vec<LocationId>,
    entities: Vec<EntityId>,
    claims: Vec<ClaimId>,
    sources: Vec<SourceId>,
    tellers: Vec<Teller>,
}

/// Facts told under one id are one.
fn merged<'d>(drafts: Vec<Draft<'d>>, diags: &mut Diagnostics) -> Vec<Draft<'d>> {
    let mut all: Vec<Draft<'d>> = Vec::with_capacity(drafts.len());
    let mut by_id: HashMap<&Id, usize> = HashMap::default();
    for draft in drafts {
        let first = draft.id().map(|id| *by_id.entry(id).or_insert(all.len()));
        match first.and_then(|first| all.get_mut(first)) {
            Some(first) => first.merge(draft, diags),
            None => all.push(draft),
        }
    }
    all
}

/// The records that facts are told in.
struct FactHomes<'a> {
    articles: &'a [Article],
    claims: &'a [Claim],
    resolver: &'a Resolver<'a>,
}

impl FactHomes<'_> {
    /// A fact that nobody says the place of is where the articles are that tell it, and what the claims
    /// are about.
    fn settle(&self, event: &mut Draft<'_>) {
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
                                let country = self.resolver.country_of(id);
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

impl<'d> Draft<'d> {
    fn of(
        written: &Written<'d>,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        let Written { fields, teller, country } = *written;
        let mut countries = resolver.all_meant(&fields.countries, diags);
        let mut locations = resolver.locations(&fields.locations, diags);
        if let Teller::Location(own) = teller {
            extend(&mut locations, &[own]);
        }
        let of_locations = locations.iter().map(|id| resolver.country_of(*id));
        for country in of_locations.chain(country) {
            extend(&mut countries, &[country]);
        }
        let mut claims: Vec<ClaimId> =
            fields.claims.iter().filter_map(|one| resolver.listed(one, diags)).collect();
        if let Teller::Claim(own) = teller {
            claims.push(own);
        }
        claims.sort_unstable();
        claims.dedup();
        let kind = fields.kind.as_ref();
        Draft {
            fields,
            kind: kind.map(|kind| {
                resolver.word(kind, &resolver.config.event_kinds, "event_kinds", diags)
            }),
            countries,
            locations,
            entities: resolver.all_listed(&fields.entities, diags),
            claims,
            sources: resolver.sources(&fields.sources, diags),
            tellers: vec![teller],
        }
    }

    fn id(&self) -> Option<&'d Id> {
        self.fields.id.as_ref().map(|id| &id.value)
    }

    /// Joins a fact that is told again; the two must agree on the date.
    fn merge(&mut self, again: Draft<'_>, diags: &mut Diagnostics) {
        let (first, other) = (&self.fields.date, &again.fields.date);
        if first.value != other.value {
            let id = again.id().map_or("", |id| id.as_str());
            let message = format!("the fact `{id}` has another date elsewhere");
            diags.push(
                Diagnostic::new(codes::EVENT_CONFLICT, other.span, message)
                    .label(format!("here {}", other.written()))
                    .also(first.span, format!("here {}", first.written()))
                    .help("give both the same date, or one of them another id"),
            );
        }
        extend(&mut self.countries, &again.countries);
        extend(&mut self.locations, &again.locations);
        extend(&mut self.claims, &again.claims);
        extend(&mut self.entities, &again.entities);
        extend(&mut self.sources, &again.sources);
        self.tellers.extend(again.tellers);
    }

    fn event(self, anchor: String) -> Event {
        let fields = self.fields;
        Event {
            id: self.id().cloned(),
            anchor,
            place: fields.date.span,
            date: fields.date.value.clone(),
            text: fields.text.value.clone(),
            countries: self.countries,
            locations: self.locations,
            entities: self.entities,
            claims: self.claims,
            sources: self.sources,
            kind: self.kind,
            note: fields.note.clone(),
            tellers: self.tellers,
        }
    }
}

/// Sorts by date, then place in the texts, and gives each its anchor: its id, or its date and first
/// words, with a number where another has them.
fn in_order(mut drafts: Vec<Draft<'_>>) -> Vec<Event> {
    drafts.par_sort_by_cached_key(|draft| {
        let date = &draft.fields.date;
        (date.sort_key(), date.span)
    });
    let wanted: Vec<String> = drafts.par_iter().map(anchor).collect();
    let mut taken: HashMap<&str, u32> = HashMap::default();
    taken.reserve(wanted.len());
    let numbered = wanted.iter().map(|wanted| {
        let times = taken.entry(wanted).or_insert(0);
        *times += 1;
        (*times > 1).then(|| format!("{wanted}-{times}"))
    });
    let numbered: Vec<Option<String>> = numbered.collect();
    let anchors =
        wanted.into_iter().zip(numbered).map(|(wanted, other)| other.unwrap_or(wanted));
    drafts.into_iter().zip(anchors).map(|(draft, anchor)| draft.event(anchor)).collect()
}

/// The anchor of a fact, if no other has it.
fn anchor(draft: &Draft<'_>) -> String {
    let own = draft.id().map(|id| letters::anchor(id.as_str()));
    own.filter(|own| !own.is_empty()).unwrap_or_else(|| {
        let mut words = draft.fields.date.as_edtf();
        for word in draft.fields.text.split_whitespace().take(6) {
            words.push(' ');
            words.push_str(word);
        }
        letters::anchor(&words)
    })
}
