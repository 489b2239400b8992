//! Content: from texts to documents.
//!
//! [`parse`] turns every text below `content/` into typed records, one file at a time, so that it
//! runs in parallel; parsing one file never looks at another. The first folder says the kind
//! (`kinds/`); front matter is split and read in `front_matter/`; BibTeX and CSL-JSON in `import/`; ids are in [`id`]. What a
//! reference means is none of this room's business: it keeps what was written and where.
//!
//! In one circle, since a location has dated facts and a dated fact may define the locations it is of:
//! `kinds::event`, `kinds::location`.

pub mod front_matter;
pub mod hold;
pub mod id;
pub mod kinds;
pub mod values;

mod documents;
pub mod doi;
mod held;
mod import;
mod kept;
mod outlined;
mod parse;
#[cfg(test)]
mod properties;
mod published;
mod registry;
mod shared_bytes;

pub use documents::{Documents, Item, MediaItem, NotedCopy, Prose};
pub use held::HeldPlaces;
pub use hold::{Held, HeldBy, Hold, Policy, Withdrawal};
pub use id::Id;
pub use kept::{CacheSink, ParseCache};
pub use kinds::{Kind, KindFields};
pub use outlined::Outlined;
pub use parse::{Parsed, Records, parse};

use documents::{Sidecar, Sink};
