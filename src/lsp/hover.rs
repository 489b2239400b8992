//! What is said of the word under the mouse: an item's card, a date in words, what a field or a word means.

use super::fields::{Met, walk};
use super::known::{KnownItem, KnownSite};
use super::layout::Layout;
use super::uses::{holds, uses};
use crate::dates::Edtf;
use crate::fields::{Choice, Shape};
use crate::phrases::Phrases;
use std::ops::Range;

/// What is said at a byte of a text, in Markdown, and of which bytes.
pub(super) fn at(
    layout: &Layout,
    text: &str,
    byte: usize,
    known: &KnownSite,
) -> Option<(String, Range<usize>)> {
    let mut named = uses(layout, text).into_iter().filter(|one| holds(&one.around, byte));
    let item =
        named.find_map(|one| Some((card(known.meant(&one.what)?), one.around.clone())));
    item.or_else(|| of_field(layout, text, byte, known))
}

/// An item in a few lines of Markdown.
pub(super) fn card(item: &KnownItem) -> String {
    let detail = match item.detail.is_empty() {
        true => String::new(),
        false => format!(" · {}", item.detail),
    };
    let head =
        format!("**{}**\n\n{} `{}`{detail}", item.title, item.kind.word(), item.id);
    [head].into_iter().chain(item.card.iter().cloned()).collect::<Vec<_>>().join("\n\n")
}

fn of_field(
    layout: &Layout,
    text: &str,
    byte: usize,
    known: &KnownSite,
) -> Option<(String, Range<usize>)> {
    let node = layout.nodes(text)?;
    let mut found = None;
    walk(&node, &layout.shape, None, &mut |met| match met {
        Met::Key(entry, place) if holds(&entry.key_span.range(), byte) => {
            let field = place.field;
            let required = if field.required { ", required" } else { "" };
            let takes = (field.shape)().words();
            let told = format!(
                "`{}` ({}): {takes}{required}\n\n{}\n\nFor example `{}`",
                field.name,
                place.table.kind,
                field.note.trim(),
                field.example
            );
            found = Some((told, entry.key_span.range()));
        }
        Met::Value { text, span, place, takes } if holds(&span.range(), byte) => {
            let term = known.vocabulary(place.table.kind, place.field.name);
            let term = term.and_then(|words| words.find(text)).map(|term| {
                let definition = term.definition.as_deref().unwrap_or_default();
                format!("**{}**\n\n{definition}", term.label)
            });
            let word = choice(&takes, text)
                .map(|choice| format!("`{text}`: {}", choice.note.trim()));
            let told = term.or(word).or_else(|| in_words(&takes, text));
            found = told.map(|told| (told, span.range())).or(found.take());
        }
        _ => {}
    });
    found
}

/// What a word of a closed set means.
fn choice(takes: &Shape, word: &str) -> Option<&'static Choice> {
    match takes {
        Shape::Words(choices) => choices.iter().find(|choice| choice.word == word),
        Shape::Either(shapes) => shapes.iter().find_map(|shape| choice(shape, word)),
        _ => None,
    }
}

/// A date in words: what an uncertain one says is seldom seen at a glance.
fn in_words(takes: &Shape, text: &str) -> Option<String> {
    let is_date = matches!(takes, Shape::Named("date" | "date or date-time"));
    let date = Edtf::parse(text).ok().filter(|_| is_date)?;
    Some(date.words(Phrases::find("en")))
}
