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
use crate::content::{Id, Outlined};
use crate::files::{FileId, OutPath, Span};
use crate::keys::Key;
use crate::markdown::{self, Manuscript, Packed, Tree};
use serde::{Deserialize, Serialize};
use std::ops::Range;

macro_rules! ids {
    ($($(#[doc = $note:literal])* $name:ident of $noun:literal;)*) => {$(
        $(#[doc = $note])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(Serialize, Deserialize)]
        pub struct $name(pub(in crate::model) u32);

        impl $name {
            /// Its place in the model's list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// Which article.
    ArticleId of "article";
    /// Which country or territory.
    CountryId of "country";
    /// Which location.
    LocationId of "location";
    /// Which source.
    SourceId of "source";
    /// Which dated fact.
    EventId of "event";
    /// Which entity.
    EntityId of "entity";
    /// Which claim.
    ClaimId of "claim";
    /// Which free page.
    PageId of "page";
    /// Which image or document.
    MediaId of "media";
    /// Which author.
    AuthorId of "author";
    /// Which tag.
    TagId of "tag";
}

/// Anything that has a page of its own and can be referred to.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Item {
    /// An article.
    Article(ArticleId),
    /// A country or territory.
    Country(CountryId),
    /// A location.
    Location(LocationId),
    /// A source.
    Source(SourceId),
    /// An entity.
    Entity(EntityId),
    /// A claim.
    Claim(ClaimId),
    /// A free page.
    Page(PageId),
    /// The home page.
    Home,
}

impl Item {
    /// What sort of item it is, in the word that `kind:id` uses.
    pub fn kind(self) -> &'static str {
        match self {
            Item::Article(_) => "article",
            Item::Country(_) => "country",
            Item::Location(_) => "location",
            Item::Source(_) => "source",
            Item::Entity(_) => "entity",
            Item::Claim(_) => "claim",
            Item::Page(_) => "page",
            Item::Home => "home page",
        }
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
