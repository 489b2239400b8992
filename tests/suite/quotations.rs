//! Quotations: whether they stand in the copy of their source, what is said where they don't, and what readers see.

use crate::support::{Built, SiteTest};
use dateline::manifest::Sum;

const REPORT: &str = "The Department said on Wednesday that the office\n\
    “should close and cease oper-\nations at once”. The embassy – a well-\nknown critic – agreed.\n";

/// A site with a source `report`, of which the vault has a copy, and an article.
fn site(copy: &str, fields: &str, article: &str) -> SiteTest {
    let source = format!(
        "report: {{title: A report, archive: [vault/report.txt], sha256: {}, {fields}}}\n\
         memo: {{title: A memo}}\n",
        Sum::of(copy.as_bytes())
    );
    let article = format!("---\ntitle: A\ndate: 2022-10-27\n---\n{article}\n");
    SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/sources/s.yaml", source.as_str()),
        ("content/vault/report.txt", copy),
        ("content/articles/a.md", article.as_str()),
    ])
}

fn checked(mut site: SiteTest) -> Built {
    site.options.thorough = true;
    site.build()
}

fn article(text: &str) -> Built {
    checked(site(REPORT, "lang: en", text))
}

const NONE: [&str; 0] = [];

const SITE: &str =
    "title = \"Example\"\nas_of = \"2026-11-01\"\n[rules]\nunused-source = \"off\"\n";

#[test]
fn what_is_quoted_is_found_however_it_is_set() {
    for text in [
        "It [@report, \"should close and cease operations\"].",
        "It [@report, p. 1, 'no', \"should close\"].",
        "It @report [\"should close\"].",
        "> the office 'should close […] at once'.\n>\n> [@report]",
        "> *the office* “should **close** and\n> cease operations at once.”\n> [@report]",
        "> a wellknown critic\n>\n> [@report, p. 3]",
        "It [@report, \"The embassy - a well-known critic - agreed\"].",
        "It [@report, \"[t]he Department said … the office\"].",
        "It [see @report, “the office [in Dublin] 'should close”].",
        "It [@memo; @report, \"agreed.\"].",
    ] {
        assert_eq!(article(text).codes(), NONE, "{text}");
    }
}

#[test]
fn what_stands_nowhere_is_an_error_where_somebody_checks() {
    for text in [
        "It [@report, \"must close and cease operations\"].",
        "It [@report, \"Should close\"].",
        "It [@report, \"should close [and] operations\", p. 1].",
        "> should close, and cease operations\n>\n> [@report]",
        "> The embassy disagreed.\n> [@report]",
        "It [@report, \"agreed […] The Department\"].",
        "It [@report, \"…\"].",
    ] {
        assert_eq!(article(text).codes(), ["E0361"], "{text}");
    }
}

#[test]
fn a_plain_build_warns_and_a_release_does_not_go_out() {
    let text = "It [@report, \"must close\"].";
    let built = site(REPORT, "lang: en", text).build();
    assert!(built.diagnostics().starts_with("warning[E0361]"), "{}", built.diagnostics());
    assert!(built.page("articles/a.html").contains("not found in the copy"));
    let mut release = site(REPORT, "lang: en", text);
    release.options.release = true;
    let built = release.build();
    assert!(built.diagnostics().starts_with("error[E0361]"), "{}", built.diagnostics());
    assert!(built.files.is_empty());
}

#[test]
fn a_newsroom_may_choose_to_be_warned() {
    let text = "It [@report, \"must close\"].";
    let source = site(REPORT, "lang: en", text);
    drop(source);
    let mut files = SiteTest::from_files(&[
        (
            "site.toml",
            "title = \"Example\"\n[rules]\nquotation-not-found = \"warning\"\n",
        ),
        (
            "content/sources/s.yaml",
            &format!(
                "report: {{title: A, archive: [vault/r.txt], sha256: {}}}\n",
                Sum::of(b"Closed.")
            ),
        ),
        ("content/vault/r.txt", "Closed."),
        ("content/articles/a.md", &format!("---\ntitle: A\ndate: 2022\n---\n{text}\n")),
    ]);
    files.options.thorough = true;
    files.options.release = true;
    assert!(files.build().diagnostics().starts_with("warning[E0361]"));
}

