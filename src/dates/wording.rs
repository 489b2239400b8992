//! Dates → words for readers.

use jiff::civil::Date;
use std::borrow::Cow;

use super::names::{EN, Names};
use super::value::{
    Calendar, Certainty, Edtf, Lasted, Member, Missing, Moment, Point, Value,
};
use super::words::Part;

/// A language in which dates are worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    /// English, days before months.
    #[default]
    En,
}

impl Lang {
    /// The language of a BCP 47 tag, by its first part: `en-GB` is English.
    pub fn find(tag: &str) -> Option<Lang> {
        let primary = tag.split('-').next()?;
        primary.eq_ignore_ascii_case("en").then_some(Lang::En)
    }
}

impl Edtf {
    /// The date in words that can stand within a sentence; as exact as it is, and no more.
    ///
    /// ```
    /// use dateline::dates::{Edtf, Lang};
    ///
    /// let words = |text| Edtf::parse(text).unwrap().words(Lang::En);
    /// assert_eq!(words("2016-05-02/2016-05-08"), "2–8 May 2016");
    /// assert_eq!(words("2022-10?"), "October 2022 (uncertain)");
    /// assert_eq!(words("[..2022-09-11]"), "before 12 September 2022");
    /// assert_eq!(words("2022-XX"), "some month of 2022");
    /// ```
    pub fn words(&self, lang: Lang) -> String {
        self.say(Style { lang, short: false })
    }

    /// The date for a narrow column of a table: "26 Oct 2022".
    pub fn short_words(&self, lang: Lang) -> String {
        self.say(Style { lang, short: true })
    }

    fn say(&self, style: Style) -> String {
        match style.lang {
            Lang::En => value(&self.value, English { names: &EN, short: style.short }),
        }
    }
}

/// How a date is to be worded.
#[derive(Clone, Copy)]
struct Style {
    lang: Lang,
    short: bool,
}

/// English, in full or short.
#[derive(Clone, Copy)]
struct English {
    names: &'static Names,
    short: bool,
}

fn value(value: &Value, english: English) -> String {
    match value {
        Value::One(point) => english.point(*point),
        Value::Lasted(lasted) => english.lasted(*lasted),
        Value::OneOf(members) => english.one_of(members),
        Value::Moment(moment) => english.moment(*moment),
    }
}

