//! Every file of `content/` is read, shown or linked to, or it is named in a message.

use crate::support::{Built, SiteTest};

const SITE: (&str, &str) = ("site.toml", "title = \"Example\"\n");
const A: (&str, &str) =
    ("content/articles/a.md", "---\ntitle: A\ndate: 2022-10-26\n---\n\nText.\n");

fn built(files: &[(&str, &str)]) -> Built {
    SiteTest::from_files(&[&[SITE], files].concat()).build()
}

/// What is said of a site with an article and this file.
fn said_of(path: &str) -> String {
    let built = built(&[A, (path, "Words.\n")]);
    assert_eq!(built.found.len(), 1, "{path}:\n{}", built.diagnostics());
    built.diagnostics()
}

#[test]
fn a_file_that_is_not_read_is_named_with_what_to_do() {
    let cases = [
        ("articles/n.txt", "name it `n.md`"),
        ("articles/n.TXT", "name it `n.md`"),
        ("articles/n.mdx", "name it `n.md`"),
        ("articles/n.md.txt", "name it `n.md`"),
        ("articles/n.md~", "name it `n.md`"),
        ("articles/#n.md#", "name it `n.md`"),
        ("articles/n.md.orig", "name it `n.md`"),
        ("articles/n.org", "write it as Markdown in `n.md`"),
        ("articles/n.adoc", "write it as Markdown in `n.md`"),
        ("articles/n.rst", "write it as Markdown in `n.md`"),
        ("articles/n.ipynb", "write it as Markdown in `n.md`"),
        ("articles/n.docx", "write it as Markdown in `n.md`"),
        ("articles/n.odt", "write it as Markdown in `n.md`"),
        ("articles/n.rtf", "write it as Markdown in `n.md`"),
        ("articles/n.tex", "write it as Markdown in `n.md`"),
        ("articles/n.canvas", "take it out of `content/`"),
        ("articles/n.base", "take it out of `content/`"),
        ("articles/n.csv", "link to it: `[words](n.csv)`"),
        ("articles/n.pdf", "link to it: `[words](n.pdf)`"),
        ("articles/n", "link to it: `[words](n)`"),
        ("sources/s.csv", "export BibTeX or CSL-JSON"),
        ("sources/s.ris", "export BibTeX or CSL-JSON"),
        ("sources/s.enw", "export BibTeX or CSL-JSON"),
        ("sources/s.csl", "take it out of `content/`"),
        ("sources/s.bibtex", "name it `s.bib`"),
        ("sources/s.yaml.txt", "name it `s.yaml`"),
        ("sources/s.yml.bak", "name it `s.yml`"),
        ("countries/ie.txt", "name it `ie.md`"),
        ("notes.txt", "name it `notes.md`"),
        ("posts/2022/n.txt", "name it `n.md`"),
    ];
    for (path, help) in cases {
        let said = said_of(&format!("content/{path}"));
        assert!(said.starts_with("warning[W0108]"), "{path}:\n{said}");
        assert!(said.contains(&format!("`content/{path}` is not read")), "{said}");
        assert!(said.contains(help), "{path}:\n{said}");
    }
}

#[test]
fn a_text_in_a_folder_that_has_no_use_for_it_is_an_error() {
    let cases = [
        ("articles/n.html", "E0122"),
        ("articles/n.toml", "E0122"),
        ("articles/n.json", "E0122"),
        ("articles/n.bib", "E0122"),
        ("countries/n.xml", "E0122"),
        ("media/n.md", "E0122"),
        ("n.md", "E0121"),
        ("posts/n.MD", "E0121"),
    ];
    for (path, code) in cases {
        let said = said_of(&format!("content/{path}"));
        assert!(said.starts_with(&format!("error[{code}]")), "{path}:\n{said}");
    }
}

#[test]
fn names_that_end_in_capitals_and_long_endings_are_read() {
    let text = "---\ntitle: B\ndate: 2022-10-26\n---\n\nText.\n";
    let built = built(&[
        ("content/articles/b.MD", text),
        ("content/articles/c.markdown", text),
        ("content/countries/ie.Markdown", "---\ntitle: Ireland\n---\n"),
    ]);
    assert_eq!(built.diagnostics(), "");
    built.page("articles/b.html");
    built.page("articles/c.html");
}

#[test]
fn files_that_lie_where_they_should_are_let_pass() {
    let linking =
        "---\ntitle: B\ndate: 2022-10-26\n---\n\n[Data](b.csv), [words](c.txt).\n";
    let built = built(&[
        ("content/articles/b.md", linking),
        ("content/articles/b.csv", "a,b\n"),
        ("content/articles/c.txt", "Words.\n"),
        ("content/articles/street.jpg", "no picture, and nothing shows it"),
        ("content/articles/d.pdf", "%PDF"),
        ("content/articles/d.pdf.yaml", "caption: A notice\n"),
        ("content/articles/_notes/e.txt", "Words.\n"),
        ("content/articles/Thumbs.db", ""),
        ("content/media/f.txt", "Words.\n"),
        ("content/vault/g.docx", "Words.\n"),
    ]);
    assert_eq!(built.diagnostics(), "");
}

#[test]
fn what_a_draft_links_to_is_let_pass() {
    let draft =
        "---\ntitle: B\ndate: 2022-10-26\ndraft: true\n---\n\n[Data](b%20c.csv)\n";
    let data = ("content/articles/b c.csv", "a,b\n");
    assert_eq!(built(&[("content/articles/b.md", draft), data]).diagnostics(), "");
}

#[test]
fn what_a_text_with_mistakes_links_to_is_no_second_mistake() {
    let unclosed = "---\ntitle: B\ndate: 2022-10-26\n\n[Data](b.csv)\n";
    let data = ("content/articles/b.csv", "a,b\n");
    assert_eq!(built(&[("content/articles/b.md", unclosed), data]).codes(), ["E0109"]);
    let untitled = "---\ndate: 2022-10-26\n---\n\n[Data](b.csv)\n";
    assert_eq!(built(&[("content/articles/b.md", untitled), data]).codes(), ["E0106"]);
}

#[test]
fn a_sidecar_in_the_vault_ends_in_yaml() {
    let copy = ("content/vault/n.pdf", "%PDF");
    let built = built(&[copy, ("content/vault/n.pdf.yml", "caption: A notice\n")]);
    assert_eq!(built.codes(), ["W0108"]);
    assert!(built.diagnostics().contains("name it `n.pdf.yaml`"));
}
