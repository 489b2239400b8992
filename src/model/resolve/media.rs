//! Images and documents of `content/` and of `static`: the catalogue, and how a path in a text finds its file.

use super::names::{Miss, Names, SAME_LETTERS};
use super::slips::{Among, Slip, Slips};
use super::unpublished::{Unpublished, unpublished};
use crate::content::values::{Image, Reference};
use crate::content::{Documents, HeldBy, Kind};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::files::{FileId, FilePath, OutPath, Span, Static, TextFiles};
use crate::letters::{composed, folded};
use crate::model::nouns::{ItemId, Media, MediaId, Picture, SourceId};
use foldhash::HashMap;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

/// Every media file of the site.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    pub(super) list: Vec<Media>,
    paths: Paths<MediaId>,
    /// Those that are held back, and by what.
    held: Paths<HeldBy>,
    /// What lies in `static` and where it is published, by that, its letters composed.
    statics: BTreeMap<String, (OutPath, Standing)>,
    /// Where each file of `static` is published, by where it lies; the letters of both are composed.
    static_by_path: HashMap<String, String>,
    /// Where each is published, by that in letters that are all small.
    static_by_letters: HashMap<String, OutPath>,
    /// The path of every text of the site, by its id.
    folders: Vec<FilePath>,
    /// What was asked for and is not there.
    slips: Slips,
}

/// A file of `static`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Standing {
    /// A picture that browsers show.
    Picture(MediaId),
    /// Another file.
    Other,
}

/// What paths in texts may mean.
#[derive(Debug)]
struct Paths<T> {
    /// Files by their path, its letters composed.
    by_path: HashMap<String, T>,
    /// Files by their name alone, its letters composed; `None` where two have the same.
    by_name: HashMap<String, Option<T>>,
}

impl<T> Default for Paths<T> {
    fn default() -> Self {
        Paths { by_path: HashMap::default(), by_name: HashMap::default() }
    }
}

impl<T: Clone> Paths<T> {
    /// Adds a file; gives the one whose path shows the same letters, if there is one.
    fn add(&mut self, path: &FilePath, is: T) -> Option<T> {
        let name = self.by_name.entry(composed(path.name()).into_owned());
        name.and_modify(|one| *one = None).or_insert(Some(is.clone()));
        match self.by_path.entry(composed(path.as_str()).into_owned()) {
            Entry::Vacant(free) => {
                free.insert(is);
                None
            }
            Entry::Occupied(first) => Some(first.get().clone()),
        }
    }

    /// What `path` means in the text at `from`: a file beside it, under `content/`, under `content/media/`, or
    /// the one of that name where only one has it.
    fn find(&self, path: &str, from: Option<&FilePath>) -> Option<&T> {
        if self.by_path.is_empty() {
            return None;
        }
        let beside = from.and_then(|from| from.sibling(path).ok());
        let trimmed = path.trim_start_matches('/');
        let under = |folder: &str| FilePath::new(&format!("{folder}/{trimmed}")).ok();
        [beside, under("content"), under("content/media")]
            .into_iter()
            .flatten()
            .find_map(|path| self.by_path.get(&*composed(path.as_str())))
            .or_else(|| self.by_name.get(&*composed(path))?.as_ref())
    }
}

/// Makes the catalogue. Besides, what is to be said of media whose source is held back, if they are shown.
pub(super) fn catalogue(
    documents: &Documents,
    names: &Names<'_>,
    unpublished: Option<&Unpublished>,
    texts: &TextFiles,
    slips: Slips,
    diags: &mut Diagnostics,
) -> (Catalogue, Vec<(MediaId, Diagnostic)>) {
    let mut unsourced = Vec::new();
    let mut catalogue = Catalogue {
        slips,
        folders: texts.ids().map(|id| texts.path(id).clone()).collect(),
        ..Catalogue::default()
    };
    for item in &documents.media {
        // Media lie below `content/`, and what is below is a path.
        let Some(Ok(address)) = item.path.below("content").map(OutPath::new) else {
            continue;
        };
        let id = MediaId(catalogue.list.len() as u32);
        let picture = item.picture.as_ref();
        if let Some(first) = catalogue.paths.add(&item.path, id) {
            let first = &catalogue.list[first.index()].path;
            diags.push(twins(&item.path, first));
        }
        let about = item.sidecar.as_ref().map(|(_, fields)| fields);
        let written = about.and_then(|about| about.source.as_ref());
        let source = written.and_then(|written| {
            let (source, held) = source(written, names, diags);
            unsourced.extend(held.map(|found| (id, found)));
            source
        });
        catalogue.list.push(Media {
            path: item.path.clone(),
            address,
            size: item.size,
            pixels: picture.and_then(|picture| picture.pixels),
            is_picture: picture.is_some(),
            is_static: false,
            about: about.cloned(),
            flawed: item.flawed,
            source,
        });
    }
    catalogue.add_statics(texts);
    for (path, by) in unpublished.into_iter().flat_map(|all| all.places.media()) {
        catalogue.held.add(path, by.clone());
    }
    (catalogue, unsourced)
}

