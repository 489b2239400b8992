//! What holds of all quotations: folding accepts what the rule says, and nothing else.

use super::*;
use proptest::prelude::*;

/// Words that are told apart by letters alone.
fn words() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        "[a-z]{2,9}",
        "[A-Z][a-z]{1,8}",
        "[a-z]{2,5}-[a-z]{2,5}",
        "[а-я]{2,8}",
        "[α-ω]{2,8}",
        "[1-9][0-9]{0,4}",
    ];
    prop::collection::vec(word, 6..40)
}

/// One of the ways to set the words in type: spaces, hyphens, ends of lines, marks that nobody sees.
fn set(words: &[String], ways: &[u8]) -> String {
    let mut text = String::new();
    for (n, word) in words.iter().enumerate() {
        let way = ways[n % ways.len()];
        if n > 0 {
            text.push_str(
                [" ", "\n", "\u{a0}", "  \t", " \u{200b}", "\r\n"][way as usize % 6],
            );
        }
        match word.split_once('-') {
            Some((one, two)) => {
                let hyphen =
                    ["-", "\u{2010}", "\u{2011}", "-\n", "\u{ff0d}"][way as usize % 5];
                text.push_str(&format!("{one}{hyphen}{two}"));
            }
            None if way.is_multiple_of(7)
                && word.is_ascii()
                && word.len() > 3
                && !word.starts_with(|c: char| c.is_ascii_digit()) =>
            {
                text.push_str(&format!("{}\u{ad}{}", &word[..2], &word[2..]));
            }
            None => text.push_str(word),
        }
    }
    text
}

fn stands(quoted: &str, text: &str) -> bool {
    let text = Folded::of(text);
    Quotation::new(quoted)
        .is_some_and(|one| find(&one, &text, &(0..text.len())).is_some())
}

/// Whether some words follow each other in all of them.
fn follow(some: &[String], all: &[String]) -> bool {
    all.windows(some.len()).any(|window| window == some)
}

proptest! {
    #[test]
    fn words_in_their_order_are_found_however_they_are_set(
        words in words(),
        ways in prop::collection::vec(any::<u8>(), 1..8),
        from in 0usize..6,
        length in 1usize..6,
    ) {
        let end = (from + length).min(words.len());
        let quoted = words[from..end].join(" ");
        prop_assert!(stands(&quoted, &set(&words, &ways)), "{quoted}");
    }

    #[test]
    fn a_word_that_is_changed_left_out_or_moved_is_not_found(
        words in words(),
        ways in prop::collection::vec(any::<u8>(), 1..8),
        at in 0usize..5,
        change in 0u8..4,
    ) {
        let mut quoted: Vec<String> = words[..6].to_vec();
        match change {
            0 => { quoted.remove(at.clamp(1, 4)); }
            1 => quoted.swap(at, at + 1),
            2 => quoted[at].push('q'),
            _ => {
                let turned: String = quoted[at].chars().map(|c| match c.is_lowercase() {
                    true => c.to_uppercase().collect::<String>(),
                    false => c.to_lowercase().collect(),
                }).collect();
                quoted[at] = turned;
            }
        }
        prop_assume!(!follow(&quoted, &words));
        prop_assert!(!stands(&quoted.join(" "), &set(&words, &ways)), "{quoted:?}");
    }

    #[test]
    fn words_are_left_out_only_where_it_is_marked(words in words(), at in 1usize..4) {
        let text = words.join(" ");
        let (one, two) = (words[..at].join(" "), words[at + 1..6].join(" "));
        for gap in ["…", "[…]", "[...]"] {
            let quoted = format!("{one} {gap} {two}");
            prop_assert!(stands(&quoted, &text), "{quoted}");
        }
        let inserted = format!("{} [as it said] {}", words[..at].join(" "), words[at..6].join(" "));
        prop_assert!(stands(&inserted, &text), "{inserted}");
    }

    #[test]
    fn nothing_that_is_written_is_a_danger(quoted in "\\PC{0,40}", text in "\\PC{0,200}") {
        let folded = Folded::of(&text);
        if let Some(quotation) = Quotation::new(&quoted) {
            find(&quotation, &folded, &(0..folded.len()));
            nearest(&quotation, &WordsOf::new(&folded));
        }
        marked(&text);
    }

    #[test]
    fn a_text_is_found_in_itself(text in "\\PC{1,60}") {
        let text = text.replace(['[', ']', '…'], "");
        if Quotation::new(&text).is_some() {
            prop_assert!(stands(&text, &text), "{text:?}");
        }
    }
}
