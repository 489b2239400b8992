//! Keys: what a thing is made from, in 64 bits, so that a later build sees whether it has changed.
//!
//! A key is only ever compared with those of the build before, made by the same program. So 64
//! bits are enough, and the hash function may be any that is quick and mixes well: two versions
//! of one page have the same key once in 2⁶⁴ changes. A text is looked for among those of the whole
//! site: of a hundred thousand, it has the key of another once in 2⁴⁷ changes.

use foldhash::quality::{FixedState, FoldHasher};
use serde::{Deserialize, Serialize};
use std::hash::{BuildHasher, Hash, Hasher};

/// What a thing is made from, in short: made from the same, it is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Key(u64);

impl Key {
    /// The key of what is made from `value` alone.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        Key(FixedState::with_seed(0).hash_one(value))
    }

    /// The key as a number, to be kept between builds.
    pub fn number(self) -> u64 {
        self.0
    }

    /// The key that a number was kept for.
    pub const fn from_number(number: u64) -> Self {
        Key(number)
    }
}

/// Makes a [`Key`] of what is written to it, piece by piece.
pub struct KeyHasher(FoldHasher<'static>);

impl KeyHasher {
    /// One that has been given nothing yet.
    #[expect(clippy::new_without_default, reason = "it is always begun by name")]
    pub fn new() -> Self {
        KeyHasher(FixedState::with_seed(0).build_hasher())
    }

    /// The key of all that was written.
    pub fn key(&self) -> Key {
        Key(self.0.finish())
    }
}

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0.finish()
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    fn write_u8(&mut self, number: u8) {
        self.0.write_u8(number);
    }

    fn write_u32(&mut self, number: u32) {
        self.0.write_u32(number);
    }

    fn write_u64(&mut self, number: u64) {
        self.0.write_u64(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.0.write_usize(number);
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_key_is_the_same_in_every_run_of_one_program() {
        assert_eq!(Key::of("Dublin"), Key::of(&"Dublin".to_owned()));
        assert_ne!(Key::of("Dublin"), Key::of("Dublín"));
        assert_ne!(Key::of(&("a", "bc")), Key::of(&("ab", "c")));
    }
}