/// The source that a sidecar names, or what is to be said of one that is held back.
fn source(
    written: &Reference,
    names: &Names<'_>,
    diags: &mut Diagnostics,
) -> (Option<SourceId>, Option<Diagnostic>) {
    match names.find(written, Some(Kind::Source)) {
        Ok(item) => (SourceId::of(item), None),
        Err(Miss::Unpublished(kind, by)) => {
            (None, Some(unpublished(kind.word(), written, &by, written.span)))
        }
        Err(miss) => {
            names.report(written, written.span, Some(Kind::Source), miss, diags);
            (None, None)
        }
    }
}

/// Reports a file whose name shows the same letters as another's beside it.
fn twins(path: &FilePath, first: &FilePath) -> Diagnostic {
    let at = |path: &FilePath| Place::Path(path.to_string(), None);
    let message =
        format!("the names of two files show the same letters: `{}`", path.name());
    Diagnostic::new(codes::PATH_COLLISION, at(path), message)
        .also(at(first), "the other is this one")
        .note(SAME_LETTERS)
        .help("rename one of the files, or remove it")
}

impl Catalogue {
    fn add_statics(&mut self, texts: &TextFiles) {
        for Static { address, file } in texts.statics() {
            let standing = match file.picture {
                Some(picture) => {
                    self.list.push(Media {
                        path: file.path.clone(),
                        address: address.clone(),
                        size: file.look.size,
                        pixels: picture.pixels,
                        is_picture: true,
                        is_static: true,
                        about: None,
                        flawed: false,
                        source: None,
                    });
                    Standing::Picture(MediaId(self.list.len() as u32 - 1))
                }
                None => Standing::Other,
            };
            let place = composed(address.as_str()).into_owned();
            let path = composed(file.path.as_str()).into_owned();
            self.static_by_path.insert(path, place.clone());
            let small = folded(address.as_str()).into_owned();
            self.static_by_letters.insert(small, address.clone());
            self.statics.insert(place, (address.clone(), standing));
        }
    }

    /// The file of `static` that `path`, written in the text `from`, means, and where it is published: where a
    /// browser would look for it on the page at `page`, from the top of the site, or where it lies from the text.
    pub(super) fn find_static(
        &self,
        path: &str,
        from: FileId,
        page: Option<&OutPath>,
    ) -> Option<(&OutPath, Standing)> {
        if self.statics.is_empty() {
            return None;
        }
        let folder = if path.ends_with('/') { "index.html" } else { "" };
        let path = composed(&format!("{path}{folder}")).into_owned();
        let beside = || {
            let file = self.folders.get(from.0 as usize)?.sibling(&path).ok()?;
            self.static_by_path.get(&*composed(file.as_str())).cloned()
        };
        let place = |address: OutPath| composed(address.as_str()).into_owned();
        let places = [
            page.and_then(|page| page.sibling(&path).ok()).map(place),
            OutPath::new(path.trim_start_matches('/')).ok().map(place),
            beside(),
        ];
        let found = places.into_iter().flatten().find_map(|at| self.statics.get(&at));
        found.map(|(address, standing)| (address, *standing))
    }

    /// How a file of `static` is written that `path` names in other letters, capitals for small ones.
    pub(super) fn in_other_letters(&self, path: &str) -> Option<String> {
        let found = self.static_by_letters.get(&*folded(path.trim_start_matches('/')));
        found.map(|address| format!("/{address}"))
    }

