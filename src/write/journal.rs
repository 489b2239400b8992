//! What is to be done to an existing site, written down before it is done.

use super::place;
use super::record::Record;
use super::workshop::{JOURNAL, Workshop};
use crate::files::{Error, OutPath};
use crate::output::{RECORD, WORKSHOP};
use std::path::Path;

/// The first line of a journal; the number changes with its form.
const HEADER: &str = "dateline journal 1";

/// The name of the new record in the workshop.
const NEW_RECORD: &str = "record";

/// Every change that turns the last build's files into this one's. Doing one again that is already
/// done changes nothing, so a journal can be gone through from its start at any time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Journal {
    /// Removed, before anything is put: a file may have to make room for a folder.
    pub(super) removed: Vec<OutPath>,
    /// Put in place: the prepared file's number, and where it goes.
    pub(super) put: Vec<(usize, OutPath)>,
}

/// One change.
pub(super) enum Step<'j> {
    Remove(&'j OutPath),
    Put(usize, &'j OutPath),
    Record,
}

impl Journal {
    /// Leaves the journal and the new record in the workshop. From here on the build is finished,
    /// by this run or by the next.
    pub(super) fn leave(
        &self,
        workshop: &Workshop,
        wanted: &Record,
    ) -> Result<(), Error> {
        let record = workshop.path(NEW_RECORD);
        place::remove_all(&record)?;
        place::write_new(&record, wanted.text().as_bytes())?;
        let mut text = format!("{HEADER}\n");
        for path in &self.removed {
            text.push_str(&format!("remove {path}\n"));
        }
        for (number, path) in &self.put {
            text.push_str(&format!("put {number} {path}\n"));
        }
        text.push_str("end\n");
        let draft = workshop.path("journal-draft");
        place::remove_all(&draft)?;
        place::write_new(&draft, text.as_bytes())?;
        place::rename(&draft, &workshop.journal())
    }

    /// Whether an interrupted build has left work to do in the output folder `folder`.
    pub(super) fn is_left(folder: &Path) -> Result<bool, Error> {
        Ok(place::look(&folder.join(WORKSHOP).join(JOURNAL))?.is_some())
    }

    /// The journal an interrupted build has left, if there is one.
    pub(super) fn found(workshop: &Workshop) -> Result<Option<Journal>, Error> {
        let path = workshop.journal();
        if !place::look(&path)?.is_some_and(|found| found.is_file()) {
            return Ok(None);
        }
        let bytes = place::read(&path)?;
        let text = String::from_utf8_lossy(&bytes);
        parse(&text).map(Some).ok_or_else(|| {
            place::error(&path, "not a journal that this version of dateline reads")
        })
    }

    pub(super) fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        let removed = self.removed.iter().map(Step::Remove);
        let put = self.put.iter().map(|(number, path)| Step::Put(*number, path));
        removed.chain(put).chain([Step::Record])
    }

    /// Does all that is to be done in `folder`, then takes the journal away.
    pub(super) fn finish(&self, folder: &Path, workshop: &Workshop) -> Result<(), Error> {
        for step in self.steps() {
            step.run(folder, workshop)?;
        }
        place::remove_file(&workshop.journal())
    }
}

fn parse(text: &str) -> Option<Journal> {
    let mut journal = Journal { removed: Vec::new(), put: Vec::new() };
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return None;
    }
    for line in lines.by_ref() {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "remove" => journal.removed.push(OutPath::new(rest).ok()?),
            "put" => {
                let (number, path) = rest.split_once(' ')?;
                journal.put.push((number.parse().ok()?, OutPath::new(path).ok()?));
            }
            "end" => return Some(journal),
            _ => return None,
        }
    }
    None
}

impl Step<'_> {
    pub(super) fn run(&self, folder: &Path, workshop: &Workshop) -> Result<(), Error> {
        match self {
            Step::Remove(path) => remove(folder, path),
            Step::Put(number, path) => {
                let staged = workshop.stage().join(number.to_string());
                if place::look(&staged)?.is_none() {
                    return Ok(());
                }
                place::make_folders(folder, path.folder())?;
                place::rename(&staged, &folder.join(path.as_str()))
            }
            Step::Record => {
                let new = workshop.path(NEW_RECORD);
                match place::look(&new)? {
                    Some(_) => place::rename(&new, &folder.join(RECORD)),
                    None => Ok(()),
                }
            }
        }
    }
}

/// Removes a file of the last build, and the folders it leaves empty. What lies behind a link is
/// not the build's and stays.
fn remove(folder: &Path, path: &OutPath) -> Result<(), Error> {
    let mut parents = Vec::new();
    let mut parent = folder.to_path_buf();
    for part in path.folder().split('/').filter(|part| !part.is_empty()) {
        parent.push(part);
        if !place::look(&parent)?.is_some_and(|found| found.is_dir()) {
            return Ok(());
        }
        parents.push(parent.clone());
    }
    let file = folder.join(path.as_str());
    if place::look(&file)?.is_some_and(|found| found.is_file()) {
        place::remove_file(&file)?;
    }
    for parent in parents.iter().rev() {
        // A folder that has something in it stays: removing it fails, as it should.
        if std::fs::remove_dir(parent).is_err() {
            break;
        }
    }
    Ok(())
}
