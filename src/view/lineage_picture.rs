//! The picture of a lineage: the sources at one side, their origins at the other, and lines between them.

use super::Markup;
use super::descent::Descent;
use crate::letters::Direction;
use crate::phrases::Phrases;
use crate::render::Html;
use std::fmt::Write;

/// A source as it is drawn.
pub(super) struct Drawn {
    /// Who stands behind it.
    pub(super) label: String,
    /// What tells it from others of the same.
    pub(super) apart: Option<String>,
    pub(super) descent: Descent,
    /// Whether the claim names it.
    pub(super) is_cited: bool,
    /// What it repeats, by place; nothing of an origin.
    pub(super) to: Vec<usize>,
}

/// What stands in a line at the side of the sources.
struct Row {
    /// The source; of several that are folded, one.
    of: usize,
    /// How many are folded here.
    folded: usize,
    /// Whether lines lead on from it.
    is_followed: bool,
}

/// More rows than this are folded.
const MOST_ROWS: usize = 14;

/// How wide the picture is, and how far its rows are apart. A unit is about a pixel where the picture is as wide as a
/// phone.
const WIDTH: i32 = 360;
const PITCH: i32 = 28;

/// Where the words of sources end, where their shapes stand, those of origins, and where the words of these begin.
const WORDS: i32 = 142;
const SHAPES: i32 = 154;
const ORIGINS: i32 = 214;
const ORIGIN_WORDS: i32 = 226;

/// So many letters fit beside a shape.
const MOST_LETTERS: usize = 20;

/// The picture as SVG; empty where no source repeats another, so that there is nothing to see.
pub(super) fn of(
    all: &[Drawn],
    phrases: &'static Phrases,
    direction: Direction,
) -> Markup {
    if all.iter().all(|one| one.to.is_empty()) {
        return Markup::default();
    }
    let rows = rows(all);
    let mut drawing = Drawing::of(all, phrases, direction);
    drawing.add_rows(&rows);
    drawing.add_origins(&rows);
    Markup::new(&drawing.into_svg())
}

/// The rows in the order in which lines cross least: what comes down to one origin stands together.
fn rows(all: &[Drawn]) -> Vec<Row> {
    let is_row = |at: &usize| !all[*at].to.is_empty() || all[*at].is_cited;
    let mut places: Vec<usize> = (0..all.len()).filter(is_row).collect();
    // By origin: the first row that comes down to it.
    let mut first_rows = vec![usize::MAX; all.len()];
    for at in &places {
        let first = &mut first_rows[first_origin(all, *at)];
        *first = (*first).min(*at);
    }
    places.sort_by_cached_key(|at| first_rows[first_origin(all, *at)]);
    if places.len() <= MOST_ROWS {
        return places.into_iter().map(Row::of).collect();
    }
    folded(all, &places)
}

/// The origin that the first way from a source leads to. No way leads in a circle, so none is longer than there are
/// sources.
fn first_origin(all: &[Drawn], from: usize) -> usize {
    let mut at = from;
    for _ in 0..all.len() {
        match all[at].to.first() {
            Some(next) => at = *next,
            None => break,
        }
    }
    at
}

/// Many rows in few: of those that lead to the same, the first is shown and the others are counted.
fn folded(all: &[Drawn], places: &[usize]) -> Vec<Row> {
    let mut is_reached = vec![false; all.len()];
    all.iter().flat_map(|one| &one.to).for_each(|at| is_reached[*at] = true);
    let is_plain = |at: usize| !all[at].to.is_empty() && !is_reached[at];
    let is_alike =
        |a: &usize, b: &usize| is_plain(*a) && is_plain(*b) && all[*a].to == all[*b].to;
    let mut rows = Vec::new();
    for alike in places.chunk_by(is_alike) {
        rows.push(Row::of(alike[0]));
        match alike {
            [] | [_] => {}
            [_, second] => rows.push(Row::of(*second)),
            [_, second, ..] => {
                rows.push(Row { folded: alike.len() - 1, ..Row::of(*second) });
            }
        }
    }
    if rows.len() > MOST_ROWS {
        let rest = rows.split_off(MOST_ROWS - 1);
        let count = rest.iter().map(|row| row.folded.max(1)).sum();
        rows.push(Row { folded: count, is_followed: false, ..Row::of(rest[0].of) });
    }
    rows
}

