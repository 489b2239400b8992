//! The addresses in raw HTML: which attributes hold one, and where it is written.
//!
//! Tags are told apart as the HTML Standard's tokenizer does it (13.2.5), so far as attributes need it. Nothing is
//! repaired: what a browser reads as an address is found, whatever is wrong with the tags around it.

use super::tree::{Kind, Tree};
use pulldown_cmark::{Event, Parser};
use std::borrow::Cow;
use std::ops::Range;

/// A block of raw HTML as it is let through: without its comments.
#[derive(Debug, Default)]
pub struct HtmlBlock {
    /// The HTML.
    pub html: String,
    /// Whether each comment is closed. One that is not would hide the rest of the page, so it stays,
    /// and the block is to be shown as text.
    pub is_whole: bool,
    /// Where each piece of it begins, and the byte of the source that it begins with.
    pieces: Vec<(usize, Option<usize>)>,
}

impl HtmlBlock {
    /// The block of HTML at `node` of a tree.
    pub fn of(tree: &Tree, text: &str, node: u32) -> Self {
        let mut lines = HtmlBlock { is_whole: true, ..HtmlBlock::default() };
        for at in tree.inside(node) {
            if let Kind::Html(piece) | Kind::Text(piece) = tree.nodes[at as usize].kind {
                let source = piece.source().map(|place| place.start);
                lines.push(tree.text(piece, text), source);
            }
        }
        lines.without_comments()
    }

    fn push(&mut self, html: &str, source: Option<usize>) {
        self.pieces.push((self.html.len(), source));
        self.html.push_str(html);
    }

    fn without_comments(self) -> Self {
        if !self.html.contains("<!--") {
            return self;
        }
        let mut kept = HtmlBlock { is_whole: true, ..HtmlBlock::default() };
        let mut from = 0;
        while let Some(start) = self.html[from..].find("<!--").map(|at| from + at) {
            kept.take(&self, from..start);
            let Some(length) = self.html[start + 4..].find("-->") else {
                kept.take(&self, start..self.html.len());
                kept.is_whole = false;
                return kept;
            };
            from = start + 4 + length + 3;
        }
        kept.take(&self, from..self.html.len());
        kept
    }

    /// Adds a part of another block.
    fn take(&mut self, from: &HtmlBlock, part: Range<usize>) {
        let first = from.piece_at(part.start);
        let behind = from.pieces.get(first..).unwrap_or_default();
        for (nth, (start, source)) in behind.iter().enumerate() {
            let next = behind.get(nth + 1).map_or(from.html.len(), |(next, _)| *next);
            let (begin, end) = ((*start).max(part.start), next.min(part.end));
            if begin >= end {
                break;
            }
            let source = source.map(|source| source + (begin - start));
            self.push(&from.html[begin..end], source);
        }
    }

    /// Which piece a byte is of.
    fn piece_at(&self, at: usize) -> usize {
        self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1)
    }

    /// Where a part of it stands in the source, if it stands there as it is.
    pub(super) fn source(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let at = |byte: usize| {
            let (start, source) = self.pieces.get(self.piece_at(byte))?;
            Some((*source)? + (byte - start))
        };
        let (start, last) = (at(part.start)?, at(part.end.checked_sub(1)?)?);
        (last >= start).then(|| start..last + 1)
    }
}

/// What the tags of some HTML say, as bytes of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// The addresses, in order, white space around them left out. What leads to the top of the page
    /// (`#`) and what is empty is none.
    pub addresses: Vec<Range<usize>>,
    /// What can be led to by `#…`.
    pub(super) ids: Vec<Range<usize>>,
}

/// Elements whose contents are no HTML, up to their end.
const RAW: [&str; 9] = [
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
];

/// Attributes that are an address wherever they stand.
const ADDRESSES: [&str; 9] = [
    "href",
    "src",
    "poster",
    "action",
    "formaction",
    "xlink:href",
    "cite",
    "longdesc",
    "background",
];

/// Reads the tags of some HTML. Time is linear in its length.
pub fn tags(html: &str) -> Tags {
    let mut reader = TagReader { html, at: 0, tags: Tags::default() };
    while let Some(open) = reader.find(b'<') {
        reader.at = open + 1;
        match reader.byte() {
            Some(b'!' | b'?') => reader.pass_comment(),
            Some(b'/') => {
                reader.at += 1;
                match reader.byte() {
                    Some(byte) if byte.is_ascii_alphabetic() => {
                        let name = reader.name();
                        reader.attributes(&name, false);
                    }
                    _ => reader.pass_comment(),
                }
            }
            Some(byte) if byte.is_ascii_alphabetic() => {
                let name = reader.name();
                reader.attributes(&name, true);
                if RAW.contains(&&*name) {
                    reader.pass_contents(&name);
                }
            }
            _ => {}
        }
    }
    reader.tags
}

