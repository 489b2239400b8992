//! How a source stands to what it tells: whether it repeats others or is an origin, by word and shape.

use super::Markup;
use crate::phrases::Phrases;
use serde::Serialize;

/// Whether a source repeats others, is an origin, or may be either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DescentView {
    /// In a word for style sheets: `repeats`, `traced`, `own-word` or `untraced`.
    pub slug: &'static str,
    /// For readers, to stand behind the source: `repeats others`.
    pub word: &'static str,
    /// A shape, one for each, as SVG.
    pub shape: Markup,
}

/// How a source stands to what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Descent {
    /// It repeats others.
    Repeats,
    /// It says that it is its own work.
    OwnWork,
    /// It is a record or a statement of what it tells.
    Record,
    /// It is an origin, but comes from whoever makes the claim.
    OwnWord,
    /// It says nothing of where it has it from.
    Untraced,
}

impl Descent {
    /// What templates are given.
    pub(super) fn view(self, phrases: &'static Phrases) -> DescentView {
        let shape = format!(
            "<svg class=\"mark\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M0 0{}\"/></svg>",
            self.outline()
        );
        DescentView {
            slug: match self {
                Descent::Repeats => "repeats",
                Descent::OwnWork | Descent::Record => "traced",
                Descent::OwnWord => "own-word",
                Descent::Untraced => "untraced",
            },
            word: self.word(phrases),
            shape: Markup::new(&shape),
        }
    }

    /// What readers see of it, to stand behind the source.
    pub(super) fn word(self, phrases: &'static Phrases) -> &'static str {
        match self {
            Descent::Repeats => phrases.repeats_others_short(),
            Descent::OwnWork => phrases.own_work_short(),
            Descent::Record => phrases.record_short(),
            Descent::OwnWord => phrases.own_word_short(),
            Descent::Untraced => phrases.not_traced_short(),
        }
    }

    /// Its shape in a square of 12 units, from the square's first corner; what lies inside twice stays empty, so that
    /// each is told from the others in one colour.
    pub(super) fn outline(self) -> &'static str {
        match self {
            // A sheet: an empty square.
            Descent::Repeats => "m1 1h10v10h-10zm1.6 1.6v6.8h6.8v-6.8z",
            // A full disc.
            Descent::OwnWork | Descent::Record => {
                "m6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z"
            }
            // A disc of which one half is empty.
            Descent::OwnWord => {
                "m6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zm0 1.6v7.8a3.9 3.9 0 0 0 0-7.8z"
            }
            // A ring.
            Descent::Untraced => {
                "m6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zm0 1.6a3.9 3.9 0 1 0 0 7.8a3.9 3.9 0 1 0 0-7.8z"
            }
        }
    }
}
