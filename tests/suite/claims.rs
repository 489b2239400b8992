//! What readers see of claims and entities.

use crate::support::{Built, SiteTest};

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\n";

const SOURCES: &str = "\
report: {title: First report, publisher: Watchers, url: https://watchers.example/1, role: primary}
daily: {title: Daily repeats, publisher: The Daily, url: https://daily.example/1, based_on: [report]}
weekly: {title: Weekly repeats, publisher: The Weekly, url: https://weekly.example/1, based_on: [daily]}
ministry: {title: Ministry statement, publisher: Ministry, url: https://ministry.example/1}
canary-mole: {title: CANARY-TITLE, by: [CANARY-MOLE], access: confidential, note: CANARY-SOURCE-NOTE}
";

const ENTITIES: &str = "\
fuzhou-psb:
  name: Fuzhou Public Security Bureau
  names: {zh-Hans: 福州市公安局}
  schema: PublicBody
  privacy: public-body
  country: cn
  role: Police of the city of Fuzhou
  sources: [report]
watchers: {name: The Watchers, schema: Organization, privacy: public-body}
canary-person:
  name: CANARY-NAME
  names: {zh-Hans: CANARY-HAN}
  schema: Person
  privacy: protected
  role: CANARY-ROLE
  note: CANARY-NOTE
  numbers: {canary-things: [{value: CANARY-1}, {value: CANARY-2}]}
";

const CLAIMS: &str = "\
ie/station:
  text: A station operated in Dublin.
  about: [ie/dublin]
  parties: [fuzhou-psb]
  made_by: watchers
  status: disputed
  sources: [report, daily, weekly, canary-mole]
  contrary: [ministry]
  history:
    - {date: 2022-09, status: alleged, sources: [report]}
    - {date: 2023-01, status: disputed, sources: [ministry], note: The ministry answers.}
  proceedings:
    - {party: first defendant, date: 2023-04-17, is: charged, sources: [ministry]}
    - {party: canary-person, date: 2023-05-01, is: acquitted, sources: [ministry]}
    - {party: first defendant, date: 2024-12-18, is: pleaded-guilty, sources: [ministry], note: To one count.}
  responses:
    - {by: fuzhou-psb, date: 2022-10-26, stance: denies, text: There are no such stations., sources: [ministry]}
    - {by: canary-person, stance: denies, text: Not so., sources: [canary-mole]}
  right_of_reply: {asked: 2023-02-01, via: email, deadline: 2023-02-08, result: no-response}
  dates: [{date: 2022-10-26, text: The office is told to close, entities: [canary-person, fuzhou-psb]}]
  corrections: [{date: 2023-06-08, kind: update, was: Operates., now: Operated., sources: [ministry]}]
  aliases: [ie/old-station]
ie/other:
  text: Another thing is so.
  made_by: canary-person
  about: [canary-person]
  status: superseded
  superseded_by: ie/station
  sources: [report]
  finding: [ministry]
";

const LOCATIONS: &str = "ie/dublin: {name: Capel Street, city: Dublin, country: ie, operator: fuzhou-psb, sources: [report]}\n\
     ie/cork: {name: Cork office, city: Cork, country: ie, operator: canary-person, sources: [report]}\n";

const COUNTRY: &str = "---\nnumbers:\n  stations:\n    - {value: \"30\", date: 2022, by: watchers, \
     sources: [report]}\n    - {value: \"54\", date: 2022-12, by: canary-person, sources: [ministry], \
     rank: preferred, note: Counted again.}\n---\n";

const ARTICLE: &str = "---\ntitle: The office\ndate: 2022-10-26\ncountries: [ie]\nsources: [report, daily]\n\
     claims: [ie/station, ie/other]\nentities: [canary-person, watchers]\n---\n\n\
     It is said that [[claim:ie/station|a station operated]] there [@report].\n";

fn site() -> Built {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/sources/all.yaml", SOURCES),
        ("content/entities/all.yaml", ENTITIES),
        ("content/claims/all.yaml", CLAIMS),
        ("content/locations/all.yaml", LOCATIONS),
        ("content/countries/ie.md", COUNTRY),
        ("content/articles/office.md", ARTICLE),
    ])
    .build();
    assert!(!built.files.is_empty(), "{}", built.diagnostics());
    built
}

/// The text of a page without its tags, in one line.
fn words(built: &Built, page: &str) -> String {
    let mut text = String::new();
    for part in built.page(page).split('<') {
        text.push_str(part.split_once('>').map_or("", |(_, words)| words));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_has(text: &str, expected: &[&str]) {
    for one in expected {
        assert!(text.contains(one), "`{one}` is not in:\n{text}");
    }
}

#[test]
fn a_claim_shows_its_evidence_its_history_and_three_axes() {
    let built = site();
    let page = words(&built, "claims/ie/station.html");
    assert_has(
        &page,
        &[
            "Disputed A source that may know says otherwise.",
            "Who says so The Watchers",
            "4 citations, 4 publishers, 1 origin traced, 1 not traced. All of it comes down to who says so.",
            "What the evidence carries Our assessment",
            "Evidence against it 1 citation, 1 publisher, no origin traced, 1 not traced. Ministry not traced",
            "The ministry answers.",
            "What the law did Proceedings first defendant 17 April 2023 Charged",
            "18 December 2024 Pleaded guilty. To one count.",
            "a person 1 May 2023 Acquitted",
            "What those concerned say Responses Fuzhou Public Security Bureau denied it, 26 October 2022",
            "a person denied it Not so. Source: Confidential source",
            "There are no such stations.",
            "Asked 1 February 2023 by email, until 8 February 2023 . There was no response.",
            "Operated.",
            "The office is told to close",
            "It is said that a station operated there",
        ],
    );
    let html = built.page("claims/ie/station.html");
    assert_has(html, &["data-status=\"disputed\"", "../../articles/office.html"]);
    let successor = built.page("claims/ie/other.html");
    assert!(successor.contains("Superseded by <a href=\"../../claims/ie/station.html\""));
    let old = built.page("claims/ie/old-station.html");
    assert!(old.contains("claims/ie/station.html"));
}

#[test]
fn the_ledger_is_by_status_and_by_country() {
    let built = site();
    let ledger = words(&built, "claims/index.html");
    assert_has(&ledger, &["2 claims.", "Disputed 1", "Superseded 1", "Ireland 1 – 1"]);
    let ledger = built.page("claims/index.html");
    assert_has(
        ledger,
        &["../claims-by-status/disputed.html", "countries/ie.html#claims"],
    );
    let disputed = words(&built, "claims-by-status/disputed.html");
    assert!(disputed.contains("A station operated in Dublin."));
    assert!(!disputed.contains("Another thing is so."));
    assert!(built.page("countries/ie.html").contains("id=\"claims\""));
}

#[test]
fn an_article_says_what_is_known_and_who_answers_what() {
    let built = site();
    let page = words(&built, "articles/office.html");
    let (head, text) = page.split_once("It is said that").unwrap();
    assert!(
        head.contains("Where this stands Disputed A station operated in Dublin."),
        "{head}"
    );
    assert_has(
        text,
        &[
            "What we know",
            "Who says so The Watchers",
            "Disputed by Ministry",
            "denied it",
            "Sources of this article: 1 citation, 1 publisher, 1 origin traced; it comes down to Watchers",
        ],
    );
}

#[test]
fn an_entity_has_its_names_and_what_concerns_it() {
    let built = site();
    let page = built.page("entities/fuzhou-psb.html");
    assert!(page.contains("<span lang=\"zh-Hans\">福州市公安局</span>"));
    let page = words(&built, "entities/fuzhou-psb.html");
    assert_has(
        &page,
        &[
            "Listing implies no wrongdoing",
            "Police of the city of Fuzhou",
            "A station operated in Dublin.",
            "Capel Street",
            "The office is told to close",
            "The office",
        ],
    );
    assert!(words(&built, "entities/index.html").contains("said to run 1 location"));
    assert!(built.page("locations/ie/dublin.html").contains("entities/fuzhou-psb.html"));
}

#[test]
fn what_sources_disagree_on_is_a_table() {
    let built = site();
    for page in ["disagreements.html", "countries/ie.html"] {
        let text = words(&built, page);
        assert_has(
            &text,
            &[
                "30 2022 The Watchers Watchers",
                "54 December 2022 a person Ministry The one to quote. Counted again.",
            ],
        );
    }
}

#[test]
fn a_source_tells_which_claims_rest_on_it_and_what_it_comes_down_to() {
    let page = words(&site(), "sources/weekly.html");
    assert_has(&page, &["It comes down to: Watchers", "A station operated in Dublin."]);
}

#[test]
fn corrections_and_changes_of_claims_are_listed() {
    let built = site();
    assert_has(built.page("corrections.html"), &["claims/ie/station.html#correction-1"]);
    let home = words(&built, "index.html");
    assert_has(&home, &["What changed January 2023", "Alleged → Disputed"]);
}

const EXCEPTED: &str = "
ie/confirmed:
  text: The office was open.
  about: [ie/dublin]
  status: confirmed
  basis: official-record
  sources: [ministry]
  allow:
    confirmed-without-copy: The register <can> only be read in the town hall & isn't copied.
";

#[test]
fn an_exception_from_a_rule_is_printed_with_its_reason() {
    let with = |claims: &str| {
        SiteTest::from_files(&[
            ("site.toml", SITE),
            ("content/sources/all.yaml", SOURCES),
            ("content/claims/all.yaml", claims),
            ("content/locations/all.yaml", LOCATIONS),
            ("content/entities/all.yaml", ENTITIES),
        ])
        .build()
    };
    let built = with(EXCEPTED);
    let page = built.page("claims/ie/confirmed.html");
    assert_has(
        page,
        &[
            "Exceptions from our rules",
            "<dt><code>confirmed-without-copy</code></dt><dd>The register &lt;can&gt; only be \
             read in the town hall &amp; isn",
        ],
    );
    let (without, _) = EXCEPTED.split_once("  allow:").unwrap();
    assert_eq!(with(without).codes(), ["E0305"], "{}", with(without).diagnostics());
    assert!(!site().page("claims/ie/station.html").contains("Exceptions"));
}

#[test]
fn answers_are_in_the_order_of_their_dates_and_those_without_come_last() {
    let page = words(&site(), "claims/ie/station.html");
    let (dated, undated) =
        (page.find("denied it, 26 October 2022"), page.find("Not so."));
    assert!(dated.is_some() && dated < undated, "{page}");
}
