//! Covering words in what is printed.

use super::fold::SearchForm;
use super::needle::Needle;
use super::set::{NeedleSet, Showing};
use std::borrow::Cow;
use std::ops::Range;

/// What is printed in the place of words that are covered. It has one length, so that it doesn't tell theirs.
pub const COVER: &str = "█████";

/// Words that are covered wherever something is printed: messages end in logs, and logs are shared.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    words: NeedleSet,
}

/// A word of fewer letters is in too many others.
const SHORTEST: usize = 3;

impl Veil {
    /// Covers these words, in every form that they may be written in.
    pub fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let needles = words.into_iter().flat_map(|words| {
            let own = Needle::exactly(words).filter(is_long);
            let names = Needle::name(words).unwrap_or_default();
            own.into_iter().chain(names)
        });
        Veil { words: NeedleSet::new(needles.map(|needle| (needle, 0))) }
    }

    /// Whether it covers nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// What of a text is covered, in order and apart.
    pub fn covers(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = SearchForm::of(text);
        let found = self.words.find(&folded, Showing::Data);
        let found = found.map(|one| folded.source(one.at.start, one.at.end));
        let mut all: Vec<Range<usize>> =
            found.filter(|range| !is_plain_word(&text[range.clone()])).collect();
        all.sort_by_key(|range| (range.start, range.end));
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(all.len());
        for range in all {
            match apart.last_mut() {
                Some(last) if range.start <= last.end => {
                    last.end = last.end.max(range.end);
                }
                _ => apart.push(range),
            }
        }
        apart
    }

    /// A text with the words covered.
    pub fn cover<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let covered = self.covers(text);
        if covered.is_empty() {
            return Cow::Borrowed(text);
        }
        let (mut shown, mut at) = (String::with_capacity(text.len()), 0);
        for range in covered {
            shown.push_str(&text[at..range.start]);
            shown.push_str(COVER);
            at = range.end;
        }
        shown.push_str(&text[at..]);
        Cow::Owned(shown)
    }
}

/// Whether words are one short word in small letters: a name such as `May` is told from what any message may say.
fn is_plain_word(text: &str) -> bool {
    text.len() < 5 && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn is_long(needle: &Needle) -> bool {
    let words = needle.words();
    words.len() >= SHORTEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_covered_in_every_form() {
        let veil = Veil::new(["Jane Doe", "张三", "J.", "May"]);
        for (text, shown) in [
            ("It was Jane Doe.", "It was █████."),
            ("JANE-DOE, Ja\u{ad}ne Doe’s", "█████, █████’s"),
            ("`content/jane-doe.md`", "`content/█████.md`"),
            ("他是张三吗", "他是█████吗"),
            ("Jane DoeJane Doe janedoe", "Jane DoeJane Doe █████"),
            ("J. said", "J. said"),
            ("who may be May", "who may be █████"),
        ] {
            assert_eq!(veil.cover(text), shown);
        }
        assert_eq!(Veil::default().cover("Jane Doe"), "Jane Doe");
    }
}
