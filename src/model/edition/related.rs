//! What to read next: what shares sources and locations with an article.

use super::facts::Facts;
use crate::model::nouns::{Article, ArticleId};
use crate::model::site::Site;
use rayon::prelude::*;
use std::cmp::Reverse;

/// How many articles are offered.
const OFFERED: usize = 4;

/// A source or location that more articles share than this says little about any two of them.
const COMMON: usize = 50;

/// For each article of the site, what to read after it: what the writer chose; else those
/// that share most, a source or location counting more the fewer share it, a country a
/// little; the newer of equals first.
pub(super) fn related(
    site: &Site,
    facts: &Facts,
    order: &[Option<u32>],
) -> Vec<Vec<ArticleId>> {
    let shared = Shared { site, facts, order };
    let all = (0..site.articles.len() as u32).into_par_iter().map(ArticleId);
    all.map(|id| match order[id.index()] {
        Some(_) => shared.related(id),
        None => Vec::new(),
    })
    .collect()
}

/// What tells which articles have something in common.
struct Shared<'s> {
    site: &'s Site,
    facts: &'s Facts,
    order: &'s [Option<u32>],
}

/// Articles with how much each has in common with another; each once.
type Scores = Vec<(ArticleId, u32)>;

impl Shared<'_> {
    fn related(&self, id: ArticleId) -> Vec<ArticleId> {
        let article = &self.site[id];
        let shown = |id: &ArticleId| self.order[id.index()].is_some();
        let chosen: Vec<ArticleId> =
            article.related.iter().copied().filter(shown).collect();
        if !chosen.is_empty() {
            return chosen;
        }
        let mut scores = self.scores(article, id);
        for (other, points) in &mut scores {
            let in_common = |one| article.countries.contains(one);
            let countries = &self.site[*other].countries;
            *points += countries.iter().filter(|one| in_common(one)).count() as u32;
        }
        if scores.is_empty() {
            scores = self.near(article, id);
        }
        self.best(scores)
    }

    /// What shares sources and locations with an article.
    fn scores(&self, article: &Article, id: ArticleId) -> Scores {
        let (sources, locations) = (&self.facts.sources, &self.facts.locations);
        let by_source = article.sources.iter().map(|one| &sources[one.index()].articles);
        let by_location =
            article.locations.iter().map(|one| &locations[one.index()].articles);
        let sharing = by_source.chain(by_location).filter(|all| all.len() <= COMMON);
        let mut scores = Scores::new();
        for all in sharing {
            let points = 2 + 100 / all.len() as u32;
            scores.extend(all.iter().map(|other| (*other, points)));
        }
        scores.retain(|(other, _)| *other != id);
        summed(scores)
    }

    /// A few articles about the same countries, where nothing else is shared.
    fn near(&self, article: &Article, id: ArticleId) -> Scores {
        let countries = &self.facts.countries;
        let near = article.countries.iter().map(|one| &countries[one.index()].articles);
        let near = near.flat_map(|all| all.iter().take(OFFERED + 1));
        let near = near.filter(|other| **other != id).map(|other| (*other, 1));
        let mut near: Scores = near.collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    fn best(&self, mut scores: Scores) -> Vec<ArticleId> {
        // No two have one place in the order.
        scores.sort_unstable_by_key(|(id, points)| {
            (Reverse(*points), self.order[id.index()])
        });
        scores.truncate(OFFERED);
        scores.into_iter().map(|(id, _)| id).collect()
    }
}

/// Each article once, with all its points.
fn summed(mut scores: Scores) -> Scores {
    scores.sort_unstable_by_key(|(id, _)| *id);
    scores.dedup_by(|again, first| {
        let is_same = again.0 == first.0;
        if is_same {
            first.1 += again.1;
        }
        is_same
    });
    scores
}
