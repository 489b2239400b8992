//! What reference managers write, and what readers see of it.

use crate::support::{Built, SiteTest};

fn build_with(toml: &str, files: &[(&str, &str)]) -> Built {
    let mut all = vec![("site.toml", toml)];
    all.extend_from_slice(files);
    SiteTest::from_files(&all).build()
}

fn bib(text: &str) -> Built {
    build_with("title = \"Example\"\n", &[("content/sources/b.bib", text)])
}

fn csl(text: &str) -> Built {
    build_with("title = \"Example\"\n", &[("content/sources/c.json", text)])
}

/// Whether any file of the site has these words.
fn says(built: &Built, words: &str) -> bool {
    built.files.values().any(|file| String::from_utf8_lossy(file).contains(words))
}

#[track_caller]
fn has(built: &Built, page: &str, wanted: &[&str]) {
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page(page);
    for text in wanted {
        assert!(page.contains(text), "no `{text}` in\n{page}");
    }
}

const NOTED_BIB: &str = "@misc{b1, title = {B1}, note = {call her on FIRSTSECRET}, owner = {OWNERSECRET}}\n\
    @misc{b2, title = {B2}, annote = {SECONDSECRET}, comment = {COMMENTSECRET}}\n\
    @misc{b3, title = {B3}, annotation = {THIRDSECRET}, privnote = {OTHERSECRET}}\n";

const NOTED_CSL: &str = "[{\"id\": \"c1\", \"type\": \"webpage\", \"title\": \"C1\", \
    \"note\": \"Citation Key: older\\nISSUED: 2013-07/2013-08\\nDOI: 10.1000/c1\\nFOURTHSECRET\", \
    \"issued\": {\"date-parts\": [[2013]]}}, \
    {\"id\": \"c2\", \"type\": \"webpage\", \"title\": \"C2\", \"annote\": \"FIFTHSECRET\", \"custom\": {\"x\": \"CUSTOMSECRET\"}}, \
    {\"id\": \"c3\", \"title\": \"C3\", \"note\": \"{:issued: 2011} {:type: report}\"}]";

#[test]
fn notes_of_reference_managers_stay_in_the_house() {
    let files = [
        ("content/sources/b.bib", NOTED_BIB),
        ("content/sources/c.json", NOTED_CSL),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\n---\n\nSo [@b1; @b2; @b3; @older; @c2; @c3].\n",
        ),
    ];
    let built = build_with("title = \"Example\"\n", &files);
    assert!(!says(&built, "SECRET"));
    assert!(!says(&built, "Citation Key:"));
    has(&built, "sources/c1.html", &["July–August 2013", "https://doi.org/10.1000/c1"]);
    has(&built, "sources/c3.html", &["2011", "Report"]);
}

#[test]
fn a_site_may_publish_the_notes() {
    let files =
        [("content/sources/b.bib", NOTED_BIB), ("content/sources/c.json", NOTED_CSL)];
    let toml = "title = \"Example\"\n[sources]\npublish_notes = true\n";
    let built = build_with(toml, &files);
    has(&built, "sources/b1.html", &["call her on FIRSTSECRET"]);
    has(&built, "sources/b2.html", &["SECONDSECRET"]);
    has(&built, "sources/b3.html", &["THIRDSECRET"]);
    has(&built, "sources/c1.html", &["FOURTHSECRET"]);
    has(&built, "sources/c2.html", &["FIFTHSECRET"]);
    for word in ["OWNER", "COMMENT", "OTHER", "CUSTOM"] {
        assert!(!says(&built, &format!("{word}SECRET")), "{word}");
    }
    assert!(!says(&built, "Citation Key:"));
}

