//! Steps of loops that may grow faster than what they are given, counted in debug builds.
//!
//! Growth shows in what is allocated and written, but not where a loop goes over what is there
//! already: names compared with names, bytes looked at again. Such a loop says here how far it went, and
//! `tests/growth/` compares sites of one, two and four times the size. In a release build nothing is counted
//! and nothing is left of the calls.

use std::sync::atomic::{AtomicU64, Ordering};

static TAKEN: AtomicU64 = AtomicU64::new(0);

/// Notes that a loop took so many steps.
#[inline]
pub fn took(steps: usize) {
    if cfg!(debug_assertions) {
        TAKEN.fetch_add(steps as u64, Ordering::Relaxed);
    }
}

/// All steps that this process has taken; always 0 in a release build.
pub fn taken() -> u64 {
    TAKEN.load(Ordering::Relaxed)
}
