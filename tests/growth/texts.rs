//! Many of something in one Markdown text.

use crate::records::{article, site_of};
use crate::{Row, Site, row};

/// What there may be many of in a text.
pub const ROWS: &[Row] = &[
    row("citations, each a sentence", 200, |n| repeated("It is so [@s1]. ", n)),
    row("citations in one sentence", 500, |n| repeated("[@s1] ", n)),
    row("citations never closed", 1000, |n| repeated("[@s1; ", n)),
    row("citations never closed, with one part", 1000, |n| repeated("[@s1 ", n)),
    row("citations whose quotation is never closed", 1000, |n| repeated("[@s1, \"", n)),
    row("citations never opened", 1000, |n| repeated("@s1, p. 3] ", n)),
    row("citations in citations", 500, |n| nested("[@s1;x ", "]", n)),
    row("sources named in one sentence", 500, |n| repeated("@s1 ", n)),
    row("places in a source never closed", 1000, |n| repeated("@s1 [", n)),
    row("words like a key", 500, |n| repeated("@source-12 ", n)),
    row("wide signs", 1000, |n| repeated("＠s2，", n)),
    row("addresses in brackets", 1000, |n| repeated("[a@b.org, ", n)),
    row("wiki links in one sentence", 500, |n| repeated("[[s1]] ", n)),
    row("wiki links never closed", 1000, |n| repeated("[[s1 ", n)),
    row("embeds never closed", 1000, |n| repeated("![[", n)),
    row("autolinks in one sentence", 500, |n| repeated("<https://example.org/> ", n)),
    row("links in one sentence", 500, |n| repeated("[a](https://example.org/) ", n)),
    row("links never closed", 1000, |n| repeated("[a](b ", n)),
    row("marks in one sentence", 500, |n| repeated("[x]{.reported} ", n)),
    row("marks in marks", 500, |n| nested("[x ", "]{.reported}", n)),
    row("marks without a class", 500, |n| repeated("[x]{a} ", n)),
    row("marks never closed", 1000, |n| repeated("[x]{.a ", n)),
    row("marks in one long line", 2000, |n| repeated("[x]{.reported} [@s1] ", n)),
    row("attributes of emphasis", 500, |n| repeated("*a*{.b} ", n)),
    row("braces that mark nothing", 500, |n| repeated("{.a} ", n)),
    row("gaps in one sentence", 500, |n| repeated("{citation needed} ", n)),
    row("brackets that open", 4000, |n| repeated("[", n)),
    row("brackets that close", 4000, |n| repeated("]", n)),
    row("emphasis beside wide letters", 1000, |n| repeated("は**「", n)),
    row("emphasis never closed", 1000, |n| repeated("*a **b _c ", n)),
    row("code never closed", 1000, |n| repeated("`a ``b ", n)),
    row("tags never closed", 1000, |n| repeated("<a ", n)),
    row("comments never closed", 1000, |n| repeated("<!-- ", n)),
    row("headings that end in a mark", 200, |n| repeated("# [x]{.reported}\n\n", n)),
    row("quotations that end in a citation", 200, |n| repeated("> x [@s1]\n\n", n)),
    row("quotations in quotations", 1000, |n| nested(">", "", n)),
    row("tables", 200, |n| repeated("|x [[s1]]|\n|-|\n|y|\n\n", n)),
    row("columns of a table", 200, columns),
    row("definitions of links", 500, definitions),
    row("notes that refer to the next", 300, notes_in_a_row),
    row("notes referred to in one sentence", 300, notes),
    row("notes not defined", 300, undefined_notes),
    row("comments of Obsidian", 400, |n| repeated("a %%b%% c\n\n", n)),
    row("comments that never end", 400, |n| repeated("a {/* b */ c {# d\n", n)),
    row("tags that never end", 200, |n| repeated("a {{ b {% c {{< d\n", n)),
    row("pairs of tags that never end", 200, |n| repeated("{{< private >}} a\n", n)),
    row("containers within each other", 200, |n| repeated(":::note\na\n", n)),
    row("admonitions", 200, |n| repeated("!!! note\n    a\n\n    b\n", n)),
    row("backticks that end no code", 1_000, |n| repeated("` ``a ``` ", n)),
    row("components that never end", 200, |n| repeated("<Tab a={ \"b\n", n)),
    row("edits that are not made", 200, |n| repeated("{++a {--b++} {~~c", n)),
];

/// A site of one article with this text.
fn one_text(text: &str) -> Site {
    site_of(vec![
        (
            "content/sources/s.yaml".to_owned(),
            "s1: {title: S}\nsource-1: {title: T}\n".to_owned(),
        ),
        ("content/articles/a.md".to_owned(), article("date: 2024-01-01", text)),
    ])
}

fn repeated(what: &str, n: usize) -> Site {
    one_text(&what.repeat(n))
}

fn nested(begin: &str, end: &str, n: usize) -> Site {
    one_text(&format!("{}a{}", begin.repeat(n), end.repeat(n)))
}

/// What each of `n` numbers is told as, joined.
fn each(n: usize, one: impl Fn(usize) -> String) -> String {
    (0..n).map(one).collect()
}

fn columns(n: usize) -> Site {
    one_text(&format!("{}|\n{}|\n{}|\n", "|a".repeat(n), "|-".repeat(n), "|b".repeat(n)))
}

fn definitions(n: usize) -> Site {
    let uses = each(n, |n| format!("[r{n}] "));
    let all = each(n, |n| format!("[r{n}]: https://example.org/{n}\n"));
    one_text(&format!("{uses}\n\n{all}"))
}

fn notes_in_a_row(n: usize) -> Site {
    let all = each(n, |n| format!("[^{n}]: x[^{}]\n\n", n + 1));
    one_text(&format!("a[^0]\n\n{all}[^{n}]: y\n"))
}

fn notes(n: usize) -> Site {
    let uses = each(n, |n| format!("[^{n}]"));
    one_text(&format!("a{uses}\n\n{}", each(n, |n| format!("[^{n}]: y\n\n"))))
}

fn undefined_notes(n: usize) -> Site {
    let uses = each(n, |n| format!("[^note-{n}]"));
    one_text(&format!("a{uses}\n\n{}", each(n, |n| format!("[^other-{n}]: y\n\n"))))
}
