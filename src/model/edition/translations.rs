//! Articles that are one text in several languages: `translation_of` leads both ways.

use super::Edition;
use super::topics::Topic;
use crate::content::kinds::claim::ClaimStatus;
use crate::dates::Edtf;
use crate::model::nouns::{Article, ArticleId, ClaimId, Item, Link, SourceId};
use crate::model::site::Site;
use std::collections::{BTreeMap, BTreeSet};

/// By the first of them, articles that are one text in several languages, in order; only where there
/// are several.
pub(super) type Translations = BTreeMap<ArticleId, Vec<ArticleId>>;

/// Which articles are one text.
pub(super) fn translations(site: &Site) -> Translations {
    let mut all = Translations::new();
    for id in (0..site.articles.len() as u32).map(ArticleId) {
        if let Some(original) = original(site, id) {
            all.entry(original).or_default().push(id);
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
pub(super) fn original(site: &Site, id: ArticleId) -> Option<ArticleId> {
    let mut at = site[id].translation_of?;
    for _ in 0..site.articles.len() {
        match site[at].translation_of {
            Some(next) => at = next,
            None => return Some(at),
        }
    }
    None
}

/// How a translation stands to its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationState<'e> {
    /// What it is translated from.
    pub original: ArticleId,
    /// When the original was last changed, where the translation is older.
    pub behind: Option<&'e Edtf>,
    /// Claims that only the original deals with.
    pub lost: Vec<ClaimId>,
    /// Claims that only the translation deals with.
    pub added: Vec<ClaimId>,
    /// Whether the claim that stands first, and so at the headline, is another.
    pub has_other_main_claim: bool,
    /// Statuses as which one marks words more often than the other.
    pub other_statuses: Vec<ClaimStatus>,
    /// Sources that only the text of the original cites.
    pub uncited: Vec<SourceId>,
}

impl TranslationState<'_> {
    /// Whether it deals with other claims, or marks words of one as something else.
    pub fn differs(&self) -> bool {
        let has_others = !self.lost.is_empty() || !self.added.is_empty();
        has_others || self.has_other_main_claim || !self.other_statuses.is_empty()
    }
}

/// When an article was last changed in substance.
fn last_changed(article: &Article) -> &Edtf {
    article.updated.as_ref().unwrap_or(&article.date)
}

/// When the original was last changed, where nobody has looked at its translation since.
fn behind<'e>(of: &Article, original: &'e Article) -> Option<&'e Edtf> {
    let changed = last_changed(original);
    let seen = [Some(&of.date), of.updated.as_ref(), of.reviewed.as_ref()];
    let is_older =
        seen.into_iter().flatten().all(|seen| seen.is_definitely_before(changed));
    is_older.then_some(changed)
}

/// What an article says of claims.
#[derive(Default)]
struct ClaimsTold {
    /// The claims that it lists, and those on which it marks words.
    claims: BTreeSet<ClaimId>,
    /// How many words it marks as what.
    marks: BTreeMap<ClaimStatus, usize>,
}

impl ClaimsTold {
    fn of(site: &Site, id: ArticleId) -> Self {
        let mut said = ClaimsTold {
            claims: site[id].claims.iter().copied().collect(),
            ..ClaimsTold::default()
        };
        let links =
            site.prose(Item::Article(id)).into_iter().flat_map(|prose| &prose.links);
        for link in links {
            if let Link::Mark(status, claim) = link {
                said.claims.extend(claim);
                *said.marks.entry(*status).or_default() += 1;
            }
        }
        said
    }
}

impl<'e> Edition<'e> {
    /// How an article stands to the one that it translates; none where it translates none that is shown.
    pub fn translation(&self, id: ArticleId) -> Option<TranslationState<'e>> {
        self.note(Topic::Translations, id.index());
        let site = self.site();
        let original = original(site, id)?;
        for one in [id, original] {
            self.note_item(Topic::Record, Item::Article(one));
            self.note_item(Topic::Text, Item::Article(one));
        }
        let (own, others) = (ClaimsTold::of(site, id), ClaimsTold::of(site, original));
        let only = |one: &ClaimsTold, other: &ClaimsTold| {
            one.claims.difference(&other.claims).copied().collect()
        };
        let marked = |said: &ClaimsTold, status| {
            said.marks.get(status).copied().unwrap_or_default()
        };
        let other_statuses = ClaimStatus::ALL.iter();
        let other_statuses = other_statuses
            .filter(|status| marked(&own, status) != marked(&others, status));
        let cited =
            |id| -> BTreeSet<SourceId> { site.cited(Item::Article(id)).collect() };
        let main = |id: ArticleId| site[id].claims.first();
        Some(TranslationState {
            original,
            behind: behind(&site[id], &site[original]),
            lost: only(&others, &own),
            added: only(&own, &others),
            has_other_main_claim: main(id) != main(original),
            other_statuses: other_statuses.copied().collect(),
            uncited: cited(original).difference(&cited(id)).copied().collect(),
        })
    }

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
