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
//! The [manifest](crate::manifest) of a site is made last, of the sums of all other files; [`verify()`] compares a folder with the one
//! in it.
//!
//! A [`Ledger`] tells from which key each file was made. A page whose key is still the same, and
//! whose file nobody has touched, is not made again. The [`Cache`] keeps it between builds; without
//! it everything is made, and the site is the same.

mod beside;
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
mod smaller;
mod target;
mod verify;
mod workshop;

pub use beside::{add, put};
pub use cache::Cache;
pub use delivery::{Changes, Delivery};
pub use disk::{Existing, disk, tidy, untouched};
pub use ledger::Ledger;
pub use progress::Progress;
pub use target::Target;
pub use verify::{Verified, verify};

use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{Error, Files, OutPath};
use crate::firewall::Firewall;
use crate::keys::Key;
use crate::manifest::{FileSum, SiteManifest, Sum};
use crate::output::{Artifact, Body, Made, Output};
use ledger::MadeFrom;
use page::{Filling, Page, There, Trouble};
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

impl Report {
    /// The one sum of all files of the site, as its manifest has it.
    pub fn root(&self) -> Sum {
        self.ledger.root()
    }
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
    let last = there.as_ref().map(|there| there.sum);
    let made_from = |there: Option<There>| there.map(|there| there.from);
    let filling = match &artifact.body {
        Body::Bytes(bytes) => same_bytes(bytes, made_from(there)),
        Body::Copy(original) => original::filling(original, files, made_from(there))?,
        Body::Smaller(copy) => smaller::filling(copy, files, made_from(there))?,
        Body::Job(key, job) => match there.filter(|it| it.from.key == *key) {
            Some(There { from, bytes, .. }) => (from, bytes),
            None => {
                let Made { bytes, reads } = job()?;
                (MadeFrom { key: *key, reads }, Some(bytes))
            }
        },
        // It is made of the others, by `make`.
        Body::Manifest => Filling::default(),
    };
    Ok(summed(filling, last))
}

/// These bytes, unless they are those that the file was made of.
fn same_bytes(bytes: &[u8], there: Option<MadeFrom>) -> Filling {
    let from = MadeFrom { key: Key::of(bytes), reads: Vec::new() };
    let bytes = (there.as_ref() != Some(&from)).then(|| bytes.to_vec());
    (from, bytes)
}

/// A page, with the sum of its bytes; of those that are there already the sum is known.
fn summed((from, bytes): Filling, last: Option<FileSum>) -> Page {
    let sum = match (&bytes, last) {
        (Some(bytes), _) => FileSum::of(bytes),
        (None, last) => last.unwrap_or_default(),
    };
    Page { from, bytes, sum }
}

/// A page in which nothing is that no reader may learn, nor in where it is to lie. What is there already was searched when
/// it was written.
fn searched(
    firewall: &Firewall<'_>,
    artifact: &Artifact<'_>,
    page: Page,
) -> Result<Page, Trouble> {
    let Some(bytes) = &page.bytes else { return Ok(page) };
    let found = firewall.search(&artifact.path, &artifact.from, bytes);
    if found.is_empty() {
        return Ok(page);
    }
    let mut told = Diagnostics::default();
    told.extend(found);
    Err(Trouble::Content(told))
}

/// So many artifacts at most does a processor take at once: few, or one is left with nothing while
/// another has many to go.
const SHARE: usize = 16;

/// Makes every artifact, looks whether it may be published, and gives it to `take`, in parallel, and at last the manifest
/// of them all; what `take` returns, in the order of the artifacts. `there` tells from what a file was made that need
/// not be made again. All mistakes of content are told at once.
fn make<T: Send>(
    output: &Output<'_>,
    files: &dyn Files,
    progress: &Progress,
    there: impl Fn(usize) -> Option<There> + Sync,
    take: impl Fn(usize, &Artifact<'_>, Page) -> Result<T, Error> + Sync,
) -> Result<Vec<T>, Failure> {
    let Output { artifacts, firewall, .. } = output;
    progress.begin(artifacts.len());
    let done = |number: usize, artifact: &Artifact<'_>, page: Page| {
        let (made, sum) = (page.bytes.as_ref().map(Vec::len), page.sum);
        let taken = take(number, artifact, page)?;
        progress.one_done(made);
        Ok((taken, sum))
    };
    let is_manifest = |artifact: &Artifact<'_>| matches!(artifact.body, Body::Manifest);
    let made: Vec<Option<Result<(T, FileSum), Trouble>>> = artifacts
        .par_iter()
        .with_max_len(SHARE)
        .enumerate()
        .map(|(number, artifact)| {
            let page =
                || searched(firewall, artifact, page(artifact, files, there(number))?);
            let done = |page| done(number, artifact, page).map_err(Trouble::Machine);
            (!is_manifest(artifact)).then(|| page().and_then(done))
        })
        .collect();
    let mut mistakes = Diagnostics::default();
    let mut taken = Vec::with_capacity(made.len());
    let mut sums = Vec::with_capacity(made.len());
    for (artifact, result) in artifacts.iter().zip(made) {
        match result {
            Some(Ok((value, sum))) => {
                sums.push((artifact.path.clone(), sum));
                taken.push(value);
            }
            Some(Err(Trouble::Content(found))) => mistakes.append(found),
            Some(Err(Trouble::Machine(error))) => return Err(Failure::Machine(error)),
            None => {}
        }
    }
    if !mistakes.is_empty() {
        return Err(Failure::Content(mistakes));
    }
    if let Some(number) = artifacts.iter().position(is_manifest) {
        let there = there(number);
        let last = there.as_ref().map(|there| there.sum);
        let bytes = SiteManifest::of(sums).text().into_bytes();
        let filling = same_bytes(&bytes, there.map(|there| there.from));
        let (value, _) = done(number, &artifacts[number], summed(filling, last))?;
        taken.insert(number, value);
    }
    Ok(taken)
}

/// The whole site as a map from path to bytes.
pub fn memory(
    output: &Output<'_>,
    files: &dyn Files,
) -> Result<BTreeMap<OutPath, Vec<u8>>, Failure> {
    // Nothing is there yet, so everything is made.
    let (progress, nothing) = (Progress::default(), |_| None);
    let made = make(output, files, &progress, nothing, |_, it, page| {
        Ok((it.path.clone(), page.bytes.unwrap_or_default()))
    })?;
    Ok(made.into_iter().collect())
}

/// One file of the site, made and searched as if it were written; `None` where the site has none at `path`, or it is made
/// of all others.
pub fn single(
    output: &Output<'_>,
    path: &OutPath,
    files: &dyn Files,
) -> Result<Option<Vec<u8>>, Failure> {
    let Some(artifact) = output.at(path) else { return Ok(None) };
    let made = page(artifact, files, None)
        .and_then(|page| searched(&output.firewall, artifact, page));
    match made {
        Ok(page) => Ok(page.bytes.filter(|_| !matches!(artifact.body, Body::Manifest))),
        Err(Trouble::Content(found)) => Err(Failure::Content(found)),
        Err(Trouble::Machine(error)) => Err(Failure::Machine(error)),
    }
}

/// Makes every file and forgets it, so that all that can be wrong is told.
pub fn rehearse(
    output: &Output<'_>,
    files: &dyn Files,
    progress: &Progress,
) -> Result<(), Failure> {
    make(output, files, progress, |_| None, |_, _, _| Ok(())).map(|_| ())
}

#[cfg(test)]
mod tests;
