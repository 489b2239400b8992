//! Every text of a site, read at most once; places in them as spans.

use super::{Error, FilePath, Files, Found, Look, OutPath, Problem, Reader, statics};
use crate::keys::Key;
use crate::letters::composed;
use crate::needles::Veil;
use crate::pictures::{self, Active, Picture};
use foldhash::{HashMap, HashSet};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The largest text file that is read, in bytes: a book has about 1 MiB.
pub(super) const LARGEST_TEXT: u64 = 16 << 20;

/// The largest record of a release: it has the words of all texts. Places in it are counted in 32 bits.
const LARGEST_RELEASE: u64 = 1 << 30;

/// Which file of a [`TextFiles`] is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one file's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `file`. Texts are smaller than [`LARGEST_TEXT`], so `u32` holds them.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Span { file, start: start as u32, end: end as u32 }
    }

    /// The place just before the first byte of `file`.
    pub fn start_of(file: FileId) -> Self {
        Span { file, start: 0, end: 0 }
    }

    /// The bytes as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One text of the site.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Where it lies.
    pub path: FilePath,
    /// Its text, without a byte order mark; empty where it can't be read.
    pub text: String,
    /// Why it can't be read, if it can't.
    pub problem: Option<Problem>,
    /// The key of its path and its text.
    pub key: Key,
}

impl TextFile {
    /// All of its text, where it is `file`.
    pub fn whole(&self, file: FileId) -> Span {
        Span::new(file, 0, self.text.len())
    }
}

/// A file that is not text: an image, a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// Where it lies.
    pub path: FilePath,
    /// How it looks.
    pub look: Look,
    /// What its first bytes tell, where it is a picture that browsers show.
    pub picture: Option<Picture>,
    /// Why a browser would do more than show it, if it would.
    pub active: Option<Active>,
    /// What it is called where it is a picture that metadata can't be taken out of.
    pub opaque: Option<&'static str>,
}

/// What pages are made from, which is not the time of a file.
impl Hash for Plain {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Plain { path, look, picture, active, opaque } = self;
        (path, look.size, picture, active, opaque).hash(state);
    }
}

/// A file of the folder `static`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Static {
    /// Where it is published.
    pub address: OutPath,
    /// What is known of it.
    pub file: Plain,
}

impl Deref for Static {
    type Target = Plain;

    fn deref(&self) -> &Plain {
        &self.file
    }
}

/// All texts of a site, in order of their paths, and the list of its other files.
///
/// Made once by [`scan`]; nothing is added later, so a [`Span`] stays valid for the run. A text is
/// read when it is first asked for: a build that knows what a file became need not.
#[derive(Default)]
pub struct TextFiles {
    texts: Vec<Listed>,
    others: Vec<Plain>,
    statics: Vec<Static>,
    hidden: Vec<String>,
    unusable: Vec<(String, Problem)>,
    /// The texts whose names are not stored with composed letters, by what those would be.
    apart: OnceLock<HashMap<String, FileId>>,
    /// None where there is nothing to read.
    reader: Option<Reader>,
    /// What of them no message may show.
    veil: OnceLock<Veil>,
}

/// A text of the list, read or not.
#[derive(Clone)]
struct Listed {
    path: FilePath,
    look: Look,
    text: OnceLock<Arc<TextFile>>,
}

impl TextFiles {
    /// Says what of the texts no message may show, once that is known.
    pub fn cover(&self, veil: Veil) {
        // What was said first holds: there is one site in these texts.
        let _ = self.veil.set(veil);
    }

    /// Whether it was said what of the texts no message may show.
    pub fn is_covered(&self) -> bool {
        self.veil.get().is_some()
    }

    /// What of the texts no message may show; none where that is nothing, or not known yet.
    pub fn veil(&self) -> Option<&Veil> {
        self.veil.get().filter(|veil| !veil.is_empty())
    }

    /// Takes over what `last` has read of files that look as they did then.
    pub fn take_from(&mut self, last: &TextFiles) {
        for listed in &mut self.texts {
            let Some(before) = last.stored(listed.path.as_str()) else { continue };
            let before = &last.texts[before.0 as usize];
            let is_same = listed.look.seen.is_some() && listed.look == before.look;
            if let Some(text) = before.text.get().filter(|_| is_same) {
                listed.text = OnceLock::from(Arc::clone(text));
            }
        }
    }

