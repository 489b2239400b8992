//! A map of a part of the world.

use super::frame::{MapFrame, Plane, WIDTH};
use super::line::{Spot, area_of, clipped, holds, path, simplified};
use super::projection::angle;
use crate::atlas::{
    BorderScale, Code, Frontiers, Land, LandOutline, LineRef, Region, all,
};
use std::sync::OnceLock;

/// How finely a map is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapDetail {
    /// For the width of a text.
    Fine,
    /// For a narrow column.
    Small,
}

impl MapDetail {
    /// A bend of a smaller area is drawn straight, in square pixels.
    fn bend(self) -> f64 {
        match self {
            MapDetail::Fine => 10.0,
            MapDetail::Small => 120.0,
        }
    }

    /// An island that is smaller is not drawn, in square pixels, unless it is its country's largest.
    fn island(self) -> f64 {
        self.bend() * 3.0
    }
}

/// Land is drawn so far beyond the edge, in pixels, that its own edge is not seen.
const MARGIN: f64 = 8.0;

/// A map of a country with its neighbours, or of a region.
#[derive(Debug)]
pub struct LocalMap {
    /// How wide it is, in its pixels.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// What land is on it, the largest first.
    pub lands: Vec<LocalLand>,
    plane: Plane,
}

/// What is seen of a territory.
#[derive(Debug)]
pub struct LocalLand {
    /// Whose land it is.
    pub code: Option<Code>,
    /// Its outline as the data of an SVG path.
    pub path: String,
    /// The place with the most room for a name, and how wide the name may be.
    pub name_at: (i32, i32),
    /// How wide a name may be there.
    pub name_width: u32,
}

/// A length on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScaleBar {
    /// How many kilometres.
    pub km: u32,
    /// How many pixels.
    pub length: u32,
}

impl LocalMap {
    /// The map of a part of the world, which is made once.
    pub fn of(frame: MapFrame, detail: MapDetail) -> &'static Self {
        static MAPS: OnceLock<Vec<OnceLock<LocalMap>>> = OnceLock::new();
        let countries = all().len();
        let frames = 2 * countries + Region::ALL.len();
        let count = 2 * frames;
        let maps = MAPS
            .get_or_init(|| std::iter::repeat_with(OnceLock::new).take(count).collect());
        let place = match frame {
            MapFrame::Country(code) => code.place(),
            MapFrame::Whole(code) => countries + code.place(),
            MapFrame::Region(region) => 2 * countries + region as usize,
        };
        let place = place + if detail == MapDetail::Fine { 0 } else { frames };
        maps[place].get_or_init(|| LocalMap::made(frame, detail))
    }

    /// Where a point of this latitude and longitude lies, if it is on the map.
    pub fn place(&self, lat: f64, lon: f64) -> Option<(i32, i32)> {
        let (x, y) = self.plane.spot((lon, lat));
        let is_shown =
            (0.0..=WIDTH).contains(&x) && (0.0..=self.plane.height).contains(&y);
        is_shown.then_some((x.round() as i32, y.round() as i32))
    }

    /// How many pixels so many metres are.
    pub fn pixels(&self, metres: f64) -> u32 {
        (metres / 1000.0 * self.plane.pixels_in_km()).round() as u32
    }

    /// A round number of kilometres, about a fifth of the map's width.
    pub fn scale_bar(&self) -> ScaleBar {
        let most = WIDTH / 5.0 / self.plane.pixels_in_km();
        let mut km = 1;
        let ladder = (0..4).flat_map(|tens| [1, 2, 5].map(|of| of * 10_u32.pow(tens)));
        for step in ladder.take_while(|step| f64::from(*step) <= most) {
            km = step;
        }
        ScaleBar { km, length: self.pixels(f64::from(km) * 1000.0) }
    }

    fn made(frame: MapFrame, detail: MapDetail) -> Self {
        let plane = Plane::of(frame);
        let borders = Frontiers::of(plane.border_scale());
        let near = near_lines(&plane);
        let is_near =
            |outline: &&LandOutline| outline.0.iter().any(|part| near[part.line]);
        let mut lines = vec![Vec::new(); borders.lines.len()];
        let outlines = borders.lands.iter().flat_map(|land| land.parts.iter().flatten());
        for LineRef { line, .. } in
            outlines.filter(is_near).flat_map(|outline| &outline.0)
        {
            if lines[*line].is_empty() {
                lines[*line] = simple(&borders.lines[*line], &plane, detail.bend());
            }
        }
        let lands = borders.lands.iter();
        let mut lands: Vec<(f64, LocalLand)> = lands
            .filter_map(|land| seen(land, is_near, &lines, (&plane, detail)))
            .collect();
        lands.sort_by(|one, other| other.0.total_cmp(&one.0));
        LocalMap {
            width: WIDTH as u32,
            height: plane.height as u32,
            lands: lands.into_iter().map(|(_, land)| land).collect(),
            plane,
        }
    }
}

