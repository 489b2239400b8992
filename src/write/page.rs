//! What stands in a file, or is to stand there, and from what it is made.

use super::ledger::MadeFrom;
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::Error;
use crate::manifest::FileSum;

/// What is to stand in the file of one artifact.
pub(super) struct Page {
    /// What it is made from.
    pub(super) from: MadeFrom,
    /// The bytes, unless they are those that are there already.
    pub(super) bytes: Option<Vec<u8>>,
    /// Their size and sum, wherever they are.
    pub(super) sum: FileSum,
}

/// A file of the last build.
pub(super) struct There {
    /// What it was made from.
    pub(super) from: MadeFrom,
    /// What it is to hold, where that differs from what it does by nothing but the path of the style sheet.
    pub(super) bytes: Option<Vec<u8>>,
    /// The size and the sum of what it holds.
    pub(super) sum: FileSum,
}

/// From what a file is made, and its bytes unless they are there already.
pub(super) type Filling = (MadeFrom, Option<Vec<u8>>);

/// Why the bytes of one artifact can't be had.
pub(super) enum Trouble {
    Content(Diagnostics),
    Machine(Error),
}

impl From<Box<Diagnostic>> for Trouble {
    fn from(found: Box<Diagnostic>) -> Self {
        let mut all = Diagnostics::default();
        all.push(*found);
        Trouble::Content(all)
    }
}
