//! Where a date lies: earliest and latest day, whether it lasted, how exact and sure it is.

use std::fmt;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::value::{Calendar, Certainty, Edtf, Lasted, Member, Point, Value};

/// Whether something filled the time between the bounds, or fell somewhere in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Extent {
    /// It went on from the one date to the other: an EDTF interval.
    Lasted,
    /// It was some time in there: any other date. `2022` is some time in 2022.
    Within,
}

/// How exact a date is: the size of the stretch that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// `20XX`
    Century,
    /// `202X`
    Decade,
    /// `2022`
    Year,
    /// `2022-21`
    Season,
    /// `2022-10`, and `2022-XX`: some month.
    Month,
    /// `2022-10-26`, and `2022-10-XX`, `2022-XX-XX`: some day.
    Day,
    /// `2022-10-26T09:30:00Z`
    Moment,
}

impl Edtf {
    /// The first day on which it may have been or begun. None if that isn't known, is open,
    /// or lies outside the years −9999 to 9999.
    ///
    /// A season may be any time of its year, as level 1 does not say in which hemisphere.
    pub fn earliest(&self) -> Option<Date> {
        bounds(&self.value).first.and_then(|edge| edge.day.civil())
    }

    /// The last day on which it may have been or ended; none as with [`Edtf::earliest`].
    ///
    /// ```
    /// use dateline::dates::Edtf;
    ///
    /// let latest = |text| Edtf::parse(text).unwrap().latest().map(|day| day.to_string());
    /// assert_eq!(latest("2024-02").as_deref(), Some("2024-02-29"));
    /// assert_eq!(latest("before 2022-09-12").as_deref(), Some("2022-09-11"));
    /// assert_eq!(latest("2022-10/.."), None);
    /// ```
    pub fn latest(&self) -> Option<Date> {
        bounds(&self.value).last.and_then(|edge| edge.day.civil())
    }

    /// The month in which it lies, or in which it began where it lasted, from 1; none where that isn't known.
    ///
    /// ```
    /// use dateline::dates::Edtf;
    ///
    /// let month = |text| Edtf::parse(text).unwrap().month();
    /// assert_eq!([month("2022-10-26"), month("2022-10"), month("2022-10/2023")], [Some(10); 3]);
    /// assert_eq!([month("2022"), month("2022-XX"), month("before 2022-10-01")], [None; 3]);
    /// assert_eq!([month("2022/2023-05"), month("2022-XX-XX/2023"), month("../2022-10")], [None; 3]);
    /// ```
    pub fn month(&self) -> Option<u8> {
        let first = self.earliest()?;
        let last = match &self.value {
            Value::Lasted(_) => {
                points(&self.value).next().and_then(|start| last(start.calendar).civil())
            }
            _ => self.latest(),
        };
        let is_known = last.is_some_and(|last| {
            (last.year(), last.month()) == (first.year(), first.month())
        });
        is_known.then(|| first.month().unsigned_abs())
    }

    /// Whether it lasted or was some time within.
    pub fn extent(&self) -> Extent {
        match self.value {
            Value::Lasted(_) => Extent::Lasted,
            _ => Extent::Within,
        }
    }

    /// How sure it is; of an interval or a set, the doubts of all its dates together.
    pub fn certainty(&self) -> Certainty {
        points(&self.value)
            .map(|point| point.certainty)
            .fold(Certainty::Certain, Certainty::and)
    }

    /// How exact it is; of an interval or a set, by the least exact of its dates.
    pub fn precision(&self) -> Precision {
        // Only a moment has no points.
        points(&self.value)
            .map(|point| precision(point.calendar))
            .min()
            .unwrap_or(Precision::Moment)
    }

    /// The years from the first to the last that it names or covers; an open or unknown end
    /// adds none. With the greatest EDTF years that may be two thousand million.
    ///
    /// ```
    /// use dateline::dates::Edtf;
    ///
    /// assert_eq!(Edtf::parse("2016/2019").unwrap().years(), 2016..=2019);
    /// assert_eq!(Edtf::parse("since October 2022").unwrap().years(), 2022..=2022);
    /// assert_eq!(Edtf::parse("before 2022").unwrap().years(), 2021..=2021);
    /// ```
    pub fn years(&self) -> RangeInclusive<i32> {
        let days = known_days(&self.value);
        days.0.year..=days.1.year
    }

    /// The year to group it under: the first of [`Edtf::years`].
    pub fn year(&self) -> i32 {
        *self.years().start()
    }

    /// Whether all of it lay before all of the other, beyond doubt: the latest day of the one
    /// is known and before the earliest of the other, neither of these is approximate, and
    /// nothing is uncertain; a season's ends are always approximate. Of two moments with
    /// zones, the instants decide.
    pub fn is_definitely_before(&self, other: &Edtf) -> bool {
        if let (Value::Moment(one), Value::Moment(two)) = (&self.value, &other.value)
            && one.shift.is_some()
            && two.shift.is_some()
        {
            return one.instant() < two.instant();
        }
        if self.certainty().is_uncertain() || other.certainty().is_uncertain() {
            return false;
        }
        match (bounds(&self.value).last, bounds(&other.value).first) {
            (Some(last), Some(first)) => {
                last.certainty == Certainty::Certain
                    && first.certainty == Certainty::Certain
                    && last.day < first.day
            }
            _ => false,
        }
    }