#[test]
fn readers_see_of_each_quotation_whether_it_was_checked() {
    let built = checked(site(
        REPORT,
        "lang: en, accessed: 2022-10-28",
        "It [@report, p. 1, \"should close\"; @memo, \"must close\"].\n\n> The embassy\n> […] agreed.\n>\n> [@report]",
    ));
    let page = built.page("articles/a.html");
    let sum = &Sum::of(REPORT.as_bytes()).to_string()[..12];
    assert!(page.contains("<q>should close</q> (p. 1)"), "{page}");
    let found = format!("checked against the copy of 28 October 2022, {sum}</a>");
    assert_eq!(page.matches(&found).count(), 2, "{page}");
    assert!(page.contains("id=\"source-1-quote-2\">Quoted in the text"), "{page}");
    assert!(page.contains("href=\"#cite-1-2\""), "{page}");
    assert!(page.contains("not checked: no copy of the source is kept here"), "{page}");
    assert!(page.contains("Verified copy"), "{page}");
    assert_eq!(built.codes(), ["W0331"]);
}

#[test]
fn what_a_record_quotes_is_checked_and_its_translation_is_not() {
    let copy = "Das Amt soll schließen und\nseine Arbeit einstellen.";
    let quotes = "lang: de, quotes: [{exact: Das Amt soll schließen, page: 3, translation: The office should close}]";
    let built = checked(site(
        copy,
        quotes,
        "It [@report, \"The office should close\"], [@report, \"the work should end\"].",
    ));
    assert_eq!(built.codes(), ["W0331"]);
    let page = built.page("sources/report.html");
    assert!(page.contains("The office should close · p. 3 · "), "{page}");
    assert!(page.contains("checked against the copy"), "{page}");
    let page = built.page("articles/a.html");
    assert_eq!(page.matches("translated, so not checked").count(), 2, "{page}");
    let wrong = "lang: de, quotes: [{exact: Das Amt muss schließen, translation: Das Amt soll schließen}]";
    let built = checked(site(copy, wrong, "It [@report]."));
    // What only the translation says is not what the source says.
    assert_eq!(built.codes(), ["E0361"]);
}

#[test]
fn words_from_one_of_several_sources_need_stand_in_one() {
    let quote =
        |words: &str, cite: &str| article(&format!("> {words}\n>\n> {cite}")).codes();
    assert_eq!(quote("The embassy", "[@report; @memo]"), NONE);
    // They may stand in the one that can't be read.
    assert_eq!(quote("The minister", "[@report; @memo]"), ["W0331"]);
    assert_eq!(quote("The minister", "[@report]"), ["E0361"]);
}

#[test]
fn quoted_words_of_an_answer_are_checked() {
    let claim = |text: &str| {
        let claim = format!(
            "c: {{text: It closed., status: alleged, made_by: Watchers, sources: [memo],\n  \
             responses: [{{by: The embassy, stance: denies, text: '{text}', sources: [report]}}]}}\n"
        );
        let source = format!(
            "report: {{title: A report, archive: [vault/report.txt], sha256: {}}}\nmemo: {{title: A memo}}\n",
            Sum::of(REPORT.as_bytes())
        );
        let mut site = SiteTest::from_files(&[
            ("site.toml", SITE),
            ("content/sources/s.yaml", source.as_str()),
            ("content/vault/report.txt", REPORT),
            ("content/claims/c.yaml", claim.as_str()),
        ]);
        site.options.thorough = true;
        let mut codes = site.build().codes();
        codes.retain(|code| *code == "E0361");
        codes
    };
    assert_eq!(claim("It says that it “should close”."), NONE);
    assert_eq!(claim("It says that it \"must close\"."), ["E0361"]);
    assert_eq!(claim("It says that it must close."), NONE);
}

#[test]
fn nothing_is_checked_against_a_copy_that_was_exchanged() {
    let mut site = SiteTest::from_files(&[
        ("site.toml", SITE),
        (
            "content/sources/s.yaml",
            &format!(
                "report: {{title: A, archive: [vault/r.txt], sha256: {}}}\n",
                "0".repeat(64)
            ),
        ),
        ("content/vault/r.txt", "It closed."),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\n---\nIt [@report, \"closed\"], [@report, \"opened\"].\n",
        ),
    ]);
    site.options.thorough = true;
    assert_eq!(site.build().codes(), ["W0331", "E0360"]);
}

