//! What other generators write into Markdown: notes to oneself, shortcodes, tags, admonitions.
//!
//! Notes are taken out of the text before it is read, so that nothing of them gets anywhere.
//! Admonitions become alerts. What has no meaning here is taken out too, and reported: its place,
//! and what to write instead. What stands in code stays as it is.
//!
//! [`scan`] goes through a text line by line; [`lines`] knows where it is, and where code begins and
//! ends; [`inline`] looks for what may stand within a line, [`blocks`] for what begins one. [`report`]
//! words the findings.

mod blocks;
mod containers;
mod finding;
mod inline;
mod lines;
mod names;
mod report;
mod scan;
#[cfg(test)]
mod tests;

pub use containers::{Containers, containers};
pub(super) use finding::{Edit, Finding};
pub(super) use names::look;
pub use names::{is_alert, is_element};
pub(super) use report::{leftovers, report};
pub(super) use scan::scan;
