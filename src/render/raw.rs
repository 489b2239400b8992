//! Raw HTML: shown as text, or let through; its comments never.

use super::html::escape;
use super::writer::Writer;
use crate::config::RawHtml;
use crate::markdown::{Form, HtmlBlock, Kind, Piece, anchor_id, tags};
use crate::model::Target;

/// Writes a block of raw HTML.
pub(super) fn block(writer: &mut Writer<'_>, index: u32) {
    if writer.is_plain() {
        writer.block("");
        for node in writer.tree.inside(index) {
            if let Kind::Html(piece) | Kind::Text(piece) =
                writer.tree.nodes()[node as usize].kind
            {
                writer.out.push_str(writer.tree.text(piece, writer.text));
            }
        }
        return writer.block("");
    }
    let HtmlBlock { html, is_whole, .. } = HtmlBlock::of(writer.tree, writer.text, index);
    if html.trim().is_empty() {
        return;
    }
    match writer.options.raw_html {
        RawHtml::Allow if is_whole => {
            let mut inside = writer.tree.inside(index);
            let first = inside.find(|node| {
                let kind = writer.tree.nodes()[*node as usize].kind;
                matches!(kind, Kind::Reference(_))
            });
            let html = match first {
                Some(first) => with_targets(writer, &html, first),
                None => html,
            };
            writer.block(html.trim());
            writer.out.push('\n');
        }
        _ => {
            writer.block("<p>");
            writer.words(html.trim());
            writer.out.push_str("</p>\n");
        }
    }
}

/// Writes a tag or a comment in a line: the node before `next`.
pub(super) fn inline(writer: &mut Writer<'_>, piece: Piece, next: u32) {
    let html = writer.tree.text(piece, writer.text);
    if writer.is_plain() {
        writer.out.push_str(html);
    } else if html.starts_with("<!--") {
        // A comment is for those who read the source.
    } else if writer.options.raw_html == RawHtml::Allow {
        let html = with_targets(writer, html, next);
        writer.out.push_str(&html);
    } else {
        writer.words(html);
    }
}

/// `html` with its addresses as the page needs them; their references begin at node `first`.
fn with_targets(writer: &Writer<'_>, html: &str, first: u32) -> String {
    let nodes = writer.tree.nodes().get(first as usize..).unwrap_or_default();
    let mut numbers = nodes
        .iter()
        .map_while(|node| match node.kind {
            Kind::Reference(number) => Some(number),
            _ => None,
        })
        .take_while(|number| {
            let form = writer.tree.references()[*number as usize].form;
            matches!(form, Form::Html { .. })
        })
        .peekable();
    if numbers.peek().is_none() {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len() + 64);
    let mut from = 0;
    for (place, number) in tags(html).addresses.into_iter().zip(numbers) {
        out.push_str(&html[from..place.start]);
        from = place.end;
        match writer.targets.get(number as usize) {
            Some(target) => escape(&href(writer, target), &mut out),
            None => out.push_str(&html[place]),
        }
    }
    out.push_str(&html[from..]);
    out
}

/// The address of a target, without a character that could end the attribute, however it is quoted. What
/// leads nowhere has been reported, and leads to the top of the page.
fn href(writer: &Writer<'_>, target: &Target) -> String {
    let href = match target {
        Target::Page { path, fragment, .. } => writer.to.href(path, fragment.as_deref()),
        Target::File(path) => writer.to.href(path, None),
        Target::Web(address) => address.as_str().to_owned(),
        _ => "#".to_owned(),
    };
    href.replace('\'', "%27")
}

/// Writes a tag that is let through whatever `raw_html` says.
pub(super) fn markup(writer: &mut Writer<'_>, piece: Piece) {
    let tag = writer.tree.text(piece, writer.text);
    if writer.is_plain() {
        return writer.out.push_str(tag);
    }
    if let Some(id) = anchor_id(tag) {
        for part in ["<a id=\"", id, "\">"] {
            writer.out.push_str(part);
        }
        return;
    }
    let name =
        tag.trim_matches(['<', '>', '/', ' ', '\t', '\n', '\r']).to_ascii_lowercase();
    writer.out.push_str(if tag.starts_with("</") { "</" } else { "<" });
    writer.out.push_str(&name);
    writer.out.push('>');
}
