//! Texts: what Markdown becomes on a page, with its contents list and its numbered sources.

use super::{Heading, Reference, Views, markup};
use crate::model::{Item, Numbered, Reading, Target, percent_encoded};
use crate::phrases::Phrases;
use crate::render::{self, Html, TocEntry};
use foldhash::HashMap;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// An item's text on its page, with its footnotes: HTML; empty where there is none.
///
/// It is put into the page when that is made: a view holds its place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TextHtml;

impl Serialize for TextHtml {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("")
    }
}

/// An item's text, ready to be put into its page.
#[derive(Debug, Clone, Default)]
pub struct TextView<'e> {
    /// The text with its footnotes.
    pub html: TextHtml,
    /// Its headings, in two levels.
    pub headings: Vec<Heading<'e>>,
    /// The sources of the page, in the order of their numbers.
    pub references: Vec<Reference>,
    /// How many words it has.
    pub words: u32,
}

/// The fewest headings for which a contents list is shown by itself.
const ENOUGH: usize = 3;

impl<'e> Views<'e> {
    /// The text of an item with the numbered sources of its page.
    pub fn text(&self, item: Item, reading: &Reading) -> TextView<'e> {
        let outline = self.edition.prose(item).map(|prose| &prose.outline);
        let contents = outline.map(|outline| render::contents(&outline.headings));
        TextView {
            html: TextHtml,
            headings: nested(contents.unwrap_or_default()),
            references: self.references(reading),
            words: outline.map_or(0, |outline| outline.words),
        }
    }

    fn references(&self, reading: &Reading) -> Vec<Reference> {
        let mut locators = locators(&reading.targets);
        let mut passages = self.passages(reading);
        let view = |one: &Numbered| {
            let source = self.source_card(one.source);
            Reference {
                number: one.number as usize,
                anchor: format!("source-{}", one.number),
                note: source.note.clone(),
                quotations: passages.remove(&one.source).unwrap_or_default(),
                source,
                places_html: WaysBack {
                    number: one.number,
                    uses: one.uses,
                    locators: locators.remove(&one.number).unwrap_or_default(),
                    phrases: self.shared.phrases,
                },
            }
        };
        let sources = reading.sources.iter();
        sources.map(view).collect()
    }
}

/// The ways back to the places of a text that cite a source: an arrow and a letter each. They are
/// written only where the page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaysBack {
    /// The source's number.
    number: u32,
    /// How often it is cited.
    uses: u32,
    /// The places in the source that citations name, in order, with which citation it is, from 1.
    locators: Vec<(u32, String)>,
    phrases: &'static Phrases,
}

impl WaysBack {
    fn push(&self, html: &mut String) {
        let (mut number, mut digits) = (itoa::Buffer::new(), itoa::Buffer::new());
        let mut mark = String::new();
        let number = number.format(self.number);
        let mut locators = self.locators.iter().peekable();
        for nth in 1..=self.uses {
            if nth > 1 {
                html.push(' ');
            }
            let place = digits.format(nth);
            mark.clear();
            push_mark(nth, &mut mark);
            for part in ["<a href=\"#cite-", number, "-", place, "\" aria-label=\""] {
                html.push_str(part);
            }
            Html::escape(&self.phrases.back_to_place(&mark), html);
            for part in ["\">↑\u{202f}", &mark] {
                html.push_str(part);
            }
            html.push_str("</a>");
            if let Some((_, locator)) = locators.next_if(|(of, _)| *of == nth) {
                html.push_str(" (");
                Html::escape(locator, html);
                html.push(')');
            }
        }
    }
}

impl Serialize for WaysBack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        markup::serialize_made(serializer, |html| self.push(html))
    }
}

impl<'e> TextView<'e> {
    /// The contents list, where the writer wants one or says nothing and it is worth it.
    pub(super) fn contents(&mut self, wanted: Option<bool>) -> Vec<Heading<'e>> {
        let shown = wanted.unwrap_or(self.headings.len() >= ENOUGH);
        if shown { std::mem::take(&mut self.headings) } else { Vec::new() }
    }
}

/// The places in each source that citations name, by its number, with how-manieth citation of it
/// that is.
fn locators(targets: &[Target]) -> HashMap<u32, Vec<(u32, String)>> {
    let cites = targets.iter().filter_map(|target| match target {
        Target::Cite(cited) => Some(cited),
        _ => None,
    });
    let mut named: HashMap<u32, Vec<(u32, String)>> = HashMap::default();
    for one in cites.flatten() {
        if let Some(locator) = &one.locator {
            named.entry(one.number).or_default().push((one.nth, locator.clone()));
        }
    }
    named
}

/// Adds `a` to `z`, then `aa`, `ab` and so on: what tells the nth citation of a source, from 1, from others.
fn push_mark(nth: u32, html: &mut String) {
    let rest = nth.saturating_sub(1);
    if rest >= 26 {
        push_mark(rest / 26, html);
    }
    html.push(char::from(b'a' + (rest % 26) as u8));
}

/// The headings of the highest level, each with all that stand below it.
fn nested(toc: Vec<TocEntry<'_>>) -> Vec<Heading<'_>> {
    let top = toc.iter().map(|entry| entry.level).min().unwrap_or_default();
    let mut headings: Vec<Heading<'_>> = Vec::with_capacity(toc.len());
    for entry in toc {
        let TocEntry { level, id: anchor, title } = entry;
        let anchor = match anchor {
            Cow::Borrowed(id) => percent_encoded(id),
            Cow::Owned(id) => Cow::Owned(percent_encoded(&id).into_owned()),
        };
        let heading = Heading { title, anchor, children: Vec::new() };
        match headings.last_mut() {
            Some(last) if level > top => last.children.push(heading),
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
        let mut marks = String::new();
        for nth in [1, 2, 26, 27, 52, 53, 703] {
            push_mark(nth, &mut marks);
            marks.push(' ');
        }
        assert_eq!(marks, "a b z aa az ba aaa ");
    }

    #[test]
    fn a_contents_list_has_two_levels() {
        let entry =
            |level, id: &'static str| TocEntry { level, id: id.into(), title: id };
        let toc = [entry(3, "a"), entry(4, "b"), entry(5, "c"), entry(3, "d")];
        let shown: Vec<(String, usize)> = nested(toc.into())
            .into_iter()
            .map(|h| (h.anchor.into_owned(), h.children.len()))
            .collect();
        assert_eq!(shown, [("a".to_owned(), 2), ("d".to_owned(), 0)]);
    }
}
