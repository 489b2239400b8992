//! What readers and their programs are told of the language that words are in.

use crate::support::{Built, SiteTest};

const ARABIC: &str = "---\ntitle: \"مرحبا (اختبار)!\"\ndate: 2022-01-01\nlang: ar\nsummary: \"نص (1).\"\n\
    translation_of: english\n---\nنص (1). [[english]]\n";
const ENGLISH: &str = "---\ntitle: Hello\ndate: 2022-01-02\ntags: [greetings]\n---\nText [@s]. See [[arabic]].\n";

fn site(toml: &str) -> Built {
    let built = SiteTest::from_files(&[
        ("site.toml", &format!("title = \"Example\"\n{toml}")),
        ("content/articles/arabic.md", ARABIC),
        ("content/articles/english.md", ENGLISH),
        ("content/articles/german.md", "---\ntitle: Hallo\ndate: 2022-01-03\nlang: de\ntranslation_of: arabic\n---\nx\n"),
        ("content/articles/untold.md", "---\ntitle: שלום (1)\ndate: 2022-01-04\n---\nx\n"),
        ("content/sources/s.yaml", "s: {title: {original: تقرير, en: A report}, lang: ar, publisher: X}\n"),
    ])
    .build();
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    built
}

#[test]
fn a_text_in_another_language_tells_its_language_and_direction() {
    let built = site("");
    let page = built.page("articles/arabic.html");
    assert!(page.contains("<html lang=\"en\">"), "the labels are English");
    for element in [
        "<h1 class=\"head__title\"",
        "<p class=\"head__standfirst\"",
        "<div class=\"prose\"",
    ] {
        assert!(
            page.contains(&format!("{element} lang=\"ar\" dir=\"rtl\">")),
            "{element}"
        );
    }
    let german = built.page("articles/german.html");
    assert!(german.contains("<div class=\"prose\" lang=\"de\">"));
    let english = built.page("articles/english.html");
    assert!(english.contains("<div class=\"prose\">"));
}

#[test]
fn a_title_in_another_language_is_isolated_wherever_it_stands() {
    let built = site("");
    let title = "مرحبا (اختبار)!";
    for (path, bytes) in &built.files {
        let Ok(page) = std::str::from_utf8(bytes) else { continue };
        // What stands in the head of a page can't be told apart.
        let body = page.split_once("</title>").map_or("", |(_, body)| body);
        for before in body
            .split(title)
            .collect::<Vec<_>>()
            .split_last()
            .map_or(&[][..], |(_, all)| all)
        {
            let element = before.rsplit_once('<').map_or("", |(_, element)| element);
            let own = before.ends_with('\u{2068}')
                || element.contains("dir=\"rtl\"")
                || element == "bdi>";
            let outer = before
                .rsplit('<')
                .nth(1)
                .is_some_and(|outer| outer.contains("dir=\"rtl\""));
            assert!(own || outer, "{path}: <{element}{title}");
        }
    }
}

#[test]
fn a_title_whose_language_nobody_tells_keeps_its_direction() {
    let page = site("");
    let list = page.page("articles/index.html");
    assert!(
        list.contains("<h3 dir=\"auto\"><a href=\"../articles/untold.html\">"),
        "{list}"
    );
}

#[test]
fn a_source_tells_the_language_of_its_own_title() {
    let built = site("");
    let page = built.page("articles/english.html");
    assert!(page.contains("<span lang=\"ar\" dir=\"rtl\">تقرير</span>"));
}

#[test]
fn translations_lead_to_each_other() {
    let built = site("");
    for (from, to) in [
        ("english", &["arabic", "german"][..]),
        ("arabic", &["english", "german"]),
        ("german", &["arabic", "english"]),
        ("untold", &[]),
    ] {
        let page = built.page(&format!("articles/{from}.html"));
        let line =
            page.lines().find(|line| line.starts_with("<p>Also in ")).unwrap_or_default();
        let links = line.matches("hreflang").count();
        assert_eq!(links, to.len(), "{from}");
        assert!(
            to.iter().all(|to| line.contains(&format!("articles/{to}.html"))),
            "{from}: {line}"
        );
    }
}

#[test]
fn a_site_from_right_to_left_says_so_once() {
    let built = site("lang = \"ar\"\n");
    assert!(built.page("index.html").contains("<html lang=\"ar\" dir=\"rtl\">"));
    let page = built.page("articles/arabic.html");
    assert!(page.contains("<div class=\"prose\">"));
    let german = built.page("articles/german.html");
    assert!(german.contains("<div class=\"prose\" lang=\"de\" dir=\"ltr\">"));
}

#[test]
fn a_language_is_told_by_its_tag() {
    for (lang, help) in
        [("english", "`en`"), ("en_US", "`en-US`"), ("jp", "`ja`"), ("zz", "BCP 47")]
    {
        for (toml, field) in [
            ("", format!("lang: {lang}\n")),
            (&*format!("lang = \"{lang}\"\n"), String::new()),
        ] {
            let article = format!("---\ntitle: A\ndate: 2022\n{field}---\nx\n");
            let built = SiteTest::from_files(&[
                ("site.toml", &format!("title = \"Example\"\n{toml}")),
                ("content/articles/a.md", &article),
            ])
            .build();
            assert_eq!(built.codes(), ["E0119"], "{lang}");
            assert!(
                built.diagnostics().contains(help.trim_matches('`')),
                "{}",
                built.diagnostics()
            );
        }
    }
}
