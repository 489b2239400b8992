//! What texts show in place: claims, sources, locations and timelines.

use crate::support::{Built, SiteTest};

const RECORDS: [(&str, &str); 5] = [
    (
        "content/sources/s.yaml",
        "rte: {title: Office told to close, by: [A. Reporter], in: RTÉ, date: 2022-10-26, \
         lang: ga, url: https://rte.example/1, archive: [https://web.archive.org/web/20221027101112/https://rte.example/1]}\n\
         ministry: {title: Answer of the ministry, publisher: Ministry, url: https://ministry.example/1}\n\
         mole: {title: CANARY-SOURCE, access: confidential}\n",
    ),
    (
        "content/locations/l.yaml",
        "ie/dublin: {name: Capel Street, city: Dublin, country: ie, status: closed, sources: [rte], \
         history: [{date: 2022-10-26, status: ordered-closed, sources: [rte]}]}\n\
         ie/cork: {name: CANARY-DRAFT, city: Cork, country: ie, draft: true}\n",
    ),
    (
        "content/claims/c.yaml",
        "ie/office: {text: An office worked for the police., made_by: watchers, status: disputed, \
         about: [ie/dublin], sources: [rte], contrary: [ministry], \
         responses: [{by: The embassy, date: 2022-10-27, stance: denies, text: It is a service centre.}]}\n",
    ),
    (
        "content/entities/e.yaml",
        "watchers: {name: The Watchers, schema: Organization, privacy: public-body}\n\
         witness: {name: CANARY-NAME, schema: Person, privacy: protected}\n",
    ),
    (
        "content/articles/facts.md",
        "---\ntitle: The facts\ndate: 2022-11-01\ndates:\n\
         - {date: 2022-10-26, text: It is told to close, locations: [ie/dublin], claims: [ie/office], \
         entities: [watchers, witness], sources: [rte, mole]}\n\
         - {date: 2022-09, text: A report appears, countries: [ie]}\n---\nText.\n",
    ),
];

/// A site whose article `a` has this text.
fn site(text: &str) -> Built {
    let article = format!("---\ntitle: The article\ndate: 2022-11-02\n---\n{text}\n");
    let toml = "title = \"Example\"\nbase_url = \"https://example.org/\"\n[feeds]\nfull = true\n";
    let mut files = vec![("site.toml", toml), ("content/articles/a.md", &article)];
    files.extend(RECORDS);
    SiteTest::from_files(&files).build()
}

/// The text of the article as it is published.
fn prose(built: &Built) -> &str {
    let page = built.page("articles/a.html");
    let (_, rest) = page.split_once("<div class=\"prose\">").unwrap();
    rest.split_once("<div class=\"after\">").unwrap().0
}

fn assert_has(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "`{word}` is not in\n{text}");
    }
}

#[test]
fn a_claim_is_shown_with_its_status_and_who_says_what() {
    let built = site("Before.\n\n![[claim:ie/office]]\n\nAfter.");
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    assert_has(
        prose(&built),
        &[
            "<p>Before.</p>\n<figure class=\"embed\">",
            "Disputed",
            "<span class=\"claim__text\">An office worked for the police.</span>",
            "href=\"../claims/ie/office.html\">The whole record",
            "href=\"../entities/watchers.html\">The Watchers</a>",
            "1 citation, 1 publisher, no origin traced, 1 not traced",
            "href=\"../sources/ministry.html\"",
            "<strong>The embassy</strong>",
            "</figure>\n<p>After.</p>",
        ],
    );
}

#[test]
fn a_source_and_a_location_are_shown_as_cards() {
    let built = site("![[source:rte]]\n![[location:ie/dublin]]");
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    let prose = prose(&built);
    assert_eq!(prose.matches("<figure class=\"embed\">").count(), 2);
    assert_has(
        prose,
        &[
            "A. Reporter",
            "href=\"../sources/rte.html\">Office told to close</a>",
            "<span class=\"tag\">Irish</span>",
            "href=\"https://rte.example/1\">Read the source</a>",
            ">Wayback Machine, 27 October 2022</a>",
            "href=\"../locations/ie/dublin.html\">Capel Street</a>",
            "Dublin, Ireland",
            "Ordered closed",
        ],
    );
}

#[test]
fn an_id_that_only_one_kind_has_needs_no_kind() {
    let built = site("![[ie/office]]\n\n![[rte]]\n\n![[ie/dublin]]");
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    assert_eq!(prose(&built).matches("<figure class=\"embed\">").count(), 3);
}

