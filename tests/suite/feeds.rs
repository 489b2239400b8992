//! Feeds, the sitemap, and pages that lead from old addresses to new ones.

use crate::support::SiteTest;
use quick_xml::Reader;
use quick_xml::events::Event;

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/news\"\n";

fn article(title: &str, more: &str, text: &str) -> String {
    format!("---\ntitle: \"{title}\"\ndate: 2022-10-27\n{more}\n---\n{text}\n")
}

/// Every text of the elements called `name`, in order; fails where the XML is not well formed.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    let mut inside = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return found,
            Event::Start(tag) if tag.name().as_ref() == name => {
                inside = true;
                found.push(String::new());
            }
            Event::End(tag) if tag.name().as_ref() == name => inside = false,
            Event::Text(text) if inside => {
                found.last_mut().unwrap().push_str(&text.xml10_content());
            }
            Event::GeneralRef(name) if inside => {
                let char = match AsRef::<str>::as_ref(&name) {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("unknown reference {other}"),
                };
                found.last_mut().unwrap().push_str(char);
            }
            _ => {}
        }
    }
}

#[test]
fn a_feed_tells_hostile_titles_as_they_are() {
    let title = "<script>alert(1)</script> ]]> & \\a دبلن";
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/articles/a.md", &article(title, "", "")),
    ])
    .build();
    let titles = texts(built.page("feed.xml"), "title");
    assert_eq!(titles[1], "<script>alert(1)</script> ]]> &  دبلن");
}

#[test]
fn a_feed_without_address_would_lead_nowhere_so_there_is_none() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", &article("A", "countries: [ie]", "")),
    ])
    .build();
    assert!(!built.tree().contains(".xml"), "{}", built.tree());
    assert!(!built.page("index.html").contains("feed.xml"));
    assert!(!built.page("robots.txt").contains("Sitemap"));
}

#[test]
fn a_country_with_articles_has_a_feed_beside_its_page() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/articles/a.md", &article("A", "countries: [ie]", "")),
        ("content/articles/b.md", &article("B", "countries: [gb]", "")),
    ])
    .build();
    assert_eq!(texts(built.page("countries/ie.xml"), "title")[1..], ["A"]);
    assert!(built.page("countries/ie.html").contains("ie.xml"));
}

#[test]
fn a_full_feed_carries_the_text_with_addresses_that_work_elsewhere() {
    let site = format!("{SITE}\n[feeds]\nfull = true\n");
    let text = "See [[b]] [@s].[^1]\n\n[^1]: A note.";
    let built = SiteTest::from_files(&[
        ("site.toml", &site),
        ("content/sources/s.yaml", "s: {title: S}\n"),
        ("content/articles/a.md", &article("A", "", text)),
        ("content/articles/b.md", &article("B", "", "")),
    ])
    .build();
    let feed = built.page("feed.xml");
    let content = texts(feed, "content").join("");
    assert!(
        content.contains("href=\"https://example.org/news/articles/b.html\""),
        "{content}"
    );
    assert!(
        content.contains("https://example.org/news/articles/a.html#source-1"),
        "{content}"
    );
    assert!(!content.contains("href=\"#"), "{content}");
}

#[test]
fn an_imprecise_date_stands_in_a_feed_as_its_first_instant() {
    let text = article("A", "", "").replace("2022-10-27", "2022-10");
    let built =
        SiteTest::from_files(&[("site.toml", SITE), ("content/articles/a.md", &text)])
            .build();
    assert_eq!(texts(built.page("feed.xml"), "published"), ["2022-10-01T00:00:00Z"]);
    assert_eq!(texts(built.page("feed.xml"), "updated")[0], "2022-10-01T00:00:00Z");
}

#[test]
fn corrections_have_a_feed() {
    let more =
        "corrections: [{date: 2023-06-08, kind: update, now: 'It closed & reopened'}]";
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/articles/a.md", &article("A", more, "")),
    ])
    .build();
    assert!(built.page("corrections.xml").contains("It closed &amp; reopened"));
}

#[test]
fn the_sitemap_names_what_should_be_found_and_nothing_else() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/articles/a.md", &article("A", "aliases: [old]", "")),
    ])
    .build();
    let found = texts(built.page("sitemap.xml"), "loc");
    assert!(found.contains(&"https://example.org/news/articles/a.html".to_owned()));
    assert!(
        !found.iter().any(|one| one.contains("old") || one.contains("404")),
        "{found:?}"
    );
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/articles/a.md", &article("A", "aliases: [/2019/old/, older]", "")),
    ])
    .build();
    let old = built.page("2019/old/index.html");
    assert!(old.contains("url=../../articles/a.html"), "{old}");
    assert!(old.contains("noindex"), "{old}");
    assert!(built.page("articles/older.html").contains("url=../articles/a.html"));
}
