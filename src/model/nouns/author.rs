//! Authors of articles.

use crate::files::{OutPath, Span};
use serde::{Deserialize, Serialize};

/// Somebody who wrote articles. Authors of the same name are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name as printed.
    pub name: String,
    /// A page about them elsewhere.
    pub url: Option<String>,
    /// What they know about.
    pub expertise: Option<String>,
    /// Where the page with their articles is.
    pub address: OutPath,
    /// Where they are first named.
    pub place: Span,
}
