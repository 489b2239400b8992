//! Text to tree: what `pulldown-cmark` reads, with citations and wiki links told apart.

use super::alerts::{self, Head};
use super::anchors;
use super::cite::{self, Scanned};
use super::html::{self, HtmlBlock};
use super::spacers::Spaced;
use super::tree::{
    Align, CiteForm, CitePart, Form, Kind, Node, Note, Piece, Reference, Size, Tree,
};
use super::wiki;
use super::{marks, markup};
use crate::files::FileId;
use foldhash::HashMap;
use pulldown_cmark::{
    Alignment, BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag,
    TagEnd,
};
use std::ops::Range;

/// How deep blocks and emphasis may be nested; what lies deeper is kept as text.
pub const DEEPEST: usize = 100;

/// Reads `range` of `text`, the text of `file`, as Markdown. Always makes a tree.
///
/// It is CommonMark with tables, footnotes, strikethrough, task lists, alerts, definition
/// lists, heading attributes, wiki links, citations and marks. Time is linear in the length of the text.
pub fn parse(text: &str, range: Range<usize>, file: FileId) -> Tree {
    let spaced = Spaced::new(text, range.clone());
    let part = &*spaced.read;
    let citation =
        |link: BrokenLink<'_>| is_citation(part, &link).then(|| ("".into(), "".into()));
    let parser =
        Parser::new_with_broken_link_callback(part, extensions(), Some(citation));
    let mut builder = Builder::new(text, &spaced, file);
    let mut events = parser.into_offset_iter();
    while let Some((event, at)) = events.next() {
        builder.event(event, at, &mut events);
    }
    let mut tree = builder.finish();
    if memchr::memchr(b'<', part.as_bytes()).is_some() {
        markup::let_through(&mut tree, text);
    }
    marks::mark(&mut tree, text, range);
    tree
}

fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS
}

/// Whether brackets that link to nothing are a citation (or were meant to be one).
fn is_citation(part: &str, link: &BrokenLink<'_>) -> bool {
    matches!(link.link_type, LinkType::Shortcut | LinkType::ShortcutUnknown)
        && part[link.span.clone()].starts_with('[')
        && !marks::follows(&part[link.span.end..])
        && cite::is_group(part, link.span.clone())
}

/// What follows in the text, with its place in the part that is read.
trait Events<'t>: Iterator<Item = (Event<'t>, Range<usize>)> {}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Events<'t> for I {}

