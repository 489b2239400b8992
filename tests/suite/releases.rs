//! Releases: what is recorded, what is compared, and what of it readers have to be told.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use crate::support::{Built, Scratch, SiteTest};
use dateline::files::{FilePath, Memory};
use dateline::pipeline::{self, Options};
use dateline::releases::{EditionRecord, compare};
use std::fs;
use std::process::{Command, Output};

const SITE: [(&str, &str); 6] = [
    ("site.toml", "title = \"Example\"\nbase_url = \"https://example.org/\"\n"),
    (
        "content/articles/office.md",
        "---\ntitle: The office\ndate: 2022-10-26\nsummary: It has 3 floors.\nclaims: [office]\nsources: [report]\n---\n\n\
         The office has 54 rooms.\nThe embassy was told of it.\nIt closed in autumn [@file].\n",
    ),
    (
        "content/claims/c.yaml",
        "office:\n  text: An office operated in the city.\n  made_by: The Example Times\n  status: alleged\n  \
         sources: [report, file]\n  history: [{date: 2022-09-12, status: alleged, sources: [report]}]\n",
    ),
    (
        "content/sources/s.yaml",
        "report: {title: A report, publisher: The Example Times, date: 2022-09-12, original: true}\n\
         file: {title: A court file, publisher: City Court, date: 2022-10-01, original: true}\n\
         leak: {title: Whistle of Zebulon, access: confidential}\n",
    ),
    (
        "content/articles/draft.md",
        "---\ntitle: Quagmire draft\ndate: 2022\ndraft: true\n---\n\nHush words.\n",
    ),
    (
        "content/articles/told.md",
        "---\ntitle: Told\ndate: 2022-11-01\n---\n\nA person said so [@leak]. @leak [p. 2] knows it.\n",
    ),
];

fn memory(files: &[(String, String)]) -> Memory {
    let mut memory = Memory::default();
    for (path, text) in files {
        memory.insert(FilePath::new(path).unwrap(), text.clone().into_bytes());
    }
    memory
}

fn site() -> Vec<(String, String)> {
    SITE.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn record(files: &[(String, String)]) -> EditionRecord {
    pipeline::record(&memory(files), &Options::default()).unwrap().finished.unwrap()
}

/// The site with its release, and one text of it changed.
fn changed(path: &str, from: &str, to: &str) -> Vec<(String, String)> {
    let mut files = site();
    let mut release = record(&files);
    release.date = "2026-11-01".into();
    let text = &mut files.iter_mut().find(|(at, _)| at == path).unwrap().1;
    assert!(text.contains(from), "{from} in {text}");
    *text = text.replacen(from, to, 1);
    files.push(("releases/2026-11-01.json".into(), release.text()));
    files
}

/// What a build says of a site that is to be released.
fn released(files: &[(String, String)]) -> Built {
    let mut site = SiteTest::of(memory(files));
    site.options.release = true;
    site.build()
}

/// The codes of this group that a release of a site with one change is refused for.
fn codes(path: &str, from: &str, to: &str) -> Vec<&'static str> {
    let built = released(&changed(path, from, to));
    let codes = built.codes().into_iter();
    codes.filter(|code| code[1..].starts_with("08")).collect()
}

const ARTICLE: &str = "content/articles/office.md";
const CLAIM: &str = "content/claims/c.yaml";
const SOURCES: &str = "content/sources/s.yaml";

#[test]
fn nothing_that_is_not_published_stands_in_a_record() {
    let record = record(&site());
    let text = record.text();
    for hidden in ["Quagmire", "Hush", "Zebulon", "leak", "draft"] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    let words = record.items["article:told"].words["text"].join(" ");
    assert_eq!(words, "A person said so. a confidential source knows it.");
    let article = &record.items["article:office"];
    assert_eq!(article.words["text"][0], "The office has 54 rooms.");
    assert_eq!(article.sources, ["file", "report"]);
    assert!(record.pages.contains("claims/office.html"));
    assert_eq!(EditionRecord::read(&text), Ok(record));
}

#[test]
fn the_same_site_has_changed_in_nothing() {
    assert_eq!(codes(ARTICLE, "title", "title"), [""; 0]);
    let record = record(&site());
    assert!(compare(&record, &record).changes.is_empty());
}

