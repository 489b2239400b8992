//! Where a word may stand in a text otherwise than it is: split by tags, or with letters that are coded.
//!
//! Of such a word one byte is the first that is not simply a letter of it. What stands before that byte and
//! behind it tells nearly always that it is none of the words looked for: [`Joints`] knows by which letters they begin and
//! which follow each other. What is left is a [`SplitWord`].

use super::readings::{entity, is_parting, tag_end};
use crate::letters::{is_ignorable, is_unparted};
use crate::needles::SearchForm;

/// The letters that stand side by side in words.
#[derive(Debug)]
pub(super) struct Joints {
    /// By hash whether words begin so (one letter, two, three), or whether four letters stand in one.
    known: Box<[u64; 1 << (BITS - 6)]>,
    /// Numbers behind which a sign and more has to follow, by hash.
    firsts: Vec<u32>,
    /// Whether what is looked for may have signs in it.
    has_signs: bool,
    /// Whether a word has letters that are none of ASCII.
    has_others: bool,
    /// Whether one of these is so short that two letters of it tell nothing.
    has_short_others: bool,
    /// What characters between U+0080 and U+07FF are.
    table: Vec<LetterSort>,
}

/// How many bits a hash has.
const BITS: u32 = 16;

/// So many bytes a word with its tags and codes may have; a longer one is not looked at by itself.
pub(super) const FAR: usize = 2_048;

/// So many letters of ASCII before a place are looked at.
const BEFORE: usize = 3;

/// So many signs may stand between two parts of a number.
const SIGNS: usize = 3;

/// What a character or a code may be in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LetterSort {
    /// A sign or a space, or a letter that none of the words has: they end here.
    Sign,
    /// A letter of ASCII, or one that is searched as it.
    Letter(u8),
    /// Nothing that is seen: words go on across it.
    Hidden,
    /// A letter that has no form in ASCII.
    Other,
    /// It may be anything.
    Any,
}

/// The bytes of a text that have to be decoded to know what a word there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SplitWord {
    Word {
        start: usize,
        end: usize,
    },
    /// Where the word ends is not plain.
    All,
}

impl Joints {
    /// For these words. Behind numbers that are among the `firsts` a sign and more has to follow; `has_signs` tells whether
    /// anything has signs in it.
    pub(super) fn new(words: &[String], firsts: &[String], has_signs: bool) -> Self {
        let mut joints = Joints {
            known: Box::new([0; 1 << (BITS - 6)]),
            firsts: firsts.iter().map(|it| hash(it.as_bytes())).collect(),
            has_signs,
            has_others: false,
            has_short_others: false,
            table: Vec::new(),
        };
        joints.table = (0x80..0x800)
            .map(|n| char::from_u32(n).map_or(LetterSort::Sign, sort))
            .collect();
        words.iter().for_each(|word| joints.add(word));
        joints
    }

    fn add(&mut self, word: &str) {
        if !word.is_ascii() {
            self.has_others = true;
            let letters: Vec<char> = word.chars().collect();
            self.has_short_others |=
                letters.len() < 2 || ('\u{1100}'..='\u{11ff}').contains(&letters[0]);
            for pair in letters.windows(2) {
                self.note(pair.iter().collect::<String>().as_bytes());
            }
        }
        let bytes = word.as_bytes();
        for length in 1..=BEFORE.min(bytes.len()) {
            self.note(&bytes[..length]);
        }
        bytes.windows(BEFORE + 1).for_each(|four| self.note(four));
    }

    fn note(&mut self, bytes: &[u8]) {
        let hash = hash(bytes) as usize;
        self.known[hash >> 6] |= 1 << (hash & 63);
    }

    fn knows(&self, bytes: &[u8]) -> bool {
        let hash = hash(bytes) as usize;
        self.known[hash >> 6] >> (hash & 63) & 1 == 1
    }

    /// All places of a text, until one `is_it`; whether one was.
    pub(super) fn any(
        &self,
        text: &str,
        mut is_it: impl FnMut(SplitWord) -> bool,
    ) -> bool {
        self.in_tags(text, &mut is_it)
            || self.in_codes(text, &mut is_it)
            || self.in_letters(text, &mut is_it)
    }

