//! The parts of a text that are no text: code, and notes to oneself.

use std::ops::Range;

/// Code and notes of a text, in order of place.
#[derive(Debug, Default)]
pub(super) struct Quiet {
    ranges: Vec<Range<usize>>,
    /// Those that are notes.
    notes: Vec<Range<usize>>,
}

impl Quiet {
    pub(super) fn of(text: &str) -> Self {
        let mut reader =
            QuietReader { text, quiet: Quiet::default(), absent: Vec::new() };
        reader.read();
        reader.quiet
    }

    /// The end of the code or note that a byte stands in.
    pub(super) fn end(&self, at: usize) -> Option<usize> {
        let behind = self.ranges.partition_point(|one| one.start <= at);
        let last = self.ranges[..behind].last()?;
        (at < last.end).then_some(last.end)
    }

    /// The next byte from `at` on that holds one of these signs and is text.
    pub(super) fn next(&self, text: &str, from: usize, signs: &[u8]) -> Option<usize> {
        let mut at = from;
        loop {
            let rest = text.as_bytes().get(at..)?;
            at += rest.iter().position(|byte| signs.contains(byte) || *byte == b'\\')?;
            match self.end(at) {
                Some(end) => at = end.max(at + 1),
                // What is escaped is meant as it is.
                None if text.as_bytes()[at] == b'\\' && !signs.contains(&b'\\') => {
                    at += 2;
                }
                None => return Some(at),
            }
        }
    }

    pub(super) fn notes(&self) -> &[Range<usize>] {
        &self.notes
    }
}

/// Notes to oneself: how they begin and end.
const NOTES: [(&str, &str); 8] = [
    ("<!--", "-->"),
    ("%%", "%%"),
    ("{{/*", "*/}}"),
    ("{{- /*", "*/"),
    ("{/*", "*/}"),
    ("{% comment", "endcomment %}"),
    ("{%- comment", "endcomment"),
    ("{# ", "#}"),
];

struct QuietReader<'t> {
    text: &'t str,
    quiet: Quiet,
    /// Ends of notes that are nowhere in the rest of the text.
    absent: Vec<&'static str>,
}

impl QuietReader<'_> {
    fn read(&mut self) {
        let (mut at, mut after_blank, mut in_list, mut after_code) =
            (0, true, false, false);
        while at < self.text.len() {
            let end = line_end(self.text, at);
            let line = &self.text[at..end];
            let words = unmarked(line);
            if words.trim().is_empty() {
                after_blank = true;
                at = end + 1;
                continue;
            }
            if let Some((mark, width)) = fence(words) {
                let close = self.fence_end(end, mark, width);
                self.quiet.ranges.push(at..close);
                (at, after_blank, after_code) = (close + 1, false, false);
                continue;
            }
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            let is_deep = indent >= 4 || line.starts_with('\t');
            in_list = is_item(line) || (in_list && (indent > 0 || !after_blank));
            if is_deep && !in_list && (after_blank || after_code) {
                self.quiet.ranges.push(at..end);
                (at, after_blank, after_code) = (end + 1, false, true);
                continue;
            }
            (after_blank, after_code) = (false, false);
            at = self.inline(at, end) + 1;
        }
    }

    /// Where the block of code ends that a fence began on the line before `from`.
    fn fence_end(&self, from: usize, mark: u8, width: usize) -> usize {
        let mut at = from + 1;
        while at < self.text.len() {
            let end = line_end(self.text, at);
            let words = self.text[at..end].trim_matches(['>', ' ', '\t']);
            let row = words.bytes().take_while(|byte| *byte == mark).count();
            if row >= width && row == words.len() {
                return end;
            }
            at = end + 1;
        }
        self.text.len()
    }

    /// Goes through a line; gives the end of the line that the last of what begins in it ends in.
    fn inline(&mut self, from: usize, line_end_at: usize) -> usize {
        let (mut at, mut end) = (from, line_end_at);
        let bytes = self.text.as_bytes();
        while at < end {
            let step = match bytes[at] {
                b'\\' => 2,
                b'`' => {
                    let width =
                        bytes[at..].iter().take_while(|byte| **byte == b'`').count();
                    match self.code_end(at + width, width) {
                        Some(close) => {
                            self.quiet.ranges.push(at..close);
                            close - at
                        }
                        None => width,
                    }
                }
                b'<' | b'%' | b'{' => self.note(at),
                _ => 1,
            };
            at += step;
            if at > end {
                end = line_end(self.text, at.min(self.text.len()));
            }
        }
        end
    }

    /// Where code in a line ends: behind a row of as many backticks in the same paragraph.
    fn code_end(&self, from: usize, width: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        loop {
            at += memchr::memchr2(b'`', b'\n', bytes.get(at..)?)?;
            if bytes[at] == b'\n' {
                let next = line_end(self.text, at + 1);
                if self.text.get(at + 1..next)?.trim().is_empty() {
                    return None;
                }
                at += 1;
                continue;
            }
            let row = bytes[at..].iter().take_while(|byte| **byte == b'`').count();
            at += row;
            if row == width {
                return Some(at);
            }
        }
    }

    /// Notes what begins at `at`; gives how many bytes to go on.
    fn note(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        // Per cent of an address.
        let is_hex = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
        let bytes = rest.as_bytes();
        if rest.starts_with("%%") && is_hex(bytes.get(2)) && is_hex(bytes.get(3)) {
            return 2;
        }
        let Some((begin, end)) =
            NOTES.into_iter().find(|(begin, _)| rest.starts_with(begin))
        else {
            return 1;
        };
        if self.absent.contains(&end) {
            return begin.len();
        }
        let Some(found) =
            memchr::memmem::find(&rest.as_bytes()[begin.len()..], end.as_bytes())
        else {
            self.absent.push(end);
            return begin.len();
        };
        let length = begin.len() + found + end.len();
        // What closes the tag stands behind the name of its end.
        let length = match end.ends_with('}') || !begin.starts_with('{') {
            true => length,
            false => length + rest[length..].find('}').map_or(0, |more| more + 1),
        };
        self.quiet.ranges.push(at..at + length);
        self.quiet.notes.push(at..at + length);
        length
    }
}

