//! Dates in the forms of other countries, programs and EDTF levels, each with what to write.

use jiff::civil::Date;

use super::english;
use super::error::{DateError, DateText};
use super::names::month_name;

const FORM: &str = "write `2022-10-26`, `2022-10` or `2022`";

/// Whether a text with a `/` is a date of another country rather than an interval.
pub(super) fn is_foreign(text: &str) -> bool {
    let parts = numbers(text, '/');
    match &parts[..] {
        [_, middle, _] => middle.len() <= 2,
        [a, b] => a.len() <= 2 || b.len() <= 2,
        _ => false,
    }
}

/// The mistake of a text that is in none of the forms that dates have.
pub(super) fn refuse(text: DateText) -> DateError {
    ['/', '.', '-']
        .iter()
        .find_map(|mark| of_numbers(text, &numbers(text.text, *mark)))
        .or_else(|| of_digits(text))
        .or_else(|| of_words(text))
        .or_else(|| of_marks(text))
        .unwrap_or_else(|| no_date(text))
}

fn no_date(text: DateText) -> DateError {
    if text.text.is_empty() {
        return text.invalid("a date is missing", FORM);
    }
    text.invalid(format!("{} is no date", text.quoted()), FORM)
}

/// The parts of a text that is nothing but short numbers between marks; else none.
fn numbers(text: &str, mark: char) -> Vec<&str> {
    let parts: Vec<&str> = text.split(mark).take(4).map(str::trim).collect();
    let all = parts.iter().all(|part| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    if all && (2..=3).contains(&parts.len()) { parts } else { Vec::new() }
}

/// `10/11/2022`, `26.10.2022`, `2022/10/26`, `10/2022`, `2016-2019`, `10/11/22`.
fn of_numbers(text: DateText, parts: &[&str]) -> Option<DateError> {
    match *parts {
        [year, month, day] if year.len() == 4 => Some(year_first(text, year, month, day)),
        [a, b, year] if year.len() == 4 => Some(year_last(text, a, b, year)),
        [_, _, _] => Some(text.invalid(
            format!("which of {} is the year is anyone's guess", text.quoted()),
            "write the year first and in full: `2022-10-26`",
        )),
        [from, to] if from.len() == 4 && to.len() == 4 => Some(text.invalid(
            format!("{} is no month of {from}", text.quoted()),
            format!(
                "write `{from}/{to}` if it lasted from {from} to {to}, \
                 `between {from} and {to}` if it was some day within"
            ),
        )),
        [year, other] if year.len() == 4 => Some(year_and_more(text, year, other)),
        [month, year] if year.len() == 4 => Some(month_of(text, year, month)),
        [_, _] => Some(text.invalid(
            format!("what {} means is anyone's guess", text.quoted()),
            "write the year first and in full: `2022-10`",
        )),
        _ => None,
    }
}

fn year_first(text: DateText, year: &str, month: &str, day: &str) -> DateError {
    match day_of(year, month, day) {
        Some(date) => text.invalid(
            format!("{} is not written as dates are here", text.quoted()),
            format!("write `{date}`"),
        ),
        None => text.invalid(format!("there is no day {}", text.quoted()), FORM),
    }
}

/// The year stands last: day or month first?
fn year_last(text: DateText, a: &str, b: &str, year: &str) -> DateError {
    match (day_of(year, b, a), day_of(year, a, b)) {
        (Some(one), Some(other)) if one != other => text.invalid(
            format!(
                "{}: whether day or month stands first is anyone's guess",
                text.quoted()
            ),
            format!(
                "write `{one}` for {}, or `{other}` for {}",
                in_words(one),
                in_words(other)
            ),
        ),
        (Some(date), _) | (None, Some(date)) => text.invalid(
            format!("{} does not begin with the year", text.quoted()),
            format!("write `{date}`"),
        ),
        (None, None) => text.invalid(format!("there is no day {}", text.quoted()), FORM),
    }
}

/// `2022/10`, `2016/17`: a month, or the last digits of another year?
fn year_and_more(text: DateText, year: &str, other: &str) -> DateError {
    let later = format!("{}{other:0>2}", &year[..2]);
    let is_later = text.text.contains('/') && other.len() == 2 && *later > *year;
    match (other.parse(), is_later) {
        (Ok(month @ 1..=12), true) => text.invalid(
            format!("{} may be a month or two years", text.quoted()),
            format!("write `{year}-{month:02}` or `{year}/{later}`"),
        ),
        (_, true) => text.invalid(
            format!("{} does not write both years in full", text.quoted()),
            format!("write `{year}/{later}`"),
        ),
        _ => month_of(text, year, other),
    }
}

fn month_of(text: DateText, year: &str, month: &str) -> DateError {
    match month.parse() {
        Ok(month @ 1..=12) => text.invalid(
            format!("{} is not written as months are here", text.quoted()),
            format!("write `{year}-{month:02}`"),
        ),
        Ok(number) => text.invalid(format!("there is no month {number}"), FORM),
        Err(_) => no_date(text),
    }
}

fn day_of(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn in_words(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

/// `20221026`, `202210`, `12345`, `22`.
fn of_digits(text: DateText) -> Option<DateError> {
    let digits = text.text;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        0 => None,
        8 => Some(year_first(text, &digits[..4], &digits[4..6], &digits[6..])),
        6 => Some(month_of(text, &digits[..4], &digits[4..])),
        1..=3 => Some(text.invalid(
            format!("{} is not a whole year", text.quoted()),
            "write the year with four digits, such as `2022`",
        )),
        _ => Some(text.invalid(
            format!("{} has more than four digits", text.quoted()),
            "write a year of four digits, or `Y` before a longer one: `Y170000002`",
        )),
    }
}

/// `Oct 26, 2022`, `26th of October 2022`, `today`, `n.d.`, `2022 October`.
fn of_words(text: DateText) -> Option<DateError> {
    let words: Vec<&str> = text
        .text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '/'))
        .filter(|word| !word.is_empty())
        .take(8)
        .collect();
    let first = words.first()?.to_ascii_lowercase();
    if ["today", "yesterday", "tomorrow", "now", "last", "this", "recently", "ongoing"]
        .contains(&first.as_str())
    {
        return Some(text.invalid(
            format!("{} is another day tomorrow", text.quoted()),
            "write the day itself, such as `2022-10-26`, or `2022-10/..` for what goes on",
        ));
    }
    if ["unknown", "undated", "none", "tbd", "tba", "n.d.", "nd", "n/a", "null"]
        .contains(&first.as_str())
    {
        return Some(text.invalid(
            format!("{} is no date", text.quoted()),
            "leave the field out where nothing is known, or write what is: `before 2022`",
        ));
    }
    named_month(text, &words)
}

