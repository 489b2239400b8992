//! The words that writers use – "before …", "between … and …", "early …" – compiled to EDTF.
//!
//! | words | EDTF |
//! |---|---|
//! | `before X`, `after X` | `[..W]`, `[Y..]`, where W and Y are the neighbours of X |
//! | `on or before X`, `on or after X` | `[..X]`, `[X..]` |
//! | `between X and Y` | `[X..Y]` |
//! | `from X to Y`, `since X`, `until X` | `X/Y`, `X/..`, `../X` |
//! | `throughout X` | `X/X` |
//! | `X or Y` | `[X,Y]` |
//! | `about X` | `X~` |
//! | `early`, `mid`, `late` 2022 | its thirds: `[2022-01..2022-04~]`, `[2022-05~..2022-08~]`, `[2022-09~..2022-12]` |
//! | `early`, `mid`, `late` October 2022 | days 1 to 10, 11 to 20, 21 to the last |
//!
//! "Early 2022" is not sharply bounded on the side of mid-2022, so that end is approximate;
//! this also tells it from `between 2022-01 and 2022-04`.

use jiff::civil::Date;

use super::error::{DateError, DateText};
use super::parse;
use super::value::{Calendar, Certainty, Lasted, Member, Missing, Point, Value};

/// Reads words; none if the text doesn't begin with one of theirs.
pub(super) fn value(text: DateText) -> Result<Option<Value>, DateError> {
    if !text.text.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Ok(None);
    }
    let set = |member| Ok(Some(parse::one_of(vec![member])));
    let lasted = |lasted| Ok(Some(Value::Lasted(lasted)));
    if let Some(date) = after_word(text, &["before"]) {
        return set(Member::UpTo(neighbour(date, "before", Calendar::before)?));
    }
    if let Some(date) = after_word(text, &["after"]) {
        return set(Member::From(neighbour(date, "after", Calendar::after)?));
    }
    if let Some(date) = after_word(text, &["on or before", "no later than"]) {
        return set(Member::UpTo(point(date)?));
    }
    if let Some(date) = after_word(text, &["on or after", "no earlier than"]) {
        return set(Member::From(point(date)?));
    }
    if let Some(dates) = after_word(text, &["between"]) {
        let (from, to) = two(text, dates, &[" and "], "between 2016 and 2019")?;
        return set(parse::range(text, from, to)?);
    }
    if let Some(dates) = after_word(text, &["from"]) {
        let (from, to) = two(text, dates, &[" to ", " until "], "from 2016 to 2019")?;
        return lasted(parse::lasted(text, from, to)?);
    }
    if let Some(date) = after_word(text, &["since"]) {
        return lasted(Lasted::From(point(date)?, Missing::Open));
    }
    if let Some(date) = after_word(text, &["until"]) {
        return lasted(Lasted::Until(Missing::Open, point(date)?));
    }
    if let Some(date) = after_word(text, &["throughout"]) {
        return lasted(parse::lasted(text, date, date)?);
    }
    for (word, part) in [("early", Part::Early), ("mid", Part::Mid), ("late", Part::Late)]
    {
        if let Some(date) = after_word(text, &[word]) {
            return set(third(part, date)?);
        }
    }
    Ok(None)
}

/// What follows one of the words, if the text begins with it; `mid-2022` has a hyphen.
fn after_word<'a>(text: DateText<'a>, words: &[&str]) -> Option<DateText<'a>> {
    words.iter().find_map(|word| {
        let begins = text.text.get(..word.len())?.eq_ignore_ascii_case(word);
        let rest = text.text.get(word.len()..)?;
        let gap = rest.starts_with(char::is_whitespace) || rest.starts_with('-');
        let ended = rest.is_empty();
        (begins && (gap || ended))
            .then(|| text.rest(word.len() + usize::from(rest.starts_with('-'))).trim())
    })
}

