//! Many needles, found in one pass.

use super::fold::SearchForm;
use super::needle::Needle;
use crate::letters::is_unparted;
use aho_corasick::AhoCorasick;
use std::ops::Range;

/// Needles, each with what it is a needle of.
#[derive(Debug, Clone, Default)]
pub struct NeedleSet {
    /// Each words once, with all that they are of.
    needles: Vec<(Needle, Vec<u32>)>,
    automaton: Option<AhoCorasick>,
}

/// What a text is that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Showing {
    /// Readers are shown it as words.
    Words,
    /// It has words and addresses that programs read: an attribute of a page, data, a path.
    Data,
    /// It has words of programs: a class, a script, a style sheet. A name that is a single word is not looked for there.
    Programs,
}

/// A needle that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundNeedle<'n> {
    /// Where, in the folded text.
    pub at: Range<usize>,
    /// What it is a needle of.
    pub of: &'n [u32],
}

impl Needle {
    fn is_looked_for(&self, showing: Showing) -> bool {
        match showing {
            Showing::Words => !self.is_code,
            Showing::Data => true,
            Showing::Programs => self.is_code || !self.is_plain_word(),
        }
    }
}

impl NeedleSet {
    /// Needles, each with the number of what it is of.
    pub fn new(needles: impl IntoIterator<Item = (Needle, u32)>) -> Self {
        let mut all: Vec<(Needle, u32)> = needles.into_iter().collect();
        all.sort();
        all.dedup();
        let mut needles: Vec<(Needle, Vec<u32>)> = Vec::new();
        for (needle, of) in all {
            match needles.last_mut() {
                Some((last, owners)) if *last == needle => owners.push(of),
                _ => needles.push((needle, vec![of])),
            }
        }
        let words = needles.iter().map(|(needle, _)| needle.words.as_bytes());
        // It fails where there are more needles than memory; then there is no site either.
        let automaton =
            if needles.is_empty() { None } else { AhoCorasick::new(words).ok() };
        NeedleSet { needles, automaton }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.needles.is_empty()
    }

    /// What is looked for, each once and in order.
    pub fn needles(&self) -> impl Iterator<Item = &Needle> {
        self.needles.iter().map(|(needle, _)| needle)
    }

    /// The needles in a text, in order of where they end.
    pub fn find<'n>(
        &'n self,
        folded: &'n SearchForm,
        showing: Showing,
    ) -> impl Iterator<Item = FoundNeedle<'n>> + 'n {
        let text = folded.text();
        let found =
            self.automaton.iter().flat_map(move |all| all.find_overlapping_iter(text));
        found.filter_map(move |found| {
            let (needle, of) = self.needles.get(found.pattern().as_usize())?;
            let at = found.range();
            (needle.is_looked_for(showing) && is_whole(text, &at, needle.may_go_on))
                .then_some(FoundNeedle { at, of })
        })
    }
}

/// Whether words stand by themselves in a folded text: no word goes on before them or, unless they `may_go_on`, behind
/// them.
fn is_whole(text: &str, at: &Range<usize>, may_go_on: bool) -> bool {
    let joins = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at..].chars().next();
        before.zip(after).is_some_and(|(a, b)| is_one_word(a, b))
    };
    !joins(at.start) && (may_go_on || !joins(at.end))
}

/// Whether two letters that stand side by side are of one word. A number behind a word is another, and where no spaces
/// are written any place may be the end of a word.
fn is_one_word(one: char, other: char) -> bool {
    let is_gap = |c: char| c == ' ' || c == '\n' || is_unparted(c);
    !is_gap(one) && !is_gap(other) && one.is_numeric() == other.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], text: &str) -> Vec<String> {
        let needles = names.iter().enumerate().flat_map(|(n, name)| {
            Needle::name(name).unwrap().into_iter().map(move |it| (it, n as u32))
        });
        let set = NeedleSet::new(needles);
        let folded = SearchForm::of(text);
        let all = set.find(&folded, Showing::Words);
        all.map(|one| text[folded.source(one.at.start, one.at.end)].to_owned()).collect()
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for text in [
            "Jane Doe",
            "JANE DOE’s",
            "jane-doe",
            "JaneDoe",
            "janedoe1985@x.org",
            "Jane\nDoe",
        ] {
            assert_eq!(found(&["Jane Doe"], text).len(), 1, "{text}");
        }
        assert_eq!(found(&["张三"], "他是张三吗?"), ["张三"]);
        assert_eq!(found(&["Иванова Мария"], "с Ивановой Марией"), [""; 0]);
        assert_eq!(found(&["Константин"], "с Константином"), ["Константин"]);
    }

    #[test]
    fn a_word_that_goes_on_is_another() {
        for text in ["Jane Doesburg", "Mary-Jane and Doe", "Marijane Doe", "Jane\0Doe"] {
            assert_eq!(found(&["Jane Doe"], text), [""; 0], "{text}");
        }
    }

    #[test]
    fn words_of_two_are_told_of_both() {
        let needle = || Needle::exactly("Jane Doe").unwrap();
        let set = NeedleSet::new([(needle(), 7), (needle(), 3), (needle(), 7)]);
        let folded = SearchForm::of("Jane Doe");
        let all: Vec<_> = set.find(&folded, Showing::Words).collect();
        assert_eq!(all, [FoundNeedle { at: 0..8, of: &[3, 7] }]);
    }
}