struct TagReader<'h> {
    html: &'h str,
    at: usize,
    tags: Tags,
}

impl TagReader<'_> {
    fn byte(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    fn find(&self, byte: u8) -> Option<usize> {
        let rest = self.html.as_bytes().get(self.at..)?;
        memchr::memchr(byte, rest).map(|found| self.at + found)
    }

    /// Goes on to the first byte that `ends` holds of; gives those before it.
    fn until(&mut self, ends: impl Fn(u8) -> bool) -> Range<usize> {
        let start = self.at;
        while self.byte().is_some_and(|byte| !ends(byte)) {
            self.at += 1;
        }
        start..self.at
    }

    fn pass_space(&mut self) {
        self.until(|byte| !is_space(byte));
    }

    /// Goes behind a comment or what is read as one.
    fn pass_comment(&mut self) {
        let rest = &self.html[self.at..];
        let end = match rest.strip_prefix("!--") {
            Some(inside) => inside.find("-->").map(|end| 3 + end + 3),
            None => rest.find('>').map(|end| end + 1),
        };
        self.at = end.map_or(self.html.len(), |end| self.at + end);
    }

    fn name(&mut self) -> String {
        let name = self.until(|byte| is_space(byte) || matches!(byte, b'/' | b'>'));
        self.html[name].to_ascii_lowercase()
    }

    /// Goes to the end of an element that holds no HTML; what is never closed holds all the rest.
    fn pass_contents(&mut self, name: &str) {
        while let Some(open) = self.find(b'<') {
            self.at = open + 1;
            let rest = &self.html.as_bytes()[self.at..];
            let Some(rest) = rest.strip_prefix(b"/") else { continue };
            let is_end = rest
                .get(..name.len())
                .is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()));
            let ends = |byte: &u8| is_space(*byte) || matches!(byte, b'/' | b'>');
            if is_end && rest.get(name.len()).is_none_or(ends) {
                self.at = open;
                return;
            }
        }
        self.at = self.html.len();
    }

    /// Reads the attributes of a tag, and its `>`.
    fn attributes(&mut self, tag: &str, is_start: bool) {
        loop {
            self.until(|byte| !is_space(byte) && byte != b'/');
            match self.byte() {
                None => return,
                Some(b'>') => {
                    self.at += 1;
                    return;
                }
                Some(_) => {}
            }
            let start = self.at;
            // A `=` at the beginning is part of the name.
            self.at += 1;
            self.until(|byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'='));
            let name = start..self.at;
            self.pass_space();
            if self.byte() != Some(b'=') {
                continue;
            }
            self.at += 1;
            self.pass_space();
            let value = match self.byte() {
                Some(quote @ (b'"' | b'\'')) => {
                    self.at += 1;
                    let Some(end) = self.find(quote) else {
                        // It never ends: a browser drops the tag.
                        self.at = self.html.len();
                        return;
                    };
                    let value = self.at..end;
                    self.at = end + 1;
                    value
                }
                _ => self.until(|byte| is_space(byte) || byte == b'>'),
            };
            if is_start && let Some(name) = self.html.get(name) {
                self.attribute(tag, &name.to_ascii_lowercase(), value);
            }
        }
    }

    fn attribute(&mut self, tag: &str, name: &str, value: Range<usize>) {
        if ADDRESSES.contains(&name) || (tag, name) == ("object", "data") {
            self.address(value);
        } else if matches!(name, "srcset" | "imagesrcset") {
            self.candidates(value);
        } else if name == "id" || (tag, name) == ("a", "name") {
            self.tags.ids.push(value);
        }
    }

    fn address(&mut self, value: Range<usize>) {
        let written = &self.html[value.clone()];
        let begin = value.start + (written.len() - written.trim_start().len());
        let written = written.trim();
        if !matches!(written, "" | "#" | "#top") {
            self.tags.addresses.push(begin..begin + written.len());
        }
    }

    /// Reads the candidates of a `srcset` (HTML Standard, 4.8.4.2.1): `small.jpg 1x, large.jpg 2x`.
    fn candidates(&mut self, value: Range<usize>) {
        let bytes = self.html.as_bytes();
        let mut at = value.start;
        while at < value.end {
            if is_space(bytes[at]) || bytes[at] == b',' {
                at += 1;
                continue;
            }
            let start = at;
            while at < value.end && !is_space(bytes[at]) {
                at += 1;
            }
            let mut end = at;
            while bytes[end - 1] == b',' {
                end -= 1;
            }
            self.address(start..end);
            let mut depth = 0_usize;
            // A comma right behind the address ends the candidate; else its descriptors follow.
            while end == at && at < value.end && (depth > 0 || bytes[at] != b',') {
                match bytes[at] {
                    b'(' => depth += 1,
                    b')' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                at += 1;
                end = at;
            }
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

/// The address that a browser reads in the value of an attribute: character references are decoded (HTML
/// Standard, 13.2.5.72), tabs, line breaks and control characters at its ends are taken out (URL Standard, 4.4).
pub(super) fn address(value: &str) -> Cow<'_, str> {
    let decoded = decoded(value);
    let is_end = |c: char| c <= ' ';
    let is_dropped = |c: char| matches!(c, '\t' | '\n' | '\r');
    if !decoded.contains(is_dropped) && decoded.trim_matches(is_end) == decoded {
        return decoded;
    }
    decoded.trim_matches(is_end).replace(is_dropped, "").into()
}

/// A text with its character references decoded.
fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return value.into();
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let (shown, length) = reference(behind).unwrap_or_else(|| ("&".to_owned(), 0));
        out.push_str(&shown);
        rest = &behind[length..];
    }
    out.push_str(rest);
    out.into()
}

