//! What each file of the last build was made from, and how its file looked when it was written.

use super::place::{Look, Stamp};
use crate::files::OutPath;
use crate::keys::Key;
use crate::manifest::{FileSum, MANIFEST, SiteManifest, Sum};
use crate::model::{Directory, ReadId};
use crate::output::Output;
use foldhash::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// From what a file was made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct MadeFrom {
    /// The key of all that it was made from beside the reads.
    pub(super) key: Key,
    /// What was read of the edition.
    pub(super) reads: Vec<ReadId>,
}

/// A file that a build has written or left.
pub(super) struct LedgerLine {
    /// Where.
    pub(super) path: OutPath,
    /// From what it was made.
    pub(super) from: MadeFrom,
    /// How it looks.
    pub(super) look: Look,
    /// What it holds.
    pub(super) sum: FileSum,
}

/// What each file of a site was made from, and how the file looked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// In order of path.
    entries: Vec<LedgerEntry<OutPath>>,
    /// What was read for each file, those of one behind those of another.
    reads: Vec<ReadId>,
    /// What could be read of the edition.
    directory: Arc<Directory>,
    /// The path of the style sheet that the pages name.
    style: String,
    /// The key of what was looked for in the files, and not found.
    searched: Key,
    /// The key of how all that the site was made from looked, where that is known.
    inputs: Option<Key>,
}

/// A file: its path, the key of what it was made from, where what was read for it ends among the reads, how
/// the file looked then, and its sum.
type LedgerEntry<P> = (P, (Key, u32, Look, FileSum));

/// How many bytes the sum of a ledger has.
const SUM: usize = size_of::<u64>();

/// How many bytes a file of a ledger takes, about: a path, a sum, numbers and times.
const ENTRY_LENGTH: usize = 136;

/// How many bytes a read takes, at most for a large site: seven bits of its number in each.
const READ_LENGTH: usize = 3;

/// How many bytes a key takes, at most.
const KEY_LENGTH: usize = 10;

/// The first line of a ledger; the number changes with its form.
const HEADER: &str = "dateline ledger 8";

impl Ledger {
    /// The ledger of the files of `output`.
    pub(super) fn new(
        output: &Output<'_>,
        files: impl IntoIterator<Item = LedgerLine>,
    ) -> Self {
        let mut files: Vec<LedgerLine> = files.into_iter().collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let read_count = files.iter().map(|one| one.from.reads.len()).sum();
        let mut reads = Vec::with_capacity(read_count);
        let entry = |LedgerLine { path, from, look, sum }: LedgerLine| {
            reads.extend(from.reads);
            (path, (from.key, reads.len() as u32, look, sum))
        };
        let entries = files.into_iter().map(entry).collect();
        let (directory, style) = (Arc::clone(&output.directory), output.style.clone());
        let searched = output.firewall.key();
        Ledger { entries, reads, directory, style, searched, inputs: None }
    }

