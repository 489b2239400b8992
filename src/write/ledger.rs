//! What each file of the last build was made from, and how its file looked when it was written.

use super::place::Stamp;
use crate::files::OutPath;
use crate::keys::Key;
use std::collections::BTreeMap;

/// From what a file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Keys {
    /// The key of all that it could be made from.
    pub(super) ground: Key,
    /// The key of all that it was made from.
    pub(super) made_from: Key,
}

/// The keys of each file of a site, and the file's stamp.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    entries: BTreeMap<OutPath, (Keys, Stamp)>,
    /// The key of how all that the site was made from looked, where that is known.
    inputs: Option<Key>,
}

/// The first line of a ledger; the number changes with its form.
const HEADER: &str = "dateline ledger 2";

impl Ledger {
    /// The keys of the file at `path`, if it still is as it was written.
    pub(super) fn keys(&self, path: &OutPath, found: Stamp) -> Option<Keys> {
        let (keys, stamp) = self.entries.get(path)?;
        (*stamp == found).then_some(*keys)
    }

    /// The same files, made from inputs that looked as `inputs` says.
    pub fn made_from(self, inputs: Option<Key>) -> Self {
        Ledger { inputs, ..self }
    }

    /// Whether these files were made from inputs that looked so.
    pub fn is_of(&self, inputs: Key) -> bool {
        self.inputs == Some(inputs)
    }

    /// Every file with its stamp, in order of path.
    pub(super) fn stamps(&self) -> impl Iterator<Item = (&OutPath, Stamp)> {
        self.entries.iter().map(|(path, (_, stamp))| (path, *stamp))
    }

    /// The ledger as text, one file to a line; `of` says what it is a ledger of.
    pub(super) fn text(&self, of: &str) -> String {
        let inputs =
            self.inputs.map_or(String::from("-"), |key| format!("{:x}", key.number()));
        let mut text = format!("{HEADER}\n{of}\n{inputs}\n");
        for (path, (keys, stamp)) in &self.entries {
            let [ground, key] = [keys.ground, keys.made_from].map(Key::number);
            let Stamp { len, mtime, mode } = stamp;
            text.push_str(&format!("{ground:x} {key:x} {len} {mtime} {mode:o} {path}\n"));
        }
        text.push_str("end\n");
        text
    }

    /// The ledger of `of` that was kept as `text`; nothing where it is another's, or damaged.
    pub(super) fn parse(text: &str, of: &str) -> Option<Self> {
        let rest = text.strip_prefix(HEADER)?.strip_prefix('\n')?;
        let rest = rest.strip_prefix(of)?.strip_prefix('\n')?;
        let (inputs, rest) = rest.split_once('\n')?;
        let inputs = match inputs {
            "-" => None,
            key => Some(Key::from_number(u64::from_str_radix(key, 16).ok()?)),
        };
        let lines = rest.strip_suffix("end\n")?;
        let entries = lines.lines().map(entry).collect::<Option<_>>()?;
        Some(Ledger { entries, inputs })
    }
}

impl FromIterator<(OutPath, (Keys, Stamp))> for Ledger {
    /// What each file was made from. It is quickest where the paths are in order.
    fn from_iter<I: IntoIterator<Item = (OutPath, (Keys, Stamp))>>(files: I) -> Self {
        Ledger { entries: files.into_iter().collect(), inputs: None }
    }
}

fn entry(line: &str) -> Option<(OutPath, (Keys, Stamp))> {
    let mut parts = line.splitn(6, ' ');
    let mut key = || Some(Key::from_number(u64::from_str_radix(parts.next()?, 16).ok()?));
    let keys = Keys { ground: key()?, made_from: key()? };
    let len = parts.next()?.parse().ok()?;
    let mtime = parts.next()?.parse().ok()?;
    let mode = u32::from_str_radix(parts.next()?, 8).ok()?;
    let path = OutPath::new(parts.next()?).ok()?;
    Some((path, (keys, Stamp { len, mtime, mode })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(key: &str) -> Keys {
        Keys { ground: Key::of(&("ground", key)), made_from: Key::of(key) }
    }

    fn ledger() -> Ledger {
        let stamp = Stamp { len: 12, mtime: 1_700_000_000_123_456_789, mode: 0o644 };
        let file = |path, key| (OutPath::new(path).unwrap(), (keys(key), stamp));
        let ledger: Ledger =
            [file("a b/ü.html", "a"), file("index.html", "b")].into_iter().collect();
        ledger.made_from(Some(Key::of("inputs")))
    }

    #[test]
    fn a_ledger_is_read_as_it_was_written() {
        let text = ledger().text("out x");
        assert_eq!(Ledger::parse(&text, "out x"), Some(ledger()));
    }

    #[test]
    fn a_ledger_that_is_damaged_or_of_something_else_is_none() {
        let text = ledger().text("out x");
        assert_eq!(Ledger::parse(&text, "out y"), None);
        for end in 0..text.len() - 1 {
            let Some(part) = text.get(..end) else { continue };
            assert_eq!(Ledger::parse(part, "out x"), None, "{part}");
        }
        assert_eq!(Ledger::parse(&text.replace("12", "x"), "out x"), None);
    }

    #[test]
    fn a_file_that_was_touched_has_no_key() {
        let path = OutPath::new("index.html").unwrap();
        let stamp = Stamp { len: 12, mtime: 1_700_000_000_123_456_789, mode: 0o644 };
        assert_eq!(ledger().keys(&path, stamp), Some(keys("b")));
        assert_eq!(ledger().keys(&path, Stamp { len: 13, ..stamp }), None);
        assert_eq!(ledger().keys(&path, Stamp { mtime: 0, ..stamp }), None);
        assert_eq!(ledger().keys(&path, Stamp { mode: 0o600, ..stamp }), None);
    }
}