fn about(text: DateText<'_>) -> Option<DateText<'_>> {
    after_word(text, &["about", "around", "circa", "ca.", "c."])
}

/// A date which "about" may stand before.
pub(super) fn point(text: DateText) -> Result<Point, DateError> {
    let Some(date) = about(text) else {
        return parse::point(text);
    };
    let point = parse::point(date)?;
    Ok(Point { certainty: point.certainty.and(Certainty::Approximate), ..point })
}

/// Both dates of a pair, whose first may leave the second to say its month and year:
/// `between October and December 2022`, `from 2 to 8 May 2016`.
pub(super) fn points(from: DateText, to: DateText) -> Result<(Point, Point), DateError> {
    let alone = point(from);
    let last = point(to)?;
    let first = match (alone, completed(from.text, to.text)) {
        (Err(error), Some(whole)) => point(DateText::new(&whole)).map_err(|of_whole| {
            // A bare number is a day, and what is wrong with it shows in the whole date.
            let reason =
                if from.is_digits() { of_whole.reason } else { error.reason.clone() };
            DateError { reason, ..error }
        }),
        (alone, _) => alone,
    };
    Ok((first?, last))
}

/// The first of two dates with the words that it leaves to the second.
fn completed(from: &str, to: &str) -> Option<String> {
    let (given, whole) = (words_of(from)?, words_of(to)?);
    let short = given.len() < whole.len();
    short.then(|| [&given[..], &whole[given.len()..]].concat().join(" "))
}

/// The words of a date in English, which are three at most.
fn words_of(text: &str) -> Option<Vec<&str>> {
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    (words.len() < 4).then_some(words)
}

fn neighbour(
    date: DateText,
    word: &str,
    step: fn(Calendar) -> Option<Calendar>,
) -> Result<Point, DateError> {
    let point = point(date)?;
    let calendar = step(point.calendar).ok_or_else(|| {
        date.invalid(
            format!("what lies {word} {} can't be told", date.quoted()),
            format!("write a year, a month or a day: `{word} 2022-10`"),
        )
    })?;
    Ok(Point { calendar, ..point })
}

/// The dates on either side of one of the `marks`.
fn two<'a>(
    whole: DateText<'a>,
    dates: DateText<'a>,
    marks: &[&str],
    example: &str,
) -> Result<(DateText<'a>, DateText<'a>), DateError> {
    // Lower case of ASCII letters alone moves no byte.
    let folded = dates.text.to_ascii_lowercase();
    let found = marks.iter().find_map(|mark| Some((folded.find(mark)?, mark.len())));
    found
        .map(|(at, len)| (dates.part(0, at).trim(), dates.rest(at + len).trim()))
        .ok_or_else(|| {
            whole.invalid("the second date is missing", format!("write `{example}`"))
        })
}

/// A third of a year or a month, as "early", "mid" and "late" say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
}

impl Part {
    pub(super) const ALL: [Part; 3] = [Part::Early, Part::Mid, Part::Late];

    /// The set that the word stands for, if there is one: of a year or a month.
    pub(super) fn of(self, calendar: Calendar) -> Option<Member> {
        let (first, last) = match calendar {
            Calendar::Year(year) => {
                let year = i16::try_from(year).ok().filter(|year| year.abs() <= 9999)?;
                let (first, last) = self.thirds(12, 4);
                (Calendar::Month(year, first), Calendar::Month(year, last))
            }
            Calendar::Month(year, month) => {
                let start = Date::new(year, month, 1).ok()?;
                let (first, last) = self.thirds(start.days_in_month(), 10);
                let day = |day| start.with().day(day).build().ok().map(Calendar::Day);
                (day(first)?, day(last)?)
            }
            _ => return None,
        };
        Some(match self {
            Part::Early => Member::Range(Point::certain(first), Point::about(last)),
            Part::Mid => Member::Range(Point::about(first), Point::about(last)),
            Part::Late => Member::Range(Point::about(first), Point::certain(last)),
        })
    }

