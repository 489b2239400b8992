//! Dates as bibliographies write them, into EDTF: months by name in many languages, days beside them, ranges, seasons.
//!
//! What can't be read is refused: nothing is left out, and nothing is filled in.

use super::months::{MONTHS, SEASONS, TWO_MONTHS};
use crate::dates::Edtf;
use unicode_normalization::UnicodeNormalization;

/// Why a date can't be read, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) reason: String,
    pub(super) help: String,
}

/// How many characters of a date a message repeats.
const LONGEST_QUOTE: usize = 60;

/// A text for a message, in backticks and cut where it is long.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

const FORMS: &str = "write the date as `2013-10-26`, `2013-10`, `2013`, or `2013-09/2013-10` for what lasted";

fn refused<T>(reason: impl Into<String>, help: impl Into<String>) -> Result<T, Refused> {
    Err(Refused { reason: reason.into(), help: help.into() })
}

/// The year, or both years, that stand in a field of their own, with a mark of doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Years {
    from: i32,
    to: i32,
    doubt: &'static str,
}

/// A whole date in one text, with its year: EDTF, what Dateline reads in words, or a date with a month's name in another
/// language.
pub(super) fn whole(text: &str) -> Result<String, Refused> {
    let text = text.trim();
    if !text.chars().any(char::is_numeric) {
        return refused(
            format!("{} is no date", quoted(text)),
            "write the year in digits, or leave the field out where no date is known",
        );
    }
    let plain = text.split('/').map(day).collect::<Vec<_>>().join("/");
    match Edtf::parse(&plain) {
        Ok(_) => Ok(plain),
        Err(error) => match sides(text).and_then(|sides| together(&sides, None, text)) {
            Ok(date) => Ok(date),
            // Where no word has a meaning, the other reader says more.
            Err(found) if found.help != FORMS => Err(found),
            Err(_) => refused(error.reason, error.help),
        },
    }
}

/// A date in three fields, of which month and day may be empty.
pub(super) fn in_fields(year: &str, month: &str, day: &str) -> Result<String, Refused> {
    let (year, month, day) = (year.trim(), month.trim(), day.trim());
    if month.is_empty() && day.is_empty() {
        return match years(year)? {
            Some(Years { from, to, doubt }) if from == to => {
                Ok(format!("{from:04}{doubt}"))
            }
            Some(Years { from, to, doubt }) => {
                Ok(format!("{from:04}{doubt}/{to:04}{doubt}"))
            }
            None => whole(year),
        };
    }
    if month.is_empty() {
        return refused(
            "a day has no month beside it",
            "write the month too: `month = oct`",
        );
    }
    let years = match year {
        "" => None,
        year => match years(year)? {
            Some(years) => Some(years),
            None => {
                return refused(
                    format!("{} is no year that a month could be of", quoted(year)),
                    "write the year with four digits: `year = 2013`",
                );
            }
        },
    };
    if let Some(date) = numeric(month) {
        return agreeing(date, years, month);
    }
    let read = sides(month).and_then(|sides| match day {
        "" => together(&sides, years, month),
        day => together(&with_day(sides, day)?, years, month),
    });
    // `early May`: what Dateline itself has words for.
    let worded = format!("{month} {year}");
    match read {
        Err(found) if found.help == FORMS && day.is_empty() => {
            Edtf::parse(&worded).map(|_| worded).map_err(|_| found)
        }
        read => read,
    }
}

/// `2013-10` in the field of the month: a whole date.
fn numeric(text: &str) -> Option<&str> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let whole = text.len() >= 7 && text.as_bytes()[4] == b'-';
    (digits && whole && Edtf::parse(text).is_ok()).then_some(text)
}

fn agreeing(date: &str, years: Option<Years>, month: &str) -> Result<String, Refused> {
    let Some(Years { from, to, doubt }) = years else { return Ok(date.to_owned()) };
    if from != to || !date.starts_with(&format!("{from:04}")) {
        return another_year(month);
    }
    Ok(format!("{date}{doubt}"))
}

fn another_year<T>(month: &str) -> Result<T, Refused> {
    refused(
        format!("{} is of another year than `year` says", quoted(month)),
        "write the whole date in one field: `date = {2013-10}`",
    )
}

