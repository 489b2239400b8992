//! Where sentences end, in English and in scripts with marks of their own.

use std::ops::Range;

/// Words that are written with a full stop and do not end a sentence.
const ABBREVIATIONS: [&str; 57] = [
    "al", "approx", "apr", "art", "aug", "ca", "capt", "cf", "ch", "chap", "col", "dec",
    "dept", "dr", "ed", "eds", "est", "feb", "fig", "figs", "fr", "gen", "gov", "hon",
    "insp", "jan", "jul", "jun", "lt", "mar", "messrs", "mr", "mrs", "ms", "mt", "no",
    "nos", "nov", "oct", "p", "para", "pp", "prof", "rep", "rev", "sec", "sen", "sep",
    "sept", "sgt", "sr", "st", "supt", "univ", "viz", "vol", "vs",
];

/// The length of the longest of them.
const LONGEST: usize = 6;

/// The byte ranges of the sentences of `text`, white space between them left out.
///
/// A full stop ends a sentence where white space and then a capital, a digit or an opening
/// mark follow, unless the word before it is a known abbreviation, an initial (`J.`) or
/// dotted letters (`U.S.`, `e.g.`). `。！？` end one wherever they stand.
pub(crate) fn sentences(text: &str) -> Sentences<'_> {
    Sentences { text, start: 0, at: 0, is_ascii: text.is_ascii() }
}

/// The sentences of a text, found one after the other as they are asked for.
pub(crate) struct Sentences<'t> {
    text: &'t str,
    /// Where the next sentence starts.
    start: usize,
    /// Up to where its end was looked for.
    at: usize,
    is_ascii: bool,
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let text = self.text;
        while let Some(n) = next_mark(&text.as_bytes()[self.at..], self.is_ascii) {
            let at = self.at + n;
            let mark = text.get(at..).and_then(|rest| rest.chars().next());
            let Some(end) = mark.and_then(|c| ends(text, at, c)) else {
                self.at = at + 1;
                continue;
            };
            let start = std::mem::replace(&mut self.start, end);
            self.at = end;
            if let Some(found) = trimmed(text, start..end) {
                return Some(found);
            }
        }
        self.at = text.len();
        trimmed(text, std::mem::replace(&mut self.start, text.len())..text.len())
    }
}

/// Where the next byte is that may begin a mark. Most texts are ASCII, in which there are three.
fn next_mark(bytes: &[u8], is_ascii: bool) -> Option<usize> {
    match is_ascii {
        true => memchr::memchr3(b'.', b'!', b'?', bytes),
        false => bytes.iter().position(|byte| MAY_END[*byte as usize]),
    }
}

/// The bytes that the marks which [`ends`] looks at begin with.
const MAY_END: [bool; 256] = {
    let mut table = [false; 256];
    let firsts = [b'.', b'!', b'?', 0xd8, 0xdb, 0xe0, 0xe2, 0xe3, 0xef];
    let mut n = 0;
    while n < firsts.len() {
        table[firsts[n] as usize] = true;
        n += 1;
    }
    table
};

/// `range` without the white space around it; nothing where it holds nothing else.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = text[range.clone()].trim_start();
    let start = range.end - words.len();
    let end = start + words.trim_end().len();
    (start < end).then_some(start..end)
}

/// The end of the sentence that the mark `c` at byte `at` ends, if it does.
fn ends(text: &str, at: usize, c: char) -> Option<usize> {
    let after = at + c.len_utf8();
    match c {
        '。' | '！' | '？' | '｡' | '।' | '۔' | '؟' => {
            Some(after_closing(text, after))
        }
        '.' | '!' | '?' | '…' => {
            let end = after_closing(text, after);
            let rest = &text[end..];
            let next = rest.trim_start().chars().next()?;
            let fits = rest.starts_with(char::is_whitespace) && !next.is_lowercase();
            (fits && !(c == '.' && is_abbreviated(&text[..at]))).then_some(end)
        }
        _ => None,
    }
}

/// The byte after the marks that close a quotation or a bracket, and further stops.
fn after_closing(text: &str, from: usize) -> usize {
    let closing = |c: char| {
        let ascii = matches!(c, '.' | '!' | '?' | '"' | '\'' | ')' | ']' | '}');
        ascii || matches!(c, '…' | '”' | '’' | '»' | '」' | '』' | '）')
    };
    text[from..].find(|c| !closing(c)).map_or(text.len(), |n| from + n)
}

/// Whether the last word of `before` is one whose full stop does not end a sentence.
fn is_abbreviated(before: &str) -> bool {
    let from_start = |c: char| {
        let opens = matches!(c, '(' | '[' | '"' | '“' | '‘' | '\'' | '—' | '–');
        opens || c.is_whitespace()
    };
    let word = before.rsplit(from_start).next().unwrap_or_default();
    if word.contains('.') {
        return word.split('.').all(|part| part.chars().count() == 1);
    }
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(|c| c.is_uppercase() && c != 'I');
    (initial && letters.next().is_none()) || (word.len() <= LONGEST && is_known(word))
}

fn is_known(word: &str) -> bool {
    ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn a_sentence_ends_at_its_full_stop() {
        assert_eq!(
            split("It closed. The embassy \"agreed.\" Why? 54 more."),
            ["It closed.", "The embassy \"agreed.\"", "Why?", "54 more."]
        );
    }

    #[test]
    fn no_abbreviation_is_longer_than_the_longest() {
        assert_eq!(ABBREVIATIONS.iter().map(|word| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn an_abbreviation_ends_none() {
        for text in [
            "Mr. Smith of the U.S. Department agreed.",
            "See p. 12 and e.g. No. 5 of vol. 3.",
            "About 3.5 per cent, J. Smith said.",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn other_scripts_end_theirs() {
        assert_eq!(split("警方说。他们走了！"), ["警方说。", "他们走了！"]);
        assert_eq!(split("هل أغلق؟ نعم."), ["هل أغلق؟", "نعم."]);
    }
}
