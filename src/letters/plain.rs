//! Letters as they are searched: one form for all that readers type for the same.
//!
//! A letter loses its case, its accents and, in Arabic and Hebrew, its vowels; forms of a letter that differ by
//! habit, keyboard or place in a word become one. What becomes of a letter hangs on no other. So the whole can be
//! written down as a table ([`plain_table`]), which the scripts of a site are given: they read what
//! readers type as this does what is searched.

use super::compare::is_ignorable;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;

/// Letters that are not decomposed by Unicode, and what is typed for them.
const OTHERS: [(char, &str); 30] = [
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ŋ', "n"),
    ('ə', "e"),
    // Alef in its forms; those with a hamza are decomposed.
    ('ٱ', "ا"),
    // Yeh, as it ends a word and as Persian and Urdu have it.
    ('ى', "ي"),
    ('ی', "ي"),
    ('ے', "ي"),
    // Kaf and heh, and teh marbuta, which many write as heh.
    ('ک', "ك"),
    ('ہ', "ه"),
    ('ھ', "ه"),
    ('ە', "ه"),
    ('ة', "ه"),
    ('ۀ', "ه"),
    ('ۂ', "ه"),
    ('ۃ', "ه"),
    // Letters that Hebrew writes otherwise at the end of a word.
    ('ך', "כ"),
    ('ם', "מ"),
    ('ן', "נ"),
    ('ף', "פ"),
    ('ץ', "צ"),
    ('ٮ', "ب"),
    ('ڪ', "ك"),
];

/// The last letter that may be searched in another form: what is behind is of dead scripts, or rare.
const LAST: char = '\u{ffff}';

/// Whether a mark is not counted: an accent, a vowel of Arabic or Hebrew, what has no shape.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
        | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
        || (c <= LAST && is_ignorable(c))
}

/// Whether a letter stays as it is: what most texts in other letters than those of Latin are made of.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{430}'..='\u{438}' | '\u{43a}'..='\u{44f}')
}

/// Adds a letter in the form in which it is searched: none, one or some.
pub fn push_plain(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if is_plain(c) || c > LAST {
        out.push(c);
    } else if !is_dropped(c) {
        push_other(c, out);
    }
}

fn push_other(c: char, out: &mut String) {
    let mut parts = String::new();
    decompose_compatible(c, |part| push_part(part, &mut parts));
    // A kana and its mark, a syllable of Korean are one again.
    match parts.is_ascii() {
        true => out.push_str(&parts),
        false => out.extend(parts.nfc()),
    }
}

/// A part of a letter.
fn push_part(c: char, out: &mut String) {
    if is_dropped(c) {
        return;
    }
    if let Some(digit) = digit(c) {
        return out.push(digit);
    }
    // `ß` and `SS` are one, and so are the forms of a sigma.
    for small in c.to_uppercase().flat_map(char::to_lowercase) {
        match OTHERS.iter().find(|(other, _)| *other == small) {
            Some((_, plain)) => out.push_str(plain),
            None if is_dropped(small) => {}
            None if small == 'ς' => out.push('σ'),
            None => out.push(small),
        }
    }
}

/// The digit of ASCII that one of Arabic, Persian or Hindi stands for.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

/// A text in the form in which it is searched.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_plain(c, &mut out));
    out
}

/// Every letter that is searched in another form, row by row: the first letter of a row by its number, and
/// what becomes of it and of those that follow it.
pub fn plain_table() -> Vec<(u32, Vec<String>)> {
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    let mut buffer = String::new();
    for c in '\u{80}'..=LAST {
        buffer.clear();
        push_plain(c, &mut buffer);
        if buffer.chars().eq([c]) {
            continue;
        }
        let number = u32::from(c);
        match rows.last_mut() {
            Some((first, row)) if *first + row.len() as u32 == number => {
                row.push(buffer.clone());
            }
            _ => rows.push((number, vec![buffer.clone()])),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_readers_type_for_the_same_is_the_same() {
        for (written, typed) in [
            ("ÉCOLE café", "ecole cafe"),
            ("Straße", "strasse"),
            ("İstanbul ıstanbul", "istanbul istanbul"),
            ("Łódź, Đà Nẵng, Søren", "lodz, da nang, soren"),
            ("ΟΔΟΣ οδός", "οδοσ οδοσ"),
            ("Йод ёлка", "иод елка"),
            ("ﬁne ＡＢＣ１２ ℃", "fine abc12 °c"),
            ("ｶｰﾄ がぎぐ", "カート がぎぐ"),
            ("한국 \u{1112}\u{1161}\u{11ab}", "한국 \u{1112}\u{1161}\u{11ab}"),
            ("مُحَمَّد", "محمد"),
            ("أحمد إسلام آسيا ٱلله", "احمد اسلام اسيا الله"),
            ("مكتبة على", "مكتبه علي"),
            ("مـــكتب", "مكتب"),
            ("ایران کتاب", "ايران كتاب"),
            ("٢٠٢٢ ۱۲", "2022 12"),
            ("שָׁלוֹם מלך", "שלומ מלכ"),
            ("福州市公安局", "福州市公安局"),
            ("हिन्दी ไม่", "हिन्दी ไม่"),
        ] {
            assert_eq!(plain(written), typed, "{written}");
        }
    }

    #[test]
    fn what_a_letter_becomes_hangs_on_no_other() {
        assert_eq!(plain("\u{1d400}\u{e0100}"), "\u{1d400}\u{e0100}");
    }

    #[test]
    fn the_table_has_every_letter_that_changes() {
        let table = plain_table();
        let rows = table.iter().flat_map(|(first, row)| (*first..).zip(row));
        let all: std::collections::BTreeMap<u32, &String> = rows.collect();
        assert_eq!(all[&u32::from('É')], "e");
        assert_eq!(all[&0x301], "");
        assert!(!all.contains_key(&u32::from('国')));
    }

    proptest! {
        #[test]
        fn what_is_plain_stays_so(text in "\\PC{0,40}") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
