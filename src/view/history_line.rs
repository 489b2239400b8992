//! The history of a claim as a stepped line: the levels of the ladder over the years.

use super::{Markup, claim_words};
use crate::content::kinds::claim::ClaimStatus;
use crate::dates::Edtf;
use crate::letters::Direction;
use crate::model::ClaimAt;
use crate::phrases::Phrases;
use crate::render::{Html, status_label};
use crate::routes;
use std::fmt::Write;

/// The levels of the ladder, the highest first; they are all shown, so that it is seen how far up a claim is.
const RUNGS: [ClaimStatus; 4] = [
    ClaimStatus::Confirmed,
    ClaimStatus::Corroborated,
    ClaimStatus::Reported,
    ClaimStatus::Alleged,
];

/// How wide the picture is, and how far the levels are apart.
const WIDTH: i32 = 320;
const PITCH: i32 = 22;

/// Where the line begins, where its last change is at the latest, and where it ends.
const FIRST: i32 = 112;
const LAST: i32 = 284;
const END: i32 = 314;

/// Changes are at least so far apart, where there are few of them.
const LEAST: i32 = 14;
const FEW: usize = 12;

/// So much room the number of a year takes.
const YEAR: i32 = 36;

/// At most so many years are named.
const MOST_YEARS: i32 = 5;

/// The line as SVG; empty where the status never changed.
pub(super) fn of(
    history: &[ClaimAt],
    phrases: &'static Phrases,
    direction: Direction,
) -> Markup {
    let Some((first, others)) = history.split_first() else { return Markup::default() };
    if others.iter().all(|one| one.status == first.status) {
        return Markup::default();
    }
    let line = SteppedLine {
        history,
        levels: levels(history),
        scale: YearScale::of(history),
        direction,
    };
    Markup::new(&line.svg(phrases))
}

/// The levels from above: those of the ladder, then the others that occur.
fn levels(history: &[ClaimAt]) -> Vec<ClaimStatus> {
    let is_other = |status: &ClaimStatus| {
        !RUNGS.contains(status) && history.iter().any(|one| one.status == *status)
    };
    let others = claim_words::statuses().into_iter().filter(is_other);
    RUNGS.into_iter().chain(others).collect()
}

/// Years on the picture.
struct YearScale {
    from: f64,
    to: f64,
}

impl YearScale {
    fn of(history: &[ClaimAt]) -> Self {
        let years = || history.iter().filter_map(|one| year_of(&one.date));
        YearScale {
            from: years().fold(f64::INFINITY, f64::min),
            to: years().fold(f64::NEG_INFINITY, f64::max),
        }
    }

    /// Where a moment of a year is; at the beginning where all happened at once.
    fn place(&self, year: f64) -> i32 {
        let span = self.to - self.from;
        if !span.is_normal() {
            return FIRST;
        }
        let part = (year - self.from) / span;
        // Between two small numbers.
        FIRST + (part * f64::from(LAST - FIRST)).round() as i32
    }
}

/// The first day of a date as a part of its year.
fn year_of(date: &Edtf) -> Option<f64> {
    let day = date.earliest().or_else(|| date.latest())?;
    Some(f64::from(day.year()) + f64::from(day.day_of_year() - 1) / 366.0)
}

struct SteppedLine<'h> {
    history: &'h [ClaimAt],
    levels: Vec<ClaimStatus>,
    scale: YearScale,
    direction: Direction,
}

impl SteppedLine<'_> {
    fn x(&self, from_start: i32) -> i32 {
        match self.direction {
            Direction::LeftToRight => from_start,
            Direction::RightToLeft => WIDTH - from_start,
        }
    }

    /// How far down a status is.
    fn y(&self, status: ClaimStatus) -> i32 {
        let level = self.levels.iter().position(|level| *level == status);
        height_of(level.unwrap_or_default())
    }

    /// Where each change is, none before the one before it.
    fn places(&self) -> Vec<i32> {
        let least = if self.history.len() > FEW { 0 } else { LEAST };
        let mut free = FIRST;
        let place = |one: &ClaimAt| {
            let wanted = year_of(&one.date).map_or(free, |year| self.scale.place(year));
            let x = wanted.max(free);
            free = x + least;
            x
        };
        self.history.iter().map(place).collect()
    }

    fn svg(&self, phrases: &'static Phrases) -> String {
        let height = height_of(self.levels.len()) + 4;
        let mut svg = format!(
            "<svg class=\"drawn\" viewBox=\"0 0 {WIDTH} {height}\" aria-hidden=\"true\">"
        );
        self.add_levels(phrases, &mut svg);
        self.add_years(&mut svg);
        self.add_steps(&mut svg);
        svg.push_str("</svg>");
        svg
    }

    fn add_levels(&self, phrases: &'static Phrases, svg: &mut String) {
        let (from, to, words) = (self.x(FIRST - 8), self.x(END), self.x(0));
        let mut lines = String::new();
        for status in &self.levels {
            let y = self.y(*status);
            // Writing to a text can't fail.
            let _ = write!(lines, "M{from} {y}H{to}");
            let _ = write!(svg, "<text x=\"{words}\" y=\"{}\">", y + 4);
            Html::escape(status_label(*status, phrases), svg);
            svg.push_str("</text>");
        }
        let _ = write!(svg, "<path class=\"faint\" d=\"{lines}\"/>");
    }

    /// The years that begin while the claim is followed; where none does, the one in which it is.
    fn add_years(&self, svg: &mut String) {
        let YearScale { from, to } = self.scale;
        if !from.is_finite() {
            return;
        }
        // Years of dates have four digits.
        let (first, last) = (from.ceil() as i32, to.floor() as i32);
        let y = height_of(self.levels.len());
        let mut ticks = String::new();
        let mut add = |x: i32, year: i32| {
            let (x, words) = (self.x(x), routes::year_words(year));
            let _ = write!(ticks, "M{x} {}v4", y - 14);
            let _ = write!(
                svg,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{words}</text>"
            );
        };
        let at = |year: i32| self.scale.place(f64::from(year));
        if first > last || at(first) - FIRST >= YEAR {
            add(FIRST, first - 1);
        }
        let step = ((last - first) / MOST_YEARS + 1).unsigned_abs() as usize;
        (first..=last).step_by(step).for_each(|year| add(at(year), year));
        let _ = write!(svg, "<path class=\"faint\" d=\"{ticks}\"/>");
    }

    fn add_steps(&self, svg: &mut String) {
        let (mut line, mut points) = (String::new(), String::new());
        for (one, x) in self.history.iter().zip(self.places()) {
            let (x, y) = (self.x(x), self.y(one.status));
            let _ = match line.is_empty() {
                true => write!(line, "M{x} {y}"),
                false => write!(line, "H{x}V{y}"),
            };
            let _ = write!(points, "M{x} {y}m0-4a4 4 0 1 1 0 8a4 4 0 1 1 0-8z");
        }
        let _ = write!(line, "H{}", self.x(END));
        let _ = write!(svg, "<path class=\"firm\" d=\"{line}\"/><path d=\"{points}\"/>");
    }
}

/// How far down the nth level is; those that are not of the ladder stand apart from it.
fn height_of(level: usize) -> i32 {
    let apart = if level < RUNGS.len() { 0 } else { PITCH / 3 };
    i32::try_from(level).map_or(0, |level| level * PITCH) + PITCH / 2 + apart
}
