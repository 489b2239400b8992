//! Dates in English words: "October 2022", "26 October 2022", "spring 2022", "the 2010s".

use jiff::civil::Date;

use super::error::{DateError, DateText};
use super::names::{MONTHS, SEASONS, SHORT_MONTHS, month_name};
use super::value::{Calendar, Season};

/// Reads a date in English; none if it is not in one of the forms above.
pub(super) fn calendar(text: DateText) -> Result<Option<Calendar>, DateError> {
    let words: Vec<&str> = text.text.split_whitespace().take(4).collect();
    match words[..] {
        [word] => decade(text, word),
        [the, word] if the.eq_ignore_ascii_case("the") => decade(text, word),
        [word, year] => Ok(year_of(year).and_then(|year| {
            let month = month_of(word).map(|month| Calendar::Month(year, month));
            month.or_else(|| season_of(word).map(|season| Calendar::Season(year, season)))
        })),
        [day, month, year] => day_of(text, day, month, year),
        _ => Ok(None),
    }
}

/// A month's number by its name or abbreviation, letters' case and a full stop not counted.
pub(super) fn month_of(word: &str) -> Option<i8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let named = |names: &[&str]| names.iter().position(|n| n.eq_ignore_ascii_case(word));
    let sept = word.eq_ignore_ascii_case("sept").then_some(8);
    let index = named(&MONTHS).or_else(|| named(&SHORT_MONTHS)).or(sept)?;
    i8::try_from(index + 1).ok()
}

fn season_of(word: &str) -> Option<Season> {
    let index = SEASONS.iter().position(|name| name.eq_ignore_ascii_case(word));
    let fall = word.eq_ignore_ascii_case("fall").then_some(Season::Autumn);
    index.map(|index| Season::ALL[index]).or(fall)
}

/// A year of four digits.
pub(super) fn year_of(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok())?
}

/// A day's number of one or two digits.
fn day_number(word: &str) -> Option<i8> {
    let digits = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok())?
}

fn day_of(
    text: DateText,
    day: &str,
    month: &str,
    year: &str,
) -> Result<Option<Calendar>, DateError> {
    let (Some(day), Some(month), Some(year)) =
        (day_number(day), month_of(month), year_of(year))
    else {
        return Ok(None);
    };
    Date::new(year, month, day).map(|date| Some(Calendar::Day(date))).map_err(|_| {
        let days = Date::new(year, month, 1).map_or(31, Date::days_in_month);
        text.invalid(
            format!("{} {year} has {days} days", month_name(month)),
            format!("write a day from 1 to {days}, or `{year:04}-{month:02}`"),
        )
    })
}

/// `2010s`. The 2000s are refused: ten years to some, a hundred to others.
fn decade(text: DateText, word: &str) -> Result<Option<Calendar>, DateError> {
    let digits = word.strip_suffix(['s', 'S']).and_then(year_of);
    match digits {
        Some(year) if year % 100 == 0 => {
            let century = year / 100;
            Err(text.invalid(
                format!("{} may be ten years or a hundred", text.quoted()),
                format!("write `{century:02}0X` for ten, `{century:02}XX` for a hundred"),
            ))
        }
        Some(year) if year % 10 == 0 => Ok(Some(Calendar::Decade(i32::from(year)))),
        _ => Ok(None),
    }
}
