//! How much a change of a sentence weighs: whether it puts a slip right, or says something else.
//!
//! The rule, which `docs/guide.md` tells writers. A change is *slight* where
//!
//! - the words are the same, but for the case of their first letters, the form of quotation marks, apostrophes and dashes, and
//!   commas, full stops, colons, semicolons, brackets and exclamation marks between them; or
//! - one word alone is another, and both have at least four letters of an alphabet, all small, begin with the same
//!   one, and differ by one letter left out, added, replaced or exchanged with its neighbour (by two, where both have eight
//!   or more); neither is a number, a word that denies or counts, or one that says how far something is known; and the
//!   old word stood nowhere else in the release before, as a slip does.
//!
//! It is of a *figure* where most words are the same and a number is another.

use super::lexicon::Lexicon;
use super::words::{WordList, counts};
use serde::Serialize;

/// How much a change weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// It puts a slip right.
    Slight,
    /// It says something else.
    Wording,
    /// A number is another.
    Figure,
}

/// How much a change from one sentence to another weighs. `lexicon` knows the words of the release before.
pub(super) fn weight(before: &str, now: &str, lexicon: &Lexicon<'_>) -> Weight {
    let (before, now) = (WordList::of(before), WordList::of(now));
    let (then, is) = (before.numbers(), now.numbers());
    if then != is {
        let is_changed = then.iter().any(|one| !is.contains(one))
            && is.iter().any(|one| !then.contains(one));
        let is_alike = before.likeness(&now) >= ALIKE;
        return if is_changed && is_alike { Weight::Figure } else { Weight::Wording };
    }
    match is_slight(&before, &now, lexicon) {
        true => Weight::Slight,
        false => Weight::Wording,
    }
}

/// Two sentences that share so many hundredths of their words are one that has changed.
pub(super) const ALIKE: usize = 50;

fn is_slight(before: &WordList, now: &WordList, lexicon: &Lexicon<'_>) -> bool {
    if before.0.len() != now.0.len() {
        return false;
    }
    let pairs = before.0.iter().zip(&now.0);
    let mut others = pairs.filter(|(a, b)| !is_same_word(&a.text, &b.text));
    match (others.next(), others.next()) {
        (None, _) => true,
        (Some((then, is)), None) => is_slip(&then.text, &is.text, lexicon),
        (Some(_), Some(_)) => false,
    }
}

/// Whether two words are one, whatever the case of the first letter. `US` and `us` are two.
fn is_same_word(one: &str, other: &str) -> bool {
    let parts = |word: &str| {
        let mut letters = word.chars();
        let first: String =
            letters.next().into_iter().flat_map(char::to_lowercase).collect();
        (first, letters.as_str().to_owned())
    };
    one == other || parts(one) == parts(other)
}

/// Whether a word is another with a slip put right.
fn is_slip(then: &str, is: &str, lexicon: &Lexicon<'_>) -> bool {
    let [a, b] = [then, is].map(|word| word.chars().collect::<Vec<char>>());
    let shorter = a.len().min(b.len());
    let most = if shorter >= 8 { 2 } else { 1 };
    let is_ordinary = |word: &str| word.chars().all(is_small) && !is_heavy(word);
    shorter >= 4
        && a.first() == b.first()
        && is_ordinary(then)
        && is_ordinary(is)
        && is_near(&a, &b, most)
        && lexicon.is_only_once(then)
}

/// Whether it is a small letter of an alphabet whose words stand apart.
fn is_small(c: char) -> bool {
    c.is_lowercase() && matches!(c, '\0'..='\u{58f}' | '\u{1e00}'..='\u{1fff}')
}

/// The longest word that is compared letter by letter.
const LONGEST: usize = 40;

/// Whether so many letters at most were left out, added, replaced or exchanged with their neighbours.
fn is_near(a: &[char], b: &[char], most: usize) -> bool {
    if a.len().abs_diff(b.len()) > most || a.len().max(b.len()) > LONGEST {
        return false;
    }
    let mut steps = vec![vec![0; b.len() + 1]; a.len() + 1];
    steps[0] = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        steps[i + 1][0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = steps[i][j] + usize::from(x != y);
            let mut least = replaced.min(steps[i][j + 1] + 1).min(steps[i + 1][j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(steps[i - 1][j - 1] + 1);
            }
            steps[i + 1][j + 1] = least;
        }
    }
    steps[a.len()][b.len()] <= most
}

/// Beginnings of words that say how far something is known, or what became of it.
const OF_STANDING: [&str; 36] = [
    "accus",
    "acquit",
    "admi",
    "alleg",
    "arrest",
    "charg",
    "claim",
    "clos",
    "confirm",
    "contest",
    "convict",
    "corrobor",
    "declin",
    "deni",
    "deny",
    "dismiss",
    "disput",
    "explain",
    "found",
    "guilt",
    "innocen",
    "investigat",
    "known",
    "plead",
    "prove",
    "proven",
    "refut",
    "reject",
    "report",
    "retract",
    "said",
    "sentenc",
    "sued",
    "superse",
    "suspect",
    "verif",
];

/// Words that deny, limit or compare; those of other languages that have four letters or more.
const DENYING: [&str; 44] = [
    "hardly", "neither", "never", "nobody", "none", "nothing", "nowhere", "without",
    "cannot", "except", "unless", "until", "only", "also", "still", "before", "after",
    "more", "less", "most", "least", "under", "over", "above", "below", "could", "would",
    "should", "must", "might", "will", "shall", "nicht", "kein", "keine", "keinen",
    "ohne", "niemand", "jamais", "sans", "aucun", "nunca", "jamás", "senza",
];

