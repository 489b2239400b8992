//! The walk through a tree that writes its HTML.

use super::html::{attribute, escape};
use super::{
    Apparatus, Dialect, RenderOptions, Slot, TocEntry, alerts, citations, code, figures,
    headings, links, marks, quotes, rail, raw, tables, tasks,
};
use crate::markdown::{
    Anchor, Closing, Form, Kind, Node, Reference, Step, Tree, anchors,
};
use crate::model::{Linker, Target};
use std::ops::Range;

/// What is read while a text is rendered, and what has been written of it.
pub(super) struct Writer<'s> {
    pub(super) tree: &'s Tree,
    pub(super) text: &'s str,
    pub(super) targets: &'s [Target],
    pub(super) to: &'s Linker<'s>,
    pub(super) options: &'s RenderOptions,
    pub(super) toc: &'s [TocEntry<'s>],
    /// Where sources and footnotes are shown.
    pub(super) apparatus: Apparatus<'s>,
    pub(super) out: String,
    /// Room for an address that is being put together.
    pub(super) scratch: String,
    /// The blocks and elements around, outermost first.
    pub(super) open: Vec<u32>,
    /// How many of the elements around are links, in which no other link may stand.
    pub(super) links: usize,
    /// Whether each reference around has opened a link.
    pub(super) opened: Vec<bool>,
    /// The ids of blocks, in order of the blocks.
    anchors: Vec<Anchor>,
    /// How many headings have been written.
    pub(super) headings: usize,
    /// How many tables have been begun.
    pub(super) tables: usize,
    /// The label of a task that is open: its box's node, and the first node after its words.
    pub(super) task: Option<(u32, u32)>,
    /// The footnotes referred to, in the order of their numbers, and how often each is.
    pub(super) notes: Vec<(u32, u32)>,
    /// The place of each of the tree's footnotes among them.
    pub(super) note_places: Vec<Option<u32>>,
    /// How many of the footnotes have been written beside the text.
    pub(super) notes_beside: usize,
    /// The numbers of the sources cited since the last block of the text ended.
    pub(super) cited_here: Vec<u32>,
    /// What is to be shown in place.
    pub(super) slots: Vec<Slot>,
    /// The quotations around, each with the citation that it ends in.
    pub(super) quotes: Vec<Option<Closing>>,
}

/// Whether what a node contains is still to be written.
#[derive(PartialEq, Eq)]
pub(super) enum Inside {
    Write,
    Done,
}