impl English {
    fn month(self, month: i8) -> &'static str {
        self.names.month(month, self.short)
    }

    fn point(self, point: Point) -> String {
        let date = self.calendar(point.calendar);
        let near = match (point.certainty.is_approximate(), point.calendar) {
            (false, _) => date,
            (true, calendar) if is_plain(calendar) => format!("about {date}"),
            (true, _) => format!("{date} or thereabouts"),
        };
        match (point.certainty.is_uncertain(), self.short) {
            (false, _) => near,
            (true, false) => format!("{near} (uncertain)"),
            (true, true) => format!("{near} (?)"),
        }
    }

    fn calendar(self, calendar: Calendar) -> String {
        match calendar {
            Calendar::Century(first) => self.between_years(first, first + 99),
            Calendar::Decade(first) if first >= 1000 => format!("the {first}s"),
            Calendar::Decade(first) => self.between_years(first, first + 9),
            Calendar::Year(number) => year(number),
            Calendar::Season(of, season) => {
                format!("{} {}", self.names.seasons[season.index()], year(of.into()))
            }
            Calendar::SomeMonth(of) => format!("some month of {}", year(of.into())),
            Calendar::Month(of, month) => {
                format!("{} {}", self.month(month), year(of.into()))
            }
            Calendar::SomeDayOfYear(of) => format!("some day in {}", year(of.into())),
            Calendar::SomeDay(of, month) => {
                format!("some day in {} {}", self.month(month), year(of.into()))
            }
            Calendar::Day(date) => {
                // Nearly every date is a day, and a site shows thousands.
                let (mut day, mut digits) = (itoa::Buffer::new(), itoa::Buffer::new());
                let words = match date.year() {
                    modern @ 1000.. => Cow::Borrowed(digits.format(modern)),
                    other => Cow::Owned(year(other.into())),
                };
                let month = self.month(date.month());
                [day.format(date.day()), " ", month, " ", &words].concat()
            }
        }
    }

    fn between_years(self, first: i32, last: i32) -> String {
        format!("between {} and {}", year(first), year(last))
    }

    fn day_month(self, date: Date) -> String {
        let mut day = itoa::Buffer::new();
        [day.format(date.day()), " ", self.month(date.month())].concat()
    }

    fn lasted(self, lasted: Lasted) -> String {
        match lasted {
            Lasted::Between(from, to) => self.interval(from, to),
            Lasted::From(from, Missing::Open) => format!("since {}", self.point(from)),
            Lasted::From(from, Missing::Unknown) => {
                format!("from {} (end unknown)", self.point(from))
            }
            Lasted::Until(Missing::Open, to) => format!("until {}", self.point(to)),
            Lasted::Until(Missing::Unknown, to) => {
                format!("until {} (start unknown)", self.point(to))
            }
        }
    }

    /// `2016–2019`, `October–December 2022`, `2–8 May 2016`, or both dates in full.
    fn interval(self, from: Point, to: Point) -> String {
        if from == to {
            return match from.calendar {
                Calendar::Day(_) => self.point(from),
                _ => format!("throughout {}", self.point(from)),
            };
        }
        if let Some(joined) = self.joined(from, to, "–") {
            return joined;
        }
        match self.shared(from, to) {
            Some((start, end)) => format!("from {start} to {end}"),
            None => format!("from {} to {}", self.point(from), self.point(to)),
        }
    }

    /// Two dates in one phrase, where all but one word of theirs is the same.
    fn joined(self, from: Point, to: Point, mark: &str) -> Option<String> {
        if !are_certain(from, to) {
            return None;
        }
        match (from.calendar, to.calendar) {
            (Calendar::Year(first), Calendar::Year(last)) if is_modern(first, last) => {
                Some(format!("{}{mark}{}", year(first), year(last)))
            }
            (Calendar::Month(one, first), Calendar::Month(other, last))
                if one == other =>
            {
                let of = year(one.into());
                Some(format!("{}{mark}{} {of}", self.month(first), self.month(last)))
            }
            (Calendar::Day(first), Calendar::Day(last))
                if first.first_of_month() == last.first_of_month() =>
            {
                let of = self.calendar(Calendar::Month(last.year(), last.month()));
                Some(format!("{}{mark}{} {of}", first.day(), last.day()))
            }
            _ => None,
        }
    }

    /// Two days of one year, of which only the second names it.
    fn shared(self, from: Point, to: Point) -> Option<(String, String)> {
        match (from.calendar, to.calendar) {
            (Calendar::Day(first), Calendar::Day(last))
                if are_certain(from, to) && first.year() == last.year() =>
            {
                Some((self.day_month(first), self.point(to)))
            }
            _ => None,
        }
    }

    fn one_of(self, members: &[Member]) -> String {
        let mut text = String::new();
        for (index, member) in members.iter().enumerate() {
            text.push_str(match index {
                0 => "",
                _ if index + 1 == members.len() => " or ",
                _ => ", ",
            });
            text.push_str(&self.member(*member));
        }
        text
    }

    fn member(self, member: Member) -> String {
        match member {
            Member::One(point) => self.point(point),
            Member::UpTo(point) => match point.calendar.after() {
                Some(calendar) => {
                    format!("before {}", self.point(Point { calendar, ..point }))
                }
                None => format!("no later than {}", self.point(point)),
            },
            Member::From(point) => match point.calendar.before() {
                Some(calendar) => {
                    format!("after {}", self.point(Point { calendar, ..point }))
                }
                None => format!("no earlier than {}", self.point(point)),
            },
            Member::Range(first, last) => self
                .third(member)
                .or_else(|| self.joined(first, last, " and ").map(between))
                .unwrap_or_else(|| match self.shared(first, last) {
                    Some((from, to)) => between(format!("{from} and {to}")),
                    None => {
                        between(format!("{} and {}", self.point(first), self.point(last)))
                    }
                }),
        }
    }

    /// "early 2022", if that is the set which the words stand for.
    fn third(self, member: Member) -> Option<String> {
        let whole = whole_of(member)?;
        let part = Part::ALL.into_iter().find(|part| part.of(whole) == Some(member))?;
        let word = match part {
            Part::Early => "early",
            Part::Mid => "mid",
            Part::Late => "late",
        };
        let mark = if part == Part::Mid { '-' } else { ' ' };
        Some(format!("{word}{mark}{}", self.calendar(whole)))
    }

    fn moment(self, moment: Moment) -> String {
        let clock = moment.clock;
        let day = self.calendar(Calendar::Day(clock.date()));
        let zone = match moment.shift {
            None => String::new(),
            Some(0) => " UTC".to_owned(),
            Some(shift) => {
                let sign = if shift < 0 { '−' } else { '+' };
                match (shift.abs() / 60, shift.abs() % 60) {
                    (hours, 0) => format!(" UTC{sign}{hours}"),
                    (hours, minutes) => format!(" UTC{sign}{hours}:{minutes:02}"),
                }
            }
        };
        if self.short {
            return day;
        }
        format!("{day}, {:02}:{:02}{zone}", clock.hour(), clock.minute())
    }
}

fn between(dates: String) -> String {
    format!("between {dates}")
}

fn are_certain(from: Point, to: Point) -> bool {
    from.certainty == Certainty::Certain && to.certainty == Certainty::Certain
}

/// Whether "about" can stand before its words.
fn is_plain(calendar: Calendar) -> bool {
    match calendar {
        Calendar::Century(_)
        | Calendar::SomeMonth(_)
        | Calendar::SomeDayOfYear(_)
        | Calendar::SomeDay(..) => false,
        Calendar::Decade(first) => first >= 1000,
        Calendar::Year(_)
        | Calendar::Season(..)
        | Calendar::Month(..)
        | Calendar::Day(_) => true,
    }
}

