//! What each file of the last build was made from, and how its file looked when it was written.

use super::place::{Look, Stamp};
use crate::files::OutPath;
use crate::keys::Key;
use serde::{Deserialize, Serialize};

/// From what a file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Keys {
    /// The key of all that it could be made from.
    pub(super) ground: Key,
    /// The key of all that it was made from.
    pub(super) made_from: Key,
}

/// The keys of each file of a site, and how the file looked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// In order of path.
    entries: Vec<Entry<OutPath>>,
    /// The key of how all that the site was made from looked, where that is known.
    inputs: Option<Key>,
}

/// A file: its path, what it was made from, and how it looked then.
type Entry<P> = (P, (Keys, Look));

/// The first line of a ledger; the number changes with its form.
const HEADER: &str = "dateline ledger 5";

impl Ledger {
    /// The keys of the file at `path`, if it still is as it was written; they are found at once if it
    /// is the one at `place`.
    pub(super) fn keys(
        &self,
        place: usize,
        path: &OutPath,
        found: Stamp,
    ) -> Option<Keys> {
        let is_it = |(of, _): &&Entry<OutPath>| of == path;
        let entry = self.entries.get(place).filter(is_it).or_else(|| {
            let place = self.entries.binary_search_by(|(of, _)| of.cmp(path));
            self.entries.get(place.ok()?)
        });
        let (_, (keys, look)) = entry?;
        look.is(found).then_some(*keys)
    }

    /// The same files, made from inputs that looked as `inputs` says.
    pub fn made_from(self, inputs: Option<Key>) -> Self {
        Ledger { inputs, ..self }
    }

    /// Whether these files were made from inputs that looked so.
    pub fn is_of(&self, inputs: Key) -> bool {
        self.inputs == Some(inputs)
    }

    /// Every file with how it looked, in order of path.
    pub(super) fn files(&self) -> impl Iterator<Item = (&OutPath, Look)> {
        self.entries.iter().map(|(path, (_, look))| (path, *look))
    }

    /// The ledger as it is kept; `of` says what it is a ledger of.
    pub(super) fn bytes(&self, of: &str) -> Vec<u8> {
        let entries = self.entries.iter().map(|(path, rest)| (path.as_str(), *rest));
        let entries: Vec<Entry<&str>> = entries.collect();
        // All of it is of the kinds that can be written.
        let kept = postcard::to_allocvec(&(self.inputs, entries)).unwrap_or_default();
        let sum = Key::of(&*kept).number().to_le_bytes();
        [head(of).as_bytes(), &sum, &kept].concat()
    }

    /// The ledger of `of` that was kept as `bytes`; nothing where it is another's, or damaged.
    pub(super) fn read(bytes: &[u8], of: &str) -> Option<Self> {
        let rest = bytes.strip_prefix(head(of).as_bytes())?;
        let (sum, kept) = rest.split_first_chunk()?;
        if Key::of(kept).number() != u64::from_le_bytes(*sum) {
            return None;
        }
        let (inputs, entries): (_, Vec<Entry<&str>>) = postcard::from_bytes(kept).ok()?;
        let entry = |(path, rest): Entry<&str>| Some((OutPath::new(path).ok()?, rest));
        let entries = entries.into_iter().map(entry).collect::<Option<_>>()?;
        Some(Ledger { entries, inputs })
    }
}

/// The first lines of a ledger of `of`.
fn head(of: &str) -> String {
    format!("{HEADER}\n{of}\n")
}

impl FromIterator<(OutPath, (Keys, Look))> for Ledger {
    /// What each file was made from.
    fn from_iter<I: IntoIterator<Item = (OutPath, (Keys, Look))>>(files: I) -> Self {
        let mut entries: Vec<Entry<OutPath>> = files.into_iter().collect();
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ledger { entries, inputs: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(key: &str) -> Keys {
        Keys { ground: Key::of(&("ground", key)), made_from: Key::of(key) }
    }

    fn stamp() -> Stamp {
        let at = 1_700_000_000_123_456_789;
        Stamp { len: 12, mtime: at, changed: at, mode: 0o644 }
    }

    fn ledger() -> Ledger {
        let stamp = stamp();
        let file = |path, key| (OutPath::new(path).unwrap(), (keys(key), stamp.into()));
        let ledger: Ledger =
            [file("a b/ü.html", "a"), file("index.html", "b")].into_iter().collect();
        ledger.made_from(Some(Key::of("inputs")))
    }

    #[test]
    fn a_ledger_is_read_as_it_was_written() {
        let bytes = ledger().bytes("out x");
        assert_eq!(Ledger::read(&bytes, "out x"), Some(ledger()));
    }

    #[test]
    fn a_ledger_that_is_damaged_or_of_something_else_is_none() {
        let bytes = ledger().bytes("out x");
        assert_eq!(Ledger::read(&bytes, "out y"), None);
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << (at % 8);
            assert_eq!(Ledger::read(&damaged, "out x"), None, "byte {at}");
            assert_eq!(Ledger::read(&bytes[..at], "out x"), None, "up to {at}");
        }
    }

    #[test]
    fn a_file_that_was_touched_has_no_key() {
        let path = OutPath::new("index.html").unwrap();
        let stamp = stamp();
        assert_eq!(ledger().keys(1, &path, stamp), Some(keys("b")));
        assert_eq!(ledger().keys(0, &path, stamp), Some(keys("b")));
        assert_eq!(ledger().keys(9, &path, stamp), Some(keys("b")));
        assert_eq!(ledger().keys(1, &path, Stamp { len: 13, ..stamp }), None);
        assert_eq!(ledger().keys(1, &path, Stamp { mtime: 0, ..stamp }), None);
        assert_eq!(ledger().keys(1, &path, Stamp { changed: 0, ..stamp }), None);
        assert_eq!(ledger().keys(1, &path, Stamp { mode: 0o600, ..stamp }), None);
    }

    #[test]
    fn a_file_written_between_two_others_is_known_by_their_times() {
        let stamp = |at| Stamp { len: 12, mtime: at, changed: at, mode: 0o644 };
        let path = || OutPath::new("index.html").unwrap();
        let look = Look::between(stamp(100), 12, stamp(200));
        let ledger: Ledger = [(path(), (keys("a"), look))].into_iter().collect();
        for (mtime, is_known) in [(99, false), (100, true), (200, true), (201, false)] {
            let found = ledger.keys(0, &path(), stamp(mtime));
            assert_eq!(found, is_known.then(|| keys("a")), "{mtime}");
        }
        // Who writes to a file may set the one time back, and not the other.
        let later = Stamp { changed: 201, ..stamp(150) };
        assert_eq!(ledger.keys(0, &path(), later), None);
        assert_eq!(ledger.keys(0, &path(), Stamp { len: 13, ..stamp(150) }), None);
        assert_eq!(ledger.keys(0, &path(), Stamp { mode: 0o600, ..stamp(150) }), None);
    }
}
