//! Every text of a site, read once; places in them as spans.

use super::pictures::{self, Picture};
use super::{FilePath, Files, Found};
use rayon::prelude::*;
use std::fmt;

/// The largest text file that is read, in bytes: a book has about 1 MiB.
pub(super) const LARGEST_TEXT: u64 = 16 << 20;

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

/// Why a file can't be used as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A symbolic link that leads out of the site's root.
    LinkOutside,
    /// The name is not UTF-8, or has a character no path may have.
    BadName,
    /// The operating system's reason.
    Unreadable(String),
    /// Not UTF-8: the byte where it stops being so, and the line that byte is on (from 1).
    NotUtf8 {
        /// The first byte that is not UTF-8.
        at: usize,
        /// Its line, from 1.
        line: usize,
    },
    /// Larger than [`LARGEST_TEXT`]: its size in bytes.
    TooLarge(u64),
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
}

/// A file that is not text: an image, a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// Where it lies.
    pub path: FilePath,
    /// Its size in bytes.
    pub size: u64,
    /// What its first bytes tell, where it is a picture that browsers show.
    pub picture: Option<Picture>,
}

/// All texts of a site, in order of their paths, and the list of its other files.
///
/// Made once by [`scan`]; nothing is added later, so a [`Span`] stays valid for the run.
#[derive(Default)]
pub struct TextFiles {
    texts: Vec<TextFile>,
    others: Vec<Plain>,
    unusable: Vec<(String, Problem)>,
}

impl TextFiles {
    /// The text `id` stands for. Ids come from this value only, so it is there.
    pub fn get(&self, id: FileId) -> &TextFile {
        &self.texts[id.0 as usize]
    }

    /// The text of `span`.
    pub fn slice(&self, span: Span) -> &str {
        &self.get(span.file).text[span.range()]
    }

    /// Every text with its id, in order of path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &TextFile)> {
        self.texts.iter().enumerate().map(|(n, text)| (FileId(n as u32), text))
    }

    /// Every text at or below `folder`, in order of path.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = (FileId, &TextFile)> {
        self.iter().filter(move |(_, text)| text.path.below(folder).is_some())
    }

    /// The text at `path`, if there is one.
    pub fn find(&self, path: &str) -> Option<(FileId, &TextFile)> {
        let found =
            self.texts.binary_search_by(|text| text.path.as_str().cmp(path)).ok()?;
        Some((FileId(found as u32), &self.texts[found]))
    }

    /// The files that are not text, in order of path.
    pub fn others(&self) -> &[Plain] {
        &self.others
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

/// The file above a site's folders, and the folders that hold texts.
pub const PLACES: [&str; 3] = ["site.toml", "content", "themes"];

/// Reads every text of the site: `site.toml`, `content/` and `themes/`.
///
/// Fails only where the root itself can't be walked. A single file that can't be read is
/// kept with its [`Problem`].
pub fn scan(files: &dyn Files) -> Result<TextFiles, super::Error> {
    let mut found = Vec::new();
    for place in PLACES {
        // The names are literals without `..`, so each is a path.
        let Ok(folder) = FilePath::new(place) else { continue };
        found.extend(files.walk(&folder)?);
    }
    let mut all = TextFiles::default();
    let mut texts = Vec::new();
    let mut others = Vec::new();
    for entry in found {
        match entry {
            Found::Unusable(path, problem) => all.unusable.push((path, problem)),
            Found::File(path, size) if is_text(&path) => texts.push((path, size)),
            Found::File(path, size) => others.push((path, size)),
        }
    }
    texts.sort();
    others.sort();
    all.others =
        others.into_par_iter().map(|(path, size)| look(files, path, size)).collect();
    all.unusable.sort_by(|a, b| a.0.cmp(&b.0));
    all.texts =
        texts.into_par_iter().map(|(path, size)| read(files, path, size)).collect();
    Ok(all)
}

/// Reads `site.toml` alone.
pub fn scan_config(files: &dyn Files) -> TextFiles {
    // The name is a path.
    let path = FilePath::new(PLACES[0]).into_iter();
    let texts = path.map(|path| read(files, path, 0)).collect();
    TextFiles { texts, ..TextFiles::default() }
}

/// Whether a file is read as text: by its ending. In the vault nothing is but sidecars, and
/// among the media what readers get as it is (data, say) isn't either.
fn is_text(path: &FilePath) -> bool {
    let taken: &[&str] = if path.below("content/vault").is_some() {
        &["yaml"]
    } else if path.below("content/media").is_some() {
        &["md", "markdown", "yaml", "yml"]
    } else {
        &["md", "markdown", "yaml", "yml", "toml", "bib", "json", "html", "xml", "css"]
    };
    let ending = path.extension().unwrap_or_default();
    taken.iter().any(|one| ending.eq_ignore_ascii_case(one))
}

/// A file whose head can't be read counts as no picture; reading it whole will say why.
fn look(files: &dyn Files, path: FilePath, size: u64) -> Plain {
    let head = files.head(&path, pictures::HEAD).unwrap_or_default();
    Plain { picture: pictures::recognise(&head), path, size }
}

fn read(files: &dyn Files, path: FilePath, size: u64) -> TextFile {
    let text = if size > LARGEST_TEXT {
        Err(Problem::TooLarge(size))
    } else {
        files
            .read_found(&path, size)
            .map_err(|error| Problem::Unreadable(error.reason))
            .and_then(decode)
    };
    match text {
        Ok(text) => TextFile { path, text, problem: None },
        Err(problem) => TextFile { path, text: String::new(), problem: Some(problem) },
    }
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
