//! Makers: who stands behind a source, so that two sources of one of them are not taken for two.
//!
//! A name is the maker's whose entity has it: by its name, in any language, an alias or its id. An entity that is
//! `part_of` another speaks with it, so both are one maker. What no entity is called is a maker of its own,
//! and names that differ only in how they are written are one: case, accents, punctuation, `&` and
//! “and”, an article before them (“The Daily Planet”), the form of a company behind them (“Ltd”).
//! A name that several entities share may be of any of them.

use super::groups::Groups;
use crate::model::nouns::{Source, Who};
use crate::model::site::Site;
use crate::needles::SearchForm;
use foldhash::HashMap;

/// Somebody who publishes or writes sources, by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct MakerId(u32);

/// The makers of a site.
#[derive(Debug, Default)]
pub(super) struct Makers {
    /// By number: everything that the maker is found by.
    labels: Vec<String>,
    /// By name as it is compared: whose it is. Nearly always there is one.
    bearers: HashMap<String, Vec<MakerId>>,
    /// By the rest of a name behind its article: which article that is.
    articles: HashMap<String, Articled>,
    /// By entity: the maker that it is part of.
    entities: Vec<MakerId>,
}

/// The articles with which a name occurs on a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Articled {
    One(&'static str),
    /// “Die Presse” and “La Presse”: two, and “Presse” may be neither.
    Several,
}

/// Articles that newspapers have before their names.
const ARTICLES: &[&str] = &[
    "the", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "i",
    "gli", "o", "a", "os", "as", "de", "het", "den", "det",
];

/// Words for the form of a company.
const FORMS: &[&str] = &[
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "co",
    "gmbh",
    "ag",
    "bv",
    "nv",
    "sa",
    "sas",
    "srl",
    "spa",
    "oy",
    "ab",
    "pty",
];

/// A name as it is compared.
struct Compared {
    article: Option<&'static str>,
    rest: String,
}

impl Makers {
    /// The makers of a site: those that its entities are, and those that its sources name.
    pub(super) fn of(site: &Site) -> Self {
        let mut makers = Makers::default();
        let named = site.sources.iter().flat_map(names);
        let of_entities = site.entities.iter().flat_map(|entity| entity.all_names());
        for name in named.chain(of_entities) {
            makers.see(&Compared::of(name));
        }
        makers.entities = makers.tops(site);
        for (entity, maker) in site.entities.iter().zip(makers.entities.clone()) {
            let id = entity.names.id.as_str();
            for name in entity.all_names().chain([id]) {
                makers.bear(&Compared::of(name), maker);
            }
        }
        for name in site.sources.iter().flat_map(names) {
            makers.register(&Compared::of(name));
        }
        makers
    }

    /// Notes with which article a name occurs.
    fn see(&mut self, name: &Compared) {
        let Some(article) = name.article else { return };
        let seen = self.articles.entry(name.rest.clone());
        let seen = seen.or_insert(Articled::One(article));
        if *seen != Articled::One(article) {
            *seen = Articled::Several;
        }
    }

    /// By entity: the maker of which it is a part. All that are in a circle are one.
    fn tops(&mut self, site: &Site) -> Vec<MakerId> {
        let mut groups = Groups::new(site.entities.len());
        for (n, entity) in site.entities.iter().enumerate() {
            if let Some(above) = entity.part_of {
                groups.join(n, above.index());
            }
        }
        let mut makers: Vec<MakerId> = Vec::with_capacity(site.entities.len());
        for n in 0..site.entities.len() {
            // The first of a group stands before all others of it.
            let known = makers.get(groups.first(n)).copied();
            let maker = known.unwrap_or_else(|| self.new_maker(String::new()));
            let entity = &site.entities[n];
            let label = &mut self.labels[maker.0 as usize];
            label.push_str(entity.names.id.as_str());
            entity.all_names().for_each(|name| *label += &format!("\0{name}"));
            label.push('\n');
            makers.push(maker);
        }
        makers
    }

    fn new_maker(&mut self, label: String) -> MakerId {
        self.labels.push(label);
        MakerId(self.labels.len() as u32 - 1)
    }

    /// Gives a name of an entity to its maker.
    fn bear(&mut self, name: &Compared, maker: MakerId) {
        let Some(key) = self.key(name) else { return };
        let bearers = self.bearers.entry(key).or_default();
        if !bearers.contains(&maker) {
            bearers.push(maker);
        }
    }

    /// Gives a name that no entity has a maker of its own.
    fn register(&mut self, name: &Compared) {
        let Some(key) = self.key(name) else { return };
        if !self.bearers.contains_key(&key) {
            let several = self.articles.get(&name.rest) == Some(&Articled::Several);
            let maker =
                self.new_maker(format!("{key}{}", if several { "*" } else { "" }));
            self.bearers.insert(key, vec![maker]);
        }
    }

