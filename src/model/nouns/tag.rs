//! Tags of articles.

use crate::files::{OutPath, Span};
use serde::{Deserialize, Serialize};

/// A tag. Tags that differ only in the case of letters are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// As printed: the first spelling in order of article.
    pub name: String,
    /// Where the page with its articles is.
    pub address: OutPath,
    /// Where it is first named.
    pub place: Span,
}
