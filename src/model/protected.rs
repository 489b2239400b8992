//! What of a site no reader may learn, and what readers are told.

use super::nouns::{Entity, EntityId, Item, Location, Noun, Point, Source, SourceId};
use super::secret::{Protected, ProtectedPoint, SecretKind};
use super::site::Site;
use crate::content::{Id, Kind};
use crate::files::Span;

/// Where a location is, if that may not be told so finely as it is known.
fn protected_point(location: &Location) -> Option<ProtectedPoint> {
    let recorded = &location.recorded;
    let (point, publish) = (recorded.point?, recorded.publish?);
    Some(ProtectedPoint {
        of: location.names.id.clone(),
        place: location.place,
        point,
        published: recorded.published().point,
        metres: publish.metres(),
    })
}

/// Takes down the values of one record.
pub(super) struct SecretList<'l> {
    of: Option<(Kind, Id)>,
    place: Span,
    list: &'l mut Vec<Protected>,
}

impl<'l> SecretList<'l> {
    /// Of the record that is called so and stands there.
    pub(super) fn of(
        of: Option<(Kind, Id)>,
        place: Span,
        list: &'l mut Vec<Protected>,
    ) -> Self {
        SecretList { of, place, list }
    }

    pub(super) fn add<'w>(
        &mut self,
        what: SecretKind,
        words: impl IntoIterator<Item = &'w str>,
    ) {
        let (of, place) = (&self.of, self.place);
        let words = words.into_iter().filter(|words| !words.trim().is_empty());
        self.list.extend(words.map(|words| Protected {
            what,
            of: of.clone(),
            place,
            words: words.to_owned(),
        }));
    }

    /// All that tells which source it is.
    pub(super) fn source(&mut self, source: &Source) {
        let title = source.title.iter();
        let title = title.flat_map(|it| [Some(&it.original), it.english.as_ref()]);
        self.add(SecretKind::SourceTitle, title.flatten().map(String::as_str));
        self.add(SecretKind::SourceAuthor, source.by.iter().map(String::as_str));
        let urls = source.url.iter().chain(source.web_copies());
        self.add(SecretKind::SourceAddress, urls.map(|url| url.as_str()));
        let ids = [source.names.id.as_str(), source.names.first.as_str()];
        self.add(SecretKind::SourceKey, ids);
        self.add(SecretKind::SourceKey, source.sha256.as_deref());
        let old = source.names.redirects.iter();
        self.add(SecretKind::SourceKey, old.map(|path| stem(path.as_str())));
    }

    /// What somebody is called.
    pub(super) fn entity(&mut self, entity: &Entity) {
        self.add(SecretKind::Name, entity.all_names());
    }
}

/// A path without the ending of a page.
pub(super) fn stem(path: &str) -> &str {
    let stem = path.strip_suffix("/index.html").or(path.strip_suffix(".html"));
    stem.unwrap_or(path)
}

impl Site {
    /// What of the site no reader may learn: of confidential sources, of those who may not be named, of `private`.
    pub fn protected(&self) -> Vec<Protected> {
        let mut list = self.private.clone();
        for (n, entity) in self.entities.iter().enumerate() {
            let item = Item::Entity(EntityId(n as u32));
            if !self.shows(item) {
                let of = Some((Kind::Entity, entity.names.id.clone()));
                SecretList::of(of, entity.place, &mut list).entity(entity);
            }
        }
        for (n, source) in self.sources.iter().enumerate() {
            let item = Item::Source(SourceId(n as u32));
            if !self.shows(item) {
                let of = Some((Kind::Source, source.names.id.clone()));
                SecretList::of(of, source.place, &mut list).source(source);
            }
        }
        list
    }

    /// Where locations are of which less may be told than is known.
    pub fn protected_points(&self) -> Vec<ProtectedPoint> {
        self.locations.iter().filter_map(protected_point).collect()
    }

    /// What those are called who may be named. A name that is the same as one of these can't be kept from readers.
    pub fn open_names(&self) -> impl Iterator<Item = &str> {
        let entities = self.entities.iter().filter(|it| it.is_named());
        entities.flat_map(Entity::all_names)
    }

    /// Who is named as an author or as the maker of a source.
    pub fn open_makers(&self) -> impl Iterator<Item = &str> {
        let sources = self.sources.iter().filter(|source| source.is_shown());
        let makers = sources.flat_map(|source| {
            let by = source.by.iter().chain(&source.container);
            by.chain(&source.publisher).map(String::as_str)
        });
        makers.chain(self.authors.iter().map(|author| author.name.as_str()))
    }

    /// What readers are told that something is called, where it is to be found, and what happened. A title that
    /// is the same as one of these can't be kept from them.
    pub fn open_titles(&self) -> impl Iterator<Item = &str> {
        let items = self.items().filter(|item| self.shows(*item));
        let titles = items.map(|item| self.title(item));
        let sources = self.sources.iter().filter(|source| source.is_shown());
        let made = sources.flat_map(|source| {
            let english = source.title.as_ref().and_then(|it| it.english.as_deref());
            let url = source.url.iter().chain(source.web_copies());
            english.into_iter().chain(url.map(|url| url.as_str()))
        });
        let places = self.locations.iter().flat_map(|location| {
            let place = location.published();
            [place.city, place.area].into_iter().flatten()
        });
        let tags = self.tags.iter().map(|tag| tag.name.as_str());
        let events = self.events.iter().map(|event| event.text.as_str());
        let countries = self.countries.iter().map(|country| country.name.as_str());
        titles.chain(made).chain(places).chain(tags).chain(events).chain(countries)
    }

    /// The ids of what is shown, and where its pages are, without the ending.
    pub fn open_ids(&self) -> impl Iterator<Item = &str> {
        let items = self.items().filter(|item| self.shows(*item));
        let names = items.filter_map(|item| self.names(item));
        names.flat_map(|names| {
            let ids = [names.id.as_str(), names.first.as_str()];
            let pages = names.redirects.iter().chain([&names.address]);
            ids.into_iter().chain(pages.map(|path| stem(path.as_str())))
        })
    }

    /// The points that are published.
    pub fn open_points(&self) -> impl Iterator<Item = Point> {
        self.locations.iter().filter_map(|location| location.published().point)
    }
}
