//! Articles that are one text in several languages: `translation_of` leads both ways.

use super::Edition;
use super::topics::Topic;
use crate::model::nouns::ArticleId;
use crate::model::site::Site;
use std::collections::BTreeMap;

/// By the first of them, articles that are one text in several languages, in order; only where there
/// are several.
pub(super) type Translations = BTreeMap<ArticleId, Vec<ArticleId>>;

/// Which of these articles are one text.
pub(super) fn translations(site: &Site, articles: &[ArticleId]) -> Translations {
    let mut all = Translations::new();
    for id in articles {
        if let Some(original) = original(site, *id) {
            all.entry(original).or_default().push(*id);
        }
    }
    for (original, texts) in &mut all {
        texts.push(*original);
        texts.sort_unstable();
        texts.dedup();
    }
    all
}

/// The article that one translates, by way of other translations; none where it translates nothing,
/// or where the way leads back.
fn original(site: &Site, id: ArticleId) -> Option<ArticleId> {
    let mut at = site[id].translation_of?;
    for _ in 0..site.articles.len() {
        match site[at].translation_of {
            Some(next) => at = next,
            None => return Some(at),
        }
    }
    None
}

impl<'e> Edition<'e> {
    /// The same text as an article's in other languages, in order of id.
    pub fn translations(
        &self,
        id: ArticleId,
    ) -> impl Iterator<Item = ArticleId> + use<'e> {
        self.note(Topic::Translations, id.index());
        let original = original(self.site(), id).unwrap_or(id);
        let all = self.of.translations.get(&original).into_iter().flatten();
        all.copied().filter(move |one| *one != id)
    }
}
