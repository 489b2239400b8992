//! Links: addresses that are kept or refused, and names as Obsidian writes them.

use crate::support::{Built, SiteTest};

fn article(text: &str) -> String {
    format!("---\ntitle: The harbour\ndate: 2022-01-01\n---\n\n{text}\n")
}

fn site(files: &[(&str, &str)]) -> Built {
    SiteTest::from_files(&[&[("site.toml", "title = \"Example\"\n")], files].concat())
        .build()
}

fn build(text: &str) -> Built {
    site(&[("content/articles/harbour.md", &article(text))])
}

#[test]
fn an_address_is_kept_or_refused_by_name() {
    for kept in [
        "tel:+353",
        "sms:1",
        "ftp://a.example/f",
        "ipfs://a",
        "magnet:?x",
        "HTTPS://a.example/",
    ] {
        for text in [
            format!("[x]({kept})"),
            format!("[x][1]\n\n[1]: {kept}"),
            format!("<{kept}>"),
        ] {
            let built = build(&text);
            assert_eq!(built.codes(), [""; 0], "{text}: {}", built.diagnostics());
            let address = kept.replace("HTTPS", "https");
            let page = built.page("articles/harbour.html");
            assert!(page.contains(&format!("href=\"{address}\"")), "{text} in {page}");
        }
    }
    let page = build("[x](//a.example/p)");
    assert!(page.page("articles/harbour.html").contains("href=\"https://a.example/p\""));
    for refused in [
        "http:a.example",
        "https:///p",
        "foo:bar",
        "tel:",
        "https:\\\\a.example",
        "c:/a.md",
    ] {
        for text in [format!("[x](<{refused}>)"), format!("[x][1]\n\n[1]: <{refused}>")] {
            assert_eq!(build(&text).codes(), ["E0409"], "{text}");
        }
    }
    for danger in [
        "javascript:a",
        "JAVA&#x73;CRIPT:a",
        "data:text/html,a",
        "vbscript:a",
        "java&#9;script:a",
    ] {
        for text in [format!("[x](<{danger}>)"), format!("![x](<{danger}>)")] {
            assert_eq!(build(&text).codes(), ["E0402"], "{text}");
        }
    }
}

#[test]
fn what_people_say_for_an_address_is_told_with_the_whole_of_it() {
    for (written, whole) in [
        ("www.example.org", "https://www.example.org"),
        ("example.org/a", "https://example.org/a"),
        ("me@example.org", "mailto:me@example.org"),
    ] {
        let built = build(&format!("[x]({written})"));
        assert_eq!(built.codes(), ["E0209"]);
        assert!(built.diagnostics().contains(&format!("did you mean `{whole}`?")));
    }
}

#[test]
fn an_address_of_site_toml_is_kept_or_refused_by_name() {
    for (config, code) in [
        ("[publisher]\nname = \"A\"\nurl = \"www.example.org\"\n", "E0409"),
        ("[[menu]]\ntitle = \"A\"\nlink = \"foo:bar\"\n", "E0409"),
        ("[[menu]]\ntitle = \"A\"\nlink = \"javascript:a\"\n", "E0402"),
    ] {
        let config = format!("title = \"Example\"\n{config}");
        let built = SiteTest::from_files(&[("site.toml", &config)]).build();
        assert_eq!(built.codes(), [code], "{}", built.diagnostics());
    }
}

const ROE: (&str, &str) = (
    "content/articles/people/Jane Roe.md",
    "---\ntitle: A clerk\ndate: 2022-01-01\naliases: [The Clerk]\n---\n\n\
     ## Youth\n\n### School\n\n## Later\n\n### School\n",
);

#[test]
fn a_file_is_found_by_its_name_wherever_it_lies() {
    let text = "[[Jane Roe]] [[jane roe|her]] [[people/Jane Roe]] [[articles/people/jane roe.md]] \
                [[the clerk]] [a](people/Jane%20Roe.md) [b](<people/Jane Roe.md>) [c](Jane%20Roe.md)\n\n\
                | a |\n|---|\n| [[Jane Roe\\|her]] |\n";
    let built = site(&[("content/articles/harbour.md", &article(text)), ROE]);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page("articles/harbour.html");
    assert_eq!(page.matches("<a href=\"people/Jane%20Roe.html\">").count(), 9, "{page}");
}

#[test]
fn a_heading_is_found_by_those_above_it() {
    let text = "[[Jane Roe#Later#School]] [[Jane Roe#Youth#School]] [[Jane Roe#school]]";
    let built = site(&[("content/articles/harbour.md", &article(text)), ROE]);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page("articles/harbour.html");
    assert_eq!(page.matches("#school\"").count(), 2, "{page}");
    assert_eq!(page.matches("#school-2\"").count(), 1, "{page}");
    let built = site(&[
        ("content/articles/harbour.md", &article("[[Jane Roe#Later#Work]]")),
        ROE,
    ]);
    assert_eq!(built.codes(), ["E0207"]);
}

