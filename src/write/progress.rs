//! How far the making of files is, for whoever looks on from another thread.

use std::sync::atomic::{AtomicU64, Ordering};

/// How many files there are to see to, and how many of these are done, with the bytes of those made.
///
/// The numbers are for a display. They are right when the call that was given the value has
/// returned; until then they may be a little behind.
#[derive(Debug, Default)]
pub struct Progress {
    files: AtomicU64,
    kept: AtomicU64,
    made: AtomicU64,
    bytes: AtomicU64,
}

impl Progress {
    /// How many files there are to see to; 0 until that is known.
    pub fn files(&self) -> u64 {
        self.files.load(Ordering::Relaxed)
    }

    /// How many are done, made or not.
    pub fn done(&self) -> u64 {
        self.made() + self.kept.load(Ordering::Relaxed)
    }

    /// How many were made, and not known beforehand to be the same as those of the last build.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// How many bytes these have.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    pub(super) fn begin(&self, files: usize) {
        self.files.store(files as u64, Ordering::Relaxed);
        for counter in [&self.kept, &self.made, &self.bytes] {
            counter.store(0, Ordering::Relaxed);
        }
    }

    /// One more is done: made, with so many bytes, or kept.
    pub(super) fn one_done(&self, made: Option<usize>) {
        match made {
            Some(bytes) => {
                self.made.fetch_add(1, Ordering::Relaxed);
                self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
            }
            None => {
                self.kept.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}
