//! What files are read through: the trait [`Files`], and what it finds.

use super::FilePath;
use crate::keys::Key;
use std::fmt;
use std::sync::Arc;

/// A place that files can be read from: a site's root folder.
pub trait Files: Sync {
    /// Every file at or below `folder`, sorted by path; empty where there is no such folder.
    fn walk(&self, folder: &FilePath) -> Result<Vec<Found>, Error>;

    /// As [`Files::walk`] of a folder whose files are all published as they are: with hidden files, since
    /// some are meant for readers' programs (`.well-known`), without what version control and desktops leave
    /// behind, and without links that lead out of that folder.
    fn walk_all(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        self.walk(folder)
    }

    /// How a file looks that was found at this path before. `None` where that has to be found out by a walk: it is
    /// gone, or a link.
    fn look(&self, path: &FilePath) -> Option<Look> {
        let _ = path;
        None
    }

    /// The bytes of one file, or an error that says why they can't be had.
    fn read(&self, path: &FilePath) -> Result<Vec<u8>, Error>;

    /// As [`Files::read`], of a file that was found to have `size` bytes.
    fn read_found(&self, path: &FilePath, size: u64) -> Result<Vec<u8>, Error> {
        let _ = size;
        self.read(path)
    }

    /// Reads these files, also when this value is gone.
    fn reader(&self) -> Reader;

    /// The first bytes of one file, at most `limit`.
    fn head(&self, path: &FilePath, limit: usize) -> Result<Vec<u8>, Error>;
}

/// As [`Files::read_found`].
pub type Reader = Arc<dyn Fn(&FilePath, u64) -> Result<Vec<u8>, Error> + Send + Sync>;

/// How files look from outside: their names, sizes and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    /// The same as long as no file is added, removed or written to.
    pub key: Key,
    /// When the last of them was changed, in nanoseconds since 1970. What is changed again within
    /// a tick of the system's clock looks the same, so this has to be some time ago.
    pub newest: u64,
}

impl Seen {
    /// All of what was found, seen as one; none where that can't be told of some of it. What can't
    /// be used is there all the same.
    pub fn all(found: &[Found]) -> Option<Self> {
        let one = |found: &Found| match found {
            Found::File(_, look) => look.seen,
            Found::Unusable(path, _) => Some(Seen { key: Key::of(path), newest: 0 }),
        };
        let all = found.iter().map(one).collect::<Option<Vec<Seen>>>()?;
        let keys: Vec<Key> = all.iter().map(|one| one.key).collect();
        let newest = all.iter().map(|one| one.newest).max().unwrap_or_default();
        Some(Seen { key: Key::of(&keys), newest })
    }
}

/// A file that was looked at and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Its size in bytes.
    pub size: u64,
    /// How it looks; none where that does not tell whether it was written to.
    pub seen: Option<Seen>,
}

impl Look {
    /// The same, told only where the last change was before `settled`, in nanoseconds since 1970.
    pub fn settled(self, settled: u64) -> Self {
        Look { seen: self.seen.filter(|seen| seen.newest < settled), ..self }
    }
}

/// One entry found by [`Files::walk`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A regular file and how it looks.
    File(FilePath, Look),
    /// Something that is there but can't be used: its path as far as it can be shown, and why.
    Unusable(String, Problem),
}

/// Why a file can't be used as text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Problem {
    /// A symbolic link that leads out of the site's root.
    LinkOutside,
    /// A symbolic link by which what is not to be published would be.
    LinkToUnpublished,
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
    /// Larger than what is read: its size in bytes.
    TooLarge(u64),
}

/// A failure of the machine, not of the author: a disk that can't be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The path concerned, as a person would write it.
    pub path: String,
    /// What was being done and what went wrong.
    pub reason: String,
}

impl Error {
    /// An error about `path`, for `reason`.
    pub fn new(path: impl Into<String>, reason: impl fmt::Display) -> Self {
        Error { path: path.into(), reason: reason.to_string() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for Error {}
