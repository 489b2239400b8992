//! Pages: lists that are split, and that every link of a page leads somewhere.

use crate::support::{Built, SiteTest};
use std::collections::{BTreeMap, BTreeSet};

const SITE: &str = "title = \"Example\"\npaginate = 1\n[rules]\nraw-html = \"off\"\n";

const SOURCES: &str = "
rte:
  title: The office has to close
  publisher: RTÉ
  url: https://www.rte.ie/1
  url_status: dead
  archive: [\"https://web.archive.org/web/20221026101112/https://www.rte.ie/1\"]
repeat:
  title: {original: La oficina, en: The office}
  lang: es
  url: https://example.org/2
  based_on: [rte]
again: {title: Again, url: \"https://example.org/3\", based_on: [rte]}
tip: {title: A name that must not appear, access: confidential}
";

const LOCATIONS: &str = "
ie/office: {name: The office, city: Dublin, country: ie, status: closed, sources: [rte],
  history: [{date: 2022-10-26, status: closed, sources: [rte]}]}
ie/annex: {name: The annex, city: Dublin, country: ie, status: reported}
";

const CLAIMS: &str = "
one: {text: It closes, about: [ie], status: alleged, made_by: X, sources: [rte]}
two: {text: It stays, about: [ie], status: alleged, made_by: X, sources: [rte]}
";

fn article(n: usize) -> String {
    format!(
        "---\ntitle: Number {n}\ndate: 2022-10-0{n}\nauthors: [A. Reporter]\ntags: [Offices]\n\
         countries: [ie]\nlocations: [ie/office, ie/annex]\nsources: [rte, tip]\n\
         corrections: [{{date: 2023-01-0{n}, kind: correction, was: x, now: y}}]\n\
         dates:\n  - {{date: 202{n}-05, text: Fact {n}, countries: [ie], locations: [ie/office], sources: [rte, tip]}}\n---\n\n\
         Read of [[ie/office]] in [[ie]] [@rte, p. {n}; @tip].\n\n## A heading\n\nAgain [@rte]. {{ braces }} <b>raw</b>\n"
    )
}

fn site() -> Built {
    site_with(SITE, "We.")
}

/// The site with another `site.toml`, and this text on a page.
fn site_with(config: &str, text: &str) -> Built {
    let about = format!("---\ntitle: About\naliases: [/old.html]\n---\n{text}\n");
    let articles: Vec<(String, String)> =
        (1..=3).map(|n| (format!("content/articles/a{n}.md"), article(n))).collect();
    let mut files = vec![
        ("site.toml", config),
        ("content/sources/all.yaml", SOURCES),
        ("content/locations/all.yaml", LOCATIONS),
        ("content/claims/all.yaml", CLAIMS),
        ("content/pages/about.md", &about),
    ];
    files.extend(articles.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let built = SiteTest::from_files(&files).build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    built
}

#[test]
fn a_long_list_is_split_and_its_pages_are_linked() {
    let built = site();
    for path in [
        "articles/page-3.html",
        "authors/a-reporter/page-2.html",
        "corrections/page-2.html",
        "countries/ie/2022.html",
        "countries/ie/articles/page-2.html",
        "countries/ie/locations.html",
        "countries/ie/mentions.html",
        "locations/ie/office/dates.html",
        "locations/page-2.html",
        "sources/rte/mentions/page-2.html",
        "sources/rte/repeated-by.html",
        "tags/offices/page-2.html",
        "timeline/2021.html",
    ] {
        built.page(path);
    }
    let country = built.page("countries/ie.html");
    assert!(country.contains("href=\"../countries/ie/2022.html\""), "{country}");
    assert!(country.contains("href=\"../countries/ie/articles.html\""), "{country}");
}

#[test]
fn every_page_that_is_made_can_be_linked_to() {
    for urls in ["file", "directory"] {
        let config =
            format!("base_url = \"https://example.org/\"\nurls = \"{urls}\"\n{SITE}");
        let first = site_with(&config, "We.");
        // The licence of a typeface is the theme's, and no page.
        let is_page = |path: &&String| {
            let endings = [".html", ".xml", ".txt"];
            !path.starts_with("assets/") && endings.iter().any(|one| path.ends_with(one))
        };
        let paths: Vec<&str> =
            first.files.keys().filter(is_page).map(String::as_str).collect();
        for path in ["feed.xml", "old.html", "claims-by-status/alleged/page-2.html"] {
            assert!(paths.contains(&path), "{paths:#?}");
        }
        let text: String = paths.iter().map(|path| format!("[x](/{path})\n\n")).collect();
        let linked = site_with(&config, &text);
        for path in paths {
            assert!(linked.files.contains_key(path), "{path}");
        }
    }
}

#[test]
fn a_link_to_an_old_address_leads_to_the_new_one() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/pages/about.md", "---\ntitle: About\naliases: [/old.html]\n---\nWe.\n"),
        ("content/pages/other.md", "---\ntitle: Other\n---\n[We](/old.html)\n"),
    ])
    .build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    assert!(built.page("other.html").contains("<a href=\"about.html\">We</a>"));
}