    fn in_tags(&self, text: &str, is_it: &mut impl FnMut(SplitWord) -> bool) -> bool {
        let bytes = text.as_bytes();
        for at in tags_behind_letters(bytes) {
            if self.goes_on_behind_tags(text, at) && is_it(self.place(text, at)) {
                return true;
            }
        }
        if !self.firsts.is_empty() {
            let mut all = memchr::memchr_iter(b'<', bytes);
            if all.any(|at| self.is_after_first(bytes, at) && is_it(self.place(text, at)))
            {
                return true;
            }
        }
        // The end of what is no markup may stand in a word too.
        let mut ends = memchr::memmem::find_iter(bytes, "]]>").map(|at| at + "]]>".len());
        ends.any(|end| match bytes.get(end) {
            None => false,
            Some(b'<') => !is_parting(&text[end..]),
            Some(next) => !is_plain(*next),
        }) && is_it(SplitWord::All)
    }

    /// Whether a word that ends at a tag may go on behind it, and behind those that follow it.
    fn goes_on_behind_tags(&self, text: &str, start: usize) -> bool {
        let bytes = text.as_bytes();
        let mut at = start;
        while bytes.get(at) == Some(&b'<') {
            match tag(&text[at..]) {
                Some(length) => at += length,
                None => return true,
            }
        }
        match bytes.get(at) {
            None => false,
            Some(next) if next.is_ascii_alphanumeric() => self.joins(bytes, start, *next),
            Some(next) if is_plain(*next) => false,
            _ => match self.special(text, at).0 {
                LetterSort::Sign => false,
                LetterSort::Letter(next) => self.joins(bytes, start, next),
                LetterSort::Hidden | LetterSort::Other | LetterSort::Any => true,
            },
        }
    }

    fn in_codes(&self, text: &str, is_it: &mut impl FnMut(SplitWord) -> bool) -> bool {
        let mut seen = 0;
        let mut codes = memchr::memchr3_iter(b'&', b'%', b'\\', text.as_bytes());
        codes.any(|at| {
            at >= seen
                && self.is_in_word(text, at)
                && self.is_it(text, at, &mut seen, is_it)
        })
    }

    fn in_letters(&self, text: &str, is_it: &mut impl FnMut(SplitWord) -> bool) -> bool {
        let (mut at, mut seen) = (0, 0);
        while let Some(found) = not_ascii(text.as_bytes(), at) {
            let length = text[found..].chars().next().map_or(1, char::len_utf8);
            at = found + length;
            if found >= seen
                && self.is_in_word(text, found)
                && self.is_it(text, found, &mut seen, is_it)
            {
                return true;
            }
        }
        false
    }

    fn is_it(
        &self,
        text: &str,
        at: usize,
        seen: &mut usize,
        is_it: &mut impl FnMut(SplitWord) -> bool,
    ) -> bool {
        // What is in the same word is decoded with it.
        *seen = end_of_word(text, at).unwrap_or(at);
        is_it(self.place(text, at))
    }

    /// Whether the code or the letter at a place may be in a word.
    fn is_in_word(&self, text: &str, at: usize) -> bool {
        let bytes = text.as_bytes();
        let (sort, length) = self.special(text, at);
        let next = bytes.get(at + length).copied();
        let is_one = match sort {
            LetterSort::Sign => false,
            LetterSort::Letter(letter) => {
                self.joins(bytes, at, letter) || self.begins(letter, next)
            }
            LetterSort::Hidden => {
                let follows = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
                follows
                    && next.is_some_and(|next| match next.is_ascii_alphanumeric() {
                        true => self.joins(bytes, at, next),
                        false => !is_plain(next),
                    })
            }
            LetterSort::Other => self.is_other_in_word(text, at, length),
            LetterSort::Any => true,
        };
        is_one || self.is_after_first(bytes, at)
    }

    /// Whether a letter that is none of ASCII may be one of a word.
    fn is_other_in_word(&self, text: &str, at: usize, length: usize) -> bool {
        let bytes = text.as_bytes();
        if self.has_short_others || (at > 0 && bytes[at - 1].is_ascii_alphanumeric()) {
            return true;
        }
        let here = text[at..at + length].chars().next();
        let behind = text[at + length..].trim_start_matches(char::is_whitespace);
        let Some(next) = behind.chars().next() else { return false };
        if next.is_ascii() && is_plain(next as u8) {
            return false;
        }
        if !next.is_alphanumeric() || here.is_some_and(is_wide) {
            return true;
        }
        let mut pair = SearchForm::words(&text[at..at + length]);
        pair.extend(SearchForm::words(next.encode_utf8(&mut [0; 4])).chars().take(1));
        pair.chars().count() != 2 || self.knows(pair.as_bytes())
    }

