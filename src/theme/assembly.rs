//! Putting a page together: what was made before it stands in it as a mark until the page is whole.
//!
//! Copying HTML through the engine costs as much as making it, so the engine passes on marks
//! only. A mark begins with the character NUL, for which HTML has no place, nor have Markdown,
//! YAML and TOML:
//!
//! - [`ROOT`] is the way from the page to the root, which differs from folder to folder;
//! - `NUL # number ;` is a part that `kept` has made, by its place among those of this page;
//! - `NUL = number ;` is a text of the page, by its place among those the page was given; where a
//!   template is rendered for its shape alone, it is a slot (`shape`);
//! - `NUL @ number ;` are the cards of a slot, by the place of the call of `kept` that shows them.

use crate::plain::is_plain_in_any_quotes;
use std::cell::{Cell, RefCell};
use std::io;
use std::sync::Arc;

/// Stands for the way to the root in HTML that a page is given.
pub const ROOT: &str = "\0/";

const NUL: u8 = 0;

thread_local! {
    /// The parts of the page that this thread renders. The engine has no place for them.
    static PARTS: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
    /// The last part that was made on this thread, for its memory: that is had once.
    static KEEPING: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// HTML that is the same on every page, but for marks of what only the page knows.
///
/// It is one piece of memory, because pages with hundreds of parts are made as quickly as these can be
/// fetched: the HTML, where each mark stands in it, and how many there are, each of these in four bytes.
/// To look for the marks on every page would take as long as copying it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept(Arc<[u8]>);

/// Four bytes that are a number.
const NUMBER: usize = size_of::<u32>();

impl Kept {
    /// Keeps what `make` adds to an empty page; none where it makes nothing.
    pub(super) fn made(make: impl FnOnce(&mut Vec<u8>) -> Option<()>) -> Option<Self> {
        let mut made = KEEPING.take();
        made.clear();
        let kept = make(&mut made).map(|()| Kept::closed(&mut made));
        KEEPING.set(made);
        kept
    }

    /// Keeps the HTML in `made`, behind which it writes where the marks are.
    fn closed(made: &mut Vec<u8>) -> Self {
        // A card shows a few texts, and a text has 16 MiB at most.
        let number = |number: usize| (number as u32).to_le_bytes();
        let html = made.len();
        let (mut from, mut count) = (0, 0);
        while let Some(at) = memchr::memchr(NUL, &made[from..html]) {
            made.extend_from_slice(&number(from + at));
            from += at + 1;
            count += 1;
        }
        made.extend_from_slice(&number(count));
        Kept(made.as_slice().into())
    }

    /// The HTML, and where its marks stand.
    fn parts(&self) -> (&[u8], impl Iterator<Item = usize>) {
        let number = |bytes: &[u8; NUMBER]| u32::from_le_bytes(*bytes) as usize;
        let (before, count) = self.0.split_last_chunk().unwrap_or((&[], &[0; NUMBER]));
        let html = before.len().saturating_sub(number(count) * NUMBER);
        let (html, marks) = before.split_at(html);
        (html, marks.as_chunks::<NUMBER>().0.iter().map(number))
    }

    /// The HTML, with marks.
    pub(super) fn html(&self) -> &[u8] {
        self.parts().0
    }

    /// Adds it to `page` with the way to the root in its places.
    pub(super) fn place(&self, root: &[u8], page: &mut Vec<u8>) {
        let (html, marks) = self.parts();
        rooted_at(marks, html, root, page);
    }
}

/// What is known only where a page is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hole {
    Root,
    Text(usize),
    Cards(usize),
}

impl Hole {
    /// Adds its mark to `out`.
    pub(super) fn mark(self, out: &mut String) {
        let (kind, number) = match self {
            Hole::Root => return out.push_str(ROOT),
            Hole::Text(number) => ("\0=", number),
            Hole::Cards(number) => ("\0@", number),
        };
        out.push_str(kind);
        out.push_str(itoa::Buffer::new().format(number));
        out.push(';');
    }
}

/// What a page is put together from.
pub(super) enum Piece<'p> {
    Html(&'p [u8]),
    Hole(Hole),
}

/// The parts of a page from one moment on; forgotten with it.
pub(super) struct Parts {
    first: usize,
}

