//! Dated facts from all records, those of the same id merged.

use super::Desk;
use super::articles::add_countries;
use super::gather::Fields;
use super::register::Order;
use crate::content::kinds::event::EventFields;
use crate::content::{Documents, slug};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use crate::model::nouns::{
    Article, ArticleId, Claim, ClaimId, CountryId, Event, EventId, Location, LocationId,
    Teller,
};
use foldhash::HashMap;

/// Every dated fact of the site, by date. Articles learn which are theirs, and the
/// countries of their locations.
pub(super) fn events(
    documents: &Documents,
    order: &Order<'_>,
    articles: &mut [Article],
    claims: &mut [Claim],
    locations: &[Location],
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Event> {
    let mut told =
        Told { desk, locations, events: Vec::new(), by_id: HashMap::default() };
    for (n, item) in order.articles.iter().enumerate() {
        let id = ArticleId(n as u32);
        for fields in item.fields.iter().flat_map(|fields| &fields.dates) {
            told.add(fields, Teller::Article(id), &[], diags);
        }
        add_countries(&mut articles[n], |location| locations[location.index()].country);
    }
    for item in &documents.countries {
        let Some(code) = crate::atlas::find(item.id.as_str()) else { continue };
        let country = super::names::country_id(code);
        for fields in item.fields.iter().flat_map(|fields| &fields.dates) {
            told.add(fields, Teller::Country(country), &[country], diags);
        }
    }
    for (n, record) in order.locations.iter().enumerate() {
        let Fields::Written(fields) = record.fields else { continue };
        let id = LocationId(n as u32);
        let country = [locations[n].country];
        for event in &fields.dates {
            told.add(event, Teller::Location(id), &country, diags);
        }
    }
    for (n, record) in order.claims.iter().enumerate() {
        let Fields::Written(fields) = record.fields else { continue };
        let id = ClaimId(n as u32);
        for event in &fields.dates {
            told.add(event, Teller::Claim(id), &[], diags);
        }
    }
    let events = in_order(told.events);
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

struct Told<'d> {
    desk: &'d Desk<'d>,
    locations: &'d [Location],
    events: Vec<Event>,
    by_id: HashMap<String, usize>,
}

impl Told<'_> {
    fn add(
        &mut self,
        fields: &EventFields,
        teller: Teller,
        countries: &[CountryId],
        diags: &mut Diagnostics,
    ) {
        let event = self.event(fields, teller, countries, diags);
        let Some(id) = &event.id else { return self.events.push(event) };
        match self.by_id.get(id.as_str()) {
            Some(first) => {
                merge(&mut self.events[*first], event, fields.date.span, diags);
            }
            None => {
                self.by_id.insert(id.to_string(), self.events.len());
                self.events.push(event);
            }
        }
    }

    fn event(
        &self,
        fields: &EventFields,
        teller: Teller,
        countries: &[CountryId],
        diags: &mut Diagnostics,
    ) -> Event {
        let desk = self.desk;
        let mut all = desk.countries(&fields.countries, diags);
        let locations = desk.locations(&fields.locations, diags);
        let of_locations = locations.iter().map(|id| self.locations[id.index()].country);
        for country in of_locations.chain(countries.iter().copied()) {
            if !all.contains(&country) {
                all.push(country);
            }
        }
        let mut claims: Vec<ClaimId> =
            fields.claims.iter().filter_map(|one| desk.claim(one, diags)).collect();
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
            entities: desk.entities(&fields.entities, diags),
            claims,
            sources: desk.sources(&fields.sources, diags),
            kind: kind.map(|kind| {
                desk.word(kind, &desk.config.event_kinds, "event_kinds", diags)
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
    let extend = |list: &mut Vec<_>, more: Vec<_>| {
        for one in more {
            if !list.contains(&one) {
                list.push(one);
            }
        }
    };
    extend(&mut first.countries, again.countries);
    for location in again.locations {
        if !first.locations.contains(&location) {
            first.locations.push(location);
        }
    }
    for claim in again.claims {
        if !first.claims.contains(&claim) {
            first.claims.push(claim);
        }
    }
    for entity in again.entities {
        if !first.entities.contains(&entity) {
            first.entities.push(entity);
        }
    }
    for source in again.sources {
        if !first.sources.contains(&source) {
            first.sources.push(source);
        }
    }
    first.tellers.extend(again.tellers);
}

/// Sorts by date, then place in the texts, and gives each its anchor: its id, or its date and first words.
fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_cached_key(|event| (event.date.sort_key(), event.place));
    let mut taken: HashMap<String, u32> = HashMap::default();
    for event in &mut events {
        let own = event.id.as_ref().map(|id| slug(id.as_str()));
        let wanted = own.filter(|own| !own.is_empty()).unwrap_or_else(|| {
            let words: Vec<&str> = event.text.split_whitespace().take(6).collect();
            slug(&format!("{} {}", event.date.as_edtf(), words.join(" ")))
        });
        let times = taken.entry(wanted.clone()).or_insert(0);
        *times += 1;
        event.anchor = if *times == 1 { wanted } else { format!("{wanted}-{times}") };
    }
    events
}
