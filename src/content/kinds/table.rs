//! The table of kinds, and what is the same for all of them.

use super::common::{ItemFields, TextFields};
use crate::content::hold::{Held, Hold};
use crate::content::id::Id;
use crate::fields::{Decode, Spanned, Table};

/// Hands the table of kinds to the macro `$with`: one row for each kind of record that has files, and so
/// pages, of its own. A row says what the kind is called, which id its noun has, in which folder of
/// `content/` its files lie, its word and its record, and which files hold it ([`KindFiles`]). With `lists` before
/// the macro's name it gets only the names of the lists.
///
/// What is the same for every kind is made from this table: [`Kind`], the lists of
/// [`Documents`](crate::content::Documents), and in the model the ids, the items and the lists of the site.
macro_rules! kinds {
    (lists $with:ident) => { kinds! { kinds @lists $with } };
    (@lists $with:ident $($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
        $word:ident::$fields:ident, $files:ident;)*) => { $with! { $($list)* } };
    ($with:ident $($more:tt)*) => {
        $with! {
            $($more)*
            /// An article.
            Article(ArticleId) in articles: article::ArticleFields, Texts;
            /// A country or territory.
            Country(CountryId) in countries: country::CountryFields, Texts;
            /// A location.
            Location(LocationId) in locations: location::LocationFields, Registries;
            /// A source.
            Source(SourceId) in sources: source::SourceFields, Registries;
            /// An entity.
            Entity(EntityId) in entities: entity::EntityFields, Registries;
            /// A claim.
            Claim(ClaimId) in claims: claim::ClaimFields, Registries;
            /// A free page.
            Page(PageId) in pages: page::PageFields, Texts;
        }
    };
}

pub(crate) use kinds;

macro_rules! kind {
    ($($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
        $word:ident::$fields:ident, $files:ident;)*) => {
        /// A kind of record that has files of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$note])* $noun,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Kind] = &[$(Kind::$noun),*];

            /// The word for one of the kind, as in `kind:id`.
            pub fn word(self) -> &'static str {
                match self {
                    $(Kind::$noun => stringify!($word),)*
                }
            }

            /// The folder of `content/` in which its files lie.
            pub fn folder(self) -> &'static str {
                match self {
                    $(Kind::$noun => stringify!($list),)*
                }
            }

            /// The table of its fields.
            pub fn table(self) -> &'static Table {
                match self {
                    $(Kind::$noun => super::$word::$fields::TABLE,)*
                }
            }

            /// Whether one has a file for itself, with a text beneath its fields.
            pub fn is_text(self) -> bool {
                self.files() == KindFiles::Texts
            }

            /// Which files hold it.
            pub(in crate::content) fn files(self) -> KindFiles {
                match self {
                    $(Kind::$noun => KindFiles::$files,)*
                }
            }
        }
    };
}

kinds!(kind);

/// The record of a kind, as its files have it.
pub trait KindFields: Decode {
    /// The kind.
    const KIND: Kind;

    /// What it has in common with those of every kind.
    fn item(&self) -> &ItemFields;

    /// The same, of a record that is held back once it is read.
    fn item_mut(&mut self) -> &mut ItemFields;

    /// What it has in common with those that are there for the text beneath them, if it is one.
    fn text(&self) -> Option<&TextFields> {
        None
    }

    /// Names it was known by, as they are written.
    fn aliases(&self) -> &[Spanned<String>] {
        &self.item().aliases
    }

    /// The last part of its address, where it is not that of its id.
    fn slug(&self) -> Option<&Spanned<Id>> {
        None
    }

    /// The id that the record itself says it has, which one in a file of its own then has instead of its path.
    fn own_id(&self) -> Option<&Spanned<Id>> {
        None
    }
}

impl<F: KindFields> Held for F {
    fn hold(&self) -> &Hold {
        &self.item().common.hold
    }

    fn hold_mut(&mut self) -> &mut Hold {
        &mut self.item_mut().common.hold
    }
}

/// Which files hold the records of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum KindFiles {
    /// Markdown, with one record above the text. YAML is a sidecar of a picture beside it.
    Texts,
    /// Markdown, and registries in YAML with many records.
    Registries,
}

impl Kind {
    /// The kind that `word` names.
    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// The kind that a reference names before a colon, and what is behind it: `source:rte`.
    pub fn before_name(reference: &str) -> (Option<Kind>, &str) {
        let text = reference.trim();
        let parts = text.split_once(':');
        let known =
            parts.and_then(|(word, rest)| Some((Kind::of_word(word)?, rest.trim())));
        known.map_or((None, text), |(kind, name)| (Some(kind), name))
    }

    /// The kind whose files lie in this folder of `content/`.
    pub fn of_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.folder() == folder)
    }
}
