//! The list of what a build made, kept in the output folder.

use super::place;
use crate::files::{Error, OutPath};
use crate::output::RECORD;
use std::path::Path;

/// The first line of the list; the number changes with its form.
const HEADER: &str = "dateline output 1";

/// What a build made: paths, each once, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Record(Vec<OutPath>);

impl Record {
    /// The paths that the last build into `folder` made; none where there is no list. They are known
    /// to be those of `expected` where the list is just the one that would be written of it.
    ///
    /// A line that is no path inside the folder is passed over: the list can be edited, and must not
    /// lead a build to remove anything elsewhere.
    pub(super) fn read(folder: &Path, expected: &Record) -> Result<Self, Error> {
        let path = folder.join(RECORD);
        if !place::look(&path)?.is_some_and(|found| found.is_file()) {
            return Ok(Record::default());
        }
        let bytes = place::read(&path)?;
        if bytes == expected.text().as_bytes() {
            return Ok(expected.clone());
        }
        let text = String::from_utf8_lossy(&bytes);
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return Err(place::error(
                &path,
                "not a list that this version of dateline reads",
            ));
        }
        let paths = lines.filter_map(|line| OutPath::new(line).ok());
        Ok(Record::of(paths.collect()))
    }

    pub(super) fn of(mut paths: Vec<OutPath>) -> Self {
        paths.sort();
        paths.dedup();
        Record(paths)
    }

    /// Whether `path` is among them; it is found at once if it is the one at `place`.
    pub(super) fn has(&self, place: usize, path: &OutPath) -> bool {
        self.0.get(place) == Some(path) || self.0.binary_search(path).is_ok()
    }

    /// Every path, in order.
    pub(super) fn paths(&self) -> &[OutPath] {
        &self.0
    }

    /// The list as it is written: the header, then one path to a line.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for path in &self.0 {
            text.push_str(path.as_str());
            text.push('\n');
        }
        text
    }
}
