//! Reading values one after the other, from the file and from what is packed in it.

use super::object::{PdfRecord, PdfValue};

/// Values may lie in values so deep.
const DEEPEST: usize = 48;

/// Reads values, and remembers where it is.
pub(super) struct Lexer<'b> {
    bytes: &'b [u8],
    pub(super) at: usize,
}

/// What a list or a record that is being read holds so far.
enum OpenValue {
    List(Vec<PdfValue>),
    Record(Vec<PdfValue>),
}

impl<'b> Lexer<'b> {
    pub(super) fn new(bytes: &'b [u8], at: usize) -> Self {
        Lexer { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over white space and comments.
    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    let rest = &self.bytes[self.at..];
                    let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                    self.at += end.unwrap_or(rest.len());
                }
                _ if is_space(byte) => self.at += 1,
                _ => return,
            }
        }
    }

    /// The next value; `None` at the end.
    pub(super) fn next(&mut self) -> Option<PdfValue> {
        let mut open: Vec<OpenValue> = Vec::new();
        loop {
            self.skip_space();
            let Some(byte) = self.peek() else {
                // What is never closed ends with the bytes.
                return self.close_all(open);
            };
            let next = self.bytes.get(self.at + 1).copied();
            let value = match (byte, next) {
                (b'[', _) => {
                    self.at += 1;
                    open.push(OpenValue::List(Vec::new()));
                    None
                }
                (b'<', Some(b'<')) => {
                    self.at += 2;
                    open.push(OpenValue::Record(Vec::new()));
                    None
                }
                (b']', _) => {
                    self.at += 1;
                    open.pop().map(closed)
                }
                (b'>', Some(b'>')) => {
                    self.at += 2;
                    open.pop().map(closed)
                }
                _ => Some(self.simple(byte)),
            };
            if open.len() > DEEPEST {
                return None;
            }
            let Some(value) = value else {
                if open.is_empty() {
                    // A bracket that closes nothing.
                    return Some(PdfValue::Null);
                }
                continue;
            };
            match open.last_mut() {
                None => return Some(value),
                Some(OpenValue::List(held) | OpenValue::Record(held)) => add(held, value),
            }
        }
    }

    fn close_all(&self, mut open: Vec<OpenValue>) -> Option<PdfValue> {
        let mut value = closed(open.pop()?);
        while let Some(mut outer) = open.pop() {
            let (OpenValue::List(held) | OpenValue::Record(held)) = &mut outer;
            held.push(value);
            value = closed(outer);
        }
        Some(value)
    }

    fn simple(&mut self, byte: u8) -> PdfValue {
        match byte {
            b'/' => {
                self.at += 1;
                PdfValue::Name(self.name())
            }
            b'(' => PdfValue::Text(self.text()),
            b'<' => PdfValue::Text(self.hexadecimal()),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number(),
            b')' | b'>' | b'{' | b'}' => {
                self.at += 1;
                PdfValue::Null
            }
            _ => {
                let word = self.regular().to_vec();
                match &*word {
                    b"true" => PdfValue::Truth(true),
                    b"false" => PdfValue::Truth(false),
                    b"null" => PdfValue::Null,
                    _ => PdfValue::Word(word),
                }
            }
        }
    }

    /// The bytes up to the next space or sign; at least one.
    fn regular(&mut self) -> &'b [u8] {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| is_space(*byte) || is_sign(*byte));
        let length = length.unwrap_or(rest.len()).max(1).min(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn name(&mut self) -> Vec<u8> {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| is_space(*byte) || is_sign(*byte));
        let written = &rest[..length.unwrap_or(rest.len())];
        self.at += written.len();
        let mut name = Vec::with_capacity(written.len());
        let mut rest = written;
        while let Some((first, behind)) = rest.split_first() {
            rest = behind;
            match (first, behind) {
                (b'#', [high, low, next @ ..]) => match (digit(*high), digit(*low)) {
                    (Some(high), Some(low)) => {
                        name.push(high << 4 | low);
                        rest = next;
                    }
                    _ => name.push(b'#'),
                },
                _ => name.push(*first),
            }
        }
        name
    }

    fn number(&mut self) -> PdfValue {
        let word = self.regular();
        let text = String::from_utf8_lossy(word);
        // Some programs write `--5` or `1.-5`; what can't be read counts as nothing.
        let read = text.parse::<f64>().ok().filter(|number| number.is_finite());
        PdfValue::Number(read.unwrap_or_default())
    }

    fn text(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut depth) = (Vec::new(), 1);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    /// What stands behind a backslash.
    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' if self.peek() == Some(b'\n') => self.at += 1,
            b'\r' | b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(next - b'0');
                    self.at += 1;
                }
                text.push(code as u8);
            }
            _ => text.push(byte),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut digits = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            digits.extend(digit(byte));
        }
        digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
    }
}

/// Adds a value; `12 0 R` is a reference.
fn add(held: &mut Vec<PdfValue>, value: PdfValue) {
    if value == PdfValue::Word(b"R".to_vec())
        && let [.., PdfValue::Number(number), PdfValue::Number(_)] = held.as_slice()
    {
        let number = *number as u32;
        held.truncate(held.len() - 2);
        return held.push(PdfValue::Reference(number));
    }
    held.push(value);
}

fn closed(open: OpenValue) -> PdfValue {
    match open {
        OpenValue::List(list) => PdfValue::List(list),
        OpenValue::Record(held) => {
            let mut pairs = Vec::with_capacity(held.len() / 2);
            let mut values = held.into_iter();
            while let (Some(name), Some(value)) = (values.next(), values.next()) {
                if let PdfValue::Name(name) = name {
                    pairs.push((name, value));
                }
            }
            PdfValue::Record(PdfRecord(pairs))
        }
    }
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

pub(super) fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}
