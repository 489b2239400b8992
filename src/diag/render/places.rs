//! The places of a diagnostic as an editor is told them.

use super::lines::Index;
use crate::diag::{Diagnostic, Place};
use crate::files::TextFiles;

/// A place in a file of the site, or the whole file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FilePlace {
    /// The path of the file.
    pub path: String,
    /// The line and the column, from 1; the column counts characters.
    pub at: Option<(usize, usize)>,
}

/// Where a diagnostic is, first, and where else it points; what is nowhere is left out.
pub fn places(one: &Diagnostic, texts: &TextFiles) -> Vec<FilePlace> {
    let index = Index::new(std::slice::from_ref(one), texts);
    let all = [&one.place].into_iter().chain(one.also.iter().map(|also| &also.place));
    all.filter_map(|place| file_place(place, &index)).collect()
}

fn file_place(place: &Place, index: &Index<'_>) -> Option<FilePlace> {
    match place {
        Place::Text(span) => {
            let lines = index.of(*span);
            let at = lines.position(lines.range(*span).start);
            let path = lines.path.to_string();
            Some(FilePlace { path, at: Some((at.line, at.column)) })
        }
        Place::Path(path, line) => {
            let at = line.map(|line| (line as usize, 1));
            Some(FilePlace { path: path.clone(), at })
        }
        Place::Site => None,
    }
}
