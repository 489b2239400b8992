//! The folder `releases/` of a site: which records are in it, in which order.

use super::record::{EditionRecord, RecordedChange, changes_of};
use crate::diag::{Diagnostic, Place, codes};
use crate::files::{FileId, RELEASES, Span, TextFiles};
use crate::keys::Key;
use jiff::civil::Date;

/// The folder's name in a site's root.
pub const FOLDER: &str = RELEASES;

/// The releases of a site, the oldest first.
#[derive(Debug, Clone, Default)]
pub struct Releases<'t> {
    releases: Vec<Release<'t>>,
}

/// A file that is named like a release.
#[derive(Debug, Clone, Copy)]
pub struct Release<'t> {
    day: Date,
    /// Which of its day it is, from 1.
    nth: u32,
    file: FileId,
    texts: &'t TextFiles,
}

impl<'t> Releases<'t> {
    /// The releases among these texts. What is named otherwise is no release.
    pub fn of(texts: &'t TextFiles) -> Self {
        let release = |file: FileId| {
            let name = texts.path(file).below(FOLDER)?.strip_suffix(".json")?;
            let (day, nth) = day_and_number(name)?;
            Some(Release { day, nth, file, texts })
        };
        let mut releases: Vec<Release<'t>> =
            texts.ids_below(FOLDER).filter_map(release).collect();
        releases.sort_by_key(|one| (one.day, one.nth, one.file));
        Releases { releases }
    }

    /// All of them, the oldest first.
    pub fn all(&self) -> &[Release<'t>] {
        &self.releases
    }

    /// The newest, by its name.
    pub fn newest(&self) -> Option<Release<'t>> {
        self.releases.last().copied()
    }
}

/// The day that a file is named after, and its number among those of the day: `2026-11-30`, `2026-11-30-2`.
fn day_and_number(name: &str) -> Option<(Date, u32)> {
    let (day, rest) = name.split_at_checked("2026-11-30".len())?;
    let is_plain = day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day: Date = day.parse().ok().filter(|_| is_plain)?;
    let nth = match rest.strip_prefix('-') {
        None if rest.is_empty() => 1,
        None => return None,
        Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            number.parse().ok()?
        }
        Some(_) => return None,
    };
    Some((day, nth))
}

/// The name of the next release on a day, when these are there.
pub fn free_name(day: Date, shelf: &Releases<'_>) -> String {
    let of_day = shelf.releases.iter().filter(|one| one.day == day);
    match of_day.map(|one| one.nth).max() {
        None => day.to_string(),
        Some(last) => format!("{day}-{}", last.saturating_add(1).max(2)),
    }
}

impl<'t> Release<'t> {
    /// Its day.
    pub fn day(&self) -> Date {
        self.day
    }

