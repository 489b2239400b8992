//! `dateline vault` and `dateline what-if`: what is taken in, what lacks, and what rests on what.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use crate::running::{self, err, out};
use crate::support::Scratch;
use std::process::Output;

const SOURCES: &str = "\
report: {title: A report, url: 'https://a.example/report', role: primary, quotes: [{exact: should close, page: 1}, {exact: must close}]}
copy: {title: A copy, url: 'https://b.example/x', based_on: [report]}
mix: {title: A mix, url: 'https://c.example/x', based_on: [report, other]}
other: {title: Another, original: true, url: 'https://www.a.example/other', archive: ['https://web.archive.org/web/20230101000000/https://www.a.example/other']}
secret: {title: Nightjar, access: confidential}
";

const CLAIMS: &str = "\
one: {text: It closed., status: alleged, made_by: Watchers, sources: [report, copy]}
two: {text: It moved., status: alleged, made_by: Watchers, sources: [other, report]}
";

fn site(name: &str) -> Scratch {
    let site = Scratch::new(name);
    site.put("site.toml", "title = \"Example\"\nas_of = \"2026-11-01\"\n");
    site.put("content/sources/s.yaml", SOURCES);
    site.put("content/claims/c.yaml", CLAIMS);
    site.put(
        "content/articles/a.md",
        "---\ntitle: A\ndate: 2022-10-27\ndates: [{date: 2022, text: It opened, sources: [copy]}]\n---\n\
         It \"did\" close [@report, \"should close\"; @copy]. It moved [@report]; it says so [@mix]. Nobody knows [@secret].\n",
    );
    site.put("saved/Page 1.HTML", "<p>The office should close, it\u{a0}says.</p>");
    site
}

fn dateline(site: &Scratch, args: &[&str]) -> Output {
    running::dateline(site.path(), args)
}

fn read(site: &Scratch, path: &str) -> String {
    std::fs::read_to_string(site.path().join(path)).unwrap()
}

#[test]
fn a_file_is_taken_in_with_what_is_noted_of_it() {
    let site = site("vault-add");
    let run = dateline(
        &site,
        &[
            "vault",
            "add",
            "report",
            "saved/Page 1.HTML",
            "--date",
            "2022-10-27",
            "--by",
            "A: B",
            "--how",
            "a \"tool\"",
        ],
    );
    assert_eq!((run.status.code(), err(&run).as_str()), (Some(0), ""), "{}", out(&run));
    let said = out(&run);
    for part in [
        "took in content/vault/report.html\n",
        "archive: [vault/report.html]",
        "saved 2022-10-27",
        "text: The office should close, it says.",
        "found: should close",
        "NOT found: must close\n  nearest: The office should close",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(
        read(&site, "content/vault/report.html"),
        read(&site, "saved/Page 1.HTML")
    );
    let sidecar = read(&site, "content/vault/report.html.yaml");
    assert!(sidecar.starts_with("source: \"report\"\nsaved: 2022-10-27\nby: \"A: B\"\nhow: \"a \\\"tool\\\"\"\nsha256: "), "{sidecar}");
    // The site is right with it, but for the quotation that is wrong.
    let checked = err(&dateline(&site, &["check", "--format", "short"]));
    assert_eq!(checked.matches("E0361").count(), 1, "{checked}");
    assert!(!checked.contains("E0360") && !checked.contains("E0105"), "{checked}");
    let built = dateline(&site, &["build", "--quiet"]);
    assert_eq!(built.status.code(), Some(0), "{}", err(&built));
    let page = read(&site, "public/sources/report.html");
    assert!(page.contains("saved 27 October 2022, SHA-256"), "{page}");
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let site = site("vault-add-twice");
    let add = |file: &str| dateline(&site, &["vault", "add", "report", file]);
    assert_eq!(add("saved/Page 1.HTML").status.code(), Some(0));
    let again = add("saved/Page 1.HTML");
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("already"), "{}", err(&again));
    site.put("saved/other.html", "<p>Another.</p>");
    assert!(out(&add("saved/other.html")).contains("content/vault/report-2.html\n"));
    assert_eq!(
        read(&site, "content/vault/report.html"),
        read(&site, "saved/Page 1.HTML")
    );
    site.put("content/vault/report.txt.yaml", "note: mine\n");
    site.put("saved/other.txt", "Another.");
    assert!(out(&add("saved/other.txt")).contains("content/vault/report-2.txt\n"));
    assert_eq!(read(&site, "content/vault/report.txt.yaml"), "note: mine\n");
}

#[test]
fn what_can_not_be_taken_in_is_told() {
    let site = site("vault-add-wrong");
    let add = |args: &[&str]| {
        let run = dateline(&site, &[&["vault", "add"], args].concat());
        (run.status.code(), err(&run))
    };
    let (code, said) = add(&["reprot", "saved/Page 1.HTML"]);
    assert!(code == Some(2) && said.contains("did you mean `report`?"), "{said}");
    let (code, said) = add(&["report", "saved/none.html"]);
    assert!(code == Some(3) && said.contains("saved/none.html"), "{said}");
    site.put("saved/empty.txt", "");
    assert!(add(&["report", "saved/empty.txt"]).1.contains("is empty"));
    assert_eq!(add(&["report", "saved/Page 1.HTML", "--date", "10/11/2022"]).0, Some(2));
    site.put("saved/scan.png", b"\x89PNG");
    let run = dateline(&site, &["vault", "add", "other", "saved/scan.png", "--json"]);
    let line: serde_json::Value = serde_json::from_str(&out(&run)).unwrap();
    assert_eq!(line["unread"], "it holds pictures or sounds, and no text");
}

