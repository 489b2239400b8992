//! What rules look at: the site, what is shown of it, and the texts it was written in.

use super::SinceRelease;
use crate::config::Config;
use crate::content::kinds::claim::ClaimStatus;
use crate::dates::Edtf;
use crate::files::{FilePath, Span, TextFiles};
use crate::model::{
    Article, Claim, ClaimId, Edition, EntityId, Papers, Prose, Publication, Site, Source,
    SourceId, TranslationState, Vault,
};

/// A note names so many sources.
const MOST_NAMED: usize = 12;

/// What rules look at.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Everything known.
    pub site: &'a Site,
    /// What is shown of it.
    pub publication: &'a Publication<'a>,
    /// The texts that are held back.
    pub held: &'a [Prose],
    /// What it was written in.
    pub texts: &'a TextFiles,
    /// The saved copies that its sources name.
    pub vault: &'a Vault,
    /// The PDFs that readers get.
    pub papers: &'a Papers,
    /// The site's configuration.
    pub config: &'a Config,
    /// What has changed since the last release.
    pub since: &'a SinceRelease<'a>,
    /// The day that relative checks take for today.
    pub today: Option<&'a Edtf>,
}

impl<'a> Subject<'a> {
    /// What is shown of the site.
    pub fn edition(&self) -> Edition<'a> {
        self.publication.edition()
    }

    /// The claims that are shown: a draft is measured when it is done.
    pub fn claims(&self) -> impl Iterator<Item = (ClaimId, &'a Claim)> {
        let site = self.site;
        self.edition().claims().iter().map(move |id| (*id, &site[*id]))
    }

    /// The articles that are shown and translate another, with how each stands to it.
    pub fn translations(
        &self,
    ) -> impl Iterator<Item = (&'a Article, TranslationState<'a>)> {
        let (site, edition) = (self.site, self.edition());
        let all = edition.articles().iter();
        all.filter_map(move |id| Some((&site[*id], edition.translation(*id)?)))
    }

    /// The first place from `place` on in its file where `words` are written.
    pub fn after(&self, place: Span, words: &str) -> Option<Span> {
        let text = &self.texts.get(place.file).text;
        let start = place.start as usize;
        let at = start + text.get(start..)?.find(words)?;
        Some(Span::new(place.file, at, at + words.len()))
    }

    /// Where `words` are written, from `place` on in its file; `place` itself where they are written in
    /// another way.
    pub fn written(&self, place: Span, words: &str) -> Span {
        self.after(place, words).unwrap_or(place)
    }

    /// Where a source names a copy in the vault, or the beginning of the sidecar that says whose copy it is.
    pub fn of_copy(&self, source: &Source, path: &FilePath) -> Span {
        let written = path.below("content").unwrap_or(path.as_str());
        let noted = self.site.copies.get(path).map(|noted| noted.place);
        let named = self.after(source.place, written);
        named.or(noted).unwrap_or(source.place)
    }

    /// Claims as a note names them: by their ids.
    pub fn named_claims(&self, claims: &[ClaimId]) -> String {
        listed(claims.iter().map(|id| self.site[*id].names.id.as_str()), MOST_NAMED)
    }

    /// The sources of a claim that are of whoever makes it, which says nothing that the claim doesn't.
    pub fn of_maker(&self, claim: &Claim) -> Vec<SourceId> {
        let Some(maker) = &claim.made_by else { return Vec::new() };
        let origins = self.edition().origins();
        let sources = claim.sources.iter().copied();
        sources.filter(|id| origins.is_from(*id, maker)).collect()
    }

    /// The highest status, but for `confirmed`, that the sources of a claim carry.
    pub fn carried(&self, claim: &Claim) -> ClaimStatus {
        let maker = claim.made_by.as_ref();
        if self.edition().origins().corroborate(&claim.sources, maker) {
            ClaimStatus::Corroborated
        } else if self.of_maker(claim).len() < claim.sources.len() {
            ClaimStatus::Reported
        } else {
            ClaimStatus::Alleged
        }
    }

    /// What a message calls an entity: its name, or its id where that may not be named, because
    /// messages end in logs.
    pub fn called(&self, id: EntityId) -> &'a str {
        let entity = &self.site[id];
        if entity.is_named() { &entity.name } else { entity.names.id.as_str() }
    }

    /// Sources as a note names them: their ids, of many only the first.
    pub fn named(&self, sources: &[SourceId]) -> String {
        listed(sources.iter().map(|id| self.site[*id].names.id.as_str()), MOST_NAMED)
    }
}

/// Ids as a note names them, of many only the first.
pub(super) fn listed<'n>(ids: impl Iterator<Item = &'n str>, most: usize) -> String {
    let mut ids = ids.map(|id| format!("`{id}`"));
    let first: Vec<String> = ids.by_ref().take(most).collect();
    match ids.count() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}
