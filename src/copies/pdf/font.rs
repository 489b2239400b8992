//! Fonts: which characters the codes of a text stand for, and how wide they are.

use super::cmap::{CMap, utf16};
use super::document::PdfFile;
use super::glyphs::{self, BaseEncoding};
use super::object::{PdfRecord, PdfValue};
use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS};
use foldhash::HashMap;

/// A font.
#[derive(Debug)]
pub(super) struct PdfFont {
    codes: Codes,
    unicode: CMap,
    widths: HashMap<u32, f64>,
    /// The width of what has none of its own.
    width: f64,
}

/// How codes stand in a text, and what they show where no table says so.
#[derive(Debug)]
enum Codes {
    /// One byte each, which show what stands in this list.
    Simple(Vec<Option<String>>),
    /// Two bytes each, of which only a table says what they show.
    Wide,
    /// Two bytes each, in UTF-16.
    Utf16,
    /// One or two bytes each, in an encoding of East Asia.
    Mixed(&'static Encoding),
}

/// What a code shows.
#[derive(Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// In parts of the font's size.
    pub(super) width: f64,
    /// Whether it is the code 32 of one byte, which words are parted by.
    pub(super) is_space: bool,
}

impl PdfFont {
    /// Reads a font.
    pub(super) fn read(document: &PdfFile<'_>, font: &PdfRecord) -> Self {
        let unicode = match document.get(font, "ToUnicode") {
            PdfValue::Stream(record, source) => document
                .unpacked(record, source)
                .map(|bytes| CMap::read(&bytes))
                .unwrap_or_default(),
            _ => CMap::default(),
        };
        match document.get(font, "Subtype").name() {
            Some(b"Type0") => Self::composite(document, font, unicode),
            _ => Self::simple(document, font, unicode),
        }
    }

    fn composite(document: &PdfFile<'_>, font: &PdfRecord, unicode: CMap) -> Self {
        let descendants = document.get(font, "DescendantFonts").list();
        let descendant = descendants.first().and_then(|one| document.at(one).record());
        let encoding = document.get(font, "Encoding").name().unwrap_or_default();
        let encoding = String::from_utf8_lossy(encoding);
        let codes = match &*encoding {
            name if name.contains("UCS2") || name.contains("UTF16") => Codes::Utf16,
            name if name.starts_with("GB") => Codes::Mixed(GBK),
            name if name.contains("RKSJ") => Codes::Mixed(SHIFT_JIS),
            name if name.contains("B5") => Codes::Mixed(BIG5),
            name if name.starts_with("KSC") => Codes::Mixed(EUC_KR),
            _ => Codes::Wide,
        };
        let width = descendant.and_then(|one| document.get(one, "DW").number());
        let widths = descendant.map(|one| wide_widths(document, one)).unwrap_or_default();
        PdfFont { codes, unicode, widths, width: width.unwrap_or(1000.0) / 1000.0 }
    }

    fn simple(document: &PdfFile<'_>, font: &PdfRecord, unicode: CMap) -> Self {
        let encoding = document.get(font, "Encoding");
        let record = encoding.record();
        let name = record.map_or(encoding, |record| document.get(record, "BaseEncoding"));
        let is_truetype = document.get(font, "Subtype").name() == Some(b"TrueType");
        let other =
            if is_truetype { BaseEncoding::Windows } else { BaseEncoding::Standard };
        let base = BaseEncoding::of(name.name()).unwrap_or(other);
        let mut codes: Vec<Option<String>> = (0..=255u8)
            .map(|code| (code >= 32).then(|| base.char(code).to_string()))
            .collect();
        let differences =
            record.map_or(&PdfValue::Null, |one| document.get(one, "Differences"));
        let mut at = 0;
        for one in differences.list() {
            match document.at(one) {
                PdfValue::Number(number) => at = *number as usize,
                PdfValue::Name(name) => {
                    if let Some(code) = codes.get_mut(at) {
                        *code = glyphs::shown(name);
                    }
                    at = at.saturating_add(1);
                }
                _ => {}
            }
        }
        let first = document.get(font, "FirstChar").index().unwrap_or_default() as u32;
        let widths = document.get(font, "Widths").list().iter().take(256).enumerate();
        let widths = widths.filter_map(|(n, width)| {
            let width = document.at(width).number()?;
            Some((first.saturating_add(n as u32), width / 1000.0))
        });
        PdfFont {
            codes: Codes::Simple(codes),
            unicode,
            widths: widths.collect(),
            width: 0.5,
        }
    }

