//! Which sentences of a text have changed, and what each has become.

use super::lexicon::Lexicon;
use super::weight::{ALIKE, Weight, weight};
use super::words::WordList;
use crate::steps;
use foldhash::HashMap;
use serde::Serialize;
use std::collections::VecDeque;

/// A sentence that has changed, come, gone or moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentenceChange {
    /// As it was; none where it is new.
    pub before: Option<String>,
    /// As it is; none where it is gone.
    pub now: Option<String>,
    /// How much that weighs.
    pub weight: Weight,
}

/// So many sentences are looked through for the one that another has become.
const NEAR: usize = 8;

/// What has changed between two texts, in their order. Sentences that stand in both are the same wherever they
/// stand; between two of these, one that is gone became the one that is new and most like it.
pub(super) fn changes(
    before: &[String],
    now: &[String],
    lexicon: &Lexicon<'_>,
) -> Vec<SentenceChange> {
    if before == now {
        return Vec::new();
    }
    let (stayed, came) = matched(before, now);
    let mut changes = moved(now, &came);
    let (gone, new) = (by_gap(before, &stayed), by_gap(now, &came));
    let gaps = gone.keys().chain(new.keys());
    let mut gaps: Vec<usize> = gaps.copied().collect();
    gaps.sort_unstable();
    gaps.dedup();
    let none = Vec::new();
    for gap in gaps {
        let gone = gone.get(&gap).unwrap_or(&none);
        let new = new.get(&gap).unwrap_or(&none);
        pair(gone, new, lexicon, &mut changes);
    }
    changes
}

/// For each sentence of two texts, where it stands in the other, if it does.
fn matched(before: &[String], now: &[String]) -> (Vec<bool>, Vec<Option<usize>>) {
    let mut places: HashMap<&str, VecDeque<usize>> = HashMap::default();
    for (n, sentence) in before.iter().enumerate() {
        places.entry(sentence).or_default().push_back(n);
    }
    let mut stayed = vec![false; before.len()];
    let came = now.iter().map(|sentence| {
        let place = places.get_mut(sentence.as_str())?.pop_front()?;
        stayed[place] = true;
        Some(place)
    });
    let came = came.collect();
    (stayed, came)
}

/// Sentences that stand behind others than before.
fn moved(now: &[String], came: &[Option<usize>]) -> Vec<SentenceChange> {
    let mut furthest = 0;
    let mut changes = Vec::new();
    for (sentence, place) in now.iter().zip(came) {
        let Some(place) = *place else { continue };
        if place < furthest {
            let sentence = Some(sentence.clone());
            let (before, weight) = (sentence.clone(), Weight::Slight);
            changes.push(SentenceChange { before, now: sentence, weight });
        }
        furthest = furthest.max(place);
    }
    changes
}

/// A sentence that the other text has.
trait Stays {
    fn stays(&self) -> bool;
}

impl Stays for bool {
    fn stays(&self) -> bool {
        *self
    }
}

impl Stays for Option<usize> {
    fn stays(&self) -> bool {
        self.is_some()
    }
}

/// The sentences that the other text has not, by how many it has before them.
fn by_gap<'s, T: Stays>(
    sentences: &'s [String],
    stay: &[T],
) -> HashMap<usize, Vec<&'s str>> {
    let (mut gap, mut found) = (0, HashMap::default());
    for (sentence, stays) in sentences.iter().zip(stay) {
        match stays.stays() {
            true => gap += 1,
            false => {
                let all: &mut Vec<&str> = found.entry(gap).or_default();
                all.push(sentence);
            }
        }
    }
    found
}

/// Tells what became of the sentences that are gone from one place, and which have come there.
fn pair(
    gone: &[&str],
    new: &[&str],
    lexicon: &Lexicon<'_>,
    changes: &mut Vec<SentenceChange>,
) {
    let mut is_taken = vec![false; new.len()];
    let lists: Vec<WordList> = new.iter().map(|one| WordList::of(one)).collect();
    let (mut first, is_alone) = (0, gone.len() == 1 && new.len() == 1);
    for before in gone {
        while is_taken.get(first) == Some(&true) {
            first += 1;
        }
        let words = WordList::of(before);
        let near = (first..new.len()).filter(|n| !is_taken[*n]).take(NEAR);
        steps::took(NEAR);
        let likest = near.map(|n| (words.likeness(&lists[n]), n));
        // Of two that are as like the first counts.
        let likest = likest.max_by_key(|(like, n)| (*like, std::cmp::Reverse(*n)));
        let became = likest.filter(|(like, _)| *like >= ALIKE || is_alone);
        let now = became.map(|(_, n)| {
            is_taken[n] = true;
            new[n]
        });
        let weight = now.map_or(Weight::Wording, |now| weight(before, now, lexicon));
        let now = now.map(str::to_owned);
        changes.push(SentenceChange { before: Some((*before).to_owned()), now, weight });
    }
    let came = new.iter().zip(&is_taken).filter(|(_, is_taken)| !**is_taken);
    changes.extend(came.map(|(now, _)| SentenceChange {
        before: None,
        now: Some((*now).to_owned()),
        weight: Weight::Wording,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(text: &str) -> Vec<String> {
        text.split_inclusive(". ").map(|one| one.trim().to_owned()).collect()
    }

    fn shown(before: &str, now: &str) -> Vec<String> {
        let lexicon = Lexicon::of_words(before);
        let all = changes(&list(before), &list(now), &lexicon);
        let word = |one: &Option<String>| one.clone().unwrap_or_else(|| "-".into());
        let line = |one: SentenceChange| {
            format!("{} → {} {:?}", word(&one.before), word(&one.now), one.weight)
        };
        all.into_iter().map(line).collect()
    }

    #[test]
    fn a_sentence_becomes_the_one_in_its_place() {
        let before = "The office opened. It had 4 rooms. It closed.";
        assert_eq!(shown(before, before), [""; 0]);
        let now = "The office opened. It had 5 rooms. It closed.";
        assert_eq!(shown(before, now), ["It had 4 rooms. → It had 5 rooms. Figure"]);
        let now = "The office opened. It closed.";
        assert_eq!(shown(before, now), ["It had 4 rooms. → - Wording"]);
        let now = "The office opened. New. It had 4 rooms. It closed. End.";
        assert_eq!(shown(before, now), ["- → New. Wording", "- → End. Wording"]);
        let now = "New one. The offices opened. It had 4 rooms. It closed.";
        assert_eq!(
            shown(before, now),
            ["The office opened. → The offices opened. Slight", "- → New one. Wording"]
        );
    }

    #[test]
    fn a_sentence_that_moved_is_told() {
        let moved = shown("One. Two. Three.", "Two. Three. One.");
        assert_eq!(moved, ["One. → One. Slight"]);
        assert_eq!(shown("One. One. Two.", "One. Two."), ["One. → - Wording"]);
    }

    proptest! {
        #[test]
        fn what_was_and_is_can_be_told_from_the_changes(
            before in prop::collection::vec("[ab]( [cd])?", 0..12),
            now in prop::collection::vec("[ab]( [cd])?", 0..12),
        ) {
            let lexicon = Lexicon::of_words("");
            let mut all: Vec<String> = before.clone();
            for change in changes(&before, &now, &lexicon) {
                if let Some(gone) = &change.before {
                    let at = all.iter().position(|one| one == gone).unwrap();
                    all.remove(at);
                }
                all.extend(change.now);
            }
            let mut now = now;
            all.sort();
            now.sort();
            prop_assert_eq!(all, now);
        }
    }
}
