//! Words for addresses: letters, marks and digits of every script, short enough for every file system.

use super::compare::{composed, is_ignorable, same};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;

/// The longest word that is made for an address, in bytes. A part of a path has at most 255 on most
/// file systems, and the ending of the page is still to come.
pub const LONGEST: usize = 180;

/// So many bytes at the end of a cut word are given up for the sake of a whole one.
const RAGGED: usize = 40;

/// Letters, marks and digits of `text` in lower case, everything else one `-`: a word for an
/// address. What is written in any script stays: a letter without its marks is often another letter
/// (Thai, Hindi), or none. Empty where `text` has no letter.
pub fn slug(text: &str) -> String {
    let text = composed(text);
    let small = match text.is_ascii() {
        true => text,
        // A letter has another small form at the end of a word (sigma), so the whole is looked at.
        false => Cow::Owned(text.to_lowercase()),
    };
    let mut slug = String::with_capacity(small.len());
    let mut chars = small.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\'' | '’' => {}
            _ if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            // Both letters that a joiner stands between are of a script that is written with joiners.
            '\u{200c}' | '\u{200d}' => {
                let before = slug.chars().next_back().is_some_and(uses_joiners);
                if before && chars.peek().copied().is_some_and(uses_joiners) {
                    slug.push(c);
                }
            }
            _ if is_ignorable(c) => {}
            _ if c.is_alphanumeric() => slug.push(c),
            // A mark stands on the letter before it.
            _ if is_combining_mark(c) && !slug.is_empty() && !slug.ends_with('-') => {
                slug.push(c);
            }
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    match composed(&slug) {
        Cow::Borrowed(_) => slug,
        Cow::Owned(composed) => composed,
    }
}

/// A word for the address of what is called `text`: its [`slug`], cut where it is too long, and never
/// empty: what has no letter is told apart by its hash.
pub fn word(text: &str) -> String {
    match fitted(slug(text), text) {
        word if word.is_empty() => hash(text),
        word => word,
    }
}

/// A word for the address of the thing that is called `name`, made from the name alone, so that it
/// stays whatever else is called so. Where a sign that tells names apart (`+`, `#`, an emoji) is lost, the
/// word ends in the name's hash: `C`, `C++` and `C#` have three. What merely parts words (a hyphen,
/// a comma) is not counted.
pub fn own_word(name: &str) -> String {
    let slug = slug(name);
    if slug.is_empty() {
        return hash(&same(name));
    }
    if name.chars().any(tells_apart) || is_device(&slug) {
        return with_hash(&slug, &same(name));
    }
    fitted(slug, name)
}

/// The id of a heading with these words: their [`slug`], cut where it is too long.
pub fn anchor(words: &str) -> String {
    fitted(slug(words), words)
}

/// `slug`, cut with the hash of `text`, of which it was made, where it is too long.
pub fn fitted(slug: String, text: &str) -> String {
    if slug.len() <= LONGEST { slug } else { with_hash(&slug, &composed(text)) }
}

/// `slug`, cut where it is too long, with the hash of `text`.
fn with_hash(slug: &str, text: &str) -> String {
    let hash = hash(text);
    let room = LONGEST - hash.len() - 1;
    let mut kept = &slug[..slug.floor_char_boundary(room)];
    if kept.len() < slug.len()
        && let Some(last) = kept.rfind('-')
        && kept.len() - last <= RAGGED
    {
        kept = &kept[..last];
    }
    format!("{}-{hash}", kept.trim_end_matches('-'))
}

/// Eight digits that are the same wherever and whenever the site is built.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether Windows keeps a name for a device, whatever ending it has (Microsoft's "Naming Files,
/// Paths, and Namespaces").
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let Some((word, rest)) = stem.split_at_checked(3) else { return false };
    let is_number = matches!(
        rest,
        "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
    );
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    (rest.is_empty() && is(&["con", "prn", "aux", "nul"]))
        || (is_number && is(&["com", "lpt"]))
        || stem.eq_ignore_ascii_case("conin$")
        || stem.eq_ignore_ascii_case("conout$")
}

