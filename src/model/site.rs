//! The site: all that is published, every reference resolved.

use super::flaws::Flaws;
use super::nouns::{
    Article, ArticleId, Author, AuthorId, Claim, ClaimId, Correction, Country, CountryId,
    Entity, EntityId, Event, EventId, Home, Item, Link, Location, LocationId, Media,
    MediaId, Names, Page, PageId, Prose, Source, SourceId, Tag, TagId,
};
use std::ops::Index;

/// All that is published, and confidential sources and entities that may not be named besides. It never changes
/// once [`super::resolve`] has made it; what may be shown of these is [`super::Edition`]'s to say. What is held
/// back has no part in it.
#[derive(Debug, Default)]
pub struct Site {
    /// The home page.
    pub home: Home,
    /// Articles, by id.
    pub articles: Vec<Article>,
    /// Countries and territories that something refers to, by code.
    pub countries: Vec<Country>,
    /// Locations, by id.
    pub locations: Vec<Location>,
    /// Sources, by id.
    pub sources: Vec<Source>,
    /// Dated facts, by date.
    pub events: Vec<Event>,
    /// Entities, by id.
    pub entities: Vec<Entity>,
    /// Claims, by id.
    pub claims: Vec<Claim>,
    /// Free pages, by id.
    pub pages: Vec<Page>,
    /// Images and documents, by path.
    pub media: Vec<Media>,
    /// Authors, by name.
    pub authors: Vec<Author>,
    /// Tags, by address.
    pub tags: Vec<Tag>,
    /// Records of registries and files of their own that nothing refers to but what is held back: they are
    /// ahead of it.
    pub ahead: Vec<Item>,
    /// Where it is not whole; a site that is known from the last build is.
    pub flaws: Flaws,
}

macro_rules! indexed {
    ($($id:ident => $list:ident: $noun:ident,)*) => {$(
        impl Index<$id> for Site {
            type Output = $noun;

            fn index(&self, id: $id) -> &$noun {
                &self.$list[id.index()]
            }
        }
    )*};
}

indexed! {
    ArticleId => articles: Article,
    CountryId => countries: Country,
    LocationId => locations: Location,
    SourceId => sources: Source,
    EventId => events: Event,
    EntityId => entities: Entity,
    ClaimId => claims: Claim,
    PageId => pages: Page,
    MediaId => media: Media,
    AuthorId => authors: Author,
    TagId => tags: Tag,
}