    /// Whether `next` may follow the letters of ASCII before a place, in a word.
    fn joins(&self, bytes: &[u8], at: usize, next: u8) -> bool {
        let mut all = [0; BEFORE + 1];
        all[BEFORE] = next;
        let mut start = BEFORE;
        for before in bytes[..at].iter().rev().take(BEFORE) {
            if !before.is_ascii_alphanumeric() {
                break;
            }
            start -= 1;
            all[start] = *before;
        }
        // A word may begin at any of them.
        (start.max(1)..BEFORE).any(|from| self.knows(&all[from..]))
            || (start == 0 && self.knows(&all))
    }

    /// Whether a word may begin with a letter.
    fn begins(&self, letter: u8, next: Option<u8>) -> bool {
        match next {
            Some(next) if next.is_ascii_alphanumeric() => self.knows(&[letter, next]),
            Some(next) if is_plain(next) => false,
            _ => self.knows(&[letter]),
        }
    }

    /// Whether what stands before a place is a word of which a sign and more has to follow.
    #[inline]
    fn is_after_first(&self, bytes: &[u8], at: usize) -> bool {
        if self.firsts.is_empty() {
            return false;
        }
        let signs =
            bytes[..at].iter().rev().take_while(|it| !it.is_ascii_alphanumeric()).count();
        let end = at - signs;
        let letters =
            bytes[..end].iter().rev().take_while(|it| it.is_ascii_alphanumeric()).count();
        signs <= SIGNS
            && letters > 0
            && self.firsts.contains(&hash(&bytes[end - letters..end]))
    }

    /// What is at a place that is no simple letter, and how long it is.
    fn special(&self, text: &str, at: usize) -> (LetterSort, usize) {
        let rest = &text[at..];
        match rest.as_bytes()[0] {
            b'&' => coded_as_entity(rest),
            b'%' => coded_in_percent(rest.as_bytes()),
            b'\\' => self.escaped(text, at),
            _ => match rest.chars().next() {
                Some(c) if !c.is_ascii() => (self.sort(c), c.len_utf8()),
                _ => (LetterSort::Any, 1),
            },
        }
    }

    fn sort(&self, c: char) -> LetterSort {
        let found = match c {
            '\u{80}'..'\u{800}' => self.table[c as usize - 0x80],
            '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}'
            | '\u{2190}'..='\u{2311}' => LetterSort::Sign,
            '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => LetterSort::Other,
            _ => sort(c),
        };
        if found == LetterSort::Other && !self.has_others {
            LetterSort::Sign
        } else {
            found
        }
    }

    /// What a backslash and what follows it are in a script, or in a style sheet.
    fn escaped(&self, text: &str, at: usize) -> (LetterSort, usize) {
        let bytes = text.as_bytes();
        let Some(first) = bytes.get(at + 1).copied() else {
            return (LetterSort::Sign, 1);
        };
        match first {
            b'\n' => (LetterSort::Any, 2),
            b'u' | b'x' => {
                let digits = if first == b'x' { 2 } else { 4 };
                let code = bytes.get(at + 2..at + 2 + digits).unwrap_or_default();
                let code = std::str::from_utf8(code)
                    .ok()
                    .and_then(|it| u32::from_str_radix(it, 16).ok());
                match code.map(from_code) {
                    // In a style sheet it is the letter.
                    Some(LetterSort::Sign)
                        if !self.is_letter_in_word(bytes, at, first) =>
                    {
                        (LetterSort::Sign, 2 + digits)
                    }
                    _ => (LetterSort::Any, 2),
                }
            }
            _ if first.is_ascii_hexdigit() => (LetterSort::Any, 2),
            _ if first.is_ascii_alphanumeric() => (LetterSort::Letter(first), 2),
            _ if is_plain(first) => (LetterSort::Sign, 2),
            _ => (LetterSort::Any, 2),
        }
    }

    fn is_letter_in_word(&self, bytes: &[u8], at: usize, letter: u8) -> bool {
        self.joins(bytes, at, letter) || self.begins(letter, bytes.get(at + 2).copied())
    }

