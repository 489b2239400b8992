//! What was written: records by kind, their texts, and the files beside them.

use super::Outlined;
use super::id::Id;
use super::kinds;
use super::kinds::copy::CopyFields;
use super::kinds::media::MediaFields;
use super::kinds::page::HomeFields;
use crate::diag::Diagnostics;
use crate::files::{FileId, FilePath, Span};
use crate::keys::Key;
use crate::markdown::Packed;
use crate::pictures::Picture;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One record of a kind, as written.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Item<F> {
    /// Its id.
    pub id: Id,
    /// Where the id is to be seen: the key of a registry, else the start of the file.
    pub place: Span,
    /// The file it stands in.
    pub file: FileId,
    /// Its fields; `None` where they have mistakes that no record can be made of. The id is
    /// known all the same, so that references to it are not reported as well. They are large, and
    /// items are moved.
    pub fields: Option<Box<F>>,
    /// The text beneath the front matter, if the file has one.
    pub prose: Option<Prose>,
}

/// The Markdown of a file and what it holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Prose {
    /// The file.
    pub file: FileId,
    /// The key of the file's path and text.
    pub key: Key,
    /// The bytes of the Markdown in it.
    pub range: Range<usize>,
    /// Its references, headings and notes, in order. It is kept behind the other records of the file.
    #[serde(skip)]
    pub outline: Outlined,
    /// Its tree, where the text was read in this run.
    #[serde(skip)]
    pub packed: Option<Packed>,
}

/// A file that is shown or offered as it is: an image, a document.
#[derive(Debug, Clone)]
pub struct MediaItem {
    /// Where it lies.
    pub path: FilePath,
    /// Its size in bytes.
    pub size: u64,
    /// What its first bytes tell, where it is a picture that browsers show.
    pub picture: Option<Picture>,
    /// What its sidecar says, with where; nothing where it has none.
    pub sidecar: Option<(FileId, MediaFields)>,
    /// Whether the sidecar has mistakes, which have been reported.
    pub flawed: bool,
}

macro_rules! documents {
    ($($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
        $word:ident::$fields:ident, $files:ident;)*) => {
        /// Everything that was written, by kind, in order of file.
        #[derive(Debug, Default, Serialize, Deserialize)]
        pub struct Documents {
            /// `content/index.md`.
            pub home: Option<Item<HomeFields>>,
            $(
                #[doc = concat!("The records of `content/", stringify!($list), "/`.")]
                /// Those that stand inline in others are not among them.
                pub $list: Vec<Item<kinds::$word::$fields>>,
            )*
            /// Images and documents; found beside the texts, not in one of them.
            #[serde(skip)]
            pub media: Vec<MediaItem>,
            /// What is noted of copies in `content/vault/`, in order of file.
            pub copies: Vec<NotedCopy>,
        }
    };
}

kinds::kinds!(documents);

/// What a sidecar in `content/vault/` notes of the copy that it stands beside.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NotedCopy {
    /// The sidecar.
    pub file: FileId,
    /// Nothing where it can't be read at all.
    pub fields: Option<CopyFields>,
}

/// What a sidecar says of the file that it stands beside.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Sidecar {
    pub(super) file: FileId,
    /// Nothing where it can't be read at all.
    pub(super) fields: Option<MediaFields>,
    /// Whether it has mistakes, which have been reported.
    pub(super) flawed: bool,
}

/// What reading some files yields.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Sink {
    pub(super) found: Documents,
    pub(super) sidecars: Vec<Sidecar>,
    /// None of a file that is kept.
    #[serde(skip)]
    pub(super) diags: Diagnostics,
}