    /// What of the last build still holds in the site of now.
    pub(super) fn compare<'l>(&'l self, output: &'l Output<'_>) -> Comparison<'l> {
        let now = &output.directory;
        let of_now = now.names.iter().zip(&now.keys).enumerate();
        let places: HashMap<Key, (u32, Key)> =
            of_now.map(|(place, (name, key))| (*name, (place as u32, *key))).collect();
        let same = |(name, key): (&Key, &Key)| {
            let (place, _) = places.get(name).filter(|(_, now)| now == key)?;
            Some(ReadId::at(*place))
        };
        let then = self.directory.names.iter().zip(&self.directory.keys);
        let is_restyled = self.style != output.style;
        let restyle = is_restyled.then_some((&*self.style, &*output.style));
        let is_searched = self.searched == output.firewall.key();
        Comparison { ledger: self, same: then.map(same).collect(), restyle, is_searched }
    }

    /// The place of the file at `path`, which is found at once if it is the one at `place`.
    fn find(&self, place: usize, path: &OutPath) -> Option<usize> {
        let is_it = |place: &usize| {
            self.entries.get(*place).is_some_and(|(found, _)| found == path)
        };
        Some(place)
            .filter(is_it)
            .or_else(|| self.entries.binary_search_by(|(found, _)| found.cmp(path)).ok())
    }

    /// Where what was read for the file at `place` stands among the reads.
    fn reads_of(&self, place: usize) -> Range<usize> {
        let before = place.checked_sub(1).and_then(|before| self.entries.get(before));
        let end = |entry: &LedgerEntry<OutPath>| entry.1.1 as usize;
        before.map_or(0, end)..self.entries.get(place).map_or(0, end)
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
        self.entries.iter().map(|(path, (.., look, _))| (path, *look))
    }

    /// The one sum of all files, as the manifest has it.
    pub(super) fn root(&self) -> Sum {
        let listed = self.entries.iter().filter(|(path, _)| path.as_str() != MANIFEST);
        let sums = listed.map(|(path, (.., sum))| (path.clone(), *sum));
        SiteManifest::of(sums).root()
    }

    /// The ledger as it is kept; `of` says what it is a ledger of.
    pub(super) fn bytes(&self, of: &str) -> Vec<u8> {
        let entries = self.entries.iter().map(|(path, rest)| (path.as_str(), *rest));
        let entries: Vec<LedgerEntry<&str>> = entries.collect();
        let Directory { names, keys } = &*self.directory;
        let mut kept = head(of).into_bytes();
        let sum_at = kept.len();
        kept.extend([0; SUM]);
        kept.reserve(
            ENTRY_LENGTH * entries.len()
                + READ_LENGTH * self.reads.len()
                + KEY_LENGTH * (names.len() + keys.len()),
        );
        let kept_keys = (self.inputs, self.searched);
        let all = (kept_keys, &self.style, entries, names, keys, &self.reads);
        // All of it is of the kinds that can be written.
        let mut kept = postcard::to_extend(&all, kept).unwrap_or_default();
        if let Some((sum, all)) =
            kept.get_mut(sum_at..).and_then(<[u8]>::split_first_chunk_mut)
        {
            *sum = Key::of(&*all).number().to_le_bytes();
        }
        kept
    }

    /// The ledger of `of` that was kept as `bytes`; nothing where it is another's, or damaged.
    pub(super) fn read(bytes: &[u8], of: &str) -> Option<Self> {
        let rest = bytes.strip_prefix(head(of).as_bytes())?;
        let (sum, kept) = rest.split_first_chunk()?;
        if Key::of(kept).number() != u64::from_le_bytes(*sum) {
            return None;
        }
        let ((inputs, searched), style, entries, names, keys, reads) =
            postcard::from_bytes(kept).ok()?;
        let entries: Vec<LedgerEntry<&str>> = entries;
        let entry =
            |(path, rest): LedgerEntry<&str>| Some((OutPath::new(path).ok()?, rest));
        let entries = entries.into_iter().map(entry).collect::<Option<_>>()?;
        let directory = Arc::new(Directory { names, keys });
        Some(Ledger { entries, reads, directory, style, searched, inputs })
    }
}

/// A ledger beside what can be read now.
pub(super) struct Comparison<'l> {
    ledger: &'l Ledger,
    /// By what could be read then: its number now, where what is found there is the same.
    same: Vec<Option<ReadId>>,
    /// The path of the style sheet then, and now, where that is another.
    restyle: Option<(&'l str, &'l str)>,
    /// Whether all that is looked for now was looked for then.
    is_searched: bool,
}

