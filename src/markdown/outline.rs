//! The outline of a text: all that other stages need to know of it, the tree not kept.

use super::anchors::{Anchor, anchors};
use super::brackets::Brackets;
use super::cite::{self, CiteProblem};
use super::danger::is_dangerous;
use super::headings::{self, Heading};
use super::html::{HtmlBlock, tags};
use super::marks;
use super::markup;
use super::parse::{DEEPEST, parse};
use super::prose::{self, Prose};
use super::quotes::Closing;
use super::refs::{
    Attribute, Cite, CiteItem, HtmlAddress, Image, Link, Mark, Quote, Ref, RefKind,
    Sentence, Standing, Wiki,
};
use super::sentences::sentences;
use super::tables;
use super::tree::{CiteForm, CitePart, Form, Kind, Node, Piece, Run, Tree};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span};
use crate::keys::Key;
use foldhash::{HashMap, HashSet};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a text refers to and how it is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Every reference, in reading order; the tree's references are the same ones.
    pub refs: Box<[Ref]>,
    /// Every heading, in order.
    pub headings: Box<[Heading]>,
    /// Every block that has an id, in order of the ids.
    pub anchors: Box<[Anchor]>,
    /// The ids of other places in it that links may lead to, as HTML writes them, in order.
    pub ids: Box<[Box<str>]>,
    /// How many words it has, code left out.
    pub words: u32,
    /// The sentences of the references, one behind the other.
    sentences: Box<str>,
}

impl Outline {
    /// The block with an id: `^id`, in lower case.
    pub fn anchor(&self, id: &str) -> Option<&Anchor> {
        let at = self.anchors.partition_point(|one| one.id.as_str() < id);
        self.anchors.get(at).filter(|one| one.id == id)
    }

    /// The sentence in which `one` of the references stands.
    pub fn sentence(&self, one: &Ref) -> Sentence<'_> {
        let bytes = |range: &Range<u32>| range.start as usize..range.end as usize;
        let text = self.sentences.get(bytes(&one.sentence)).unwrap_or_default();
        Sentence { text, label: bytes(&one.label) }
    }
}

/// So many references before and behind one are looked at for what stands beside it.
const BESIDE: usize = 64;

impl Outline {
    /// What the sentence of the nth reference shows by an id: wiki links without a label, and keys in the
    /// running text. Which references these are, the nth perhaps among them, each with its bytes in the
    /// sentence, in order. Those far from it in a sentence of very many are left out.
    pub fn shown_by_id(&self, nth: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
        let one = self.refs.get(nth);
        let beside = move |other: &usize| {
            let other = self.refs.get(*other);
            one.zip(other).is_some_and(|(one, other)| one.shares_sentence(other))
        };
        let before = (nth.saturating_sub(BESIDE)..nth).rev().take_while(beside).count();
        let behind = (nth + 1..nth + 1 + BESIDE).take_while(beside).count();
        let near = nth - before..nth + behind + 1;
        near.filter_map(|other| {
            let Ref { kind, label, .. } = self.refs.get(other)?;
            let by_id = match kind {
                RefKind::Wiki(wiki) => wiki.label.is_none(),
                RefKind::Cite(cite) => cite.form != CiteForm::Group,
                _ => false,
            };
            let label = label.start as usize..label.end as usize;
            (by_id && !label.is_empty()).then_some((other, label))
        })
    }

    /// Lets `change` move each place in the file.
    pub(super) fn each_place(&mut self, mut change: impl FnMut(&mut Span)) {
        for one in &mut self.refs {
            one.each_place(&mut change);
        }
        self.headings.iter_mut().for_each(|heading| change(&mut heading.span));
        self.anchors.iter_mut().for_each(|anchor| change(&mut anchor.span));
    }

