//! The tree of a text: a flat array of nodes in reading order, each with its bytes.

use crate::files::{FileId, Span};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What [`parse`](super::parse) made of one text.
///
/// Nodes stand in reading order; a node is followed by what it contains, up to (not
/// including) its [`Node::next`]. Positions count from the start of the whole file's text.
/// The tree holds no text of its own but for what differs from the source (entities,
/// joined lines), so whoever reads it passes the same text again.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(super) file: FileId,
    pub(super) nodes: Vec<Node>,
    pub(super) references: Vec<Reference>,
    pub(super) notes: Vec<Note>,
    pub(super) own: String,
    /// The items of all citations in reading order, each with the citation's first byte.
    pub(super) cited: Vec<(u32, CitePart)>,
    pub(super) malformed: Vec<Range<u32>>,
    /// Braces like those of a mark that no brackets belong to.
    pub(super) stray_braces: Vec<Range<u32>>,
    /// Headings whose braces hold more than an id.
    pub(super) braced_headings: Vec<Range<u32>>,
    pub(super) repeated_notes: Vec<Range<u32>>,
    /// The names of alerts that nobody knows.
    pub(super) unknown_alerts: Vec<Range<u32>>,
    pub(super) too_deep: Option<Range<u32>>,
}

/// One node of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its first byte in the file's text.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// The index of the first node after it and all it contains.
    pub next: u32,
}

/// A piece of text: bytes of the source where it stands there as it is, else of the tree's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Bytes `start..end` of the file's text.
    Source(u32, u32),
    /// Bytes `start..end` of the tree's own text.
    Own(u32, u32),
}

/// What a node is. Numbers in brackets are indices into the tree's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph.
    Paragraph,
    /// A heading as written: level 1 to 6, and the id in `{#id}`.
    Heading(u8, Option<Piece>),
    /// A `>` quotation.
    BlockQuote,
    /// A quotation that begins with `[!NOTE]` or its like, and whether it is folded.
    Alert(Alert, Fold),
    /// The title of the alert around, where it is not the word for its kind.
    AlertTitle,
    /// A block of code; what stands behind its opening fence, if it has one. Holds [`Kind::Text`].
    CodeBlock(Option<Piece>),
    /// A list; an ordered one has the number of its first item.
    List(Option<u32>),
    /// An item of a list. In a tight list it holds its words without a paragraph.
    Item,
    /// The box `[ ]` or `[x]` at the start of an item: whether it is ticked.
    Task(bool),
    /// A list of terms and definitions.
    DefinitionList,
    /// A term of a definition list.
    Term,
    /// What a term means.
    Definition,
    /// A table: one head, then rows.
    Table,
    /// The head of a table; holds cells.
    TableHead,
    /// A row of a table; holds cells.
    TableRow,
    /// A cell, in a head or a row.
    TableCell(Align),
    /// The definition of a footnote.
    Note(u32),
    /// A block of raw HTML. Holds [`Kind::Html`], and behind that its addresses.
    HtmlBlock,
    /// A line of raw HTML with its line break, or an inline tag or comment.
    Html(Piece),
    /// A tag in a line that only marks words (`<sub>`, `<br>`) and has its end beside it.
    Markup(Piece),
    /// A line between parts.
    Rule,
    /// Text.
    Text(Piece),
    /// The id that names a block: ` ^id` at its end. What is behind `^`.
    Anchor(Piece),
    /// Code in a line.
    Code(Piece),
    /// The end of a line that means no more than a space.
    SoftBreak,
    /// The end of a line that is meant.
    HardBreak,
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Strikethrough,
    /// A footnote is referred to.
    NoteRef(u32),
    /// A link, image, wiki link, citation or mark: the index is that of its
    /// [`Ref`](super::Ref) and its target. Holds its label, if it has one.
    Reference(u32),
}

/// Whether an alert is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// It can't be.
    Never,
    /// `[!note]+`: it can be folded.
    Open,
    /// `[!note]-`: it can be opened.
    Closed,
}

/// The kind of an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
    /// One that says neither good nor bad, such as `[!quote]`.
    Neutral,
}

/// How a table's column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// As the theme likes.
    Default,
    /// To the left.
    Left,
    /// To the middle.
    Center,
    /// To the right.
    Right,
}

/// A footnote that is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// Its label as written.
    pub label: Piece,
    /// The node of its definition, which the note's contents follow.
    pub definition: u32,
    /// How often it is referred to.
    pub uses: u32,
}

/// A link, image, wiki link, citation or mark as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// Its node.
    pub node: u32,
    /// What is written.
    pub form: Form,
}

