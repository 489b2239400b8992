//! The words that readers of a site see beside its authors' own, as phrases in a catalogue.
//!
//! `en.ftl` has every phrase by a name, with its placeholders and plural forms, in the syntax of
//! Project Fluent. A file for another language stands beside it and has the same phrases
//! (`languages.rs`); a site has those of its own language, else of English. In Rust each phrase is a
//! method of [`Phrases`], made by the build script ([`Phrases::all_articles`] is `all-articles`), and what
//! it is given are the method's arguments. In templates it is `{{ "all-articles" | phrase(total=3) }}`.
//! Messages to authors are none of this: they stand where they are told, in English.
//!
//! ```
//! use dateline::phrases::Phrases;
//!
//! let phrases = Phrases::find("en-GB");
//! assert_eq!(phrases.sources_counted(1_usize), "1 source");
//! assert_eq!(phrases.sources_counted(3_usize), "3 sources");
//! ```

mod catalogue;
mod languages;
mod lists;
mod numbers;
mod plurals;
mod scripted;

pub use catalogue::{Mistake, Phrase, Placeholder};
pub use scripted::scripted;

use catalogue::{PhrasePart, Plural};
use foldhash::HashMap;
use std::hash::{Hash, Hasher};

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// The phrases of one language.
#[derive(Debug)]
pub struct Phrases {
    lang: &'static str,
    /// In the order of the English file, by which their methods know them.
    phrases: Vec<Phrase>,
    by_name: HashMap<Box<str>, usize>,
    plural: fn(u64) -> Plural,
}

/// Those of a site are one value, which is handed down.
impl PartialEq for Phrases {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Phrases {}

impl Hash for Phrases {
    fn hash<H: Hasher>(&self, to: &mut H) {
        self.lang.hash(to);
    }
}

/// What is put into a phrase for a placeholder.
#[derive(Debug, Clone, Copy)]
pub enum PhraseValue<'g> {
    /// Words.
    Text(&'g str),
    /// A number, by which a plural form may be chosen.
    Number(u64),
}

/// A part of a phrase as it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled<'p> {
    /// Words of the phrase.
    Words(&'p str),
    /// What is given for the placeholder with this number.
    Placeholder(usize),
}

impl Phrases {
    fn new(lang: &'static str, phrases: Vec<Phrase>, plural: fn(u64) -> Plural) -> Self {
        let names = phrases.iter().enumerate();
        let by_name = names.map(|(number, one)| (one.name.clone(), number)).collect();
        Phrases { lang, phrases, by_name, plural }
    }

    /// Their language (BCP 47): `en`, `zh-Hans`.
    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// The phrases in `text`, a catalogue of the same language, or every mistake in it.
    pub fn read_more(&self, text: &str) -> Result<Phrases, Vec<Mistake>> {
        catalogue::read(text).map(|all| Phrases::new(self.lang, all, self.plural))
    }

    /// The phrase called `name`.
    pub fn get(&self, name: &str) -> Option<&Phrase> {
        self.by_name.get(name).map(|number| &self.phrases[*number])
    }

    /// Every phrase.
    pub fn iter(&self) -> impl Iterator<Item = &Phrase> {
        self.phrases.iter()
    }

