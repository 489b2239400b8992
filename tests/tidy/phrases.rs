//! What readers see is in the catalogue of phrases, and all that is in it is used.

use crate::{rust_files, source};
use dateline::phrases::Phrases;
use dateline::theme::said_in;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file of the theme that is compiled in whose name ends so.
fn files_of_theme(ending: &str) -> Vec<(PathBuf, String)> {
    let mut folders =
        vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/broadsheet")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            match path.extension() {
                _ if path.is_dir() => folders.push(path),
                Some(kind) if kind == ending => {
                    let text = fs::read_to_string(&path).unwrap();
                    found.push((path, text));
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn every_phrase_is_used() {
    // Without spaces: a call may be cut into lines.
    let read = |path: &PathBuf| -> String {
        fs::read_to_string(path).unwrap().split_whitespace().collect()
    };
    let rust: Vec<String> = rust_files(&source()).iter().map(read).collect();
    let own = ["lists", "numbers"]
        .map(|file| read(&source().join(format!("phrases/{file}.rs"))));
    let templates = files_of_theme("html");
    let scripts = files_of_theme("js");
    let is_used = |name: &str| {
        let method = name.replace('-', "_");
        let calls = [format!("phrases.{method}("), format!("Phrases::{method},")];
        let said = format!("\"{name}\" | phrase");
        rust.iter().any(|text| calls.iter().any(|call| text.contains(call)))
            || own.iter().any(|text| text.contains(&format!("self.{method}(")))
            || templates.iter().any(|(_, text)| text.contains(&said))
            || scripts.iter().any(|(_, text)| said_in(text).any(|one| one == name))
    };
    let all = Phrases::find("en").iter().map(|phrase| &*phrase.name);
    let unused: Vec<&str> = all.filter(|name| !is_used(name)).collect();
    assert!(unused.is_empty(), "src/phrases/en.ftl has what nothing says: {unused:?}");
}

/// A template without its tags and those of HTML: what is left is said in one language.
fn words_of(template: &str) -> String {
    let mut words = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '<']) {
        words.push_str(&rest[..at]);
        let tag = &rest[at..];
        let end = ["{{ }}", "{% %}", "{# #}"].iter().find_map(|pair| {
            let (open, close) = pair.split_once(' ')?;
            tag.starts_with(open).then(|| tag.find(close).map(|end| end + close.len()))?
        });
        let html = || end_of_html(tag);
        rest = &tag[end.unwrap_or_else(html)..];
        words.push(' ');
    }
    words + rest
}

/// Where a tag of HTML ends: a template's tags in it may hold a `>`.
fn end_of_html(tag: &str) -> usize {
    let mut depth = 0_usize;
    let end = tag.char_indices().find(|(_, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && *c == '>'
    });
    end.map_or(tag.len(), |(at, _)| at + 1)
}

#[test]
fn no_template_says_anything_in_words_of_its_own() {
    for (path, text) in files_of_theme("html") {
        let words = words_of(&text);
        let said: Vec<&str> = words
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphabetic))
            .collect();
        assert!(said.is_empty(), "{}: {said:?} belongs in a phrase", path.display());
        for attribute in ["aria-label=\"", "title=\"", "data-label=\""] {
            let mut values = text.split(attribute).skip(1);
            let wrong = values.find(|value| value.starts_with(char::is_alphabetic));
            assert!(wrong.is_none(), "{}: {attribute}{}", path.display(), wrong.unwrap());
        }
    }
}
