//! Maps of countries, regions and the world, with locations on them as precisely as they may be shown.

use super::region::region_name;
use super::{Card, StatusView, Views};
use crate::assets;
use crate::atlas::Code;
use crate::maps::{LocalLand, LocalMap, MapDetail, MapFrame, WorldMap};
use crate::model::{CountryId, Item, LocationId, Point};
use serde::Serialize;

/// A map of a country with its neighbours, of a region or of the world, with locations on it.
#[derive(Debug, Clone, Serialize)]
pub struct LocatorMap {
    /// What of it is shown, as the `viewBox` of an SVG: of the world the part that has marks.
    pub view_box: String,
    /// How wide it is, in its pixels.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// What it shows, in a sentence.
    pub about: String,
    /// The country that it is of, as the data of an SVG path; empty on the map of a region.
    pub own: String,
    /// Areas that the site hatches, as disputed ones.
    pub hatched: String,
    /// The path of a picture of all land, on a map of the world; other maps have none.
    pub picture: Option<String>,
    /// All other land.
    pub others: String,
    /// The names of neighbours.
    pub names: Vec<MapName>,
    /// The locations that may be shown on it.
    pub marks: Vec<MapMark>,
    /// The names of the cities in which those lie.
    pub cities: Vec<MapName>,
    /// Its scale; a map of the world has none that holds everywhere.
    pub scale: Option<MapScale>,
    /// How many of its locations have no mark on it, since no place is known or may be shown.
    pub unplaced: usize,
    /// How many of its locations have no mark, in words.
    pub unplaced_words: Option<String>,
    /// What is to be said on borders and names, from `site.toml`.
    pub note: Option<String>,
}

/// A name on a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapName {
    /// The name.
    pub name: String,
    /// Where it stands, from the left.
    pub x: i32,
    /// Where it stands, from above.
    pub y: i32,
    /// Which of its ends stands there: `start`, `middle` or `end`.
    pub anchor: &'static str,
}

/// A location on a map.
#[derive(Debug, Clone, Serialize)]
pub struct MapMark {
    /// The location's name.
    pub name: String,
    /// The path of its page.
    pub path: String,
    /// Its status now.
    pub status: Option<Card<StatusView>>,
    /// The data of the SVG path that marks it: its status's shape.
    pub shape: &'static str,
    /// The tone of its status.
    pub tone: String,
    /// Where it is, from the left: the middle of the area in which it may be said to lie.
    pub x: i32,
    /// Where it is, from above.
    pub y: i32,
    /// The radius of the area in which it lies; none where it may be shown as a point.
    pub ring: Option<u32>,
    /// Whether the place is known or shown to a region only.
    pub is_vague: bool,
}

/// The scale of a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapScale {
    /// A length, in words: `100 km`.
    pub words: String,
    /// How long that is on the map.
    pub length: u32,
}

/// A place that may be shown no more precisely than this has a ring around it, in metres.
const RING: f64 = 1_000.0;

/// A ring around a place that is shown less precisely is dashed, in metres.
const VAGUE: f64 = 25_000.0;

/// The smallest ring, in pixels: one that is seen around the shape in it.
fn least_ring(detail: MapDetail) -> u32 {
    match detail {
        MapDetail::Fine => 26,
        MapDetail::Small => 52,
    }
}

/// How far apart the shapes of locations stand that would lie on one another, in pixels.
fn apart(detail: MapDetail) -> i32 {
    match detail {
        MapDetail::Fine => 28,
        MapDetail::Small => 56,
    }
}

