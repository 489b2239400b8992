//! Every artifact of a site: its pages, its feeds, its assets and media.

use super::artifact::{Artifact, Body, Original, check_paths};
use super::{feed, html, robots, sitemap};
use crate::assets::Assets;
use crate::diag::{Diagnostics, Place};
use crate::files::{OutPath, TextFiles};
use crate::keys::Key;
use crate::model::Edition;
use crate::theme::Theme;
use crate::view::Stock;
use foldhash::HashSet;
use rayon::prelude::*;

/// Everything that the artifacts of a site are made from. It outlives them.
#[derive(Debug)]
pub struct Press<'s> {
    /// What may be shown.
    pub edition: &'s Edition<'s>,
    /// What many pages show of it.
    pub stock: &'s Stock,
    /// The texts that Markdown is rendered from.
    pub texts: &'s TextFiles,
    /// The files beside the pages.
    pub assets: &'s Assets,
    /// How pages look.
    pub theme: &'s Theme,
    /// The key of all that pages are made from, but for the running text of each.
    pub ground: Key,
    /// Whether nothing is known from a build before this one: then every page will be made.
    pub is_new: bool,
}

/// Lists every file that should exist. Two of the same path are reported.
pub fn emit<'s>(press: &'s Press<'s>, diags: &mut Diagnostics) -> Vec<Artifact<'s>> {
    let mut artifacts = files(press);
    artifacts.extend(robots::robots(press.edition, &artifacts));
    let mut pages = html::pages(press);
    pages.par_sort_by(|a, b| a.path.cmp(&b.path));
    artifacts.extend(sitemap::sitemap(press, &pages));
    artifacts.extend(feed::feeds(press));
    artifacts.extend(pages);
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    check_paths(&artifacts, diags);
    artifacts
}

/// Where all is that a site has because of what is in it: pages, feeds, the sitemap.
pub fn addresses(edition: &Edition<'_>) -> HashSet<OutPath> {
    let mut all: HashSet<OutPath> = html::addresses(edition).collect();
    all.extend(edition.feeds().into_iter().map(|feed| edition.feed_address(feed)));
    let has_sitemap = edition.config().base_url.is_some();
    all.extend(has_sitemap.then(|| sitemap::path(sitemap::PATH)));
    all.insert(sitemap::path(robots::PATH));
    all
}

/// The style sheet, and the files that are copied.
fn files<'s>(press: &Press<'s>) -> Vec<Artifact<'s>> {
    let assets = press.assets;
    let style = assets.style.clone().into_bytes();
    let mut artifacts = vec![Artifact {
        path: assets.style_path.clone(),
        from: Place::Site,
        body: Body::Bytes(style),
    }];
    let copies = assets.copies.iter().map(|copy| (&copy.from, copy.look, &copy.to, true));
    let media = press.edition.media.iter().map(|id| press.edition.media(*id));
    let media = media.filter(|media| !media.is_static).map(|media| {
        let look = press.texts.other(&media.path).map(|other| other.look);
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
