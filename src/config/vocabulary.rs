//! Vocabularies: the words that a site uses for kinds, statuses and answers.

use super::site_toml::{Lane, Tone, Word};
use crate::fields::Spanned;

/// What readers see of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word as written in records.
    pub word: String,
    /// What readers see.
    pub label: String,
    /// What it means.
    pub definition: Option<String>,
    /// How it looks.
    pub tone: Tone,
    /// How many words of the same tone stand before it, which tells their shapes apart.
    pub nth: usize,
    /// In which lane of the timeline facts of this kind stand.
    pub lane: Option<Lane>,
}

/// The words for one thing, in the order of `site.toml`.
///
/// A vocabulary is closed where `site.toml` lists its words: another word is then an error.
/// Where it lists none, the vocabulary's own words apply if it has any, and else every word is allowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    terms: Vec<Term>,
}

impl Vocabulary {
    pub(super) fn new(
        words: Option<Vec<(Spanned<String>, Word)>>,
        own: &[(&str, &str, Tone)],
    ) -> Self {
        let given = words.into_iter().flatten().map(|(word, given)| Term {
            word: word.value,
            label: given.label,
            definition: given.definition,
            tone: given.tone.unwrap_or(Tone::Neutral),
            nth: 0,
            lane: given.lane,
        });
        let mut terms: Vec<Term> = given.collect();
        if terms.is_empty() {
            let own = own.iter().map(|(word, label, tone)| Term {
                word: (*word).to_owned(),
                label: (*label).to_owned(),
                definition: None,
                tone: *tone,
                nth: 0,
                lane: None,
            });
            terms.extend(own);
        }
        for at in 0..terms.len() {
            let is_like = |term: &&Term| term.tone == terms[at].tone;
            terms[at].nth = terms[..at].iter().filter(is_like).count();
        }
        Vocabulary { terms }
    }

    /// Other labels for these words.
    pub(super) fn relabel<'l>(
        &mut self,
        labels: impl Iterator<Item = (&'l str, &'l str)>,
    ) {
        for (word, label) in labels {
            if let Some(term) = self.terms.iter_mut().find(|term| term.word == word) {
                label.clone_into(&mut term.label);
            }
        }
    }

    /// What a word is called in another language, and what it means there.
    pub(super) fn reword(&mut self, word: &str, given: &Word) {
        let known = self.terms.iter_mut().find(|term| term.word == word);
        let Some(term) = known else { return };
        term.label.clone_from(&given.label);
        term.definition.clone_from(&given.definition);
    }

    /// The words, in order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether records may use `word`.
    pub fn allows(&self, word: &str) -> bool {
        self.terms.is_empty() || self.find(word).is_some()
    }

    /// The term for `word`, if the vocabulary has it.
    pub fn find(&self, word: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.word == word)
    }

    /// The term for `word`; where the vocabulary is open, one made of the word itself.
    pub fn term(&self, word: &str) -> Term {
        self.find(word).cloned().unwrap_or_else(|| Term {
            word: word.to_owned(),
            label: labelled(word),
            definition: None,
            tone: Tone::Neutral,
            nth: 0,
            lane: None,
        })
    }
}

/// `under-investigation` as "Under investigation".
fn labelled(word: &str) -> String {
    let spaced = word.replace(['-', '_'], " ");
    let mut chars = spaced.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
