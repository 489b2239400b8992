//! What a text may name: items by their names, files and addresses.

use super::heading_index::HeadingIndex;
use super::names::Miss;
use super::near_keys::NearKeys;
use super::resolver::Resolver;
use super::slips::Among;
use super::unpublished::unpublished;
use crate::content::{self, HeldBy, Kind};
use crate::diag::{Diagnostic, Diagnostics, Place, codes, nearest};
use crate::files::{FileId, FilePath, OutPath, Span, TextFiles};
use crate::letters::folded;
use crate::model::nouns::Item;
use crate::model::percent::percent_encoded;
use crate::model::site::Site;
use crate::routes;
use foldhash::{HashMap, HashSet};
use std::sync::OnceLock;

/// What the texts of a site are searched in.
pub(super) struct Lookup<'s> {
    pub(super) site: &'s Site,
    /// The text of each item, by the item's number.
    written: &'s [Option<&'s content::Prose>],
    pub(super) texts: &'s TextFiles,
    pub(super) resolver: &'s Resolver<'s>,
    /// By the file's id: the item that has its text.
    by_file: Vec<Option<Item>>,
    /// The texts by the ends of their paths: made when the first name is not found.
    by_name: OnceLock<HashMap<String, Vec<FileId>>>,
    /// The item at each address: made when the first link is followed that names no file.
    by_address: OnceLock<HashMap<OutPath, Item>>,
    /// The addresses of tags and authors: made when the first link is followed that leads to no item.
    tags_and_authors: OnceLock<HashSet<OutPath>>,
    /// Made when the first `@word` is met that is no key.
    pub(super) near_keys: OnceLock<NearKeys<'s>>,
    /// By the file's id: the headings of a text that has many, made when the first is sought.
    pub(super) by_heading: Vec<OnceLock<HeadingIndex>>,
}