    /// The key of all that other pages can show of the text, but for the sentences in which it
    /// names what they are about: its references, its headings and the ids of its blocks. Where they stand in the file and
    /// how many words there are is the text's own affair.
    pub fn outward_key(&self) -> Key {
        let Outline { refs, headings, anchors, ids, words: _, sentences: _ } = self;
        let anchors: Vec<&str> = anchors.iter().map(|one| one.id.as_str()).collect();
        let headings = headings.iter().map(|heading| {
            let Heading { level, id, written, title, span: _, node: _ } = heading;
            (level, id, written, title)
        });
        let mut last: Option<&Ref> = None;
        let refs = refs.iter().map(|one| {
            let Ref { span: _, kind, heading, sentence, label: _ } = one;
            let again = last.is_some_and(|last| last.shares_sentence(one));
            last = Some(one);
            (kind.without_places(), heading, sentence.is_empty(), again)
        });
        let shown =
            (headings.collect::<Vec<_>>(), anchors, ids, refs.collect::<Vec<_>>());
        let room = Vec::with_capacity(4 * PARAGRAPH);
        // All of it is of the kinds that can be written: it is kept between builds.
        Key::of(&postcard::to_extend(&shown, room).unwrap_or_default())
    }
}

/// The outline of `tree`, made from `text`; what is wrong with the text goes to `diags`.
pub fn outline(tree: &Tree, text: &str, diags: &mut Diagnostics) -> Outline {
    report_malformed(tree, text, diags);
    report_braces(tree, text, diags);
    let headings = headings::headings(tree, text);
    let running = running(tree, text);
    let mut under = Under { headings: &headings, passed: 0 };
    let placed = tree.references.iter().zip(running.places);
    let mut brackets = Lazy::new(tree, text);
    let mut refs: Box<[Ref]> = placed
        .map(|(reference, place)| Ref {
            span: tree.span(&tree.nodes[reference.node as usize]),
            kind: kind(tree, text, reference, place.standing, &mut brackets, diags),
            heading: under.heading(reference.node),
            sentence: place.sentence,
            label: place.label,
        })
        .collect();
    mark_own_ids(tree, text, &mut refs);
    for (quote, closing) in closed_quotes(tree) {
        if let RefKind::Cite(cite) = &mut refs[closing.cite as usize].kind {
            cite.closes = Some(Box::new(quoted(tree, text, quote, closing)));
        }
    }
    let mut anchors = anchors(tree, text);
    report_headings(&headings, diags);
    report_anchors(&anchors, &headings, diags);
    report_notes(tree, text, diags);
    report_alerts(tree, text, diags);
    report_html(tree, text, diags);
    report_depth(tree, diags);
    tables::report_cut_links(tree, text, diags);
    // What has grown has room to spare, which a copy has not.
    let sentences = running.sentences.as_str().into();
    anchors.sort_by(|one, other| one.id.cmp(&other.id));
    let (headings, anchors) = (headings.into(), anchors.into());
    let ids = markup::anchor_ids(tree, text).into();
    Outline { refs, headings, anchors, ids, words: running.words, sentences }
}

/// Tells the addresses in raw HTML that lead to an id given there too.
fn mark_own_ids(tree: &Tree, text: &str, refs: &mut [Ref]) {
    let leads_here =
        |one: &Ref| matches!(&one.kind, RefKind::Html(it) if it.dest.starts_with('#'));
    if !refs.iter().any(leads_here) {
        return;
    }
    let ids = html_ids(tree, text);
    for one in refs {
        if let RefKind::Html(address) = &mut one.kind {
            let id = address.dest.strip_prefix('#');
            address.to_own_id = id.is_some_and(|id| ids.contains(id));
        }
    }
}

/// The ids that raw HTML gives.
fn html_ids(tree: &Tree, text: &str) -> HashSet<String> {
    let mut ids = HashSet::default();
    let mut add = |html: &str| {
        ids.extend(tags(html).ids.into_iter().map(|id| html[id].to_owned()));
    };
    let mut at = 0;
    while let Some(node) = tree.nodes.get(at as usize) {
        match node.kind {
            Kind::HtmlBlock => {
                add(&HtmlBlock::of(tree, text, at).html);
                at = node.next;
                continue;
            }
            Kind::Html(piece) => add(tree.text(piece, text)),
            _ => {}
        }
        at += 1;
    }
    ids
}

