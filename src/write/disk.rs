//! Bringing an output folder to what the artifacts say, whole or not at all.

use super::journal::Journal;
use super::ledger::{LedgerLine, MadeFrom, Restyled};
use super::page::There;
use super::place::{Look, Stamp};
use super::plan::{Spot, Survey, in_the_way};
use super::record::Record;
use super::target::{Standing, Target};
use super::workshop::Workshop;
use super::{Failure, Ledger, Progress, Report, make, place};
use crate::diag::Diagnostics;
use crate::files::{Error, Files, OutPath};
use crate::manifest::FileSum;
use crate::output::{Artifact, Body, Output, RECORD, WORKSHOP};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What to do with a file that is already as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing<'l> {
    /// Leave it, its time of change too: what copies the site elsewhere copies less. A page that
    /// the ledger of the last build knows, and that would be the same, is not even made.
    Keep(&'l Ledger),
    /// Write it anew all the same.
    Replace,
}

/// Writes the site to `target`. On [`Failure::Content`] and [`Failure::Refused`] nothing there has
/// been changed, but that an interrupted build may have been finished.
pub fn disk(
    target: &Target,
    output: &Output<'_>,
    files: &dyn Files,
    existing: Existing<'_>,
    progress: &Progress,
) -> Result<Report, Failure> {
    let folder = target.folder();
    if target.standing()? == Standing::Ours {
        return in_workshop(folder.join(WORKSHOP), |workshop| {
            update(target, workshop, output, files, existing, progress)
        });
    }
    let made = make_parents(folder)?;
    let fresh = in_workshop(beside(folder), |workshop| {
        fresh(target, workshop, output, files, progress)
    });
    match fresh {
        // A folder that is a file system's own root, or whose neighbours may not be written,
        // can't be exchanged; nor can one that another build has just filled.
        Err(Failure::Machine(_)) if place::look(folder)?.is_some() => {
            in_workshop(folder.join(WORKSHOP), |workshop| {
                update(target, workshop, output, files, existing, progress)
            })
        }
        Err(failure) => {
            remove_parents(&made);
            Err(failure)
        }
        report => report,
    }
}

/// Where a folder is prepared that isn't there yet.
fn beside(folder: &Path) -> PathBuf {
    folder.with_file_name(match folder.file_name() {
        Some(name) => format!(".{}{WORKSHOP}", name.to_string_lossy()),
        None => WORKSHOP.to_owned(),
    })
}

/// Takes away what builds to `target` have left that were interrupted before they had changed anything: it
/// may hold what is not to be published.
pub fn tidy(target: &Target) {
    let folder = target.folder();
    [folder.join(WORKSHOP), beside(folder)].into_iter().for_each(Workshop::clear);
}

/// What [`disk`] would report if every file is still as `ledger` has it, and nothing has to be done;
/// none where one isn't.
pub fn untouched(target: &Target, ledger: &Ledger) -> Result<Option<Report>, Failure> {
    let folder = target.folder();
    if target.standing()? != Standing::Ours || Journal::is_left(folder)? {
        return Ok(None);
    }
    let listed = ledger.files().map(|(path, _)| path.clone());
    let made = Record::read(folder, &Record::of(listed.collect()))?;
    let is_so = |(path, look): &(&OutPath, Look)| {
        let found = place::look(&folder.join(path.as_str())).ok().flatten();
        found.is_some_and(|it| it.is_file() && look.is(Stamp::of(&it)))
    };
    let files: Vec<(&OutPath, Look)> = ledger.files().collect();
    let is_listed = files.iter().map(|(path, _)| *path).eq(made.paths());
    if !(is_listed && files.par_iter().all(is_so)) {
        return Ok(None);
    }
    let unchanged = files.into_iter().map(|(path, _)| path.clone()).collect();
    Ok(Some(Report { unchanged, ledger: ledger.clone(), ..Report::default() }))
}

fn in_workshop(
    folder: PathBuf,
    work: impl FnOnce(&Workshop) -> Result<Report, Failure>,
) -> Result<Report, Failure> {
    let workshop = Workshop::open(folder)?;
    let result = work(&workshop);
    workshop.close();
    result
}

