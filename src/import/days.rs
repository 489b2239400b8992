//! Days as other generators write them.

use crate::dates::{Edtf, MONTHS};

/// What a text that should be a day is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WrittenDay {
    /// A day or an instant, as it may stand here.
    Known(String),
    /// Written otherwise, and only this day can be meant.
    Reworded(String),
    /// It may be several days, or none.
    Unclear,
}

/// Reads a day.
pub(super) fn day(text: &str) -> WrittenDay {
    let text = text.trim();
    if Edtf::parse_moment(text).is_ok() && text.starts_with(|c: char| c.is_ascii_digit())
    {
        return WrittenDay::Known(text.to_owned());
    }
    let found = in_figures(text).or_else(|| in_words(text));
    match found.filter(|day| Edtf::parse(day).is_ok()) {
        Some(day) if text.starts_with(&day) => WrittenDay::Known(day),
        Some(day) => WrittenDay::Reworded(day),
        None => WrittenDay::Unclear,
    }
}

/// `2016-1-2`, `2016/01/02 10:00`: the year stands first, so month and day can't be mistaken.
fn in_figures(text: &str) -> Option<String> {
    let date = text.split(['T', 't', ' ']).next()?;
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let [year, month, day] = parts[..] else { return None };
    let is_number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_day =
        is_number(year, 4..=4) && is_number(month, 1..=2) && is_number(day, 1..=2);
    is_day.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// `Jan 2, 2016`, `2 January 2016`, `Sat, 02 Jan 2016 10:00:00 GMT`
fn in_words(text: &str) -> Option<String> {
    let (mut month, mut day, mut year) = (None, None, None);
    let parts = text.split([' ', ',', '-']).filter(|part| !part.is_empty());
    for part in parts {
        let part = part.trim_end_matches('.');
        let begins = |name: &&str| {
            let begin = name.get(..part.len());
            part.len() >= 3 && begin.is_some_and(|begin| begin.eq_ignore_ascii_case(part))
        };
        let named = MONTHS.iter().position(begins);
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        match (named, digits.len()) {
            (Some(found), _) if month.is_none() => month = Some(found + 1),
            (None, 1 | 2) if day.is_none() && !part.contains(':') => {
                day = digits.parse::<u8>().ok();
            }
            (None, 4) if year.is_none() => year = Some(digits),
            _ => {}
        }
    }
    Some(format!("{}-{:02}-{:02}", year?, month?, day?))
}

/// The day at the beginning of a name, and the rest: `2022-10-27-dublin`, `20221027 dublin`, `2022-10-27`.
pub(super) fn in_name(name: &str) -> Option<(String, &str)> {
    let bytes = name.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        bytes.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    let is_parted = digits(0..4) && digits(5..7) && digits(8..10);
    let signs = (bytes.get(4), bytes.get(7));
    let (date, rest) = match signs {
        (Some(b'-'), Some(b'-'))
        | (Some(b'_'), Some(b'_'))
        | (Some(b'.'), Some(b'.'))
            if is_parted =>
        {
            (format!("{}-{}-{}", &name[..4], &name[5..7], &name[8..10]), &name[10..])
        }
        _ if digits(0..8) && !digits(8..9) => {
            (format!("{}-{}-{}", &name[..4], &name[4..6], &name[6..8]), &name[8..])
        }
        _ => return None,
    };
    let is_end = rest.is_empty() || rest.starts_with(['-', '_', ' ', '.']);
    let year = date[..4].parse().unwrap_or(0);
    let is_year = (1900..2100).contains(&year);
    (is_end && is_year && Edtf::parse(&date).is_ok())
        .then(|| (date, rest.trim_start_matches(['-', '_', ' ', '.'])))
}

/// The day in the folders of a path: `blog/2022/10/27/dublin`.
pub(super) fn in_folders(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let is_number = |part: &str, len: usize| {
        part.len() == len && part.bytes().all(|b| b.is_ascii_digit())
    };
    let found = parts.windows(3).find_map(|three| {
        let [year, month, day] = three else { return None };
        let is_day = is_number(year, 4) && is_number(month, 2) && is_number(day, 2);
        is_day.then(|| format!("{year}-{month}-{day}"))
    });
    let whole = || parts.iter().find_map(|part| Some(in_name(part)?.0));
    found.filter(|day| Edtf::parse(day).is_ok()).or_else(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_however_they_are_written() {
        let known = |text: &str| WrittenDay::Known(text.to_owned());
        assert_eq!(day("2014-05-06 9:05:00 -0400"), known("2014-05-06 9:05:00 -0400"));
        assert_eq!(day("2016-01-02"), known("2016-01-02"));
        for text in
            ["Jan 2, 2016", "Sat, 02 Jan 2016 10:00:00 GMT", "2016/1/2", "2nd Jan 2016"]
        {
            assert_eq!(day(text), WrittenDay::Reworded("2016-01-02".into()), "{text}");
        }
        for text in ["10/11/2022", "", "soon", "31 February 2020"] {
            assert_eq!(day(text), WrittenDay::Unclear, "{text}");
        }
    }

    #[test]
    fn days_stand_in_names_and_folders() {
        assert_eq!(in_name("2022-10-27-dublin"), Some(("2022-10-27".into(), "dublin")));
        assert_eq!(in_name("20221027"), Some(("2022-10-27".into(), "")));
        assert_eq!(in_name("2022-13-01-x"), None);
        assert_eq!(in_name("12345678901"), None);
        assert_eq!(in_folders("blog/2022/10/27/x"), Some("2022-10-27".into()));
        assert_eq!(in_folders("a/2022-10-27-x"), Some("2022-10-27".into()));
        assert_eq!(in_folders("2022/10/x"), None);
    }
}
