//! Every artifact of a site: its pages, its feeds, its assets and media.

use super::artifact::{Artifact, Body, Original, Output, check_paths};
use super::{feed, html, robots, sitemap};
use crate::assets::Assets;
use crate::diag::{Diagnostics, Place};
use crate::files::{OutPath, TextFiles};
use crate::keys::Key;
use crate::model::Publication;
use crate::theme::Theme;
use crate::view::SharedViews;
use foldhash::HashSet;
use rayon::prelude::*;

/// Everything that the artifacts of a site are made from. It outlives them.
pub struct OutputContext<'s> {
    /// What may be shown.
    pub publication: &'s Publication<'s>,
    /// What many pages show of it.
    pub shared: &'s SharedViews<'s>,
    /// The texts that Markdown is rendered from.
    pub texts: &'s TextFiles,
    /// The files beside the pages.
    pub assets: &'s Assets,
    /// How pages look.
    pub theme: &'s Theme,
    /// The key of the site's settings, as they stand in `site.toml` and are overridden.
    pub settings: Key,
}

/// Lists every file that should exist. Two of the same path are reported.
pub fn emit<'s>(context: &'s OutputContext<'s>, diags: &mut Diagnostics) -> Output<'s> {
    let mut artifacts = files(context);
    artifacts.extend(robots::robots(context.publication.config(), &artifacts));
    let mut pages = html::pages(context);
    pages.par_sort_by(|a, b| a.path.cmp(&b.path));
    artifacts.extend(sitemap::sitemap(context, &pages));
    artifacts.extend(feed::feeds(context));
    artifacts.extend(pages);
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    check_paths(&artifacts, diags);
    Output { artifacts, directory: context.publication.directory() }
}

/// Where all is that a site has because of what is in it: pages, feeds, the sitemap.
pub fn addresses(publication: &Publication<'_>) -> HashSet<OutPath> {
    let edition = publication.edition();
    let mut all: HashSet<OutPath> = html::addresses(publication).collect();
    all.extend(edition.feeds().into_iter().map(|feed| edition.feed_address(feed)));
    let has_sitemap = edition.config().base_url.is_some();
    all.extend(has_sitemap.then(|| sitemap::path(sitemap::PATH)));
    all.insert(sitemap::path(robots::PATH));
    all
}

/// The style sheet, and the files that are copied.
fn files<'s>(context: &OutputContext<'s>) -> Vec<Artifact<'s>> {
    let assets = context.assets;
    let style = assets.style.clone().into_bytes();
    let mut artifacts = vec![Artifact {
        path: assets.style_path.clone(),
        from: Place::Site,
        body: Body::Bytes(style),
    }];
    let copies = assets.copies.iter().map(|copy| (&copy.from, copy.look, &copy.to, true));
    let edition = context.publication.edition();
    let media = edition.media_in_use().iter().map(|id| edition.media(*id));
    let media = media.filter(|media| !media.is_static).map(|media| {
        let look = context.texts.other(&media.path).map(|other| other.look);
        (&media.path, look.unwrap_or_default(), &media.address, false)
    });
    artifacts.extend(copies.chain(media).map(|(from, look, to, may_be_opaque)| {
        Artifact {
            path: to.clone(),
            from: Place::Path(from.to_string(), None),
            body: Body::Copy(Original { from: from.clone(), look, may_be_opaque }),
        }
    }));
    artifacts
}