/// A text with a month's name, a year and perhaps a day, in no order that is read.
fn named_month(text: DateText, words: &[&str]) -> Option<DateError> {
    let month = words.iter().find_map(|word| english::month_of(word))?;
    let reason = format!("{} is not written as dates are here", text.quoted());
    let day = words.iter().find_map(|word| ordinal(word));
    let Some(year) = words.iter().find_map(|word| english::year_of(word)) else {
        let before = day.map(|day| format!("{day} ")).unwrap_or_default();
        return Some(text.invalid(
            format!("{} has no year of four digits", text.quoted()),
            format!("write the year too, as in `{before}{} 2022`", month_name(month)),
        ));
    };
    Some(match day.and_then(|day| Date::new(year, month, day).ok()) {
        Some(date) => {
            text.invalid(reason, format!("write `{date}` or `{}`", in_words(date)))
        }
        None => text.invalid(
            reason,
            format!("write `{year:04}-{month:02}` or `{} {year:04}`", month_name(month)),
        ),
    })
}

/// A day's number, with or without "st", "nd", "rd", "th".
fn ordinal(word: &str) -> Option<i8> {
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let known = ["", "st", "nd", "rd", "th"].contains(&&word[end..]);
    if known && end <= 2 { word[..end].parse().ok() } else { None }
}

