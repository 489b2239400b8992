//! Looking ahead: having the processor fetch what is about to be read.
//!
//! What a page shows lies all over memory. Whoever takes one thing after the other waits for each, for about as
//! long as it takes to write a line of HTML. Nothing depends on the order in which one merely looks, so
//! the processor fetches ten at a time, and finds them near when they are wanted.

use std::hint::black_box;

/// Looks at these, and has no other effect. Each is a byte or a number of something that is wanted soon.
pub fn look<T: Into<u64>>(seen: impl Iterator<Item = T>) {
    black_box(seen.fold(0, |all, one| all ^ one.into()));
}

/// The first byte of a text.
pub fn first(text: &str) -> u8 {
    text.as_bytes().first().copied().unwrap_or_default()
}