/// The heading that each reference stands under, asked for in reading order.
struct Under<'h> {
    headings: &'h [Heading],
    /// How many headings stand before the reference.
    passed: usize,
}

impl Under<'_> {
    fn heading(&mut self, node: u32) -> Option<u32> {
        while self.headings.get(self.passed).is_some_and(|one| one.node <= node) {
            self.passed += 1;
        }
        self.passed.checked_sub(1).map(|at| at as u32)
    }
}

/// What the words of a text tell.
struct Running {
    words: u32,
    /// The sentences that hold a reference, one behind the other.
    sentences: String,
    /// Where each reference stands.
    places: Vec<RefPlace>,
}

/// Where a reference stands.
#[derive(Clone)]
struct RefPlace {
    /// The bytes of its sentence in [`Running::sentences`].
    sentence: Range<u32>,
    /// The bytes of the sentence that show it.
    label: Range<u32>,
    standing: Standing,
}

/// A paragraph has hardly more bytes.
const PARAGRAPH: usize = 1024;

/// Reads the words of `tree`, run by run.
fn running(tree: &Tree, text: &str) -> Running {
    let nowhere = RefPlace { sentence: 0..0, label: 0..0, standing: Standing::InText };
    let places = vec![nowhere; tree.references.len()];
    let sentences = String::with_capacity(PARAGRAPH);
    let mut running = Running { words: 0, sentences, places };
    let mut prose = Prose::with_room(PARAGRAPH);
    for run in tree.runs() {
        let nodes = run.nodes.clone();
        if !nodes.clone().any(|at| is_reference(tree, at)) {
            running.words += prose::words_of(tree, text, nodes);
            continue;
        }
        prose.clear();
        prose.add(tree, text, nodes);
        running.words += prose::words(&prose.text);
        running.place(&prose, standing(tree, &run));
    }
    running
}

fn is_reference(tree: &Tree, node: u32) -> bool {
    matches!(tree.nodes[node as usize].kind, Kind::Reference(_))
}

/// How what is to be shown in place stands in a run.
fn standing(tree: &Tree, run: &Run) -> Standing {
    let block = run.block.map(|block| tree.nodes[block as usize].kind);
    match block {
        Some(Kind::Paragraph) if !run.in_note && holds_only_shown(tree, run) => {
            Standing::Alone
        }
        _ => Standing::InText,
    }
}

/// Whether a run holds nothing but what is shown in place: embeds and images.
fn holds_only_shown(tree: &Tree, run: &Run) -> bool {
    let mut at = run.nodes.start;
    while at < run.nodes.end {
        let node = &tree.nodes[at as usize];
        let is_shown = match node.kind {
            Kind::SoftBreak | Kind::HardBreak | Kind::Anchor(_) => true,
            Kind::Reference(number) => matches!(
                tree.references[number as usize].form,
                Form::Embed { .. } | Form::Image { .. }
            ),
            _ => false,
        };
        if !is_shown {
            return false;
        }
        at = node.next;
    }
    true
}

/// The quotations that end in a citation.
fn closed_quotes(tree: &Tree) -> impl Iterator<Item = (u32, Closing)> + '_ {
    let nodes = 0..tree.nodes.len() as u32;
    let quotes =
        nodes.filter(|at| matches!(tree.nodes[*at as usize].kind, Kind::BlockQuote));
    quotes.filter_map(|quote| Some((quote, tree.closing(quote)?)))
}

/// The words of a quotation, up to the citation in which it ends.
fn quoted(tree: &Tree, text: &str, quote: u32, closing: Closing) -> Quote {
    let words = prose::in_one_line(tree, text, quote + 1..closing.from);
    Quote { text: words.into(), span: tree.span(&tree.nodes[quote as usize]) }
}

