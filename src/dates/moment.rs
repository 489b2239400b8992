//! A date with a time of day (EDTF level 0, "Date and Time") → [`Moment`].

use jiff::civil::{Date, Time};

use super::error::{DateError, DateText};
use super::parse;
use super::value::{Calendar, Certainty, Moment, Point};

const FORM: &str = "write `2022-10-27T09:30:00Z`, or `+01:00` in place of `Z`";

/// Reads the two parts that [`parse::date_and_time`] gives.
pub(super) fn parse(date: DateText, time: DateText) -> Result<Moment, DateError> {
    let day = day(date)?;
    let is_clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.');
    let end = time.text.find(|c| !is_clock(c)).unwrap_or(time.text.len());
    let clock = clock(time.part(0, end).trim())?;
    let shift = shift(time.rest(end).trim())?;
    Ok(Moment { clock: day.to_datetime(clock), shift })
}

fn day(date: DateText) -> Result<Date, DateError> {
    match parse::point(date)? {
        Point { calendar: Calendar::Day(day), certainty: Certainty::Certain } => Ok(day),
        _ => Err(date.invalid("a time of day needs a whole date", FORM)),
    }
}

/// `23:20:30`, also `23:20`, `9:05` and `23:20:30.125`.
fn clock(text: DateText) -> Result<Time, DateError> {
    let refuse = || text.invalid(format!("{} is no time of day", text.quoted()), FORM);
    let (whole, decimals) = text.text.split_once('.').unwrap_or((text.text, ""));
    if text.text.ends_with('.') {
        return Err(refuse());
    }
    // Ruby and people write the hour before ten with one digit.
    let whole =
        if whole.find(':') == Some(1) { format!("0{whole}") } else { whole.to_owned() };
    let parts: Vec<i8> = whole.split(':').map_while(two_digits).collect();
    if parts.len() != whole.split(':').count() {
        return Err(refuse());
    }
    let nanoseconds = nanoseconds(decimals).ok_or_else(refuse)?;
    let time = match parts[..] {
        [hour, minute] if decimals.is_empty() => Time::new(hour, minute, 0, 0),
        [hour, minute, second] => Time::new(hour, minute, second, nanoseconds),
        _ => return Err(refuse()),
    };
    time.map_err(|_| {
        text.invalid(
            format!("there is no time of day {}", text.quoted()),
            "write a time from 00:00:00 to 23:59:59",
        )
    })
}

fn two_digits(text: &str) -> Option<i8> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Decimals of a second, of nine digits at most.
fn nanoseconds(decimals: &str) -> Option<i32> {
    let digits =
        decimals.len() <= 9 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| format!("{decimals:0<9}").parse().ok())?
}

/// `Z`, `UTC`, `-4`, `-04`, `+04:30` or `+0430`, in minutes; none where nothing is written.
fn shift(text: DateText) -> Result<Option<i16>, DateError> {
    if text.text.is_empty() {
        return Ok(None);
    }
    if ["z", "utc", "gmt", "ut"].iter().any(|zone| text.text.eq_ignore_ascii_case(zone)) {
        return Ok(Some(0));
    }
    let digits = text.text.strip_prefix(['+', '-']).unwrap_or_default();
    let digits = match digits.find(':') {
        Some(1) => format!("0{}", digits.replacen(':', "", 1)),
        _ => digits.replacen(':', "", 1),
    };
    let (hours, minutes) = match digits.len() {
        1 => (two_digits(&format!("0{digits}")), Some(0)),
        2 => (two_digits(&digits), Some(0)),
        4 => (digits.get(..2).and_then(two_digits), digits.get(2..).and_then(two_digits)),
        _ => (None, None),
    };
    match (hours, minutes) {
        (Some(hours @ 0..=23), Some(minutes @ 0..=59)) => {
            let shift = i16::from(hours) * 60 + i16::from(minutes);
            Ok(Some(if text.text.starts_with('-') { -shift } else { shift }))
        }
        _ => Err(text.invalid(format!("{} is no shift from UTC", text.quoted()), FORM)),
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::Edtf;

    #[test]
    fn other_generators_date_times_are_read() {
        for (text, edtf) in [
            ("2022-10-27T09:30:00+01:00", "2022-10-27T09:30:00+01:00"),
            ("2022-10-27 09:30:00 +0100", "2022-10-27T09:30:00+01:00"),
            ("2022-10-27t09:30:00z", "2022-10-27T09:30:00Z"),
            ("2022-10-27T09:30:00-00:00", "2022-10-27T09:30:00Z"),
            ("2022-10-27T09:30", "2022-10-27T09:30:00"),
            ("2022-10-27T09:30:00.250Z", "2022-10-27T09:30:00.25Z"),
            ("2022-10-27 9:05:00 -0400", "2022-10-27T09:05:00-04:00"),
            ("2022-10-27 9:05", "2022-10-27T09:05:00"),
            ("2022-10-27 12:00 UTC", "2022-10-27T12:00:00Z"),
            ("2022-10-27 12:00:00 gmt", "2022-10-27T12:00:00Z"),
            ("2022-10-27T10:00:00-5", "2022-10-27T10:00:00-05:00"),
            ("2022-10-27T10:00:00+5:30", "2022-10-27T10:00:00+05:30"),
        ] {
            assert_eq!(Edtf::parse_moment(text).expect(text).as_edtf(), edtf);
        }
    }

    #[test]
    fn a_time_that_is_none_is_refused_in_its_place() {
        for (text, at) in [
            ("2022-10-27T25:30:00Z", "25:30:00"),
            ("2022-10-27T24:00:00Z", "24:00:00"),
            ("2022-10-27T9:3Z", "9:3"),
            ("2022-10-27T09:30:00+123", "+123"),
            ("2022-10-27T09:30:00+24:00", "+24:00"),
            ("2022-10-27T09:30:00 CET", "CET"),
            ("2022-10-27T09:30:00.Z", "09:30:00."),
            ("2022-13-27T09:30:00Z", "13"),
            ("2022-02-30 09:30", "30"),
        ] {
            let error = Edtf::parse_moment(text).expect_err(text);
            assert_eq!(&text[error.range.clone()], at, "{error:?}");
        }
    }
}
