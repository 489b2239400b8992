//! EDTF → what it means: levels 0 and 1, one-of sets, and where words may stand.

use jiff::civil::Date;

use super::error::{DateError, DateText};
use super::names::month_name;
use super::value::{
    Calendar, Certainty, Lasted, Member, Missing, Point, Season, Value, YEAR_LIMIT,
};
use super::{bounds, english, slips, words};

/// Reads a whole date; `text` is trimmed.
pub(super) fn value(text: DateText) -> Result<Value, DateError> {
    if text.text.is_empty() {
        return Err(text.invalid(
            "the date is empty",
            "write a date such as `2022-10-26`, `2022-10` or `2022`, or leave the field out",
        ));
    }
    if let Some(value) = words::value(text)? {
        return Ok(value);
    }
    if let Some(inner) = text.text.strip_prefix('[') {
        return match inner.strip_suffix(']') {
            Some(_) => set(text.part(1, text.text.len() - 1)),
            None => Err(text.invalid("the set has no `]`", "write `[2016..2019]`")),
        };
    }
    if text.text.starts_with('{') {
        return Err(text.invalid(
            "a date can't be all of a set at once",
            "write `[…]` for one of them, or a dated fact for each",
        ));
    }
    if text.text.contains('/') {
        return interval(text).map(Value::Lasted);
    }
    if let Some((from, to)) = text.split_once("–")
        && words::points(from, to).is_ok()
    {
        return lasted(text, from, to).map(Value::Lasted);
    }
    if let Some((one, other)) = text.split_once(" or ") {
        let (one, other) = words::points(one, other)?;
        return Ok(one_of(vec![Member::One(one), Member::One(other)]));
    }
    words::point(text).map(Value::One)
}

/// `2016/2019`, `2016/..`, `/2019` (level 0 "Time Interval", level 1 "Extended Interval").
fn interval(text: DateText) -> Result<Lasted, DateError> {
    if slips::is_foreign(text.text) {
        return Err(slips::refuse(text));
    }
    let (from, to) = text.split_once("/").unwrap_or((text, text));
    if to.text.contains('/') {
        return Err(text.invalid(
            "an interval has one start and one end",
            "write `2016/2019`, with one `/`",
        ));
    }
    match (missing(from), missing(to)) {
        (None, None) => lasted(text, from, to),
        (None, Some(open)) => Ok(Lasted::From(words::point(from)?, open)),
        (Some(open), None) => Ok(Lasted::Until(open, words::point(to)?)),
        (Some(_), Some(_)) => Err(text.invalid(
            "an interval needs a date at one end at least",
            "write `2016/..`, `../2019` or `2016/2019`, or leave the field out",
        )),
    }
}

fn missing(end: DateText) -> Option<Missing> {
    match end.text {
        ".." => Some(Missing::Open),
        "" => Some(Missing::Unknown),
        _ => None,
    }
}

/// An interval between two dates, which `whole` says.
pub(super) fn lasted(
    whole: DateText,
    from: DateText,
    to: DateText,
) -> Result<Lasted, DateError> {
    let (start, end) = words::points(from, to)?;
    if is_reversed(start, end) {
        return Err(whole.reversed(from, to, format!("write `{end}/{start}`")));
    }
    Ok(Lasted::Between(start, end))
}

fn is_reversed(start: Point, end: Point) -> bool {
    bounds::last(end.calendar) < bounds::first(start.calendar)
        || matches!(
            (start.calendar, end.calendar),
            (Calendar::Season(..), Calendar::Season(..)) if end.calendar < start.calendar
        )
}

/// What stands between the brackets of a one-of set (level 2, "Set representation").
fn set(inner: DateText) -> Result<Value, DateError> {
    let mut members = Vec::new();
    for text in inner.split(',') {
        members.push(member(text.trim())?);
    }
    Ok(one_of(members))
}

