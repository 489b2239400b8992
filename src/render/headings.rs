//! Headings with their ids, and the list of contents.

use super::writer::Writer;
use super::{Dialect, RenderOptions};
use crate::markdown::Heading;
use std::fmt::Write;

/// An entry of a text's list of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TocEntry {
    /// The level of the heading on the page: 2 to 6.
    pub level: u8,
    /// Its id, without `#`.
    pub id: String,
    /// Its words in plain text.
    pub title: String,
}

/// The list of contents of a text on a page, from all its headings.
pub fn contents(headings: &[Heading]) -> Vec<TocEntry> {
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    let entry = |heading: &Heading| TocEntry {
        level: on_page(heading.level, top),
        id: heading.id.clone(),
        title: heading.title.clone(),
    };
    headings.iter().map(entry).collect()
}

/// As [`contents`], with what stands before each id.
pub(super) fn toc(headings: &[Heading], options: &RenderOptions) -> Vec<TocEntry> {
    if options.dialect == Dialect::CommonMark {
        return Vec::new();
    }
    let mut entries = contents(headings);
    for entry in &mut entries {
        entry.id.insert_str(0, &options.prefix);
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
    let (level, id) = entry.map_or((level, ""), |entry| (entry.level, entry.id.as_str()));
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
