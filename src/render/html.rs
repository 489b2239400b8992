//! HTML as a value: text that is escaped, and the escaping of it.

use crate::bytes::needs_escape;
use serde::Serialize;
use std::fmt;

/// HTML that is safe to put into a page as it is: whoever makes one has escaped the text in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Plain text as HTML.
    pub fn text(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        escape(text, &mut html);
        Html(html)
    }

    /// HTML that a template has written: the template engine escapes what it is given.
    pub fn templated(html: String) -> Self {
        Html(html)
    }

    /// HTML that this room has written.
    pub(super) fn written(html: String) -> Self {
        Html(html)
    }

    /// Adds plain text to HTML, fit for a page's text and for an attribute in `"…"`.
    pub fn escape(text: &str, html: &mut String) {
        escape(text, html);
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, to be kept.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Adds `text` to `out`, fit for a page's text and for an attribute in `"…"`. A NUL, which
/// HTML can't hold, becomes U+FFFD.
pub(super) fn escape(text: &str, out: &mut String) {
    if !needs_escape(text) {
        return out.push_str(text);
    }
    let bytes = text.as_bytes();
    let mut tags = memchr::memchr3_iter(b'&', b'<', b'>', bytes).peekable();
    let mut others = memchr::memchr2_iter(b'"', 0, bytes).peekable();
    let mut from = 0;
    loop {
        let at = match (tags.peek(), others.peek()) {
            (Some(tag), Some(other)) if other < tag => others.next(),
            (Some(_), _) => tags.next(),
            (None, _) => others.next(),
        };
        let Some(at) = at else { break };
        out.push_str(&text[from..at]);
        out.push_str(match bytes[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "\u{fffd}",
        });
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Adds ` name="value"`.
pub(super) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}
