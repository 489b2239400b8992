//! What is shown of a sentence that is too long to be shown whole.

use std::ops::Range;

/// So much of what is shown stands before the words that it is shown for: two parts of five.
const LEAD: (usize, usize) = (2, 5);

/// A cut is moved by so many characters at most, to fall between two words.
const WORD: usize = 24;

/// The bytes of `text` around those of `label` that are shown where at most `most` characters are.
///
/// All of a text that is not longer; of another as much behind as is left by what stands before. It is
/// cut between words, where there are spaces. The time taken depends on `most`, not on the text.
pub(super) fn around(text: &str, label: &Range<usize>, most: usize) -> Range<usize> {
    if text.len() <= most {
        return 0..text.len();
    }
    let at = text.floor_char_boundary(label.start.min(text.len()));
    let before = most * LEAD.0 / LEAD.1;
    let start = back(text, at, before);
    let end = on(text, at, most - text[start..at].chars().count());
    if end < text.len() {
        return word_start(text, start, at)..word_end(text, at, end);
    }
    let start = back(text, at, most - text[at..].chars().count());
    word_start(text, start, at)..end
}

/// The byte that stands `count` characters before byte `at`, or the first.
fn back(text: &str, at: usize, count: usize) -> usize {
    text[..at].char_indices().rev().take(count).last().map_or(at, |(at, _)| at)
}

/// The byte that stands `count` characters behind byte `at`, or the end.
fn on(text: &str, at: usize, count: usize) -> usize {
    text[at..].char_indices().nth(count).map_or(text.len(), |(n, _)| at + n)
}

/// `start`, moved on to where a word begins, if one does before `limit`.
fn word_start(text: &str, start: usize, limit: usize) -> usize {
    let is_between = start == 0 || text[..start].ends_with(char::is_whitespace);
    let mut near = text[start..limit].char_indices().take(WORD);
    match near.find(|(_, c)| c.is_whitespace()) {
        Some((n, space)) if !is_between => start + n + space.len_utf8(),
        _ => start,
    }
}

/// `end`, moved back to where a word ends, if one does behind `limit`.
fn word_end(text: &str, limit: usize, end: usize) -> usize {
    let is_between = text[end..].starts_with(char::is_whitespace);
    let mut near = text[limit..end].char_indices().rev().take(WORD);
    match near.find(|(_, c)| c.is_whitespace()) {
        Some((n, _)) if !is_between => limit + n,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown<'t>(text: &'t str, words: &str, most: usize) -> &'t str {
        let start = text.find(words).unwrap();
        &text[around(text, &(start..start + words.len()), most)]
    }

    #[test]
    fn a_long_sentence_is_cut_between_words_around_what_it_is_shown_for() {
        let text = "It was said of the office in Dublin that nobody had asked for it.";
        assert_eq!(shown(text, "Dublin", 100), text);
        assert_eq!(shown(text, "Dublin", 30), "office in Dublin that nobody");
        assert_eq!(shown(text, "It", 20), "It was said of the");
        assert_eq!(shown(text, "for it.", 20), "had asked for it.");
    }

    #[test]
    fn text_without_spaces_is_cut_between_characters() {
        let text = "福".repeat(30) + "州" + &"市".repeat(30);
        assert_eq!(shown(&text, "州", 10), "福福福福州市市市市市");
        assert_eq!(shown(&"é".repeat(50), "é", 4), "éééé");
    }
}
