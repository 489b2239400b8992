//! The histogram of the timeline: a bar for each month, which leads to what happened in it.

use super::Views;
use crate::dates::Edtf;
use crate::model::Month;
use crate::routes::{self, OwnPage};
use serde::Serialize;

/// How many dated facts each month has: the navigation of the timeline, as bars. A quiet year is one bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Histogram {
    /// How wide it is, in its pixels.
    pub width: usize,
    /// How high.
    pub height: usize,
    /// The years, oldest first.
    pub years: Vec<HistogramYear>,
}

/// A year of the histogram.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistogramYear {
    /// The year as it is written.
    pub year: String,
    /// The path of its first page.
    pub path: String,
    /// How many dated facts it has.
    pub count: usize,
    /// Whether it is the year of this page.
    pub current: bool,
    /// Where it begins, from the left.
    pub x: usize,
    /// How wide it is.
    pub width: usize,
    /// Its bars; of a quiet year one.
    pub bars: Vec<HistogramBar>,
}

/// A bar of the histogram.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistogramBar {
    /// What it stands for: `October 2022`.
    pub words: String,
    /// How many dated facts it stands for.
    pub count: usize,
    /// The path of them, the latest first.
    pub path: String,
    /// Where it begins, from the left.
    pub x: usize,
    /// Where it begins, from above.
    pub y: usize,
    /// How high it is.
    pub height: usize,
}

/// How wide a month is: as much as a finger needs.
const MONTH: usize = 24;
/// How wide a quiet year is, so that its number has room.
const QUIET_YEAR: usize = 40;
/// A year with so few dated facts is quiet.
const QUIET: usize = 3;
/// How high the highest bar is, and what stands above it.
const HIGH: (usize, usize) = (72, 18);
/// What stands below the bars: the years.
const FOOT: usize = 24;
/// So many years are shown: those nearest to the page's own, or the latest.
const MOST_YEARS: usize = 12;

impl Views<'_> {
    /// The histogram, about a year where the page is of one; none where there are no dated facts.
    pub(super) fn histogram(&self, current: Option<i32>) -> Option<Histogram> {
        let months = self.edition.months();
        let years: Vec<&[Month]> =
            months.chunk_by(|one, next| one.year == next.year).collect();
        let numbers: Vec<i32> =
            years.iter().filter_map(|year| Some(year.first()?.year)).collect();
        let shown = &years[near(&numbers, current)];
        let highest = shown.iter().map(|year| highest(year)).max()?;
        let mut x = 0;
        let years = shown.iter().map(|months| {
            let year = self.histogram_year(months, x, highest, current);
            x += year.width;
            year
        });
        let years: Vec<HistogramYear> = years.collect();
        Some(Histogram { width: x, height: HIGH.0 + HIGH.1 + FOOT, years })
    }

    fn histogram_year(
        &self,
        months: &[Month],
        x: usize,
        highest: usize,
        current: Option<i32>,
    ) -> HistogramYear {
        let count = total(months);
        let number = months.first().map_or(0, |month| month.year);
        let year = routes::year_words(number);
        let path = self.path(&routes::year(&OwnPage::Timeline.address(), number), None);
        let bar = |words: String, count: usize, path: String, x: usize| {
            let height = (count * HIGH.0).div_ceil(highest);
            HistogramBar { words, count, path, x, y: HIGH.1 + HIGH.0 - height, height }
        };
        let is_quiet = is_quiet(months);
        let bars = if is_quiet {
            vec![bar(year.clone(), count, path.clone(), x + (QUIET_YEAR - MONTH) / 2)]
        } else {
            // What is dated to the year alone stands with the first month.
            let place =
                |month: &Month| usize::from(month.month.unwrap_or(1)).saturating_sub(1);
            let parts = months.chunk_by(|one, next| place(one) == place(next));
            let parts = parts.filter_map(|part| Some((part.last()?, total(part))));
            let bars = parts.map(|(month, count)| {
                let path = self.month_path(month);
                bar(
                    self.month_words(month.year, month.month),
                    count,
                    path,
                    x + place(month) * MONTH,
                )
            });
            bars.collect()
        };
        let width = if is_quiet { QUIET_YEAR } else { 12 * MONTH };
        let current = current == Some(number);
        HistogramYear { year, path, count, current, x, width, bars }
    }

    /// The path of the latest dated fact of a month, on the page of its year.
    fn month_path(&self, month: &Month) -> String {
        let (year, page) = self.edition.event_page(month.latest);
        let first = routes::year(&OwnPage::Timeline.address(), year);
        let page = routes::numbered(&first, page);
        self.path(&page, Some(&month_anchor(month.year, month.month)))
    }

    /// A month in words: `October 2022`; that it is not known, where it isn't.
    pub(super) fn month_words(&self, year: i32, month: Option<u8>) -> String {
        let (written, phrases) = (routes::year_words(year), self.shared.phrases);
        let Some(month) = month else { return phrases.month_not_known(&written) };
        let date = Edtf::parse(&format!("{written}-{month:02}"));
        date.map_or(written, |date| date.words(phrases))
    }
}

/// The fragment of a month on the pages of its year.
pub(super) fn month_anchor(year: i32, month: Option<u8>) -> String {
    let year = routes::year_words(year);
    match month {
        Some(month) => format!("m{year}-{month:02}"),
        None => format!("m{year}"),
    }
}

fn total(months: &[Month]) -> usize {
    months.iter().map(|month| month.count).sum()
}

fn is_quiet(months: &[Month]) -> bool {
    total(months) <= QUIET
}

/// The highest bar of a year.
fn highest(months: &[Month]) -> usize {
    if is_quiet(months) {
        return total(months);
    }
    let alone = months.iter().find(|month| month.month.is_none());
    let alone = alone.map_or(0, |month| month.count);
    let of = |month: &Month| month.count + if month.month == Some(1) { alone } else { 0 };
    months.iter().map(of).max().unwrap_or_default()
}

/// Which of these years are shown, by their places.
fn near(years: &[i32], current: Option<i32>) -> std::ops::Range<usize> {
    let here = years.iter().position(|year| Some(*year) == current);
    let end = match here {
        Some(here) => {
            (here + MOST_YEARS / 2).clamp(MOST_YEARS.min(years.len()), years.len())
        }
        None => years.len(),
    };
    end.saturating_sub(MOST_YEARS)..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_years_those_near_to_the_page_are_shown() {
        let years: Vec<i32> = (2000..2030).collect();
        assert_eq!(near(&years, None), 18..30);
        assert_eq!(near(&years, Some(2001)), 0..12);
        assert_eq!(near(&years, Some(2015)), 9..21);
        assert_eq!(near(&years[..3], Some(2001)), 0..3);
    }
}
