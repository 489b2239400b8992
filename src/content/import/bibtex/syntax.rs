//! The grammar of BibTeX: a text into entries, with the place of each part.
//!
//! After "BibTeXing" (Patashnik 1988) and btparse: entries in braces or parentheses, values in braces, in quotation marks, as
//! numbers and as abbreviations, joined by `#`. What stands between entries is nobody's. An entry that isn't closed ends
//! where a line begins the next.

use memchr::memchr2;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How deep braces may nest in a value.
const DEEPEST: usize = 32;

/// How many bytes abbreviations may make of a text: as many as the largest text has.
pub(super) const LARGEST: usize = 16 << 20;

/// The abbreviations that every style defines.
const MONTHS: [(&str, &str); 12] = [
    ("jan", "January"),
    ("feb", "February"),
    ("mar", "March"),
    ("apr", "April"),
    ("may", "May"),
    ("jun", "June"),
    ("jul", "July"),
    ("aug", "August"),
    ("sep", "September"),
    ("oct", "October"),
    ("nov", "November"),
    ("dec", "December"),
];

/// What a text holds.
#[derive(Default)]
pub(super) struct Library<'t> {
    pub(super) entries: Vec<Entry<'t>>,
    pub(super) problems: Vec<(Range<usize>, Problem)>,
}

/// A part of the text, and where it stands.
#[derive(Clone)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) bytes: Range<usize>,
}

/// An entry as it is written.
pub(super) struct Entry<'t> {
    pub(super) kind: Word<'t>,
    pub(super) key: Word<'t>,
    pub(super) fields: Vec<Field<'t>>,
    pub(super) bytes: Range<usize>,
    /// Whether something in it could not be read, which has been reported.
    pub(super) is_broken: bool,
}

/// A field of an entry.
pub(super) struct Field<'t> {
    pub(super) name: Word<'t>,
    pub(super) value: Value,
}

/// A value with its abbreviations written out.
#[derive(Clone)]
pub(super) struct Value {
    pub(super) text: String,
    pub(super) bytes: Range<usize>,
    /// Whether `text` is letter by letter what stands at `bytes`.
    pub(super) is_verbatim: bool,
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// The entry has no key.
    NoKey,
    /// The entry ends nowhere.
    Unclosed(String),
    /// Something else stands where this should.
    Expected(&'static str),
    /// A field has no value.
    NoValue(String),
    /// An abbreviation that nothing defines.
    Undefined(String),
    /// An abbreviation is defined twice.
    Redefined(String),
    /// A field stands twice in one entry.
    Repeated(String),
    TooDeep,
    TooLong,
}

/// Reads a text. What can't be read is told, and passed over.
pub(super) fn read(text: &str) -> Library<'_> {
    let mut reader = BibReader {
        text,
        at: 0,
        found: Library::default(),
        abbreviations: BTreeMap::new(),
        budget: LARGEST,
        comments_close: true,
    };
    while let Some(next) = memchr2(b'@', b'%', &text.as_bytes()[reader.at..]) {
        reader.at += next;
        if text.as_bytes()[reader.at] == b'%' {
            reader.skip_line();
        } else {
            reader.block();
        }
    }
    reader.found
}

/// A value before its abbreviations are written out.
type ValueParts<'t> = Vec<ValuePart<'t>>;

enum ValuePart<'t> {
    Text(Range<usize>),
    Abbreviation(Word<'t>),
}

struct BibReader<'t> {
    text: &'t str,
    at: usize,
    found: Library<'t>,
    /// By name, in small letters.
    abbreviations: BTreeMap<String, String>,
    /// How many bytes abbreviations may still make.
    budget: usize,
    /// Whether no comment ran to the end of the text so far.
    comments_close: bool,
}

/// An entry while it is read, with the values of its fields as they are written.
struct OpenEntry<'t> {
    kind: Word<'t>,
    key: Word<'t>,
    start: usize,
    /// The byte that closes it.
    closing: u8,
    /// Whether something in it has been reported.
    is_broken: bool,
}

/// The entry ends without its closing byte; what opened last stands here.
struct Unclosed(usize);

