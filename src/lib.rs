//! Dateline: an evidence compiler whose output is a static site.
//!
#![doc = include_str!("ARCHITECTURE.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub)]
#![warn(clippy::print_stdout, clippy::print_stderr, clippy::dbg_macro, clippy::todo)]
#![warn(clippy::iter_over_hash_type, clippy::semicolon_if_nothing_returned)]

pub mod steps;

pub mod keys;

pub mod bytes;

pub mod letters;

pub mod needles;

pub mod pictures;

pub mod quotations;

pub mod phrases;

pub mod files;

pub mod manifest;

pub mod diag;

pub mod fields;

pub mod dates;

pub mod atlas;

pub mod config;

pub mod maps;

pub mod routes;

pub mod markdown;

pub mod copies;

pub mod content;

pub mod model;

pub mod firewall;

pub mod releases;

pub mod theme;

pub mod assets;

pub mod render;

pub mod search;

pub mod view;

pub mod output;

pub mod check;

pub mod write;

pub mod pipeline;

pub mod schemas;

pub mod seeds;

pub mod guide;

#[cfg(feature = "serve")]
pub mod serve;

#[cfg(feature = "lsp")]
pub mod lsp;

pub mod import;
