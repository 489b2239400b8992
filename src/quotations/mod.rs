//! Quotations: whether words stand in a text as they are quoted, and what comes nearest where they don't.
//!
//! Both are brought into one form first ([`Folded`]): what printers and programs set differently is the same in
//! it, and every word and capital counts. Of a [`Quotation`], `[…]` stands for words left out, and `[words]` for
//! words put in. Nothing is read here, and no time is more than the length of the text.

mod folding;
mod marked;
mod nearest;
mod quotation;
mod search;

pub use folding::{Folded, FoldedParts};
pub use marked::marked;
pub use nearest::{WordsOf, nearest};
pub use quotation::Quotation;
pub use search::{LONGEST_GAP, find};

#[cfg(test)]
mod properties;
