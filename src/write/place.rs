//! The operations on disk that writing needs, each with its path in the error.

use crate::files::Error;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// `path` and what went wrong with it.
pub(super) fn error(path: &Path, reason: impl std::fmt::Display) -> Error {
    Error::new(path.display().to_string(), reason)
}

/// What lies at `path` itself (a link is not followed), or nothing.
pub(super) fn look(path: &Path) -> Result<Option<Metadata>, Error> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => Err(error(path, e)),
    }
}

/// Makes one folder, readable to all whatever the umask is; one that is there already is fine.
pub(super) fn make_folder(path: &Path) -> Result<(), Error> {
    match fs::create_dir(path) {
        Ok(()) => set_mode(path, 0o755),
        Err(_) if look(path)?.is_some_and(|found| found.is_dir()) => Ok(()),
        Err(e) => Err(error(path, e)),
    }
}

/// Makes the folder `below` (parts joined by `/`) of `top`, one part at a time; a link is
/// never gone through.
pub(super) fn make_folders(top: &Path, below: &str) -> Result<(), Error> {
    let mut path = top.to_path_buf();
    for part in below.split('/').filter(|part| !part.is_empty()) {
        path.push(part);
        make_folder(&path)?;
    }
    Ok(())
}

/// How a file looks from outside: if this is the same, nobody has written to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// Its size in bytes.
    pub(super) len: u64,
    /// When it was last written, in nanoseconds since 1970; 0 where the system doesn't tell.
    pub(super) mtime: u64,
    /// When anything of it was last changed, its name and its times too, in nanoseconds since 1970. No
    /// program can set this. 0 where the system doesn't tell.
    pub(super) changed: u64,
    /// Who may read and write it, as Unix has it; 0 elsewhere.
    pub(super) mode: u32,
}

impl Stamp {
    pub(super) fn of(found: &Metadata) -> Self {
        let since =
            found.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let mtime = since.map_or(0, |since| since.as_nanos() as u64);
        Stamp { len: found.len(), mtime, changed: changed(found), mode: mode(found) }
    }
}

/// How a file looked that a build wrote. If it looks so still, nobody has written to it since.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Look {
    /// Its size in bytes.
    len: u64,
    /// When it was last written: not before the first of these, nor after the second. Times are those of
    /// [`Stamp::mtime`].
    written: (u64, u64),
    /// When it was last changed, in the same way. Times are those of [`Stamp::changed`].
    changed: (u64, u64),
    /// As [`Stamp::mode`].
    mode: u32,
}

impl Look {
    /// That of a file that all may read, with `len` bytes, which was written between two files on the same file
    /// system.
    pub(super) fn between(first: Stamp, len: u64, last: Stamp) -> Self {
        Look {
            len,
            written: (first.mtime, last.mtime),
            changed: (first.changed, last.changed),
            mode: last.mode,
        }
    }

    /// That of a file that was prepared with this stamp, and had its name before another file got the stamp `last`.
    pub(super) fn put(stamp: Stamp, last: Stamp) -> Self {
        Look { changed: (stamp.changed, last.changed), ..Look::from(stamp) }
    }

    /// Whether a file that is `found` looks so.
    pub(super) fn is(self, found: Stamp) -> bool {
        let within = |(first, last): (u64, u64), time| (first..=last).contains(&time);
        (found.len, found.mode) == (self.len, self.mode)
            && within(self.written, found.mtime)
            && within(self.changed, found.changed)
    }
}

impl From<Stamp> for Look {
    fn from(Stamp { len, mtime, changed, mode }: Stamp) -> Self {
        Look { len, written: (mtime, mtime), changed: (changed, changed), mode }
    }
}

/// How the files look that are made in `folder` from now on, if nothing is done to them: one is made, looked at
/// and taken away.
pub(super) fn look_of_new(folder: &Path) -> Result<Stamp, Error> {
    let path = folder.join("new");
    let new = || {
        let file = File::create_new(&path)?;
        let stamp = Stamp::of(&file.metadata()?);
        drop(file);
        fs::remove_file(&path)?;
        Ok(stamp)
    };
    new().map_err(|e: std::io::Error| error(&path, e))
}

