//! Many records of something, or one record with many of something.

use crate::{Row, Site};

/// What there may be many of in a site's records.
pub const ROWS: &[Row] = &[Row { name: "articles", n: 40, site: articles }];

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

fn articles(n: usize) -> Site {
    let path = |n| format!("content/articles/a{n}.md");
    let one = |n| (path(n), article("date: 2024-01-01\ncountries: [ie]", "Words."));
    site_of((0..n).map(one).collect())
}