    /// The same texts, of which no others than those at `changed` read otherwise now. `None` where one of these
    /// was no text before or is none any more, or may say where texts lie: then all has to be [found](look) anew.
    pub fn changed(
        &self,
        files: &dyn Files,
        changed: &BTreeSet<FilePath>,
    ) -> Option<TextFiles> {
        // Where nothing was looked for yet, nothing is known. `site.toml` says where the folder `static` lies.
        self.reader.as_ref()?;
        if changed.iter().any(|path| path.as_str() == PLACES[0]) {
            return None;
        }
        let look = |path: &FilePath| {
            Some((self.stored(path.as_str())?, files.look(path)?.settled(0)))
        };
        let looks: BTreeMap<FileId, Look> =
            changed.iter().map(look).collect::<Option<_>>()?;
        let listed = |(id, listed): (FileId, &Listed)| match looks.get(&id) {
            Some(look) => {
                Listed { path: listed.path.clone(), look: *look, text: OnceLock::new() }
            }
            None => listed.clone(),
        };
        Some(TextFiles {
            texts: self.ids().zip(&self.texts).map(listed).collect(),
            others: self.others.clone(),
            statics: self.statics.clone(),
            hidden: self.hidden.clone(),
            unusable: self.unusable.clone(),
            apart: self.apart.clone(),
            reader: Some(files.reader()),
            veil: OnceLock::new(),
        })
    }

    /// The text `id` stands for. Ids come from this value only, so it is there.
    pub fn get(&self, id: FileId) -> &TextFile {
        let listed = &self.texts[id.0 as usize];
        listed.text.get_or_init(|| {
            read(self.reader.as_ref(), &listed.path, listed.look.size).into()
        })
    }

    /// Where the text `id` lies.
    pub fn path(&self, id: FileId) -> &FilePath {
        &self.texts[id.0 as usize].path
    }

    /// How the file of the text `id` looks.
    pub fn look(&self, id: FileId) -> Look {
        self.texts[id.0 as usize].look
    }

    /// The text of `span`.
    pub fn slice(&self, span: Span) -> &str {
        &self.get(span.file).text[span.range()]
    }

    /// Every text, in order of path.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.texts.len() as u32).map(FileId)
    }

    /// Every text at or below `folder`, in order of path.
    pub fn ids_below(&self, folder: &str) -> impl Iterator<Item = FileId> {
        self.ids().filter(move |id| self.path(*id).below(folder).is_some())
    }

    /// Every text at or below `folder`, read, in order of path.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = (FileId, &TextFile)> {
        self.ids_below(folder).map(|id| (id, self.get(id)))
    }

    /// Which text lies at `path`, if there is one. Paths that show the same letters are one.
    pub fn id(&self, path: &str) -> Option<FileId> {
        let path = composed(path);
        self.stored(&path).or_else(|| self.apart().get(&*path).copied())
    }

    /// Which text lies at a path with composed letters, and is stored so.
    fn stored(&self, path: &str) -> Option<FileId> {
        let found =
            self.texts.binary_search_by(|text| text.path.as_str().cmp(path)).ok()?;
        Some(FileId(found as u32))
    }

    fn apart(&self) -> &HashMap<String, FileId> {
        self.apart.get_or_init(|| {
            let ids = self.ids().filter_map(|id| Some((apart(self.path(id))?, id)));
            ids.collect()
        })
    }

    /// The texts whose paths show the same letters as another's, stored otherwise.
    pub fn twins(&self) -> HashSet<FileId> {
        let mut twins = HashSet::default();
        for id in self.ids() {
            let Some(path) = apart(self.path(id)) else { continue };
            let others = [self.stored(&path), self.apart().get(&path).copied()];
            for other in others.into_iter().flatten().filter(|other| *other != id) {
                twins.extend([id, other]);
            }
        }
        twins
    }

    /// The text at `path`, read, if there is one.
    pub fn find(&self, path: &str) -> Option<(FileId, &TextFile)> {
        self.id(path).map(|id| (id, self.get(id)))
    }

    /// Every text that has been read, in order of path.
    pub fn all_read(&self) -> impl Iterator<Item = &TextFile> {
        self.texts.iter().filter_map(|listed| listed.text.get().map(|text| &**text))
    }

    /// The files that are not text, in order of path.
    pub fn others(&self) -> &[Plain] {
        &self.others
    }

    /// The file at `path` that is not text, if there is one.
    pub fn other(&self, path: &FilePath) -> Option<&Plain> {
        let found = self.others.binary_search_by(|other| other.path.cmp(path)).ok()?;
        self.others.get(found)
    }

    /// The files of the folder `static`, in order of path.
    pub fn statics(&self) -> &[Static] {
        &self.statics
    }

    /// The file of the folder `static` that is published at `address`, if there is one.
    pub fn published(&self, address: &OutPath) -> Option<&Static> {
        let found = self.statics.binary_search_by(|it| it.address.cmp(address)).ok()?;
        self.statics.get(found)
    }

    /// The paths of what is hidden in the folder `static` and is not published, in order.
    pub fn hidden(&self) -> &[String] {
        &self.hidden
    }

    /// What is there but can't be used at all: its path as far as it can be shown, and why.
    pub fn unusable(&self) -> &[(String, Problem)] {
        &self.unusable
    }
}

