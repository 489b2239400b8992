//! What to read next: what shares sources and locations with an article.

use crate::model::nouns::{Article, ArticleId};
use crate::model::site::Site;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How many articles are offered.
const OFFERED: usize = 4;

/// A source or location that more articles share than this says little about any two of them.
const COMMON: usize = 50;

/// For each article of the site, what to read after it: what the writer chose; else those
/// that share most, a source or location counting more the fewer share it, a country a
/// little; the newer of equals first.
pub(super) fn related(
    site: &Site,
    articles: &[ArticleId],
    order: &[Option<u32>],
) -> Vec<Vec<ArticleId>> {
    let mut by_source = vec![Vec::new(); site.sources.len()];
    let mut by_location = vec![Vec::new(); site.locations.len()];
    let mut by_country = vec![Vec::new(); site.countries.len()];
    for id in articles {
        let article = &site[*id];
        article.sources.iter().for_each(|one| by_source[one.index()].push(*id));
        article.locations.iter().for_each(|one| by_location[one.index()].push(*id));
        article.countries.iter().for_each(|one| by_country[one.index()].push(*id));
    }
    let shared = Shared { by_source, by_location, by_country };
    let found: Vec<Vec<ArticleId>> =
        articles.par_iter().map(|id| shared.related(site, *id, order)).collect();
    let mut related = vec![Vec::new(); site.articles.len()];
    for (id, found) in articles.iter().zip(found) {
        related[id.index()] = found;
    }
    related
}

/// The articles that have each thing, by its index.
struct Shared {
    by_source: Vec<Vec<ArticleId>>,
    by_location: Vec<Vec<ArticleId>>,
    by_country: Vec<Vec<ArticleId>>,
}

impl Shared {
    fn related(
        &self,
        site: &Site,
        id: ArticleId,
        order: &[Option<u32>],
    ) -> Vec<ArticleId> {
        let article = &site[id];
        let shown = |id: &ArticleId| order[id.index()].is_some();
        let chosen: Vec<ArticleId> =
            article.related.iter().copied().filter(shown).collect();
        if !chosen.is_empty() {
            return chosen;
        }
        let sources = article.sources.iter().map(|one| &self.by_source[one.index()]);
        let places = article.locations.iter().map(|one| &self.by_location[one.index()]);
        let mut score = scores(id, sources.chain(places));
        for (other, points) in &mut score {
            let in_common = |one| article.countries.contains(one);
            let countries = &site[*other].countries;
            *points += countries.iter().filter(|one| in_common(one)).count() as u32;
        }
        if score.is_empty() {
            score = self.near(article, id);
        }
        best(score, order)
    }

    /// A few articles about the same countries, where nothing else is shared.
    fn near(&self, article: &Article, id: ArticleId) -> BTreeMap<ArticleId, u32> {
        let near = article.countries.iter().map(|one| &self.by_country[one.index()]);
        near.flat_map(|all| all.iter().take(OFFERED + 1))
            .filter(|other| **other != id)
            .map(|other| (*other, 1))
            .collect()
    }
}

fn scores<'a>(
    of: ArticleId,
    sharing: impl Iterator<Item = &'a Vec<ArticleId>>,
) -> BTreeMap<ArticleId, u32> {
    let mut score = BTreeMap::new();
    for all in sharing.filter(|all| all.len() <= COMMON) {
        for other in all.iter().filter(|other| **other != of) {
            *score.entry(*other).or_insert(0) += 2 + 100 / all.len() as u32;
        }
    }
    score
}

fn best(score: BTreeMap<ArticleId, u32>, order: &[Option<u32>]) -> Vec<ArticleId> {
    let mut all: Vec<(ArticleId, u32)> = score.into_iter().collect();
    all.sort_by_key(|(id, points)| (std::cmp::Reverse(*points), order[id.index()]));
    all.truncate(OFFERED);
    all.into_iter().map(|(id, _)| id).collect()
}
