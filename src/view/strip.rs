//! Strips: what sources count differently, as dots by date and by who counted.

use super::claim_words::number_rank;
use super::number::property_words;
use super::{Card, LinkView, Views};
use crate::content::kinds::number::Rank;
use crate::dates::Edtf;
use crate::model::{Item, Number, NumberOf, Who};
use crate::routes;
use foldhash::HashMap;
use jiff::civil::Date;
use serde::Serialize;
use std::ops::RangeInclusive;

/// What sources disagree on of one subject: a strip for each thing that is counted, all on one scale of years.
#[derive(Debug, Clone, Serialize)]
pub struct StripChart {
    /// Where years begin.
    pub years: Vec<StripYear>,
    /// The strips.
    pub strips: Vec<NumberStrip>,
}

/// Where a year begins on a strip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StripYear {
    /// The year.
    pub year: String,
    /// Where, from the left, in hundredths of the width: `12.5`.
    pub x: String,
}

/// What is counted of a subject, by who counted.
#[derive(Debug, Clone, Serialize)]
pub struct NumberStrip {
    /// What is counted: `Stations`.
    pub property: String,
    /// A row for each who counted, in the order in which they first did.
    pub rows: Vec<StripRow>,
}

/// What one counted.
#[derive(Debug, Clone, Serialize)]
pub struct StripRow {
    /// Who counted.
    pub by: Option<Card<LinkView>>,
    /// All of it in words: `54 (12 September 2022), 102 (5 December 2022, the one to quote)`.
    pub words: String,
    /// The counts that have a date.
    pub dots: Vec<StripDot>,
    /// The counts that have none.
    pub undated: Vec<String>,
}

/// A count on a strip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StripDot {
    /// The number, as it is printed.
    pub value: String,
    /// Where it stands, from the left, in hundredths of the width.
    pub x: String,
    /// How it stands to the others: `preferred`, `normal`, `deprecated`.
    pub rank: &'static str,
    /// Whether the number stands below its dot, since another is near to it.
    pub is_below: bool,
}

/// The years that strips show.
#[derive(Debug, Clone, PartialEq)]
struct Scale(RangeInclusive<i32>);

/// So much of a strip's width is left free at each end, in hundredths.
const EDGE: f64 = 4.0;
/// Numbers whose dots are nearer to each other than so many hundredths would meet.
const NEAR: f64 = 12.0;
/// So many years are named on a strip at most.
const MOST_YEARS: i32 = 7;

impl Views<'_> {
    /// What sources disagree on of an item, as strips; none where they don't.
    pub(super) fn strips(&self, item: Item) -> Option<StripChart> {
        let numbers = self.edition.numbers(item).iter();
        let numbers: Vec<&NumberOf> =
            numbers.filter(|one| one.is_disagreement()).collect();
        let all = numbers.iter().flat_map(|one| &one.statements);
        let scale = Scale::of(all.filter_map(|one| one.date.as_ref()).filter_map(middle));
        let strips = numbers.iter().map(|one| self.strip(one, &scale));
        let strips: Vec<NumberStrip> = strips.collect();
        (!strips.is_empty()).then(|| StripChart { years: scale.years(), strips })
    }

    fn strip(&self, number: &NumberOf, scale: &Scale) -> NumberStrip {
        let mut counters: Vec<(&Option<Who>, Vec<&Number>)> = Vec::new();
        let mut places: HashMap<&Option<Who>, usize> = HashMap::default();
        for one in &number.statements {
            let place = *places.entry(&one.by).or_insert(counters.len());
            match counters.get_mut(place) {
                Some((_, counts)) => counts.push(one),
                None => counters.push((&one.by, vec![one])),
            }
        }
        let row = |(who, counts): (&Option<Who>, Vec<&Number>)| StripRow {
            by: who.as_ref().map(|who| self.who(who)),
            words: self.counts_in_words(&counts),
            dots: dots(&counts, scale),
            undated: counts
                .iter()
                .filter(|one| moment(one).is_none())
                .map(|one| one.value.clone())
                .collect(),
        };
        NumberStrip {
            property: property_words(&number.property),
            rows: counters.into_iter().map(row).collect(),
        }
    }

    fn counts_in_words(&self, counts: &[&Number]) -> String {
        let phrases = self.shared.phrases;
        let words = |one: &&Number| {
            let date = one.date.as_ref().map(|date| date.words(phrases));
            let date = date.unwrap_or_else(|| phrases.not_recorded().to_owned());
            let rank = number_rank(one.rank, phrases);
            let rank = rank.map(|rank| phrases.midsentence(rank));
            let when = [Some(date), rank].into_iter().flatten().collect::<Vec<_>>();
            phrases.value_as_of(&one.value, &when.join(", "))
        };
        counts.iter().map(words).collect::<Vec<_>>().join("; ")
    }
}

