//! Files of a folder on disk.

use super::{Error, FilePath, Files, Found, Look, Problem, Reader, Seen, real, statics};
use crate::letters::folded;
use rayon::prelude::*;
use std::fs::Metadata;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The files below one folder. Links are followed only where they stay below it.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The files below `root`, or why it can't be entered.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let root =
            real(root).map_err(|error| Error::new(root.display().to_string(), error))?;
        Ok(Disk { root })
    }

    /// Every file of the folder that is not hidden, sorted by path.
    pub fn everything(&self) -> Vec<Found> {
        let may_lead_to =
            |link: &Path, target: &Path| self.is_readable_link(link, target);
        self.walk_where(&self.root, |entry| !is_hidden(entry), &may_lead_to)
    }

    fn found(&self, entry: &DirEntry, may_lead_to: &MayLeadTo) -> Option<Found> {
        let unusable = |problem| Found::Unusable(self.shown(entry.path()), problem);
        if entry.path_is_symlink() {
            match real(entry.path()) {
                Ok(target) if !target.starts_with(&self.root) => {
                    return Some(unusable(Problem::LinkOutside));
                }
                Ok(target) if !may_lead_to(entry.path(), &target) => {
                    return Some(unusable(Problem::LinkToUnpublished));
                }
                Ok(target) if target.is_file() => {}
                Ok(_) => return None,
                Err(error) => {
                    return Some(unusable(Problem::Unreadable(error.to_string())));
                }
            }
        } else if !entry.file_type().is_file() {
            return None;
        }
        let relative = entry.path().strip_prefix(&self.root).ok()?;
        let path = relative.to_str().and_then(|text| FilePath::new(text).ok());
        Some(match path {
            Some(path) => Found::File(path, look(entry.path())),
            None => unusable(Problem::BadName),
        })
    }

    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().into_owned()
    }
}

/// Whether a link, the first, may lead to a file or folder of the site.
type MayLeadTo<'m> = dyn Fn(&Path, &Path) -> bool + Sync + 'm;

impl Disk {
    fn walk_where(
        &self,
        top: &Path,
        keep: fn(&DirEntry) -> bool,
        may_lead_to: &MayLeadTo,
    ) -> Vec<Found> {
        if !top.exists() {
            return Vec::new();
        }
        let walk = WalkDir::new(top).follow_links(false).sort_by_file_name();
        let entries: Vec<_> = walk.into_iter().filter_entry(keep).collect();
        // To look at each takes longer than to list them.
        let found = entries.into_par_iter().filter_map(|entry| match entry {
            Ok(entry) => self.found(&entry, may_lead_to),
            Err(error) => {
                let shown =
                    error.path().map_or_else(String::new, |path| self.shown(path));
                Some(Found::Unusable(shown, Problem::Unreadable(error.to_string())))
            }
        });
        found.collect()
    }

    /// Whether a link may be read as what it leads to: not one by which the vault, or a folder of a
    /// program, would lie where things are published.
    fn is_readable_link(&self, link: &Path, target: &Path) -> bool {
        let below = |path: &Path| path.strip_prefix(&self.root).map(Path::to_path_buf);
        let Ok(target) = below(target) else { return false };
        let is_vault = |path: &Path| path.starts_with("content/vault");
        let is_hidden =
            |part: Component<'_>| part.as_os_str().as_encoded_bytes().starts_with(b".");
        !target.components().any(is_hidden)
            && (!is_vault(&target) || below(link).is_ok_and(|link| is_vault(&link)))
    }
}

/// The nearest folder with `site.toml`, from this one upwards.
pub fn site_above(here: &Path) -> Option<PathBuf> {
    let has_site = |folder: &&Path| folder.join("site.toml").is_file();
    here.ancestors().find(has_site).map(Path::to_path_buf)
}

impl Files for Disk {
    fn walk(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        let top = self.root.join(folder.as_str());
        let may_lead_to =
            |link: &Path, target: &Path| self.is_readable_link(link, target);
        Ok(self.walk_where(&top, |entry| !is_hidden(entry), &may_lead_to))
    }

    fn walk_all(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        let top = self.root.join(folder.as_str());
        // A folder that is itself a link would publish another one.
        let is_itself = |real: PathBuf| {
            folded(&real.to_string_lossy()) == folded(&top.to_string_lossy())
        };
        if real(&top).is_ok_and(|real| !is_itself(real)) {
            let found = Found::Unusable(folder.to_string(), Problem::LinkToUnpublished);
            return Ok(vec![found]);
        }
        let may_lead_to =
            |_: &Path, target: &Path| target.starts_with(&top) && target.is_file();
        Ok(self.walk_where(&top, |entry| !is_debris(entry), &may_lead_to))
    }