impl Running {
    /// Places the references in a run of words, each with its sentence.
    fn place(&mut self, prose: &Prose, standing: Standing) {
        let mut ahead = sentences(&prose.text);
        let mut known: Vec<Range<usize>> = Vec::new();
        // References of one sentence share it: where it has been added, by its place in `known`.
        let mut added: Vec<Option<Range<u32>>> = Vec::new();
        for (number, mark) in &prose.marks {
            // A citation behind the full stop belongs to the sentence that the stop ends.
            let reach = mark.start + usize::from(!mark.is_empty());
            while known.last().is_none_or(|last| last.end < reach)
                && let Some(next) = ahead.next()
            {
                known.push(next);
                added.push(None);
            }
            let at = known.partition_point(|sentence| sentence.end < reach);
            let at = at.min(known.len().saturating_sub(1));
            let place = &mut self.places[*number as usize];
            place.standing = standing;
            let Some(range) = known.get(at) else { continue };
            place.label = within(&prose.text, range, mark);
            let sentence = match &added[at] {
                Some(sentence) => sentence.clone(),
                None => self.add(&prose.text[range.clone()]),
            };
            added[at] = Some(sentence.clone());
            self.places[*number as usize].sentence = sentence;
        }
    }

    fn add(&mut self, sentence: &str) -> Range<u32> {
        let start = self.sentences.len() as u32;
        self.sentences.push_str(sentence);
        start..self.sentences.len() as u32
    }
}

/// The bytes of the sentence that show `mark`, white space around them left out.
fn within(text: &str, sentence: &Range<usize>, mark: &Range<usize>) -> Range<u32> {
    let clamp = |at: usize| at.clamp(sentence.start, sentence.end);
    let (from, to) = (clamp(mark.start), clamp(mark.end));
    let label = &text[from..to];
    let start = from + (label.len() - label.trim_start().len());
    let end = (start + label.trim().len()).min(to);
    (start - sentence.start) as u32..(end - sentence.start) as u32
}

/// The brackets of a text, found when somebody asks: most texts have no key in a sentence.
struct Lazy<'t> {
    text: &'t str,
    range: Range<usize>,
    found: Option<Brackets>,
}

impl<'t> Lazy<'t> {
    fn new(tree: &Tree, text: &'t str) -> Self {
        let start = tree.nodes.first().map_or(text.len(), |node| node.start as usize);
        Lazy { text, range: start..text.len(), found: None }
    }

    fn get(&mut self) -> &Brackets {
        let Lazy { text, range, found } = self;
        found.get_or_insert_with(|| Brackets::new(text, range.clone()))
    }
}

/// Reports braces that were meant as a mark, and those of headings.
fn report_braces(tree: &Tree, text: &str, diags: &mut Diagnostics) {
    let span =
        |range: &Range<u32>| Span { file: tree.file, start: range.start, end: range.end };
    for range in &tree.stray_braces {
        let words = &text[span(range).range()];
        diags.push(
            Diagnostic::new(
                codes::MALFORMED_MARK,
                span(range),
                format!("`{words}` marks no words"),
            )
            .note("a mark stands right behind the brackets around its words, and both in one paragraph and one emphasis")
            .help(format!("write `[words]{words}`"))
            .help("if it is no mark, write `\\{`"),
        );
    }
    for range in &tree.braced_headings {
        diags.push(
            Diagnostic::new(
                codes::HEADING_ATTRIBUTES,
                span(range),
                "the braces of this heading hold more than an id",
            )
            .note("what is not an id is left out of the page")
            .help("leave the id alone: `## Words {#id}`")
            .help("to mark words, put them in brackets: `## [Words]{.…}`"),
        );
    }
}

/// Reports the brackets that were meant as a citation and can't be read.
fn report_malformed(tree: &Tree, text: &str, diags: &mut Diagnostics) {
    for range in &tree.malformed {
        let range = range.start as usize..range.end as usize;
        if let Some(Err(fault)) = cite::group(text, range) {
            diags.push(malformed(tree, text, &fault));
        }
    }
}