/// `2013`, `2013/2014`, `2013--14`, `c. 2013`, `2013?`, `[2013]`; `None` where it is something else.
fn years(text: &str) -> Result<Option<Years>, Refused> {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let mut bare = inner.unwrap_or(text).trim();
    let mut doubt = "";
    for (mark, sign) in [('?', "?"), ('~', "~"), ('%', "%")] {
        if let Some(before) = bare.strip_suffix(mark) {
            (bare, doubt) = (before.trim(), sign);
        }
    }
    let lower = bare.to_ascii_lowercase();
    for about in [
        "circa", "about", "around", "approx.", "approx", "ca.", "ca", "c.", "c", "um",
        "vers",
    ] {
        let Some(behind) = lower.strip_prefix(about) else { continue };
        if behind.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            bare = bare[bare.len() - behind.len()..].trim();
            doubt = if doubt == "?" { "%" } else { "~" };
            break;
        }
    }
    let four = |text: &str| {
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<i32>().ok()).flatten()
    };
    if let Some(year) = four(bare) {
        return Ok(Some(Years { from: year, to: year, doubt }));
    }
    let mut ends =
        bare.split(['-', '–', '—', '/']).map(str::trim).filter(|end| !end.is_empty());
    let (Some(from), Some(end), None) =
        (ends.next().and_then(four), ends.next(), ends.next())
    else {
        return Ok(None);
    };
    if bare.starts_with(['-', '/']) || bare.ends_with(['-', '–', '—', '/']) {
        return Ok(None);
    }
    let both = |to: i32| (to > from).then_some(Years { from, to, doubt });
    let short = end.len() == 2 && end.bytes().all(|byte| byte.is_ascii_digit());
    match (four(end), short.then(|| end.parse::<i32>().ok()).flatten()) {
        (Some(to), _) if to > from => Ok(both(to)),
        (Some(_), _) => refused(
            format!("{} ends before it begins", quoted(text)),
            "write the earlier year first",
        ),
        // Which month, or which year?
        (None, Some(end @ 1..=12)) if end > from % 100 => refused(
            format!("{} may be two years, or a year and a month", quoted(text)),
            format!(
                "write both years in full, or the month in a field of its own: `year = {from:04}`, `month = …`"
            ),
        ),
        (None, Some(1..=12)) => Ok(None),
        (None, Some(end)) => Ok(both(from - from % 100 + end)),
        (None, None) => Ok(None),
    }
}

/// A season by its name, spring to winter as 1 to 4.
pub(super) fn season(name: &str) -> Option<u8> {
    let name: String = name.to_lowercase().nfc().collect();
    let at = SEASONS.binary_search_by(|(known, _)| (*known).cmp(name.as_str())).ok()?;
    Some(SEASONS[at].1)
}

/// What one end of a range, or the only one, says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Side {
    number: Option<u32>,
    day: Option<u32>,
    month: Option<u8>,
    season: Option<u8>,
    quarter: Option<u8>,
    year: Option<i32>,
}

impl Side {
    /// Whether it is a number that may be a day or a month.
    fn is_bare(&self) -> bool {
        *self == Side { number: self.number, year: self.year, ..Side::default() }
            && self.number.is_some()
    }

    /// The order of two sides within a year.
    fn place(&self) -> (u32, u32) {
        let part = self.month.map(|month| u32::from(month) * 10);
        let part = part.or(self.season.map(|season| u32::from(season) * 30));
        let part = part.or(self.quarter.map(|quarter| u32::from(quarter) * 30));
        (part.unwrap_or_default(), self.day.unwrap_or_default())
    }

    /// Which of day, month, season and quarter it has.
    fn precision(&self) -> [bool; 5] {
        let Side { day, month, season, quarter, .. } = self;
        let none = month.is_none() && season.is_none() && quarter.is_none();
        [day.is_some(), month.is_some(), season.is_some(), quarter.is_some(), none]
    }
}

