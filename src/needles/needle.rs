//! Words that are looked for, and those that would be found everywhere.

use super::fold::SearchForm;
use crate::letters::is_unparted;

/// Words that are looked for, in the form that texts are searched in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Needle {
    pub(super) words: String,
    /// Whether the word may go on behind it, so that another ending of it is found.
    pub(super) may_go_on: bool,
    /// Whether it is looked for only in what readers are not shown as words: addresses, tags, scripts.
    pub(super) is_code: bool,
}

/// Nothing prints the words.
impl std::fmt::Debug for Needle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Needle({})", self.words.chars().count())
    }
}

/// Why words are not looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weakness {
    /// They have too few letters.
    Short,
    /// They are one word, which may stand in any text.
    Common,
}

/// So many letters have to be in words that are looked for as a part of longer ones.
const LONG: usize = 8;

/// So many letters a name of one word has to have; of more words all together.
const NAME: (usize, usize) = (5, 4);

/// So many letters and words a title has to have, or so many letters of a script that parts no words.
const TITLE: (usize, usize, usize) = (10, 2, 4);

/// So many letters and digits a key has to have.
const KEY: usize = 5;

impl Needle {
    fn of(words: String) -> Needle {
        Needle { words, may_go_on: false, is_code: false }
    }

    /// Words that are looked for whatever they are, if they have a letter or a digit.
    pub fn exactly(text: &str) -> Option<Needle> {
        let words = SearchForm::words(text);
        (!words.is_empty()).then(|| Needle::of(words))
    }

    /// Letters and digits with which a word begins.
    pub fn beginning(text: &str) -> Option<Needle> {
        Needle::exactly(text).map(|needle| Needle { may_go_on: true, ..needle })
    }

    /// What somebody or something is called: a name, an alias. Where it is of several words, it is also looked for
    /// without spaces between them, as in an address of mail.
    pub fn name(text: &str) -> Result<Vec<Needle>, Weakness> {
        let words = SearchForm::words(text);
        let (letters, parts) = (letters(&words), words.split(' ').count());
        let (alone, together) = NAME;
        let is_unspaced = words.chars().any(is_unparted);
        let is_enough = match parts {
            _ if is_unspaced => letters >= 2,
            1 => letters >= alone,
            _ => letters >= together,
        };
        if !is_enough {
            return Err(Weakness::Short);
        }
        let joined = words.replace(' ', "");
        let is_joined = parts > 1 && !is_unspaced && letters > alone;
        let may_go_on = letters >= LONG && !is_unspaced;
        let all = [words].into_iter().chain(is_joined.then_some(joined));
        Ok(all.map(|words| Needle { may_go_on, ..Needle::of(words) }).collect())
    }

    /// The title of something, or a sentence: what is made of common words. A short one would be found in texts that
    /// have nothing to do with it.
    pub fn title(text: &str) -> Result<Vec<Needle>, Weakness> {
        let words = SearchForm::words(text);
        let letters = letters(&words);
        let (most, parts, unparted) = TITLE;
        let is_distinct = if words.chars().any(is_unparted) {
            letters >= unparted
        } else {
            letters >= most && words.split(' ').count() >= parts
        };
        match is_distinct {
            true => Ok(vec![Needle { may_go_on: true, ..Needle::of(words) }]),
            false if letters < most => Err(Weakness::Short),
            false => Err(Weakness::Common),
        }
    }

    /// An address, a sum, a number: letters and digits that are no words of a language.
    pub fn key(text: &str) -> Result<Vec<Needle>, Weakness> {
        let words = SearchForm::words(text);
        if letters(&words) < KEY {
            return Err(Weakness::Short);
        }
        Ok(vec![Needle::of(words)])
    }

    /// An id. One that is a single word of letters may stand in any text, so it is looked for in addresses, tags and
    /// scripts only.
    pub fn id(text: &str) -> Result<Vec<Needle>, Weakness> {
        let mut all = Needle::key(text)?;
        for needle in &mut all {
            needle.is_code = needle.is_plain_word();
        }
        Ok(all)
    }

    /// The same, looked for in addresses, tags and scripts only.
    pub fn in_code(self) -> Needle {
        Needle { is_code: true, ..self }
    }

    /// Whether it is a single word of ASCII letters, such as programs are written in.
    pub(super) fn is_plain_word(&self) -> bool {
        self.words.bytes().all(|byte| byte.is_ascii_lowercase())
    }

    /// The words as they are searched.
    pub fn words(&self) -> &str {
        &self.words
    }
}

impl Weakness {
    /// The reason in words that go on after "it is".
    pub fn told(self) -> &'static str {
        match self {
            Weakness::Short => "too short",
            Weakness::Common => "one word that may stand in any text",
        }
    }
}

/// Letters and digits.
fn letters(words: &str) -> usize {
    words.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(made: Result<Vec<Needle>, Weakness>) -> Vec<String> {
        made.unwrap_or_default().into_iter().map(|needle| needle.words).collect()
    }

    #[test]
    fn a_name_of_several_words_is_looked_for_without_spaces_too() {
        assert_eq!(words(Needle::name("Jane Doe")), ["jane doe", "janedoe"]);
        assert_eq!(words(Needle::name("张三")), ["张三"]);
        assert_eq!(words(Needle::name("J. Roe")), ["j roe"]);
        assert_eq!(words(Needle::name("Cassandra")), ["cassandra"]);
    }

    #[test]
    fn what_would_be_found_everywhere_is_no_needle() {
        for name in ["", "J.", "May", "Bo", "王"] {
            assert_eq!(Needle::name(name), Err(Weakness::Short), "{name}");
        }
        assert_eq!(Needle::title("Ireland"), Err(Weakness::Short));
        assert_eq!(Needle::title("Investigations"), Err(Weakness::Common));
        assert_eq!(Needle::title("台江"), Err(Weakness::Short));
        assert_eq!(words(Needle::title("A house in Cork")), ["a house in cork"]);
        assert_eq!(words(Needle::title("福州市公安局")), ["福州市公安局"]);
        assert_eq!(Needle::key("a-1"), Err(Weakness::Short));
    }

    #[test]
    fn an_id_that_is_a_word_is_no_word_of_a_text() {
        let is_code = |id| Needle::id(id).unwrap()[0].is_code;
        assert!(is_code("witness"));
        assert!(!is_code("witness-2") && !is_code("rte-capel"));
    }

    #[test]
    fn what_is_printed_of_a_needle_are_not_its_words() {
        assert_eq!(format!("{:?}", Needle::exactly("Jane Doe")), "Some(Needle(8))");
    }
}
