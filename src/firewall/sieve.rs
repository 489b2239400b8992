//! Telling quickly that a file has nothing of what is looked for.
//!
//! Of each needle one word is enough, its longest: its *anchor*. A file in which no anchor stands is not decoded. Where a
//! word stands as it is, some bytes of it lie at a place whose number can be divided by four (or two, for short words), so
//! that only those places are looked at. Where a word may be split or coded (a tag between letters, an entity, a
//! letter that is none of ASCII), what stands around that place is decoded.

use super::readings::{is_parting, readings, tag_end};
use crate::letters::is_ignorable;
use crate::needles::{NeedleSet, SearchForm, Showing};
use crate::pictures;
use aho_corasick::AhoCorasick;
use foldhash::HashMap;

/// Lets through what may tell something.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    /// What is found in steps of four bytes, and of two.
    long: Grams,
    short: Grams,
    /// The anchors as they stand in a text that is folded.
    anchors: Option<AhoCorasick>,
    /// By two letters of ASCII whether they stand side by side in an anchor.
    pairs: Vec<bool>,
    /// Whether an anchor has other letters than those of ASCII.
    has_others: bool,
    /// Whether an anchor of words has something else than letters and digits in it.
    has_signs: bool,
}

/// Bytes that stand in anchors, by their first few as a number, and how many these are.
#[derive(Debug, Default)]
struct Grams {
    /// Whether any gram has this hash: one bit in each.
    seen: Vec<u64>,
    /// By gram: the anchors it stands in, with its place there.
    places: HashMap<u32, Vec<GramPlace>>,
    /// By how many bytes a gram has: what of four bytes is its.
    masks: Vec<u32>,
}

/// An anchor, and where in it a gram stands.
type GramPlace = (Box<[u8]>, usize);

/// How many bits the hash of a gram has.
const BITS: u32 = 16;

/// What makes small letters of capitals, and leaves a difference between all others that matter.
const SMALL: u32 = 0x2020_2020;

/// So many bytes around a place are decoded.
const AROUND: usize = 96;

/// A word with its tags is followed so far.
const FAR: usize = 2_048;

/// So many places at most are decoded by themselves; a file with more of them is decoded whole.
const PLACES: usize = 64;

/// So much of a file that is no text is decoded.
const MOST_BINARY: usize = 1 << 20;

/// So many bytes has an anchor that is found in steps of four.
const LONG: usize = 6;

impl Sieve {
    /// For these needles, and numbers that begin so.
    pub(super) fn new(needles: &NeedleSet, beginnings: &[String]) -> Self {
        if needles.is_empty() && beginnings.is_empty() {
            return Sieve::default();
        }
        let mut sieve = Sieve { pairs: vec![false; 256 * 256], ..Sieve::default() };
        let mut anchors: Vec<String> = Vec::new();
        for needle in needles.needles() {
            anchors.extend(anchor(needle.words()));
        }
        let words = anchors.len();
        anchors.extend(beginnings.iter().cloned());
        for (n, anchor) in anchors.iter().enumerate() {
            let grams =
                if anchor.len() >= LONG { &mut sieve.long } else { &mut sieve.short };
            grams.add(anchor.as_bytes(), if anchor.len() >= LONG { 4 } else { 2 });
            for pair in anchor.as_bytes().windows(2).filter(|_| n < words) {
                sieve.pairs[pair_number(pair[0], pair[1])] = true;
            }
        }
        sieve.has_others = anchors[..words].iter().any(|anchor| !anchor.is_ascii());
        let is_sign = |c: char| !c.is_alphanumeric();
        sieve.has_signs = anchors[..words].iter().any(|anchor| anchor.contains(is_sign));
        let folded = anchors.iter().map(|anchor| SearchForm::words(anchor));
        sieve.anchors = AhoCorasick::new(folded.filter(|it| !it.is_empty())).ok();
        sieve
    }

