//! Alerts: `> [!NOTE]` and its like, with a title of their own and folded where the author says so.

use super::writer::Writer;
use crate::markdown::{Alert, Fold, Kind};

/// Writes the beginning of the alert at node `index`.
pub(super) fn open(writer: &mut Writer<'_>, index: u32, alert: Alert, fold: Fold) {
    let phrases = writer.options.phrases;
    let (kind, label) = match alert {
        Alert::Note => ("note", Some(phrases.alert_note())),
        Alert::Tip => ("tip", Some(phrases.alert_tip())),
        Alert::Important => ("important", Some(phrases.alert_important())),
        Alert::Warning => ("warning", Some(phrases.alert_warning())),
        Alert::Caution => ("caution", Some(phrases.alert_caution())),
        Alert::Neutral => ("neutral", None),
    };
    writer.block(match fold {
        Fold::Never => "<aside class=\"alert\"",
        Fold::Open | Fold::Closed => "<details class=\"alert\"",
    });
    writer.attribute("data-kind", kind);
    match (fold, label) {
        (Fold::Never, Some(label)) => writer.attribute("aria-label", label),
        (Fold::Open, _) => writer.out.push_str(" open"),
        _ => {}
    }
    writer.out.push_str(">\n");
    let next = writer.tree.nodes().get(index as usize + 1);
    let has_title = next.is_some_and(|next| next.kind == Kind::AlertTitle);
    if !has_title {
        open_title(writer, fold);
        writer.words(label.unwrap_or_default());
        close_title(writer, fold);
    }
}

/// Writes the end of an alert.
pub(super) fn close(writer: &mut Writer<'_>, fold: Fold) {
    writer.block(match fold {
        Fold::Never => "</aside>\n",
        Fold::Open | Fold::Closed => "</details>\n",
    });
}

/// Writes the beginning of the title of the alert around.
pub(super) fn open_title(writer: &mut Writer<'_>, fold: Fold) {
    writer.block(match fold {
        Fold::Never => "<p class=\"alert__title\">",
        Fold::Open | Fold::Closed => "<summary class=\"alert__title\">",
    });
}

/// Writes the end of a title.
pub(super) fn close_title(writer: &mut Writer<'_>, fold: Fold) {
    writer.out.push_str(match fold {
        Fold::Never => "</p>\n",
        Fold::Open | Fold::Closed => "</summary>\n",
    });
}

/// How the alert is folded that is the innermost block around.
pub(super) fn fold(writer: &Writer<'_>) -> Fold {
    let around = writer.open.iter().rev().find_map(|block| {
        match writer.tree.nodes()[*block as usize].kind {
            Kind::Alert(_, fold) => Some(fold),
            _ => None,
        }
    });
    around.unwrap_or(Fold::Never)
}
