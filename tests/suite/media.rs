//! Pictures and what is to be said of them: captions, and those nobody should be made to see.

use crate::support::{Built, SiteTest};

const SITE: &str =
    "title = \"Example\"\nbase_url = \"https://example.org/\"\n[feeds]\nfull = true\n";

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";

const SOURCES: &str = "\
rte: {title: The sign is gone, publisher: RTÉ, url: https://www.rte.ie/1}
mole: {title: CANARY, by: [CANARY], access: confidential}
";

const PLAIN: &str = "\
alt: Door sign in Chinese & English
caption: The sign in 2022.
credit: A. Photographer / AP
source: rte
edited: [cropped, faces-blurred]
license: CC BY 4.0
";

const GRAPHIC: &str = "\
alt: A man lies <hurt> on the ground
caption: In front of the office.
credit: Bystander
source: mole
edited: [cropped]
graphic: true
";

const ARTICLE: &str = "---
title: The office
date: 2022-10-26
countries: [ie]
image: media/hurt.svg
---
![](media/sign.svg)

![[hurt.svg]]

Beside the door ![](media/hurt.svg) he lay.
";

fn site() -> Built {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/sources/all.yaml", SOURCES),
        ("content/media/sign.svg", SVG),
        ("content/media/sign.svg.yaml", PLAIN),
        ("content/media/hurt.svg", SVG),
        ("content/media/hurt.svg.yaml", GRAPHIC),
        ("content/articles/office.md", ARTICLE),
        ("content/countries/ie.md", "---\nimage: media/hurt.svg\n---\n"),
        (
            "content/pages/about.md",
            "---\ntitle: About\nimage: {src: media/hurt.svg, alt: Own words}\n---\n",
        ),
        (
            "content/articles/sign.md",
            "---\ntitle: The sign\ndate: 2022-10-25\nimage: {src: media/sign.svg, credit: Own}\n---\n",
        ),
    ])
    .build();
    assert!(!built.files.is_empty(), "{}", built.diagnostics());
    built
}

/// What stands in `html` between `start` and the next `end`.
fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let (_, rest) =
        html.split_once(start).unwrap_or_else(|| panic!("no {start}: {html}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}: {rest}")).0
}

const FOLDED: &str = "<details class=\"graphic\">\n<summary>Graphic picture: \
    A man lies &lt;hurt&gt; on the ground</summary>\n<img src=\"../media/hurt.svg\"";

#[test]
fn a_figure_tells_who_made_it_what_was_done_to_it_and_where_it_is_from() {
    let built = site();
    let page = built.page("articles/office.html");
    let figure = between(page, "<img src=\"../media/sign.svg\"", "</figure>");
    assert!(figure.contains("alt=\"Door sign in Chinese &amp; English\""), "{figure}");
    assert_eq!(
        between(figure, "<figcaption>", "</figcaption>"),
        "<span class=\"figure__caption\">The sign in 2022.</span> \
         <span class=\"figure__credit\">A. Photographer / AP</span> \
         <span class=\"figure__license\">CC BY 4.0</span> \
         <span class=\"figure__edits\">Edited: cropped, faces blurred</span> \
         <span class=\"figure__source\">Source: <a href=\"../sources/rte.html\">\
         The sign is gone</a></span>"
    );
}

#[test]
fn a_lead_picture_tells_the_same_and_its_item_goes_before_its_sidecar() {
    let built = site();
    let page = built.page("articles/sign.html");
    let lead = between(page, "<figure class=\"lead-image\">", "</figure>");
    assert!(lead.contains("alt=\"Door sign in Chinese &amp; English\""), "{lead}");
    assert!(!lead.contains("details"), "{lead}");
    for part in [
        "The sign in 2022.",
        "Own",
        "CC BY 4.0",
        "Edited: cropped, faces blurred",
        "Source: <a href=\"../sources/rte.html\">The sign is gone</a>",
    ] {
        assert!(lead.contains(part), "{part} is not in {lead}");
    }
    assert!(!lead.contains("Photographer"), "{lead}");
}

#[test]
fn a_graphic_picture_is_folded_with_what_it_shows_in_words() {
    let built = site();
    let page = built.page("articles/office.html");
    let (head, prose) = page.split_once("media/sign.svg").unwrap();
    assert!(head.contains(FOLDED), "{head}");
    assert!(prose.contains(FOLDED), "{prose}");
    assert!(built.page("countries/ie.html").contains(FOLDED));
    let about = built.page("about.html");
    assert!(about.contains("<summary>Graphic picture: Own words</summary>"), "{about}");
}

#[test]
fn a_graphic_picture_in_the_line_is_a_link_to_it() {
    let built = site();
    let page = built.page("articles/office.html");
    assert!(page.contains(
        "Beside the door <a class=\"graphic\" href=\"../media/hurt.svg\">Graphic picture: \
         A man lies &lt;hurt&gt; on the ground</a> he lay."
    ));
}

#[test]
fn a_confidential_source_of_a_picture_is_named_as_such() {
    let built = site();
    let page = built.page("articles/office.html");
    assert_eq!(page.matches("Source: Confidential source</span>").count(), 2, "{page}");
    assert!(
        built
            .files
            .values()
            .all(|bytes| !String::from_utf8_lossy(bytes).contains("CANARY"))
    );
}

/// Every picture that is shown unasked, in any file.
#[test]
fn no_card_no_preview_and_no_feed_shows_a_graphic_picture_unwarned() {
    let built = site();
    let mut seen = 0;
    let shown = built.files.iter().filter(|(path, _)| *path != "manifest.json");
    for (path, bytes) in shown {
        let text =
            String::from_utf8_lossy(bytes).replace("&lt;", "<").replace("&gt;", ">");
        for (at, _) in text.match_indices("hurt.svg") {
            let before = &text[..at];
            let tag = &before[before.rfind('<').unwrap_or_default()..];
            let is_link = tag.starts_with("<a class=\"graphic\"");
            let folded = before.rfind("<details class=\"graphic\"");
            let is_folded =
                folded > before.rfind("</details>") && tag.starts_with("<img");
            assert!(is_link || is_folded, "{path}: {tag}");
            seen += 1;
        }
    }
    // Three in the article, the leads of a country and a page, two each in two feeds.
    assert_eq!(seen, 9);
    let feed = built.page("feed.xml");
    assert!(
        feed.contains("&lt;img src=\"https://example.org/media/sign.svg\""),
        "{feed}"
    );
    assert!(!feed.contains("details"), "{feed}");
    assert!(!built.page("index.html").contains("hurt.svg"));
}

#[test]
fn an_embedded_picture_needs_a_description_too() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/media/sign.svg", SVG),
        ("content/media/sign.svg.yaml", "alt: ' '\ngraphic: true\n"),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\nimage: {src: media/sign.svg, alt: ''}\n---\n![[sign.svg]]\n",
        ),
    ])
    .build();
    assert_eq!(built.codes(), ["E0503", "E0503"], "{}", built.diagnostics());
}

#[test]
fn the_source_of_a_picture_has_to_exist() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/sources/all.yaml", SOURCES),
        ("content/media/sign.svg", SVG),
        ("content/media/sign.svg.yaml", "alt: A sign\nsource: rtee\n"),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\n"),
    ])
    .build();
    let told = built.diagnostics();
    assert!(told.contains("content/media/sign.svg.yaml:2:9"), "{told}");
    assert!(told.contains("`rte`"), "{told}");
}
