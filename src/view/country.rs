//! A country or territory.

use super::backlink::BACKLINKS;
use super::extra::Extra;
use super::list::Entries;
use super::listing::Listing;
use super::location::confidence;
use super::region::region_name;
use super::source_words::source_kind;
use super::{
    ArticleCard, Backlink, Card, ClaimCard, DateView, EventView, Heading, ImageView,
    LinkView, LocationCard, LocatorMap, Markup, NumberView, PageHead, Part, Reference,
    SourceCard, StatusCount, StatusView, TextHtml, TextView, View, Views, YearLink,
    language,
};
use crate::content::kinds::source::SourceType;
use crate::files::OutPath;
use crate::model::{Country, CountryId, EventId, Feed, Item, Response, SourceId};
use crate::phrases::Phrases;
use crate::routes::OwnPage;
use foldhash::HashSet;
use serde::Serialize;
use std::collections::BTreeMap;

/// One row of a table of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is about: `Locations`.
    pub label: String,
    /// The fact, in words.
    pub value: String,
    /// Where it leads, if anywhere.
    pub path: Option<String>,
}

/// How a country's authorities answered.
#[derive(Debug, Clone, Serialize)]
pub struct ResponseView {
    /// The answer, as a word of the site's vocabulary.
    pub status: Card<StatusView>,
    /// When.
    pub date: Option<Card<DateView>>,
    /// In a sentence.
    pub text: Option<String>,
    /// The sources it rests on.
    pub sources: Vec<Card<LinkView>>,
}

/// `pages/country.html`: one country or territory.
#[derive(Debug, Clone, Serialize)]
pub struct CountryPage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// Its customary name.
    pub name: String,
    /// Its ISO 3166-1 code in capitals: `IE`.
    pub code: String,
    /// The region of the world it lies in.
    pub region: Card<LinkView>,
    /// What is to be said on its name or borders, from `site.toml`.
    pub note: Option<String>,
    /// Attributes that tell the language and direction of its prose, where they are not the page's.
    pub spoken: Markup,
    /// The summary of its prose.
    pub standfirst: Option<String>,
    /// Its picture.
    pub image: Option<ImageView>,
    /// How its authorities answered.
    pub response: Option<ResponseView>,
    /// Facts at a glance.
    pub facts: Vec<Fact>,
    /// When its page was last changed in substance.
    pub updated: Option<Card<DateView>>,
    /// The contents list of its prose.
    pub contents: Vec<Heading<'e>>,
    /// Its prose; empty where nobody has written any.
    pub body_html: TextHtml,
    /// The sources its prose cites, in the order of their numbers.
    pub references: Vec<Reference>,
    /// Its locations by status; where they are many, each with the list of them.
    pub statuses: Vec<StatusCount>,
    /// Its map, with the locations that may be shown on it; none where it has no shape of its own.
    pub map: Option<LocatorMap>,
    /// Its locations.
    pub locations: Part<Card<LocationCard>>,
    /// Its latest dated facts, newest first.
    pub events: Part<EventView>,
    /// Its years, where its dated facts are split by year; else empty.
    pub years: Vec<YearLink>,
    /// The claims about it and its locations, by id.
    pub claims: Part<Card<ClaimCard>>,
    /// What is counted of it.
    pub numbers: Vec<NumberView>,
    /// The articles about it, newest first.
    pub articles: Part<Card<ArticleCard>>,
    /// How many sources its pages rest on.
    pub sources_total: usize,
    /// The latest of those that its prose does not cite.
    pub sources: Vec<Card<SourceCard>>,
    /// How many of those sources are in each language, the commonest first.
    pub source_languages: Vec<Fact>,
    /// How many of those sources are of each kind.
    pub source_kinds: Vec<Fact>,
    /// The whole list of those sources, where not all are shown here.
    pub sources_more: Option<Card<LinkView>>,
    /// The writer's own fields.
    pub extra: Extra,
    /// The countries it borders on that the site tells of.
    pub neighbours: Vec<Card<LinkView>>,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink<'e>>,
    /// How to cite the page, in one line without the address.
    pub citation: String,
}

impl View for CountryPage<'_> {
    const TEMPLATE: &'static str = "pages/country.html";
}