    /// What the codes of a text show, in order.
    pub(super) fn glyphs(&self, text: &[u8]) -> Vec<Glyph> {
        match &self.codes {
            Codes::Simple(codes) => {
                text.iter().map(|code| self.simple_glyph(*code, codes)).collect()
            }
            Codes::Wide if self.unicode.has_short && !self.unicode.has_long => {
                text.iter().map(|code| self.wide_glyph(u32::from(*code))).collect()
            }
            Codes::Wide => pairs(text).map(|code| self.wide_glyph(code)).collect(),
            Codes::Utf16 => pairs(text)
                .map(|code| {
                    let shown = self.unicode.get(code).map(str::to_owned);
                    let own = || utf16(&(code as u16).to_be_bytes());
                    Glyph {
                        text: shown.unwrap_or_else(own),
                        width: self.width_of(code),
                        is_space: false,
                    }
                })
                .collect(),
            Codes::Mixed(encoding) => {
                let text = encoding.decode_without_bom_handling(text).0;
                let glyph = |c: char| {
                    let width = if c.is_ascii() { self.width / 2.0 } else { self.width };
                    Glyph { text: c.to_string(), width, is_space: c == ' ' }
                };
                text.chars().map(glyph).collect()
            }
        }
    }

    fn simple_glyph(&self, code: u8, codes: &[Option<String>]) -> Glyph {
        let number = u32::from(code);
        let own = codes.get(usize::from(code)).cloned().flatten();
        let text = self.unicode.get(number).map(str::to_owned).or(own);
        let unknown = || String::from(char::REPLACEMENT_CHARACTER);
        Glyph {
            text: text.unwrap_or_else(unknown),
            width: self.width_of(number),
            is_space: code == b' ',
        }
    }

    fn wide_glyph(&self, code: u32) -> Glyph {
        let text = self.unicode.get(code).map(str::to_owned);
        let unknown = || String::from(char::REPLACEMENT_CHARACTER);
        Glyph {
            text: text.unwrap_or_else(unknown),
            width: self.width_of(code),
            is_space: false,
        }
    }

    fn width_of(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.width)
    }
}

fn pairs(text: &[u8]) -> impl Iterator<Item = u32> + '_ {
    text.chunks(2)
        .map(|pair| pair.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
}

/// The widths of a composite font: `first [width …]` and `first last width`.
fn wide_widths(document: &PdfFile<'_>, font: &PdfRecord) -> HashMap<u32, f64> {
    let mut widths = HashMap::default();
    let mut rest = document.get(font, "W").list();
    while let [first, second, behind @ ..] = rest {
        let Some(first) = document.at(first).index() else { break };
        match document.at(second) {
            PdfValue::List(list) => {
                for (n, width) in list.iter().enumerate() {
                    widths.extend(
                        document
                            .at(width)
                            .number()
                            .map(|w| ((first + n) as u32, w / 1000.0)),
                    );
                }
                rest = behind;
            }
            last => {
                let (Some(last), [width, next @ ..]) = (last.index(), behind) else {
                    break;
                };
                let width = document.at(width).number().unwrap_or(1000.0) / 1000.0;
                widths.extend(
                    (first..=last.min(first + 0xffff)).map(|code| (code as u32, width)),
                );
                rest = next;
            }
        }
        if widths.len() > 200_000 {
            break;
        }
    }
    widths
}
