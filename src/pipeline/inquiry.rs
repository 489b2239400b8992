//! Inquiries: what is asked of a site without building it.

use super::inputs::{Inputs, look};
use super::options::{Options, policy};
use super::workspace::resolved;
use crate::check::{SinceRelease, Subject};
use crate::config::{self, Config};
use crate::content::{self, ParseCache};
use crate::dates::Edtf;
use crate::diag::Diagnostics;
use crate::files::{self, Error, Files, TextFiles};
use crate::model::{self, Papers, Prose, Site, Vault};

/// A site that was read, with the copies in its vault.
pub struct Inquiry {
    texts: TextFiles,
    papers: Papers,
    config: Config,
    site: Site,
    held: Vec<Prose>,
    vault: Vault,
    today: Option<Edtf>,
}

impl Inquiry {
    /// Reads a site; `None` where its `site.toml` can't be used.
    pub fn open(files: &dyn Files, options: &Options) -> Result<Option<Self>, Error> {
        let Inputs { found, statics, .. } = look(files, 0)?;
        let texts = files::scan_found(files, found, statics);
        let mut diags = Diagnostics::default();
        let config = config::load(&texts, &mut diags).filter(|config| config.is_read);
        let Some(config) = config else { return Ok(None) };
        let parsed = content::parse(&texts, &ParseCache::default(), &mut diags);
        let documents = parsed.records.documents(&parsed.kept, &texts, &mut diags);
        let policy = policy(&config, options);
        let (site, held, _) = resolved(documents, &policy, &texts, &config, &mut diags);
        let vault = Vault::read(files, &texts, &site, &config);
        let (papers, today) = (Papers::read(files, &site), policy.as_of);
        Ok(Some(Inquiry { texts, papers, config, site, held, vault, today }))
    }

    /// Asks something of it.
    pub fn ask<R>(&self, ask: impl FnOnce(&Subject<'_>) -> R) -> R {
        let publication = model::publish(
            &self.site,
            &self.vault,
            &self.config,
            &mut Diagnostics::default(),
        );
        let since = SinceRelease::new(&publication, &self.texts);
        ask(&Subject {
            site: &self.site,
            papers: &self.papers,
            publication: &publication,
            held: &self.held,
            texts: &self.texts,
            vault: &self.vault,
            config: &self.config,
            since: &since,
            today: self.today.as_ref(),
        })
    }

    /// The site itself, to be asked about as it would be otherwise.
    pub fn site_mut(&mut self) -> &mut Site {
        &mut self.site
    }
}
