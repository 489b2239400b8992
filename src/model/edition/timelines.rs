//! Dated facts by what they are of: an item, a year.

use super::facts::Facts;
use super::select::each_shown;
use super::{Edition, Publication};
use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::markdown::{Ref, RefKind};
use crate::model::nouns::{CountryId, EventId, Item, Link, Shown};
use crate::model::site::Site;
use serde::Serialize;
use std::collections::BTreeMap;

/// Dated facts by the year they begin in, each year's by date.
pub type Years = BTreeMap<i32, Vec<EventId>>;

/// These dated facts by year.
pub(super) fn years(site: &Site, ids: &[EventId]) -> Years {
    let mut years = Years::new();
    for id in ids {
        years.entry(site[*id].date.year()).or_default().push(*id);
    }
    years
}

/// The dated facts of one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// The month, from 1; none for what is dated less exactly.
    pub month: Option<u8>,
    /// How many there are.
    pub count: usize,
    /// The last of them.
    pub latest: EventId,
}

/// How many dated facts each month has that has any, oldest first; `ids` are in the order of their dates.
pub(super) fn months(site: &Site, ids: &[EventId]) -> Vec<Month> {
    let mut months: BTreeMap<(i32, Option<u8>), Month> = BTreeMap::new();
    for id in ids {
        let date = &site[*id].date;
        let (year, month) = (date.year(), date.month());
        let empty = Month { year, month, count: 0, latest: *id };
        let month = months.entry((year, month)).or_insert(empty);
        month.count += 1;
        month.latest = *id;
    }
    months.into_values().collect()
}

/// The years of each country that has more dated facts than fit on one page.
pub(super) fn country_years(
    site: &Site,
    config: &Config,
    countries: &[CountryId],
    facts: &Facts,
) -> BTreeMap<CountryId, Years> {
    let long = countries.iter().filter_map(|id| {
        let events = &facts.countries[id.index()].events;
        (events.len() > config.paginate).then(|| (*id, years(site, events)))
    });
    long.collect()
}

impl<'e> Edition<'e> {
    /// The dated facts of an item that is shown, oldest first.
    pub fn events_of(&self, item: Item) -> &'e [EventId] {
        match item {
            Item::Article(id) => self.told_by(id),
            Item::Claim(id) => self.bearing_on(id),
            Item::Country(id) => &self.of_country(id).events,
            Item::Location(id) => &self.of_location(id).events,
            Item::Entity(id) => {
                self.named(id).map_or(&[], |named| &self.of_entity(named).events)
            }
            _ => &[],
        }
    }
}

/// Reports timelines in shown texts that have nothing to show.
pub(super) fn report_empty(publication: &Publication<'_>, diags: &mut Diagnostics) {
    diags.append(each_shown(publication.site, |item, diags| {
        let edition = publication.edition();
        let Some(prose) = edition.prose(item) else { return };
        for (nth, link) in prose.links.iter().enumerate() {
            let Link::Embed(Shown::Timeline(of)) = link else { continue };
            if edition.is_shown(*of) && edition.events_of(*of).is_empty() {
                let one = prose.outline.refs.get(nth);
                one.into_iter().for_each(|one| report(one, *of, diags));
            }
        }
    }));
}

fn report(one: &Ref, of: Item, diags: &mut Diagnostics) {
    let RefKind::Wiki(wiki) = &one.kind else { return };
    let message = format!("`{}` is shown as a link", wiki.target);
    let name = wiki.target.split_once(':').map_or("", |(_, name)| name.trim());
    diags.push(
        Diagnostic::new(codes::EMBED_AS_LINK, one.span, message)
            .note(format!("no published fact with a date is of this {}", of.kind()))
            .help("write what is known under `dates:`, each with its day and its sources")
            .help(format!("or write `[[{name}]]`")),
    );
}