/// The byte behind the last of the line that a byte stands in, its line feed left out.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    memchr::memchr(b'\n', rest).map_or(text.len(), |n| at + n)
}

/// The first byte of the line that a byte stands in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |n| n + 1)
}

/// A line without the marks of quotations and lists that it begins with.
fn unmarked(line: &str) -> &str {
    let mut words = line.trim_start();
    loop {
        let rest = words.strip_prefix('>').or_else(|| item(words));
        match rest {
            Some(rest) => words = rest.trim_start(),
            None => return words,
        }
    }
}

fn is_item(line: &str) -> bool {
    item(line.trim_start_matches(['>', ' ', '\t'])).is_some()
}

/// What follows the mark of an item of a list.
pub(super) fn item(words: &str) -> Option<&str> {
    let rest = match words.as_bytes().first()? {
        b'-' | b'*' | b'+' => &words[1..],
        b'0'..=b'9' => {
            let digits = words.bytes().take_while(u8::is_ascii_digit).count();
            words[digits..].strip_prefix(['.', ')'])?
        }
        _ => return None,
    };
    rest.starts_with([' ', '\t']).then_some(rest)
}

fn fence(words: &str) -> Option<(u8, usize)> {
    let mark = words.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'))?;
    let width = words.bytes().take_while(|byte| *byte == mark).count();
    (width >= 3 && !(mark == b'`' && words[width..].contains('`')))
        .then_some((mark, width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiet(text: &str) -> Vec<&str> {
        Quiet::of(text).ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn code_and_notes_are_no_text() {
        assert_eq!(
            quiet(
                "a `b` <!-- c\n\nd --> e\n\n    f\n\n- g\n\n    h\n\n```x\ni\n```\nj\n"
            ),
            ["`b`", "<!-- c\n\nd -->", "    f", "```x\ni\n```"]
        );
        assert_eq!(
            quiet("%%a%% {{/* b */}} {% comment %}c{% endcomment %}"),
            ["%%a%%", "{{/* b */}}", "{% comment %}c{% endcomment %}"]
        );
        assert_eq!(quiet("`a <!-- b %% {# c"), [""; 0]);
    }
}
