//! Letters of every script: when two names are one, what becomes of a name in an address, in which form
//! words are searched, and characters that nobody sees.
//!
//! The same word can be written in several ways: `é` is one character or an `e` and an accent (macOS
//! and some archives store names so). Unicode calls them canonically equivalent (The Unicode
//! Standard, section 3.7), so [`composed`] is what names, paths and words are compared by, and what
//! addresses are made of.

mod compare;
mod direction;
mod hidden;
mod plain;
mod slug;

pub use compare::{composed, folded, is_ignorable, is_unparted, same};
pub use direction::Direction;
pub use hidden::{Hidden, hidden};
pub use plain::{plain, plain_table, push_plain};
pub(crate) use slug::is_device;
pub use slug::{LONGEST, anchor, fitted, own_word, slug, word};
