//! Many records of something, or one record with many of something.

use crate::{Row, Site, row};

/// What there may be many of in a site's records.
pub const ROWS: &[Row] = &[
    row("articles", 80, articles),
    row("sources that each repeat the one before", 200, chain),
    row("sources that each repeat the next and the first", 50, circles),
    row("sources of one claim that repeat a long chain", 100, fan),
    row("sources of one claim that pairwise agree", 100, agreeing),
    row("entries of BibTeX that inherit from the next", 100, heirs),
    row("entries of BibTeX that aren't closed", 30, unclosed),
    row("names and commands in one entry of BibTeX", 200, crowded),
];

/// A site of these files.
pub fn site_of(mut files: Site) -> Site {
    let config = "title = \"T\"\nbase_url = \"https://example.org/\"\nas_of = \"2026-01-01\"\npaginate = 10\n";
    files.push(("site.toml".to_owned(), config.to_owned()));
    files
}

/// An article with this front matter and text.
pub fn article(front_matter: &str, text: &str) -> String {
    format!("---\ntitle: A\n{front_matter}\n---\n{text}\n")
}

/// Each of `n`, joined.
pub fn each(n: usize, one: impl Fn(usize) -> String) -> String {
    (0..n).map(one).collect()
}

fn articles(n: usize) -> Site {
    let path = |n| format!("content/articles/a{n}.md");
    let one = |n| (path(n), article("date: 2024-01-01\ncountries: [ie]", "Words."));
    site_of((0..n).map(one).collect())
}

/// A site with one claim that rests on all of these sources; each is told from its number.
fn one_claim(n: usize, source: impl Fn(usize) -> String) -> Site {
    let sources = each(n, |n| format!("s{n}: {{title: S{n}, {}}}\n", source(n)));
    let all = each(n, |n| format!("s{n}, "));
    let claim = format!(
        "c: {{text: It is so., made_by: X, status: corroborated, sources: [{all}]}}\n"
    );
    site_of(vec![
        ("content/sources/s.yaml".to_owned(), sources),
        ("content/claims/c.yaml".to_owned(), claim),
        ("content/articles/a.md".to_owned(), article("date: 2024-01-01", "Words.")),
    ])
}

fn circles(n: usize) -> Site {
    one_claim(n, |one| format!("based_on: [s{}, s0]", (one + 1) % n))
}

/// A chain, and as many sources again that each repeat all of it and one more.
fn fan(n: usize) -> Site {
    one_claim(2 * n, |one| match one {
        0 => "publisher: P".to_owned(),
        one if one < n => format!("publisher: P{one}, based_on: [s{}]", one - 1),
        one => format!("publisher: P{one}, based_on: [s{}]", n - 1),
    })
}

/// Any two of them repeat one in common, but no source is repeated by all.
fn agreeing(n: usize) -> Site {
    one_claim(n, |one| match one {
        0..3 => format!("publisher: P{one}"),
        one => format!("publisher: Q{one}, based_on: [s{}, s{}]", one % 3, (one + 1) % 3),
    })
}

fn chain(n: usize) -> Site {
    one_claim(n, |one| match one.checked_sub(1) {
        None => "publisher: P".to_owned(),
        Some(before) => format!("publisher: P{one}, based_on: [s{before}]"),
    })
}

/// A site with this library.
fn library(bib: String) -> Site {
    site_of(vec![("content/sources/s.bib".to_owned(), bib)])
}

fn heirs(n: usize) -> Site {
    library(each(n, |n| format!("@book{{b{n}, crossref = {{b{}}}}}\n", n + 1)))
}

fn unclosed(n: usize) -> Site {
    library(each(n, |n| format!("@book{{b{n}, title = {{\n")))
}

fn crowded(n: usize) -> Site {
    let names = each(n, |n| format!("N{n}, N. and "));
    let title = "\\emph{a} \\href[ `$ \\'e <i ".repeat(n);
    library(format!("@book{{b, author = {{{names} others}}, title = {{{title}}}}}\n"))
}
