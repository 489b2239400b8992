//! What of the world a map of a part of it shows.

use super::line::{Spot, area_of};
use super::projection::Projection;
use crate::atlas::{BorderScale, Code, Frontiers, Region, middle};

/// The part of the world that a map shows. There are not many, so that each map is made once for all pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapFrame {
    /// A country or territory: its largest part, and others that lie near.
    Country(Code),
    /// All of it, however far its islands lie.
    Whole(Code),
    /// A region of the world.
    Region(Region),
}

/// The earth's mean radius in kilometres.
const EARTH_KM: f64 = 6371.0;

/// How wide a map is, in its pixels.
pub(super) const WIDTH: f64 = 1280.0;

/// The least that a map shows from side to side, in kilometres.
const LEAST_KM: f64 = 150.0;

/// How much wider a map is than what it is of.
const ROOM: f64 = 1.3;

/// A map is at least and at most so high for its width.
const HEIGHTS: (f64, f64) = (0.6, 0.95);

/// Beyond this width, in kilometres, borders are those of a map of the world.
const COARSE_KM: f64 = 4000.0;

/// The plane of a map of a part of the world.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plane {
    projection: Projection,
    /// How many pixels a radius of the earth is long.
    scale: f64,
    /// What lies at the upper left corner, in radii of the earth.
    corner: (f64, f64),
    pub(super) middle: (f64, f64),
    pub(super) height: f64,
}

impl Plane {
    pub(super) fn of(frame: MapFrame) -> Self {
        let points = match frame {
            MapFrame::Country(code) => points_of(code, false),
            MapFrame::Whole(code) => points_of(code, true),
            MapFrame::Region(region) => box_of(region).into(),
        };
        Plane::around(&points)
    }

    /// The plane that has these points on it, as longitude and latitude.
    fn around(points: &[(f64, f64)]) -> Self {
        let degrees = MapExtent::of(points.iter().copied());
        let middle = degrees.middle();
        let projection = Projection::Azimuthal { middle };
        let extent = MapExtent::of(points.iter().map(|point| projection.project(*point)));
        let least = LEAST_KM / EARTH_KM;
        let wide = (extent.width() * ROOM).max(least);
        let high = (extent.height() * ROOM).max(least * HEIGHTS.0);
        let height = (high / wide).clamp(HEIGHTS.0, HEIGHTS.1) * WIDTH;
        let scale = (WIDTH / wide).min(height / high);
        let (x, y) = extent.middle();
        let corner = (x - WIDTH / scale / 2.0, y - height / scale / 2.0);
        Plane { projection, scale, corner, middle, height: height.round() }
    }

    /// Where a point of this longitude and latitude is drawn.
    pub(super) fn spot(&self, point: (f64, f64)) -> Spot {
        let (x, y) = self.projection.project(point);
        ((x - self.corner.0) * self.scale, (y - self.corner.1) * self.scale)
    }

    /// How many pixels a kilometre is long, in the middle of the map.
    pub(super) fn pixels_in_km(&self) -> f64 {
        self.scale / EARTH_KM
    }

    /// The angle from the middle beyond which nothing is seen, in degrees.
    pub(super) fn reach(&self) -> f64 {
        let edges = [0.0, WIDTH].map(|x| x / self.scale + self.corner.0);
        let sides = [0.0, self.height].map(|y| y / self.scale + self.corner.1);
        let far = edges.map(f64::abs).into_iter().fold(0.0, f64::max);
        let high = sides.map(f64::abs).into_iter().fold(0.0, f64::max);
        (far.hypot(high) / 2.0).min(1.0).asin().to_degrees() * 2.0 + 1.0
    }

    /// How fine the borders on it are.
    pub(super) fn border_scale(&self) -> BorderScale {
        let is_coarse = WIDTH / self.pixels_in_km() > COARSE_KM;
        if is_coarse { BorderScale::World } else { BorderScale::Country }
    }
}

/// The box around points.
#[derive(Debug, Clone, Copy)]
struct MapExtent {
    low: (f64, f64),
    high: (f64, f64),
}

impl MapExtent {
    fn of(points: impl Iterator<Item = (f64, f64)>) -> Self {
        let nothing = MapExtent {
            low: (f64::INFINITY, f64::INFINITY),
            high: (f64::NEG_INFINITY, f64::NEG_INFINITY),
        };
        points.fold(nothing, |all, (x, y)| MapExtent {
            low: (all.low.0.min(x), all.low.1.min(y)),
            high: (all.high.0.max(x), all.high.1.max(y)),
        })
    }

    fn with(self, other: Self) -> Self {
        MapExtent::of([self.low, self.high, other.low, other.high].into_iter())
    }

    fn width(self) -> f64 {
        self.high.0 - self.low.0
    }

    fn height(self) -> f64 {
        self.high.1 - self.low.1
    }

    fn middle(self) -> (f64, f64) {
        (f64::midpoint(self.low.0, self.high.0), f64::midpoint(self.low.1, self.high.1))
    }
}

/// A part of a territory: its outline in degrees, near the largest part across the 180th meridian too.
struct TerritoryPart {
    points: Vec<(f64, f64)>,
    /// In degrees of the equator.
    area: f64,
    extent: MapExtent,
}

/// A part that is this large beside the largest is always shown.
const LARGE: f64 = 0.25;

/// A part that is smaller beside the largest is shown only where it happens to lie.
const SMALL: f64 = 0.003;

