//! Every artifact of a site: its pages, its feeds, its assets and media.

use super::artifact::{Artifact, Body, Original, Output, SmallerCopy, check_paths};
use super::context::OutputContext;
use super::formats::planned_files;
use super::html;
use crate::assets::{ScriptAsset, land_path};
use crate::diag::{Diagnostics, Place};
use crate::files::OutPath;
use crate::firewall::Firewall;
use crate::manifest::MANIFEST;
use crate::model::{Directory, LanguageTree, Publication, look_of};
use crate::releases::Recorder;
use crate::routes::top;
use foldhash::HashSet;
use rayon::prelude::*;
use std::sync::Arc;

/// Lists every file that should exist, with what must not be in them. Two of the same path are reported. Of a site with
/// several languages `languages` has what the readers of each are shown, and the files beside the pages are for all.
pub fn emit<'s>(
    context: &'s OutputContext<'s>,
    languages: &'s [OutputContext<'s>],
    firewall: Firewall<'s>,
    diags: &mut Diagnostics,
) -> Output<'s> {
    let mut artifacts = files(context);
    artifacts.extend(smaller_pictures(context));
    artifacts.extend(scripts(context, languages));
    let (mut pages, directory) =
        rayon::join(|| pages(context, languages), || directory(context, languages));
    pages.par_sort_by(|a, b| a.path.cmp(&b.path));
    let paths: Arc<[OutPath]> = pages.iter().map(|page| page.path.clone()).collect();
    let own: HashSet<OutPath> = artifacts.iter().map(|one| one.path.clone()).collect();
    let planned = planned_files(context.publication, &paths);
    let planned = planned.filter(|file| !(file.gives_way && own.contains(&file.path)));
    artifacts.extend(planned.map(|file| Artifact {
        path: file.path,
        from: Place::Site,
        body: (file.body)(context),
    }));
    artifacts.extend(pages);
    artifacts.push(Artifact {
        path: top(MANIFEST),
        from: Place::Site,
        body: Body::Manifest,
    });
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    check_paths(&artifacts, diags);
    Output {
        artifacts,
        directory,
        words: Arc::clone(&context.words),
        sizes: Arc::clone(&context.sizes),
        style: context.assets.style_path.to_string(),
        firewall,
        recorder: Some(Recorder::new(context.publication, context.texts, &*paths)),
        early: context.early.clone(),
    }
}

/// Every page, in every language.
fn pages<'s>(
    context: &'s OutputContext<'s>,
    languages: &'s [OutputContext<'s>],
) -> Vec<Artifact<'s>> {
    if languages.is_empty() {
        return html::pages(context, 0);
    }
    let mut reads_from = context.publication.read_count();
    let mut pages = Vec::new();
    for one in languages {
        pages.extend(html::pages(one, reads_from as u32));
        reads_from += one.publication.read_count();
    }
    pages
}

/// What can be read of every edition, one behind the other.
fn directory(
    context: &OutputContext<'_>,
    languages: &[OutputContext<'_>],
) -> Arc<Directory> {
    let mut directory = Arc::clone(&context.directory);
    for one in languages {
        let lang = &one.publication.config().lang;
        Arc::make_mut(&mut directory).extend(lang, &one.directory);
    }
    directory
}

/// Where all is that a site has because of what is in it: its pages, and the files of every format.
pub fn addresses<'s>(publication: &'s Publication<'s>) -> HashSet<OutPath> {
    let mut pages: Vec<OutPath> = html::addresses(publication).collect();
    pages.sort();
    let pages: Arc<[OutPath]> = pages.into();
    let files = planned_files(publication, &pages).map(|file| file.path);
    files.chain(pages.iter().cloned()).chain([top(MANIFEST)]).collect()
}

/// The scripts, which have words in them and so are others in each language.
fn scripts<'s>(
    context: &OutputContext<'s>,
    languages: &[OutputContext<'s>],
) -> Vec<Artifact<'s>> {
    let all = std::iter::once(context).chain(languages).map(|one| one.assets);
    let mut all: Vec<&ScriptAsset> =
        all.flat_map(|assets| assets.early_script.iter().chain(&assets.script)).collect();
    all.sort_by(|one, other| one.path.cmp(&other.path));
    all.dedup_by(|one, other| one.path == other.path);
    let artifact = |script: &ScriptAsset| Artifact {
        path: script.path.clone(),
        from: Place::Site,
        body: Body::Bytes(script.text.clone().into_bytes()),
    };
    all.into_iter().map(artifact).collect()
}

/// The pages that the readers of each language have of their own.
pub fn language_trees(publications: &[Publication<'_>]) -> Vec<LanguageTree> {
    html::language_trees(publications)
}

/// The smaller versions of pictures.
fn smaller_pictures<'s>(
    context: &OutputContext<'s>,
) -> impl Iterator<Item = Artifact<'s>> {
    let edition = context.publication.edition();
    edition.media_in_use().iter().flat_map(move |id| {
        let media = edition.media(*id);
        let look = look_of(media, context.texts);
        edition.sizes_of(*id).iter().map(move |size| Artifact {
            path: size.address.clone(),
            from: Place::Path(media.path.to_string(), None),
            body: Body::Smaller(SmallerCopy {
                from: media.path.clone(),
                look,
                size: size.clone(),
                sizes: Arc::clone(&context.sizes),
            }),
        })
    })
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
    // Its pages show it as soon as the site tells of a country.
    if !context.publication.edition().countries().is_empty() {
        artifacts.push(Artifact {
            path: land_path().clone(),
            from: Place::Site,
            body: Body::Bytes(assets.land.as_bytes().to_vec()),
        });
    }
    let copies = assets.copies.iter().map(|copy| (&copy.from, copy.look, &copy.to, true));
    let edition = context.publication.edition();
    let media = edition.media_in_use().iter().map(|id| edition.media(*id));
    let media = media
        .filter(|media| !media.is_static)
        .map(|media| (&media.path, look_of(media, context.texts), &media.address, false));
    artifacts.extend(copies.chain(media).map(|(from, look, to, may_be_opaque)| {
        Artifact {
            path: to.clone(),
            from: Place::Path(from.to_string(), None),
            body: Body::Copy(Original { from: from.clone(), look, may_be_opaque }),
        }
    }));
    artifacts
}
