//! The site a command is about: its root, and the options for reading it.

use super::report::Stop;
use dateline::files::{Disk, Error, site_above};
use dateline::import::Generator;
use dateline::pipeline::Options;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// Which site a command is about, and how much of the machine it may use.
#[derive(clap::Args)]
pub(super) struct RootArgs {
    /// The folder with `site.toml`; without it, this folder or the nearest above that has one
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// How many threads work at once, up to 256; without it, one per processor
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

/// The options of every command that reads the site.
#[derive(clap::Args)]
pub(super) struct SiteArgs {
    #[command(flatten)]
    root: RootArgs,
    /// The address the site will have, instead of the one in `site.toml`
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Take drafts in
    #[arg(long)]
    drafts: bool,
    /// The day that relative checks count from, instead of the one in `site.toml`
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// For a site that is to be published: warnings that matter are errors
    #[arg(long)]
    release: bool,
}

impl SiteArgs {
    pub(super) fn options(&self) -> Options {
        Options {
            drafts: self.drafts,
            preview: false,
            release: self.release,
            thorough: false,
            as_of: self.as_of,
            base_url: self.base_url.clone(),
            out: None,
            smaller_pictures: true,
            is_last: true,
        }
    }

    /// The site's root and its files; also sets how many threads work.
    pub(super) fn open(&self) -> Result<(PathBuf, Disk), Stop> {
        self.root.open()
    }
}

impl RootArgs {
    /// The site's root and its files; also sets how many threads work.
    pub(super) fn open(&self) -> Result<(PathBuf, Disk), Stop> {
        let root = match &self.root {
            Some(root) if root.join("site.toml").is_file() => root.clone(),
            Some(root) if foreign(root).is_some() => return Err(import_first(root)),
            Some(root) => {
                let message = format!("there is no `site.toml` in `{}`", root.display());
                return Err(Stop::usage(message)
                    .help("name the folder that has it, or leave `--root` out"));
            }
            None => find_root()?,
        };
        self.open_at(root)
    }

    /// The same; none where no folder is named, and neither this one nor any above it is a site.
    pub(super) fn open_if_there(&self) -> Result<Option<(PathBuf, Disk)>, Stop> {
        if self.root.is_some() {
            return self.open().map(Some);
        }
        let here = std::env::current_dir().map_err(|error| Error::new(".", error))?;
        site_above(&here).map(|root| self.open_at(root)).transpose()
    }

    fn open_at(&self, root: PathBuf) -> Result<(PathBuf, Disk), Stop> {
        let jobs = self.jobs.map_or_else(processors, usize::from);
        // Both are said, or they would be read from the environment.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK);
        // WebAssembly has one thread, which does the work of the pool.
        let pool =
            if cfg!(target_family = "wasm") { pool.use_current_thread() } else { pool };
        pool.build_global().map_err(|error| Error::new("--jobs", error))?;
        let files = Disk::open(&root)?;
        Ok((root, files))
    }
}

/// How many bytes a thread may use for what functions call each other with.
const STACK: usize = 2 << 20;

/// So many threads at most work at once.
const MOST: usize = 256;

/// How many processors there are for this process.
fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, |found| found.get().min(MOST))
}

/// The nearest folder with `site.toml`, from here upwards.
fn find_root() -> Result<PathBuf, Stop> {
    let here = std::env::current_dir().map_err(|error| Error::new(".", error))?;
    match site_above(&here) {
        Some(root) => Ok(root),
        None if foreign(&here).is_some() => Err(import_first(&here)),
        None => {
            Err(Stop::usage("there is no `site.toml` in this folder or any above it")
                .help("go to a site's folder, or name it with `--root`"))
        }
    }
}

/// The generator that a folder without `site.toml` is of.
fn foreign(folder: &Path) -> Option<Generator> {
    Generator::guess(|name| folder.join(name).exists())
}

/// Says that a folder of another generator is imported before it is built.
fn import_first(folder: &Path) -> Stop {
    let name = foreign(folder).map_or("hugo", Generator::name);
    let message =
        format!("`{}` has no `site.toml`: it is a folder of {name}", folder.display());
    Stop::usage(message).help(format!(
        "make a site of it: `dateline import {name} {} NEW-FOLDER`",
        folder.display()
    ))
}