    /// The word that a place is in.
    fn place(&self, text: &str, at: usize) -> SplitWord {
        let before = text.as_bytes()[..at].iter().rev();
        let letters =
            before.take_while(|it| it.is_ascii_alphanumeric()).take(FAR).count();
        let Some(mut end) = end_of_word(text, at) else { return SplitWord::All };
        let mut start = at - letters;
        if self.has_signs {
            // What makes a name of two words or a number of two parts stands around.
            start = text.floor_char_boundary(start.saturating_sub(AROUND));
            end = text.ceil_char_boundary((end + AROUND).min(text.len()));
        }
        SplitWord::Word { start, end }
    }
}

/// So far words that are one name may stand apart.
const AROUND: usize = 96;

/// What is no markup.
const DATA: &[u8] = b"<![CDATA[";

fn hash(bytes: &[u8]) -> u32 {
    let all = bytes.iter().fold(bytes.len() as u32, |all, byte| {
        (all ^ u32::from(byte.to_ascii_lowercase()))
            .wrapping_mul(0x0100_0193)
            .rotate_left(5)
    });
    all.wrapping_mul(0x9e37_79b1) >> (32 - BITS)
}

/// Whether a byte is a sign or a space that stands for itself, so that no word goes on across it.
pub(super) fn is_plain(byte: u8) -> bool {
    byte.is_ascii()
        && !byte.is_ascii_alphanumeric()
        && !matches!(byte, b'<' | b'&' | b'%' | b'\\' | 1)
}

/// What a character is, by the form in which it is searched.
fn sort(c: char) -> LetterSort {
    if is_ignorable(c) {
        return LetterSort::Hidden;
    }
    let folded = SearchForm::words(&format!("a{c}b"));
    match folded.strip_prefix('a').and_then(|it| it.strip_suffix('b')) {
        Some("") => LetterSort::Hidden,
        Some(" " | "\n") => LetterSort::Sign,
        Some(inside) if inside.is_ascii() => match inside.as_bytes() {
            [letter] => LetterSort::Letter(*letter),
            _ => LetterSort::Any,
        },
        Some(inside) if inside.chars().any(|c| c.is_ascii_alphanumeric()) => {
            LetterSort::Any
        }
        _ => LetterSort::Other,
    }
}

/// Whether a letter stands for several, or is of a script without spaces.
fn is_wide(c: char) -> bool {
    is_unparted(c) && SearchForm::words(c.encode_utf8(&mut [0; 4])).chars().count() > 1
}

/// What a number stands for.
fn from_code(code: u32) -> LetterSort {
    match u8::try_from(code) {
        Ok(byte) if byte.is_ascii_alphanumeric() => LetterSort::Letter(byte),
        Ok(byte) if is_plain(byte) => LetterSort::Sign,
        _ => LetterSort::Any,
    }
}

/// What the entity that a text begins with stands for, and how long it is.
fn coded_as_entity(text: &str) -> (LetterSort, usize) {
    let (decoded, length) = entity(text);
    let bytes = text.as_bytes();
    match decoded {
        // A code whose own letters are coded.
        None => {
            let name = bytes[1..]
                .iter()
                .take_while(|it| it.is_ascii_alphanumeric() || **it == b'#');
            let end = 1 + name.count();
            let is_whole = bytes.get(end).is_none_or(|next| is_plain(*next));
            (if is_whole { LetterSort::Sign } else { LetterSort::Any }, 1)
        }
        // One that is coded twice.
        Some('&') => {
            let rest = &bytes[length..];
            let name = rest.iter().take_while(|it| it.is_ascii_alphanumeric()).count();
            let is_whole = rest.first() != Some(&b'#')
                && rest.get(name).is_none_or(|next| is_plain(*next) && *next != b';');
            (if is_whole { LetterSort::Sign } else { LetterSort::Any }, length)
        }
        Some(c) if c.is_ascii() => (from_code(c.into()), length),
        Some(c) => (sort(c), length),
    }
}

fn coded_in_percent(bytes: &[u8]) -> (LetterSort, usize) {
    let value = |digit: u8| char::from(digit).to_digit(16);
    match bytes {
        [_, high, low, ..] => match value(*high).zip(value(*low)) {
            Some((high, low)) => (from_code(high * 16 + low), 3),
            None if (is_plain(*high) || high.is_ascii_alphanumeric())
                && (is_plain(*low) || low.is_ascii_alphanumeric()) =>
            {
                (LetterSort::Sign, 1)
            }
            None => (LetterSort::Any, 1),
        },
        _ => (LetterSort::Sign, 1),
    }
}

