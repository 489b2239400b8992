//! The dates of CSL-JSON, into EDTF.
//!
//! CSL counts years before Christ as people do: −49 is 49 BC (test `date_DateBC` of its suite), which EDTF writes as `-0048`,
//! because it has a year 0. In CSL a 0 stands for nothing: `[[1987], [0]]` is open at its end.

use super::dates::{self, Refused};
use crate::fields::{Node, Value};

const FORM: &str = "write `{\"date-parts\": [[2022, 10, 26]]}`, with a second list for the end of what lasted";

fn refused<T>(reason: impl Into<String>) -> Result<T, Refused> {
    Err(Refused { reason: reason.into(), help: FORM.to_owned() })
}

/// A CSL date as EDTF; `None` where it says nothing.
pub(super) fn read(node: &Node) -> Result<Option<String>, Refused> {
    match &node.value {
        Value::Map(_) => {}
        // Pandoc's older form: a list of `{"year": …}`.
        Value::List(ends) => {
            let points = ends.iter().map(named_parts).collect::<Result<Vec<_>, _>>()?;
            return together(&points, None, false);
        }
        _ => return words(node),
    }
    let doubt = node.get("circa").is_some_and(is_true);
    let season = season(node)?;
    if let Some(parts) = node.get("date-parts").filter(|parts| parts.value != Value::Null)
    {
        let Value::List(ends) = &parts.value else {
            return refused(format!(
                "`date-parts` is no list, but {}",
                parts.described()
            ));
        };
        let points = ends.iter().map(parts_of).collect::<Result<Vec<_>, _>>()?;
        if let Some(date) = together(&points, season, doubt)? {
            return Ok(Some(date));
        }
    }
    if node.get("year").is_some() {
        return together(&[named_parts(node)?], season, doubt);
    }
    for name in ["raw", "literal"] {
        let Some(found) = node.get(name).map(words).transpose()?.flatten() else {
            continue;
        };
        return Ok(Some(if doubt { in_doubt(&found)? } else { found }));
    }
    match season {
        Some(_) => refused("the season has no year"),
        None => Ok(None),
    }
}

/// A date in words or in EDTF.
fn words(node: &Node) -> Result<Option<String>, Refused> {
    match node.text().map(str::trim) {
        None if node.value == Value::Null => Ok(None),
        None => refused(format!("expected a CSL date, found {}", node.described())),
        Some("") => Ok(None),
        Some(text) => dates::whole(text).map(Some),
    }
}

/// A date that is about right.
fn in_doubt(date: &str) -> Result<String, Refused> {
    let is_one = date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match is_one {
        true => Ok(format!("{date}~")),
        false => dates::whole(&format!("about {date}")),
    }
}

fn is_true(node: &Node) -> bool {
    let word = node.text().map(str::trim).unwrap_or_default();
    !matches!(word, "" | "false" | "0" | "null") && node.value != Value::Null
}

/// One end of a date: nothing, or a year with what is known of month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RangeEnd {
    Nothing,
    Year(i64),
    Season(i64, u8),
    Month(i64, u8),
    Day(i64, u8, u8),
}

fn parts_of(end: &Node) -> Result<RangeEnd, Refused> {
    match &end.value {
        Value::List(parts) => {
            let parts: Vec<Option<&Node>> = parts.iter().map(Some).collect();
            point(&parts)
        }
        Value::Null => Ok(RangeEnd::Nothing),
        _ => refused(format!(
            "each end of `date-parts` is a list of numbers, and here is {}",
            end.described()
        )),
    }
}

/// `{"year": 2022, "month": 10}`.
fn named_parts(node: &Node) -> Result<RangeEnd, Refused> {
    point(&["year", "month", "day"].map(|name| node.get(name)))
}

fn point(parts: &[Option<&Node>]) -> Result<RangeEnd, Refused> {
    if parts.len() > 3 {
        return refused("a date has a year, a month and a day, and here is more");
    }
    let mut numbers = [0_i64; 3];
    for (number, part) in numbers.iter_mut().zip(parts) {
        *number = part.map_or(Ok(0), number_of)?;
    }
    let month = |month: i64| u8::try_from(month).unwrap_or(u8::MAX);
    Ok(match numbers {
        [0, 0, 0] => RangeEnd::Nothing,
        [0, ..] => return refused("a month or a day has no year"),
        [year, 0, 0] => RangeEnd::Year(year),
        [_, 0, _] => return refused("a day has no month"),
        // Seasons: as citeproc-js counts them behind the months, and as EDTF does.
        [year, season @ 13..=16, 0] => RangeEnd::Season(year, month(season - 12)),
        [year, season @ 21..=24, 0] => RangeEnd::Season(year, month(season - 20)),
        [year, m @ 1..=12, 0] => RangeEnd::Month(year, month(m)),
        [year, m @ 1..=12, d @ 1..=31] => RangeEnd::Day(year, month(m), month(d)),
        [_, m @ 1..=12, d] => return refused(format!("month {m} has no day {d}")),
        [_, m, _] => return refused(format!("there is no month {m}")),
    })
}