/// The page of each country, and what is too long for that.
pub(super) fn pages(all: &mut Listing<'_>) {
    for id in all.edition.countries() {
        let (id, item) = (*id, Item::Country(*id));
        all.item(item, None, move |views, text| Box::new(views.country(id, text)));
        let shown = all.views.config().excerpt();
        all.longer_than(shown, item, ("articles", Phrases::articles), move |edition| {
            Entries::Articles(&edition.of_country(id).articles)
        });
        all.longer_than(shown, item, ("locations", Phrases::locations), move |edition| {
            Entries::Locations(&edition.of_country(id).locations)
        });
        all.longer_than(shown, item, ("sources", Phrases::sources), move |edition| {
            Entries::Sources(&edition.of_country(id).sources)
        });
        all.longer_than(shown, item, ("claims", Phrases::claims), move |edition| {
            Entries::Claims(edition.claims_about(item))
        });
        all.longer_than(shown, item, ("dates", Phrases::dates), move |edition| {
            Entries::Latest(&edition.of_country(id).events)
        });
        all.longer_than(shown, item, (BACKLINKS, Phrases::mentioned_in), move |_| {
            Entries::Mentions(item)
        });
        for (group, count) in all.edition.statuses_of_country(id) {
            all.group(group, count);
        }
    }
}