impl<'s> Lookup<'s> {
    pub(super) fn new(
        site: &'s Site,
        written: &'s [Option<&'s content::Prose>],
        texts: &'s TextFiles,
        resolver: &'s Resolver<'s>,
    ) -> Self {
        let mut by_file = vec![None; texts.ids().count()];
        for (item, prose) in site.items().zip(written) {
            if let Some(prose) = prose {
                by_file[prose.file.0 as usize] = Some(item);
            }
        }
        let by_heading = by_file.iter().map(|_| OnceLock::new()).collect();
        let (by_name, by_address) = (OnceLock::new(), OnceLock::new());
        let (near_keys, tags_and_authors) = (OnceLock::new(), OnceLock::new());
        Lookup {
            site,
            written,
            texts,
            resolver,
            by_file,
            by_name,
            by_address,
            near_keys,
            tags_and_authors,
            by_heading,
        }
    }

    /// The text of an item as it was read.
    pub(super) fn prose(&self, item: Item) -> Option<&'s content::Prose> {
        self.written[self.site.number(item)]
    }

    /// The text of a file, where an item has it.
    fn prose_in(&self, file: FileId) -> Option<&'s content::Prose> {
        self.prose((*self.by_file.get(file.0 as usize)?)?)
    }

    /// What was probably meant by what means nothing.
    pub(super) fn near(&self, written: &str, among: Among) -> Option<&str> {
        match among {
            Among::Names(kind) => nearest(written, self.resolver.names.known(kind)),
            Among::Headings(file) => {
                let headings = self.prose_in(file)?.outline.headings.iter();
                nearest(written, headings.map(|heading| heading.id.as_str()))
            }
            Among::Blocks(file) => {
                let anchors = self.prose_in(file)?.outline.anchors.iter();
                nearest(written, anchors.map(|anchor| anchor.id.as_str()))
            }
            Among::Files => {
                let files = self.texts.ids_below("content");
                let files = files.filter(|file| self.held(*file).is_none());
                let files = files.map(|id| self.texts.path(id).name());
                nearest(written, files.chain(self.resolver.media.names()))
            }
            Among::Media => nearest(written, self.resolver.media.names()),
        }
    }

    /// Where the page of an item is.
    pub(super) fn page_of(&self, item: Item) -> Option<&'s OutPath> {
        self.site.names(item).map(|names| &names.address)
    }

    /// The item that `[[…]]` names: by its id or another name, or, as in Obsidian, by the name of its
    /// file, with as many of the folders above as are written.
    pub(super) fn called(&self, target: &str) -> Result<Item, Unnamed> {
        let miss = match self.resolver.names.find(target, None) {
            Ok(item) => return Ok(item),
            Err(Miss::Unknown) => Miss::Unknown,
            Err(miss) => return Err(Unnamed::Miss(miss)),
        };
        let files = self.by_name.get_or_init(|| self.files_by_name());
        let Some(files) = files.get(&file_key(target)) else {
            return Err(Unnamed::Miss(miss));
        };
        let items = files.iter().filter_map(|file| self.by_file[file.0 as usize]);
        let items: Vec<Item> = items.collect();
        match items.as_slice() {
            [item] => Ok(*item),
            [] => Err(Unnamed::Miss(self.missed(files))),
            _ => {
                let shown =
                    files.iter().filter(|file| self.by_file[file.0 as usize].is_some());
                let paths = shown.map(|file| self.texts.path(*file).to_string());
                Err(Unnamed::Files(paths.collect()))
            }
        }
    }

    /// Why no item has the text of these files: they are held back, or have mistakes that have been reported.
    fn missed(&self, files: &[FileId]) -> Miss {
        let held = files.iter().find_map(|file| Some((*file, self.held(*file)?)));
        let Some((file, by)) = held else {
            let is_broken = files.iter().any(|file| self.resolver.names.is_broken(*file));
            return if is_broken { Miss::Known } else { Miss::Unknown };
        };
        let inside = self.texts.path(file).below("content").unwrap_or_default();
        let folder = inside.split('/').next().unwrap_or_default();
        let kind = Kind::of_folder(folder).unwrap_or(Kind::Page);
        Miss::Unpublished(kind, by.clone())
    }

    /// The texts by the ends of their paths: `roe`, `people/roe` and `articles/people/roe` for
    /// `content/articles/people/Roe.md`.
    fn files_by_name(&self) -> HashMap<String, Vec<FileId>> {
        let mut files: HashMap<String, Vec<FileId>> = HashMap::default();
        for file in self.texts.ids_below("content") {
            let path = self.texts.path(file);
            let is_text = matches!(&*path.ending(), "md" | "markdown");
            let Some(inside) = path.below("content").filter(|_| is_text) else {
                continue;
            };
            let key = file_key(inside);
            let ends = key.match_indices('/').map(|(at, _)| at + 1).chain([0]);
            // A path has few folders; one that has many is found by the last of them.
            let mut ends: Vec<usize> = ends.collect();
            ends.sort_unstable_by_key(|at| std::cmp::Reverse(*at));
            for at in ends.into_iter().take(MOST_FOLDERS) {
                files.entry(key[at..].to_owned()).or_default().push(file);
            }
        }
        files
    }

    /// The item of the only text that is called so, wherever it lies: Obsidian writes such links.
    pub(super) fn only_file(&self, path: &str) -> Option<Item> {
        if !path.ends_with(".md") {
            return None;
        }
        let files = self.by_name.get_or_init(|| self.files_by_name());
        match files.get(&file_key(path))?.as_slice() {
            [file] => self.by_file[file.0 as usize],
            _ => None,
        }
    }

    /// The file that an address of another generator names (`/blog/harbour/`, `./harbour`), as a link in
    /// the text `from` names it.
    pub(super) fn file_for_address(&self, from: FileId, path: &str) -> Option<String> {
        let path = path.trim_matches('/').trim_end_matches(".html");
        let name = path.rsplit('/').next().filter(|name| !name.is_empty())?;
        let files = self.by_name.get_or_init(|| self.files_by_name());
        let [file] = files.get(&file_key(name))?.as_slice() else { return None };
        let (to, from) = (self.texts.path(*file), self.texts.path(from));
        match to.folder() == from.folder() {
            true => Some(percent_encoded(to.name()).into_owned()),
            false => to.below("content").map(|path| percent_encoded(path).into_owned()),
        }
    }

    /// Whether a path names a text whose own mistakes have been reported.
    pub(super) fn is_broken(&self, from: FileId, path: &str) -> bool {
        let beside = self.texts.path(from).sibling(path).ok();
        let file = beside.and_then(|path| self.texts.id(path.as_str()));
        file.is_some_and(|file| self.resolver.names.is_broken(file))
    }

    pub(super) fn content_file(&self, from: FileId, path: &str) -> Option<Item> {
        self.named(from, path).find_map(|file| self.by_file[file.0 as usize])
    }

    /// The texts that a path may name: beside the text that names it, and below `content/`.
    fn named(&self, from: FileId, path: &str) -> impl Iterator<Item = FileId> {
        let beside = self.texts.path(from).sibling(path).ok();
        let under =
            FilePath::new(&format!("content/{}", path.trim_start_matches('/'))).ok();
        let paths = [beside, under].into_iter().flatten();
        paths.filter_map(|path| self.texts.id(path.as_str()))
    }

    /// What holds back the text of a file.
    fn held(&self, file: FileId) -> Option<&HeldBy> {
        self.resolver.scope.unpublished()?.places.by(Span::start_of(file))
    }

    /// What is to be said of a path that leads to something held back.
    pub(super) fn unpublished(
        &self,
        from: FileId,
        path: &str,
        span: Span,
    ) -> Option<Diagnostic> {
        let all = self.resolver.scope.unpublished()?;
        if let Some(by) = self.named(from, path).find_map(|file| self.held(file)) {
            return Some(unpublished("text", path, by, span));
        }
        if let Some(by) = self.resolver.media.held(path, from) {
            return Some(unpublished("file", path, by, span));
        }
        let address = OutPath::new(path.trim_start_matches('/')).ok()?;
        let (kind, id, by) = all.at(&address)?;
        Some(unpublished(kind.word(), id, by, span))
    }

    /// A page of the site that is no item: one of its own, or one that may be made because of what the site
    /// has. Which of those there are is known when all is chosen; a rule looks for them then.
    pub(super) fn own_page(&self, from: FileId, path: &str) -> Option<OutPath> {
        let written = self.written(from, path).into_iter().flatten();
        let lists = self.tags_and_authors.get_or_init(|| tags_and_authors(self.site));
        let is_page =
            |path: &OutPath| lists.contains(path) || self.item_at(path).is_some();
        written.into_iter().find(|path| routes::may_be_made(path, is_page))
    }

    /// The item whose page is at a path from the site's root, or from the page of a file's item.
    pub(super) fn page(&self, from: FileId, path: &str) -> Option<Item> {
        let at = |path: &OutPath| self.item_at(path);
        self.written(from, path).into_iter().flatten().find_map(|path| at(&path))
    }

    fn item_at(&self, path: &OutPath) -> Option<Item> {
        self.by_address.get_or_init(|| by_address(self.site)).get(path).copied()
    }

    /// What a path may mean: from the site's root, or beside a file.
    fn written(&self, from: FileId, path: &str) -> [Option<OutPath>; 2] {
        let beside = self.texts.path(from).sibling(path).ok();
        let beside = beside.as_ref().and_then(|path| path.below("content"));
        let index =
            if path.is_empty() || path.ends_with('/') { "/index.html" } else { "" };
        let address = |path: &str| OutPath::new(&format!("{path}{index}")).ok();
        [address(path.trim_start_matches('/')), beside.and_then(address)]
    }
}

