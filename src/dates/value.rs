//! What a date can be: the value behind an [`Edtf`].

use std::hash::{Hash, Hasher};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::kept;

/// A date as it was written, and what it means.
///
/// Two of them are equal if they mean the same: `before 2022-09-12` equals
/// `[..2022-09-11]`. The order ([`Ord`]) is that of [`SortKey`](super::SortKey), with ties broken so that
/// it is total and agrees with equality.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Edtf {
    pub(super) value: Value,
    pub(super) written: Box<str>,
}

impl Edtf {
    /// The text it was read from, without the spaces around it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// A date that was not written by anybody, as tests make them.
    #[cfg(test)]
    pub(super) fn of(value: Value) -> Edtf {
        Edtf { value, written: "".into() }
    }
}

impl PartialEq for Edtf {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Edtf {}

impl Hash for Edtf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// How sure a date is (EDTF level 1, "Qualification of a date").
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    Serialize,
    Deserialize,
)]
pub enum Certainty {
    /// Nothing was said against it.
    #[default]
    Certain,
    /// `?`: possibly this date, possibly quite another.
    Uncertain,
    /// `~`: near this date.
    Approximate,
    /// `%`: near this date, possibly.
    Both,
}

impl Certainty {
    /// Whether the date may be quite another.
    pub fn is_uncertain(self) -> bool {
        matches!(self, Certainty::Uncertain | Certainty::Both)
    }

    /// Whether the date is only near.
    pub fn is_approximate(self) -> bool {
        matches!(self, Certainty::Approximate | Certainty::Both)
    }

    pub(super) fn of(uncertain: bool, approximate: bool) -> Certainty {
        match (uncertain, approximate) {
            (false, false) => Certainty::Certain,
            (true, false) => Certainty::Uncertain,
            (false, true) => Certainty::Approximate,
            (true, true) => Certainty::Both,
        }
    }

    /// The doubts of both.
    pub(super) fn and(self, other: Certainty) -> Certainty {
        Certainty::of(
            self.is_uncertain() || other.is_uncertain(),
            self.is_approximate() || other.is_approximate(),
        )
    }
}

/// The meaning of a date.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Value {
    /// Some time in one stretch of the calendar.
    One(Point),
    /// An interval (levels 0 and 1): it went on from one date to another.
    Lasted(Lasted),
    /// One of a set (level 2): some time in one of these. At least one, sorted, each once.
    OneOf(Vec<Member>),
    /// A date with a time of day (level 0).
    Moment(Moment),
}

/// An interval; at least one of its ends is a date.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub(super) enum Lasted {
    /// `2016/2019`
    Between(Point, Point),
    /// `2016/..`, `2016/`
    From(Point, Missing),
    /// `../2019`, `/2019`
    Until(Missing, Point),
}

/// The end of an interval that is no date (level 1, "Extended Interval").
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub(super) enum Missing {
    /// `..`: there is none, or none is given.
    Open,
    /// Nothing written: it exists, but isn't known.
    Unknown,
}

/// One member of a set (level 2, "Set representation").
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub(super) enum Member {
    /// `..1984`: this or an earlier one.
    UpTo(Point),
    /// `1667`
    One(Point),
    /// `1670..1672`: both ends included, of the same precision, in order.
    Range(Point, Point),
    /// `1760-12..`: this or a later one.
    From(Point),
}

/// A stretch of the calendar and how sure it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub(super) struct Point {
    pub(super) calendar: Calendar,
    pub(super) certainty: Certainty,
}

impl Point {
    pub(super) fn certain(calendar: Calendar) -> Point {
        Point { calendar, certainty: Certainty::Certain }
    }

    pub(super) fn about(calendar: Calendar) -> Point {
        Point { calendar, certainty: Certainty::Approximate }
    }
}

/// A stretch of the proleptic Gregorian calendar. Year 0 is 1 BC, as in ISO 8601.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub(super) enum Calendar {
    /// `20XX`: some year of a hundred, by the earliest (−9999 to 9900).
    Century(i32),
    /// `201X`: some year of ten, by the earliest (−9999 to 9990).
    Decade(i32),
    /// `2022`, or `Y170000002` for years beyond four digits (of nine at most).
    Year(i32),
    /// `2022-21`
    Season(i16, Season),
    /// `2022-XX`: some month of the year.
    SomeMonth(i16),
    /// `2022-10`: year and month, 1 to 12.
    Month(i16, i8),
    /// `2022-XX-XX`: some day of the year.
    SomeDayOfYear(i16),
    /// `2022-10-XX`: some day of the month.
    SomeDay(i16, i8),
    /// `2022-10-26`
    Day(#[serde(with = "kept::day")] Date),
}

/// A season wherever it is (level 1, "Seasons"): numbers 21 to 24.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(super) const ALL: [Season; 4] =
        [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

    /// Where it stands in [`Season::ALL`].
    pub(super) fn index(self) -> usize {
        self as usize
    }
}

/// A date with a time of day.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub(super) struct Moment {
    /// Date and clock as written.
    #[serde(with = "kept::clock")]
    pub(super) clock: jiff::civil::DateTime,
    /// Minutes ahead of UTC; none for a clock whose zone isn't given.
    pub(super) shift: Option<i16>,
}

impl Moment {
    /// Nanoseconds since 1970 began in UTC; a clock without zone is read as if it were UTC's.
    pub(super) fn instant(self) -> i128 {
        let epoch = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
        let shift = i128::from(self.shift.unwrap_or(0)) * 60_000_000_000;
        self.clock.duration_since(epoch).as_nanos() - shift
    }
}

/// The greatest year that is understood, after or before the year 0.
pub(super) const YEAR_LIMIT: i32 = 999_999_999;

impl Calendar {
    /// The stretch of the same kind just before; none for a season (the year in which its
    /// predecessor lies depends on the hemisphere), for what is unspecified, and at the end
    /// of the calendar.
    pub(super) fn before(self) -> Option<Calendar> {
        self.neighbour(-1)
    }

    /// The stretch of the same kind just after, as [`Calendar::before`].
    pub(super) fn after(self) -> Option<Calendar> {
        self.neighbour(1)
    }

    fn neighbour(self, step: i32) -> Option<Calendar> {
        match self {
            Calendar::Year(year) => {
                Some(year + step).filter(|y| y.abs() <= YEAR_LIMIT).map(Calendar::Year)
            }
            Calendar::Month(year, month) => {
                let months = i32::from(year) * 12 + i32::from(month) - 1 + step;
                let year = i16::try_from(months.div_euclid(12)).ok()?;
                let month = i8::try_from(months.rem_euclid(12)).ok()? + 1;
                (-9999..=9999).contains(&year).then_some(Calendar::Month(year, month))
            }
            Calendar::Day(date) if step < 0 => date.yesterday().ok().map(Calendar::Day),
            Calendar::Day(date) => date.tomorrow().ok().map(Calendar::Day),
            _ => None,
        }
    }
}
