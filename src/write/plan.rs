//! What stands in an output folder, against what should: what is in the way, what is no longer wanted.

use super::place::{self, Stamp};
use super::record::Record;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::files::{self, Error, OutPath};
use crate::output::{Artifact, RECORD, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walkdir::WalkDir;

/// What stands where an artifact is to be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// Nothing that stays.
    Free,
    /// A file that the last build made, and how it looks.
    Made(Stamp),
    /// Something that no build made.
    Taken,
}

/// What stands where a folder is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// Nothing that stays.
    Free,
    /// A folder, whoever made it.
    Folder,
    /// Something that no build made.
    Taken,
}

/// An output folder, and what of it the last build made.
pub(super) struct Survey<'s> {
    folder: &'s Path,
    made: &'s Record,
    /// Every folder that artifacts go to, and whether it is there.
    folders: BTreeMap<&'s str, bool>,
}

impl<'s> Survey<'s> {
    /// Looks at every folder that `artifacts` go to; one that can't be used is reported.
    pub(super) fn new(
        folder: &'s Path,
        made: &'s Record,
        artifacts: &'s [Artifact<'_>],
        diags: &mut Diagnostics,
    ) -> Result<Self, Error> {
        let needed: BTreeSet<&str> =
            artifacts.iter().flat_map(|artifact| folders_of(&artifact.path)).collect();
        let mut survey = Survey { folder, made, folders: BTreeMap::from([("", true)]) };
        // A folder comes after the one it lies in, being longer.
        for path in needed {
            let parent = path.rfind('/').map_or("", |slash| &path[..slash]);
            let there = survey.is_there(parent)
                && match survey.look(path)? {
                    Ground::Taken => {
                        diags.push(in_the_way(folder, path));
                        false
                    }
                    Ground::Folder => true,
                    Ground::Free => false,
                };
            survey.folders.insert(path, there);
        }
        Ok(survey)
    }

    fn is_there(&self, folder: &str) -> bool {
        self.folders.get(folder).copied().unwrap_or(false)
    }

    /// What stands where a folder is needed.
    fn look(&self, path: &str) -> Result<Ground, Error> {
        let Some(found) = place::look(&self.folder.join(path))? else {
            return Ok(Ground::Free);
        };
        let is_made = || OutPath::new(path).is_ok_and(|path| self.made.has(0, &path));
        Ok(if found.is_dir() {
            Ground::Folder
        } else if found.is_file() && is_made() {
            Ground::Free
        } else {
            Ground::Taken
        })
    }

    /// What stands where the file `path` is to be put, number `number` of all.
    pub(super) fn spot(&self, number: usize, path: &OutPath) -> Result<Spot, Error> {
        if !self.is_there(path.folder()) {
            return Ok(Spot::Free);
        }
        let place = self.folder.join(path.as_str());
        let Some(found) = place::look(&place)? else { return Ok(Spot::Free) };
        if found.is_dir() {
            let goes = self.goes(&place)?;
            return Ok(if goes { Spot::Free } else { Spot::Taken });
        }
        let is_made = found.is_file() && self.made.has(number, path);
        Ok(if is_made { Spot::Made(Stamp::of(&found)) } else { Spot::Taken })
    }

    /// Whether a folder goes once the files the last build made are gone from it: it has no
    /// other, and no folder in it is empty now.
    fn goes(&self, folder: &Path) -> Result<bool, Error> {
        let mut holds = BTreeSet::new();
        let mut folders = BTreeSet::new();
        for entry in WalkDir::new(folder) {
            let entry = entry.map_err(|e| place::error(folder, e))?;
            holds.extend(entry.path().parent().map(Path::to_path_buf));
            if entry.file_type().is_dir() {
                folders.insert(entry.into_path());
            } else if !self.has_made(entry.path()) {
                return Ok(false);
            }
        }
        Ok(folders.iter().all(|folder| holds.contains(folder)))
    }

    fn has_made(&self, path: &Path) -> bool {
        let below = path.strip_prefix(self.folder).ok().and_then(Path::to_str);
        let path = below.and_then(|below| OutPath::new(below).ok());
        path.is_some_and(|path| self.made.has(0, &path))
    }

    /// The files of the last build that are not in `wanted`.
    pub(super) fn stale(&self, wanted: &Record) -> Vec<OutPath> {
        let made = self.made.paths().iter().enumerate();
        let gone = made.filter(|(number, path)| !wanted.has(*number, path));
        let gone: Vec<&OutPath> = gone.map(|(_, path)| path).collect();
        let folded: BTreeMap<String, &OutPath> =
            wanted.paths().iter().map(|path| (fold(path.as_str()), path)).collect();
        let is_kept = |path: &OutPath| {
            let other = folded.get(&fold(path.as_str()));
            other.is_some_and(|other| self.is_one_file(path, other))
        };
        gone.into_iter().filter(|path| !is_kept(path)).cloned().collect()
    }

    /// Whether the file system takes two paths that differ in letters' case for one.
    fn is_one_file(&self, a: &OutPath, b: &OutPath) -> bool {
        let real = |path: &OutPath| files::real(&self.folder.join(path.as_str())).ok();
        real(a).is_some_and(|a| real(b) == Some(a))
    }
}

/// The folders of a path, outermost first: `a`, `a/b` for `a/b/c`.
fn folders_of(path: &OutPath) -> impl Iterator<Item = &str> {
    let text = path.as_str();
    text.match_indices('/').map(|(at, _)| &text[..at])
}

/// Something that no build made stands where `path` is to be.
pub(super) fn in_the_way(folder: &Path, path: &str) -> Diagnostic {
    let shown = folder.join(path).display().to_string();
    Diagnostic::new(
        codes::FILE_IN_THE_WAY,
        Place::Path(shown, None),
        format!("`{path}` is in the way: the site has a file to put there"),
    )
    .note(format!("it is not in `{RECORD}`, so no build made it, and it is not replaced"))
    .help("move it away, or give what the site puts there another id")
}