impl fmt::Debug for TextFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.texts.iter().map(|text| &text.path)).finish()
    }
}

/// A path with composed letters, where it is stored otherwise.
fn apart(path: &FilePath) -> Option<String> {
    match composed(path.as_str()) {
        Cow::Borrowed(_) => None,
        Cow::Owned(path) => Some(path),
    }
}

/// The file above a site's folders, and the folders that hold texts.
pub const PLACES: [&str; 4] = ["site.toml", "content", "themes", RELEASES];

/// The folder with a record of each release, which are larger than what anybody writes.
pub const RELEASES: &str = "releases";

/// Everything in the places that a site is read from, looked at and not read.
pub fn look(files: &dyn Files) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    for place in PLACES {
        // The names are literals without `..`, so each is a path.
        let Ok(folder) = FilePath::new(place) else { continue };
        found.extend(files.walk(&folder)?);
    }
    Ok(found)
}

/// Lists every text of the site: `site.toml`, `content/`, `themes/` and `releases/`.
///
/// Fails only where the root itself can't be walked. A single file that can't be read is
/// kept with its [`Problem`].
pub fn scan(files: &dyn Files) -> Result<TextFiles, Error> {
    Ok(scan_found(files, look(files)?, Statics::default()))
}

/// What was found in the folder `static`.
#[derive(Debug, Default)]
pub struct Statics {
    /// Where the folder lies; empty where nothing was looked for.
    pub folder: String,
    /// What is in it.
    pub found: Vec<Found>,
}