    /// The word that a name is found by; none where it has no letter.
    fn key(&self, name: &Compared) -> Option<String> {
        let several = self.articles.get(&name.rest) == Some(&Articled::Several);
        let article = name.article.filter(|_| several).unwrap_or_default();
        let key = format!("{article}{}", name.rest);
        (!key.is_empty()).then_some(key)
    }

    /// Whose a name is; empty where it is of nobody known.
    fn called(&self, name: &str) -> &[MakerId] {
        let key = self.key(&Compared::of(name));
        key.and_then(|key| self.bearers.get(&key)).map_or(&[], Vec::as_slice)
    }

    /// Whoever a record names.
    pub(super) fn who(&self, who: &Who) -> &[MakerId] {
        match who {
            Who::Entity(id) => std::slice::from_ref(&self.entities[id.index()]),
            Who::Words(words) => self.called(words),
        }
    }

    /// Everybody who stands behind a source, sorted.
    pub(super) fn behind(&self, source: &Source) -> Vec<MakerId> {
        let mut all: Vec<MakerId> =
            names(source).flat_map(|name| self.called(name)).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Who publishes a source: its publisher, what it appeared in, the host of its address; none where
    /// nothing of that is told.
    pub(super) fn publisher(&self, source: &Source) -> Option<MakerId> {
        let first = published_by(source);
        first.and_then(|name| self.called(name).iter().min().copied())
    }

    /// What a maker is told from others by, from build to build: it changes with whatever may make
    /// another name one of the maker's.
    pub(super) fn label(&self, maker: MakerId) -> &str {
        &self.labels[maker.0 as usize]
    }
}

/// The names of those who stand behind a source. What a record or statement is printed in didn't make
/// it, so of a primary source that counts only where nobody else is named.
fn names(source: &Source) -> impl Iterator<Item = &str> {
    let authors = source.by.iter().map(String::as_str);
    let publisher = source.publisher.as_deref();
    let is_told = publisher.is_some() || !source.by.is_empty();
    let is_printed = source.is_primary() && is_told;
    let container = source.container.as_deref().filter(|_| !is_printed);
    let is_named = publisher.is_some() || source.container.is_some();
    let host = source.url.as_ref().map(|url| url.host()).filter(|_| !is_named);
    authors.chain(publisher).chain(container).chain(host)
}

fn published_by(source: &Source) -> Option<&str> {
    let named = source.publisher.as_deref().or(source.container.as_deref());
    named.or_else(|| source.url.as_ref().map(|url| url.host()))
}

impl Compared {
    fn of(name: &str) -> Self {
        // Initials and possessives are one word.
        let plain: String =
            name.chars().filter(|c| !matches!(c, '.' | '\'' | '’')).collect();
        let plain = SearchForm::words(&plain.replace('&', " and "));
        let mut words: Vec<&str> = plain.split([' ', '\n']).collect();
        while let [_, .., last] = words[..]
            && FORMS.contains(&last)
        {
            words.pop();
        }
        let first = ARTICLES.iter().copied().find(|one| words.first() == Some(one));
        let article = first.filter(|_| words.len() > 1);
        let rest = words[usize::from(article.is_some())..].concat();
        Compared { article, rest }
    }
}

#[cfg(test)]
mod tests {
    use super::Compared;

    fn compared(name: &str) -> (Option<&str>, String) {
        let Compared { article, rest } = Compared::of(name);
        (article, rest)
    }

    #[test]
    fn names_of_one_maker_are_one() {
        for (one, other) in [
            ("Daily Planet", "The Daily Planet"),
            ("Daily Planet", "DAILY  PLANET"),
            ("Daily Planet", "Daily-Planet, Ltd."),
            ("U.S. Department of Justice", "US Department of Justice"),
            ("Süddeutsche Zeitung", "Su\u{308}ddeutsche Zeitung"),
            ("Süddeutsche Zeitung", "Suddeutsche Zeitung"),
            ("People’s Daily", "Peoples Daily"),
            ("Simon & Schuster", "Simon and Schuster, Inc"),
            ("ＮＨＫ", "NHK"),
            ("人民日報社", "人民日報社 "),
            ("Spiegel", "Der Spiegel"),
            ("País", "El Pais"),
        ] {
            assert_eq!(compared(one).1, compared(other).1, "{one}, {other}");
        }
    }

    #[test]
    fn names_of_two_makers_are_two() {
        for (one, other) in [
            ("Daily Planet", "Daily Planets"),
            ("人民日報", "人民網"),
            ("की", "कि"),
            ("Planet", "Daily Planet"),
            ("The", "Co"),
            ("C", "D"),
        ] {
            assert_ne!(compared(one).1, compared(other).1, "{one}, {other}");
        }
        assert_eq!(compared("Die Presse").0, Some("die"));
        assert_eq!(compared("La Presse").0, Some("la"));
        assert_eq!(compared("—"), (None, String::new()));
    }
}
