//! What machines read of pages: JSON-LD and Open Graph.

use crate::support::{Built, Scratch, SiteTest};
use serde_json::Value;
use std::path::Path;

const RECORDS: &[(&str, &str)] = &[
    (
        "content/sources/all.yaml",
        "dail:\n  title: The debate\n  publisher: Dáil\n  date: 2022-10-25\n  url: https://www.example.org/dail\n\
         voice:\n  title: Words of Jane Doe\n  access: confidential\n",
    ),
    (
        "content/claims/all.yaml",
        "ie/office:\n  text: The office \"</script>\" was open.\n  about: [ie]\n  made_by: The Watchers\n  \
         status: alleged\n  sources: [dail]\n",
    ),
];

const ARTICLE: &str = "---\ntitle: The office\ndate: 2022-10-26\nupdated: 2022-11-02\nsummary: It closed.\n\
    type: report\ncountries: [ie]\nclaims: [ie/office]\nauthors: [A. Reporter]\ncorrections:\n  \
    - {date: 2022-11-02, kind: correction, now: It closed in May.}\n---\nIt closed [@dail; @voice].\n";

fn site(toml: &str) -> Built {
    let mut files = vec![("site.toml", toml), ("content/articles/a.md", ARTICLE)];
    files.extend(RECORDS);
    SiteTest::from_files(&files).build()
}

/// What a page tells machines of itself, without the way to it.
fn told(built: &Built, page: &str) -> Value {
    let (_, rest) =
        built.page(page).split_once("<script type=\"application/ld+json\">").unwrap();
    let data: Value =
        serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap();
    data["@graph"][0].clone()
}

const PUBLISHED: &str = "title = \"Example\"\nbase_url = \"https://example.org/x/\"\n[publisher]\nname = \"Desk\"\n";

#[test]
fn an_article_tells_what_it_is_cites_and_corrects() {
    let built = site(PUBLISHED);
    let article = told(&built, "articles/a.html");
    assert_eq!(article["@type"], "ReportageNewsArticle");
    assert_eq!(article["url"], "https://example.org/x/articles/a.html");
    assert_eq!(article["datePublished"], "2022-10-26");
    assert_eq!(article["dateModified"], "2022-11-02");
    assert_eq!(article["author"][0]["name"], "A. Reporter");
    assert_eq!(article["publisher"]["name"], "Desk");
    assert_eq!(article["citation"][0]["url"], "https://www.example.org/dail");
    assert_eq!(article["correction"][0]["@type"], "CorrectionComment");
    assert_eq!(article["correction"][0]["text"], "It closed in May.");
    assert_eq!(article["mentions"][0]["name"], "The office \"</script>\" was open.");
    assert!(!article.to_string().contains("Jane"), "{article}");
}

#[test]
fn a_claim_tells_who_says_so_and_where() {
    let claim = told(&site(PUBLISHED), "claims/ie/office.html");
    assert_eq!(claim["@type"], "Claim");
    assert_eq!(claim["author"][0]["name"], "The Watchers");
    assert_eq!(claim["appearance"][0]["name"], "The debate");
}

#[test]
fn previews_elsewhere_have_the_title_the_summary_and_the_address() {
    let built = site(PUBLISHED);
    let page = built.page("articles/a.html");
    for expected in [
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:title\" content=\"The office\">",
        "<meta property=\"og:description\" content=\"It closed.\">",
        "<meta property=\"og:url\" content=\"https://example.org/x/articles/a.html\">",
        "<meta property=\"article:published_time\" content=\"2022-10-26\">",
    ] {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
}

#[test]
fn a_site_without_an_address_of_its_own_tells_machines_nothing() {
    let built = site("title = \"Example\"\n");
    let page = built.page("articles/a.html");
    assert!(!page.contains("ld+json") && !page.contains("og:"), "{page}");
}

#[test]
fn a_preview_elsewhere_knows_the_size_of_the_picture_before_it_is_fetched() {
    const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xae\x42\x60\x82";
    let scratch = Scratch::new("preview-picture");
    scratch.put("site.toml", PUBLISHED);
    scratch.put("content/media/sign.png", PIXEL);
    let article = "---\ntitle: The sign\ndate: 2022-10-26\nimage: {src: media/sign.png, alt: A sign}\n---\nIt hung there.\n";
    scratch.put("content/articles/a.md", article);
    let built = SiteTest::from_root(Path::new(scratch.path())).build();
    let page = built.page("articles/a.html");
    let expected = "<meta property=\"og:image\" content=\"https://example.org/x/media/sign.png\">\n\
        <meta property=\"og:image:width\" content=\"1\">\n\
        <meta property=\"og:image:height\" content=\"1\">\n\
        <meta property=\"og:image:alt\" content=\"A sign\">";
    assert!(page.contains(expected), "{page}\n{}", built.diagnostics());
}
