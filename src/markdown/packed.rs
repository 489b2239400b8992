//! Trees in little room: what is kept of a text between its reading and its rendering.
//!
//! Nodes are written one behind the other in reading order, each as the distance from the one
//! before it: four or five bytes where [`Node`] has thirty. References and notes stand at
//! their nodes, because their numbers count in reading order too.

use super::tree::{
    Alert, Align, CiteForm, Fold, Form, Kind, Node, Note, Piece, Reference, Size, Tree,
};
use crate::files::FileId;
use std::sync::Arc;

/// A [`Tree`] in little room. What only an outline asks of a tree is left out: what was
/// malformed, too deep or there twice, and what citations say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed(Arc<[u8]>);

/// Kinds that are told by their number alone: their place in this list.
const PLAIN: [Kind; 49] = [
    Kind::Paragraph,
    Kind::BlockQuote,
    Kind::CodeBlock(None),
    Kind::List(None),
    Kind::Item,
    Kind::DefinitionList,
    Kind::Term,
    Kind::Definition,
    Kind::Table,
    Kind::TableHead,
    Kind::TableRow,
    Kind::HtmlBlock,
    Kind::Rule,
    Kind::SoftBreak,
    Kind::HardBreak,
    Kind::Emphasis,
    Kind::Strong,
    Kind::Strikethrough,
    Kind::Task(false),
    Kind::Task(true),
    Kind::TableCell(Align::Default),
    Kind::TableCell(Align::Left),
    Kind::TableCell(Align::Center),
    Kind::TableCell(Align::Right),
    Kind::Alert(Alert::Note, Fold::Never),
    Kind::Alert(Alert::Note, Fold::Open),
    Kind::Alert(Alert::Note, Fold::Closed),
    Kind::Alert(Alert::Tip, Fold::Never),
    Kind::Alert(Alert::Tip, Fold::Open),
    Kind::Alert(Alert::Tip, Fold::Closed),
    Kind::Alert(Alert::Important, Fold::Never),
    Kind::Alert(Alert::Important, Fold::Open),
    Kind::Alert(Alert::Important, Fold::Closed),
    Kind::Alert(Alert::Warning, Fold::Never),
    Kind::Alert(Alert::Warning, Fold::Open),
    Kind::Alert(Alert::Warning, Fold::Closed),
    Kind::Alert(Alert::Caution, Fold::Never),
    Kind::Alert(Alert::Caution, Fold::Open),
    Kind::Alert(Alert::Caution, Fold::Closed),
    Kind::Alert(Alert::Neutral, Fold::Never),
    Kind::Alert(Alert::Neutral, Fold::Open),
    Kind::Alert(Alert::Neutral, Fold::Closed),
    Kind::AlertTitle,
    Kind::Heading(1, None),
    Kind::Heading(2, None),
    Kind::Heading(3, None),
    Kind::Heading(4, None),
    Kind::Heading(5, None),
    Kind::Heading(6, None),
];

/// The number of a kind of [`PLAIN`].
fn plain(kind: Kind) -> Option<u8> {
    Some(match kind {
        Kind::Paragraph => 0,
        Kind::BlockQuote => 1,
        Kind::CodeBlock(None) => 2,
        Kind::List(None) => 3,
        Kind::Item => 4,
        Kind::DefinitionList => 5,
        Kind::Term => 6,
        Kind::Definition => 7,
        Kind::Table => 8,
        Kind::TableHead => 9,
        Kind::TableRow => 10,
        Kind::HtmlBlock => 11,
        Kind::Rule => 12,
        Kind::SoftBreak => 13,
        Kind::HardBreak => 14,
        Kind::Emphasis => 15,
        Kind::Strong => 16,
        Kind::Strikethrough => 17,
        Kind::Task(done) => 18 + u8::from(done),
        Kind::TableCell(align) => 20 + align as u8,
        Kind::Alert(alert, fold) => 24 + 3 * alert as u8 + fold as u8,
        Kind::AlertTitle => 42,
        Kind::Heading(level @ 1..=6, None) => 42 + level,
        _ => return None,
    })
}

