//! What to read next: what shares sources and locations with an article.

use super::facts::Facts;
use crate::model::nouns::{Article, ArticleId, CountryId};
use crate::model::site::Site;
use rayon::prelude::*;
use std::cmp::Reverse;

/// How many articles are offered.
const OFFERED: usize = 4;

/// A source or location that more articles share than this says little about any two of them.
const COMMON: usize = 50;

/// How many articles one thread looks at, at least: each begins with a tally of all.
const AT_ONCE: usize = 500;

/// For each article of the site, what to read after it: what the writer chose; else those
/// that share most, a source or location counting more the fewer share it, a country a
/// little; the newer of equals first.
pub(super) fn related(
    site: &Site,
    facts: &Facts,
    order: &[Option<u32>],
) -> Vec<Vec<ArticleId>> {
    let countries = site.articles.iter().map(|one| Countries::of(&one.countries));
    let shared = Shared { site, facts, order, countries: countries.collect() };
    let all = (0..site.articles.len() as u32).into_par_iter().map(ArticleId);
    let tally = || Tally::of(site.articles.len());
    all.with_min_len(AT_ONCE)
        .map_init(tally, |tally, id| shared.related(id, tally))
        .collect()
}

/// What tells which articles have something in common.
struct Shared<'s> {
    site: &'s Site,
    facts: &'s Facts,
    order: &'s [Option<u32>],
    /// By article.
    countries: Vec<Countries>,
}

impl Shared<'_> {
    fn related(&self, id: ArticleId, tally: &mut Tally) -> Vec<ArticleId> {
        let shown = |id: &ArticleId| self.order[id.index()].is_some();
        if !shown(&id) {
            return Vec::new();
        }
        let article = &self.site[id];
        let chosen: Vec<ArticleId> =
            article.related.iter().copied().filter(shown).collect();
        if !chosen.is_empty() {
            return chosen;
        }
        self.count(article, id, tally);
        if tally.is_empty() {
            self.count_near(article, id, tally);
        }
        self.best(tally)
    }

    /// Counts what shares sources and locations with an article.
    fn count(&self, article: &Article, id: ArticleId, tally: &mut Tally) {
        let (sources, locations) = (&self.facts.sources, &self.facts.locations);
        let by_source = article.sources.iter().map(|one| &sources[one.index()].articles);
        let by_location =
            article.locations.iter().map(|one| &locations[one.index()].articles);
        for all in by_source.chain(by_location).filter(|all| all.len() <= COMMON) {
            let points = 2 + 100 / all.len() as u32;
            let others = all.iter().filter(|other| **other != id);
            others.for_each(|other| tally.add(*other, points));
        }
        let own = &self.countries[id.index()];
        tally.raise(|other| own.in_common(&self.countries[other.index()]));
    }

    /// Counts a few articles about the same countries, where nothing else is shared.
    fn count_near(&self, article: &Article, id: ArticleId, tally: &mut Tally) {
        let countries = &self.facts.countries;
        let near = article.countries.iter().map(|one| &countries[one.index()].articles);
        for other in near.flat_map(|all| all.iter().take(OFFERED + 1)) {
            if *other != id && !tally.has(*other) {
                tally.add(*other, 1);
            }
        }
    }

    /// Those with the most points, the newer of equals first.
    fn best(&self, tally: &mut Tally) -> Vec<ArticleId> {
        let mut best = Vec::with_capacity(OFFERED + 1);
        tally.empty(|id, points| {
            let rank = (Reverse(points), self.order[id.index()], id);
            if best.len() < OFFERED || best.last().is_some_and(|last| rank < *last) {
                best.insert(best.partition_point(|other| *other < rank), rank);
                best.truncate(OFFERED);
            }
        });
        best.into_iter().map(|(.., id)| id).collect()
    }
}

/// A set of countries.
struct Countries([u64; 4]);

impl Countries {
    fn of(countries: &[CountryId]) -> Self {
        let mut set = [0; 4];
        // The code of a country is a byte, so each has a bit of its own.
        countries.iter().for_each(|one| set[one.index() / 64] |= 1 << (one.index() % 64));
        Countries(set)
    }

    /// How many are in both sets.
    fn in_common(&self, other: &Countries) -> u32 {
        self.0.iter().zip(other.0).map(|(a, b)| (a & b).count_ones()).sum()
    }
}

/// Points of articles: a list of all, because a map of a few would be slower. It is empty again
/// when it has been read.
struct Tally {
    points: Vec<u32>,
    given: Vec<ArticleId>,
}

impl Tally {
    fn of(articles: usize) -> Self {
        Tally { points: vec![0; articles], given: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    fn has(&self, id: ArticleId) -> bool {
        self.points[id.index()] > 0
    }

    fn add(&mut self, id: ArticleId, points: u32) {
        if !self.has(id) {
            self.given.push(id);
        }
        self.points[id.index()] += points;
    }

    /// Adds to the points of each article that has some.
    fn raise(&mut self, by: impl Fn(ArticleId) -> u32) {
        for id in &self.given {
            self.points[id.index()] += by(*id);
        }
    }

    /// Tells of each article that has points, and takes them away.
    fn empty(&mut self, mut tell: impl FnMut(ArticleId, u32)) {
        for id in self.given.drain(..) {
            tell(id, std::mem::take(&mut self.points[id.index()]));
        }
    }
}
