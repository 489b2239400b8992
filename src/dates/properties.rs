//! What holds for every date and every text.

use jiff::civil::{Date, DateTime, Time};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::value::{
    Calendar, Certainty, Edtf, Lasted, Member, Missing, Moment, Point, Season, Value,
};
use super::{bounds, parse};
use crate::phrases::Phrases;

fn year() -> impl Strategy<Value = i16> {
    prop_oneof![4 => 1900..2100_i16, 1 => -9999..=9999_i16]
}

fn day() -> impl Strategy<Value = Date> {
    (year(), 1..=12_i8, 1..=31_i8)
        .prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d).ok())
}

fn calendar() -> impl Strategy<Value = Calendar> {
    prop_oneof![
        (-99..=99_i32).prop_map(|n| Calendar::Century(masked(n, 100))),
        (-999..=999_i32).prop_map(|n| Calendar::Decade(masked(n, 10))),
        year().prop_map(|y| Calendar::Year(y.into())),
        (10_000..=999_999_999_i32).prop_map(Calendar::Year),
        (-999_999_999..=-10_000_i32).prop_map(Calendar::Year),
        (year(), select(&Season::ALL[..])).prop_map(|(y, s)| Calendar::Season(y, s)),
        year().prop_map(Calendar::SomeMonth),
        (year(), 1..=12_i8).prop_map(|(y, m)| Calendar::Month(y, m)),
        year().prop_map(Calendar::SomeDayOfYear),
        (year(), 1..=12_i8).prop_map(|(y, m)| Calendar::SomeDay(y, m)),
        day().prop_map(Calendar::Day),
    ]
}

/// The earliest year of the decade or century with these leading digits.
fn masked(digits: i32, years: i32) -> i32 {
    if digits < 0 { digits * years - years + 1 } else { digits * years }
}

fn point() -> impl Strategy<Value = Point> {
    let marks = [
        Certainty::Certain,
        Certainty::Uncertain,
        Certainty::Approximate,
        Certainty::Both,
    ];
    (calendar(), select(marks.to_vec()))
        .prop_map(|(calendar, certainty)| Point { calendar, certainty })
}

fn missing() -> impl Strategy<Value = Missing> {
    select(vec![Missing::Open, Missing::Unknown])
}

fn pair() -> impl Strategy<Value = (Point, Point)> {
    (point(), point()).prop_map(|(one, other)| {
        let (a, b) = (bounds::first(one.calendar), bounds::first(other.calendar));
        if (a, one.calendar) <= (b, other.calendar) { (one, other) } else { (other, one) }
    })
}

fn range() -> impl Strategy<Value = Member> {
    let step = (day(), 0..400_i64).prop_filter_map("past the calendar", |(day, days)| {
        let last = day.checked_add(jiff::Span::new().days(days)).ok()?;
        Some((Calendar::Day(day), Calendar::Day(last)))
    });
    let months = (year(), 1..=12_i8, 1..=12_i8).prop_map(|(y, a, b)| {
        (Calendar::Month(y, a.min(b)), Calendar::Month(y, a.max(b)))
    });
    prop_oneof![step, months].prop_map(|(first, last)| {
        Member::Range(Point::certain(first), Point::about(last))
    })
}

fn member() -> impl Strategy<Value = Member> {
    prop_oneof![
        point().prop_map(Member::UpTo),
        point().prop_map(Member::One),
        point().prop_map(Member::From),
        range(),
    ]
}

fn moment() -> impl Strategy<Value = Moment> {
    let time = (0..24_i8, 0..60_i8, 0..60_i8, select(vec![0, 125_000_000, 1]));
    let shift = proptest::option::of(-1439..=1439_i16);
    (day(), time, shift).prop_map(|(day, (h, m, s, n), shift)| Moment {
        clock: DateTime::from_parts(day, Time::new(h, m, s, n).unwrap()),
        shift,
    })
}

fn date() -> impl Strategy<Value = Edtf> {
    prop_oneof![
        4 => point().prop_map(Value::One),
        2 => pair().prop_map(|(from, to)| Value::Lasted(Lasted::Between(from, to))),
        1 => (point(), missing()).prop_map(|(p, m)| Value::Lasted(Lasted::From(p, m))),
        1 => (point(), missing()).prop_map(|(p, m)| Value::Lasted(Lasted::Until(m, p))),
        3 => vec(member(), 1..4).prop_map(parse::one_of),
        1 => moment().prop_map(Value::Moment),
    ]
    .prop_map(Edtf::of)
}

/// Dates of the years that a journalist writes about, sure or approximate.
fn plain() -> impl Strategy<Value = Point> {
    let year = || 1900..2100_i16;
    let calendar = prop_oneof![
        (191..=199_i32).prop_map(|decade| Calendar::Decade(decade * 10)),
        year().prop_map(|y| Calendar::Year(y.into())),
        (year(), select(&Season::ALL[..])).prop_map(|(y, s)| Calendar::Season(y, s)),
        (year(), 1..=12_i8).prop_map(|(y, m)| Calendar::Month(y, m)),
        (year(), 1..=12_i8, 1..=28_i8)
            .prop_map(|(y, m, d)| Calendar::Day(Date::new(y, m, d).unwrap())),
    ];
    (calendar, any::<bool>()).prop_map(|(calendar, sure)| {
        if sure { Point::certain(calendar) } else { Point::about(calendar) }
    })
}

