//! A site as its texts have it: from texts to what is known, without what a build does beside.

use super::options::{Options, policy};
use crate::config::{self, Config};
use crate::content::{self, Documents, HeldPlaces, ParseCache, Policy};
use crate::dates::Edtf;
use crate::diag::Diagnostics;
use crate::files::TextFiles;
use crate::model::{self, Prose, Protected, Site};

/// A site as its texts have it.
pub(super) struct ReadSite {
    pub(super) config: Config,
    pub(super) site: Site,
    /// The texts that are held back.
    pub(super) held: Vec<Prose>,
    /// The day that relative checks take for today.
    pub(super) today: Option<Edtf>,
}

impl ReadSite {
    /// Reads texts from nothing; `None` where `site.toml` can't be used.
    pub(super) fn of(
        texts: &TextFiles,
        options: &Options,
        diags: &mut Diagnostics,
    ) -> Option<Self> {
        let config = config::load(texts, diags).filter(|config| config.is_read)?;
        let parsed = content::parse(texts, &ParseCache::default(), diags);
        let documents = parsed.records.documents(&parsed.kept, texts, diags);
        let policy = policy(&config, options);
        let Resolved { site, held, .. } =
            resolved(documents, &policy, texts, &config, diags);
        Some(ReadSite { config, site, held, today: policy.as_of })
    }
}

/// A site, with what is held back.
pub(super) struct Resolved {
    pub(super) site: Site,
    /// The texts that are held back.
    pub(super) held: Vec<Prose>,
    /// What would tell of what is held back.
    pub(super) protected: Vec<Protected>,
    /// What is shown to those who write the site, and not to readers yet.
    pub(super) early: HeldPlaces,
}

/// The site that the published documents make.
pub(super) fn resolved(
    documents: Documents,
    policy: &Policy,
    texts: &TextFiles,
    config: &Config,
    diags: &mut Diagnostics,
) -> Resolved {
    let early = match policy.embargoed {
        true => documents.held(&policy.for_readers()),
        false => HeldPlaces::default(),
    };
    let unpublished = model::survey(&documents, policy, texts, config, diags);
    let documents = documents.published(policy);
    let site = model::resolve(&documents, &unpublished, texts, config, diags);
    // To free thousands of records takes a while, and nobody has to wait for it.
    rayon::spawn(|| drop(documents));
    let (held, protected) = (unpublished.texts, unpublished.protected);
    Resolved { site, held, protected, early }
}