    /// The names of all files, for suggestions.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let media = self.list.iter().filter(|media| !media.is_static);
        let media = media.map(|media| media.path.name());
        media.chain(self.statics.values().map(|(address, _)| address.name()))
    }

    /// The file that `path`, written in the text `from`, means: beside the text, under
    /// `content/`, under `content/media/`, or by its name alone where only one has it.
    pub(super) fn find(&self, path: &str, from: FileId) -> Option<MediaId> {
        self.paths.find(path, self.folders.get(from.0 as usize)).copied()
    }

    /// What holds back the file that `path`, written in the text `from`, means.
    pub(super) fn held(&self, path: &str, from: FileId) -> Option<&HeldBy> {
        self.held.find(path, self.folders.get(from.0 as usize))
    }

    /// Reports a path that means no file.
    pub(super) fn report_missing(&self, path: &str, span: Span, diags: &mut Diagnostics) {
        if let Some(by) = self.held(path, span.file) {
            return diags.push(unpublished("file", path, by, span));
        }
        let message = match path {
            "" => "no file is named here".to_owned(),
            _ => format!("there is no file `{path}`"),
        };
        let found = Diagnostic::new(codes::MISSING_MEDIA, span, message);
        if let Some(other) = self.in_other_letters(path) {
            diags.push(found.help(other_letters(&other)));
            return;
        }
        self.slips.note(Slip {
            place: span,
            code: codes::MISSING_MEDIA,
            written: path.rsplit('/').next().unwrap_or(path).to_owned(),
            among: Among::Media,
        });
        diags.push(found.help("put it beside the text or into `content/media/`"));
    }

    /// The picture that `path` means; reports a file that is missing or is no picture.
    pub(super) fn picture(
        &self,
        path: &str,
        span: Span,
        page: Option<&OutPath>,
        diags: &mut Diagnostics,
    ) -> Option<MediaId> {
        let is_static = || self.find_static(path, span.file, page);
        let found = match self.find(path, span.file) {
            Some(id) => Standing::Picture(id),
            None => match is_static() {
                Some((_, standing)) => standing,
                None => {
                    self.report_missing(path, span, diags);
                    return None;
                }
            },
        };
        let media = match found {
            Standing::Picture(id) => Some((id, &self.list[id.index()])),
            Standing::Other => None,
        };
        let Some((id, _)) = media.filter(|(_, media)| media.is_picture) else {
            let message = format!("`{path}` is not a picture that browsers show");
            let reason = match media {
                Some((_, media)) if media.size == 0 => "the file is empty",
                _ => "its bytes are those of no PNG, JPEG, GIF, WebP, AVIF or SVG",
            };
            diags.push(
                Diagnostic::new(codes::NOT_A_PICTURE, span, message)
                    .note(reason)
                    .help("save it as PNG or JPEG, or link to it: `[words](path)`"),
            );
            return None;
        };
        Some(id)
    }
}

/// Reports the media without their source as far as they are among those that are shown, which are in order.
pub(super) fn report_unsourced(
    shown: &[MediaId],
    unsourced: Vec<(MediaId, Diagnostic)>,
    diags: &mut Diagnostics,
) {
    let shown = unsourced.into_iter().filter(|(id, _)| shown.binary_search(id).is_ok());
    diags.extend(shown.map(|(_, found)| found));
}

/// What to write where a name was written in other letters.
pub(super) fn other_letters(name: &str) -> String {
    format!("write `{name}`: `A` and `a` are two letters in the address of a file")
}

impl Catalogue {
    /// The lead picture of an item: what front matter says goes before what the sidecar says.
    pub(super) fn lead(&self, image: &Image, diags: &mut Diagnostics) -> Option<Picture> {
        let media = self.picture(&image.0.src, image.0.span, None, diags)?;
        let Media { about, flawed, .. } = &self.list[media.index()];
        let about = about.as_ref();
        let written = [image.0.alt.as_ref(), about.and_then(|about| about.alt.as_ref())];
        let mut written = written.into_iter().flatten();
        let alt = written.find(|alt| !alt.trim().is_empty()).cloned();
        let Some(alt) = alt else {
            if *flawed {
                return None;
            }
            let message = format!("the picture `{}` has no `alt`", image.0.src);
            diags.push(
                Diagnostic::new(codes::PICTURE_WITHOUT_ALT, image.0.span, message)
                    .note("readers who can't see the picture would learn nothing of it")
                    .help("say what is to be seen: `image: {src: …, alt: …}`, or in the picture's sidecar"),
            );
            return None;
        };
        let caption = image.0.caption.clone();
        let credit = image.0.credit.clone();
        Some(Picture {
            media,
            alt,
            caption: caption.or_else(|| about.and_then(|about| about.caption.clone())),
            credit: credit.or_else(|| about.and_then(|about| about.credit.clone())),
        })
    }
}
