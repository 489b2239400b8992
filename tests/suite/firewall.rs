//! The firewall: what is protected is found in every file of the site, in every form, before anything is written.

#![allow(clippy::disallowed_methods, reason = "a test reads what it has written")]

use crate::support::{Built, Scratch, SiteTest, mistakes};
use dateline::diag::{Diagnostics, Place};
use dateline::files::{FilePath, Memory, OutPath};
use dateline::output::{Artifact, Body, Output};
use dateline::pipeline;
use dateline::write::{self, Existing, Progress, Target};
use std::fs;

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\nas_of = \"2024-01-01\"\n\
    [feeds]\nfull = true\n[firewall]\nnever = [\"Operation Heron\"]\n";

const PEOPLE: &str = "\
witness:
  name: Jane Doe
  names: {zh-Hans: 张三, ru: Иванов Пётр, ar: فاطمة الزهراء, fr: Zoé Müller}
  aliases: [Jenny D.]
  schema: Person
  privacy: protected
  private: {phone: +353 1 234 5678, told: Her brother lives in Cork.}
owner: {name: J. Roe, schema: Person, privacy: private-person}
child: {name: Tommy Atkins, schema: Person, privacy: minor}
watchers: {name: The Watchers, schema: Organization, privacy: public-body}
";

const SOURCES: &str = "\
report: {title: First report, publisher: Watchers, url: https://watchers.example/1}
insider-7:
  title: {original: Ein Treffen am Kanal, en: A meeting at the canal}
  by: [Max Muster]
  access: confidential
  archive: [vault/canal.txt]
  sha256: fe0344af3e43e190840444ba40c096f59418bf9247c6f3bdc8cd35e4b8f59d2e
";

const LOCATIONS: &str = "\
ie/office: {name: An office, country: ie, city: Dublin, lat: 53.349812, lon: -6.260312, precision: exact, publish: city}
ie/later: {name: The house of the swans, country: ie, draft: true}
";

