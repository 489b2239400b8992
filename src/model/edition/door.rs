//! The door to what is published: everything that is read of it passes here, and can be noted.

use super::alphabet::AlphabetEntry;
use super::facts::{CountryFacts, LocationFacts, SourceUse};
use super::mentions::Mention;
use super::topics::{ReadId, Topic};
use super::{Month, Publication, Years, distinct};
use crate::config::Config;
use crate::content::kinds::claim::ClaimStatus;
use crate::content::kinds::entity::Schema;
use crate::content::kinds::source::QuoteFields;
use crate::files::OutPath;
use crate::model::nouns::{
    Article, ArticleId, Author, AuthorId, Claim, ClaimId, Correction, Country, CountryId,
    Entity, EntityId, Event, EventId, Home, Item, Location, LocationId, Media, MediaId,
    Names, Page, PageId, Prose, Source, SourceId, Tag, TagId, Tombstone, Who,
};
use crate::model::quoted::{self, Quoted};
use crate::model::site::Site;
use crate::model::sizes::PictureSize;
use crate::model::vault::VerifiedCopy;
use crate::model::verdict::Verdict;
use serde::Serialize;
use std::cell::RefCell;

/// What may be shown of a site. What is read of it is noted, where somebody wants to know.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'e> {
    pub(super) of: &'e Publication<'e>,
    notes: Option<&'e Notes>,
}

/// What was read of an edition, each thing once.
#[derive(Debug, Default)]
pub struct Notes(RefCell<Noted>);

#[derive(Debug, Default)]
struct Noted {
    /// By the read's number, a bit that says whether it is among the reads.
    seen: Vec<u64>,
    reads: Vec<ReadId>,
    /// What was read for each of the values that are being made, the outermost first.
    inner: Vec<Vec<ReadId>>,
}

impl Notes {
    /// What was read; nothing is noted then.
    pub fn take_reads(&mut self) -> Vec<ReadId> {
        let Noted { seen, reads, inner } = self.0.get_mut();
        inner.clear();
        for read in &*reads {
            seen[read.index() / 64] = 0;
        }
        // The room that they were gathered in serves the next page.
        let taken = reads.clone();
        reads.clear();
        taken
    }

    fn add(&self, read: ReadId) {
        let mut noted = self.0.borrow_mut();
        if let Some(inner) = noted.inner.last_mut() {
            if inner.last() != Some(&read) {
                inner.push(read);
            }
            return;
        }
        let (word, bit) = (read.index() / 64, 1 << (read.index() % 64));
        if noted.seen.len() <= word {
            noted.seen.resize(word + 1, 0);
        }
        if noted.seen[word] & bit == 0 {
            noted.seen[word] |= bit;
            noted.reads.push(read);
        }
    }
}

/// A value that many pages show, with what was read to make it.
#[derive(Debug)]
pub struct SharedValue<T> {
    /// The value.
    pub value: T,
    reads: Box<[ReadId]>,
}

/// An entity that may be named. Only the edition hands it out: who has an [`EntityId`] has to ask
/// [`Edition::named`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NamedEntity(EntityId);

impl NamedEntity {
    /// The entity, if it may be named.
    pub(super) fn of(site: &Site, id: EntityId) -> Option<Self> {
        site.shows(Item::Entity(id)).then_some(NamedEntity(id))
    }

    /// Its number.
    pub fn id(self) -> EntityId {
        self.0
    }

    /// The entity among the other items.
    pub fn item(self) -> Item {
        Item::Entity(self.0)
    }
}

