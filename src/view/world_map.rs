//! The map of the world, with the territories that the site tells of.

use super::region::region_name;
use super::{Card, StatusView, Views};
use crate::assets;
use crate::atlas::Region;
use crate::maps::WorldMap;
use crate::model::{CountryId, Item};
use crate::routes::OwnPage;
use serde::Serialize;

/// The map of the world: a picture of all land, over which the territories that the site tells of are links.
#[derive(Debug, Clone, Serialize)]
pub struct WorldMapView {
    /// What of the picture is shown, as the `viewBox` of an SVG: without the empty sea at both sides.
    pub view_box: String,
    /// How wide the picture of all land is, in its pixels.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// The path of the picture of all land.
    pub picture: String,
    /// What it shows, in a sentence.
    pub about: String,
    /// The territories that the site tells of, by region and name.
    pub regions: Vec<MapRegion>,
    /// What the fillings mean: each official response, with how many territories have it.
    pub key: Vec<MapKey>,
    /// How many territories have no official response in their record.
    pub without_response: usize,
    /// What is to be said on borders and names, from `site.toml`.
    pub note: Option<String>,
}

/// The territories of one region of the world on a map.
#[derive(Debug, Clone, Serialize)]
pub struct MapRegion {
    /// Its name: `Europe`.
    pub name: String,
    /// Its place in the index of countries and territories.
    pub path: String,
    /// Its territories.
    pub areas: Vec<MapArea>,
}

/// A territory on the map of the world.
#[derive(Debug, Clone, Serialize)]
pub struct MapArea {
    /// Its name.
    pub name: String,
    /// Its ISO 3166-1 code in capitals: `IE`.
    pub code: &'static str,
    /// The path of its page.
    pub path: String,
    /// Its name and what is known of it, in short: `Spain: 9 locations; Investigation`.
    pub words: String,
    /// How its authorities answered.
    pub response: Option<Card<StatusView>>,
    /// How it is filled: [`StatusView::pattern`] of the response, or `none`.
    pub pattern: String,
    /// Its outline as the data of an SVG path; none where it is so small that it is a dot.
    pub outline: Option<&'static str>,
    /// The middle of it, from the left.
    pub x: i32,
    /// The middle of it, from above.
    pub y: i32,
    /// Whether its name stands to the left of its dot, so that it does not lie on another's.
    pub is_named_before: bool,
    /// Whether the site hatches it, as a disputed area.
    pub is_hatched: bool,
}

/// What a filling of the map means.
#[derive(Debug, Clone, Serialize)]
pub struct MapKey {
    /// The official response.
    pub response: Card<StatusView>,
    /// How many territories have it.
    pub count: usize,
}

