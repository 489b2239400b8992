//! The shape of the house: layers, module headers, documentation of every code.

#![allow(clippy::disallowed_methods, reason = "tests read the repository itself")]

mod meaning;
mod names;
mod phrases;
mod rooms;

use std::fs;
use std::path::{Path, PathBuf};

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn every_file_begins_with_what_it_is() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for path in rust_files(&source()).into_iter().chain(rust_files(&tests)) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} lacks its //! line", path.display());
    }
}

#[test]
fn every_code_has_a_whole_page() {
    for code in dateline::diag::codes::ALL {
        let page = code.page();
        let title = format!("# {}: {}\n", code.id(), code.name());
        assert!(page.starts_with(&title), "docs/codes/{}.md: wrong title", code.id());
        for part in ["\n## Why\n", "\n## Breaks it\n", "\n## Keeps it\n"] {
            assert!(
                page.contains(part),
                "docs/codes/{}.md lacks {}",
                code.id(),
                part.trim()
            );
        }
    }
}

#[test]
fn every_page_of_a_code_has_its_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/codes");
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let Some(id) = name.strip_suffix(".md").filter(|id| *id != "README") else {
            continue;
        };
        assert!(
            dateline::diag::Code::find(id).is_some(),
            "docs/codes/{name} has no code"
        );
    }
}

/// The name of a file of a rule, without its ending.
fn rule_file(rule: &dateline::check::Rule) -> String {
    rule.code.name().replace('-', "_")
}

#[test]
fn every_rule_has_its_file_its_page_and_its_site() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for rule in dateline::check::RULES {
        let (id, name) = (rule.code.id(), rule.code.name());
        let file = root.join(format!("src/check/rules/{}.rs", rule_file(rule)));
        let text = fs::read_to_string(&file).unwrap_or_default();
        assert!(text.starts_with(&format!("//! `{name}`: ")), "{}", file.display());
        for part in ["What it does", "Why", "Example", "Use instead"] {
            let part = format!("//! # {part}\n");
            assert!(text.contains(&part), "{} lacks {part}", file.display());
        }
        let site = root.join(format!("tests/fixtures/codes/{id}/expected.txt"));
        assert!(site.is_file(), "{id} ({name}) has no {}", site.display());
        let found = dateline::diag::Code::find(name).map(|code| code.id());
        assert_eq!(found, Some(id), "`dateline explain {name}` knows no such rule");
    }
}

#[test]
fn every_file_of_a_rule_is_asked() {
    for path in rust_files(&source().join("check/rules")) {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let is_asked = dateline::check::RULES.iter().any(|rule| rule_file(rule) == stem);
        assert!(is_asked || stem == "mod", "{} is not in RULES", path.display());
    }
}