/// Gives each list of what is shown.
macro_rules! lists {
    ($($(#[doc = $note:literal])* $name:ident: $topic:ident of $id:ty;)*) => {
        impl<'e> Edition<'e> {
            $($(#[doc = $note])*
            pub fn $name(&self) -> &'e [$id] {
                self.note(Topic::$topic, 0);
                &self.of.$name
            })*
        }
    };
}

lists! {
    /// Articles, newest first.
    articles: Articles of ArticleId;
    /// Countries and territories that something shown refers to, by name.
    countries: Countries of CountryId;
    /// Locations, by country's name and then their own.
    locations: Locations of LocationId;
    /// Sources with a page, by who made them and then their title.
    sources: Sources of SourceId;
    /// Dated facts, by date.
    events: Events of EventId;
    /// Claims, by id.
    claims: Claims of ClaimId;
    /// Entities that may be named, by name.
    entities: Entities of NamedEntity;
    /// Free pages, by id.
    pages: Pages of PageId;
    /// Authors of shown articles, by name.
    authors: Authors of AuthorId;
    /// Tags of shown articles, by name.
    tags: Tags of TagId;
    /// Corrections, newest first, with the article or the claim they are of.
    corrections: Corrections of (Item, usize);
    /// Changes of claims' statuses, newest first, with their place in the claim's history.
    claim_changes: ClaimChanges of (ClaimId, usize);
    /// What was withdrawn and has left its address, the newest first.
    tombstones: Tombstones of Tombstone;
    /// How many locations have each status, in the order of the site's vocabulary.
    statuses: Statuses of (String, usize);
}

impl<'e> Edition<'e> {
    pub(super) fn new(of: &'e Publication<'e>, notes: Option<&'e Notes>) -> Self {
        Edition { of, notes }
    }

    pub(super) fn note(&self, topic: Topic, index: usize) {
        if let Some(notes) = self.notes {
            notes.add(self.of.starts.read(topic, index));
        }
    }

    pub(super) fn note_item(&self, topic: Topic, item: Item) {
        if self.notes.is_some() {
            self.note(topic, self.number(item));
        }
    }

    /// Makes a value that many pages show; what is read for it is kept with it, and noted by
    /// [`Edition::note_shared`] of each page.
    pub fn make_shared<T>(&self, make: impl FnOnce() -> T) -> SharedValue<T> {
        let Some(Notes(notes)) = self.notes else {
            // Who doesn't note what a page reads doesn't make what pages share.
            return SharedValue { value: make(), reads: Box::default() };
        };
        notes.borrow_mut().inner.push(Vec::new());
        let value = make();
        let mut reads = notes.borrow_mut().inner.pop().unwrap_or_default();
        reads.sort_unstable();
        reads.dedup();
        SharedValue { value, reads: reads.into() }
    }

    /// Notes what was read to make a value that is shown.
    pub fn note_shared<T>(&self, shared: &SharedValue<T>) {
        if let Some(notes) = self.notes {
            shared.reads.iter().for_each(|read| notes.add(*read));
        }
    }

    pub(super) fn site(&self) -> &'e Site {
        self.of.site
    }

    /// An item, if it is shown. Whatever is read of an item that may not be is asked of what this gives.
    pub(super) fn shown(&self, item: Item) -> Option<Item> {
        Some(item).filter(|item| self.of.site.shows(*item))
    }

    /// How many numbers [`Edition::number`] gives.
    pub fn item_count(&self) -> usize {
        self.of.site.items().count()
    }

    /// How many dated facts the site has.
    pub fn event_count(&self) -> usize {
        self.of.site.events.len()
    }

    /// The number of an item among all of the site, from 0.
    pub fn number(&self, item: Item) -> usize {
        self.of.site.number(item)
    }

    /// The site's configuration.
    pub fn config(&self) -> &'e Config {
        self.of.config
    }

    /// The home page's matter.
    pub fn home(&self) -> &'e Home {
        self.note_item(Topic::Record, Item::Home);
        self.of.tongue.home(self.of.site)
    }

    /// The article that leads the home page: the one chosen, else the newest.
    pub fn lead(&self) -> Option<ArticleId> {
        self.home().lead.or_else(|| self.articles().first().copied())
    }

    /// An article.
    pub fn article(&self, id: ArticleId) -> &'e Article {
        self.note_item(Topic::Record, Item::Article(id));
        &self.of.site[id]
    }

    /// A country or territory.
    pub fn country(&self, id: CountryId) -> &'e Country {
        self.note_item(Topic::Record, Item::Country(id));
        self.of.tongue.country(self.of.site, id)
    }

    /// A location; where it is, is [`Location::published`].
    pub fn location(&self, id: LocationId) -> &'e Location {
        self.note_item(Topic::Record, Item::Location(id));
        &self.of.site[id]
    }

    /// A source, or what may be shown of it: of a confidential one that is a copy that says nothing but that there
    /// is one.
    pub fn source(&self, id: SourceId) -> &'e Source {
        self.note_item(Topic::Record, Item::Source(id));
        self.of.shown_source(id)
    }

    /// The copies of a source that were read in this build and are what was saved. Of a confidential source
    /// nothing is told.
    pub fn verified_copies(&self, id: SourceId) -> &'e [VerifiedCopy] {
        self.note(Topic::Copies, id.index());
        if self.has_page(id) { self.of.vault.verified(id) } else { &[] }
    }

    /// What became of words that are quoted from a source, with the copy in which they were looked for; nothing
    /// where all their sources are confidential.
    pub fn verdict(&self, quoted: &Quoted<'_>) -> Option<(SourceId, Verdict)> {
        for (source, _) in &quoted.sources {
            self.note(Topic::Copies, source.index());
            // Whether the words are a translation is told by its record.
            self.note_item(Topic::Record, Item::Source(*source));
        }
        let (source, verdict) = self.of.vault.verdict_of(self.of.site, quoted);
        self.has_page(source).then_some((source, verdict))
    }

    /// What became of words that the record of a source quotes of it.
    pub fn quote_verdict(&self, id: SourceId, quote: &QuoteFields) -> Verdict {
        self.note(Topic::Copies, id.index());
        self.note_item(Topic::Record, Item::Source(id));
        let sought = quoted::on_page(quote.page.as_deref());
        self.of.vault.verdict(id, &quote.exact, &sought)
    }

    /// Whether a source has a page of its own; a confidential one has none.
    pub fn has_page(&self, id: SourceId) -> bool {
        self.note_item(Topic::Name, Item::Source(id));
        !self.of.redacted.contains_key(&id)
    }

    /// An entity, if it may be named.
    pub fn named(&self, id: EntityId) -> Option<NamedEntity> {
        self.note_item(Topic::Name, Item::Entity(id));
        NamedEntity::of(self.of.site, id)
    }

    /// An entity that may be named.
    pub fn entity(&self, entity: NamedEntity) -> &'e Entity {
        self.note_item(Topic::Record, entity.item());
        &self.of.site[entity.0]
    }

    /// What an entity is that is not to be named.
    fn unnamed(&self, id: EntityId) -> &'static str {
        self.note_item(Topic::Record, Item::Entity(id));
        match self.of.site[id].schema {
            Schema::Person => self.of.config.phrases.a_person(),
            _ => self.of.config.phrases.an_organisation(),
        }
    }

    /// A claim.
    pub fn claim(&self, id: ClaimId) -> &'e Claim {
        self.note_item(Topic::Record, Item::Claim(id));
        &self.of.site[id]
    }

    /// Whoever a record names, in words that may be printed: of somebody who is not to be named, what
    /// they are.
    pub fn who(&self, who: &Who) -> String {
        match who {
            Who::Words(words) => words.clone(),
            Who::Entity(id) => match self.named(*id) {
                Some(named) => self.entity(named).name.clone(),
                None => self.unnamed(*id).to_owned(),
            },
        }
    }

    /// A dated fact.
    pub fn event(&self, id: EventId) -> &'e Event {
        self.note(Topic::Event, id.index());
        &self.of.site[id]
    }

    /// A free page.
    pub fn page(&self, id: PageId) -> &'e Page {
        self.note_item(Topic::Record, Item::Page(id));
        &self.of.site[id]
    }

    /// An image or document.
    pub fn media(&self, id: MediaId) -> &'e Media {
        self.note(Topic::Media, id.index());
        &self.of.site[id]
    }

    /// The smaller versions of a picture, the narrowest first.
    pub fn sizes_of(&self, id: MediaId) -> &'e [PictureSize] {
        self.note(Topic::Media, id.index());
        self.of.sizes.of(id)
    }

    /// Media that something shown refers to. They are copied, and stand on no list.
    pub fn media_in_use(&self) -> &'e [MediaId] {
        &self.of.media
    }

    /// An author.
    pub fn author(&self, id: AuthorId) -> &'e Author {
        self.note(Topic::Author, id.index());
        &self.of.site[id]
    }

    /// A tag.
    pub fn tag(&self, id: TagId) -> &'e Tag {
        self.note(Topic::Tag, id.index());
        &self.of.site[id]
    }

    /// The corrections of an item that is shown, newest first; only articles and claims have any.
    pub fn corrections_of(&self, item: Item) -> &'e [Correction] {
        self.note_item(Topic::Record, item);
        self.shown(item).map_or(&[], |item| self.of.site.corrections(item))
    }

    /// Whether an item is shown.
    pub fn is_shown(&self, item: Item) -> bool {
        self.note_item(Topic::Name, item);
        self.of.site.shows(item)
    }

    /// The text of an item that is shown.
    pub fn prose(&self, item: Item) -> Option<&'e Prose> {
        self.note_item(Topic::Text, item);
        if item == Item::Home && self.of.tongue.hides_home_text() {
            return None;
        }
        self.of.site.prose(self.shown(item)?)
    }

    /// Where an item's page is; the home page for what is not shown and so has none.
    pub fn address(&self, item: Item) -> &'e OutPath {
        self.note_item(Topic::Name, item);
        let names = self.shown(item).and_then(|item| self.of.site.names(item));
        names.map_or(&self.of.home, |names| &names.address)
    }

    /// What an item is called; of an entity that is not to be named, what it is.
    pub fn title(&self, item: Item) -> &'e str {
        self.note_item(Topic::Name, item);
        match item {
            Item::Source(id) => self.of.shown_source(id).label().title,
            Item::Entity(id) if !self.of.site.shows(item) => self.unnamed(id),
            Item::Home if self.of.tongue.home(self.of.site).title.is_none() => {
                &self.of.config.title
            }
            Item::Country(id) => &self.of.tongue.country(self.of.site, id).name,
            item => self.of.site.title(item),
        }
    }

    /// The language of an item's title, where it is told.
    pub fn lang(&self, item: Item) -> Option<&'e str> {
        self.note_item(Topic::Name, item);
        self.of.lang_of(item)
    }

    /// The article published after this one.
    pub fn next(&self, id: ArticleId) -> Option<ArticleId> {
        self.note(Topic::Neighbours, id.index());
        self.of.next(id)
    }

    /// The article published before this one.
    pub fn previous(&self, id: ArticleId) -> Option<ArticleId> {
        self.note(Topic::Neighbours, id.index());
        self.of.previous(id)
    }

    /// What to read after an article: what its writer chose, else what shares most with it.
    pub fn related(&self, id: ArticleId) -> &'e [ArticleId] {
        self.note(Topic::Related, id.index());
        &self.of.related[id.index()]
    }

    /// What belongs to a country.
    pub fn of_country(&self, id: CountryId) -> &'e CountryFacts {
        self.note(Topic::OfCountry, id.index());
        &self.of.country_facts[id.index()]
    }

    /// What belongs to a location.
    pub fn of_location(&self, id: LocationId) -> &'e LocationFacts {
        self.note(Topic::OfLocation, id.index());
        &self.of.location_facts[id.index()]
    }

    /// The dated facts that an article tells, by date.
    pub fn told_by(&self, id: ArticleId) -> &'e [EventId] {
        self.note(Topic::ToldBy, id.index());
        &self.of.told_by[id.index()]
    }

    /// The dated facts that bear on a claim, by date.
    pub fn bearing_on(&self, id: ClaimId) -> &'e [EventId] {
        self.note(Topic::BearingOn, id.index());
        &self.of.bearing_on[id.index()]
    }

    /// What rests on a source besides the texts that cite it.
    pub fn use_of_source(&self, id: SourceId) -> &'e SourceUse {
        self.note(Topic::UseOfSource, id.index());
        &self.of.source_use[id.index()]
    }

    /// The articles of an author, newest first.
    pub fn by_author(&self, id: AuthorId) -> &'e [ArticleId] {
        self.note(Topic::ByAuthor, id.index());
        &self.of.by_author[id.index()]
    }

    /// The articles with a tag, newest first.
    pub fn with_tag(&self, id: TagId) -> &'e [ArticleId] {
        self.note(Topic::WithTag, id.index());
        &self.of.by_tag[id.index()]
    }

    /// How many dated facts each year has that has any, oldest first.
    pub fn years(&self) -> impl Iterator<Item = (i32, usize)> + use<'e> {
        self.note(Topic::Years, 0);
        self.of.years.iter().map(|(year, ids)| (*year, ids.len()))
    }

    /// How many dated facts each month has that has any, oldest first.
    pub fn months(&self) -> &'e [Month] {
        self.note(Topic::Months, 0);
        &self.of.months
    }

    /// The dated facts of a year, by date.
    pub fn in_year(&self, year: i32) -> &'e [EventId] {
        match self.of.years.keys().position(|one| *one == year) {
            Some(place) => self.note(Topic::Year, place),
            None => self.note(Topic::Years, 0),
        }
        self.of.years.get(&year).map_or(&[], Vec::as_slice)
    }

    /// A country's dated facts by year, where they are too many for its page; else none.
    pub fn years_of_country(&self, id: CountryId) -> Option<&'e Years> {
        self.note(Topic::CountryYears, id.index());
        self.of.country_years.get(&id)
    }

    /// The year of a dated fact, and on which page of that year it stands, from 1.
    pub fn event_page(&self, id: EventId) -> (i32, usize) {
        self.note(Topic::EventPage, id.index());
        self.of.event_page(id)
    }

    /// The claims with a status, by id.
    pub fn claims_of(&self, status: ClaimStatus) -> &'e [ClaimId] {
        let place = ClaimStatus::ALL.iter().position(|one| *one == status);
        let Some(place) = place else { return &[] };
        self.note(Topic::ClaimsOf, place);
        &self.of.claims_by_status[place]
    }

    /// The letters under which items stand in the index, in order, with how many stand there.
    pub fn letters(&self) -> impl Iterator<Item = (&'e str, &'e str, usize)> + use<'e> {
        self.note(Topic::Letters, 0);
        let all = self.of.alphabet.letters.iter();
        all.map(|one| (one.label.as_str(), one.slug.as_str(), one.entries.len()))
    }

    /// What stands under a letter, by the letter's place.
    pub fn under_letter(&self, place: usize) -> &'e [AlphabetEntry] {
        let Some(letter) = self.of.alphabet.letters.get(place) else { return &[] };
        self.note(Topic::Letter, place);
        &letter.entries
    }

    /// Notes that all words of all that is published are read.
    pub fn note_all_words(&self) {
        self.note(Topic::AllWords, 0);
    }

    /// Where texts refer to an item, in order of the texts' items and of place in them.
    pub fn mentions(&self, item: Item) -> &'e [Mention<'e>] {
        self.note_item(Topic::Mentions, item);
        self.of.mentions.of(self.of.site, item)
    }

    /// The sources that the front matter of an item lists that is shown.
    pub fn listed_sources(&self, item: Item) -> &'e [SourceId] {
        self.note_item(Topic::Record, item);
        self.shown(item).map_or(&[], |item| self.of.site.listed_sources(item))
    }

    /// The sources that the text of an item cites that is shown, each once, by id.
    pub fn cited_by(&self, item: Item) -> Vec<SourceId> {
        self.note_item(Topic::Text, item);
        let shown = self.shown(item).into_iter();
        distinct(shown.flat_map(|item| self.of.site.cited(item)).collect())
    }

    /// How many sources an item's page has at its foot: those that it cites and those that it lists.
    pub fn source_count(&self, item: Item) -> usize {
        self.note_item(Topic::SourceCount, item);
        let Some(item) = self.shown(item) else { return 0 };
        let site = self.of.site;
        let listed = site.listed_sources(item).iter().copied();
        distinct(site.cited(item).chain(listed).collect()).len()
    }

    /// The id and addresses of an item that is shown, if it has any.
    pub fn names_of(&self, item: Item) -> Option<&'e Names> {
        self.note_item(Topic::Record, item);
        self.of.site.names(self.shown(item)?)
    }

    /// The id of an item that is shown, if it has one.
    pub(in crate::model) fn id_of(&self, item: Item) -> Option<&'e str> {
        self.note_item(Topic::Record, item);
        self.of.site.names(self.shown(item)?).map(|names| names.id.as_str())
    }

    /// The shown item with this id; a page before others. It is looked for among all, which is not noted: it
    /// serves the menu alone, which every page has.
    pub(in crate::model) fn find(&self, id: &str) -> Option<Item> {
        let site = self.of.site;
        let named =
            |item: &Item| site.names(*item).is_some_and(|names| names.id.as_str() == id);
        let mut found: Vec<Item> = site.items().filter(named).collect();
        found.retain(|item| self.is_shown(*item));
        found.sort_by_key(|item| !matches!(item, Item::Page(_)));
        found.first().copied()
    }

    /// Addresses that lead to another page, with the item whose page that is.
    pub fn redirects(&self) -> Vec<(OutPath, Item)> {
        let site = self.of.site;
        let shown = site.items().filter(|item| self.is_shown(*item));
        let mut all = Vec::new();
        for item in shown {
            let names = site.names(item).into_iter();
            all.extend(names.flat_map(|n| &n.redirects).map(|from| (from.clone(), item)));
        }
        all
    }
}

impl<'s> Publication<'s> {
    /// A source, or what may be shown of it.
    fn shown_source(&self, id: SourceId) -> &Source {
        self.redacted.get(&id).unwrap_or(&self.site[id])
    }

    /// The language of what says nothing of its own, where that is another than the readers'.
    fn main_lang(&self) -> Option<&str> {
        let main = self.config.main_lang();
        (main != self.config.lang).then_some(main)
    }

    /// The language of an item's title, where it is told. A country's name is the site's word, whatever its
    /// text is in.
    pub(super) fn lang_of(&self, item: Item) -> Option<&str> {
        match item {
            Item::Article(id) => {
                self.site[id].matter.lang.as_deref().or(self.main_lang())
            }
            Item::Page(id) => self.site[id].matter.lang.as_deref().or(self.main_lang()),
            Item::Source(id) => self.shown_source(id).lang.as_deref(),
            Item::Location(_) | Item::Entity(_) | Item::Claim(_) => self.main_lang(),
            Item::Country(_) | Item::Home => None,
        }
    }
}
