//! Single files that are put beside others, each whole or not at all: a signature, the record of an edition.

use super::place;
use crate::files::Error;
use std::fs;
use std::path::Path;

/// Puts a file at `path`, in place of what is there.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let draft = draft(path);
    place::remove_all(&draft)?;
    place::write_new(&draft, bytes)?;
    place::rename(&draft, path)
}

/// Puts a file at `path`, with the folders that it needs, unless something is there; whether it was put.
pub fn add(path: &Path, bytes: &[u8]) -> Result<bool, Error> {
    if let Some(folder) = path.parent() {
        make_all(folder)?;
    }
    let draft = draft(path);
    place::remove_all(&draft)?;
    place::write_new(&draft, bytes)?;
    // Of two at once one is told that the name is taken, which a rename would not.
    let linked = fs::hard_link(&draft, path);
    let put = match linked {
        Ok(()) => Ok(true),
        Err(_) if place::look(path)?.is_some() => Ok(false),
        // Some file systems have no such links.
        Err(_) => place::write_new(path, bytes).map(|_| true),
    };
    place::remove_file(&draft)?;
    put
}

/// Makes a folder, with those above it that lack.
fn make_all(folder: &Path) -> Result<(), Error> {
    let is_lacking = |one: &&Path| !one.as_os_str().is_empty() && !one.exists();
    let lacking: Vec<&Path> = folder.ancestors().take_while(is_lacking).collect();
    lacking.into_iter().rev().try_for_each(place::make_folder)
}

/// Where a file lies until it is whole.
fn draft(path: &Path) -> std::path::PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.draft"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

    use super::*;

    #[test]
    fn what_is_added_never_takes_the_place_of_another() {
        let name = format!("dateline-beside-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        let path = folder.join("in/releases/a.json");
        assert_eq!(add(&path, b"one"), Ok(true));
        assert_eq!(add(&path, b"two"), Ok(false));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        put(&path, b"three").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"three");
        assert_eq!(fs::read_dir(folder.join("in/releases")).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
