//! Feeds, the sitemap, `robots.txt`, and pages that lead from old addresses to new ones.

use crate::support::{Built, SiteTest, golden};
use quick_xml::events::Event;
use quick_xml::{NsReader, Reader};

const SITE: &str = "title = \"Small & whole\"\nbase_url = \"https://Example.org:8443/sub\"\n\
    description = \"What is known\"\n[publisher]\nname = \"The desk\"\n";

const FULL: &str = "[feeds]\nfull = true\nlimit = 2\n";

const ONE: &str = "---
title: Dublin, the office
date: 2022-10-27T09:30:00+01:00
updated: 2022-12-14
summary: It has to close.
authors: [{name: A. Reporter, url: 'https://example.org/désk'}]
countries: [ie]
tags: [embassies]
license: CC BY 4.0
sources: [https://www.example.org/news/1]
corrections:
  - {date: 2023-06-08, kind: update, was: open, now: it closed, why: a statement}
  - {date: 2023-06-08, kind: correction, now: it is in Capel Street}
---
It closed [@1], see [[two]] and a note.[^n]

## Later

![A sign](sign.svg) <b>raw</b> [jump](#later)

[^n]: Said [[ie]].
";

const SIGN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";

const TWO: &str = "---
title: \"<script>alert(1)</script> ]]> \\x01\\x0b\\ufffe مرحبا\"
date: 2022-10
lang: ar
countries: [ie, tw]
---
Text ]]> with `a < b`.
";

const THREE: &str = "---\ntitle: Three\ndate: 2021\n---\nThree.\n";

const CLAIMS: &str = "
ie/office:
  text: The office <acts> as a station & more.
  made_by: Watchers
  status: disputed
  sources: [report]
  contrary: [ministry]
  history:
    - {date: 2022-09, status: alleged, sources: [report]}
    - {date: 2022-10-26, status: reported, note: 'Two papers <went> there & asked.'}
    - {date: 2022-10-26, status: disputed, sources: [ministry, mole], note: The ministry answers.}
ie/closed:
  text: The office is closed.
  status: reported
  sources: [ministry]
  history: [{date: 2023, status: reported, sources: [ministry]}]
ie/draft:
  text: Not to be told yet.
  draft: true
  status: reported
  sources: [ministry]
  history: [{date: 2024, status: reported}]
";

