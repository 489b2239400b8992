//! Many mistakes: what is said of each may not grow with how many there are.

use crate::records::{article, site_of};
use crate::{Row, Site, row};

/// What there may be many of among mistakes.
pub const ROWS: &[Row] = &[
    row("texts with two unknown links each", 60, unknown_links),
    row("citations of unknown sources, and known sources", 60, unknown_citations),
    row("links to unknown headings, and known headings", 60, unknown_headings),
    row("links to files that are not there", 60, broken_links),
    row("pictures that are not there, and pictures that are", 60, missing_pictures),
    row("undefined footnotes, and defined ones", 60, undefined_notes),
    row("sources with one id", 60, one_id),
    row("unknown fields of one record", 60, unknown_fields),
    row("unknown countries of one article", 60, unknown_countries),
];

/// A site of one article with `text` in which `#` is each of `n`, and other files.
fn one_text(n: usize, text: &str, mut others: Site) -> Site {
    let text: String = (0..n).map(|n| text.replace('#', &n.to_string())).collect();
    others.push(("content/articles/a.md".to_owned(), article("date: 2024-01-01", &text)));
    site_of(others)
}

fn unknown_links(n: usize) -> Site {
    let one = |n| {
        let path = format!("content/articles/some-note-with-a-long-name-{n}.md");
        let text = format!("[[Some missing note {n}]], [[Another missing note {n}]]");
        (path, article("date: 2024-01-01", &text))
    };
    site_of((0..n).map(one).collect())
}

fn unknown_citations(n: usize) -> Site {
    let sources = (0..n).map(|n| format!("known-source-{n}: {{title: S}}\n")).collect();
    one_text(
        n,
        "It is so [@unknown-source-#].\n\n",
        vec![("content/sources/s.yaml".to_owned(), sources)],
    )
}

fn unknown_headings(n: usize) -> Site {
    one_text(n, "## A heading #\n\nSee [[#another heading #]].\n\n", Vec::new())
}

fn broken_links(n: usize) -> Site {
    let page =
        |n| (format!("content/pages/page-{n}.md"), "---\ntitle: P\n---\n".to_owned());
    one_text(n, "[words](missing-page-#.md)\n", (0..n).map(page).collect())
}

fn missing_pictures(n: usize) -> Site {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";
    let picture = |n| (format!("content/media/picture-{n}.svg"), svg.to_owned());
    one_text(n, "![words](missing-picture-#.svg)\n", (0..n).map(picture).collect())
}

fn undefined_notes(n: usize) -> Site {
    one_text(n, "It is so[^known-#] [^unknown-#].\n\n[^known-#]: A note.\n\n", Vec::new())
}

fn one_id(n: usize) -> Site {
    let file = |n| (format!("content/sources/s{n}.yaml"), "s: {title: S}\n".to_owned());
    site_of((0..n).map(file).collect())
}

fn unknown_fields(n: usize) -> Site {
    let fields: String = (0..n).map(|n| format!("field-{n}: 1\n")).collect();
    let one = article(&format!("date: 2024-01-01\n{fields}"), "Words.");
    site_of(vec![("content/articles/a.md".to_owned(), one)])
}

fn unknown_countries(n: usize) -> Site {
    let all: Vec<String> = (0..n).map(|n| format!("Nowhere {n}")).collect();
    let fields = format!("date: 2024-01-01\ncountries: [{}]", all.join(", "));
    site_of(vec![("content/articles/a.md".to_owned(), article(&fields, "Words."))])
}
