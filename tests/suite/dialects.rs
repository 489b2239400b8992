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

/// The pages of a site with this article, and what is said of it.
fn told(front_matter: &str) -> (bool, Vec<String>) {
    let text = format!("---\n{front_matter}---\nWords.\n");
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\nas_of = \"2026-11-01\"\n"),
        ("content/articles/a.md", &text),
    ])
    .build();
    let codes = built.codes().iter().map(|code| (*code).to_owned()).collect();
    (built.tree().contains("articles/a.html"), codes)
}

#[test]
fn every_word_that_holds_back_elsewhere_holds_back_here() {
    for line in [
        "publishDate: 2027-05-05",
        "publishdate: 2027-05-05T10:00:00Z",
        "PublishDate: 2027-05-05",
        "expiryDate: 2026-10-01",
        "unpublishdate: 2026-11-01",
        "published: no",
        "Published: False",
        "publish: \"false\"",
        "dg-publish: false",
        "Draft: true",
        "draft: \"true\"",
        "unlisted: true",
        "hidden: true",
        "hidden: from lists",
        "headless: true",
        "private: true",
        "render: false",
        "permalink: false",
        "status: draft",
        "visibility: unlisted",
        "_build: {render: never, list: never}",
        "build: {render: link}",
        "build: {list: local}",
        "cascade: {build: {render: never}}",
        "cascade: [{draft: true}]",
    ] {
        let (is_shown, codes) = told(&format!("title: A\ndate: 2022-10-27\n{line}\n"));
        assert!(!is_shown, "{line}");
        assert!(codes.iter().all(|code| code.starts_with('W')), "{line}: {codes:?}");
    }
    assert!(!told("title: A\npublishDate: 2027-05-05\n").0);
    let toml =
        "+++\ntitle = \"A\"\ndate = 2022-10-27\n[_build]\nrender = \"never\"\n+++\n";
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", toml),
    ])
    .build();
    assert!(!built.tree().contains("articles/a.html"));
}

#[test]
fn what_holds_nothing_back_is_published() {
    for lines in [
        "date: 2022-10-27\nhidden: false\npublish: true\n",
        "date: 2022-10-27\npublishDate: 2022-10-27\nexpiryDate: 2027-01-01\n",
        "publishdate: 2022-10-27\n",
        "Date: 2022-10-27\nprivate: {phone: see the safe}\nbuild: {list: always}\n",
        "date: {created: 2022-10-27, updated: 2022-11-01}\n",
        "date: 2022-10-27 9:05:00 -0400\ntags:\n-\naliases:\n- \n",
        "date: 2022-10-27 12:00 UTC\nlastMod: 2022-10-27T10:00:00-5\n",
    ] {
        let (is_shown, codes) = told(&format!("title: A\n{lines}"));
        assert!(is_shown, "{lines}: {codes:?}");
    }
}

#[test]
fn what_begins_with_an_underscore_is_held_back_and_said() {
    let article = "---\ntitle: Held words\ndate: 2022-10-27\n---\nHeld words.\n";
    let source = "held: {title: Held words, url: https://held.example/}\n";
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/_drafts/a.md", article),
        ("content/articles/_b.md", article),
        ("content/articles/c/_d/index.md", article),
        ("content/pages/_e.md", article),
        ("content/sources/_f.yaml", source),
        ("content/articles/g.md", "---\ntitle: G\ndate: 2022-10-27\n---\nShown.\n"),
    ])
    .build();
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Held words"), "{path}");
    }
    assert_eq!(built.codes(), ["W0105"; 5]);
    let section = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/posts/_index.md", "---\ntitle: A\n---\n"),
        ("content/pages/_index.de.md", "---\ntitle: A\n---\n"),
    ])
    .build();
    assert_eq!(section.codes(), ["E0122", "E0122"]);
}

#[test]
fn a_title_that_stands_in_the_text_is_taken_and_told_how_to_write() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        (
            "content/articles/a.md",
            "---\ndate: 2022-10-27\n---\n# The \"title\"\n\nText.\n",
        ),
    ])
    .build();
    assert_eq!(built.codes(), ["W0109"]);
    assert!(built.diagnostics().contains("write `title: \"The \\\"title\\\"\"`"));
    let page = built.page("articles/a.html");
    assert!(page.contains("<title>The &quot;title&quot; – Example</title>"), "{page}");
    assert_eq!(page.matches("<h1").count(), 1, "{page}");
}

#[test]
fn a_field_that_may_be_one_of_ours_is_told_which() {
    let built =
        site("title: A\ndate: 2022\nsubtitle: B\nfeatureImage: /a.png\nid: u\nmood: x\n");
    assert_eq!(built.codes(), ["E0105"; 4]);
    let said = built.diagnostics();
    for help in ["write `summary:`", "write `image:`", "write `slug:`", "under `extra:`"]
    {
        assert!(said.contains(help), "{said}");
    }
}

