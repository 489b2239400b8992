//! The passage of a text that comes nearest to words which don't stand in it.

use super::folding::{Folded, is_unspaced};
use super::quotation::Quotation;
use foldhash::HashMap;
use std::ops::Range;

/// So many words beside the passage are shown on each side.
const BESIDE: usize = 2;

/// So many words of a quotation are compared.
const MOST_WORDS: usize = 200;

/// The words of a text, to be compared with those of many quotations.
#[derive(Debug)]
pub struct WordsOf {
    places: Vec<Range<usize>>,
    /// The same in small letters.
    lower: Vec<String>,
}

impl WordsOf {
    /// The words of a folded text.
    pub fn new(text: &Folded) -> Self {
        let places: Vec<Range<usize>> = words(&text.bare).collect();
        let lower = places.iter().map(|place| text.bare[place.clone()].to_lowercase());
        WordsOf { lower: lower.collect(), places }
    }
}

/// Where in the text as many of the quotation's words as anywhere stand together; nothing where that is less than
/// half of them.
pub fn nearest(quotation: &Quotation, text: &WordsOf) -> Option<Range<usize>> {
    let mut wanted: HashMap<String, Count> = HashMap::default();
    let sought = quotation.words().flat_map(words_of).take(MOST_WORDS);
    let mut length = 0;
    for word in sought {
        wanted.entry(word.to_lowercase()).or_default().wanted += 1;
        length += 1;
    }
    let WordsOf { places, lower } = text;
    let (mut shared, mut best) = (0, (0, 0));
    for (n, word) in lower.iter().enumerate() {
        if let Some(count) = wanted.get_mut(word) {
            count.here += 1;
            shared += usize::from(count.here <= count.wanted);
        }
        if let Some(gone) = n.checked_sub(length).and_then(|gone| lower.get(gone))
            && let Some(count) = wanted.get_mut(gone)
        {
            shared -= usize::from(count.here <= count.wanted);
            count.here -= 1;
        }
        if shared > best.0 {
            best = (shared, n);
        }
    }
    let (shared, last) = best;
    if shared * 2 < length || shared == 0 {
        return None;
    }
    let first = (last + 1).saturating_sub(length + BESIDE);
    let last = (last + BESIDE).min(places.len().checked_sub(1)?);
    Some(places.get(first)?.start..places.get(last)?.end)
}

/// How often a word is quoted, and how often it stands in the words that are looked at.
#[derive(Debug, Default)]
struct Count {
    wanted: usize,
    here: usize,
}

fn words_of(text: &Folded) -> impl Iterator<Item = &str> {
    words(&text.bare).map(|place| &text.bare[place])
}

/// The words of a text: rows of letters and digits, and each character of a script without spaces.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        let goes_on = |c: char| c.is_alphanumeric() && !is_unspaced(c);
        while !is_unspaced(first)
            && let Some((at, c)) = chars.next_if(|(_, c)| goes_on(*c))
        {
            end = at + c.len_utf8();
        }
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(quoted: &str, text: &str) -> Option<String> {
        let text = Folded::of(text);
        let range = nearest(&Quotation::new(quoted).unwrap(), &WordsOf::new(&text))?;
        Some(text.shown(range))
    }

    #[test]
    fn the_nearest_passage_is_shown_with_a_word_or_two_around_it() {
        let text = "Ireland said on Wednesday that the office must close and cease all \
                    operations at once. The embassy agreed.";
        assert_eq!(
            near("should close and cease operations", text).as_deref(),
            Some("office must close and cease all operations at once")
        );
        assert_eq!(
            near("The Embassy agreed", text).as_deref(),
            Some("at once. The embassy agreed")
        );
        assert_eq!(near("nothing of this sort was ever written", text), None);
        assert_eq!(
            near("爱尔兰要求关闭", "据报道，爱尔兰要求立即关闭它").as_deref(),
            Some("据报道,爱尔兰要求立即")
        );
        assert_eq!(near("a", ""), None);
    }
}