    /// Whether bytes may tell something.
    pub(super) fn may_tell(&self, bytes: &[u8]) -> bool {
        if self.pairs.is_empty() {
            return false;
        }
        if self.stands_in(bytes) {
            return true;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => self.may_hold(text),
            // Of a picture nothing is left but what is to be seen.
            _ if pictures::recognise(bytes).is_some() => false,
            _ if bytes.len() <= MOST_BINARY => true,
            _ => {
                let full: Vec<u8> = bytes.iter().copied().filter(|it| *it != 0).collect();
                self.stands_in(&full)
            }
        }
    }

    /// Whether an anchor stands in bytes as it is.
    fn stands_in(&self, bytes: &[u8]) -> bool {
        self.long.stand_in(bytes, 4) || self.short.stand_in(bytes, 2)
    }

    /// Whether an anchor may stand in a text otherwise than it is.
    fn may_hold(&self, text: &str) -> bool {
        let mut places = Vec::new();
        self.tags(text, &mut places);
        codes(text, &mut places);
        if !text.is_ascii() {
            self.letters(text, &mut places);
        }
        places.len() > PLACES || places.into_iter().any(|at| self.is_around(text, at))
    }

    /// Tags that stand between two letters of an anchor.
    fn tags(&self, text: &str, places: &mut Vec<usize>) {
        let bytes = text.as_bytes();
        let mut behind = 0;
        for at in memchr::memchr_iter(b'<', bytes) {
            let Some(before) = at.checked_sub(1).map(|at| bytes[at]) else { continue };
            if at < behind || !is_letter(before) {
                continue;
            }
            let mut end = at;
            // Of one tag behind the other the last counts.
            while bytes.get(end) == Some(&b'<') && !is_parting(&text[end..]) {
                end += match text[end..].strip_prefix("<!--") {
                    Some(comment) => {
                        4 + comment.find("-->").map_or(comment.len(), |it| it + 3)
                    }
                    None => (tag_end(&text[end..]) + 1).min(text.len() - end),
                };
            }
            behind = end;
            let joins = bytes.get(end).is_some_and(|after| {
                !after.is_ascii() || !before.is_ascii() || self.is_pair(before, *after)
            });
            if joins && end > at && self.may_be_split(text, at, end) {
                places.push(at);
            }
        }
    }

    /// Whether an anchor may stand across the tags between two places. A word that is nothing but letters and
    /// digits of ASCII and plain tags is looked at here, any other is decoded.
    fn may_be_split(&self, text: &str, start: usize, end: usize) -> bool {
        let anchors = self.anchors.as_ref().filter(|_| !self.has_signs);
        let word = before(text, start).zip(behind(text, end));
        let (Some(anchors), Some((mut word, behind))) = (anchors, word) else {
            return true;
        };
        word.reverse();
        word.extend(behind);
        word.make_ascii_lowercase();
        anchors.is_match(&word)
    }

    fn is_pair(&self, one: u8, other: u8) -> bool {
        self.pairs[pair_number(one, other)]
    }

    /// Letters that are none of ASCII, as far as they may stand for one or be in an anchor.
    fn letters(&self, text: &str, places: &mut Vec<usize>) {
        let bytes = text.as_bytes();
        let mut last = None;
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            if matches!(c, '\u{a0}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}') {
                continue;
            }
            if last.is_some_and(|last| at - last < AROUND / 2) {
                continue;
            }
            if is_ignorable(c) || self.has_others || self.may_be_in_anchor(c, at, bytes) {
                places.push(at);
                last = Some(at);
                if places.len() > PLACES {
                    return;
                }
            }
        }
    }

    /// Whether a letter stands for one of ASCII that may follow what is before it.
    fn may_be_in_anchor(&self, c: char, at: usize, bytes: &[u8]) -> bool {
        let folded = SearchForm::words(c.encode_utf8(&mut [0; 4]));
        let Some(letter) = folded.bytes().next().filter(u8::is_ascii) else {
            return false;
        };
        let before = at.checked_sub(1).map(|at| bytes[at]);
        let is_first =
            before.is_none_or(|before| !is_letter(before) || !before.is_ascii());
        is_first || before.is_some_and(|before| self.is_pair(before, letter))
    }

    /// Whether an anchor stands around a place, once that is decoded.
    fn is_around(&self, text: &str, at: usize) -> bool {
        let start = text.floor_char_boundary(at.saturating_sub(AROUND));
        let end = text.ceil_char_boundary((at + AROUND).min(text.len()));
        let Some(anchors) = &self.anchors else { return false };
        let said = readings(&text.as_bytes()[start..end], Showing::Data);
        said.iter().any(|said| anchors.is_match(&SearchForm::words(&said.text)))
    }
}

