//! Territories by name: what an author may write, and the order of an index.

use std::sync::OnceLock;

use super::{Code, Territory, all};
use crate::letters::composed;

/// The territory that `text` names.
///
/// Taken are codes of two or three letters, the English name, other names in use ("UK",
/// "Holland", "Burma"), names in full and ISO's own ("Korea, Republic of"), whatever the
/// case, accents, punctuation and a leading "the". "Congo" and "Korea" name two, and so
/// nothing.
pub fn find(text: &str) -> Option<Code> {
    // No name has a digit in it, and most ids that are asked for have.
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Code::parse(text.trim()).or_else(|| {
        let wanted = sort_key(text);
        let index = index();
        let place = index.binary_search_by(|(key, _)| key.as_str().cmp(&wanted)).ok()?;
        Some(index[place].1)
    })
}

/// The names to suggest to whoever mistyped one: every name and the others in use, in the
/// order of the codes.
pub fn names() -> impl Iterator<Item = &'static str> {
    all().iter().flat_map(|one| std::iter::once(one.name).chain(one.also.iter().copied()))
}

/// What names are compared and sorted by: small letters without accents, words parted by
/// one space.
///
/// "Åland Islands" stands under A, "the Netherlands" under N, "St." and "Saint" are one.
pub fn sort_key(name: &str) -> String {
    let plain = plain(name);
    let rest = plain.strip_prefix("the ").unwrap_or(&plain);
    let words = rest.split(' ').map(|word| if word == "saint" { "st" } else { word });
    spaced(words, rest.len())
}

/// The same in any language: no word is left out or taken for another.
pub(super) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in composed(name).chars() {
        match letter {
            'a'..='z' | '0'..='9' | ' ' => plain.push(letter),
            '\0'..='\x7f' => push(letter.to_ascii_lowercase(), &mut plain),
            _ => letter.to_lowercase().for_each(|letter| push(letter, &mut plain)),
        }
    }
    spaced(plain.split_ascii_whitespace(), plain.len())
}

/// Words with one space between them.
fn spaced<'w>(words: impl Iterator<Item = &'w str>, length: usize) -> String {
    let mut key = String::with_capacity(length);
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// Adds a small letter as it counts in a comparison.
fn push(letter: char, to: &mut String) {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => to.push('a'),
        'æ' => to.push_str("ae"),
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => to.push('c'),
        'ď' | 'đ' | 'ð' => to.push('d'),
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => to.push('e'),
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => to.push('g'),
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => to.push('i'),
        'ķ' => to.push('k'),
        'ĺ' | 'ļ' | 'ľ' | 'ł' => to.push('l'),
        'ñ' | 'ń' | 'ņ' | 'ň' => to.push('n'),
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => to.push('o'),
        'œ' => to.push_str("oe"),
        'ŕ' | 'ř' => to.push('r'),
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => to.push('s'),
        'ß' => to.push_str("ss"),
        'ţ' | 'ť' | 'ț' => to.push('t'),
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' => to.push('u'),
        'ư' | 'ụ'..='ự' => to.push('u'),
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => to.push('y'),
        'ź' | 'ż' | 'ž' => to.push('z'),
        '&' => to.push_str(" and "),
        // Combining accents, apostrophes and points leave no gap: U.S., Côte d’Ivoire.
        '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | 'ʻ' | '.' => {}
        _ if letter.is_alphanumeric() => to.push(letter),
        _ => to.push(' '),
    }
}

/// Every name that [`find`] knows, as its key, sorted.
fn index() -> &'static [(String, Code)] {
    static INDEX: OnceLock<Vec<(String, Code)>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index: Vec<_> =
            all().iter().flat_map(|one| keys(one).map(|key| (key, one.code))).collect();
        index.sort();
        index.dedup();
        index
    })
}

