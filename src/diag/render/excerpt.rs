//! The lines of a text that a diagnostic quotes, made fit to be shown.

use super::escape;
use super::lines::Lines;
use crate::needles::COVER;
use std::ops::Range;

/// A longer line is cut, in characters.
const LONGEST_LINE: usize = 200;
/// So much of a cut line is kept before the span, in characters.
const LEAD: usize = 60;
/// A span over more lines is shown by its first line alone.
const MOST_LINES: usize = 8;
/// Spans of one text with at most so many lines between them are shown together.
const NEAR_LINES: usize = 10;
/// Spans of one line with at most so many bytes between them are shown together.
const NEAR_BYTES: usize = 100;

/// Some lines of a text with what is unseen written out, tabs as spaces and long lines cut.
pub(super) struct Excerpt {
    /// The number of the first line, from 1.
    pub(super) first: usize,
    /// The lines, joined by `\n`.
    pub(super) source: String,
    /// The bytes of `source` that show each span asked for, in the order asked.
    pub(super) marks: Vec<Range<usize>>,
}

/// The part of a span that is shown: without the line end it may close with, and of a span
/// over many lines only the first.
pub(super) fn shown(lines: &Lines<'_>, span: Range<usize>) -> Range<usize> {
    let text = lines.text[span.clone()].trim_end_matches(['\n', '\r']);
    let end = span.start + text.len();
    let first = lines.row(span.start);
    if lines.row(end) - first < MOST_LINES {
        return span.start..end;
    }
    span.start..lines.line(first).end.max(span.start)
}

/// Whether two spans of one text stand so near that one excerpt shows both.
pub(super) fn near(lines: &Lines<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (first, last) = if a.start <= b.start { (a, b) } else { (b, a) };
    match lines.row(last.start) - lines.row(first.start) {
        0 => last.start - first.start <= NEAR_BYTES,
        apart => apart <= NEAR_LINES,
    }
}

/// The lines that hold `spans`, which must not be empty.
pub(super) fn excerpt(lines: &Lines<'_>, spans: &[Range<usize>]) -> Excerpt {
    let first = spans.iter().map(|span| lines.row(span.start)).min().unwrap_or(0);
    let last = spans.iter().map(|span| lines.row(span.end)).max().unwrap_or(first);
    let mut source = String::new();
    let mut marks = vec![0..0; spans.len()];
    for row in first..=last {
        if row > first {
            source.push('\n');
        }
        quote(lines, row, spans, &mut marks, &mut source);
    }
    Excerpt { first: first + 1, source, marks }
}

/// Adds the line `row` to `source` and sets the marks of the spans that begin or end on it.
fn quote(
    lines: &Lines<'_>,
    row: usize,
    spans: &[Range<usize>],
    marks: &mut [Range<usize>],
    source: &mut String,
) {
    let line = lines.line(row);
    let here = |at: usize| lines.row(at) == row;
    let begins = spans.iter().filter(|span| here(span.start)).map(|span| span.start);
    let ends = spans.iter().filter(|span| here(span.end)).map(|span| span.end);
    let focus = begins.min().or(ends.min()).unwrap_or(line.start).min(line.end);
    let window = window(lines.text, &line, focus);
    if window.start > line.start {
        source.push('…');
    }
    let mut placed = Placed { from: source.len(), steps: Vec::new() };
    let mut column = 0;
    let covered = Covered(&lines.covered);
    for (at, c) in lines.text[window.clone()].char_indices() {
        placed.steps.push((window.start + at, source.len()));
        let before = source.len();
        match c {
            _ if covered.contains(window.start + at) => {
                if covered.begins(window.start + at) || at == 0 {
                    source.push_str(COVER);
                }
            }
            '\t' => source.push_str(&"    "[column % 4..]),
            c => escape::push(source, c),
        }
        column += source[before..].chars().count();
    }
    let end = source.len();
    for (span, mark) in spans.iter().zip(marks) {
        if here(span.start) {
            mark.start = placed.find(span.start, end);
        }
        if here(span.end) {
            mark.end = placed.find(span.end, end);
        }
    }
    if window.end < line.end {
        source.push('…');
    }
}

/// What of a text is not shown: ranges in order, apart from each other.
struct Covered<'l>(&'l [Range<usize>]);

impl Covered<'_> {
    fn at(&self, at: usize) -> Option<&Range<usize>> {
        let behind = self.0.partition_point(|range| range.start <= at);
        self.0.get(behind.checked_sub(1)?).filter(|range| range.contains(&at))
    }

    fn contains(&self, at: usize) -> bool {
        self.at(at).is_some()
    }

    fn begins(&self, at: usize) -> bool {
        self.at(at).is_some_and(|range| range.start == at)
    }
}

/// Where each byte of a quoted line stands in the excerpt.
struct Placed {
    from: usize,
    steps: Vec<(usize, usize)>,
}

impl Placed {
    /// The place of the byte `at`; of one cut away, the edge that it lies beyond.
    fn find(&self, at: usize, end: usize) -> usize {
        match self.steps.binary_search_by_key(&at, |(from, _)| *from) {
            Ok(found) => self.steps[found].1,
            Err(0) if !self.steps.is_empty() => self.from,
            Err(_) => end,
        }
    }
}

/// The bytes of `line` that are kept: all of it, or what lies around `focus`.
fn window(text: &str, line: &Range<usize>, focus: usize) -> Range<usize> {
    let rest = |from: usize, number: usize| {
        let found = text[from..line.end].char_indices().nth(number);
        found.map_or(line.end, |(at, _)| from + at)
    };
    if rest(line.start, LONGEST_LINE) == line.end {
        return line.clone();
    }
    let before = text[line.start..focus].char_indices().rev().nth(LEAD - 1);
    let start = before.map_or(line.start, |(at, _)| line.start + at);
    start..rest(start, LONGEST_LINE)
}