/// What a reference refers to; a dangerous one is reported.
fn kind(
    tree: &Tree,
    text: &str,
    reference: &super::tree::Reference,
    standing: Standing,
    brackets: &mut Lazy<'_>,
    diags: &mut Diagnostics,
) -> RefKind {
    let node = &tree.nodes[reference.node as usize];
    let owned = |piece: Piece| Box::from(tree.text(piece, text));
    let span_of = |piece: Piece| match piece {
        Piece::Source(start, end) => Span { file: tree.file, start, end },
        Piece::Own(..) => tree.span(node),
    };
    match reference.form {
        Form::Cite(form) => {
            if form == CiteForm::Bare {
                report_half_open(tree, text, node, brackets.get(), diags);
            }
            let items = items(tree, text, node.start);
            RefKind::Cite(Cite { items, form, closes: None })
        }
        Form::Wiki { target, heading } => {
            let inside = tree.inside(reference.node);
            let label = (!inside.is_empty()).then(|| prose::plain(tree, text, inside));
            RefKind::Wiki(Box::new(Wiki {
                target: owned(target),
                target_span: span_of(target),
                heading: heading.map(owned),
                label: label.map(String::into),
                embed: None,
                size: None,
            }))
        }
        Form::Embed { target, heading, label, size } => RefKind::Wiki(Box::new(Wiki {
            target: owned(target),
            target_span: span_of(target),
            heading: heading.map(owned),
            label: label.map(owned),
            embed: Some(standing),
            size,
        })),
        Form::Link { dest, title, email } => {
            let written = tree.text(dest, text);
            report_danger(written, tree.span(node), diags);
            let dest = match email {
                true => format!("mailto:{written}").into(),
                false => written.into(),
            };
            let label = text[node.start as usize..].strip_prefix("[@");
            let key = label.and_then(cite::whole_key).map(Box::from);
            RefKind::Link(Box::new(Link { dest, title: some(owned(title)), key }))
        }
        Form::Mark { class, attributes } => RefKind::Mark(Box::new(Mark {
            class: tree.text(class, text).to_owned(),
            class_span: span_of(class),
            attributes: said(tree, text, attributes),
        })),
        Form::Gap => {
            let message = "a source is still to be found here";
            diags.push(
                Diagnostic::new(codes::CITATION_NEEDED, tree.span(node), message).help(
                    "write a citation in its place, `[@key]`, or take the sentence out",
                ),
            );
            RefKind::Gap
        }
        // Whether it is a link at all is told by the configuration, and its dangers with that.
        Form::Html { dest } => {
            RefKind::Html(Box::new(HtmlAddress { dest: owned(dest), to_own_id: false }))
        }
        Form::Image { dest, title, alt, size } => {
            report_danger(tree.text(dest, text), tree.span(node), diags);
            RefKind::Image(Box::new(Image {
                dest: owned(dest),
                alt: owned(alt),
                title: some(owned(title)),
                size,
            }))
        }
    }
}

/// What the braces of a mark say.
fn said(tree: &Tree, text: &str, attributes: Piece) -> Vec<Attribute> {
    let Piece::Source(start, end) = attributes else { return Vec::new() };
    let span = |range: &Range<usize>| Span::new(tree.file, range.start, range.end);
    marks::attributes(text, start as usize..end as usize)
        .into_iter()
        .map(|one| Attribute {
            name: text[one.name].to_owned(),
            value: text[one.value.clone()].to_owned(),
            span: span(&one.all),
            value_span: span(&one.value),
        })
        .collect()
}

fn some(text: Box<str>) -> Option<Box<str>> {
    Some(text).filter(|text| !text.is_empty())
}

