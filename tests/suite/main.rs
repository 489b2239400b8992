//! Tests of whole builds, one file for each area. See `tests/README.md`.

#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod build;
mod canaries;
mod citations;
mod claims;
mod codes;
mod dialects;
mod embeds;
mod evidence;
mod feeds;
mod letters;
mod media;
mod pages;
mod places;
mod program;
mod quotes;
mod records;
mod sources;
mod stats;
mod theming;
