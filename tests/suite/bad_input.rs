//! What bad input gets: a clear message with its place, never a panic, never part of a site.
//!
//! A case is a site, `fixtures/bad/<case>/`, or one that a test makes because a repository can't hold it. The
//! program builds it over an earlier site, which has to stay as it was. What it says, and how it
//! ends, is `expected.txt`. One code has its own site in `fixtures/codes`; here are more ways to break
//! the same rules, many of them at once.

#![allow(clippy::disallowed_methods, reason = "tests read and write their own files")]

use crate::support::{Scratch, SiteTest, golden, tests};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\n";
const ARTICLE: &str =
    "---\ntitle: The office closed\ndate: 2022-10-26\n---\n\nThe office closed.\n";

#[test]
fn every_bad_site_has_its_messages() {
    let mut cases: Vec<_> = fs::read_dir(tests().join("fixtures/bad"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|case| tests().join("fixtures/bad").join(case).join("site.toml").exists())
        .collect();
    cases.sort();
    for case in cases {
        let site = Scratch::new(&format!("bad-{case}"));
        copy(&tests().join("fixtures/bad").join(&case), site.path());
        fs::remove_file(site.path().join("expected.txt")).ok();
        told(&case, &site);
    }
}

/// Builds a bad site over an earlier one; what is said is the case's golden.
fn told(case: &str, site: &Scratch) {
    let out = site.path().join("public");
    earlier_site(&out);
    let before = tree(site.path());
    let run = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["build", "--root"])
        .arg(site.path())
        .output()
        .unwrap();
    let (said, done) = (text(&run.stderr), text(&run.stdout));
    let ended = run.status.code();
    assert!(matches!(ended, Some(0..=2)), "{case} ended with {ended:?}:\n{said}");
    if ended != Some(0) {
        assert!(before == tree(site.path()), "{case} changed files, and had errors");
        assert!(said.contains("error[E"), "{case}:\n{said}");
    }
    let told = format!("{said}{done}ended with {}\n", ended.unwrap());
    let root = site.path().display().to_string();
    golden(
        &format!("fixtures/bad/{case}/expected.txt"),
        &told.replace(&root, "<folder>"),
    );
}

/// A site that a build made some time ago.
fn earlier_site(out: &Path) {
    fs::create_dir_all(out.join("articles")).unwrap();
    fs::write(out.join("index.html"), "<p>An earlier site.\n").unwrap();
    fs::write(out.join("articles/old.html"), "<p>An old article.\n").unwrap();
    let record = "dateline output 1\narticles/old.html\nindex.html\n";
    fs::write(out.join(".dateline-output"), record).unwrap();
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Every file below a folder, by path.
/// Every file of a folder; what builds keep for each other is no part of a site.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let all = walkdir::WalkDir::new(folder).into_iter();
    for entry in all.filter_entry(|entry| entry.file_name() != ".dateline") {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap();
        let bytes = match entry.file_type().is_file() {
            true => fs::read(entry.path()).unwrap(),
            false => Vec::new(),
        };
        files.insert(path.to_string_lossy().into_owned(), bytes);
    }
    files
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let (from, to) = (from.join(&path), to.join(&path));
        if from.is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::write(to, bytes).unwrap();
        }
    }
}

/// A site with one article, to which something bad is added.
fn a_site(case: &str) -> Scratch {
    let site = Scratch::new(&format!("bad-{case}"));
    site.put("site.toml", SITE);
    site.put("content/articles/a.md", ARTICLE);
    site
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let site = a_site("not-text");
    site.put("content/articles/latin.md", b"---\ntitle: Caf\xe9\ndate: 2022\n---\n");
    let utf16 = "---\ntitle: A\n".encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16).collect();
    site.put("content/articles/utf16.md", utf16);
    site.put("content/articles/nul.md", b"---\ntitle: A\0B\ndate: 2022\n---\n\x1b[31m\n");
    site.put("content/sources/a.yaml", b"\xff\xd8\xff\xe0 a picture\n");
    site.put("content/articles/linking.md", ARTICLE.replace("closed.", "[[latin]]"));
    told("not-text", &site);
}

