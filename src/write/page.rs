//! What stands in a file, or is to stand there, and from what it is made.

use super::ledger::MadeFrom;
use crate::diag::Diagnostic;
use crate::files::Error;

/// What is to stand in the file of one artifact.
pub(super) struct Page {
    /// What it is made from.
    pub(super) from: MadeFrom,
    /// The bytes, unless they are those that are there already.
    pub(super) bytes: Option<Vec<u8>>,
}

/// A file of the last build.
pub(super) struct There {
    /// What it was made from.
    pub(super) from: MadeFrom,
    /// What it is to hold, where that differs from what it does by nothing but the path of the style sheet.
    pub(super) bytes: Option<Vec<u8>>,
}

/// Why the bytes of one artifact can't be had.
pub(super) enum Trouble {
    Content(Box<Diagnostic>),
    Machine(Error),
}
