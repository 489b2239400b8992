//! What pages say of the site itself: counts, what is left out, what is not recorded, where things are.

use crate::support::{Built, SiteTest};

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\n";

/// A site of these files, which has to build without a word.
fn built(files: &[(&str, &str)]) -> Built {
    let mut all = vec![("site.toml", SITE)];
    all.extend(files);
    let built = SiteTest::from_files(&all).build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    built
}

fn sources() -> (&'static str, &'static str) {
    (
        "content/sources/s.yaml",
        "s1: {title: S1, publisher: P1}\ns2: {title: S2, publisher: P2}\ns3: {title: S3, publisher: P3}\n",
    )
}

#[test]
fn the_evidence_of_an_article_is_what_its_text_cites() {
    let built = built(&[
        sources(),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\ncountries: [ie]\nsources: [s1, s2]\n---\nOne [@s1], again [@s1], other [@s3].\n",
        ),
        (
            "content/articles/b.md",
            "---\ntitle: B\ndate: 2022\nsources: [s1, s2]\n---\nNothing is cited.\n",
        ),
    ]);
    let article = built.page("articles/a.html");
    let line = "Sources of this article: 2 citations, 2 publishers, no origin traced, 2 not traced";
    assert!(article.contains(line), "{article}");
    assert!(!built.page("articles/b.html").contains("Sources of this article"));
    // At the foot of a page are those that it cites and those that it lists.
    let list = built.page("articles/index.html");
    assert!(list.contains("3 sources") && list.contains("2 sources"), "{list}");
    assert!(built.page("countries/ie.html").contains("<dt>Sources</dt><dd>3</dd>"));
}

#[test]
fn no_crumb_leads_to_the_same_page_as_another() {
    let mut facts = String::from("---\ntitle: A\ndate: 2022\ncountries: [ie]\ndates:\n");
    for day in 1..=3 {
        facts.push_str(&format!("  - {{date: 2022-01-0{day}, text: Fact {day}}}\n"));
    }
    facts.push_str("---\n[[b]]\n");
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\npaginate = 1\n"),
        sources(),
        ("content/articles/a.md", &facts),
        (
            "content/articles/b.md",
            "---\ntitle: B\ndate: 2022\nauthors: [N]\ntags: [t]\n---\n[[a]]\n",
        ),
        ("content/locations/l.yaml", "ie/l: {name: L, country: ie, operator: w}\n"),
        (
            "content/entities/e.yaml",
            "w: {schema: Company, name: W, privacy: public-figure}\n",
        ),
        (
            "content/claims/c.yaml",
            "c: {text: C, about: [ie/l], status: alleged, made_by: X, sources: [s1]}\n",
        ),
        ("content/pages/about.md", "---\ntitle: About\n---\nText.\n"),
    ])
    .build();
    assert!(built.files.len() > 30, "{}", built.diagnostics());
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        let Some((_, rest)) = text.split_once("<ol class=\"crumbs__list\">") else {
            continue;
        };
        let crumbs = rest.split("</ol>").next().unwrap_or_default();
        let mut links: Vec<&str> = crumbs
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let count = links.len();
        links.sort_unstable();
        links.dedup();
        assert_eq!(links.len(), count, "{path}: {crumbs}");
    }
    let year = built.page("timeline/2022.html");
    assert!(year.contains(">Timeline</a></li>"), "{year}");
}

#[test]
fn the_timeline_says_how_much_of_it_is_shown() {
    let mut facts = String::from("---\ntitle: A\ndate: 2022\ndates:\n");
    for n in 0..40 {
        facts.push_str(&format!("  - {{date: {}, text: Fact {n}}}\n", 1950 + n));
    }
    facts.push_str("---\nText.\n");
    let long = built(&[("content/articles/a.md", &facts)]);
    let page = long.page("timeline.html");
    assert!(
        page.contains("40 dated facts") && page.contains("The latest 30 are shown"),
        "{page}"
    );
    assert!(page.contains("Earlier: <a href=\"timeline/1959.html\">1959</a>"), "{page}");
    // The years run as the facts do: the newest first.
    let newest = page.find("timeline/1989.html").unwrap();
    assert!(newest < page.find("timeline/1950.html").unwrap());

    let short = built(&[(
        "content/articles/a.md",
        "---\ntitle: A\ndate: 2022\ndates: [{date: 2022, text: F}]\n---\nText.\n",
    )]);
    let page = short.page("timeline.html");
    assert!(page.contains("1 dated fact.") && !page.contains("Earlier"), "{page}");
}