#[cfg(unix)]
#[test]
fn files_that_cannot_be_read_are_told() {
    use std::os::unix::fs::symlink;
    let site = a_site("unreadable");
    let folder = site.path().join("content/articles");
    symlink("gone.md", folder.join("broken.md")).unwrap();
    symlink("circle.md", folder.join("circle.md")).unwrap();
    symlink("/etc/hostname", folder.join("outside.md")).unwrap();
    symlink("../../..", folder.join("up")).unwrap();
    symlink("a.md", folder.join("inside.md")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.join("s.md")).unwrap();
    site.put("content/articles/folder.md/index.md", ARTICLE);
    told("unreadable", &site);
}

#[cfg(unix)]
#[test]
fn file_names_that_are_no_addresses_are_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let site = a_site("names");
    let names: [&[u8]; 9] = [
        b"caf\xe9.md",
        b"back\\slash.md",
        b"line\nend.md",
        b"hash#mark.md",
        b"bracket[s].md",
        b"pi|pe.md",
        b".md",
        b" .md",
        b"-.md",
    ];
    for name in names {
        let path = site.path().join("content/articles").join(OsStr::from_bytes(name));
        fs::write(path, ARTICLE).unwrap();
    }
    told("names", &site);
}

#[test]
fn a_hundred_megabytes_of_brackets_are_told() {
    let site = a_site("brackets");
    site.put("content/articles/huge.md", vec![b'['; 100 << 20]);
    for (name, bracket) in [("list", "["), ("map", "{a: "), ("dashes", "- ")] {
        let head = bracket.repeat((15 << 20) / bracket.len());
        let text = format!("---\ntitle: A\ndate: 2022\ntags: {head}\n---\n\nText.\n");
        site.put(&format!("content/articles/{name}.md"), text);
    }
    site.put("content/sources/a.yaml", "[".repeat(15 << 20));
    told("brackets", &site);
}

#[test]
fn names_in_any_script_have_pages_and_links_to_them() {
    let mut files = vec![("site.toml".to_owned(), SITE.to_owned())];
    let names = [
        "with space",
        "quote'quote",
        "double\"quote",
        "a..b",
        "..c",
        "d..",
        "海外110",
        "مركز",
        "çà",
        "a&b",
        "100%",
        "what?",
        "co:lon",
        "star*",
        "dot.",
        "a;b=c,d",
        "~x",
        "%41",
        "e+f",
        "@g",
        "(h)",
        "😀",
        "Ω/ß/x y",
        "a.html",
        "<i>",
        "con-man",
    ];
    let mut text = ARTICLE.to_owned();
    for name in names {
        files.push((format!("content/articles/{name}.md"), ARTICLE.to_owned()));
        text.push_str(&format!("\n[[article:{name}]]\n"));
    }
    files.push((
        "content/pages/links.md".to_owned(),
        text.replace("date: 2022-10-26\n", ""),
    ));
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let built = SiteTest::from_files(&files).build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page("links.html");
    let hrefs = page.split("href=\"articles/").skip(1);
    let hrefs: std::collections::BTreeSet<&str> =
        hrefs.filter_map(|rest| rest.split(['"', '#']).next()).collect();
    let linked: Vec<String> =
        hrefs.iter().map(|href| format!("articles/{}", decoded(href))).collect();
    for path in &linked {
        assert!(built.files.contains_key(path), "{path} in:\n{}", built.tree());
    }
    let pages = linked.iter().filter(|path| *path != "articles/index.html");
    assert_eq!(pages.count(), names.len(), "{linked:#?}");
}

/// An address in HTML as the path it names.
fn decoded(href: &str) -> String {
    let href = href.replace("&amp;", "&");
    let mut parts = href.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}
