//! `dateline stats`: what is counted, and how it is told.

use crate::support::{Scratch, golden};
use std::process::Command;

const SOURCES: &str = "\
report: {title: 报告, lang: zh-Hans, archive: [https://web.archive.org/web/20221026000000/https://a.example/]}
statement: {title: Statement, lang: en, url: https://b.example/}
answer: {title: Answer, lang: en, url: https://c.example/}
mole: {title: CANARY, access: confidential, lang: fr}
unlabelled: {title: A leaflet}
";

const LOCATIONS: &str = "\
ie/dublin: {name: Capel Street, city: Dublin, country: ie, status: closed, sources: [report]}
ie/cork: {name: Cork, city: Cork, country: ie, status: closed, sources: [report]}
ie/galway: {name: Galway, city: Galway, country: ie, status: disputed, sources: [statement]}
ie/sligo: {name: Sligo, city: Sligo, country: ie, sources: [statement]}
ci/abidjan: {name: Abidjan, city: Abidjan, country: ci, status: reported, sources: [unlabelled]}
";

const CLAIMS: &str = "\
ie/station:
  {text: A station operated., about: [ie/dublin], made_by: Watchers, status: alleged, sources: [report]}
ie/answered:
  text: An office operated.
  about: [ie]
  status: reported
  sources: [report, mole]
  responses: [{by: Embassy, stance: denies, sources: [answer]}]
ie/asked:
  text: A desk operated.
  about: [ie/cork]
  status: reported
  sources: [report]
  right_of_reply: {asked: 2023-01-02, result: no-response}
ie/kept-back: {text: Not yet., about: [ie], draft: true, status: reported, sources: [report]}
";

fn site(name: &str) -> Scratch {
    let site = Scratch::new(name);
    let article = |title: &str, more: &str| {
        format!("---\ntitle: {title}\ndate: 2022-10-26\n{more}---\n\nText.\n")
    };
    let both = "countries: [ie, ci]\nreviewed: 2023-05\nsources: [report]\n";
    site.put("site.toml", "title = \"Example\"\n");
    site.put("content/sources/all.yaml", SOURCES);
    site.put("content/locations/all.yaml", LOCATIONS);
    site.put("content/claims/all.yaml", CLAIMS);
    site.put("content/articles/a.md", article("A", both));
    site.put(
        "content/articles/b.md",
        article("B", "countries: [ie]\nreviewed: 2023-04-01\n"),
    );
    site.put("content/articles/c.md", article("C", "countries: [ie]\ndraft: true\n"));
    site.put("content/articles/d.md", article("D", "countries: [xk]\n"));
    site
}

fn stats(site: &Scratch, args: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("stats")
        .args(args)
        .current_dir(site.path())
        .output()
        .unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!((run.status.code(), said.as_str()), (Some(0), ""));
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn coverage_is_a_table_and_what_its_numbers_are_made_of() {
    golden("fixtures/stats/table.txt", &stats(&site("stats-table"), &[]));
}

#[test]
fn coverage_for_programs_is_an_object_to_a_country_and_line() {
    let text = stats(&site("stats-json"), &["--json"]);
    golden("fixtures/stats/lines.jsonl", &text);
    for line in text.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let fields: Vec<&String> = value.as_object().unwrap().keys().collect();
        let all = [
            "code",
            "country",
            "articles",
            "locations",
            "sources",
            "archived",
            "verified",
            "claims",
            "unheard",
            "reviewed",
        ];
        assert_eq!(fields, all);
    }
}

#[test]
fn drafts_are_counted_where_they_are_asked_for() {
    let site = site("stats-drafts");
    let with = stats(&site, &["--drafts", "--json"]);
    assert!(with.contains("\"articles\":3"), "{with}");
    assert!(!stats(&site, &["--json"]).contains("\"articles\":3"));
}

#[test]
fn a_site_about_no_country_says_so() {
    let site = Scratch::new("stats-none");
    site.put("site.toml", "title = \"Example\"\n");
    site.put("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\n");
    assert_eq!(stats(&site, &[]), "the site has nothing of any country\n");
    assert_eq!(stats(&site, &["--json"]), "");
}
