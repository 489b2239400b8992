//! Where the scripts of the search index are.

use super::fixed;
use crate::files::OutPath;

/// The folder of the index.
const FOLDER: &str = "assets/search/";

/// A script of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchFile {
    /// What it says of itself, and how it is searched.
    Index,
    /// A shard of words.
    Words(usize),
    /// Some documents with their sentences.
    Documents(usize),
    /// A shard of cards for those who point at a link.
    Cards(usize),
}

impl SearchFile {
    /// Its path.
    pub fn address(self) -> OutPath {
        fixed(&match self {
            SearchFile::Index => format!("{FOLDER}index.js"),
            SearchFile::Words(number) => format!("{FOLDER}words-{number}.js"),
            SearchFile::Documents(number) => format!("{FOLDER}documents-{number}.js"),
            SearchFile::Cards(number) => format!("{FOLDER}cards-{number}.js"),
        })
    }

    /// Whether a file of this path is one that has words of the site, and little else.
    pub fn tells(path: &OutPath) -> bool {
        let name = path.as_str().strip_prefix(FOLDER);
        name.is_some_and(|name| name != "index.js")
    }
}
