//! Names of glyphs and encodings of simple fonts.

use crate::copies::entities;
use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// How codes of one byte are read where nothing else is said of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BaseEncoding {
    Standard,
    Windows,
    Mac,
}

impl BaseEncoding {
    /// The encoding of a name.
    pub(super) fn of(name: Option<&[u8]>) -> Option<Self> {
        match name? {
            b"WinAnsiEncoding" => Some(BaseEncoding::Windows),
            b"MacRomanEncoding" => Some(BaseEncoding::Mac),
            b"StandardEncoding" => Some(BaseEncoding::Standard),
            _ => None,
        }
    }

    /// The character of a code.
    pub(super) fn char(self, code: u8) -> char {
        let encoding = if self == BaseEncoding::Mac { MACINTOSH } else { WINDOWS_1252 };
        match (self, code) {
            (BaseEncoding::Standard, 0x27) => '’',
            (BaseEncoding::Standard, 0x60) => '‘',
            (BaseEncoding::Standard, 0xa4) => '⁄',
            (BaseEncoding::Standard, 0xa9) => '\'',
            (BaseEncoding::Standard, 0xaa) => '“',
            (BaseEncoding::Standard, 0xac) => '‹',
            (BaseEncoding::Standard, 0xad) => '›',
            (BaseEncoding::Standard, 0xae) => 'ﬁ',
            (BaseEncoding::Standard, 0xaf) => 'ﬂ',
            (BaseEncoding::Standard, 0xb1) => '–',
            (BaseEncoding::Standard, 0xb7) => '•',
            (BaseEncoding::Standard, 0xb9) => '„',
            (BaseEncoding::Standard, 0xba) => '”',
            (BaseEncoding::Standard, 0xbc) => '…',
            (BaseEncoding::Standard, 0xd0) => '—',
            (BaseEncoding::Standard, 0xe1) => 'Æ',
            (BaseEncoding::Standard, 0xe8) => 'Ł',
            (BaseEncoding::Standard, 0xe9) => 'Ø',
            (BaseEncoding::Standard, 0xea) => 'Œ',
            (BaseEncoding::Standard, 0xf1) => 'æ',
            (BaseEncoding::Standard, 0xf5) => 'ı',
            (BaseEncoding::Standard, 0xf8) => 'ł',
            (BaseEncoding::Standard, 0xf9) => 'ø',
            (BaseEncoding::Standard, 0xfa) => 'œ',
            (BaseEncoding::Standard, 0xfb) => 'ß',
            _ => {
                let bytes = [code];
                let text = encoding.decode_without_bom_handling(&bytes).0;
                text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
            }
        }
    }
}

/// The names of Adobe's list that are no words of HTML, with what they show.
const NAMES: [(&str, &str); 62] = [
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotesinglbase", "‚"),
    ("quotedblbase", "„"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("endash", "–"),
    ("emdash", "—"),
    ("ellipsis", "…"),
    ("bullet", "•"),
    ("germandbls", "ß"),
    ("dotlessi", "ı"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("Euro", "€"),
];

/// What a glyph of this name shows: `eacute`, `uni8B66`, `f_i.alt`.
pub(super) fn shown(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name
        .split_once('.')
        .filter(|(own, _)| !own.is_empty())
        .map_or(name, |(own, _)| own);
    let parts: Option<Vec<String>> = name.split('_').map(part).collect();
    parts.map(|parts| parts.concat())
}

fn part(name: &str) -> Option<String> {
    if let Some((_, shown)) = NAMES.iter().find(|(own, _)| *own == name) {
        return Some((*shown).to_owned());
    }
    if name.chars().count() == 1 {
        return Some(name.to_owned());
    }
    let hex = name.strip_prefix("uni").filter(|hex| hex.len() >= 4);
    let hex = hex
        .map(|hex| hex.get(..4).unwrap_or_default())
        .or_else(|| name.strip_prefix('u'));
    let coded = hex.and_then(|hex| char::from_u32(u32::from_str_radix(hex, 16).ok()?));
    if let Some(coded) = coded.filter(|_| name.len() > 4) {
        return Some(coded.to_string());
    }
    match name {
        "ff" | "ffi" | "ffl" | "st" => Some(name.to_owned()),
        "hyphenminus" | "sfthyphen" | "softhyphen" | "minus" => Some("-".into()),
        "nbspace" | "nonbreakingspace" => Some(" ".into()),
        // Letters with accents have the names that HTML has for them.
        _ => entities::named(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_known_by_their_names() {
        let all = [
            "A",
            "eacute",
            "quoteright",
            "uni8B66",
            "u1F600",
            "f_f_i",
            "one.lf",
            "Scaron",
            "ffi",
        ];
        let all = all.map(|name| shown(name.as_bytes()).unwrap_or_default());
        assert_eq!(all, ["A", "é", "’", "警", "😀", "ffi", "1", "Š", "ffi"]);
        assert_eq!(shown(b"g123"), None);
        assert_eq!(shown(b".notdef"), None);
    }
}
