//! A site that is built again and again by one process: how long each build takes.
//!
//! `workspace SITE` builds the site in memory and prints the seconds that took. Then it takes the path of a
//! changed file from each line of its input, builds again, and prints the seconds and how many files are others.

use dateline::files::{Disk, FilePath};
use dateline::output::Output;
use dateline::pipeline::{Options, Workspace};
use dateline::write::{Delivery, Progress};
use std::collections::BTreeSet;
use std::error::Error;
use std::io::{BufRead, Write};
use std::path::Path;
use std::time::Instant;

/// The program's own: to give memory back is most of what a build in a process costs that has built before.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let site = std::env::args().nth(1).ok_or("usage: workspace SITE")?;
    let files = Disk::open(Path::new(&site))?;
    let (mut workspace, mut delivery) =
        (Workspace::new(Options::default()), Delivery::default());
    let mut build = |changed: BTreeSet<FilePath>| -> Result<(), Box<dyn Error>> {
        let (progress, began) = (Progress::default(), Instant::now());
        let update = |output: &Output<'_>, files: &dyn dateline::files::Files| {
            delivery.update(output, files, &progress)
        };
        let built = workspace.rebuild(&files, &changed, &mut (), update)?;
        let took = began.elapsed();
        let changes = built.finished.ok_or("the site has mistakes")?;
        let changes = changes.map_err(|failure| format!("{failure:?}"))?;
        println!("{:.6} {}", took.as_secs_f64(), changes.written.len());
        Ok(std::io::stdout().flush()?)
    };
    build(BTreeSet::new())?;
    for line in std::io::stdin().lock().lines() {
        build(BTreeSet::from(
            [FilePath::new(&line?).map_err(|why| format!("{why:?}"))?],
        ))?;
    }
    Ok(())
}