/// The letters of the word that ends at a place, the last first, tags in it left out; nothing where that is not plain.
fn before(text: &str, start: usize) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    let (mut word, mut at) = (Vec::new(), start);
    while let Some(last) = at.checked_sub(1) {
        match bytes[last] {
            byte if byte.is_ascii_alphanumeric() => {
                word.push(byte);
                at = last;
            }
            b'>' => {
                let open = memchr::memrchr(b'<', &bytes[..last])?;
                let tag = &text[open..at];
                if is_parting(tag) {
                    break;
                }
                if !is_plain_tag(tag) {
                    return None;
                }
                at = open;
            }
            byte if byte.is_ascii() => break,
            _ => return None,
        }
        if word.len() > AROUND || start - at > FAR {
            return None;
        }
    }
    Some(word)
}

/// The letters of the word that goes on at a place, tags in it left out; nothing where that is not plain.
fn behind(text: &str, end: usize) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    let (mut word, mut at) = (Vec::new(), end);
    while let Some(byte) = bytes.get(at) {
        match byte {
            byte if byte.is_ascii_alphanumeric() => {
                word.push(*byte);
                at += 1;
            }
            b'<' if is_parting(&text[at..]) => break,
            b'<' => {
                let length = tag_end(&text[at..]) + 1;
                let tag = text.get(at..at + length)?;
                if !is_plain_tag(tag) {
                    return None;
                }
                at += length;
            }
            byte if byte.is_ascii() => break,
            _ => return None,
        }
        if word.len() > AROUND || at - end > FAR {
            return None;
        }
    }
    Some(word)
}

/// Whether what begins with `<` and ends with `>` is one tag and no more: no comment, and no value with a sign of a
/// tag in it.
fn is_plain_tag(tag: &str) -> bool {
    let name = tag[1..].trim_start_matches('/');
    let is_even = |quote: char| tag.matches(quote).count().is_multiple_of(2);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && !tag[1..].contains('<')
        && is_even('"')
        && is_even('\'')
}

/// Entities, percent escapes and those of scripts that stand for letters, or for what is in words without being seen.
fn codes(text: &str, places: &mut Vec<usize>) {
    let bytes = text.as_bytes();
    for at in memchr::memchr3_iter(b'&', b'%', b'\\', bytes) {
        let rest = &bytes[at + 1..];
        let is_code = match bytes[at] {
            b'&' => is_entity(rest, at.checked_sub(1).map(|at| bytes[at])),
            b'%' => matches!(rest, [high, low, ..]
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() && !is_sign(*high, *low)),
            _ => match rest {
                [b'u', b'0', b'0', high, low, ..] => !is_sign(*high, *low),
                [b'x', high, low, ..] => !is_sign(*high, *low),
                [first, ..] => {
                    *first == b'u' || first.is_ascii_hexdigit() || *first == b'\n'
                }
                [] => false,
            },
        };
        if is_code {
            places.push(at);
            if places.len() > PLACES {
                return;
            }
        }
    }
}

/// Entities of signs.
const HARMLESS: [&[u8]; 6] = [b"gt;", b"quot;", b"#39;", b"#x27;", b"apos;", b"nbsp;"];