/// The longest name of a character has so many letters.
const LONGEST_NAME: usize = 32;

/// The characters that a reference stands for, and how many bytes it has behind `&`.
fn reference(behind: &str) -> Option<(String, usize)> {
    if let Some(number) = behind.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let digits_start = behind.len() - digits.len();
        let code = u32::from_str_radix(digits.get(..length)?, radix);
        if length == 0 {
            return None;
        }
        let shown = code.ok().and_then(char::from_u32).unwrap_or('\u{fffd}');
        let semicolon = usize::from(digits[length..].starts_with(';'));
        return Some((shown.to_string(), digits_start + length + semicolon));
    }
    let letters = |c: char| c.is_ascii_alphanumeric();
    let length = behind.find(|c: char| !letters(c)).unwrap_or(behind.len());
    if !(1..=LONGEST_NAME).contains(&length) || !behind[length..].starts_with(';') {
        return None;
    }
    // The names are those of CommonMark, whose reader knows them.
    let written = format!("&{};", &behind[..length]);
    let read: String = Parser::new(&written)
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        })
        .collect();
    (read != written).then_some((read, length + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> Vec<&str> {
        tags(html).addresses.into_iter().map(|range| &html[range]).collect()
    }

    #[test]
    fn addresses_are_found_however_their_attributes_are_written() {
        assert_eq!(
            found("<a href=\"x.md\" SRC = ' y '><IMG Src=z/>"),
            ["x.md", "y", "z/"]
        );
        assert_eq!(
            found("<img srcset='a.png 1x,b.png, c.png 2x' alt=\"href=q\">"),
            ["a.png", "b.png", "c.png"]
        );
        assert_eq!(
            found("<object data=a><data value=b data=c><use xlink:href='d.svg#e'/>"),
            ["a", "d.svg#e"]
        );
        assert_eq!(
            found("<video\nposter=a\nsrc\n=\n\"b\"/><a/href='c'>"),
            ["a", "b", "c"]
        );
    }

    #[test]
    fn what_is_no_tag_has_no_address() {
        for none in [
            "href=\"x\"",
            "<!-- <a href=x> --> < a href=y>",
            "<script>\"<a href='x'>\"</scripty></SCRIPT >",
            "<style><a href=x>",
            "</a href=x>",
            "<a href=><a href=\"\"><a href='#'><a href>",
            "<a title=\"<img src=x>\">",
            "<a href=\"x",
            "<a data-href=x hrefs=y>",
            "<",
            "</",
            "<!",
            "<a href=",
            "<a =href",
            "<a \u{e9}='\0",
        ] {
            assert_eq!(found(none), [""; 0], "{none}");
        }
    }

    #[test]
    fn a_tag_that_is_not_closed_keeps_its_addresses() {
        assert_eq!(found("<a href=\"javascript:x\""), ["javascript:x"]);
        assert_eq!(found("<a href=javascript:x"), ["javascript:x"]);
        assert_eq!(found("<script src=a.js>"), ["a.js"]);
        assert_eq!(found("<a <b href=c>"), ["c"]);
    }

    #[test]
    fn much_that_never_ends_takes_no_longer() {
        for part in [
            "<a href=\"",
            "<script>",
            "<!--",
            "<a ",
            "</",
            "<a href='x' ",
            "&#",
            "<x srcset=',(",
        ] {
            let html = part.repeat(20_000);
            tags(&html);
            address(&html);
        }
    }

    #[test]
    fn an_address_is_read_as_a_browser_reads_it() {
        assert_eq!(address("a?b&amp;c&d"), "a?b&c&d");
        assert_eq!(address("java&Tab;scr\nipt&colon;&#97&#x62;"), "javascript:ab");
        assert_eq!(address("&#1;&#x6A;avascript:x"), "javascript:x");
        assert_eq!(
            address("&#99999999999;&nosuch;&;&#;&#x;"),
            "\u{fffd}&nosuch;&;&#;&#x;"
        );
    }
}