#[test]
fn a_status_needs_its_entry_in_the_history() {
    let silent = "status: reported\n  sources: [report, file]\n  history: [{date: 2022-09-12, status: reported";
    let from = "status: alleged\n  sources: [report, file]\n  history: [{date: 2022-09-12, status: alleged";
    // The old entry is written over.
    assert!(codes(CLAIM, from, silent).contains(&"W0801"));
    let told = "status: reported\n  sources: [report, file]\n  history: [{date: 2022-11-01, status: reported, sources: [file]}, {date: 2022-09-12, status: alleged";
    assert_eq!(codes(CLAIM, from, told), [""; 0]);
}

#[test]
fn words_need_a_correction_or_a_later_date() {
    let edit = |front: &str| {
        let mut files = changed(ARTICLE, "was told of it", "was never told of it");
        let text = &mut files.iter_mut().find(|(at, _)| at == ARTICLE).unwrap().1;
        *text = text.replacen("claims:", &format!("{front}claims:"), 1);
        let codes = released(&files).codes();
        codes.into_iter().filter(|code| code.starts_with("W08")).collect::<Vec<_>>()
    };
    assert_eq!(edit(""), ["W0802"]);
    assert_eq!(edit("updated: 2022-10-26\n"), ["W0802"]);
    assert_eq!(edit("updated: 2022-11-01\n"), [""; 0]);
    assert_eq!(
        edit(
            "corrections: [{date: 2022-11-01, kind: correction, now: It was not told.}]\n"
        ),
        [""; 0]
    );
    // Of a claim only a correction tells.
    assert_eq!(codes(CLAIM, "operated in", "coerced people in"), ["W0802"]);
    let told = "coerced people in the city.\n  corrections: [{date: 2022-11-01, kind: correction, now: It did.}]";
    assert_eq!(codes(CLAIM, "operated in the city.", told), [""; 0]);
    // Titles and summaries are words too, and so are words that are gone or new.
    assert_eq!(codes(ARTICLE, "title: The office", "title: The station"), ["W0802"]);
    assert_eq!(codes(ARTICLE, "The embassy was told of it.\n", ""), ["W0802"]);
    assert_eq!(codes(ARTICLE, "It closed", "Nobody knows why. It closed"), ["W0802"]);
}

#[test]
fn a_number_needs_a_correction() {
    for (from, to) in [("54 rooms", "45 rooms"), ("3 floors", "4 floors")] {
        assert_eq!(codes(ARTICLE, from, to), ["W0803"], "{from}");
    }
    let dated = "claims: [office]\nupdated: 2022-11-02";
    let mut files = changed(ARTICLE, "54", "45");
    let text = &mut files.iter_mut().find(|(at, _)| at == ARTICLE).unwrap().1;
    *text = text.replacen("claims: [office]", dated, 1);
    assert!(released(&files).codes().contains(&"W0803"));
    let text = &mut files.iter_mut().find(|(at, _)| at == ARTICLE).unwrap().1;
    *text = text.replacen("claims:", "corrections: [{date: 2022-11-01, kind: correction, was: 54 rooms, now: 45 rooms}]\nclaims:", 1);
    assert!(!released(&files).codes().contains(&"W0803"));
}

#[test]
fn a_slip_may_be_put_right() {
    let mut files = site();
    let text = &mut files.iter_mut().find(|(at, _)| at == ARTICLE).unwrap().1;
    *text = text.replace("The embassy", "The embbassy");
    let mut release = record(&files);
    release.date = "2026-11-01".into();
    let mut files = site();
    files.push(("releases/2026-11-01.json".into(), release.text()));
    assert_eq!(released(&files).codes(), [""; 0], "{}", released(&files).diagnostics());
    let mut site = SiteTest::of(memory(&files));
    site.options.thorough = true;
    let built = site.build();
    assert!(built.codes().contains(&"W0806"), "{}", built.diagnostics());
}

