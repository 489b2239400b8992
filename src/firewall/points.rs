//! Places that may not be told so finely: found in a text, whatever form their coordinates have.

use super::numbers::{WrittenDegrees, degrees};
use crate::model::{Point, ProtectedPoint};
use crate::needles::Needle;

/// Metres in a degree of latitude.
const METRES_IN_A_DEGREE: f64 = 111_132.9;

/// So many bytes stand between the two coordinates of a place at most.
const APART: usize = 80;

/// A coordinate that is told so finely tells the place without the other.
const ALONE: f64 = 0.000_101;

/// What is told within so many metres of a place tells the place, where it may be told no finer than ten times that.
const NEAR: f64 = 1_000.0;

/// Places that may not be told so finely, to be looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Points {
    /// In order of latitude, without its sign; each with its number among the protected things.
    hidden: Vec<HiddenPoint>,
    /// The coordinates that are published, without signs and in order.
    open: Vec<(f64, f64)>,
}

#[derive(Debug, Clone, Copy)]
struct HiddenPoint {
    lat: f64,
    lon: f64,
    /// What is written in steps as large as this may be told, in degrees.
    step: f64,
    /// So near it is found, in degrees.
    near: f64,
    thing: u32,
}

impl Points {
    /// These places, each with its number; `open` are those that are published.
    pub(super) fn new<'p>(
        hidden: impl Iterator<Item = (&'p ProtectedPoint, u32)>,
        open: impl Iterator<Item = Point>,
    ) -> Self {
        let mut hidden: Vec<HiddenPoint> =
            hidden.map(|(point, thing)| hidden_point(point, thing)).collect();
        hidden.sort_by(|a, b| a.lat.total_cmp(&b.lat));
        let mut open: Vec<(f64, f64)> = match hidden.is_empty() {
            true => Vec::new(),
            false => open.map(|point| (point.lat.abs(), point.lon.abs())).collect(),
        };
        open.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        Points { hidden, open }
    }

