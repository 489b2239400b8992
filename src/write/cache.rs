//! The folder `.dateline` in a site's root: what a build keeps for the next.
//!
//! It holds nothing that could not be made again. It may be deleted at any time, and what is
//! damaged, of another program or of another output folder counts as not there.

use super::{Ledger, Target, place};
use std::path::{Path, PathBuf};

/// The name of the folder in the site's root.
const FOLDER: &str = ".dateline";

/// The name of the ledger in it.
const LEDGER: &str = "ledger";

/// What builds of one site, by one program, keep for each other.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    program: String,
}

impl Cache {
    /// The cache of the site at `root`; `program` tells this program from every other version
    /// of it, in one line.
    pub fn new(root: &Path, program: &str) -> Self {
        let program = program.replace(['\n', '\r'], " ");
        Cache { folder: root.join(FOLDER), program }
    }

    /// What the last build of this site to `target` made; an empty ledger where that isn't known.
    pub fn ledger(&self, target: &Target) -> Ledger {
        let bytes = place::read(&self.folder.join(LEDGER)).unwrap_or_default();
        let text = String::from_utf8(bytes).unwrap_or_default();
        Ledger::parse(&text, &self.of(target)).unwrap_or_default()
    }

    /// Keeps the ledger for the next build, in place of the last one's. Where that can't be done
    /// the next build makes everything: no reason to call this one failed.
    pub fn keep(&self, target: &Target, ledger: &Ledger) {
        let draft = self.folder.join(format!("{LEDGER}-{}", std::process::id()));
        let _ = place::make_folder(&self.folder)
            .and_then(|()| place::remove_file(&draft))
            .and_then(|()| {
                place::write_new(&draft, ledger.text(&self.of(target)).as_bytes())
            })
            .and_then(|_| place::rename(&draft, &self.folder.join(LEDGER)));
    }

    /// What a ledger is one of: the program, and the folder it wrote to.
    fn of(&self, target: &Target) -> String {
        let folder = target.folder().to_string_lossy();
        format!("{} {}", self.program, folder.replace(['\n', '\r'], " "))
    }
}
