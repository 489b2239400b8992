//! Files held in memory: for tests, and for the theme that is compiled in.

use super::{Error, FilePath, Files, Found, Look, Reader, Seen};
use crate::keys::Key;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A site's files as a map from path to bytes.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: Arc<BTreeMap<FilePath, Cow<'static, [u8]>>>,
}

impl Memory {
    /// Adds a file, or replaces the one at the same path.
    pub fn insert(&mut self, path: FilePath, bytes: impl Into<Cow<'static, [u8]>>) {
        Arc::make_mut(&mut self.files).insert(path, bytes.into());
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &FilePath) {
        Arc::make_mut(&mut self.files).remove(path);
    }
}

impl Files for Memory {
    fn walk(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        let inside =
            |path: &FilePath| path == folder || path.below(folder.as_str()).is_some();
        Ok(self
            .files
            .iter()
            .filter(|(path, _)| inside(path))
            .map(|(path, bytes)| Found::File(path.clone(), look(path, bytes)))
            .collect())
    }

    fn look(&self, path: &FilePath) -> Option<Look> {
        self.files.get(path).map(|bytes| look(path, bytes))
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, Error> {
        let missing = || Error::new(path.as_str(), "no such file");
        self.files.get(path).map(|bytes| bytes.to_vec()).ok_or_else(missing)
    }

    fn reader(&self) -> Reader {
        let files = self.clone();
        Arc::new(move |path, size| files.read_found(path, size))
    }

    fn head(&self, path: &FilePath, limit: usize) -> Result<Vec<u8>, Error> {
        let mut bytes = self.read(path)?;
        bytes.truncate(limit);
        Ok(bytes)
    }
}

/// A file in memory looks like its bytes, which nothing but a build with other ones changes.
fn look(path: &FilePath, bytes: &[u8]) -> Look {
    let seen = Seen { key: Key::of(&(path.as_str(), bytes)), newest: 0 };
    Look { size: bytes.len() as u64, seen: Some(seen) }
}

/// Two sets of files seen as one: a file of `over` hides the one at the same path in `under`.
pub struct Overlay<'a> {
    /// Looked at first.
    pub over: &'a dyn Files,
    /// Looked at where `over` has no such file.
    pub under: &'a dyn Files,
}

/// What is found in `over`, and what is found in `under` and not hidden by it.
fn joined(over: Vec<Found>, under: Vec<Found>) -> Vec<Found> {
    if under.is_empty() {
        return over;
    }
    let mut found = over;
    let mut seen = BTreeSet::new();
    for entry in &found {
        if let Found::File(path, _) = entry {
            seen.insert(path.clone());
        }
    }
    found.extend(
        under.into_iter().filter(
            |entry| !matches!(entry, Found::File(path, _) if seen.contains(path)),
        ),
    );
    found
}

impl Files for Overlay<'_> {
    fn walk(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        Ok(joined(self.over.walk(folder)?, self.under.walk(folder)?))
    }

    fn walk_all(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        Ok(joined(self.over.walk_all(folder)?, self.under.walk_all(folder)?))
    }

    fn look(&self, path: &FilePath) -> Option<Look> {
        self.over.look(path)
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, Error> {
        self.over.read(path).or_else(|error| self.under.read(path).map_err(|_| error))
    }

    fn read_found(&self, path: &FilePath, size: u64) -> Result<Vec<u8>, Error> {
        let under = |error| self.under.read_found(path, size).map_err(|_| error);
        self.over.read_found(path, size).or_else(under)
    }

    fn reader(&self) -> Reader {
        let (over, under) = (self.over.reader(), self.under.reader());
        Arc::new(move |path, size| {
            over(path, size).or_else(|error| under(path, size).map_err(|_| error))
        })
    }

    fn head(&self, path: &FilePath, limit: usize) -> Result<Vec<u8>, Error> {
        let under = |error| self.under.head(path, limit).map_err(|_| error);
        self.over.head(path, limit).or_else(under)
    }
}
