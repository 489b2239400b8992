//! The same input gives the same bytes, wherever, whenever and by however many threads it is built.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

fn tree(root: &Path, folder: &Path, into: &mut BTreeMap<String, (Vec<u8>, u32)>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            tree(root, &path, into);
            continue;
        }
        let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        let mode = mode(&path);
        into.insert(name, (fs::read(&path).unwrap(), mode));
    }
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode()
}

#[cfg(not(unix))]
fn mode(_: &Path) -> u32 {
    0
}

/// Builds a copy of the shipped site in `folder` under the given circumstances.
fn build(
    folder: &Path,
    umask: &str,
    zone: &str,
    lang: &str,
    jobs: &str,
) -> BTreeMap<String, (Vec<u8>, u32)> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(folder).unwrap();
    for part in ["site.toml", "content", "themes"] {
        copy(&repository.join(part), &folder.join(part));
    }
    let program = env!("CARGO_BIN_EXE_dateline");
    let status = Command::new("sh")
        .args(["-c", "umask \"$1\"; exec \"$2\" build --quiet --jobs \"$3\""])
        .args(["sh", umask, program, jobs])
        .current_dir(folder)
        .env("TZ", zone)
        .env("LANG", lang)
        .env("LC_ALL", lang)
        .status()
        .unwrap();
    assert!(status.success(), "{status}");
    let mut made = BTreeMap::new();
    let public = folder.join("public");
    tree(&public, &public, &mut made);
    made
}

#[test]
fn two_builds_under_different_circumstances_are_identical() {
    let here = Folder::new("here");
    let there = Folder::new("there");
    let first = build(&here.0.join("a"), "022", "UTC", "C", "1");
    let deep = there.0.join("another/deeper/folder of the site");
    let second = build(&deep, "077", "Pacific/Kiritimati", "tr_TR.UTF-8", "7");
    assert!(first.len() > 100, "only {} files", first.len());
    let names = |made: &BTreeMap<String, _>| made.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    for (name, bytes) in &first {
        assert!(bytes == &second[name], "{name} differs");
    }
}

#[test]
fn a_second_build_changes_nothing() {
    let here = Folder::new("again");
    let site = here.0.join("site");
    let first = build(&site, "022", "UTC", "C", "2");
    let second = build(&site, "022", "UTC", "C", "2");
    assert!(first == second);
}
