//! Some of the bytes of what another build kept.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// Some of the bytes that were kept; a clone shares them.
#[derive(Debug, Clone)]
pub(super) struct SharedBytes {
    all: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl SharedBytes {
    /// These bytes of `all`.
    pub(super) fn of(all: &Arc<Vec<u8>>, range: Range<usize>) -> Self {
        SharedBytes { all: Arc::clone(all), range }
    }

    /// These of its bytes.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let start = self.range.start;
        let range = start + range.start..start + range.end;
        SharedBytes { all: Arc::clone(&self.all), range }
    }
}

impl Deref for SharedBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.all[self.range.clone()]
    }
}

impl From<&[u8]> for SharedBytes {
    fn from(bytes: &[u8]) -> Self {
        SharedBytes { all: Arc::new(bytes.to_vec()), range: 0..bytes.len() }
    }
}