#[test]
fn months_of_bibtex_are_read_whole_or_refused() {
    let built = bib("@misc{m1, title = {M1}, year = 2012, month = \"10~\" # dec}\n\
        @misc{m2, title = {M2}, year = 2012, month = apr # \"~27--\" # may # \"~2\"}\n\
        @misc{m3, title = {M3}, year = 2012, month = {heinäkuu}}\n\
        @misc{m4, title = {M4}, year = 2012, month = {Sept./Oct.}}\n\
        @misc{m5, title = {M5}, year = 2012, month = {Winter}}\n\
        @misc{m6, title = {M6}, year = {c. 2012}}\n\
        @misc{m7, title = {M7}, date = {2012-05/..}, urldate = {5 janvier 2013}}\n");
    has(&built, "sources/m1.html", &["10 December 2012"]);
    has(&built, "sources/m2.html", &["from 27 April to 2 May 2012"]);
    has(&built, "sources/m3.html", &["July 2012"]);
    has(&built, "sources/m4.html", &["September–October 2012"]);
    has(&built, "sources/m5.html", &["winter 2012"]);
    has(&built, "sources/m6.html", &["about 2012"]);
    has(&built, "sources/m7.html", &["since May 2012", "5 January 2013"]);
    let unread = bib("@misc{a, title = {A}, year = 2012, month = {Smarch}}\n\
        @misc{b, title = {B}, year = {forthcoming}}\n\
        @misc{c, title = {C}, month = oct}\n\
        @misc{d, title = {D}, year = 2012, month = {Dec--Jan}}\n\
        @misc{e, title = {E}, date = {2012-05}, year = 2013}\n\
        @misc{f, title = {F}, year = 2011, month = feb # \"~30\"}\n");
    assert_eq!(unread.codes(), ["E0116"; 6], "{}", unread.diagnostics());
    assert!(unread.diagnostics().contains("content/sources/b.bib:1:45"));
}

#[test]
fn dates_of_csl_are_read_whole_or_refused() {
    let built = csl(
        "[{\"id\": \"a\", \"title\": \"A\", \"issued\": {\"date-parts\": [[-120]]}}, \
        {\"id\": \"b\", \"title\": \"B\", \"issued\": {\"date-parts\": [[1987], [0]]}}, \
        {\"id\": \"c\", \"title\": \"C\", \"issued\": {\"date-parts\": [[\"\"]]}}, \
        {\"id\": \"d\", \"title\": \"D\", \"issued\": {\"date-parts\": [[2012]], \"season\": 2, \"circa\": 1}}]",
    );
    has(&built, "sources/a.html", &["120 BC"]);
    has(&built, "sources/b.html", &["since 1987"]);
    has(&built, "sources/c.html", &["C"]);
    has(&built, "sources/d.html", &["about summer 2012"]);
    let unread = csl("[{\"id\": \"a\", \"issued\": {\"date-parts\": [[\"2012a\"]]}}, \
        {\"id\": \"b\", \"issued\": {\"date-parts\": [[2012, 2, 30]]}}, \
        {\"id\": \"c\", \"issued\": {\"literal\": \"in press\"}}]");
    assert_eq!(unread.codes(), ["E0116"; 3], "{}", unread.diagnostics());
}

#[test]
fn others_are_printed_as_et_al() {
    let built = build_with(
        "title = \"Example\"\n",
        &[
            (
                "content/sources/b.bib",
                "@book{a, author = {Roe, Jane and others}, title = {A}}\n\
                 @book{b, editor = {Roe, Jane and {others}}, title = {B}}\n",
            ),
            (
                "content/sources/c.json",
                "[{\"id\": \"c\", \"title\": \"C\", \"author\": [{\"family\": \"Roe\", \"given\": \"Jane\"}, {\"literal\": \"others\"}]}]",
            ),
            ("content/sources/y.yaml", "d: {title: D, by: [Jane Roe, et al.]}\n"),
            (
                "content/articles/a.md",
                "---\ntitle: A\ndate: 2022\n---\n\nAs @a wrote, and [@b; @c; @d].\n",
            ),
        ],
    );
    for page in ["a", "b", "c", "d"] {
        has(&built, &format!("sources/{page}.html"), &["Jane Roe et al."]);
    }
    assert!(!says(&built, "Roe, others"));
    assert!(!says(&built, "Roe, et al"));
    has(&built, "articles/a.html", &["Jane Roe and others"]);
}

#[test]
fn names_that_name_nobody_are_errors() {
    let built = bib("@book{a, author = { and }, title = {A}}\n\
        @book{b, author = {{}}, title = {B}}\n\
        @book{c, author = {Jane Roe, John Roe, Max Roe}, title = {C}}\n");
    assert!(built.codes().iter().all(|code| *code == "E0130"), "{}", built.diagnostics());
    assert_eq!(built.codes().len(), 4);
    let built = csl(
        "[{\"id\": \"a\", \"author\": [{}]}, {\"id\": \"b\", \"editor\": [{\"literal\": \" \"}]}]",
    );
    assert_eq!(built.codes(), ["E0130"; 2], "{}", built.diagnostics());
}

