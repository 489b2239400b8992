//! Going through a text line by line: what begins a line, then what stands within it.

use super::finding::{Edit, Finding};
use super::lines::{Lines, is_blank};
use super::{blocks, inline};
use std::ops::Range;

/// How `range` of `text` is to be changed before it is read, and what was found in it.
/// Time is linear in the length of the text.
pub(in crate::markdown) fn scan(
    text: &str,
    range: Range<usize>,
) -> (Vec<Edit>, Vec<Finding>) {
    let part = text.get(range.clone()).unwrap_or_default();
    match may_be_foreign(part) {
        true => {
            let mut lines = Lines::new(text, range);
            while lines.at < lines.end {
                line(&mut lines);
            }
            lines.finish()
        }
        false => (Vec::new(), Vec::new()),
    }
}

/// Whether a text holds anything that is looked for here. Most texts don't, so this is quick.
pub(super) fn may_be_foreign(text: &str) -> bool {
    let bytes = text.as_bytes();
    // `%%`, `{%`, `{{` and their like; `<!`, `<%` and components; lists of attributes behind other marks.
    let opens = |at: usize| match (bytes[at], bytes.get(at + 1)) {
        (b'{', next) => {
            let before = at.checked_sub(1).map(|before| bytes[before]);
            next.is_some_and(|next| !next.is_ascii_alphanumeric() && next.is_ascii())
                || matches!(before, Some(b')' | b'`' | b'*' | b'_' | b'>'))
        }
        (b'%', Some(b'%')) => true,
        (b'<', Some(b'!' | b'%' | b'/' | b'<' | b'A'..=b'Z')) => true,
        _ => false,
    };
    if memchr::memchr3_iter(b'{', b'%', b'<', bytes).any(opens) {
        return true;
    }
    let starts = memchr::memchr_iter(b'\n', bytes).map(|at| at + 1);
    std::iter::once(0).chain(starts).any(|at| blocks::may_begin(&bytes[at..]))
}

/// Goes through one line.
fn line(lines: &mut Lines<'_>) {
    let start = lines.at;
    let end = lines.line_end(start);
    lines.at = lines.next_line(end);
    if is_blank(&lines.text[start..end]) {
        return lines.blank_line(start, end);
    }
    let line = lines.enter(start, end);
    if start < lines.kept_until || lines.is_code(&line) {
        lines.after_blank = false;
        if start < lines.kept_until {
            let end = inline::scan(lines, line.content, line.end);
            lines.at = lines.next_line(end.max(line.end));
        }
        return;
    }
    let end = blocks::take(lines, &line).unwrap_or_else(|| {
        lines.after_blank = false;
        inline::scan(lines, line.content, line.end)
    });
    lines.at = lines.next_line(end.max(line.end));
}
