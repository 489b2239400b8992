//! Tests of whole builds, one file for each area. See `tests/README.md`.

#[path = "../support/mod.rs"]
mod support;

mod bad_input;
mod beginnings;
mod bibliographies;
mod build;
mod canaries;
mod checked;
mod citations;
mod claims;
mod codes;
mod copies;
mod dialects;
mod embeds;
mod evidence;
mod feeds;
mod firewall;
mod held;
mod imports;
mod languages;
mod letters;
mod lineage;
mod linked_data;
mod links;
mod lists;
mod manifest;
mod maps;
mod media;
mod multilingual;
mod named;
mod pages;
mod params;
mod phrases;
mod places;
mod program;
mod published;
mod quotations;
mod quotes;
mod raw_html;
mod records;
mod releases;
mod running;
mod search;
mod second_theme;
mod serving;
#[cfg(feature = "images")]
mod sizes;
mod sources;
mod statements;
mod stats;
mod style_guide;
mod theme_mistakes;
mod theming;
mod unread;
mod vault;