/// The ends of a range, or one date.
fn sides(text: &str) -> Result<Vec<Side>, Refused> {
    let mut sides = vec![Side::default()];
    let unread = || Refused {
        reason: format!("{} is no date that is read here", quoted(text)),
        help: FORMS.to_owned(),
    };
    let mut rest = text;
    let mut after_mark = true;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() || matches!(c, '~' | ',' | '.' | '\'' | '’') {
            rest = &rest[c.len_utf8()..];
            continue;
        }
        if is_mark(c) {
            if after_mark || sides.len() > 1 {
                return Err(unread());
            }
            rest = rest.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace());
            sides.push(Side::default());
            after_mark = true;
            continue;
        }
        let alphabetic = c.is_alphabetic();
        let same =
            |c: char| if alphabetic { c.is_alphabetic() } else { c.is_ascii_digit() };
        let end = rest.find(|c: char| !same(c)).unwrap_or(rest.len());
        if end == 0 {
            return Err(unread());
        }
        let word = &rest[..end];
        rest = &rest[end..];
        if alphabetic && is_range(word) {
            if after_mark || sides.len() > 1 {
                return Err(unread());
            }
            sides.push(Side::default());
            after_mark = true;
            continue;
        }
        let Some(side) = sides.last_mut() else { continue };
        let fits = if alphabetic {
            take_word(side, word, &mut rest)?
        } else {
            take_number(side, word, &mut rest)
        };
        if !fits {
            return Err(unread());
        }
        after_mark = false;
    }
    if after_mark {
        return Err(unread());
    }
    for side in &mut sides {
        if side.month.is_some() && side.number.is_some() {
            if side.day.is_some() {
                return Err(unread());
            }
            side.day = side.number.take();
        }
    }
    Ok(sides)
}

fn is_mark(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−' | '/')
}

fn is_range(word: &str) -> bool {
    ["to", "bis", "until", "through"].iter().any(|range| word.eq_ignore_ascii_case(range))
}

/// Takes a value into an empty place.
fn fill<T>(place: &mut Option<T>, value: T) -> bool {
    place.is_none() && place.replace(value).is_none()
}

fn take_word(side: &mut Side, word: &str, rest: &mut &str) -> Result<bool, Refused> {
    let word: String = word.to_lowercase().nfc().collect();
    if ["of", "the", "de", "del", "di", "den", "le", "el", "d", "am"]
        .contains(&word.as_str())
    {
        return Ok(true);
    }
    if let Some((_, [one, other])) = TWO_MONTHS.iter().find(|(name, _)| *name == word) {
        return refused(
            format!(
                "`{word}` is month {one} in one language and month {other} in another"
            ),
            format!("write its number: `month = {one}` or `month = {other}`"),
        );
    }
    if word == "q" || word == "qtr" {
        let mut behind = rest.chars();
        let quarter = behind.next().and_then(|c| c.to_digit(10));
        // `Q22012` may be any of two quarters.
        let is_alone = behind.next().is_none_or(|c| !c.is_ascii_digit());
        *rest = rest.get(1..).unwrap_or_default();
        let found = quarter.filter(|quarter| is_alone && (1..=4).contains(quarter));
        return Ok(found.is_some_and(|quarter| fill(&mut side.quarter, quarter as u8)));
    }
    if ["quarter", "quartal", "trimestre"].contains(&word.as_str()) {
        let number = side.number.take().or(side.day.take());
        let found = number.filter(|quarter| (1..=4).contains(quarter));
        return Ok(found.is_some_and(|quarter| fill(&mut side.quarter, quarter as u8)));
    }
    let named = |names: &[(&str, u8)]| {
        names.binary_search_by(|(name, _)| (*name).cmp(&word)).ok().map(|at| names[at].1)
    };
    Ok(match (named(&MONTHS), named(&SEASONS)) {
        (Some(month), _) => fill(&mut side.month, month),
        (None, Some(season)) => fill(&mut side.season, season),
        (None, None) => false,
    })
}