    /// Whether it may have been, or begun, before or together with the other: the other is
    /// not definitely before it.
    pub fn may_precede(&self, other: &Edtf) -> bool {
        !other.is_definitely_before(self)
    }

    /// Whether the two may have been at the same time: neither is definitely before the other.
    pub fn overlaps(&self, other: &Edtf) -> bool {
        self.may_precede(other) && other.may_precede(self)
    }

    /// Whether the bounds of the other lie within its own. What is open or unknown at an end
    /// holds everything beyond, and only a date like it holds such an end.
    pub fn contains(&self, other: &Edtf) -> bool {
        let (outer, inner) = (bounds(&self.value), bounds(&other.value));
        let from_start = match (outer.first, inner.first) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(outer), Some(inner)) => outer.day <= inner.day,
        };
        let to_end = match (outer.last, inner.last) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(outer), Some(inner)) => inner.day <= outer.day,
        };
        from_start && to_end
    }
}

/// A day in any year that EDTF can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Day {
    pub(super) year: i32,
    month: i8,
    day: i8,
}

impl Day {
    fn civil(self) -> Option<Date> {
        Date::new(i16::try_from(self.year).ok()?, self.month, self.day).ok()
    }
}

/// As ISO 8601 writes it, for years 0 to 9999.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Day { year: i32::from(date.year()), month: date.month(), day: date.day() }
    }
}

/// One end of a stretch, with the doubts of the date that gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edge {
    pub(super) day: Day,
    certainty: Certainty,
}

/// Both ends of a stretch; none where open or unknown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) first: Option<Edge>,
    pub(super) last: Option<Edge>,
}

/// The bounds of a value.
pub(super) fn bounds(value: &Value) -> Bounds {
    match value {
        Value::One(point) => of_member(Member::One(*point)),
        Value::Lasted(Lasted::Between(from, to)) => of_member(Member::Range(*from, *to)),
        Value::Lasted(Lasted::From(from, _)) => of_member(Member::From(*from)),
        Value::Lasted(Lasted::Until(_, to)) => of_member(Member::UpTo(*to)),
        Value::OneOf(members) => of_set(members),
        Value::Moment(moment) => {
            let day = moment.clock.date().into();
            let edge = Some(Edge { day, certainty: Certainty::Certain });
            Bounds { first: edge, last: edge }
        }
    }
}

pub(super) fn of_member(member: Member) -> Bounds {
    let (from, to) = match member {
        Member::UpTo(point) => (None, Some(point)),
        Member::One(point) => (Some(point), Some(point)),
        Member::Range(first, last) => (Some(first), Some(last)),
        Member::From(point) => (Some(point), None),
    };
    let edge = |day: fn(Calendar) -> Day, point: Point| Edge {
        day: day(point.calendar),
        certainty: point.certainty.and(certainty_of_ends(point.calendar)),
    };
    Bounds {
        first: from.map(|point| edge(first, point)),
        last: to.map(|point| edge(last, point)),
    }
}

/// A winter that is called 2022's may run into 2023, so its last day proves nothing.
fn certainty_of_ends(calendar: Calendar) -> Certainty {
    match calendar {
        Calendar::Season(..) => Certainty::Approximate,
        _ => Certainty::Certain,
    }
}

/// From the earliest of all members to the latest. A set may be open at both ends:
/// `[..1900,2000..]`.
fn of_set(members: &[Member]) -> Bounds {
    let all = || members.iter().map(|member| of_member(*member));
    // `None` is the least, so one open start opens the whole; an open end ends the fold.
    let first = all().map(|bounds| bounds.first).min().flatten();
    let last = all()
        .try_fold(None, |latest, bounds| Some(latest.max(Some(bounds.last?))))
        .flatten();
    Bounds { first, last }
}

/// The first and last day that are known of a value; an end that isn't is as the other.
pub(super) fn known_days(value: &Value) -> (Day, Day) {
    let Bounds { first, last } = bounds(value);
    match (first.or(last), last.or(first)) {
        (Some(first), Some(last)) => (first.day, last.day),
        // A set open at both ends: by the dates that it names.
        _ => named_days(value),
    }
}

fn named_days(value: &Value) -> (Day, Day) {
    let firsts = points(value).map(|point| first(point.calendar));
    let lasts = points(value).map(|point| last(point.calendar));
    // Neither is missing: a value without points is a moment, whose bounds are known.
    let none = Day { year: 0, month: 1, day: 1 };
    (firsts.min().unwrap_or(none), lasts.max().unwrap_or(none))
}

