//! What a text names, and where: items, files and addresses, in its fields and in its prose.

use super::fields::{FieldPlace, Met, named_kinds, walk};
use super::layout::{Layout, THIS};
use crate::content::Kind;
use crate::diag::Diagnostics;
use crate::fields::Shape;
use crate::markdown::{self, Manuscript, RefKind};
use std::ops::Range;

/// Something that is named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Use {
    /// The bytes of the name.
    pub(super) span: Range<usize>,
    /// The bytes at which a reader takes the name to stand: brackets included.
    pub(super) around: Range<usize>,
    pub(super) what: UsedName,
}

/// What is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UsedName {
    /// An item by one of its names, of one of these kinds where some are given.
    Item(String, Vec<Kind>),
    /// The record of this kind and id is written here.
    Definition(Kind, String),
    /// A file, or a page, by its path from this text.
    File(String),
    /// An address elsewhere.
    Web(String),
}

/// Whether a place is at or in these bytes.
pub(super) fn holds(span: &Range<usize>, byte: usize) -> bool {
    span.start <= byte && byte <= span.end
}

/// Everything that a text names, in order.
pub(super) fn uses(layout: &Layout, text: &str) -> Vec<Use> {
    let mut found = Vec::new();
    if let Some(node) = layout.nodes(text) {
        walk(&node, &layout.shape, None, &mut |met| match met {
            Met::Key(..) => {}
            Met::Id(entry) => {
                if let Some(kind) = layout.kind {
                    let span = inner(text, entry.key_span.range());
                    found.push(here(
                        span,
                        UsedName::Definition(kind, entry.key.to_string()),
                    ));
                }
            }
            Met::Value { text: value, span, place, takes } => {
                let span = inner(text, span.range());
                found.extend(of_value(value, place, &takes).map(|what| here(span, what)));
            }
        });
    }
    if let Some(prose) = &layout.prose {
        in_prose(text, prose.clone(), &mut found);
    }
    found
}

fn here(span: Range<usize>, what: UsedName) -> Use {
    Use { around: span.clone(), span, what }
}

/// A text without the quotation marks around it.
fn inner(text: &str, span: Range<usize>) -> Range<usize> {
    let written = &text[span.clone()];
    let is_quoted = written.len() >= 2
        && ['"', '\'']
            .iter()
            .any(|mark| written.starts_with(*mark) && written.ends_with(*mark));
    if is_quoted { span.start + 1..span.end - 1 } else { span }
}

fn of_value(value: &str, place: FieldPlace, takes: &Shape) -> Option<UsedName> {
    if value.starts_with("https://") || value.starts_with("http://") {
        return Some(UsedName::Web(value.to_owned()));
    }
    let own = Kind::of_word(place.table.kind).filter(|_| place.field.name == "id");
    if let Some(kind) = own {
        return Some(UsedName::Definition(kind, value.to_owned()));
    }
    match (place.table.kind, place.field.name) {
        ("source", "archive") => return Some(UsedName::File(format!("/{value}"))),
        ("image", "src") | (_, "image") => return Some(UsedName::File(value.to_owned())),
        _ => {}
    }
    let kinds = named_kinds(place, takes);
    (!kinds.is_empty()).then(|| UsedName::Item(value.to_owned(), kinds))
}

fn in_prose(text: &str, prose: Range<usize>, found: &mut Vec<Use>) {
    let manuscript = Manuscript::of(text, prose);
    let (_, outline) = markdown::read(&manuscript, THIS, &mut Diagnostics::default());
    for one in &outline.refs {
        let around = one.span.range();
        let mut add = |span: Range<usize>, what| {
            found.push(Use { span, around: around.clone(), what });
        };
        match &one.kind {
            RefKind::Wiki(wiki) if !wiki.target.is_empty() => {
                let (word, name) =
                    wiki.target.split_once(':').unwrap_or(("", &wiki.target));
                // `![[timeline:ie]]` and `![[map:ie]]` name an item of any kind.
                let is_view = wiki.embed.is_some() && matches!(word, "timeline" | "map");
                let name = if is_view { name } else { &wiki.target };
                add(
                    wiki.target_span.range(),
                    UsedName::Item(name.to_owned(), Vec::new()),
                );
            }
            RefKind::Cite(cite) => {
                for item in &cite.items {
                    let span = item.key_span.range();
                    let what = UsedName::Item(item.key.to_string(), vec![Kind::Source]);
                    found.push(Use { around: span.clone(), span, what });
                }
            }
            RefKind::Mark(mark) => {
                if let Some(claim) =
                    mark.attributes.iter().find(|one| one.name == "claim")
                {
                    add(
                        claim.value_span.range(),
                        UsedName::Item(claim.value.clone(), vec![Kind::Claim]),
                    );
                }
            }
            RefKind::Link(link) => add(around.clone(), leads(&link.dest)),
            RefKind::Image(image) => add(around.clone(), leads(&image.dest)),
            RefKind::Wiki(_) | RefKind::Gap | RefKind::Html(_) => {}
        }
    }
}

fn leads(dest: &str) -> UsedName {
    match dest.contains("://") {
        true => UsedName::Web(dest.to_owned()),
        false => UsedName::File(dest.split('#').next().unwrap_or_default().to_owned()),
    }
}
