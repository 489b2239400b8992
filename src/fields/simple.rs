//! The YAML that nearly every head is written in, read line by line: many times faster than a
//! parser of all of YAML, which takes over wherever this one isn't sure.
//!
//! It knows mappings and lists by indentation, lists in brackets on one line, and texts on
//! one line, bare or in quotes without escapes. It reports nothing: what is unusual or
//! wrong is `None`, and [`yaml`](super::yaml) reads the text from its start. Both must give
//! the same nodes for what both read, which `properties.rs` tries.

use super::{Entry, Node, Text, Value};
use crate::bytes;
use crate::files::{FileId, Span};
use foldhash::HashSet;
use std::ops::Range;

/// How deep lists and mappings may nest.
const DEEPEST: usize = 8;

/// Up to so many keys of a mapping are compared one with another.
const FEW_KEYS: usize = 16;

/// Reads the YAML in `range` of a file's `text`, if it is of the simple sort.
pub(super) fn read(text: &str, range: Range<usize>, file: FileId) -> Option<Node> {
    if !is_usual(&text[range.clone()]) {
        return None;
    }
    let mut lines =
        YamlLines { text: &text[..range.end], at: range.start, file, depth: 0 };
    lines.skip_empty();
    let node = lines.map(0)?;
    (lines.at == range.end).then_some(node)
}

/// So many bytes are looked at together; most are ASCII.
const PART: usize = 256;

/// Whether all of a text means the same to every reader of YAML.
fn is_usual(text: &str) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        let (part, behind) = rest.split_at(rest.ceil_char_boundary(PART));
        if !bytes::is_printable(part) && !part.chars().all(is_usual_char) {
            return false;
        }
        rest = behind;
    }
    true
}

fn is_usual_char(c: char) -> bool {
    match c {
        '\n' | ' '..='~' => true,
        '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '«' | '»' => true,
        _ => !c.is_ascii() && c.is_alphanumeric(),
    }
}

struct YamlLines<'t> {
    /// The file's text up to the end of the YAML.
    text: &'t str,
    at: usize,
    file: FileId,
    /// How many collections are around.
    depth: usize,
}

impl<'t> YamlLines<'t> {
    fn rest(&self) -> &[u8] {
        &self.text.as_bytes()[self.at..]
    }

    fn byte(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    /// Goes past lines that hold nothing at all.
    fn skip_empty(&mut self) {
        while self.byte() == Some(b'\n') {
            self.at += 1;
        }
    }

    fn skip_spaces(&mut self) {
        self.at += spaces(self.rest());
    }

    /// Ends a line, of which nothing but spaces may be left.
    fn end_line(&mut self) -> Option<()> {
        self.skip_spaces();
        match self.byte() {
            None => {}
            Some(b'\n') => self.at += 1,
            Some(_) => return None,
        }
        self.skip_empty();
        Some(())
    }

    /// How far the line is indented, if any is left.
    fn indent(&self) -> Option<usize> {
        (self.at < self.text.len()).then(|| spaces(self.rest()))
    }

    /// Whether another part of a collection at `indent` begins here; `None` where the line can
    /// belong to no collection around.
    fn goes_on(&mut self, indent: usize) -> Option<bool> {
        match self.indent() {
            Some(found) if found > indent => None,
            Some(found) if found == indent => {
                self.at += indent;
                Some(true)
            }
            _ => Some(false),
        }
    }

    /// The mapping whose first key stands here, `indent` bytes behind the start of its line.
    fn map(&mut self, indent: usize) -> Option<Node> {
        let text = self.text;
        let mut entries: Vec<Entry> = Vec::with_capacity(8);
        let mut known: HashSet<&str> = HashSet::default();
        self.enter()?;
        loop {
            let key = self.key()?;
            let written = &text[key.clone()];
            if entries.len() == FEW_KEYS {
                known.extend(entries.iter().map(|entry| &text[entry.key_span.range()]));
            }
            let is_new = match entries.len() < FEW_KEYS {
                true => entries.iter().all(|entry| &*entry.key != written),
                false => known.insert(written),
            };
            if !is_new {
                return None;
            }
            let (key, key_span) = (written.into(), self.span(key));
            let value = self.value(indent, key_span)?;
            entries.push(Entry { key, key_span, value });
            if !self.goes_on(indent)? {
                break;
            }
        }
        self.depth -= 1;
        let span = entries.first()?.key_span;
        let span = Span { end: entries.last()?.value.span.end, ..span };
        Some(Node { span, value: Value::Map(entries) })
    }

    fn enter(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= DEEPEST).then_some(())
    }

    /// The key here; goes past its colon.
    fn key(&mut self) -> Option<Range<usize>> {
        let key = self.at..self.at + key_length(self.rest())?;
        self.at = key.end + 1;
        Some(key)
    }

    /// What stands behind the colon of `key`, in a mapping at `indent`.
    fn value(&mut self, indent: usize, key: Span) -> Option<Node> {
        self.skip_spaces();
        if self.byte().is_some_and(|byte| byte != b'\n') {
            return self.on_line(indent);
        }
        self.end_line()?;
        let within = self.indent().unwrap_or(0);
        let is_list = self.rest()[within.min(self.rest().len())..].starts_with(b"-");
        if within > indent {
            self.at += within;
            return if is_list { self.list(within) } else { self.map(within) };
        }
        let nothing = Node { span: Span { start: key.end, ..key }, value: Value::Null };
        // A list that is not indented is left to the parser.
        (within < indent || !is_list).then_some(nothing)
    }

