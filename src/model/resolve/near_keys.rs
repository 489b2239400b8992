//! The key of a source that is one slip of the pen from a word of the text.

use foldhash::HashMap;
use std::iter::once;

/// Shorter words are near to too much.
const SHORTEST: usize = 4;

/// So many keys are remembered for what is left of them without one letter.
const MOST: usize = 4;

/// All keys, by what is left of each without one of its letters: a word that is one slip away (a letter
/// too many, too few, another, or two exchanged) leaves the same without one of its own. So a word
/// is looked up a few times, and not compared with every key.
#[derive(Debug, Default)]
pub(super) struct NearKeys<'k> {
    keys: HashMap<String, Vec<&'k str>>,
}

impl<'k> NearKeys<'k> {
    pub(super) fn new(keys: impl Iterator<Item = &'k str>) -> Self {
        let mut all: HashMap<String, Vec<&str>> = HashMap::default();
        for key in keys {
            for left in left_of(&folded(key)) {
                let keys = all.entry(left).or_default();
                if keys.len() < MOST && !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        NearKeys { keys: all }
    }

    /// The key that `word` is near to.
    pub(super) fn near(&self, word: &str) -> Option<&'k str> {
        let word = folded(word);
        if word.chars().count() < SHORTEST {
            return None;
        }
        let near = left_of(&word).filter_map(|left| self.keys.get(&left)).flatten();
        let slips =
            near.map(|key| (strsim::damerau_levenshtein(&word, &folded(key)), *key));
        slips.filter(|(slips, _)| *slips <= 1).min().map(|(_, key)| key)
    }
}

/// Without the difference of capitals, and of `_` and `-`.
fn folded(key: &str) -> String {
    key.to_lowercase().replace('_', "-")
}

/// A word, and what is left of it without each of its letters.
fn left_of(word: &str) -> impl Iterator<Item = String> + '_ {
    let without = word.char_indices().map(|(at, c)| {
        let (before, rest) = word.split_at(at);
        [before, &rest[c.len_utf8()..]].concat()
    });
    once(word.to_owned()).chain(without)
}

#[cfg(test)]
mod tests {
    use super::NearKeys;

    #[test]
    fn a_word_one_slip_from_a_key_is_near_it() {
        let keys = NearKeys::new(["beta", "rte-capel", "Dail-2022"].into_iter());
        for (word, key) in [
            ("betta", Some("beta")),
            ("bata", Some("beta")),
            ("ebta", Some("beta")),
            ("rte_capl", Some("rte-capel")),
            ("dail-2022", Some("Dail-2022")),
            ("gamma", None),
            ("bet", None),
            ("rte", None),
        ] {
            assert_eq!(keys.near(word), key, "{word}");
        }
    }
}
