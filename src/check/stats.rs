//! Coverage: how far the evidence of a site reaches, country by country.

use super::subject::Subject;
use crate::dates::Edtf;
use crate::model::{ClaimId, CountryId, Edition, Item, SourceId, Verdict};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How much of what there is, by its word.
pub type Counts = BTreeMap<String, usize>;

/// What a site has of a country.
#[derive(Debug, Clone, Serialize)]
pub struct Coverage {
    /// The country's code.
    pub code: String,
    /// Its name.
    pub country: String,
    /// How many articles are about it.
    pub articles: usize,
    /// How many locations, by status.
    pub locations: Counts,
    /// How many sources that its articles, locations, dated facts or claims rest on, by language.
    pub sources: Counts,
    /// Of how many of these a copy is named, wherever it is.
    pub archived: usize,
    /// Of how many of these a copy was read that is what was saved.
    pub verified: usize,
    /// How many claims, by status.
    pub claims: Counts,
    /// How many of these tell neither an answer nor that anybody was asked.
    pub unheard: usize,
    /// When one of its articles was last reviewed.
    pub reviewed: Option<String>,
}

/// What became of the quotations of a site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct QuotationCounts {
    /// They stand in a copy of their source.
    pub checked: usize,
    /// They don't, or not where they are said to.
    pub missing: usize,
    /// No copy of their source was read that is what was saved.
    pub without_copy: usize,
    /// The copy has no text that can be read.
    pub unread: usize,
    /// They are translations.
    pub translated: usize,
}

/// What became of each quotation of a site.
pub fn quotations(subject: &Subject<'_>) -> QuotationCounts {
    let mut counts = QuotationCounts::default();
    for quoted in subject.site.quoted(subject.config) {
        let (_, verdict) = subject.vault.verdict_of(subject.site, &quoted);
        *match verdict {
            Verdict::Found(_) => &mut counts.checked,
            Verdict::Elsewhere { .. } | Verdict::Missing { .. } => &mut counts.missing,
            Verdict::Translated => &mut counts.translated,
            Verdict::NoCopy => &mut counts.without_copy,
            Verdict::Unread(_) => &mut counts.unread,
        } += 1;
    }
    counts
}

/// The coverage of each country that something shown refers to, by name.
pub fn coverage(edition: &Edition<'_>) -> Vec<Coverage> {
    edition.countries().iter().map(|id| country(edition, *id)).collect()
}

fn country(edition: &Edition<'_>, id: CountryId) -> Coverage {
    let (own, of) = (edition.country(id), edition.of_country(id));
    let claims = edition.claims_about(Item::Country(id));
    let evidence = claims.iter().flat_map(|id| edition.claim(*id).evidence());
    let sources: BTreeSet<SourceId> =
        of.sources.iter().copied().chain(evidence).collect();
    let is_verified = |id: &&SourceId| !edition.verified_copies(**id).is_empty();
    let verified = sources.iter().filter(is_verified).count();
    let sources = || sources.iter().map(|id| edition.source(*id));
    let locations = of.locations.iter().map(|id| edition.location(*id).status.clone());
    let reviewed =
        of.articles.iter().filter_map(|id| edition.article(*id).reviewed.as_ref());
    let is_unheard = |id: &&ClaimId| {
        let claim = edition.claim(**id);
        claim.responses.is_empty() && claim.reply.is_none()
    };
    Coverage {
        code: own.names.id.to_string(),
        country: own.name.clone(),
        articles: of.articles.len(),
        locations: count(locations),
        sources: count(sources().map(|source| source.lang.clone())),
        archived: sources().filter(|source| !source.archives.is_empty()).count(),
        verified,
        claims: count(
            claims.iter().map(|id| Some(edition.claim(*id).status.word().to_owned())),
        ),
        unheard: claims.iter().filter(is_unheard).count(),
        reviewed: reviewed.max_by_key(|date| date.sort_key()).map(Edtf::as_edtf),
    }
}

/// How often each word occurs; what has none counts as `unknown`.
fn count(words: impl Iterator<Item = Option<String>>) -> Counts {
    let mut counts = Counts::new();
    for word in words {
        *counts.entry(word.unwrap_or_else(|| "unknown".into())).or_default() += 1;
    }
    counts
}
