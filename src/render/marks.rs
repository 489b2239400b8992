//! Marked words: their status beside them in words, names that are withheld, and gaps.

use super::ladder::{ladder, status_label};
use super::writer::Writer;
use crate::content::kinds::claim::ClaimStatus;
use crate::files::OutPath;
use crate::model::{Target, Withheld};

/// Writes the beginning of marked words.
pub(super) fn open(writer: &mut Writer<'_>, target: &Target) {
    match target {
        Target::Mark { status, .. } => {
            writer.out.push_str("<span class=\"claim-mark\"");
            writer.attribute("data-status", status.word());
        }
        Target::Withheld(reason) => {
            writer.out.push_str("<span class=\"withheld\"");
            writer.attribute("data-reason", reason.word());
        }
        _ => writer.out.push_str("<span"),
    }
    writer.out.push('>');
}

/// Writes what marked words are marked as, and their end.
pub(super) fn close(writer: &mut Writer<'_>, target: &Target) {
    match target {
        Target::Mark { status, claim } => label(writer, *status, claim.as_ref()),
        Target::Withheld(reason) => why(writer, *reason),
        _ => {}
    }
    writer.out.push_str("</span>");
}

/// The status, as a ladder and in a word: a link to the claim, if one is named and no link is around.
fn label(writer: &mut Writer<'_>, status: ClaimStatus, claim: Option<&OutPath>) {
    // The space stands inside, where the line below the words does not reach.
    writer.out.push_str("<small class=\"claim-mark__status\"> ");
    writer.out.push_str(ladder(status));
    let word = status_label(status, writer.options.phrases).to_lowercase();
    match claim.filter(|_| writer.links == 0) {
        Some(claim) => {
            let href = writer.to.href(claim, None);
            writer.out.push_str("<a");
            writer.attribute("href", &href);
            writer.out.push('>');
            writer.words(&word);
            writer.out.push_str("</a>");
        }
        None => writer.words(&word),
    }
    writer.out.push_str("</small>");
}

fn why(writer: &mut Writer<'_>, reason: Withheld) {
    writer.out.push_str(" <small class=\"withheld__reason\">(");
    writer.words(reason.told(writer.options.phrases));
    writer.out.push_str(")</small>");
}

/// Writes that a source is still to be found.
pub(super) fn gap(writer: &mut Writer<'_>) {
    writer.out.push_str("<span class=\"citation-needed\">");
    writer.words(writer.options.phrases.citation_needed());
    writer.out.push_str("</span>");
}
