//! The map of the world.

use super::line::{Spot, area_of, path, simplified};
use super::projection::Projection;
use crate::atlas::{BorderScale, Code, Frontiers, Land, Territory, all, middle};
use std::sync::OnceLock;

/// How wide the map is, in its pixels.
const WIDTH: f64 = 2000.0;

/// The longitude in its middle. So it is cut in the Bering strait, and no country is.
const MIDDLE: f64 = 11.0;

/// The latitudes of the upper and the lower edge.
const LATITUDES: [f64; 2] = [84.0, -57.0];

/// So far from the upper and the lower edge is what lies beyond them.
const EDGE: f64 = 12.0;

/// A bend of a smaller area is drawn straight, in square pixels.
const BEND: f64 = 14.0;

/// An island that is smaller is not drawn, in square pixels, unless it is its country's largest part.
const ISLAND: f64 = 40.0;

/// A territory that is smaller has a dot, in square pixels.
const DOT: f64 = 85.0;

/// The territories of the world as they are drawn on its map: Equal Earth, without Antarctica.
#[derive(Debug)]
pub struct WorldMap {
    /// How wide the map is, in its pixels.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// The territories, in the order of their codes.
    territories: Vec<WorldTerritory>,
    /// The picture of all land, an SVG file.
    picture: String,
}

/// A territory on the map of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorldTerritory {
    /// Its outline as the data of an SVG path; empty where it is too small to have one.
    pub path: String,
    /// The middle of its largest part.
    pub middle: (i32, i32),
    /// Whether it is so small that it is shown as a dot.
    pub is_dot: bool,
}

impl WorldMap {
    /// The map, which is made once.
    pub fn get() -> &'static Self {
        static MAP: OnceLock<WorldMap> = OnceLock::new();
        MAP.get_or_init(WorldMap::made)
    }

    /// A territory on it.
    pub fn territory(&self, code: Code) -> &WorldTerritory {
        &self.territories[code.place()]
    }

    /// The picture of all land, an SVG file that every map of the world has in it. It is drawn in one grey that is half
    /// transparent, so that it fits light and dark pages.
    pub fn picture(&self) -> &str {
        &self.picture
    }

    /// Where a point of this latitude and longitude lies on it.
    pub fn place(&self, lat: f64, lon: f64) -> (i32, i32) {
        Sheet::new().place(lat, lon)
    }

    fn made() -> Self {
        let (sheet, borders) = (Sheet::new(), Frontiers::of(BorderScale::World));
        let lines: Vec<_> = borders.lines.iter().map(|line| sheet.simple(line)).collect();
        let areas_of = |code| {
            let land = borders.land(code).filter(|_| is_drawn(Some(code)));
            land.map(|land| sheet.areas(land, &lines)).unwrap_or_default()
        };
        let lands = borders.lands.iter().filter(|land| is_drawn(land.code));
        let land: Vec<String> =
            lands.map(|land| path(&sheet.areas(land, &lines))).collect();
        let (width, height) = (WIDTH as u32, sheet.height.ceil() as u32);
        let territory = |one: &Territory| sheet.territory(one.code, &areas_of(one.code));
        WorldMap {
            width,
            height,
            territories: all().iter().map(territory).collect(),
            picture: picture(width, height, &land.concat()),
        }
    }
}

/// The ice around the pole would be a third of the map, and hardly a site tells of it.
fn is_drawn(code: Option<Code>) -> bool {
    code.is_none_or(|code| code.upper() != "AQ")
}

fn picture(width: u32, height: u32, land: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\"><path fill=\"#8a8578\" fill-opacity=\".13\" \
         stroke=\"#8a8578\" stroke-opacity=\".3\" d=\"{land}\"/></svg>\n"
    )
}

/// The plane of the map in its pixels.
struct Sheet {
    /// How many pixels a radius of the earth is long.
    scale: f64,
    /// How far the equator lies below the upper edge.
    equator: f64,
    height: f64,
}

impl Sheet {
    fn new() -> Self {
        let flat = |point| Projection::EqualEarth { middle: MIDDLE }.project(point);
        let scale = WIDTH / 2.0 / flat((MIDDLE + 180.0, 0.0)).0;
        let [north, south] = LATITUDES.map(|lat| flat((MIDDLE, lat)).1 * scale);
        Sheet { scale, equator: -north, height: south - north }
    }

    /// Where a point is drawn; its longitude runs from that of the left edge to that of the right.
    fn spot(&self, point: (f64, f64)) -> Spot {
        let (x, y) = Projection::EqualEarth { middle: MIDDLE }.project(point);
        (WIDTH / 2.0 + x * self.scale, self.equator + y * self.scale)
    }

    fn place(&self, lat: f64, lon: f64) -> (i32, i32) {
        let (x, y) = self.spot((lon - turn(lon), lat));
        (x.round() as i32, y.clamp(EDGE, self.height - EDGE).round() as i32)
    }

