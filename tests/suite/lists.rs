//! Lists: thirty entries a page, entries that have something in common, and the timeline with its bars and lanes.

use crate::support::{Built, SiteTest, golden};

const SITE: &str = r#"title = "Harbours"
base_url = "https://harbours.example/"

[statuses.open]
label = "Open"
tone = "open"

[statuses.closed]
label = "Closed"
tone = "resolved"

[event_kinds.sighting]
label = "Sighting"
lane = "reported"

[event_kinds.order]
label = "Order"
lane = "official"
"#;

/// Sixty-five sources of makers with several letters, forty articles of three years, three locations and dated facts.
fn built() -> Built {
    let mut files = vec![("site.toml".to_owned(), SITE.to_owned())];
    let source = |n: usize| {
        let maker = ["Albatross", "Bosun", "Écho", "1st Mate", "王家"][n % 5];
        let kind = ["", "type: report, ", "type: book, "][n % 3];
        let lang = if n % 10 == 1 { "lang: ga, " } else { "" };
        format!("s{n}: {{title: Log {n}, publisher: {maker}, {kind}{lang}date: 2022}}\n")
    };
    files.push(("content/sources/all.yaml".to_owned(), (0..65).map(source).collect()));
    let locations = "cork: {name: Cork, country: IE, status: closed, sources: [s1]}\n\
                     cobh: {name: Cobh, country: IE, status: open, sources: [s1]}\n\
                     faro: {name: Faro, country: PT, status: closed, sources: [s2]}\n";
    files.push(("content/locations/all.yaml".to_owned(), locations.to_owned()));
    for n in 0..40_usize {
        let (year, day) = match n {
            0..3 => (2021, n + 1),
            3..36 => (2022, n % 28 + 1),
            _ => (2023, n % 28 + 1),
        };
        let mut text = format!(
            "---\ntitle: Entry {n:02}\ndate: {year}-03-{day:02}\nsources: [s{n}]\n"
        );
        if n == 5 {
            text.push_str(FACTS);
        }
        text.push_str("---\nWords.\n");
        files.push((format!("content/articles/a{n:02}.md"), text));
    }
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (&**path, &**text)).collect();
    SiteTest::from_files(&files).build()
}

/// A year with facts in several months, one of the year alone and one of a span; and a quiet year.
const FACTS: &str = "dates:
  - {date: 2019-06, text: A buoy is lost.}
  - {date: 2021-02-03, text: A light goes out., kind: sighting}
  - {date: 2021-02-20, text: It is lit again., kind: order, countries: [IE]}
  - {date: 2021-05, text: The quay is measured., kind: order}
  - {date: 2021-11-02/2021-12-24, text: Ships wait., kind: sighting}
  - {date: 2021, text: A year of fog.}
";

/// The labels of the ways from a page to groups, with how many entries each says it has, and their paths.
fn ways<'p>(page: &'p str, title: &str) -> Vec<(&'p str, &'p str)> {
    let (_, nav) = page.split_once(&format!("aria-label=\"{title}\"")).expect(title);
    let (nav, _) = nav.split_once("</nav>").unwrap();
    let links = nav.split("<a href=\"").skip(1).filter_map(|link| {
        let (path, rest) = link.split_once('"')?;
        let (_, rest) = rest.split_once('>')?;
        Some((rest.split_once(" <")?.0, path))
    });
    links.collect()
}

/// How many entries a list on a page has.
fn entries(page: &str, item: &str) -> usize {
    page.matches(item).count()
}

#[test]
fn a_long_list_is_split_into_pages_of_thirty() {
    let built = built();
    assert!(
        !built.found.iter().any(|one| one.code.id().starts_with('E')),
        "{}",
        built.diagnostics()
    );
    let first = built.page("articles/index.html");
    let second = built.page("articles/page-2.html");
    assert_eq!(
        [first, second].map(|page| entries(page, "<article class=\"card")),
        [30, 10]
    );
    assert!(first.contains("1–30 of 40") && second.contains("31–40 of 40"), "{second}");
    assert!(!built.files.contains_key("articles/page-3.html"));
    let sources = ["sources/index.html", "sources/page-2.html", "sources/page-3.html"];
    let counts = sources.map(|path| entries(built.page(path), "<cite"));
    assert_eq!(counts, [30, 30, 5]);
}

#[test]
fn entries_with_something_in_common_have_lists_of_their_own() {
    let built = built();
    let articles = ways(built.page("articles/index.html"), "By year");
    let labels: Vec<&str> = articles.iter().map(|(label, _)| *label).collect();
    assert_eq!(labels, ["2023", "2022", "2021"]);
    // A group is split as every list is.
    let first = built.page("articles-by-year/2022.html");
    let second = built.page("articles-by-year/2022/page-2.html");
    assert_eq!(
        [first, second].map(|page| entries(page, "<article class=\"card")),
        [30, 3]
    );
    assert!(first.contains("aria-current=\"page\">2022"), "{first}");

    let sources = built.page("sources/index.html");
    let letters = ways(sources, "By letter");
    let labels: Vec<&str> = letters.iter().map(|(label, _)| *label).collect();
    assert_eq!(labels, ["0–9", "A", "B", "E", "漢字"]);
    // The commonest stands first.
    let labels = |title| {
        ways(sources, title).into_iter().map(|(label, _)| label).collect::<Vec<_>>()
    };
    assert_eq!(labels("By language"), ["English", "Irish"]);
    assert_eq!(labels("By kind"), ["Report", "Book"]);
    for (_, path) in ways(sources, "By letter") {
        let path = path.strip_prefix("../").unwrap();
        assert_eq!(entries(built.page(path), "<cite"), 13, "{path}");
    }
    // Statuses stand in the order of the site's vocabulary, whatever there is more of.
    let locations = built.page("locations/index.html");
    let place =
        |status: &str| locations.find(&format!("../locations-by-status/{status}.html"));
    assert!(
        place("open").expect("those that are open")
            < place("closed").expect("the closed")
    );
    assert_eq!(
        entries(built.page("locations-by-status/closed.html"), "location-list__where"),
        2
    );
    let labels: Vec<&str> = ways(built.page("timeline.html"), "By kind")
        .into_iter()
        .map(|(label, _)| label)
        .collect();
    assert_eq!(labels, ["Sighting", "Order"]);
}

#[test]
fn each_bar_of_the_timeline_leads_to_its_month() {
    let built = built();
    for (from, root) in [("timeline.html", ""), ("timeline/2021.html", "../")] {
        let page = built.page(from);
        let (_, nav) = page.split_once("<nav class=\"histogram\"").unwrap();
        let (nav, _) = nav.split_once("</nav>").unwrap();
        let links: Vec<&str> = nav
            .split("<a href=\"")
            .skip(1)
            .filter_map(|link| link.split('"').next()?.strip_prefix(root))
            .collect();
        // Two years; one quiet, with a bar, and one of which four months and the year alone have facts.
        assert!(links.len() > 5, "{links:?}");
        for link in links {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let id = format!("id=\"{anchor}\"");
            assert!(
                anchor.is_empty() || built.page(path).contains(&id),
                "{from} to {link}"
            );
        }
    }
}

#[test]
fn the_timeline_has_bars_lanes_and_spans() {
    let built = built();
    let page = built.page("timeline.html");
    let (_, main) = page.split_once("<nav class=\"histogram\"").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    golden("fixtures/lists/timeline.html", &format!("<nav class=\"histogram\"{main}"));
}
