//! Citations: numbers in brackets, each of which leads to its source.

use super::Apparatus;
use super::writer::Writer;
use crate::model::Cited;

/// Writes the sources of one pair of brackets: `[see 3, p. 12; 4]`.
pub(super) fn write(writer: &mut Writer<'_>, cited: &[Cited]) {
    if let Some(author) = cited.first().and_then(|one| one.author_words.as_deref()) {
        writer.words(author);
        writer.out.push(' ');
    }
    writer.out.push_str("<span class=\"cites\">");
    for (n, one) in cited.iter().enumerate() {
        writer.out.push_str(if n > 0 { "; " } else { "" });
        let before = if n == 0 { "[" } else { "" };
        let after = if n + 1 == cited.len() { "]" } else { "" };
        source(writer, one, before, after);
    }
    writer.out.push_str("</span>");
}

/// A source with the bracket before and behind it. A line may end before or behind what opens a sheet, so a number and
/// a bracket that touch are held together by an element.
fn source(writer: &mut Writer<'_>, one: &Cited, before: &str, after: &str) {
    if let Some(prefix) = &one.prefix {
        writer.out.push_str(before);
        writer.words(prefix);
        writer.out.push(' ');
    }
    let before = if one.prefix.is_none() { before } else { "" };
    let after_number = if one.locator.is_none() { after } else { "" };
    let is_held = !before.is_empty() || !after_number.is_empty();
    writer.out.push_str(if is_held { "<span>" } else { "" });
    writer.out.push_str(before);
    number(writer, one);
    writer.out.push_str(after_number);
    writer.out.push_str(if is_held { "</span>" } else { "" });
    if let Some(locator) = &one.locator {
        writer.out.push_str(if one.after_colon { ": " } else { ", " });
        writer.words(locator);
        writer.out.push_str(after);
    }
}

fn number(writer: &mut Writer<'_>, one: &Cited) {
    let mut digits = itoa::Buffer::new();
    let number = digits.format(one.number);
    writer.cited_here.push(one.number);
    match writer.apparatus {
        _ if writer.links > 0 => writer.words(number),
        Apparatus::Below => link(writer, one, number),
        Apparatus::Beside(_) => button(writer, one, number),
    }
}

/// A link to the source in the list below the text.
fn link(writer: &mut Writer<'_>, one: &Cited, number: &str) {
    let mut href = std::mem::take(&mut writer.scratch);
    href.clear();
    writer.to.push_here(&mut href);
    href.push('#');
    one.push_source_id(&mut href);
    writer.out.push_str("<a class=\"cite\"");
    place(writer, one);
    writer.attribute("href", &href);
    writer.scratch = href;
    writer.out.push('>');
    writer.words(number);
    writer.out.push_str("</a>");
}

/// A button that opens the source's entry as a sheet over the text, which a browser does by itself
/// (HTML, section 6.12): the reader keeps the place, and Escape closes it.
fn button(writer: &mut Writer<'_>, one: &Cited, number: &str) {
    writer.out.push_str("<button class=\"cite\"");
    place(writer, one);
    writer.out.push_str(" popovertarget=\"");
    one.push_source_id(&mut writer.out);
    writer.out.push_str("\">");
    writer.words(number);
    writer.out.push_str("</button>");
}

/// The id of the place that cites, to which the source's entry leads back.
fn place(writer: &mut Writer<'_>, one: &Cited) {
    let options = writer.options;
    writer.out.push_str(" id=\"");
    writer.words(&options.prefix);
    one.push_id(&mut writer.out);
    writer.out.push('"');
}