/// Whether a word is one on which the meaning of a sentence hangs.
fn is_heavy(word: &str) -> bool {
    DENYING.contains(&word)
        || counts(word)
        || OF_STANDING.iter().any(|begin| word.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn weigh(before: &str, now: &str) -> Weight {
        weight(before, now, &Lexicon::of_words(before))
    }

    #[test]
    fn a_slip_that_is_put_right_is_slight() {
        for (before, now) in [
            ("The offcie has closed.", "The office has closed."),
            ("The ofice has closed.", "The office has closed."),
            ("The officce has closed.", "The office has closed."),
            (
                "The ambassador's resedince is empty.",
                "The ambassador's residence is empty.",
            ),
            ("It said \"no\" – twice.", "It said “no” — twice."),
            ("However the police came", "However, the police came."),
            ("the embassy's reply", "The embassy’s reply."),
            ("Caf\u{e9}s nearby", "Cafe\u{301}s nearby"),
            ("soft\u{ad}ware", "software"),
            (
                "Бюро закрылось, сказал предстовитель",
                "Бюро закрылось, сказал представитель",
            ),
        ] {
            assert_eq!(weigh(before, now), Weight::Slight, "{before} → {now}");
        }
    }

    #[test]
    fn what_says_something_else_is_wording() {
        for (before, now) in [
            ("The police now deny it.", "The police not deny it."),
            ("It is likely so.", "It is unlikely so."),
            ("It is legal there.", "It is illegal there."),
            ("He was acquitted.", "He was acquited."),
            ("He was charged.", "He was changed."),
            ("They denied it.", "They denies it."),
            ("Mr Wang spoke.", "Mr Wong spoke."),
            ("Wang spoke there.", "Wong spoke there."),
            ("A US report.", "A us report."),
            ("Is it true?", "Is it true."),
            ("They found the police.", "They found the 'police'."),
            ("He paid $ 5.", "He paid € 5."),
            ("They closed it.", "They closed it at once."),
            ("The officers left.", "The officials left."),
            ("Das ist keine Station.", "Das ist eine Station."),
            ("Das ist nicht bekannt.", "Das ist nichts bekannt."),
            ("这是真的。", "这非真的。"),
            ("The cat sat.", "The cot sat."),
            ("teh teh office.", "the the office."),
            ("He can't go.", "He cant go."),
            ("Let us re-sign it.", "Let us resign it."),
            ("It could close.", "It would close."),
        ] {
            assert_eq!(weigh(before, now), Weight::Wording, "{before} → {now}");
        }
    }

    #[test]
    fn a_word_that_stands_elsewhere_too_is_no_slip() {
        let lexicon = Lexicon::of_words("The officer left. Another officer stayed.");
        let changed = weight("The officer left.", "The officers left.", &lexicon);
        assert_eq!(changed, Weight::Wording);
    }

    #[test]
    fn another_number_is_a_figure() {
        for (before, now) in [
            ("There are 54 stations.", "There are 102 stations."),
            ("It cost 1.5 million.", "It cost 15 million."),
            ("It cost 1,000 euros.", "It cost 1.000 euros."),
            ("In 2022-10 it closed.", "In 2022-11 it closed."),
            ("At -5 degrees it froze.", "At 5 degrees it froze."),
            ("About 10² people came.", "About 102 people came."),
            ("Two men were arrested there.", "Three men were arrested there."),
            ("Twenty-one men came home.", "Twenty-two men came home."),
            ("The 3rd office is closed.", "The 4th office is closed."),
            ("There are ٥ stations.", "There are ٦ stations."),
            ("Half ½ of it is gone.", "Half ¼ of it is gone."),
        ] {
            assert_eq!(weigh(before, now), Weight::Figure, "{before} → {now}");
        }
        // A number more is more words; another sentence is another sentence.
        assert_eq!(weigh("It closed.", "It closed in 2022."), Weight::Wording);
        assert_eq!(
            weigh("In 2021 we slept.", "Nobody of the 7 came back."),
            Weight::Wording
        );
    }

    proptest! {
        #[test]
        fn no_change_of_a_digit_is_slight(n in 0u32..100_000, m in 0u32..100_000) {
            prop_assume!(n != m);
            let [before, now] = [n, m].map(|n| format!("There were {n} of them in the city."));
            prop_assert_eq!(weigh(&before, &now), Weight::Figure);
        }

        #[test]
        fn a_sentence_against_itself_is_slight_and_nothing_panics(a in "\\PC{0,40}", b in "\\PC{0,40}") {
            prop_assert_eq!(weigh(&a, &a), Weight::Slight);
            let _ = weigh(&a, &b);
        }

        #[test]
        fn a_sentence_with_a_word_more_or_less_is_never_slight(words in prop::collection::vec("[a-z]{4,9}", 2..8), at in 0usize..8) {
            let at = at % words.len();
            let mut fewer = words.clone();
            fewer.remove(at);
            let [all, fewer] = [words, fewer].map(|words| words.join(" "));
            prop_assert_ne!(weigh(&all, &fewer), Weight::Slight);
            prop_assert_ne!(weigh(&fewer, &all), Weight::Slight);
        }
    }

    #[test]
    fn letters_are_compared_up_to_two() {
        let near = |a: &str, b: &str, most| {
            let [a, b] = [a, b].map(|word| word.chars().collect::<Vec<_>>());
            is_near(&a, &b, most)
        };
        for (a, b, distance) in [
            ("office", "office", 0),
            ("offcie", "office", 1),
            ("ofice", "office", 1),
            ("officce", "office", 1),
            ("ofifcce", "office", 2),
            ("abcd", "dcba", 3),
        ] {
            assert!(near(a, b, distance), "{a} {b}");
            assert!(distance == 0 || !near(a, b, distance - 1), "{a} {b}");
        }
    }
}