/// A part between is shown if the map need not be larger than this for it.
const GROWTH: f64 = 1.35;

/// The points that have to be on the map of a territory.
fn points_of(code: Code, is_whole: bool) -> Vec<(f64, f64)> {
    let parts = parts_of(code);
    let [largest, ..] = &*parts else {
        let (lat, lon) = middle(code);
        return vec![(lon, lat)];
    };
    let (most, mut extent) = (largest.area, largest.extent);
    let mut points = Vec::new();
    for part in &parts {
        let with = extent.with(part.extent);
        let growth = with.width() * with.height() / (extent.width() * extent.height());
        let is_near = part.area >= SMALL * most && growth <= GROWTH;
        if is_whole || part.area >= LARGE * most || is_near {
            points.extend(&part.points);
            extent = with;
        }
    }
    points
}

/// The parts of a territory, the largest first.
fn parts_of(code: Code) -> Vec<TerritoryPart> {
    let borders = Frontiers::of(BorderScale::Country);
    let parts = borders.land(code).map_or(&[][..], |land| &land.parts);
    let outlines = parts.iter().filter_map(|part| part.first());
    let mut parts: Vec<TerritoryPart> = outlines
        .map(|outline| TerritoryPart::of(outline.points(&borders.lines)))
        .collect();
    parts.sort_by(|one, other| other.area.total_cmp(&one.area));
    let about = parts.first().map_or(0.0, |largest| largest.extent.middle().0);
    for part in &mut parts {
        let turn = ((part.extent.middle().0 - about) / 360.0).round() * 360.0;
        *part = TerritoryPart::of(
            part.points.iter().map(|(lon, lat)| (lon - turn, *lat)).collect(),
        );
    }
    parts
}

impl TerritoryPart {
    fn of(points: Vec<(f64, f64)>) -> Self {
        let extent = MapExtent::of(points.iter().copied());
        let area = area_of(&points).abs() * extent.middle().1.to_radians().cos();
        TerritoryPart { points, area, extent }
    }
}

/// The corners of what is shown of a region, as longitude and latitude.
fn box_of(region: Region) -> [(f64, f64); 4] {
    let (west, south, east, north) = match region {
        Region::Africa => (-18.0, -33.0, 51.0, 36.0),
        Region::Asia => (38.0, -8.0, 142.0, 48.0),
        Region::Europe => (-10.0, 37.0, 34.0, 64.0),
        Region::LatinAmerica => (-106.0, -48.0, -38.0, 28.0),
        Region::NorthAmerica => (-125.0, 26.0, -62.0, 60.0),
        Region::Oceania => (114.0, -44.0, 182.0, 6.0),
        Region::Antarctica => (-60.0, -88.0, 60.0, -62.0),
    };
    [(west, south), (east, south), (east, north), (west, north)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plane(code: &str) -> Plane {
        Plane::of(MapFrame::Country(Code::parse(code).unwrap()))
    }

    fn shows(plane: Plane, lat: f64, lon: f64) -> bool {
        let (x, y) = plane.spot((lon, lat));
        (0.0..=WIDTH).contains(&x) && (0.0..=plane.height).contains(&y)
    }

    #[test]
    fn a_country_is_shown_without_what_lies_far_off() {
        for (place, code, lat, lon, is_shown) in [
            ("New York", "US", 40.71, -74.0, true),
            ("Honolulu", "US", 21.31, -157.86, false),
            ("Fairbanks", "US", 64.84, -147.72, false),
            ("Ajaccio", "FR", 41.93, 8.74, true),
            ("Palermo", "IT", 38.12, 13.36, true),
            ("Belfast", "GB", 54.60, -5.93, true),
            ("Las Palmas", "ES", 28.12, -15.43, false),
            ("Palma", "ES", 39.57, 2.65, true),
            ("Longyearbyen", "NO", 78.22, 15.65, false),
            ("Hobart", "AU", -42.88, 147.33, true),
            ("Sapporo", "JP", 43.06, 141.35, true),
            ("Auckland", "NZ", -36.85, 174.76, true),
            ("Kuching", "MY", 1.56, 110.35, true),
            ("Heraklion", "GR", 35.34, 25.13, true),
        ] {
            assert_eq!(shows(plane(code), lat, lon), is_shown, "{place}");
        }
        let whole = Plane::of(MapFrame::Whole(Code::parse("US").unwrap()));
        assert!(shows(whole, 21.31, -157.86) && shows(whole, 64.84, -147.72));
    }

    #[test]
    fn the_date_line_is_no_edge() {
        let (west, east) = ((177.4, -17.8), (-179.9, -16.8));
        let fiji = plane("FJ");
        assert!(shows(fiji, west.1, west.0) && shows(fiji, east.1, east.0));
        assert!(fiji.spot(west).0 < fiji.spot(east).0);
        assert!(WIDTH / fiji.pixels_in_km() < 900.0);
        let russia = plane("RU");
        assert!(shows(russia, 66.0, -172.0) && shows(russia, 55.0, 21.0));
    }

    #[test]
    fn a_small_country_has_room_around_it() {
        for code in ["MC", "SG", "HK", "GI", "VA", "LU"] {
            let wide = WIDTH / plane(code).pixels_in_km();
            assert!((149.0..400.0).contains(&wide), "{code} {wide}");
        }
    }
}
