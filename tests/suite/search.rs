//! The search: what its index holds, how words are read on both sides, and what is found.

use crate::support::{Built, Scratch, SiteTest, tests};
use dateline::search::words_of;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::process::Command;

const SITE: &[(&str, &str)] = &[
    ("site.toml", "title = \"Example\"\n[statuses.closed]\nlabel = \"Closed\"\n"),
    (
        "content/articles/office.md",
        "---\ntitle: The office on Capel Street\ndate: 2022-10-26\nsummary: A notice was taken down.\ncountries: [IE]\n\
         entities: [bureau]\n---\n## Café\n\nThe door was closed. See [[ie/dublin]].\n\n\
         العربية: أُغلِق المكتب. 警方说他们走了。\n",
    ),
    (
        "content/articles/later.md",
        "---\ntitle: Another office\ndate: 2023-05-01\ncountries: [NL]\n---\nA door [@report]. It opened.\n",
    ),
    (
        "content/articles/held.md",
        "---\ntitle: Heron\ndate: 2023\ndraft: true\n---\nKingfisher.\n",
    ),
    (
        "content/sources/all.yaml",
        "report: {title: First report, publisher: Watchers, url: https://watchers.example/1}\n",
    ),
    (
        "content/locations/all.yaml",
        "ie/dublin: {name: Capel Street office, country: IE, city: Dublin, status: closed}\n",
    ),
    (
        "content/entities/all.yaml",
        "bureau: {name: Fuzhou bureau, names: {zh: 福州市公安局}, schema: PublicBody, privacy: public-body}\n\
         witness: {name: Nightjar, schema: Person, privacy: private-person}\n",
    ),
];

/// The files of the index.
fn index(built: &Built) -> impl Iterator<Item = (&String, &str)> {
    let files = built.files.keys().filter(|path| path.starts_with("assets/search/"));
    files.map(|path| (path, built.page(path)))
}

