//! The site a command is about: its root, and the options for reading it.

use super::report::Stop;
use dateline::files::{Disk, Error};
use dateline::pipeline::Options;
use jiff::civil::Date;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// The options of every command that reads the site.
#[derive(clap::Args)]
pub(super) struct SiteArgs {
    /// The folder with `site.toml`; without it, this folder or the nearest above that has one
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
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
    /// How many threads work at once; without it, one per processor
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

impl SiteArgs {
    pub(super) fn options(&self) -> Options {
        Options {
            drafts: self.drafts,
            release: self.release,
            thorough: false,
            as_of: self.as_of,
            base_url: self.base_url.clone(),
            is_last: true,
        }
    }

    /// The site's root and its files; also sets how many threads work.
    pub(super) fn open(&self) -> Result<(PathBuf, Disk), Stop> {
        let root = match &self.root {
            Some(root) if root.join("site.toml").is_file() => root.clone(),
            Some(root) => {
                let message = format!("there is no `site.toml` in `{}`", root.display());
                return Err(Stop::usage(message)
                    .help("name the folder that has it, or leave `--root` out"));
            }
            None => find_root()?,
        };
        if let Some(jobs) = self.jobs {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get());
            pool.build_global().map_err(|error| Error::new("--jobs", error))?;
        }
        let files = Disk::open(&root)?;
        Ok((root, files))
    }
}

/// The nearest folder with `site.toml`, from here upwards.
fn find_root() -> Result<PathBuf, Stop> {
    let here = std::env::current_dir().map_err(|error| Error::new(".", error))?;
    let has_site = |folder: &&Path| folder.join("site.toml").is_file();
    match here.ancestors().find(has_site) {
        Some(root) => Ok(root.to_path_buf()),
        None => {
            Err(Stop::usage("there is no `site.toml` in this folder or any above it")
                .help("go to a site's folder, or name it with `--root`"))
        }
    }
}