impl Parts {
    /// Those that are added from now on.
    pub(super) fn begin() -> Self {
        Parts { first: PARTS.with_borrow(Vec::len) }
    }

    /// Adds the mark of a part to `out`.
    pub(super) fn add(part: Kept, out: &mut String) {
        let number = PARTS.with_borrow_mut(|parts| {
            parts.push(part);
            parts.len() - 1
        });
        out.push_str("\0#");
        out.push_str(itoa::Buffer::new().format(number));
        out.push(';');
    }

    /// What the engine has made, as HTML for any page.
    pub(super) fn keep(self, made: &str) -> Kept {
        let html = if has_marks(made) { flat(made) } else { made.to_owned() };
        Kept::closed(&mut html.into_bytes())
    }

    /// Adds what the engine has made to `page`, which lies `root` from the root and has `texts`.
    pub(super) fn place(
        self,
        made: &[u8],
        root: &str,
        texts: &[(&str, &str)],
        page: &mut Vec<u8>,
    ) {
        let of_parts: usize = PARTS.with_borrow(|parts| {
            parts[self.first..].iter().map(|it| it.html().len()).sum()
        });
        let of_texts: usize = texts.iter().map(|(_, html)| html.len()).sum();
        page.reserve(made.len() + of_parts + of_texts + ROOTS * root.len());
        pieces(made, |piece| match piece {
            Piece::Html(some) => page.extend_from_slice(some),
            Piece::Hole(Hole::Root) => page.extend_from_slice(root.as_bytes()),
            Piece::Hole(Hole::Text(number)) => {
                let text = texts.get(number).map_or("", |(_, html)| *html);
                page.extend_from_slice(text.as_bytes());
            }
            // Only a template that is rendered for its shape has them.
            Piece::Hole(Hole::Cards(_)) => {}
        });
    }

    /// Goes through what the engine has made of a template for its shape.
    pub(super) fn cut(self, made: &[u8], take: impl FnMut(Piece<'_>)) {
        pieces(made, take);
    }
}

/// How often an ordinary page names its root.
const ROOTS: usize = 128;

impl Drop for Parts {
    fn drop(&mut self) {
        PARTS.with_borrow_mut(|parts| parts.truncate(self.first));
    }
}

/// The mark of the text with this place among those a page is given.
pub(super) fn text_mark(number: usize) -> String {
    let mut mark = String::new();
    Hole::Text(number).mark(&mut mark);
    mark
}

/// The slot that `text` is the mark of.
pub(super) fn slot(text: &str) -> Option<usize> {
    match read(text.as_bytes()) {
        (length, Some(Mark::Hole(Hole::Text(slot)))) if length == text.len() => {
            Some(slot)
        }
        _ => None,
    }
}

/// `made` with its parts in their places, still with marks for what only the page knows.
pub(super) fn flat(made: &str) -> String {
    let mut flat = Vec::with_capacity(made.len());
    let mut mark = String::new();
    pieces(made.as_bytes(), |piece| match piece {
        Piece::Html(some) => flat.extend_from_slice(some),
        Piece::Hole(hole) => {
            mark.clear();
            hole.mark(&mut mark);
            flat.extend_from_slice(mark.as_bytes());
        }
    });
    // It was UTF-8, and so is every part.
    String::from_utf8(flat).unwrap_or_default()
}

/// Escapes plain text for the engine. A NUL of an author's, which HTML can't hold, would be taken for a
/// mark: it becomes U+FFFD. Only HTML passes by here, and that is made by this program.
pub(super) fn escape(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    if is_plain_in_any_quotes(text) {
        return out.write_all(text.as_bytes());
    }
    if has_marks(text) {
        return tera::escape_html(&text.replace('\0', "\u{fffd}"), out);
    }
    tera::escape_html(text, out)
}

/// Whether a text has marks in it.
pub(super) fn has_marks(text: &str) -> bool {
    memchr::memchr(NUL, text.as_bytes()).is_some()
}

fn pieces(made: &[u8], mut take: impl FnMut(Piece<'_>)) {
    PARTS.with_borrow(|parts| pieces_of(made, parts, &mut take));
}

/// Adds `html` to `page` with the way to the root in its places.
pub(super) fn rooted(html: &[u8], root: &[u8], page: &mut Vec<u8>) {
    rooted_at(memchr::memchr_iter(NUL, html), html, root, page);
}

/// The same, where it is known that marks stand in these places.
fn rooted_at(
    marks: impl Iterator<Item = usize>,
    html: &[u8],
    root: &[u8],
    page: &mut Vec<u8>,
) {
    let mut from = 0;
    for at in marks {
        page.extend_from_slice(&html[from..at]);
        page.extend_from_slice(root);
        from = (at + ROOT.len()).min(html.len());
    }
    page.extend_from_slice(&html[from..]);
}

/// Goes through `made` and through the parts in it; a kept part has no more parts in it.
fn pieces_of<'p>(made: &'p [u8], parts: &'p [Kept], take: &mut impl FnMut(Piece<'p>)) {
    let mut from = 0;
    for at in memchr::memchr_iter(NUL, made) {
        take(Piece::Html(&made[from..at]));
        let (length, mark) = read(&made[at..]);
        from = at + length;
        match mark {
            Some(Mark::Hole(hole)) => take(Piece::Hole(hole)),
            Some(Mark::Part(number)) => {
                if let Some(part) = parts.get(number) {
                    pieces_of(part.html(), &[], take);
                }
            }
            None => {}
        }
    }
    take(Piece::Html(&made[from..]));
}