const DRAFT: &str = "---
title: The raid that never was
date: 2024-01-02
summary: Twelve officers knew of it beforehand.
draft: true
sources: [{id: leak-2024, title: Minutes of the ninth meeting, url: https://leaks.example/minutes/9}]
claims: [{id: ie/raid, text: The raid was called off by phone., status: alleged, made_by: watchers, sources: [report]}]
dates: [{date: 2023-12-01, text: A van waits behind the station.}]
---
Text.
";

const EMBARGOED: &str = "---
title: Names behind the company
date: 2024-01-03
embargo: 2024-06-01
---
Text.
";

fn content() -> Vec<(&'static str, &'static str)> {
    vec![
        ("site.toml", SITE),
        ("content/entities/people.yaml", PEOPLE),
        ("content/sources/all.yaml", SOURCES),
        ("content/vault/canal.txt", "CANARY"),
        ("content/locations/all.yaml", LOCATIONS),
        (
            "content/articles/a.md",
            "---\ntitle: A hearing\ndate: 2022-10-27\n---\nA witness spoke [@report].\n",
        ),
        ("content/articles/raid-2024.md", DRAFT),
        ("content/articles/names.md", EMBARGOED),
    ]
}

/// The site with one file more.
fn with(path: &str, bytes: &[u8]) -> Built {
    let mut memory = Memory::default();
    for (path, text) in content() {
        memory.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
    }
    memory.insert(FilePath::new(path).unwrap(), bytes.to_vec());
    SiteTest::of(memory).build()
}

/// Messages tell paths of content, because an editor has to find the place: nothing to look for.
const PATH: &str = "\u{1}";

/// What is protected, in a form that a text may have, with a part of the words that no message may say.
const PLAIN: &[(&str, &str)] = &[
    ("Jane Doe", "Jane"),
    ("JANE DOE", "JANE"),
    ("Jane  Doe", "Jane"),
    ("Jane\nDoe", "Jane"),
    ("Jane-Doe", "Jane"),
    ("jane_doe@mail.example", "jane"),
    ("@JaneDoe85", "Jane"),
    ("Ja\u{ad}ne D\u{200b}oe", "ne D"),
    ("Ｊａｎｅ Ｄｏｅ", "Ｊａｎｅ"),
    ("𝐉𝐚𝐧𝐞 𝐃𝐨𝐞", "𝐉𝐚𝐧𝐞"),
    ("Ja\u{301}ne Doë", "ne Do"),
    ("张三", "张三"),
    ("他是张三吗", "张三"),
    ("张 三", "张 三"),
    ("ИВАНОВ ПЁТР", "ИВАНОВ"),
    ("فاطمة الزهراء", "الزهراء"),
    ("Zoe Muller", "Muller"),
    ("ZOÉ MÜLLER", "ZOÉ"),
    ("Jenny D.", "Jenny"),
    ("J. Roe", "J. Roe"),
    ("Tommy Atkins’s mother", "Tommy"),
    ("+353-1-234-5678", "353-1"),
    ("Her brother lives in Cork.", "brother"),
    ("Ein Treffen am Kanal", "Treffen"),
    ("a meeting at the canal", "meeting at"),
    ("Max Muster", "Muster"),
    ("insider-7", "insider"),
    ("FE0344AF3E43E190840444BA40C096F59418BF9247C6F3BDC8CD35E4B8F59D2E", "FE0344"),
    ("53.349812, -6.260312", "53.349"),
    ("-6.2603 53.3498", "6.2603"),
    ("53,3498 N, 6,2603 W", "53,3498"),
    ("53°20'59.3\"N 6°15'37.1\"W", "59.3"),
    ("53° 20′ 59″ N, 6° 15′ 37″ W", "59″"),
    ("geo:53.3498,-6.2603", "53.3498"),
    ("https://www.example.org/maps/@53.3498,-6.2603,17z", "53.3498"),
    ("9C5M8PXQ+WV", "8PXQ"),
    ("8PXQ+WV Dublin", "8PXQ"),
    ("gc7x9813", "gc7x98"),
    ("The raid that never was", "that never"),
    ("THE RAID THAT NEVER WAS", "THAT NEVER"),
    ("Twelve officers knew of it beforehand", "Twelve"),
    ("articles/raid-2024.html", PATH),
    ("Minutes of the ninth meeting", "ninth"),
    ("leaks.example/minutes/9", "leaks"),
    ("The raid was called off by phone", "called off"),
    ("A van waits behind the station", "van waits"),
    ("The house of the swans", "swans"),
    ("Names behind the company", "behind the company"),
    ("articles/names.html", PATH),
    ("operation heron", "heron"),
];

fn is_stopped(built: &Built, what: &str, words: &str) {
    let told = built.diagnostics();
    assert!(built.files.is_empty(), "{what} is published:\n{told}");
    assert!(built.codes().contains(&"E0711"), "{what}:\n{told}");
    assert!(!told.contains(words), "{what} is told:\n{told}");
}

#[test]
fn what_is_protected_is_found_in_every_form() {
    for (text, words) in PLAIN {
        let built = with("static/list.txt", format!("Before {text} behind").as_bytes());
        is_stopped(&built, text, words);
    }
}

#[test]
fn it_is_found_in_every_kind_of_file() {
    let wide: Vec<u8> = "Jane Doe".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let kinds: Vec<(&str, Vec<u8>)> = vec![
        ("static/a.html", b"<p>Ja<b>ne</b> Doe".to_vec()),
        ("static/a.html", b"<p>J&#97;ne&nbsp;D&#x6f;e".to_vec()),
        ("static/a.html", b"<!-- Jane Doe -->".to_vec()),
        ("static/a.html", b"<img alt='Jane Doe'>".to_vec()),
        ("static/a.html", b"<a href='people/jane%20doe'>x</a>".to_vec()),
        ("static/a.html", b"<a href='?q=%4aane+%44oe'>x</a>".to_vec()),
        ("static/a.html", b"<td>Jane</td><td>Doe</td>".to_vec()),
        ("static/a.html", br#"<script type="application/ld+json">{"name":"J\u0061ne Doe"}</script>"#.to_vec()),
        ("static/a.html", b"<style>p::before{content:'\\4a ane Doe'}</style>".to_vec()),
        ("static/a.html", b"<p class=\"x insider-7\">".to_vec()),
        ("static/a.html", b"<p id=\"ref-insider-7\">".to_vec()),
        ("static/a.xml", b"<entry><summary>&lt;b&gt;Ja&lt;i&gt;ne&lt;/i&gt;&lt;/b&gt; Doe</summary></entry>".to_vec()),
        ("static/a.xml", b"<content><![CDATA[Ja<i>ne</i> Doe]]></content>".to_vec()),
        ("static/a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Ja<tspan>ne</tspan> Doe</text></svg>".to_vec()),
        ("static/a.json", br#"[{"n":"Jane Doe"}]"#.to_vec()),
        ("static/a.json", br#"[{"n":"\u5f20\u4e09"}]"#.to_vec()),
        ("static/a.geojson", br#"{"coordinates":[-6.260312,53.349812]}"#.to_vec()),
        ("static/a.js", b"let n = '\\x4aane Doe';".to_vec()),
        ("static/a.css", b"/* Jane Doe */".to_vec()),
        ("static/a.csv", b"Doe,1\nJane Doe,2\n".to_vec()),
        ("static/a.vtt", b"WEBVTT\n\n00:01 --> 00:02\nJane Doe\n".to_vec()),
        ("static/wide.txt", [&[0xff, 0xfe][..], &wide].concat()),
        ("static/western.txt", b"Zo\xe9 M\xfcller".to_vec()),
        ("static/a.bin", [b"\0\x01\x02\xff", &wide[..], b"\xff"].concat()),
        ("static/a.mp3", b"ID3\x03\0\0\0\0\x0f\x76TPE1\0\0\0\x09\0\0\0Jane Doe\xff\xfb".to_vec()),
        ("static/a.pdf", b"%PDF-1.4\n1 0 obj <</Author (Jane Doe)>> endobj".to_vec()),
        ("static/mail.txt", b"From: <Jane Doe>".to_vec()),
        ("static/jane-doe.txt", b"x".to_vec()),
        ("static/people/JaneDoe/a.txt", b"x".to_vec()),
        ("static/张三.txt", b"x".to_vec()),
        ("content/articles/b.md", b"---\ntitle: B\ndate: 2022\n---\nJa**ne** DOE spoke.\n".to_vec()),
        ("content/articles/b.md", b"---\ntitle: B\ndate: 2022\n---\nSaid J\xc3\xa1ne Doe.\n".to_vec()),
        ("content/articles/b.md", b"---\ntitle: JANE DOE\ndate: 2022\n---\nText.\n".to_vec()),
        ("content/articles/b.md", b"---\ntitle: B\ndate: 2022\ntags: [jane doe]\n---\nText.\n".to_vec()),
        ("content/articles/jane-doe.md", b"---\ntitle: B\ndate: 2022\n---\nText.\n".to_vec()),
        ("content/articles/b.md", b"---\ntitle: B\ndate: 2022\n---\n[x](https://a.example/jane-doe)\n".to_vec()),
        ("content/pages/p.md", b"---\ntitle: P\n---\nAt 53.3498, -6.2603.\n".to_vec()),
        ("content/index.md", b"---\ntitle: Home\n---\nThe insider-7 says so.\n".to_vec()),
        ("themes/own/templates/partials/x.html", b"x".to_vec()),
    ];
    for (path, bytes) in kinds.into_iter().filter(|(path, _)| !path.starts_with("themes"))
    {
        let built = with(path, &bytes);
        is_stopped(
            &built,
            &format!("{path} {}", String::from_utf8_lossy(&bytes)),
            "Jane Doe",
        );
    }
}

#[test]
fn what_only_looks_like_it_is_published() {
    for text in [
        "Jane Doesburg and Mary-Jane",
        "Janet Doering",
        "<td>Doe</td><td>Jane</td>",
        "53.35, -6.25 is where the city is",
        "the raid was that",
        "A hearing in Dublin",
        "chapter 53.34, page 6",
        "names, and what is behind them",
    ] {
        let built = with("static/list.html", text.as_bytes());
        assert_eq!(built.codes(), [""; 0], "{text}:\n{}", built.diagnostics());
    }
}

#[test]
fn a_hit_says_where_it_is_recorded_and_where_it_comes_from() {
    let built = with(
        "content/articles/b.md",
        b"---\ntitle: B\ndate: 2022\n---\nFirst.\n\nThen do\xc2\xade, ja**ne** d*oe* said so.\n",
    );
    let found =
        built.found.iter().find(|one| one.message.contains("articles/b.html")).unwrap();
    assert_eq!(found.place, Place::Path("content/articles/b.md".into(), Some(7)));
    assert_eq!(
        found.notes[0],
        "it is recorded in `content/entities/people.yaml`, line 1"
    );
    assert!(found.help[1].contains("`of = \"entity:witness\"`"), "{found:?}");
}

#[test]
fn an_exception_lets_one_thing_into_one_place() {
    let site = |allow: &str| {
        let toml = format!("{SITE}{allow}");
        let mut files = content();
        files[0].1 = &toml;
        files.push(("static/lists/a.txt", "Jane Doe"));
        SiteTest::from_files(&files).build()
    };
    let allow = |of: &str, within: &str| {
        format!("[[firewall.allow]]\nof = \"{of}\"\n{within}\nreason = \"She agreed.\"\n")
    };
    for within in ["in = \"lists/a.txt\"", "in = \"lists/\"", ""] {
        let built = site(&allow("entity:witness", within));
        assert_eq!(built.codes(), [""; 0], "{within} {}", built.diagnostics());
        assert!(built.files.contains_key("lists/a.txt"));
    }
    for (of, within) in [
        ("entity:witness", "in = \"lists/b.txt\""),
        ("entity:witness", "in = \"list/\""),
        ("entity:owner", ""),
        ("never", ""),
    ] {
        assert_eq!(site(&allow(of, within)).codes(), ["E0711"], "{of} {within}");
    }
}

#[test]
fn exceptions_are_printed_by_check() {
    let toml = format!(
        "{SITE}[[firewall.allow]]\nof = \"entity:witness\"\nreason = \"She agreed in May.\"\n"
    );
    let mut files = content();
    files[0].1 = &toml;
    let mut site = SiteTest::from_files(&files);
    assert!(!site.build().codes().contains(&"W0711"));
    site.options.thorough = true;
    let built = site.build();
    assert!(built.codes().contains(&"W0711"), "{}", built.diagnostics());
    assert!(built.diagnostics().contains("She agreed in May."));
}

#[test]
fn what_the_site_tells_openly_is_let_pass_and_said() {
    let mut files = content();
    files.push((
        "content/entities/m.yaml",
        "minister: {name: Tommy Atkins, schema: Person, privacy: public-figure}\n",
    ));
    let mut site = SiteTest::from_files(&files);
    let built = site.build();
    assert!(!built.files.is_empty(), "{}", built.diagnostics());
    site.options.thorough = true;
    let built = site.build();
    assert!(
        built.diagnostics().contains("also told openly by the site"),
        "{}",
        built.diagnostics()
    );
}

#[test]
fn the_site_that_was_there_stays() {
    let folder = Scratch::new("firewall-stays");
    for (path, text) in content() {
        folder.put(path, text);
    }
    let build = || {
        let files = dateline::files::Disk::open(folder.path()).unwrap();
        let target = Target::new(folder.path(), &folder.path().join("public")).unwrap();
        let built =
            pipeline::build(&files, &pipeline::Options::default(), |output, files| {
                write::disk(
                    &target,
                    output,
                    files,
                    Existing::Replace,
                    &Progress::default(),
                )
            });
        built.unwrap().finished.unwrap()
    };
    assert!(build().is_ok());
    let page = folder.path().join("public/articles/a.html");
    let before = fs::read(&page).unwrap();
    folder.put(
        "content/articles/a.md",
        "---\ntitle: Other\ndate: 2022\n---\nJ&#97;ne Doe\n",
    );
    folder.put("static/x.txt", "jane doe");
    let found = mistakes(build().unwrap_err());
    assert!(found.has_errors());
    assert_eq!(fs::read(&page).unwrap(), before);
    assert!(!folder.path().join("public/x.txt").exists());
}

/// The same output, with and without what is to be looked for: the tests above would pass without the search if they
/// looked at nothing.
#[test]
fn with_the_search_switched_off_it_would_be_published() {
    let page = || Artifact {
        path: OutPath::new("a.html").unwrap(),
        from: Place::Site,
        body: Body::Bytes(b"<p>Ja<b>ne</b> Doe".to_vec()),
    };
    let files = Memory::default();
    let off: Output<'_> = vec![page()].into();
    assert!(off.firewall.is_empty());
    assert!(write::memory(&off, &files).is_ok());
    let site = SiteTest::from_files(&content()).build();
    assert!(!site.files.is_empty(), "{}", site.diagnostics());
    let mut memory = Memory::default();
    for (path, text) in content() {
        memory.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
    }
    let built =
        pipeline::build(&memory, &pipeline::Options::default(), |output, files| {
            let with_page: Vec<Artifact<'_>> = vec![page()];
            let on = Output::from(with_page);
            let is_on = !output.firewall.is_empty();
            let found = output.firewall.search(
                &on.artifacts[0].path,
                &Place::Site,
                b"<p>Ja<b>ne</b> Doe",
            );
            (is_on, found, write::memory(&on, files).is_ok())
        });
    let (is_on, found, passes_without) = built.unwrap().finished.unwrap();
    assert!(is_on && passes_without);
    let mut told = Diagnostics::default();
    told.extend(found);
    assert!(told.has_errors());
}

/// What is said of a site with these entities and sources, in every form.
fn said(entities: &str, sources: &str) -> String {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/entities/e.yaml", entities),
        ("content/sources/s.yaml", sources),
    ])
    .build();
    assert!(!built.found.is_empty());
    let json = dateline::diag::render::json(&built.found, &built.texts);
    let short = dateline::diag::render::short(&built.found, &built.texts);
    format!("{}\n{short}\n{json}", built.diagnostics())
}

#[test]
fn no_message_shows_words_that_are_protected() {
    let report = "report: {title: A report}\n";
    for entities in [
        "w: {name: Jane Doe, schema: Persn, privacy: protected}\n",
        "w:\n  name: Jane Doe\n  nmaes: {zh: 张三}\n  names: {zh: 张三}\n  schema: Person\n  privacy: minor\n",
        "w: {name: Jane Doe, schema: Person, privacy: protcted}\n",
        "w: {name: Jane Doe, aliases: [張三丰], schema: Person, privacy: private-person, country: Irland}\n",
        "w: {name: Jane Doe, schema: Person, privacy: protected, private: {phone: Tel of Jane Doe}, rol: x}\n",
        "w: {name: Jane Doe, schema: Person, privacy: protected\nx: {name: [Jane Doe}\n",
    ] {
        let told = said(entities, report);
        for words in ["Jane", "张三", "張三丰", "Tel of"] {
            assert!(!told.contains(words), "{entities}{told}");
        }
        assert!(told.contains("content/entities/e.yaml"), "{told}");
    }
}

#[test]
fn how_words_of_site_toml_are_let_through_is_told() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n[firewall]\nnever = [\"Operation Quill\"]\n"),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\nOperation Quill.\n"),
    ])
    .build();
    let told = built.diagnostics();
    assert!(told.contains("`of = \"never\"`"), "{told}");
    assert!(!told.contains("Quill"), "{told}");
}

#[test]
fn no_message_shows_words_of_a_head_in_whichever_form() {
    let yaml =
        "---\nname: Jane Doe\nname: Jane Doe\nschema: Person\nprivacy: protected\n";
    let toml = "+++\nname = \"Jane Doe\"\nname = \"Jane Doe\"\nschema = \"Person\"\nprivacy = \"protected\"\n";
    for head in [
        format!("{yaml}---\n"),
        format!("{yaml}---\n").replace('\n', "\r\n"),
        format!("{toml}+++\n"),
        format!("{toml}+++\n").replace('\n', "\r\n"),
        // A head that never ends.
        format!("--- \n{}", yaml.strip_prefix("---\n").unwrap()),
    ] {
        let built = SiteTest::from_files(&[
            ("site.toml", "title = \"Example\"\n"),
            ("content/entities/w.md", &head),
        ])
        .build();
        let told = built.diagnostics();
        assert!(!told.contains("Jane"), "{head}{told}");
        assert!(told.contains("content/entities/w.md"), "{told}");
    }
}

#[test]
fn no_message_shows_the_key_or_the_title_of_a_confidential_source() {
    for source in [
        "nightjar: {title: A meeting at night, access: confidential, url: https://a.example/x}\n",
        "nightjar: {title: A meeting at night, by: [Max Muster], access: confidential, publsher: x}\n",
        "nightjar:\n  title: A meeting at night\n  access: confidentail\n",
    ] {
        let told =
            said("w: {name: W, schema: Organization, privacy: public-body}\n", source);
        for words in ["nightjar", "meeting", "Muster"] {
            assert!(!told.contains(words), "{source}{told}");
        }
        assert!(told.contains("content/sources/s.yaml"), "{told}");
    }
}
