//! What a text shows in place: cards, dated facts in their order, and maps.

use super::article::span;
use super::{
    Card, ClaimCard, EventView, LinkView, LocationCard, LocatorMap, Part, SourceCard,
    StatusChange, View, Views, WorldMapView,
};
use crate::maps::MapDetail;
use crate::model::{ClaimId, Embed, Item, LocationId, SourceId};
use serde::Serialize;

/// What an embed knows of the page it stands on, as the variable `page`.
#[derive(Debug, Clone, Serialize)]
pub struct EmbedHead {
    /// The way from the page to the site's root, to be written before every `path`.
    pub root: String,
}

/// `embeds/claim.html`: a claim, shown in a text.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimEmbed {
    /// The page it stands on.
    pub page: EmbedHead,
    /// What the writer put above it: the words behind `|`.
    pub title: Option<String>,
    /// The claim.
    pub claim: Card<ClaimCard>,
}

impl View for ClaimEmbed {
    const TEMPLATE: &'static str = "embeds/claim.html";
}

/// `embeds/source.html`: a source, shown in a text.
#[derive(Debug, Clone, Serialize)]
pub struct SourceEmbed {
    /// The page it stands on.
    pub page: EmbedHead,
    /// What the writer put above it: the words behind `|`.
    pub title: Option<String>,
    /// The source.
    pub source: Card<SourceCard>,
}

impl View for SourceEmbed {
    const TEMPLATE: &'static str = "embeds/source.html";
}

/// `embeds/location.html`: a location, shown in a text.
#[derive(Debug, Clone, Serialize)]
pub struct LocationEmbed {
    /// The page it stands on.
    pub page: EmbedHead,
    /// What the writer put above it: the words behind `|`.
    pub title: Option<String>,
    /// The location.
    pub location: Card<LocationCard>,
    /// Its statuses, oldest first.
    pub history: Vec<StatusChange>,
    /// The first and the last day of its dated facts, in words: `2019 – June 2023`.
    pub span: Option<String>,
}

impl View for LocationEmbed {
    const TEMPLATE: &'static str = "embeds/location.html";
}

/// `embeds/timeline.html`: the dated facts of an item, shown in a text.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineEmbed {
    /// The page it stands on.
    pub page: EmbedHead,
    /// What the writer put above it: the words behind `|`.
    pub title: Option<String>,
    /// Whose dated facts these are.
    pub of: Card<LinkView>,
    /// The dated facts, oldest first.
    pub events: Part<EventView>,
}

impl View for TimelineEmbed {
    const TEMPLATE: &'static str = "embeds/timeline.html";
}

/// `embeds/map.html`: a map with its locations, shown in a text.
#[derive(Debug, Clone, Serialize)]
pub struct MapEmbed {
    /// The page it stands on.
    pub page: EmbedHead,
    /// What the writer put below it: the words behind `|`.
    pub title: Option<String>,
    /// The map; none where the place of no location may be shown.
    pub map: Option<LocatorMap>,
    /// The locations on it.
    pub locations: Part<Card<LocationCard>>,
}

impl View for MapEmbed {
    const TEMPLATE: &'static str = "embeds/map.html";
}

/// `embeds/world.html`: the map of the world, shown in a text.
#[derive(Debug, Clone, Serialize)]
pub struct WorldEmbed {
    /// The page it stands on.
    pub page: EmbedHead,
    /// What the writer put above it: the words behind `|`.
    pub title: Option<String>,
    /// The map; none where the site tells of no country.
    pub map: Option<Card<WorldMapView>>,
}

impl View for WorldEmbed {
    const TEMPLATE: &'static str = "embeds/world.html";
}

