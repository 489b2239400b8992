//! Canaries: words planted in every field of what must not leave the build, looked for in
//! every byte that does.
//!
//! Values of confidential sources and of people who may not be named hold `canary`; their ids, paths
//! and aliases hold `nightjar`. Readers are shown neither. What the program prints for other programs
//! ends in logs; it names ids and paths, because an editor has to find the mistake, and no value.

use crate::support::{Built, Scratch, SiteTest};
use std::process::Command;

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\nas_of = \"2024-01-01\"\n\
    [feeds]\nfull = true\n";

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";

const SOURCES: &str = "\
report: {title: First report, publisher: Watchers, url: https://watchers.example/1, role: primary, based_on: [nightjar]}
ministry: {title: Statement, publisher: Ministry, url: https://ministry.example/1}
nightjar:
  title: {original: CANARY-TITLE, en: CANARY-ENGLISH}
  type: interview
  by: [CANARY-BY]
  in: CANARY-IN
  publisher: CANARY-PUBLISHER
  date: 2022-09-12
  accessed: 2022-09-13
  lang: fr
  archive: [vault/canary.pdf]
  sha256: fe0344af3e43e190840444ba40c096f59418bf9247c6f3bdc8cd35e4b8f59d2e
  role: primary
  based_on: [nightjar-file]
  access: confidential
  quotes: [{exact: CANARY-QUOTE, page: CANARY-PAGE, translation: CANARY-TRANSLATION}]
  reliability: B2
  note: CANARY-NOTE
  aliases: [nightjar-alias, /nightjar/old.html]
  private: {phone: CANARY-PHONE}
  extra: {series: CANARY-EXTRA}
";

/// A confidential source with a text of its own, which shows a picture and names others.
const SOURCE_FILE: &str = "---
title: CANARY-FILE
access: confidential
aliases: [/nightjar/file.html]
---
CANARY-TEXT of [[ie/dublin]], [[claim:ie/station]] and [[office]] [@report].

![CANARY-ALT](nightjar.svg) [CANARY-WORDS](nightjar.pdf)
";

const ENTITIES: &str = "\
watchers: {name: The Watchers, schema: Organization, privacy: public-body}
nightjar:
  name: CANARY-NAME
  names: {zh-Hans: 金丝雀, fr: CANARY-FRENCH}
  schema: Person
  privacy: protected
  country: cn
  role: CANARY-ROLE
  sources: [ministry, nightjar-file]
  numbers: {canary-things: [{value: CANARY-1, note: CANARY-N}, {value: CANARY-2, by: nightjar-child}]}
  note: CANARY-NOTE
  aliases: [nightjar-second, /nightjar/person.html]
  private: {phone: CANARY-PHONE}
  extra: {series: CANARY-EXTRA}
nightjar-child: {name: CANARY-CHILD, schema: Person, privacy: minor, note: CANARY}
";

/// A person without public role with a text of their own.
const ENTITY_FILE: &str = "---
name: CANARY-PRIVATE
schema: Person
privacy: private-person
aliases: [/nightjar/neighbour.html]
---
CANARY-TEXT of [[ie/dublin]], [[claim:ie/station]] and [[office]] [@report].

![CANARY-ALT](nightjar-person.svg)
";

const CLAIMS: &str = "\
ie/station:
  text: A station operated in Dublin.
  about: [ie/dublin, entity:nightjar, nightjar-neighbour]
  parties: [entity:nightjar]
  made_by: entity:nightjar
  status: disputed
  sources: [report, source:nightjar, nightjar-file]
  contrary: [ministry, source:nightjar]
  finding: [source:nightjar]
  history:
    - {date: 2022-09, status: alleged, sources: [source:nightjar]}
    - {date: 2023-01, status: disputed, sources: [ministry, nightjar-file], note: It answers.}
  proceedings:
    - {party: nightjar-child, date: 2023-05-01, is: acquitted, sources: [source:nightjar]}
    - {party: entity:nightjar, date: 2023-05-02, is: charged, sources: [ministry]}
  responses:
    - {by: entity:nightjar, date: 2022-10-26, stance: denies, text: Not so., sources: [source:nightjar]}
    - {by: nightjar-neighbour, stance: denies, sources: [nightjar-file]}
  right_of_reply: {asked: 2023-02-01, result: no-response}
  dates: [{date: 2022-10-26, text: It closes, entities: [entity:nightjar, nightjar-child], sources: [source:nightjar]}]
  corrections: [{date: 2023-06-08, kind: update, of: entity:nightjar, now: Operated., sources: [source:nightjar]}]
";

const LOCATIONS: &str = "\
ie/dublin: {name: Capel Street, city: Dublin, country: ie, operator: entity:nightjar, sources: [source:nightjar],
  history: [{date: 2022-10-26, status: closed, sources: [nightjar-file]}], status: closed}
";

const COUNTRY: &str = "---
sources: [report, source:nightjar]
numbers:
  stations: [{value: 30, by: entity:nightjar, sources: [source:nightjar]}, {value: 54, by: nightjar-neighbour}]
response: {stance: closed, date: 2022-11, sources: [source:nightjar]}
---
";

const ARTICLE: &str = "---
title: The office
date: 2022-10-26
countries: [ie]
locations: [ie/dublin]
sources: [report, source:nightjar, {id: nightjar-inline, title: CANARY-INLINE, by: [CANARY], access: confidential, note: CANARY}]
claims: [ie/station]
entities: [entity:nightjar, nightjar-child, nightjar-neighbour, watchers]
image: {src: media/sign.svg, alt: A sign}
dates: [{date: 2022-10-27, text: It is shut, entities: [nightjar-neighbour], sources: [nightjar-inline]}]
corrections: [{date: 2023-06-08, kind: update, of: entity:nightjar, now: It is shut., sources: [nightjar-inline]}]
---
It closed [@source:nightjar, p. 2; @nightjar-inline], as @nightjar-file says; a [shop owner]{.withheld reason=safety} saw it.

