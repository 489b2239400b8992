//! Lists whose entries have something in common: a year, a status, a letter, a kind, a language.

use super::Edition;
use super::alphabet::heading;
use super::facts::Facts;
use super::topics::Topic;
use crate::config::{Config, Vocabulary};
use crate::files::OutPath;
use crate::letters::{plain, slug};
use crate::model::nouns::{ArticleId, CountryId, EventId, Item, LocationId, SourceId};
use crate::model::site::Site;
use crate::routes::{self, Grouping};
use foldhash::{HashMap, HashSet};
use serde::Serialize;
use std::cmp::Reverse;

/// A group, by its place among all of this build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupId(usize);

/// Entries that have something in common.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// What they have in common.
    pub by: Grouping,
    /// The country that they are of, where it is not the whole site.
    pub of: Option<CountryId>,
    /// The word for it: that of a vocabulary, a year, a letter, a language.
    pub word: String,
    /// The word in addresses.
    slug: String,
    /// The entries.
    pub members: Members,
}

/// The entries of a group, in the order of the list that they are taken from.
#[derive(Debug, Clone, Serialize)]
pub enum Members {
    /// Articles.
    Articles(Vec<ArticleId>),
    /// Locations.
    Locations(Vec<LocationId>),
    /// Sources.
    Sources(Vec<SourceId>),
    /// Dated facts.
    Events(Vec<EventId>),
}

impl Members {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Members::Articles(ids) => ids.len(),
            Members::Locations(ids) => ids.len(),
            Members::Sources(ids) => ids.len(),
            Members::Events(ids) => ids.len(),
        }
    }

    /// Whether there are none; no group is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Group {
    /// What tells it from all others.
    pub(super) fn name(&self) -> (Grouping, Option<CountryId>, &str) {
        (self.by, self.of, &self.word)
    }
}

/// All groups, those of one list behind each other.
#[derive(Debug, Default)]
pub(super) struct ItemGroups {
    pub(super) all: Vec<Group>,
    /// The groups of each list, by their places.
    lists: HashMap<(Grouping, Option<CountryId>), Vec<usize>>,
}

/// What is shown, in the order of its lists.
pub(super) struct Lists<'l> {
    pub(super) articles: &'l [ArticleId],
    pub(super) locations: &'l [LocationId],
    pub(super) sources: &'l [SourceId],
    pub(super) events: &'l [EventId],
    pub(super) countries: &'l [CountryId],
}

impl ItemGroups {
    pub(super) fn of(
        site: &Site,
        config: &Config,
        lists: &Lists<'_>,
        facts: &Facts,
    ) -> Self {
        let mut groups = ItemGroups::default();
        let years =
            parted(lists.articles, |id| Some(routes::year_words(site[id].date.year())));
        let total = lists.articles.len();
        groups.add((Grouping::ArticlesByYear, None), total, years, Members::Articles);
        let status = |id: LocationId| site[id].status.clone();
        let mut statuses = parted(lists.locations, status);
        in_order_of(&config.statuses, &mut statuses);
        let (list, total) = ((Grouping::LocationsByStatus, None), lists.locations.len());
        groups.add(list, total, statuses, Members::Locations);
        for id in lists.countries {
            let locations = &facts.countries[id.index()].locations;
            if locations.len() <= config.excerpt() {
                continue;
            }
            let mut statuses = parted(locations, status);
            in_order_of(&config.statuses, &mut statuses);
            let list = (Grouping::LocationsByStatus, Some(*id));
            groups.add(list, locations.len(), statuses, Members::Locations);
        }
        groups.add_sources(site, config, lists.sources);
        let mut kinds = parted(lists.events, |id| site[id].kind.clone());
        in_order_of(&config.event_kinds, &mut kinds);
        let total = lists.events.len();
        groups.add((Grouping::DatesByKind, None), total, kinds, Members::Events);
        groups
    }

    fn add_sources(&mut self, site: &Site, config: &Config, sources: &[SourceId]) {
        let letter = |id: SourceId| {
            let label = site[id].label();
            heading(&plain(label.maker.unwrap_or(label.title)))
        };
        let mut letters = parted(sources, |id| Some(letter(id)));
        letters.sort_by(|(one, _), (other, _)| one.cmp(other));
        let slugs: Vec<String> =
            letters.iter().map(|(place, _)| place.slug.clone()).collect();
        let letters = letters.into_iter().map(|(place, ids)| (place.label, ids));
        let first = self.all.len();
        let (letters, total) = (letters.collect(), sources.len());
        self.add((Grouping::SourcesByLetter, None), total, letters, Members::Sources);
        // A letter has an address of its own, whatever its label.
        for (group, slug) in self.all[first..].iter_mut().zip(slugs) {
            group.slug = slug;
        }
        let kind = |id: SourceId| site[id].kind.map(|kind| kind.word().to_owned());
        let mut kinds = parted(sources, kind);
        kinds.sort_by_key(|(_, ids)| Reverse(ids.len()));
        self.add((Grouping::SourcesByKind, None), total, kinds, Members::Sources);
        let lang = |id: SourceId| {
            let lang = site[id].lang.as_deref().unwrap_or(config.main_lang());
            lang.split('-').next().map(str::to_ascii_lowercase)
        };
        let mut languages = parted(sources, lang);
        languages.sort_by_key(|(_, ids)| Reverse(ids.len()));
        let list = (Grouping::SourcesByLanguage, None);
        self.add(list, total, languages, Members::Sources);
    }

