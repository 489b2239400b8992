//! A location and its card.

use super::backlink::BACKLINKS;
use super::extra::Extra;
use super::list::Entries;
use super::listing::Listing;
use super::{
    ArticleCard, Backlink, Card, CardNumber, ClaimCard, DateView, EventView, Fact,
    LinkView, LocatorMap, NumberView, PageHead, Part, Reference, StatusView, TermView,
    TextHtml, TextView, View, Views,
};
use crate::content::kinds::location::Confidence;
use crate::model::{Item, Location, LocationId, StatusAt};
use crate::phrases::Phrases;
use crate::routes::OwnPage;
use serde::Serialize;

/// A location in short, as lists show it.
#[derive(Debug, Clone, Serialize)]
pub struct LocationCard {
    /// What `kept` knows it by.
    pub card_number: CardNumber,
    /// Its id.
    pub id: String,
    /// The path of its page.
    pub path: String,
    /// Its name.
    pub name: String,
    /// The city it lies in, where that is published.
    pub city: Option<String>,
    /// The part of the city, or the region, where that is published.
    pub area: Option<String>,
    /// Its country.
    pub country: Card<LinkView>,
    /// What kind of place it is.
    pub kind: Option<Card<TermView>>,
    /// Its status now.
    pub status: Option<Card<StatusView>>,
    /// How many sources it cites or lists.
    pub sources: usize,
}

/// One entry of a location's status history.
#[derive(Debug, Clone, Serialize)]
pub struct StatusChange {
    /// From when.
    pub date: Card<DateView>,
    /// The status.
    pub status: Card<StatusView>,
    /// What is to be said of it.
    pub note: Option<String>,
    /// The sources it rests on.
    pub sources: Vec<Card<LinkView>>,
}

/// `pages/location.html`: one location.
#[derive(Debug, Clone, Serialize)]
pub struct LocationPage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// Its name.
    pub name: String,
    /// The city it lies in, where that is published.
    pub city: Option<String>,
    /// The part of the city, or the region, where that is published.
    pub area: Option<String>,
    /// Its country.
    pub country: Card<LinkView>,
    /// What kind of place it is.
    pub kind: Option<Card<TermView>>,
    /// Its status now.
    pub status: Option<Card<StatusView>>,
    /// Where it is in its country; none where its place may not be shown.
    pub map: Option<LocatorMap>,
    /// Facts at a glance: stations, precision.
    pub facts: Vec<Fact>,
    /// What has to be added.
    pub note: Option<String>,
    /// Its statuses, oldest first.
    pub history: Vec<StatusChange>,
    /// Its prose; empty where nobody has written any.
    pub body_html: TextHtml,
    /// The sources it rests on, in the order of their numbers.
    pub references: Vec<Reference>,
    /// Who is said to run it.
    pub operator: Option<Card<LinkView>>,
    /// The claims about it, by id.
    pub claims: Part<Card<ClaimCard>>,
    /// What is counted of it.
    pub numbers: Vec<NumberView>,
    /// Its dated facts, oldest first.
    pub events: Part<EventView>,
    /// The articles about it, newest first.
    pub articles: Part<Card<ArticleCard>>,
    /// Other locations of the same country; the first of them where they are many.
    pub nearby: Vec<Card<LinkView>>,
    /// How many locations of that country are not named here.
    pub nearby_more: usize,
    /// The writer's own fields.
    pub extra: Extra,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink<'e>>,
    /// How to cite the page, in one line without the address.
    pub citation: String,
}

impl View for LocationPage<'_> {
    const TEMPLATE: &'static str = "pages/location.html";
}

/// The page of each location, and what is too long for that.
pub(super) fn pages(all: &mut Listing<'_>) {
    for id in all.edition.locations() {
        let (id, item) = (*id, Item::Location(*id));
        let place = all.edition.location(id).place;
        all.item(item, Some(place), move |views, text| {
            Box::new(views.location(id, text))
        });
        all.long(item, "articles", Phrases::articles, move |edition| {
            Entries::Articles(&edition.of_location(id).articles)
        });
        all.long(item, "dates", Phrases::dates, move |edition| {
            Entries::Events(&edition.of_location(id).events)
        });
        all.long(item, "claims", Phrases::claims, move |edition| {
            Entries::Claims(edition.claims_about(item))
        });
        all.long(item, BACKLINKS, Phrases::mentioned_in, move |_| {
            Entries::Mentions(item)
        });
    }
}