/// The number that a part is, also as a text; what is empty is 0.
fn number_of(part: &Node) -> Result<i64, Refused> {
    let Some(text) = part.text().map(str::trim) else {
        return match part.value {
            Value::Null => Ok(0),
            _ => refused(format!("expected a number, found {}", part.described())),
        };
    };
    if text.is_empty() || text == "null" {
        return Ok(0);
    }
    let number = text.parse::<i64>().ok().filter(|number| number.abs() <= 1_000_000_000);
    match number {
        Some(number) => Ok(number),
        None => refused(format!("`{text}` is no number of a year, a month or a day")),
    }
}

/// A season by its number or its name, spring to winter as 1 to 4.
fn season(node: &Node) -> Result<Option<u8>, Refused> {
    let Some(season) = node.get("season").filter(|season| season.value != Value::Null)
    else {
        return Ok(None);
    };
    let word = season.text().map(str::trim).unwrap_or_default();
    match word.parse::<u8>() {
        _ if word.is_empty() || word == "0" => Ok(None),
        Ok(number @ 1..=4) => Ok(Some(number)),
        Ok(number @ 21..=24) => Ok(Some(number - 20)),
        Ok(number @ 13..=16) => Ok(Some(number - 12)),
        _ => match dates::season(word) {
            Some(season) => Ok(Some(season)),
            None => refused(format!("`{word}` is no season")),
        },
    }
}

fn together(
    points: &[RangeEnd],
    season: Option<u8>,
    doubt: bool,
) -> Result<Option<String>, Refused> {
    let in_season = |point: RangeEnd| match (point, season) {
        (point, None) => Ok(point),
        (RangeEnd::Year(year), Some(season)) => Ok(RangeEnd::Season(year, season)),
        (RangeEnd::Season(year, own), Some(season)) if own == season => {
            Ok(RangeEnd::Season(year, own))
        }
        (RangeEnd::Nothing, Some(_)) => refused("the season has no year"),
        _ => refused("a date with a month has no season beside it"),
    };
    let mark = if doubt { "~" } else { "" };
    let written = |point: RangeEnd| format!("{}{mark}", written(point));
    match *points {
        [] | [RangeEnd::Nothing] | [RangeEnd::Nothing, RangeEnd::Nothing]
            if season.is_none() =>
        {
            Ok(None)
        }
        [] => refused("the season has no year"),
        [one] => in_season(one).map(|one| Some(written(one))),
        [_, _] if season.is_some() => refused("of which end the season is can't be told"),
        [from, RangeEnd::Nothing] => Ok(Some(format!("{}/..", written(from)))),
        [RangeEnd::Nothing, to] => Ok(Some(format!("../{}", written(to)))),
        [from, to] => Ok(Some(format!("{}/{}", written(from), written(to)))),
        _ => refused("a date has a start and an end, and here are more"),
    }
}

