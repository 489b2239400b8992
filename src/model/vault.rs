//! The vault: saved copies of sources that lie in `content/vault/`, as this build has read them.
//!
//! Nothing of it is published. What a source says of its copy holds only if the bytes are there and have the
//! sum that it names, so they are read in every build that has anything to do.

use super::nouns::Source;
use super::site::Site;
use crate::files::{FilePath, Files, TextFiles};
use foldhash::HashMap;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The copies that sources name, each read once.
#[derive(Debug, Default)]
pub struct Vault {
    copies: HashMap<FilePath, Saved>,
}

/// A saved copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is there; its SHA-256 in lower-case hexadecimal.
    Sum(String),
    /// It is there, and can't be read, for this reason.
    Unreadable(String),
}

impl Vault {
    /// Reads every copy that a source names and that is there.
    pub fn read(files: &dyn Files, texts: &TextFiles, site: &Site) -> Self {
        let mut named: Vec<&FilePath> =
            site.sources.iter().flat_map(Source::vault_copies).collect();
        named.sort_unstable();
        named.dedup();
        let others = texts.others();
        let is_there =
            |path: &&FilePath| others.binary_search_by(|one| one.path.cmp(path)).is_ok();
        let copies = named.into_par_iter().filter(is_there).map(|path| {
            let saved = match files.read(path) {
                Ok(bytes) => Saved::Sum(sum(&bytes)),
                Err(error) => Saved::Unreadable(error.reason),
            };
            (path.clone(), saved)
        });
        Vault { copies: copies.collect::<Vec<_>>().into_iter().collect() }
    }

    /// The copy at a path; `None` where there is none.
    pub fn copy(&self, path: &FilePath) -> Option<&Saved> {
        self.copies.get(path)
    }
}

/// The SHA-256 of some bytes, in lower-case hexadecimal.
fn sum(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string can't fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn the_sum_is_that_of_the_standard() {
        // FIPS 180-4, example "abc".
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sum(b"abc"), expected);
    }
}
