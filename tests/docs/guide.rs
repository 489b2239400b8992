//! What the guides show as content really builds, and what they show as messages is really said.
//!
//! A block with `file=…` behind its language is a file of the site that the page builds up; a
//! later one replaces an earlier one. With `breaks`, it is so for the next block alone, which
//! shows what is then said.

use crate::page;
use dateline::diag::render::{Colour, human};
use dateline::diag::{Diagnostic, Diagnostics};
use dateline::files::{FilePath, Memory, TextFiles};
use dateline::pipeline::{self, Options};
use dateline::write::{self, Failure};
use std::fs;
use std::sync::Arc;

/// A fenced block: what stands behind the fence, and its text.
struct Block {
    info: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let fenced = page.split("\n```").skip(1).step_by(2);
    let block = |fenced: &str| {
        let (info, text) = fenced.split_once('\n').unwrap_or((fenced, ""));
        Block { info: info.to_owned(), text: format!("{text}\n") }
    };
    fenced.map(block).collect()
}

fn build(files: &Memory) -> (Vec<Diagnostic>, Arc<TextFiles>) {
    let built = pipeline::build(files, &Options::default(), write::memory).unwrap();
    let mut found: Diagnostics = built.diagnostics;
    match built.finished {
        Some(Err(Failure::Content(more))) => found.append(more),
        Some(Err(failure)) => panic!("{failure:?}"),
        Some(Ok(_)) | None => {}
    }
    (found.sorted(), built.texts)
}

fn said(files: &Memory) -> String {
    let (found, texts) = build(files);
    human(&found, &texts, Colour::Off).trim().to_owned()
}

/// Builds what the page shows; with `UPDATE` set, writes the messages it should show.
fn follow(name: &str) {
    let path = page(name);
    let text = fs::read_to_string(&path).unwrap();
    let mut new = text.clone();
    let mut files = Memory::default();
    files.insert(FilePath::new("site.toml").unwrap(), b"title = \"Example\"\n".to_vec());
    let blocks = blocks(&text);
    for (n, block) in blocks.iter().enumerate() {
        let Some((_, file)) = block.info.split_once("file=") else { continue };
        let (file, breaks) = file.split_once(' ').unwrap_or((file, ""));
        let mut now = files.clone();
        now.insert(FilePath::new(file).unwrap(), block.text.clone().into_bytes());
        if breaks.is_empty() {
            files = now;
            continue;
        }
        let shown = &blocks[n + 1];
        assert_eq!(shown.info, "text", "{name}: no message is shown for {file}");
        let fenced = |text: &str| format!("```text\n{}\n```", text.trim());
        new = new.replace(&fenced(&shown.text), &fenced(&said(&now)));
    }
    assert_eq!(said(&files), "", "{name}");
    if new != text && std::env::var_os("UPDATE").is_some() {
        fs::write(&path, new).unwrap();
        return;
    }
    assert_eq!(new, text, "docs/{name}: run `UPDATE=1 cargo test --test docs`");
}

#[test]
fn the_guide_builds() {
    follow("guide.md");
}

#[test]
fn the_first_page_builds() {
    follow("../README.md");
}
