//! The borders that maps are drawn from, as neighbours share them.
//!
//! They are made to be looked at: generalised, without the smallest islands. Which territory a
//! point lies in, [`position`](super::position) says, from other shapes.

use super::Code;
use std::sync::OnceLock;

/// How fine borders are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BorderScale {
    /// For a map of the world: 1 to 110 million.
    World,
    /// For a map of one country: 1 to 50 million.
    Country,
}

/// The land of the world, territory by territory.
#[derive(Debug)]
pub struct Frontiers {
    /// Lines between two territories, or between one and the sea: points as longitude and
    /// latitude in degrees. A line that crosses the 180th meridian runs on beyond 180.
    pub lines: Vec<Vec<(f64, f64)>>,
    /// The territories that have a shape.
    pub lands: Vec<Land>,
}

/// The shape of one territory.
#[derive(Debug)]
pub struct Land {
    /// Whose it is; nobody's where it is the Siachen glacier.
    pub code: Option<Code>,
    /// Its parts: islands, exclaves.
    pub parts: Vec<Vec<LandOutline>>,
}

/// A closed line around a part of a territory (the first of the part) or around a hole in it.
#[derive(Debug)]
pub struct LandOutline(pub Vec<LineRef>);

/// A line of [`Frontiers::lines`], as it is passed along an outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineRef {
    /// Its place among the lines.
    pub line: usize,
    /// Whether it is passed from its end.
    pub is_backward: bool,
}

impl Frontiers {
    /// The borders of this scale.
    pub fn of(scale: BorderScale) -> &'static Self {
        static WORLD: OnceLock<Frontiers> = OnceLock::new();
        static COUNTRY: OnceLock<Frontiers> = OnceLock::new();
        let (kept, bytes): (_, &[u8]) = match scale {
            BorderScale::World => (&WORLD, include_bytes!("data/borders-110m.bin")),
            BorderScale::Country => (&COUNTRY, include_bytes!("data/borders-50m.bin")),
        };
        kept.get_or_init(|| PackedBorders(bytes).borders())
    }

    /// The shape of a territory, if it is large enough to have one.
    pub fn land(&self, code: Code) -> Option<&Land> {
        self.lands.iter().find(|land| land.code == Some(code))
    }
}

impl LandOutline {
    /// Its points, each a step from the last: longitudes run on where it crosses the
    /// 180th meridian. The first is not repeated at the end. `lines` are those of [`Frontiers`], or what is left of
    /// each.
    pub fn points(&self, lines: &[Vec<(f64, f64)>]) -> Vec<(f64, f64)> {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for part in &self.0 {
            let line = &lines[part.line];
            let along: &mut dyn Iterator<Item = &(f64, f64)> =
                if part.is_backward { &mut line.iter().rev() } else { &mut line.iter() };
            // The first point is the last of the line before.
            let mut turn = None;
            for (lon, lat) in along.skip(usize::from(!points.is_empty())) {
                let last = points.last().map_or(*lon, |(last, _)| *last);
                let turn = *turn.get_or_insert(((last - lon) / 360.0).round() * 360.0);
                points.push((lon + turn, *lat));
            }
        }
        if self.0.len() > 1 || points.first() == points.last() {
            points.pop();
        }
        points
    }
}

