//! Sources from the bibliographies of other programs.

use crate::support::{Built, SiteTest};

const BIB: &str = r#"
% exported by a reference manager
@string{sd = "Safeguard Defenders"}
@comment{jabref-meta: databaseType:bibtex;}

@report{sd-110-overseas,
  title       = {{110 Overseas}: {Chinese} transnational policing},
  institution = sd,
  date        = {2022-09-12},
  url         = {https://example.org/pdf/110\_overseas.pdf},
  urldate     = {2023-01-05T10:00:00},
  langid      = {english},
  file        = {/home/reporter/secret.pdf},
  abstract    = {Kept, not shown.},
}

@article{mueller2023,
  author  = {M{\"u}ller, Jo{\~a}o and van der Berg, Ann and {An Garda S\'{\i}och\'ana}},
  title   = "Policing \& diaspora",
  journal = {Journal of Examples},
  year    = 2023, month = oct,
  doi     = {10.1000/xyz123},
}

@newthing{odd, title = {Odd thing}, year = {2021}, crossref = {sd-110-overseas}}
"#;

const JSON: &str = "[
\t{
\t\t\"id\": \"http://zotero.org/users/1/items/ABCD\",
\t\t\"citation-key\": \"rte-capel\",
\t\t\"type\": \"article-newspaper\",
\t\t\"title\": \"Embassy told to close \\u201cstation\\u201d\",
\t\t\"container-title\": \"The Example Times\",
\t\t\"author\": [{\"family\": \"O\\u2019Reporter\", \"given\": \"A.\"}, {\"literal\": \"Example Agency\"}],
\t\t\"issued\": {\"date-parts\": [[2022, 10, 26]]},
\t\t\"accessed\": {\"date-parts\": [[\"2026\", 11, 20]]},
\t\t\"URL\": \"https://example.org/news/123\",
\t\t\"language\": \"en-IE\",
\t\t\"page\": \"4\"
\t},
\t{\"id\": \"strange\", \"type\": \"no-such-type\", \"title\": \"Strange\", \"DOI\": \"https://doi.org/10.1000/s\",
\t \"issued\": {\"date-parts\": [[2022, 9], [2022, 10]], \"circa\": true}}
]
";

fn build(files: &[(&str, &str)]) -> Built {
    let mut all = vec![("site.toml", "title = \"Example\"\n")];
    all.extend_from_slice(files);
    SiteTest::from_files(&all).build()
}

#[track_caller]
fn has(page: &str, wanted: &[&str]) {
    for text in wanted {
        assert!(page.contains(text), "no `{text}` in\n{page}");
    }
}

#[test]
fn a_bibtex_library_becomes_sources() {
    let built = build(&[
        ("content/sources/library.bib", BIB),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022-10-27\n---\n\nSo [@sd-110-overseas; @mueller2023].\n",
        ),
    ]);
    assert_eq!(built.codes(), ["W0102"], "{}", built.diagnostics());
    has(
        built.page("sources/sd-110-overseas.html"),
        &[
            "110 Overseas: Chinese transnational policing",
            "12 September 2022",
            "Safeguard Defenders",
            "https://example.org/pdf/110_overseas.pdf",
            "5 January 2023",
        ],
    );
    has(
        built.page("sources/mueller2023.html"),
        &[
            "Policing &amp; diaspora",
            "João Müller",
            "Ann van der Berg",
            "An Garda Síochána",
            "Journal of Examples",
            "October 2023",
            "https://doi.org/10.1000/xyz123",
        ],
    );
    has(
        built.page("sources/odd.html"),
        &["Odd thing", "<dt>Date</dt><dd><time datetime=\"2021\">"],
    );
    assert!(
        built
            .files
            .values()
            .all(|file| !String::from_utf8_lossy(file).contains("secret.pdf"))
    );
}

#[test]
fn a_library_of_csl_items_becomes_sources() {
    let wrapped = "{\"items\": [{\"id\": \"wrapped\", \"type\": \"book\", \"title\": \"Wrapped\"}]}";
    let built = build(&[
        ("content/sources/zotero.json", JSON),
        ("content/sources/more.json", wrapped),
    ]);
    assert_eq!(built.codes(), ["W0102"], "{}", built.diagnostics());
    has(
        built.page("sources/rte-capel.html"),
        &[
            "Embassy told to close “station”",
            "A. O’Reporter",
            "Example Agency",
            "The Example Times",
            "26 October 2022",
            "https://example.org/news/123",
            "20 November 2026",
        ],
    );
    has(built.page("sources/strange.html"), &["Strange", "https://doi.org/10.1000/s"]);
    has(built.page("sources/wrapped.html"), &["Wrapped"]);
}

#[test]
fn what_is_wrong_in_a_library_is_reported_in_its_place() {
    let bib = "@misc{a, title = {A}, date = {10/11/2022}}\n@misc{a, title = {B}}\n";
    let json = "[{\"title\": \"No id\"}, 7, {\"id\": \"c\", \"URL\": \"javascript:x\"}]";
    let built = build(&[
        ("content/sources/b.bib", bib),
        ("content/sources/c.json", json),
        ("content/sources/d.json", "{\"id\": \"d\"}"),
        ("content/articles/e.json", "[]"),
    ]);
    let shown = built.diagnostics();
    for code in ["E0116", "E0108", "E0106", "E0107", "E0119", "E0122"] {
        assert!(built.codes().contains(&code), "no {code} in\n{shown}");
    }
    assert!(shown.contains("content/sources/b.bib:1:31"), "{shown}");
}

#[test]
fn an_inherited_mistake_is_told_once_where_it_stands() {
    let bib = "@book{p, url = {https://example.org/}, date = {2022-13}}\n@inbook{福州a, crossref = {p}}\n";
    let built = build(&[("content/sources/b.bib", bib)]);
    assert_eq!(built.codes(), ["E0116"], "{}", built.diagnostics());
    assert!(built.diagnostics().contains("content/sources/b.bib:1:48"));
}

#[test]
fn entries_that_inherit_in_a_ring_are_refused() {
    let bib =
        "@book{a, crossref = {b}}\n@book{b, xdata = {a}}\n@book{c, crossref = {c}}\n";
    let built = build(&[("content/sources/b.bib", bib)]);
    assert_eq!(built.codes(), ["E0124"; 2], "{}", built.diagnostics());
}

/// The codes of a site with one bibliography, each once.
fn codes_of(bib: &str) -> Vec<&'static str> {
    let mut codes = build(&[("content/sources/b.bib", bib)]).codes();
    codes.dedup();
    codes
}

#[test]
fn a_bibliography_without_end_is_refused() {
    let rings = [
        "@string{a = a}\n@misc{k, title = a}\n",
        "@string{a = b}\n@string{b = a}\n@misc{k, title = a}\n",
    ];
    for bib in rings {
        assert_eq!(codes_of(bib), ["E0124"], "{bib}");
    }
    let again =
        "@string{a = \"x\"}\n@string{b = a}\n@string{a = b}\n@misc{k, title = b}\n";
    assert_eq!(codes_of(again), ["E0108"]);
    let deep = "\\x{".repeat(100_000);
    let deep = format!("@misc{{k, title = {{{deep}{}}}}}\n", "}".repeat(100_000));
    assert_eq!(codes_of(&deep), ["E0114"]);
    let many = format!("@misc{{k, title = {{{{{}}}}}}}\n", "{a}{b}".repeat(100_000));
    assert_eq!(codes_of(&many), [""; 0]);
}

#[test]
fn abbreviations_and_heirs_that_grow_to_gigabytes_are_refused() {
    let mut bombs = "@string{a0 = \"lol lol lol lol\"}\n".to_owned();
    for n in 1..40 {
        bombs.push_str(&format!("@string{{a{n} = a{0} # a{0}}}\n", n - 1));
    }
    bombs.push_str("@misc{k, title = a39}\n");
    assert_eq!(codes_of(&bombs), ["E0124"]);
    let mut heirs = format!("@book{{big, abstract = {{{}}}}}\n", "a ".repeat(100_000));
    for n in 0..1000 {
        heirs.push_str(&format!("@inbook{{heir{n}, crossref = {{big}}}}\n"));
    }
    assert_eq!(codes_of(&heirs), ["E0124"]);
}

#[test]
fn what_has_no_field_of_its_own_is_used_or_kept() {
    let bib = "@misc{a, title = {A}, howpublished = {\\url{https://example.org/a--b}}, ids = {old-a}}\n\
        @book{b, title = {B}, editor = {Doe, Jane}, month = {October~26}, year = 2022}\n\
        @misc{c, author = {王, 靖渝}, title = {C}, doi = {10.1002/(SICI)1<1::AID>3.0.CO;2-#}}\n";
    let json = "[{\"id\": \"http://zotero.org/users/1/items/ABCD\", \"type\": \"article-journal\", \
        \"title\": \"On <i>stations</i> <3\", \"editor\": [{\"family\": \"Roe\", \"given\": \"R.\"}]}]";
    let built = build(&[
        ("content/sources/b.bib", bib),
        ("content/sources/c.json", json),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022-10-27\n---\n\nSo [@old-a; @ABCD].\n",
        ),
    ]);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    has(built.page("sources/a.html"), &["https://example.org/a--b"]);
    has(built.page("sources/b.html"), &["Jane Doe", "26 October 2022"]);
    has(
        built.page("sources/c.html"),
        &["王靖渝", "https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0.CO;2-%23"],
    );
    has(built.page("sources/ABCD.html"), &["On stations &lt;3", "R. Roe"]);
}

#[test]
fn a_library_that_cannot_be_read_still_has_its_ids() {
    let bib = "@misc{a, title = {A}}\n@misc{b, title = {B}\n@misc{c, title = {C}}\n";
    let built = build(&[
        ("content/sources/b.bib", bib),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\n\nSo [@a; @b; @c].\n"),
    ]);
    assert_eq!(built.codes(), ["E0124"], "{}", built.diagnostics());
    let keyless = build(&[("content/sources/b.bib", "@misc{title = {A}}\n")]);
    assert!(keyless.diagnostics().contains("the entry has no key"));
    let half = build(&[("content/sources/b.json", "[{\"id\": \"\\ud83d\"}]")]);
    assert!(half.codes().contains(&"E0125"), "{}", half.diagnostics());
}

#[test]
fn a_source_is_about_the_country_of_a_location_whose_text_cites_it() {
    let built = build(&[
        (
            "content/sources/all.yaml",
            "report: {title: Report, url: \"https://example.org/\"}\n",
        ),
        (
            "content/locations/office.md",
            "---\nname: Office\ncountry: ie\nsources: [report]\n---\n\nA report tells of it [@report].\n",
        ),
    ]);
    has(built.page("sources/report.html"), &["../countries/ie.html", "Office"]);
}