/// How long the tag, the comment or the like is that a text begins with; nothing where that is not plain.
pub(super) fn tag(text: &str) -> Option<usize> {
    if text.as_bytes().starts_with(DATA) {
        return Some(DATA.len());
    }
    if let Some(comment) = text.strip_prefix("<!--") {
        return comment.find("-->").map(|end| end + "<!---->".len());
    }
    // In a value that ends somewhere a quote may be open for ever.
    let mut has_quote = false;
    let first = text.bytes().position(|byte| {
        has_quote |= byte == b'"' || byte == b'\'';
        byte == b'>'
    })?;
    (!has_quote || tag_end(text) == first).then_some(first + 1)
}

/// Where the word ends that is at a place; nothing where that is not plain.
fn end_of_word(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        if at - start > FAR {
            return None;
        }
        match byte {
            b'<' if is_parting(&text[at..]) => break,
            b'<' => at += tag(&text[at..])?,
            b'&' if text[at..].starts_with("&lt;") => return None,
            b'%' | b'\\' | b'&' | b'#' | b';' | b'{' | b'}' | 1 => at += 1,
            b']' if text[at..].starts_with("]]>") => at += 3,
            // A space ends a code of a style sheet, or stands in a name without spaces.
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' => {
                let recent = &bytes[at.saturating_sub(7).max(start)..at];
                if recent.last().is_none_or(u8::is_ascii) && !recent.contains(&b'\\') {
                    break;
                }
                at += 1;
            }
            byte if byte.is_ascii() && !byte.is_ascii_alphanumeric() => break,
            _ => at += 1,
        }
    }
    Some(text.floor_char_boundary(at.min(text.len())))
}

/// Where tags begin right behind a letter or a digit of ASCII.
fn tags_behind_letters(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let behind = bytes.get(1..).unwrap_or_default();
    let blocks = behind.as_chunks::<BLOCK>().0.iter().zip(bytes.as_chunks::<BLOCK>().0);
    let rest = blocks.len() * BLOCK + 1..bytes.len();
    let blocks = blocks.enumerate().filter(|(_, (block, before))| has_tag(block, before));
    let found = blocks.flat_map(|(n, (block, _))| {
        let words = block.as_chunks::<8>().0.iter().enumerate();
        let found =
            words.flat_map(|(nth, word)| less_than(*word).map(move |at| 8 * nth + at));
        found.map(move |at| n * BLOCK + 1 + at)
    });
    let is_one = |at: &usize| bytes[*at] == b'<' && bytes[at - 1].is_ascii_alphanumeric();
    found.chain(rest).filter(is_one)
}

/// So many bytes are looked at in one step.
const BLOCK: usize = 32;

/// Whether a tag begins behind a letter: without a question for each byte, so that many are looked at at once.
fn has_tag(block: &[u8; BLOCK], before: &[u8; BLOCK]) -> bool {
    let pairs = block.iter().zip(before);
    let any = pairs.fold(0, |any, (byte, before)| {
        let is_letter = (before | 0x20).wrapping_sub(b'a') < 26;
        let is_digit = before.wrapping_sub(b'0') < 10;
        any | (u8::from(*byte == b'<') & u8::from(is_letter | is_digit))
    });
    any != 0
}

/// The places of `<` in eight bytes: of what differs from it, no byte is 0.
fn less_than(bytes: [u8; 8]) -> impl Iterator<Item = usize> {
    const LOW: u64 = u64::MAX / 0xff * 0x7f;
    let differs = u64::from_le_bytes(bytes) ^ (u64::MAX / 0xff * u64::from(b'<'));
    let mut same = !(((differs & LOW) + LOW) | differs | LOW);
    std::iter::from_fn(move || {
        let at = (same != 0).then(|| same.trailing_zeros() as usize / 8)?;
        same &= same - 1;
        Some(at)
    })
}

/// Where the next byte is that is none of ASCII.
fn not_ascii(bytes: &[u8], from: usize) -> Option<usize> {
    const MANY: usize = 64;
    let mut at = from;
    let rest = &bytes[from..];
    for many in rest.as_chunks::<MANY>().0 {
        if many.iter().fold(0, |all, byte| all | byte) >= 0x80 {
            break;
        }
        at += MANY;
    }
    bytes[at..].iter().position(|byte| *byte >= 0x80).map(|found| at + found)
}
