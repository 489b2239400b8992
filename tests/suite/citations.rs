//! Citations: how each way of writing one is shown, or what is said of it.

use crate::support::{Built, SiteTest};

fn site(text: &str) -> Built {
    let article = format!("---\ntitle: A\ndate: 2022-11-02\n---\n{text}\n");
    SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", &article),
        ("content/sources/s.yaml", "dail: {title: Debate}\ngazette: {title: Gazette}\n"),
    ])
    .build()
}

/// The first paragraph of the text without its tags.
fn shown(text: &str) -> String {
    let built = site(text);
    let page = built.page("articles/a.html");
    let (_, rest) = page.split_once("<div class=\"prose\">\n<p>").unwrap();
    let mut words = String::new();
    for part in rest.split("</p>").next().unwrap().split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    words
}

#[test]
fn a_citation_is_shown_as_it_is_meant() {
    for (text, words) in [
        ("[@dail: the answer]", "[1: the answer]"),
        ("[@dail: 7]", "[1, p. 7]"),
        ("[@dail,p.7]", "[1, p. 7]"),
        ("[@dail, *Hansard*, p. 7]", "[1, Hansard, p. 7]"),
        ("[@{dail}, § 4]", "[1, § 4]"),
        ("@dail[p. 7] says", "Debate [1, p. 7] says"),
        ("[He left @dail]{.reported}", "He left Debate [1] reported"),
        ("\\[@dail\\]", "[@dail]"),
        ("据报道@dail，", "据报道Debate [1]，"),
        ("@dail@example.social", "@dail@example.social"),
    ] {
        assert_eq!(shown(text), words, "{text}");
    }
}

#[test]
fn what_is_meant_as_a_citation_and_is_none_is_told() {
    for (text, code) in [
        ("[see @dail, p. 3 and @gazette]", "E0401"),
        ("[@dail, @gazette]", "E0401"),
        ("[@dail; p. 3]", "E0401"),
        ("[;@dail]", "E0401"),
        ("[@-dail]", "E0401"),
        ("[see @dail, p. 3", "E0401"),
        ("It is @dail, p. 3].", "E0401"),
        ("［@dail］ or ＠dail", "E0401"),
        ("[@dail:7]", "E0203"),
        ("As @gazete says", "W0408"),
        ("[@dail](https://example.org/)", "W0408"),
        ("[words]{claim=c} [@dail]", "E0414"),
        ("[words] {.reported} [@dail]", "E0414"),
    ] {
        let codes = site(text).codes();
        assert!(
            codes.iter().all(|one| *one == code) && !codes.is_empty(),
            "{text}: {codes:?}"
        );
    }
}

#[test]
fn a_long_sentence_is_cut_where_it_is_shown_elsewhere() {
    let words = "word ".repeat(200);
    let built = site(&format!("{words}[@dail] {words} [@gazette]."));
    let page = built.page("sources/dail.html");
    assert!(page.contains("…word word") && page.contains("word word…"), "{page}");
    assert!(page.matches("word").count() < 80);
}
