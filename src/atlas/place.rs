//! Which point lies in which territory.
//!
//! The shapes in `data/shapes.txt` are exact on land borders and generous at sea; they are
//! for finding slips of the pen (latitude and longitude swapped, a sign forgotten), not for
//! settling disputes. Where both sides of a dispute must be able to write their own, a point
//! lies inside two territories; `generate/choices.py` names the places and the reasons.

use std::sync::OnceLock;

use super::{Code, all};

/// The coast is generous already; a point this near, in kilometres, is not called outside.
const NEAR: f64 = 30.0;

/// Kilometres in a degree of latitude, on the sphere of the Earth's mean radius.
const KM_PER_DEGREE: f64 = 111.195;

/// Where a point lies with regard to a territory. Distances are in kilometres, rounded up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// Inside.
    Inside,
    /// Outside by at most 30 km, which is taken as a matter of drawing.
    Near(u32),
    /// Outside by this much.
    Outside(u32),
    /// The coordinates are not on Earth: a latitude beyond 90° or a longitude beyond 180°.
    Unknown,
}

/// Where the point of latitude `lat` and longitude `lon`, in degrees, lies with regard to a
/// territory.
pub fn position(code: Code, lat: f64, lon: f64) -> Position {
    if !(lat.abs() <= 90.0 && lon.abs() <= 180.0) {
        return Position::Unknown;
    }
    let shape = &shapes()[code.place()];
    if shape.holds(lat, lon) {
        return Position::Inside;
    }
    let distance = shape.distance(lat, lon);
    let whole = distance.ceil() as u32;
    if distance <= NEAR { Position::Near(whole) } else { Position::Outside(whole) }
}

/// The territories that the point lies inside, in the order of their codes: mostly one, none
/// on the high seas, two where the ground is disputed.
pub fn locate(lat: f64, lon: f64) -> Vec<Code> {
    let inside = |code: &Code| shapes()[code.place()].holds(lat, lon);
    all().iter().map(|one| one.code).filter(inside).collect()
}

/// Whether the point lies outside the territory, and would lie in it or near it if latitude
/// and longitude changed places.
pub fn swapped(code: Code, lat: f64, lon: f64) -> bool {
    let fits = |position| matches!(position, Position::Inside | Position::Near(_));
    !fits(position(code, lat, lon)) && fits(position(code, lon, lat))
}

/// A point in the middle of a territory's largest part, as latitude and longitude; good enough for a dot on a map.
pub fn middle(code: Code) -> (f64, f64) {
    let rings = shapes()[code.place()].rings.iter();
    let size = |ring: &&Ring| {
        let (low, high) = (ring.south_west, ring.north_east);
        (high.lat - low.lat) * (high.lon - low.lon) * ring.middle().lat.to_radians().cos()
    };
    let largest = rings.max_by(|one, other| size(one).total_cmp(&size(other)));
    largest.map_or((0.0, 0.0), |ring| (ring.middle().lat, ring.middle().lon))
}

/// A territory's shape. A point that lies in an odd number of the rings lies inside: so a
/// hole is a ring like any other.
#[derive(Default)]
struct Shape {
    rings: Vec<Ring>,
    /// Areas that are drawn as another's: each counts by itself.
    added: Vec<Ring>,
}

impl Shape {
    fn holds(&self, lat: f64, lon: f64) -> bool {
        let holding = self.rings.iter().filter(|ring| ring.holds(lat, lon)).count();
        holding % 2 == 1 || self.added.iter().any(|ring| ring.holds(lat, lon))
    }

    /// Kilometres from a point outside to the nearest border.
    fn distance(&self, lat: f64, lon: f64) -> f64 {
        let rings = self.rings.iter().chain(&self.added);
        rings.map(|ring| ring.distance(lat, lon)).fold(f64::INFINITY, f64::min)
    }
}

/// A closed line.
struct Ring {
    /// Its points, the first again at the end.
    points: Vec<Degrees>,
    /// The corners of the box around it.
    south_west: Degrees,
    north_east: Degrees,
}

/// A point in degrees.
#[derive(Clone, Copy)]
struct Degrees {
    lat: f64,
    lon: f64,
}

