//! Headings with their ids, and the list of contents.

use super::writer::Writer;
use super::{Dialect, RenderOptions};
use crate::markdown::{self, Tree};
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

/// The list of contents of a text: all its headings.
pub(super) fn toc(tree: &Tree, text: &str, options: &RenderOptions) -> Vec<TocEntry> {
    if options.dialect == Dialect::CommonMark {
        return Vec::new();
    }
    markdown::headings(tree, text)
        .into_iter()
        .map(|heading| TocEntry {
            level: on_page(heading.level),
            id: format!("{}{}", options.prefix, heading.id),
            title: heading.title,
        })
        .collect()
}

/// The page's title is its only heading of level 1, so those of the text stand below it.
fn on_page(level: u8) -> u8 {
    (level + 1).min(6)
}

pub(super) fn open(writer: &mut Writer<'_>, level: u8) {
    if writer.is_plain() {
        return writer.block(&format!("<h{level}>"));
    }
    writer.block("<h");
    // Writing to a string can't fail.
    let _ = write!(writer.out, "{}", on_page(level));
    if let Some(entry) = writer.toc.get(writer.headings) {
        let id = &entry.id;
        writer.attribute("id", id);
    }
    writer.headings += 1;
    writer.out.push('>');
}

pub(super) fn close(writer: &mut Writer<'_>, level: u8) {
    let level = if writer.is_plain() { level } else { on_page(level) };
    let _ = writeln!(writer.out, "</h{level}>");
}
