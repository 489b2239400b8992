//! A quotation: the words that have to stand in the text, what is left out between them, what was put in.

use super::folding::{Folded, is_mark_of_quotation};

/// Words that are quoted, ready to be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The ways in which its brackets can be understood; each is the pieces between what is left out.
    pub(super) readings: Vec<Vec<Folded>>,
}

/// What a quotation is written of.
#[derive(Debug, Clone, PartialEq, Eq)]
enum QuoteToken<'t> {
    Words(&'t str),
    /// `…`, `[…]`, `[...]`
    Gap,
    /// `[words]`, without the brackets.
    Inserted(&'t str),
    /// `[S]hould`: the letter, which may be a capital in the text or not.
    Letter(char),
}

/// So many letters in brackets are tried as capitals and as small letters.
const MOST_LETTERS: usize = 3;

impl Quotation {
    /// Words as they are quoted; `None` where no word is among them.
    pub fn new(text: &str) -> Option<Self> {
        let tokens = tokens(text);
        let mut readings = vec![pieces(&tokens, 0)];
        let letters =
            tokens.iter().filter(|token| matches!(token, QuoteToken::Letter(_)));
        let letters = letters.count().min(MOST_LETTERS);
        readings.extend((1..1 << letters).map(|turned| pieces(&tokens, turned)));
        // The text may have brackets of its own.
        let has_brackets = |token: &QuoteToken<'_>| {
            matches!(token, QuoteToken::Inserted(_) | QuoteToken::Letter(_))
        };
        if tokens.iter().any(has_brackets) {
            readings.push(literal(text));
        }
        readings.retain(|pieces| !pieces.is_empty());
        (!readings.is_empty()).then_some(Quotation { readings })
    }

    /// Whether `...` stands in it without brackets, which is looked for as it is.
    pub fn has_bare_dots(text: &str) -> bool {
        let dots = text.match_indices("...");
        dots.into_iter().any(|(at, dots)| {
            !(text[..at].ends_with('[') && text[at + dots.len()..].starts_with(']'))
        })
    }

    /// Whether something in brackets was put in.
    pub fn has_insertion(text: &str) -> bool {
        tokens(text).iter().any(|token| matches!(token, QuoteToken::Inserted(_)))
    }

    /// The words of it, without what was put in.
    pub(super) fn words(&self) -> impl Iterator<Item = &Folded> {
        self.readings.first().into_iter().flatten()
    }
}

/// The pieces of a quotation. Letters in brackets of which the bit of `turned` is set are of the other
/// case.
fn pieces(tokens: &[QuoteToken<'_>], turned: usize) -> Vec<Folded> {
    let mut pieces = Vec::new();
    let (mut piece, mut letters) = (String::new(), 0);
    for (n, token) in tokens.iter().enumerate() {
        match token {
            QuoteToken::Words(words) => piece.push_str(words),
            QuoteToken::Gap => pieces.push(std::mem::take(&mut piece)),
            QuoteToken::Letter(letter) => {
                let is_turned = letters < MOST_LETTERS && turned & (1 << letters) != 0;
                push_letter(*letter, is_turned, &mut piece);
                letters += 1;
            }
            // The space before it goes with it, where a mark follows.
            QuoteToken::Inserted(_) if !begins_a_word(tokens.get(n + 1)) => {
                piece.truncate(piece.trim_end().len());
            }
            QuoteToken::Inserted(_) => {}
        }
    }
    pieces.push(piece);
    folded(pieces)
}

fn push_letter(letter: char, is_turned: bool, piece: &mut String) {
    match (is_turned, letter.is_uppercase()) {
        (false, _) => piece.push(letter),
        (true, true) => piece.extend(letter.to_lowercase()),
        (true, false) => piece.extend(letter.to_uppercase()),
    }
}

fn begins_a_word(token: Option<&QuoteToken<'_>>) -> bool {
    match token {
        Some(QuoteToken::Words(words)) => {
            words.starts_with(|c: char| c.is_alphanumeric() || c.is_whitespace())
        }
        _ => false,
    }
}

/// The pieces where brackets are the text's own, but for those of what is left out.
fn literal(text: &str) -> Vec<Folded> {
    let mut pieces = vec![String::new()];
    for token in tokens(text) {
        let last = pieces.last_mut();
        match (token, last) {
            (QuoteToken::Gap, _) => pieces.push(String::new()),
            (QuoteToken::Words(words), Some(last)) => last.push_str(words),
            (QuoteToken::Inserted(words), Some(last)) => {
                last.extend(["[", words, "]"]);
            }
            (QuoteToken::Letter(letter), Some(last)) => {
                last.extend(['[', letter, ']']);
            }
            (_, None) => {}
        }
    }
    folded(pieces)
}

/// The pieces that hold a word. Quotation marks around one, and a comma or full stop at its end, may be the writer's.
fn folded(pieces: Vec<String>) -> Vec<Folded> {
    let is_stop =
        |c: char| matches!(c, '.' | ',' | ';' | ':' | '。' | '，' | '、' | '；' | '：');
    let is_own = |c: char| is_stop(c) || is_mark_of_quotation(c) || c.is_whitespace();
    let trimmed = pieces.iter().map(|piece| Folded::of(piece.trim_matches(is_own)));
    trimmed.filter(|piece| !piece.is_wordless()).collect()
}

/// What `text` is written of, in order.
fn tokens(text: &str) -> Vec<QuoteToken<'_>> {
    let mut tokens = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(n) = text[at..].find(['[', '…']) {
        let open = at + n;
        let Some((token, end)) = token_at(text, open) else {
            at = open + 1;
            continue;
        };
        if from < open {
            tokens.push(QuoteToken::Words(&text[from..open]));
        }
        tokens.push(token);
        (from, at) = (end, end);
    }
    if from < text.len() {
        tokens.push(QuoteToken::Words(&text[from..]));
    }
    tokens
}