/// As [`scan`], of what [`look`] has found, and of the files in the folder `static`.
pub fn scan_found(files: &dyn Files, found: Vec<Found>, statics: Statics) -> TextFiles {
    let mut all = TextFiles { reader: Some(files.reader()), ..TextFiles::default() };
    let mut others = Vec::new();
    for entry in found {
        match entry {
            Found::Unusable(path, problem) => all.unusable.push((path, problem)),
            Found::File(path, look) if is_text(&path) => {
                all.texts.push(Listed { path, look, text: OnceLock::new() });
            }
            Found::File(path, look) => others.push((path, look)),
        }
    }
    all.texts.sort_by(|a, b| a.path.cmp(&b.path));
    all.others = plain(files, others);
    all.add_statics(files, statics);
    all.unusable.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

impl TextFiles {
    fn add_statics(&mut self, files: &dyn Files, statics: Statics) {
        let mut shown = Vec::new();
        for entry in statics.found {
            match entry {
                Found::Unusable(path, problem) => self.unusable.push((path, problem)),
                Found::File(path, look) => {
                    // The folder's own path is a file's where that lies in its place.
                    let Some(inside) = path.below(&statics.folder) else { continue };
                    if inside.split('/').any(statics::is_debris) {
                        continue;
                    }
                    match statics::hidden(inside) {
                        Some(hidden) => {
                            self.hidden.push(format!("{}/{hidden}", statics.folder));
                        }
                        None => shown.push((path, look)),
                    }
                }
            }
        }
        self.hidden.sort();
        self.hidden.dedup();
        let address = |file: &Plain| OutPath::new(file.path.below(&statics.folder)?).ok();
        let all = plain(files, shown).into_iter();
        // What is below a folder is a path.
        let all = all.filter_map(|file| Some(Static { address: address(&file)?, file }));
        self.statics = all.collect();
        self.statics.sort_by(|a, b| a.address.cmp(&b.address));
    }
}

/// Lists `site.toml` alone.
pub fn scan_config(files: &dyn Files) -> TextFiles {
    // The name is a path.
    let path = FilePath::new(PLACES[0]).into_iter();
    let found = path.map(|path| Found::File(path, Look::default()));
    scan_found(files, found.collect(), Statics::default())
}

/// Whether a file is read as text: by its ending. In the vault nothing is but sidecars, and
/// among the media what readers get as it is (data, say) isn't either.
fn is_text(path: &FilePath) -> bool {
    let taken: &[&str] = if path.below("content/vault").is_some() {
        &["yaml"]
    } else if path.below("content/media").is_some() {
        &["md", "markdown", "yaml", "yml"]
    } else {
        &[
            "md", "markdown", "yaml", "yml", "toml", "bib", "json", "html", "xml", "css",
            "ftl",
        ]
    };
    let ending = path.extension().unwrap_or_default();
    // A theme's scripts are read and joined; what else ends so is published as it is.
    let is_script = ending == "js" && path.below("themes").is_some();
    is_script || taken.iter().any(|one| ending.eq_ignore_ascii_case(one))
}

/// Files that are not text, each looked into, in order of path.
fn plain(files: &dyn Files, mut found: Vec<(FilePath, Look)>) -> Vec<Plain> {
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found.into_par_iter().map(|(path, look)| shown(files, path, look)).collect()
}

/// A file whose head can't be read counts as no picture; reading it whole will say why.
fn shown(files: &dyn Files, path: FilePath, look: Look) -> Plain {
    let mut bytes = files.head(&path, pictures::HEAD).unwrap_or_default();
    if (bytes.len() as u64) < look.size && pictures::needs_all(&path.ending(), &bytes) {
        bytes = files.head(&path, MOST).unwrap_or_default();
    }
    Plain {
        picture: pictures::recognise(&bytes),
        active: pictures::active(&path.ending(), &bytes),
        opaque: pictures::opaque(&bytes),
        path,
        look,
    }
}

/// So many bytes at most are looked at of a file that must be seen whole.
const MOST: usize = 256 << 20;

/// The largest text that is read at a path.
fn largest(path: &FilePath) -> u64 {
    match path.below(RELEASES) {
        Some(_) => LARGEST_RELEASE,
        None => LARGEST_TEXT,
    }
}

fn read(reader: Option<&Reader>, path: &FilePath, size: u64) -> TextFile {
    let bytes = match reader {
        _ if size > largest(path) => Err(Problem::TooLarge(size)),
        // Ids come from a list that has a reader.
        None => Ok(Vec::new()),
        Some(reader) => {
            reader(path, size).map_err(|error| Problem::Unreadable(error.reason))
        }
    };
    let (text, problem) = match bytes.and_then(decode) {
        Ok(text) => (text, None),
        Err(problem) => (String::new(), Some(problem)),
    };
    let key = Key::of(&(path.as_str(), &text, &problem));
    TextFile { path: path.clone(), text, problem, key }
}

fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count();
        Problem::NotUtf8 { at, line }
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::super::Memory;
    use super::*;

    fn path(path: &str) -> FilePath {
        FilePath::new(path).unwrap()
    }

    fn memory() -> Memory {
        let mut files = Memory::default();
        for at in ["site.toml", "content/a.md", "content/b.md"] {
            files.insert(path(at), at.as_bytes().to_vec());
        }
        files
    }

    #[test]
    fn a_text_that_changed_is_read_again_and_no_other() {
        let mut files = memory();
        let before = scan(&files).unwrap();
        before.ids().for_each(|id| assert!(!before.get(id).text.is_empty()));
        for at in ["content/a.md", "content/b.md"] {
            files.insert(path(at), b"new".to_vec());
        }
        let changed = BTreeSet::from([path("content/a.md")]);
        let now = before.changed(&files, &changed).unwrap();
        let text = |at| now.get(now.id(at).unwrap()).text.as_str();
        assert_eq!((text("content/a.md"), text("content/b.md")), ("new", "content/b.md"));
    }

    #[test]
    fn where_other_files_may_be_there_now_all_is_looked_at() {
        let mut files = memory();
        let before = scan(&files).unwrap();
        files.insert(path("content/new.md"), b"new".to_vec());
        files.remove(&path("content/b.md"));
        for at in ["content/new.md", "content/b.md", "content", "site.toml", "static/a"] {
            let changed = BTreeSet::from([path("content/a.md"), path(at)]);
            assert!(before.changed(&files, &changed).is_none(), "{at}");
        }
        assert!(TextFiles::default().changed(&files, &BTreeSet::new()).is_none());
    }

    #[cfg(unix)]
    #[test]
    #[allow(clippy::disallowed_methods, reason = "tests write their own files")]
    fn a_text_that_has_become_a_link_is_found_anew() {
        let root =
            std::env::temp_dir().join(format!("dateline-link-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        std::fs::create_dir_all(root.join("content")).unwrap();
        std::fs::write(root.join("content/a.md"), "A").unwrap();
        let files = super::super::Disk::open(&root).unwrap();
        let (before, changed) =
            (scan(&files).unwrap(), BTreeSet::from([path("content/a.md")]));
        assert!(before.changed(&files, &changed).is_some());
        std::fs::remove_file(root.join("content/a.md")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", root.join("content/a.md")).unwrap();
        assert!(before.changed(&files, &changed).is_none());
        std::fs::remove_dir_all(&root).unwrap();
    }
}
