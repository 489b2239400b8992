//! Quotations that end in a citation.

use crate::support::{Built, SiteTest};

fn site(text: &str) -> Built {
    let article = format!("---\ntitle: A\ndate: 2022-11-02\n---\n{text}\n");
    SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", &article),
        (
            "content/sources/s.yaml",
            "dail: {title: Debate of 25 October, by: [The minister], in: Dáil Éireann, date: 2022-10-25}\n\
             gazette: {title: {original: Zeitungstitel, en: Headline}, publisher: Zeitung, lang: de}\n\
             mole: {title: CANARY-TITLE, by: [CANARY-NAME], in: CANARY-IN, date: 1987-06-05, access: confidential}\n",
        ),
    ])
    .build()
}

/// The caption of the one quotation on the page.
fn caption(built: &Built) -> &str {
    let page = built.page("articles/a.html");
    let (_, rest) = page.split_once("<figure class=\"quote\">").expect("no quotation");
    let (_, rest) = rest.split_once("</blockquote>\n<figcaption>").unwrap();
    rest.split_once("</figcaption>\n</figure>").unwrap().0
}

#[test]
fn a_quotation_says_whose_words_it_has() {
    let built = site("> The office should close.\n> [@dail, p. 3]");
    assert_eq!(
        caption(&built),
        "The minister, <cite>Debate of 25 October</cite>, Dáil Éireann, \
         <time datetime=\"2022-10-25\">25 October 2022</time> <span class=\"cites\">\
         <span>[<button class=\"cite\" id=\"cite-1-1\" popovertarget=\"source-1\">1</button></span>, p. 3]</span>"
    );
    let page = built.page("articles/a.html");
    assert!(
        page.contains("<blockquote>\n<p>The office should close.</p>\n</blockquote>")
    );
    assert!(
        page.contains("href=\"#cite-1-1\""),
        "the source leads back to the quotation"
    );
}

#[test]
fn the_author_is_left_out_where_the_sentence_before_names_them() {
    let built = site("The minister said:\n\n> It should close.\n>\n> [-@dail]");
    assert!(caption(&built).starts_with("<cite>Debate of 25 October</cite>, Dáil"));
}

#[test]
fn a_title_in_another_language_is_told_in_the_sites() {
    let built = site("> It should close.\n> [@gazette]");
    assert!(caption(&built).starts_with("<cite>Headline</cite>, Zeitung <span"));
}

#[test]
fn of_a_confidential_source_nothing_is_told() {
    let built = site("> It should close.\n> [@mole]");
    assert!(caption(&built).starts_with("<cite>Confidential source</cite> <span"));
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("CANARY") && !text.contains("1987"), "{path}");
    }
}

#[test]
fn a_quotation_with_its_citation_inside_stays_as_it_is() {
    let built = site("> It should close [@dail].");
    let page = built.page("articles/a.html");
    assert!(page.contains("<blockquote>\n<p>It should close <span class=\"cites\">"));
    assert!(!page.contains("figcaption"));
}
