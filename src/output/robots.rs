//! `robots.txt`: every page may be read and indexed, and here is the list of them.

use super::sitemap;
use super::{Artifact, Body};
use crate::config::Config;
use crate::diag::Place;
use crate::files::OutPath;
use crate::model::Linker;

/// Where the file is.
pub(super) const PATH: &str = "robots.txt";

/// The file, unless the site has one of its own among `others`.
pub(super) fn robots<'a>(
    config: &Config,
    others: &[Artifact<'a>],
) -> Option<Artifact<'a>> {
    if others.iter().any(|other| other.path.as_str() == PATH) {
        return None;
    }
    let path = sitemap::path(PATH);
    let body = Body::Bytes(text(config, &path).into_bytes());
    Some(Artifact { path, from: Place::Site, body })
}

/// Everything is allowed; a sitemap can be named by its whole address only (RFC 9309 leaves
/// the line to sitemaps.org).
fn text(config: &Config, here: &OutPath) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = &config.base_url {
        let to = Linker::absolute(here, base.as_str(), config.urls.into());
        let sitemap = to.href(&sitemap::path(sitemap::PATH), None);
        text.push_str(&format!("\nSitemap: {sitemap}\n"));
    }
    text
}