/// The set of these members, which must not be none. One date alone is that date.
pub(super) fn one_of(mut members: Vec<Member>) -> Value {
    members.sort_by_key(|member| (bounds::of_member(*member).first, *member));
    members.dedup();
    match members[..] {
        [Member::One(point)] => Value::One(point),
        _ => Value::OneOf(members),
    }
}

fn member(text: DateText) -> Result<Member, DateError> {
    let Some((from, to)) = text.split_once("..") else {
        return point(text).map(Member::One);
    };
    match (from.text, to.text) {
        ("", "") => Err(text.invalid(
            "`..` needs a date before it, after it, or both",
            "write `[..2019]`, `[2016..]` or `[2016..2019]`",
        )),
        ("", _) => point(to).map(Member::UpTo),
        (_, "") => point(from).map(Member::From),
        _ => range(text, from, to),
    }
}

/// All from one date to another, which `whole` says; both are of one precision (rule 7 of
/// "Set representation").
pub(super) fn range(
    whole: DateText,
    from: DateText,
    to: DateText,
) -> Result<Member, DateError> {
    let (first, last) = words::points(from, to)?;
    let same_kind =
        std::mem::discriminant(&first.calendar) == std::mem::discriminant(&last.calendar);
    if is_reversed(first, last) || (same_kind && last.calendar < first.calendar) {
        let help = format!("write `[{last}..{first}]`");
        return Err(whole.reversed(from, to, help));
    }
    if !same_kind {
        return Err(whole.invalid(
            format!(
                "{} and {} are not equally precise, so nothing lies between them",
                from.quoted(),
                to.quoted()
            ),
            "write both as years, both as months or both as days",
        ));
    }
    Ok(Member::Range(first, last))
}

/// A date with the mark of its certainty (level 1, "Qualification of a date").
pub(super) fn point(text: DateText) -> Result<Point, DateError> {
    let (bare, certainty) = match text.text.chars().next_back() {
        Some('?') => (1, Certainty::Uncertain),
        Some('~') => (1, Certainty::Approximate),
        Some('%') => (1, Certainty::Both),
        _ => (0, Certainty::Certain),
    };
    let date = text.part(0, text.text.len() - bare).trim();
    if let Some(at) = date.text.find(['?', '~', '%']) {
        return Err(date.part(at, at + 1).invalid(
            "a date has one mark of doubt, at its end",
            "write `2022-10?` (uncertain), `2022-10~` (approximate) or `2022-10%` (both)",
        ));
    }
    calendar(date).map(|calendar| Point { calendar, certainty })
}

/// A date without a mark: EDTF, or English.
fn calendar(text: DateText) -> Result<Calendar, DateError> {
    let after_y = text.text.strip_prefix(['Y', 'y']);
    if after_y.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic())) {
        return long_year(text);
    }
    if let Some(parts) = shape(text) {
        return iso(text, &parts);
    }
    if let Some(calendar) = english::calendar(text)? {
        return Ok(calendar);
    }
    if let Some((date, _)) = date_and_time(text) {
        return Err(text.rest(date.text.len()).invalid(
            "a time of day is not taken here",
            format!("write the day alone: {}", date.quoted()),
        ));
    }
    Err(slips::refuse(text))
}

/// The parts between the hyphens, if the text begins with a year of four digits (of which
/// some may be `X`), signed or not, and holds nothing but digits, `X` and hyphens.
fn shape(text: DateText<'_>) -> Option<Vec<DateText<'_>>> {
    let sign = usize::from(text.text.starts_with('-'));
    let fits = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'X' | b'x' | b'-');
    if text.text.len() > 32 || !text.text.bytes().all(fits) {
        return None;
    }
    let parts: Vec<DateText> = text.rest(sign).split('-').collect();
    let whole = parts.iter().all(|part| !part.text.is_empty());
    (whole && parts.len() <= 3 && parts[0].text.len() == 4).then_some(parts)
}

