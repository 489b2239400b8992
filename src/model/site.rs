//! The site: all that is published, every reference resolved.

use super::flaws::Flaws;
use super::nouns::*;
use super::secret::Protected;
use crate::content::Kind;
use crate::files::FilePath;
use std::collections::BTreeMap;
use std::ops::Index;

macro_rules! site {
    (
        { $($other:ident($other_id:ident) in $others:ident;)* }
        $($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
            $word:ident::$fields:ident, $files:ident;)*
    ) => {
        /// All that is published, and confidential sources and entities that may not be named besides. It never
        /// changes once [`super::resolve`] has made it; what may be shown of these is [`super::Edition`]'s to say.
        /// What is held back has no part in it.
        #[derive(Debug, Default)]
        pub struct Site {
            /// The home page.
            pub home: Home,
            $(
                #[doc = concat!("Every [`", stringify!($noun), "`]; its [`", stringify!($id), "`] is its place here.")]
                pub $list: Vec<$noun>,
            )*
            $(
                #[doc = concat!("Every [`", stringify!($other), "`]; its [`", stringify!($other_id), "`] is its place here.")]
                pub $others: Vec<$other>,
            )*
            /// The text of each item that has one, by the item's number.
            pub(in crate::model) texts: Vec<Option<Prose>>,
            /// Records of registries and files of their own that nothing refers to but what is held back: they are
            /// ahead of it.
            pub ahead: Vec<Item>,
            /// What is noted of copies in the vault, by their paths.
            pub copies: BTreeMap<FilePath, CopyNote>,
            /// Notes for the newsroom.
            pub(in crate::model) private: Vec<Protected>,
            /// What was withdrawn, by address.
            pub(in crate::model) tombstones: Vec<Tombstone>,
            /// Whether there are records of releases.
            pub(in crate::model) has_releases: bool,
            /// Where it is not whole; a site that is known from the last build is.
            pub flaws: Flaws,
        }

        impl Site {
            /// Every item that can be referred to, by kind and then by id.
            pub fn items(&self) -> impl Iterator<Item = Item> + '_ {
                let all = |kind: Kind, list: usize| (0..list as u32).map(move |n| kind.item(n));
                std::iter::once(Item::Home)$(.chain(all(Kind::$noun, self.$list.len())))*
            }

            /// The place of an item among [`Site::items`], from 0.
            pub(in crate::model) fn number(&self, item: Item) -> usize {
                // The home page is before them.
                let mut before = 1;
                $(
                    if let Item::$noun(id) = item {
                        return before + id.index();
                    }
                    before += self.$list.len();
                )*
                0
            }

            /// What an item is.
            fn noun(&self, item: Item) -> &dyn Noun {
                match item {
                    $(Item::$noun(id) => &self[id],)*
                    Item::Home => &self.home,
                }
            }
        }

        indexed! { $($id => $list: $noun,)* $($other_id => $others: $other,)* }
    };
}

macro_rules! indexed {
    ($($id:ident => $list:ident: $noun:ident,)*) => {$(
        impl Index<$id> for Site {
            type Output = $noun;

            fn index(&self, id: $id) -> &$noun {
                &self.$list[id.index()]
            }
        }
    )*};
}

nouns!(site);

impl Site {
    /// Whether an item is shown. Of a confidential source nothing is but a label, of an entity that may not be named
    /// nothing at all.
    pub(in crate::model) fn shows(&self, item: Item) -> bool {
        self.noun(item).is_shown()
    }

    /// The text of an item, if it has one.
    pub fn prose(&self, item: Item) -> Option<&Prose> {
        self.texts.get(self.number(item))?.as_ref()
    }

    /// The media that something shown refers to, each once and in order: nothing is published by lying in a
    /// folder.
    pub(in crate::model) fn media_in_use(&self) -> Vec<MediaId> {
        let mut media = Vec::new();
        for item in self.items().filter(|item| self.shows(*item)) {
            media.extend(self.noun(item).picture().map(|picture| picture.media));
            let links = self.prose(item).into_iter().flat_map(|prose| &prose.links);
            media.extend(links.filter_map(|link| match link {
                Link::Media(id) => Some(*id),
                _ => None,
            }));
        }
        media.sort_unstable();
        media.dedup();
        media
    }

    /// The sources of an item's front matter, in order: `[@1]` is the first.
    pub fn listed_sources(&self, item: Item) -> &[SourceId] {
        self.noun(item).sources()
    }

    /// Every source with its id.
    pub fn sources_with_ids(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0..).map(SourceId).zip(&self.sources)
    }

    /// The sources that an item's text cites, once for each citation.
    pub fn cited(&self, item: Item) -> impl Iterator<Item = SourceId> + '_ {
        let links = self.prose(item).into_iter().flat_map(|prose| &prose.links);
        let cited = links.filter_map(|link| match link {
            Link::Cite(sources) => Some(sources.iter().copied()),
            _ => None,
        });
        cited.flatten()
    }

    /// The corrections of an item, newest first; only articles and claims have any.
    pub fn corrections(&self, item: Item) -> &[Correction] {
        self.noun(item).corrections()
    }

    /// What is counted of an item.
    pub fn numbers(&self, item: Item) -> &[NumberOf] {
        self.noun(item).numbers()
    }

    /// The id and addresses of an item; the home page has none to be referred to by.
    pub fn names(&self, item: Item) -> Option<&Names> {
        self.noun(item).names()
    }

    /// What an item is called; of a location, what readers may call it.
    pub fn title(&self, item: Item) -> &str {
        self.noun(item).title()
    }
}
