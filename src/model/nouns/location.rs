//! Locations, and how precisely they may be shown.

use super::{CountryId, Names, NumberOf, Prose, SourceId, Who};
use crate::content::kinds::location::{Confidence, Precision};
use crate::dates::Edtf;
use crate::fields::Node;
use crate::files::Span;
use serde::{Deserialize, Serialize};

/// A location.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Location {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// What it is called.
    pub name: String,
    /// The city it lies in.
    pub city: Option<String>,
    /// The part of the city or the region.
    pub area: Option<String>,
    /// The country it lies in.
    pub country: CountryId,
    /// Where it is, as recorded; what may be shown is [`Location::published_point`].
    pub(in crate::model) recorded: Option<Point>,
    /// How precisely it is known.
    pub precision: Option<Precision>,
    /// How precisely it may be shown.
    pub(in crate::model) publish: Option<Precision>,
    /// What sort of place it is: a word of the vocabulary `kinds`.
    pub kind: Option<String>,
    /// How things stand: a word of the vocabulary `statuses`.
    pub status: Option<String>,
    /// Who is said to run it.
    pub operator: Option<Who>,
    /// How many are counted at this place.
    pub stations: Option<u32>,
    /// What is counted of it.
    pub numbers: Vec<NumberOf>,
    /// When it was first told of.
    pub first_reported: Option<Edtf>,
    /// How its status changed, by date.
    pub history: Vec<StatusAt>,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What has to be added.
    pub note: Option<String>,
    /// How sure the record is.
    pub confidence: Option<Confidence>,
    /// Whether it is kept back until it is done.
    pub draft: bool,
    /// The writer's own fields.
    pub extra: Option<Node>,
    /// The text, where the location has a file of its own.
    pub prose: Option<Prose>,
}

/// A point on the earth, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// North of the equator.
    pub lat: f64,
    /// East of Greenwich.
    pub lon: f64,
}

/// What a location's status was from a date on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StatusAt {
    /// From when.
    pub date: Edtf,
    /// The status: a word of the vocabulary `statuses`.
    pub status: String,
    /// On whose word.
    pub sources: Vec<SourceId>,
    /// What has to be added.
    pub note: Option<String>,
}

/// Metres in a degree of latitude (a mean: 40,007.86 km of meridian in 360 degrees).
const METRES_IN_A_DEGREE: f64 = 111_132.9;

impl Location {
    /// The coarser of how precisely the place is known and how precisely it may be shown, in
    /// metres; a place whose precision nobody gave counts as known to the city.
    pub fn published_metres(&self) -> f64 {
        let city = Precision::Grade(crate::content::kinds::location::Grade::City);
        let known = self.precision.unwrap_or(city).metres();
        self.publish.map_or(known, |publish| publish.metres().max(known))
    }

    /// The place as it may be shown: the middle of its cell in a fixed grid whose step is the
    /// published precision. The grid never moves, so that repeated builds can't be
    /// averaged into something finer. `None` where no place is known, or it may be shown to
    /// the country only.
    pub fn published_point(&self) -> Option<Point> {
        let metres = self.published_metres();
        let point = self.recorded?;
        if metres >= 500_000.0 {
            return None;
        }
        // A cell as wide as the precision's radius hides the place within that radius.
        let step = grid_step(metres / METRES_IN_A_DEGREE);
        let middle = |degrees: f64| ((degrees / step).floor() + 0.5) * step;
        let decimals = |degrees: f64| (degrees * 1e6).round() / 1e6;
        Some(Point {
            lat: decimals(middle(point.lat)).clamp(-90.0, 90.0),
            lon: decimals(middle(point.lon)).clamp(-180.0, 180.0),
        })
    }
}

/// The next coarser step of a fixed ladder (1, 2, 5 times a power of ten), so that places of
/// one precision share one grid.
fn grid_step(degrees: f64) -> f64 {
    const LADDER: [f64; 14] = [
        0.000_01, 0.000_05, 0.000_1, 0.000_5, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1,
        0.5, 1.0, 5.0,
    ];
    LADDER.into_iter().find(|step| *step >= degrees).unwrap_or(10.0)
}