#[test]
fn a_country_with_more_facts_than_fit_says_so() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\npaginate = 2\n"),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\ncountries: [ie]\ndates: [{date: 2020, text: F}, \
             {date: 2021, text: G}, {date: 2022, text: H}]\n---\nText.\n",
        ),
    ])
    .build();
    let page = built.page("countries/ie.html");
    assert!(page.contains("The latest 2 of 3 are shown here"), "{page}");
}

#[test]
fn a_location_says_how_many_others_its_country_has() {
    let locations: String =
        (0..15).map(|n| format!("ie/l{n}: {{name: L{n}, country: ie}}\n")).collect();
    let built = built(&[
        ("content/locations/l.yaml", &locations),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\ncountries: [ie]\n---\nText.\n",
        ),
    ]);
    let page = built.page("locations/ie/l0.html");
    assert!(page.contains("countries/ie.html#locations\">and 2 more</a>"), "{page}");
}

#[test]
fn what_nobody_recorded_is_not_said_to_be_unknown() {
    let built = built(&[
        sources(),
        (
            "content/locations/l.yaml",
            "ie/l: {name: L, country: ie}\nie/m: {name: M, country: ie, status: closed}\n",
        ),
        (
            "content/claims/c.yaml",
            "c: {text: C, about: [ie/l], status: alleged, made_by: X, sources: [s1]}\n",
        ),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\ncountries: [ie, es]\n---\nText.\n",
        ),
        (
            "content/countries/es.md",
            "---\nnumbers: {stations: [{value: 2, sources: [s1]}, {value: 3, sources: [s2]}]}\n---\n",
        ),
    ]);
    for (path, bytes) in built.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for words in
            ["none known", "none are known", "not said", "no date", "nothing has been"]
        {
            assert!(!text.contains(words), "{path} says “{words}”");
        }
    }
    assert!(built.page("claims/c.html").contains("None are recorded."));
    assert!(built.page("countries/index.html").contains("1 without a status"));
    // Nobody said how precisely it is known, and nothing is shown of it on a map.
    assert!(!built.page("locations/ie/l.html").contains("Precision shown"));
}

#[test]
fn one_of_a_kind_is_counted_as_one() {
    let built = built(&[
        sources(),
        ("content/index.md", "---\ntitle: Example\n---\nText.\n"),
        ("content/locations/l.yaml", "ie/l: {name: L, country: ie}\n"),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\nlocations: [ie/l]\ndates: [{date: 2022, text: F}]\n---\nText.\n",
        ),
    ]);
    assert!(
        built
            .page("countries/index.html")
            .contains("1 country or territory, 1 location.")
    );
}

