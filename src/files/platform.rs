//! What systems do in different ways: following links, telling processes apart, locking files.
//!
//! WebAssembly (`wasm32-wasip1`) has neither processes nor locks, and its standard library follows no links by itself.
//! Whoever runs the program there sees to it that nobody else writes to the same folder.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The absolute path of a file or folder, with every link followed.
#[cfg(not(target_family = "wasm"))]
pub fn real(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize()
}

/// The absolute path of a file or folder, with every link followed.
#[cfg(target_family = "wasm")]
pub fn real(path: &Path) -> io::Result<PathBuf> {
    use std::path::Component;
    /// As many links as Linux follows in one path (path_resolution(7)).
    const MOST_LINKS: usize = 40;

    let absolute = std::path::absolute(path)?;
    let mut left: Vec<PathBuf> = parts_backwards(&absolute);
    let (mut found, mut links) = (PathBuf::new(), 0);
    while let Some(part) = left.pop() {
        match part.components().next() {
            Some(Component::ParentDir) => {
                found.pop();
                continue;
            }
            Some(Component::CurDir) | None => continue,
            Some(_) => found.push(&part),
        }
        // What was handed in may not be read, nor the folders above it.
        let is_link = found.symlink_metadata().is_ok_and(|it| it.is_symlink());
        if is_link {
            links += 1;
            if links > MOST_LINKS {
                return Err(io::Error::other("too many links"));
            }
            let target = found.read_link()?;
            found.pop();
            left.extend(parts_backwards(&target));
        }
    }
    found.metadata()?;
    Ok(found)
}

/// The parts of a path, the last first.
#[cfg(target_family = "wasm")]
fn parts_backwards(path: &Path) -> Vec<PathBuf> {
    path.components().rev().map(|part| PathBuf::from(part.as_os_str())).collect()
}

/// A number that no other process has that runs now.
pub fn process_number() -> u32 {
    if cfg!(target_family = "wasm") { 0 } else { std::process::id() }
}

/// Waits until no other process has locked the file, and locks it. The lock goes with the process.
pub fn lock(file: &File) -> io::Result<()> {
    if cfg!(target_family = "wasm") { Ok(()) } else { file.lock() }
}

/// Locks the file, unless another process has.
pub fn try_lock(file: &File) -> Result<(), TryLockError> {
    if cfg!(target_family = "wasm") { Ok(()) } else { file.try_lock() }
}
