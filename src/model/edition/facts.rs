//! What belongs to each country, location, source, author and tag.

use super::mentions::Mentions;
use super::select::country_ids;
use super::tongue::Tongue;
use crate::atlas::order_key;
use crate::config::Config;
use crate::model::nouns::{
    ArticleId, AuthorId, CountryId, EventId, Item, LocationId, SourceId, TagId, Teller,
};
use crate::model::site::Site;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// An article about more countries than this doesn't tell which of its sources concern one of them.
const FEW: usize = 2;

/// What belongs to a country.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CountryFacts {
    /// Articles about it, newest first.
    pub articles: Vec<ArticleId>,
    /// Locations in it, by name.
    pub locations: Vec<LocationId>,
    /// Dated facts, by date.
    pub events: Vec<EventId>,
    /// Sources that its locations, facts and own page name or cite, and articles about it and at
    /// most one other country, by id.
    pub sources: Vec<SourceId>,
}

/// What belongs to a location.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LocationFacts {
    /// Articles about it, newest first.
    pub articles: Vec<ArticleId>,
    /// Dated facts, by date.
    pub events: Vec<EventId>,
}

/// What rests on a source besides the texts that cite it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SourceUse {
    /// Articles that list it, newest first.
    pub articles: Vec<ArticleId>,
    /// Locations that name it.
    pub locations: Vec<LocationId>,
    /// Dated facts that name it.
    pub events: Vec<EventId>,
    /// Countries whose page or official response names it.
    pub countries: Vec<CountryId>,
    /// Sources that repeat it.
    pub repeated_by: Vec<SourceId>,
}

pub(super) struct Facts {
    /// The dated facts that each article tells, by date.
    pub(super) told_by: Vec<Vec<EventId>>,
    /// The dated facts that bear on each claim, by date.
    pub(super) bearing_on: Vec<Vec<EventId>>,
    pub(super) countries: Vec<CountryFacts>,
    pub(super) locations: Vec<LocationFacts>,
    pub(super) sources: Vec<SourceUse>,
}

pub(super) fn facts(
    site: &Site,
    articles: &[ArticleId],
    locations: &[LocationId],
    events: &[EventId],
) -> Facts {
    let mut facts = Facts {
        told_by: vec![Vec::new(); site.articles.len()],
        bearing_on: vec![Vec::new(); site.claims.len()],
        countries: vec![CountryFacts::default(); site.countries.len()],
        locations: vec![LocationFacts::default(); site.locations.len()],
        sources: vec![SourceUse::default(); site.sources.len()],
    };
    facts.articles(site, articles);
    facts.locations(site, locations);
    facts.events(site, events);
    facts.own(site);
    for country in &mut facts.countries {
        country.sources.retain(|id| site.shows(Item::Source(*id)));
        country.sources.sort_unstable();
        country.sources.dedup();
    }
    facts
}

impl Facts {
    fn articles(&mut self, site: &Site, articles: &[ArticleId]) {
        for id in articles {
            let article = &site[*id];
            for country in &article.countries {
                let facts = &mut self.countries[country.index()];
                facts.articles.push(*id);
                if article.countries.len() <= FEW {
                    facts.sources.extend(&article.sources);
                    facts.sources.extend(site.cited(Item::Article(*id)));
                }
            }
            for location in &article.locations {
                self.locations[location.index()].articles.push(*id);
            }
            for source in &article.sources {
                self.sources[source.index()].articles.push(*id);
            }
        }
    }

    fn locations(&mut self, site: &Site, locations: &[LocationId]) {
        for id in locations {
            let location = &site[*id];
            let facts = &mut self.countries[location.country.index()];
            facts.locations.push(*id);
            let named = location.history.iter().flat_map(|change| &change.sources);
            let named: BTreeSet<SourceId> =
                named.chain(&location.sources).copied().collect();
            facts.sources.extend(&named);
            facts.sources.extend(site.cited(Item::Location(*id)));
            for source in named {
                self.sources[source.index()].locations.push(*id);
            }
        }
    }