impl Site {
    /// Every item that can be referred to, by kind and then by id.
    pub fn items(&self) -> impl Iterator<Item = Item> + '_ {
        let n = |len: usize| 0..len as u32;
        std::iter::once(Item::Home)
            .chain(n(self.articles.len()).map(|i| Item::Article(ArticleId(i))))
            .chain(n(self.countries.len()).map(|i| Item::Country(CountryId(i))))
            .chain(n(self.locations.len()).map(|i| Item::Location(LocationId(i))))
            .chain(n(self.entities.len()).map(|i| Item::Entity(EntityId(i))))
            .chain(n(self.claims.len()).map(|i| Item::Claim(ClaimId(i))))
            .chain(n(self.pages.len()).map(|i| Item::Page(PageId(i))))
            .chain(n(self.sources.len()).map(|i| Item::Source(SourceId(i))))
    }

    /// The place of an item among [`Site::items`], from 0.
    pub(in crate::model) fn number(&self, item: Item) -> usize {
        let articles = 1;
        let countries = articles + self.articles.len();
        let locations = countries + self.countries.len();
        let entities = locations + self.locations.len();
        let claims = entities + self.entities.len();
        let pages = claims + self.claims.len();
        let sources = pages + self.pages.len();
        match item {
            Item::Home => 0,
            Item::Article(id) => articles + id.index(),
            Item::Country(id) => countries + id.index(),
            Item::Location(id) => locations + id.index(),
            Item::Entity(id) => entities + id.index(),
            Item::Claim(id) => claims + id.index(),
            Item::Page(id) => pages + id.index(),
            Item::Source(id) => sources + id.index(),
        }
    }

    /// Whether an item is shown. Of a confidential source nothing is but a label, of an entity that may not be named
    /// nothing at all.
    pub(in crate::model) fn shows(&self, item: Item) -> bool {
        match item {
            Item::Source(id) => !self[id].is_confidential(),
            Item::Entity(id) => self[id].is_named(),
            _ => true,
        }
    }

    /// The text of an item, if it has one.
    pub fn prose(&self, item: Item) -> Option<&Prose> {
        match item {
            Item::Article(id) => self[id].prose.as_ref(),
            Item::Country(id) => self[id].prose.as_ref(),
            Item::Location(id) => self[id].prose.as_ref(),
            Item::Source(id) => self[id].prose.as_ref(),
            Item::Entity(id) => self[id].prose.as_ref(),
            Item::Claim(id) => self[id].prose.as_ref(),
            Item::Page(id) => self[id].prose.as_ref(),
            Item::Home => self.home.prose.as_ref(),
        }
    }

    /// The media that something shown refers to, each once and in order: nothing is published by lying in a
    /// folder.
    pub(in crate::model) fn media_in_use(&self) -> Vec<MediaId> {
        let mut media = Vec::new();
        for item in self.items().filter(|item| self.shows(*item)) {
            let picture = match item {
                Item::Article(id) => self[id].picture.as_ref(),
                Item::Country(id) => self[id].picture.as_ref(),
                Item::Page(id) => self[id].picture.as_ref(),
                _ => None,
            };
            media.extend(picture.map(|picture| picture.media));
            let links = self.prose(item).into_iter().flat_map(|prose| &prose.links);
            media.extend(links.filter_map(|link| match link {
                Link::Media(id) => Some(*id),
                _ => None,
            }));
        }
        media.sort_unstable();
        media.dedup();
        media
    }

    /// The sources of an item's front matter, in order: `[@1]` is the first.
    pub fn listed_sources(&self, item: Item) -> &[SourceId] {
        match item {
            Item::Article(id) => &self[id].sources,
            Item::Country(id) => &self[id].sources,
            Item::Location(id) => &self[id].sources,
            Item::Source(id) => &self[id].based_on,
            Item::Entity(id) => &self[id].sources,
            Item::Claim(id) => &self[id].sources,
            Item::Page(id) => &self[id].sources,
            Item::Home => &self.home.sources,
        }
    }

    /// The sources that an item's text cites, once for each citation.
    pub fn cited(&self, item: Item) -> impl Iterator<Item = SourceId> + '_ {
        let links = self.prose(item).into_iter().flat_map(|prose| &prose.links);
        let cited = links.filter_map(|link| match link {
            Link::Cite(sources) => Some(sources.iter().copied()),
            _ => None,
        });
        cited.flatten()
    }

    /// The corrections of an item, newest first; only articles and claims have any.
    pub fn corrections(&self, item: Item) -> &[Correction] {
        match item {
            Item::Article(id) => &self[id].corrections,
            Item::Claim(id) => &self[id].corrections,
            _ => &[],
        }
    }

    /// The id and addresses of an item; the home page has none to be referred to by.
    pub fn names(&self, item: Item) -> Option<&Names> {
        match item {
            Item::Article(id) => Some(&self[id].names),
            Item::Country(id) => Some(&self[id].names),
            Item::Location(id) => Some(&self[id].names),
            Item::Source(id) => Some(&self[id].names),
            Item::Entity(id) => Some(&self[id].names),
            Item::Claim(id) => Some(&self[id].names),
            Item::Page(id) => Some(&self[id].names),
            Item::Home => None,
        }
    }

    /// What an item is called; of a location, what readers may call it.
    pub fn title(&self, item: Item) -> &str {
        match item {
            Item::Article(id) => &self[id].title,
            Item::Country(id) => &self[id].name,
            Item::Location(id) => self[id].recorded.published_name(),
            Item::Source(id) => self[id].label().title,
            Item::Entity(id) => &self[id].name,
            Item::Claim(id) => &self[id].text,
            Item::Page(id) => &self[id].title,
            Item::Home => self.home.title.as_deref().unwrap_or_default(),
        }
    }
}