impl Comparison<'_> {
    /// From what the file at `path` was made, if its file is as it was written and all that was read for it is
    /// the same. `place` is where it is looked for first.
    pub(super) fn holds(
        &self,
        place: usize,
        path: &OutPath,
        found: Stamp,
    ) -> Option<(MadeFrom, FileSum)> {
        let (place, look, sum) = self.entry(place, path)?;
        Some((look.is(found).then(|| self.made_from(place))??, sum))
    }

    /// The same of a file that nobody can have touched, as long as the style sheet has the same path.
    pub(super) fn holds_untouched(
        &self,
        place: usize,
        path: &OutPath,
    ) -> Option<(MadeFrom, FileSum)> {
        let (place, _, sum) = self.entry(place, path)?;
        let made_from = self.made_from(place)?;
        (self.restyle.is_none() && self.is_searched).then_some((made_from, sum))
    }

    /// Whether all that is looked for now was looked for in the files of the last build.
    pub(super) fn is_searched(&self) -> bool {
        self.is_searched
    }

    /// What a page of the last build is to hold now that it names another style sheet; `read` reads the page.
    pub(super) fn restyled(
        &self,
        read: impl FnOnce() -> Option<Vec<u8>>,
    ) -> Option<Restyled> {
        match self.restyle {
            None => Some(Restyled::Same),
            Some((then, now)) => restyled(&read()?, then, now),
        }
    }

    fn entry(&self, place: usize, path: &OutPath) -> Option<(usize, Look, FileSum)> {
        let place = self.ledger.find(place, path)?;
        let (_, (.., look, sum)) = self.ledger.entries.get(place)?;
        Some((place, *look, *sum))
    }

    /// From what the file at `place` was made, if all that was read for it is the same.
    fn made_from(&self, place: usize) -> Option<MadeFrom> {
        let (_, (key, ..)) = self.ledger.entries.get(place)?;
        let reads = self.ledger.reads.get(self.ledger.reads_of(place))?.iter();
        let reads = reads.map(|read| *self.same.get(read.index())?);
        Some(MadeFrom { key: *key, reads: reads.collect::<Option<_>>()? })
    }
}

/// A page of the last build, with the style sheet of now.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Restyled {
    /// It names none that has changed.
    Same,
    /// These are its bytes.
    Bytes(Vec<u8>),
}

/// A page that names the style sheet `then` with `now` in its place. `None` where the page names it more than
/// once, or elsewhere than in its head: a text may show a path that only looks like it.
fn restyled(page: &[u8], then: &str, now: &str) -> Option<Restyled> {
    let mut places = memchr::memmem::find_iter(page, then);
    let Some(at) = places.next() else { return Some(Restyled::Same) };
    let head = memchr::memmem::find(page, b"</head>")?;
    let is_link = at < head && page.get(at + then.len()) == Some(&b'"');
    if !is_link || places.next().is_some() {
        return None;
    }
    let parts = [&page[..at], now.as_bytes(), &page[at + then.len()..]];
    Some(Restyled::Bytes(parts.concat()))
}

