//! Tables that say which characters the codes of a font stand for: `ToUnicode` (ISO 32000, section 9.10.3).

use super::lexer::Lexer;
use super::object::PdfValue;
use foldhash::HashMap;

/// Which characters codes stand for.
#[derive(Debug, Default)]
pub(super) struct CMap {
    chars: HashMap<u32, String>,
    /// Whether codes of one byte are among them, and of two.
    pub(super) has_short: bool,
    pub(super) has_long: bool,
}

/// So many codes at most.
const MOST: usize = 100_000;

impl CMap {
    /// Reads a table.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = CMap::default();
        let mut lexer = Lexer::new(bytes, 0);
        let mut values: Vec<PdfValue> = Vec::new();
        while let Some(value) = lexer.next() {
            let PdfValue::Word(word) = &value else {
                if values.len() < 4 * MOST {
                    values.push(value);
                }
                continue;
            };
            match &**word {
                b"endcodespacerange" => {
                    values.iter().for_each(|value| map.note_length(value));
                }
                b"endbfchar" => {
                    values.chunks_exact(2).for_each(|pair| map.one(&pair[0], &pair[1]));
                }
                b"endbfrange" => {
                    values
                        .chunks_exact(3)
                        .for_each(|row| map.row(&row[0], &row[1], &row[2]));
                }
                _ => {}
            }
            values.clear();
        }
        map
    }

    /// What a code stands for.
    pub(super) fn get(&self, code: u32) -> Option<&str> {
        self.chars.get(&code).map(String::as_str)
    }

    fn note_length(&mut self, value: &PdfValue) {
        match value {
            PdfValue::Text(code) if code.len() == 1 => self.has_short = true,
            PdfValue::Text(_) => self.has_long = true,
            _ => {}
        }
    }

    fn one(&mut self, code: &PdfValue, chars: &PdfValue) {
        if let (Some(code), PdfValue::Text(chars)) = (code_of(code), chars) {
            self.add(code, utf16(chars));
        }
    }

    fn row(&mut self, first: &PdfValue, last: &PdfValue, chars: &PdfValue) {
        let (Some(first), Some(last)) = (code_of(first), code_of(last)) else { return };
        let codes = first..=last.min(first.saturating_add(0xffff));
        match chars {
            PdfValue::Text(chars) => {
                for (n, code) in codes.enumerate() {
                    self.add(code, utf16(&moved(chars, n)));
                }
            }
            PdfValue::List(list) => codes.zip(list).for_each(|(code, chars)| {
                if let PdfValue::Text(chars) = chars {
                    self.add(code, utf16(chars));
                }
            }),
            _ => {}
        }
    }

    fn add(&mut self, code: u32, chars: String) {
        if self.chars.len() < MOST {
            self.chars.insert(code, chars);
        }
    }
}

/// A code as a number.
fn code_of(value: &PdfValue) -> Option<u32> {
    let PdfValue::Text(bytes) = value else { return None };
    let code = bytes.iter().take(4).fold(0, |code, byte| code << 8 | u32::from(*byte));
    (1..=4).contains(&bytes.len()).then_some(code)
}

/// The characters that are so many behind these: their last number is larger by it.
fn moved(chars: &[u8], by: usize) -> Vec<u8> {
    let mut chars = chars.to_vec();
    if let [.., high, low] = chars.as_mut_slice() {
        let number = u16::from_be_bytes([*high, *low]).wrapping_add(by as u16);
        [*high, *low] = number.to_be_bytes();
    } else if let [only] = chars.as_mut_slice() {
        *only = only.wrapping_add(by as u8);
    }
    chars
}

/// Characters in UTF-16, the high byte first.
pub(super) fn utf16(bytes: &[u8]) -> String {
    if let [only] = bytes {
        return char::from(*only).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    let chars =
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    chars.filter(|c| *c != '\0').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_rows_and_lists_are_read() {
        let map = CMap::read(
            b"1 begincodespacerange <0000> <ffff> endcodespacerange\n\
              2 beginbfchar <0003> <0020> <0004> <00660069> endbfchar\n\
              2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<8b66> <65b9>] endbfrange",
        );
        let shown = |code| map.get(code).unwrap_or("?");
        assert_eq!(
            [3, 4, 0x10, 0x12, 0x20, 0x21, 0x30].map(shown),
            [" ", "fi", "A", "C", "警", "方", "?"]
        );
        assert!(map.has_long && !map.has_short);
    }
}
