//! Words that no message may show: what is protected, also where a mistake kept its record from being read.

use crate::content::front_matter::{self, Head, Syntax};
use crate::diag::{Diagnostics, Place};
use crate::fields::{Node, Value};
use crate::files::{FileId, TextFiles};
use std::collections::BTreeSet;

/// Fields that tell who or what a record is of.
const TELLING: [&str; 12] = [
    "name", "names", "aliases", "title", "by", "author", "authors", "url", "URL",
    "archive", "id", "private",
];

/// Words of `privacy` that let somebody be named.
const OPEN: [&str; 2] = ["public-figure", "public-body"];

/// What is protected in the files that diagnostics are about. A record is read as far as it can be: whatever is wrong
/// with it, its words are as much in danger.
pub(super) fn words(found: &Diagnostics, texts: &TextFiles) -> Vec<String> {
    let places = found
        .iter()
        .flat_map(|one| one.also.iter().map(|also| &also.place).chain([&one.place]));
    let files: BTreeSet<FileId> = places
        .filter_map(|place| match place {
            Place::Text(span) => Some(span.file),
            Place::Path(..) | Place::Site => None,
        })
        .collect();
    let mut words = Vec::new();
    for file in files {
        of_file(file, texts, &mut words);
    }
    words
}

/// The words of protected records in the head of a file, or in all of it where it is no Markdown.
fn of_file(file: FileId, texts: &TextFiles, words: &mut Vec<String>) {
    let text = texts.get(file);
    let mut unheard = Diagnostics::default();
    let is_whole = !texts.path(file).as_str().ends_with(".md");
    let all = Head { syntax: Syntax::Yaml, fields: 0..text.text.len(), body: 0 };
    let head = match front_matter::split(&text.text, file, &mut unheard) {
        Ok(Some(head)) => head,
        Ok(None) if is_whole => all,
        Ok(None) => return,
        // Where a head doesn't end, everything may be a part of it.
        Err(_) => return by_lines(&text.text, words),
    };
    match front_matter::read(&head, file, text, &mut unheard) {
        Some(node) => protected(&node, words),
        None => by_lines(&text.text[head.fields], words),
    }
}

/// The words of protected records in a tree, which is no deeper than front matter may be.
fn protected(node: &Node, words: &mut Vec<String>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| protected(item, words)),
        Value::Map(entries) => {
            let is_hidden = is_hidden(node);
            for entry in entries {
                let is_telling = TELLING.contains(&&*entry.key);
                if (is_hidden && is_telling) || &*entry.key == "private" {
                    leaves(&entry.value, words);
                }
                if is_confidential(&entry.value) {
                    words.push(entry.key.to_string());
                }
                protected(&entry.value, words);
            }
        }
        Value::Text(_) | Value::Null | Value::Unread => {}
    }
}

/// Whether nobody may learn who or what a record is of. A word that is none of those that let it be told counts as one
/// that doesn't: it may be a slip.
fn is_hidden(node: &Node) -> bool {
    let privacy = node.get("privacy").and_then(Node::text);
    is_confidential(node) || privacy.is_some_and(|word| !OPEN.contains(&word.trim()))
}

fn is_confidential(node: &Node) -> bool {
    let access = node.get("access").and_then(Node::text);
    access.is_some_and(|word| word.trim().to_ascii_lowercase().starts_with("conf"))
}

fn leaves(node: &Node, words: &mut Vec<String>) {
    match &node.value {
        Value::Text(text) => words.push(text.text.to_string()),
        Value::List(items) => items.iter().for_each(|item| leaves(item, words)),
        Value::Map(entries) => {
            entries.iter().for_each(|entry| leaves(&entry.value, words));
        }
        Value::Null | Value::Unread => {}
    }
}

/// The values of a file that is no YAML, where it may hold something protected.
fn by_lines(text: &str, words: &mut Vec<String>) {
    let signs = ["protected", "private", "minor", "confidential"];
    if !signs.iter().any(|sign| text.contains(sign)) {
        return;
    }
    for part in text.split(['\n', ',', '{', '}', '[', ']']) {
        let (_, value) = part.split_once(": ").unwrap_or(("", part));
        let value = value.trim().trim_matches(['"', '\'']);
        // Words of a record's own are told: they are what is to be put right.
        let is_own = value.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        if !is_own {
            words.push(value.to_owned());
        }
    }
}
