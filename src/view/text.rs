//! Texts: what Markdown becomes on a page, with its contents list and its numbered sources.

use super::{Desk, Heading, Markup, Reference};
use crate::keys::Key;
use crate::model::{Item, Numbered, Reading, Target};
use crate::render::{self, Html, TocEntry};
use foldhash::HashMap;
use serde::{Serialize, Serializer};
use std::fmt::Write;

/// An item's text on its page, with its footnotes: HTML; empty where there is none.
///
/// It is rendered only where the page is: in a view, what it is made from stands for it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct TextHtml(pub Key);

impl Serialize for TextHtml {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("")
    }
}

/// An item's text, ready to be put into its page.
#[derive(Debug, Clone, Default)]
pub struct TextView {
    /// The text with its footnotes.
    pub html: TextHtml,
    /// Its headings, in two levels.
    pub headings: Vec<Heading>,
    /// The sources of the page, in the order of their numbers.
    pub references: Vec<Reference>,
    /// How many words it has.
    pub words: u32,
}

/// The fewest headings for which a contents list is shown by itself.
const ENOUGH: usize = 3;

impl Desk<'_> {
    /// The text of an item with the numbered sources of its page; `key` is that of all that its
    /// HTML is made from.
    pub fn text(&self, item: Item, key: Key, reading: &Reading) -> TextView {
        let outline = self.edition.prose(item).map(|prose| &prose.outline);
        let contents = outline.map(|outline| render::contents(&outline.headings));
        TextView {
            html: TextHtml(key),
            headings: nested(&contents.unwrap_or_default()),
            references: self.references(reading),
            words: outline.map_or(0, |outline| outline.words),
        }
    }

    fn references(&self, reading: &Reading) -> Vec<Reference> {
        let locators = locators(&reading.targets);
        let view = |one: &Numbered| Reference {
            number: one.number as usize,
            anchor: format!("source-{}", one.number),
            source: self.source_card(one.source),
            places_html: places(one, &locators),
        };
        reading.sources.iter().map(view).collect()
    }
}

/// The ways back to the places that cite a source: an arrow and a letter each.
fn places(source: &Numbered, locators: &HashMap<(u32, u32), &str>) -> Markup {
    let number = source.number;
    let mut html = String::with_capacity(source.uses as usize * 96);
    for nth in 1..=source.uses {
        if nth > 1 {
            html.push(' ');
        }
        let mark = mark(nth);
        // Writing to a string can't fail.
        let _ = write!(
            html,
            "<a href=\"#cite-{number}-{nth}\" aria-label=\"{BACK} {mark} {IN_TEXT}\">↑\u{202f}{mark}</a>"
        );
        if let Some(locator) = locators.get(&(number, nth)) {
            html.push_str(" (");
            Html::escape(locator, &mut html);
            html.push(')');
        }
    }
    Markup::new(&html)
}

/// What a way back to a citation is called, before and after the letter of the place.
const BACK: &str = "Back to place";
const IN_TEXT: &str = "in the text";

impl TextView {
    /// The contents list, where the writer wants one or says nothing and it is worth it.
    pub(super) fn contents(&mut self, wanted: Option<bool>) -> Vec<Heading> {
        let shown = wanted.unwrap_or(self.headings.len() >= ENOUGH);
        if shown { std::mem::take(&mut self.headings) } else { Vec::new() }
    }
}

/// The place in the source that each citation names, by the source's number and how-manieth
/// citation of it that is.
fn locators(targets: &[Target]) -> HashMap<(u32, u32), &str> {
    let cites = targets.iter().filter_map(|target| match target {
        Target::Cite(cited) => Some(cited),
        _ => None,
    });
    let named = cites.flatten().filter_map(|one| {
        one.locator.as_deref().map(|locator| ((one.number, one.nth), locator))
    });
    named.collect()
}

/// `a` to `z`, then `aa`, `ab` and so on: what tells the nth citation of a source from others.
fn mark(nth: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = nth.max(1);
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The headings of the highest level, each with all that stand below it.
fn nested(toc: &[TocEntry]) -> Vec<Heading> {
    let top = toc.iter().map(|entry| entry.level).min().unwrap_or_default();
    let mut headings: Vec<Heading> = Vec::new();
    for entry in toc {
        let heading = Heading {
            title: entry.title.clone(),
            anchor: entry.id.clone(),
            children: Vec::new(),
        };
        match headings.last_mut() {
            Some(last) if entry.level > top => last.children.push(heading),
            _ => headings.push(heading),
        }
    }
    headings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_marked_with_letters() {
        let marks: Vec<String> = [1, 2, 26, 27, 52, 53, 703].map(mark).to_vec();
        assert_eq!(marks, ["a", "b", "z", "aa", "az", "ba", "aaa"]);
    }

    #[test]
    fn a_contents_list_has_two_levels() {
        let entry = |level, id: &str| TocEntry { level, id: id.into(), title: id.into() };
        let toc = [entry(3, "a"), entry(4, "b"), entry(5, "c"), entry(3, "d")];
        let shown: Vec<(String, usize)> =
            nested(&toc).into_iter().map(|h| (h.anchor, h.children.len())).collect();
        assert_eq!(shown, [("a".to_owned(), 2), ("d".to_owned(), 0)]);
    }
}
