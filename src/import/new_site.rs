//! What an import makes: the files of a new site, and what is said of them.

use super::notes::ImportReport;
use crate::files::FilePath;
use std::collections::BTreeMap;

/// What an import makes.
#[derive(Debug, Default)]
pub struct NewSite {
    /// Texts of the new site, by path.
    pub texts: BTreeMap<FilePath, String>,
    /// Files that are copied: where to, and where from.
    pub copies: BTreeMap<FilePath, FilePath>,
    /// What is said of it.
    pub report: ImportReport,
}
