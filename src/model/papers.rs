//! Papers: PDFs that readers get as they are, and what each tells beside what its pages show.

use super::nouns::Media;
use super::site::Site;
use crate::copies::{self, Aside, Unread};
use crate::files::{FilePath, Files};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The papers of a site, in order of their paths.
#[derive(Debug, Default)]
pub struct Papers(Vec<Paper>);

/// A PDF that readers get.
#[derive(Debug)]
pub struct Paper {
    /// Where it lies.
    pub path: FilePath,
    /// What it tells, or why that can't be known.
    pub told: Result<BTreeSet<Aside>, Unread>,
}

impl Papers {
    /// Reads the PDFs that something shown refers to, and those in `static`. One that can't be read is told where it is
    /// written.
    pub fn read(files: &dyn Files, site: &Site) -> Self {
        let in_use = site.media_in_use();
        let used = in_use.into_iter().map(|id| &site[id]);
        let fixed = site.media.iter().filter(|media| media.is_static);
        let is_paper = |media: &&Media| media.path.ending() == "pdf";
        let mut paths: Vec<&FilePath> =
            used.chain(fixed).filter(is_paper).map(|media| &media.path).collect();
        paths.sort_unstable();
        paths.dedup();
        let read = paths.into_par_iter().filter_map(|path| {
            let bytes = files.read(path).ok()?;
            Some(Paper { path: path.clone(), told: copies::told_beside(&bytes) })
        });
        Papers(read.collect())
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Paper> {
        self.0.iter()
    }
}