/// What marks and names are put on.
#[derive(Clone, Copy)]
enum MapGround {
    Local(&'static LocalMap),
    World(&'static WorldMap),
}

impl MapGround {
    fn size(self) -> (u32, u32) {
        match self {
            MapGround::Local(map) => (map.width, map.height),
            MapGround::World(map) => (map.width, map.height),
        }
    }

    fn place(self, point: Point) -> Option<(i32, i32)> {
        match self {
            MapGround::Local(map) => map.place(point.lat, point.lon),
            MapGround::World(map) => Some(map.place(point.lat, point.lon)),
        }
    }

    /// The radius of a ring; on a map of the world only the least is seen.
    fn ring(self, metres: f64, detail: MapDetail) -> u32 {
        let radius = match self {
            MapGround::Local(map) => map.pixels(metres),
            MapGround::World(_) => 0,
        };
        radius.max(least_ring(detail))
    }

    /// All of a country or a region; of the world the part that has marks.
    fn view_box(self, marks: &[PlacedMark]) -> String {
        /// How far from a mark the edge is at least, and how wide the part is at least, in pixels.
        const AROUND: (i32, i32) = (180, 900);
        let (width, height) = (self.size().0 as i32, self.size().1 as i32);
        let MapGround::World(_) = self else { return format!("0\n0\n{width}\n{height}") };
        let places = || marks.iter().map(|placed| placed.at);
        let edges = |of: fn((i32, i32)) -> i32| {
            let low = places().map(of).min().unwrap_or(0) - AROUND.0;
            (low, places().map(of).max().unwrap_or(0) + AROUND.0)
        };
        let ((left, right), (top, bottom)) = (edges(|at| at.0), edges(|at| at.1));
        let wide = (right - left).max((bottom - top) * 2).max(AROUND.1).min(width);
        let high = (wide / 2).min(height);
        let left = (i32::midpoint(left, right) - wide / 2).clamp(0, width - wide);
        let top = (i32::midpoint(top, bottom) - high / 2).clamp(0, height - high);
        format!("{left}\n{top}\n{wide}\n{high}")
    }

    fn lands(self) -> &'static [LocalLand] {
        match self {
            MapGround::Local(map) => &map.lands,
            MapGround::World(_) => &[],
        }
    }
}

impl Views<'_> {
    /// The map of a country with its locations.
    pub(super) fn country_map(&self, id: CountryId) -> Option<LocatorMap> {
        let locations = &self.edition.of_country(id).locations;
        let shown = &locations[..locations.len().min(self.page_size())];
        let map = self.map_of_one(id, shown, MapDetail::Fine);
        Some(map).filter(|map| !map.own.is_empty())
    }

    /// The map of a location in its country; none where its place may not be shown.
    pub(super) fn location_map(&self, id: LocationId) -> Option<LocatorMap> {
        self.map_of(&[id], MapDetail::Fine)
    }

    /// The map of these locations: of their country, of the region that all lie in, or of the world. None where no
    /// place may be shown.
    pub(super) fn map_of(
        &self,
        locations: &[LocationId],
        detail: MapDetail,
    ) -> Option<LocatorMap> {
        let locations = &locations[..locations.len().min(self.page_size())];
        let countries = locations.iter().map(|id| self.edition.location(*id).country);
        let mut countries: Vec<CountryId> = countries.collect();
        countries.sort_unstable();
        countries.dedup();
        let map = match *countries {
            [] => return None,
            [country] => self.map_of_one(country, locations, detail),
            [..] => self.map_of_several(&countries, locations, detail),
        };
        Some(map).filter(|map| !map.marks.is_empty())
    }

    /// The map of locations in several countries.
    fn map_of_several(
        &self,
        countries: &[CountryId],
        locations: &[LocationId],
        detail: MapDetail,
    ) -> LocatorMap {
        let mut regions = countries.iter().map(|id| self.region(*id));
        let region =
            regions.next().filter(|first| regions.all(|region| region == *first));
        let phrases = self.shared.phrases;
        let (ground, of) = match region {
            Some(region) => {
                let map = LocalMap::of(MapFrame::Region(region), detail);
                (MapGround::Local(map), region_name(region, phrases))
            }
            None => {
                (MapGround::World(WorldMap::get()), phrases.countries_and_territories())
            }
        };
        self.map_on(ground, None, of, (locations, detail))
    }

    fn map_of_one(
        &self,
        country: CountryId,
        locations: &[LocationId],
        detail: MapDetail,
    ) -> LocatorMap {
        let code = self.edition.country(country).code;
        let near = LocalMap::of(MapFrame::Country(code), detail);
        let is_far = |id: &LocationId| {
            let point = self.edition.location(*id).published().point;
            point.is_some_and(|point| near.place(point.lat, point.lon).is_none())
        };
        let map = match locations.iter().any(is_far) {
            true => LocalMap::of(MapFrame::Whole(code), detail),
            false => near,
        };
        let of = self.edition.title(Item::Country(country));
        self.map_on(MapGround::Local(map), Some(code), of, (locations, detail))
    }