impl<'s> Writer<'s> {
    pub(super) fn new(
        tree: &'s Tree,
        text: &'s str,
        targets: &'s [Target],
        to: &'s Linker<'s>,
        options: &'s RenderOptions,
        toc: &'s [TocEntry<'s>],
        apparatus: Apparatus<'s>,
    ) -> Self {
        let mut anchors = match options.dialect {
            Dialect::Page => anchors(tree, text),
            Dialect::CommonMark => Vec::new(),
        };
        anchors.sort_by_key(|one| one.block);
        Writer {
            tree,
            text,
            targets,
            to,
            options,
            toc,
            apparatus,
            out: String::with_capacity(text.len() + text.len() / 2),
            scratch: String::new(),
            open: Vec::new(),
            links: 0,
            opened: Vec::new(),
            headings: 0,
            anchors,
            tables: 0,
            task: None,
            notes: Vec::new(),
            note_places: vec![None; tree.notes().len()],
            notes_beside: 0,
            cited_here: Vec::new(),
            slots: Vec::new(),
            quotes: Vec::new(),
        }
    }

    /// The HTML, and where in it something is to be shown in place.
    pub(super) fn into_parts(self) -> (String, Vec<Slot>) {
        (self.out, self.slots)
    }

    pub(super) fn is_plain(&self) -> bool {
        self.options.dialect == Dialect::CommonMark
    }

    /// Writes the text, each of its blocks with what stands beside it.
    pub(super) fn text(&mut self) {
        let nodes = self.tree.nodes().len() as u32;
        let mut block = 0;
        while block < nodes {
            let end = self.tree.inside(block).end;
            self.nodes(block..end);
            rail::write(self);
            block = end;
        }
    }

    /// Writes whole nodes and all they contain.
    pub(super) fn nodes(&mut self, nodes: Range<u32>) {
        let mut walk = self.tree.walk(nodes);
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(index, node) => {
                    tasks::close_before(self, index);
                    if self.enter(index, &node) == Inside::Done {
                        walk.leave_out();
                        walk.next();
                    } else {
                        self.open.push(index);
                    }
                }
                Step::Leave(index, node) => {
                    tasks::close_before(self, index);
                    self.open.pop();
                    self.leave(&node);
                }
            }
        }
    }

    fn enter(&mut self, index: u32, node: &Node) -> Inside {
        // Before the block, which may be shown as a figure or not at all; but between the items of a
        // list nothing may stand.
        if node.kind != Kind::Item {
            self.anchors(index);
        }
        match node.kind {
            _ if quotes::is_credit(self, index) => return Inside::Done,
            Kind::Paragraph if !self.is_plain() && self.tree.is_anchor_alone(index) => {
                return Inside::Done;
            }
            Kind::Paragraph if figures::row(self, index) => return Inside::Done,
            Kind::Paragraph => self.block("<p>"),
            Kind::Heading(level, _) => headings::open(self, level),
            Kind::BlockQuote => quotes::open(self, index),
            Kind::Alert(alert, fold) => alerts::open(self, index, alert, fold),
            Kind::AlertTitle => alerts::open_title(self, alerts::fold(self)),
            Kind::CodeBlock(info) => {
                code::block(self, index, info);
                return Inside::Done;
            }
            Kind::List(start) => self.list(start),
            Kind::Item => {
                tasks::item(self, index);
                self.anchors(index);
            }
            Kind::Task(done) => tasks::open(self, index, done),
            Kind::DefinitionList => self.block("<dl>\n"),
            Kind::Term => self.block("<dt>"),
            Kind::Definition => self.block("<dd>"),
            Kind::Table | Kind::TableHead | Kind::TableRow | Kind::TableCell(_) => {
                tables::open(self, index, node);
            }
            // Footnotes are written below the text, in the order of their numbers.
            Kind::Note(_) => return Inside::Done,
            Kind::HtmlBlock => {
                raw::block(self, index);
                return Inside::Done;
            }
            Kind::Html(piece) => raw::inline(self, piece, index + 1),
            Kind::Markup(piece) => raw::markup(self, piece),
            Kind::Rule => self.block("<hr>\n"),
            Kind::Text(piece) => self.words(self.tree.text(piece, self.text)),
            Kind::Anchor(_) if self.is_plain() => self.source(node),
            Kind::Anchor(_) => {}
            Kind::Code(piece) => {
                self.out.push_str("<code>");
                self.words(self.tree.text(piece, self.text));
                self.out.push_str("</code>");
            }
            Kind::SoftBreak => self.out.push('\n'),
            Kind::HardBreak => self.out.push_str("<br>\n"),
            Kind::Emphasis => self.out.push_str("<em>"),
            Kind::Strong => self.out.push_str("<strong>"),
            Kind::Strikethrough => self.out.push_str("<del>"),
            Kind::NoteRef(note) => self.note_ref(note),
            Kind::Reference(number) => return self.reference(number, node),
        }
        Inside::Write
    }

    fn leave(&mut self, node: &Node) {
        match node.kind {
            Kind::Paragraph => self.out.push_str("</p>\n"),
            Kind::Heading(level, _) => headings::close(self, level),
            Kind::BlockQuote => quotes::close(self),
            Kind::Alert(_, fold) => alerts::close(self, fold),
            Kind::AlertTitle => alerts::close_title(self, alerts::fold(self)),
            Kind::List(None) => self.block("</ul>\n"),
            Kind::List(Some(_)) => self.block("</ol>\n"),
            Kind::Item => self.out.push_str("</li>\n"),
            Kind::DefinitionList => self.block("</dl>\n"),
            Kind::Term => self.out.push_str("</dt>\n"),
            Kind::Definition => self.out.push_str("</dd>\n"),
            Kind::Table | Kind::TableHead | Kind::TableRow | Kind::TableCell(_) => {
                tables::close(self, node);
            }
            Kind::Emphasis => self.out.push_str("</em>"),
            Kind::Strong => self.out.push_str("</strong>"),
            Kind::Strikethrough => self.out.push_str("</del>"),
            Kind::Reference(number) => self.leave_reference(number),
            Kind::CodeBlock(_)
            | Kind::Task(_)
            | Kind::Note(_)
            | Kind::HtmlBlock
            | Kind::Html(_)
            | Kind::Markup(_)
            | Kind::Rule
            | Kind::Text(_)
            | Kind::Anchor(_)
            | Kind::Code(_)
            | Kind::SoftBreak
            | Kind::HardBreak
            | Kind::NoteRef(_) => {}
        }
    }

    /// Writes the tag of a block, which begins on a line of its own.
    pub(super) fn block(&mut self, tag: &str) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.push_str(tag);
    }

    /// Writes text.
    pub(super) fn words(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// Writes ` name="value"`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        attribute(name, value, &mut self.out);
    }

    /// `id` with what stands before each id.
    pub(super) fn id(&self, id: &str) -> String {
        [&self.options.prefix, id].concat()
    }

    /// Writes the places that links to a block lead to.
    fn anchors(&mut self, block: u32) {
        if self.anchors.is_empty() {
            return;
        }
        let from = self.anchors.partition_point(|one| one.block < block);
        let to = self.anchors.partition_point(|one| one.block <= block);
        for at in from..to {
            let id = self.id(&self.anchors[at].id);
            self.out.push_str("<span");
            self.attribute("id", &id);
            self.out.push_str("></span>");
        }
    }

    fn list(&mut self, start: Option<u32>) {
        match start {
            None => self.block("<ul>\n"),
            Some(1) => self.block("<ol>\n"),
            Some(start) => self.block(&format!("<ol start=\"{start}\">\n")),
        }
    }

    fn reference(&mut self, number: u32, node: &Node) -> Inside {
        let reference = self.tree.references()[number as usize];
        if let Form::Html { .. } = reference.form {
            // It has been written with its tag.
            return Inside::Done;
        }
        if self.is_plain() {
            return links::as_written(self, &reference, node);
        }
        let targets = self.targets;
        match targets.get(number as usize).unwrap_or(&Target::Text) {
            Target::Cite(cited) => citations::write(self, cited),
            Target::Image(figure) => figures::inline(self, figure, reference.form),
            Target::Gap => marks::gap(self),
            target @ (Target::Mark { .. } | Target::Withheld(_))
                if matches!(reference.form, Form::Mark { .. }) =>
            {
                marks::open(self, target);
                self.opened.push(false);
                return Inside::Write;
            }
            Target::Text | Target::Mark { .. } | Target::Withheld(_) => {
                return self.no_reference(&reference, node);
            }
            target => return links::open(self, &reference, target),
        }
        Inside::Done
    }

    fn leave_reference(&mut self, number: u32) {
        links::close(self);
        let Form::Mark { class, attributes } =
            self.tree.references()[number as usize].form
        else {
            return;
        };
        if self.is_plain() {
            return links::braces(self, class, attributes);
        }
        let targets = self.targets;
        if let Some(target @ (Target::Mark { .. } | Target::Withheld(_))) =
            targets.get(number as usize)
        {
            marks::close(self, target);
        }
    }

    /// Writes what is no reference after all: of links the label, else the source.
    fn no_reference(&mut self, reference: &Reference, node: &Node) -> Inside {
        match reference.form {
            Form::Link { .. } | Form::Mark { .. } => {
                self.opened.push(false);
                return Inside::Write;
            }
            Form::Image { alt, .. } => self.words(self.tree.text(alt, self.text)),
            Form::Wiki { .. } | Form::Embed { .. } | Form::Cite(_) | Form::Gap => {
                self.source(node);
            }
            Form::Html { .. } => {}
        }
        Inside::Done
    }

    /// Writes the bytes of a node as text.
    pub(super) fn source(&mut self, node: &Node) {
        self.words(&self.text[node.start as usize..node.end as usize]);
    }
}
