//! The nouns of the model, with every reference resolved: one file each.

mod article;
mod claim;
mod country;
mod embed;
mod entity;
mod event;
mod location;
mod mark;
mod number;
mod page;
mod place;
mod source;

pub use article::{Article, Author, Correction, Picture, Tag};
pub use claim::{Answer, Claim, ClaimAt, Proceeding, Reply};
pub use country::{Country, Response};
pub use embed::Shown;
pub use entity::{Entity, Who};
pub use event::{Event, Teller};
pub use location::{Location, StatusAt};
pub use mark::Withheld;
pub use number::{Number, NumberOf};
pub use page::{Figures, Home, KeyFigure, Media, Page};
pub(in crate::model) use place::RecordedPlace;
pub use place::{Finer, HeldBack, Point, PublishedPlace};
pub use source::{Archive, Label, Source};

use crate::content::kinds::claim::ClaimStatus;
use crate::content::{Id, Kind, Outlined};
use crate::files::{FileId, OutPath, Span};
use crate::keys::Key;
use crate::markdown::{self, Manuscript, Packed, Tree};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Hands all nouns that have ids to the macro `$with`: the table of kinds, and behind it the nouns that are made
/// of parts of records or of files that are no records, with the list in which the site has each.
macro_rules! nouns {
    ($with:ident) => {
        $crate::content::kinds::kinds! { $with
            { Event(EventId) in events; Media(MediaId) in media; Author(AuthorId) in authors; Tag(TagId) in tags; }
        }
    };
}

pub(in crate::model) use nouns;

macro_rules! items {
    (
        { $($other:ident($other_id:ident) in $others:ident;)* }
        $($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
            $word:ident::$fields:ident, $files:ident;)*
    ) => {
        ids! { $($id of $list;)* $($other_id of $others;)* }

        /// Anything that has a page of its own and can be referred to.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Item {
            $($(#[$note])* $noun($id),)*
            /// The home page.
            Home,
        }

        impl Kind {
            /// The kind of an item; the home page counts as a page.
            pub(in crate::model) fn of(item: Item) -> Kind {
                match item {
                    $(Item::$noun(_) => Kind::$noun,)*
                    Item::Home => Kind::Page,
                }
            }

            /// The item of this kind with this place in its list.
            pub(in crate::model) fn item(self, place: u32) -> Item {
                match self {
                    $(Kind::$noun => Item::$noun($id(place)),)*
                }
            }
        }
    };
}

macro_rules! ids {
    ($($id:ident of $list:ident;)*) => {$(
        #[doc = concat!("Which of [`Site::", stringify!($list), "`](crate::model::Site::", stringify!($list), ").")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(Serialize, Deserialize)]
        pub struct $id(pub(in crate::model) u32);

        impl $id {
            /// Its place in that list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

nouns!(items);

impl Item {
    /// What sort of item it is, in the word that `kind:id` uses.
    pub fn kind(self) -> &'static str {
        match self {
            Item::Home => "home page",
            _ => Kind::of(self).word(),
        }
    }
}

/// What the site has to know of an item, whatever its kind.
pub(in crate::model) trait Noun {
    /// Its id and addresses; the home page has none to be referred to by.
    fn names(&self) -> Option<&Names>;

    /// What readers may call it.
    fn title(&self) -> &str;

    /// The sources of its front matter, in order: `[@1]` is the first.
    fn sources(&self) -> &[SourceId];

    /// Its text, if it has one.
    fn prose(&self) -> Option<&Prose>;

    /// The same, for its references to be given their meaning.
    fn prose_mut(&mut self) -> Option<&mut Prose>;

    /// Its lead picture.
    fn picture(&self) -> Option<&Picture> {
        None
    }

    /// What was wrong about it, newest first.
    fn corrections(&self) -> &[Correction] {
        &[]
    }

    /// What is counted of it.
    fn numbers(&self) -> &[NumberOf] {
        &[]
    }

    /// Whether it may be shown. Of a confidential source nothing is but a label, of an entity that may not be
    /// named nothing at all.
    fn is_shown(&self) -> bool {
        true
    }
}

/// The Markdown of an item, with the meaning of every reference in it. Its outline and its tree are not written with
/// it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Prose {
    /// The file.
    pub file: FileId,
    /// The key of the file's path and text.
    pub key: Key,
    /// The bytes of the Markdown in it.
    pub range: Range<usize>,
    /// Its references, headings and notes, in order.
    #[serde(skip)]
    pub outline: Outlined,
    /// Its tree, where the text was read in this run.
    #[serde(skip)]
    pub packed: Option<Packed>,
    /// What each of the outline's references means, in the same order.
    pub links: Vec<Link>,
}

impl Prose {
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
            Link::Embed(shown) => Some(shown.item()),
            Link::Mark(_, claim) => claim.map(Item::Claim),
            _ => None,
        }
    }
}

/// An id and the old ids and addresses of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The id.
    pub id: Id,
    /// The id that it had first, as far as its aliases tell: readers' programs know it by that.
    pub first: Id,
    /// Where its page is.
    pub address: OutPath,
    /// Where pages that lead to it are.
    pub redirects: Vec<OutPath>,
}