/// What is left of a line, in degrees.
fn simple(line: &[(f64, f64)], plane: &Plane, least: f64) -> Vec<(f64, f64)> {
    let spots: Vec<Spot> = line.iter().map(|point| plane.spot(*point)).collect();
    simplified(&spots, least).into_iter().map(|at| line[at]).collect()
}

/// Of each line of the borders, whether any of it may be seen.
fn near_lines(plane: &Plane) -> Vec<bool> {
    let reach = plane.reach();
    let is_near =
        |round: &Round| angle(plane.middle, round.middle) <= reach + round.radius;
    Round::of_lines(plane.border_scale()).iter().map(is_near).collect()
}

/// A circle on the globe that has a line in it, in degrees.
struct Round {
    middle: (f64, f64),
    radius: f64,
}

impl Round {
    /// Around each line of the borders.
    fn of_lines(scale: BorderScale) -> &'static [Self] {
        static WORLD: OnceLock<Vec<Round>> = OnceLock::new();
        static COUNTRY: OnceLock<Vec<Round>> = OnceLock::new();
        let kept = match scale {
            BorderScale::World => &WORLD,
            BorderScale::Country => &COUNTRY,
        };
        kept.get_or_init(|| {
            Frontiers::of(scale).lines.iter().map(|line| Round::of(line)).collect()
        })
    }

    fn of(line: &[(f64, f64)]) -> Self {
        let middle = line[line.len() / 2];
        let radius = line.iter().map(|point| angle(middle, *point)).fold(0.0, f64::max);
        Round { middle, radius }
    }
}

/// What is seen of a land, and how much of the map it takes; nothing where that is nothing.
fn seen(
    land: &Land,
    is_near: impl Fn(&&LandOutline) -> bool,
    lines: &[Vec<(f64, f64)>],
    (plane, detail): (&Plane, MapDetail),
) -> Option<(f64, LocalLand)> {
    let size = (WIDTH, plane.height);
    let outlines = land.parts.iter().flatten().filter(is_near);
    let mut areas: Vec<(f64, Vec<Spot>)> = outlines
        .map(|outline| {
            let points = outline.points(lines);
            let spots: Vec<Spot> =
                points.iter().map(|point| plane.spot(*point)).collect();
            let area = clipped(&spots, size, MARGIN);
            (area_of(&area).abs(), area)
        })
        .filter(|(area, _)| *area > 0.0)
        .collect();
    areas.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (largest, at) = areas.first()?;
    let (name_at, name_width) = roomiest(at, size);
    let largest = *largest;
    let is_shown =
        |(n, (area, _)): &(usize, (f64, _))| *n == 0 || *area >= detail.island();
    let areas: Vec<Vec<Spot>> = areas
        .into_iter()
        .enumerate()
        .filter(is_shown)
        .map(|(_, (_, spots))| spots)
        .collect();
    let path = path(&areas);
    let land = LocalLand { code: land.code, path, name_at, name_width };
    Some((largest, land)).filter(|(_, land)| !land.path.is_empty())
}