    /// Adds the groups of a list of so many entries; none where one group has them all, which parts nothing.
    fn add<I>(
        &mut self,
        (by, of): (Grouping, Option<CountryId>),
        total: usize,
        parts: Vec<(String, Vec<I>)>,
        members: fn(Vec<I>) -> Members,
    ) {
        if matches!(&parts[..], [(_, ids)] if ids.len() == total) {
            return;
        }
        let mut taken: HashSet<String> = HashSet::default();
        for (word, ids) in parts {
            let slug = free_slug(&word, &taken);
            taken.insert(slug.clone());
            self.lists.entry((by, of)).or_default().push(self.all.len());
            self.all.push(Group { by, of, word, slug, members: members(ids) });
        }
    }
}

/// A word for an address that no other group of the list has.
fn free_slug(word: &str, taken: &HashSet<String>) -> String {
    let plain = slug(word);
    let numbered = (2..).map(|n| format!("{plain}-{n}"));
    let mut free = std::iter::once(plain.clone()).chain(numbered);
    free.find(|slug| !slug.is_empty() && !taken.contains(slug)).unwrap_or(plain)
}

/// These by what `word` says of each, in the order in which it first does; those of which it says nothing are left out.
fn parted<I: Copy, W: Clone + Eq + std::hash::Hash>(
    ids: &[I],
    word: impl Fn(I) -> Option<W>,
) -> Vec<(W, Vec<I>)> {
    let mut parts: Vec<(W, Vec<I>)> = Vec::new();
    let mut places: HashMap<W, usize> = HashMap::default();
    for id in ids {
        let Some(word) = word(*id) else { continue };
        let place = *places.entry(word.clone()).or_insert(parts.len());
        match parts.get_mut(place) {
            Some((_, part)) => part.push(*id),
            None => parts.push((word, vec![*id])),
        }
    }
    parts
}

/// Puts words in the order of the site's vocabulary.
fn in_order_of<I>(vocabulary: &Vocabulary, parts: &mut [(String, Vec<I>)]) {
    let terms = vocabulary.terms().iter().enumerate();
    let places: HashMap<&str, usize> =
        terms.map(|(place, term)| (&*term.word, place)).collect();
    parts.sort_by_key(|(word, _)| places.get(&**word).copied().unwrap_or(places.len()));
}

impl<'e> Edition<'e> {
    /// The groups of a list of the whole site, in order, each with how many entries it has.
    pub fn groups(
        &self,
        by: Grouping,
    ) -> impl Iterator<Item = (GroupId, usize)> + use<'e> {
        self.note(Topic::GroupsBy, by as usize);
        self.groups_of(by, None)
    }

    /// The locations of a country by status, where they are too many for its page.
    pub fn statuses_of_country(
        &self,
        id: CountryId,
    ) -> impl Iterator<Item = (GroupId, usize)> + use<'e> {
        self.note(Topic::OfCountry, id.index());
        self.groups_of(Grouping::LocationsByStatus, Some(id))
    }

    fn groups_of(
        &self,
        by: Grouping,
        of: Option<CountryId>,
    ) -> impl Iterator<Item = (GroupId, usize)> + use<'e> {
        let groups = &self.of.groups;
        let places = groups.lists.get(&(by, of)).into_iter().flatten();
        places.map(|place| (GroupId(*place), groups.all[*place].members.len()))
    }

    /// A group with its entries.
    pub fn group(&self, id: GroupId) -> &'e Group {
        self.note(Topic::Group, id.0);
        &self.of.groups.all[id.0]
    }

    /// Under which word a group stands, which never changes.
    pub fn group_word(&self, id: GroupId) -> &'e str {
        &self.of.groups.all[id.0].word
    }

    /// Where the list of a group begins.
    pub fn group_address(&self, id: GroupId) -> OutPath {
        let group = &self.of.groups.all[id.0];
        match group.of {
            None => group.by.address(&group.slug),
            Some(id) => {
                routes::locations_in(self.address(Item::Country(id)), &group.slug)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_have_two_addresses() {
        let taken = HashSet::from_iter(["closed".to_owned()]);
        assert_eq!(free_slug("Closed!", &taken), "closed-2");
        assert_eq!(free_slug("closed, no charges", &taken), "closed-no-charges");
        assert_eq!(free_slug("…", &HashSet::default()), "-2");
    }

    #[test]
    fn what_has_no_word_is_in_no_group() {
        let parts = parted(&[1, 2, 3, 4], |n| (n != 3).then_some(n % 2));
        assert_eq!(parts, [(1, vec![1]), (0, vec![2, 4])]);
    }
}
