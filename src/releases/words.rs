//! A sentence in its words, numbers and signs.

use crate::letters::composed;

/// A sentence in its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WordList(pub(super) Vec<SentenceWord>);

/// A word, a number, or a sign that means something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SentenceWord {
    /// As it is written, but for the forms of signs.
    pub(super) text: String,
    is_number: bool,
}

/// Signs that stand between words and say nothing.
fn is_quiet(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '…' | '(' | ')' | '[' | ']' | '!' | '-' | '·')
}

/// One sign for all of its forms.
fn plain_sign(c: char) -> Option<char> {
    Some(match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => '\'',
        '–' | '—' | '―' | '‐' | '‑' | '‒' => '-',
        // Nobody sees these.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        c => c,
    })
}

impl WordList {
    /// The words of a sentence.
    pub(super) fn of(sentence: &str) -> Self {
        let text: Vec<char> = composed(sentence).chars().filter_map(plain_sign).collect();
        let (mut tokens, mut at) = (Vec::new(), 0);
        while let Some(c) = text.get(at).copied() {
            let end = match c {
                c if c.is_whitespace() => at + 1,
                c if is_number_at(&text, at) => {
                    number_end(&text, at + usize::from(!c.is_numeric()))
                }
                c if c.is_alphanumeric() => word_end(&text, at),
                _ => at + 1,
            };
            let word: String = text[at..end].iter().collect();
            let is_number = word.contains(|c: char| c.is_numeric()) || counts(&word);
            if !(c.is_whitespace() || is_quiet(c) && end == at + 1) {
                tokens.push(SentenceWord { text: word, is_number });
            }
            at = end;
        }
        WordList(tokens)
    }

    /// The words, in small letters.
    pub(super) fn folded(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().map(|token| token.text.to_lowercase())
    }

    /// Its numbers, in order.
    pub(super) fn numbers(&self) -> Vec<String> {
        let numbers = self.0.iter().filter(|token| token.is_number);
        let mut numbers: Vec<String> =
            numbers.map(|token| token.text.to_lowercase()).collect();
        numbers.sort();
        numbers
    }

    /// How many words two sentences share, in hundredths of what they have on average.
    pub(super) fn likeness(&self, other: &WordList) -> usize {
        let mut counts = std::collections::BTreeMap::new();
        self.folded().for_each(|word| *counts.entry(word).or_insert(0_usize) += 1);
        let mut shared: usize = 0;
        for word in other.folded() {
            if let Some(count) = counts.get_mut(&word).filter(|count| **count > 0) {
                *count -= 1;
                shared += 1;
            }
        }
        (200 * shared).checked_div(self.0.len() + other.0.len()).unwrap_or(100)
    }
}

/// Whether a number begins there, a minus before it included.
fn is_number_at(text: &[char], at: usize) -> bool {
    let is_digit = |at: usize| text.get(at).is_some_and(|c| c.is_numeric());
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    let is_free = before.is_none_or(|c| c.is_whitespace() || *c == '(');
    let is_minus = matches!(text[at], '-' | '+' | '\u{2212}') && is_free;
    is_digit(at) || is_minus && is_digit(at + 1)
}

/// Where a number ends: signs between two of its digits belong to it, and so do letters right behind.
fn number_end(text: &[char], start: usize) -> usize {
    let is_word = |at: usize| text.get(at).is_some_and(|c| c.is_alphanumeric());
    let mut at = start;
    loop {
        if is_word(at) {
            at += 1;
        } else if text.get(at).is_some_and(|c| is_within(*c))
            && text.get(at + 1).is_some_and(|c| c.is_numeric())
        {
            at += 2;
        } else {
            return at.max(start + 1);
        }
    }
}

/// Signs that stand within numbers.
fn is_within(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | '\''
            | ':'
            | '/'
            | '-'
            | '\u{a0}'
            | '\u{202f}'
            | '\u{2009}'
            | '٫'
            | '٬'
    )
}

/// Where a word ends: apostrophes, hyphens and accents in it belong to it.
fn word_end(text: &[char], start: usize) -> usize {
    let mut at = start;
    loop {
        let is_joint = |c: char| matches!(c, '\'' | '-' | '.');
        match text.get(at) {
            Some(c) if c.is_alphanumeric() || is_accent(*c) => at += 1,
            Some(c)
                if is_joint(*c)
                    && text.get(at + 1).is_some_and(|c| c.is_alphanumeric()) =>
            {
                at += 2;
            }
            _ => return at,
        }
    }
}

/// Marks that belong to the letter before them and are no letters by themselves.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}')
}

/// Words that count.
const COUNTING: [&str; 60] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "dozen",
    "dozens",
    "half",
    "quarter",
    "third",
    "thirds",
    "double",
    "twice",
    "thrice",
    "single",
    "both",
    "few",
    "several",
    "many",
    "all",
    "some",
    "any",
    "each",
    "every",
    "no",
    "first",
    "second",
    "last",
];

/// Whether a word counts.
pub(super) fn counts(word: &str) -> bool {
    let small = word.to_lowercase();
    small.split('-').any(|part| COUNTING.contains(&part))
}
