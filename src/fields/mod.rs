//! Data with places: YAML, TOML and JSON read into one tree of nodes, decoded by field tables.
//!
//! [`yaml::read`], [`toml::read`] and [`json::read`] make a [`Node`] in which every key and value knows its
//! [`Span`](crate::files::Span). [`record!`](crate::record) describes a record once: from that one table come the
//! Rust type, its decoder (all mistakes at once, each at its place), "did you mean", and the reference
//! documentation. Start at [`node`], then [`decode`], then [`record`].

pub mod json;
pub mod toml;
pub mod yaml;

mod decode;
mod hidden;
mod language;
mod node;
#[cfg(test)]
mod properties;
mod record;
mod shape;
mod simple;
mod words;

pub use decode::{Decode, Spanned, wrong_shape};
pub use hidden::{report_hidden, report_hidden_in};
pub use language::Language;
use node::duplicate_key;
pub use node::{Entry, Node, Text, Value};
pub use record::{List, Optional, Presence, Record, Required, field_name};
pub use shape::{Choice, Field, Shape, Table};
