//! The output folder, checked before anything is written to it.

use super::{Failure, place};
use crate::diag::{Diagnostic, Place, codes};
use crate::files::{self, Error, FilePath};
use crate::output::{RECORD, WORKSHOP};
use std::path::{Component, Path, PathBuf};

/// The folders of a site that hold what its author writes.
const INPUTS: [&str; 3] = ["content", "themes", "static"];

/// An output folder that is none of the site's own folders, nor around them. It need not exist.
#[derive(Debug, Clone)]
pub struct Target {
    folder: PathBuf,
}

/// What is found where the site is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing.
    New,
    /// A folder without anything in it.
    Empty,
    /// A folder that a build made.
    Ours,
}

impl Target {
    /// The folder `out` for the site whose root is `root`; refused where it is the root, lies
    /// around it, or in one of the site's own folders. Links in `out` are followed first.
    pub fn new(root: &Path, out: &Path) -> Result<Self, Failure> {
        let root = resolve(root)?;
        let folder = resolve(out)?;
        if root.starts_with(&folder) {
            let problem = "holds the site itself";
            return Err(misplaced(&folder, problem));
        }
        for input in INPUTS {
            if folder.starts_with(resolve(&root.join(input))?) {
                return Err(misplaced(&folder, &format!("lies in `{input}`")));
            }
        }
        Ok(Target { folder })
    }

    /// Where it is in the site's folder `root`, if it lies there.
    pub fn inside(&self, root: &Path) -> Option<FilePath> {
        let below = self.folder.strip_prefix(resolve(root).ok()?).ok()?;
        // A name that is not UTF-8 is none that `site.toml` could write.
        FilePath::new(&below.to_str()?.replace('\\', "/")).ok()
    }

    /// Where it is, absolute and with links followed.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is there now; a folder with files in it that no build made is refused.
    pub(super) fn standing(&self) -> Result<Standing, Failure> {
        let Some(found) = place::look(&self.folder)? else { return Ok(Standing::New) };
        if !found.is_dir() {
            return Err(foreign(&self.folder, "is a file, not a folder"));
        }
        let is_file = |path: PathBuf| {
            place::look(&path).map(|found| found.is_some_and(|found| found.is_file()))
        };
        let work = self.folder.join(WORKSHOP);
        if is_file(self.folder.join(RECORD))?
            || is_file(work.join(super::workshop::JOURNAL))?
        {
            return Ok(Standing::Ours);
        }
        let entries = std::fs::read_dir(&self.folder)
            .map_err(|error| place::error(&self.folder, error))?;
        // What a build left that was interrupted before it had changed anything is nobody's file.
        let others = entries.filter(|entry| {
            !entry.as_ref().is_ok_and(|entry| entry.file_name() == WORKSHOP)
        });
        match others.count() {
            0 => Ok(Standing::Empty),
            _ => Err(foreign(&self.folder, "has files in it that no build made")),
        }
    }
}

/// The path with every link of its existing part followed and `..` taken back.
fn resolve(path: &Path) -> Result<PathBuf, Error> {
    let absolute = std::path::absolute(path).map_err(|e| place::error(path, e))?;
    let mut resolved = PathBuf::new();
    for part in absolute.components() {
        if part == Component::ParentDir {
            resolved.pop();
            continue;
        }
        resolved.push(part);
        if place::look(&resolved)
            .is_ok_and(|found| found.is_some_and(|it| it.is_symlink()))
        {
            resolved = files::real(&resolved).map_err(|e| place::error(&resolved, e))?;
        }
    }
    Ok(resolved)
}

fn misplaced(folder: &Path, problem: &str) -> Failure {
    let shown = folder.display();
    let found = Diagnostic::new(
        codes::OUTPUT_IN_SITE,
        Place::Path(shown.to_string(), None),
        format!("the output folder {problem}"),
    )
    .note("what a build writes must not mix with what the author wrote")
    .help("write to a folder of its own, such as `--out public`");
    Failure::Refused(Box::new(found))
}

fn foreign(folder: &Path, problem: &str) -> Failure {
    let shown = folder.display();
    let found = Diagnostic::new(
        codes::FOREIGN_OUTPUT,
        Place::Path(shown.to_string(), None),
        format!("the output folder {problem}"),
    )
    .note(format!("a folder that a build made has the file `{RECORD}` in it"))
    .help("name another folder with `--out`, or empty this one first");
    Failure::Refused(Box::new(found))
}
