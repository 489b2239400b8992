//! How far the making of files is, for whoever looks on from another thread.

use std::sync::atomic::{AtomicU64, Ordering};

/// How many files there are to make, how many are made, and their bytes.
///
/// The numbers are for a display. They are right when the call that was given the value has
/// returned; until then they may be a little behind.
#[derive(Debug, Default)]
pub struct Progress {
    files: AtomicU64,
    made: AtomicU64,
    bytes: AtomicU64,
}

impl Progress {
    /// How many files there are to make; 0 until that is known.
    pub fn files(&self) -> u64 {
        self.files.load(Ordering::Relaxed)
    }

    /// How many are made.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// How many bytes these have.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    pub(super) fn begin(&self, files: usize) {
        self.files.store(files as u64, Ordering::Relaxed);
        self.made.store(0, Ordering::Relaxed);
        self.bytes.store(0, Ordering::Relaxed);
    }

    pub(super) fn one_made(&self, bytes: usize) {
        self.made.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }
}
