//! `robots.txt`: every page may be read and indexed, and here is the list of them.

use crate::config::Config;
use crate::files::OutPath;
use crate::model::{Linker, Publication};
use crate::output::Body;
use crate::output::planned::PlannedFile;
use crate::routes::OwnFile;
use std::sync::Arc;

/// The file, unless the site has one of its own.
pub(super) fn files<'s>(
    publication: &'s Publication<'s>,
    _: &Arc<[OutPath]>,
) -> Vec<PlannedFile<'s>> {
    let path = OwnFile::Robots.address();
    let bytes = text(publication.config(), &path).into_bytes();
    vec![PlannedFile { path, gives_way: true, body: Box::new(|_| Body::Bytes(bytes)) }]
}

/// Everything is allowed; a sitemap can be named by its whole address only (RFC 9309 leaves
/// the line to sitemaps.org).
fn text(config: &Config, here: &OutPath) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = &config.base_url {
        let to = Linker::absolute(here, base.as_str(), config.urls.into());
        let sitemap = to.href(&OwnFile::Sitemap.address(), None);
        text.push_str(&format!("\nSitemap: {sitemap}\n"));
    }
    text
}