impl Row {
    fn of(source: usize) -> Self {
        Row { of: source, folded: 0, is_followed: true }
    }
}

/// The parts of the picture, gathered by how they are drawn.
struct Drawing<'d> {
    all: &'d [Drawn],
    phrases: &'static Phrases,
    direction: Direction,
    /// Lines to traced origins, and to those that are not.
    lines: String,
    dashed: String,
    shapes: String,
    words: String,
    /// How high it is.
    height: i32,
}

impl<'d> Drawing<'d> {
    fn of(all: &'d [Drawn], phrases: &'static Phrases, direction: Direction) -> Self {
        Drawing {
            all,
            phrases,
            direction,
            lines: String::new(),
            dashed: String::new(),
            shapes: String::new(),
            words: String::new(),
            height: 0,
        }
    }

    /// How far from the left something is that is so far from where lines of text begin.
    fn x(&self, from_start: i32) -> i32 {
        match self.direction {
            Direction::LeftToRight => from_start,
            Direction::RightToLeft => WIDTH - from_start,
        }
    }

    /// The words and shapes of the rows, and lines from row to row.
    fn add_rows(&mut self, rows: &[Row]) {
        let all = self.all;
        for (n, row) in rows.iter().enumerate() {
            let (y, one) = (height_of(n), &all[row.of]);
            if row.folded == 0 {
                let second = one.apart.as_deref();
                self.add_words(WORDS, "end", y, &one.label, second, one.is_cited);
            } else {
                let others = self.phrases.others_counted(row.folded);
                self.add_words(WORDS, "end", y, &others, None, false);
            }
            if row.is_followed && !one.to.is_empty() {
                self.add_shape(SHAPES, y, one.descent);
            }
            let is_drawn = |other: &Row| row.is_followed && one.to.contains(&other.of);
            for (m, _) in rows.iter().enumerate().filter(|(_, other)| is_drawn(other)) {
                if !all[rows[m].of].to.is_empty() {
                    let [from, bend] = [8, 26].map(|by| self.x(SHAPES + by));
                    let to = height_of(m);
                    let _ = write!(
                        self.lines,
                        "M{from} {y}C{bend} {y} {bend} {to} {from} {to}"
                    );
                }
            }
        }
        self.height = height_of(rows.len()) - PITCH / 2;
    }

    /// The origins with the lines that lead there, each at the height of these.
    fn add_origins(&mut self, rows: &[Row]) {
        let all = self.all;
        let mut placed: Vec<(i32, usize, Vec<usize>)> = Vec::new();
        for at in (0..all.len()).filter(|at| all[*at].to.is_empty()) {
            let leads = |row: &Row| {
                row.is_followed && (row.of == at || all[row.of].to.contains(&at))
            };
            let from: Vec<usize> = (0..rows.len()).filter(|n| leads(&rows[*n])).collect();
            // The middle of the first and the last of them.
            if let (Some(first), Some(last)) = (from.first(), from.last()) {
                placed.push(((height_of(*first) + height_of(*last)) / 2, at, from));
            }
        }
        placed.sort_unstable();
        let mut free = 0;
        for (wanted, at, from) in placed {
            let y = wanted.max(free);
            free = y + PITCH;
            self.add_origin(at, y, &from, rows);
        }
        self.height = self.height.max(free - PITCH / 2);
    }

