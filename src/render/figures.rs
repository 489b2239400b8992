//! Images: figures with captions where they stand alone, else in the line.

use super::writer::Writer;
use crate::markdown::{Form, Kind, Size};
use crate::model::{Figure, Target};

/// Writes a paragraph that holds nothing but images as figures; says whether it was one.
pub(super) fn row(writer: &mut Writer<'_>, paragraph: u32) -> bool {
    if writer.is_plain() {
        return false;
    }
    let nodes = writer.tree.nodes();
    let mut figures = Vec::new();
    let mut at = paragraph + 1;
    while at < nodes[paragraph as usize].next {
        let node = nodes[at as usize];
        match node.kind {
            Kind::Reference(number) => {
                let Some(Target::Image(figure)) = writer.targets.get(number as usize)
                else {
                    return false;
                };
                figures.push((figure, writer.tree.references()[number as usize].form));
            }
            Kind::SoftBreak | Kind::HardBreak => {}
            _ => return false,
        }
        at = node.next;
    }
    for (figure, form) in &figures {
        alone(writer, figure, *form);
    }
    !figures.is_empty()
}

fn alone(writer: &mut Writer<'_>, figure: &Figure, form: Form) {
    writer.block("<figure>\n");
    inline(writer, figure, form);
    if figure.caption.is_some() || figure.credit.is_some() {
        writer.block("<figcaption>");
        if let Some(caption) = &figure.caption {
            writer.out.push_str("<span class=\"figure__caption\">");
            writer.words(caption);
            writer.out.push_str("</span>");
        }
        if let Some(credit) = &figure.credit {
            if figure.caption.is_some() {
                writer.out.push(' ');
            }
            writer.out.push_str("<span class=\"figure__credit\">");
            writer.words(credit);
            writer.out.push_str("</span>");
        }
        writer.out.push_str("</figcaption>");
    }
    writer.block("</figure>\n");
}

/// Writes an image in the line.
pub(super) fn inline(writer: &mut Writer<'_>, figure: &Figure, form: Form) {
    let src = writer.to.href(&figure.path, None);
    writer.out.push_str("<img");
    writer.attribute("src", &src);
    writer.attribute("alt", &figure.alt);
    let (width, height) = size(figure, asked(form));
    for (name, pixels) in [("width", width), ("height", height)] {
        if let Some(pixels) = pixels {
            writer.attribute(name, &pixels.to_string());
        }
    }
    writer.out.push_str(" loading=\"lazy\" decoding=\"async\">");
}

fn asked(form: Form) -> Option<Size> {
    match form {
        Form::Image { size, .. } | Form::Embed { size, .. } => size,
        Form::Wiki { .. }
        | Form::Link { .. }
        | Form::Mark { .. }
        | Form::Cite(_)
        | Form::Gap => None,
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