fn keys(one: &'static Territory) -> impl Iterator<Item = String> {
    let more = one.also.iter().chain(one.formal).copied();
    [one.alpha3, one.name].into_iter().chain(more).map(sort_key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_in_use_are_found() {
        for (written, code) in [
            ("ie", "IE"),
            ("IE", "IE"),
            ("Ireland", "IE"),
            ("ireland", "IE"),
            (" IRL ", "IE"),
            ("Éire", "IE"),
            ("USA", "US"),
            ("U.S.", "US"),
            ("United States of America", "US"),
            ("the United States", "US"),
            ("UK", "GB"),
            ("Great Britain", "GB"),
            ("Britain", "GB"),
            ("United Kingdom of Great Britain and Northern Ireland", "GB"),
            ("Czech Republic", "CZ"),
            ("Czechia", "CZ"),
            ("Holland", "NL"),
            ("The Netherlands", "NL"),
            ("South Korea", "KR"),
            ("Korea, Republic of", "KR"),
            ("North Korea", "KP"),
            ("Burma", "MM"),
            ("Myanmar (Burma)", "MM"),
            ("Ivory Coast", "CI"),
            ("Cote d'Ivoire", "CI"),
            ("Côte d’Ivoire", "CI"),
            ("Co\u{302}te d'Ivoire", "CI"),
            ("Aland Islands", "AX"),
            ("Reunion", "RE"),
            ("CURAÇAO", "CW"),
            ("Turkey", "TR"),
            ("Türkiye", "TR"),
            ("Macau", "MO"),
            ("Hong Kong", "HK"),
            ("Taiwan", "TW"),
            ("Taiwan, Province of China", "TW"),
            ("Russian Federation", "RU"),
            ("Viet Nam", "VN"),
            ("Palestine", "PS"),
            ("Palestinian Territories", "PS"),
            ("Kosovo", "XK"),
            ("xk", "XK"),
            ("DR Congo", "CD"),
            ("Congo-Brazzaville", "CG"),
            ("Swaziland", "SZ"),
            ("Bosnia & Herzegovina", "BA"),
            ("Trinidad and Tobago", "TT"),
            ("Saint Lucia", "LC"),
            ("St Lucia", "LC"),
            ("UAE", "AE"),
            ("Federal Republic of Germany", "DE"),
            ("the Kingdom of the Netherlands", "NL"),
            ("Republic of China", "TW"),
            ("People's Republic of China", "CN"),
            ("Republic of the Congo", "CG"),
            ("Democratic Republic of the Congo", "CD"),
            ("The Gambia", "GM"),
            ("Timor-Leste", "TL"),
            ("East Timor", "TL"),
            ("Vatican", "VA"),
        ] {
            assert_eq!(find(written).map(Code::upper), Some(code), "{written}");
        }
    }

    #[test]
    fn what_names_none_or_two_is_not_found() {
        for written in ["", "zz", "Congo", "Korea", "Atlantis", "the", "Europe", "è"] {
            assert_eq!(find(written), None, "{written}");
        }
    }

    #[test]
    fn no_name_has_a_digit() {
        let has_digit = |key: &String| key.contains(|c: char| c.is_ascii_digit());
        assert!(!index().iter().any(|(key, _)| has_digit(key)));
    }

    #[test]
    fn no_name_is_of_two_territories() {
        for pair in index().windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "{:?}, {:?}", pair[0].1, pair[1].1);
        }
    }

    #[test]
    fn every_suggested_name_is_found() {
        for name in names() {
            assert!(find(name).is_some(), "{name}");
        }
        assert_eq!(crate::diag::nearest("Irland", names()), Some("Ireland"));
        assert_eq!(crate::diag::nearest("Nethrlands", names()), Some("Netherlands"));
    }

    #[test]
    fn names_sort_without_accents_and_articles() {
        assert!(sort_key("Åland Islands") < sort_key("Albania"));
        assert!(sort_key("Côte d’Ivoire") < sort_key("Croatia"));
        assert_eq!(sort_key("the Netherlands"), "netherlands");
        assert_eq!(sort_key("São Tomé & Príncipe"), "sao tome and principe");
        assert_eq!(sort_key("The"), "the");
        assert_eq!(sort_key("台灣"), "台灣");
    }
}