impl<'e> Views<'e> {
    pub(super) fn location_card_view(&self, id: LocationId) -> LocationCard {
        let location = self.edition.location(id);
        let kind = location.kind.as_ref();
        let status = location.status.as_ref();
        let place = location.published();
        LocationCard {
            card_number: CardNumber::default(),
            id: location.names.id.to_string(),
            path: self.path(&location.names.address, None),
            name: place.name.to_owned(),
            city: place.city.map(str::to_owned),
            area: place.area.map(str::to_owned),
            country: self.link(Item::Country(location.country)),
            kind: kind.map(|word| self.shared.kinds.get(word)),
            status: status.map(|word| self.shared.status_words.get(word)),
            sources: self.edition.source_count(Item::Location(id)),
        }
    }

    /// The page of a location with its rendered text.
    pub fn location(&self, id: LocationId, text: TextView<'e>) -> LocationPage<'e> {
        let location = self.edition.location(id);
        let item = Item::Location(id);
        let path = &location.names.address;
        let facts = self.edition.of_location(id);
        let LocationCard { name, city, area, country, kind, status, .. } =
            self.location_card_view(id);
        let above = [self.section_link(OwnPage::Locations), country.clone()];
        let page = self.head("location", "locations", &name, path, &above);
        let mut view = LocationPage {
            page,
            citation: self.citation(&[], &name, None),
            name,
            city,
            area,
            country,
            kind,
            status,
            map: self.location_map(id),
            facts: self.location_facts(location),
            note: location.note.clone(),
            history: location.history.iter().map(|one| self.status_change(one)).collect(),
            body_html: text.html,
            references: text.references,
            operator: location.operator.as_ref().map(|who| self.who(who)),
            claims: self.part(self.edition.claims_about(item), path, "claims", |ids| {
                self.claim_cards(ids)
            }),
            numbers: self.numbers(item),
            events: self.part(&facts.events, path, "dates", |ids| {
                ids.iter().map(|id| self.event_view(*id, Some(item))).collect()
            }),
            articles: self
                .part(&facts.articles, path, "articles", |ids| self.article_cards(ids)),
            nearby_more: self.others_in_country(id).count().saturating_sub(NEARBY),
            nearby: self.links(self.others_in_country(id).take(NEARBY)),
            extra: Extra::new(location.matter.extra.as_ref()),
            backlinks: self.backlinks(item),
        };
        view.page.linked_data = self.location_data(&view);
        view
    }

    pub(super) fn status_change(&self, change: &StatusAt) -> StatusChange {
        StatusChange {
            date: self.date(&change.date),
            status: self.shared.status_words.get(&change.status),
            note: change.note.clone(),
            sources: self.source_links(&change.sources),
        }
    }

    fn location_facts(&self, location: &Location) -> Vec<Fact> {
        let first =
            location.first_reported.as_ref().map(|date| self.date(date).words.clone());
        let confidence =
            location.confidence.map(|sure| confidence(sure, self.shared.phrases));
        let shown = location.published().precision;
        let facts = [
            (
                self.shared.phrases.stations_counted(),
                location.stations.map(|n| n.to_string()),
            ),
            (self.shared.phrases.first_reported(), first),
            (
                self.shared.phrases.precision_shown(),
                shown.map(|metres| precision(metres, self.shared.phrases).to_owned()),
            ),
            (self.shared.phrases.confidence(), confidence.map(str::to_owned)),
        ];
        let given = facts.into_iter().filter_map(|(label, value)| Some((label, value?)));
        given
            .map(|(label, value)| Fact { label: label.into(), value, path: None })
            .collect()
    }

    /// The other locations of a location's country, by name.
    fn others_in_country(&self, id: LocationId) -> impl Iterator<Item = Item> + '_ {
        let country = self.edition.location(id).country;
        let all = self.edition.of_country(country).locations.iter();
        all.filter(move |other| **other != id).map(|other| Item::Location(*other))
    }
}

/// How many other locations of the country are named: as many as fit in a line or two.
const NEARBY: usize = 12;

/// How fine a published place is, by its radius in metres.
fn precision(metres: f64, phrases: &Phrases) -> &str {
    match metres {
        m if m <= 5.0 => phrases.precision_metre(),
        m if m <= 50.0 => phrases.precision_building(),
        m if m <= 250.0 => phrases.precision_street(),
        m if m <= 10_000.0 => phrases.precision_city(),
        m if m <= 100_000.0 => phrases.precision_region(),
        _ => phrases.precision_country(),
    }
}

/// How sure a record is, in words.
pub(super) fn confidence(confidence: Confidence, phrases: &Phrases) -> &str {
    match confidence {
        Confidence::High => phrases.confidence_high(),
        Confidence::Medium => phrases.confidence_medium(),
        Confidence::Low => phrases.confidence_low(),
    }
}