const SOURCES: &str = "
report: {title: First report, publisher: Watchers, url: https://watchers.example/1}
ministry: {title: Statement, publisher: Ministry, url: https://ministry.example/1}
mole: {title: Hidden, by: [Hidden], access: confidential}
";

fn with_claims(site: &str) -> Built {
    let claims = ("content/claims/all.yaml", CLAIMS);
    build(site, &[claims, ("content/sources/all.yaml", SOURCES)])
}

fn build(site: &str, more: &[(&str, &str)]) -> Built {
    let mut files = vec![
        ("site.toml", site),
        ("content/articles/one/index.md", ONE),
        ("content/articles/one/sign.svg", SIGN),
        ("content/articles/two.md", TWO),
        ("content/articles/three.md", THREE),
        ("content/pages/about.md", "---\ntitle: About\naliases: [/old.html]\n---\nWe.\n"),
    ];
    files.extend(more);
    let built = SiteTest::from_files(&files).build();
    assert!(!built.files.is_empty(), "{}", built.diagnostics());
    built
}

fn full() -> Built {
    build(&format!("{SITE}{FULL}"), &[])
}

/// The texts of every element `name`, after reading the whole document as XML.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut found, mut open) = (Vec::new(), None);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == name => {
                open = Some(String::new());
            }
            Event::End(end) if end.name().as_ref() == name => found.extend(open.take()),
            Event::Text(text) => {
                if let Some(open) = &mut open {
                    open.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(entity) => {
                if let Some(open) = &mut open {
                    let entity = format!("&{};", &*entity);
                    open.push_str(&quick_xml::escape::unescape(&entity).unwrap());
                }
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

#[test]
fn feeds_are_as_they_were_read() {
    let built = full();
    golden("fixtures/feeds/feed.xml", built.page("feed.xml"));
    golden("fixtures/feeds/taiwan.xml", built.page("countries/tw.xml"));
    golden("fixtures/feeds/corrections.xml", built.page("corrections.xml"));
}

#[test]
fn changes_of_claims_are_a_feed_newest_first() {
    let built = with_claims(SITE);
    golden("fixtures/feeds/changes.xml", built.page("changes.xml"));
    let titles = texts(built.page("changes.xml"), "title");
    assert_eq!(
        titles,
        [
            "Changes – Small & whole",
            "Reported: The office is closed.",
            "Reported → Disputed: The office <acts> as a station & more.",
            "Alleged → Reported: The office <acts> as a station & more.",
            "Alleged: The office <acts> as a station & more.",
        ]
    );
    let limited = with_claims(&format!("{SITE}{FULL}"));
    assert_eq!(texts(limited.page("changes.xml"), "title"), titles[..3]);
}

#[test]
fn a_change_keeps_its_identity_when_others_come_and_its_words_change() {
    let ids = texts(with_claims(SITE).page("changes.xml"), "id");
    let later = CLAIMS
        .replace("The office <acts>", "It <acts>")
        .replace("The ministry answers.", "It answers.")
        .replace("status: disputed\n", "status: refuted\n  finding: [ministry]\n")
        .replace(
            "answers.}\n",
            "answers.}\n    - {date: 2024, status: refuted, sources: [ministry]}\n",
        );
    let claims = ("content/claims/all.yaml", &*later);
    let built = build(SITE, &[claims, ("content/sources/all.yaml", SOURCES)]);
    let now = texts(built.page("changes.xml"), "id");
    assert_eq!(now.len(), ids.len() + 1);
    assert_eq!(now[2..], ids[1..]);
}

#[test]
fn every_xml_file_is_well_formed() {
    let built = with_claims(&format!("{SITE}{FULL}"));
    let xml: Vec<&String> =
        built.files.keys().filter(|path| path.ends_with(".xml")).collect();
    assert_eq!(
        xml,
        [
            "changes.xml",
            "corrections.xml",
            "countries/ie.xml",
            "countries/tw.xml",
            "feed.xml",
            "sitemap.xml"
        ]
    );
    for path in xml {
        let text = built.page(path);
        assert!(text.chars().all(is_allowed), "{path}");
        let mut reader = NsReader::from_str(text);
        loop {
            match reader.read_resolved_event().unwrap_or_else(|e| panic!("{path}: {e}")) {
                (_, Event::Eof) => break,
                (_, Event::Start(tag) | Event::Empty(tag)) => {
                    assert!(tag.attributes().all(|one| one.is_ok()), "{path}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_hostile_title_is_only_a_title() {
    let built = full();
    let titles = texts(built.page("countries/tw.xml"), "title");
    assert_eq!(titles[1], "<script>alert(1)</script> ]]>  مرحبا");
}

#[test]
fn a_feed_has_the_newest_articles_up_to_its_limit() {
    let built = full();
    let titles = texts(built.page("feed.xml"), "title");
    assert_eq!(titles[..2], ["Small & whole", "Dublin, the office"]);
    assert_eq!(titles.len(), 3);
    let built = build(&format!("{SITE}[feeds]\nlimit = 0\n"), &[]);
    assert!(!built.tree().contains("feed.xml"));
}

#[test]
fn an_imprecise_date_becomes_the_instant_that_atom_demands() {
    let built = full();
    assert_eq!(
        texts(built.page("countries/tw.xml"), "updated"),
        ["2022-10-01T00:00:00Z"; 2]
    );
}

#[test]
fn a_feed_is_as_new_as_its_newest_entry() {
    let built = full();
    assert_eq!(texts(built.page("feed.xml"), "updated")[0], "2022-12-14T00:00:00Z");
}

#[test]
fn the_addresses_of_a_whole_text_are_complete() {
    let built = full();
    let content = &texts(built.page("feed.xml"), "content")[0];
    for attribute in ["href=\"", "src=\""] {
        for rest in content.split(attribute).skip(1) {
            assert!(rest.starts_with("https://"), "{rest}");
        }
    }
    for fragment in ["#source-1", "#note-1", "#later"] {
        let expected =
            format!("\"https://Example.org:8443/sub/articles/one.html{fragment}\"");
        assert!(content.contains(&expected), "{fragment} in {content}");
    }
}

#[test]
fn an_entry_keeps_its_identity_when_title_and_addresses_change() {
    let title = ONE.replace("title: Dublin, the office", "title: Another\nslug: other");
    let site = SITE.replace("[publisher]", "urls = \"directory\"\n[publisher]");
    let built = build(&site, &[("content/articles/one/index.md", &title)]);
    assert!(built.page("feed.xml").contains("articles/other/\""));
    let ids = texts(built.page("feed.xml"), "id");
    assert!(ids[1].starts_with("urn:uuid:"), "{ids:?}");
    assert_eq!(ids[1..], texts(build(SITE, &[]).page("feed.xml"), "id")[1..]);
}

#[test]
fn without_an_address_there_is_no_feed_and_no_link_to_one() {
    let built = build("title = \"Small\"\n", &[]);
    assert!(!built.tree().contains(".xml"), "{}", built.tree());
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("atom+xml") && !text.contains(".xml"), "{path}");
    }
    assert_eq!(built.page("robots.txt"), "User-agent: *\nAllow: /\n");
}

#[test]
fn every_feed_is_linked_from_the_page_it_is_of() {
    let built = with_claims(SITE);
    assert!(built.page("index.html").contains("href=\"feed.xml\""));
    assert!(built.page("countries/ie.html").contains("href=\"../countries/ie.xml\""));
    assert!(built.page("corrections.html").contains("href=\"corrections.xml\""));
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" \
        title=\"Changes (feed)\" href=\"../changes.xml\">";
    assert!(built.page("claims/index.html").contains(link));
    assert!(!full().page("index.html").contains("changes.xml"));
}

#[test]
fn the_sitemap_lists_every_page_that_is_to_be_found() {
    let built = full();
    let addresses = texts(built.page("sitemap.xml"), "loc");
    let base = "https://Example.org:8443/sub/";
    let listed: Vec<&str> =
        addresses.iter().map(|one| one.strip_prefix(base).unwrap()).collect();
    let hidden = ["404.html", "old.html"];
    let pages: Vec<&str> = built
        .files
        .keys()
        .map(String::as_str)
        .filter(|path| path.ends_with(".html") && !hidden.contains(path))
        .collect();
    assert!(built.files.contains_key("old.html"));
    assert_eq!(listed, pages);
}

#[test]
fn the_sitemap_dates_only_what_is_dated_to_the_day() {
    let built = full();
    assert_eq!(texts(built.page("sitemap.xml"), "lastmod"), ["2022-12-14"]);
}

#[test]
fn robots_name_the_sitemap_unless_the_site_has_its_own() {
    let sitemap = "Sitemap: https://Example.org:8443/sub/sitemap.xml";
    assert!(full().page("robots.txt").contains(sitemap));
    let own = build(SITE, &[("static/robots.txt", "User-agent: none\n")]);
    assert_eq!(own.page("robots.txt"), "User-agent: none\n");
}

#[test]
fn two_builds_give_the_same_feeds() {
    assert_eq!(full().files, full().files);
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\naliases: [/2019/old/, older]\n---\n",
        ),
    ])
    .build();
    let old = built.page("2019/old/index.html");
    assert!(old.contains("url=../../articles/a.html"), "{old}");
    assert!(old.contains("noindex"), "{old}");
    assert!(built.page("articles/older.html").contains("url=../articles/a.html"));
}

#[test]
fn an_entry_keeps_its_identity_when_its_file_its_date_and_the_site_move() {
    let ids_of = |base: &str, files: &[(&str, &str)]| {
        let site = format!("title = \"Example\"\nbase_url = \"{base}\"\n");
        let mut all = vec![("site.toml", site.as_str())];
        all.extend(files);
        let built = SiteTest::from_files(&all).build();
        assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
        texts(built.page("feed.xml"), "id")
    };
    let text = |date: &str, aliases: &str| {
        format!("---\ntitle: A\ndate: {date}\naliases: [{aliases}]\n---\nText.\n")
    };
    let (old, base) = (text("2022-01-01", ""), "https://example.org/");
    let first = ids_of(base, &[("content/articles/old.md", &old)]);
    let renamed = text("2023-05-01", "old");
    assert_eq!(
        ids_of("https://other.example/x/", &[("content/articles/new.md", &renamed)]),
        first
    );
    let again = text("2023-05-01", "/2022/a.html, A Name, old, new");
    assert_eq!(ids_of(base, &[("content/articles/newest.md", &again)]), first);
    let another = ids_of(base, &[("content/articles/another.md", &old)]);
    assert_ne!(another[1], first[1]);
}

#[test]
fn two_sites_have_entries_of_their_own() {
    let ids_of = |toml: &str| {
        let site = format!("base_url = \"https://example.org/\"\n{toml}");
        let article = "---\ntitle: A\ndate: 2022\n---\nText.\n";
        let files = [("site.toml", site.as_str()), ("content/articles/a.md", article)];
        texts(SiteTest::from_files(&files).build().page("feed.xml"), "id")
    };
    let first = ids_of("title = \"One\"\n");
    assert_ne!(ids_of("title = \"Two\"\n")[1], first[1]);
    assert_eq!(ids_of("title = \"Two\"\n[feeds]\nid = \"One\"\n"), first);
}
