//! Every diagnostic code has a site that yields it, with its message to the letter.
//!
//! The site is the folder `tests/fixtures/codes/<ID>/`, or one of [`MADE`] where it can't be kept in a
//! repository (links, huge files, bytes that are no text). The message is `expected.txt` there.

use crate::support::{Scratch, SiteTest, golden, mistakes, tests};
use dateline::check::{RULES, When};
use dateline::diag::render::{Colour, human};
use dateline::diag::{Code, Place, codes};
use dateline::files::{Memory, OutPath, TextFiles};
use dateline::output::{Artifact, Body};
use dateline::write::{Existing, Progress, Target, disk};
use std::path::Path;

/// Adds a mistake to a site and gives its diagnostics as text.
type Make = fn(&Scratch) -> String;

/// Sites that are made by the test, by code.
const MADE: &[(&str, Make)] = &[
    ("E0101", |site| {
        link(site, "content/articles/b.md", "missing.md");
        build(site)
    }),
    ("E0102", |site| {
        site.put("content/articles/b.md", b"---\ntitle: Caf\xe9\n---\n");
        build(site)
    }),
    ("E0103", |site| {
        site.put("content/articles/b.md", vec![b'['; 100 << 20]);
        build(site)
    }),
    ("E0104", |site| {
        link(site, "content/articles/b.md", "../../../..");
        build(site)
    }),
    ("E0506", |site| {
        site.put("content/media/sign.psd", b"8BPS\0\x01");
        site.put(
            "content/articles/b.md",
            "---\ntitle: B\ndate: 2022\n---\n[x](sign.psd)\n",
        );
        build(site)
    }),
    ("W0503", |site| {
        site.put(
            "content/media/letter.pdf",
            "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n2 0 obj << /Author (Jane Doe) /Title \
             (C:\\\\Users\\\\jane\\\\letter.doc) >> endobj\n",
        );
        site.put(
            "content/articles/b.md",
            "---\ntitle: B\ndate: 2022\n---\nHere is [the letter](letter.pdf).\n",
        );
        build(site)
    }),
    ("E0507", |site| {
        site.put(
            "content/media/sign.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x02\0\0\0\x02\x08",
        );
        site.put(
            "content/articles/b.md",
            "---\ntitle: B\ndate: 2022\n---\n[x](sign.png)\n",
        );
        build(site)
    }),
    ("W0501", |site| {
        site.put("static/press/sign.psd", b"8BPS\0\x01");
        build(site)
    }),
    ("E0701", |site| {
        site.put("content/articles/A.md", "---\ntitle: A\ndate: 2022\n---\n");
        build(site)
    }),
    ("E0702", |site| {
        site.put("public/thesis.txt", "mine");
        write(site, "public", "a.html")
    }),
    ("E0703", |site| write(site, "content/public", "a.html")),
    ("E0704", |site| {
        write(site, "public", "a.html");
        site.put("public/b.html", "mine");
        write(site, "public", "b.html")
    }),
    ("W0314", |site| {
        let papers = (0..=1000).map(|n| format!("paper-{n}: {{title: A paper}}\n"));
        let names: Vec<String> = (0..=1000).map(|n| format!("paper-{n}")).collect();
        // On lines of its own, because a message quotes the line that it is about.
        let review = names.join("\n  - ");
        let review = format!("review:\n  title: A review\n  based_on:\n  - {review}\n");
        site.put(
            "content/sources/a.yaml",
            review + "copy: {title: A copy, based_on: [review]}\n",
        );
        site.put("content/sources/p.yaml", papers.collect::<String>());
        build(site)
    }),
];

#[test]
fn every_code_has_its_message() {
    for code in codes::ALL {
        let (id, folder) = (code.id(), format!("fixtures/codes/{}", code.id()));
        let made = MADE.iter().find(|(made, _)| *made == id);
        let text = match made {
            Some((_, make)) => {
                let scratch = a_site(id);
                let root = scratch.path().display().to_string();
                make(&scratch).replace(&root, "<folder>")
            }
            None if tests().join(&folder).join("content").is_dir() => {
                let mut site = SiteTest::from_dir(&folder);
                site.options.thorough = is_not_always_asked(*code) || code.is_eased();
                site.build().diagnostics()
            }
            None => panic!("{id} ({}) has no site tests/{folder}", code.name()),
        };
        assert!(
            text.contains(&format!("[{id}]")),
            "tests/{folder} does not yield {id} ({}), but:\n{text}",
            code.name()
        );
        golden(&format!("{folder}/expected.txt"), &text);
    }
}

#[test]
fn every_site_of_a_code_has_its_code() {
    for entry in std::fs::read_dir(tests().join("fixtures/codes")).unwrap().flatten() {
        let id = entry.file_name().into_string().unwrap();
        let code = codes::ALL.iter().find(|code| code.id() == id);
        assert!(code.is_some(), "tests/fixtures/codes/{id} has no code");
    }
}

fn is_not_always_asked(code: Code) -> bool {
    // What the firewall lets through and can't look for is said without a rule.
    let of_firewall = ["W0711", "W0712", "W0713"].contains(&code.id());
    of_firewall || RULES.iter().any(|rule| rule.code == code && rule.when != When::Always)
}

/// A site without a mistake, to which one is added.
fn a_site(name: &str) -> Scratch {
    let site = Scratch::new(name);
    site.put("site.toml", "title = \"Example\"\n");
    site.put("content/articles/a.md", "---\ntitle: A\ndate: 2022-10-26\n---\n\nText.\n");
    site
}

fn build(site: &Scratch) -> String {
    SiteTest::from_root(site.path()).build().diagnostics()
}

/// Writes a site of one page to `out`; what is reported.
fn write(site: &Scratch, out: &str, page: &str) -> String {
    let artifact = Artifact {
        path: OutPath::new(page).unwrap(),
        from: Place::Site,
        body: Body::Bytes(b"page".to_vec()),
    };
    let target = Target::new(site.path(), &site.path().join(out));
    let result = target.and_then(|target| {
        let files = Memory::default();
        disk(
            &target,
            &vec![artifact].into(),
            &files,
            Existing::Replace,
            &Progress::default(),
        )
    });
    match result {
        Ok(_) => String::new(),
        Err(failure) => {
            human(&mistakes(failure).sorted(), &TextFiles::default(), Colour::Off)
        }
    }
}

#[cfg(unix)]
fn link(site: &Scratch, path: &str, to: &str) {
    std::os::unix::fs::symlink(Path::new(to), site.path().join(path)).unwrap();
}

#[cfg(not(unix))]
fn link(_: &Scratch, _: &str, _: &str) {
    panic!("this test needs symbolic links");
}
