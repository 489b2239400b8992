//! The order of an index in the language of its readers.
//!
//! A name is sorted by a key ([`order_key`]), so a list of thousands is put in order by comparing bytes. The rules are those
//! of CLDR as far as an index of names shows them: accents don't count, Spanish has a letter `ñ`, Arabic
//! letters stand before Latin ones and their hamzas don't count, and Chinese characters stand by sound.
//!
//! A library for all of it (`icu_collator`) would bring 30 crates, a megabyte of tables and a fifth of a minute to
//! the first build. For Chinese, a table that the program has already says the same of all that a name is likely to hold:
//! GB 2312 lists its 3,755 commonest characters by pinyin, and old pages are decoded by it.

use super::names::plain;
use super::sort_key;
use crate::letters::{composed, is_unparted};
use encoding_rs::GBK;
use std::borrow::Cow;

/// What a name is sorted by in an index for readers of a language (BCP 47).
pub fn order_key(name: &str, lang: &str) -> Vec<u8> {
    let key = match lang.split('-').next().unwrap_or_default() {
        "es" => spanish(name),
        "ar" => arabic(name),
        "zh" => chinese(name),
        "en" => sort_key(name).into_bytes(),
        _ => plain(name).into_bytes(),
    };
    numbers_by_size(key)
}

/// A number before others that are greater: with its length before its digits. One of more than nine digits stands behind
/// all that are shorter.
fn numbers_by_size(key: Vec<u8>) -> Vec<u8> {
    if !key.iter().any(u8::is_ascii_digit) {
        return key;
    }
    let mut sized = Vec::with_capacity(key.len() + 4);
    for part in key.chunk_by(|one, next| one.is_ascii_digit() == next.is_ascii_digit()) {
        if part[0].is_ascii_digit() {
            let zeros = part.iter().take_while(|digit| **digit == b'0').count();
            let digits = &part[zeros.min(part.len() - 1)..];
            sized.push(b'0' + digits.len().min(9) as u8);
            sized.extend_from_slice(digits);
        } else {
            sized.extend_from_slice(part);
        }
    }
    sized
}

/// `ñ` is a letter between n and o: here an n with something behind it that is behind every letter.
fn spanish(name: &str) -> Vec<u8> {
    let kept: String = composed(name)
        .chars()
        .map(|letter| if matches!(letter, 'ñ' | 'Ñ') { ENYE } else { letter })
        .collect();
    plain(&kept).replace(ENYE, "n\u{7f}").into_bytes()
}

/// Any letter that no name in Spanish has.
const ENYE: char = 'ꬰ';

/// Arabic letters stand in the order of their code points once each has its bare form; an alef with a madda stands
/// before the others. Short vowels and the line that stretches a word don't count, nor does the article.
fn arabic(name: &str) -> Vec<u8> {
    let name = name.strip_prefix("ال").unwrap_or(name);
    let bare = name.chars().filter_map(|letter| match letter {
        'أ' | 'إ' | 'ٱ' => Some('ا'),
        'ؤ' => Some('و'),
        'ئ' | 'ى' => Some('ي'),
        'ة' => Some('ه'),
        '\u{64b}'..='\u{65f}' | '\u{670}' | 'ـ' => None,
        letter => Some(letter),
    });
    let bare: String = bare.collect();
    let is_arabic = bare.starts_with(|first| ('\u{600}'..='\u{6ff}').contains(&first));
    let mut key = vec![if is_arabic { 0 } else { 1 }];
    key.extend(plain(&bare).into_bytes());
    key
}

/// Names in Chinese before others. For characters that GB 2312 lists by sound, its bytes; behind these those that it
/// lists by stroke, or not at all.
fn chinese(name: &str) -> Vec<u8> {
    let plain = plain(name);
    let is_chinese = plain.chars().next().is_some_and(is_unparted);
    let mut key = Vec::with_capacity(1 + 3 * plain.len());
    key.push(if is_chinese { 0 } else { 1 });
    for letter in plain.chars() {
        let mut bytes = [0; 4];
        let text = letter.encode_utf8(&mut bytes);
        if letter.is_ascii() {
            key.extend_from_slice(text.as_bytes());
            continue;
        }
        match GBK.encode(text).0 {
            Cow::Owned(pair) if is_by_sound(&pair) => {
                key.push(0xfd);
                key.extend_from_slice(&pair);
            }
            _ => {
                key.push(0xfe);
                key.extend_from_slice(text.as_bytes());
            }
        }
    }
    key
}

/// Whether these are bytes of the first level of GB 2312: its rows 16 to 55.
fn is_by_sound(pair: &[u8]) -> bool {
    matches!(pair, [0xb0..=0xd7, 0xa1..=0xfe])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(lang: &str, names: &[&'static str]) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_by_cached_key(|name| order_key(name, lang));
        names
    }

    /// As ICU 78 sorts the same (`Intl.Collator`), but for the article, which indexes of names leave out.
    #[test]
    fn names_stand_as_each_language_has_them() {
        for (lang, names) in [
            ("en", &["Åland Islands", "Albania", "the Netherlands", "Nigeria"][..]),
            ("es", &["nube", "Ñuñoa", "Ópera", "oso", "Zulú"]),
            ("fr", &["Eswatini", "États-Unis", "Grèce", "Île de Man", "Inde"]),
            ("de", &["Afrika", "Ägypten", "Oman", "Österreich", "Zypern"]),
            (
                "zh",
                &[
                    "阿根廷",
                    "爱尔兰",
                    "德国",
                    "美国",
                    "西班牙",
                    "英国",
                    "中国",
                    "BBC",
                    "Fox",
                ],
            ),
            (
                "ar",
                &[
                    "آيسلندا",
                    "إسبانيا",
                    "ألمانيا",
                    "إيطاليا",
                    "البرازيل",
                    "الصين",
                    "هولندا",
                    "BBC",
                ],
            ),
        ] {
            let mut mixed = names.to_vec();
            mixed.reverse();
            assert_eq!(sorted(lang, &mixed), names, "{lang}");
        }
    }
}