/// The items of the citation that begins at byte `start`.
fn items(tree: &Tree, text: &str, start: u32) -> Box<[CiteItem]> {
    let span = |range: &Range<usize>| Span::new(tree.file, range.start, range.end);
    let item = |(_, item): &(u32, CitePart)| CiteItem {
        key: text[item.key.clone()].into(),
        key_span: span(&item.key),
        prefix: some(words(&text[item.prefix.clone()])),
        locator: cite::locator(&words(&text[item.locator.clone()]))
            .ok()
            .flatten()
            .map(Box::new),
        after_colon: text[item.key.end..item.locator.start.max(item.key.end)]
            .contains([':', '：']),
        quote: item.quote.as_ref().map(|quote| {
            let words = cite::one_line(&text[quote.clone()]).into();
            Box::new(Quote { text: words, span: span(quote) })
        }),
        suppress_author: item.suppress_author,
    };
    let from = tree.cited.partition_point(|(of, _)| *of < start);
    let to = tree.cited.partition_point(|(of, _)| *of <= start);
    tree.cited[from..to].iter().map(item).collect()
}

/// What is written before a key or behind it, as plain text in one line.
fn words(written: &str) -> Box<str> {
    let line = cite::one_line(written);
    if !line.contains(['*', '_', '`', '~', '\\', '&', '<', '[']) {
        return line.into();
    }
    let tree = parse(&line, 0..line.len(), FileId(0));
    prose::plain(&tree, &line, 0..tree.nodes.len() as u32).into()
}

/// Reports a key in the sentence that has one bracket and not the other.
fn report_half_open(
    tree: &Tree,
    text: &str,
    node: &Node,
    brackets: &Brackets,
    diags: &mut Diagnostics,
) {
    let (start, end) = (node.start as usize, node.end as usize);
    let found = |from: usize, to: usize, message: &str| {
        Diagnostic::new(
            codes::MALFORMED_CITATION,
            Span::new(tree.file, from, to),
            message,
        )
    };
    if let Some(from) = cite::unclosed(text, start, brackets) {
        diags.push(
            found(from, end, "this citation is never closed")
                .help("put `]` where it ends: `[@key, p. 12]`")
                .help("if it is no citation, write `\\[`"),
        );
    } else if let Some(to) = cite::unopened(text, end, brackets) {
        diags.push(
            found(start, to, "this citation is never opened")
                .help("put `[` where it begins: `[@key, p. 12]`")
                .help("if it is no citation, write `\\]`"),
        );
    }
}

fn malformed(tree: &Tree, text: &str, fault: &cite::CiteFault) -> Diagnostic {
    let span = Span::new(tree.file, fault.at.start, fault.at.end);
    let words = cite::one_line(&text[fault.at.clone()]);
    let diagnostic =
        |message: String| Diagnostic::new(codes::MALFORMED_CITATION, span, message);
    match fault.problem {
        CiteProblem::NoKey => diagnostic("this citation names no source".into())
            .help("write the key of a source behind `@`: `[@key, p. 12]`")
            .help("if it is no citation, write `\\[`"),
        CiteProblem::PartWithoutKey => {
            diagnostic("a part of this citation names no source".into())
                .label("no `@key` here")
                .help("put `@` before each key: `[@first; see also @second]`")
        }
        CiteProblem::PlaceAsPart => {
            diagnostic(format!("`{words}` stands alone between two semicolons"))
                .help("put a comma before the place in a source: `[@key, p. 12]`")
        }
        CiteProblem::SecondKey => {
            diagnostic(format!("`{words}` is read as part of the citation before it"))
                .help("put `;` before each further source: `[see @first, p. 3; @second]`")
                .help("if it is no source, write `\\@`")
        }
        CiteProblem::WordsBehindQuote => diagnostic(format!(
            "`{words}` stands behind the quotation, and the place before it"
        ))
        .help("put both before the quotation: `[@key, p. 12, emphasis added, \"…\"]`"),
        CiteProblem::SecondQuote => diagnostic("a citation takes one quotation".into())
            .help("cite each by itself: `[@key, \"first\"; @key, \"second\"]`"),
        CiteProblem::EmptyLocator => diagnostic(format!("`{words}` names no place"))
            .help("write which, as in `[@key, p. 12]`, or leave it out"),
        CiteProblem::UnclosedQuote => diagnostic("this quotation is not closed".into())
            .help("put `\"` behind its last word"),
    }
}

