//! The theme of a site, for whoever wants nothing else of the site.

use super::{Theme, load};
use crate::config::{self, Config};
use crate::diag::{Diagnostics, Place};
use crate::files::{self, Error, Files, TextFiles};

/// A site's theme, with what it was loaded from.
#[derive(Debug)]
pub struct SiteTheme {
    /// Every text of the site and of the compiled-in theme.
    pub texts: TextFiles,
    /// What `site.toml` says.
    pub config: Config,
    /// The theme that it names.
    pub theme: Theme,
}

impl SiteTheme {
    /// The theme of the site in `files`, which hold the compiled-in theme as well; `None` where it, or `site.toml`, has
    /// mistakes. What these are, a build tells.
    pub fn of(files: &dyn Files) -> Result<Option<Self>, Error> {
        let texts = files::scan(files)?;
        let mut unheard = Diagnostics::default();
        let Some(config) = config::load(&texts, &mut unheard) else { return Ok(None) };
        let (name, params) = (&config.theme, config.params.as_ref());
        let place = Place::Text(name.span);
        let theme =
            load(&texts, &name.value, place, params, config.phrases, &mut unheard);
        Ok(theme.map(|theme| SiteTheme { texts, config, theme }))
    }
}
