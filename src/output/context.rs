//! What the files of a site are made from.

use crate::assets::Assets;
use crate::content::HeldPlaces;
use crate::files::TextFiles;
use crate::keys::Key;
use crate::model::{Directory, PictureSizes, Publication};
use crate::search::WordParts;
use crate::theme::Theme;
use crate::view::SharedViews;
use std::sync::Arc;

/// Everything that the artifacts of a site are made from. It outlives them.
pub struct OutputContext<'s> {
    /// What may be shown.
    pub publication: &'s Publication<'s>,
    /// What many pages show of it.
    pub shared: &'s SharedViews<'s>,
    /// The name and the key of all that can be read of it.
    pub directory: Arc<Directory>,
    /// The words of all of it, where readers can search the site.
    pub words: Arc<WordParts>,
    /// The sizes in which pictures are offered.
    pub sizes: Arc<PictureSizes>,
    /// Where what readers are not shown yet stands in the texts, of a site that is shown to those who write it.
    pub early: &'s HeldPlaces,
    /// The texts that Markdown is rendered from.
    pub texts: &'s TextFiles,
    /// The files beside the pages.
    pub assets: &'s Assets,
    /// How pages look.
    pub theme: &'s Theme,
    /// The key of the site's settings, as they stand in `site.toml` and are overridden.
    pub settings: Key,
}
