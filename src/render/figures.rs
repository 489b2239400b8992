//! Images: figures with captions where they stand alone, else in the line; graphic ones folded.

use super::Graphic;
use super::embeds;
use super::writer::Writer;
use crate::markdown::{Form, Kind, Size};
use crate::model::{Figure, FigureSource, Target};

/// Writes a paragraph that holds nothing but images and embeds as figures; says whether it
/// was one.
pub(super) fn row(writer: &mut Writer<'_>, paragraph: u32) -> bool {
    if writer.is_plain() {
        return false;
    }
    let nodes = writer.tree.nodes();
    let mut shown = Vec::new();
    let mut at = paragraph + 1;
    while at < nodes[paragraph as usize].next {
        let node = nodes[at as usize];
        match node.kind {
            Kind::Reference(number) => {
                let target = writer.targets.get(number as usize);
                let Some(target @ (Target::Image(_) | Target::Embed(_))) = target else {
                    return false;
                };
                shown.push((target, writer.tree.references()[number as usize].form));
            }
            Kind::SoftBreak | Kind::HardBreak | Kind::Anchor(_) => {}
            _ => return false,
        }
        at = node.next;
    }
    for (target, form) in &shown {
        match target {
            Target::Image(figure) => alone(writer, figure, *form),
            Target::Embed(embed) => embeds::block(writer, embed),
            _ => {}
        }
    }
    !shown.is_empty()
}

fn alone(writer: &mut Writer<'_>, figure: &Figure, form: Form) {
    // A reader sees at once what the text begins with.
    let loading = if writer.out.is_empty() { Loading::AtOnce } else { Loading::WhenNear };
    writer.block("<figure>\n");
    if figure.is_graphic && writer.options.graphic == Graphic::Folded {
        writer.out.push_str("<details class=\"graphic\">\n<summary>");
        warning(writer, figure);
        writer.out.push_str("</summary>\n");
        image(writer, figure, form, Loading::WhenNear);
        writer.out.push_str("\n</details>");
    } else if figure.is_graphic {
        inline(writer, figure, form);
    } else {
        image(writer, figure, form, loading);
    }
    caption(writer, figure);
    writer.block("</figure>\n");
}

/// Writes what is to be said of an image: caption, credit, licence, edits and source.
fn caption(writer: &mut Writer<'_>, figure: &Figure) {
    let edits = (!figure.edits.is_empty())
        .then(|| writer.options.phrases.edited(&figure.edits.join(", ")));
    let texts = [
        ("figure__caption", figure.caption.as_deref()),
        ("figure__credit", figure.credit.as_deref()),
        ("figure__license", figure.license.as_deref()),
        ("figure__edits", edits.as_deref()),
    ];
    let mut begun = false;
    for (class, text) in texts {
        let Some(text) = text else { continue };
        part(writer, class, &mut begun);
        writer.words(text);
        writer.out.push_str("</span>");
    }
    if let Some(source) = &figure.source {
        part(writer, "figure__source", &mut begun);
        taken_from(writer, source);
        writer.out.push_str("</span>");
    }
    if begun {
        writer.out.push_str("</figcaption>");
    }
}

/// Begins a part of a caption, and the caption with its first.
fn part(writer: &mut Writer<'_>, class: &str, begun: &mut bool) {
    match std::mem::replace(begun, true) {
        true => writer.out.push(' '),
        false => writer.block("<figcaption>"),
    }
    writer.out.push_str("<span");
    writer.attribute("class", class);
    writer.out.push('>');
}

fn taken_from(writer: &mut Writer<'_>, source: &FigureSource) {
    let words = writer.options.phrases.taken_from(HERE);
    let (before, after) = words.split_once(HERE).unwrap_or((&words, ""));
    writer.words(before);
    match &source.path {
        Some(path) => {
            let href = writer.to.href(path, None);
            writer.out.push_str("<a");
            writer.attribute("href", &href);
            writer.out.push('>');
            writer.words(&source.title);
            writer.out.push_str("</a>");
        }
        None => writer.words(&source.title),
    }
    writer.words(after);
}

/// Stands in a phrase where HTML belongs.
const HERE: &str = "\0";

/// Writes an image in the line; of one that nobody should be made to see, a link to it.
pub(super) fn inline(writer: &mut Writer<'_>, figure: &Figure, form: Form) {
    if !figure.is_graphic {
        return image(writer, figure, form, Loading::WhenNear);
    }
    if writer.links > 0 {
        return warning(writer, figure);
    }
    let href = writer.to.href(&figure.path, None);
    writer.out.push_str("<a class=\"graphic\"");
    writer.attribute("href", &href);
    writer.out.push('>');
    warning(writer, figure);
    writer.out.push_str("</a>");
}

/// Writes what a picture shows, so that readers can decide whether to look.
fn warning(writer: &mut Writer<'_>, figure: &Figure) {
    let words = writer.options.phrases.graphic_picture(&figure.alt);
    writer.words(&words);
}

/// When a browser is to fetch a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loading {
    /// With the page.
    AtOnce,
    /// When the reader comes near it.
    WhenNear,
}

/// How wide a picture in a text is shown: as the column, or as the screen of a phone.
const COLUMN: &str = "(min-width: 36rem) 33rem, 100vw";

fn image(writer: &mut Writer<'_>, figure: &Figure, form: Form, loading: Loading) {
    let src = writer.to.href(&figure.path, None);
    writer.out.push_str("<img");
    writer.attribute("src", &src);
    source_set(writer, figure, asked(form));
    writer.attribute("alt", &figure.alt);
    let (width, height) = size(figure, asked(form));
    for (name, pixels) in [("width", width), ("height", height)] {
        if let Some(pixels) = pixels {
            writer.attribute(name, &pixels.to_string());
        }
    }
    if loading == Loading::WhenNear {
        writer.attribute("loading", "lazy");
    }
    writer.out.push_str(" decoding=\"async\">");
}

/// Writes in which widths a picture is to be had, and how wide it is shown.
fn source_set(writer: &mut Writer<'_>, figure: &Figure, asked: Option<Size>) {
    let Some(width) = figure.width.filter(|_| !figure.sizes.is_empty()) else { return };
    let smaller = figure.sizes.iter().map(|size| (&size.address, size.width));
    let all = smaller.chain([(&figure.path, width)]);
    let all = all.map(|(path, width)| format!("{} {width}w", writer.to.href(path, None)));
    let all: Vec<String> = all.collect();
    writer.attribute("srcset", &all.join(", "));
    match asked {
        Some(Size { width, .. }) => {
            let shown = format!("(max-width: {width}px) 100vw, {width}px");
            writer.attribute("sizes", &shown);
        }
        None => writer.attribute("sizes", COLUMN),
    }
}

fn asked(form: Form) -> Option<Size> {
    match form {
        Form::Image { size, .. } | Form::Embed { size, .. } => size,
        Form::Wiki { .. }
        | Form::Link { .. }
        | Form::Mark { .. }
        | Form::Cite(_)
        | Form::Gap
        | Form::Html { .. } => None,
    }
}

/// The size to be shown at: what the author asked for, in the image's proportions.
fn size(figure: &Figure, asked: Option<Size>) -> (Option<u32>, Option<u32>) {
    let Some(asked) = asked else { return (figure.width, figure.height) };
    let proportional = || {
        let (width, height) = (u64::from(figure.width?), u64::from(figure.height?));
        let scaled = (u64::from(asked.width) * height + width / 2).checked_div(width)?;
        u32::try_from(scaled).ok()
    };
    (Some(asked.width), asked.height.or_else(proportional))
}