#[test]
fn an_address_stays_findable() {
    let gone = |files: &mut Vec<(String, String)>| {
        let at =
            files.iter().position(|(at, _)| at == "content/articles/told.md").unwrap();
        files.remove(at).1
    };
    let mut files = changed(ARTICLE, "title", "title");
    let text = gone(&mut files);
    assert_eq!(released(&files).codes(), ["W0804"]);
    // Renamed without and with an alias.
    files.push(("content/articles/new.md".into(), text.clone()));
    assert_eq!(released(&files).codes(), ["W0804"]);
    files.last_mut().unwrap().1 =
        text.replacen("date:", "aliases: [/articles/told.html]\ndate:", 1);
    assert_eq!(released(&files).codes(), [""; 0], "{}", released(&files).diagnostics());
    // Withdrawn.
    files.pop();
    let withdrawn = "withdrawn: {date: 2026-11-20, reason: It was wrong.}\ndate:";
    files.push(("content/articles/told.md".into(), text.replacen("date:", withdrawn, 1)));
    let built = released(&files);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
}

#[test]
fn a_claim_does_not_lose_a_source_in_silence() {
    assert_eq!(codes(CLAIM, "sources: [report, file]", "sources: [report]"), ["W0805"]);
    let told = "sources: [report]\n  corrections: [{date: 2022-11-01, kind: correction, now: It is of another case.}]";
    assert_eq!(codes(CLAIM, "sources: [report, file]", told), [""; 0]);
    assert_eq!(
        codes(CLAIM, "sources: [report, file]", "sources: [file, report]"),
        [""; 0]
    );
    // A source with another id is the same.
    let mut files = changed(
        SOURCES,
        "file: {title: A court file,",
        "act: {title: A court file, aliases: [file, /sources/file.html],",
    );
    for (_, text) in files.iter_mut().filter(|(at, _)| at.starts_with("content/")) {
        *text = text.replace("report, file]", "report, act]").replace("@file", "@act");
    }
    let built = released(&files);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
}

#[test]
fn nothing_is_compared_in_a_plain_build_and_a_check_warns() {
    let files = changed(ARTICLE, "54", "45");
    let mut site = SiteTest::of(memory(&files));
    assert_eq!(site.build().codes(), [""; 0]);
    site.options.thorough = true;
    let built = site.build();
    assert!(built.codes().contains(&"W0803"));
    assert!(built.files.contains_key("index.html"));
    site.options.release = true;
    assert!(site.build().files.is_empty());
}

#[test]
fn only_the_newest_release_counts_and_a_damaged_one_is_told() {
    let mut files = changed(ARTICLE, "54", "45");
    let mut now = record(&files);
    now.date = "2026-11-02".into();
    files.push(("releases/2026-11-02.json".into(), now.text()));
    files.push(("releases/notes.json".into(), "no release".into()));
    files.push(("releases/README.md".into(), "# Ours".into()));
    assert_eq!(released(&files).codes(), [""; 0], "{}", released(&files).diagnostics());
    for damaged in
        ["", "{}", "null", "[[[", &now.text()[..100], "{\"format\": \"other\"}"]
    {
        files.push(("releases/2026-11-03.json".into(), damaged.into()));
        assert_eq!(released(&files).codes(), ["E0801"], "{damaged}");
        files.pop();
    }
}

