//! What readers and their programs are told of the language that words are in.

use crate::support::{Built, SiteTest};

const ARABIC: &str = "---\ntitle: \"مرحبا (اختبار)!\"\ndate: 2022-01-02\nlang: ar\nsummary: \"نص (1).\"\n\
    translation_of: english\n---\nنص (1) [@s]. [[english]]\n";
const ENGLISH: &str = "---\ntitle: Hello\ndate: 2022-01-02\ntags: [greetings]\n---\nText [@s]. See [[arabic]].\n";

fn site(toml: &str) -> Built {
    let built = SiteTest::from_files(&[
        ("site.toml", &format!("title = \"Example\"\n{toml}")),
        ("content/articles/arabic.md", ARABIC),
        ("content/articles/english.md", ENGLISH),
        ("content/articles/german.md", "---\ntitle: Hallo\ndate: 2022-01-03\nlang: de\ntranslation_of: arabic\n---\nx [@s]\n"),
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
        let is_told = |line: &&str| {
            line.starts_with("<p>Also in ") || line.starts_with("<p>Translated from ")
        };
        let line: String = page.lines().filter(is_told).collect();
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

const ORIGINAL: &str = "---\ntitle: Hello\ndate: 2022-01-01\nupdated: 2022-03-01\nclaims: [one]\n---\nText [@s].\n";

/// A site with an article in English and this translation of it, and its page.
fn translation(front_matter: &str) -> (Built, String) {
    let translation = format!(
        "---\ntitle: Hola\ndate: 2022-01-01\nlang: es\ntranslation_of: hello\n{front_matter}---\nTexto [@s].\n"
    );
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\nbase_url = \"https://example.org/\"\n"),
        ("content/articles/hello.md", ORIGINAL),
        ("content/articles/hola.md", &translation),
        (
            "content/claims/c.yaml",
            "one: {text: It is so., status: alleged, made_by: X, sources: [s]}\n",
        ),
        (
            "content/sources/s.yaml",
            "s: {title: A report, original: true, publisher: X}\n",
        ),
    ])
    .build();
    let page = built.page("articles/hola.html").to_owned();
    (built, page)
}

#[test]
fn a_translation_says_what_it_is_translated_from() {
    let (built, page) = translation("reviewed: 2022-03-02\nclaims: [one]\n");
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    assert!(page.contains("Translated from <a href=\"../articles/hello.html\" hreflang=\"en\">English</a>: <bdi>Hello</bdi>"), "{page}");
    let original = built.page("articles/hello.html");
    for page in [&*page, original] {
        for (lang, path) in [("en", "hello"), ("es", "hola")] {
            let link = format!(
                "<link rel=\"alternate\" hreflang=\"{lang}\" href=\"https://example.org/articles/{path}.html\">"
            );
            assert!(page.contains(&link), "{page}");
        }
    }
}

#[test]
fn readers_are_told_that_a_translation_is_older_than_its_original() {
    let (built, page) = translation("claims: [one]\n");
    assert_eq!(built.codes(), ["W0721"], "{}", built.diagnostics());
    let told = "The original was changed after this translation was made: <a href=\"../articles/hello.html\">Hello</a>, \
                <time datetime=\"2022-03-01\">1 March 2022</time>.";
    assert!(page.contains(told), "{page}");
}

#[test]
fn readers_are_told_that_a_translation_deals_with_other_claims() {
    let (built, page) = translation("updated: 2022-03-01\n");
    assert_eq!(built.codes(), ["W0722"], "{}", built.diagnostics());
    assert!(
        page.contains("does not deal with the same claims as its original"),
        "{page}"
    );
}

#[test]
fn labels_dates_and_names_are_in_the_sites_language() {
    for (lang, said) in [
        (
            "es",
            [
                "<html lang=\"es\">",
                "Países y territorios",
                "Irlanda",
                "2 de octubre de 2022",
                "1 fuente",
            ],
        ),
        (
            "fr",
            [
                "<html lang=\"fr\">",
                "Pays et territoires",
                "Irlande",
                "2 octobre 2022",
                "1 source",
            ],
        ),
        (
            "de",
            [
                "<html lang=\"de\">",
                "Länder und Gebiete",
                "Irland",
                "2. Oktober 2022",
                "1 Quelle",
            ],
        ),
        (
            "zh-Hans",
            [
                "<html lang=\"zh-Hans\">",
                "国家和地区",
                "爱尔兰",
                "2022年10月2日",
                "1个来源",
            ],
        ),
        (
            "ar",
            [
                "<html lang=\"ar\" dir=\"rtl\">",
                "الدول والأقاليم",
                "أيرلندا",
                "2 أكتوبر 2022",
                "مصدر واحد",
            ],
        ),
    ] {
        let built = SiteTest::from_files(&[
            ("site.toml", &format!("title = \"Example\"\nlang = \"{lang}\"\n")),
            ("content/articles/a.md", "---\ntitle: A\ndate: 2022-10-02\ncountries: [Ireland]\n---\nText [@s].\n"),
            ("content/sources/s.yaml", "s: {title: A report}\n"),
        ])
        .build();
        assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
        let page =
            [built.page("countries/index.html"), built.page("articles/index.html")]
                .concat();
        for words in said {
            assert!(page.contains(words), "{lang}: {words}\n{page}");
        }
        assert!(built.tree().contains(&"countries/ie.html".to_owned()), "addresses stay");
    }
}