impl Views<'_> {
    /// The map of a country, of a location, or of the locations of another item, in the text of `on`.
    pub fn map_embed(&self, on: Item, embed: &Embed, of: Item) -> MapEmbed {
        let edition = self.edition;
        let locations: &[LocationId] = match of {
            Item::Country(id) => &edition.of_country(id).locations,
            Item::Article(id) => &edition.article(id).locations,
            Item::Location(ref id) => std::slice::from_ref(id),
            Item::Entity(id) => {
                edition.named(id).map_or(&[], |named| &edition.of_entity(named).locations)
            }
            _ => &[],
        };
        let mut shown = self.places_embed(on, embed, locations);
        if let Item::Country(id) = of {
            shown.map = self.country_map(id);
        }
        if shown.locations.total > shown.locations.items.len() {
            let all = self.shared.phrases.all().to_owned();
            let path = self.link(of).path.clone();
            shown.locations.more = Some(Card::new(LinkView::new(all, path)));
        }
        shown
    }

    /// A map of these locations in the text of `on`.
    pub fn places_embed(&self, on: Item, embed: &Embed, ids: &[LocationId]) -> MapEmbed {
        let shown: Vec<LocationId> = ids
            .iter()
            .copied()
            .filter(|id| self.edition.is_shown(Item::Location(*id)))
            .take(self.page_size())
            .collect();
        MapEmbed {
            page: self.embed_head(on),
            title: embed.label.clone(),
            map: self.map_of(&shown, MapDetail::Fine),
            locations: Part {
                items: self.location_cards(&shown),
                total: ids.len(),
                more: None,
            },
        }
    }

    /// The map of the world in the text of `on`.
    pub fn world_embed(&self, on: Item, embed: &Embed) -> WorldEmbed {
        WorldEmbed {
            page: self.embed_head(on),
            title: embed.label.clone(),
            // The home page has the map of its own.
            map: self.world_map().filter(|_| on != Item::Home),
        }
    }

    /// The card of a claim in the text of `on`.
    pub fn claim_embed(&self, on: Item, embed: &Embed, id: ClaimId) -> ClaimEmbed {
        ClaimEmbed {
            page: self.embed_head(on),
            title: embed.label.clone(),
            claim: Card::new(self.claim_card_view(id)),
        }
    }

    /// The card of a source in the text of `on`.
    pub fn source_embed(&self, on: Item, embed: &Embed, id: SourceId) -> SourceEmbed {
        SourceEmbed {
            page: self.embed_head(on),
            title: embed.label.clone(),
            source: self.source_card(id),
        }
    }

    /// The card of a location in the text of `on`.
    pub fn location_embed(
        &self,
        on: Item,
        embed: &Embed,
        id: LocationId,
    ) -> LocationEmbed {
        let location = self.edition.location(id);
        let events = self.edition.events_of(Item::Location(id));
        let events: Vec<EventView> =
            events.iter().map(|event| self.event_view(*event, None)).collect();
        LocationEmbed {
            page: self.embed_head(on),
            title: embed.label.clone(),
            location: Card::new(self.location_card_view(id)),
            history: location.history.iter().map(|one| self.status_change(one)).collect(),
            span: span(&events, self.shared.phrases),
        }
    }

    /// The dated facts of `of` in the text of `on`; the first of them where they are many.
    pub fn timeline_embed(&self, on: Item, embed: &Embed, of: Item) -> TimelineEmbed {
        let events = self.edition.events_of(of);
        let (total, size) = (events.len(), self.page_size());
        let all = LinkView::new(
            self.shared.phrases.all().to_owned(),
            self.link(of).path.clone(),
        );
        let shown = events.iter().take(size);
        TimelineEmbed {
            page: self.embed_head(on),
            title: embed.label.clone(),
            of: self.link(of),
            events: Part {
                items: shown.map(|id| self.event_view(*id, Some(on))).collect(),
                total,
                more: (total > size).then(|| Card::new(all)),
            },
        }
    }

    fn embed_head(&self, on: Item) -> EmbedHead {
        let depth = self.edition.address(on).as_str().matches('/').count();
        EmbedHead { root: "../".repeat(depth) }
    }
}