    fn events(&mut self, site: &Site, events: &[EventId]) {
        for id in events {
            let event = &site[*id];
            for country in &event.countries {
                let facts = &mut self.countries[country.index()];
                facts.events.push(*id);
                facts.sources.extend(&event.sources);
            }
            for location in &event.locations {
                self.locations[location.index()].events.push(*id);
            }
            for source in &event.sources {
                self.sources[source.index()].events.push(*id);
            }
            for claim in &event.claims {
                self.bearing_on[claim.index()].push(*id);
            }
            for teller in &event.tellers {
                if let Teller::Article(article) = teller {
                    self.told_by[article.index()].push(*id);
                }
            }
        }
    }

    fn own(&mut self, site: &Site) {
        for id in country_ids(site) {
            let country = &site[id];
            let response = country.response.iter().flat_map(|response| &response.sources);
            let named: BTreeSet<SourceId> =
                response.chain(&country.sources).copied().collect();
            let facts = &mut self.countries[id.index()];
            facts.sources.extend(&named);
            facts.sources.extend(site.cited(Item::Country(id)));
            for source in named {
                self.sources[source.index()].countries.push(id);
            }
        }
        for (n, source) in site.sources.iter().enumerate() {
            for root in &source.based_on {
                let repeats = SourceId(n as u32);
                if !source.is_confidential() {
                    self.sources[root.index()].repeated_by.push(repeats);
                }
            }
        }
    }
}

/// Countries that something shown refers to, or that have a text of their own, by name.
pub(super) fn countries(
    site: &Site,
    facts: &Facts,
    mentions: &Mentions<'_>,
    tongue: &Tongue,
    lang: &str,
) -> Vec<CountryId> {
    let has_page = |id: &CountryId| {
        let own = &facts.countries[id.index()];
        let country = &site[*id];
        !own.articles.is_empty()
            || !own.locations.is_empty()
            || !own.events.is_empty()
            || site.prose(Item::Country(*id)).is_some()
            || country.response.is_some()
            || country.summary.is_some()
            || !mentions.of(site, Item::Country(*id)).is_empty()
    };
    let mut countries: Vec<CountryId> = country_ids(site).filter(has_page).collect();
    let name = |id: &CountryId| &tongue.country(site, *id).name;
    countries.sort_by_cached_key(|id| (order_key(name(id), lang), *id));
    countries
}

/// Each author's articles, and the authors who have any, by name.
pub(super) fn by_author(
    site: &Site,
    articles: &[ArticleId],
    lang: &str,
) -> (Vec<Vec<ArticleId>>, Vec<AuthorId>) {
    let mut by = vec![Vec::new(); site.authors.len()];
    for id in articles {
        for author in &site[*id].authors {
            by[author.index()].push(*id);
        }
    }
    let all = (0..by.len() as u32).map(AuthorId);
    let mut used: Vec<AuthorId> = all.filter(|id| !by[id.index()].is_empty()).collect();
    used.sort_by_cached_key(|id| (order_key(&site[*id].name, lang), *id));
    (by, used)
}

/// Each tag's articles, and the tags that have any, by name.
pub(super) fn by_tag(
    site: &Site,
    articles: &[ArticleId],
    lang: &str,
) -> (Vec<Vec<ArticleId>>, Vec<TagId>) {
    let mut by = vec![Vec::new(); site.tags.len()];
    for id in articles {
        for tag in &site[*id].tags {
            by[tag.index()].push(*id);
        }
    }
    let all = (0..by.len() as u32).map(TagId);
    let mut used: Vec<TagId> = all.filter(|id| !by[id.index()].is_empty()).collect();
    used.sort_by_cached_key(|id| (order_key(&site[*id].name, lang), *id));
    (by, used)
}

/// How many of these locations have each status, in the order of the site's vocabulary.
pub(super) fn statuses(
    site: &Site,
    config: &Config,
    ids: &[LocationId],
) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let terms = config.statuses.terms();
    for id in ids {
        let Some(word) = &site[*id].status else { continue };
        let place = terms.iter().position(|term| term.word == *word);
        *counts.entry((place.unwrap_or(terms.len()), word)).or_default() += 1;
    }
    counts.into_iter().map(|((_, word), count)| (word.to_owned(), count)).collect()
}
