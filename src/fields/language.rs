//! Language tags (BCP 47).

use super::{Decode, Node, Shape, wrong_shape};
use crate::diag::{Diagnostic, Diagnostics, codes, nearest};
use crate::letters::Direction;
use serde::{Deserialize, Serialize};

/// A language tag (BCP 47): its form is checked, and a first part of two letters against ISO 639-1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Language(Box<str>);

/// Every language of two letters (ISO 639-1), and those that BCP 47 still knows from before.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co \
    cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi \
    ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks \
    ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr \
    nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss \
    st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// What is written for a language and is none: codes of countries, and names.
const MISTAKEN: [(&str, &str); 43] = [
    ("arabic", "ar"),
    ("bulgarian", "bg"),
    ("catalan", "ca"),
    ("chinese", "zh"),
    ("cn", "zh"),
    ("croatian", "hr"),
    ("cz", "cs"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dk", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("gb", "en-GB"),
    ("german", "de"),
    ("gr", "el"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hungarian", "hu"),
    ("il", "he"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("jp", "ja"),
    ("korean", "ko"),
    ("mandarin", "zh"),
    ("mx", "es-MX"),
    ("norwegian", "no"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("serbian", "sr"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("thai", "th"),
    ("turkish", "tr"),
    ("ua", "uk"),
    ("ukrainian", "uk"),
    ("us", "en-US"),
    ("vietnamese", "vi"),
    ("vn", "vi"),
];

impl Language {
    /// The tag in `text`, if it is well-formed (RFC 5646, 2.1). Tags that were registered whole before
    /// that (`i-klingon`) are not taken, nor is a first part of four to eight letters, which the
    /// standard holds for later use.
    pub fn new(text: &str) -> Option<Self> {
        let mut parts = text.split('-').peekable();
        let first = parts.next()?;
        let is_language = match first.len() {
            2 => {
                let code = first.to_ascii_lowercase();
                TWO_LETTERS.split_ascii_whitespace().any(|known| known == code)
            }
            3 => letters(first, 3..=3),
            _ => false,
        };
        // Up to three parts of three letters may follow, which tell the language more closely.
        let mut more = 0;
        while more < 3 && parts.next_if(|part| letters(part, 3..=3)).is_some() {
            more += 1;
        }
        _ = parts.next_if(|part| letters(part, 4..=4));
        _ = parts.next_if(|part| letters(part, 2..=2) || digits(part, 3));
        while parts.next_if(|part| is_variant(part)).is_some() {}
        (is_language && is_extension(parts)).then(|| Language(text.into()))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In which direction the language is written.
    pub fn direction(&self) -> Direction {
        Direction::of_language(&self.0)
    }
}

fn letters(part: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn digits(part: &str, length: usize) -> bool {
    part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn alphanumerics(part: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_variant(part: &str) -> bool {
    alphanumerics(part, 5..=8)
        || (alphanumerics(part, 4..=4) && part.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether what is left of a tag is extensions, each of one letter or digit and what belongs to it: at
/// least one part of two to eight, or one to eight behind `x`.
fn is_extension<'p>(
    mut parts: std::iter::Peekable<impl Iterator<Item = &'p str>>,
) -> bool {
    while let Some(key) = parts.next() {
        if !alphanumerics(key, 1..=1) {
            return false;
        }
        let shortest = if key.eq_ignore_ascii_case("x") { 1 } else { 2 };
        let mut any = false;
        while parts.next_if(|part| alphanumerics(part, shortest..=8)).is_some() {
            any = true;
        }
        if !any {
            return false;
        }
    }
    true
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for Language {
    fn shape() -> Shape {
        Shape::Named("language tag")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let Some(text) = node.text() else {
            wrong_shape::<Self>(node, diags);
            return None;
        };
        let tag = Language::new(text.trim());
        if tag.is_none() {
            let message = format!("`{text}` is not a language tag");
            let found = Diagnostic::new(codes::INVALID_VALUE, node.span, message);
            diags.push(match meant(text) {
                Some(tag) => {
                    found.help(format!("did you mean `{}`?", node.written_as(&tag)))
                }
                None => found.help("write a BCP 47 tag: `en`, `pt-BR`, `zh-Hans`"),
            });
        }
        tag
    }
}

/// The tag that is meant by what is none: `en_US`, `English`, `jp`.
fn meant(text: &str) -> Option<String> {
    let text = text.trim();
    let hyphened = text.replace(['_', '.', ' '], "-");
    if let Some(tag) = Language::new(&hyphened) {
        return Some(tag.to_string());
    }
    let known = || MISTAKEN.iter().map(|(written, _)| *written);
    let written = nearest(&text.to_lowercase(), known().filter(|one| one.len() > 4))
        .or_else(|| known().find(|one| one.eq_ignore_ascii_case(text)))?;
    MISTAKEN.iter().find(|(one, _)| *one == written).map(|(_, tag)| (*tag).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_tag_has_the_form_of_one() {
        // Examples of RFC 5646, appendix A.
        for tag in [
            "de",
            "fr",
            "ja",
            "zh-Hant",
            "sr-Cyrl",
            "zh-cmn-Hans-CN",
            "cmn-Hans-CN",
            "yue-HK",
            "sr-Latn-RS",
            "sl-rozaj",
            "sl-rozaj-biske",
            "de-CH-1901",
            "hy-Latn-IT-arevela",
            "es-419",
            "de-CH-x-phonebk",
            "az-Arab-x-AZE-derbend",
            "en-US-u-islamcal",
            "zh-CN-a-myext-x-private",
            "en-a-myext-b-another",
            "EN",
            "kmr",
        ] {
            assert!(Language::new(tag).is_some(), "{tag}");
        }
        for tag in [
            "",
            "x",
            "e",
            "english",
            "en_US",
            "zz",
            "jp",
            "de-419-DE",
            "a-DE",
            "en-",
            "en--US",
            "en-u",
            "en-US-x",
            "en-verylongpart",
            "zh-Hans-",
            "пт",
            "auto",
            "i-klingon",
        ] {
            assert!(Language::new(tag).is_none(), "{tag}");
        }
    }

    #[test]
    fn what_is_meant_by_another_form_is_told() {
        for (text, tag) in [
            ("en_US", "en-US"),
            ("English", "en"),
            ("jp", "ja"),
            ("Spanisch", "es"),
            ("gb", "en-GB"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(tag), "{text}");
        }
        assert_eq!(meant("quokka"), None);
    }
}