    /// Gives `put` the parts of a phrase of these, in order, in the forms for the numbers among `given`, which
    /// is in the order of the placeholders.
    pub fn fill<'p>(
        &self,
        phrase: &'p Phrase,
        given: &[PhraseValue<'_>],
        put: &mut impl FnMut(Filled<'p>),
    ) {
        self.fill_parts(&phrase.parts, given, put);
    }

    fn fill_parts<'p>(
        &self,
        parts: &'p [PhrasePart],
        given: &[PhraseValue<'_>],
        put: &mut impl FnMut(Filled<'p>),
    ) {
        for part in parts {
            match part {
                PhrasePart::Text(text) => put(Filled::Words(text)),
                PhrasePart::Given(number) => put(Filled::Placeholder(*number)),
                PhrasePart::Counted { by, forms } => {
                    let plural = match given.get(*by) {
                        Some(PhraseValue::Number(number)) => (self.plural)(*number),
                        Some(PhraseValue::Text(_)) | None => Plural::Other,
                    };
                    let form = forms.iter().find(|(form, _)| *form == plural);
                    let other = || forms.iter().find(|(form, _)| *form == Plural::Other);
                    if let Some((_, parts)) = form.or_else(other) {
                        self.fill_parts(parts, given, put);
                    }
                }
            }
        }
    }

    /// The phrase with this number, which has no placeholder.
    fn plain(&self, number: usize) -> &str {
        match self.phrases.get(number).map(|phrase| &*phrase.parts) {
            Some([PhrasePart::Text(text)]) => text,
            _ => "",
        }
    }

    /// The phrase with this number, with what is given put into it.
    fn filled(&self, number: usize, given: &[PhraseValue<'_>]) -> String {
        let Some(phrase) = self.phrases.get(number) else { return String::new() };
        let mut filled = String::with_capacity(ROOM);
        self.fill(phrase, given, &mut |part| match part {
            Filled::Words(words) => filled.push_str(words),
            Filled::Placeholder(number) => match given.get(number) {
                Some(PhraseValue::Text(text)) => filled.push_str(text),
                Some(PhraseValue::Number(number)) => {
                    filled.push_str(itoa::Buffer::new().format(*number));
                }
                None => {}
            },
        });
        filled
    }
}

/// Room for a phrase that is filled: dates, nearly always.
const ROOM: usize = 24;

impl<'g> From<&'g str> for PhraseValue<'g> {
    fn from(text: &'g str) -> Self {
        PhraseValue::Text(text)
    }
}

impl<'g> From<&'g String> for PhraseValue<'g> {
    fn from(text: &'g String) -> Self {
        PhraseValue::Text(text)
    }
}

macro_rules! phrase_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for PhraseValue<'_> {
            fn from(number: $number) -> Self {
                // No number here has more than 64 bits.
                PhraseValue::Number(number as u64)
            }
        }
    )*};
}

phrase_numbers!(u8, u16, u32, u64, usize);

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(text: &str) -> Vec<(String, String)> {
        let found = catalogue::read(text).unwrap_err();
        let told = |one: Mistake| (text[one.range].to_owned(), one.message);
        found.into_iter().map(told).collect()
    }

    #[test]
    fn a_phrase_has_the_form_of_its_number() {
        let phrases = Phrases::find("en");
        assert_eq!(phrases.sources_counted(1_u64), "1 source");
        assert_eq!(phrases.sources_counted(0_u64), "0 sources");
        // Words have no number.
        assert_eq!(phrases.sources_counted("some"), "some sources");
    }

    #[test]
    fn what_is_given_stands_where_the_language_wants_it() {
        let text = "a = { $day } { $month }\nb = { $month } { $day }{ \",\" } { $count ->\n [few] { $day } few\n *[other] many\n }\n";
        let few = |number| if number == 3 { Plural::Few } else { Plural::Other };
        let phrases = Phrases::new("en", catalogue::read(text).unwrap(), few);
        // By the names of the placeholders: in `a`, day and month; in `b`, count, day and month.
        let said = |number: usize, count: u64| {
            let all = [PhraseValue::Number(count), "26".into(), "May".into()];
            phrases.filled(number, &all[1 - number..])
        };
        assert_eq!(said(0, 0), "26 May");
        assert_eq!(
            (said(1, 3), said(1, 4)),
            ("May 26, 26 few".into(), "May 26, many".into())
        );
    }

    #[test]
    fn what_no_phrase_has_is_told_at_its_place() {
        let only = "a phrase has text, placeholders and plural forms only";
        for (text, part) in [
            ("-term = x\n", "term"),
            ("a = x\n    .title = y\n", "title"),
            ("a = { b }\nb = x\n", "b"),
            ("a = { NUMBER($n) }\n", "NUMBER"),
            ("a = { -b }\n", "b"),
        ] {
            let told = (part.to_owned(), format!("`{part}`: {only}"));
            assert_eq!(mistakes(text), [told], "{text}");
        }
        let told = mistakes("a = x\na = y\n");
        assert_eq!(told, [("a".into(), "the phrase `a` stands here twice".into())]);
        let told = mistakes("a = { $n ->\n [1] x\n *[few] y\n }\n");
        let places: Vec<&str> = told.iter().map(|one| &*one.0).collect();
        assert_eq!(places, ["1", "few"]);
        assert_eq!(mistakes("a\n").len(), 1);
    }

    #[test]
    fn braces_without_end_are_refused() {
        let told = mistakes(&format!("a = {}", "{ ".repeat(100_000)));
        assert_eq!(told[0].1, "braces stand too deep in each other");
    }
}