/// `2022`, `202X`, `2022-10`, `2022-21`, `2022-XX`, `2022-10-26`, `2022-10-XX`, `2022-XX-XX`.
fn iso(text: DateText, parts: &[DateText]) -> Result<Calendar, DateError> {
    let negative = text.text.starts_with('-');
    match *parts {
        [digits] => year_alone(text, digits, negative),
        [digits, month] => year_month(text, year(text, digits, negative)?, month),
        [digits, month, day] => {
            year_month_day(text, year(text, digits, negative)?, month, day)
        }
        // `shape` gives one to three parts.
        _ => Err(slips::refuse(text)),
    }
}

/// The number of a part that is all digits, and short enough for it.
fn number(text: &str) -> Option<i16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn is_unspecified(text: &str) -> bool {
    text.eq_ignore_ascii_case("XX")
}

fn year_alone(
    text: DateText,
    digits: DateText,
    negative: bool,
) -> Result<Calendar, DateError> {
    let known = digits.text.trim_end_matches(['X', 'x']);
    let first = |years: i32| {
        let least = i32::from(number(known)?) * years;
        Some(if negative { -least - years + 1 } else { least })
    };
    let masked = match 4 - known.len() {
        0 => return year(text, digits, negative).map(|y| Calendar::Year(i32::from(y))),
        1 => first(10).map(Calendar::Decade),
        2 => first(100).map(Calendar::Century),
        _ => None,
    };
    masked.ok_or_else(|| {
        digits.invalid(
            "only the last digit of a year, or its last two, may be unspecified",
            "write `202X` or `20XX`",
        )
    })
}

fn year(text: DateText, digits: DateText, negative: bool) -> Result<i16, DateError> {
    match number(digits.text) {
        Some(0) if negative => Err(text.invalid(
            "the year 0 has no sign",
            "write `0000` for 1 BC, `-0001` for 2 BC",
        )),
        Some(year) => Ok(if negative { -year } else { year }),
        None => Err(digits.invalid(
            "a month or a day needs a whole year before it",
            "write the year with four digits, or the decade alone: `202X`",
        )),
    }
}

fn year_month(text: DateText, year: i16, month: DateText) -> Result<Calendar, DateError> {
    if is_unspecified(month.text) {
        return Ok(Calendar::SomeMonth(year));
    }
    let Some(number) = two_digits(text, month)? else {
        return Err(slips::refuse(text));
    };
    match number {
        1..=12 => Ok(Calendar::Month(year, number)),
        // 21 to 24 are the indexes 0 to 3.
        21..=24 => Ok(Calendar::Season(
            year,
            Season::ALL[usize::from(number.unsigned_abs()) - 21],
        )),
        _ => Err(no_month(year, month, number)),
    }
}

fn year_month_day(
    text: DateText,
    year: i16,
    month: DateText,
    day: DateText,
) -> Result<Calendar, DateError> {
    let of_month = match (is_unspecified(month.text), is_unspecified(day.text)) {
        (true, true) => return Ok(Calendar::SomeDayOfYear(year)),
        (true, false) => {
            return Err(month.invalid(
                "a day needs its month before it",
                format!("write `{year:04}-XX-XX` for some day of the year"),
            ));
        }
        (false, _) => two_digits(text, month)?.ok_or_else(|| slips::refuse(text))?,
    };
    if !(1..=12).contains(&of_month) {
        return Err(slips::swapped(year, month, day)
            .unwrap_or_else(|| no_month(year, month, of_month)));
    }
    if is_unspecified(day.text) {
        return Ok(Calendar::SomeDay(year, of_month));
    }
    let of_day = two_digits(text, day)?.ok_or_else(|| slips::refuse(text))?;
    Date::new(year, of_month, of_day)
        .map(Calendar::Day)
        .map_err(|_| no_day(year, of_month, day, of_day))
}