/// Reports an address that can run something.
pub(crate) fn report_danger(dest: &str, span: Span, diags: &mut Diagnostics) {
    if is_dangerous(dest) {
        let scheme = dest.split(':').next().unwrap_or_default().trim().to_lowercase();
        let message = format!("a `{scheme}:` address is never linked");
        diags.push(
            Diagnostic::new(codes::DANGEROUS_LINK, span, message)
                .note("such an address can run a program in the reader's browser")
                .help("link a page, a file of the site, or an `https://` address"),
        );
    }
}

fn report_headings(headings: &[Heading], diags: &mut Diagnostics) {
    let mut firsts: HashMap<&str, Span> = HashMap::default();
    for heading in headings {
        let Some(id) = heading.written.as_deref() else { continue };
        let diagnostic =
            |message| Diagnostic::new(codes::DUPLICATE_HEADING_ID, heading.span, message);
        if headings::is_reserved(id) {
            diags.push(
                diagnostic(format!("the id `{id}` is one the page itself uses"))
                    .note("citations, sources and notes are numbered with such ids")
                    .help("choose an id that does not begin like that"),
            );
        }
        if let Some(first) = firsts.get(id) {
            diags.push(
                diagnostic(format!("two headings have the id `{id}`"))
                    .also(*first, "the first is here")
                    .help("give one of them another id, or none"),
            );
        } else {
            firsts.insert(id, heading.span);
        }
    }
}

fn report_anchors(anchors: &[Anchor], headings: &[Heading], diags: &mut Diagnostics) {
    if anchors.is_empty() {
        return;
    }
    let headings = headings.iter().map(|heading| (heading.id.as_str(), heading.span));
    let mut firsts: HashMap<&str, Span> = headings.collect();
    for anchor in anchors {
        let Some(first) = firsts.get(anchor.id.as_str()) else {
            firsts.insert(&anchor.id, anchor.span);
            continue;
        };
        let message = format!("the id `{}` is there twice", anchor.id);
        diags.push(
            Diagnostic::new(codes::DUPLICATE_HEADING_ID, anchor.span, message)
                .also(*first, "the first is here")
                .help("give one of the two another id, or none"),
        );
    }
}

fn report_notes(tree: &Tree, text: &str, diags: &mut Diagnostics) {
    for range in &tree.repeated_notes {
        let span = Span { file: tree.file, start: range.start, end: range.end };
        diags.push(
            Diagnostic::new(codes::UNUSED_NOTE, span, "this footnote is defined before")
                .help("give it another label, and refer to it by that"),
        );
    }
    let repeated: HashSet<u32> = tree.repeated_notes.iter().map(|r| r.start).collect();
    for note in tree.notes.iter().filter(|note| note.uses == 0) {
        let node = &tree.nodes[note.definition as usize];
        if repeated.contains(&node.start) {
            continue;
        }
        let label = tree.text(note.label, text);
        let message = format!("nothing refers to the footnote `{label}`");
        diags.push(
            Diagnostic::new(codes::UNUSED_NOTE, tree.span(node), message)
                .help(format!("write `[^{label}]` where it belongs, or take it out")),
        );
    }
    let known = tree.notes.iter().map(|note| tree.text(note.label, text));
    let known: Vec<&str> = known.take(MOST_COMPARED).collect();
    for (span, label) in undefined_notes(tree, text) {
        let message = format!("the footnote `{label}` is not defined");
        let found = Diagnostic::new(codes::UNDEFINED_NOTE, span, message);
        let found = match label.starts_with('@') {
            true => found.help(format!("a citation has no `^`: `[{label}]`")),
            false => found.did_you_mean(label, known.iter().copied()),
        };
        diags
            .push(found.help(format!("define it on a line of its own: `[^{label}]: …`")));
    }
}

/// A label that nothing defines is compared with so many that are defined.
const MOST_COMPARED: usize = 50;

