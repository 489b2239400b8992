//! The languages that have a catalogue, and which of them a BCP 47 tag asks for.

use super::catalogue::{self, Phrase, Plural};
use super::{Phrases, plurals};
use std::sync::LazyLock;

static ENGLISH: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new("en", parsed(include_str!("en.ftl")), plurals::one_or_more)
});

static SPANISH: LazyLock<Phrases> =
    LazyLock::new(|| translated("es", include_str!("es.ftl"), plurals::spanish));

static FRENCH: LazyLock<Phrases> =
    LazyLock::new(|| translated("fr", include_str!("fr.ftl"), plurals::french));

static GERMAN: LazyLock<Phrases> =
    LazyLock::new(|| translated("de", include_str!("de.ftl"), plurals::one_or_more));

static SIMPLIFIED_CHINESE: LazyLock<Phrases> = LazyLock::new(|| {
    translated("zh-Hans", include_str!("zh-Hans.ftl"), plurals::one_form)
});

static ARABIC: LazyLock<Phrases> =
    LazyLock::new(|| translated("ar", include_str!("ar.ftl"), plurals::arabic));

impl Phrases {
    /// Those for a language by its BCP 47 tag; English where that language has none.
    pub fn find(tag: &str) -> &'static Phrases {
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
        let found: &LazyLock<Phrases> = match &*primary {
            "es" => &SPANISH,
            "fr" => &FRENCH,
            "de" => &GERMAN,
            "ar" => &ARABIC,
            "zh" if !parts.any(is_traditional) => &SIMPLIFIED_CHINESE,
            _ => &ENGLISH,
        };
        found
    }
}

impl Phrases {
    /// A label as it stands within a sentence: "Ordered closed" as "ordered closed". German keeps its capitals, which nouns
    /// have anywhere.
    pub fn midsentence(&self, label: &str) -> String {
        match self.lang() {
            "de" => label.to_owned(),
            _ => label.to_lowercase(),
        }
    }
}

/// Whether a part of a Chinese tag says that it is written in traditional characters: by the script, else by
/// where it is written (CLDR's likely subtags).
fn is_traditional(part: &str) -> bool {
    ["hant", "tw", "hk", "mo"].iter().any(|known| part.eq_ignore_ascii_case(known))
}

fn parsed(text: &str) -> Vec<Phrase> {
    // The build script reads English, and a test all the others, so none of them has a mistake.
    catalogue::read(text).unwrap_or_default()
}

/// A catalogue in the order of the English one, by which the methods know the phrases. What it lacks is said in
/// English, with that phrase's only form or its form for many.
fn translated(lang: &'static str, text: &str, plural: fn(u64) -> Plural) -> Phrases {
    let mut own: Vec<Option<Phrase>> = parsed(text).into_iter().map(Some).collect();
    let mut take = |name: &str| {
        let found = own
            .iter_mut()
            .find(|one| one.as_ref().is_some_and(|one| *one.name == *name))?;
        found.take()
    };
    let english = parsed(include_str!("en.ftl"));
    let phrases = english.into_iter().map(|one| take(&one.name).unwrap_or(one));
    Phrases::new(lang, phrases.collect(), plural)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const CATALOGUES: [(&str, &str); 5] = [
        ("es", include_str!("es.ftl")),
        ("fr", include_str!("fr.ftl")),
        ("de", include_str!("de.ftl")),
        ("zh-Hans", include_str!("zh-Hans.ftl")),
        ("ar", include_str!("ar.ftl")),
    ];

    /// Phrases that a catalogue may lack for now: they are said in English. Whoever adds a phrase to `en.ftl` says it in
    /// the other languages, or writes its name here; when a version is released, none is left.
    const LACKING: &[&str] = &[];

    fn placeholders(text: &str) -> BTreeMap<Box<str>, Vec<Box<str>>> {
        let all = catalogue::read(text).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let names = |one: Phrase| {
            let of = one.placeholders.into_iter().map(|of| of.name).collect();
            (one.name, of)
        };
        all.into_iter().map(names).collect()
    }

    #[test]
    fn every_language_has_the_phrases_of_english_with_the_same_placeholders() {
        let english = placeholders(include_str!("en.ftl"));
        let mut wrong = Vec::new();
        for (lang, text) in CATALOGUES {
            let own = placeholders(text);
            for (name, of) in &english {
                match own.get(name) {
                    Some(own) if own != of => {
                        wrong.push(format!("{lang}: `{name}` has {own:?}, not {of:?}"));
                    }
                    None if !LACKING.contains(&&**name) => {
                        wrong.push(format!("{lang} lacks `{name}`"));
                    }
                    Some(_) | None => {}
                }
            }
            let more = own.keys().filter(|name| !english.contains_key(*name));
            wrong.extend(more.map(|name| format!("{lang}: English has no `{name}`")));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn no_phrase_is_said_to_be_lacking_that_every_language_has() {
        let lacks = |name: &&str| {
            CATALOGUES.iter().any(|(_, text)| !placeholders(text).contains_key(*name))
        };
        let here: Vec<_> = LACKING.iter().filter(|name| !lacks(name)).collect();
        assert_eq!(here, [] as [&&str; 0]);
    }

    #[test]
    fn a_number_has_the_form_of_its_language() {
        for (lang, numbers, said) in [
            (
                "en",
                [0_u64, 1, 2, 11, 100],
                "0 sources|1 source|2 sources|11 sources|100 sources",
            ),
            (
                "es",
                [0, 1, 2, 11, 100],
                "0 fuentes|1 fuente|2 fuentes|11 fuentes|100 fuentes",
            ),
            (
                "fr",
                [0, 1, 2, 11, 100],
                "0 source|1 source|2 sources|11 sources|100 sources",
            ),
            (
                "de",
                [0, 1, 2, 11, 100],
                "0 Quellen|1 Quelle|2 Quellen|11 Quellen|100 Quellen",
            ),
            ("zh", [0, 1, 2, 11, 100], "0个来源|1个来源|2个来源|11个来源|100个来源"),
            ("ar", [0, 1, 2, 11, 100], "لا مصادر|مصدر واحد|مصدران|11 مصدرًا|100 مصدر"),
            ("ar", [3, 10, 99, 102, 103], "3 مصادر|10 مصادر|99 مصدرًا|102 مصدر|103 مصادر"),
        ] {
            let phrases = Phrases::find(lang);
            let all = numbers.map(|number| phrases.sources_counted(number));
            assert_eq!(all.join("|"), said, "{lang}");
        }
    }

    #[test]
    fn a_language_is_found_by_its_tag_and_english_stands_for_others() {
        for (tag, articles) in [
            ("en", "Articles"),
            ("EN-gb", "Articles"),
            ("tlh", "Articles"),
            ("", "Articles"),
            ("es-419", "Artículos"),
            ("FR-ca", "Articles"),
            ("de-AT", "Artikel"),
            ("zh", "文章"),
            ("zh-Hans-SG", "文章"),
            ("zh-Hant", "Articles"),
            ("zh-HK", "Articles"),
            ("ar-EG", "المقالات"),
        ] {
            assert_eq!(Phrases::find(tag).articles(), articles, "{tag}");
        }
    }
}