/// A point in EDTF.
fn written(point: RangeEnd) -> String {
    // There is no year 0 between 1 BC and 1 AD: EDTF has one.
    let astronomical = |year: i64| if year < 0 { year + 1 } else { year };
    let year = |year: i64| {
        let year = astronomical(year);
        match year.abs() {
            10_000.. => format!("Y{year}"),
            _ if year < 0 => format!("-{:04}", -year),
            _ => format!("{year:04}"),
        }
    };
    match point {
        RangeEnd::Nothing => String::new(),
        RangeEnd::Year(y) => year(y),
        RangeEnd::Season(y, season) => format!("{}-2{season}", year(y)),
        RangeEnd::Month(y, month) => format!("{}-{month:02}", year(y)),
        RangeEnd::Day(y, month, day) => format!("{}-{month:02}-{day:02}", year(y)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Edtf;
    use crate::diag::Diagnostics;
    use crate::fields::json;
    use crate::files::FileId;
    use crate::phrases::Phrases;
    use proptest::prelude::*;

    fn date(text: &str) -> Result<Option<String>, Refused> {
        let node = json::read(text, FileId(0), &mut Diagnostics::default()).unwrap();
        read(&node)
    }

    #[test]
    fn dates_of_csl_are_read_as_they_are_meant() {
        for (json, edtf) in [
            ("{\"date-parts\": [[2022, 10, 26]]}", "2022-10-26"),
            ("{\"date-parts\": [[\"2022\", \"10\"]]}", "2022-10"),
            ("{\"date-parts\": [[\" 2022 \", \"05\"]]}", "2022-05"),
            ("{\"date-parts\": [[2022, 0]]}", "2022"),
            ("{\"date-parts\": [[2022, \"\", null]]}", "2022"),
            ("{\"date-parts\": [[2022, 9], [2022, 10]]}", "2022-09/2022-10"),
            ("{\"date-parts\": [[1987], [0]]}", "1987/.."),
            ("{\"date-parts\": [[1987], []]}", "1987/.."),
            ("{\"date-parts\": [[0], [1987]]}", "../1987"),
            ("{\"date-parts\": [[-49]]}", "-0048"),
            ("{\"date-parts\": [[-44, 3, 15]]}", "-0043-03-15"),
            ("{\"date-parts\": [[-1]]}", "0000"),
            ("{\"date-parts\": [[\"-250\"], [\"-249\"]]}", "-0249/-0248"),
            ("{\"date-parts\": [[79]]}", "0079"),
            ("{\"date-parts\": [[-20000]]}", "Y-19999"),
            ("{\"date-parts\": [[2022, 13]]}", "2022-21"),
            ("{\"date-parts\": [[2022, 24]]}", "2022-24"),
            ("{\"date-parts\": [[2022]], \"season\": \"4\"}", "2022-24"),
            ("{\"date-parts\": [[2022]], \"season\": \"Summer\"}", "2022-22"),
            ("{\"date-parts\": [[2022]], \"season\": 0}", "2022"),
            ("{\"date-parts\": [[2022]], \"circa\": true}", "2022~"),
            ("{\"date-parts\": [[2022], [2023]], \"circa\": 1}", "2022~/2023~"),
            ("{\"date-parts\": [[2022]], \"circa\": \"false\"}", "2022"),
            ("{\"date-parts\": [[2022]], \"season\": 1, \"circa\": 1}", "2022-21~"),
            ("{\"raw\": \"2013-07/2013-08\"}", "2013-07/2013-08"),
            ("{\"raw\": \"5. Januar 2012\"}", "2012-01-05"),
            ("{\"literal\": \"October 2012\"}", "October 2012"),
            ("{\"date-parts\": [[]], \"literal\": \"2012\", \"circa\": true}", "2012~"),
            ("\"2012-10-26T10:00:00Z\"", "2012-10-26"),
            ("2012", "2012"),
            ("{\"year\": 2012, \"month\": \"3\"}", "2012-03"),
            ("[{\"year\": 2012}, {\"year\": 2013}]", "2012/2013"),
        ] {
            assert_eq!(date(json), Ok(Some(edtf.to_owned())), "{json}");
            assert!(Edtf::parse(edtf).is_ok(), "{edtf}");
        }
    }

    #[test]
    fn what_is_empty_says_nothing() {
        for json in [
            "{}",
            "{\"date-parts\": []}",
            "{\"date-parts\": [[]]}",
            "{\"date-parts\": [[\"\"]]}",
            "{\"date-parts\": [[null]]}",
            "{\"date-parts\": [[0]]}",
            "{\"date-parts\": [null]}",
            "{\"date-parts\": [[0], [0]]}",
            "{\"raw\": \"\"}",
            "\"\"",
        ] {
            assert_eq!(date(json), Ok(None), "{json}");
        }
    }

    #[test]
    fn what_can_not_be_read_is_refused() {
        for json in [
            "{\"date-parts\": [[\"2013a\"]]}",
            "{\"date-parts\": [[2013.5]]}",
            "{\"date-parts\": [[\"\", 5]]}",
            "{\"date-parts\": [[2013, 0, 5]]}",
            "{\"date-parts\": [[2013, 17]]}",
            "{\"date-parts\": [[2013, 5, 32]]}",
            "{\"date-parts\": [[2013, 13, 1]]}",
            "{\"date-parts\": [[2013, -5]]}",
            "{\"date-parts\": [[2013, 5, 1, 12]]}",
            "{\"date-parts\": [[1], [2], [3]]}",
            "{\"date-parts\": [2013, 5]}",
            "{\"date-parts\": 2013}",
            "{\"date-parts\": [[{}]]}",
            "{\"date-parts\": [[2013], [2014]], \"season\": 4}",
            "{\"date-parts\": [[2013, 5]], \"season\": 2}",
            "{\"date-parts\": [[2013]], \"season\": \"monsoon\"}",
            "{\"season\": 2}",
            "{\"literal\": \"forthcoming\"}",
            "true",
        ] {
            assert!(date(json).is_err(), "{json}: {:?}", date(json));
        }
    }

    proptest! {
        #[test]
        fn a_day_of_csl_is_that_day(year in -9999..9999_i64, month in 1..=12, day in 1..=28) {
            prop_assume!(year != 0);
            let read = date(&format!("{{\"date-parts\": [[{year}, {month}, {day}]]}}"));
            let read = read.ok().flatten().and_then(|date| Edtf::parse(&date).ok());
            let words = read.map(|date| date.words(Phrases::find("en"))).unwrap_or_default();
            let era = if year < 0 { " BC" } else { "" };
            let written = words.split(' ').skip(1).find_map(|word| word.parse::<i64>().ok());
            prop_assert!(words.starts_with(&format!("{day} ")), "{words}");
            prop_assert_eq!(written, Some(year.abs()), "{}", words);
            prop_assert!(words.ends_with(era), "{words}");
        }
    }
}
