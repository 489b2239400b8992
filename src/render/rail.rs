//! The rail: what stands beside a block of the text, the sources that it cites and its footnotes.

use super::writer::Writer;
use super::{Apparatus, notes};

/// Writes what belongs to the block that has just ended: nothing where it cites nothing, and where
/// sources are listed below the text.
pub(super) fn write(writer: &mut Writer<'_>) {
    let Apparatus::Beside(sources) = writer.apparatus else {
        return writer.cited_here.clear();
    };
    let footnotes = notes::beside(writer);
    let mut cited = std::mem::take(&mut writer.cited_here);
    if !cited.is_empty() || !footnotes.is_empty() {
        writer.block("<div class=\"rail\">\n");
        let mut seen = 0;
        for at in 0..cited.len() {
            let number = cited[at];
            if !cited[..seen].contains(&number) {
                cited[seen] = number;
                seen += 1;
            }
        }
        list(writer, &cited[..seen], sources);
        writer.out.push_str(&footnotes);
        writer.out.push_str("</div>\n");
    }
    cited.clear();
    writer.cited_here = cited;
}

/// The sources, each once, in the order in which the block cites them. Whoever hears a page has met
/// them as buttons in the text, so they aren't told twice.
fn list(writer: &mut Writer<'_>, cited: &[u32], sources: &[super::Html]) {
    if cited.is_empty() {
        return;
    }
    writer.out.push_str("<ul class=\"rail__sources\" aria-hidden=\"true\">\n");
    for number in cited {
        if let Some(source) = sources.get(*number as usize - 1) {
            writer.out.push_str(source.as_str());
        }
    }
    writer.out.push_str("</ul>\n");
}
