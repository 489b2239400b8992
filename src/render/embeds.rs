//! What is shown in place: a link that stands there until the page puts something better into it.

use super::writer::Writer;
use super::{Body, Html};
use crate::model::Embed;
use std::ops::Range;

/// A place in a body's HTML where something is to be shown. What stands there is a paragraph
/// with a link to it, so a body that nobody fills (a feed's) can be read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What is to be shown.
    pub embed: Embed,
    /// The bytes of [`Body::html`] that stand there.
    pub(super) at: Range<usize>,
}

/// Writes a slot, with the link.
pub(super) fn block(writer: &mut Writer<'_>, embed: &Embed) {
    writer.block("<p>");
    let start = writer.out.len() - "<p>".len();
    let href = writer.to.href(&embed.path, None);
    writer.out.push_str("<a");
    writer.attribute("href", &href);
    writer.out.push('>');
    writer.words(embed.label.as_ref().unwrap_or(&embed.title));
    writer.out.push_str("</a></p>\n");
    writer.slots.push(Slot { embed: embed.clone(), at: start..writer.out.len() });
}

impl Body<'_> {
    /// The body with each slot filled; `shown` has the HTML of each, in order. A slot without
    /// one keeps its link.
    pub fn filled(self, shown: &[Html]) -> Self {
        if self.slots.is_empty() {
            return self;
        }
        let old = self.html.as_str();
        let more: usize = shown.iter().map(|html| html.as_str().len()).sum();
        let mut html = String::with_capacity(old.len() + more);
        let mut from = 0;
        for (slot, shown) in self.slots.iter().zip(shown) {
            html.push_str(&old[from..slot.at.start]);
            html.push_str(shown.as_str().trim());
            html.push('\n');
            from = slot.at.end;
        }
        html.push_str(&old[from..]);
        let slots = self.slots.get(shown.len()..).unwrap_or_default().to_vec();
        Body { html: Html::written(html), slots, ..self }
    }
}
