//! What stands between `[[` and `]]`: target, heading and label.

use super::tree::Piece;

/// Parts the target `ie#history` into what is named and the heading in it, spaces trimmed.
///
/// The `\` that keeps `[[ie\|Ireland]]` in one cell of a table is not part of the target.
pub(super) fn target(piece: Piece, text: &str) -> (Piece, Option<Piece>) {
    let end = text.strip_suffix('\\').unwrap_or(text).len();
    let (target, heading) = match text[..end].find('#') {
        Some(hash) => (0..hash, Some(hash + 1..end)),
        None => (0..end, None),
    };
    let part = |range: std::ops::Range<usize>| {
        let words = &text[range.clone()];
        let start = range.start + (words.len() - words.trim_start().len());
        piece.slice(start, start + words.trim().len())
    };
    (part(target), heading.map(part))
}