/// Text that is all of its node, as nearly all is.
const WHOLE_TEXT: u8 = 64;
const TEXT: u8 = 65;
const CODE: u8 = 66;
const HTML: u8 = 67;
const HEADING: u8 = 68;
const CODE_BLOCK: u8 = 69;
const LIST: u8 = 70;
const NOTE: u8 = 71;
const NOTE_REF: u8 = 72;
const WIKI: u8 = 73;
const EMBED: u8 = 74;
const GROUP: u8 = 75;
const NARRATIVE: u8 = 76;
const BARE: u8 = 77;
const LINK: u8 = 78;
const EMAIL: u8 = 79;
const MARK: u8 = 80;
const GAP: u8 = 81;
const IMAGE: u8 = 82;
const WIDE: u8 = 83;
const MARKUP: u8 = 84;
const ANCHOR: u8 = 85;
const HTML_ADDRESS: u8 = 86;

impl Packed {
    /// Packs `tree`.
    pub fn of(tree: &Tree) -> Self {
        let mut out = Writer { bytes: Vec::with_capacity(tree.nodes.len() * 6 + 64) };
        out.number(tree.nodes.len() as u32);
        out.number(tree.references.len() as u32);
        out.number(tree.own.len() as u32);
        out.bytes.extend_from_slice(tree.own.as_bytes());
        let mut before = 0;
        for (index, node) in tree.nodes.iter().enumerate() {
            out.kind(tree, node);
            out.distance(before, node.start);
            out.number(node.end.wrapping_sub(node.start));
            out.number(node.next.wrapping_sub(index as u32));
            before = node.start;
        }
        Packed(out.bytes.into())
    }

    /// The tree, of a text of `file`.
    pub fn tree(&self, file: FileId) -> Tree {
        let mut from = Unpacker { bytes: &self.0 };
        let (nodes, references) = (from.number() as usize, from.number() as usize);
        let own = from.number() as usize;
        let (own, rest) = from.bytes.split_at(own);
        from.bytes = rest;
        let mut tree = Tree::new(file, nodes, references);
        tree.own = String::from_utf8_lossy(own).into_owned();
        let mut before = 0;
        for index in 0..nodes as u32 {
            let kind = from.kind(&mut tree, index);
            let start = from.distance(before);
            let end = start.wrapping_add(from.number());
            let next = index.wrapping_add(from.number());
            let kind = kind.unwrap_or(Kind::Text(Piece::Source(start, end)));
            tree.nodes.push(Node { kind, start, end, next });
            before = start;
        }
        tree
    }
}

struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Seven bits in a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// How far `to` is from `from`; the lowest bit says whether it lies before it.
    fn distance(&mut self, from: u32, to: u32) {
        let distance = to.wrapping_sub(from) as i32;
        self.number(((distance << 1) ^ (distance >> 31)) as u32);
    }

    fn piece(&mut self, piece: Piece) {
        self.maybe_piece(Some(piece));
    }

    fn maybe_piece(&mut self, piece: Option<Piece>) {
        let (tag, start, end) = match piece {
            None => return self.bytes.push(0),
            Some(Piece::Source(start, end)) => (1, start, end),
            Some(Piece::Own(start, end)) => (2, start, end),
        };
        self.bytes.push(tag);
        self.number(start);
        self.number(end.wrapping_sub(start));
    }

    fn maybe_size(&mut self, size: Option<Size>) {
        let Some(Size { width, height }) = size else { return self.bytes.push(0) };
        self.bytes.push(1 + u8::from(height.is_some()));
        self.number(width);
        height.into_iter().for_each(|height| self.number(height));
    }

    fn kind(&mut self, tree: &Tree, node: &Node) {
        if let Some(number) = plain(node.kind) {
            return self.bytes.push(number);
        }
        match node.kind {
            Kind::Text(Piece::Source(start, end))
                if (start, end) == (node.start, node.end) =>
            {
                self.bytes.push(WHOLE_TEXT);
            }
            Kind::Text(piece) => self.with_piece(TEXT, piece),
            Kind::Code(piece) => self.with_piece(CODE, piece),
            Kind::Html(piece) => self.with_piece(HTML, piece),
            Kind::Markup(piece) => self.with_piece(MARKUP, piece),
            Kind::Anchor(id) => self.with_piece(ANCHOR, id),
            Kind::CodeBlock(Some(info)) => self.with_piece(CODE_BLOCK, info),
            Kind::Heading(level, id) => {
                self.bytes.extend([HEADING, level]);
                self.maybe_piece(id);
            }
            Kind::List(first) => {
                self.bytes.push(LIST);
                self.number(first.unwrap_or_default());
            }
            Kind::Note(number) => {
                let note = &tree.notes[number as usize];
                self.with_piece(NOTE, note.label);
                self.number(note.uses);
            }
            Kind::NoteRef(number) => {
                self.bytes.push(NOTE_REF);
                self.number(number);
            }
            Kind::Reference(number) => {
                self.form(tree.references[number as usize].form);
            }
            _ => {}
        }
    }

    fn with_piece(&mut self, tag: u8, piece: Piece) {
        self.bytes.push(tag);
        self.piece(piece);
    }

    fn form(&mut self, form: Form) {
        match form {
            Form::Cite(CiteForm::Group) => self.bytes.push(GROUP),
            Form::Cite(CiteForm::Narrative) => self.bytes.push(NARRATIVE),
            Form::Cite(CiteForm::Bare) => self.bytes.push(BARE),
            Form::Cite(CiteForm::Wide) => self.bytes.push(WIDE),
            Form::Gap => self.bytes.push(GAP),
            Form::Wiki { target, heading } => {
                self.with_piece(WIKI, target);
                self.maybe_piece(heading);
            }
            Form::Embed { target, heading, label, size } => {
                self.with_piece(EMBED, target);
                self.maybe_piece(heading);
                self.maybe_piece(label);
                self.maybe_size(size);
            }
            Form::Link { dest, title, email } => {
                self.with_piece(if email { EMAIL } else { LINK }, dest);
                self.piece(title);
            }
            Form::Mark { class, attributes } => {
                self.with_piece(MARK, class);
                self.piece(attributes);
            }
            Form::Html { dest } => self.with_piece(HTML_ADDRESS, dest),
            Form::Image { dest, title, alt, size } => {
                self.with_piece(IMAGE, dest);
                self.piece(title);
                self.piece(alt);
                self.maybe_size(size);
            }
        }
    }
}

struct Unpacker<'p> {
    bytes: &'p [u8],
}

