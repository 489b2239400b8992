//! Keys: what a thing is made from, in 64 bits, so that a later build sees whether it has changed.
//!
//! A key is only ever compared with those of the build before, made by the same program. So 64
//! bits are enough, and the hash function may be any that is quick and mixes well: two versions
//! of one page have the same key once in 2⁶⁴ changes. A text is looked for among those of the whole
//! site: of a hundred thousand, it has the key of another once in 2⁴⁷ changes.

use foldhash::quality::FixedState;
use serde::{Deserialize, Serialize};
use std::hash::{BuildHasher, Hash};

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
