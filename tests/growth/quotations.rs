//! Many quotations that are looked for in copies of their sources.

use crate::records::{article, each, site_of};
use crate::{Row, Site, row};
use dateline::manifest::Sum;

/// What there may be many of that is quoted.
pub const ROWS: &[Row] = &[
    row("quotations that stand in a copy", 60, |n| in_text(n, "stands")),
    row("quotations that stand nowhere in a copy", 60, |n| in_text(n, "stood")),
    row("translations of what stands nowhere", 60, translations),
    row("copies with a quotation each", 60, copies),
    row("sources of one copy with a quotation each", 60, sources),
];

fn sentence(n: usize, verb: &str) -> String {
    format!("The office with the number {n} {verb} in the street of that name. ")
}

/// A source with this copy, and fields.
fn source(key: &str, file: &str, copy: &str, fields: &str) -> String {
    let sum = Sum::of(copy.as_bytes());
    format!(
        "{key}: {{title: {key}, archive: [vault/{file}.txt], sha256: {sum}, {fields}}}\n"
    )
}

fn site(sources: String, copies: Vec<(String, String)>, text: &str) -> Site {
    let mut files = vec![
        ("content/sources/s.yaml".to_owned(), sources),
        ("content/articles/a.md".to_owned(), article("date: 2024-01-01", text)),
    ];
    let path = |file: String| format!("content/vault/{file}.txt");
    files.extend(copies.into_iter().map(|(file, copy)| (path(file), copy)));
    site_of(files)
}

/// A text that quotes each sentence of a copy, with this verb.
fn in_text(n: usize, verb: &str) -> Site {
    let copy = each(n, |n| sentence(n, "stands"));
    let text =
        each(n, |n| format!("It is so [@s, \"{}\"].\n\n", sentence(n, verb).trim()));
    site(source("s", "s", &copy, "lang: en"), vec![("s".to_owned(), copy)], &text)
}

fn translations(n: usize) -> Site {
    let quotes = each(n, |n| {
        format!(
            "{{exact: {}, translation: Das Amt {n} steht.}}, ",
            sentence(n, "stood").trim()
        )
    });
    let copy = each(n, |n| sentence(n, "stands"));
    let fields = format!("lang: en, quotes: [{quotes}]");
    site(source("s", "s", &copy, &fields), vec![("s".to_owned(), copy)], "Words [@s].")
}

fn copies(n: usize) -> Site {
    let all = (0..n).map(|n| (format!("s{n}"), sentence(n, "stands")));
    let all: Vec<(String, String)> = all.collect();
    let sources =
        all.iter().map(|(key, copy)| source(key, key, copy, "lang: en")).collect();
    let text = each(n, |n| {
        format!("It is so [@s{n}, \"{}\"].\n\n", sentence(n, "stands").trim())
    });
    site(sources, all, &text)
}

fn sources(n: usize) -> Site {
    let copy = each(60, |n| sentence(n, "stands"));
    let sources = each(n, |n| source(&format!("s{n}"), "s", &copy, "lang: en"));
    let text = each(n, |n| {
        format!("It is so [@s{n}, \"{}\"].\n\n", sentence(n % 60, "stands").trim())
    });
    site(sources, vec![("s".to_owned(), copy)], &text)
}
