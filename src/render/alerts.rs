//! Alerts: `> [!NOTE]` and its four like.

use super::writer::Writer;
use crate::markdown::Alert;

pub(super) fn open(writer: &mut Writer<'_>, alert: Alert) {
    let labels = &writer.options.labels;
    let (kind, label) = match alert {
        Alert::Note => ("note", &labels.note),
        Alert::Tip => ("tip", &labels.tip),
        Alert::Important => ("important", &labels.important),
        Alert::Warning => ("warning", &labels.warning),
        Alert::Caution => ("caution", &labels.caution),
    };
    writer.block("<aside class=\"alert\"");
    writer.attribute("data-kind", kind);
    writer.attribute("aria-label", label);
    writer.out.push_str(">\n<p class=\"alert__title\">");
    writer.words(label);
    writer.out.push_str("</p>\n");
}