fn dots(counts: &[&Number], scale: &Scale) -> Vec<StripDot> {
    // Where the last number stands above the strip, and below.
    let mut last = [f64::MIN; 2];
    let dated = counts.iter().filter_map(|one| Some((one, moment(one)?)));
    let dot = |(one, moment): (&&Number, f64)| {
        let x = scale.place(moment);
        let is_below = x - last[0] < NEAR && last[1] < last[0];
        last[usize::from(is_below)] = x;
        StripDot {
            value: one.value.clone(),
            x: hundredths(x),
            rank: match one.rank {
                Rank::Preferred => "preferred",
                Rank::Normal => "normal",
                Rank::Deprecated => "deprecated",
            },
            is_below,
        }
    };
    dated.map(dot).collect()
}

fn moment(number: &Number) -> Option<f64> {
    number.date.as_ref().and_then(middle)
}

/// The middle of the time in which a date lies, in years.
fn middle(date: &Edtf) -> Option<f64> {
    let years =
        |day: Date| f64::from(day.year()) + f64::from(day.day_of_year() - 1) / 366.0;
    Some((years(date.earliest()?) + years(date.latest()?)) / 2.0)
}

fn hundredths(x: f64) -> String {
    format!("{x:.1}")
}

impl Scale {
    /// The whole years in which all of these lie.
    fn of(moments: impl Iterator<Item = f64>) -> Scale {
        let (first, last) = moments.fold((f64::MAX, f64::MIN), |(first, last), one| {
            (first.min(one), last.max(one))
        });
        // Years lie between −9999 and 9999; without any the scale is empty, and nothing is placed on it.
        Scale(first.floor() as i32..=last.floor() as i32 + 1)
    }

    /// Where a moment stands, from the left, in hundredths.
    fn place(&self, moment: f64) -> f64 {
        let (first, last) = (f64::from(*self.0.start()), f64::from(*self.0.end()));
        EDGE + (100.0 - 2.0 * EDGE) * (moment - first) / (last - first)
    }

    fn years(&self) -> Vec<StripYear> {
        let length = self.0.end().saturating_sub(*self.0.start());
        let step = (length / MOST_YEARS + 1).max(1) as usize;
        let year = |year: i32| StripYear {
            year: routes::year_words(year),
            x: hundredths(self.place(f64::from(year))),
        };
        self.0.clone().step_by(step).map(year).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(date: &str) -> f64 {
        middle(&Edtf::parse(date).unwrap()).unwrap()
    }

    #[test]
    fn a_scale_has_whole_years() {
        let scale = Scale::of([at("2022-01-22"), at("2023-07-14")].into_iter());
        assert_eq!(scale, Scale(2022..=2024));
        let years: Vec<String> = scale.years().into_iter().map(|one| one.x).collect();
        assert_eq!(years, ["4.0", "50.0", "96.0"]);
        assert_eq!(hundredths(scale.place(at("2022-07"))), "28.6");
    }

    #[test]
    fn of_many_years_some_are_named() {
        assert_eq!(Scale(1900..=2024).years().len(), 7);
        assert!(Scale::of(std::iter::empty()).years().is_empty());
    }

    #[test]
    fn a_date_without_a_known_day_has_no_place() {
        assert_eq!(middle(&Edtf::parse("2022/..").unwrap()), None);
    }
}