/// The first lines of a ledger of `of`.
fn head(of: &str) -> String {
    format!("{HEADER}\n{of}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_from(key: &str, reads: &[u32]) -> MadeFrom {
        let reads = reads.iter().copied().map(ReadId::at).collect();
        MadeFrom { key: Key::of(key), reads }
    }

    fn stamp() -> Stamp {
        let at = 1_700_000_000_123_456_789;
        Stamp { len: 12, mtime: at, changed: at, mode: 0o644 }
    }

    /// What could be read: names, each with what was found there.
    fn directory(read: &[(&str, &str)]) -> Directory {
        let names = read.iter().map(|(name, _)| Key::of(name)).collect();
        Directory { names, keys: read.iter().map(|(_, key)| Key::of(key)).collect() }
    }

    const READ: [(&str, &str); 3] = [("title", "A"), ("list", "a, b"), ("text", "Words")];

    fn path(path: &str) -> OutPath {
        OutPath::new(path).unwrap()
    }

    fn output(read: &[(&str, &str)], style: &str) -> Output<'static> {
        let (directory, style) = (Arc::new(directory(read)), style.to_owned());
        Output { directory, style, ..Output::from(Vec::new()) }
    }

    fn ledger() -> Ledger {
        let file = |at, from| {
            let (path, look) = (path(at), stamp().into());
            LedgerLine { path, from, look, sum: FileSum::of(b"Twelve bytes") }
        };
        let files = [
            file("index.html", made_from("home", &[1, 0])),
            file("a b/ü.html", made_from("a", &[0, 2])),
        ];
        Ledger::new(&output(&READ, "a.css"), files).made_from(Some(Key::of("inputs")))
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
    fn a_file_holds_as_long_as_what_was_read_for_it_is_the_same() {
        let ledger = ledger();
        let holds = |now: &[(&str, &str)], at| {
            let output = output(now, "a.css");
            let found = ledger.compare(&output).holds(0, &path(at), stamp());
            found.map(|(from, _)| from)
        };
        assert_eq!(holds(&READ, "index.html"), Some(made_from("home", &[1, 0])));
        let edited = [("title", "A"), ("list", "a, b"), ("text", "Other words")];
        assert_eq!(holds(&edited, "index.html"), Some(made_from("home", &[1, 0])));
        assert_eq!(holds(&edited, "a b/ü.html"), None);
        // What is read may have another number now.
        let more = [("new", "N"), ("text", "Words"), ("title", "A"), ("list", "a, b")];
        assert_eq!(holds(&more, "index.html"), Some(made_from("home", &[3, 2])));
        assert_eq!(holds(&more, "a b/ü.html"), Some(made_from("a", &[2, 1])));
        assert_eq!(holds(&[("title", "A"), ("text", "Words")], "index.html"), None);
        assert_eq!(holds(&READ, "c.html"), None);
    }

    #[test]
    fn a_file_that_was_touched_does_not_hold() {
        let (ledger, stamp) = (ledger(), stamp());
        let output = output(&READ, "a.css");
        let now = ledger.compare(&output);
        let holds = |place, found| now.holds(place, &path("index.html"), found).is_some();
        for place in [0, 1, 9] {
            assert!(holds(place, stamp), "{place}");
        }
        assert!(!holds(1, Stamp { len: 13, ..stamp }));
        assert!(!holds(1, Stamp { mtime: 0, ..stamp }));
        assert!(!holds(1, Stamp { changed: 0, ..stamp }));
        assert!(!holds(1, Stamp { mode: 0o600, ..stamp }));
    }

    #[test]
    fn a_file_written_between_two_others_is_known_by_their_times() {
        let stamp = |at| Stamp { len: 12, mtime: at, changed: at, mode: 0o644 };
        let look = Look::between(stamp(100), 12, stamp(200));
        let (from, sum) = (made_from("a", &[]), FileSum::default());
        let files = [LedgerLine { path: path("index.html"), from, look, sum }];
        let output = output(&[], "");
        let ledger = Ledger::new(&output, files);
        let now = ledger.compare(&output);
        let holds = |found| now.holds(0, &path("index.html"), found).is_some();
        for (mtime, is_known) in [(99, false), (100, true), (200, true), (201, false)] {
            assert_eq!(holds(stamp(mtime)), is_known, "{mtime}");
        }
        // Who writes to a file may set the one time back, and not the other.
        assert!(!holds(Stamp { changed: 201, ..stamp(150) }));
        assert!(!holds(Stamp { len: 13, ..stamp(150) }));
        assert!(!holds(Stamp { mode: 0o600, ..stamp(150) }));
    }

    #[test]
    fn a_page_that_names_another_style_sheet_is_changed_in_that_alone() {
        let page = |css: &str, text: &str| {
            format!("<head><link href=\"../{css}\"></head><p>{text}").into_bytes()
        };
        let now = |page: &[u8]| restyled(page, "css/1.css", "css/22.css");
        let expected = Some(Restyled::Bytes(page("css/22.css", "x")));
        assert_eq!(now(&page("css/1.css", "x")), expected);
        assert_eq!(now(&page("own.css", "x")), Some(Restyled::Same));
        assert_eq!(now(&page("css/1.css", "It is css/1.css")), None);
        assert_eq!(now(&page("own.css", "<a href=\"css/1.css\">")), None);
        assert_eq!(now(&page("css/1.css.map", "x")), None);
    }
}
