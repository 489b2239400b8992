//! Words that stand in bytes as they are: found by looking at every fourth place, or at every second.

use foldhash::HashMap;

/// Words that are looked for in bytes, capitals and small letters alike.
#[derive(Debug, Default)]
pub struct PlainWords {
    /// What is found in steps of four bytes, and of two.
    long: Grams,
    short: Grams,
}

/// Bytes that stand in words, by their first few as a number, and how many these are.
#[derive(Debug, Default)]
struct Grams {
    /// Whether any gram has this hash: one bit in each.
    seen: Option<Box<[u64; 1 << (BITS - 6)]>>,
    /// By gram: the words it stands in, with its place there.
    places: HashMap<u32, Vec<GramPlace>>,
    /// By how many bytes a gram has: what of four bytes is its.
    masks: Vec<u32>,
}

/// A word, and where in it a gram stands.
type GramPlace = (Box<[u8]>, usize);

/// How many bits the hash of a gram has.
const BITS: u32 = 16;

/// What makes small letters of capitals, and leaves a difference between all others that matter.
const SMALL: u32 = 0x2020_2020;

/// So many bytes has a word that is found in steps of four.
const LONG: usize = 7;

impl PlainWords {
    /// Takes a word in.
    pub fn add(&mut self, word: &[u8]) {
        match word.len() {
            0 => {}
            LONG.. => self.long.add(word, 4),
            _ => self.short.add(word, 2),
        }
    }

    /// Whether one of the words stands in bytes as it is.
    pub fn stand_in(&self, bytes: &[u8]) -> bool {
        self.long.stand_in(bytes, 4) || self.short.stand_in(bytes, 2)
    }
}

impl Grams {
    /// Takes a word in, of which one gram stands at a place that can be divided by `step`.
    fn add(&mut self, word: &[u8], step: usize) {
        let length = word.len().saturating_sub(step - 1).clamp(1, 4);
        let mask = u32::MAX >> (32 - 8 * length as u32);
        if !self.masks.contains(&mask) {
            self.masks.push(mask);
        }
        let seen = self.seen.get_or_insert_with(|| Box::new([0; 1 << (BITS - 6)]));
        let last = (word.len() + 1).saturating_sub(length);
        for at in 0..last.min(step) {
            let mut bytes = [0; 4];
            bytes[..length].copy_from_slice(&word[at..at + length]);
            let gram = (u32::from_le_bytes(bytes) | SMALL) & mask;
            let hash = hash(gram);
            seen[hash >> 6] |= 1 << (hash & 63);
            self.places.entry(gram).or_default().push((word.into(), at));
        }
    }

    /// Whether a word stands in bytes.
    fn stand_in(&self, bytes: &[u8], step: usize) -> bool {
        let Some(seen) = &self.seen else { return false };
        self.masks.iter().any(|mask| self.with_mask(seen, bytes, step, *mask))
    }

    fn with_mask(
        &self,
        seen: &[u64; 1 << (BITS - 6)],
        bytes: &[u8],
        step: usize,
        mask: u32,
    ) -> bool {
        let bit = |word: [u8; 4]| {
            let hash = hash((u32::from_le_bytes(word) | SMALL) & mask);
            seen[hash >> 6] >> (hash & 63) & 1
        };
        let found = |at: usize| self.is_at(bytes, at, mask);
        // Four at once: one question instead of four where nothing is.
        let many = |bytes: &[u8], from: usize| {
            let (many, rest) = bytes.as_chunks::<16>();
            let is_any = |(n, all): (usize, &[u8; 16])| {
                let (words, _) = all.as_chunks::<4>();
                words.iter().fold(0, |any, word| any | bit(*word)) == 1
                    && (0..4).any(|nth| found(from + 16 * n + 4 * nth))
            };
            let end = from + bytes.len() - rest.len();
            many.iter().enumerate().any(is_any) || (0..4).any(|nth| found(end + 4 * nth))
        };
        let mut is_any = many(bytes, 0);
        if step == 2 {
            is_any = is_any || many(bytes.get(2..).unwrap_or_default(), 2);
        }
        let rest = bytes.as_chunks::<4>().1;
        // The last few bytes fill no word.
        let end = bytes.len() - rest.len();
        is_any || (end.saturating_sub(4)..bytes.len()).any(found)
    }

    /// Whether a word stands in bytes that has its gram at `at`.
    #[inline(never)]
    fn is_at(&self, bytes: &[u8], at: usize, mask: u32) -> bool {
        let mut word = [0; 4];
        let rest = bytes.get(at..).unwrap_or_default();
        let length = rest.len().min(4);
        word[..length].copy_from_slice(&rest[..length]);
        let gram = (u32::from_le_bytes(word) | SMALL) & mask;
        let places = self.places.get(&gram).map_or(&[][..], Vec::as_slice);
        places.iter().any(|(word, place)| {
            let start = at.checked_sub(*place);
            let found = start.and_then(|start| bytes.get(start..start + word.len()));
            found.is_some_and(|found| found.eq_ignore_ascii_case(word))
        })
    }
}

fn hash(gram: u32) -> usize {
    (gram.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}
