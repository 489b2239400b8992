//! Citations: numbers in brackets, each linked to its source.

use super::writer::Writer;
use crate::model::Cited;

/// Writes the sources of one pair of brackets: `[see 3, p. 12; 4]`.
pub(super) fn write(writer: &mut Writer<'_>, cited: &[Cited]) {
    if let Some(author) = cited.first().and_then(|one| one.author_words.as_deref()) {
        writer.words(author);
        writer.out.push(' ');
    }
    writer.out.push_str("<span class=\"cites\">[");
    for (n, one) in cited.iter().enumerate() {
        if n > 0 {
            writer.out.push_str("; ");
        }
        source(writer, one);
    }
    writer.out.push_str("]</span>");
}

fn source(writer: &mut Writer<'_>, one: &Cited) {
    if let Some(prefix) = &one.prefix {
        writer.words(prefix);
        writer.out.push(' ');
    }
    let mut digits = itoa::Buffer::new();
    let number = digits.format(one.number);
    if writer.links > 0 {
        writer.words(number);
    } else {
        let mut href = std::mem::take(&mut writer.scratch);
        href.clear();
        writer.to.push_here(&mut href);
        href.push('#');
        one.push_source_id(&mut href);
        let options = writer.options;
        writer.out.push_str("<a class=\"cite\" id=\"");
        writer.words(&options.prefix);
        one.push_id(&mut writer.out);
        writer.out.push('"');
        writer.attribute("href", &href);
        writer.scratch = href;
        if !one.title.is_empty() {
            writer.attribute("title", &one.title);
        }
        writer.out.push('>');
        writer.words(number);
        writer.out.push_str("</a>");
    }
    if let Some(locator) = &one.locator {
        writer.out.push_str(if one.after_colon { ": " } else { ", " });
        writer.words(locator);
    }
}
