//! Where the lines of a text are, so that a byte becomes a line and a column quickly.

use crate::diag::{Diagnostic, Place};
use crate::files::{FileId, FilePath, Span, TextFiles};
use std::collections::BTreeMap;
use std::ops::Range;

/// Characters are counted ahead to every such byte, so that a column in a line of many megabytes
/// costs no more than one in a short line.
const STRIDE: usize = 1024;

/// A place in a text: line and column, from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The lines of one text.
pub(super) struct Lines<'t> {
    pub(super) path: &'t FilePath,
    pub(super) text: &'t str,
    /// What of the text is not shown.
    pub(super) covered: Vec<Range<usize>>,
    starts: Vec<usize>,
    characters: Vec<usize>,
}

/// The lines of every text that some diagnostics point into.
pub(super) struct Index<'t>(BTreeMap<FileId, Lines<'t>>);

impl<'t> Index<'t> {
    pub(super) fn new(diagnostics: &[Diagnostic], texts: &'t TextFiles) -> Self {
        let places = diagnostics
            .iter()
            .flat_map(|one| one.also.iter().map(|also| &also.place).chain([&one.place]));
        let mut index = BTreeMap::new();
        for place in places {
            if let Place::Text(span) = place {
                index.entry(span.file).or_insert_with(|| {
                    let file = texts.get(span.file);
                    let covered = texts.veil().map(|veil| veil.covers(&file.text));
                    let lines = Lines::new(&file.path, &file.text);
                    Lines { covered: covered.unwrap_or_default(), ..lines }
                });
            }
        }
        Index(index)
    }

    /// The lines of the text that `span` lies in. [`Index::new`] took every file in, so it is there.
    pub(super) fn of(&self, span: Span) -> &Lines<'t> {
        &self.0[&span.file]
    }
}

impl<'t> Lines<'t> {
    pub(super) fn new(path: &'t FilePath, text: &'t str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut seen = 0;
        let characters = std::iter::once(0)
            .chain(text.as_bytes().chunks(STRIDE).map(|chunk| {
                seen += count(chunk);
                seen
            }))
            .collect();
        Lines { path, text, covered: Vec::new(), starts, characters }
    }

    /// The bytes of `span`, brought back inside the text and to whole characters.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let end = self.text.floor_char_boundary(span.end as usize);
        let start = self.text.floor_char_boundary(span.start as usize).min(end);
        start..end
    }

    /// The line (from 0) that the byte `at` is on.
    pub(super) fn row(&self, at: usize) -> usize {
        // The first line starts at 0, so at least one start is not after `at`.
        self.starts.partition_point(|start| *start <= at) - 1
    }

    /// The bytes of the line `row` (from 0), without its line end.
    pub(super) fn line(&self, row: usize) -> Range<usize> {
        let start = self.starts[row];
        let next = self.starts.get(row + 1).copied();
        let whole = &self.text[start..next.unwrap_or(self.text.len())];
        let bare = match whole.strip_suffix('\n') {
            Some(rest) => rest.strip_suffix('\r').unwrap_or(rest),
            None => whole,
        };
        start..start + bare.len()
    }

    /// The line and column of the byte `at`.
    pub(super) fn position(&self, at: usize) -> Position {
        let row = self.row(at);
        let column = self.characters(at) - self.characters(self.starts[row]) + 1;
        Position { line: row + 1, column }
    }

    /// How many characters stand before the byte `at`.
    fn characters(&self, at: usize) -> usize {
        let mark = at / STRIDE;
        self.characters[mark] + count(&self.text.as_bytes()[mark * STRIDE..at])
    }
}

/// Characters that begin in `bytes`: every byte of UTF-8 but those that continue one.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_in_lines_of_any_length() {
        let path = FilePath::new("a.md").unwrap();
        let text = format!("é\n{}x\r\nend", "界".repeat(5000));
        let lines = Lines::new(&path, &text);
        let at = text.find('x').unwrap();
        assert_eq!(lines.position(at), Position { line: 2, column: 5001 });
        assert_eq!(lines.position(text.len()), Position { line: 3, column: 4 });
        assert_eq!(&text[lines.line(0)], "é");
        assert!(text[lines.line(1)].ends_with('x'));
    }

    #[test]
    fn a_text_without_anything_has_one_line() {
        let path = FilePath::new("a.md").unwrap();
        let lines = Lines::new(&path, "");
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
        assert_eq!(lines.line(0), 0..0);
    }
}
