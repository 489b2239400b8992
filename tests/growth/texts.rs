//! Many of something in one Markdown text.

use crate::records::{article, site_of};
use crate::{Row, Site, row};

/// What there may be many of in a text.
pub const ROWS: &[Row] = &[row("citations, each a sentence", 200, citations)];

/// A site of one article with this text.
fn one_text(text: &str) -> Site {
    site_of(vec![
        ("content/sources/s.yaml".to_owned(), "s1: {title: S}\n".to_owned()),
        ("content/articles/a.md".to_owned(), article("date: 2024-01-01", text)),
    ])
}

fn citations(n: usize) -> Site {
    one_text(&"It is so [@s1]. ".repeat(n))
}