#[test]
fn readers_see_no_tex_and_no_tags() {
    let built = build_with(
        "title = \"Example\"\n",
        &[
            (
                "content/sources/b.bib",
                "@book{a, title = {The \\emph{Sample} ``affair'' --- CO$_2$ \\& {\\ss}}, publisher = {M\\\"uller \\& S{\\o}n}, abstract = {\\textit{x}}}\n",
            ),
            (
                "content/sources/c.json",
                "[{\"id\": \"c\", \"title\": \"On <i>boats</i> &amp; <span style=\\\"font-variant: small-caps;\\\">Nato</span>\", \"publisher\": \"A &amp; B\"}]",
            ),
        ],
    );
    has(
        &built,
        "sources/a.html",
        &["The Sample “affair” — CO₂ &amp; ß", "Müller &amp; Søn"],
    );
    has(&built, "sources/c.html", &["On boats &amp; Nato", "A &amp; B"]);
    let left = bib("@book{a, title = {A \\strange{thing}}, abstract = {\\odd x}}\n");
    assert_eq!(left.codes(), ["E0129", "W0103"], "{}", left.diagnostics());
    assert!(left.diagnostics().contains("b.bib:1:21"), "{}", left.diagnostics());
}

#[test]
fn keys_that_no_text_could_cite_are_refused() {
    let built = bib("@misc{a b, title = {A}}\n\
        @misc{c(1), title = {C}}\n\
        @misc{d:1, title = {D}}\n\
        @misc{e::1, title = {E}}\n");
    assert_eq!(built.codes(), ["E0128"; 3], "{}", built.diagnostics());
    assert!(built.diagnostics().contains("write `a-b`"));
    let twins = bib("@misc{Roe22, title = {A}}\n@misc{roe22, title = {B}}\n");
    assert_eq!(twins.codes(), ["E0108"], "{}", twins.diagnostics());
    let comma = bib("@misc{roe, 2022, title = {A}}\n");
    assert_eq!(comma.codes(), ["E0124"], "{}", comma.diagnostics());
    let number = csl("[{\"id\": 17, \"title\": \"A\"}]");
    assert_eq!(number.codes(), ["E0128"], "{}", number.diagnostics());
    let spaced = csl("[{\"id\": \"roe 2022\", \"title\": \"A\"}]");
    assert_eq!(spaced.codes(), ["E0128"], "{}", spaced.diagnostics());
}

#[test]
fn every_form_of_an_entry_is_read() {
    let built = bib("\u{feff}Words of nobody, me@example.org {\n\
        @comment{@book{hidden, title = {Hidden}}}\r\n\
        % @book{struck, title = {Struck}}\n\
        @string(press = {Example } # \"Press\")\n\
        @preamble{ \"\\newcommand{\\x}{y}\" # press }\n\
        @book(a, author = {Roe, Jane}, title = \"A {\"}quoted{\"} word\", year = 2012, publisher = press)\r\n\
        @inbook{b, crossref = {c}, title = {B}}\n\
        @book{c, crossref = {d}, title = {C}}\n\
        @mvbook{d, crossref = {e}, title = {D}}\n\
        @book{e, title = {E}, year = 2009, month = may}\n");
    has(
        &built,
        "sources/a.html",
        &["A &quot;quoted&quot; word", "Example Press", "Jane Roe"],
    );
    has(&built, "sources/b.html", &["May 2009"]);
    assert!(!built.tree().contains("hidden"), "{}", built.tree());
    assert!(!built.tree().contains("struck"), "{}", built.tree());
}

#[test]
fn one_broken_entry_hides_no_other() {
    let built = build_with(
        "title = \"Example\"\n",
        &[
            (
                "content/sources/b.bib",
                "@misc{a, title = {A}, publisher = nowhere}\n\
                 @misc{b, title = {B\n\
                 @misc{c, title = {C} year = 2012}\n\
                 @misc{d, title = \"D, year = 2012}\n\
                 @misc{e, title = {E}, title = {F}}\n\
                 @misc{f, crossref = {nobody}}\n\
                 @misc{g, url = {https://a.example/ and https://b.example/}}\n\
                 @misc{h, title = {H}}\n",
            ),
            (
                "content/articles/a.md",
                "---\ntitle: A\ndate: 2022\n---\n\nSo [@a; @b; @c; @d; @e; @f; @g; @h].\n",
            ),
        ],
    );
    let wanted = ["E0124", "E0124", "E0124", "E0124", "E0108", "E0203", "E0119"];
    assert_eq!(built.codes(), wanted, "{}", built.diagnostics());
    assert!(built.diagnostics().contains("`nowhere` is neither in braces"));
}
