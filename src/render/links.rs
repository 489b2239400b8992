//! Links: to pages, files and addresses elsewhere, and those of the plain dialect.

use super::writer::{Inside, Writer};
use crate::letters::Direction;
use crate::markdown::{Form, Node, Piece, Reference, is_dangerous};
use crate::model::Target;

/// Writes the beginning of the link to `target`, and its words unless they follow.
pub(super) fn open(
    writer: &mut Writer<'_>,
    reference: &Reference,
    target: &Target,
) -> Inside {
    let (href, shown) = match target {
        Target::Page { path, fragment, title } => {
            (writer.to.href(path, fragment.as_deref()), title.as_str())
        }
        // It stands alone as a rule, and then is no link: `figures` writes it.
        Target::Embed(embed) => (writer.to.href(&embed.path, None), &*embed.title),
        Target::File(path) => (writer.to.href(path, None), path.name()),
        Target::Web(address) => (address.as_str().to_owned(), address.as_str()),
        Target::Cite(_)
        | Target::Image(_)
        | Target::Mark { .. }
        | Target::Withheld(_)
        | Target::Gap
        | Target::Text => (String::new(), ""),
    };
    let has_words = !writer.tree.inside(reference.node).is_empty();
    let opened = writer.links == 0;
    if opened {
        writer.out.push_str("<a");
        writer.attribute("href", &href);
        if let Form::Link { title, .. } | Form::Image { title, .. } = reference.form {
            title_attribute(writer, title);
        }
        writer.out.push('>');
    }
    if has_words {
        writer.opened.push(opened);
        writer.links += usize::from(opened);
        return Inside::Write;
    }
    let label = match reference.form {
        Form::Embed { label: Some(label), .. } => writer.tree.text(label, writer.text),
        Form::Image { alt, .. } => writer.tree.text(alt, writer.text),
        _ => "",
    };
    match label.is_empty() {
        true => name(writer, shown),
        false => writer.words(label),
    }
    if opened {
        writer.out.push_str("</a>");
    }
    Inside::Done
}

/// Writes what a page is called, kept apart from the sentence where it is written from right to left, so
/// that no bracket of one changes sides for the other.
fn name(writer: &mut Writer<'_>, name: &str) {
    let is_apart = Direction::of_text(name) == Some(Direction::RightToLeft);
    if is_apart {
        writer.out.push_str("<bdi>");
    }
    writer.words(name);
    if is_apart {
        writer.out.push_str("</bdi>");
    }
}

/// Writes the end of a reference whose words have been written.
pub(super) fn close(writer: &mut Writer<'_>) {
    if writer.opened.pop() == Some(true) {
        writer.out.push_str("</a>");
        writer.links -= 1;
    }
}

fn title_attribute(writer: &mut Writer<'_>, title: Piece) {
    let title = writer.tree.text(title, writer.text);
    if !title.is_empty() {
        writer.attribute("title", title);
    }
}

/// Writes a reference of the plain dialect: links and images with their own addresses.
pub(super) fn as_written(
    writer: &mut Writer<'_>,
    reference: &Reference,
    node: &Node,
) -> Inside {
    match reference.form {
        Form::Link { dest, title, email } => {
            let mailto = if email { "mailto:" } else { "" };
            let href =
                format!("{mailto}{}", address(writer.tree.text(dest, writer.text)));
            writer.out.push_str("<a");
            writer.attribute("href", &href);
            title_attribute(writer, title);
            writer.out.push('>');
            writer.opened.push(true);
            writer.links += 1;
            return Inside::Write;
        }
        Form::Image { dest, title, alt, .. } => {
            let src = address(writer.tree.text(dest, writer.text));
            writer.out.push_str("<img");
            writer.attribute("src", &src);
            writer.attribute("alt", writer.tree.text(alt, writer.text));
            title_attribute(writer, title);
            writer.out.push('>');
        }
        Form::Mark { .. } => {
            writer.out.push('[');
            writer.opened.push(false);
            return Inside::Write;
        }
        Form::Wiki { .. } | Form::Embed { .. } | Form::Cite(_) | Form::Gap => {
            writer.source(node);
        }
        Form::Html { .. } => {}
    }
    Inside::Done
}

/// Writes what stands behind marked words in the plain dialect.
pub(super) fn braces(writer: &mut Writer<'_>, class: Piece, attributes: Piece) {
    writer.out.push_str("]{.");
    writer.words(writer.tree.text(class, writer.text));
    writer.words(writer.tree.text(attributes, writer.text));
    writer.out.push('}');
}

/// An address as CommonMark's examples encode it; nothing of one that runs something.
fn address(dest: &str) -> String {
    if is_dangerous(dest) {
        return String::new();
    }
    let mut out = String::with_capacity(dest.len());
    for byte in dest.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.+!*'(),%#@?=;:/&$~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