#[test]
fn a_timeline_has_the_dated_facts_in_order() {
    for of in ["ie", "Ireland", "article:facts", "country:ie"] {
        let built = site(&format!("![[timeline:{of}]]"));
        assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
        let prose = prose(&built);
        let (report, order) =
            (prose.find("A report appears"), prose.find("told to close"));
        assert!(report.is_some() && report < order, "{of}: {prose}");
        assert_has(prose, &["<time datetime=\"2022-09\">", "../articles/facts.html"]);
    }
    for of in ["ie/dublin", "ie/office", "entity:watchers"] {
        let built = site(&format!("![[timeline:{of}]]"));
        assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
        assert_has(prose(&built), &["told to close"]);
        assert!(!prose(&built).contains("A report appears"), "{of}");
    }
}

#[test]
fn the_words_behind_the_bar_stand_above_it() {
    let built = site("![[timeline:ie|What & when]]\n\n![[claim:ie/office|The claim]]");
    assert_has(prose(&built), &["What &amp; when</", ">The claim</"]);
    let built = site("![[timeline:ie|2022]]");
    assert_has(prose(&built), &["<figcaption class=\"embed__title\">2022</figcaption>"]);
}

#[test]
fn a_long_timeline_shows_its_beginning_and_leads_to_the_rest() {
    let mut files = vec![
        ("site.toml", "title = \"E\"\npaginate = 1\n"),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022-11-02\n---\n![[timeline:ie]]\n",
        ),
    ];
    files.extend(RECORDS);
    let built = SiteTest::from_files(&files).build();
    assert_has(
        prose(&built),
        &["A report appears", "<a href=\"../countries/ie.html\">All 2 dated facts</a>"],
    );
    assert!(!prose(&built).contains("told to close"));
}

#[test]
fn among_words_it_is_a_link_with_a_warning() {
    let built = site("So ![[claim:ie/office]] it is.\n\n- ![[source:rte|the report]]");
    assert_eq!(built.codes(), ["W0201", "W0201"]);
    assert_has(
        prose(&built),
        &[
            "So <a href=\"../claims/ie/office.html\">An office worked for the police.</a> it",
            "<a href=\"../sources/rte.html\">the report</a>",
        ],
    );
    assert!(!prose(&built).contains("embed"));
}

#[test]
fn what_has_no_card_is_a_link_with_a_warning() {
    let built = site(
        "![[facts]]\n\n![[entity:watchers]]\n\n![[ie]]\n\n![[timeline:fr]]\n\n\
         ![[facts#x]]\n\n## Here\n\n![[#here]]",
    );
    let expected = ["W0201", "W0201", "W0201", "W0201", "E0207", "W0201", "W0201"];
    assert_eq!(built.codes(), expected, "{}", built.diagnostics());
    assert_has(
        &built.diagnostics(),
        &[
            "an article is never shown in place",
            "or write `![[timeline:facts]]` for its dated facts",
            "no published fact with a date is of this country",
            "a part of a page is never shown in place",
        ],
    );
}

#[test]
fn a_name_that_means_nothing_is_told_where_it_stands() {
    let built = site(
        "![[claim:ie/offce]]\n\n![[timeline:irelnd]]\n\n![[claim:rte]]\n\n\
         ![[timeline:source:rte]]\n\n![[timelin:ie]]\n\n![[graph:ie]]",
    );
    let expected = ["E0201", "E0201", "E0212", "E0212", "E0201", "E0201"];
    assert_eq!(built.codes(), expected, "{}", built.diagnostics());
    assert_has(
        &built.diagnostics(),
        &[
            "5 | ![[claim:ie/offce]]\n  |    ^^^^^^^^^^^^^^\n  |\n  = help: did you mean `ie/office`?",
            "7 | ![[timeline:irelnd]]\n  |             ^^^^^^\n  |\n  = help: did you mean `Ireland`?",
            "= help: write `source:rte`",
            "| ![[timeline:source:rte]]\n   |             ^^^^^^^^^^",
            "= help: did you mean `timeline`?",
            "`graph:` is nothing that can be shown in place",
        ],
    );
}

#[test]
fn an_ambiguous_name_lists_the_candidates() {
    let claim = (
        "content/claims/d.yaml",
        "rte: {text: So., made_by: X, status: alleged, sources: [rte]}\n",
    );
    let article = "---\ntitle: A\ndate: 2022-11-02\n---\n![[rte]]\n";
    let mut files =
        vec![("site.toml", "title = \"E\"\n"), ("content/articles/a.md", article), claim];
    files.extend(RECORDS);
    let built = SiteTest::from_files(&files).build();
    assert_eq!(built.codes(), ["E0202"], "{}", built.diagnostics());
    assert_has(&built.diagnostics(), &["`source:rte`", "`claim:rte`"]);
}

