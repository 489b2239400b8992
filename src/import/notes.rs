//! What is said of an import: what became of each file, what was mapped, and what somebody has to look at.

use std::collections::BTreeMap;
use std::fmt::Write;

/// What happened to one thing of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportNote {
    /// The file, as a path below the folder that is imported.
    pub file: String,
    /// The line in it, from 1.
    pub line: u32,
    /// What sort of thing it is: `shortcode`, `link`, `picture`.
    pub sort: &'static str,
    /// What happened, and to what.
    pub words: String,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It was written to this path of the new site.
    Written(String),
    /// It was written there, and is held back from readers, for this reason.
    Held(String, String),
    /// It was copied there.
    Copied(String),
    /// It was left where it is, for this reason.
    Left(&'static str),
}

/// All that is said of an import.
#[derive(Debug, Clone, Default)]
pub struct ImportReport {
    /// What became of each file, by path.
    pub fates: BTreeMap<String, Fate>,
    /// What somebody should look at, in order of place.
    pub notes: Vec<ImportNote>,
    /// How many things of each sort were mapped, and how many were not.
    pub coverage: BTreeMap<&'static str, (u64, u64)>,
}

/// What is said of one file while it is read.
#[derive(Debug, Default)]
pub(super) struct FileNotes {
    pub(super) file: String,
    pub(super) notes: Vec<ImportNote>,
    pub(super) coverage: BTreeMap<&'static str, (u64, u64)>,
}

impl FileNotes {
    pub(super) fn of(file: &str) -> Self {
        FileNotes { file: file.to_owned(), ..FileNotes::default() }
    }

    /// Counts something that was mapped.
    pub(super) fn mapped(&mut self, sort: &'static str) {
        self.coverage.entry(sort).or_default().0 += 1;
    }

    /// Counts and tells something that was not mapped.
    pub(super) fn lost(
        &mut self,
        sort: &'static str,
        line: u32,
        words: impl Into<String>,
    ) {
        self.coverage.entry(sort).or_default().1 += 1;
        self.tell(sort, line, words);
    }

    /// Tells something that somebody should look at.
    pub(super) fn tell(
        &mut self,
        sort: &'static str,
        line: u32,
        words: impl Into<String>,
    ) {
        let words = one_line(&words.into());
        self.notes.push(ImportNote { file: self.file.clone(), line, sort, words });
    }
}

impl ImportReport {
    pub(super) fn take(&mut self, file: FileNotes) {
        self.notes.extend(file.notes);
        for (sort, (mapped, lost)) in file.coverage {
            let count = self.coverage.entry(sort).or_default();
            count.0 += mapped;
            count.1 += lost;
        }
    }

    /// Tells what is there and can't be read: links that lead out of the folder, names that are none.
    pub fn tell_unusable(&mut self, paths: &[String]) {
        let fates = paths.iter().map(|path| {
            (path.clone(), Fate::Left("it can't be read, or leads out of the folder"))
        });
        self.fates.extend(fates);
    }

    /// How many files came to each end: written, held back, copied, left.
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for fate in self.fates.values() {
            counts[match fate {
                Fate::Written(_) => 0,
                Fate::Held(..) => 1,
                Fate::Copied(_) => 2,
                Fate::Left(_) => 3,
            }] += 1;
        }
        counts
    }

    /// A few lines: files by what became of them, and each sort of thing with how much of it was mapped.
    pub fn summary(&self) -> String {
        let [written, held, copied, left] = self.counts();
        let mut out = format!(
            "{written} texts written, {held} written and held back, {copied} files copied, {left} left\n"
        );
        for (sort, (mapped, lost)) in &self.coverage {
            let _ = writeln!(out, "{sort:>12}  {mapped:>6} mapped  {lost:>6} listed");
        }
        out
    }

    /// The whole report, as text.
    pub fn text(&self) -> String {
        let mut out = format!("# What became of the files\n\n{}\n", self.summary());
        out.push_str("# To look at\n\n");
        for ImportNote { file, line, sort, words } in &self.notes {
            let _ = writeln!(out, "{file}:{line}: {sort}: {words}");
        }
        out.push_str("\n# Every file\n\n");
        for (file, fate) in &self.fates {
            let _ = match fate {
                Fate::Written(path) => writeln!(out, "{file} -> {path}"),
                Fate::Held(path, why) => {
                    writeln!(out, "{file} -> {path} (held back: {why})")
                }
                Fate::Copied(path) => writeln!(out, "{file} => {path}"),
                Fate::Left(why) => writeln!(out, "{file}: left, {why}"),
            };
        }
        out
    }
}

/// So much of a thing is quoted.
const LONGEST: usize = 400;

/// A text in one line, cut where it is long, without what acts on a terminal.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut line: String = words
        .join(" ")
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect();
    if line.len() > LONGEST {
        line.truncate(line.floor_char_boundary(LONGEST));
        line.push('…');
    }
    line
}