impl<'e> Views<'e> {
    /// The page of a country or territory with its rendered text.
    pub fn country(&self, id: CountryId, mut text: TextView<'e>) -> CountryPage<'e> {
        let country = self.edition.country(id);
        let (facts, item) = (self.edition.of_country(id), Item::Country(id));
        let path = &country.names.address;
        let above = [self.section_link(OwnPage::Countries)];
        let mut page = self.head("country", "countries", &country.name, path, &above);
        page.description.clone_from(&country.summary);
        let feed = self.shared.phrases.feed_of(&country.name);
        page.feeds.extend(self.feed(&feed, Feed::Country(id)));
        page.image = country.picture.as_ref().and_then(|one| self.plain_image(one));
        let sources = self.uncited(&facts.sources, &text.references);
        CountryPage {
            image: country.picture.as_ref().map(|picture| self.image(picture)),
            spoken: self.spoken("", self.text_lang(country.matter.lang.as_deref())),
            page,
            name: country.name.clone(),
            code: country.code.upper().to_owned(),
            region: self.region_link(id),
            note: country.territory_note.clone(),
            standfirst: country.summary.clone(),
            response: country.response.as_ref().map(|one| self.response(one)),
            facts: self.country_facts(id),
            updated: self.date_of(country.updated.as_ref()),
            contents: text.contents(country.matter.toc),
            body_html: text.html,
            references: text.references,
            statuses: self.country_statuses(id),
            map: self.country_map(id),
            locations: self.excerpt(&facts.locations, path, "locations", |ids| {
                self.location_cards(ids)
            }),
            events: self.country_events(id),
            years: self.years_of(id, None),
            claims: self.excerpt(
                self.edition.claims_about(item),
                path,
                "claims",
                |ids| self.claim_cards(ids),
            ),
            numbers: self.numbers(item),
            articles: self.excerpt(&facts.articles, path, "articles", |ids| {
                self.article_cards(ids)
            }),
            sources_total: facts.sources.len(),
            source_languages: self.source_languages(&facts.sources),
            source_kinds: self.source_kinds(&facts.sources),
            sources_more: self.whole_list(facts.sources.len(), path, "sources"),
            sources,
            extra: Extra::new(country.matter.extra.as_ref()),
            neighbours: self.neighbours(country),
            backlinks: self.excerpt(
                self.edition.mentions(item),
                path,
                BACKLINKS,
                |some| self.naming(item, some),
            ),
            citation: self.citation(&[], &country.name, country.updated.as_ref()),
        }
    }

    fn region_link(&self, id: CountryId) -> Card<LinkView> {
        let region = self.region(id);
        let path = self.path(&OwnPage::Countries.address(), Some(region.slug()));
        Card::new(LinkView::new(
            region_name(region, self.shared.phrases).to_owned(),
            Some(path),
        ))
    }

    fn response(&self, response: &Response) -> ResponseView {
        ResponseView {
            status: self.shared.answers.get(&response.stance),
            date: self.date_of(response.date.as_ref()),
            text: response.text.clone(),
            sources: self.source_links(&response.sources),
        }
    }

    fn country_facts(&self, id: CountryId) -> Vec<Fact> {
        let facts = self.edition.of_country(id);
        let date = |id: &EventId| self.date(&self.edition.event(*id).date).words.clone();
        let count = |n: usize| Some(n).filter(|n| *n > 0).map(|n| n.to_string());
        let sure = self
            .edition
            .country(id)
            .confidence
            .map(|sure| confidence(sure, self.shared.phrases));
        let rows = [
            (self.shared.phrases.locations(), count(facts.locations.len())),
            (self.shared.phrases.articles(), count(facts.articles.len())),
            (
                self.shared.phrases.claims(),
                count(self.edition.claims_about(Item::Country(id)).len()),
            ),
            (self.shared.phrases.first_date(), facts.events.first().map(date)),
            (self.shared.phrases.last_date(), facts.events.last().map(date)),
            (self.shared.phrases.sources(), count(facts.sources.len())),
            (self.shared.phrases.confidence(), sure.map(str::to_owned)),
        ];
        let given = rows.into_iter().filter_map(|(label, value)| Some((label, value?)));
        given
            .map(|(label, value)| Fact { label: label.into(), value, path: None })
            .collect()
    }

    /// The first few of a list of a country; `name` is what the whole is called below its page.
    fn excerpt<T, V>(
        &self,
        ids: &[T],
        of: &OutPath,
        name: &str,
        views: impl FnOnce(&[T]) -> Vec<V>,
    ) -> Part<V> {
        let size = self.config().excerpt();
        self.first_few(size, ids.len(), of, name, |shown| views(&ids[shown]))
    }

    /// The way to the whole of a list, where the country's page has not room for it.
    fn whole_list(
        &self,
        total: usize,
        of: &OutPath,
        name: &str,
    ) -> Option<Card<LinkView>> {
        let size = self.config().excerpt();
        self.first_few(size, total, of, name, |_| Vec::<()>::new()).more
    }

    /// The latest dated facts, newest first; all of them are on a list of their own.
    fn country_events(&self, id: CountryId) -> Part<EventView> {
        let on = Some(Item::Country(id));
        let (events, of) = (
            &self.edition.of_country(id).events,
            self.edition.address(Item::Country(id)),
        );
        let size = self.config().excerpt();
        self.first_few(size, events.len(), of, "dates", |shown| {
            let latest = events.iter().rev().take(shown.len());
            latest.map(|id| self.event_view(*id, on)).collect()
        })
    }

    /// How many of its locations have each status, with the lists of them where there are such.
    fn country_statuses(&self, id: CountryId) -> Vec<StatusCount> {
        let mut counts = self.status_counts(&self.edition.of_country(id).locations);
        for one in &mut counts {
            let groups = self.edition.statuses_of_country(id);
            one.path = self.group_path(groups, &one.status.slug);
        }
        counts
    }

    /// The latest of these sources that the text of the page does not cite.
    fn uncited(
        &self,
        ids: &[SourceId],
        references: &[Reference],
    ) -> Vec<Card<SourceCard>> {
        let cited: HashSet<&str> = references.iter().map(|one| &*one.source.id).collect();
        let is_cited =
            |id: &SourceId| cited.contains(self.edition.source(*id).names.id.as_str());
        let mut others: Vec<SourceId> =
            ids.iter().filter(|id| !is_cited(id)).copied().collect();
        others.sort_by_cached_key(|id| {
            let date = self.edition.source(*id).date.as_ref();
            std::cmp::Reverse(date.map(|date| date.sort_key()))
        });
        let latest = others.iter().take(self.config().excerpt());
        latest.map(|id| self.source_card(*id)).collect()
    }

    fn source_languages(&self, ids: &[SourceId]) -> Vec<Fact> {
        let site = self.config().main_lang();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for id in ids {
            let lang = self.edition.source(*id).lang.as_deref().unwrap_or(site);
            *counts.entry(language::name(lang, self.shared.phrases)).or_default() += 1;
        }
        let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let fact = |(label, count): (&str, usize)| Fact {
            label: label.to_owned(),
            value: count.to_string(),
            path: None,
        };
        counts.into_iter().map(fact).collect()
    }

    fn source_kinds(&self, ids: &[SourceId]) -> Vec<Fact> {
        let mut kinds: BTreeMap<&str, (SourceType, usize)> = BTreeMap::new();
        for kind in ids.iter().filter_map(|id| self.edition.source(*id).kind) {
            kinds.entry(kind.word()).or_insert((kind, 0)).1 += 1;
        }
        let mut kinds: Vec<(SourceType, usize)> = kinds.into_values().collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let fact = |(kind, count): (SourceType, usize)| Fact {
            label: source_kind(kind, self.shared.phrases).to_owned(),
            value: count.to_string(),
            path: None,
        };
        kinds.into_iter().map(fact).collect()
    }

    fn neighbours(&self, country: &Country) -> Vec<Card<LinkView>> {
        let near = country.code.territory().neighbours;
        let all = self.edition.countries().iter().copied();
        let near = all.filter(|id| near.contains(&self.edition.country(*id).code));
        self.links(near.map(Item::Country))
    }
}