    /// Its name, which is its file's without the ending.
    pub fn name(&self) -> &'t str {
        self.texts.path(self.file).stem()
    }

    /// Where its file lies.
    pub fn path(&self) -> &'t str {
        self.texts.path(self.file).as_str()
    }

    /// What tells its content, without reading it where a look suffices.
    pub fn key(&self) -> Key {
        let look = self.texts.look(self.file);
        match look.seen {
            Some(seen) => Key::of(&(self.path(), look.size, seen.key)),
            None => self.texts.get(self.file).key,
        }
    }

    /// The start of its file.
    pub fn place(&self) -> Place {
        Place::Text(Span::start_of(self.file))
    }

    /// Where its file first says these words.
    pub fn place_of(&self, words: &str) -> Place {
        let quoted = serde_json::Value::from(words).to_string();
        let text = &self.texts.get(self.file).text;
        match text.find(&quoted) {
            Some(at) => Place::Text(Span::new(self.file, at, at + quoted.len())),
            None => self.place(),
        }
    }

    /// What it says has changed since the one before; nothing where it can't be read.
    pub fn changes(&self) -> Vec<RecordedChange> {
        changes_of(&self.texts.get(self.file).text)
    }

    /// The record, or what is wrong with the file.
    pub fn read(&self) -> Result<EditionRecord, Box<Diagnostic>> {
        let file = self.texts.get(self.file);
        if file.problem.is_some() {
            return Err(self.damaged(1, "it is no text that can be read"));
        }
        let record = EditionRecord::read(&file.text);
        let record = record.map_err(|(line, reason)| self.damaged(line, &reason))?;
        if record.date != self.day.to_string() {
            let reason =
                format!("it is of `{}`, and is named after another day", record.date);
            return Err(self.damaged(1, &reason));
        }
        Ok(record)
    }

    fn damaged(&self, line: usize, reason: &str) -> Box<Diagnostic> {
        let text = &self.texts.get(self.file).text;
        let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
        let start = lines.map(str::len).sum::<usize>().min(text.len());
        let end = text[start..].find('\n').map_or(text.len(), |n| start + n);
        let place = Span::new(self.file, start, end.min(start + LONGEST_LINE).max(start));
        let place = if text.get(place.range()).is_some() {
            place
        } else {
            Span::new(self.file, start, start)
        };
        let message = format!("`{}` is no record of a release", self.path());
        let found = Diagnostic::new(codes::DAMAGED_RELEASE, place, message)
            .note(reason)
            .note(
                "what the site says now is compared with it, so that no change is silent",
            )
            .help("get it back from version control, as `dateline release` wrote it")
            .help("or give a file that is something else another name");
        Box::new(found)
    }
}

/// More of a line is not shown.
const LONGEST_LINE: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{FilePath, Memory, scan};

    #[test]
    fn a_release_is_told_by_its_name() {
        let day = |name: &str| day_and_number(name).map(|(day, n)| (day.to_string(), n));
        assert_eq!(day("2026-11-30"), Some(("2026-11-30".into(), 1)));
        assert_eq!(day("2026-11-30-2"), Some(("2026-11-30".into(), 2)));
        for other in [
            "",
            "2026-11-3",
            "2026-11-31",
            "2026-13-01",
            "2026-11-30-",
            "2026-11-30-x",
            "2026-11-30.old",
            "2026-11-30-2-3",
            "release",
            "+026-11-30",
            "２026-11-30",
            "2026-11-30-99999999999",
        ] {
            assert_eq!(day(other), None, "{other}");
        }
    }

    #[test]
    fn the_newest_is_the_last_by_day_and_number() {
        let mut files = Memory::default();
        for name in ["2026-11-30-10", "2026-11-30-9", "2026-11-30", "2025-12-31", "notes"]
        {
            let path = FilePath::new(&format!("releases/{name}.json")).unwrap();
            files.insert(path, b"{}".to_vec());
        }
        let texts = scan(&files).unwrap();
        let shelf = Releases::of(&texts);
        let names: Vec<&str> = shelf.all().iter().map(Release::name).collect();
        assert_eq!(names, ["2025-12-31", "2026-11-30", "2026-11-30-9", "2026-11-30-10"]);
        let day = |day: &str| day.parse::<Date>().unwrap();
        assert_eq!(free_name(day("2026-11-30"), &shelf), "2026-11-30-11");
        assert_eq!(free_name(day("2025-12-31"), &shelf), "2025-12-31-2");
        assert_eq!(free_name(day("2027-01-01"), &shelf), "2027-01-01");
    }

    #[test]
    fn a_file_that_is_no_release_is_told_and_nothing_panics() {
        for bytes in [
            &b""[..],
            b"{}",
            b"[]",
            b"null",
            b"\xff\xfe{}",
            b"{\"format\": \"x\"}",
            "é".repeat(200).as_bytes(),
            b"{\"format\": \"dateline release 1\", \"date\": \"2020-01-01\"}",
            "\u{feff}[1,\n\n\u{1f600}".as_bytes(),
        ] {
            let mut files = Memory::default();
            files.insert(
                FilePath::new("releases/2026-11-30.json").unwrap(),
                bytes.to_vec(),
            );
            let texts = scan(&files).unwrap();
            let found = Releases::of(&texts).newest().unwrap().read().unwrap_err();
            assert_eq!(found.code, codes::DAMAGED_RELEASE);
        }
    }
}