/// The number of a part of two digits; none if it is something else altogether.
fn two_digits(text: DateText, part: DateText) -> Result<Option<i8>, DateError> {
    let Some(number) = number(part.text).and_then(|number| i8::try_from(number).ok())
    else {
        return Ok(None);
    };
    match part.text.len() {
        2 => Ok(Some(number)),
        1 => Err(part.invalid(
            format!("{} has one digit, and months and days have two", part.quoted()),
            format!("write {}", slips::padded(text)),
        )),
        _ => Ok(None),
    }
}

fn no_month(year: i16, month: DateText, number: i8) -> DateError {
    let help = match number {
        0 => format!("write `{year:04}` where only the year is known"),
        _ => "write a month from 01 to 12, or 21 to 24 for spring to winter".to_owned(),
    };
    month.invalid(format!("there is no month {number}"), help)
}

fn no_day(year: i16, month: i8, day: DateText, number: i8) -> DateError {
    let name = month_name(month);
    let days = Date::new(year, month, 1).map_or(31, Date::days_in_month);
    match number {
        0 => day.invalid(
            "there is no day 0",
            format!("write `{year:04}-{month:02}` where only the month is known"),
        ),
        _ => day.invalid(
            format!("{name} {year} has {days} days"),
            format!("write a day from 01 to {days}, or `{year:04}-{month:02}`"),
        ),
    }
}

/// `Y170000002` (level 1, "Letter-prefixed calendar year").
fn long_year(text: DateText) -> Result<Calendar, DateError> {
    let digits = text.text[1..].strip_prefix('-').unwrap_or(&text.text[1..]);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(text.invalid(
            format!("{} is no year", text.quoted()),
            "write `Y` and the year's digits: `Y170000002`, `Y-170000002`",
        ));
    }
    let year: Option<i32> = text.text[1..].parse().ok();
    match year.filter(|year| year.abs() <= YEAR_LIMIT) {
        None => Err(text.invalid(
            "the year has more than nine digits",
            format!("write a year from `Y-{YEAR_LIMIT}` to `Y{YEAR_LIMIT}`"),
        )),
        Some(year) if year.abs() <= 9999 => Err(text.invalid(
            "`Y` is for years of more than four digits",
            format!("write `{}`", Calendar::Year(year)),
        )),
        Some(year) => Ok(Calendar::Year(year)),
    }
}

/// The date and the time of a text that has both: a day, `T` or a space, and a digit.
pub(super) fn date_and_time(text: DateText<'_>) -> Option<(DateText<'_>, DateText<'_>)> {
    let sign = usize::from(text.text.starts_with('-'));
    let day = text.text.get(sign..sign + 10)?;
    let is_day = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let rest = text.rest(sign + 10);
    let marked = rest.text.starts_with(['T', 't', ' ']);
    let time = if marked { rest.rest(1).trim() } else { rest };
    let timed = time.text.starts_with(|first: char| first.is_ascii_digit());
    (is_day && marked && timed).then_some((text.part(0, sign + 10), time))
}

#[cfg(test)]
mod tests {
    use crate::dates::{DateErrorKind, Edtf};