#[test]
fn every_page_of_the_site_can_be_linked_to() {
    let links = [
        "/index.html",
        "/articles/index.html",
        "../articles/index.html",
        "/authors/index.html",
        "/tags/index.html",
        "/timeline.html",
        "/corrections.html",
        "/countries/index.html",
        "/claims/index.html",
        "/404.html",
        "/timeline/2022.html",
        "/articles/page-2.html",
        "page-2.html",
        "/tags/one.html",
        "/authors/n.html",
        "/feed.xml",
        "/countries/ie.xml",
        "/sitemap.xml",
        "/robots.txt",
        "/countries/ie/articles.html",
        "/authors/n/page-2.html",
        "/claims-by-status/alleged.html",
        "../countries/ie.html",
        "/authors/",
    ];
    let mut text = String::from(
        "---\ntitle: A\ndate: 2022\nauthors: [N]\ntags: [One]\ncountries: [ie]\n\
         dates: [{date: 2022, text: F, countries: [ie]}, {date: 2022, text: G, countries: [ie]}]\n---\n",
    );
    for link in links {
        text.push_str(&format!("[x]({link})\n\n"));
    }
    let menu: String = [
        "/authors/index.html",
        "timeline/2022.html",
        "feed.xml",
        "tags/one.html",
        "claims-by-status/alleged.html",
        "countries/ie/2022.html",
    ]
    .map(|link| format!("[[menu]]\ntitle = \"X\"\nlink = \"{link}\"\n"))
    .concat();
    let site = format!("{SITE}paginate = 1\n{menu}");
    let built = SiteTest::from_files(&[
        ("site.toml", &site),
        sources(),
        (
            "content/claims/c.yaml",
            "c: {text: C, about: [ie], status: alleged, made_by: X, sources: [s1]}\n",
        ),
        ("content/articles/a.md", &text),
        (
            "content/articles/b.md",
            "---\ntitle: B\ndate: 2022\nauthors: [N]\ncountries: [ie]\n---\nText.\n",
        ),
    ])
    .build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page("articles/a.html");
    assert!(page.contains("href=\"../authors/n/page-2.html\""), "{page}");
    assert!(page.contains("href=\"page-2.html\""), "{page}");
}

#[test]
fn a_page_that_a_list_does_not_have_is_a_broken_link() {
    let broken = [
        "/articles/page-9.html",
        "/timeline/1999.html",
        "/articles/typo.html",
        "/tags/typo.html",
        "/countries/ie/typo.html",
        "/changes.xml",
        "/claims-by-status/typo.html",
        "/typo.xml",
    ];
    let mut text = String::from("---\ntitle: A\ndate: 2022\ncountries: [ie]\n---\n");
    for link in broken {
        text.push_str(&format!("[x]({link})\n\n"));
    }
    let built =
        SiteTest::from_files(&[("site.toml", SITE), ("content/articles/a.md", &text)])
            .build();
    assert_eq!(built.codes(), broken.map(|_| "E0209"), "{}", built.diagnostics());
}

#[test]
fn a_sentence_elsewhere_names_things_as_its_own_page_does() {
    let built = built(&[
        (
            "content/sources/s.yaml",
            "daily: {title: A report, by: [The Daily]}\nsecret: {title: Letter, access: confidential}\n",
        ),
        (
            "content/locations/l.yaml",
            "ie/one: {name: The shop, country: ie}\nie/two: {name: The office, country: ie}\n",
        ),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\n---\nHere @daily and @secret speak of [[ie/one]], [[ie/two|another]] and [[ie/two]].\n",
        ),
    ]);
    let seen = "Here The Daily and a confidential source speak of <mark>The shop</mark>, another and The office.";
    let page = built.page("locations/ie/one.html");
    assert!(page.contains(seen), "{page}");
    let page = built.page("sources/daily.html");
    assert!(
        page.contains("Here <mark>The Daily</mark> and a confidential source"),
        "{page}"
    );
}

#[test]
fn what_sources_disagree_on_stands_on_the_home_page_as_dots_by_date() {
    let built = built(&[
        sources(),
        (
            "content/index.md",
            "---\nnumbers:\n  stations:\n    - {value: 30, date: 2022, by: One, sources: [s1]}\n    \
             - {value: 54, date: 2023-06, by: Two, sources: [s2], rank: preferred}\n    \
             - {value: 7, by: Two, sources: [s2], rank: deprecated}\n---\nText.\n",
        ),
    ]);
    let home = built.page("index.html");
    for part in [
        // In the middle of the first of two years, and of the month of June.
        "<circle data-rank=\"normal\" cx=\"26.9%\"",
        "<circle data-rank=\"preferred\" cx=\"70.8%\"",
        "aria-label=\"30 (2022)\"",
        "7 (not recorded, out of date or wrong); 54 (June 2023, the one to quote)",
    ] {
        assert!(home.contains(part), "{part}: {home}");
    }
    assert_eq!(home.matches("<circle").count(), 2, "what has no date has no dot");
}