/// Whether a character is lost in a [`slug`] though it may be all that tells two names apart: a sign,
/// not what parts words or is not seen.
fn tells_apart(c: char) -> bool {
    match c {
        '#' | '$' | '%' | '*' | '+' | '<' | '=' | '>' | '@' | '^' => true,
        '\0'..='\x7f'
        | '\u{a1}'
        | '\u{a7}'
        | '\u{ab}'
        | '\u{ad}'
        | '\u{b6}'
        | '\u{b7}'
        | '\u{bb}'
        | '\u{bf}' => false,
        // General punctuation, of CJK too, and its wide and small forms.
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{fe10}'..='\u{fe6f}' => {
            false
        }
        '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff65}' => {
            false
        }
        _ => {
            !(c.is_alphanumeric()
                || c.is_whitespace()
                || is_combining_mark(c)
                || is_ignorable(c))
        }
    }
}

/// Whether a letter or mark is of a script in which a joiner or non-joiner between letters makes
/// another word (Unicode Standard Annex 31, section 2.3): Arabic and its kin, the scripts of India and
/// its neighbours, Mongolian.
pub(super) fn uses_joiners(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{109f}'
        | '\u{1780}'..='\u{18af}' | '\u{1900}'..='\u{1cff}' | '\u{a800}'..='\u{aaff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10a00}'..='\u{10fff}'
        | '\u{11000}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_of_every_script() {
        assert_eq!(
            slug("Dublin: the Capel Street office"),
            "dublin-the-capel-street-office"
        );
        assert_eq!(slug("福州市 公安局!"), "福州市-公安局");
        assert_eq!(slug("--"), "");
        assert_eq!(slug("Straße ΟΔΟΣ"), "straße-οδος");
    }

    #[test]
    fn marks_stay_on_their_letters() {
        for word in ["हिन्दी", "ไม่", "ไม้", "বাংলা", "مُحَمَّد", "שָׁלוֹם", "བོད་ཡིག", "தமிழ்"]
        {
            let whole = composed(word).replace('་', "-");
            assert_eq!(slug(word), whole, "{word}");
        }
        assert_eq!(slug("U\u{308}berblick"), "überblick");
        assert_eq!(slug("\u{301}a \u{301}b"), "a-b");
    }

    #[test]
    fn joiners_stay_where_they_make_another_word() {
        assert_eq!(slug("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(slug("क्\u{200d}ष"), "क्\u{200d}ष");
        assert_eq!(slug("zero\u{200d}width\u{200c} \u{feff}join"), "zerowidth-join");
        assert_eq!(slug("soft\u{ad}ly"), "softly");
    }

    #[test]
    fn names_that_differ_in_a_sign_have_words_of_their_own() {
        let words = ["C", "C++", "C#", "...", "🎉", "🎊"].map(own_word);
        assert_eq!(words[0], "c");
        assert!(words[1].starts_with("c-") && words[1] != words[2], "{words:?}");
        assert!(words.iter().all(|word| !word.is_empty()));
        assert_ne!(words[4], words[5]);
        assert_eq!(own_word("c++"), words[1]);
        assert_eq!(own_word("Jean-Pierre"), "jean-pierre");
        assert!(own_word("Con").starts_with("con-"));
    }

    #[test]
    fn a_long_word_is_cut_between_letters() {
        let long = "字".repeat(300);
        for made in [word(&long), own_word(&long), anchor(&long), word(&"ab ".repeat(99))]
        {
            assert!(made.len() <= LONGEST && made.len() > 100, "{made}");
        }
        assert_ne!(word(&format!("{long}一")), word(&format!("{long}二")));
        assert_eq!(word("!?").len(), 8);
    }

    #[test]
    fn devices_of_windows_are_known() {
        for name in ["con", "NUL.html", "com1", "lpt9.tar.gz", "aux ", "CON .txt"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["conn", "com", "com10", "nula", "cöm1", "ä"] {
            assert!(!is_device(name), "{name}");
        }
    }
}