    /// What is left of a line, in degrees.
    fn simple(&self, line: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let turn = turn(line.first().map_or(0.0, |point| point.0));
        let spots: Vec<Spot> =
            line.iter().map(|(lon, lat)| self.spot((lon - turn, *lat))).collect();
        simplified(&spots, BEND).into_iter().map(|at| line[at]).collect()
    }

    /// The areas of a territory that are large enough to be drawn, the largest first.
    fn areas(&self, land: &Land, lines: &[Vec<(f64, f64)>]) -> Vec<Vec<Spot>> {
        let outlines = land.parts.iter().flatten();
        let mut areas: Vec<(f64, Vec<Spot>)> = outlines
            .map(|outline| {
                let points = outline.points(lines);
                let sum: f64 = points.iter().map(|(lon, _)| lon).sum();
                // A part that lies on both sides of the map's edge stays whole.
                let turn = turn(sum / points.len().max(1) as f64);
                let spots: Vec<Spot> = points
                    .iter()
                    .map(|(lon, lat)| self.spot((lon - turn, *lat)))
                    .collect();
                (area_of(&spots).abs(), spots)
            })
            .collect();
        areas.sort_by(|one, other| other.0.total_cmp(&one.0));
        let is_shown = |(n, (area, _)): &(usize, (f64, _))| *n == 0 || *area >= ISLAND;
        areas
            .into_iter()
            .enumerate()
            .filter(is_shown)
            .map(|(_, (_, spots))| spots)
            .collect()
    }

    fn territory(&self, code: Code, areas: &[Vec<Spot>]) -> WorldTerritory {
        let largest = areas.first().filter(|area| area_of(area).abs() >= DOT);
        let (lat, lon) = middle(code);
        WorldTerritory {
            path: largest.map_or_else(String::new, |_| path(areas)),
            middle: self.place(lat, lon),
            is_dot: largest.is_none(),
        }
    }
}

/// How many degrees a longitude has to be turned back to lie on the map.
fn turn(lon: f64) -> f64 {
    ((lon - MIDDLE) / 360.0).round() * 360.0
}

#[cfg(test)]
mod tests {
    use super::super::line::holds;
    use super::*;

    fn territory(code: &str) -> &'static WorldTerritory {
        WorldMap::get().territory(Code::parse(code).unwrap())
    }

    #[test]
    fn the_map_is_small_enough_for_every_page() {
        let map = WorldMap::get();
        assert_eq!((map.width, map.height), (2000, 870));
        assert!(map.picture().len() < 40_000, "{}", map.picture().len());
    }

    #[test]
    fn every_territory_is_on_the_map_as_an_area_or_as_a_dot() {
        let map = WorldMap::get();
        for one in all() {
            let shown = map.territory(one.code);
            assert_eq!(shown.path.is_empty(), shown.is_dot, "{}", one.name);
            let (x, y) = shown.middle;
            assert!((0..=2000).contains(&x), "{} {x}", one.name);
            assert!((0..=map.height as i32).contains(&y), "{} {y}", one.name);
        }
        for code in ["HK", "MO", "SG", "LU", "MT", "BH", "FJ", "AQ", "XK"] {
            assert!(territory(code).is_dot, "{code}");
        }
        for code in ["IE", "TW", "EH", "NL", "BE", "GF"] {
            assert!(!territory(code).is_dot, "{code}");
        }
    }

    #[test]
    fn no_country_is_cut_by_the_edge() {
        for code in ["RU", "US", "NZ"] {
            let numbers =
                territory(code).path.split(|c: char| !c.is_ascii_digit() && c != '-');
            assert!(
                numbers.filter_map(|it| it.parse::<i32>().ok()).all(|it| it < 2010),
                "{code}"
            );
        }
        // Chukotka lies at the right edge, Alaska at the left.
        let map = WorldMap::get();
        assert!(map.place(66.0, -172.0).0 > 1600);
        assert!(map.place(64.0, -160.0).0 < 400);
    }

    #[test]
    fn golden_points_lie_in_their_areas() {
        let borders = Frontiers::of(BorderScale::World);
        let sheet = Sheet::new();
        let lines: Vec<_> = borders.lines.iter().map(|line| sheet.simple(line)).collect();
        for (lat, lon, code, other) in [
            (44.95, 34.10, "UA", "RU"),
            (26.80, -12.50, "EH", "MA"),
            (25.03, 121.50, "TW", "CN"),
            (66.50, 180.0, "RU", "US"),
            (-43.50, 171.5, "NZ", "AU"),
        ] {
            let (x, y) = sheet.place(lat, lon);
            let is_in = |code| {
                let areas = sheet
                    .areas(borders.land(Code::parse(code).unwrap()).unwrap(), &lines);
                areas.iter().any(|area| holds(area, (f64::from(x), f64::from(y))))
            };
            assert!(is_in(code) && !is_in(other), "{code}");
        }
    }
}
