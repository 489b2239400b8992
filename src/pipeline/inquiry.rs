//! Inquiries: what is asked of a site without building it.

use super::inputs::{Inputs, look};
use super::options::Options;
use super::read_site::ReadSite;
use crate::check::{SinceRelease, Subject};
use crate::config::Config;
use crate::dates::Edtf;
use crate::diag::Diagnostics;
use crate::files::{self, Error, Files, TextFiles};
use crate::model::{self, Papers, PictureSizes, Prose, Site, Vault};

/// A site that was read, with the copies in its vault.
pub struct Inquiry {
    texts: TextFiles,
    papers: Papers,
    config: Config,
    site: Site,
    held: Vec<Prose>,
    vault: Vault,
    sizes: PictureSizes,
    today: Option<Edtf>,
}

impl Inquiry {
    /// Reads a site; `None` where its `site.toml` can't be used.
    pub fn open(files: &dyn Files, options: &Options) -> Result<Option<Self>, Error> {
        let Inputs { found, statics, .. } = look(files, 0)?;
        let texts = files::scan_found(files, found, statics);
        let read = ReadSite::of(&texts, options, &mut Diagnostics::default());
        let Some(ReadSite { config, site, held, today }) = read else { return Ok(None) };
        let vault = Vault::read(files, &texts, &site, &config);
        // What PDFs tell beside their pages concerns no claim.
        let papers = Papers::default();
        // No page is made.
        let sizes = PictureSizes::default();
        Ok(Some(Inquiry { texts, papers, config, site, held, vault, sizes, today }))
    }

    /// Asks something of it.
    pub fn ask<R>(&self, ask: impl FnOnce(&Subject<'_>) -> R) -> R {
        let publication = model::publish(
            &self.site,
            &self.vault,
            &self.sizes,
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