/// Borders as `generate/borders.py` writes them.
struct PackedBorders(&'static [u8]);

impl PackedBorders {
    fn borders(mut self) -> Frontiers {
        let units = f64::from(self.number());
        let lines = (0..self.number()).map(|_| self.line(units)).collect();
        let lands = (0..self.number()).map(|_| self.land()).collect();
        Frontiers { lines, lands }
    }

    fn line(&mut self, units: f64) -> Vec<(f64, f64)> {
        let (mut east, mut north) = (0, 0);
        let count = self.number();
        let point = |_| {
            east += self.signed();
            north += self.signed();
            (f64::from(east) / units, f64::from(north) / units)
        };
        (0..count).map(point).collect()
    }

    fn land(&mut self) -> Land {
        let letters = [self.byte(), self.byte()];
        let code = std::str::from_utf8(&letters).ok().and_then(Code::parse);
        let parts = (0..self.number())
            .map(|_| (0..self.number()).map(|_| self.outline()).collect());
        Land { code, parts: parts.collect() }
    }

    fn outline(&mut self) -> LandOutline {
        let part = |packed: &mut Self| {
            let number = packed.signed();
            let is_backward = number < 0;
            let line = if is_backward { !number } else { number } as usize;
            LineRef { line, is_backward }
        };
        LandOutline((0..self.number()).map(|_| part(self)).collect())
    }

    /// Seven bits a byte, the lowest first, the eighth bit set while more follow.
    fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                return value;
            }
        }
    }

    /// The lowest bit is the sign.
    fn signed(&mut self) -> i32 {
        let value = self.number();
        let half = (value >> 1) as i32;
        if value & 1 == 1 { !half } else { half }
    }

    /// The next byte; the file is part of the program, so that it is whole.
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Position, all, position};
    use super::*;

    const SCALES: [BorderScale; 2] = [BorderScale::World, BorderScale::Country];

    /// The codes of the territories in which a point is drawn.
    fn drawn(scale: BorderScale, lat: f64, lon: f64) -> String {
        let borders = Frontiers::of(scale);
        let holds = |land: &&Land| {
            land.parts
                .iter()
                .flatten()
                .filter(|outline| {
                    let points = outline.points(&borders.lines);
                    [-360.0, 0.0, 360.0]
                        .iter()
                        .any(|turn| is_inside(&points, lon + turn, lat))
                })
                .count()
                % 2
                == 1
        };
        let found = borders.lands.iter().filter(holds);
        found
            .map(|land| land.code.map_or("--", Code::upper))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn is_inside(points: &[(f64, f64)], x: f64, y: f64) -> bool {
        let next = points.iter().cycle().skip(1);
        let crossed = points.iter().zip(next).filter(|(a, b)| {
            (a.1 > y) != (b.1 > y) && x < a.0 + (b.0 - a.0) * (y - a.1) / (b.1 - a.1)
        });
        crossed.count() % 2 == 1
    }

    #[test]
    fn golden_points_are_drawn_where_they_lie() {
        for (place, lat, lon, world, country) in [
            ("Simferopol", 44.95, 34.10, "UA", "UA"),
            ("Laâyoune", 27.10, -13.10, "EH", "EH"),
            ("Pristina", 42.66, 21.17, "XK", "XK"),
            ("Taipei", 25.03, 121.56, "TW", "TW"),
            ("Hong Kong", 22.40, 114.12, "CN", "HK"),
            ("Hargeisa", 9.56, 44.06, "SO", "SO"),
            ("North Nicosia", 35.22, 33.36, "CY", "CY"),
            ("Ramallah", 31.90, 35.20, "PS", "PS"),
            ("Cayenne", 4.6, -52.5, "GF", "GF"),
            ("Dublin", 53.33, -6.40, "IE", "IE"),
            ("Maseru's hills", -29.50, 28.00, "LS", "LS"),
            ("mid-Atlantic", 30.0, -40.0, "", ""),
        ] {
            assert_eq!(drawn(BorderScale::World, lat, lon), world, "{place}");
            assert_eq!(drawn(BorderScale::Country, lat, lon), country, "{place}");
        }
    }

    #[test]
    fn land_goes_on_beyond_the_date_line() {
        for (place, lat, lon, code) in [
            ("Bilibino", 68.05, 166.45, "RU"),
            ("Amguema", 67.00, -178.50, "RU"),
            ("Uelen", 66.10, -170.20, "RU"),
            ("Taveuni", -16.87, 179.98, "FJ"),
            ("Vanua Levu", -16.60, 179.20, "FJ"),
            ("Christchurch", -43.50, 172.40, "NZ"),
            ("St. Lawrence Island", 63.40, -170.30, "US"),
        ] {
            assert_eq!(drawn(BorderScale::Country, lat, lon), code, "{place}");
        }
        assert_eq!(drawn(BorderScale::World, 67.00, -178.50), "RU");
    }

    #[test]
    fn a_point_is_not_drawn_in_another_country() {
        for (lat, lon, code) in
            [(44.95, 34.10, "RU"), (27.10, -13.10, "MA"), (42.66, 21.17, "RS")]
        {
            for scale in SCALES {
                assert!(!drawn(scale, lat, lon).contains(code));
            }
        }
    }

    #[test]
    fn what_is_too_small_has_no_shape() {
        let without = |scale| {
            let borders = Frontiers::of(scale);
            let none = all().iter().filter(|one| borders.land(one.code).is_none());
            none.map(|one| one.code.upper()).collect::<Vec<_>>()
        };
        assert_eq!(without(BorderScale::Country), ["BV", "CC", "GI", "TK", "UM", "VA"]);
        let world = without(BorderScale::World);
        assert_eq!(world.len(), 73);
        for code in ["HK", "MO", "SG", "MT"] {
            assert!(world.contains(&code), "{code}");
        }
    }

    #[test]
    fn outlines_are_closed_and_on_earth() {
        for scale in SCALES {
            let borders = Frontiers::of(scale);
            for outline in
                borders.lands.iter().flat_map(|land| land.parts.iter().flatten())
            {
                let points = outline.points(&borders.lines);
                assert!(points.len() > 2, "{points:?}");
                assert!(
                    points
                        .iter()
                        .all(|(lon, lat)| lon.abs() <= 360.0 && lat.abs() <= 90.0)
                );
                let ends = |part: &LineRef| {
                    let line = &borders.lines[part.line];
                    let ends = (line[0], line[line.len() - 1]);
                    if part.is_backward { (ends.1, ends.0) } else { ends }
                };
                let next = outline.0.iter().cycle().skip(1);
                for (one, next) in outline.0.iter().zip(next) {
                    let (end, start) = (ends(one).1, ends(next).0);
                    assert!(((end.0 - start.0) % 360.0).abs() < 1e-9 && end.1 == start.1);
                }
            }
        }
    }

    #[test]
    fn drawn_shapes_are_near_those_of_the_atlas() {
        let borders = Frontiers::of(BorderScale::Country);
        // The atlas cuts across the bend of the Ubangi, by 127 km; nothing else is as far off.
        let mut far_off = Vec::new();
        for land in &borders.lands {
            let Some(code) = land.code else { continue };
            for (lon, lat) in
                land.parts.iter().flat_map(|part| part[0].points(&borders.lines))
            {
                let lon = (lon + 180.0).rem_euclid(360.0) - 180.0;
                if let Position::Outside(far @ 130..) = position(code, lat, lon) {
                    far_off.push((code, far, lat, lon));
                }
            }
        }
        assert_eq!(far_off, []);
    }
}