#[test]
fn a_block_is_found_by_its_id() {
    let clerk = "---\ntitle: The clerk\ndate: 2022-01-02\n---\n\n## Orders\n\n\
                 The quay was to close. ^order-1\n\n\
                 - the fee ^Fee\n- the fine\n\n^all\n\n\
                 | Year | Ships |\n|---|---|\n| 2021 | 4 |\n\n^ships\n\n\
                 See [[#^fee]] and [[harbour]], 2^10. ^last\n";
    let text = "[[clerk#^order-1]] [[clerk#Orders#^fee|the fee]] [x](clerk.md#^all) [[clerk#^ships]]";
    let clerk = ("content/articles/clerk.md", clerk);
    let built = site(&[("content/articles/harbour.md", &article(text)), clerk]);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let (page, clerk_page) =
        (built.page("articles/harbour.html"), built.page("articles/clerk.html"));
    for (id, block) in [
        ("order-1", "<p>The quay was to close.</p>"),
        ("fee", "the fee"),
        ("all", "<ul>"),
        ("ships", "<"),
        ("last", "<p>See <a href=\"#%5Efee\">Orders</a> and"),
    ] {
        let start = format!("<span id=\"^{id}\"></span>");
        let at =
            clerk_page.split_once(&start).unwrap_or_else(|| panic!("{id}: {clerk_page}"));
        assert!(at.1.trim_start().starts_with(block), "{id}: {clerk_page}");
        let is_linked = page.contains(&format!("href=\"clerk.html#%5E{id}\""));
        assert_eq!(is_linked, id != "last", "{id}: {page}");
    }
    for (path, bytes) in &built.files {
        let shown = String::from_utf8_lossy(bytes);
        for marker in
            ["^order-1 ", "^order-1<", "^Fee", "^all<", "^last<", "^ships<", "^fee<"]
        {
            assert!(!shown.contains(marker), "{path} shows {marker}: {shown}");
        }
    }
    assert!(clerk_page.contains("2^10."), "{clerk_page}");
    let text = article("[[clerk#^order-2]]");
    let built = site(&[("content/articles/harbour.md", &text), clerk]);
    assert_eq!(built.codes(), ["E0207"]);
    assert!(
        built.diagnostics().contains("did you mean `^order-1`?"),
        "{}",
        built.diagnostics()
    );
    assert_eq!(build("One. ^x\n\nTwo. ^X").codes(), ["E0403"]);
    let embed = article("![[clerk#^fee]]");
    let built = site(&[("content/articles/harbour.md", &embed), clerk]);
    assert_eq!(built.codes(), ["W0201"], "{}", built.diagnostics());
}

#[test]
fn a_name_of_several_files_is_told_with_each_of_them() {
    let other = (
        "content/articles/ships/Jane Roe.md",
        "---\ntitle: A ship\ndate: 2022-01-01\n---\n",
    );
    let text = article("[[Jane Roe]] [[ships/jane roe]]");
    let built = site(&[("content/articles/harbour.md", &text), ROE, other]);
    assert_eq!(built.codes(), ["E0202"], "{}", built.diagnostics());
    for name in ["`[[articles/people/Jane Roe]]`", "`[[articles/ships/Jane Roe]]`"] {
        assert!(built.diagnostics().contains(name), "{}", built.diagnostics());
    }
}

#[test]
fn an_address_of_another_generator_is_told_with_the_file_it_may_mean() {
    for written in ["/blog/quay/", "./quay", "quay", "/2022/quay.html"] {
        let quay =
            ("content/articles/quay.md", &*article("Text.").replace("harbour", "quay"));
        let text = article(&format!("[x]({written})"));
        let built = site(&[("content/articles/harbour.md", &text), quay]);
        assert_eq!(built.codes(), ["E0209"]);
        assert!(
            built.diagnostics().contains("did you mean `quay.md`?"),
            "{}",
            built.diagnostics()
        );
    }
}

#[test]
fn a_document_is_linked_by_its_name() {
    let built = site(&[
        ("content/articles/harbour.md", &article("[[minutes.pdf]] [[minutes.pdf|read]]")),
        ("content/media/minutes.pdf", "%PDF"),
    ]);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page("articles/harbour.html");
    assert_eq!(page.matches("href=\"../media/minutes.pdf\"").count(), 2, "{page}");
}

#[test]
fn a_file_that_is_held_back_is_told_by_its_name() {
    let draft = "---\ntitle: A clerk\ndate: 2022-01-01\ndraft: true\n---\n";
    let built = site(&[
        ("content/articles/harbour.md", &article("[[Jane Roe]]")),
        ("content/articles/people/Jane Roe.md", draft),
    ]);
    assert_eq!(built.codes(), ["E0210"], "{}", built.diagnostics());
}
