//! Dates → canonical EDTF, which reads back as the same date.

use std::fmt::{self, Display, Formatter};

use super::value::{
    Calendar, Certainty, Edtf, Lasted, Member, Missing, Moment, Point, Value,
};

impl Edtf {
    /// The date in canonical EDTF: words become marks and sets, members of a set are sorted.
    /// What it gives reads back ([`Edtf::parse_moment`]) as an equal date.
    ///
    /// ```
    /// use dateline::dates::Edtf;
    ///
    /// assert_eq!(Edtf::parse("Between 2016 and 2019").unwrap().as_edtf(), "[2016..2019]");
    /// assert_eq!(Edtf::parse("early 2022").unwrap().as_edtf(), "[2022-01..2022-04~]");
    /// ```
    pub fn as_edtf(&self) -> String {
        self.value.to_string()
    }
}

/// Writes the canonical EDTF.
impl Display for Edtf {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Value::One(point) => point.fmt(f),
            Value::Lasted(Lasted::Between(from, to)) => write!(f, "{from}/{to}"),
            Value::Lasted(Lasted::From(from, missing)) => write!(f, "{from}/{missing}"),
            Value::Lasted(Lasted::Until(missing, to)) => write!(f, "{missing}/{to}"),
            Value::OneOf(members) => {
                for (index, member) in members.iter().enumerate() {
                    write!(f, "{}{member}", if index == 0 { '[' } else { ',' })?;
                }
                f.write_str("]")
            }
            Value::Moment(moment) => moment.fmt(f),
        }
    }
}

impl Display for Missing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Missing::Open => "..",
            Missing::Unknown => "",
        })
    }
}

impl Display for Member {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Member::UpTo(point) => write!(f, "..{point}"),
            Member::One(point) => point.fmt(f),
            Member::Range(first, last) => write!(f, "{first}..{last}"),
            Member::From(point) => write!(f, "{point}.."),
        }
    }
}

impl Display for Point {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.calendar, self.certainty)
    }
}

impl Display for Certainty {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Certainty::Certain => "",
            Certainty::Uncertain => "?",
            Certainty::Approximate => "~",
            Certainty::Both => "%",
        })
    }
}

impl Display for Calendar {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match *self {
            Calendar::Century(first) => unspecified(f, first, 100, "XX"),
            Calendar::Decade(first) => unspecified(f, first, 10, "X"),
            Calendar::Year(year) if year.abs() > 9999 => write!(f, "Y{year}"),
            Calendar::Year(year) => four_digits(f, year),
            Calendar::Season(year, season) => {
                four_digits(f, i32::from(year))?;
                write!(f, "-{}", 21 + season.index())
            }
            Calendar::SomeMonth(year) => {
                four_digits(f, i32::from(year))?;
                f.write_str("-XX")
            }
            Calendar::Month(year, month) => {
                four_digits(f, i32::from(year))?;
                write!(f, "-{month:02}")
            }
            Calendar::SomeDayOfYear(year) => {
                four_digits(f, i32::from(year))?;
                f.write_str("-XX-XX")
            }
            Calendar::SomeDay(year, month) => {
                four_digits(f, i32::from(year))?;
                write!(f, "-{month:02}-XX")
            }
            Calendar::Day(date) => {
                four_digits(f, i32::from(date.year()))?;
                write!(f, "-{:02}-{:02}", date.month(), date.day())
            }
        }
    }
}

fn four_digits(f: &mut Formatter<'_>, year: i32) -> fmt::Result {
    write!(f, "{}{:04}", if year < 0 { "-" } else { "" }, year.abs())
}

/// A decade or century by its earliest year. Before the year 0 the digits that are written
/// are those of the year nearest to it: `-198X` is −1989 to −1980.
fn unspecified(f: &mut Formatter<'_>, first: i32, years: i32, mark: &str) -> fmt::Result {
    let digits = 4 - mark.len();
    if first < 0 {
        write!(f, "-{:0digits$}{mark}", -(first + years - 1) / years)
    } else {
        write!(f, "{:0digits$}{mark}", first / years)
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let clock = self.clock;
        Calendar::Day(clock.date()).fmt(f)?;
        write!(f, "T{:02}:{:02}:{:02}", clock.hour(), clock.minute(), clock.second())?;
        if clock.subsec_nanosecond() > 0 {
            let decimals = format!("{:09}", clock.subsec_nanosecond());
            write!(f, ".{}", decimals.trim_end_matches('0'))?;
        }
        f.write_str(&shift(self.shift))
    }
}

/// A shift from UTC as ISO 8601, RFC 3339 and HTML all write it; nothing for a local clock.
pub(super) fn shift(minutes: Option<i16>) -> String {
    match minutes {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}