/// So many folders above a file are a part of its name at most.
const MOST_FOLDERS: usize = 8;

/// Why `[[…]]` names nothing.
pub(super) enum Unnamed {
    /// As for any other name.
    Miss(Miss),
    /// Several files are called so: their paths.
    Files(Vec<String>),
}

/// What names of one file have in common: the case of letters, the ending and `/index` of a bundle are
/// not counted.
fn file_key(name: &str) -> String {
    let name = folded(name.trim().trim_start_matches('/'));
    let name =
        name.strip_suffix(".md").or(name.strip_suffix(".markdown")).unwrap_or(&name);
    name.strip_suffix("/index").unwrap_or(name).to_owned()
}

pub(super) fn report_several(
    target: &str,
    span: Span,
    files: &[String],
    diags: &mut Diagnostics,
) {
    let message = format!("`{target}` is the name of {} files", files.len());
    let mut found = Diagnostic::new(codes::AMBIGUOUS_REFERENCE, span, message);
    for file in files.iter().take(MOST_SHOWN) {
        let name = file.strip_prefix("content/").unwrap_or(file);
        let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
        found = found
            .also(Place::Path(file.clone(), None), "this is one of them")
            .help(format!("write `[[{name}]]`"));
    }
    diags.push(found);
}

/// So many of several things are named in a message.
const MOST_SHOWN: usize = 4;

/// The item at each address, old ones included. An address that is in use is what it is now.
fn by_address(site: &Site) -> HashMap<OutPath, Item> {
    let named = || site.items().filter_map(|item| Some((site.names(item)?, item)));
    let old = named()
        .flat_map(|(names, item)| names.redirects.iter().map(move |old| (old, item)));
    let own = named().map(|(names, item)| (&names.address, item));
    old.chain(own).map(|(address, item)| (address.clone(), item)).collect()
}

/// The addresses of tags and authors.
fn tags_and_authors(site: &Site) -> HashSet<OutPath> {
    let tags = site.tags.iter().map(|tag| tag.address.clone());
    let authors = site.authors.iter().map(|author| author.address.clone());
    tags.chain(authors).collect()
}