/// The forms a reference is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `[[target#heading|label]]`; the label is the node's contents.
    Wiki {
        /// What stands before `#` and `|`; empty in `[[#heading]]`.
        target: Piece,
        /// What stands between `#` and `|`.
        heading: Option<Piece>,
    },
    /// `![[target#heading|label]]`
    Embed {
        /// What stands before `#` and `|`.
        target: Piece,
        /// What stands between `#` and `|`.
        heading: Option<Piece>,
        /// What stands behind `|`, unless it is a size.
        label: Option<Piece>,
        /// The size behind `|`: `300` or `300x200`.
        size: Option<Size>,
    },
    /// `[@key, p. 12]`, `@key [p. 12]` or `@key`: read from the node's bytes.
    Cite(CiteForm),
    /// `[label](dest "title")`, `[label][ref]` or `<https://…>`; the label is the node's contents.
    Link {
        /// Where it leads, as written.
        dest: Piece,
        /// The title in quotes; empty where there is none.
        title: Piece,
        /// `<me@example.org>`: `mailto:` is understood.
        email: bool,
    },
    /// `[words]{.class name=value}`; the words are the node's contents.
    Mark {
        /// The word behind the dot.
        class: Piece,
        /// What stands between it and the closing brace.
        attributes: Piece,
    },
    /// `{citation needed}`
    Gap,
    /// `![alt](dest "title")` or `![alt|300](dest)`
    Image {
        /// Where it lies, as written.
        dest: Piece,
        /// The title in quotes; empty where there is none.
        title: Piece,
        /// The text that stands for it.
        alt: Piece,
        /// The size behind `|`.
        size: Option<Size>,
    },
    /// An address in a tag of raw HTML: of the [`Kind::Html`] before it, or of the
    /// [`Kind::HtmlBlock`] around it. Only the tag is shown.
    Html {
        /// Where it leads, character references decoded.
        dest: Piece,
    },
}

/// One source of a citation, as ranges of the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CitePart {
    pub(super) prefix: Range<usize>,
    pub(super) key: Range<usize>,
    pub(super) suppress_author: bool,
    pub(super) locator: Range<usize>,
    pub(super) quote: Option<Range<usize>>,
}

/// How a citation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CiteForm {
    /// `[@key, p. 12]`
    Group,
    /// `@key [p. 12]`: the source is named in the sentence.
    Narrative,
    /// `@word`: a citation only where `word` is a known key.
    Bare,
    /// `＠word` or `［@word］`, in wide signs: never one, but meant as one where `word` is a known key.
    Wide,
}

/// The size an author asks an image to be shown at, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// The width.
    pub width: u32,
    /// The height, where both are given.
    pub height: Option<u32>,
}

impl Size {
    /// The size in `300` or `300x200`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (width, height) = match text.split_once('x') {
            Some((width, height)) => (width, Some(height.parse().ok()?)),
            None => (text, None),
        };
        Some(Size { width: width.parse().ok()?, height })
    }
}

impl Kind {
    /// Whether it stands in a line of text, as opposed to being a block.
    pub fn is_inline(self) -> bool {
        use Kind::*;
        matches!(
            self,
            Text(_)
                | Anchor(_)
                | Code(_)
                | Html(_)
                | Markup(_)
                | SoftBreak
                | HardBreak
                | Emphasis
                | Strong
                | Strikethrough
                | NoteRef(_)
                | Reference(_)
                | Task(_)
        )
    }
}

/// A step of a [walk](Tree::walk) through the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A node begins; what it contains follows.
    Enter(u32, Node),
    /// A node is over.
    Leave(u32, Node),
}

impl Tree {
    /// A tree without nodes, with room for as many nodes and references.
    pub(super) fn new(file: FileId, nodes: usize, references: usize) -> Self {
        Tree {
            file,
            nodes: Vec::with_capacity(nodes),
            references: Vec::with_capacity(references),
            notes: Vec::new(),
            own: String::new(),
            cited: Vec::new(),
            malformed: Vec::new(),
            stray_braces: Vec::new(),
            braced_headings: Vec::new(),
            repeated_notes: Vec::new(),
            unknown_alerts: Vec::new(),
            too_deep: None,
        }
    }

    /// The words that differ from the source, because entities were written for them, and where they
    /// stand.
    pub fn own_words(&self) -> impl Iterator<Item = (&str, Span)> {
        let nodes = if self.own.is_ascii() { &[][..] } else { &self.nodes };
        nodes.iter().filter_map(|node| match node.kind {
            Kind::Text(Piece::Own(start, end)) => {
                Some((&self.own[start as usize..end as usize], self.span(node)))
            }
            _ => None,
        })
    }

