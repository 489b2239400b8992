//! When two names are one.

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
    let seen: String = name.chars().filter(|c| !is_ignorable(*c)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    folded(&words.join(" ")).into_owned()
}

/// Whether a character has no shape of its own (Unicode's `Default_Ignorable_Code_Point`).
pub fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a letter is of a script that leaves no space between words: Thai, Lao, Burmese, Khmer,
/// Chinese, Japanese (UAX 29, section 4).
pub fn is_unparted(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
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
