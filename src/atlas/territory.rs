//! What is known of a territory.

use super::table::TERRITORIES;
use super::{Code, Region, translated};
use crate::phrases::Phrases;

/// What is known of a territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    /// Its code.
    pub code: Code,
    /// Its code of three letters; Kosovo's `XKX` is in use but not ISO's.
    pub alpha3: &'static str,
    /// Its number in ISO 3166-1 and M49; Kosovo has none.
    pub numeric: Option<u16>,
    /// Its customary English name, without an article: CLDR's, and where that offers several,
    /// the one that `generate/choices.py` takes and explains.
    pub name: &'static str,
    /// Whether the name takes "the" in a sentence, as in "the Netherlands".
    pub article: bool,
    /// Other names in use, fit to be suggested.
    pub also: &'static [&'static str],
    /// Names that are understood but never shown, such as ISO's.
    pub formal: &'static [&'static str],
    /// The part of the world it belongs to.
    pub region: Region,
    /// The English name of its subregion (M49), such as "Northern Europe".
    pub subregion: &'static str,
    /// The territories it has a land border with, in the order of their codes.
    pub neighbours: &'static [Code],
}

impl Territory {
    /// Its customary name in the language of a catalogue of phrases (BCP 47), as CLDR has it; in English where the
    /// interface does not speak that language.
    pub fn name_in(&self, lang: &str) -> &'static str {
        let names = match Phrases::find(lang).lang() {
            "es" => &translated::SPANISH,
            "fr" => &translated::FRENCH,
            "de" => &translated::GERMAN,
            "zh-Hans" => &translated::SIMPLIFIED_CHINESE,
            "ar" => &translated::ARABIC,
            _ => return self.name,
        };
        names[self.code.place()]
    }

    /// The name as it stands inside a sentence: "the United Kingdom", "Ireland".
    pub fn in_sentence(&self) -> String {
        let article = if self.article { "the " } else { "" };
        format!("{article}{}", self.name)
    }
}

impl Code {
    /// What is known of the territory.
    pub fn territory(self) -> &'static Territory {
        &TERRITORIES[self.place()]
    }
}
