//! Headings with their ids, and the list of contents.

use super::writer::Writer;
use super::{Dialect, RenderOptions};
use crate::markdown::Heading;
use std::borrow::Cow;
use std::fmt::Write;

/// An entry of a text's list of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TocEntry<'h> {
    /// The level of the heading on the page: 2 to 6.
    pub level: u8,
    /// Its id, without `#`.
    pub id: Cow<'h, str>,
    /// Its words in plain text.
    pub title: &'h str,
}

/// The list of contents of a text on a page, from all its headings.
pub fn contents(headings: &[Heading]) -> Vec<TocEntry<'_>> {
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    let entries = headings.iter().map(|Heading { level, id, title, .. }| TocEntry {
        level: on_page(*level, top),
        id: Cow::from(id),
        title,
    });
    entries.collect()
}

/// As [`contents`], with what stands before each id.
pub(super) fn toc<'h>(
    headings: &'h [Heading],
    options: &RenderOptions,
) -> Vec<TocEntry<'h>> {
    if options.dialect == Dialect::CommonMark {
        return Vec::new();
    }
    let mut entries = contents(headings);
    for entry in entries.iter_mut().filter(|_| !options.prefix.is_empty()) {
        entry.id.to_mut().insert_str(0, &options.prefix);
    }
    entries
}

/// The page's title is its only heading of level 1, so the highest of the text (`top`) stands
/// right below it, whether its author began with `#` or with `##`.
fn on_page(level: u8, top: u8) -> u8 {
    (level.saturating_sub(top) + 2).min(6)
}

pub(super) fn open(writer: &mut Writer<'_>, level: u8) {
    if writer.is_plain() {
        return writer.block(&format!("<h{level}>"));
    }
    let entry = writer.toc.get(writer.headings);
    let (level, id) = entry.map_or((level, ""), |entry| (entry.level, &*entry.id));
    writer.block("<h");
    writer.out.push_str(itoa::Buffer::new().format(level));
    if !id.is_empty() {
        writer.attribute("id", id);
    }
    writer.out.push('>');
}

pub(super) fn close(writer: &mut Writer<'_>, level: u8) {
    let mut level = level;
    if !writer.is_plain() {
        level = writer.toc.get(writer.headings).map_or(level, |entry| entry.level);
        writer.headings += 1;
    }
    let _ = writeln!(writer.out, "</h{level}>");
}