/// Makes the folders that `folder` is to lie in; those that were missing, outermost first.
fn make_parents(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut missing = Vec::new();
    for parent in folder.ancestors().skip(1) {
        if place::look(parent)?.is_some() {
            break;
        }
        missing.push(parent.to_path_buf());
    }
    missing.reverse();
    missing.iter().try_for_each(|parent| place::make_folder(parent))?;
    Ok(missing)
}

/// Takes back what [`make_parents`] made, as far as nothing else has come there.
fn remove_parents(made: &[PathBuf]) {
    for parent in made.iter().rev() {
        if std::fs::remove_dir(parent).is_err() {
            break;
        }
    }
}

/// Prepares the whole site beside its place and puts it there by one rename.
fn fresh(
    target: &Target,
    workshop: &Workshop,
    output: &Output<'_>,
    files: &dyn Files,
    progress: &Progress,
) -> Result<Report, Failure> {
    let (folder, artifacts) = (target.folder(), &*output.artifacts);
    let stage = workshop.clear_stage()?;
    let first = place::look_of_new(&stage)?;
    let is_open = place::is_open(first);
    let folders: BTreeSet<&str> = artifacts.iter().map(|it| it.path.folder()).collect();
    folders.into_iter().try_for_each(|below| place::make_folders(&stage, below))?;
    let nothing = |_| None;
    let made = make(output, files, progress, nothing, |_, artifact, page| {
        // Nothing is there yet, so every page has bytes.
        let bytes = page.bytes.unwrap_or_default();
        let place = stage.join(artifact.path.as_str());
        place::write_unseen(&place, &bytes, is_open)?;
        Ok((page.from, page.sum))
    })?;
    let wanted = wanted(artifacts);
    let last = place::write_new(&stage.join(RECORD), wanted.text().as_bytes())?;
    if let Some(found) = place::look(folder)? {
        std::fs::set_permissions(&stage, found.permissions())
            .map_err(|error| place::error(&stage, error))?;
    }
    place::rename(&stage, folder)?;
    let written = wanted.paths().to_vec();
    let look = |(from, sum): (MadeFrom, FileSum)| {
        (from, Look::between(first, sum.bytes, last), sum)
    };
    let ledger = ledger(output, made.into_iter().map(look));
    Ok(Report { written, ledger, ..Report::default() })
}

