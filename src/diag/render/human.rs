//! Diagnostics for a person at a terminal, in the look of the Rust compiler.

use super::escape;
use super::excerpt::{self, Excerpt};
use super::lines::{Index, Lines};
use crate::diag::{Also, Diagnostic, Place, Severity};
use crate::files::{Span, TextFiles};
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Padding, Renderer, Snippet,
};
use std::ops::Range;

/// Whether the text is coloured by ANSI escapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Coloured.
    On,
    /// Plain text.
    Off,
}

/// Wide enough that the renderer never cuts a line: [`excerpt`] has done so.
const WIDTH: usize = 1000;

/// Every diagnostic with the lines it is about, its reasons and its remedies; an empty line after each.
pub fn human(diagnostics: &[Diagnostic], texts: &TextFiles, colour: Colour) -> String {
    let renderer = match colour {
        Colour::On => Renderer::styled(),
        Colour::Off => Renderer::plain(),
    };
    let renderer = renderer.term_width(WIDTH);
    let diagnostics = &*super::covered(diagnostics, texts);
    let index = Index::new(diagnostics, texts);
    let mut out = String::new();
    for one in diagnostics {
        let quotes = quotes(one, &index);
        let columns: Vec<usize> = quotes.iter().map(|quote| quote.column).collect();
        let text = renderer.render(&[group(one, quotes)]);
        push_with_columns(&mut out, &text, &columns);
        out.push_str("\n\n");
    }
    out
}

fn group<'a>(one: &'a Diagnostic, quotes: Vec<Quote<'a>>) -> Group<'a> {
    let level = match one.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let told = !(one.notes.is_empty() && one.help.is_empty() && one.also.is_empty());
    let gap = matches!(one.place, Place::Path(..)) && told;
    let title = level.primary_title(escape::line(&one.message)).id(one.code.id());
    Group::with_title(title)
        .elements(origin(&one.place))
        .elements(gap.then_some(Padding))
        .elements(quotes.into_iter().map(|quote| quote.snippet))
        .elements(one.also.iter().filter_map(elsewhere))
        .elements(one.notes.iter().map(|text| Level::NOTE.message(escape::lines(text))))
        .elements(one.help.iter().map(|text| Level::HELP.message(escape::lines(text))))
}

/// `--> path` for a mistake in a file that has no lines to quote.
fn origin(place: &Place) -> Option<Element<'_>> {
    let Place::Path(path, line) = place else { return None };
    let origin = Origin::path(escape::line(path));
    let origin = match line {
        Some(line) => origin.line(*line as usize),
        None => origin,
    };
    Some(origin.into())
}

/// A place that explains it and can't be quoted, told in words.
fn elsewhere(also: &Also) -> Option<Element<'_>> {
    let text = escape::line(&also.text);
    let path = match &also.place {
        Place::Text(_) => return None,
        Place::Path(path, Some(line)) => format!("{}:{line}: ", escape::line(path)),
        Place::Path(path, None) => format!("{}: ", escape::line(path)),
        Place::Site => String::new(),
    };
    Some(Level::NOTE.message(format!("{path}{text}")).into())
}

/// Lines of one text with what is marked in them, and the column where that begins.
struct Quote<'a> {
    snippet: Snippet<'a, Annotation<'a>>,
    column: usize,
}

/// What is marked in a text: the bytes, their label, and whether they are the mistake itself.
struct Underline<'a> {
    range: Range<usize>,
    label: Option<&'a str>,
    kind: AnnotationKind,
}

/// The lines of the mistake with what stands near it, then those of each other place.
fn quotes<'a>(one: &'a Diagnostic, index: &Index<'_>) -> Vec<Quote<'a>> {
    let (near, far): (Vec<_>, Vec<_>) = one
        .also
        .iter()
        .filter_map(|also| match also.place {
            Place::Text(span) => Some((also, span)),
            _ => None,
        })
        .partition(|(_, span)| is_near(&one.place, *span, index));
    let context = |(also, span): (&'a Also, Span)| Underline {
        range: shown(span, index),
        label: Some(&also.text),
        kind: AnnotationKind::Context,
    };
    let mut quotes = Vec::new();
    if let Place::Text(span) = one.place {
        let label = one.label.as_deref();
        let mark =
            Underline { range: shown(span, index), label, kind: AnnotationKind::Primary };
        let marks: Vec<_> =
            [mark].into_iter().chain(near.into_iter().map(context)).collect();
        quotes.push(quote(index.of(span), &marks));
    }
    quotes.extend(far.into_iter().map(|it| quote(index.of(it.1), &[context(it)])));
    quotes
}

fn shown(span: Span, index: &Index<'_>) -> Range<usize> {
    let lines = index.of(span);
    excerpt::shown(lines, lines.range(span))
}

fn is_near(place: &Place, other: Span, index: &Index<'_>) -> bool {
    let Place::Text(span) = *place else { return false };
    span.file == other.file
        && excerpt::near(index.of(span), &shown(span, index), &shown(other, index))
}

/// The lines that hold `marks`, of which the first gives the place that is told.
fn quote<'a>(lines: &Lines<'_>, marks: &[Underline<'a>]) -> Quote<'a> {
    let ranges: Vec<Range<usize>> = marks.iter().map(|mark| mark.range.clone()).collect();
    let Excerpt { first, source, marks: places } = excerpt::excerpt(lines, &ranges);
    let annotations = marks
        .iter()
        .zip(places)
        .map(|(mark, range)| mark.kind.span(range).label(mark.label.map(escape::line)));
    let snippet = Snippet::source(source)
        .path(escape::line(lines.path.as_str()).into_owned())
        .line_start(first)
        .annotations(annotations);
    Quote { snippet, column: lines.position(ranges[0].start).column }
}

/// Adds `text` to `out` with the columns of its `--> path:line:column` lines, in order, set right:
/// the renderer counts in the excerpt, where tabs are spaces and long lines are cut.
fn push_with_columns(out: &mut String, text: &str, columns: &[usize]) {
    let mut columns = columns.iter();
    for line in text.split_inclusive('\n') {
        let column = if is_origin(line) { columns.next() } else { None };
        match column.zip(line.rfind(':')) {
            Some((column, colon)) => {
                let (before, after) = line.split_at(colon + 1);
                let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
                out.push_str(&format!("{before}{column}{rest}"));
            }
            None => out.push_str(line),
        }
    }
}

/// Whether a rendered line tells a place. Up to the last of them every other line begins with the
/// level, a line number or `|`, so no text of the site can pass for one.
fn is_origin(line: &str) -> bool {
    let mut rest = line.trim_start();
    while let Some(styled) = rest.strip_prefix("\u{1b}[") {
        rest = styled.split_once('m').map_or("", |(_, after)| after).trim_start();
    }
    rest.starts_with("--> ") || rest.starts_with("::: ")
}