/// What begins at byte `open`, and the byte behind it; `None` for a bracket that nothing closes.
fn token_at(text: &str, open: usize) -> Option<(QuoteToken<'_>, usize)> {
    let rest = &text[open..];
    if rest.starts_with('…') {
        return Some((QuoteToken::Gap, open + '…'.len_utf8()));
    }
    let length = rest.find(']')?;
    let (inside, end) = (&rest[1..length], open + length + 1);
    if inside.contains('[') {
        return None;
    }
    let is_gap = matches!(inside.trim(), "…" | "..." | ". . ." | "....");
    let mut letters = inside.chars();
    let token = match (letters.next(), letters.next()) {
        _ if is_gap => QuoteToken::Gap,
        (Some(letter), None) if is_turned_letter(text, open, end, letter) => {
            QuoteToken::Letter(letter)
        }
        _ => QuoteToken::Inserted(inside),
    };
    Some((token, end))
}

/// Whether a letter in brackets is the first of a word.
fn is_turned_letter(text: &str, open: usize, end: usize, letter: char) -> bool {
    let is_inside = text[..open].chars().next_back().is_some_and(char::is_alphanumeric);
    letter.is_alphabetic() && !is_inside && text[end..].starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Vec<String> {
        let quotation = Quotation::new(text);
        let shown = |folded: &Folded| folded.shown(0..folded.len());
        quotation.map_or(Vec::new(), |one| one.words().map(shown).collect())
    }

    #[test]
    fn what_is_left_out_parts_the_pieces() {
        for text in
            ["It closed […] in May", "It closed … in May", "It closed [...] in May."]
        {
            assert_eq!(first(text), ["It closed", "in May"], "{text}");
        }
        assert_eq!(first("It closed ... in May"), ["It closed ... in May"]);
        assert_eq!(first("… closed, […]"), ["closed"]);
    }

    #[test]
    fn what_was_put_in_is_not_looked_for() {
        assert_eq!(first("the office [in Dublin] closed"), ["the office closed"]);
        assert_eq!(first("the office [in Dublin], it said"), ["the office, it said"]);
        assert_eq!(first("[The minister] said [so]"), ["said"]);
        assert_eq!(first("was [re]opened"), ["was opened"]);
        assert_eq!(first("the offices [sic]."), ["the offices"]);
    }

    #[test]
    fn a_letter_in_brackets_may_have_been_turned() {
        let quotation = Quotation::new("[S]hould close").unwrap();
        let starts = quotation.readings.iter().map(|pieces| pieces[0].bare.clone());
        let starts: Vec<String> = starts.collect();
        assert_eq!(starts, ["Should close", "should close", "[S]hould close"]);
    }

    #[test]
    fn what_holds_no_word_is_no_quotation() {
        for text in ["", " ", "…", "[…]", "—", "\u{200b}", "..."] {
            assert!(first(text).is_empty(), "{text:?}");
        }
    }
}