fn take_number(side: &mut Side, digits: &str, rest: &mut &str) -> bool {
    let Ok(number) = digits.parse::<u32>() else { return false };
    match digits.len() {
        4 => fill(&mut side.year, number as i32),
        1 | 2 => {
            let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let ordinal = ["st", "nd", "rd", "th", "er", "e", "º", "ª"];
            if letters > 0
                && ordinal.iter().any(|o| rest[..letters].eq_ignore_ascii_case(o))
            {
                *rest = &rest[letters..];
                return fill(&mut side.day, number);
            }
            fill(&mut side.number, number)
        }
        _ => false,
    }
}

/// A month's field with the day that stands in a field of its own.
fn with_day(mut sides: Vec<Side>, day: &str) -> Result<Vec<Side>, Refused> {
    let unread = || Refused {
        reason: format!("{} is no day of one month", quoted(day)),
        help: "write its number: `day = 26`".to_owned(),
    };
    let days = self::sides(day)?;
    let month = month_of(&sides).ok_or_else(unread)?;
    let mut found = Vec::new();
    for side in days {
        let number = side.number.or(side.day).ok_or_else(unread)?;
        let alone = Side { number: side.number, day: side.day, ..Side::default() };
        if side != alone || (side.number.is_some() && side.day.is_some()) {
            return Err(unread());
        }
        found.push(Side { day: Some(number), month: Some(month), ..Side::default() });
    }
    let year = sides.first().and_then(|side| side.year);
    found.iter_mut().for_each(|side| side.year = year);
    sides.clear();
    Ok(found)
}

/// The month of a text that says a month and no day.
fn month_of(sides: &[Side]) -> Option<u8> {
    let [side] = sides else { return None };
    let month = side.month.or_else(|| u8::try_from(side.number?).ok());
    let alone = Side {
        month: side.month,
        number: side.number,
        year: side.year,
        ..Side::default()
    };
    month.filter(|month| *side == alone && (1..=12).contains(month))
}

/// What the sides say, in the year or years beside them, as EDTF.
fn together(sides: &[Side], years: Option<Years>, text: &str) -> Result<String, Refused> {
    let unread = || Refused {
        reason: format!("{} is no date that is read here", quoted(text)),
        help: FORMS.to_owned(),
    };
    let (mut first, mut last) = match *sides {
        [one] => (one, one),
        [first, last] => (first, last),
        _ => return Err(unread()),
    };
    let is_range = sides.len() > 1;
    match (first.is_bare(), last.is_bare()) {
        // In the field of a month, numbers are months.
        (true, true)
            if years.is_some() || first.year.is_some() != last.year.is_some() =>
        {
            if first.year.is_some() || last.year.is_some() {
                return Err(unread());
            }
            for side in [&mut first, &mut last] {
                let month = side.number.take().filter(|month| (1..=12).contains(month));
                side.month = month.map(|month| month as u8);
                if side.month.is_none() {
                    return refused(
                        format!("{} is no month", quoted(text)),
                        "write a month by its name or as 1 to 12: `month = oct`",
                    );
                }
            }
        }
        (true, false) if last.day.is_some() => {
            (first.day, first.month) = (first.number.take(), last.month);
        }
        (false, true) if first.day.is_some() => {
            (last.day, last.month) = (last.number.take(), first.month);
        }
        (false, false) => {}
        _ => return Err(unread()),
    }
    if first.precision() != last.precision() {
        return refused(
            format!("the ends of {} are not equally precise", quoted(text)),
            FORMS.replace("write the date", "write both"),
        );
    }
    for side in [&first, &last] {
        let kinds = [side.month.is_some(), side.season.is_some(), side.quarter.is_some()];
        let both = kinds.iter().filter(|kind| **kind).count() > 1;
        let dayless = side.day.is_some() && side.month.is_none();
        if both || dayless || side.number.is_some() {
            return Err(unread());
        }
    }
    let doubt = years.map_or("", |years| years.doubt);
    let (from, to) = years_of(&first, &last, is_range, years, text)?;
    let (start, end) = (written(&first, from, true), written(&last, to, false));
    // Only a quarter has two ends of itself.
    Ok(match is_range || first.quarter.is_some() {
        true => format!("{start}{doubt}/{end}{doubt}"),
        false => format!("{start}{doubt}"),
    })
}