    /// What is refused | where | why | what to write.
    const REFUSED: &str = "
        2022-13-45 | 13 | there is no month 13 | write a month from 01 to 12
        2022-26-10 | 26 | there is no month 26 | write `2022-10-26` if `26`
        2022-00 | 00 | there is no month 0 | write `2022` where only
        2022-02-30 | 30 | February 2022 has 28 days | write a day from 01 to 28
        2024-02-30 | 30 | February 2024 has 29 days | write a day from 01 to 29
        2022-10-00 | 00 | there is no day 0 | write `2022-10` where only
        2022-1 | 1 | `1` has one digit | write `2022-01`
        2022-1-5 | 1 | `1` has one digit | write `2022-01-05`
        2022-XX-05 | XX | a day needs its month | write `2022-XX-XX`
        156X-12-25 | 156X | a month or a day needs a whole year | write the year
        1XXX | 1XXX | only the last digit of a year | write `202X` or `20XX`
        -0000 | -0000 | the year 0 has no sign | write `0000` for 1 BC
        Y1985 | Y1985 | `Y` is for years of more | write `1985`
        Y9999999999 | Y9999999999 | the year has more than nine | write a year
        2022?-10 | ? | a date has one mark of doubt | write `2022-10?`
        2022?? | ? | a date has one mark of doubt | write `2022-10?`
        2016/2017/2018 | 2016/2017/2018 | an interval has one | write `2016/2019`
        ../.. | ../.. | an interval needs a date | write `2016/..`
        2016/2019-13 | 13 | there is no month 13 | write a month
        [2016..2019-03] | 2016..2019-03 | `2016` and `2019-03` are not | write both
        [..] | .. | `..` needs a date | write `[..2019]`
         | | the date is empty | write a date such as
        [2016 | [2016 | the set has no `]` | write `[2016..2019]`
        [] |  | a date is missing | write `2022-10-26`
        {2016,2017} | {2016,2017} | a date can't be all of a set | write `[…]`
        2022-10-26T09:30:00Z | T09:30:00Z | a time of day is not | write the day alone: `2022-10-26`
    ";

    #[test]
    fn what_is_refused_says_where_why_and_what_to_write() {
        for row in REFUSED.trim().lines() {
            let parts: Vec<&str> = row.split('|').map(str::trim).collect();
            let [text, at, reason, help] = parts[..] else { panic!("{row}") };
            let error = Edtf::parse(text).expect_err(text);
            assert_eq!(error.kind, DateErrorKind::Invalid, "{text}");
            assert_eq!(&text[error.range.clone()], at, "{text}: {error:?}");
            assert!(error.reason.starts_with(reason), "{text}: {error:?}");
            assert!(error.help.starts_with(help), "{text}: {error:?}");
        }
    }

    #[test]
    fn an_end_before_its_start_is_refused_in_its_own_way() {
        for (text, help) in [
            ("2019/2016", "write `2016/2019`"),
            ("2019-05/2019-04-30", "write `2019-04-30/2019-05`"),
            ("2022-23/2022-21", "write `2022-21/2022-23`"),
            ("[2019..2016]", "write `[2016..2019]`"),
            ("between 2019 and 2016", "write `[2016..2019]`"),
            ("from October to May 2022", "write `2022-05/2022-10`"),
        ] {
            let error = Edtf::parse(text).expect_err(text);
            assert_eq!(error.kind, DateErrorKind::Reversed, "{text}");
            assert_eq!(error.help, help);
        }
    }

    #[test]
    fn an_end_that_may_follow_its_start_is_none() {
        for text in ["2022-10/2022", "2022/2022-10", "2022-10-26/2022-10-26", "2022/2022"]
        {
            assert!(Edtf::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn letters_case_spaces_and_the_order_of_a_set_do_not_matter() {
        for (text, edtf) in [
            ("  2022-xx ", "2022-XX"),
            ("y170000002", "Y170000002"),
            ("[2019, 2016, 2019]", "[2016,2019]"),
            ("[ 2016 .. 2019 ]", "[2016..2019]"),
            ("[2016,2016]", "2016"),
            ("2016 / 2019", "2016/2019"),
            ("-198X", "-198X"),
            ("000X", "000X"),
        ] {
            assert_eq!(Edtf::parse(text).expect(text).as_edtf(), edtf);
        }
    }

    #[test]
    fn a_long_text_is_quoted_in_part() {
        let error = Edtf::parse(&"[".repeat(100_000)).unwrap_err();
        assert!(error.reason.len() + error.help.len() < 500);
        let error = Edtf::parse(&"x/".repeat(100_000)).unwrap_err();
        assert!(error.reason.len() + error.help.len() < 500);
        let error = Edtf::parse(&"before ".repeat(100_000)).unwrap_err();
        assert!(error.reason.len() + error.help.len() < 500);
    }
}
