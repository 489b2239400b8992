//! The text of an item, with the meaning of every reference in it.

use super::{ClaimId, Item, MediaId, Shown, SourceId, Withheld};
use crate::content::kinds::claim::ClaimStatus;
use crate::content::{self, Outlined};
use crate::files::{FileId, OutPath, Span};
use crate::keys::Key;
use crate::markdown::{self, Manuscript, Packed, Tree};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The Markdown of an item, with the meaning of every reference in it.
#[derive(Debug, Clone)]
pub struct Prose {
    /// The file.
    pub file: FileId,
    /// The key of the file's path and text.
    pub key: Key,
    /// The bytes of the Markdown in it.
    pub range: Range<usize>,
    /// Its references, headings and notes, in order.
    pub outline: Outlined,
    /// Its tree, where the text was read in this run.
    pub packed: Option<Packed>,
    /// What each of the outline's references means, in the same order.
    pub links: Vec<Link>,
}

impl Prose {
    /// A text, and what each of its references means.
    pub(in crate::model) fn of(prose: &content::Prose, links: Vec<Link>) -> Self {
        Prose {
            file: prose.file,
            key: prose.key,
            range: prose.range.clone(),
            outline: prose.outline.clone(),
            packed: prose.packed.clone(),
            links,
        }
    }

    /// Where the nth reference stands in the file. It is one of the `links`.
    pub fn span(&self, nth: usize) -> Span {
        self.outline.refs.get(nth).map_or(Span::start_of(self.file), |one| one.span)
    }

    /// The text as it is read; `text` is all of its file's.
    pub fn manuscript<'t>(&self, text: &'t str) -> Manuscript<'t> {
        Manuscript::of(text, self.range.clone())
    }

    /// The tree of the text, of its [`Prose::manuscript`].
    pub fn tree(&self, text: &Manuscript<'_>) -> Tree {
        match &self.packed {
            Some(packed) => packed.tree(self.file),
            None => markdown::parse(text.text(), text.range(), self.file),
        }
    }
}

/// What a reference in a text means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// An item of the site, or a heading on its page (by the heading's id).
    Item(Item, Option<Box<str>>),
    /// A heading of the same page, by its id.
    Heading(Box<str>),
    /// Something that is shown in place.
    Embed(Shown),
    /// Sources, in the order of the citation's items.
    Cite(Box<[SourceId]>),
    /// An image or document of the site.
    Media(MediaId),
    /// A page of the site that is no item: a list, the timeline.
    Path(Box<(OutPath, Option<String>)>),
    /// An address elsewhere.
    Web(Box<str>),
    /// Words that are marked with the status of a claim, and which claim where one is named.
    Mark(ClaimStatus, Option<ClaimId>),
    /// Words that stand for a name which is not told, and why.
    Withheld(Withheld),
    /// A source is still to be found.
    Gap,
    /// No reference after all, or one that was reported: it stays as it is written.
    Text,
}

impl Link {
    /// The item that it leads to or shows; a citation leads to its own.
    pub fn item(&self) -> Option<Item> {
        match self {
            Link::Item(item, _) => Some(*item),
            Link::Embed(shown) => shown.item(),
            Link::Mark(_, claim) => claim.map(Item::Claim),
            _ => None,
        }
    }
}