struct Builder<'t> {
    text: &'t str,
    spaced: &'t Spaced<'t>,
    tree: Tree,
    open: Vec<u32>,
    /// Text that may still grow: pieces of it come one by one.
    run: Option<Range<usize>>,
    /// How many links are around, in which nothing else is a reference.
    links: usize,
    /// Whether text is code or raw HTML.
    raw: bool,
    aligns: Vec<Align>,
    column: usize,
    /// The id of the table around, which stands where its last row would.
    table_id: Option<Range<usize>>,
    labels: HashMap<String, u32>,
    note_refs: Vec<(u32, String)>,
    /// The head of the alert that has just begun.
    head: Option<Head>,
    /// The paragraph that the head begins: how many nodes are around its words, and its bytes.
    headed: Option<(usize, Range<usize>)>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, spaced: &'t Spaced<'t>, file: FileId) -> Self {
        let length = spaced.read.len();
        let mut tree = Tree::new(file, length / 40 + 8, length / 500);
        tree.cited.reserve(length / 500);
        Builder {
            text,
            spaced,
            tree,
            open: Vec::new(),
            run: None,
            links: 0,
            raw: false,
            aligns: Vec::new(),
            column: 0,
            table_id: None,
            labels: HashMap::default(),
            note_refs: Vec::new(),
            head: None,
            headed: None,
        }
    }

    fn event(&mut self, event: Event<'t>, at: Range<usize>, rest: &mut impl Events<'t>) {
        let at = self.spaced.place(at.start)..self.spaced.place(at.end);
        if let Event::Text(text) = &event {
            return self.words(text, at);
        }
        if self.ends_words(&event) {
            self.anchor();
        }
        self.flush();
        if self.head.is_some() && self.is_of_head(&event, &at) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, at, rest),
            Event::End(tag) => self.end(tag),
            Event::Code(text) => {
                let code = self.piece(&text);
                self.leaf(Kind::Code(code), at);
            }
            Event::Html(text) => {
                let html = self.piece(&text);
                self.leaf(Kind::Html(html), at);
            }
            Event::InlineHtml(text) => {
                let html = self.piece(&text);
                self.leaf(Kind::Html(html), at.clone());
                self.tag_addresses(html, &at);
            }
            Event::SoftBreak => self.leaf(Kind::SoftBreak, at),
            Event::HardBreak => self.leaf(Kind::HardBreak, at),
            Event::Rule => self.leaf(Kind::Rule, at),
            Event::TaskListMarker(done) => self.leaf(Kind::Task(done), at),
            Event::FootnoteReference(label) => {
                let node = self.tree.nodes.len() as u32;
                self.note_refs.push((node, label.to_lowercase()));
                self.leaf(Kind::NoteRef(0), at);
            }
            Event::Text(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// Takes a piece of text: joined to the one before where both stand side by side.
    fn words(&mut self, text: &str, at: Range<usize>) {
        let source = self.place(text);
        // What an alert begins with is no part of its title.
        let begin = self.head.as_ref().map_or(0, |head| head.title.start);
        if at.end <= begin {
            return;
        }
        let source = source.map(|place| place.start.max(begin)..place.end);
        match (&mut self.run, source) {
            (Some(run), Some(place)) if run.end == place.start => run.end = place.end,
            (_, Some(place)) => {
                self.flush();
                self.run = Some(place);
            }
            (_, None) => {
                self.flush();
                let own = self.own(text);
                self.leaf(Kind::Text(own), at);
            }
        }
    }

    /// Ends the text that was growing, and tells its citations apart.
    fn flush(&mut self) {
        let Some(run) = self.run.take() else { return };
        let mut from = run.start;
        if self.links == 0 && !self.raw {
            let text = self.text;
            cite::scan(text, run.clone(), |range, read| {
                self.plain(from..range.start);
                from = range.end;
                match read {
                    Scanned::Cite(form, items) => self.cite(form, items, range),
                    Scanned::Malformed => self.malformed(range),
                }
            });
        }
        self.plain(from..run.end);
    }

    /// Whether no more words of a block can follow.
    fn ends_words(&self, event: &Event<'t>) -> bool {
        match event {
            Event::End(tag) => matches!(
                tag,
                TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::Item
                    | TagEnd::DefinitionListDefinition
            ),
            // Of a tight item, whose words stand in no paragraph.
            Event::Start(tag) => matches!(
                tag,
                Tag::List(_)
                    | Tag::BlockQuote(_)
                    | Tag::CodeBlock(_)
                    | Tag::Heading { .. }
                    | Tag::HtmlBlock
                    | Tag::Table(_)
            ),
            _ => false,
        }
    }

    /// Tells the id of a block apart from its last words.
    fn anchor(&mut self) {
        let Some(run) = self.run.clone().filter(|_| !self.raw) else { return };
        let Some(caret) = anchors::marker(self.text, &run) else { return };
        let words = self.text[run.start..caret].trim_end().len();
        self.run = (words > 0).then(|| run.start..run.start + words);
        self.flush();
        self.anchor_at(caret, run.start + words..run.end);
    }

    /// Adds the id of a block, whose `^` is at byte `caret`.
    fn anchor_at(&mut self, caret: usize, at: Range<usize>) {
        let end = at.start + self.text[at.clone()].trim_end().len();
        let id = Piece::Source(caret as u32 + 1, end as u32);
        self.leaf(Kind::Anchor(id), at);
    }

    fn cite(&mut self, form: CiteForm, items: Vec<CitePart>, at: Range<usize>) {
        let start = at.start as u32;
        self.tree.cited.extend(items.into_iter().map(|item| (start, item)));
        self.reference(Form::Cite(form), at);
        self.close();
    }

    /// Keeps what was meant as a citation as words, and notes it.
    fn malformed(&mut self, at: Range<usize>) {
        self.tree.malformed.push(at.start as u32..at.end as u32);
        self.plain(at);
    }

    fn plain(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            let piece = Piece::Source(range.start as u32, range.end as u32);
            self.leaf(Kind::Text(piece), range);
        }
    }

    fn start(&mut self, tag: Tag<'t>, at: Range<usize>, rest: &mut impl Events<'t>) {
        if self.open.len() >= DEEPEST && may_be_deep(&tag) {
            skip(rest);
            self.tree.too_deep.get_or_insert(at.start as u32..at.end as u32);
            return self.plain(at);
        }
        if tag == Tag::TableRow && anchors::is_marker(&self.text[at.clone()]) {
            skip(rest);
            self.table_id = Some(at);
            return;
        }
        match tag {
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(link_type, &dest_url, &title, at, rest);
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                self.image(link_type, &dest_url, &title, at, rest);
            }
            tag => {
                let kind = self.container(tag, &at);
                self.enter(kind, at);
            }
        }
    }

    fn alert(&mut self, head: Head) -> Kind {
        let kind = Kind::Alert(head.alert, head.fold);
        if !head.is_known {
            let name = head.name.start as u32..head.name.end as u32;
            self.tree.unknown_alerts.push(name);
        }
        self.head = Some(head);
        kind
    }

    /// Takes an event that belongs to the first line of an alert.
    fn is_of_head(&mut self, event: &Event<'t>, at: &Range<usize>) -> bool {
        let Some(head) = self.head.clone() else { return false };
        let Some((around, paragraph)) = self.headed.clone() else {
            if !matches!(event, Event::Start(Tag::Paragraph)) {
                self.head = None;
                return false;
            }
            self.title(&head);
            self.headed = Some((self.open.len(), at.clone()));
            return true;
        };
        let is_end = match event {
            Event::SoftBreak | Event::HardBreak => false,
            Event::End(TagEnd::Paragraph) => true,
            _ => return false,
        };
        if self.open.len() != around {
            // A break within emphasis is one of the title.
            return false;
        }
        if !head.title.is_empty() {
            self.close();
        }
        (self.head, self.headed) = (None, None);
        if !is_end {
            self.enter(Kind::Paragraph, at.end..paragraph.end);
        }
        true
    }

    /// Begins the title of an alert; one that is a word for its kind ends at once.
    fn title(&mut self, head: &Head) {
        if !head.title.is_empty() {
            self.enter(Kind::AlertTitle, head.title.clone());
        } else if !head.is_named {
            self.enter(Kind::AlertTitle, head.name.clone());
            let words = self.own(&alerts::titled(&self.text[head.name.clone()]));
            self.leaf(Kind::Text(words), head.name.clone());
            self.close();
        }
    }

    /// The node for a tag that is no reference.
    fn container(&mut self, tag: Tag<'t>, at: &Range<usize>) -> Kind {
        match tag {
            Tag::Heading { level, id, classes, attrs } => {
                if !classes.is_empty() || !attrs.is_empty() {
                    self.tree.braced_headings.push(at.start as u32..at.end as u32);
                }
                let id = id.filter(|id| !id.is_empty()).map(|id| self.piece(&id));
                Kind::Heading(level as u8, id)
            }
            Tag::BlockQuote(_) => match alerts::head(self.text, at.start) {
                Some(head) => self.alert(head),
                None => Kind::BlockQuote,
            },
            Tag::CodeBlock(kind) => {
                self.raw = true;
                Kind::CodeBlock(match kind {
                    CodeBlockKind::Indented => None,
                    CodeBlockKind::Fenced(info) => Some(self.piece(&info)),
                })
            }
            Tag::HtmlBlock => {
                self.raw = true;
                Kind::HtmlBlock
            }
            Tag::List(start) => {
                Kind::List(start.map(|n| n.try_into().unwrap_or(u32::MAX)))
            }
            Tag::Item => Kind::Item,
            Tag::FootnoteDefinition(label) => self.note(&label, at),
            Tag::DefinitionList => Kind::DefinitionList,
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Definition,
            Tag::Table(columns) => {
                self.aligns = columns.into_iter().map(align).collect();
                Kind::Table
            }
            Tag::TableHead => {
                self.column = 0;
                Kind::TableHead
            }
            Tag::TableRow => {
                self.column = 0;
                Kind::TableRow
            }
            Tag::TableCell => {
                self.column += 1;
                let column = self.aligns.get(self.column - 1);
                Kind::TableCell(column.copied().unwrap_or(Align::Default))
            }
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            // The others come only with extensions that are not switched on.
            _ => Kind::Paragraph,
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock => self.raw = false,
            TagEnd::HtmlBlock => {
                self.raw = false;
                self.block_addresses();
            }
            TagEnd::Link => self.links -= 1,
            _ => {}
        }
        self.close();
        if tag == TagEnd::Table
            && let Some(line) = self.table_id.take()
        {
            let written = &self.text[line.clone()];
            let caret = line.start + (written.len() - written.trim_start().len());
            self.enter(Kind::Paragraph, line.clone());
            self.anchor_at(caret, line);
            self.close();
        }
    }

    fn link(
        &mut self,
        kind: LinkType,
        dest: &CowStr<'t>,
        title: &CowStr<'t>,
        at: Range<usize>,
        rest: &mut impl Events<'t>,
    ) {
        match kind {
            LinkType::ShortcutUnknown => {
                skip(rest);
                if let Some(Ok(items)) = cite::group(self.text, at.clone()) {
                    self.cite(CiteForm::Group, items, at);
                } else {
                    self.malformed(at);
                }
            }
            LinkType::WikiLink { has_pothole } => {
                let piece = self.piece(dest);
                let (target, heading) = wiki::target(piece, self.read(piece));
                self.reference(Form::Wiki { target, heading }, at);
                if has_pothole {
                    self.links += 1;
                } else {
                    skip(rest);
                    self.close();
                }
            }
            _ => {
                let (dest, title) = (self.piece(dest), self.piece(title));
                let email = kind == LinkType::Email;
                self.reference(Form::Link { dest, title, email }, at);
                self.links += 1;
            }
        }
    }

    fn image(
        &mut self,
        kind: LinkType,
        dest: &CowStr<'t>,
        title: &CowStr<'t>,
        at: Range<usize>,
        rest: &mut impl Events<'t>,
    ) {
        let piece = self.piece(dest);
        let label = self.label(rest);
        let form = match kind {
            LinkType::WikiLink { has_pothole } => {
                let (target, heading) = wiki::target(piece, self.read(piece));
                let label = has_pothole.then_some(label);
                let size = label.and_then(|piece| Size::parse(self.read(piece)));
                let label = label.filter(|_| size.is_none());
                Form::Embed { target, heading, label, size }
            }
            _ => {
                let (alt, size) = self.alt(label);
                Form::Image { dest: piece, title: self.piece(title), alt, size }
            }
        };
        self.reference(form, at);
        self.close();
    }

    /// The words of an image's label, which may hold more than words, as the tree's own text.
    fn label(&mut self, rest: &mut impl Events<'t>) -> Piece {
        let start = self.tree.own.len() as u32;
        let mut depth = 0;
        for (event, _) in rest {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                Event::Text(text) | Event::Code(text) => {
                    self.tree.own.push_str(&self.spaced.bare(&text));
                }
                Event::SoftBreak | Event::HardBreak => self.tree.own.push(' '),
                _ => {}
            }
        }
        Piece::Own(start, self.tree.own.len() as u32)
    }

    /// Parts `sign|300` into the words and the size.
    fn alt(&self, label: Piece) -> (Piece, Option<Size>) {
        let text = self.read(label);
        match text.rsplit_once('|').map(|(alt, size)| (alt, Size::parse(size))) {
            Some((alt, Some(size))) => (label.slice(0, alt.trim_end().len()), Some(size)),
            _ => (label, None),
        }
    }

    fn note(&mut self, label: &CowStr<'t>, at: &Range<usize>) -> Kind {
        let definition = self.tree.nodes.len() as u32;
        let number = self.tree.notes.len() as u32;
        let known = *self.labels.entry(label.to_lowercase()).or_insert(number);
        if known != number {
            self.tree.repeated_notes.push(at.start as u32..at.end as u32);
        }
        let label = self.piece(label);
        self.tree.notes.push(Note { label, definition, uses: 0 });
        Kind::Note(number)
    }

    /// Adds the addresses in a tag that stands in a line.
    fn tag_addresses(&mut self, piece: Piece, at: &Range<usize>) {
        let html = self.read(piece);
        if !html.contains('=') {
            return;
        }
        let found = html::tags(html).addresses.into_iter();
        let found = found.map(|range| {
            let place = piece
                .source()
                .map(|source| source.start + range.start..source.start + range.end);
            (html::address(&html[range]).into_owned(), place)
        });
        let found: Vec<_> = found.collect();
        self.addresses(found, at);
    }

    /// Adds the addresses in the block of HTML that ends.
    fn block_addresses(&mut self) {
        let Some(block) = self.open.last().copied() else { return };
        // What it holds so far is all of its HTML.
        self.tree.nodes[block as usize].next = self.tree.nodes.len() as u32;
        let node = self.tree.nodes[block as usize];
        let html = HtmlBlock::of(&self.tree, self.text, block);
        if !html.is_whole || !html.html.contains('=') {
            return;
        }
        let found = html::tags(&html.html).addresses.into_iter();
        let found = found.map(|range| {
            let place = html.source(&range);
            (html::address(&html.html[range]).into_owned(), place)
        });
        let found: Vec<_> = found.collect();
        self.addresses(found, &(node.start as usize..node.end as usize));
    }

    /// Adds addresses, each with its place in the source, or with that of all the HTML.
    fn addresses(
        &mut self,
        found: Vec<(String, Option<Range<usize>>)>,
        around: &Range<usize>,
    ) {
        for (dest, place) in found {
            let as_written = place.clone().filter(|it| self.text[it.clone()] == dest);
            let dest = match as_written {
                Some(it) => Piece::Source(it.start as u32, it.end as u32),
                None => self.own(&dest),
            };
            self.reference(Form::Html { dest }, place.unwrap_or_else(|| around.clone()));
            self.close();
        }
    }

    fn reference(&mut self, form: Form, at: Range<usize>) {
        let number = self.tree.references.len() as u32;
        self.tree.references.push(Reference { node: self.tree.nodes.len() as u32, form });
        self.enter(Kind::Reference(number), at);
    }

    fn enter(&mut self, kind: Kind, at: Range<usize>) {
        self.open.push(self.tree.nodes.len() as u32);
        self.leaf(kind, at);
    }

    fn leaf(&mut self, kind: Kind, at: Range<usize>) {
        let next = self.tree.nodes.len() as u32 + 1;
        let node = Node { kind, start: at.start as u32, end: at.end as u32, next };
        self.tree.nodes.push(node);
    }

    fn close(&mut self) {
        if let Some(node) = self.open.pop() {
            self.tree.nodes[node as usize].next = self.tree.nodes.len() as u32;
        }
    }

    /// Where `text` stands in the source, if it is a part of what is read.
    fn place(&self, text: &str) -> Option<Range<usize>> {
        let read = &*self.spaced.read;
        let start = (text.as_ptr() as usize).checked_sub(read.as_ptr() as usize)?;
        let end = start + text.len();
        (end <= read.len()).then(|| self.spaced.place(start)..self.spaced.place(end))
    }

    fn piece(&mut self, text: &str) -> Piece {
        match self.place(text) {
            Some(place) => Piece::Source(place.start as u32, place.end as u32),
            None => self.own(text),
        }
    }

    fn own(&mut self, text: &str) -> Piece {
        let start = self.tree.own.len() as u32;
        self.tree.own.push_str(&self.spaced.bare(text));
        Piece::Own(start, self.tree.own.len() as u32)
    }

    fn read(&self, piece: Piece) -> &str {
        self.tree.text(piece, self.text)
    }

    /// Ends the tree: footnotes are looked up now that all definitions are known.
    fn finish(mut self) -> Tree {
        self.flush();
        while !self.open.is_empty() {
            self.close();
        }
        for (node, label) in &self.note_refs {
            let node = &mut self.tree.nodes[*node as usize];
            node.kind = match self.labels.get(label) {
                Some(number) => {
                    self.tree.notes[*number as usize].uses += 1;
                    Kind::NoteRef(*number)
                }
                None => Kind::Text(Piece::Source(node.start, node.end)),
            };
        }
        self.tree
    }
}

/// Whether a tag can be nested without end; the parts of lists and tables stay whole.
fn may_be_deep(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::DefinitionList
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
    )
}

/// Drops everything up to the end of the element that has just begun.
fn skip<'t>(events: &mut impl Events<'t>) {
    let mut depth = 0;
    for (event, _) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::Default,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}