#[test]
fn nothing_of_a_confidential_source_is_told() {
    let site = site("vault-add-secret");
    let run = dateline(&site, &["vault", "add", "secret", "saved/Page 1.HTML"]);
    assert!(
        out(&run).contains("content/vault/copy.html")
            && !out(&run).contains("should close"),
        "{}",
        out(&run)
    );
    for args in [
        &["vault", "list"][..],
        &["vault", "list", "--json"],
        &["what-if", "--drop", "secret"],
    ] {
        assert!(!out(&dateline(&site, args)).contains("ightjar"));
    }
    let list = out(&dateline(&site, &["vault", "list", "--json"]));
    assert!(!list.contains("secret"), "{list}");
}

#[test]
fn the_list_says_what_lacks_and_what_to_save() {
    let site = site("vault-list");
    let run = dateline(&site, &["vault", "list"]);
    assert_eq!(run.status.code(), Some(0));
    let expected = "To save\n  report  https://a.example/report  (3 quotations, 2 claims)\n  copy  https://b.example/x  (1 claim)\n  \
                    other  https://www.a.example/other  (1 claim, a copy in a web archive is named)\n  mix  https://c.example/x\n\n\
                    0 copies were read and are what was saved\n";
    assert_eq!(out(&run), expected);
    dateline(&site, &["vault", "add", "report", "saved/Page 1.HTML"]);
    let addresses = dateline(&site, &["vault", "list", "--addresses"]);
    assert_eq!(out(&addresses).lines().next(), Some("https://b.example/x"));
    site.put("content/vault/report.html", "<p>Changed.</p>");
    site.put("content/vault/stray.txt", "Stray.");
    site.put("content/vault/gone.txt.yaml", "source: copy\n");
    let run = dateline(&site, &["vault", "list"]);
    assert_eq!(run.status.code(), Some(1));
    let said = out(&run);
    assert!(said.starts_with("Missing\n  copy  content/vault/gone.txt  (1 claim)\n\nNot what was saved\n  report  content/vault/report.html"), "{said}");
    assert!(said.contains("Of no source\n  content/vault/stray.txt\n"), "{said}");
    let json = out(&dateline(&site, &["vault", "list", "--json"]));
    let states: Vec<String> = json
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["state"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(states, ["missing", "differs", "unnamed", "to-save", "to-save"]);
}

#[test]
fn what_rests_on_a_source_is_told() {
    let site = site("what-if");
    let run = dateline(&site, &["what-if", "--drop", "report"]);
    assert_eq!((run.status.code(), err(&run).as_str()), (Some(0), ""));
    let said = out(&run);
    for part in [
        "fall: copy, report\n",
        "Claims that lose their status\n  one (alleged, content/claims/c.yaml:1): sources 2 to 0, traced origins 1 to 0\n    E0301:",
        "Claims that lose a source\n  two (alleged, content/claims/c.yaml:2): sources 2 to 1, traced origins 1 to 1\n",
        "content/articles/a.md:6: It “did” close.",
        ": It opened\n",
    ] {
        let part = part.replace(['“', '”'], "\"");
        assert!(said.contains(&part), "{part}: {said}");
    }
    assert!(!said.contains("It moved"), "{said}");
    let json = out(&dateline(
        &site,
        &["what-if", "--drop", "report", "--drop", "other", "--json"],
    ));
    let lost: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(lost["sources"], serde_json::json!(["copy", "mix", "other", "report"]));
    assert_eq!(lost["claims"].as_array().unwrap().len(), 2);
    let wrong = dateline(&site, &["what-if", "--drop", "reprot"]);
    assert!(
        wrong.status.code() == Some(2) && err(&wrong).contains("did you mean `report`?")
    );
    assert_eq!(dateline(&site, &["what-if"]).status.code(), Some(2));
}

#[test]
fn a_dead_host_takes_what_is_kept_nowhere_else() {
    let site = site("what-if-dead");
    let lost = |args: &[&str]| out(&dateline(&site, &[&["what-if"], args].concat()));
    // What a web archive has is still to be read.
    assert!(lost(&["--dead", "A.example"]).starts_with("fall: copy, report\n"));
    let both = lost(&["--dead", "a.example", "--dead", "archive.org"]);
    assert!(both.starts_with("fall: copy, mix, other, report\n"), "{both}");
    assert!(lost(&["--dead", "nowhere.example"]).starts_with("no source falls\n"));
    dateline(&site, &["vault", "add", "report", "saved/Page 1.HTML"]);
    assert!(lost(&["--dead", "a.example"]).starts_with("no source falls\n"));
}
