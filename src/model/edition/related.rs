//! What to read next: what shares sources and locations with an article.

use crate::model::nouns::ArticleId;
use crate::model::site::Site;
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
    let shown = |id: &ArticleId| order[id.index()].is_some();
    let mut related = vec![Vec::new(); site.articles.len()];
    for id in articles {
        let article = &site[*id];
        let chosen: Vec<ArticleId> =
            article.related.iter().copied().filter(shown).collect();
        related[id.index()] = if chosen.is_empty() {
            let sharing = article
                .sources
                .iter()
                .map(|one| &by_source[one.index()])
                .chain(article.locations.iter().map(|one| &by_location[one.index()]));
            let mut score = scores(*id, sharing);
            for (other, points) in &mut score {
                let shared = |one| article.countries.contains(one);
                *points += site[*other].countries.iter().filter(|one| shared(one)).count()
                    as u32;
            }
            if score.is_empty() {
                let near = article.countries.iter().map(|one| &by_country[one.index()]);
                score = near
                    .flat_map(|all| all.iter().take(OFFERED + 1))
                    .filter(|other| *other != id)
                    .map(|other| (*other, 1))
                    .collect();
            }
            best(score, order)
        } else {
            chosen
        };
    }
    related
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