#[test]
fn nothing_of_a_confidential_source_is_told() {
    let built = checked(site(
        "The nightjar flies at dusk, said the source.",
        "access: confidential",
        "It [@report, \"The nightjar flies at dawn\"], [@report, \"said the source\"].",
    ));
    assert!(built.codes().contains(&"E0361"), "{}", built.diagnostics());
    assert!(!built.diagnostics().contains("at dusk"), "{}", built.diagnostics());
    let mut told = site(
        "The nightjar flies at dusk, said the source.",
        "access: confidential",
        "It [@report, \"said the source\"].",
    );
    told.options.thorough = true;
    let built = told.build();
    let page = built.page("articles/a.html");
    assert!(
        !page.contains("said the source") && !page.contains("checked against"),
        "{page}"
    );
}

#[test]
fn a_sidecar_names_the_copy_its_sum_and_its_day() {
    let files = |sidecar: &str| {
        let mut site = SiteTest::from_files(&[
            ("site.toml", SITE),
            ("content/sources/s.yaml", "report: {title: A}\n"),
            ("content/vault/r.txt", "It closed."),
            ("content/vault/r.txt.yaml", sidecar),
            (
                "content/articles/a.md",
                "---\ntitle: A\ndate: 2022\n---\nIt [@report, \"closed\"].\n",
            ),
        ]);
        site.options.thorough = true;
        site.build()
    };
    let own = Sum::of(b"It closed.");
    let built = files(&format!("source: report\nsaved: 2023-04-05\nsha256: {own}\n"));
    assert_eq!(built.codes(), NONE, "{}", built.diagnostics());
    let page = built.page("articles/a.html");
    assert!(page.contains("checked against the copy of 5 April 2023"), "{page}");
    assert_eq!(files("source: report\n").codes(), ["W0331", "E0360"]);
    let other = format!("source: report\nsha256: {}\n", "0".repeat(64));
    assert_eq!(files(&other).codes(), ["W0331", "E0360"]);
    assert_eq!(files("sources: [report]\n").codes(), ["W0331", "E0105"]);
    assert_eq!(files(&format!("sha256: {own}\n")).codes(), ["W0331"]);
}

#[test]
fn a_copy_of_another_source_checks_nothing() {
    let site = |owner: &str| {
        let mut site = SiteTest::from_files(&[
            ("site.toml", SITE),
            (
                "content/sources/s.yaml",
                "report: {title: A, archive: [vault/r.txt]}\nmemo: {title: B}\n",
            ),
            ("content/vault/r.txt", "It closed."),
            (
                "content/vault/r.txt.yaml",
                &format!("source: {owner}\nsha256: {}\n", Sum::of(b"It closed.")),
            ),
            (
                "content/articles/a.md",
                "---\ntitle: A\ndate: 2022\n---\nIt [@report, \"closed\"].\n",
            ),
        ]);
        site.options.thorough = true;
        site.build().codes()
    };
    assert_eq!(site("report"), NONE);
    assert_eq!(site("memo"), ["W0331", "E0364"]);
}

#[test]
fn a_sidecar_without_its_copy_is_told() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/sources/s.yaml", "report: {title: A}\n"),
        ("content/vault/r.txt.yaml", "source: report\n"),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\nIt [@report].\n"),
    ])
    .build();
    assert_eq!(built.codes(), ["E0359"]);
}

#[test]
fn a_web_copy_is_named_and_not_verified() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        (
            "content/sources/s.yaml",
            "report: {title: A, url: 'https://a.example/x', archive: ['https://web.archive.org/web/20230101000000/https://a.example/x']}\n",
        ),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\nIt [@report].\n"),
    ])
    .build();
    let page = built.page("sources/report.html");
    assert!(
        page.contains("1 in a web archive, not read when this site was made"),
        "{page}"
    );
    assert!(!page.contains("Verified copy"), "{page}");
}
