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
            (true, Calendar::Day(_)) => self.phrases.date_about_day(&date),
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
            ..=0 => self.phrases.year_bc(&self.grouped(1 - number)),
            1..1000 => self.phrases.year_ad(&number.to_string()),
            1000..10_000 => self.phrases.year_modern(&number.to_string()),
            _ => self.phrases.year_long(&self.grouped(number)),
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
                    other => {
                        phrases.day_of_other_year(day, month, &self.year(other.into()))
                    }
                }
            }
        }
    }

    fn between_years(self, first: i32, last: i32) -> String {
        self.phrases.date_between(&self.year(first), &self.year(last))
    }

    fn grouped(self, number: i32) -> String {
        self.phrases.number(number.unsigned_abs().into())
    }

    fn day_month(self, date: Date) -> String {
        self.phrases.day_of_month(date.day().unsigned_abs(), self.month(date.month()))
    }

    fn lasted(self, lasted: Lasted) -> String {
        let phrases = self.phrases;
        let (point, missing) = match lasted {
            Lasted::Between(from, to) => return self.interval(from, to),
            Lasted::From(point, missing) | Lasted::Until(missing, point) => {
                (point, missing)
            }
        };
        let (date, is_start) = (self.point(point), matches!(lasted, Lasted::From(..)));
        match (is_start, missing, is_day(point)) {
            (true, Missing::Open, false) => phrases.date_since(&date),
            (true, Missing::Open, true) => phrases.date_since_day(&date),
            (true, Missing::Unknown, false) => phrases.date_from_end_unknown(&date),
            (true, Missing::Unknown, true) => phrases.date_from_end_unknown_day(&date),
            (false, Missing::Open, false) => phrases.date_until(&date),
            (false, Missing::Open, true) => phrases.date_until_day(&date),
            (false, Missing::Unknown, false) => phrases.date_until_start_unknown(&date),
            (false, Missing::Unknown, true) => {
                phrases.date_until_start_unknown_day(&date)
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
            Some(DatePair { from: first, to: last, of: Some(of) }) => {
                match are_days(from, to) {
                    true => phrases.date_span_of_days(&first, &last, &of),
                    false => phrases.date_span_in(&first, &last, &of),
                }
            }
            None => self.between_ends(from, to),
        }
    }

    fn between_ends(self, from: Point, to: Point) -> String {
        let phrases = self.phrases;
        if let Some(DatePair { from, to, of: Some(year) }) = self.of_one_year(from, to) {
            return phrases.date_from_to_of_year(&from, &to, &year);
        }
        let (first, last) = (self.point(from), self.point(to));
        match are_days(from, to) {
            true => phrases.date_from_to_days(&first, &last),
            false => phrases.date_from_to(&first, &last),
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
                let day = |date: Date| self.phrases.day_alone(date.day().unsigned_abs());
                (day(first), day(last), Some(of))
            }
            _ => return None,
        };
        Some(DatePair { from, to, of })
    }

    /// Two days of one year, which is named once.
    fn of_one_year(self, from: Point, to: Point) -> Option<DatePair> {
        match (from.calendar, to.calendar) {
            (Calendar::Day(first), Calendar::Day(last))
                if are_certain(from, to) && first.year() == last.year() =>
            {
                let (from, to) = (self.day_month(first), self.day_month(last));
                let of = Some(self.year(last.year().into()));
                Some(DatePair { from, to, of })
            }
            _ => None,
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
            Member::UpTo(point) => {
                let next = point.calendar.after();
                let next = next.map(|calendar| self.point(Point { calendar, ..point }));
                match (next, is_day(point)) {
                    (Some(next), false) => phrases.date_before(&next),
                    (Some(next), true) => phrases.date_before_day(&next),
                    (None, false) => phrases.date_no_later(&self.point(point)),
                    (None, true) => phrases.date_no_later_day(&self.point(point)),
                }
            }
            Member::From(point) => {
                let last = point.calendar.before();
                let last = last.map(|calendar| self.point(Point { calendar, ..point }));
                match (last, is_day(point)) {
                    (Some(last), false) => phrases.date_after(&last),
                    (Some(last), true) => phrases.date_after_day(&last),
                    (None, false) => phrases.date_no_earlier(&self.point(point)),
                    (None, true) => phrases.date_no_earlier_day(&self.point(point)),
                }
            }
            Member::Range(first, last) => {
                self.third(member).unwrap_or_else(|| self.between(first, last))
            }
        }
    }

    fn between(self, first: Point, last: Point) -> String {
        let phrases = self.phrases;
        match (self.joined(first, last), are_days(first, last)) {
            (Some(DatePair { from, to, of: None }), _) => {
                phrases.date_between(&from, &to)
            }
            (Some(DatePair { from, to, of: Some(of) }), false) => {
                phrases.date_between_in(&from, &to, &of)
            }
            (Some(DatePair { from, to, of: Some(of) }), true) => {
                phrases.date_between_days_of(&from, &to, &of)
            }
            (None, days) => match (self.of_one_year(first, last), days) {
                (Some(DatePair { from, to, of: Some(year) }), _) => {
                    phrases.date_between_of_year(&from, &to, &year)
                }
                (_, true) => {
                    phrases.date_between_days(&self.point(first), &self.point(last))
                }
                (_, false) => phrases.date_between(&self.point(first), &self.point(last)),
            },
        }
    }

    /// "early 2022", if that is the set which the words stand for.
    fn third(self, member: Member) -> Option<String> {
        let whole = whole_of(member)?;
        let part = Part::ALL.into_iter().find(|part| part.of(whole) == Some(member))?;
        let date = self.calendar(whole);
        let is_month = matches!(whole, Calendar::Month(..));
        Some(match (part, is_month) {
            (Part::Early, false) => self.phrases.date_early(&date),
            (Part::Early, true) => self.phrases.date_early_month(&date),
            (Part::Mid, false) => self.phrases.date_mid(&date),
            (Part::Mid, true) => self.phrases.date_mid_month(&date),
            (Part::Late, false) => self.phrases.date_late(&date),
            (Part::Late, true) => self.phrases.date_late_month(&date),
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

/// Whether it is one day, which has an article in some languages.
fn is_day(point: Point) -> bool {
    matches!(point.calendar, Calendar::Day(_))
}

fn are_days(from: Point, to: Point) -> bool {
    is_day(from) && is_day(to)
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

    /// What the dates in the first row are in each language.
    #[test]
    fn dates_are_said_as_each_language_says_them() {
        let dates = [
            "2022-10-01",
            "2022-10",
            "202X",
            "2022-10-26~",
            "2016-05-02/2016-05-08",
            "2022-10/2022-12",
            "2016-05-02/2016-06-08",
            "[..2022-09-11]",
            "[..2022-08]",
            "2022-10-12/..",
            "../2019",
            "[2016-05-01..2016-05-08]",
            "mid-October 2022",
            "late 2022",
            "0985-03-15",
            "Y170000002",
        ];
        for (lang, said) in [
            (
                "es",
                "1 de octubre de 2022|octubre de 2022|los años 2020|hacia el 26 de octubre de 2022|2-8 de mayo de 2016|octubre-diciembre de 2022|del 2 de mayo al 8 de junio de 2016|antes del 12 de septiembre de 2022|antes de septiembre de 2022|desde el 12 de octubre de 2022|hasta 2019|entre el 1 y el 8 de mayo de 2016|mediados de octubre de 2022|finales de 2022|15 de marzo de 985 d. C.|el año 170.000.002",
            ),
            (
                "fr",
                "1er octobre 2022|octobre 2022|les années 2020|vers le 26 octobre 2022|2-8 mai 2016|octobre-décembre 2022|du 2 mai au 8 juin 2016|avant le 12 septembre 2022|avant septembre 2022|depuis le 12 octobre 2022|jusqu’en 2019|entre le 1er et le 8 mai 2016|mi-octobre 2022|fin 2022|15 mars 985 apr. J.-C.|l’an 170\u{202f}000\u{202f}002",
            ),
            (
                "de",
                "1. Oktober 2022|Oktober 2022|2020er-Jahre|um den 26. Oktober 2022|2.–8. Mai 2016|Oktober–Dezember 2022|vom 2. Mai bis zum 8. Juni 2016|vor dem 12. September 2022|vor September 2022|seit dem 12. Oktober 2022|bis 2019|zwischen dem 1. und dem 8. Mai 2016|Mitte Oktober 2022|Ende 2022|15. März 985 n. Chr.|das Jahr 170.000.002",
            ),
            (
                "zh",
                "2022年10月1日|2022年10月|2020年代|2022年10月26日前后|2016年5月2日至8日|2022年10月至12月|2016年5月2日至6月8日|2022年9月12日之前|2022年9月之前|自2022年10月12日起|截至2019年|2016年5月1日至8日之间|2022年10月中旬|2022年底|公元985年3月15日|公元170,000,002年",
            ),
            (
                "ar",
                "1 أكتوبر 2022|أكتوبر 2022|عقد 2020|نحو 26 أكتوبر 2022|2–8 مايو 2016|أكتوبر–ديسمبر 2022|من 2 مايو إلى 8 يونيو 2016|قبل 12 سبتمبر 2022|قبل سبتمبر 2022|منذ 12 أكتوبر 2022|حتى 2019|بين 1 و8 مايو 2016|منتصف أكتوبر 2022|أواخر 2022|15 مارس 985 ميلادية|سنة 170,000,002",
            ),
        ] {
            let words =
                |date: &str| Edtf::parse(date).expect(date).words(Phrases::find(lang));
            let all: Vec<String> = dates.iter().map(|date| words(date)).collect();
            assert_eq!(all.join("|"), said, "{lang}");
        }
    }
}
