//! Words that must not be seen, and the search for them in any text.
//!
//! A [`Needle`] is such words in the one form that texts are searched in ([`SearchForm`]): small letters and digits without
//! accents, all else one space. So a name is found in capitals, in letters of another width, with accents that are
//! written otherwise, with hyphens in an address, and with characters between its letters that nobody sees. A
//! [`NeedleSet`] finds many in one pass. What would be found on every page is no needle: [`Weakness`] says why.

mod fold;
mod needle;
mod plain;
mod set;
mod veil;

pub use fold::{BREAK, JOINT, SearchForm};
pub use needle::{Needle, Weakness};
pub use plain::PlainWords;
pub use set::{FoundNeedle, NeedleSet, Showing};
pub use veil::{COVER, Veil};
