//! Messages about what has changed in silence: where they point, and the words they show.

use super::Subject;
use super::rule::Findings;
use super::since::Since;
use crate::diag::{Code, Diagnostic, Place};
use crate::model::ClaimId;
use crate::releases::{Happened, ItemChange, Releases, SentenceChange};

/// A message shows so many changes; the reviewer is shown all by `dateline diff`.
const MOST_SHOWN: usize = 3;

/// So much of a sentence is shown.
const LONGEST_SHOWN: usize = 300;

/// Where an item is written; in the release, where it is gone.
pub(super) fn place(subject: &Subject<'_>, since: &Since, key: &str) -> Place {
    let is_known = |place: &&Place| **place != Place::Site;
    let place = since.places.get(key).filter(is_known);
    place.cloned().unwrap_or_else(|| in_release(subject, key))
}

/// The same, at the first of these words that is found there.
fn place_of(subject: &Subject<'_>, since: &Since, changes: &[&ItemChange]) -> Place {
    let place = place(subject, since, &changes[0].item);
    let Place::Text(span) = place else { return place };
    if since.places.contains_key(&changes[0].item) {
        let words = changes.iter().filter_map(|change| match &change.happened {
            Happened::Words { sentence, .. } => sentence.now.as_deref(),
            _ => None,
        });
        let found = words.filter_map(|words| subject.after(span, words)).next();
        return Place::Text(found.unwrap_or(span));
    }
    place
}

/// A message about changes of words of one item, with these words.
pub(super) fn of_words(
    subject: &Subject<'_>,
    since: &Since,
    code: Code,
    message: String,
    changes: &[&ItemChange],
) -> Diagnostic {
    let mut found = Diagnostic::new(code, place_of(subject, since, changes), message);
    let sentences = changes.iter().filter_map(|change| match &change.happened {
        Happened::Words { sentence, .. } => Some(sentence),
        _ => None,
    });
    for SentenceChange { before, now, .. } in sentences.take(MOST_SHOWN) {
        found = found.note(match (before, now) {
            (Some(before), Some(now)) => {
                format!("was: {}\nis: {}", shown(before), shown(now))
            }
            (Some(before), None) => format!("gone: {}", shown(before)),
            (None, now) => {
                format!("new: {}", shown(now.as_deref().unwrap_or_default()))
            }
        });
    }
    match changes.len().saturating_sub(MOST_SHOWN) {
        0 => found,
        more => found
            .note(format!("and {more} more; `dateline diff {} .` shows all", since.path)),
    }
}

/// Where the newest release first says these words.
pub(super) fn in_release(subject: &Subject<'_>, words: &str) -> Place {
    let newest = Releases::of(subject.texts).newest();
    newest.map_or(Place::Site, |release| release.place_of(words))
}

/// Adds a message about an item; of a claim, one that it may be excepted from.
pub(super) fn push(
    subject: &Subject<'_>,
    key: &str,
    found: Diagnostic,
    findings: &mut Findings,
) {
    match claim(subject, key) {
        Some(claim) => findings.of_claim(claim, found),
        None => findings.push(found),
    }
}

/// The claim with this key.
pub(super) fn claim(subject: &Subject<'_>, key: &str) -> Option<ClaimId> {
    let id = key.strip_prefix("claim:")?;
    let claims = subject.edition().claims();
    let by_id = |one: &ClaimId| subject.site[*one].names.id.as_str().cmp(id);
    claims.binary_search_by(by_id).ok().map(|place| claims[place])
}

/// As much of a sentence as a message shows.
fn shown(sentence: &str) -> String {
    match sentence.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{} …", &sentence[..end]),
        None => sentence.to_owned(),
    }
}
