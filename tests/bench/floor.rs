//! The floor of a build: reads every file of a site and writes files of the names and sizes that a
//! build has made, and does nothing else. No build that reads all and writes all can be faster.
//!
//! `floor SITE MADE OUT [THREADS]`: `MADE` is the output of a build of `SITE`, `OUT` a new folder.
//! It needs the standard library only: `rustc -O --edition 2024 tests/bench/floor.rs`.
//! Prints the seconds that reading and writing took; what was listed before does not count.

#![allow(clippy::disallowed_methods, reason = "it reads and writes without the library")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// One thing to do for one file.
enum Job {
    Read(PathBuf),
    Write(PathBuf, usize),
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let threads = args.get(3).map_or(Some(2), |text| text.parse().ok());
    let ([site, made, out, ..], Some(threads)) = (args.as_slice(), threads) else {
        eprintln!("usage: floor SITE MADE OUT [THREADS]");
        return ExitCode::from(2);
    };
    match run(Path::new(site), Path::new(made), Path::new(out), threads) {
        Ok(seconds) => {
            println!("{seconds:.6}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(3)
        }
    }
}

fn run(site: &Path, made: &Path, out: &Path, threads: usize) -> io::Result<f64> {
    let mut jobs = Vec::new();
    for place in ["content", "static", "themes"] {
        let place = site.join(place);
        if place.is_dir() {
            let files = listed(place)?.files;
            jobs.extend(files.into_iter().map(|(path, _)| Job::Read(path)));
        }
    }
    let moved = |path: PathBuf| match path.strip_prefix(made) {
        Ok(below) => out.join(below),
        Err(_) => path,
    };
    let made = listed(made.to_path_buf())?;
    let folders: Vec<PathBuf> = made.folders.into_iter().map(moved).collect();
    jobs.extend(made.files.into_iter().map(|(path, size)| Job::Write(moved(path), size)));
    let largest = jobs.iter().map(|job| match job {
        Job::Read(_) => 0,
        Job::Write(_, size) => *size,
    });
    let bytes = vec![b'.'; largest.max().unwrap_or(0)];

    let began = Instant::now();
    folders.iter().try_for_each(fs::create_dir)?;
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<()> {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            match job {
                Job::Read(path) => drop(fs::read(path)?),
                Job::Write(path, size) => fs::write(path, &bytes[..*size])?,
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        // A worker does not panic: it only calls the system, and says what that answers.
        workers.into_iter().try_for_each(|worker| worker.join().expect("no panic"))
    })?;
    Ok(began.elapsed().as_secs_f64())
}

/// A folder and all folders below it, outermost first, and every file in them with its size.
struct Listing {
    folders: Vec<PathBuf>,
    files: Vec<(PathBuf, usize)>,
}

fn listed(top: PathBuf) -> io::Result<Listing> {
    let (mut folders, mut files) = (vec![top], Vec::new());
    let mut next = 0;
    while let Some(folder) = folders.get(next) {
        next += 1;
        for entry in fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()? {
            match entry.file_type()?.is_dir() {
                true => folders.push(entry.path()),
                false => files.push((entry.path(), entry.metadata()?.len() as usize)),
            }
        }
    }
    Ok(Listing { folders, files })
}
