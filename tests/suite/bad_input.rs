//! What bad input gets: a clear message with its place, never a panic, never part of a site.
//!
//! Each case is an article's text, or a whole site; what is reported is `fixtures/bad-input/<case>.txt`.
//! One code has its own site in `fixtures/codes`; here are more ways to break the same rules.

use crate::support::{Scratch, SiteTest, golden};

const SITE: (&str, &str) = ("site.toml", "title = \"Example\"\n");

/// An article of `content/articles/a.md`, and the case it is.
const ARTICLES: [(&str, &str); 11] = [
    ("unclosed-front-matter", "---\ntitle: A\n\n# Text\n"),
    ("unclosed-toml", "+++\ntitle = \"A\"\n\nText\n"),
    ("tab", "---\ntitle: A\ndate: 2022\ndates:\n\t- date: 2022\n---\n"),
    ("colon", "---\ntitle: Dublin: closed\ndate: 2022\nsummary: so: it is\n---\n"),
    ("duplicate-key", "---\ntitle: A\ndate: 2022\ndate: 2023\ntitle: B\n---\n"),
    ("unknown-country", "---\ntitle: A\ndate: 2022\ncountries: [xx, Freedonia]\n---\n"),
    ("no-such-day", "---\ntitle: A\ndate: 2022-13-45\n---\n"),
    (
        "not-utf8-escapes",
        "---\ntitle: \"\\u0007\\u001b[31m\"\ndate: \"\\u202e2022\"\n---\n",
    ),
    (
        "reference-to-nothing",
        "---\ntitle: A\ndate: 2022\n---\n[[nothing]] [x](nowhere.md)\n",
    ),
    (
        "many-mistakes",
        "---\ntitel: A\ndate: soon\ntype: novel\ncountries: [xx]\n---\n[@no]\n",
    ),
    ("crlf", "---\r\ntitle: A\r\ndate: 2022\r\nsumary: x\r\n---\r\n[[nothing]]\r\n"),
];

#[test]
fn a_broken_article_is_told_with_its_place() {
    for (case, text) in ARTICLES {
        told(case, &[SITE, ("content/articles/a.md", text)]);
    }
}

#[test]
fn a_bomb_of_aliases_is_defused() {
    let mut text = "---\ntitle: A\ndate: 2022\nextra:\n  a0: &a0 [x, x]\n".to_owned();
    for n in 1..40 {
        let last = n - 1;
        text.push_str(&format!("  a{n}: &a{n} [*a{last}, *a{last}]\n"));
    }
    text.push_str("---\n");
    told_first("alias-bomb", &[SITE, ("content/articles/a.md", &text)]);
}

#[test]
fn brackets_without_end_are_no_way_to_stop_a_build() {
    for (case, one) in [("brackets-yaml", "["), ("braces-yaml", "{a: ")] {
        let text =
            format!("---\ntitle: A\ndate: 2022\ntags: {}\n---\n", one.repeat(1 << 20));
        told_first(case, &[SITE, ("content/articles/a.md", &text)]);
    }
    for one in ["[", "![", "[[", "[@", "> ", "*", "- ", "`", "<a ", "[^1]: "] {
        let text = format!("---\ntitle: A\ndate: 2022\n---\n{}\n", one.repeat(20_000));
        let built =
            SiteTest::from_files(&[SITE, ("content/articles/a.md", &text)]).build();
        let is_known = |code: &&str| code.starts_with(['E', 'W']);
        assert!(built.codes().iter().all(is_known));
    }
}

#[test]
fn aliases_that_lead_in_a_circle_are_told() {
    told(
        "alias-circle",
        &[
            SITE,
            ("content/articles/a.md", "---\ntitle: A\ndate: 2022\naliases: [b]\n---\n"),
            ("content/articles/b.md", "---\ntitle: B\ndate: 2022\naliases: [a]\n---\n"),
        ],
    );
}

#[test]
fn an_ambiguous_reference_is_told_with_what_it_could_be() {
    let place = "dublin:\n  name: Dublin\n  country: ie\n";
    told(
        "ambiguous",
        &[
            SITE,
            ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\n[[dublin]]\n"),
            ("content/articles/dublin.md", "---\ntitle: D\ndate: 2022\n---\n"),
            ("content/locations/ie.yaml", place),
        ],
    );
}

#[test]
fn two_pages_with_one_path_are_told() {
    let article = "---\ntitle: A\ndate: 2022\nslug: one\n---\n";
    told(
        "one-path",
        &[SITE, ("content/articles/a.md", article), ("content/articles/b.md", article)],
    );
}

#[test]
fn letters_of_any_script_are_fine_in_a_file_name() {
    let article = "---\ntitle: A\ndate: 2022\n---\nText.\n";
    for name in
        ["海外110", "مركز", "with space", "it's", "a\"b", "a..b", "çà", "a&b", "100%"]
    {
        let path = format!("content/articles/{name}.md");
        let built = SiteTest::from_files(&[SITE, (&path, article)]).build();
        assert_eq!(built.codes(), [""; 0], "{name}: {}", built.diagnostics());
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_and_a_link_out_of_the_site_are_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let site = Scratch::new("bad-names");
    site.put(SITE.0, SITE.1);
    site.put("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\nText.\n");
    let folder = site.path().join("content/articles");
    let bad = folder.join(OsStr::from_bytes(b"caf\xe9.md"));
    std::os::unix::fs::symlink("a.md", bad).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", folder.join("b.md")).unwrap();
    std::os::unix::fs::symlink("../../..", folder.join("up")).unwrap();
    let built = SiteTest::from_root(site.path()).build();
    assert!(built.files.is_empty());
    golden("fixtures/bad-input/names.txt", &built.diagnostics());
}

/// The whole report of a site that must not be built.
fn told(case: &str, files: &[(&str, &str)]) {
    let built = SiteTest::from_files(files).build();
    assert!(built.files.is_empty(), "{case}");
    golden(&format!("fixtures/bad-input/{case}.txt"), &built.diagnostics());
}

/// The first message of a report that may be long.
fn told_first(case: &str, files: &[(&str, &str)]) {
    let mut built = SiteTest::from_files(files).build();
    assert!(built.files.is_empty(), "{case}");
    built.found.truncate(1);
    golden(&format!("fixtures/bad-input/{case}.txt"), &built.diagnostics());
}
