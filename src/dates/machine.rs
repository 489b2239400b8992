//! Dates for machines that know less than EDTF: HTML's `<time datetime>` and Atom.

use super::bounds;
use super::canonical::shift;
use super::value::{Calendar, Certainty, Edtf, Moment, Value};

impl Edtf {
    /// A valid value of HTML's `<time datetime>` that says nothing untrue, if there is one:
    /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or a date and time.
    ///
    /// HTML has no form for doubt, intervals and sets, nor for years before 1, so those have
    /// none. What is unspecified within a year or month has the year or month, and so has a season.
    ///
    /// ```
    /// use dateline::dates::Edtf;
    ///
    /// let machine = |text| Edtf::parse(text).unwrap().machine();
    /// assert_eq!(machine("26 October 2022").as_deref(), Some("2022-10-26"));
    /// assert_eq!(machine("2022-10-XX").as_deref(), Some("2022-10"));
    /// assert_eq!(machine("2022-10?"), None);
    /// ```
    pub fn machine(&self) -> Option<String> {
        match self.value {
            Value::One(point) if point.certainty == Certainty::Certain => {
                of_calendar(point.calendar)
            }
            Value::Moment(moment) if moment.clock.year() > 0 => {
                Some(of_moment(moment, moment.shift))
            }
            _ => None,
        }
    }

    /// The instant that a feed demands (RFC 3339), which may be more exact than the date:
    /// Atom (RFC 4287, 3.3) has no other form, so this is for feeds alone.
    ///
    /// A moment is itself (in UTC if it names no zone); any other date is its earliest day,
    /// or its latest where no start is known, at midnight UTC. Years that RFC 3339 can't
    /// write become 0000 or 9999.
    pub fn feed_instant(&self) -> String {
        if let Value::Moment(moment) = self.value
            && moment.clock.year() >= 0
        {
            return of_moment(moment, moment.shift.or(Some(0)));
        }
        let (day, _) = bounds::known_days(&self.value);
        match day.year {
            ..0 => "0000-01-01T00:00:00Z".to_owned(),
            10_000.. => "9999-12-31T00:00:00Z".to_owned(),
            _ => format!("{day}T00:00:00Z"),
        }
    }
}

fn of_calendar(calendar: Calendar) -> Option<String> {
    let year = bounds::first(calendar).year;
    if year <= 0 {
        return None;
    }
    match calendar {
        Calendar::Century(_) | Calendar::Decade(_) => None,
        Calendar::Year(_)
        | Calendar::Season(..)
        | Calendar::SomeMonth(_)
        | Calendar::SomeDayOfYear(_) => Some(format!("{year:04}")),
        Calendar::Month(_, month) | Calendar::SomeDay(_, month) => {
            Some(format!("{year:04}-{month:02}"))
        }
        Calendar::Day(date) => Some(date.to_string()),
    }
}

/// Date and time with three decimals of a second at most, as HTML allows.
fn of_moment(moment: Moment, zone: Option<i16>) -> String {
    let clock = moment.clock;
    let thousandths = match clock.subsec_nanosecond() / 1_000_000 {
        0 => String::new(),
        thousandths => format!(".{thousandths:03}"),
    };
    format!(
        "{}T{:02}:{:02}:{:02}{thousandths}{}",
        clock.date(),
        clock.hour(),
        clock.minute(),
        clock.second(),
        shift(zone)
    )
}

#[cfg(test)]
mod tests {
    use crate::dates::Edtf;

    #[test]
    fn html_is_told_only_what_it_can_hold() {
        for (text, machine) in [
            ("2022", Some("2022")),
            ("0985", Some("0985")),
            ("2022-10", Some("2022-10")),
            ("2022-10-26", Some("2022-10-26")),
            ("2022-21", Some("2022")),
            ("2022-XX-XX", Some("2022")),
            ("Y170000002", Some("170000002")),
            ("2022-10-27T09:30:00-04", Some("2022-10-27T09:30:00-04:00")),
            ("2022-10-27 09:30", Some("2022-10-27T09:30:00")),
            ("2022-10-27T09:30:00.1239Z", Some("2022-10-27T09:30:00.123Z")),
            ("0000", None),
            ("-0043", None),
            ("202X", None),
            ("2022~", None),
            ("2016/2019", None),
            ("before 2022", None),
        ] {
            let date = Edtf::parse_moment(text).expect(text);
            assert_eq!(date.machine().as_deref(), machine, "{text}");
        }
    }

    #[test]
    fn a_feed_gets_the_earliest_instant_that_is_known() {
        for (text, instant) in [
            ("2022-10-26", "2022-10-26T00:00:00Z"),
            ("2022-10", "2022-10-01T00:00:00Z"),
            ("before 2022", "2021-12-31T00:00:00Z"),
            ("2022-10-27T09:30:00-04", "2022-10-27T09:30:00-04:00"),
            ("2022-10-27T09:30", "2022-10-27T09:30:00Z"),
            ("-0043", "0000-01-01T00:00:00Z"),
            ("Y170000002", "9999-12-31T00:00:00Z"),
        ] {
            let date = Edtf::parse_moment(text).expect(text);
            assert_eq!(date.feed_instant(), instant, "{text}");
        }
    }
}
