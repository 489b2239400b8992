//! The nouns of the model, with every reference resolved: one file each, and the table of them.

mod article;
mod author;
mod claim;
mod copy;
mod correction;
mod country;
mod embed;
mod entity;
mod event;
mod location;
mod mark;
mod matter;
mod media;
mod names;
mod noun;
mod number;
mod page;
mod place;
mod prose;
mod source;
mod table;
mod tag;
mod tombstone;
mod who;

pub use article::Article;
pub use author::Author;
pub use claim::{Answer, Claim, ClaimAt, Proceeding, Reply};
pub use copy::CopyNote;
pub use correction::Correction;
pub use country::{Country, Response};
pub use embed::Shown;
pub use entity::Entity;
pub use event::{Event, Teller};
pub use location::{Location, StatusAt};
pub use mark::Withheld;
pub use matter::Matter;
pub use media::{Media, Picture};
pub use names::Names;
pub(in crate::model) use noun::{FromRecord, Noun};
pub use number::{Number, NumberOf};
pub use page::{Figures, Home, KeyFigure, Page};
pub use place::{Finer, HeldBack, Point, PublishedPlace};
pub use prose::{Link, Prose};
pub(in crate::model) use source::sha256;
pub use source::{Archive, Label, Source};
pub use table::{
    ArticleId, AuthorId, ClaimId, CountryId, EntityId, EventId, Item, LocationId,
    MediaId, PageId, SourceId, TagId,
};
pub(in crate::model) use table::{ItemId, nouns};
pub use tag::Tag;
pub use tombstone::Tombstone;
pub use who::Who;
