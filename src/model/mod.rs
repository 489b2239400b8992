//! The model: what the site knows, and what of it may be shown.
//!
//! [`resolve`] turns documents into a [`Site`], in which every reference means something;
//! [`publish`] turns it into an [`Edition`], which holds what may be shown, in order, with
//! backlinks, numbers and neighbours. The nouns are in `nouns/`, one file each. From `theme` to
//! `output` only the edition may be named: what is not to be published is not in it.
//!
//! In one circle, since each of these files works out a part of what is published, and says how it is read:
//! `edition`, `edition::alphabet`, `edition::claims`, `edition::door`, `edition::facts`, `edition::groups`,
//! `edition::mentions`, `edition::related`, `edition::select`, `edition::timelines`, `edition::tongue`, `edition::topics`, `edition::translations`, `menu`.

mod capture;
mod dropping;
mod edition;
mod evidence;
mod flaws;
mod linker;
mod menu;
mod nouns;
mod papers;
mod percent;
mod protected;
mod quoted;
mod refused;
mod renew;
mod resolve;
mod secret;
mod site;
mod sizes;
mod target;
mod vault;
mod verdict;
mod web_page;

pub use capture::{Capture, Made};
pub use edition::{
    AlphabetEntry, CountryFacts, Directory, Disagreement, Edition, EntityFacts, Feed,
    Group, GroupId, LocationFacts, Members, Mention, Month, Named, NamedEntity, Notes,
    Numbered, Passage, Publication, ReadId, Reading, Seen, SharedValue, SourceUse,
    TranslationState, Years, publish,
};
pub use evidence::{Circle, Independence, MOST_BELOW, Origins};
pub use flaws::Flaws;
pub use linker::{LanguageTree, Linker, Naming};
pub use menu::MenuTarget;
pub use nouns::{
    Answer, Archive, Article, ArticleId, Author, AuthorId, Claim, ClaimAt, ClaimId,
    CopyNote, Correction, Country, CountryId, Entity, EntityId, Event, EventId, Figures,
    Finer, HeldBack, Home, Item, KeyFigure, Label, Link, Location, LocationId, Matter,
    Media, MediaId, Names, Number, NumberOf, Page, PageId, Picture, Point, Proceeding,
    Prose, PublishedPlace, Reply, Response, Shown, Source, SourceId, StatusAt, Tag,
    TagId, Teller, Tombstone, Who, Withheld,
};
pub use papers::{Paper, Papers};
pub use percent::{percent_bytes, percent_decoded, percent_encoded};
pub use quoted::{Quoted, QuotedIn};
pub use refused::{refused_address, whole};
pub use renew::renew;
pub use resolve::{Unpublished, resolve, survey};
pub use secret::{Protected, ProtectedPoint, SecretKind};
pub use site::Site;
pub use sizes::{PictureSize, PictureSizes, look_of};
pub use target::*;
pub use vault::{Saved, Vault, VerifiedCopy, quotations_in};
pub use verdict::Verdict;
pub use web_page::WebPage;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
