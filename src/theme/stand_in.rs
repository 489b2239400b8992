//! StandIns: what stands in HTML for what only the page knows.
//!
//! The template engine is given a short text in place of what need not pass through it: the text of a page,
//! which is long, and the way to the root, which differs from folder to folder. What they stand for is put in
//! when the page is whole. A stand-in begins with the character NUL, for which HTML has no place, nor
//! have Markdown, YAML and TOML:
//!
//! - [`ROOT`] is the way from the page to the root;
//! - `NUL = number ;` is a text of the page, by its place among those the page was given; in a mould,
//!   it is a gap;
//! - `NUL @ gap : call ;` are the cards of a gap in a mould, as a call of `kept` shows them.

use crate::bytes::needs_escape_in_any_quotes;
use crate::keys::Key;
use std::io;
use std::str::FromStr;

/// Stands for the way to the root in HTML that a page is given.
pub const ROOT: &str = "\0/";

const NUL: u8 = 0;

/// What is known only where a page is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StandIn {
    /// The way to the root.
    Root,
    /// A text, or a gap.
    Text(usize),
    /// The cards of a gap, as this call of `kept` shows them.
    Cards { gap: usize, call: Key },
}

impl StandIn {
    /// The characters that stand for it.
    pub(super) fn text(self) -> String {
        match self {
            StandIn::Root => ROOT.to_owned(),
            StandIn::Text(number) => format!("\0={number};"),
            StandIn::Cards { gap, call } => format!("\0@{gap}:{};", call.number()),
        }
    }

    /// The stand-in that `html` begins with, and its length. A template may have cut one: what is left
    /// of it means nothing.
    fn read(html: &[u8]) -> (usize, Option<Self>) {
        let read = || match html.get(1)? {
            b'/' => Some((ROOT.len(), StandIn::Root)),
            b'=' => {
                let (number, end) = number(html, 2, b';')?;
                Some((end, StandIn::Text(number)))
            }
            b'@' => {
                let (gap, end) = number(html, 2, b':')?;
                let (call, end) = number(html, end, b';')?;
                Some((end, StandIn::Cards { gap, call: Key::from_number(call) }))
            }
            _ => None,
        };
        read().map_or((1, None), |(length, found)| (length, Some(found)))
    }

    /// The gap for which `text` stands.
    pub(super) fn gap(text: &str) -> Option<usize> {
        match StandIn::read(text.as_bytes()) {
            (length, Some(StandIn::Text(gap))) if length == text.len() => Some(gap),
            _ => None,
        }
    }
}

/// The number that begins at `from` and ends with `end`, and where what follows begins.
fn number<N: FromStr>(html: &[u8], from: usize, end: u8) -> Option<(N, usize)> {
    let digits = html.get(from..)?;
    let length = digits.iter().position(|byte| !byte.is_ascii_digit())?;
    let number = std::str::from_utf8(&digits[..length]).ok()?.parse().ok()?;
    (digits[length] == end).then_some((number, from + length + 1))
}

/// Goes through what the engine has made: `take` is given HTML, and the stand-in behind it, if there is one.
pub(super) fn parts(made: &[u8], mut take: impl FnMut(&[u8], Option<StandIn>)) {
    let mut from = 0;
    for at in memchr::memchr_iter(NUL, made) {
        let (length, stand_in) = StandIn::read(&made[at..]);
        take(&made[from..at], stand_in);
        from = at + length;
    }
    take(&made[from..], None);
}

/// Adds what the engine has made to `page`, which lies `root` from the root and has these texts.
pub(super) fn place(made: &[u8], root: &str, texts: &[(&str, &str)], page: &mut Vec<u8>) {
    parts(made, |html, stand_in| {
        page.extend_from_slice(html);
        match stand_in {
            Some(StandIn::Root) => page.extend_from_slice(root.as_bytes()),
            Some(StandIn::Text(number)) => {
                let text = texts.get(number).map_or("", |(_, html)| html);
                page.extend_from_slice(text.as_bytes());
            }
            // Only what is made for a mould has cards.
            Some(StandIn::Cards { .. }) | None => {}
        }
    });
}

/// Adds `html` to `page` with the way to the root in its places; there are no other stand-ins in it.
pub(super) fn place_root(html: &[u8], root: &[u8], page: &mut Vec<u8>) {
    let mut from = 0;
    for at in memchr::memchr_iter(NUL, html) {
        page.extend_from_slice(&html[from..at]);
        page.extend_from_slice(root);
        from = (at + ROOT.len()).min(html.len());
    }
    page.extend_from_slice(&html[from..]);
}

/// Escapes plain text for the engine. A NUL of an author's, which HTML can't hold, would be taken for a
/// stand-in: it becomes U+FFFD. Only HTML passes by here, and that is made by this program.
pub(super) fn escape(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    if !needs_escape_in_any_quotes(text) {
        return out.write_all(text.as_bytes());
    }
    if memchr::memchr(NUL, text.as_bytes()).is_some() {
        return tera::escape_html(&text.replace('\0', "\u{fffd}"), out);
    }
    tera::escape_html(text, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(made: &str) -> String {
        let mut page = Vec::new();
        place(made.as_bytes(), "../", &[("a", "A"), ("b", "B")], &mut page);
        String::from_utf8(page).unwrap()
    }

    #[test]
    fn texts_and_the_root_stand_where_their_stand_ins_are() {
        let [first, second] = [0, 1].map(|number| StandIn::Text(number).text());
        assert_eq!(placed(&format!("<p>{second}</p>{first}{ROOT}b")), "<p>B</p>A../b");
    }

    #[test]
    fn a_stand_in_is_read_as_it_is_written() {
        let cards = StandIn::Cards { gap: 3, call: Key::from_number(u64::MAX) };
        for one in [StandIn::Root, StandIn::Text(17), cards] {
            let text = one.text();
            assert_eq!(StandIn::read(text.as_bytes()), (text.len(), Some(one)));
        }
        assert_eq!(StandIn::gap("\0=4;"), Some(4));
        assert_eq!(StandIn::gap("\0=4; "), None);
    }

    #[test]
    fn what_is_left_of_a_stand_in_is_left_out() {
        for cut in [
            "\0",
            "\0=",
            "\0=1",
            "\0=1x",
            "\0=;",
            "\0@1;",
            "\0@1:2",
            "\0x1;",
            "\0=99999999999999999999;",
        ] {
            assert!(!placed(&format!("a{cut}")).contains('\0'), "{cut:?}");
        }
    }
}
