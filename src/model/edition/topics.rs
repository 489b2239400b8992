//! What can be read of an edition, numbered: each read has a name that holds from build to build, and a
//! key of what is found there.
//!
//! A page is made from what was read while its view was filled. The next build compares the keys of just
//! these reads: where all are the same, so is the page. Names are made of ids, never of places in
//! lists, so that a new article doesn't rename the others.

use super::Publication;
use super::outward::{Stable, outward_key};
use crate::content::kinds::kinds;
use crate::keys::Key;
use crate::model::nouns::{
    ArticleId, AuthorId, ClaimId, CountryId, EntityId, EventId, Item, LocationId,
    MediaId, SourceId, TagId,
};
use crate::routes::Grouping;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Lists the topics: each with what it is counted by.
macro_rules! topics {
    ($($(#[doc = $note:literal])* $name:ident: $count:expr;)*) => {
        /// A sort of thing that is read of an edition.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) enum Topic {
            $($(#[doc = $note])* $name,)*
        }

        impl Topic {
            const ALL: &[Topic] = &[$(Topic::$name,)*];

            /// How many of its sort there are.
            fn count(self, of: &Publication<'_>) -> usize {
                match self {
                    $(Topic::$name => {
                        let count: fn(&Publication<'_>) -> usize = $count;
                        count(of)
                    })*
                }
            }
        }
    };
}

topics! {
    /// Which articles there are, newest first.
    Articles: |_| 1;
    /// Which countries there are, by name.
    Countries: |_| 1;
    /// Which locations there are, in order.
    Locations: |_| 1;
    /// Which sources have a page, in order.
    Sources: |_| 1;
    /// Which dated facts there are, by date.
    Events: |_| 1;
    /// Which claims there are, by id.
    Claims: |_| 1;
    /// Which entities may be named, by name.
    Entities: |_| 1;
    /// Which free pages there are, by id.
    Pages: |_| 1;
    /// Who wrote articles, by name.
    Authors: |_| 1;
    /// Which tags articles have, by name.
    Tags: |_| 1;
    /// Which corrections there are, newest first.
    Corrections: |_| 1;
    /// Which changes of claims' statuses there are, newest first.
    ClaimChanges: |_| 1;
    /// What was withdrawn.
    Tombstones: |_| 1;
    /// What sources disagree on.
    Disagreements: |_| 1;
    /// How many locations have each status.
    Statuses: |_| 1;
    /// Which years have dated facts, and how many.
    Years: |_| 1;
    /// How many dated facts each month has, and which is the last.
    Months: |_| 1;
    /// All that a record says, but for its text.
    Record: |of| of.site.items().count();
    /// What an item is called, in which language, and where its page is.
    Name: |of| of.site.items().count();
    /// The text of an item.
    Text: |of| of.site.items().count();
    /// How many sources an item's page has at its foot.
    SourceCount: |of| of.site.items().count();
    /// The sentences in which other texts name an item.
    Mentions: |of| of.site.items().count();
    /// The claims about an item.
    ClaimsAbout: |of| of.site.items().count();
    /// What an event says.
    Event: |of| of.site.events.len();
    /// On which page of the timeline an event stands.
    EventPage: |of| of.site.events.len();
    /// What is known of an author.
    Author: |of| of.site.authors.len();
    /// What a tag is called.
    Tag: |of| of.site.tags.len();
    /// What is known of a picture or a document.
    Media: |of| of.site.media.len();
    /// The articles before and after an article.
    Neighbours: |of| of.site.articles.len();
    /// What to read after an article.
    Related: |of| of.site.articles.len();
    /// The same text in other languages.
    Translations: |of| of.site.articles.len();
    /// The dated facts that an article tells.
    ToldBy: |of| of.site.articles.len();
    /// What belongs to a country.
    OfCountry: |of| of.site.countries.len();
    /// What belongs to a location.
    OfLocation: |of| of.site.locations.len();
    /// What belongs to an entity.
    OfEntity: |of| of.site.entities.len();
    /// What rests on a source.
    UseOfSource: |of| of.site.sources.len();
    /// What a source comes down to.
    Origins: |of| of.site.sources.len();
    /// The copies of a source that were read.
    Copies: |of| of.site.sources.len();
    /// The claims that rest on a source.
    RestingOn: |of| of.site.sources.len();
    /// The dated facts that bear on a claim.
    BearingOn: |of| of.site.claims.len();
    /// The articles that deal with a claim.
    ArticlesOn: |of| of.site.claims.len();
    /// The articles of an author.
    ByAuthor: |of| of.site.authors.len();
    /// The articles with a tag.
    WithTag: |of| of.site.tags.len();
    /// The dated facts of a year, by its place among the years.
    Year: |of| of.years.len();
    /// The years of a country's dated facts, and how many each has.
    CountryYears: |of| of.site.countries.len();
    /// The claims with a status, by its place among all statuses.
    ClaimsOf: |of| of.claims_by_status.len();
    /// Under which letters items stand in the index.
    Letters: |_| 1;
    /// What stands under a letter, by its place.
    Letter: |of| of.alphabet.letters.len();
    /// How many entries of a list have each word in common, by the place of what they have in common.
    GroupsBy: |_| Grouping::ALL.len();
    /// Which entries have something in common, by the place of their group.
    Group: |of| of.groups.all.len();
    /// All words of all that is published.
    AllWords: |_| 1;
}

/// What is read of an edition, by number.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct ReadId(pub(super) u32);

impl ReadId {
    /// The read with this place.
    pub fn at(place: u32) -> Self {
        ReadId(place)
    }

    /// The same behind so many reads of other editions.
    pub fn behind(self, others: u32) -> Self {
        ReadId(self.0 + others)
    }

    /// Its place among all that can be read of the edition, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Where the reads of each topic begin; at last, where all end.
#[derive(Debug, Default)]
pub(super) struct Starts(Vec<u32>);

impl Starts {
    pub(super) fn of(publication: &Publication<'_>) -> Self {
        let mut end = 0;
        let starts = Topic::ALL.iter().map(|topic| {
            let start = end;
            end += topic.count(publication) as u32;
            start
        });
        let mut starts: Vec<u32> = starts.collect();
        starts.push(end);
        Starts(starts)
    }

    pub(super) fn read(&self, topic: Topic, index: usize) -> ReadId {
        ReadId(self.0[topic as usize] + index as u32)
    }

    /// How many reads there are in all.
    fn total(&self) -> usize {
        self.0.last().map_or(0, |end| *end as usize)
    }

    fn range(&self, topic: Topic) -> Range<usize> {
        self.0[topic as usize] as usize..self.0[topic as usize + 1] as usize
    }
}

/// The name and the key of everything that can be read of an edition, by the number of the read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// The names: the same from build to build, no two alike.
    pub names: Vec<Key>,
    /// The keys of what is found there.
    pub keys: Vec<Key>,
}

/// What has words: which items there are, and what each says.
const SAID: [Topic; 13] = [
    Topic::Articles,
    Topic::Countries,
    Topic::Locations,
    Topic::Sources,
    Topic::Claims,
    Topic::Entities,
    Topic::Pages,
    Topic::Record,
    Topic::Name,
    Topic::Text,
    Topic::Event,
    Topic::Author,
    Topic::Tag,
];

impl Directory {
    /// Adds what can be read of an edition in another language.
    pub fn extend(&mut self, lang: &str, other: &Directory) {
        self.names.extend(other.names.iter().map(|name| Key::of(&(lang, name))));
        self.keys.extend(&other.keys);
    }
}

/// So many reads are looked at by one thread at a time.
const AT_ONCE: usize = 512;

impl Publication<'_> {
    /// How many things can be read of the edition.
    pub fn read_count(&self) -> usize {
        self.starts.total()
    }

    /// The names and the keys of all that can be read of the edition.
    pub fn directory(&self) -> Directory {
        let stable = Stable::of(self.site);
        let mut all = vec![(Key::default(), Key::default()); self.starts.total()];
        for topic in Topic::ALL {
            let entries = &mut all[self.starts.range(*topic)];
            entries.par_chunks_mut(AT_ONCE).enumerate().for_each(|(part, entries)| {
                for (index, entry) in (part * AT_ONCE..).zip(entries) {
                    *entry = (
                        Key::of(&(*topic as u8, self.name_of(*topic, index, &stable))),
                        self.key_of(*topic, index, &stable),
                    );
                }
            });
        }
        let said = SAID.iter().flat_map(|topic| &all[self.starts.range(*topic)]);
        let said = Key::of(&said.collect::<Vec<_>>());
        all[self.starts.range(Topic::AllWords)].iter_mut().for_each(|one| one.1 = said);
        let (names, keys) = all.into_iter().unzip();
        Directory { names, keys }
    }

    /// What tells the thing that is read from all others of its topic.
    fn name_of(&self, topic: Topic, index: usize, stable: &Stable) -> Key {
        let number = index as u32;
        match topic {
            Topic::Articles
            | Topic::Countries
            | Topic::Locations
            | Topic::Sources
            | Topic::Events
            | Topic::Claims
            | Topic::Entities
            | Topic::Pages
            | Topic::Authors
            | Topic::Tags
            | Topic::Corrections
            | Topic::ClaimChanges
            | Topic::Tombstones
            | Topic::Disagreements
            | Topic::Statuses
            | Topic::Letters
            | Topic::AllWords
            | Topic::Months
            | Topic::Years => Key::default(),
            Topic::Record
            | Topic::Name
            | Topic::Text
            | Topic::SourceCount
            | Topic::Mentions
            | Topic::ClaimsAbout => stable.item_at(index),
            Topic::Event | Topic::EventPage => stable.event(EventId(number)),
            Topic::Author | Topic::ByAuthor => stable.author(AuthorId(number)),
            Topic::Tag | Topic::WithTag => stable.tag(TagId(number)),
            Topic::Media => stable.media(MediaId(number)),
            Topic::Neighbours | Topic::Related | Topic::Translations | Topic::ToldBy => {
                stable.item(Item::Article(ArticleId(number)))
            }
            Topic::OfCountry | Topic::CountryYears => {
                stable.item(Item::Country(CountryId(number)))
            }
            Topic::OfLocation => stable.item(Item::Location(LocationId(number))),
            Topic::OfEntity => stable.item(Item::Entity(EntityId(number))),
            Topic::UseOfSource | Topic::Origins | Topic::RestingOn | Topic::Copies => {
                stable.item(Item::Source(SourceId(number)))
            }
            Topic::ArticlesOn | Topic::BearingOn => {
                stable.item(Item::Claim(ClaimId(number)))
            }
            Topic::Year => Key::of(&self.years.keys().nth(index)),
            Topic::ClaimsOf | Topic::GroupsBy => Key::of(&index),
            Topic::Group => outward_key(&self.groups.all[index].name(), stable),
            Topic::Letter => Key::of(&self.alphabet.letters[index].slug),
        }
    }

    /// The key of what is read there.
    fn key_of(&self, topic: Topic, index: usize, stable: &Stable) -> Key {
        let (site, number) = (self.site, index as u32);
        let edition = self.edition();
        match topic {
            Topic::Articles => outward_key(&self.articles, stable),
            Topic::Countries => outward_key(&self.countries, stable),
            Topic::Locations => outward_key(&self.locations, stable),
            Topic::Sources => outward_key(&self.sources, stable),
            Topic::Events => outward_key(&self.events, stable),
            Topic::Claims => outward_key(&self.claims, stable),
            Topic::Entities => outward_key(&self.entities, stable),
            Topic::Pages => outward_key(&self.pages, stable),
            Topic::Authors => outward_key(&self.authors, stable),
            Topic::Tags => outward_key(&self.tags, stable),
            Topic::Corrections => outward_key(&self.corrections, stable),
            Topic::ClaimChanges => outward_key(&self.claim_changes, stable),
            Topic::Tombstones => outward_key(&self.tombstones, stable),
            Topic::Disagreements => {
                let all = self.disagreements.iter().map(|one| (one.subject, one.number));
                outward_key(&all.collect::<Vec<_>>(), stable)
            }
            Topic::Statuses => Key::of(&self.statuses),
            Topic::Years => {
                let years = self.years.iter().map(|(year, ids)| (*year, ids.len()));
                Key::of(&years.collect::<Vec<_>>())
            }
            Topic::Months => outward_key(&self.months, stable),
            Topic::Record => self.record_key(stable.at(index), stable),
            Topic::Name => {
                let item = stable.at(index);
                let name = (edition.title(item), edition.address(item));
                Key::of(&(name, self.lang_of(item), edition.is_shown(item)))
            }
            Topic::Text => {
                let prose = edition.prose(stable.at(index));
                let key = prose.map(|prose| outward_key(&prose.links, stable));
                Key::of(&(prose.map(|prose| prose.key), key))
            }
            Topic::SourceCount => Key::of(&edition.source_count(stable.at(index))),
            Topic::Mentions => self.mentions.key_at(index, site, stable),
            Topic::ClaimsAbout => {
                outward_key(edition.claims_about(stable.at(index)), stable)
            }
            Topic::Event => outward_key(&site.events[index], stable),
            Topic::EventPage => Key::of(&self.event_page(EventId(number))),
            Topic::Author => outward_key(&site.authors[index], stable),
            Topic::Tag => outward_key(&site.tags[index], stable),
            Topic::Media => {
                let sizes = self.sizes.of(MediaId(number));
                outward_key(&(&site.media[index], sizes), stable)
            }
            Topic::Neighbours => {
                let id = ArticleId(number);
                outward_key(&(self.previous(id), self.next(id)), stable)
            }
            Topic::Related => outward_key(&self.related[index], stable),
            Topic::Translations => {
                let all = edition.translations(ArticleId(number));
                outward_key(&all.collect::<Vec<_>>(), stable)
            }
            Topic::ToldBy => outward_key(&self.told_by[index], stable),
            Topic::BearingOn => outward_key(&self.bearing_on[index], stable),
            Topic::OfCountry => outward_key(&self.country_facts[index], stable),
            Topic::OfLocation => outward_key(&self.location_facts[index], stable),
            Topic::OfEntity => outward_key(&self.claim_index.entities[index], stable),
            Topic::UseOfSource => outward_key(&self.source_use[index], stable),
            Topic::Origins => self.origins.key(SourceId(number)),
            Topic::Copies => self.vault.key(SourceId(number)),
            Topic::RestingOn => {
                outward_key(edition.claims_resting_on(SourceId(number)), stable)
            }
            Topic::ArticlesOn => {
                outward_key(edition.articles_on(ClaimId(number)), stable)
            }
            Topic::ByAuthor => outward_key(&self.by_author[index], stable),
            Topic::WithTag => outward_key(&self.by_tag[index], stable),
            Topic::Year => outward_key(&self.years.values().nth(index), stable),
            Topic::CountryYears => {
                outward_key(&self.country_years.get(&CountryId(number)), stable)
            }
            Topic::ClaimsOf => outward_key(&self.claims_by_status[index], stable),
            Topic::Letters => self.alphabet.key(),
            Topic::GroupsBy => {
                let groups = edition.groups(Grouping::ALL[index]);
                let counts = groups.map(|(id, count)| {
                    (edition.group_word(id), edition.group_address(id), count)
                });
                Key::of(&counts.collect::<Vec<_>>())
            }
            Topic::Group => outward_key(&self.groups.all[index], stable),
            Topic::Letter => outward_key(&self.alphabet.letters[index], stable),
            // It follows from others: the directory puts it in.
            Topic::AllWords => Key::default(),
        }
    }

    /// The key of all that a record says. Of a confidential source that is what may be shown of it.
    fn record_key(&self, item: Item, stable: &Stable) -> Key {
        match item {
            Item::Source(id) => return outward_key(self.edition().source(id), stable),
            Item::Country(id) => return outward_key(self.edition().country(id), stable),
            Item::Home => return outward_key(self.edition().home(), stable),
            _ => {}
        }
        macro_rules! key {
            ($($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
                $word:ident::$fields:ident, $files:ident;)*) => {
                match item {
                    $(Item::$noun(id) => outward_key(&self.site[id], stable),)*
                    Item::Home => outward_key(&self.site.home, stable),
                }
            };
        }
        kinds!(key)
    }
}
