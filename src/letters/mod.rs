//! Letters of every script: when two names are one, what becomes of a name in an address, and
//! characters that nobody sees.
//!
//! The same word can be written in several ways: `é` is one character or an `e` and an accent (macOS
//! and some archives store names so). Unicode calls them canonically equivalent (The Unicode
//! Standard, section 3.7), so [`composed`] is what names, paths and words are compared by, and what
//! addresses are made of.

mod direction;
mod hidden;
mod slug;

pub use direction::Direction;
pub use hidden::{Hidden, hidden};
pub(crate) use slug::is_device;
pub use slug::{LONGEST, anchor, fitted, own_word, slug, word};

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` in Normalization Form C (Unicode Standard Annex 15): of two texts that show the same
/// letters, this is the same.
pub fn composed(text: &str) -> Cow<'_, str> {
    // Nothing below U+0300 combines with anything (the annex's section 9), and most names are ASCII.
    if text.is_ascii() || text.chars().all(|c| c < '\u{300}') {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => {
            let composed: String = text.nfc().collect();
            if composed == text { Cow::Borrowed(text) } else { Cow::Owned(composed) }
        }
    }
}

/// What two names have in common that differ in the case of letters only, as many file systems and
/// readers take them for one.
pub fn folded(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    let small = composed(text).to_lowercase();
    // A sigma is written otherwise at the end of a word.
    let small = if small.contains('ς') { small.replace('ς', "σ") } else { small };
    match composed(&small) {
        Cow::Borrowed(_) => Cow::Owned(small),
        Cow::Owned(composed) => Cow::Owned(composed),
    }
}

/// What names of one thing have in common: letters' case, unseen characters and the amount of white
/// space are not counted.
pub fn same(name: &str) -> String {
    let seen: String = name.chars().filter(|c| !slug::is_ignorable(*c)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    folded(&words.join(" ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equivalent_texts_are_one() {
        assert_eq!(composed("cafe\u{301}"), "café");
        assert_eq!(composed("\u{1112}\u{1161}\u{11ab}"), "한");
        assert!(matches!(composed("café 媒體 ไม่"), Cow::Borrowed(_)));
    }

    #[test]
    fn case_is_folded_in_every_script() {
        assert_eq!(folded("E\u{301}COLE"), "école");
        assert_eq!(folded("ΟΔΟΣ"), folded("οδος"));
        assert_eq!(same(" C++  Style"), same("c++ style"));
        assert_ne!(same("C++"), same("C"));
    }
}