enum Mark {
    Hole(Hole),
    Part(usize),
}

/// The mark that `made` begins with, and its length. A template may have cut one: what is left
/// of it means nothing.
fn read(made: &[u8]) -> (usize, Option<Mark>) {
    let kind = made.get(1);
    if kind == Some(&b'/') {
        return (ROOT.len(), Some(Mark::Hole(Hole::Root)));
    }
    let digits = made.iter().skip(2).take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 || made.get(2 + digits) != Some(&b';') {
        return (1, None);
    }
    let of = |number: usize, digit: &u8| {
        number.saturating_mul(10).saturating_add(usize::from(digit - b'0'))
    };
    let number = made[2..2 + digits].iter().fold(0, of);
    let mark = match kind {
        Some(b'#') => Some(Mark::Part(number)),
        Some(b'=') => Some(Mark::Hole(Hole::Text(number))),
        Some(b'@') => Some(Mark::Hole(Hole::Cards(number))),
        _ => None,
    };
    (if mark.is_some() { digits + 3 } else { 1 }, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(parts: Parts, made: &str, root: &str, texts: &[(&str, &str)]) -> String {
        let mut page = Vec::new();
        parts.place(made.as_bytes(), root, texts, &mut page);
        String::from_utf8(page).unwrap()
    }

    #[test]
    fn parts_stand_in_each_other_and_in_a_page() {
        let page = Parts::begin();
        let mut made = "a".to_owned();
        Parts::add(Parts::begin().keep("<\0/b>"), &mut made);
        let inner = Parts::begin();
        let mut outer = "[".to_owned();
        Parts::add(Parts::begin().keep("c\0/"), &mut outer);
        outer.push(']');
        let outer = inner.keep(&outer);
        Parts::add(outer, &mut made);
        assert_eq!(placed(page, &made, "../", &[]), "a<../b>[c../]");
        assert_eq!(PARTS.with_borrow(Vec::len), 0);
    }

    #[test]
    fn texts_stand_where_their_marks_are() {
        let made = format!("<p>{}</p>{}", text_mark(1), text_mark(0));
        let texts = [("a", "A"), ("b", "B")];
        assert_eq!(placed(Parts::begin(), &made, "", &texts), "<p>B</p>A");
    }

    #[test]
    fn a_text_may_pass_through_what_is_kept() {
        let page = Parts::begin();
        let mut made = String::new();
        Parts::add(Parts::begin().keep("<\0=0;>"), &mut made);
        assert_eq!(flat(&made), "<\0=0;>");
        assert_eq!(placed(page, &made, "", &[("a", "A")]), "<A>");
    }

    #[test]
    fn what_is_left_of_a_mark_is_left_out() {
        for cut in
            ["\0", "\0#", "\0#1", "\0#1x", "\0=;", "\0x1;", "\0#99999999999999999999;"]
        {
            let shown = placed(Parts::begin(), &format!("a{cut}"), "../", &[]);
            assert!(!shown.contains('\0'), "{cut:?}");
        }
    }
}