    /// The first and last number of this third of 1 to `all`, of `size` each but the last.
    fn thirds(self, all: i8, size: i8) -> (i8, i8) {
        match self {
            Part::Early => (1, size),
            Part::Mid => (size + 1, 2 * size),
            Part::Late => (2 * size + 1, all),
        }
    }
}

fn third(part: Part, date: DateText) -> Result<Member, DateError> {
    let of = parse::point(date)?;
    if of.certainty != Certainty::Certain {
        return Err(date.invalid(
            "an early, mid or late date has no other mark of doubt",
            "write `early 2022`, or `2022?`",
        ));
    }
    part.of(of.calendar).ok_or_else(|| {
        date.invalid(
            format!("{} has no early, middle or late part here", date.quoted()),
            "write `early 2022` or `early October 2022`, of a year or a month",
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::dates::Edtf;

    #[test]
    fn words_are_compiled_to_edtf() {
        for (text, edtf) in [
            ("before 2022-09-12", "[..2022-09-11]"),
            ("Before 12 September 2022", "[..2022-09-11]"),
            ("before 2022-01", "[..2021-12]"),
            ("before 2022", "[..2021]"),
            ("after 2022-12-31", "[2023-01-01..]"),
            ("after December 2022", "[2023-01..]"),
            ("on or before 2022-09-12", "[..2022-09-12]"),
            ("no earlier than 2022", "[2022..]"),
            ("between 2016 and 2019", "[2016..2019]"),
            ("BETWEEN October AND December 2022", "[2022-10..2022-12]"),
            ("between 2 and 8 May 2016", "[2016-05-02..2016-05-08]"),
            ("between about 2016 and 2019", "[2016~..2019]"),
            ("from 26 September to 3 October 2022", "2022-09-26/2022-10-03"),
            ("2–8 May 2016", "2016-05-02/2016-05-08"),
            ("2016–2019", "2016/2019"),
            ("since October 2022", "2022-10/.."),
            ("until 2019", "../2019"),
            ("throughout 2022", "2022/2022"),
            ("2016 or 2019", "[2016,2019]"),
            ("about 2022-10", "2022-10~"),
            ("about 2022-10?", "2022-10%"),
            ("circa 1890", "1890~"),
            ("early 2022", "[2022-01..2022-04~]"),
            ("Mid-2022", "[2022-05~..2022-08~]"),
            ("late 2022", "[2022-09~..2022-12]"),
            ("early October 2022", "[2022-10-01..2022-10-10~]"),
            ("mid 2022-10", "[2022-10-11~..2022-10-20~]"),
            ("late February 2024", "[2024-02-21~..2024-02-29]"),
            ("October 2022", "2022-10"),
            ("26 Oct 2022", "2022-10-26"),
            ("spring 2022", "2022-21"),
            ("Fall 2022", "2022-23"),
            ("the 2010s", "201X"),
        ] {
            assert_eq!(Edtf::parse(text).expect(text).as_edtf(), edtf);
        }
    }

    #[test]
    fn words_without_a_meaning_are_refused() {
        for (text, at) in [
            ("before", ""),
            ("between 2016", "between 2016"),
            ("from 2016", "from 2016"),
            ("before spring 2022", "spring 2022"),
            ("after 202X", "202X"),
            ("early spring 2022", "spring 2022"),
            ("early 2022?", "2022?"),
            ("between 31 and 3 May 2022", "between 31 and 3 May 2022"),
            ("from 31 to 2 June 2022", "31"),
            ("before before 2022", "before 2022"),
        ] {
            let error = Edtf::parse(text).expect_err(text);
            assert_eq!(&text[error.range.clone()], at, "{error:?}");
        }
    }

    #[test]
    fn the_calendar_ends_without_a_panic() {
        for text in ["before -9999-01-01", "after 9999-12-31", "after 9999-12"] {
            assert!(Edtf::parse(text).is_err(), "{text}");
        }
        assert_eq!(Edtf::parse("after 9999").unwrap().as_edtf(), "[Y10000..]");
    }
}
