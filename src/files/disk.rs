//! Files of a folder on disk.

use super::{Error, FilePath, Files, Found, Problem};
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files below one folder. Links are followed only where they stay below it.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The files below `root`, or why it can't be entered.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let root = root
            .canonicalize()
            .map_err(|error| Error::new(root.display().to_string(), error))?;
        Ok(Disk { root })
    }

    fn found(&self, entry: &DirEntry) -> Option<Found> {
        let shown = self.shown(entry.path());
        if entry.path_is_symlink() {
            match entry.path().canonicalize() {
                Ok(target) if target.starts_with(&self.root) && target.is_file() => {}
                Ok(target) if target.starts_with(&self.root) => return None,
                Ok(_) => return Some(Found::Unusable(shown, Problem::LinkOutside)),
                Err(error) => {
                    let problem = Problem::Unreadable(error.to_string());
                    return Some(Found::Unusable(shown, problem));
                }
            }
        } else if !entry.file_type().is_file() {
            return None;
        }
        let relative = entry.path().strip_prefix(&self.root).ok()?;
        let path = relative.to_str().and_then(|text| FilePath::new(text).ok());
        let size = std::fs::metadata(entry.path()).map_or(0, |data| data.len());
        Some(match path {
            Some(path) => Found::File(path, size),
            None => Found::Unusable(shown, Problem::BadName),
        })
    }

    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().into_owned()
    }
}

impl Disk {
    fn walk_where(&self, folder: &FilePath, keep: fn(&DirEntry) -> bool) -> Vec<Found> {
        let top = self.root.join(folder.as_str());
        if !top.exists() {
            return Vec::new();
        }
        let walk = WalkDir::new(&top).follow_links(false).sort_by_file_name();
        let entries = walk.into_iter().filter_entry(keep);
        entries
            .filter_map(|entry| match entry {
                Ok(entry) => self.found(&entry),
                Err(error) => {
                    let shown =
                        error.path().map_or_else(String::new, |path| self.shown(path));
                    Some(Found::Unusable(shown, Problem::Unreadable(error.to_string())))
                }
            })
            .collect()
    }
}

impl Files for Disk {
    fn walk(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        Ok(self.walk_where(folder, |entry| !is_hidden(entry)))
    }

    fn walk_all(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        Ok(self.walk_where(folder, |entry| !is_debris(entry)))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the disk"
    )]
    fn read(&self, path: &FilePath) -> Result<Vec<u8>, Error> {
        std::fs::read(self.root.join(path.as_str()))
            .map_err(|error| Error::new(path.as_str(), error))
    }

    fn head(&self, path: &FilePath, limit: usize) -> Result<Vec<u8>, Error> {
        let mut head = Vec::new();
        std::fs::File::open(self.root.join(path.as_str()))
            .and_then(|file| file.take(limit as u64).read_to_end(&mut head))
            .map_err(|error| Error::new(path.as_str(), error))?;
        Ok(head)
    }
}

/// Hidden files and folders (`.git`, `.DS_Store`, an editor's swap file) are not content.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// What a version control or a desktop leaves in a folder is nobody's file to publish.
fn is_debris(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    entry.depth() > 0 && (name == ".git" || name == ".DS_Store")
}