impl Views<'_> {
    /// The map of the world; nothing where the site tells of no country.
    pub(super) fn world_map(&self) -> Option<Card<WorldMapView>> {
        if self.edition.countries().is_empty() {
            return None;
        }
        let make = || self.world_map_view();
        Some(self.shared.world_map.card(0, self.edition, make).clone())
    }

    fn world_map_view(&self) -> WorldMapView {
        let (all, map) = (self.edition.countries(), WorldMap::get());
        let region = |region: Region| MapRegion {
            name: region_name(region, self.shared.phrases).to_owned(),
            path: self.path(&OwnPage::Countries.address(), Some(region.slug())),
            areas: all
                .iter()
                .filter(|id| self.region(**id) == region)
                .map(|id| self.map_area(*id))
                .collect(),
        };
        let mut regions: Vec<MapRegion> = Region::ALL.map(region).into();
        regions.retain(|region| !region.areas.is_empty());
        turn_names(&mut regions);
        let areas = || regions.iter().flat_map(|region| &region.areas);
        let phrases = self.shared.phrases;
        let (countries, locations) = (all.len(), self.edition.locations().len());
        let countries = phrases.countries_counted(countries);
        WorldMapView {
            view_box: view_box(areas()),
            width: map.width,
            height: map.height,
            picture: self.path(assets::land_path(), None),
            about: match locations {
                0 => phrases.map_of_countries(&countries),
                n => phrases.map_of_locations(&phrases.locations_counted(n), &countries),
            },
            key: self.map_key(areas()),
            without_response: areas().filter(|area| area.response.is_none()).count(),
            note: self.config().borders_note.clone(),
            regions,
        }
    }

    fn map_area(&self, id: CountryId) -> MapArea {
        let country = self.edition.country(id);
        let drawn = WorldMap::get().territory(country.code);
        let stance = country.response.as_ref().map(|response| &response.stance);
        let response = stance.map(|word| self.shared.answers.get(word));
        let own = self.config().territories.get(&country.code);
        let locations = self.edition.of_country(id).locations.len();
        let phrases = self.shared.phrases;
        let counted = (locations > 0).then(|| phrases.locations_counted(locations));
        let answer = response.as_ref().map(|response| response.label.clone());
        let known: Vec<String> = counted.into_iter().chain(answer).collect();
        MapArea {
            words: match &*known.join("; ") {
                "" => country.name.clone(),
                known => phrases.map_area(&country.name, known),
            },
            name: country.name.clone(),
            code: country.code.upper(),
            path: self.path(self.edition.address(Item::Country(id)), None),
            pattern: response
                .as_ref()
                .map_or("none", |response| &response.pattern)
                .to_owned(),
            response,
            outline: (!drawn.is_dot).then_some(&drawn.path),
            x: drawn.middle.0,
            y: drawn.middle.1,
            is_named_before: false,
            is_hatched: own.is_some_and(|own| own.hatched),
        }
    }

    /// The responses that are on the map, in the order of the site's vocabulary.
    fn map_key<'a>(&self, areas: impl Iterator<Item = &'a MapArea>) -> Vec<MapKey> {
        let mut key: Vec<MapKey> = Vec::new();
        for response in areas.filter_map(|area| area.response.as_ref()) {
            match key.iter_mut().find(|known| known.response.slug == response.slug) {
                Some(known) => known.count += 1,
                None => key.push(MapKey { response: response.clone(), count: 1 }),
            }
        }
        let terms = self.config().responses.terms();
        let place = |key: &MapKey| {
            terms
                .iter()
                .position(|term| term.word == key.response.slug)
                .unwrap_or(terms.len())
        };
        key.sort_by(|one, other| {
            place(one)
                .cmp(&place(other))
                .then(one.response.slug.cmp(&other.response.slug))
        });
        key
    }
}

/// The edges of the land to the left and to the right, with some room.
const LAND: (i32, i32) = (205, 1880);

/// What of the map is shown: all land, and dots beyond it with their names.
fn view_box<'a>(areas: impl Iterator<Item = &'a MapArea>) -> String {
    let dots = areas.filter(|area| area.outline.is_none());
    let (left, right) = dots.fold(LAND, |(left, right), dot| {
        let length = dot.name.chars().count() as i32 * LETTER.0 + 30;
        let (before, behind) =
            if dot.is_named_before { (length, 20) } else { (20, length) };
        (left.min(dot.x - before), right.max(dot.x + behind))
    });
    format!("{left}\n0\n{}\n{}", right - left, WorldMap::get().height)
}

/// So many pixels of the map's 2,000 a letter of a name is wide, and a name is high.
const LETTER: (i32, i32) = (14, 30);

/// Turns names of dots to the other side where they would lie on another dot or its name, or leave the map.
fn turn_names(regions: &mut [MapRegion]) {
    let width = WorldMap::get().width as i32;
    let mut taken: Vec<[i32; 4]> = Vec::new();
    let dots = regions.iter_mut().flat_map(|region| &mut region.areas);
    for area in dots.filter(|area| area.outline.is_none()) {
        let length = area.name.chars().count() as i32 * LETTER.0;
        let high = [area.y - LETTER.1 / 2, area.y + LETTER.1 / 2];
        let behind = [area.x, high[0], area.x + length, high[1]];
        let before = [area.x - length, high[0], area.x, high[1]];
        let is_free = |box_: &[i32; 4]| {
            let overlaps = |other: &[i32; 4]| {
                box_[0] < other[2]
                    && other[0] < box_[2]
                    && box_[1] < other[3]
                    && other[1] < box_[3]
            };
            box_[2] <= width && box_[0] >= 0 && !taken.iter().any(overlaps)
        };
        area.is_named_before = !is_free(&behind) && is_free(&before);
        taken.push(if area.is_named_before { before } else { behind });
    }
}
