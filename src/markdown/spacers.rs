//! Spacers: characters put into a copy of a text, so that `pulldown-cmark` reads the text as it is meant.
//!
//! Two things are meant otherwise than it reads them. Its rules of emphasis take for granted that words
//! stand between spaces, so `は**「…」**と` is none to it; here the rules are those of the specification
//! "CommonMark CJK-friendly amendments" (<https://github.com/tats-u/markdown-cjk-friendly>).
//! And it takes braces at the end of a heading for the heading's, also where they are a mark's:
//! `## They visited [each address]{.reported}`.
//!
//! A spacer is a character that the text doesn't hold, and stands in no tree: every place in the copy is
//! turned into the place in the text, where a spacer takes no room.

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};

/// Spacers that are taken for letters: characters that no text may interchange (Unicode, section 23.7).
const LETTERS: RangeInclusive<char> = '\u{fdd0}'..='\u{fdef}';

/// Spacers that are taken for punctuation: that of the Bamum script.
const STOPS: RangeInclusive<char> = '\u{a6f2}'..='\u{a6f7}';

/// How many bytes each of them has.
const WIDTH: usize = 3;

/// A part of a text, with spacers where they are needed.
pub(super) struct Spaced<'t> {
    /// The part, or a copy of it with spacers.
    pub(super) read: Cow<'t, str>,
    /// Where the part begins in the text.
    base: usize,
    /// Where each spacer stands in the copy.
    places: Vec<usize>,
    spacers: [char; 2],
}

/// What is put before a run of `*`, `_` or `~`, or behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spacer {
    Letter,
    Stop,
}

impl<'t> Spaced<'t> {
    /// The bytes `range` of `text`, to be read.
    pub(super) fn new(text: &'t str, range: Range<usize>) -> Self {
        let part = text.get(range.clone()).unwrap_or_default();
        let mut wanted = beside_wide(part);
        wanted.extend(behind_marks(part).map(|at| (at, Spacer::Letter)));
        let unused =
            |all: RangeInclusive<char>| all.into_iter().find(|c| !part.contains(*c));
        let base = range.start;
        let plain =
            Spaced { read: part.into(), base, places: Vec::new(), spacers: ['\0'; 2] };
        if wanted.is_empty() {
            return plain;
        }
        let (Some(letter), Some(stop)) = (unused(LETTERS), unused(STOPS)) else {
            return plain;
        };
        wanted.sort_by_key(|(at, _)| *at);
        let mut copy = String::with_capacity(part.len() + wanted.len() * WIDTH);
        let mut places = Vec::with_capacity(wanted.len());
        let mut from = 0;
        for (at, spacer) in wanted {
            copy.push_str(&part[from..at]);
            places.push(copy.len());
            copy.push(if spacer == Spacer::Letter { letter } else { stop });
            from = at;
        }
        copy.push_str(&part[from..]);
        Spaced { read: copy.into(), base, places, spacers: [letter, stop] }
    }

    /// The place in the text that byte `at` of what is read stands for.
    pub(super) fn place(&self, at: usize) -> usize {
        let before = match self.places.is_empty() {
            true => 0,
            false => self.places.partition_point(|place| *place < at),
        };
        self.base + at - before * WIDTH
    }

    /// `words` of what is read, without its spacers.
    pub(super) fn bare<'w>(&self, words: &'w str) -> Cow<'w, str> {
        match self.places.is_empty() || !words.contains(self.spacers) {
            true => words.into(),
            false => words.replace(self.spacers, "").into(),
        }
    }
}

/// The spacers about the runs of `*`, `_` and `~` that stand beside a letter or a mark of Chinese,
/// Japanese or Korean.
fn beside_wide(part: &str) -> Vec<(usize, Spacer)> {
    let bytes = part.as_bytes();
    let mut found = Vec::new();
    if bytes.is_ascii() {
        return found;
    }
    let mut from = 0;
    while let Some(n) = memchr::memchr3(b'*', b'_', b'~', &bytes[from..]) {
        let start = from + n;
        let length =
            bytes[start..].iter().take_while(|byte| **byte == bytes[start]).count();
        from = start + length;
        let is_wide = |at: Option<usize>| {
            at.and_then(|at| bytes.get(at)).is_some_and(|byte| !byte.is_ascii())
        };
        if is_wide(start.checked_sub(1)) || is_wide(Some(from)) {
            found.extend(about(part, start..from));
        }
    }
    found
}

