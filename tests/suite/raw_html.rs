//! Raw HTML that is let through: its addresses are those of links.

use crate::support::{Built, Scratch, SiteTest};
use dateline::diag::Place;
use std::path::Path;

const ALLOW: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\nraw_html = \"allow\"\n[feeds]\nfull = true\n";

fn article(text: &str) -> String {
    format!("---\ntitle: The harbour\ndate: 2022-01-01\n---\n\n{text}\n")
}

fn with(toml: &str, text: &str) -> Built {
    SiteTest::from_files(&[
        ("site.toml", toml),
        ("content/articles/harbour.md", &article(text)),
        ("content/articles/a b.md", "---\ntitle: B\ndate: 2022-01-02\n---\n\n## Boats\n"),
        (
            "content/articles/later.md",
            "---\ntitle: C\ndate: 2022-01-02\ndraft: true\n---\n",
        ),
    ])
    .build()
}

fn build(text: &str) -> Built {
    with(ALLOW, text)
}

#[test]
fn an_address_in_raw_html_leads_to_the_page_and_is_whole_in_feeds() {
    for written in [
        "<a href=\"a%20b.md#boats\">b</a>",
        "Boats <A HREF='a b.md#boats'>b</A>.",
        "<div>\n<!-- <a href=\"gone.md\"> -->\n<a\n href=/articles/a%20b.html#boats>b</a>\n</div>",
        "> <p><a href=\"&#97; b&period;md#boats\">b</a></p>",
        "Two <i title=\"href=x\">a</i> <a href=\"#x\" id=\"x\"></a><a href=\"a%20b.md#boats\">b</a>",
    ] {
        let built = build(written);
        assert_eq!(built.codes(), [""; 0], "{written}: {}", built.diagnostics());
        let page = built.page("articles/harbour.html");
        let link = page.to_lowercase().replace('\'', "\"").replace("href=a", "href=\"a");
        assert!(link.contains("href=\"a%20b.html#boats"), "{written} in {page}");
        let feed = built.page("feed.xml");
        assert!(feed.contains("https://example.org/articles/a%20b.html#boats"), "{feed}");
    }
}

#[test]
fn an_address_in_raw_html_has_the_mistakes_of_a_link() {
    for (address, code) in [
        ("gone.md", "E0209"),
        ("later.md", "E0210"),
        ("foo:bar", "E0409"),
        ("javascript:a", "E0402"),
        ("java&Tab;script&colon;a", "E0402"),
        ("&#1;JAVA&#115cript:a", "E0402"),
    ] {
        for html in [
            format!("<a href=\"{address}\">x</a>"),
            format!("x <img alt=x src='{address}'>"),
            format!("<video\nposter={address}>"),
            format!("<form action=\"{address}\"><p>x"),
            format!("<object data=\"{address}\"></object>"),
            format!("<svg><a xlink:href=\"{address}\"/></svg>"),
        ] {
            let built = build(&html);
            assert_eq!(built.codes(), [code], "{html}: {}", built.diagnostics());
            let Place::Text(span) = &built.found[0].place else { panic!("no place") };
            assert_eq!(&article(&html)[span.range()], address);
        }
    }
    assert_eq!(build("<a href=\"a%20b.md#ships\">x</a>").codes(), ["E0207"]);
}

#[test]
fn html_that_is_shown_as_text_has_no_links() {
    let built = with(
        "title = \"Example\"\n",
        "<a href=\"gone.md\">x</a>\n\n<p><a href=\"foo:x\">",
    );
    assert_eq!(built.codes(), ["W0404"]);
    let page = built.page("articles/harbour.html");
    assert!(page.contains("&lt;a href=&quot;gone.md&quot;&gt;"), "{page}");
}

#[test]
fn a_picture_that_only_raw_html_shows_is_published() {
    const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xae\x42\x60\x82";
    let scratch = Scratch::new("raw-html-picture");
    scratch.put("site.toml", ALLOW);
    scratch.put("content/media/one.png", PIXEL);
    scratch.put("content/media/two.png", PIXEL);
    let html =
        "<img alt=\"x\" src=\"one.png\" srcset=\"one.png 1x,\n/media/two.png 2x\">";
    scratch.put("content/articles/harbour.md", article(html));
    let built = SiteTest::from_root(Path::new(scratch.path())).build();
    let page = built.page("articles/harbour.html");
    let shown =
        "src=\"../media/one.png\" srcset=\"../media/one.png 1x,\n../media/two.png 2x\"";
    assert!(page.contains(shown), "{page}\n{}", built.diagnostics());
    assert!(
        built.files.contains_key("media/one.png")
            && built.files.contains_key("media/two.png")
    );
}