#[test]
fn what_is_not_published_is_not_shown() {
    for (text, code, said) in [
        ("![[location:ie/cork]]", "E0210", "it is a draft"),
        ("![[timeline:ie/cork]]", "E0210", "it is a draft"),
        ("![[source:mole]]", "E0210", "nothing of it may be shown"),
        ("![[timeline:entity:witness]]", "E0357", "who may not be named"),
    ] {
        let built = site(text);
        assert_eq!(built.codes(), [code], "{text}: {}", built.diagnostics());
        assert_eq!(built.tree(), "");
        assert!(built.diagnostics().contains(said), "{}", built.diagnostics());
    }
}

#[test]
fn nothing_that_is_not_published_leaks_into_what_is_shown() {
    let built =
        site("![[timeline:ie]]\n\n![[claim:ie/office]]\n\n![[timeline:watchers]]");
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    for (path, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).contains("CANARY"), "{path}");
    }
}

#[test]
fn facts_of_a_draft_are_in_no_timeline() {
    let draft = "---\ntitle: Draft\ndate: 2022-11-02\ndraft: true\ndates:\n\
                 - {date: 2022-10-27, text: CANARY-FACT, claims: [ie/office], countries: [ie]}\n---\nText.\n";
    let text = "---\ntitle: A\ndate: 2022-11-02\n---\n![[timeline:ie/office]]\n\n![[timeline:ie]]\n";
    let mut files = vec![
        ("site.toml", "title = \"E\"\n"),
        ("content/articles/a.md", text),
        ("content/articles/draft.md", draft),
    ];
    files.extend(RECORDS);
    let built = SiteTest::from_files(&files).build();
    assert_has(prose(&built), &["told to close"]);
    for (path, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).contains("CANARY"), "{path}");
    }
}

#[test]
fn what_is_shown_knows_where() {
    let built = site(
        "## Shown\n\n![[claim:ie/office]]\n\n![[source:rte]]\n\n![[location:ie/dublin]]",
    );
    for page in ["claims/ie/office.html", "sources/rte.html", "locations/ie/dublin.html"]
    {
        assert_has(built.page(page), &["articles/a.html#shown\">The article</a>"]);
    }
}

#[test]
fn items_that_show_each_other_or_themselves_have_an_end() {
    let claim = |id: &str, other: &str| {
        format!(
            "---\ntext: Claim {id}.\nmade_by: X\nstatus: alleged\nsources: [rte]\n---\n\
             ![[claim:{other}]]\n\n![[claim:{id}]]\n"
        )
    };
    let (one, two) = (claim("one", "two"), claim("two", "one"));
    let mut files = vec![
        ("site.toml", "title = \"E\"\n"),
        ("content/claims/one.md", one.as_str()),
        ("content/claims/two.md", two.as_str()),
    ];
    files.extend(RECORDS);
    let built = SiteTest::from_files(&files).build();
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    let page = built.page("claims/one.html");
    assert_eq!(page.matches("<figure class=\"embed\">").count(), 2);
}

#[test]
fn a_feed_has_a_link_in_its_place() {
    let built = site("![[claim:ie/office]]");
    assert_has(
        built.page("feed.xml"),
        &[
            "href=\"https://example.org/claims/ie/office.html\"&gt;An office worked for the police.&lt;/a&gt;",
        ],
    );
}

#[test]
fn pages_countries_and_the_home_page_show_things_too() {
    let mut files = vec![
        ("site.toml", "title = \"E\"\n"),
        ("content/index.md", "---\n---\n![[claim:ie/office]]\n"),
        ("content/countries/ie.md", "---\n---\n![[location:ie/dublin]]\n"),
        ("content/pages/about.md", "---\ntitle: About\n---\n![[timeline:ie]]\n"),
    ];
    files.extend(RECORDS);
    let built = SiteTest::from_files(&files).build();
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    for (page, link) in [
        ("index.html", "href=\"claims/ie/office.html\">The whole record"),
        ("countries/ie.html", "href=\"../locations/ie/dublin.html\">Capel Street"),
        ("about.html", "href=\"locations/ie/dublin.html\">Capel Street"),
    ] {
        let (_, embed) = built.page(page).split_once("class=\"embed\"").unwrap();
        assert_has(embed, &[link]);
    }
}

#[test]
fn a_theme_may_show_them_in_its_own_way() {
    let mut files = vec![
        ("site.toml", "title = \"E\"\ntheme = \"own\"\n"),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022-11-02\n---\n![[source:rte]]\n",
        ),
        ("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n"),
        (
            "themes/own/templates/embeds/source.html",
            "<b>{{ page.root }}{{ source.path }}|{{ source.title }}</b>",
        ),
    ];
    files.extend(RECORDS);
    let built = SiteTest::from_files(&files).build();
    assert_has(prose(&built), &["<b>../sources/rte.html|Office told to close</b>"]);
}
