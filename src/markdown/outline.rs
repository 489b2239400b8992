//! The outline of a text: all that other stages need to know of it, the tree not kept.

use super::cite::{self, Problem};
use super::headings::{self, Heading};
use super::marks;
use super::prose::{self, Prose};
use super::refs::{
    Attribute, Cite, CiteItem, Image, Link, Mark, Quote, Ref, RefKind, Sentence,
    Standing, Wiki,
};
use super::sentences::sentences;
use super::tree::{CiteForm, Form, Kind, Piece, Run, Tree};
use super::{is_dangerous, parse::DEEPEST, tables};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use foldhash::{HashMap, HashSet};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// What a text refers to and how it is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// Every reference, in reading order; the tree's references are the same ones.
    pub refs: Vec<Ref>,
    /// Every heading, in order.
    pub headings: Vec<Heading>,
    /// The first paragraph in plain text.
    pub lead: Option<String>,
    /// How many words it has, code left out.
    pub words: u32,
    /// The languages of its code, each once, in order of the alphabet.
    pub languages: Vec<String>,
}

/// The outline of `tree`, made from `text`; what is wrong with the text goes to `diags`.
pub fn outline(tree: &Tree, text: &str, diags: &mut Diagnostics) -> Outline {
    let headings = headings::headings(tree, text);
    let mut outline = Outline { languages: languages(tree, text), ..Outline::default() };
    let mut kinds = kinds(tree, text, diags);
    let mut prose = Prose::default();
    let mut placed: Vec<Option<Ref>> = Vec::with_capacity(kinds.len());
    placed.resize_with(kinds.len(), || None);
    for run in tree.runs() {
        prose.clear();
        prose.add(tree, text, run.nodes.clone());
        outline.words += prose::words(&prose.text);
        let paragraph = run.block.map(|block| tree.nodes[block as usize].kind);
        let shows = paragraph == Some(Kind::Paragraph) && holds_only_shown(tree, &run);
        if outline.lead.is_none()
            && run.depth == 1
            && paragraph == Some(Kind::Paragraph)
            && !shows
        {
            outline.lead = some(prose.text.trim().to_owned());
        }
        for (number, sentence) in place(&prose) {
            let index = number as usize;
            let node = tree.references[index].node;
            let Some(mut kind) = kinds[index].take() else { continue };
            if let RefKind::Wiki(Wiki { embed: Some(standing), .. }) = &mut kind
                && shows
                && !run.in_note
            {
                *standing = Standing::Alone;
            }
            let before = headings.partition_point(|heading| heading.node <= node);
            let heading = before.checked_sub(1).map(|n| n as u32);
            let span = tree.span(&tree.nodes[node as usize]);
            placed[index] = Some(Ref { span, kind, sentence, heading });
        }
    }
    for cite in closing_cites(tree) {
        if let Some(RefKind::Cite(cite)) =
            placed[cite as usize].as_mut().map(|one| &mut one.kind)
        {
            cite.closes_quote = true;
        }
    }
    outline.refs = placed.into_iter().flatten().collect();
    report_headings(&headings, diags);
    report_notes(tree, text, diags);
    report_depth(tree, diags);
    tables::report_cut_links(tree, text, diags);
    outline.headings = headings;
    outline
}