/// The dates that a value is made of; none of a moment.
pub(super) fn points(value: &Value) -> impl Iterator<Item = Point> + '_ {
    let (one, members) = match value {
        Value::One(point) => ([Some(*point), None], &[][..]),
        Value::Lasted(Lasted::Between(from, to)) => ([Some(*from), Some(*to)], &[][..]),
        Value::Lasted(Lasted::From(point, _) | Lasted::Until(_, point)) => {
            ([Some(*point), None], &[][..])
        }
        Value::OneOf(members) => ([None, None], &members[..]),
        Value::Moment(_) => ([None, None], &[][..]),
    };
    let of_members = members.iter().flat_map(|member| match *member {
        Member::UpTo(point) | Member::One(point) | Member::From(point) => {
            [Some(point), None]
        }
        Member::Range(first, last) => [Some(first), Some(last)],
    });
    one.into_iter().chain(of_members).flatten()
}

/// The first day of a stretch.
pub(super) fn first(calendar: Calendar) -> Day {
    let start = |year: i32| Day { year, month: 1, day: 1 };
    match calendar {
        Calendar::Century(year) | Calendar::Decade(year) | Calendar::Year(year) => {
            start(year)
        }
        Calendar::Season(year, _)
        | Calendar::SomeMonth(year)
        | Calendar::SomeDayOfYear(year) => start(i32::from(year)),
        Calendar::Month(year, month) | Calendar::SomeDay(year, month) => {
            Day { year: i32::from(year), month, day: 1 }
        }
        Calendar::Day(date) => date.into(),
    }
}

/// The last day of a stretch.
pub(super) fn last(calendar: Calendar) -> Day {
    let end = |year: i32| Day { year, month: 12, day: 31 };
    match calendar {
        Calendar::Century(year) => end(year + 99),
        Calendar::Decade(year) => end(year + 9),
        Calendar::Year(year) => end(year),
        Calendar::Season(year, _)
        | Calendar::SomeMonth(year)
        | Calendar::SomeDayOfYear(year) => end(i32::from(year)),
        Calendar::Month(year, month) | Calendar::SomeDay(year, month) => {
            let day = Date::new(year, month, 1).map_or(31, Date::days_in_month);
            Day { year: i32::from(year), month, day }
        }
        Calendar::Day(date) => date.into(),
    }
}

fn precision(calendar: Calendar) -> Precision {
    match calendar {
        Calendar::Century(_) => Precision::Century,
        Calendar::Decade(_) => Precision::Decade,
        Calendar::Year(_) => Precision::Year,
        Calendar::Season(..) => Precision::Season,
        Calendar::SomeMonth(_) | Calendar::Month(..) => Precision::Month,
        Calendar::SomeDayOfYear(_) | Calendar::SomeDay(..) | Calendar::Day(_) => {
            Precision::Day
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::Edtf;

    fn date(text: &str) -> Edtf {
        Edtf::parse_moment(text).expect(text)
    }

    #[test]
    fn only_what_is_beyond_doubt_is_definitely_before() {
        for (one, other, before) in [
            ("2022-10-26", "2022-10-27", true),
            ("2022-10-26", "2022-10", false),
            ("2022-09", "2022-10-26", true),
            ("before 2022", "2022", true),
            ("2022", "after 2022", true),
            ("2022/..", "2030", false),
            ("2022?", "2030", false),
            ("2022~", "2030", false),
            ("2022", "2030?", false),
            ("late 2022", "2023", true),
            ("early 2022", "2022-12", false),
            ("2022-24", "2023", false),
            ("2016/2019", "2020", true),
            ("Y-20000", "-9999", true),
            ("2022-10-27T00:30:00+02:00", "2022-10-26T23:00:00Z", true),
            ("2022-10-27T00:30:00", "2022-10-27T23:00:00Z", false),
        ] {
            assert_eq!(
                date(one).is_definitely_before(&date(other)),
                before,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn dates_contain_and_overlap_by_their_bounds() {
        assert!(date("2022").contains(&date("2022-10-26")));
        assert!(!date("2022-10").contains(&date("2022")));
        assert!(date("before 2022").contains(&date("1999")));
        assert!(!date("1999").contains(&date("before 2022")));
        assert!(date("2022-10").overlaps(&date("2022-10-26/..")));
        assert!(!date("2022-09").overlaps(&date("2022-10")));
        assert!(date("2022-10").may_precede(&date("2022-10-26")));
        assert!(!date("2022-10").may_precede(&date("2022-09-12")));
    }

    #[test]
    fn years_are_those_named_or_covered() {
        assert_eq!(date("2019-12/2022-01").years(), 2019..=2022);
        assert_eq!(date("[..1900,2000..]").years(), 1900..=2000);
        assert_eq!(date("201X").years(), 2010..=2019);
        assert_eq!(date("2022-10-27T00:30:00+02:00").year(), 2022);
        assert_eq!(date("Y170000002").year(), 170_000_002);
    }
}