/// Level 2 and typographic marks.
fn of_marks(text: DateText) -> Option<DateError> {
    if text.text.contains(['–', '—', '−', '‐', '‑']) {
        return Some(text.invalid(
            format!("{} has a dash for a hyphen or a `/`", text.quoted()),
            "write `2022-10-26` with hyphens, `2016/2019` for an interval",
        ));
    }
    let is_edtf = |c: char| c.is_ascii_digit() || "xXsSeE-".contains(c);
    let begins = |c: char| c.is_ascii_digit() || matches!(c, 'x' | 'X');
    if text.text.starts_with(begins) && text.text.chars().all(is_edtf) {
        return Some(text.invalid(
            format!("{} is not of EDTF level 0 or 1", text.quoted()),
            "write `202X`, `2022-XX` or `2022-10-XX` for what is unspecified at the end, \
             or a set: `[2022-10..2022-12]`",
        ));
    }
    None
}

/// A year, a month and a day of which the second is no month, but would be a day.
pub(super) fn swapped(year: i16, month: DateText, day: DateText) -> Option<DateError> {
    let date = Date::new(year, day.text.parse().ok()?, month.text.parse().ok()?).ok()?;
    Some(month.invalid(
        format!("there is no month {}", month.text.trim_start_matches('0')),
        format!("write `{date}` if {} is the day", month.quoted()),
    ))
}

/// A date with its single digits led by zeros, in backticks.
pub(super) fn padded(text: DateText) -> String {
    let sign = if text.text.starts_with('-') { "-" } else { "" };
    let parts: Vec<String> = text
        .text
        .trim_start_matches('-')
        .split('-')
        .map(|part| format!("{part:0>2}"))
        .collect();
    format!("`{sign}{}`", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use crate::dates::Edtf;

    #[test]
    fn dates_of_other_places_are_told_what_to_write() {
        for (text, help) in [
            (
                "10/11/2022",
                "write `2022-11-10` for 10 November 2022, or `2022-10-11` for 11 October 2022",
            ),
            ("26/10/2022", "write `2022-10-26`"),
            ("10/26/2022", "write `2022-10-26`"),
            ("10/10/2022", "write `2022-10-10`"),
            ("26.10.2022", "write `2022-10-26`"),
            ("22-10-2022", "write `2022-10-22`"),
            ("2022/10/26", "write `2022-10-26`"),
            ("2022.10.26", "write `2022-10-26`"),
            ("20221026", "write `2022-10-26`"),
            ("202210", "write `2022-10`"),
            ("10/2022", "write `2022-10`"),
            ("2022/10", "write `2022-10`"),
            ("2009/10", "write `2009-10` or `2009/2010`"),
            ("2016/17", "write `2016/2017`"),
            ("10/11/22", "write the year first and in full: `2022-10-26`"),
            ("Oct 26, 2022", "write `2022-10-26` or `26 October 2022`"),
            ("26th of October 2022", "write `2022-10-26` or `26 October 2022`"),
            ("2022 October", "write `2022-10` or `October 2022`"),
            ("26 October", "write the year too, as in `26 October 2022`"),
            ("22", "write the year with four digits, such as `2022`"),
            ("2000s", "write `200X` for ten, `20XX` for a hundred"),
            (
                "2016-2019",
                "write `2016/2019` if it lasted from 2016 to 2019, \
                 `between 2016 and 2019` if it was some day within",
            ),
        ] {
            let error = Edtf::parse(text).expect_err(text);
            assert_eq!(error.help, help, "{text}: {}", error.reason);
            assert_eq!(&text[error.range], text);
        }
    }

    #[test]
    fn day_or_month_first_is_anyones_guess() {
        let error = Edtf::parse("before 10/11/2022").unwrap_err();
        assert_eq!(error.range, 7..17);
        assert!(error.reason.ends_with("is anyone's guess"));
    }

    #[test]
    fn what_is_no_date_gets_the_forms_of_dates() {
        for text in
            ["hello world", "today", "n.d.", "unknown", "—", "2022–1", "\u{0}", "é"]
        {
            let error = Edtf::parse(text).expect_err(text);
            assert!(error.help.contains("2022"), "{text}: {error:?}");
        }
    }
}
