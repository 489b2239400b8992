//! Search: the index of a site, as scripts that a page loads when it needs them.
//!
//! A page that is read from a disk may load scripts and nothing else. So the index is scripts: one that says what
//! there is and how it is searched ([`index_script`]), shards of words with the documents that have them
//! ([`words_script`]), files of some documents with their sentences ([`documents_script`]), and shards of cards by path
//! for those who point at a link ([`cards_script`]). Which shard a word is in follows from its first
//! letters, so a search loads one for each word, whatever the size of the site, and a word that comes or goes changes one.
//!
//! What is searched is read of the edition, as what pages show is. Words are read in one way
//! here and in scripts: by `words.rs` and `words.js`, with one table of letters ([`crate::letters::plain_table`]).

mod findable;
mod packed;
mod parts;
mod postings;
mod scripts;
mod told;
mod words;

pub use findable::Findable;
pub use parts::{WordParts, WordSource};
pub use scripts::{
    FoundIn, card_shards, cards_script, documents_script, index_script, words_script,
};
pub use told::ClaimWords;
pub use words::words_of;
