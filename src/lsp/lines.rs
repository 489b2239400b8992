//! Places in a text as editors count them: lines and columns from 0, columns in units of the agreed encoding.

use lsp_types::{Position, PositionEncodingKind, Range};
use std::ops;

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Units {
    /// Bytes of UTF-8.
    Bytes,
    /// Units of UTF-16, which every editor understands.
    Utf16,
}

impl Units {
    /// The best that an editor offers.
    pub(super) fn agreed(offered: Option<&[PositionEncodingKind]>) -> Self {
        let has_bytes =
            offered.is_some_and(|offered| offered.contains(&PositionEncodingKind::UTF8));
        if has_bytes { Units::Bytes } else { Units::Utf16 }
    }

    /// The word for it.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Units::Bytes => PositionEncodingKind::UTF8,
            Units::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn of(self, c: char) -> usize {
        match self {
            Units::Bytes => c.len_utf8(),
            Units::Utf16 => c.len_utf16(),
        }
    }
}

/// A text with the beginnings of its lines.
pub(super) struct EditorLines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    units: Units,
}

impl<'t> EditorLines<'t> {
    pub(super) fn new(text: &'t str, units: Units) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1);
        EditorLines { text, starts: std::iter::once(0).chain(ends).collect(), units }
    }

    /// The byte at a place; the end of the line, or of the text, where the place is behind it.
    pub(super) fn byte(&self, place: Position) -> usize {
        let Some(start) = self.starts.get(place.line as usize) else {
            return self.text.len();
        };
        let mut left = place.character as usize;
        let mut at = *start;
        for c in self.text[*start..].chars() {
            if c == '\n' || left == 0 {
                break;
            }
            left = left.saturating_sub(self.units.of(c));
            at += c.len_utf8();
        }
        at
    }

    /// The place of a byte.
    pub(super) fn place(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte).max(1) - 1;
        let before = &self.text[self.starts[line]..byte];
        let column: usize = before.chars().map(|c| self.units.of(c)).sum();
        Position::new(line as u32, column as u32)
    }

    /// The places of a range of bytes.
    pub(super) fn range(&self, bytes: ops::Range<usize>) -> Range {
        Range::new(self.place(bytes.start), self.place(bytes.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_the_units_that_were_agreed() {
        let text = "a\n“𝄞” b\r\n";
        for (units, column) in [(Units::Utf16, 4), (Units::Bytes, 10)] {
            let lines = EditorLines::new(text, units);
            assert_eq!(lines.place(12), Position::new(1, column));
            assert_eq!(lines.byte(Position::new(1, column)), 12);
        }
    }

    #[test]
    fn a_place_behind_the_end_is_the_end() {
        let lines = EditorLines::new("ab\nc", Units::Utf16);
        assert_eq!(lines.byte(Position::new(0, 9)), 2);
        assert_eq!(lines.byte(Position::new(9, 0)), 4);
    }
}
