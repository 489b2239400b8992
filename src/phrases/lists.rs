//! Words in a row: "a, b or c".

use super::Phrases;
use super::catalogue::PhrasePart;

impl Phrases {
    /// One of these, whichever it is: "a, b or c".
    pub fn any_of(&self, words: &[String]) -> String {
        let Some((last, before)) = words.split_last() else { return String::new() };
        if before.is_empty() {
            return last.clone();
        }
        let before = self.in_a_row(before.iter().map(String::as_str));
        if begins_with(last, ['o', 'ó']) {
            return self.list_or_before_o(&before, last);
        }
        self.list_or(&before, last)
    }

    /// Two: "a and b".
    pub fn both(&self, one: &str, other: &str) -> String {
        if begins_with(other, ['i', 'í']) {
            return self.list_and_before_i(one, other);
        }
        self.list_and(one, other)
    }

    /// What stands between words after each other: ", ".
    pub fn separator(&self) -> &str {
        let parts = self.get("list-next").map_or(&[][..], |phrase| &phrase.parts);
        let between = parts.iter().find_map(|part| match part {
            PhrasePart::Text(text) => Some(&**text),
            PhrasePart::Given(_) | PhrasePart::Counted { .. } => None,
        });
        between.unwrap_or(", ")
    }

    /// Words after each other, none of them said to be the last: "a, b, c".
    pub fn in_a_row<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> String {
        let mut words = words.into_iter();
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |list, next| self.list_next(&list, next))
    }
}

/// Whether a word begins with this vowel as Spanish speaks it: an `h` before it is mute, and an `i` before another
/// vowel is none ("hielo").
fn begins_with(word: &str, vowel: [char; 2]) -> bool {
    let mut letters = word.chars().flat_map(char::to_lowercase).peekable();
    letters.next_if_eq(&'h');
    let is_it = letters.next().is_some_and(|first| vowel.contains(&first));
    let is_glide =
        vowel.contains(&'i') && letters.next().is_some_and(|next| "aeou".contains(next));
    is_it && !is_glide
}

#[cfg(test)]
mod tests {
    use super::*;

    fn any(lang: &str, words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Phrases::find(lang).any_of(&words)
    }

    #[test]
    fn one_of_many_is_told_as_the_language_does() {
        for (lang, words, list) in [
            ("en", &[][..], ""),
            ("en", &["a"], "a"),
            ("en", &["a", "b"], "a or b"),
            ("en", &["a", "b", "c"], "a, b or c"),
            ("es", &["a", "b", "c"], "a, b o c"),
            ("es", &["siete", "ocho"], "siete u ocho"),
            ("fr", &["a", "b", "c"], "a, b ou c"),
            ("de", &["a", "b", "c"], "a, b oder c"),
            ("zh", &["甲", "乙", "丙"], "甲、乙或丙"),
            ("ar", &["أ", "ب", "ج"], "أ، ب أو ج"),
        ] {
            assert_eq!(any(lang, words), list, "{lang}");
        }
    }

    #[test]
    fn spanish_has_another_and_before_the_sound_i() {
        let both = |other| Phrases::find("es").both("Francia", other);
        assert_eq!(both("España"), "Francia y España");
        assert_eq!(both("Irlanda"), "Francia e Irlanda");
        assert_eq!(both("Hiroshima"), "Francia e Hiroshima");
        assert_eq!(both("Íñigo"), "Francia e Íñigo");
        assert_eq!(both("hielo"), "Francia y hielo");
        assert_eq!(Phrases::find("en").both("France", "Ireland"), "France and Ireland");
    }
}