/// Whether both years are written as four digits and nothing else.
fn is_modern(first: i32, last: i32) -> bool {
    [first, last].iter().all(|year| (1000..=9999).contains(year))
}

/// The year or month that the third of one would be a part of.
fn whole_of(member: Member) -> Option<Calendar> {
    match member {
        Member::Range(Point { calendar: Calendar::Month(year, _), .. }, _) => {
            Some(Calendar::Year(i32::from(year)))
        }
        Member::Range(Point { calendar: Calendar::Day(date), .. }, _) => {
            Some(Calendar::Month(date.year(), date.month()))
        }
        _ => None,
    }
}

/// `2022`, `AD 985`, `44 BC` (year −43), `the year 170,000,002`.
fn year(number: i32) -> String {
    match number {
        ..=0 => format!("{} BC", grouped(1 - number)),
        1..1000 => format!("AD {number}"),
        1000..10_000 => number.to_string(),
        _ => format!("the year {}", grouped(number)),
    }
}

/// A positive number, its digits grouped by commas where there are more than four.
fn grouped(number: i32) -> String {
    let digits = number.to_string();
    if digits.len() <= 4 {
        return digits;
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::dates::{Edtf, Lang};

    #[test]
    fn dates_are_said_in_full() {
        for (text, words) in [
            ("2022-10-26", "26 October 2022"),
            ("2022-10", "October 2022"),
            ("2022", "2022"),
            ("2022-21", "spring 2022"),
            ("202X", "the 2020s"),
            ("20XX", "between 2000 and 2099"),
            ("2022-XX", "some month of 2022"),
            ("2022-10-XX", "some day in October 2022"),
            ("2022-XX-XX", "some day in 2022"),
            ("2022-10~", "about October 2022"),
            ("2022-10?", "October 2022 (uncertain)"),
            ("2022-10%", "about October 2022 (uncertain)"),
            ("2016/2019", "2016–2019"),
            ("2022-10/2022-12", "October–December 2022"),
            ("2022-10/2023-03", "from October 2022 to March 2023"),
            ("2016-05-02/2016-05-08", "2–8 May 2016"),
            ("2016-05-02/2016-06-08", "from 2 May to 8 June 2016"),
            ("2016-05-02/2017-06-08", "from 2 May 2016 to 8 June 2017"),
            ("2016?/2019~", "from 2016 (uncertain) to about 2019"),
            ("2016-05-02/2016-05-02", "2 May 2016"),
            ("2016/2016", "throughout 2016"),
            ("2022-10/..", "since October 2022"),
            ("2022-10/", "from October 2022 (end unknown)"),
            ("../2019", "until 2019"),
            ("/2019", "until 2019 (start unknown)"),
            ("before 2022-09-12", "before 12 September 2022"),
            ("after 2022", "after 2022"),
            ("[9999-12-31..]", "after 30 December 9999"),
            ("[..9999-12-31]", "no later than 31 December 9999"),
            ("between 2016 and 2019", "between 2016 and 2019"),
            ("[2016-05-02..2016-05-08]", "between 2 and 8 May 2016"),
            ("[2016,2018,2019]", "2016, 2018 or 2019"),
            ("early 2022", "early 2022"),
            ("mid-October 2022", "mid-October 2022"),
            ("[2022-01..2022-04]", "between January and April 2022"),
            ("0985", "AD 985"),
            ("0000", "1 BC"),
            ("-0043-03-15", "15 March 44 BC"),
            ("Y170000002", "the year 170,000,002"),
            ("2022-10-27T09:30:00Z", "27 October 2022, 09:30 UTC"),
            ("2022-10-27T09:30:00+05:30", "27 October 2022, 09:30 UTC+5:30"),
            ("2022-10-27T09:30:00-04", "27 October 2022, 09:30 UTC−4"),
            ("2022-10-27T09:30:00", "27 October 2022, 09:30"),
        ] {
            let date = Edtf::parse_moment(text).expect(text);
            assert_eq!(date.words(Lang::En), words, "{text}");
        }
    }

    #[test]
    fn dates_are_said_short_for_tables() {
        for (text, words) in [
            ("2022-10-26", "26 Oct 2022"),
            ("2022-09?", "Sep 2022 (?)"),
            ("2022-10/2022-12", "Oct–Dec 2022"),
            ("before 2022-09-12", "before 12 Sep 2022"),
            ("2022-10-27T09:30:00Z", "27 Oct 2022"),
        ] {
            let date = Edtf::parse_moment(text).expect(text);
            assert_eq!(date.short_words(Lang::En), words);
        }
    }

    #[test]
    fn a_language_is_found_by_its_tag() {
        assert_eq!(Lang::find("en-GB"), Some(Lang::En));
        assert_eq!(Lang::find("zh-Hans"), None);
    }
}