/// The `[^label]` that stand in the text as words, because nothing defines them.
fn undefined_notes<'t>(tree: &Tree, text: &'t str) -> Vec<(Span, &'t str)> {
    let mut found = Vec::new();
    // Most texts have none, and to look for one in each of their nodes takes much longer.
    let whole = tree.nodes.first().map_or(0..0, |node| node.start as usize..text.len());
    if memchr::memmem::find(&text.as_bytes()[whole], b"[^").is_none() {
        return found;
    }
    let mut at = 0;
    while let Some(node) = tree.nodes.get(at) {
        at = match node.kind {
            Kind::CodeBlock(_) => node.next as usize,
            _ => at + 1,
        };
        let Kind::Text(Piece::Source(start, end)) = node.kind else { continue };
        let (start, words) = (start as usize, &text[start as usize..end as usize]);
        for caret in memchr::memchr_iter(b'^', words.as_bytes()) {
            let Some(n) = caret.checked_sub(1).filter(|n| words.as_bytes()[*n] == b'[')
            else {
                continue;
            };
            let from = start + n;
            let Some(length) = words[n + 2..].find([']', ' ', '[']) else { continue };
            let label = &words[n + 2..n + 2 + length];
            let closed = words[n + 2 + length..].starts_with(']');
            let escaped = n == 0 && text[..from].ends_with('\\');
            if closed && !escaped && !label.is_empty() {
                found.push((Span::new(tree.file, from, from + length + 3), label));
            }
        }
    }
    found
}

/// Reports the first tag of HTML, which stands for all of the text.
fn report_html(tree: &Tree, text: &str, diags: &mut Diagnostics) {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(node) = tree.nodes.get(at as usize) {
        let is_block = node.kind == Kind::HtmlBlock;
        let next = if is_block { node.next } else { at + 1 };
        let is_tag = match node.kind {
            Kind::Html(piece) => !tree.text(piece, text).starts_with("<!--"),
            _ => is_block && has_tag(tree, text, at),
        };
        if is_tag {
            tags.push(node);
        }
        at = next;
    }
    let [first, others @ ..] = &tags[..] else { return };
    let message = match others.len() {
        0 => "this HTML is shown as text".to_owned(),
        others => format!(
            "this HTML is shown as text, with {others} more of its tags or blocks"
        ),
    };
    let (start, end) = (first.start as usize, first.end as usize);
    let line = text[start..end].lines().next().unwrap_or_default().len();
    diags.push(
        Diagnostic::new(codes::RAW_HTML, Span::new(tree.file, start, start + line), message)
            .help("write it in Markdown; to show it to readers as it is, put it between backticks")
            .help("or have all HTML let through: `raw_html = \"allow\"` in `site.toml`"),
    );
}

/// Whether a block of HTML is more than comments and white space.
fn has_tag(tree: &Tree, text: &str, block: u32) -> bool {
    let block = HtmlBlock::of(tree, text, block);
    let shown = match block.is_whole {
        true => block.html.as_str(),
        // What follows the comment that never ends is part of it.
        false => block.html.split("<!--").next().unwrap_or_default(),
    };
    !shown.trim().is_empty()
}

fn report_alerts(tree: &Tree, text: &str, diags: &mut Diagnostics) {
    for name in &tree.unknown_alerts {
        let span = Span { file: tree.file, start: name.start, end: name.end };
        let message = format!("no kind of alert is called `{}`", &text[span.range()]);
        diags.push(
            Diagnostic::new(codes::UNKNOWN_CALLOUT, span, message)
                .note("it is shown as one that says neither good nor bad")
                .help("write `note`, `tip`, `important`, `warning` or `caution`"),
        );
    }
}

fn report_depth(tree: &Tree, diags: &mut Diagnostics) {
    if let Some(range) = &tree.too_deep {
        let span = Span { file: tree.file, start: range.start, end: range.end };
        let message = format!("Markdown is nested deeper than {DEEPEST} levels here");
        diags.push(
            Diagnostic::new(codes::TOO_DEEP, span, message)
                .label("kept as plain text from here")
                .help("take out some of the nesting"),
        );
    }
}
