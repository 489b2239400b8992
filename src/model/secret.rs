//! What no reader may learn, as it is taken down: values of records, each with what it is and where it is written.

use super::nouns::Point;
use crate::content::{Id, Kind};
use crate::files::Span;

/// A value that no reader may learn.
#[derive(Debug, Clone)]
pub struct Protected {
    /// What it is.
    pub what: SecretKind,
    /// The kind and the id of the record that it is of; none of the home page.
    pub of: Option<(Kind, Id)>,
    /// Where the record is written.
    pub place: Span,
    /// The words.
    pub words: String,
}

/// What sort of thing a protected value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SecretKind {
    /// What somebody is called who may not be named.
    Name,
    /// The title of a confidential source, or what it is quoted as.
    SourceTitle,
    /// Who wrote a confidential source.
    SourceAuthor,
    /// Where a confidential source is to be found.
    SourceAddress,
    /// What a confidential source is called in the newsroom, or what its copy is known by.
    SourceKey,
    /// A note for the newsroom.
    Private,
    /// What something is called that is held back, or what it says.
    HeldTitle,
    /// The name of a person or a body, or of a place, that is held back.
    HeldName,
    /// What something is known by that is held back, or where its page would be.
    HeldKey,
}

impl SecretKind {
    /// What it is, in words for a message: `the name of somebody who may not be named`.
    pub fn told(self) -> &'static str {
        match self {
            SecretKind::Name => "the name of somebody who may not be named",
            SecretKind::SourceTitle => "the title of a confidential source",
            SecretKind::SourceAuthor => "the author of a confidential source",
            SecretKind::SourceAddress => "the address of a confidential source",
            SecretKind::SourceKey => "the key of a confidential source",
            SecretKind::Private => "a note for the newsroom (`private`)",
            SecretKind::HeldTitle => "the title of something that is held back",
            SecretKind::HeldName => "a name that is held back",
            SecretKind::HeldKey => "the id of something that is held back",
        }
    }
}

/// Where a location is, which may not be told so finely.
#[derive(Debug, Clone)]
pub struct ProtectedPoint {
    /// The location's id.
    pub of: Id,
    /// Where it is written.
    pub place: Span,
    /// Where it is.
    pub point: Point,
    /// What is published in its place; none where nothing is.
    pub published: Option<Point>,
    /// How near to the place nothing may be told, in metres.
    pub metres: f64,
}
