//! Characters that must not reach a terminal as they are.

use std::borrow::Cow;

/// Whether `c` would act on a terminal, or reorder the text around it, instead of being seen.
///
/// Besides the control characters these are the marks of the Unicode bidirectional algorithm
/// (with which a line can be made to read otherwise than it is written), the two
/// separators some programs take for line ends, the byte order mark, and what has no width.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Adds `c` to `out`, written out (`\n`, `\u{1b}`) where it is unseen.
pub(super) fn push(out: &mut String, c: char) {
    if is_unseen(c) { out.extend(c.escape_default()) } else { out.push(c) }
}

/// A text of one line: whatever is unseen is written out, line ends too.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    text.chars().for_each(|c| push(&mut out, c));
    Cow::Owned(out)
}

/// A text that may have several lines: line ends stay, all else that is unseen is written out.
pub(super) fn lines(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}