/// What the output folder is to hold.
fn wanted(artifacts: &[Artifact<'_>]) -> Record {
    Record::of(artifacts.iter().map(|artifact| artifact.path.clone()).collect())
}

fn ledger(
    output: &Output<'_>,
    made: impl IntoIterator<Item = (MadeFrom, Look, FileSum)>,
) -> Ledger {
    let files = output.artifacts.iter().zip(made);
    let written = |(artifact, (from, look, sum)): (&Artifact<'_>, _)| LedgerLine {
        path: artifact.path.clone(),
        from,
        look,
        sum,
    };
    Ledger::new(output, files.map(written))
}

/// What became of one artifact.
struct Prepared {
    from: MadeFrom,
    sum: FileSum,
    stamp: Stamp,
    /// The number it is prepared under; none where it already is as it should be.
    staged: Option<usize>,
}

/// Prepares what differs from the last build, then changes just that.
fn update(
    target: &Target,
    workshop: &Workshop,
    output: &Output<'_>,
    files: &dyn Files,
    existing: Existing<'_>,
    progress: &Progress,
) -> Result<Report, Failure> {
    let (folder, artifacts) = (target.folder(), &*output.artifacts);
    let healed = heal(folder, workshop)?;
    let wanted = wanted(artifacts);
    let listed = Record::read(folder, &wanted)?;
    let mut diags = Diagnostics::default();
    let survey = Survey::new(folder, &listed, artifacts, &mut diags)?;
    let spots: Vec<Spot> = artifacts
        .par_iter()
        .enumerate()
        .map(|(number, it)| survey.spot(number, &it.path))
        .collect::<Result<_, _>>()?;
    let taken = artifacts.iter().zip(&spots).filter(|(_, spot)| **spot == Spot::Taken);
    for (artifact, _) in taken {
        diags.push(in_the_way(folder, artifact.path.as_str()));
    }
    if !diags.is_empty() {
        return Err(Failure::Content(diags));
    }
    let stage = workshop.clear_stage()?;
    let kept = |number: usize| match spots[number] {
        Spot::Made(stamp) if existing != Existing::Replace => Some(stamp),
        _ => None,
    };
    let last = match existing {
        Existing::Keep(ledger) => Some(ledger.compare(output)),
        Existing::Replace => None,
    };
    let there = |number: usize| {
        let (last, Artifact { path, body, .. }) = (last.as_ref()?, &artifacts[number]);
        let (from, sum) = last.holds(number, path, kept(number)?)?;
        let read = || place::read(&folder.join(path.as_str())).ok();
        let bytes = match body {
            _ if !last.is_searched() && !matches!(body, Body::Job(..)) => return None,
            Body::Job(..) => match last.restyled(read)? {
                // It was not searched for all that is looked for now.
                Restyled::Same if !last.is_searched() => Some(read()?),
                Restyled::Same => None,
                Restyled::Bytes(bytes) => Some(bytes),
            },
            Body::Bytes(_) | Body::Copy(_) | Body::Smaller(_) | Body::Manifest => None,
        };
        Some(There { from, bytes, sum })
    };
    let made = make(output, files, progress, there, |number, artifact, page| {
        let same = match (kept(number), &page.bytes) {
            (stamp, None) => stamp,
            (Some(stamp), Some(bytes)) => {
                let place = folder.join(artifact.path.as_str());
                is_same(&place, stamp, bytes)?.then_some(stamp)
            }
            (None, Some(_)) => None,
        };
        if let Some(stamp) = same {
            return Ok(Prepared { from: page.from, sum: page.sum, stamp, staged: None });
        }
        let bytes = page.bytes.unwrap_or_default();
        let stamp = place::write_new(&stage.join(number.to_string()), &bytes)?;
        Ok(Prepared { from: page.from, sum: page.sum, stamp, staged: Some(number) })
    })?;
    let is_listed = listed == wanted;
    let removed = if is_listed { Vec::new() } else { survey.stale(&wanted) };
    let (mut report, journal) = sum_up(artifacts, &made, removed, healed);
    if !(journal.put.is_empty() && journal.removed.is_empty() && is_listed) {
        journal.leave(workshop, &wanted)?;
        journal.finish(folder, workshop)?;
    }
    // A file that gets its name is changed by that, at a time not after this.
    let last = place::look_of_new(&stage)?;
    let look = |made: Prepared| match made.staged {
        Some(_) => (made.from, Look::put(made.stamp, last), made.sum),
        None => (made.from, made.stamp.into(), made.sum),
    };
    report.ledger = ledger(output, made.into_iter().map(look));
    Ok(report)
}

/// Finishes what an interrupted build has left to do; whether there was any.
fn heal(folder: &Path, workshop: &Workshop) -> Result<bool, Error> {
    let Some(journal) = Journal::found(workshop)? else { return Ok(false) };
    journal.finish(folder, workshop)?;
    Ok(true)
}

/// Whether the file at `place`, which has this stamp, has these bytes, and all may read it.
fn is_same(place: &Path, stamp: Stamp, bytes: &[u8]) -> Result<bool, Error> {
    let may_be = stamp.len == bytes.len() as u64 && place::is_open(stamp);
    Ok(may_be && place::read(place)? == bytes)
}

fn sum_up(
    artifacts: &[Artifact<'_>],
    made: &[Prepared],
    removed: Vec<OutPath>,
    healed: bool,
) -> (Report, Journal) {
    let mut report = Report { removed: removed.clone(), healed, ..Report::default() };
    let mut put = Vec::new();
    for (artifact, made) in artifacts.iter().zip(made) {
        match made.staged {
            None => report.unchanged.push(artifact.path.clone()),
            Some(number) => {
                put.push((number, artifact.path.clone()));
                report.written.push(artifact.path.clone());
            }
        }
    }
    report.unchanged.sort();
    report.written.sort();
    (report, Journal { removed, put })
}