#[test]
fn what_was_withdrawn_leaves_a_page_and_no_word() {
    let mut files = changed(
        ARTICLE,
        "date:",
        "aliases: [/old/office.html]\nwithdrawn: {date: 2026-11-20, reason: A court has <ordered> it.}\ndate:",
    );
    let built = SiteTest::of(memory(&files)).build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    for page in ["articles/office.html", "old/office.html"] {
        let page = built.page(page);
        assert!(
            page.contains("Withdrawn") && page.contains("20 November 2026"),
            "{page}"
        );
        assert!(page.contains("A court has &lt;ordered&gt; it."), "{page}");
        assert!(page.contains("noindex"));
    }
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        for word in ["54 rooms", "3 floors", "was told of it", ">The office<"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
    assert!(!built.page("sitemap.xml").contains("office.html</loc>\n    <lastmod>"));
    assert!(!built.page("sitemap.xml").contains("articles/office.html"));
    assert!(built.page("changes.xml").contains("A court has &lt;ordered&gt; it."));
    assert!(built.page("feed.xml").contains("A court has &lt;ordered&gt; it."));
    // What refers to it has to be changed.
    files.push((
        "content/articles/b.md".into(),
        "---\ntitle: B\ndate: 2023\n---\n\nSee [[office]] and [[articles/office]].\n"
            .into(),
    ));
    let built = SiteTest::of(memory(&files)).build();
    assert!(built.codes().contains(&"E0210"), "{}", built.diagnostics());
    assert!(built.diagnostics().contains("was withdrawn on 2026-11-20"));
}

#[test]
fn what_is_called_as_its_address_says_can_be_withdrawn() {
    let text = "---\ntitle: The raid that never was\nsummary: Twelve officers knew of it.\ndate: 2024-01-02\n\
        withdrawn: {date: 2026-11-20, reason: A court has ordered it.}\n\
        claims: [{text: The raid was called off by phone., status: alleged, made_by: X}]\n---\nText.\n";
    let path = "content/articles/2024-the-raid-that-never-was.md";
    let site = |more: &str| {
        SiteTest::from_files(&[
            ("site.toml", "title = \"T\"\nas_of = \"2026-11-30\"\nbase_url = \"https://example.org/\"\n"),
            (path, text),
            ("static/a.txt", more),
        ])
        .build()
    };
    let built = site("");
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    assert!(
        built.page("articles/2024-the-raid-that-never-was.html").contains("Withdrawn")
    );
    // What the address doesn't say is kept back as before.
    assert_eq!(site("Twelve officers knew of it.").codes(), ["E0711"]);
}

#[test]
fn every_kind_can_be_withdrawn() {
    let withdrawn = "withdrawn: {date: 2026-11-20, reason: Wrong.}";
    for (path, text, page) in [
        (
            "content/articles/x.md",
            "---\ntitle: X\ndate: 2022\nW\n---\n",
            "articles/x.html",
        ),
        ("content/pages/x.md", "---\ntitle: X\nW\n---\n", "x.html"),
        ("content/countries/pa.md", "---\nW\n---\nText.\n", "countries/pa.html"),
        ("content/sources/x.yaml", "x:\n  title: X\n  W\n", "sources/x.html"),
        (
            "content/claims/x.yaml",
            "x:\n  text: X\n  status: alleged\n  made_by: Y\n  W\n",
            "claims/x.html",
        ),
        (
            "content/entities/x.yaml",
            "x:\n  name: Zebulon\n  schema: Person\n  privacy: public-figure\n  W\n",
            "entities/x.html",
        ),
        (
            "content/locations/x.yaml",
            "x:\n  name: X\n  country: ie\n  W\n",
            "locations/x.html",
        ),
    ] {
        let mut files = site();
        files.push((path.into(), text.replace('W', withdrawn)));
        let built = SiteTest::of(memory(&files)).build();
        assert_eq!(built.codes(), [""; 0], "{path}: {}", built.diagnostics());
        assert!(built.page(page).contains("Reason: Wrong."), "{page}");
        let list: Vec<&String> = built
            .files
            .iter()
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Zebulon"))
            .map(|(at, _)| at)
            .collect();
        assert!(list.is_empty(), "{list:?}");
    }
}

#[test]
fn a_reason_that_says_nothing_is_told() {
    let files =
        changed(ARTICLE, "date:", "withdrawn: {date: 2026-11-20, reason: …}\ndate:");
    assert!(SiteTest::of(memory(&files)).build().codes().contains(&"E0119"));
    let files = changed(ARTICLE, "date:", "withdrawn: true\ndate:");
    assert_eq!(SiteTest::of(memory(&files)).build().codes(), ["E0107"]);
}

fn dateline(scratch: &Scratch, words: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"));
    program.args(words).current_dir(scratch.path()).output().unwrap()
}

fn said(done: &Output) -> String {
    String::from_utf8([done.stdout.clone(), done.stderr.clone()].concat()).unwrap()
}

fn scratch(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    SITE.iter().for_each(|(path, text)| scratch.put(path, text));
    scratch
}

#[test]
fn a_release_writes_the_site_and_its_record_and_nothing_over() {
    let site = scratch("release");
    let done = dateline(&site, &["release", "--as-of", "2026-11-30"]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    let path = site.path().join("releases/2026-11-30.json");
    let first = fs::read_to_string(&path).unwrap();
    let record = EditionRecord::read(&first).unwrap();
    assert!(site.path().join("public/index.html").is_file());
    let manifest = fs::read_to_string(site.path().join("public/manifest.json")).unwrap();
    assert!(manifest.contains(record.root.as_deref().unwrap()));
    assert_eq!((record.date.as_str(), record.previous.as_deref()), ("2026-11-30", None));

    // A second one of the day, with a change that was told.
    let article = SITE[1].1.replace("It closed", "New words. It closed");
    site.put(ARTICLE, &article);
    let done = dateline(&site, &["release", "--as-of", "2026-11-30"]);
    assert_eq!(done.status.code(), Some(1), "{}", said(&done));
    assert!(said(&done).contains("W0802"), "{}", said(&done));
    assert!(!site.path().join("releases/2026-11-30-2.json").exists());
    site.put(ARTICLE, article.replacen("claims:", "updated: 2026-11-30\nclaims:", 1));
    let done = dateline(&site, &["release", "--as-of", "2026-11-30"]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    let second =
        fs::read_to_string(site.path().join("releases/2026-11-30-2.json")).unwrap();
    let record = EditionRecord::read(&second).unwrap();
    assert_eq!(record.previous.as_deref(), Some("2026-11-30"));
    assert_eq!(record.changes.len(), 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), first);

    // Readers are told by the feed of changes, of the next build on.
    dateline(&site, &["build"]);
    let feed = fs::read_to_string(site.path().join("public/changes.xml")).unwrap();
    assert!(feed.contains("The words on this page have changed."), "{feed}");
    let done = dateline(&site, &["release", "--drafts"]);
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
}

#[test]
fn a_difference_is_told_as_text_as_markdown_and_as_json() {
    let site = scratch("diff");
    let done = dateline(&site, &["release", "--as-of", "2026-11-30"]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    site.put(ARTICLE, SITE[1].1.replace("54", "45"));
    let release = "releases/2026-11-30.json";
    let text = said(&dateline(&site, &["diff", release, "."]));
    assert!(text.contains("article:office  The office\n  text: another number  NOT TOLD\n    - The office has 54 rooms.\n    + The office has 45 rooms.\n"), "{text}");
    assert_eq!(said(&dateline(&site, &["diff", release])), text);
    let md = said(&dateline(&site, &["diff", release, ".", "--format", "markdown"]));
    assert!(md.contains("## The office\n\n`article:office`\n\n- text: another number. **Not told.**\n  - was: The office has 54 rooms."), "{md}");
    let json = said(&dateline(&site, &["diff", release, ".", "--json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["changes"][0]["what"], "words");
    assert_eq!(json["changes"][0]["weight"], "figure");
    assert_eq!(json["changes"][0]["is_silent"], true);
    assert_eq!(said(&dateline(&site, &["diff", ".", "."])), "nothing differs\n");
    for (name, exit) in [("nothing", 2), ("-x", 2), ("public", 2), ("site.toml", 1)] {
        let done = dateline(&site, &["diff", "--", name, "."]);
        assert_eq!(done.status.code(), Some(exit), "{name}: {}", said(&done));
    }
}

#[test]
fn revisions_of_git_are_compared() {
    let site = scratch("diff-git");
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        git.arg("-C").arg(site.path());
        git.args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
        let done = git.args(words).output().unwrap();
        assert!(done.status.success(), "{done:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "one"]);
    site.put(ARTICLE, SITE[1].1.replace("54", "45"));
    let text = said(&dateline(&site, &["diff", "HEAD"]));
    assert!(text.contains("+ The office has 45 rooms."), "{text}");
    git(&["commit", "-qam", "two"]);
    let text = said(&dateline(&site, &["diff", "HEAD~1", "HEAD"]));
    assert!(text.contains("- The office has 54 rooms."), "{text}");
    assert_eq!(said(&dateline(&site, &["diff", "HEAD", "HEAD"])), "nothing differs\n");
    let done = dateline(&site, &["diff", "HEAD~9", "HEAD"]);
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
}