    /// The list whose first item stands here, `indent` bytes behind the start of its line.
    fn list(&mut self, indent: usize) -> Option<Node> {
        let start = self.at;
        let mut items = Vec::new();
        self.enter()?;
        loop {
            if !self.rest().starts_with(b"- ") {
                return None;
            }
            self.at += 2;
            items.push(match key_length(self.rest()) {
                Some(_) => self.map(indent + 2)?,
                None => self.on_line(indent)?,
            });
            if !self.goes_on(indent)? {
                break;
            }
        }
        self.depth -= 1;
        let span = self.span(start..items.last()?.span.end as usize);
        Some(Node { span, value: Value::List(items) })
    }

    /// A value that ends with its line. A line further in than `indent` would go on with it.
    fn on_line(&mut self, indent: usize) -> Option<Node> {
        let node = match self.byte()? {
            b'[' => self.bracketed()?,
            b'"' | b'\'' => self.quoted()?,
            _ => self.bare()?,
        };
        self.end_line()?;
        (self.indent().unwrap_or(0) <= indent).then_some(node)
    }

    /// A list in brackets.
    fn bracketed(&mut self) -> Option<Node> {
        let start = self.at;
        let mut items = Vec::new();
        self.at += 1;
        self.skip_spaces();
        while self.byte()? != b']' {
            items.push(match self.byte()? {
                b'"' | b'\'' => self.quoted()?,
                _ => self.word()?,
            });
            self.skip_spaces();
            match self.byte()? {
                b']' => break,
                b',' => self.at += 1,
                _ => return None,
            }
            self.skip_spaces();
            if self.byte()? == b']' {
                return None;
            }
        }
        self.at += 1;
        Some(Node { span: self.span(start..self.at), value: Value::List(items) })
    }

    /// A text in quotes that holds no escapes and no line end.
    fn quoted(&mut self) -> Option<Node> {
        let (start, quote) = (self.at, self.byte()?);
        let inside = &self.rest()[1..];
        let escape = if quote == b'"' { b'\\' } else { quote };
        let length = memchr::memchr3(quote, escape, b'\n', inside)?;
        if inside[length] != quote {
            return None;
        }
        self.at = start + length + 2;
        let text = self.text[start + 1..start + 1 + length].into();
        let value = Value::Text(Text { text, plain: false });
        Some(Node { span: self.span(start..self.at), value })
    }

    /// A text without quotes that ends with its line.
    fn bare(&mut self) -> Option<Node> {
        let line = self.rest();
        let line = &line[..memchr::memchr(b'\n', line).unwrap_or(line.len())];
        let is_special = |at: usize| match line[at] {
            // Behind it stands a value.
            b':' => line.get(at + 1).is_none_or(|next| *next == b' '),
            // It begins a comment.
            _ => line[at - 1] == b' ',
        };
        // The first byte is neither of the two.
        if !begins_a_text(line) || memchr::memchr2_iter(b':', b'#', line).any(is_special)
        {
            return None;
        }
        Some(self.plain(line.trim_ascii_end().len()))
    }

    /// A text without quotes in a list in brackets.
    fn word(&mut self) -> Option<Node> {
        let rest = self.rest();
        let is_plain = |(at, byte): (usize, &u8)| match byte {
            b' ' | b'-' | b'_' | b'.' | b'/' | b'?' | b'=' | b'%' | b'+' | b'~' => true,
            // That of an address.
            b':' => rest.get(at + 1) == Some(&b'/'),
            _ => byte.is_ascii_alphanumeric() || !byte.is_ascii(),
        };
        let length = rest.iter().enumerate().position(|found| !is_plain(found))?;
        let word = rest[..length].trim_ascii_end().len();
        begins_a_text(rest).then(|| self.plain(word))
    }

    /// The next `length` bytes as a text without quotes.
    fn plain(&mut self, length: usize) -> Node {
        let range = self.at..self.at + length;
        self.at = range.end;
        let text = &self.text[range.clone()];
        let value = match text {
            "null" | "Null" | "NULL" => Value::Null,
            _ => Value::Text(Text { text: text.into(), plain: true }),
        };
        Node { span: self.span(range), value }
    }
}

fn spaces(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| *byte != b' ').unwrap_or(bytes.len())
}

/// Whether `bytes` begin as a text without quotes and nothing else does.
fn begins_a_text(bytes: &[u8]) -> bool {
    match bytes {
        [b'-', next, ..] => next.is_ascii_digit(),
        [b'/' | b'(', ..] => true,
        [byte, ..] => byte.is_ascii_alphanumeric() || !byte.is_ascii(),
        [] => false,
    }
}

/// The length of the key that `bytes` begin with, if a colon and a value follow it.
fn key_length(bytes: &[u8]) -> Option<usize> {
    let is_inner = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_/.".contains(byte);
    let length = bytes.iter().position(|byte| !is_inner(byte))?;
    let is_key = bytes[0].is_ascii_alphabetic() && bytes[length] == b':';
    let ends = bytes.get(length + 1).is_none_or(|next| matches!(next, b' ' | b'\n'));
    let is_null = bytes[..length].eq_ignore_ascii_case(b"null");
    (is_key && ends && !is_null).then_some(length)
}