    fn map_on(
        &self,
        ground: MapGround,
        own: Option<Code>,
        of: &str,
        (locations, detail): (&[LocationId], MapDetail),
    ) -> LocatorMap {
        let marks = self.marks(ground, (locations, detail));
        let taken = marks.iter().map(mark_box).collect();
        let mut room = NameRoom { size: ground.size(), taken };
        let (mut cities, mut names) = (Vec::new(), Vec::new());
        if detail == MapDetail::Fine {
            cities = self.cities(&marks, &mut room);
            names = self.land_names(ground.lands(), own, &mut room);
        }
        let is_hatched = |land: &&LocalLand| {
            let own = land.code.and_then(|code| self.config().territories.get(&code));
            own.is_some_and(|own| own.hatched)
        };
        let is_own = |land: &&LocalLand| own.is_some() && land.code == own;
        let paths = |keep: &dyn Fn(&&LocalLand) -> bool| -> String {
            ground.lands().iter().filter(keep).map(|land| &*land.path).collect()
        };
        let phrases = self.shared.phrases;
        let unplaced = locations.len() - marks.len();
        let (scale, picture) = match ground {
            MapGround::Local(map) => (Some(self.scale(map)), None),
            MapGround::World(_) => (None, Some(self.path(assets::land_path(), None))),
        };
        LocatorMap {
            view_box: ground.view_box(&marks),
            width: ground.size().0,
            height: ground.size().1,
            about: match marks.len() {
                0 => phrases.map_of(of),
                n => phrases.map_with(of, &phrases.locations_counted(n)),
            },
            own: paths(&is_own),
            hatched: paths(&is_hatched),
            others: paths(&|land| !is_own(land)),
            picture,
            names,
            cities,
            scale,
            unplaced,
            unplaced_words: (unplaced > 0).then(|| phrases.not_on_map(unplaced)),
            note: self.config().borders_note.clone(),
            marks: marks.into_iter().map(|placed| placed.mark).collect(),
        }
    }

    fn scale(&self, map: &LocalMap) -> MapScale {
        let (phrases, bar) = (self.shared.phrases, map.scale_bar());
        let words = phrases.kilometres(&phrases.number(bar.km.into()));
        MapScale { words, length: bar.length }
    }

    /// The locations that are on the map, those in one place side by side.
    fn marks(
        &self,
        ground: MapGround,
        (locations, detail): (&[LocationId], MapDetail),
    ) -> Vec<PlacedMark> {
        let mut marks: Vec<PlacedMark> = Vec::new();
        let apart = apart(detail);
        for id in locations {
            let location = self.edition.location(*id);
            let place = location.published();
            let Some(at) = place.point.and_then(|point| ground.place(point)) else {
                continue;
            };
            // Where its shape would lie on another it stands beside that.
            let is_on = |one: i32, other: i32| (one - other).abs() < apart * 3 / 4;
            let is_near =
                |other: &&PlacedMark| is_on(other.at.0, at.0) && is_on(other.at.1, at.1);
            let near = marks.iter().find(is_near).map(|first| first.at);
            let beside = marks.iter().filter(|other| Some(other.at) == near).count();
            let at = near.unwrap_or(at);
            // A place whose precision nobody gave counts as known to the city.
            let metres = place.precision.unwrap_or(10_000.0);
            let status = location.status.as_ref();
            let status = status.map(|word| self.shared.status_words.get(word));
            let plain = self.shared.status_words.plain();
            let shown = status.as_ref().unwrap_or(&plain);
            let has_ring = metres >= RING && beside == 0;
            let mark = MapMark {
                name: self.edition.title(Item::Location(*id)).to_owned(),
                path: self.path(&location.names.address, None),
                shape: shown.shape,
                tone: shown.tone.clone(),
                x: at.0 + beside as i32 * apart,
                y: at.1,
                ring: has_ring.then(|| ground.ring(metres, detail)),
                is_vague: metres >= VAGUE,
                status,
            };
            marks.push(PlacedMark { id: *id, at, mark });
        }
        marks
    }

