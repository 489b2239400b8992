//! Reading: where a site's files come from, and how places in them are named.
//!
//! Everything the program reads comes through the trait [`Files`]: a folder on disk
//! ([`Disk`]) or a map in memory ([`Memory`], for tests). [`scan`] lists every text of a site in
//! [`TextFiles`], which reads each once; from then on a place in a text is a [`Span`]. This room lies below
//! `diag`, so what can't be read is kept as a value ([`Problem`]) and reported later.

mod disk;
mod in_file;
mod memory;
mod paths;
mod places;
mod platform;
mod reading;
mod statics;
mod texts;

pub use disk::{Disk, site_above};
pub use memory::{Memory, Overlay};
pub use paths::{FilePath, LONGEST_PART, OutPath, PathError, REFUSED, Unfit};
pub use platform::{lock, process_number, real, try_lock};
pub use reading::{Error, Files, Found, Look, Problem, Reader, Seen};
pub use texts::{
    FileId, PLACES, Plain, RELEASES, Span, Static, Statics, TextFile, TextFiles, look,
    scan, scan_config, scan_found,
};

/// The folder of every site that is in this repository: the fixtures', and its own.
#[cfg(test)]
pub(crate) fn every_site() -> impl Iterator<Item = std::path::PathBuf> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures = walkdir::WalkDir::new(root.join("tests/fixtures")).into_iter();
    let folders = fixtures.filter_map(|entry| Some(entry.ok()?.into_path()));
    let sites = folders.filter(|path| path.join("site.toml").is_file());
    sites.chain([root.to_owned()])
}
