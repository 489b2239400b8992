//! Comparing a folder with the manifest in it: a mirror, or a copy on a stick.

use super::place;
use crate::files::Error;
use crate::manifest::{FileSum, MANIFEST, SIGNATURE, SiteDifference, SiteManifest, Sum};
use crate::output::RECORD;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A folder beside its manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The bytes of the manifest, which a signature is of.
    pub manifest: Vec<u8>,
    /// The signature beside it, where there is one.
    pub signature: Option<Vec<u8>>,
    /// The one sum of all files that the manifest names.
    pub root: Sum,
    /// How the folder differs.
    pub difference: SiteDifference,
}

/// A manifest is not longer, nor a signature.
const MOST: u64 = 1 << 30;

/// Compares every file at and below `folder` with its manifest. The inner error says why that is none.
pub fn verify(folder: &Path) -> Result<Result<Verified, String>, Error> {
    let Some(manifest) = read(&folder.join(MANIFEST))? else {
        return Ok(Err(format!("there is no `{MANIFEST}` in it")));
    };
    let listed = match SiteManifest::read(&manifest) {
        Ok(listed) => listed,
        Err(reason) => return Ok(Err(format!("`{MANIFEST}` can't be used: {reason}"))),
    };
    let signature = read(&folder.join(SIGNATURE))?;
    let difference = listed.compare(&sums(folder)?);
    Ok(Ok(Verified { manifest, signature, root: listed.root(), difference }))
}

/// The bytes of a file, if it is there.
fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    if !path.is_file() {
        return Ok(None);
    }
    let read = || {
        let mut bytes = Vec::new();
        File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map(Some).map_err(|error: std::io::Error| place::error(path, error))
}

/// The sum of every file in a folder, by its path from there. What a manifest does not name of itself is left
/// out. A link counts as what it leads to, if that is a file.
fn sums(folder: &Path) -> Result<BTreeMap<String, FileSum>, Error> {
    let mut paths: Vec<(String, PathBuf)> = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.map_err(|error| place::error(folder, error))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts = below.components().map(|part| part.as_os_str().to_string_lossy());
        let path = parts.collect::<Vec<_>>().join("/");
        if ![MANIFEST, SIGNATURE, RECORD].contains(&&*path) {
            paths.push((path, entry.into_path()));
        }
    }
    let sum = |(path, place): (String, PathBuf)| {
        // What is no file has no bytes that could be those of the manifest.
        if !place.is_file() {
            return Ok((path, FileSum { bytes: u64::MAX, ..FileSum::default() }));
        }
        let sum = File::open(&place).and_then(FileSum::of_reader);
        sum.map(|sum| (path, sum)).map_err(|error| place::error(&place, error))
    };
    paths.into_par_iter().map(sum).collect()
}
