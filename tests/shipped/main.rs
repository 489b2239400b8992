//! The site that is kept in this repository, built and looked at page by page.

#![allow(clippy::disallowed_methods, reason = "tests read the repository itself")]

mod complete;
mod page;
mod same_bytes;
mod walk;

use dateline::diag::render::{self, Colour};
use dateline::files::Disk;
use dateline::pipeline::{self, Options};
use dateline::write;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// Every file of the shipped site, by its path.
static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let disk = Disk::open(root).unwrap();
    let outcome = pipeline::build(&disk, &Options::default(), write::memory).unwrap();
    let found = outcome.diagnostics.sorted();
    let told = render::human(&found, &outcome.texts, Colour::Off);
    assert!(found.is_empty(), "the shipped site has mistakes:\n{told}");
    let files = outcome.finished.unwrap().unwrap();
    files.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect()
});

/// The text of one file of the site.
fn text(path: &str) -> &'static str {
    let bytes = SITE.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is not UTF-8"))
}

/// Every page of the site, by its path.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    SITE.keys()
        .filter(|path| path.ends_with(".html"))
        .map(|path| (path.as_str(), text(path)))
}