impl Unpacker<'_> {
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *byte
    }

    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    fn distance(&mut self, from: u32) -> u32 {
        let number = self.number();
        from.wrapping_add((number >> 1) ^ (number & 1).wrapping_neg())
    }

    fn piece(&mut self) -> Piece {
        self.maybe_piece().unwrap_or(Piece::Own(0, 0))
    }

    fn maybe_piece(&mut self) -> Option<Piece> {
        let tag = self.byte();
        if tag == 0 {
            return None;
        }
        let start = self.number();
        let end = start.wrapping_add(self.number());
        Some(if tag == 1 { Piece::Source(start, end) } else { Piece::Own(start, end) })
    }

    fn maybe_size(&mut self) -> Option<Size> {
        let tag = self.byte();
        (tag > 0).then(|| {
            let width = self.number();
            Size { width, height: (tag > 1).then(|| self.number()) }
        })
    }

    /// The kind of node `index`; none where it is text that is all of its node.
    fn kind(&mut self, tree: &mut Tree, index: u32) -> Option<Kind> {
        let tag = self.byte();
        if let Some(kind) = PLAIN.get(usize::from(tag)) {
            return Some(*kind);
        }
        Some(match tag {
            WHOLE_TEXT => return None,
            TEXT => Kind::Text(self.piece()),
            CODE => Kind::Code(self.piece()),
            HTML => Kind::Html(self.piece()),
            MARKUP => Kind::Markup(self.piece()),
            ANCHOR => Kind::Anchor(self.piece()),
            HEADING => Kind::Heading(self.byte(), self.maybe_piece()),
            CODE_BLOCK => Kind::CodeBlock(Some(self.piece())),
            LIST => Kind::List(Some(self.number())),
            NOTE => {
                let (label, uses) = (self.piece(), self.number());
                tree.notes.push(Note { label, definition: index, uses });
                Kind::Note(tree.notes.len() as u32 - 1)
            }
            NOTE_REF => Kind::NoteRef(self.number()),
            _ => {
                let form = self.form(tag);
                tree.references.push(Reference { node: index, form });
                Kind::Reference(tree.references.len() as u32 - 1)
            }
        })
    }

    fn form(&mut self, tag: u8) -> Form {
        match tag {
            WIKI => Form::Wiki { target: self.piece(), heading: self.maybe_piece() },
            EMBED => Form::Embed {
                target: self.piece(),
                heading: self.maybe_piece(),
                label: self.maybe_piece(),
                size: self.maybe_size(),
            },
            GROUP => Form::Cite(CiteForm::Group),
            NARRATIVE => Form::Cite(CiteForm::Narrative),
            BARE => Form::Cite(CiteForm::Bare),
            WIDE => Form::Cite(CiteForm::Wide),
            LINK | EMAIL => {
                let (dest, title) = (self.piece(), self.piece());
                Form::Link { dest, title, email: tag == EMAIL }
            }
            MARK => Form::Mark { class: self.piece(), attributes: self.piece() },
            HTML_ADDRESS => Form::Html { dest: self.piece() },
            IMAGE => Form::Image {
                dest: self.piece(),
                title: self.piece(),
                alt: self.piece(),
                size: self.maybe_size(),
            },
            _ => Form::Gap,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::parse;

    /// Every kind of node and reference, with words that are not in the source as they are.
    const ALL: &str = "# One\n\n## Two {#two}\n\nA *b* **c** ~~d~~ `e` <i>f</i> <u>f</u> &amp; g\\\nh \
        [[a#b|c]] ![[a#b|c]] ![[p.jpg|300x200]] ![[p.jpg|300]] [@a, p. 3] @a [p. 3] @a \
        [l](m \"n\") <o@p.org> [q]{.reported claim=r} {citation needed} ![s|40](t \"u\") \
        v[^w] ^id\n\n[^w]: x\n\n[^y]: z\n\n> a\n\n> [!TIP]\n> b\n\n> [!faq]- *b*\n> c\n\n- c\n\n3. d\n\n- [ ] e\n- [x] f\n\n\
        t\n: g\n\n| a | b | c | d |\n|---|:--|:-:|--:|\n| e | f | g | h |\n\n---\n\n```rust\ni\n\
        ```\n\n    j\n\n<div>\n<a href=k>k</a>\n</div>\n\nl <a href=\"m?n&amp;o\">p</a>\n";

    #[test]
    fn a_packed_tree_is_the_same_again() {
        for text in
            [ALL, "", "x", &"> ".repeat(200), &format!("x\n\n{}", "*a".repeat(300))]
        {
            let tree = parse(text, 0..text.len(), FileId(7));
            let again = Packed::of(&tree).tree(FileId(7));
            assert_eq!(tree.nodes, again.nodes);
            assert_eq!(tree.references, again.references);
            assert_eq!(tree.notes, again.notes);
            assert_eq!((&tree.own, tree.file), (&again.own, again.file));
        }
    }

    #[test]
    fn a_plain_kind_has_the_number_of_its_place() {
        for (at, kind) in PLAIN.into_iter().enumerate() {
            assert_eq!(plain(kind).map(usize::from), Some(at), "{kind:?}");
        }
    }
}