    fn add_origin(&mut self, at: usize, y: i32, from: &[usize], rows: &[Row]) {
        let origin = &self.all[at];
        for n in from {
            self.add_line(*n, y, rows[*n].of == at, origin.descent);
        }
        self.add_shape(ORIGINS, y, origin.descent);
        let word = origin.descent.word(self.phrases);
        // What stands there already needs no second name.
        if matches!(from, [n] if rows[*n].of == at) {
            self.add_words(ORIGIN_WORDS, "start", y, word, None, false);
        } else {
            let second = origin.apart.as_deref().unwrap_or(word);
            let is_cited = origin.is_cited;
            self.add_words(
                ORIGIN_WORDS,
                "start",
                y,
                &origin.label,
                Some(second),
                is_cited,
            );
        }
    }

    /// A line from a row to an origin; from the words where the origin itself stands there.
    fn add_line(&mut self, row: usize, to: i32, is_itself: bool, descent: Descent) {
        let y = height_of(row);
        let start = self.x(if is_itself { WORDS + 5 } else { SHAPES + 8 });
        let [bend, end] = [ORIGINS - 30, ORIGINS - 8].map(|at| self.x(at));
        let lines = match descent {
            Descent::Untraced => &mut self.dashed,
            _ => &mut self.lines,
        };
        // Writing to a text can't fail.
        let _ = if y == to {
            write!(lines, "M{start} {y}H{end}")
        } else {
            write!(lines, "M{start} {y}C{bend} {y} {bend} {to} {end} {to}")
        };
    }

    fn add_shape(&mut self, x: i32, y: i32, descent: Descent) {
        let (x, y) = (self.x(x) - 6, y - 6);
        let _ = write!(self.shapes, "M{x} {y}{}", descent.outline());
    }

    /// Words beside a shape, the second line smaller.
    fn add_words(
        &mut self,
        x: i32,
        anchor: &str,
        y: i32,
        first: &str,
        second: Option<&str>,
        is_cited: bool,
    ) {
        let x = self.x(x);
        let anchor = if anchor == "end" { " text-anchor=\"end\"" } else { "" };
        let class = if is_cited { " class=\"cited\"" } else { "" };
        let above = if second.is_some() { y - 1 } else { y + 4 };
        let _ = write!(self.words, "<text x=\"{x}\" y=\"{above}\"{anchor}{class}>");
        Html::escape(&shortened(first), &mut self.words);
        if let Some(second) = second {
            let _ = write!(self.words, "<tspan x=\"{x}\" dy=\"11\">");
            Html::escape(&shortened(second), &mut self.words);
            self.words.push_str("</tspan>");
        }
        self.words.push_str("</text>");
    }

    fn into_svg(self) -> String {
        let Drawing { lines, dashed, shapes, words, height, .. } = self;
        let path = |class: &str, data: String| match &*data {
            "" => String::new(),
            data => format!("<path{class} d=\"{data}\"/>"),
        };
        [
            format!(
                "<svg class=\"drawn\" viewBox=\"0 0 {WIDTH} {height}\" aria-hidden=\"true\">"
            ),
            path(" class=\"lines\"", lines),
            path(" class=\"dashed\"", dashed),
            path("", shapes),
            words,
            "</svg>".to_owned(),
        ]
        .concat()
    }
}

/// How far down the nth row is.
fn height_of(row: usize) -> i32 {
    i32::try_from(row)
        .map_or(i32::MAX, |row| row.saturating_mul(PITCH))
        .saturating_add(PITCH / 2)
}

/// As much of a text as fits; characters of East Asia are twice as wide as others.
fn shortened(text: &str) -> String {
    let width = |c: char| {
        if c >= '\u{1100}' && !('\u{2000}'..'\u{2e80}').contains(&c) { 2 } else { 1 }
    };
    if text.chars().map(width).sum::<usize>() <= MOST_LETTERS {
        return text.to_owned();
    }
    let mut room = MOST_LETTERS - 1;
    let fits = |c: &char| match room.checked_sub(width(*c)) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}