impl Ring {
    /// The ring through the points, the first of which is not repeated.
    fn new(mut points: Vec<Degrees>) -> Self {
        points.extend(points.first().copied());
        let corner = |pick: fn(f64, f64) -> f64, from: f64| Degrees {
            lat: points.iter().map(|point| point.lat).fold(from, pick),
            lon: points.iter().map(|point| point.lon).fold(from, pick),
        };
        let south_west = corner(f64::min, f64::INFINITY);
        let north_east = corner(f64::max, f64::NEG_INFINITY);
        Self { points, south_west, north_east }
    }

    /// The middle of the box around it.
    fn middle(&self) -> Degrees {
        let (low, high) = (self.south_west, self.north_east);
        Degrees {
            lat: f64::midpoint(low.lat, high.lat),
            lon: f64::midpoint(low.lon, high.lon),
        }
    }

    /// Each side as its two ends.
    fn sides(&self) -> impl Iterator<Item = (Degrees, Degrees)> {
        self.points.windows(2).map(|ends| (ends[0], ends[1]))
    }

    /// Whether a ray from the point to the east crosses the ring an odd number of times.
    fn holds(&self, lat: f64, lon: f64) -> bool {
        let (low, high) = (self.south_west, self.north_east);
        if lat < low.lat || lat > high.lat || lon < low.lon || lon > high.lon {
            return false;
        }
        let crossed = |(a, b): &(Degrees, Degrees)| {
            (a.lat > lat) != (b.lat > lat)
                && lon < a.lon + (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat)
        };
        self.sides().filter(crossed).count() % 2 == 1
    }

    /// Kilometres from a point to the nearest side.
    ///
    /// The nearest place is sought on a plane around the point, which is true nearby and
    /// picks a sensible place far off; the distance to it is measured on the sphere.
    fn distance(&self, lat: f64, lon: f64) -> f64 {
        let narrow = lat.to_radians().cos();
        let seen = |(a, b): (Degrees, Degrees)| {
            // Across the date line the short way: -179° is near 179°.
            let x = (a.lon - lon + 540.0).rem_euclid(360.0) - 180.0;
            nearest((x * narrow, a.lat - lat), ((b.lon - a.lon) * narrow, b.lat - a.lat))
        };
        let square = |(x, y): (f64, f64)| x * x + y * y;
        let (x, y) = self
            .sides()
            .map(seen)
            .min_by(|a, b| square(*a).total_cmp(&square(*b)))
            .unwrap_or((180.0, 0.0));
        // At a pole every longitude is the same place.
        let turn = if narrow > 1e-9 { x / narrow } else { 0.0 };
        great_circle(lat, lat + y, turn)
    }
}

/// The place nearest to the origin on the side that begins at `start` and runs along `side`.
fn nearest(start: (f64, f64), side: (f64, f64)) -> (f64, f64) {
    let length = side.0 * side.0 + side.1 * side.1;
    let along = -(start.0 * side.0 + start.1 * side.1) / length.max(f64::MIN_POSITIVE);
    let along = along.clamp(0.0, 1.0);
    (start.0 + along * side.0, start.1 + along * side.1)
}

/// Kilometres between two latitudes at `turn` degrees of longitude from one another.
fn great_circle(lat: f64, other: f64, turn: f64) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let across = lat.to_radians().cos() * other.to_radians().cos() * half(turn);
    let chord = (half(other - lat) + across).clamp(0.0, 1.0);
    2.0 * chord.sqrt().asin().to_degrees() * KM_PER_DEGREE
}

/// Every territory's shape, in the order of the codes.
fn shapes() -> &'static [Shape] {
    static SHAPES: OnceLock<Vec<Shape>> = OnceLock::new();
    SHAPES.get_or_init(|| read(include_str!("data/shapes.txt")))
}

/// Reads the lines `IE ring` and `+SY ring`; others are remarks.
fn read(text: &str) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = all().iter().map(|_| Shape::default()).collect();
    for line in text.lines() {
        let Some((code, letters)) = line.split_once(' ') else { continue };
        let Some(owner) = Code::parse(code.trim_start_matches('+')) else { continue };
        let shape = &mut shapes[owner.place()];
        let to = if code.starts_with('+') { &mut shape.added } else { &mut shape.rings };
        to.push(Ring::new(points(letters)));
    }
    shapes
}