/// What a script searches with the index of a site; none where there is no `node`, which is said.
fn searched(built: &Built, name: &str, orders: &Value) -> Option<Value> {
    let scratch = Scratch::new(name);
    index(built).for_each(|(path, text)| scratch.put(path, text));
    scratch.put("orders.json", orders.to_string());
    let output = Command::new("node")
        .arg(tests().join("suite/search.js"))
        .arg(scratch.path().join("assets/search"))
        .arg(scratch.path().join("orders.json"))
        .output();
    let Ok(output) = output else {
        eprintln!("there is no `node` here: what the script does was not tried");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// The paths of what is found, with the sentence in which the words are marked.
fn found(answer: &Value) -> Vec<(&str, &str)> {
    let rows = answer["rows"].as_array().unwrap().iter();
    rows.map(|row| (row[0].as_str().unwrap(), row[1].as_str().unwrap())).collect()
}

#[test]
fn what_readers_look_for_is_found_in_its_sentence() {
    let built = SiteTest::from_files(SITE).build();
    assert_eq!(built.diagnostics(), "");
    let none = json!({});
    let queries = json!([
        ["door closed", none],
        ["OFFIC", none],
        ["office", {"country": "Netherlands"}],
        ["اغلق", none],
        ["警方", none],
        ["警", none],
        ["公安", none],
        ["cafe", none],
        ["watchers", none],
        ["kingfisher", none],
        ["office heron", none],
    ]);
    let Some(answer) = searched(&built, "search-found", &json!({"queries": queries}))
    else {
        return;
    };
    let all: Vec<_> = answer["found"].as_array().unwrap().iter().map(found).collect();
    let office = "articles/office.html";
    assert_eq!(all[0], [(office, "The [door] was [closed].")]);
    let paths: Vec<&str> = all[1].iter().map(|(path, _)| *path).collect();
    assert_eq!(paths, ["articles/later.html", office, "locations/ie/dublin.html"]);
    assert_eq!(all[2].len(), 1);
    assert_eq!(all[3], [(office, "العربية: [أُغلِق] المكتب.")]);
    assert_eq!(all[4], [(office, "[警方]说他们走了。")]);
    assert_eq!(all[5], all[4]);
    assert_eq!(all[6][0].0, "entities/bureau.html");
    assert_eq!(all[7][0].0, office);
    assert_eq!(all[8][0].0, "sources/report.html");
    assert!(all[9].is_empty() && all[10].is_empty());
    let facets = &answer["found"][1]["facets"];
    assert_eq!(facets["kind"], json!([["Location", 1], ["Article", 2]]));
    assert_eq!(facets["country"], json!([["Ireland", 2], ["Netherlands", 1]]));
    assert_eq!(facets["status"], json!([["Closed", 1]]));
    assert_eq!(facets["year"], json!([[2023, 1], [2022, 1]]));
}

#[test]
fn what_is_not_published_is_not_in_the_index() {
    let built = SiteTest::from_files(SITE).build();
    for (path, text) in index(&built) {
        let text = text.to_lowercase();
        for word in ["nightjar", "heron", "kingfisher", "witness"] {
            assert!(!text.contains(word), "{path} has {word}");
        }
    }
    let documents: String = index(&built)
        .filter(|(path, _)| path.contains("documents"))
        .map(|it| it.1)
        .collect();
    assert!(documents.contains("See Capel Street office."), "{documents}");
}

#[test]
fn a_site_may_do_without_a_search() {
    let mut files = SITE.to_vec();
    files[0].1 = "title = \"Example\"\n[search]\nenabled = false\n[statuses.closed]\nlabel = \"Closed\"\n";
    let built = SiteTest::from_files(&files).build();
    assert_eq!(index(&built).count(), 0);
    assert!(!built.files.contains_key("search.html"));
    assert!(!built.page("index.html").contains("search.html"));
    assert!(built.page("index-a-z.html").contains("index-a-z/c.html"));
}

#[test]
fn every_name_stands_under_its_letter() {
    let built = SiteTest::from_files(SITE).build();
    let han = built.page("index-a-z/han.html");
    assert!(
        han.contains("<a href=\"../entities/bureau.html\" lang=\"zh\">福州市公安局</a>"),
        "{han}"
    );
    let names = built.page("index-a-z/c.html");
    assert!(names.contains("Capel Street office"), "{names}");
    for (path, text) in &built.files {
        if path.starts_with("index-a-z") {
            assert!(!String::from_utf8_lossy(text).contains("Nightjar"), "{path}");
        }
    }
}

/// A site of so many sources, of which one has another title.
fn many(count: usize, odd: &str) -> Built {
    let source = |n: usize| {
        let word = if n == 7 { odd } else { "plain" };
        format!(
            "s{n}: {{title: Report {word} number {n}, url: https://example.org/{n}}}\n"
        )
    };
    let sources: String = (0..count).map(source).collect();
    let site = ("site.toml", "title = \"Example\"\n");
    SiteTest::from_files(&[site, ("content/sources/all.yaml", &sources)]).build()
}

#[test]
fn another_word_changes_few_files_of_the_index() {
    let (one, other) = (many(1_000, "plain"), many(1_000, "purple"));
    let files: Vec<_> = index(&one).collect();
    assert!(files.iter().filter(|(path, _)| path.contains("words-")).count() >= 16);
    let changed: Vec<&String> = files
        .into_iter()
        .filter(|(path, text)| other.page(path) != *text)
        .map(|(path, _)| path)
        .collect();
    // The shards of the two words, the document and its card.
    assert!(changed.len() <= 4, "{changed:?}");
}

#[test]
fn scripts_read_words_as_the_index_does() {
    let built = SiteTest::from_files(SITE).build();
    let mut texts: Vec<String> = [
        "École Straße İstanbul Łódź ΟΔΟΣ Йод ﬁne ＡＢＣ１２ ℃",
        "ｶﾞｰﾄﾞ がぎぐ 한국어 \u{1112}\u{1161}\u{11ab} 福州市公安局110海外",
        "مُحَمَّد أحمد مكتبة مـــكتب ایران ٢٠٢٢ שָׁלוֹם מלך",
        "हिन्दी ไม่ नमस्ते cafe\u{301} re\u{ad}open don’t 3.5 a-b_c",
    ]
    .map(str::to_owned)
    .into();
    let letters = "[a-zA-Z0-9 .\u{80}-\u{24f}\u{300}-\u{3ff}\u{400}-\u{52f}\u{590}-\u{6ff}\u{900}-\u{97f}\u{e00}-\u{e7f}\u{1e00}-\u{1fff}\u{3040}-\u{30ff}\u{4e00}-\u{4eff}\u{ac00}-\u{acff}\u{f900}-\u{faff}\u{fb00}-\u{fb4f}\u{fe70}-\u{feff}\u{ff00}-\u{ffef}]{0,60}";
    let mut runner = TestRunner::deterministic();
    let any = proptest::string::string_regex(letters).unwrap();
    texts.extend((0..2_000).map(|_| any.new_tree(&mut runner).unwrap().current()));
    let Some(answer) = searched(&built, "search-words", &json!({"texts": texts})) else {
        return;
    };
    let read = answer["words"].as_array().unwrap();
    let known = texts.iter().zip(read).filter(|(_, words)| words.is_array());
    assert!(known.clone().count() > 1_000);
    for (text, words) in known {
        assert_eq!(json!(words_of(text)), *words, "{text:?}");
    }
}