#[test]
fn comments_of_other_generators_get_nowhere() {
    let text = "---\ntitle: A\ndate: 2022-10-27\n---\n\
        Open %%SECRET [@SECRET] [[SECRET]]%% words about [[b]] %%SECRET%%.\n\n\
        %%\nSECRET\n\n## SECRET\n%%\n\n{% comment %}SECRET{% endcomment %}\n\n{{/* SECRET */}}\n\n\
        {{< comment >}}SECRET{{< /comment >}} {# SECRET #} {/* SECRET */} <!-- SECRET -->\n\n\
        ## Head %%SECRET%%\n";
    let built = SiteTest::from_files(&[
        (
            "site.toml",
            "title = \"Example\"\nbase_url = \"https://news.example/\"\n[feeds]\nfull = true\n",
        ),
        ("content/articles/a.md", text),
        ("content/articles/b.md", "---\ntitle: B\ndate: 2022-10-27\n---\nWords.\n"),
    ])
    .build();
    assert!(built.found.is_empty(), "{}", built.diagnostics());
    for (path, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).contains("SECRET"), "{path}");
    }
    assert!(built.page("articles/b.html").contains("words about"));
}

#[test]
fn a_shortcode_is_said_in_its_place_and_not_shown() {
    let text = "---\ntitle: A\ndate: 2022-10-27\n---\n%%x%% é {{< figure src=\"a.png\" >}} [[nowhere]]\n";
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", text),
    ])
    .build();
    let said = built.diagnostics();
    assert!(said.contains("a.md:5:9") && said.contains("a.md:5:38"), "{said}");
}

#[test]
fn admonitions_of_every_writing_are_alerts() {
    let text = "---\ntitle: A\ndate: 2022-10-27\n---\nBefore.\n\n:::note\nOne.\n:::\n\nAfter.\n\n\
        !!! warning \"Own *title*\"\n    Two.\n\n    Three.\n\n> [!info]- Folded\n> Four.\n";
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", text),
    ])
    .build();
    assert!(built.found.is_empty(), "{}", built.diagnostics());
    let page = built.page("articles/a.html");
    assert!(
        !page.contains("<dl") && !page.contains("<pre") && !page.contains(":::"),
        "{page}"
    );
    for part in [
        "<p>Before.</p>",
        "<p>After.</p>",
        "<p class=\"alert__title\">Note</p>",
        "<p class=\"alert__title\">Own <em>title</em></p>",
        "<p>Three.</p>",
        "<summary class=\"alert__title\">Folded</summary>",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
}

#[test]
fn a_heading_with_marks_in_it_is_no_title() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", "---\ndate: 2022-10-27\n---\n# The *title*\n\nText.\n"),
        ("content/articles/b.md", "---\ndate: 2022-10-27\n---\nText.\n\n# Too late\n"),
    ])
    .build();
    assert_eq!(built.codes(), ["E0106", "E0106"]);
}

#[test]
fn a_page_may_be_nothing_but_a_heading_and_text() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/pages/about.md", "# About us\n\nText. [Up](#)\n"),
    ])
    .build();
    assert_eq!(built.codes(), ["W0109"]);
    assert!(built.page("about.html").contains("<a href=\"#\">Up</a>"));
}

#[test]
fn a_link_from_the_root_of_the_content_as_zola_writes_it_is_followed() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\n---\n[B](@/b.md) [B](@/articles/b.md#part)\n",
        ),
        ("content/articles/b.md", "---\ntitle: B\ndate: 2022\n---\n## Part\n"),
    ])
    .build();
    assert_eq!(built.codes(), [""; 0]);
    assert!(built.page("articles/a.html").contains("href=\"b.html#part\""));
}

#[test]
fn a_post_of_each_generator_builds_as_it_is() {
    let posts = [
        (
            "2024-02-03-welcome-to-jekyll.markdown",
            include_str!(
                "../fixtures/posts/jekyll/2024-02-03-welcome-to-jekyll.markdown"
            ),
        ),
        (
            "2021-08-26-welcome.md",
            include_str!("../fixtures/posts/docusaurus/2021-08-26-welcome.md"),
        ),
        ("Meeting note.md", include_str!("../fixtures/posts/obsidian/Meeting note.md")),
        ("first.md", include_str!("../fixtures/posts/zola/first.md")),
        ("hello.md", include_str!("../fixtures/posts/mkdocs/hello.md")),
        ("my-first-post.md", include_str!("../fixtures/posts/hugo/my-first-post.md")),
    ];
    for (name, post) in posts {
        let path = format!("content/articles/{name}");
        let files = [("site.toml", "title = \"Example\"\n"), (&path, post)];
        let built = SiteTest::from_files(&files).build();
        let codes = built.codes();
        assert!(
            codes.iter().all(|code| code.starts_with('W')),
            "{}",
            built.diagnostics()
        );
        let pages =
            built.files.iter().filter(|(path, _)| path.as_str().starts_with("articles/"));
        for (path, page) in pages {
            let page = String::from_utf8_lossy(page);
            for sign in ["{{", "{%", ":::", "!!!", "%%", "=== ", "@theme"] {
                assert!(!page.contains(sign), "{name}: {path} shows {sign}");
            }
        }
    }
}
