//! What every build does, whatever is in the site.

use crate::support::{Scratch, SiteTest};

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\n";
const ARTICLE: &str = "---\ntitle: A\ndate: 2022-10-26\n---\n\nOne line.\n\nAnother.\n";

fn with_article(path: &str, text: &str) -> SiteTest {
    SiteTest::from_files(&[("site.toml", SITE), (path, text)])
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
    assert!(!one.files.is_empty() && one.files == two.files);
}

#[test]
fn a_site_with_an_error_has_no_files() {
    let built = with_article("content/articles/a.md", "---\ntitle: A\n").build();
    assert_eq!(built.codes(), ["E0109"]);
    assert_eq!(built.tree(), "");
}