    fn look(&self, path: &FilePath) -> Option<Look> {
        let path = self.root.join(path.as_str());
        // No part of the path is a link.
        let is_plain = real(&path).is_ok_and(|real| real == path);
        (is_plain && path.is_file()).then(|| look(&path))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the disk"
    )]
    fn read(&self, path: &FilePath) -> Result<Vec<u8>, Error> {
        std::fs::read(self.root.join(path.as_str()))
            .map_err(|error| Error::new(path.as_str(), error))
    }

    fn read_found(&self, path: &FilePath, size: u64) -> Result<Vec<u8>, Error> {
        std::fs::File::open(self.root.join(path.as_str()))
            .and_then(|file| read_whole(file, size as usize))
            .map_err(|error| Error::new(path.as_str(), error))
    }

    fn reader(&self) -> Reader {
        let disk = self.clone();
        Arc::new(move |path, size| disk.read_found(path, size))
    }

    fn head(&self, path: &FilePath, limit: usize) -> Result<Vec<u8>, Error> {
        let mut head = Vec::new();
        std::fs::File::open(self.root.join(path.as_str()))
            .and_then(|file| file.take(limit as u64).read_to_end(&mut head))
            .map_err(|error| Error::new(path.as_str(), error))?;
        Ok(head)
    }
}

/// The bytes of a file that had `size` of them: in one call of the system where it still has, since
/// there are thousands of files.
fn read_whole(mut file: std::fs::File, size: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = vec![0; size + 1];
    let read = match file.read(&mut bytes) {
        Err(error) if error.kind() == ErrorKind::Interrupted => 0,
        read => read?,
    };
    bytes.truncate(read);
    if read != size {
        file.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// How the file at `path` looks. A link is the file that it leads to: that file is read.
fn look(path: &Path) -> Look {
    let Ok(found) = std::fs::metadata(path) else { return Look::default() };
    Look { size: found.len(), seen: seen(path, &found) }
}

#[cfg(unix)]
fn seen(path: &Path, found: &Metadata) -> Option<Seen> {
    use crate::keys::Key;
    use std::os::unix::fs::MetadataExt;
    let changed = nanoseconds(found.ctime(), found.ctime_nsec());
    let written = nanoseconds(found.mtime(), found.mtime_nsec());
    let name = path.as_os_str().as_encoded_bytes();
    let key = Key::of(&(name, found.len(), written, changed, found.ino()));
    Some(Seen { key, newest: changed })
}

/// Elsewhere nothing tells of a change that was made to look like none.
#[cfg(not(unix))]
fn seen(_: &Path, _: &Metadata) -> Option<Seen> {
    None
}

/// A time of a file; the system counts seconds and the rest of them apart.
#[cfg(unix)]
fn nanoseconds(seconds: i64, rest: i64) -> u64 {
    (seconds.max(0) as u64)
        .saturating_mul(1_000_000_000)
        .saturating_add(rest.max(0) as u64)
}

/// Hidden files and folders (`.git`, `.DS_Store`, an editor's swap file) are not content.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// What a version control or a desktop leaves in a folder is nobody's file to publish.
fn is_debris(entry: &DirEntry) -> bool {
    entry.depth() > 0 && statics::is_debris(&entry.file_name().to_string_lossy())
}

#[cfg(all(test, unix))]
#[allow(clippy::disallowed_methods, reason = "tests write their own files")]
mod tests {
    use super::*;
    use std::fs;

    /// A folder of one test, gone with it.
    struct Folder(PathBuf);

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn what_is_added_removed_or_written_to_looks_different() {
        let name = format!("dateline-seen-{}", std::process::id());
        let folder = Folder(std::env::temp_dir().join(name));
        let _ = fs::remove_dir_all(&folder.0);
        fs::create_dir_all(folder.0.join("content/sub")).unwrap();
        let file = |path: &str, text: &str| fs::write(folder.0.join(path), text).unwrap();
        file("content/a.md", "A");
        file("content/sub/b.md", "B");
        let disk = Disk::open(&folder.0).unwrap();
        let content = FilePath::new("content").unwrap();
        let key = || Seen::all(&disk.walk(&content).unwrap()).unwrap().key;
        let mut last = key();
        assert_eq!(key(), last);
        let mut changes = |what: &str| {
            assert_ne!(key(), last, "{what}");
            last = key();
        };
        file("content/sub/c.md", "C");
        changes("a new file");
        file("content/sub/c.md", "CC");
        changes("another length");
        let moved = (folder.0.join("content/sub/c.md"), folder.0.join("content/c.md"));
        fs::rename(moved.0, moved.1).unwrap();
        changes("another place");
        // The length and the time of writing as before: the time of the change is another.
        let path = folder.0.join("content/a.md");
        let written = fs::metadata(&path).unwrap().modified().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(30));
        file("content/a.md", "B");
        let open = fs::File::options().write(true).open(&path).unwrap();
        open.set_modified(written).unwrap();
        changes("other bytes");
        fs::remove_file(&path).unwrap();
        changes("one file less");
    }
}