/// Whether an entity, of which the `&` was read, may stand in a word.
fn is_entity(rest: &[u8], before: Option<u8>) -> bool {
    if rest.starts_with(b"lt;") {
        // A tag in a feed.
        return before.is_some_and(is_letter);
    }
    let coded_twice = rest.strip_prefix(b"amp;");
    let name = coded_twice.unwrap_or(rest);
    if HARMLESS.iter().any(|one| name.starts_with(one)) {
        return false;
    }
    let length = name.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let is_named =
        length > 0 && (coded_twice.is_none() || name.get(length) == Some(&b';'));
    name.first() == Some(&b'#') || is_named
}

/// Whether two hexadecimal digits are the number of a sign of ASCII, but for `%` and `&`, with which codes begin.
fn is_sign(high: u8, low: u8) -> bool {
    let digit = |digit: u8| char::from(digit).to_digit(16).unwrap_or(0);
    let byte = digit(high) * 16 + digit(low);
    let is_sign =
        byte < 0x80 && !char::from_u32(byte).is_some_and(|c| c.is_ascii_alphanumeric());
    is_sign && ![0x25, 0x26, 0x3c, 0x5c].contains(&byte)
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

fn pair_number(one: u8, other: u8) -> usize {
    usize::from(one.to_ascii_lowercase()) << 8 | usize::from(other.to_ascii_lowercase())
}

/// Words of addresses that nearly every page has in it.
const IN_EVERY_PAGE: [&str; 18] = [
    "article",
    "articles",
    "claim",
    "claims",
    "com",
    "countries",
    "entities",
    "html",
    "http",
    "https",
    "index",
    "locations",
    "media",
    "news",
    "org",
    "pages",
    "sources",
    "www",
];

/// The word of a needle that is looked for first. Where all are very short that is two of them, with what may stand between.
fn anchor(words: &str) -> Vec<String> {
    let all = || words.split([' ', '\n']);
    let rare = all().filter(|word| word.len() > 2 && !IN_EVERY_PAGE.contains(word));
    let longest = rare.max_by_key(|word| word.len());
    let longest = longest.or_else(|| all().max_by_key(|word| word.len()));
    let longest = longest.unwrap_or_default();
    if longest.len() > 2 || !words.contains(' ') {
        return vec![longest.to_owned()];
    }
    let parts: Vec<&str> = words.split(' ').take(2).collect();
    let between =
        [" ", "-", "_", ".", ". ", "+", "\n", "%20", "&nbsp;", "/", ", ", "\u{a0}", ""];
    between.iter().map(|sign| parts.join(sign)).collect()
}

impl Grams {
    /// Takes an anchor in, of which one gram stands at a place that can be divided by `step`.
    fn add(&mut self, anchor: &[u8], step: usize) {
        let length = anchor.len().saturating_sub(step - 1).clamp(1, 4);
        let mask = u32::MAX >> (32 - 8 * length as u32);
        if !self.masks.contains(&mask) {
            self.masks.push(mask);
        }
        if self.seen.is_empty() {
            self.seen = vec![0; 1 << (BITS - 6)];
        }
        let last = (anchor.len() + 1).saturating_sub(length);
        for at in 0..last.min(step) {
            let mut bytes = [0; 4];
            bytes[..length].copy_from_slice(&anchor[at..at + length]);
            let gram = (u32::from_le_bytes(bytes) | SMALL) & mask;
            let hash = hash(gram);
            self.seen[hash >> 6] |= 1 << (hash & 63);
            self.places.entry(gram).or_default().push((anchor.into(), at));
        }
    }

    /// Whether an anchor stands in bytes.
    fn stand_in(&self, bytes: &[u8], step: usize) -> bool {
        self.masks.iter().any(|mask| self.with_mask(bytes, step, *mask))
    }

    fn with_mask(&self, bytes: &[u8], step: usize, mask: u32) -> bool {
        let is_seen = |word: [u8; 4]| {
            let gram = (u32::from_le_bytes(word) | SMALL) & mask;
            let hash = hash(gram);
            self.seen[hash >> 6] >> (hash & 63) & 1 == 1
        };
        let (whole, rest) = bytes.as_chunks::<4>();
        let found = |at: usize| self.is_at(bytes, at, mask);
        let mut is_any =
            whole.iter().enumerate().any(|(n, word)| is_seen(*word) && found(4 * n));
        if step == 2 {
            let (between, _) = bytes.get(2..).unwrap_or_default().as_chunks::<4>();
            let mut between = between.iter().enumerate();
            is_any =
                is_any || between.any(|(n, word)| is_seen(*word) && found(4 * n + 2));
        }
        // The last few bytes fill no word.
        let end = bytes.len() - rest.len();
        is_any || (end.saturating_sub(4)..bytes.len()).any(found)
    }

    /// Whether an anchor stands in bytes that has its gram at `at`.
    fn is_at(&self, bytes: &[u8], at: usize, mask: u32) -> bool {
        let mut word = [0; 4];
        let rest = bytes.get(at..).unwrap_or_default();
        let length = rest.len().min(4);
        word[..length].copy_from_slice(&rest[..length]);
        let gram = (u32::from_le_bytes(word) | SMALL) & mask;
        let places = self.places.get(&gram).map_or(&[][..], Vec::as_slice);
        places.iter().any(|(anchor, place)| {
            let start = at.checked_sub(*place);
            let found = start.and_then(|start| bytes.get(start..start + anchor.len()));
            found.is_some_and(|found| found.eq_ignore_ascii_case(anchor))
        })
    }
}

fn hash(gram: u32) -> usize {
    (gram.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needles::Needle;

    fn sieve(names: &[&str]) -> Sieve {
        let needles = names.iter().flat_map(|name| Needle::name(name).unwrap());
        Sieve::new(&NeedleSet::new(needles.map(|needle| (needle, 0))), &["53.34".into()])
    }

    const NAMES: [&str; 7] =
        ["Jane Doe", "Bo Li", "张三", "Иванов", "Cassandra", "Zoë Müller", "J. Roe"];

    #[test]
    fn what_tells_something_gets_through_wherever_it_stands() {
        let sieve = sieve(&NAMES);
        for words in [
            "Jane Doe",
            "JANE",
            "janedoe",
            "Bo Li",
            "bo-li",
            "张三",
            "ИВАНОВ",
            "иванов",
            "cassandra",
            "Zoe Muller",
            "Zoé MÜLLER",
            "roe",
            "53.3498",
            "Ja<b>ne</b>",
            "J<b></b>ane",
            "Ja<!-- x -->ne",
            "J&#97;ne",
            "%4aane",
            "\\u004aane",
            "\\4a ane",
            "Ja\u{ad}ne",
            "Ｊａｎｅ",
            "Cassan<i>dra</i>",
            "<b>Ca</b><i>ss</i>an<i title=\"x>y\">dra</i>",
            "C<b title='a<b'>assandra</b>",
            "<i title='a<b \"c\"'>Cas</i>sandra",
            "Mu\u{308}ller",
            "&#24352;三",
        ] {
            for before in 0..9 {
                let text = format!(
                    "{}{words}{}",
                    " .".repeat(before),
                    &"<p>\n x "[..before.min(7)]
                );
                assert!(sieve.may_tell(text.as_bytes()), "{text:?}");
                let text = format!("{}{words}", "-".repeat(before));
                assert!(sieve.may_tell(text.as_bytes()), "{text:?}");
            }
        }
    }

    #[test]
    fn what_tells_nothing_is_not_decoded() {
        let sieve = sieve(&["Cassandra", "Zoë Müller", "Jane Doe"]);
        for text in [
            "<p>It said “so” – and that is all of it.</p><ul><li>One</li><li>Two</li></ul>",
            "<a href=\"x%20y.html\">The R&amp;D of it</a>",
            "<script type=\"application/ld+json\">{\"a\":\"\\u003cb\"}</script>",
            "",
        ] {
            assert!(!sieve.may_tell(text.as_bytes()), "{text}");
        }
        assert!(!Sieve::default().may_tell(b"Jane Doe"));
    }
}
