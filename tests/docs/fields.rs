//! The references of front matter and `site.toml`, from the field tables.

use crate::keep;
use dateline::config::site_toml;
use dateline::content::kinds;
use dateline::fields::{Choice, Field, Shape, Table};
use std::collections::BTreeSet;

#[test]
fn the_reference_of_front_matter_is_that_of_the_code() {
    keep("reference/front-matter.md", &reference(&kinds::tables(), ": "));
}

#[test]
fn the_reference_of_site_toml_is_that_of_the_code() {
    keep("reference/site-toml.md", &reference(&site_toml::tables(), " = "));
}

#[test]
fn every_record_that_a_field_takes_is_in_the_reference() {
    for tables in [kinds::tables(), site_toml::tables()] {
        let known: BTreeSet<&str> = tables.iter().map(|table| table.kind).collect();
        for table in &tables {
            for field in table.all() {
                for kind in records((field.shape)()) {
                    assert!(
                        known.contains(kind),
                        "{}.{}: {kind}",
                        table.kind,
                        field.name
                    );
                }
            }
        }
    }
}

/// The kinds of record in a shape.
fn records(shape: Shape) -> Vec<&'static str> {
    match shape {
        Shape::Named(_) | Shape::Words(_) => Vec::new(),
        Shape::Record(table) => vec![table.kind],
        Shape::Either(shapes) => shapes.into_iter().flat_map(records).collect(),
        Shape::ListOf(shape) | Shape::MapOf(shape) => records(*shape),
    }
}

/// The tables as Markdown; `is` stands between a name and its value.
fn reference(tables: &[&Table], is: &str) -> String {
    tables.iter().map(|table| section(table, is)).collect::<Vec<_>>().join("\n")
}

fn section(table: &Table, is: &str) -> String {
    let mut out = format!("## {}\n\n{}\n\n", titled(table.kind), table.about.trim());
    out.push_str("| field | takes | what it means | for example |\n|---|---|---|---|\n");
    for field in table.all() {
        out.push_str(&row(field, is));
    }
    for field in table.all() {
        if let Some(choices) = choices((field.shape)()) {
            out.push_str(&format!("\nThe words of `{}`:\n\n", field.name));
            for Choice { word, note } in choices {
                out.push_str(&format!("- `{word}`: {}\n", note.trim()));
            }
        }
    }
    out
}

/// A table of `site.toml` is named as it is written there.
fn named(kind: &str) -> String {
    let written = kind.starts_with('[') || kind.contains('.');
    if written { format!("`{kind}`") } else { kind.to_owned() }
}

fn titled(kind: &str) -> String {
    let name = named(kind);
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

fn row(field: &Field, is: &str) -> String {
    let mut name = format!("`{}`", field.name);
    if field.required {
        name = format!("**{name}** (required)");
    }
    for (n, also) in field.also.iter().enumerate() {
        name.push_str(&format!("{} `{also}`", if n == 0 { ", also" } else { "," }));
    }
    let example = format!("`{}{is}{}`", field.name, field.example);
    let cells = [name, takes(&(field.shape)()), field.note.trim().to_owned(), example];
    format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

/// What a field takes, with links to the records.
fn takes(shape: &Shape) -> String {
    match shape {
        Shape::Named(name) => (*name).to_owned(),
        Shape::Words(choices) if choices.len() > 8 => "a word (see below)".to_owned(),
        Shape::Words(choices) => {
            let words: Vec<String> =
                choices.iter().map(|choice| format!("`{}`", choice.word)).collect();
            or(&words)
        }
        Shape::Record(table) => {
            format!("[{}](#{})", named(table.kind), anchor(table.kind))
        }
        Shape::Either(shapes) => or(&shapes.iter().map(takes).collect::<Vec<_>>()),
        Shape::ListOf(shape) => format!("list: {}", takes(shape)),
        Shape::MapOf(shape) => format!("names, each with: {}", takes(shape)),
    }
}

fn or(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

/// The id that a heading gets where the page is read.
fn anchor(kind: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-');
    kind.chars().filter(kept).collect::<String>().replace(' ', "-")
}

/// The words that want explaining: not those of `true` and `false`.
fn choices(shape: Shape) -> Option<&'static [Choice]> {
    match shape {
        Shape::Words(choices) if choices[0].word != "true" => Some(choices),
        Shape::Either(shapes) => shapes.into_iter().find_map(choices),
        Shape::ListOf(shape) => choices(*shape),
        _ => None,
    }
}