/// The place in an area where a name has the most room, and how wide that is. A name is much wider than it is high.
fn roomiest(area: &[Spot], size: Spot) -> ((i32, i32), u32) {
    const STEPS: u32 = 24;
    /// How much wider a name is than it is high.
    const WIDE: f64 = 3.0;
    let flat = |(x, y): Spot| (x / WIDE, y);
    let flat_area: Vec<Spot> = area.iter().map(|spot| flat(*spot)).collect();
    let places = (1..STEPS).flat_map(|x| (1..STEPS).map(move |y| (x, y)));
    let places = places.map(|(x, y)| {
        let part = |n: u32, of: f64| f64::from(n) * of / f64::from(STEPS);
        (part(x, size.0), part(y, size.1))
    });
    let rooms = places.filter(|place| holds(area, *place)).map(|place| {
        let (x, y) = flat(place);
        let edge = x.min(size.0 / WIDE - x).min(y).min(size.1 - y);
        (distance(&flat_area, (x, y)).min(edge), place)
    });
    let best = rooms.max_by(|one, other| one.0.total_cmp(&other.0));
    let (room, (x, y)) = best.unwrap_or_default();
    ((x.round() as i32, y.round() as i32), (room * WIDE * 2.0) as u32)
}

/// How far a point is from a closed line.
fn distance(line: &[Spot], (x, y): Spot) -> f64 {
    let next = line.iter().cycle().skip(1);
    let to_side = |(a, b): (&Spot, &Spot)| {
        let side = (b.0 - a.0, b.1 - a.1);
        let length = (side.0 * side.0 + side.1 * side.1).max(f64::MIN_POSITIVE);
        let along = ((x - a.0) * side.0 + (y - a.1) * side.1) / length;
        let along = along.clamp(0.0, 1.0);
        (a.0 + along * side.0 - x).hypot(a.1 + along * side.1 - y)
    };
    line.iter().zip(next).map(to_side).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(code: &str) -> &'static LocalMap {
        LocalMap::of(MapFrame::Country(Code::parse(code).unwrap()), MapDetail::Fine)
    }

    fn codes(map: &LocalMap) -> Vec<&'static str> {
        map.lands.iter().filter_map(|land| land.code).map(Code::upper).collect()
    }

    #[test]
    fn a_country_is_shown_with_its_neighbours() {
        assert_eq!(codes(map("IE")), ["IE", "GB", "IM"]);
        for code in ["HU", "AT", "SK", "RO", "RS", "HR", "SI", "UA"] {
            assert!(codes(map("HU")).contains(&code), "{code}");
        }
        assert!(codes(map("LS")).contains(&"ZA"));
        assert!(codes(map("HK")).contains(&"CN"));
        assert!(!codes(map("ES")).contains(&"NZ"), "the other side of the earth");
    }

    #[test]
    fn every_country_has_a_small_map() {
        for one in all() {
            let map = LocalMap::of(MapFrame::Country(one.code), MapDetail::Fine);
            let bytes: usize = map.lands.iter().map(|land| land.path.len()).sum();
            assert!(bytes < 14_000, "{} {bytes}", one.name);
            assert!((760..=1220).contains(&map.height), "{} {}", one.name, map.height);
            let has_shape = Frontiers::of(BorderScale::Country).land(one.code).is_some();
            let is_coarse =
                Frontiers::of(map.plane.border_scale()).land(one.code).is_none();
            let is_shown = codes(map).contains(&one.code.upper());
            assert_eq!(is_shown, has_shape && !is_coarse, "{}", one.name);
        }
        for region in Region::ALL {
            let map = LocalMap::of(MapFrame::Region(region), MapDetail::Fine);
            let bytes: usize = map.lands.iter().map(|land| land.path.len()).sum();
            assert!(bytes < 16_000, "{} {bytes}", region.slug());
        }
    }

    #[test]
    fn the_antimeridian_leaves_no_seam() {
        // A cut along it would be a straight line of its own in an outline.
        let fiji = map("FJ");
        let (x, _) = fiji.place(-16.87, 180.0).unwrap();
        assert!((400..1200).contains(&x));
        let russia = map("RU");
        assert!(russia.place(66.5, -179.0).is_some());
        assert_eq!(codes(russia).first(), Some(&"RU"));
    }

    #[test]
    fn a_scale_is_a_round_number() {
        let bar = map("IE").scale_bar();
        assert_eq!(bar.km, 100);
        assert!((150..=256).contains(&bar.length));
        assert_eq!(map("SG").scale_bar().km, 20);
        assert!(map("RU").scale_bar().km >= 1000);
    }

    #[test]
    fn a_place_is_where_it_is_or_not_on_the_map() {
        let (x, y) = map("IE").place(53.35, -6.26).unwrap();
        assert!(x > 640 && y > 300, "{x} {y}");
        assert_eq!(map("IE").place(48.85, 2.35), None);
    }
}