impl<'t> BibReader<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_line(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
    }

    /// White space, and what stands behind a `%`.
    fn skip(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            self.at += rest.len() - rest.trim_start().len();
            if self.peek() != Some(b'%') {
                return;
            }
            self.skip_line();
        }
    }

    /// A name of a type, a field or an abbreviation; it may be empty.
    fn name(&mut self) -> Word<'t> {
        let ends = |c: char| {
            let mark =
                matches!(c, '@' | '{' | '}' | '"' | '#' | '\'' | '(' | ')' | ',' | '=');
            mark || matches!(c, '%' | '\\' | '~') || c.is_control() || c.is_whitespace()
        };
        let rest = &self.text[self.at..];
        let text = &rest[..rest.find(ends).unwrap_or(rest.len())];
        let bytes = self.at..self.at + text.len();
        self.at = bytes.end;
        Word { text, bytes }
    }

    /// What begins with the `@` here.
    fn block(&mut self) {
        let start = self.at;
        self.at += 1;
        // Part of a mail address.
        if self.text[..start].ends_with(char::is_alphanumeric) {
            return;
        }
        self.skip();
        let kind = self.name();
        let here = self.at;
        self.skip();
        let closing = match self.peek() {
            Some(b'{') => b'}',
            Some(b'(') => b')',
            _ => {
                self.at = here;
                return self.no_brace(start, &kind);
            }
        };
        let opened = self.at;
        self.at += 1;
        let none = Word { text: "", bytes: self.at..self.at };
        let mut open = OpenEntry { kind, key: none, start, closing, is_broken: false };
        match open.kind.text.to_ascii_lowercase().as_str() {
            "comment" => self.comment(opened),
            "preamble" => {
                self.skip();
                // TeX's own: whatever it says, nothing here is made of it.
                if self.value(&mut open).is_ok() {
                    self.skip();
                }
                if self.peek() == Some(closing) {
                    self.at += 1;
                }
            }
            "string" => {
                let pairs = self.fields(&mut open);
                for (name, parts) in pairs {
                    self.define(&name, &parts);
                }
            }
            _ => self.entry(open),
        }
    }

    /// What begins like an entry and has no brace: a mistake where a field is in its line.
    fn no_brace(&mut self, start: usize, kind: &Word<'t>) {
        if kind.text.eq_ignore_ascii_case("comment") {
            return self.skip_line();
        }
        let begins_line = self.text[..start].trim_end_matches([' ', '\t']);
        let begins_line = begins_line.is_empty() || begins_line.ends_with('\n');
        let has_field = || {
            let line = self.text[self.at..].split('\n').next();
            line.is_some_and(|line| line.contains('='))
        };
        if begins_line && !kind.text.is_empty() && has_field() {
            let problem = Problem::Expected("a brace behind the type");
            self.found.problems.push((self.at..self.at, problem));
            self.skip_line();
        }
    }

    /// What is in a comment is passed over, entries too.
    fn comment(&mut self, opened: usize) {
        let mut depth = 0_usize;
        let bytes = &self.text.as_bytes()[opened..];
        if self.comments_close && bytes.first() == Some(&b'{') {
            for (at, byte) in bytes.iter().enumerate() {
                match byte {
                    b'{' => depth += 1,
                    b'}' => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    self.at = opened + at + 1;
                    return;
                }
            }
            // The next would run to the end as well.
            self.comments_close = false;
        }
        self.skip_line();
    }

    fn entry(&mut self, mut open: OpenEntry<'t>) {
        self.skip();
        let rest = &self.text[self.at..];
        let closing = char::from(open.closing);
        let ends = |c: char| c == closing || matches!(c, ',' | '=' | '{' | '"' | '\n');
        let text = &rest[..rest.find(ends).unwrap_or(rest.len())];
        let key = text.trim_end();
        let begun = self.at;
        open.key = Word { text: key, bytes: begun..begun + key.len() };
        self.at += text.len();
        self.skip();
        match self.peek() {
            Some(b'=') => {
                // A field stands where the key should.
                self.at = begun;
                open.key = Word { text: "", bytes: begun..begun };
            }
            Some(b',') => self.at += 1,
            Some(byte) if byte == open.closing => {}
            _ if key.is_empty() => {}
            None => {}
            Some(_) => {
                let here = self.at..self.at;
                self.tell(&mut open, here, Problem::Expected("a comma behind the key"));
            }
        }
        if open.key.text.is_empty() {
            let place = open.start..open.kind.bytes.end;
            self.tell(&mut open, place, Problem::NoKey);
        }
        let pairs = self.fields(&mut open);
        let mut fields: Vec<Field<'t>> = Vec::with_capacity(pairs.len());
        let mut names = BTreeSet::new();
        for (name, parts) in pairs {
            if !names.insert(name.text.to_ascii_lowercase()) {
                let problem = Problem::Repeated(name.text.to_owned());
                self.found.problems.push((name.bytes, problem));
                continue;
            }
            if let Some(value) = self.written_out(&parts, &name) {
                fields.push(Field { name, value });
            }
        }
        if open.key.text.is_empty() {
            return;
        }
        let OpenEntry { kind, key, start, is_broken, .. } = open;
        let bytes = start..self.at;
        self.found.entries.push(Entry { kind, key, fields, bytes, is_broken });
    }

    /// Reports a problem; what follows from the first in an entry is not told.
    fn tell(&mut self, open: &mut OpenEntry<'t>, bytes: Range<usize>, problem: Problem) {
        if !std::mem::replace(&mut open.is_broken, true) {
            self.found.problems.push((bytes, problem));
        }
    }

    /// The fields up to the closing byte, which is passed.
    fn fields(&mut self, open: &mut OpenEntry<'t>) -> Vec<(Word<'t>, ValueParts<'t>)> {
        let mut fields = Vec::new();
        loop {
            self.skip();
            match self.peek() {
                Some(byte) if byte == open.closing => {
                    self.at += 1;
                    return fields;
                }
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                Some(b'@') if self.begins_entry(self.at) => {
                    self.unclosed(open, None);
                    return fields;
                }
                None => {
                    self.unclosed(open, None);
                    return fields;
                }
                Some(_) => {}
            }
            let name = self.name();
            self.skip();
            if name.text.is_empty() {
                let here = self.at..self.at;
                self.tell(open, here, Problem::Expected("the name of a field"));
                self.pass_to_next(open.closing);
                continue;
            }
            if self.peek() != Some(b'=') {
                let problem = Problem::NoValue(name.text.to_owned());
                self.tell(open, name.bytes, problem);
                self.pass_to_next(open.closing);
                continue;
            }
            self.at += 1;
            self.skip();
            match self.value(open) {
                Ok(parts) => fields.push((name, parts)),
                Err(Unclosed(at)) => {
                    self.unclosed(open, Some(at));
                    return fields;
                }
            }
            self.skip();
            let next = self.peek();
            if next.is_some_and(|next| next != b',' && next != open.closing)
                && !self.begins_entry(self.at)
            {
                let here = self.at..self.at;
                self.tell(open, here, Problem::Expected("a comma behind a field"));
            }
        }
    }

    fn unclosed(&mut self, open: &mut OpenEntry<'t>, value: Option<usize>) {
        let bytes = value.map_or(open.start..open.start + 1, |at| at..at + 1);
        let problem = Problem::Unclosed(open.key.text.to_owned());
        self.tell(open, bytes, problem);
    }

    /// Goes to the next comma or the end of the entry, at least one character on.
    fn pass_to_next(&mut self, closing: u8) {
        let rest = &self.text[self.at..];
        let mut chars = rest.char_indices();
        if rest.starts_with(',') || rest.as_bytes().first() == Some(&closing) {
            return;
        }
        chars.next();
        let stops = |c: char| c == ',' || c == char::from(closing) || c == '@';
        self.at += chars.find(|(_, c)| stops(*c)).map_or(rest.len(), |(at, _)| at);
    }

    /// A value: parts joined by `#`.
    fn value(&mut self, open: &mut OpenEntry<'t>) -> Result<ValueParts<'t>, Unclosed> {
        let mut parts = Vec::new();
        loop {
            match self.peek() {
                Some(b'{') => parts.push(ValuePart::Text(self.delimited(b'}')?)),
                Some(b'"') => parts.push(ValuePart::Text(self.delimited(b'"')?)),
                _ => {
                    let word = self.name();
                    if word.text.is_empty() {
                        let here = self.at..self.at;
                        self.tell(open, here, Problem::Expected("a value"));
                        return Ok(parts);
                    }
                    let is_number = word.text.bytes().all(|b| b.is_ascii_digit());
                    parts.push(match is_number {
                        true => ValuePart::Text(word.bytes),
                        false => ValuePart::Abbreviation(word),
                    });
                }
            }
            let end = self.at;
            self.skip();
            if self.peek() != Some(b'#') {
                self.at = end;
                return Ok(parts);
            }
            self.at += 1;
            self.skip();
        }
    }

    /// What stands between the mark here and the one that closes it. Braces within pair up, whatever stands before them:
    /// to BibTeX `\{` is a brace as well.
    fn delimited(&mut self, closing: u8) -> Result<Range<usize>, Unclosed> {
        let opened = self.at;
        let start = opened + 1;
        let mut depth = 0_usize;
        for (n, byte) in self.text.as_bytes()[start..].iter().enumerate() {
            let at = start + n;
            match byte {
                b'{' => depth += 1,
                b'}' if depth > 0 => depth -= 1,
                b'}' | b'"' if depth == 0 && *byte == closing => {
                    self.at = at + 1;
                    return Ok(start..at);
                }
                // The closing quotation mark lacks, or an opening brace does.
                b'}' => {
                    self.at = at + 1;
                    return Err(Unclosed(opened));
                }
                b'@' if self.begins_entry(at) => {
                    self.at = at;
                    return Err(Unclosed(opened));
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        Err(Unclosed(opened))
    }

    /// Whether an `@` stands at this byte and begins a line and an entry: `@word{key,`.
    fn begins_entry(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '\t']);
        if !before.is_empty() && !before.ends_with('\n') {
            return false;
        }
        let Some(rest) = self.text[at..].strip_prefix('@') else { return false };
        let word = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (kind, behind) = rest.split_at(word);
        let inner = behind.trim_start_matches([' ', '\t']).strip_prefix(['{', '(']);
        let line = inner.and_then(|inner| inner.split('\n').next());
        let own = ["string", "preamble", "comment"];
        let special = own.iter().any(|own| kind.eq_ignore_ascii_case(own));
        !kind.is_empty() && line.is_some_and(|line| special || line.contains(','))
    }

    /// Defines an abbreviation. It is made of those before it, so none leads back to itself.
    fn define(&mut self, name: &Word<'t>, parts: &ValueParts<'t>) {
        let known = name.text.to_lowercase();
        if self.abbreviations.contains_key(&known) {
            let problem = Problem::Redefined(name.text.to_owned());
            self.found.problems.push((name.bytes.clone(), problem));
            return;
        }
        // One that can't be written out is known all the same: its mistake is told once.
        let value = self.written_out(parts, name).map(|value| value.text);
        self.abbreviations.insert(known, value.unwrap_or_default());
    }

    /// A value with its abbreviations written out; `None` where that can't be done, which is
    /// reported.
    fn written_out(&mut self, parts: &ValueParts<'t>, name: &Word<'t>) -> Option<Value> {
        let place = |part: &ValuePart<'_>| match part {
            ValuePart::Text(bytes) => bytes.clone(),
            ValuePart::Abbreviation(word) => word.bytes.clone(),
        };
        let (first, last) = (parts.first()?, parts.last()?);
        let bytes = place(first).start..place(last).end;
        let is_verbatim = matches!(parts[..], [ValuePart::Text(_)]);
        let mut text = String::new();
        for part in parts {
            let more = match part {
                ValuePart::Text(bytes) => &self.text[bytes.clone()],
                ValuePart::Abbreviation(word) => {
                    let known = word.text.to_lowercase();
                    let month = || MONTHS.iter().find(|(name, _)| *name == known);
                    let own = self.abbreviations.get(&known).map(String::as_str);
                    let Some(found) = own.or_else(|| month().map(|(_, long)| *long))
                    else {
                        let problem = Problem::Undefined(word.text.to_owned());
                        self.found.problems.push((word.bytes.clone(), problem));
                        return None;
                    };
                    let Some(left) = self.budget.checked_sub(found.len()) else {
                        let problem = Problem::TooLong;
                        self.found.problems.push((name.bytes.clone(), problem));
                        return None;
                    };
                    self.budget = left;
                    found
                }
            };
            text.push_str(more);
        }
        if is_too_deep(&text) {
            self.found.problems.push((name.bytes.clone(), Problem::TooDeep));
            return None;
        }
        Some(Value { text, bytes, is_verbatim })
    }
}

fn is_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}
