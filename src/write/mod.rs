//! Writing the site: the only room that changes anything on disk.
//!
//! [`disk`] brings an output folder to what the [`Artifact`]s say, whole or not at all; [`memory`]
//! makes the same files as a map; a [`Delivery`] makes those that have changed since it last did;
//! [`rehearse`] makes and forgets them, for their diagnostics alone.
//! A [`Target`] is an output folder that has been checked: it is none of the site's own.
//!
//! What a build made is listed in [`RECORD`](crate::output::RECORD) in the output folder. Only
//! files of that list are replaced or removed. A new folder is prepared beside its place and
//! put there by one rename; in an existing site all files that differ are prepared first, then a journal of
//! what is to be done is left in [`WORKSHOP`](crate::output::WORKSHOP), then each is put in its
//! place by its own rename. The next build finishes what an interrupted one has left. (A
//! loss of power may still tear a file: nothing is forced to the disk.)
//!
//! A [`Ledger`] tells from which key each file was made. A page whose key is still the same, and
//! whose file nobody has touched, is not made again. The [`Cache`] keeps it between builds; without
//! it everything is made, and the site is the same.

mod cache;
mod delivery;
mod disk;
mod journal;
mod ledger;
mod original;
mod page;
mod place;
mod plan;
mod progress;
mod record;
mod target;
mod workshop;

pub use cache::Cache;
pub use delivery::{Changes, Delivery};
pub use disk::{Existing, disk, tidy, untouched};
pub use ledger::Ledger;
pub use progress::Progress;
pub use target::Target;

use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{Error, Files, OutPath};
use crate::keys::Key;
use crate::output::{Artifact, Body, Made, Output};
use ledger::MadeFrom;
use page::{Page, There, Trouble};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What [`disk`] has done; each list is in order of path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// New files, and files whose bytes changed.
    pub written: Vec<OutPath>,
    /// Files that already were as they should be.
    pub unchanged: Vec<OutPath>,
    /// Files of the last build that the site no longer has.
    pub removed: Vec<OutPath>,
    /// Whether an interrupted build was found and finished first.
    pub healed: bool,
    /// What each file is made from, for the next build.
    pub ledger: Ledger,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Failure {
    /// The site has mistakes that show only when its files are made or put in their place.
    Content(Diagnostics),
    /// The output folder is not one that may be written.
    Refused(Box<Diagnostic>),
    /// Reading or writing failed. A build that had begun to replace files is finished by the next.
    Machine(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Machine(error)
    }
}

/// What is to stand in the file of an artifact. Where the file that is there was made from the same, as `there`
/// tells, nothing is made.
fn page(
    artifact: &Artifact<'_>,
    files: &dyn Files,
    there: Option<There>,
) -> Result<Page, Trouble> {
    let made_from = |there: Option<There>| there.map(|there| there.from);
    match &artifact.body {
        Body::Bytes(bytes) => {
            let from = MadeFrom { key: Key::of(bytes), reads: Vec::new() };
            let bytes = (made_from(there).as_ref() != Some(&from)).then(|| bytes.clone());
            Ok(Page { from, bytes })
        }
        Body::Copy(original) => original::page(original, files, made_from(there)),
        Body::Job(key, job) => {
            if let Some(There { from, bytes }) = there.filter(|it| it.from.key == *key) {
                return Ok(Page { from, bytes });
            }
            let Made { bytes, reads } = job().map_err(Trouble::Content)?;
            Ok(Page { from: MadeFrom { key: *key, reads }, bytes: Some(bytes) })
        }
    }
}

/// So many artifacts at most does a processor take at once: few, or one is left with nothing while
/// another has many to go.
const SHARE: usize = 16;

/// Makes every artifact and gives it to `take`, in parallel; what `take` returns, in the
/// order of `artifacts`. `there` tells from what a file was made that need not be made again. All mistakes of content are told at once.
fn make<T: Send>(
    artifacts: &[Artifact<'_>],
    files: &dyn Files,
    progress: &Progress,
    there: impl Fn(usize) -> Option<There> + Sync,
    take: impl Fn(usize, &Artifact<'_>, Page) -> Result<T, Error> + Sync,
) -> Result<Vec<T>, Failure> {
    progress.begin(artifacts.len());
    let made: Vec<Result<T, Trouble>> = artifacts
        .par_iter()
        .with_max_len(SHARE)
        .enumerate()
        .map(|(number, artifact)| {
            let page = page(artifact, files, there(number))?;
            let made = page.bytes.as_ref().map(Vec::len);
            let taken = take(number, artifact, page).map_err(Trouble::Machine)?;
            progress.one_done(made);
            Ok(taken)
        })
        .collect();
    let mut mistakes = Diagnostics::default();
    let mut taken = Vec::with_capacity(made.len());
    for result in made {
        match result {
            Ok(value) => taken.push(value),
            Err(Trouble::Content(found)) => mistakes.push(*found),
            Err(Trouble::Machine(error)) => return Err(Failure::Machine(error)),
        }
    }
    if mistakes.is_empty() { Ok(taken) } else { Err(Failure::Content(mistakes)) }
}

/// The whole site as a map from path to bytes.
pub fn memory(
    output: &Output<'_>,
    files: &dyn Files,
) -> Result<BTreeMap<OutPath, Vec<u8>>, Failure> {
    // Nothing is there yet, so everything is made.
    let (progress, nothing) = (Progress::default(), |_| None);
    let made = make(&output.artifacts, files, &progress, nothing, |_, it, page| {
        Ok((it.path.clone(), page.bytes.unwrap_or_default()))
    })?;
    Ok(made.into_iter().collect())
}

/// Makes every file and forgets it, so that all that can be wrong is told.
pub fn rehearse(
    output: &Output<'_>,
    files: &dyn Files,
    progress: &Progress,
) -> Result<(), Failure> {
    make(&output.artifacts, files, progress, |_| None, |_, _, _| Ok(())).map(|_| ())
}

#[cfg(test)]
mod tests;