/// The spacers about one run, if it needs them.
fn about(part: &str, run: Range<usize>) -> impl Iterator<Item = (usize, Spacer)> {
    use Spacer::{Letter, Stop};
    let delimiter = part.as_bytes()[run.start];
    let before = part[..run.start].chars().next_back().unwrap_or(' ');
    let behind = part[run.end..].chars().next().unwrap_or(' ');
    let is_word = |c: char| c.is_alphanumeric();
    let is_run = |c: char| matches!(c, '*' | '_' | '~');
    let spacers = match (delimiter, run.len()) {
        // A backslash says that it is meant as it is; and a longer row of `~` fences code.
        _ if before == '\\' => None,
        (b'~', 3..) => None,
        // Beside a space, and between two letters, the rules of CommonMark do.
        _ if before.is_whitespace() || behind.is_whitespace() => None,
        _ if is_word(before) && is_word(behind) => None,
        _ if !is_cjk(before) && !is_cjk(behind) => None,
        // It may begin emphasis and end it.
        (b'*', _) | (b'~', 2) => Some([Letter, Letter]),
        // Within a word these are none, but a bracket is not within a word.
        _ if is_word(before) => Some([Stop, Letter]),
        _ if is_word(behind) => Some([Letter, Stop]),
        _ => None,
    };
    // A run that touches this one sees what it saw before: a mark.
    let put = spacers.map(|[first, last]| {
        [
            is_run(before).then_some((run.start, Stop)),
            Some((run.start, first)),
            Some((run.end, last)),
            is_run(behind).then_some((run.end, Stop)),
        ]
    });
    put.into_iter().flatten().flatten()
}

/// Whether `c` is a letter or a mark of Chinese, Japanese or Korean: what the amendments call a "CJK
/// character", by blocks of Unicode.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(
        c,
        '\u{1100}'..='\u{11ff}'
            | '\u{2e80}'..='\u{303e}'
            | '\u{3041}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{a4cf}'
            | '\u{a960}'..='\u{a97f}'
            | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe10}'..='\u{fe1f}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff01}'..='\u{ffee}'
            | '\u{16fe0}'..='\u{18dff}'
            | '\u{1aff0}'..='\u{1b2ff}'
            | '\u{1f200}'..='\u{1f2ff}'
            | '\u{20000}'..='\u{3fffd}'
    )
}

/// Where lines end in braces that stand right behind `]`, and are no heading's `{#id}`.
fn behind_marks(part: &str) -> impl Iterator<Item = usize> {
    memchr::memmem::find_iter(part.as_bytes(), "]{").filter_map(|at| {
        let inside = at + "]{".len();
        let length = memchr::memchr3(b'}', b'{', b'\n', &part.as_bytes()[inside..])?;
        let (words, rest) = part[inside..].split_at(length);
        let line = rest.strip_prefix('}')?.trim_start_matches([' ', '\t', '\r']);
        let ends = line.is_empty() || line.starts_with('\n');
        (ends && !words.trim_start().starts_with('#')).then_some(inside + length + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spaced(text: &str) -> String {
        let spaced = Spaced::new(text, 0..text.len());
        spaced.read.replace(spaced.spacers[0], "·").replace(spaced.spacers[1], "!")
    }

    #[test]
    fn most_texts_are_read_as_they_are() {
        for text in [
            "**a** b_c_ **“x”**y",
            "福州**強調**と",
            "福州 **「a」** b",
            "\\**「a」",
            "[a]{.reported} b",
            "## A [b]{#id}",
            "「\n~~~\n",
        ] {
            assert_eq!(spaced(text), text);
        }
    }

    #[test]
    fn spacers_stand_where_emphasis_and_marks_need_them() {
        for (text, read) in [
            ("は**「a」**と", "は·**·「a」·**·と"),
            ("_「a」_と", "_「a」·_!と"),
            ("と_「a」_", "と!_·「a」_"),
            ("は**_「a」_**と", "は·**·!_「a」_!·**·と"),
            ("## A [b]{.c}  \nd", "## A [b]{.c}·  \nd"),
        ] {
            assert_eq!(spaced(text), read);
        }
    }

    #[test]
    fn every_place_is_that_of_the_text() {
        let text = "x は**「a」**と";
        let spaced = Spaced::new(text, 2..text.len());
        let mut stands = 2;
        for (at, c) in spaced.read.char_indices() {
            assert_eq!(spaced.place(at), stands);
            if !spaced.spacers.contains(&c) {
                assert!(text[stands..].starts_with(c));
                stands += c.len_utf8();
            }
        }
        assert_eq!(spaced.place(spaced.read.len()), text.len());
        assert_eq!(spaced.bare(&spaced.read), &text[2..]);
    }
}
