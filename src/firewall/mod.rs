//! The firewall: what no reader may learn, looked for in every file before anything is written.
//!
//! [`Firewall::of`] gathers what is protected, from the records, from what is held back, and from `site.toml`;
//! [`Firewall::search`] looks through the bytes of one file. They are brought to what a reader, or a reader's program,
//! would make of them first ([`readings`]): tags, entities, escapes and codings are undone. What
//! is found is told by its sort and by where it is recorded, never by its words, because messages end in logs.
//!
//! Rules of judgement look at what is written, and point at the line. This looks at what comes out, so it also sees what
//! a theme, a file that is copied, or a mistake of the program itself would tell.

mod gather;
mod joints;
mod numbers;
mod points;
mod readings;
mod report;
mod search;
mod short;
mod sieve;
mod told;

pub use gather::Unsearched;
pub use report::report;
pub use search::Firewall;
