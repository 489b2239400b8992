//! In which direction words are written: told by their language, or by their first letter.

/// A direction of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

/// Languages that are written from right to left where their tag names no script (CLDR, likely
/// subtags and the layout of each locale).
const LANGUAGES: [&str; 21] = [
    "ar", "arc", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb", "prs",
    "ps", "sd", "skr", "syr", "ug", "ur", "uzs", "yi",
];

/// Scripts that are (ISO 15924), as they stand in a tag.
const SCRIPTS: [&str; 10] =
    ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"];

impl Direction {
    /// That of the language of a BCP 47 tag.
    pub fn of_language(tag: &str) -> Self {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let is_right_to_left =
            match parts.find(|part| part.len() == 4 && is_letters(part)) {
                Some(script) => SCRIPTS.contains(&script),
                None => LANGUAGES.contains(&language),
            };
        if is_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
    }

    /// That of a text's first letter, as a reader's program finds it (Unicode Standard Annex 9, rules P2
    /// and P3); none where it has no letter.
    pub fn of_text(text: &str) -> Option<Self> {
        let first = text.chars().find(|c| c.is_alphabetic())?;
        // The blocks that are set aside for scripts from right to left (UAX 44, `Bidi_Class`).
        let is_right_to_left = matches!(first,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
        Some(if is_right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        })
    }

    /// The value of HTML's attribute `dir`.
    pub fn word(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

fn is_letters(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_tells_its_direction_and_a_script_tells_it_better() {
        for tag in
            ["ar", "ar-EG", "he", "fa-IR", "ug", "ur", "ku-Arab", "pa-Arab-PK", "YI"]
        {
            assert_eq!(Direction::of_language(tag), Direction::RightToLeft, "{tag}");
        }
        for tag in ["en", "zh-Hans", "ku", "ar-Latn", "ug-Cyrl", "pa", "arn"] {
            assert_eq!(Direction::of_language(tag), Direction::LeftToRight, "{tag}");
        }
    }

    #[test]
    fn the_first_letter_tells_the_direction_of_a_text() {
        assert_eq!(Direction::of_text("«مرحبا» (test)"), Some(Direction::RightToLeft));
        assert_eq!(Direction::of_text("1. שלום"), Some(Direction::RightToLeft));
        assert_eq!(
            Direction::of_text("110 Overseas مرحبا"),
            Some(Direction::LeftToRight)
        );
        assert_eq!(Direction::of_text("福州"), Some(Direction::LeftToRight));
        assert_eq!(Direction::of_text("2022–2023"), None);
    }
}