/// The years of both ends.
fn years_of(
    first: &Side,
    last: &Side,
    is_range: bool,
    years: Option<Years>,
    text: &str,
) -> Result<(i32, i32), Refused> {
    let ordered = first.place() <= last.place();
    let own = match (first.year, last.year) {
        (Some(from), Some(to)) => Some((from, to)),
        (Some(year), None) | (None, Some(year)) if ordered => Some((year, year)),
        (None, None) => None,
        _ => return two_years(text),
    };
    match (own, years) {
        (Some(own), None) => Ok(own),
        (Some((from, to)), Some(years)) => {
            let beside = [years.from, years.to];
            let fits = if years.from == years.to {
                from == years.from || to == years.from
            } else {
                [from, to] == beside
            };
            if fits { Ok((from, to)) } else { another_year(text) }
        }
        (None, Some(years)) if years.from != years.to => {
            if is_range {
                Ok((years.from, years.to))
            } else {
                two_years(text)
            }
        }
        (None, Some(years)) if ordered => Ok((years.from, years.from)),
        (None, Some(_)) => two_years(text),
        (None, None) => refused(
            format!("{} has no year", quoted(text)),
            "write the year too: `year = 2013`",
        ),
    }
}

fn two_years<T>(text: &str) -> Result<T, Refused> {
    refused(
        format!("of which year {} is can't be told", quoted(text)),
        "write both ends with their years: `date = {2013-12/2014-01}`",
    )
}

fn written(side: &Side, year: i32, is_start: bool) -> String {
    match *side {
        Side { month: Some(month), day: Some(day), .. } => {
            format!("{year:04}-{month:02}-{day:02}")
        }
        Side { month: Some(month), .. } => format!("{year:04}-{month:02}"),
        Side { season: Some(season), .. } => format!("{year:04}-2{season}"),
        Side { quarter: Some(quarter), .. } => {
            let month = if is_start { quarter * 3 - 2 } else { quarter * 3 };
            format!("{year:04}-{month:02}")
        }
        _ => format!("{year:04}"),
    }
}

