//! Dates → words for readers.

use jiff::civil::Date;

use super::value::{
    Calendar, Certainty, Edtf, Lasted, Member, Missing, Moment, Point, Season, Value,
};
use super::words::Part;
use crate::phrases::Phrases;

impl Edtf {
    /// The date in words that can stand within a sentence; as exact as it is, and no more.
    ///
    /// ```
    /// use dateline::dates::Edtf;
    /// use dateline::phrases::Phrases;
    ///
    /// let words = |text| Edtf::parse(text).unwrap().words(Phrases::find("en"));
    /// assert_eq!(words("2016-05-02/2016-05-08"), "2–8 May 2016");
    /// assert_eq!(words("2022-10?"), "October 2022 (uncertain)");
    /// assert_eq!(words("[..2022-09-11]"), "before 12 September 2022");
    /// assert_eq!(words("2022-XX"), "some month of 2022");
    /// ```
    pub fn words(&self, phrases: &Phrases) -> String {
        value(&self.value, Style { phrases, short: false })
    }

    /// The date for a narrow column of a table: "26 Oct 2022".
    pub fn short_words(&self, phrases: &Phrases) -> String {
        value(&self.value, Style { phrases, short: true })
    }
}

/// How a date is to be worded.
#[derive(Clone, Copy)]
struct Style<'p> {
    phrases: &'p Phrases,
    short: bool,
}

/// Two dates of which all but one word is the same.
struct DatePair {
    from: String,
    to: String,
    /// The year or the month in which both lie, where they have words of their own for it.
    of: Option<String>,
}

fn value(value: &Value, style: Style<'_>) -> String {
    match value {
        Value::One(point) => style.point(*point),
        Value::Lasted(lasted) => style.lasted(*lasted),
        Value::OneOf(members) => style.one_of(members),
        Value::Moment(moment) => style.moment(*moment),
    }
}

