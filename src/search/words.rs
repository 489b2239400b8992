//! Words: the pieces that a text is searched by.
//!
//! A word is a row of letters, marks and digits in their plain form. Scripts that put no space between words have
//! pieces of two letters in the place of words, each beginning where the one before ends, and one for
//! the last letter. `words.js` does the same to what readers type.

use crate::letters::{composed, is_unparted, push_plain};
use unicode_normalization::char::is_combining_mark;

/// So many letters of a word count.
const LONGEST: usize = 32;

/// What is no part of a word.
const SIGN: u8 = 0;

/// What is written small in the plain form.
const CAPITAL: u8 = 2;

/// Of what sort each byte of ASCII is; one bit, but for signs.
const SORTS: [u8; 256] = {
    let mut sorts = [SIGN; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        if c.is_ascii_uppercase() {
            sorts[byte] = CAPITAL;
        } else if c.is_ascii_alphanumeric() {
            sorts[byte] = 1;
        }
        byte += 1;
    }
    sorts
};

/// Finds the words of texts. Room for a word is had once.
#[derive(Debug, Default)]
pub(super) struct WordReader {
    word: String,
    letters: usize,
    /// The last letter of a script without spaces.
    last: Option<char>,
}

impl WordReader {
    /// Gives `take` each word of a text, in order.
    pub(super) fn read(&mut self, text: &str, take: &mut impl FnMut(&str)) {
        if text.is_ascii() {
            return self.read_ascii(text, take);
        }
        for c in composed(text).chars() {
            if c.is_ascii_alphanumeric() {
                self.leave_pairs(take);
                self.letter(c.to_ascii_lowercase());
            } else if c.is_ascii() {
                self.leave(take);
            } else {
                self.other(c, take);
            }
        }
        self.leave(take);
    }

    /// Most texts are ASCII, in which a word is looked at where it stands.
    fn read_ascii(&mut self, text: &str, take: &mut impl FnMut(&str)) {
        let sort = |at: usize| text.as_bytes().get(at).map(|byte| SORTS[*byte as usize]);
        let mut at = 0;
        while let Some(first) = sort(at) {
            if first == SIGN {
                at += 1;
                continue;
            }
            let (start, mut sorts) = (at, SIGN);
            while let Some(sort) = sort(at).filter(|sort| *sort != SIGN) {
                sorts |= sort;
                at += 1;
            }
            let word = &text[start..at.min(start + LONGEST)];
            if sorts & CAPITAL == 0 {
                take(word);
                continue;
            }
            self.word.clear();
            self.word.push_str(word);
            self.word.make_ascii_lowercase();
            take(&self.word);
        }
        self.word.clear();
    }

    /// A letter or a sign that is none of ASCII.
    fn other(&mut self, c: char, take: &mut impl FnMut(&str)) {
        let mut plain = String::new();
        push_plain(c, &mut plain);
        for c in plain.chars() {
            if is_paired(c) {
                self.leave_word(take);
                if let Some(before) = self.last.replace(c) {
                    let pair: String = [before, c].iter().collect();
                    take(&pair);
                }
            } else if c.is_alphanumeric() || is_combining_mark(c) {
                self.leave_pairs(take);
                self.letter(c);
            } else {
                self.leave(take);
            }
        }
    }

    fn letter(&mut self, c: char) {
        if self.letters < LONGEST {
            self.word.push(c);
        }
        self.letters += 1;
    }

    fn leave(&mut self, take: &mut impl FnMut(&str)) {
        self.leave_word(take);
        self.leave_pairs(take);
    }

    fn leave_word(&mut self, take: &mut impl FnMut(&str)) {
        if !self.word.is_empty() {
            take(&self.word);
        }
        self.word.clear();
        self.letters = 0;
    }

    fn leave_pairs(&mut self, take: &mut impl FnMut(&str)) {
        if let Some(last) = self.last.take() {
            take(last.encode_utf8(&mut [0; 4]));
        }
    }
}

/// The words of a text, in order.
pub fn words_of(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    WordReader::default().read(text, &mut |word| all.push(word.to_owned()));
    all
}

/// Whether a letter is of a script that puts no space between words, or that hangs much on its words, as
/// Korean does.
pub(super) fn is_paired(c: char) -> bool {
    is_unparted(c) || matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Of `count` shards the one that a word is in: words with the same first `letters` are in one.
pub(super) fn shard_of(word: &str, letters: usize, count: u32) -> u32 {
    let first = word.chars().next();
    let letters = if first.is_some_and(is_paired) { letters.min(1) } else { letters };
    hash(word.chars().take(letters).map(u32::from)) % count.max(1)
}

/// A number for some numbers, the same in scripts.
pub(super) fn hash(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.fold(0, |hash: u32, number| hash.wrapping_mul(31).wrapping_add(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_signs() {
        assert_eq!(
            words_of("It’s the R&D of 2022!"),
            ["it", "s", "the", "r", "d", "of", "2022"]
        );
        assert_eq!(words_of("Its R&D"), ["its", "r", "d"]);
        assert_eq!(words_of("École-supérieure"), ["ecole", "superieure"]);
        assert_eq!(words_of("cafe\u{301} re\u{ad}open"), ["cafe", "reopen"]);
        assert_eq!(words_of("هل أُغلِقَ؟ נעם"), ["هل", "اغلق", "נעמ"]);
        assert_eq!(words_of("हिन्दी"), ["हिन्दी"]);
        assert_eq!(words_of(""), [""; 0]);
    }

    #[test]
    fn scripts_without_spaces_are_read_in_pairs() {
        assert_eq!(words_of("福州市。公安"), ["福州", "州市", "市", "公安", "安"]);
        assert_eq!(words_of("110海外a"), ["110", "海外", "外", "a"]);
        assert_eq!(words_of("한국어 x"), ["한국", "국어", "어", "x"]);
    }

    #[test]
    fn a_long_word_is_cut() {
        let long = "a".repeat(50);
        assert_eq!(words_of(&long), ["a".repeat(32)]);
        assert_eq!(words_of(&format!("é{long}")), [format!("e{}", "a".repeat(31))]);
    }

    #[test]
    fn words_that_begin_alike_are_in_one_shard() {
        assert_eq!(shard_of("police", 3, 64), shard_of("politics", 3, 64));
        assert_eq!(shard_of("福州", 3, 64), shard_of("福", 3, 64));
        assert_eq!(shard_of("any", 0, 1), 0);
    }
}
