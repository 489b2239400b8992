//! The index from A to Z: all that is published, by the first letter of its name.

use super::Edition;
use crate::keys::Key;
use crate::letters::{is_unparted, plain};
use crate::model::nouns::Item;
use serde::Serialize;
use std::collections::BTreeMap;

/// What stands under one letter.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Letter {
    /// The letter as readers see it.
    pub(super) label: String,
    /// The letter in addresses.
    pub(super) slug: String,
    /// In the order of their names.
    pub(super) entries: Vec<AlphabetEntry>,
}

/// An item by one of its names.
#[derive(Debug, Clone, Serialize)]
pub struct AlphabetEntry {
    /// The item.
    pub item: Item,
    /// The name, where it is not the item's title, with its language where that is told.
    pub other_name: Option<(String, Option<String>)>,
}

/// All letters, in order.
#[derive(Debug, Default)]
pub(super) struct Alphabet {
    pub(super) letters: Vec<Letter>,
}

/// What a letter is called, and where it stands among others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct LetterPlace {
    rank: u8,
    pub(super) label: String,
    pub(super) slug: String,
}

impl Alphabet {
    /// The letters of all that an edition shows.
    pub(super) fn of(edition: &Edition<'_>) -> Self {
        let mut all: BTreeMap<LetterPlace, Vec<(String, AlphabetEntry)>> =
            BTreeMap::new();
        let mut add = |name: &str, entry: AlphabetEntry| {
            let key = plain(name);
            let heading = heading(&key);
            all.entry(heading).or_default().push((key, entry));
        };
        for item in items(edition) {
            add(edition.title(item), AlphabetEntry { item, other_name: None });
            let Item::Entity(id) = item else { continue };
            let Some(named) = edition.named(id) else { continue };
            let entity = edition.entity(named);
            let others =
                entity.other_names.iter().map(|(lang, name)| (name, Some(lang.clone())));
            let aliases = entity.aliases.iter().map(|name| (name, None));
            for (name, lang) in
                others.chain(aliases).filter(|(name, _)| **name != entity.name)
            {
                let other_name = Some((name.clone(), lang));
                add(name, AlphabetEntry { item, other_name });
            }
        }
        let letter =
            |(heading, mut entries): (LetterPlace, Vec<(String, AlphabetEntry)>)| {
                // Those of one name stay in the order of their kinds.
                entries.sort_by(|(a, _), (b, _)| a.cmp(b));
                let entries = entries.into_iter().map(|(_, entry)| entry).collect();
                Letter { label: heading.label, slug: heading.slug, entries }
            };
        Alphabet { letters: all.into_iter().map(letter).collect() }
    }

    /// The key of which letters there are, and how much stands under each.
    pub(super) fn key(&self) -> Key {
        let all = self.letters.iter().map(|one| (&one.slug, one.entries.len()));
        Key::of(&all.collect::<Vec<_>>())
    }
}

/// All that has a page.
fn items(edition: &Edition<'_>) -> impl Iterator<Item = Item> {
    let articles = edition.articles().iter().map(|id| Item::Article(*id));
    let claims = edition.claims().iter().map(|id| Item::Claim(*id));
    let countries = edition.countries().iter().map(|id| Item::Country(*id));
    let entities = edition.entities().iter().map(|named| named.item());
    let locations = edition.locations().iter().map(|id| Item::Location(*id));
    let pages = edition.pages().iter().map(|id| Item::Page(*id));
    let sources = edition.sources().iter().map(|id| Item::Source(*id));
    let others = claims.chain(countries).chain(entities).chain(locations);
    articles.chain(others).chain(pages).chain(sources)
}

/// Under which letter a name stands that is in its plain form.
pub(super) fn heading(name: &str) -> LetterPlace {
    let first = name.chars().find(|c| c.is_alphanumeric());
    let (rank, label, slug) = match first {
        None => (9, "#".to_owned(), "signs"),
        Some(c) if c.is_numeric() => (0, "0\u{2013}9".to_owned(), "0-9"),
        Some(c) if c.is_ascii_alphabetic() => {
            let label = c.to_ascii_uppercase().to_string();
            return LetterPlace { rank: 1, label, slug: c.to_string() };
        }
        // So many letters have these scripts that each would have a page.
        Some('\u{3040}'..='\u{30ff}') => (4, "かな".to_owned(), "kana"),
        Some('\u{ac00}'..='\u{d7a3}') => (5, "한글".to_owned(), "hangul"),
        Some(
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}',
        ) => (3, "漢字".to_owned(), "han"),
        Some(c) => {
            let rank = if is_unparted(c) { 6 } else { 2 };
            let label: String = c.to_uppercase().collect();
            return LetterPlace { rank, label, slug: c.to_string() };
        }
    };
    LetterPlace { rank, label, slug: slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_under_its_first_letter() {
        let labels = ["“École", "110 Overseas", "福州", "Ирландия", "ملف", "…"];
        let labels = labels.map(|name| heading(&plain(name)).label);
        assert_eq!(labels, ["E", "0\u{2013}9", "漢字", "И", "م", "#"]);
    }
}