![](media/sign.svg)

> Closed. [@nightjar-inline]

![[claim:ie/station]]

![[location:ie/dublin]]

![[source:report]]

![[timeline:ie]]
";

const SIDECAR: &str = "alt: A sign\ncaption: The sign.\nsource: source:nightjar\n";

fn files() -> Vec<(&'static str, &'static str)> {
    vec![
        ("site.toml", SITE),
        ("content/sources/all.yaml", SOURCES),
        ("content/sources/nightjar-file.md", SOURCE_FILE),
        ("content/sources/nightjar.svg", SVG),
        ("content/sources/nightjar.pdf", "CANARY"),
        ("content/vault/canary.pdf", "CANARY"),
        ("content/entities/all.yaml", ENTITIES),
        ("content/entities/nightjar-neighbour.md", ENTITY_FILE),
        ("content/media/nightjar-person.svg", SVG),
        ("content/media/nightjar-person.svg.yaml", "alt: CANARY\ncredit: CANARY\n"),
        ("content/claims/all.yaml", CLAIMS),
        ("content/locations/all.yaml", LOCATIONS),
        ("content/countries/ie.md", COUNTRY),
        ("content/articles/office.md", ARTICLE),
        ("content/media/sign.svg", SVG),
        ("content/media/sign.svg.yaml", SIDECAR),
    ]
}

/// Words that no reader may be shown.
const HIDDEN: [&str; 3] = ["canary", "nightjar", "金丝雀"];

fn around<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let at = text.find(word)?;
    let start = text[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    let end = text[at..].char_indices().nth(60).map_or(text.len(), |(end, _)| at + end);
    Some(&text[start..end])
}

fn assert_silent(built: &Built) {
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for word in HIDDEN {
            assert!(!path.to_lowercase().contains(word), "{path}");
            assert_eq!(around(&text, word), None, "in {path}");
        }
    }
}

#[test]
fn nothing_of_a_protected_entity_or_a_confidential_source_is_in_any_file() {
    let built = SiteTest::from_files(&files()).build();
    assert!(!built.files.is_empty(), "{}", built.diagnostics());
    assert_silent(&built);
    // What may be told is told: the test looks at a site that has something to hide.
    let claim = built.page("claims/ie/station.html");
    assert!(
        claim.contains("Confidential source") && claim.contains("a person"),
        "{claim}"
    );
    for page in ["changes.xml", "corrections.xml", "feed.xml", "sitemap.xml"] {
        built.page(page);
    }
}

#[test]
fn drafts_show_no_more_of_them() {
    let mut site = SiteTest::from_files(&files());
    site.options.drafts = true;
    let built = site.build();
    assert!(!built.files.is_empty(), "{}", built.diagnostics());
    assert_silent(&built);
}

/// Every mistake that is told of them: an address, links, claims that accuse and ask nobody.
const MISTAKES: &[(&str, &str)] = &[
    (
        "content/sources/more.yaml",
        "nightjar-more: {title: CANARY-MORE, by: [CANARY], access: confidential, url: https://canary.example/, \
         archive: [https://web.archive.org/web/20990101000000/https://canary.example/], based_on: [nightjar-more]}\n",
    ),
    (
        "content/claims/more.yaml",
        "\
ie/unheard: {text: The man murdered a guilty criminal., about: [entity:nightjar], status: reported, made_by: entity:nightjar, sources: [nightjar-more]}
ie/party: {text: CANARY-NAME is a guilty criminal., parties: [entity:nightjar], status: confirmed, sources: [nightjar-more]}
ie/alone: {text: It is so., status: corroborated, sources: [source:nightjar, nightjar-file]}
ie/nothing: {text: It is so., status: unsubstantiated, about: [entity:nightjar], sources: [nightjar-file],
  proceedings: [{party: nightjar-child, date: 2023-01, is: convicted}, {party: nightjar-child, date: 2023-01, is: acquitted}],
  responses: [{by: entity:nightjar, stance: denies, date: 2020}]}
",
    ),
    (
        "content/articles/more.md",
        "---\ntitle: The murderer is guilty\ndate: 2022-10-27\nclaims: [ie/unheard, ie/party]\n---\n\
         A criminal, [[entity:nightjar]], is guilty [@nightjar-more], [[source:nightjar]] says.\n",
    ),
];

#[test]
fn what_is_printed_for_programs_tells_ids_and_no_values() {
    let site = Scratch::new("canaries-json");
    for (path, text) in files().iter().chain(MISTAKES) {
        site.put(path, text);
    }
    let (mut lines, mut told) = (0, String::new());
    for args in [&["check"][..], &["check", "--release"], &["build"], &["stats"]] {
        let run = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(args)
            .arg("--json")
            .current_dir(site.path())
            .output()
            .unwrap();
        for bytes in [&run.stdout, &run.stderr] {
            let text = String::from_utf8(bytes.clone()).unwrap().to_lowercase();
            for word in ["canary", "金丝雀"] {
                assert_eq!(around(&text, word), None, "{args:?}");
            }
            lines += text.lines().count();
            told.push_str(&text);
        }
    }
    assert!(lines > 20, "{lines} lines");
    let rules = [
        "words-of-guilt",
        "claim-without-response",
        "private-entity-linked",
        "confidential-source-with-url",
    ];
    for rule in rules {
        assert!(
            told.contains(rule),
            "{rule} is not told:
{told}"
        );
    }
    assert!(!site.path().join("public").exists());
}