/// The points of an encoded polyline in thousandths of a degree.
fn points(letters: &str) -> Vec<Degrees> {
    let mut numbers = Numbers(letters.bytes());
    let (mut lat, mut lon) = (0, 0);
    let mut points = Vec::with_capacity(letters.len() / 4);
    while let (Some(north), Some(east)) = (numbers.next(), numbers.next()) {
        lat += north;
        lon += east;
        points
            .push(Degrees { lat: f64::from(lat) / 1000.0, lon: f64::from(lon) / 1000.0 });
    }
    points
}

/// The numbers of an encoded polyline: five bits a letter, the lowest first, the sixth bit
/// set while more follow; the lowest bit of the whole is the sign.
struct Numbers<'a>(std::str::Bytes<'a>);

impl Iterator for Numbers<'_> {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let bits = i32::from(self.0.next()?) - 63;
            value |= (bits & 31) << shift;
            shift += 5;
            if bits < 32 {
                return Some(if value & 1 == 1 { !(value >> 1) } else { value >> 1 });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        Code::parse(text).unwrap()
    }

    fn located(lat: f64, lon: f64) -> String {
        let codes: Vec<_> = locate(lat, lon).into_iter().map(Code::upper).collect();
        codes.join(" ")
    }

    #[test]
    fn golden_points_lie_where_they_should() {
        for (place, lat, lon, codes) in [
            ("Simferopol", 44.95, 34.10, "UA"),
            ("Sevastopol", 44.61, 33.52, "UA"),
            ("Kerch", 45.35, 36.47, "UA"),
            ("Donetsk", 48.00, 37.80, "UA"),
            ("Laâyoune", 27.15, -13.20, "EH"),
            ("Dakhla", 23.69, -15.94, "EH"),
            ("Tifariti", 26.16, -10.57, "EH"),
            ("Tarfaya", 27.94, -12.93, "MA"),
            ("Tan-Tan", 28.44, -11.10, "MA"),
            ("Tindouf", 27.67, -8.15, "DZ"),
            ("Ceuta", 35.89, -5.31, "ES"),
            ("Pristina", 42.66, 21.17, "XK"),
            ("Mitrovica", 42.89, 20.87, "XK"),
            ("Taipei", 25.03, 121.56, "TW"),
            ("Kinmen", 24.43, 118.32, "TW"),
            ("Hong Kong", 22.28, 114.16, "HK"),
            ("Shenzhen", 22.55, 114.06, "CN"),
            ("Macao", 22.19, 113.54, "MO"),
            ("Gibraltar", 36.14, -5.35, "GI"),
            ("North Nicosia", 35.19, 33.36, "CY"),
            ("Akrotiri", 34.59, 32.98, "CY GB"),
            ("Ramallah", 31.90, 35.20, "PS"),
            ("Gaza", 31.50, 34.46, "PS"),
            ("East Jerusalem", 31.785, 35.235, "IL PS"),
            ("West Jerusalem", 31.775, 35.20, "IL"),
            ("Katzrin", 32.99, 35.69, "IL SY"),
            ("Tiberias", 32.79, 35.53, "IL"),
            ("Damascus", 33.51, 36.29, "SY"),
            ("Hargeisa", 9.56, 44.06, "SO"),
            ("Sukhumi", 43.00, 41.02, "GE"),
            ("Tiraspol", 46.84, 29.62, "MD"),
            ("Stepanakert", 39.82, 46.75, "AZ"),
            ("Srinagar", 34.08, 74.80, "IN"),
            ("Gilgit", 35.92, 74.31, "PK"),
            ("Bir Tawil", 21.88, 33.70, "EG SD"),
            ("Stanley", -51.70, -57.85, "FK"),
            ("Cayenne", 4.92, -52.31, "GF"),
            ("Saint-Denis", -20.88, 55.45, "RE"),
            ("Las Palmas", 28.12, -15.43, "ES"),
            ("Longyearbyen", 78.22, 15.65, "SJ"),
            ("Kralendijk", 12.15, -68.27, "BQ"),
            ("Jamestown", -15.93, -5.72, "SH"),
            ("Mariehamn", 60.10, 19.94, "AX"),
            ("Singapore", 1.29, 103.85, "SG"),
            ("Maseru", -29.31, 27.48, "LS"),
            ("Dili", -8.56, 125.57, "TL"),
            ("Oecusse", -9.20, 124.37, "TL"),
            ("Vatican", 41.903, 12.453, "VA"),
            ("Rome", 41.89, 12.49, "IT"),
            ("Monaco", 43.737, 7.42, "MC"),
            ("Derry", 55.00, -7.32, "GB"),
            ("Dublin", 53.35, -6.26, "IE"),
            ("Kaliningrad", 54.71, 20.51, "RU"),
            ("Anadyr", 64.73, 177.50, "RU"),
            ("Uelen", 66.16, -169.80, "RU"),
            ("Honolulu", 21.31, -157.86, "US"),
            ("San Juan", 18.47, -66.11, "PR"),
            ("Suva", -18.14, 178.44, "FJ"),
            ("South Pole", -90.0, 0.0, "AQ"),
            ("mid-Atlantic", 30.0, -40.0, ""),
        ] {
            assert_eq!(located(lat, lon), codes, "{place}");
        }
    }

    #[test]
    fn the_middle_of_an_island_is_on_it() {
        for (text, lat, lon) in
            [("SG", 1.3, 103.8), ("GI", 36.1, -5.3), ("MT", 35.9, 14.4)]
        {
            let (middle_lat, middle_lon) = middle(code(text));
            assert!(
                (middle_lat - lat).abs() < 0.3 && (middle_lon - lon).abs() < 0.3,
                "{text}"
            );
        }
    }

    #[test]
    fn every_territory_has_a_shape() {
        for one in all() {
            let shape = &shapes()[one.code.place()];
            assert!(!shape.rings.is_empty(), "{}", one.name);
            for ring in shape.rings.iter().chain(&shape.added) {
                assert!(ring.points.len() > 3, "{}", one.name);
                assert!(ring.south_west.lat >= -90.0 && ring.north_east.lat <= 90.0);
                assert!(ring.south_west.lon >= -180.0 && ring.north_east.lon <= 180.0);
            }
        }
    }

    #[test]
    fn a_place_at_the_coast_or_the_border_is_inside_or_near() {
        assert_eq!(position(code("IE"), 53.27, -6.10), Position::Inside);
        assert_eq!(position(code("CA"), 43.856, -79.337), Position::Inside);
        assert!(matches!(position(code("IE"), 55.00, -7.32), Position::Near(1..=10)));
        assert!(matches!(position(code("CN"), 22.28, 114.16), Position::Near(1..=30)));
    }

    #[test]
    fn a_place_elsewhere_is_outside_by_so_much() {
        // Madrid is 350 km from France, Suva 2,700 km from Sydney's coast.
        assert!(matches!(
            position(code("FR"), 40.42, -3.70),
            Position::Outside(280..=360)
        ));
        assert!(matches!(
            position(code("IE"), 53.35, 6.27),
            Position::Outside(600..=900)
        ));
        assert!(matches!(position(code("UA"), 53.35, -6.27), Position::Outside(1700..)));
        assert!(matches!(position(code("RU"), 27.15, -13.20), Position::Outside(3000..)));
        assert!(matches!(position(code("AQ"), 90.0, 0.0), Position::Outside(15000..)));
    }

    #[test]
    fn the_date_line_is_no_distance() {
        // Wallis lies east of the line, Fiji's Lau islands on both sides of it.
        assert!(matches!(
            position(code("FJ"), -13.28, -176.18),
            Position::Outside(100..=800)
        ));
        assert!(matches!(
            position(code("US"), 52.0, 179.9),
            Position::Inside | Position::Near(_)
        ));
    }

    #[test]
    fn what_is_not_on_earth_is_unknown() {
        for (lat, lon) in
            [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 0.0), (0.0, f64::INFINITY)]
        {
            assert_eq!(position(code("IE"), lat, lon), Position::Unknown);
            assert_eq!(located(lat, lon), "");
        }
    }

    #[test]
    fn swapped_coordinates_are_noticed() {
        assert!(swapped(code("IE"), -6.27, 53.35));
        assert!(!swapped(code("IE"), 53.35, -6.27));
        assert!(!swapped(code("IE"), 40.42, -3.70));
        assert!(swapped(code("JP"), 139.69, 35.69));
    }
}
