//! What every build does, whatever is in the site.

use crate::support::{Scratch, SiteTest};

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\n";
const ARTICLE: &str = "---\ntitle: A\ndate: 2022-10-26\n---\n\nOne line.\n\nAnother.\n";

fn with_article(path: &str, text: &str) -> SiteTest {
    SiteTest::from_files(&[("site.toml", SITE), (path, text)])
}

#[test]
fn line_ends_a_byte_order_mark_and_a_missing_last_line_end_do_not_matter() {
    let plain = with_article("content/articles/a.md", ARTICLE).build();
    assert_eq!(plain.codes(), [""; 0], "{}", plain.diagnostics());
    let forms = [
        ARTICLE.replace('\n', "\r\n"),
        format!("\u{feff}{ARTICLE}"),
        ARTICLE.trim_end().to_owned(),
    ];
    for form in forms {
        let built = with_article("content/articles/a.md", &form).build();
        assert_eq!(built.page("articles/a.html"), plain.page("articles/a.html"));
        assert_eq!(built.tree(), plain.tree());
    }
}

#[test]
fn what_lies_in_static_is_copied_as_it_is() {
    let folder = Scratch::new("static");
    folder.put("site.toml", SITE);
    folder.put("static/CNAME", "example.org");
    folder.put("static/.well-known/security.txt", "Contact: mailto:a@example.org\n");
    folder.put("static/.DS_Store", "not this");
    let built = SiteTest::from_root(folder.path()).build();
    assert_eq!(built.page("CNAME"), "example.org");
    assert!(built.tree().contains(".well-known/security.txt\n"), "{}", built.tree());
    assert!(!built.tree().contains(".DS_Store"), "{}", built.tree());
}

#[test]
fn every_build_of_a_site_is_the_same() {
    let site = with_article("content/articles/a.md", ARTICLE);
    let (one, two) = (site.build(), site.build());
    assert!(one.files.contains_key("articles/a.html"), "{}", one.tree());
    assert!(one.files == two.files);
}

#[test]
fn a_site_with_an_error_has_no_files() {
    let built = with_article("content/articles/a.md", "---\ntitle: A\n").build();
    assert_eq!(built.codes(), ["E0109"]);
    assert_eq!(built.tree(), "");
}

#[test]
fn the_case_of_an_ending_does_not_matter() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        (
            "content/articles/a.MD",
            "---\ntitle: A\ndate: 2022\n---\n\n[Data](../media/n.json)\n",
        ),
        ("content/articles/b.md", "---\ntitle: B\ndate: 2022\n---\n\n[A](a.MD)\n"),
        ("content/media/n.json", "{}"),
    ])
    .build();
    assert!(built.page("articles/b.html").contains("href=\"a.html\""));
    assert!(built.tree().contains("media/n.json\n"), "{}", built.tree());
}
