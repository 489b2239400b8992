//! What is counted of the result of each stage. Nothing here may take time worth counting.

use super::stage::Count;
use crate::assets::Assets;
use crate::content::Parsed;
use crate::files::{Error, TextFiles};
use crate::keys::Key;
use crate::model::{Publication, Site, Vault};
use crate::output::Output;
use crate::theme::Theme;

pub(super) fn nothing<T>(_: &T) -> [Count; 0] {
    []
}

pub(super) fn texts(texts: &TextFiles) -> [Count; 3] {
    let bytes: u64 = texts.ids().map(|id| texts.look(id).size).sum();
    [
        number("texts", texts.ids().count()),
        ("bytes", bytes),
        number("others", texts.others().len()),
    ]
}

pub(super) fn parsed(parsed: &Parsed) -> [Count; 2] {
    let (read, known) = parsed.records.counts();
    [number("read", read), number("known", known)]
}

pub(super) fn site(site: &Site) -> [Count; 9] {
    [
        number("articles", site.articles.len()),
        number("countries", site.countries.len()),
        number("locations", site.locations.len()),
        number("sources", site.sources.len()),
        number("events", site.events.len()),
        number("entities", site.entities.len()),
        number("claims", site.claims.len()),
        number("pages", site.pages.len()),
        number("media", site.media.len()),
    ]
}

pub(super) fn vault(vault: &Vault) -> [Count; 1] {
    [number("copies", vault.len())]
}

pub(super) fn edition(publication: &Publication<'_>) -> [Count; 9] {
    let edition = publication.edition();
    [
        number("articles", edition.articles().len()),
        number("countries", edition.countries().len()),
        number("locations", edition.locations().len()),
        number("sources", edition.sources().len()),
        number("events", edition.events().len()),
        number("entities", edition.entities().len()),
        number("claims", edition.claims().len()),
        number("pages", edition.pages().len()),
        number("media", edition.media_in_use().len()),
    ]
}

pub(super) fn themes(theme: &Option<(Key, Theme)>) -> [Count; 1] {
    [number("themes", theme.as_ref().map_or(0, |(_, theme)| theme.names().len()))]
}

pub(super) fn copies(assets: &Result<Assets, Error>) -> [Count; 1] {
    [number("copies", assets.as_ref().map_or(0, |assets| assets.copies.len()))]
}

pub(super) fn files(output: &Output<'_>) -> [Count; 2] {
    let artifacts = &output.artifacts;
    let pages = artifacts.iter().filter(|it| it.path.extension() == Some("html"));
    [number("files", artifacts.len()), number("pages", pages.count())]
}

fn number(what: &'static str, n: usize) -> Count {
    (what, n as u64)
}
