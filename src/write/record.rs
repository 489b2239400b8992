//! The list of what a build made, kept in the output folder.

use super::place;
use crate::files::{Error, OutPath};
use crate::output::RECORD;
use std::collections::BTreeSet;
use std::path::Path;

/// The first line of the list; the number changes with its form.
const HEADER: &str = "dateline output 1";

/// The list as it is written: the header, then one path to a line, sorted.
pub(super) fn text<'p>(paths: impl IntoIterator<Item = &'p OutPath>) -> String {
    let sorted: BTreeSet<&OutPath> = paths.into_iter().collect();
    let mut text = format!("{HEADER}\n");
    for path in sorted {
        text.push_str(path.as_str());
        text.push('\n');
    }
    text
}

/// The paths that the last build into `folder` made; none where there is no list.
///
/// A line that is no path inside the folder is passed over: the list can be edited, and must not
/// lead a build to remove anything elsewhere.
pub(super) fn read(folder: &Path) -> Result<BTreeSet<OutPath>, Error> {
    let path = folder.join(RECORD);
    if !place::look(&path)?.is_some_and(|found| found.is_file()) {
        return Ok(BTreeSet::new());
    }
    let bytes = place::read(&path)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Err(place::error(
            &path,
            "not a list that this version of dateline reads",
        ));
    }
    Ok(lines.filter_map(|line| OutPath::new(line).ok()).collect())
}