    /// The numbers of the places that a text tells.
    pub(super) fn find(&self, text: &str) -> Vec<u32> {
        if self.hidden.is_empty() {
            return Vec::new();
        }
        let all = degrees(text);
        let mut found = Vec::new();
        for (n, one) in all.iter().enumerate() {
            let next = all[n + 1..].iter();
            let others = next.take_while(|it| it.start <= one.end + APART);
            let others: Vec<&WrittenDegrees> =
                others.filter(|it| it.start >= one.end).collect();
            let pairs = others.iter().flat_map(|other| [(one, *other), (*other, one)]);
            pairs.for_each(|(lat, lon)| found.extend(self.at(lat, lon)));
            found.extend(self.alone(one));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn at(&self, lat: &WrittenDegrees, lon: &WrittenDegrees) -> Option<u32> {
        let reach = lat.step.max(NEAR / METRES_IN_A_DEGREE);
        let from = self.hidden.partition_point(|it| it.lat < lat.value - reach);
        let near =
            self.hidden[from..].iter().take_while(|it| it.lat <= lat.value + reach);
        let is_it = |it: &&HiddenPoint| {
            let tells = |told: &WrittenDegrees, value: f64| {
                told.step < it.step
                    && (told.value - value).abs() <= told.step.max(it.near)
            };
            tells(lat, it.lat) && tells(lon, it.lon)
        };
        let mut found = near.filter(is_it).map(|it| it.thing);
        found.next().filter(|_| !self.is_open(lat.value, lon.value))
    }

    /// A place that one coordinate tells by itself.
    fn alone(&self, told: &WrittenDegrees) -> Option<u32> {
        if told.step > ALONE {
            return None;
        }
        let is_it = |it: &&HiddenPoint| {
            let tells = |value: f64| (told.value - value).abs() < told.step;
            told.step < it.step && (tells(it.lat) || tells(it.lon))
        };
        let is_open =
            |(lat, lon): &(f64, f64)| same(*lat, told.value) || same(*lon, told.value);
        let mut found = self.hidden.iter().filter(is_it).map(|it| it.thing);
        found.next().filter(|_| !self.open.iter().any(is_open))
    }

    fn is_open(&self, lat: f64, lon: f64) -> bool {
        let from = self.open.partition_point(|(open, _)| *open < lat - 1e-9);
        let mut near =
            self.open[from..].iter().take_while(|(open, _)| *open <= lat + 1e-9);
        near.any(|(_, open)| same(*open, lon))
    }

    /// What numbers begin with that tell one of the places: digits, as they stand in a text.
    pub(super) fn beginnings(&self) -> Vec<String> {
        let mut all: Vec<String> = self.hidden.iter().flat_map(beginnings).collect();
        all.sort();
        all.dedup();
        all
    }
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

fn hidden_point(point: &ProtectedPoint, thing: u32) -> HiddenPoint {
    let step = (point.metres / METRES_IN_A_DEGREE).min(1.0);
    HiddenPoint {
        lat: point.point.lat.abs(),
        lon: point.point.lon.abs(),
        step,
        near: (point.metres / 10.0).min(NEAR) / METRES_IN_A_DEGREE,
        thing,
    }
}

/// What the coordinate with more digits may begin with, of a place that is told by both.
fn beginnings(point: &HiddenPoint) -> Vec<String> {
    let HiddenPoint { lat, lon, step, near, .. } = *point;
    let value = if lat.trunc() >= lon.trunc() { lat } else { lon };
    let decimals = (1..=6).find(|n| 0.1_f64.powi(*n) < step).unwrap_or(6);
    let tick = 0.1_f64.powi(decimals);
    let reach = near.max(tick);
    let mut all = Vec::new();
    let mut at = value - reach;
    while at <= value + reach {
        let ticks = (at / tick).floor() * tick + tick / 2.0;
        let written = format!("{ticks:.12}");
        let length = written.find('.').unwrap_or(0) + 1 + decimals as usize;
        let written = written.get(..length).unwrap_or_default().to_owned();
        all.push(written.replace('.', ","));
        all.push(written);
        at += tick;
    }
    for (value, move_by) in
        [lat, lon].into_iter().flat_map(|it| [(it, -ALONE), (it, ALONE)])
    {
        let written = format!("{:.6}", (value + move_by).max(0.0));
        let length = written.find('.').unwrap_or(0) + 4;
        let written = written.get(..length).unwrap_or_default().to_owned();
        all.push(written.replace('.', ","));
        all.push(written);
    }
    for minutes in
        [value - reach, value, value + reach].map(|it| (it.max(0.0) * 60.0) as u32)
    {
        for sign in [
            "°", "° ", " ", ":", "º", "º ", "&deg;", "&deg; ", "&#176;", "%C2%B0",
            "\\u00b0",
        ] {
            let (degrees, minutes) = (minutes / 60, minutes % 60);
            all.push(format!("{degrees}{sign}{minutes}"));
            all.push(format!("{degrees}{sign}{minutes:02}"));
        }
    }
    all
}

/// What a place is called in the codes that stand for coordinates: plus codes and geohashes, as far as they are finer
/// than may be told.
pub(super) fn codes(point: &ProtectedPoint) -> Vec<Needle> {
    let ProtectedPoint { point, metres, .. } = point;
    let plus = plus_code(*point);
    let (region, local, last) = (&plus[..4], &plus[4..8], &plus[8..]);
    let mut words = Vec::new();
    if *metres > 275.0 {
        words.push(format!("{region}{local}"));
    }
    if *metres > 14.0 {
        words.push(format!("{local} {last}"));
    }
    if *metres > 5_500.0 {
        words.push(format!("{region}{}00", &local[..2]));
    }
    let mut all: Vec<Needle> =
        words.iter().filter_map(|it| Needle::exactly(it)).collect();
    // The width of a cell in metres, by the number of letters.
    let widths = [(6, 1_200.0), (7, 153.0), (8, 38.0), (9, 5.0)];
    let finer = widths.iter().find(|(_, width)| width < metres);
    if let Some((letters, _)) = finer {
        all.extend(Needle::beginning(&geohash(*point, *letters)));
    }
    all
}

/// The ten digits of a plus code (Open Location Code), without its sign.
fn plus_code(point: Point) -> String {
    const DIGITS: &[u8; 20] = b"23456789CFGHJMPQRVWX";
    // Whole steps of 1/8000 of a degree, so that nothing is rounded away.
    let mut lat = ((point.lat + 90.0).clamp(0.0, 179.999_9) * 8000.0) as u64;
    let mut lon = ((point.lon + 180.0).rem_euclid(360.0) * 8000.0) as u64;
    let mut pairs = [[0; 2]; 5];
    for pair in pairs.iter_mut().rev() {
        *pair = [DIGITS[(lat % 20) as usize], DIGITS[(lon % 20) as usize]];
        (lat, lon) = (lat / 20, lon / 20);
    }
    pairs.as_flattened().iter().map(|byte| char::from(*byte)).collect()
}

/// The first letters of a geohash.
fn geohash(point: Point, letters: usize) -> String {
    const DIGITS: &[u8; 32] = b"0123456789bcdefghjkmnpqrstuvwxyz";
    let (mut lat, mut lon) = ((-90.0, 90.0), (-180.0, 180.0));
    let mut is_lon = true;
    let mut bit = || {
        let (range, value) =
            if is_lon { (&mut lon, point.lon) } else { (&mut lat, point.lat) };
        is_lon = !is_lon;
        let middle = f64::midpoint(range.0, range.1);
        let is_upper = value >= middle;
        if is_upper {
            range.0 = middle;
        } else {
            range.1 = middle;
        }
        usize::from(is_upper)
    };
    let mut letter = || (0..5).fold(0, |all, _| all << 1 | bit());
    (0..letters).map(|_| char::from(DIGITS[letter()])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Id;
    use crate::files::{FileId, Span};

    fn place(metres: f64) -> ProtectedPoint {
        ProtectedPoint {
            of: Id::new("ie/office").unwrap(),
            place: Span::start_of(FileId(0)),
            point: Point { lat: 53.349_812, lon: -6.260_312 },
            published: Some(Point { lat: 53.35, lon: -6.25 }),
            metres,
        }
    }

    fn tells(text: &str, metres: f64) -> bool {
        let place = place(metres);
        let points = Points::new([(&place, 3)].into_iter(), place.published.into_iter());
        let found = points.find(text);
        assert!(found.is_empty() || found == [3]);
        // What is found is not passed over for its digits.
        let digits = points.beginnings();
        let is_seen = digits.iter().any(|it| text.contains(it.as_str()));
        assert!(found.is_empty() || is_seen, "{text} {digits:?}");
        !found.is_empty()
    }

    #[test]
    fn a_place_is_found_in_every_form_of_its_coordinates() {
        for text in [
            "53.349812, -6.260312",
            "53.34, -6.26",
            "53.35 N 6.26 W",
            "geo:53.3498,-6.2603",
            "https://www.example.org/maps/@53.3498,-6.2603,17z",
            "[-6.2603, 53.3498]",
            "lat=53.3498&lon=-6.2603",
            "53,3498° N, 6,2603° W",
            "53°20′59.3″N 6°15′37.1″W",
            "53° 20' 59\" N, 6° 15' 37\" W",
            "N 53 20.988 W 6 15.618",
            "53°21′N 6°16′W",
            "only 53.3498 is told",
        ] {
            assert!(tells(text, 10_000.0), "{text}");
        }
    }

    #[test]
    fn what_is_published_or_elsewhere_is_not_found() {
        for text in [
            "53.35, -6.25",
            "53.3, -6.3",
            "53, 6",
            "53.34 % of 6.2 million",
            "52.3498, -6.1603",
            "in 53 of 20 countries, 6 of 15",
        ] {
            assert!(!tells(text, 10_000.0), "{text}");
        }
        assert!(!tells("53.35, -6.26", 250.0));
        assert!(tells("53.3498, -6.2603", 250.0));
    }

    #[test]
    fn codes_are_those_of_the_place() {
        let plus = |lat, lon| plus_code(Point { lat, lon });
        assert_eq!(plus(47.365_590, 8.524_997), "8FVC9G8F6X");
        assert_eq!(plus(20.370_112_5, 2.782_234_375), "7FG49QCJ2V");
        assert_eq!(geohash(Point { lat: 57.649_11, lon: 10.407_44 }, 9), "u4pruydqq");
        assert_eq!(codes(&place(10_000.0)).len(), 4);
        assert_eq!(codes(&place(50.0)).len(), 2);
    }
}