/// Writes a file that must not exist yet, readable to all; `is_open` says whether the umask leaves it so. It is not
/// looked at, since there are thousands of files.
pub(super) fn write_unseen(
    path: &Path,
    bytes: &[u8],
    is_open: bool,
) -> Result<(), Error> {
    let write = || {
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        if is_open { Ok(()) } else { open_to_all(&file) }
    };
    write().map_err(|e: std::io::Error| error(path, e))
}

/// Writes a file that must not exist yet, readable to all whatever the umask is.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<Stamp, Error> {
    fill_new(path, |file| file.write_all(bytes))
}

/// As [`write_new`], for what need not be in memory at once.
pub(super) fn fill_new(
    path: &Path,
    fill: impl FnOnce(&mut File) -> std::io::Result<()>,
) -> Result<Stamp, Error> {
    let write = || {
        let mut file = File::create_new(path)?;
        fill(&mut file)?;
        let stamp = Stamp::of(&file.metadata()?);
        if is_open(stamp) {
            return Ok(stamp);
        }
        open_to_all(&file)?;
        Ok(Stamp::of(&file.metadata()?))
    };
    write().map_err(|e: std::io::Error| error(path, e))
}

#[expect(clippy::disallowed_methods, reason = "the room compares with what it wrote")]
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|e| error(path, e))
}

/// So much of a large file is read at once.
const PIECE: usize = 1 << 20;

/// What stands behind `head` in a file; nothing where it begins otherwise. A large file is read in
/// pieces side by side, since memory that is used for the first time takes longer than the reading.
pub(super) fn read_behind(path: &Path, head: &[u8]) -> Result<Vec<u8>, Error> {
    let read_at = |at: usize, bytes: &mut [u8]| {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(at as u64))?;
        file.read_exact(bytes)
    };
    let read = || {
        let mut found = vec![0; head.len()];
        read_at(0, &mut found)?;
        if found != head {
            return Ok(Vec::new());
        }
        let length = fs::metadata(path)?.len() as usize;
        let mut rest = vec![0; length.saturating_sub(head.len())];
        let pieces = rest.par_chunks_mut(PIECE).enumerate();
        pieces.try_for_each(|(n, piece)| read_at(head.len() + n * PIECE, piece))?;
        Ok(rest)
    };
    read().map_err(|e: std::io::Error| error(path, e))
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to).map_err(|e| error(to, e))
}

/// Removes a file, if it is there.
pub(super) fn remove_file(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(error(path, e)),
        _ => Ok(()),
    }
}

/// Removes whatever lies at `path`; of a link only the link.
pub(super) fn remove_all(path: &Path) -> Result<(), Error> {
    match look(path)? {
        None => Ok(()),
        Some(found) if found.is_dir() => {
            fs::remove_dir_all(path).map_err(|e| error(path, e))
        }
        Some(_) => remove_file(path),
    }
}

#[cfg(unix)]
pub(super) fn set_mode(path: &Path, mode: u32) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::Permissions::from_mode(mode);
    fs::set_permissions(path, mode).map_err(|e| error(path, e))
}

#[cfg(not(unix))]
pub(super) fn set_mode(_: &Path, _: u32) -> Result<(), Error> {
    Ok(())
}

/// Makes a file readable to all, whatever the umask is.
#[cfg(unix)]
fn open_to_all(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_all(_: &File) -> std::io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn mode(found: &Metadata) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    found.permissions().mode() & 0o7777
}

#[cfg(not(unix))]
fn mode(_: &Metadata) -> u32 {
    0
}

#[cfg(unix)]
fn changed(found: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    let whole = (found.ctime().max(0) as u64).saturating_mul(1_000_000_000);
    whole.saturating_add(found.ctime_nsec().max(0) as u64)
}

/// Elsewhere a change that was made to look like none is not seen before the file's page changes.
#[cfg(not(unix))]
fn changed(_: &Metadata) -> u64 {
    0
}

/// Whether a file with this stamp may be read by all, as [`write_new`] leaves it.
pub(super) fn is_open(stamp: Stamp) -> bool {
    cfg!(not(unix)) || stamp.mode == 0o644
}

/// Whether the open `file` is the one that now lies at `path`.
#[cfg(unix)]
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let key = |found: Metadata| (found.dev(), found.ino());
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(there)) => key(open) == key(there),
        _ => false,
    }
}

/// Elsewhere a file that is open can't be taken away from its path.
#[cfg(not(unix))]
pub(super) fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