#[test]
fn every_link_leads_somewhere_and_stays_relative() {
    let built = site();
    let ids: BTreeMap<&str, BTreeSet<&str>> = built
        .files
        .keys()
        .filter(|path| path.ends_with(".html"))
        .map(|path| (path.as_str(), values(built.page(path), "id")))
        .collect();
    for path in ids.keys() {
        let page = built.page(path);
        let hrefs = values(page, "href").into_iter().chain(values(page, "src"));
        for href in hrefs.filter(|href| !href.contains("://")) {
            assert!(!href.starts_with('/'), "{path}: {href}");
            let (file, fragment) = href.split_once('#').unwrap_or((href, ""));
            let target =
                if file.is_empty() { (*path).to_owned() } else { joined(path, file) };
            assert!(built.files.contains_key(&target), "{path}: {href} is dead");
            let there = ids.get(target.as_str());
            let found =
                fragment.is_empty() || there.is_none_or(|ids| ids.contains(fragment));
            assert!(found, "{path}: nothing at {href}");
        }
    }
}

#[test]
fn a_source_leads_back_to_each_citation_and_first_to_what_still_exists() {
    let built = site();
    let page = built.page("articles/a1.html");
    assert!(page.contains("id=\"source-1\""), "{page}");
    assert!(page.contains("href=\"#cite-1-1\"") && page.contains("href=\"#cite-1-2\""));
    let archived = page.find("https://web.archive.org/web/20221026101112").unwrap();
    let dead = page.find("href=\"https://www.rte.ie/1\"").unwrap();
    assert!(archived < dead, "the archived copy comes first");
    assert!(page.contains("(p. 1)"), "the place in the source is told");
}

#[test]
fn nothing_of_a_confidential_source_but_a_label_is_published() {
    let built = site();
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("must not appear"), "{path}");
    }
    assert!(built.page("articles/a1.html").contains("Confidential source"));
    assert!(!built.files.contains_key("sources/tip.html"));
}

#[test]
fn a_backlink_shows_the_sentence_that_links() {
    let built = site();
    let office = built.page("locations/ie/office/mentions.html");
    assert!(office.contains("Read of <mark>The office</mark> in"), "{office}");
}

#[test]
fn a_page_that_names_another_twice_is_one_backlink_with_two_sentences() {
    let article = |title: &str, text: &str| {
        format!("---\ntitle: {title}\ndate: 2022-10-26\n---\n{text}\n")
    };
    let text = "We saw [[b]] first.\n\n## Later\n\nThen we saw [[b|it]] again. And [[b]] once more.\n\n[[b]]\n";
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/articles/a.md", &article("One", text)),
        ("content/articles/b.md", &article("Two", "")),
    ])
    .build();
    let page = built.page("articles/b.html");
    let list = page.split("id=\"mentioned\"").nth(1).unwrap();
    let list = list.split("</ul>").next().unwrap();
    assert_eq!(list.matches("<li").count(), 1, "{list}");
    assert!(list.contains("<a href=\"../articles/a.html\">One</a>"), "{list}");
    let there = "<a href=\"../articles/a.html#later\">";
    for sentence in [
        "We saw <mark>Two</mark> first.".to_owned(),
        format!("Then we saw <mark>{there}it</a></mark> again."),
        format!("And <mark>{there}Two</a></mark> once more."),
    ] {
        assert!(list.contains(&sentence), "{list}");
    }
}

#[test]
fn text_is_escaped_and_an_old_address_leads_on() {
    let built = site();
    let page = built.page("articles/a2.html");
    assert!(page.contains("{ braces } &lt;b&gt;raw&lt;/b&gt;"), "{page}");
    assert!(built.page("old.html").contains("url=about.html"));
}

/// The values of an attribute, by its name.
fn values<'t>(page: &'t str, name: &str) -> BTreeSet<&'t str> {
    let starts = format!(" {name}=\"");
    page.split(starts.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// The path that `href` names from the page at `path`.
fn joined(path: &str, href: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn sources_of_one_maker_are_told_apart_where_they_stand_together() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        (
            "content/sources/all.yaml",
            "one: {title: First report, publisher: The Daily, date: 2022-10-26}\n\
             two: {title: Second report, publisher: The Daily}\n\
             three: {title: Third report, publisher: The Weekly}\n",
        ),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022-11\ndates:\n  - {date: 2022-10-25, text: It closed, \
             sources: [one, two, three]}\n---\n\nIt closed.\n",
        ),
    ])
    .build();
    let page = built.page("articles/a.html");
    for name in
        [">The Daily (26 October 2022)<", ">The Daily (Second report)<", ">The Weekly<"]
    {
        assert!(page.contains(name), "{name} is not in {page}");
    }
}

#[test]
fn a_dated_fact_links_each_page_once() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        (
            "content/countries/ie.md",
            "---\ndates:\n  - {date: 2022-10-25, text: It closed}\n---\n\nIreland.\n",
        ),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022-11\n---\n\n[[ie]].\n"),
    ])
    .build();
    let fact = |page: &str| {
        let (_, fact) = page.split_once("It closed").unwrap();
        fact.split("</li>").next().unwrap().matches("countries/ie.html").count()
    };
    assert_eq!(fact(built.page("timeline.html")), 1);
    assert_eq!(fact(built.page("countries/ie.html")), 0);
}
