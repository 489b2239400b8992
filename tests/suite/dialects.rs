//! Front matter as Hugo, Zola, Jekyll and Obsidian have it: read with at most a warning, and warned of only
//! where something is lost.

use crate::support::{Built, SiteTest, golden};

fn built() -> Built {
    SiteTest::from_dir("fixtures/dialects").build()
}

fn site(front_matter: &str) -> Built {
    let text = format!("---\n{front_matter}---\n");
    SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", &text),
    ])
    .build()
}

#[test]
fn files_written_for_other_generators_build_with_warnings_at_most() {
    golden("fixtures/dialects/expected.txt", &built().diagnostics());
}

#[test]
fn what_other_generators_hold_back_is_not_published() {
    let built = built();
    assert!(!built.tree().contains("jekyll-unpublished"), "{}", built.tree());
    assert!(!built.tree().contains("obsidian-kept-back"), "{}", built.tree());
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Unpublished words"), "{path}");
    }
    let both = site("title: A\ndate: 2022\ndraft: false\npublished: false\n");
    assert!(!both.tree().contains("articles/a.html"), "{}", both.tree());
}

#[test]
fn an_alias_is_an_old_address_or_another_name() {
    let built = built();
    for (old, new) in [
        ("old/path/index.html", "articles/dublin.html"),
        ("posts/2022/dublin.html", "articles/dublin.html"),
        ("old/canada/index.html", "articles/jekyll.html"),
        ("spain.html", "articles/zola.html"),
    ] {
        let name = new.rsplit('/').next().unwrap();
        assert!(built.page(old).contains(name), "{}", built.page(old));
    }
    let linked = built.page("articles/zola.html");
    assert!(linked.contains("Nine offices, see <a href=\"obsidian.html\""));
}

#[test]
fn the_tags_of_every_name_are_joined() {
    let built = built();
    for (page, tags) in [
        ("dublin", ["investigations", "ireland", "police"]),
        ("zola", ["investigations", "spain", "spain"]),
        ("jekyll", ["canada", "police", "embassies"]),
        ("obsidian", ["czechia", "europe-prague", "czechia"]),
    ] {
        let page = built.page(&format!("articles/{page}.html"));
        for tag in tags {
            assert!(page.contains(&format!("tags/{tag}.html")), "no {tag} in {page}");
        }
    }
}

#[test]
fn a_source_in_a_file_of_its_own_keeps_its_url() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        (
            "content/sources/rte.md",
            "---\ntitle: Office ordered to close\nurl: https://www.rte.ie/news/\n---\n",
        ),
    ])
    .build();
    assert!(built.found.is_empty(), "{}", built.diagnostics());
    assert!(built.page("sources/rte.html").contains("https://www.rte.ie/news/"));
}

#[test]
fn a_second_value_for_a_field_is_told_and_the_same_value_is_not() {
    let same = "title: A\ndate: 2022-10-27\npublishDate: 2022-10-27\n";
    assert!(site(same).found.is_empty(), "{}", site(same).diagnostics());
    let other = site("title: A\ncreated: 2022-10-01\ndate: 2022-10-27\n");
    assert_eq!(other.codes(), ["W0101"]);
    assert!(other.page("articles/a.html").contains("27 October 2022"));
}

#[test]
fn a_field_mistyped_is_still_an_error() {
    assert_eq!(site("title: A\ndate: 2022\nsumary: B\n").codes(), ["E0105"]);
    assert_eq!(site("title: A\ndate: 2022\ntype: reprot\n").codes(), ["E0118"]);
}