/// What can be said of one or two such dates.
fn plain_date() -> impl Strategy<Value = Edtf> {
    let lasted = (plain(), plain()).prop_filter_map("reversed or one day", |(a, b)| {
        let one_day = a == b && matches!(a.calendar, Calendar::Day(_));
        let text = format!("{a}/{b}");
        if one_day { None } else { Edtf::parse(&text).ok() }
    });
    prop_oneof![
        plain().prop_map(Value::One).prop_map(Edtf::of),
        lasted,
        plain().prop_map(|p| Edtf::of(Value::Lasted(Lasted::From(p, Missing::Open)))),
        plain().prop_map(|p| Edtf::of(Value::Lasted(Lasted::Until(Missing::Open, p)))),
        plain().prop_map(|p| Edtf::of(parse::one_of(vec![Member::UpTo(p)]))),
        plain().prop_map(|p| Edtf::of(parse::one_of(vec![Member::From(p)]))),
        (plain(), plain())
            .prop_map(|(a, b)| parse::one_of(vec![Member::One(a), Member::One(b)]))
            .prop_map(Edtf::of),
        (plain(), plain()).prop_filter_map("no range", |(a, b)| {
            Edtf::parse(&format!("[{a}..{b}]")).ok()
        }),
    ]
}

/// Texts that are nearly dates.
fn scrap() -> impl Strategy<Value = String> {
    let parts = [
        "2022", "10", "26", "-", "/", "..", "[", "]", ",", " ", "X", "?", "~", "%", "Y",
        "T09:30", "Z", "+01:00", "before", "after", "between", "and", "from", "to",
        "mid", "about", "early", "October", "spring", "2010s", "the", ".", "é", "–",
        "31", "0",
    ];
    vec(select(parts.to_vec()), 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn canonical_edtf_reads_back_as_an_equal_date(date in date()) {
        let text = date.as_edtf();
        let again = Edtf::parse_moment(&text);
        prop_assert_eq!(again.as_ref(), Ok(&date), "{}", text);
        prop_assert_eq!(again.unwrap().as_edtf(), text);
    }

    #[test]
    fn a_date_begins_before_it_ends(date in date()) {
        if let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) {
            prop_assert!(earliest <= latest, "{}", date);
            prop_assert!(date.years().contains(&i32::from(earliest.year())));
            prop_assert!(date.years().contains(&i32::from(latest.year())));
        }
        prop_assert!(date.years().contains(&date.year()), "{}", date);
        prop_assert!(date.contains(&date) && date.overlaps(&date));
    }

    #[test]
    fn the_order_is_total_and_agrees_with_equality(
        a in date(), b in date(), c in date(),
    ) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        if a <= b && b <= c {
            prop_assert!(a <= c, "{} {} {}", a, b, c);
        }
    }

    #[test]
    fn the_order_agrees_with_the_bounds(a in date(), b in date()) {
        let both_moments = [&a, &b].iter().all(|d| matches!(d.value, Value::Moment(_)));
        if a.is_definitely_before(&b) && !both_moments {
            prop_assert!(a.sort_key() < b.sort_key(), "{} {}", a, b);
        }
        prop_assert!(!(a.is_definitely_before(&b) && b.is_definitely_before(&a)));
    }

    #[test]
    fn every_date_has_words(date in date()) {
        prop_assert!(!date.words(Phrases::find("en")).trim().is_empty());
        prop_assert!(!date.short_words(Phrases::find("en")).trim().is_empty());
    }

    #[test]
    fn the_words_of_plain_dates_read_back(date in plain_date()) {
        for words in [date.words(Phrases::find("en")), date.short_words(Phrases::find("en"))] {
            let again = Edtf::parse(&words);
            prop_assert_eq!(again.as_ref(), Ok(&date), "{} {}", date, words);
        }
    }

    #[test]
    fn machine_forms_are_valid_html_and_within_the_date(date in date()) {
        let Some(machine) = date.machine() else { return Ok(()) };
        prop_assert!(machine.starts_with(|c: char| c.is_ascii_digit()), "{}", machine);
        prop_assert!(!machine.contains(['X', '?', '~', '%', '/', '[']), "{}", machine);
        let span = Edtf::parse_moment(&machine);
        if let Ok(span) = span {
            prop_assert!(span.contains(&date), "{} {}", machine, date);
        } else {
            prop_assert!(date.year() > 9999, "{}", machine);
        }
    }

    #[test]
    fn a_feed_always_has_an_instant(date in date()) {
        let instant = date.feed_instant();
        let read = Edtf::parse_moment(&instant);
        prop_assert!(read.is_ok_and(|read| read.machine().is_some() || read.year() == 0));
    }

    #[test]
    fn any_text_is_read_or_refused_within_itself(text in "\\PC*") {
        check(&text)?;
    }

    #[test]
    fn any_scraps_are_read_or_refused_within_themselves(text in scrap()) {
        check(&text)?;
    }
}

/// A text gives a date that reads back, or a mistake that lies in the text and has a remedy.
fn check(text: &str) -> Result<(), TestCaseError> {
    match Edtf::parse_moment(text) {
        Ok(date) => {
            prop_assert_eq!(date.written(), text.trim());
            prop_assert_eq!(Edtf::parse_moment(&date.as_edtf()), Ok(date.clone()));
        }
        Err(error) => {
            prop_assert!(text.get(error.range.clone()).is_some(), "{:?}", error);
            prop_assert!(!error.reason.is_empty() && !error.help.is_empty());
        }
    }
    Ok(())
}