/// Whether a run holds nothing but what is shown in place: embeds and images.
fn holds_only_shown(tree: &Tree, run: &Run) -> bool {
    let mut at = run.nodes.start;
    while at < run.nodes.end {
        let node = &tree.nodes[at as usize];
        let is_shown = match node.kind {
            Kind::SoftBreak | Kind::HardBreak => true,
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

/// The citations in which quotations end.
fn closing_cites(tree: &Tree) -> impl Iterator<Item = u32> + '_ {
    let nodes = 0..tree.nodes.len() as u32;
    let quotes = nodes.filter(|at| tree.nodes[*at as usize].kind == Kind::BlockQuote);
    quotes.filter_map(|quote| tree.closing(quote)).map(|closing| closing.cite)
}

/// The sentence of each reference in a run of words.
fn place(prose: &Prose) -> Vec<(u32, Sentence)> {
    if prose.marks.is_empty() {
        return Vec::new();
    }
    let all = sentences(&prose.text);
    let mut shared: Option<(usize, Arc<str>)> = None;
    let mut found = Vec::with_capacity(prose.marks.len());
    for (number, mark) in &prose.marks {
        // A citation behind the full stop belongs to the sentence that the stop ends.
        let at = if mark.is_empty() {
            all.partition_point(|sentence| sentence.end < mark.start)
        } else {
            all.partition_point(|sentence| sentence.end <= mark.start)
        };
        let at = at.min(all.len().saturating_sub(1));
        let Some(range) = all.get(at) else {
            found.push((*number, Sentence { text: Arc::from(""), label: 0..0 }));
            continue;
        };
        let text = match &shared {
            Some((known, text)) if *known == at => text.clone(),
            _ => Arc::from(&prose.text[range.clone()]),
        };
        shared = Some((at, text.clone()));
        let label = within(&prose.text, range, mark);
        found.push((*number, Sentence { text, label }));
    }
    found
}

/// The bytes of the sentence that show `mark`, white space around them left out.
fn within(text: &str, sentence: &Range<usize>, mark: &Range<usize>) -> Range<usize> {
    let clamp = |at: usize| at.clamp(sentence.start, sentence.end);
    let (from, to) = (clamp(mark.start), clamp(mark.end));
    let label = &text[from..to];
    let start = from + (label.len() - label.trim_start().len());
    let end = (start + label.trim().len()).min(to);
    start - sentence.start..end - sentence.start
}

/// What each reference of the tree refers to; dangerous ones are reported.
fn kinds(tree: &Tree, text: &str, diags: &mut Diagnostics) -> Vec<Option<RefKind>> {
    for range in &tree.malformed {
        let range = range.start as usize..range.end as usize;
        if let Some(Err(fault)) = cite::group(text, range) {
            diags.push(malformed(tree, text, &fault));
        }
    }
    let kinds = tree.references.iter();
    kinds.map(|reference| Some(kind(tree, text, reference, diags))).collect()
}

fn kind(
    tree: &Tree,
    text: &str,
    reference: &super::tree::Reference,
    diags: &mut Diagnostics,
) -> RefKind {
    let node = &tree.nodes[reference.node as usize];
    let owned = |piece: Piece| tree.text(piece, text).to_owned();
    let span_of = |piece: Piece| match piece {
        Piece::Source(start, end) => Span { file: tree.file, start, end },
        Piece::Own(..) => tree.span(node),
    };
    match reference.form {
        Form::Cite(form) => {
            if form == CiteForm::Bare
                && let Some(at) = cite::unclosed(text, node.start as usize)
            {
                diags.push(never_closed(Span::new(tree.file, at, node.end as usize)));
            }
            let items = items(tree, text, node, form);
            RefKind::Cite(Cite { items, form, closes_quote: false })
        }
        Form::Wiki { target, heading } => {
            let inside = tree.inside(reference.node);
            let label = (!inside.is_empty()).then(|| prose::plain(tree, text, inside));
            RefKind::Wiki(Wiki {
                target: owned(target),
                target_span: span_of(target),
                heading: heading.map(owned),
                label,
                embed: None,
                size: None,
            })
        }
        Form::Embed { target, heading, label, size } => RefKind::Wiki(Wiki {
            target: owned(target),
            target_span: span_of(target),
            heading: heading.map(owned),
            label: label.map(owned),
            embed: Some(Standing::InText),
            size,
        }),
        Form::Link { dest, title, email } => {
            let written = tree.text(dest, text);
            report_danger(written, tree.span(node), diags);
            let dest =
                if email { format!("mailto:{written}") } else { written.to_owned() };
            RefKind::Link(Link { dest, title: some(owned(title)) })
        }
        Form::Mark { class, attributes } => RefKind::Mark(Mark {
            class: owned(class),
            class_span: span_of(class),
            attributes: said(tree, text, attributes),
        }),
        Form::Gap => {
            let message = "a source is still to be found here";
            diags.push(
                Diagnostic::new(codes::CITATION_NEEDED, tree.span(node), message).help(
                    "write a citation in its place, `[@key]`, or take the sentence out",
                ),
            );
            RefKind::Gap
        }
        Form::Image { dest, title, alt, size } => {
            report_danger(tree.text(dest, text), tree.span(node), diags);
            RefKind::Image(Image {
                dest: owned(dest),
                alt: owned(alt),
                title: some(owned(title)),
                size,
            })
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

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

fn items(
    tree: &Tree,
    text: &str,
    node: &super::tree::Node,
    form: CiteForm,
) -> Vec<CiteItem> {
    let range = node.start as usize..node.end as usize;
    let span = |range: &Range<usize>| Span::new(tree.file, range.start, range.end);
    // The parser has read the same bytes before, and keeps only what can be read.
    let read = cite::read(text, range, form).unwrap_or_default();
    read.into_iter()
        .map(|item| CiteItem {
            key: text[item.key.clone()].to_owned(),
            key_span: span(&item.key),
            prefix: some(cite::one_line(&text[item.prefix])),
            locator: cite::locator(&text[item.locator]).ok().flatten(),
            quote: item.quote.map(|quote| Quote {
                text: cite::one_line(&text[quote.clone()]),
                span: span(&quote),
            }),
            suppress_author: item.suppress_author,
        })
        .collect()
}

fn languages(tree: &Tree, text: &str) -> Vec<String> {
    let mut found = BTreeSet::new();
    for node in &tree.nodes {
        if let Kind::CodeBlock(Some(info)) = node.kind
            && let Some(name) = super::language(tree.text(info, text))
        {
            found.insert(name.to_owned());
        }
    }
    found.into_iter().collect()
}

fn never_closed(span: Span) -> Diagnostic {
    Diagnostic::new(codes::MALFORMED_CITATION, span, "this citation is never closed")
        .help("put `]` where it ends: `[@key, p. 12]`")
        .help("if it is no citation, write `\\[`")
}

fn malformed(tree: &Tree, text: &str, fault: &cite::Fault) -> Diagnostic {
    let span = Span::new(tree.file, fault.at.start, fault.at.end);
    let words = cite::one_line(&text[fault.at.clone()]);
    let diagnostic =
        |message: String| Diagnostic::new(codes::MALFORMED_CITATION, span, message);
    match fault.problem {
        Problem::NoKey => diagnostic("this citation names no source".into())
            .help("write the key of a source behind `@`: `[@rte-capel, p. 12]`")
            .help("if it is no citation, write `\\[`"),
        Problem::PartWithoutKey => {
            diagnostic("a part of this citation names no source".into())
                .label("no `@key` here")
                .help("put `@` before each key: `[@first; see also @second]`")
        }
        Problem::EmptyLocator => diagnostic(format!("`{words}` names no place"))
            .help("write which, as in `[@key, p. 12]`, or leave it out"),
        Problem::UnclosedQuote => diagnostic("this quotation is not closed".into())
            .help("put `\"` behind its last word"),
    }
}

fn report_danger(dest: &str, span: Span, diags: &mut Diagnostics) {
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
    for (span, label) in undefined_notes(tree, text) {
        let message = format!("the footnote `{label}` is not defined");
        let known: Vec<&str> =
            tree.notes.iter().map(|note| tree.text(note.label, text)).collect();
        diags.push(
            Diagnostic::new(codes::UNDEFINED_NOTE, span, message)
                .did_you_mean(label, known)
                .help(format!("define it on a line of its own: `[^{label}]: …`")),
        );
    }
}

/// The `[^label]` that stand in the text as words, because nothing defines them.
fn undefined_notes<'t>(tree: &Tree, text: &'t str) -> Vec<(Span, &'t str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(node) = tree.nodes.get(at) {
        at = match node.kind {
            Kind::CodeBlock(_) => node.next as usize,
            _ => at + 1,
        };
        let Kind::Text(Piece::Source(start, end)) = node.kind else { continue };
        let (start, words) = (start as usize, &text[start as usize..end as usize]);
        for (n, _) in words.match_indices("[^") {
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
