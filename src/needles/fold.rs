//! The form in which texts are searched.

use crate::letters::{is_ignorable, is_unparted};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Parts a text where nothing goes on: words before it and behind it are never taken together.
pub const BREAK: char = '\0';

/// Stands in a word that goes on behind it.
pub const JOINT: char = '\u{1}';

/// What stands for a [`BREAK`] in a folded text.
const FOLDED_BREAK: char = '\n';

/// A text as it is searched: letters and digits in one form, and one space for all between them.
#[derive(Debug, Default)]
pub struct SearchForm {
    text: String,
    /// By byte of `text`: where the character begins and ends that it comes from. Nothing where nobody asks.
    from: Vec<(u32, u32)>,
    is_traced: bool,
    gap: Gap,
}

/// What stands between two letters.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    Nothing,
    White,
    Signs,
    Break,
}

impl SearchForm {
    /// A text in that form.
    pub fn of(text: &str) -> Self {
        let mut folded = SearchForm {
            text: String::with_capacity(text.len()),
            from: Vec::with_capacity(text.len()),
            is_traced: true,
            gap: Gap::Nothing,
        };
        folded.add_all(text);
        folded
    }

    fn add_all(&mut self, text: &str) {
        for (at, c) in text.char_indices() {
            // A text has 4 GiB at most: files are not read beyond that.
            self.add(c, (at as u32, (at + c.len_utf8()) as u32));
        }
    }

    /// Words in that form, without what else is known of them.
    pub fn words(text: &str) -> String {
        let mut folded = SearchForm {
            text: String::with_capacity(text.len()),
            ..SearchForm::default()
        };
        folded.add_all(text);
        folded.text
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the text that was folded which became the bytes `start` to `end` of this.
    pub fn source(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let first = self.from.get(start).map_or(0, |(start, _)| *start as usize);
        let last = end.checked_sub(1).and_then(|last| self.from.get(last));
        first..last.map_or(first, |(_, end)| *end as usize)
    }

    fn add(&mut self, c: char, at: (u32, u32)) {
        match c {
            'a'..='z' | '0'..='9' => self.letter(c, at),
            'A'..='Z' => self.letter(c.to_ascii_lowercase(), at),
            BREAK => self.gap = Gap::Break,
            JOINT => {}
            ' ' | '\t' | '\n' | '\r' | '\x0c' => self.gap = self.gap.max(Gap::White),
            '\x02'..='\x7f' => self.gap = self.gap.max(Gap::Signs),
            _ if is_ignorable(c) => {}
            _ => decompose_compatible(c, |part| self.part(part, at)),
        }
    }

    /// A part of a character that is none of ASCII.
    fn part(&mut self, c: char, at: (u32, u32)) {
        if matches!(c, '\u{300}'..='\u{36f}') {
            // An accent: names are written with and without.
        } else if let Some(digit) = digit(c) {
            self.letter(digit, at);
        } else if c.is_alphanumeric() {
            // `ß` and `SS` are one, and so are the forms of a sigma.
            for small in c.to_uppercase().flat_map(char::to_lowercase) {
                if !matches!(small, '\u{300}'..='\u{36f}') {
                    self.letter(small, at);
                }
            }
        } else if is_combining_mark(c) && self.gap == Gap::Nothing {
            self.letter(c, at);
        } else if c.is_whitespace() {
            self.gap = self.gap.max(Gap::White);
        } else {
            self.gap = self.gap.max(Gap::Signs);
        }
    }

    fn letter(&mut self, c: char, at: (u32, u32)) {
        if self.gap != Gap::Nothing {
            let last = self.text.chars().next_back();
            let is_one_word =
                self.gap == Gap::White && is_unparted(c) && last.is_some_and(is_unparted);
            match self.gap {
                _ if last.is_none() || is_one_word => {}
                Gap::Break => self.put(FOLDED_BREAK, at),
                _ => self.put(' ', at),
            }
            self.gap = Gap::Nothing;
        }
        self.put(c, at);
    }

    fn put(&mut self, c: char, at: (u32, u32)) {
        self.text.push(c);
        if self.is_traced {
            self.from.resize(self.text.len(), at);
        }
    }
}

/// The digit of ASCII that a digit of Arabic, Persian or Hindi stands for.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_has_one_form_however_it_is_written() {
        for written in [
            "jane doe",
            "JANE  DOE",
            "Jane-Doe",
            "jane_doe",
            "Jane\u{a0}Doe",
            "Ja\u{ad}ne\n\tDo\u{200b}e",
            "Ｊａｎｅ　Ｄｏｅ",
            "𝐉𝐚𝐧𝐞 𝓓𝓸𝓮",
            "Ⓙⓐⓝⓔ.Doe!",
            "J\u{e1}ne Do\u{308}e",
            "\u{202e}Jane\u{202c} Doe",
        ] {
            assert_eq!(SearchForm::words(written), "jane doe", "{written:?}");
        }
    }

    #[test]
    fn every_script_has_its_letters() {
        for (written, folded) in [
            ("Straße STRASSE", "strasse strasse"),
            ("ΟΔΟΣ οδος οδός", "οδοσ οδοσ οδοσ"),
            ("ИВАНОВ Иванов", "иванов иванов"),
            ("张 三、张\u{200b}三", "张三 张三"),
            ("ﬁne ½ Å", "fine 1 2 a"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}"),
            ("한", "\u{1112}\u{1161}\u{11ab}"),
            ("٠٥٣-۱۲۳", "053 123"),
            ("हिन्दी", "हिन्दी"),
            ("ISTANBUL İstanbul ıstanbul", "istanbul istanbul istanbul"),
        ] {
            assert_eq!(SearchForm::words(written), folded, "{written:?}");
        }
    }

    #[test]
    fn what_is_found_is_found_in_the_text_as_it_was() {
        let text = "It was Ja\u{ad}ne – DOE.";
        let folded = SearchForm::of(text);
        let at = folded.text().find("jane doe").unwrap();
        let range = folded.source(at, at + "jane doe".len());
        assert_eq!(&text[range], "Ja\u{ad}ne – DOE");
        let last = SearchForm::of("x doe");
        assert_eq!(last.source(2, 5), 2..5);
    }

    #[test]
    fn nothing_goes_on_behind_a_break() {
        assert_eq!(SearchForm::words("Jane\0Doe"), "jane\ndoe");
        assert_eq!(SearchForm::words("张\0三"), "张\n三");
    }
}
