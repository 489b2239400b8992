//! The index of all codes, each with the first sentence of its page.

use crate::keep;
use dateline::diag::{Code, codes};

/// What the two digits after the letter stand for.
const AREAS: [(&str, &str); 9] = [
    ("00", "`site.toml`"),
    ("01", "Files, front matter and values"),
    ("02", "References"),
    ("03", "Evidence"),
    ("04", "Markdown"),
    ("05", "Media"),
    ("06", "Themes and templates"),
    ("07", "Output"),
    ("08", "Releases: what has changed since the last"),
];

#[test]
fn the_index_of_codes_is_that_of_the_code() {
    let sections = AREAS.map(|(area, title)| section(area, title));
    keep("reference/diagnostics.md", &sections.concat());
}

#[test]
fn every_code_is_in_an_area() {
    for code in codes::ALL {
        let area = AREAS.iter().any(|(area, _)| code.id()[1..].starts_with(area));
        assert!(area, "{} is in no area of the index", code.id());
    }
}

fn section(area: &str, title: &str) -> String {
    let inside = codes::ALL.iter().filter(|code| code.id()[1..].starts_with(area));
    let rows: String = inside.map(|code| row(*code)).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("## {title}\n\n| code | name | what is wrong |\n|---|---|---|\n{rows}\n")
}

fn row(code: Code) -> String {
    let id = code.id();
    let sentence = first_sentence(code.page()).replace('|', "\\|");
    format!("| [{id}](../codes/{id}.md) | `{}` | {sentence} |\n", code.name())
}

/// The first sentence beneath the title of a page.
fn first_sentence(page: &str) -> String {
    let paragraph = page.split("\n\n").nth(1).unwrap_or_default().replace('\n', " ");
    let end = paragraph.find(". ").map_or(paragraph.len(), |at| at + 1);
    paragraph[..end].to_owned()
}