    /// The file the text is of.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// All nodes in reading order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// All references in reading order: one for each [`Ref`](super::Ref) of the outline.
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// The footnotes that are defined, in the order of their definitions.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The text of a piece; `text` is the one that was parsed.
    pub fn text<'t>(&'t self, piece: Piece, text: &'t str) -> &'t str {
        match piece {
            Piece::Source(start, end) => &text[start as usize..end as usize],
            Piece::Own(start, end) => &self.own[start as usize..end as usize],
        }
    }

    /// The bytes of a node as a place in its file.
    pub fn span(&self, node: &Node) -> Span {
        Span { file: self.file, start: node.start, end: node.end }
    }

    /// The nodes that `node` contains, deeper ones included.
    pub fn inside(&self, node: u32) -> Range<u32> {
        node + 1..self.nodes[node as usize].next
    }

    /// Goes through whole nodes in order, without recursion: every node is entered, and
    /// left when what it contains is over.
    pub fn walk(&self, nodes: Range<u32>) -> Walk<'_> {
        Walk { tree: self, at: nodes.start, end: nodes.end, open: Vec::new() }
    }

    /// The runs of words: each the longest row of inline nodes that stand in one block.
    /// Code blocks and raw HTML blocks have none.
    pub(super) fn runs(&self) -> impl Iterator<Item = Run> + '_ {
        self.runs_in(0..self.nodes.len() as u32)
    }

    /// The runs of words that begin among some nodes.
    pub(super) fn runs_in(&self, nodes: Range<u32>) -> impl Iterator<Item = Run> + '_ {
        let mut at = nodes.start;
        let mut open: Vec<u32> = Vec::new();
        std::iter::from_fn(move || {
            while let Some(node) = self.nodes.get(at as usize).filter(|_| at < nodes.end)
            {
                while open
                    .last()
                    .is_some_and(|block| self.nodes[*block as usize].next <= at)
                {
                    open.pop();
                }
                if node.kind.is_inline() {
                    let block = open.last().copied();
                    let limit = block
                        .map_or(self.nodes.len() as u32, |b| self.nodes[b as usize].next);
                    let start = at;
                    while at < limit && self.nodes[at as usize].kind.is_inline() {
                        at = self.nodes[at as usize].next;
                    }
                    let is_note = |block: &u32| {
                        matches!(self.nodes[*block as usize].kind, Kind::Note(_))
                    };
                    let in_note = open.iter().any(is_note);
                    return Some(Run { block, in_note, nodes: start..at });
                }
                match node.kind {
                    Kind::CodeBlock(_) | Kind::HtmlBlock => at = node.next,
                    _ => {
                        open.push(at);
                        at += 1;
                    }
                }
            }
            None
        })
    }
}

/// A row of inline nodes in one block.
pub(super) struct Run {
    /// The block they stand in; none where a text too deep was kept at the root.
    pub(super) block: Option<u32>,
    /// Whether they are of a footnote.
    pub(super) in_note: bool,
    /// The nodes.
    pub(super) nodes: Range<u32>,
}

/// An iterator over the steps of [`Tree::walk`].
pub struct Walk<'t> {
    tree: &'t Tree,
    at: u32,
    end: u32,
    open: Vec<u32>,
}

impl Walk<'_> {
    /// Leaves out what the node just entered contains; it is left at once.
    pub fn leave_out(&mut self) {
        if let Some(node) = self.open.last() {
            self.at = self.tree.nodes[*node as usize].next;
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        if let Some(&last) = self.open.last() {
            let node = self.tree.nodes[last as usize];
            if node.next <= self.at {
                self.open.pop();
                return Some(Step::Leave(last, node));
            }
        }
        if self.at >= self.end {
            return None;
        }
        let (index, node) = (self.at, self.tree.nodes[self.at as usize]);
        self.open.push(index);
        self.at += 1;
        Some(Step::Enter(index, node))
    }
}

impl Piece {
    /// Its bytes in the source, if it stands there.
    pub(super) fn source(self) -> Option<Range<usize>> {
        match self {
            Piece::Source(start, end) => Some(start as usize..end as usize),
            Piece::Own(..) => None,
        }
    }

    /// Bytes `start..end` of this piece.
    pub(super) fn slice(self, start: usize, end: usize) -> Self {
        let (start, end) = (start as u32, end as u32);
        match self {
            Piece::Source(from, _) => Piece::Source(from + start, from + end),
            Piece::Own(from, _) => Piece::Own(from + start, from + end),
        }
    }
}
