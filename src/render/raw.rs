//! Raw HTML: shown as text, or let through; its comments never.

use super::writer::Writer;
use crate::config::RawHtml;
use crate::markdown::{Kind, Piece};

/// Writes a block of raw HTML.
pub(super) fn block(writer: &mut Writer<'_>, index: u32) {
    let mut html = String::new();
    for node in writer.tree.inside(index) {
        if let Kind::Html(piece) | Kind::Text(piece) =
            writer.tree.nodes()[node as usize].kind
        {
            html.push_str(writer.tree.text(piece, writer.text));
        }
    }
    if writer.is_plain() {
        writer.block(&html);
        return writer.block("");
    }
    let (shown, complete) = without_comments(&html);
    let shown = shown.trim();
    if shown.is_empty() {
        return;
    }
    match writer.options.raw_html {
        RawHtml::Allow if complete => {
            writer.block(shown);
            writer.out.push('\n');
        }
        _ => {
            writer.block("<p>");
            writer.words(shown);
            writer.out.push_str("</p>\n");
        }
    }
}

/// Writes a tag or a comment in a line.
pub(super) fn inline(writer: &mut Writer<'_>, piece: Piece) {
    let html = writer.tree.text(piece, writer.text);
    if writer.is_plain() {
        writer.out.push_str(html);
    } else if html.starts_with("<!--") {
        // A comment is for those who read the source.
    } else if writer.options.raw_html == RawHtml::Allow {
        writer.out.push_str(html);
    } else {
        writer.words(html);
    }
}

/// Writes a tag that is let through whatever `raw_html` says.
pub(super) fn markup(writer: &mut Writer<'_>, piece: Piece) {
    let tag = writer.tree.text(piece, writer.text);
    if writer.is_plain() {
        return writer.out.push_str(tag);
    }
    let name =
        tag.trim_matches(['<', '>', '/', ' ', '\t', '\n', '\r']).to_ascii_lowercase();
    writer.out.push_str(if tag.starts_with("</") { "</" } else { "<" });
    writer.out.push_str(&name);
    writer.out.push('>');
}

/// `html` without its comments, and whether each of them is closed. One that is not would
/// hide the rest of the page, so it stays, to be shown as text.
fn without_comments(html: &str) -> (String, bool) {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        kept.push_str(&rest[..start]);
        match rest[start + 4..].find("-->") {
            Some(length) => rest = &rest[start + 4 + length + 3..],
            None => {
                kept.push_str(&rest[start..]);
                return (kept, false);
            }
        }
    }
    kept.push_str(rest);
    (kept, true)
}
