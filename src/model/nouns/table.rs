//! The nouns that have ids, and items: those of them that can be referred to.

use crate::content::Kind;
use serde::{Deserialize, Serialize};
use std::hash::Hash;

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

        $(
            impl ItemId for $id {
                const KIND: Kind = Kind::$noun;

                fn of(item: Item) -> Option<Self> {
                    match item {
                        Item::$noun(id) => Some(id),
                        _ => None,
                    }
                }
            }
        )*

        impl Item {
            /// Its place in the list of its kind.
            pub(in crate::model) fn place(self) -> usize {
                match self {
                    $(Item::$noun(id) => id.index(),)*
                    Item::Home => 0,
                }
            }
        }

        impl Kind {
            /// The kind of an item; the home page counts as a page.
            pub(in crate::model) fn of(item: Item) -> Kind {
                match item {
                    $(Item::$noun(_) => Kind::$noun,)*
                    Item::Home => Kind::Page,
                }
            }

            /// The kind whose ids are of the type with this name.
            pub(in crate::model) fn of_id(name: &str) -> Option<Kind> {
                match name {
                    $(stringify!($id) => Some(Kind::$noun),)*
                    _ => None,
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

/// The id of an item of some kind.
pub(in crate::model) trait ItemId: Copy + Eq + Hash {
    /// The kind.
    const KIND: Kind;

    /// The id of an item, where that is of this kind.
    fn of(item: Item) -> Option<Self>;
}

impl Item {
    /// What sort of item it is, in the word that `kind:id` uses.
    pub fn kind(self) -> &'static str {
        match self {
            Item::Home => "home page",
            _ => Kind::of(self).word(),
        }
    }

    /// The part of the site that its page is in, as `page.section` of templates names it; empty where it is
    /// alone.
    pub fn section(self) -> &'static str {
        match self {
            Item::Page(_) | Item::Home => "",
            _ => Kind::of(self).folder(),
        }
    }
}