/// The day of a date that has a time of day: a source is dated to the day.
fn day(date: &str) -> &str {
    let date = date.trim();
    match date.split_once(['T', ' ']) {
        Some((day, time))
            if day.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            day
        }
        _ => date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    #[test]
    fn the_tables_are_in_order() {
        assert!(MONTHS.is_sorted());
        assert!(SEASONS.is_sorted());
        let twice = |name: &str| MONTHS.iter().any(|(other, _)| *other == name);
        assert!(!TWO_MONTHS.iter().any(|(name, _)| twice(name)));
        assert!(!SEASONS.iter().any(|(name, _)| twice(name)));
    }

    #[test]
    fn fields_become_one_date() {
        for (year, month, day, date) in [
            ("2012", "", "", "2012"),
            ("2012?", "", "", "2012?"),
            ("c. 2012", "", "", "2012~"),
            ("[2012]", "", "", "2012"),
            ("2012--2014", "", "", "2012/2014"),
            ("2012/2013", "", "", "2012/2013"),
            ("2012-13", "", "", "2012/2013"),
            ("2012-09", "", "", "2012-09"),
            ("before 2012", "", "", "before 2012"),
            ("2012", "October", "", "2012-10"),
            ("2012", "Oct.", "", "2012-10"),
            ("2012", "10", "", "2012-10"),
            ("2012", "10~December", "", "2012-12-10"),
            ("2012", "13~December", "", "2012-12-13"),
            ("2012", "December~10", "", "2012-12-10"),
            ("2012", "21 October", "", "2012-10-21"),
            ("2012", "October 21st", "", "2012-10-21"),
            ("2012", "Oct. 21", "", "2012-10-21"),
            ("2012", "October", "21", "2012-10-21"),
            ("2012", "10", "21", "2012-10-21"),
            ("2012", "may", "3--5", "2012-05-03/2012-05-05"),
            ("2012", "23--27~May", "", "2012-05-23/2012-05-27"),
            ("2012", "May 23-27", "", "2012-05-23/2012-05-27"),
            ("2012", "April~27--May~2", "", "2012-04-27/2012-05-02"),
            ("2012", "Sep--Oct", "", "2012-09/2012-10"),
            ("2012", "Sept./Oct.", "", "2012-09/2012-10"),
            ("2012", "September to October", "", "2012-09/2012-10"),
            ("2012", "5/6", "", "2012-05/2012-06"),
            ("2012", "5--6", "", "2012-05/2012-06"),
            ("2012", "Nov 2012--Jan 2013", "", "2012-11/2013-01"),
            ("2012/2013", "Dec--Jan", "", "2012-12/2013-01"),
            ("2012", "Spring", "", "2012-21"),
            ("2012", "Fall", "", "2012-23"),
            ("2012", "Spring/Summer", "", "2012-21/2012-22"),
            ("2012", "Early May", "", "Early May 2012"),
            ("2012", "Mid-June", "", "Mid-June 2012"),
            ("2012", "Q1", "", "2012-01/2012-03"),
            ("2012", "3rd quarter", "", "2012-07/2012-09"),
            ("2012", "2012-10", "", "2012-10"),
            ("", "October 2012", "", "2012-10"),
            ("2012?", "May", "", "2012-05?"),
            ("2012", "marraskuu", "", "2012-11"),
            ("2012", "juin", "", "2012-06"),
            ("2012", "21. Dezember", "", "2012-12-21"),
            ("2012", "21 de octubre", "", "2012-10-21"),
            ("2012", "1er mars", "", "2012-03-01"),
            ("2012", "21 d’abril", "", "2012-04-21"),
            ("2012", "ОКТЯБРЯ", "", "2012-10"),
            ("2012", "août", "", "2012-08"),
        ] {
            let read = in_fields(year, month, day);
            assert_eq!(read.as_deref(), Ok(date), "{year} {month} {day}");
            assert!(Edtf::parse(date).is_ok(), "{date}");
        }
    }

    #[test]
    fn what_is_not_clear_is_refused() {
        for (year, month, day) in [
            ("n.d.", "", ""),
            ("forthcoming", "", ""),
            ("MMXII", "", ""),
            ("2012a", "", ""),
            ("2012/10", "", ""),
            ("2014--2012", "", ""),
            ("", "", ""),
            ("", "October", ""),
            ("forthcoming", "May", ""),
            ("2012", "", "3"),
            ("2012", "0", ""),
            ("2012", "13", ""),
            ("2012", "13/14", ""),
            ("2012", "Smarch", ""),
            ("2012", "lis", ""),
            ("2012", "Dec--Jan", ""),
            ("2012/2013", "May", ""),
            ("2012/2013", "Winter", ""),
            ("2012", "May--7", ""),
            ("2012", "5 -- June", ""),
            ("2012", "Sep--Oct 12", ""),
            ("2012", "May June", ""),
            ("2012", "May 3 4", ""),
            ("2012", "May-June-July", ""),
            ("2012", "May--", ""),
            ("2012", "--", ""),
            ("2012", "October 2013", ""),
            ("2012", "2013-10", ""),
            ("2012", "May 3", "4"),
            ("2012", "May", "third"),
            ("2012", "Spring May", ""),
            ("2012", "Q5", ""),
            ("2012", "Nov--Jan 2013", ""),
            ("2012", "10/2013", ""),
        ] {
            let read = in_fields(year, month, day);
            assert!(read.is_err(), "{year} {month} {day}: {read:?}");
        }
    }

    #[test]
    fn a_whole_date_stands_in_one_text() {
        for (text, date) in [
            ("2012-05/2012-07", "2012-05/2012-07"),
            ("2012~", "2012~"),
            ("2012-21", "2012-21"),
            ("../2012", "../2012"),
            ("2012/..", "2012/.."),
            ("2012/", "2012/"),
            ("2012-10-26T10:00:00/2012-10-27T11:00:00", "2012-10-26/2012-10-27"),
            ("5 January 2012", "5 January 2012"),
            ("January 5, 2012", "2012-01-05"),
            ("5. Januar 2012", "2012-01-05"),
            ("le 5 janvier 2012", "2012-01-05"),
        ] {
            assert_eq!(whole(text).as_deref(), Ok(date), "{text}");
        }
        for text in ["01/05/2012", "5 January", "Smarch 2012", "", "5/6 2012", "janvier"]
        {
            assert!(whole(text).is_err(), "{text}");
        }
    }

    /// What dates are made of, rightly and wrongly.
    const PIECES: &[&str] = &[
        "2012",
        "2013",
        "1999",
        "12",
        "13",
        "5",
        "05",
        "31",
        "1st",
        "0",
        "May",
        "oct",
        "Dezember",
        "marraskuu",
        "lis",
        "Spring",
        "winter",
        "Q2",
        "quarter",
        "n.d.",
        "c. ",
        "?",
        "~",
        "[",
        "]",
        "--",
        "-",
        "/",
        "–",
        " to ",
        " ",
        ", ",
        ".",
        " of ",
        "Smarch",
        "é",
        "..",
        "XX",
        "T10:00",
    ];

    /// The numbers in a text, and those that its words stand for.
    fn said(text: &str) -> Vec<u32> {
        let mut said = Vec::new();
        for digits in text.split(|c: char| !c.is_ascii_digit()) {
            said.extend(digits.parse::<u32>().ok());
        }
        for word in text.to_lowercase().split(|c: char| !c.is_alphabetic()) {
            let named = |names: &[(&str, u8)]| {
                let found = names.iter().filter(|(name, _)| word.contains(name));
                found.map(|(_, number)| u32::from(*number)).collect::<Vec<_>>()
            };
            said.extend(named(&MONTHS));
            said.extend(named(&SEASONS).iter().map(|season| 20 + season));
        }
        let quarters = text.contains('Q') || text.contains("quarter");
        if quarters {
            said.extend(1..=12);
        }
        // `2012/13` says 2013.
        let years: Vec<u32> =
            said.iter().copied().filter(|number| *number > 100).collect();
        let short: Vec<u32> =
            said.iter().copied().filter(|number| *number < 100).collect();
        for year in years {
            said.extend(short.iter().map(|short| year - year % 100 + short));
        }
        said
    }

    proptest! {
        #[test]
        fn a_date_says_nothing_that_was_not_written(
            year in vec(select(PIECES), 0..4),
            month in vec(select(PIECES), 0..6),
            day in vec(select(PIECES), 0..2),
        ) {
            let [year, month, day] = [year, month, day].map(|pieces| pieces.concat());
            if let Ok(date) = in_fields(&year, &month, &day)
                && let Ok(read) = Edtf::parse(&date)
            {
                let written = said(&format!("{year} {month} {day}"));
                // Words that Dateline has for dates are compiled to sets with ends of their own.
                let plain = !read.as_edtf().starts_with('[');
                for number in read.as_edtf().split(|c: char| !c.is_ascii_digit()) {
                    let Ok(number) = number.parse::<u32>() else { continue };
                    prop_assert!(
                        written.contains(&number) || !plain,
                        "{number} of {date} in {year} {month} {day}",
                    );
                }
            }
        }

        #[test]
        fn no_text_makes_a_reader_of_dates_panic(text in "\\PC{0,30}") {
            let _ = whole(&text);
            let _ = in_fields(&text, &text, &text);
        }

        #[test]
        fn a_day_in_words_is_that_day(
            year in 1000..9999_i32,
            month in 1..=12_u8,
            day in 1..=28_u32,
            form in 0..4_usize,
        ) {
            let names: Vec<&str> =
                MONTHS.iter().filter(|(_, number)| *number == month).map(|(name, _)| *name).collect();
            let edtf = format!("{year:04}-{month:02}-{day:02}");
            for name in names {
                let written = match form {
                    0 => format!("{day}. {name}"),
                    1 => format!("{name}~{day}"),
                    2 => format!("{} {day}", name.to_uppercase()),
                    _ => format!("{day} de {name}"),
                };
                // In capitals the `ı` of Turkish is an `I`.
                let turned = written.to_lowercase() != written && !name.is_ascii();
                let read = in_fields(&year.to_string(), &written, "");
                prop_assert!(turned || read.as_deref() == Ok(edtf.as_str()), "{written}: {read:?}");
            }
        }
    }
}