impl<'p> Style<'p> {
    fn month(self, month: i8) -> &'p str {
        month_name(self.phrases, month, self.short)
    }

    fn point(self, point: Point) -> String {
        let date = self.calendar(point.calendar);
        let near = match (point.certainty.is_approximate(), point.calendar) {
            (false, _) => date,
            (true, calendar) if is_plain(calendar) => self.phrases.date_about(&date),
            (true, _) => self.phrases.date_or_thereabouts(&date),
        };
        match (point.certainty.is_uncertain(), self.short) {
            (false, _) => near,
            (true, false) => self.phrases.date_uncertain(&near),
            (true, true) => self.phrases.date_uncertain_short(&near),
        }
    }

    /// `2022`, `AD 985`, `44 BC` (year −43), `the year 170,000,002`.
    fn year(self, number: i32) -> String {
        match number {
            ..=0 => self.phrases.year_bc(&grouped(1 - number)),
            1..1000 => self.phrases.year_ad(&number.to_string()),
            1000..10_000 => number.to_string(),
            _ => self.phrases.year_long(&grouped(number)),
        }
    }

    fn calendar(self, calendar: Calendar) -> String {
        let phrases = self.phrases;
        match calendar {
            Calendar::Century(first) => self.between_years(first, first + 99),
            Calendar::Decade(first) if first >= 1000 => {
                phrases.decade(&first.to_string())
            }
            Calendar::Decade(first) => self.between_years(first, first + 9),
            Calendar::Year(number) => self.year(number),
            Calendar::Season(of, season) => phrases
                .season_of_year(season_name(phrases, season), &self.year(of.into())),
            Calendar::SomeMonth(of) => phrases.some_month(&self.year(of.into())),
            Calendar::Month(of, month) => {
                phrases.month_of_year(self.month(month), &self.year(of.into()))
            }
            Calendar::SomeDayOfYear(of) => {
                phrases.some_day_of_year(&self.year(of.into()))
            }
            Calendar::SomeDay(of, month) => {
                phrases.some_day_of_month(self.month(month), &self.year(of.into()))
            }
            Calendar::Day(date) => {
                let (day, month) = (date.day().unsigned_abs(), self.month(date.month()));
                match date.year() {
                    // Nearly every date is a day of our time, and a site shows thousands.
                    modern @ 1000.. => {
                        phrases.day_of_year(day, month, modern.unsigned_abs())
                    }
                    other => phrases.day_of_year(day, month, &self.year(other.into())),
                }
            }
        }
    }

    fn between_years(self, first: i32, last: i32) -> String {
        self.phrases.date_between(&self.year(first), &self.year(last))
    }

    fn day_month(self, date: Date) -> String {
        self.phrases.day_of_month(date.day().unsigned_abs(), self.month(date.month()))
    }

    fn lasted(self, lasted: Lasted) -> String {
        let phrases = self.phrases;
        match lasted {
            Lasted::Between(from, to) => self.interval(from, to),
            Lasted::From(from, Missing::Open) => phrases.date_since(&self.point(from)),
            Lasted::From(from, Missing::Unknown) => {
                phrases.date_from_end_unknown(&self.point(from))
            }
            Lasted::Until(Missing::Open, to) => phrases.date_until(&self.point(to)),
            Lasted::Until(Missing::Unknown, to) => {
                phrases.date_until_start_unknown(&self.point(to))
            }
        }
    }

    /// `2016–2019`, `October–December 2022`, `2–8 May 2016`, or both dates in full.
    fn interval(self, from: Point, to: Point) -> String {
        let phrases = self.phrases;
        if from == to {
            return match from.calendar {
                Calendar::Day(_) => self.point(from),
                _ => phrases.date_throughout(&self.point(from)),
            };
        }
        match self.joined(from, to) {
            Some(DatePair { from, to, of: None }) => phrases.date_span(&from, &to),
            Some(DatePair { from, to, of: Some(of) }) => {
                phrases.date_span_in(&from, &to, &of)
            }
            None => {
                let (from, to) = self.both(from, to);
                phrases.date_from_to(&from, &to)
            }
        }
    }

    /// Two dates of which all but one word is the same.
    fn joined(self, from: Point, to: Point) -> Option<DatePair> {
        if !are_certain(from, to) {
            return None;
        }
        let (from, to, of) = match (from.calendar, to.calendar) {
            (Calendar::Year(first), Calendar::Year(last)) if is_modern(first, last) => {
                (self.year(first), self.year(last), None)
            }
            (Calendar::Month(one, first), Calendar::Month(other, last))
                if one == other =>
            {
                let name = |month| self.month(month).to_owned();
                (name(first), name(last), Some(self.year(one.into())))
            }
            (Calendar::Day(first), Calendar::Day(last))
                if first.first_of_month() == last.first_of_month() =>
            {
                let of = self.calendar(Calendar::Month(last.year(), last.month()));
                (first.day().to_string(), last.day().to_string(), Some(of))
            }
            _ => return None,
        };
        Some(DatePair { from, to, of })
    }

    /// Two dates; of two days of one year only the second names it.
    fn both(self, from: Point, to: Point) -> (String, String) {
        match (from.calendar, to.calendar) {
            (Calendar::Day(first), Calendar::Day(last))
                if are_certain(from, to) && first.year() == last.year() =>
            {
                (self.day_month(first), self.point(to))
            }
            _ => (self.point(from), self.point(to)),
        }
    }

    fn one_of(self, members: &[Member]) -> String {
        let members: Vec<String> = members.iter().map(|one| self.member(*one)).collect();
        self.phrases.any_of(&members)
    }

    fn member(self, member: Member) -> String {
        let phrases = self.phrases;
        match member {
            Member::One(point) => self.point(point),
            Member::UpTo(point) => match point.calendar.after() {
                Some(calendar) => {
                    phrases.date_before(&self.point(Point { calendar, ..point }))
                }
                None => phrases.date_no_later(&self.point(point)),
            },
            Member::From(point) => match point.calendar.before() {
                Some(calendar) => {
                    phrases.date_after(&self.point(Point { calendar, ..point }))
                }
                None => phrases.date_no_earlier(&self.point(point)),
            },
            Member::Range(first, last) => {
                self.third(member).unwrap_or_else(|| self.between(first, last))
            }
        }
    }

    fn between(self, first: Point, last: Point) -> String {
        match self.joined(first, last) {
            Some(DatePair { from, to, of: None }) => {
                self.phrases.date_between(&from, &to)
            }
            Some(DatePair { from, to, of: Some(of) }) => {
                self.phrases.date_between_in(&from, &to, &of)
            }
            None => {
                let (from, to) = self.both(first, last);
                self.phrases.date_between(&from, &to)
            }
        }
    }

    /// "early 2022", if that is the set which the words stand for.
    fn third(self, member: Member) -> Option<String> {
        let whole = whole_of(member)?;
        let part = Part::ALL.into_iter().find(|part| part.of(whole) == Some(member))?;
        let date = self.calendar(whole);
        Some(match part {
            Part::Early => self.phrases.date_early(&date),
            Part::Mid => self.phrases.date_mid(&date),
            Part::Late => self.phrases.date_late(&date),
        })
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
        let time = format!("{:02}:{:02}{zone}", clock.hour(), clock.minute());
        self.phrases.date_and_time(&day, &time)
    }
}

/// The name of a month, 1 to 12.
fn month_name(phrases: &Phrases, month: i8, short: bool) -> &str {
    match (month, short) {
        (1, false) => phrases.january(),
        (2, false) => phrases.february(),
        (3, false) => phrases.march(),
        (4, false) => phrases.april(),
        (5, false) => phrases.may(),
        (6, false) => phrases.june(),
        (7, false) => phrases.july(),
        (8, false) => phrases.august(),
        (9, false) => phrases.september(),
        (10, false) => phrases.october(),
        (11, false) => phrases.november(),
        (_, false) => phrases.december(),
        (1, true) => phrases.january_short(),
        (2, true) => phrases.february_short(),
        (3, true) => phrases.march_short(),
        (4, true) => phrases.april_short(),
        (5, true) => phrases.may_short(),
        (6, true) => phrases.june_short(),
        (7, true) => phrases.july_short(),
        (8, true) => phrases.august_short(),
        (9, true) => phrases.september_short(),
        (10, true) => phrases.october_short(),
        (11, true) => phrases.november_short(),
        (_, true) => phrases.december_short(),
    }
}

fn season_name(phrases: &Phrases, season: Season) -> &str {
    match season {
        Season::Spring => phrases.spring(),
        Season::Summer => phrases.summer(),
        Season::Autumn => phrases.autumn(),
        Season::Winter => phrases.winter(),
    }
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
    use crate::dates::Edtf;
    use crate::phrases::Phrases;

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
            assert_eq!(date.words(Phrases::find("en")), words, "{text}");
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
            assert_eq!(date.short_words(Phrases::find("en")), words);
        }
    }
}
