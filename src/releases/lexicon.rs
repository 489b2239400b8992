//! How often each word stands in a release: a slip stands there once.

use super::record::EditionRecord;
use super::words::WordList;
use foldhash::HashMap;
use std::sync::OnceLock;

/// The words of a release, counted when somebody first asks.
pub(super) struct Lexicon<'r> {
    of: Option<&'r EditionRecord>,
    counts: OnceLock<HashMap<String, u32>>,
}

impl<'r> Lexicon<'r> {
    /// The words of this release.
    pub(super) fn of(record: &'r EditionRecord) -> Self {
        Lexicon { of: Some(record), counts: OnceLock::new() }
    }

    /// Those of one text.
    #[cfg(test)]
    pub(super) fn of_words(text: &str) -> Self {
        Lexicon { of: None, counts: counted([text].into_iter()).into() }
    }

    /// Whether a word stands in it no more than once.
    pub(super) fn is_only_once(&self, word: &str) -> bool {
        let counts = self.counts.get_or_init(|| {
            let items = self.of.into_iter().flat_map(|record| record.items.values());
            counted(items.flat_map(|item| {
                let words = item.words.values().flatten().map(String::as_str);
                words.chain([item.title.as_str()])
            }))
        });
        counts.get(&word.to_lowercase()).is_none_or(|count| *count <= 1)
    }
}

fn counted<'t>(texts: impl Iterator<Item = &'t str>) -> HashMap<String, u32> {
    let mut counts = HashMap::default();
    for text in texts {
        WordList::of(text)
            .folded()
            .for_each(|word| *counts.entry(word).or_insert(0) += 1);
    }
    counts
}
