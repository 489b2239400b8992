//! XML in memory: elements, attributes and texts with nothing in them that XML 1.0 forbids.

use crate::bytes;
use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;

/// Attributes of an element, in order.
pub(super) type Attributes<'a> = [(&'a str, &'a str)];

/// Few documents are shorter.
const ROOM: usize = 16 << 10;

/// An XML document that grows, indented by two spaces.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A document with its declaration and the start of its root element.
    pub(super) fn new(root: &str, attributes: &Attributes<'_>) -> Self {
        let room = Vec::with_capacity(ROOM);
        let mut xml = Xml { writer: Writer::new_with_indent(room, b' ', 2) };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.open(root, attributes);
        xml
    }

    /// Writes the start of an element.
    pub(super) fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.write(Event::Start(start(name, attributes)));
    }

    /// Writes the end of an element.
    pub(super) fn close(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// Writes an element that holds a text.
    pub(super) fn text(&mut self, name: &str, attributes: &Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.write(Event::Text(BytesText::from_escaped(escaped(text))));
        self.close(name);
    }

    /// Writes elements that are made already: each line of them after a line's end.
    pub(super) fn lines(&mut self, lines: &str) {
        self.writer.get_mut().extend_from_slice(lines.as_bytes());
    }

    /// Writes the end of the root element; the document's bytes.
    pub(super) fn finish(mut self, root: &str) -> Vec<u8> {
        self.close(root);
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write(&mut self, event: Event<'_>) {
        let written = self.writer.write_event(event);
        written.unwrap_or_else(|_| unreachable!("memory takes every byte"));
    }
}

fn start<'a>(name: &'a str, attributes: &Attributes<'_>) -> BytesStart<'a> {
    if attributes.is_empty() {
        return BytesStart::new(name);
    }
    let lengths = attributes.iter().map(|(name, value)| name.len() + value.len() + 4);
    let mut content = String::with_capacity(name.len() + lengths.sum::<usize>());
    content.push_str(name);
    let mut start = BytesStart::from_content(content, name.len());
    for (name, value) in attributes {
        start.push_attribute((*name, &*allowed(value)));
    }
    start
}

/// `text` as it stands between the tags of an element.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    match allowed(text) {
        Cow::Borrowed(text) if !bytes::needs_escape(text) => Cow::Borrowed(text),
        Cow::Borrowed(text) => partial_escape(text),
        Cow::Owned(text) => partial_escape(text),
    }
}

/// `text` without the characters that XML 1.0 has no way to write (section 2.2).
fn allowed(text: &str) -> Cow<'_, str> {
    if bytes::is_printable(text) {
        return Cow::Borrowed(text);
    }
    let forbidden = |c: char| {
        matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(forbidden) {
        Cow::Owned(text.replace(forbidden, ""))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_left_out_and_the_rest_is_escaped() {
        let mut xml = Xml::new("a", &[("b", "\"<\u{1}&")]);
        xml.text("c", &[], "\0<script>]]>\u{b}\t\u{ffff}مرحبا\u{1f600}");
        let expected = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
            <a b=\"&quot;&lt;&amp;\">\n  \
            <c>&lt;script&gt;]]&gt;\tمرحبا\u{1f600}</c>\n</a>\n";
        assert_eq!(String::from_utf8(xml.finish("a")).unwrap(), expected);
    }
}