    /// The names of the cities that have marks, each once, where there is room for it.
    fn cities(&self, marks: &[PlacedMark], room: &mut NameRoom) -> Vec<MapName> {
        let mut names: Vec<MapName> = Vec::new();
        for placed in marks.iter().filter(|placed| placed.mark.x == placed.at.0) {
            let Some(city) = self.edition.location(placed.id).published().city else {
                continue;
            };
            if names.iter().any(|name| name.name == city) {
                continue;
            }
            let beside = marks.iter().filter(|other| other.at == placed.at).count();
            let wide = (beside as i32 - 1) * apart(MapDetail::Fine);
            names.extend(room.beside(city, placed, wide));
        }
        names
    }

    /// The names of the lands around, the largest first, where there is room.
    fn land_names(
        &self,
        lands: &[LocalLand],
        own: Option<Code>,
        room: &mut NameRoom,
    ) -> Vec<MapName> {
        let others = lands.iter().filter(|land| own.is_none() || land.code != own);
        let named = others.filter_map(|land| Some((land, land.code?)));
        let mut names = Vec::new();
        for (land, code) in named {
            let name = self.edition.title(Item::Country(CountryId::from(code)));
            names.extend(room.inside(name, land));
        }
        names
    }
}

/// A mark with the location that it is of, and where that is.
struct PlacedMark {
    id: LocationId,
    at: (i32, i32),
    mark: MapMark,
}

/// A box on a map: left, upper, right and lower edge.
type Edges = [i32; 4];

/// So many pixels of a map's 1,280 a letter of a name is wide in the widest of the usual faces (DejaVu Sans), and a name is high.
const LETTER: (i32, i32) = (19, 34);

/// How far from the middle of a mark a name stands, in pixels.
const ASIDE: i32 = 22;

/// How far below the middle of a mark the foot of a name is, in pixels.
const FOOT: i32 = 9;

fn mark_box(placed: &PlacedMark) -> Edges {
    let MapMark { x, y, .. } = placed.mark;
    [x - 16, y - 16, x + 16, y + 16]
}

/// What of a map has names and marks on it.
struct NameRoom {
    /// How wide and how high the map is.
    size: (u32, u32),
    taken: Vec<Edges>,
}

impl NameRoom {
    /// A name beside a mark, behind it or before it; none where it would lie on something else.
    fn beside(&mut self, name: &str, placed: &PlacedMark, wide: i32) -> Option<MapName> {
        let (x, y) = placed.at;
        let length = length_of(name);
        let high = [y - LETTER.1 / 2, y + LETTER.1 / 2];
        let (behind, before) = (x + wide + ASIDE, x - ASIDE);
        let start = [behind, high[0], behind + length, high[1]];
        let end = [before - length, high[0], before, high[1]];
        let is_start = self.is_free(start);
        if !is_start && !self.is_free(end) {
            return None;
        }
        self.taken.push(if is_start { start } else { end });
        let (x, anchor) = if is_start { (behind, "start") } else { (before, "end") };
        Some(MapName { name: name.to_owned(), x, y: y + FOOT, anchor })
    }

    /// A name in the middle of a land, if it is wide enough for it.
    fn inside(&mut self, name: &str, land: &LocalLand) -> Option<MapName> {
        let length = length_of(name);
        let (x, y) = land.name_at;
        // A land at the edge of the map has its name beside the edge.
        let last = self.size.0 as i32 - length / 2;
        let x = x.min(last).max(length / 2);
        let edges = [x - length / 2, y - LETTER.1 / 2, x + length / 2, y + LETTER.1 / 2];
        // A name may reach a little over the border.
        let is_wide = land.name_width as i32 * 2 >= length;
        if !is_wide || !self.is_free(edges) {
            return None;
        }
        self.taken.push(edges);
        Some(MapName { name: name.to_owned(), x, y: y + FOOT, anchor: "middle" })
    }

    fn is_free(&self, edges: Edges) -> bool {
        let (width, height) = (self.size.0 as i32, self.size.1 as i32);
        let overlaps = |other: &Edges| {
            edges[0] < other[2]
                && other[0] < edges[2]
                && edges[1] < other[3]
                && other[1] < edges[3]
        };
        let is_inside =
            edges[0] >= 0 && edges[2] <= width && edges[1] >= 0 && edges[3] <= height;
        is_inside && !self.taken.iter().any(overlaps)
    }
}

fn length_of(name: &str) -> i32 {
    name.chars().count() as i32 * LETTER.0
}
