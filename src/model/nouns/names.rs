//! What an item is called by: its ids and addresses.

use crate::content::Id;
use crate::files::OutPath;
use serde::{Deserialize, Serialize};

/// An id and the old ids and addresses of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The id.
    pub id: Id,
    /// The id that it had first, as far as its aliases tell: readers' programs know it by that.
    pub first: Id,
    /// What else it may be called in references: the names among its aliases.
    pub others: Vec<String>,
    /// Where its page is.
    pub address: OutPath,
    /// Where pages that lead to it are.
    pub redirects: Vec<OutPath>,
}
