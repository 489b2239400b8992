//! What holds of every tree of files, however broken: it is read without a panic, what can't
//! be read is said, each place lies in its file, and what is kept is what would be read.

use super::kept::tests::shown;
use super::{Documents, ParseCache, Parsed, front_matter, parse};
use crate::diag::{Diagnostics, Place};
use crate::files::{FileId, FilePath, Memory, Span, TextFiles, scan};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const PATHS: &[&str] = &[
    "content/index.md",
    "content/articles/a.md",
    "content/articles/2022-10-27-b.md",
    "content/articles/c/index.md",
    "content/articles/[d].md",
    "content/countries/ie.md",
    "content/locations/a.yaml",
    "content/locations/b.md",
    "content/sources/a.yaml",
    "content/sources/b.md",
    "content/sources/c.bib",
    "content/sources/d.json",
    "content/pages/about.md",
    "content/media/sign.jpg",
    "content/media/sign.jpg.yaml",
    "content/vault/a.yaml",
    "content/loose.toml",
];

/// What content is made of, whole and in pieces.
const PIECES: &[&str] = &[
    "---\n",
    "---",
    "+++\n",
    "\r\n",
    "\n",
    "\n\n",
    "\u{feff}",
    " ",
    "\t",
    "title: 福州\n",
    "title = 'é'\n",
    "date: 2022-10-26\n",
    "date: 2022-13-45\n",
    "dates: [{date: 2022}]\n",
    "published: false\n",
    "tags: a b\n",
    "categories: [c]\n",
    "aliases: [/a/]\n",
    "sources: [https://a.example/, x, {id: y}]\n",
    "x:\n  title: 局\n",
    "[taxonomies]\n",
    "[[",
    "]]",
    "[@x, p. 1]",
    "@x",
    "[^1]",
    "[^1]: n\n",
    "> ",
    "- ",
    "| a | b |\n",
    "|-|-|\n",
    "```\n",
    "# h {#i}\n",
    "![](a.jpg)",
    "{citation needed}",
    "<b>",
    "&amp;",
    "\\",
    "𝒳",
    "@article{",
    "k,",
    " title = {",
    "}",
    "{",
    "\\'e",
    "\"",
    "#",
    "@string{a = a}",
    "oct",
    "[{\"id\": \"a\", ",
    "\"title\": \"\\ud83d\"",
    "}]",
    ":",
    ",",
    "null",
    "1e9",
];

/// What lists of CSL items are made of.
const CSL: &[&str] = &[
    "{\"id\": \"a\"},",
    "{\"id\": \"a b\", \"author\": [{}, {\"literal\": \"others\"}]},",
    "{\"id\": \"c\", \"issued\": {\"date-parts\": [[",
    "]], \"season\": 4}},",
    "]], \"circa\": 1}},",
    "], [",
    "\"2012\"",
    "2012",
    "-49",
    "13",
    "0",
    "\"\"",
    "null",
    ", ",
    "{\"id\": \"d\", \"note\": \"issued: 2012\\n{:DOI: 10.1/é}\"},",
    "{\"id\": \"e\", \"title\": \"<i>\\ud83d\\ude00</i> &#x;\", \"URL\": 7},",
];

/// What bibliographies are made of.
const BIB: &[&str] = &[
    "@string{a = a}\n",
    "@string{a = {x}}\n",
    "@string{b = a # b}\n",
    "@misc{k,",
    "@book{k,",
    "@xdata{j,",
    "@set{é,",
    "@book(k,",
    "@preamble{ \"x\" # a }\n",
    "@comment{",
    "note = ",
    "editor = ",
    ")\n",
    "{issued: 2013/..}",
    "{:issued: 2013}",
    "{Sep--Oct}",
    "{10~} # dec",
    "\\emph{",
    "\\\"",
    "`",
    "''",
    "<i>",
    "&amp;",
    ";",
    "title = ",
    "date = ",
    "year = ",
    "month = ",
    "author = ",
    "ids = ",
    "crossref = ",
    "xdata = ",
    "url = ",
    "doi = ",
    "howpublished = ",
    "a",
    "oct",
    "2022",
    " # ",
    "{",
    "}",
    "\"",
    ",",
    "{k}",
    "{j}",
    "{2022-10}",
    "{Doe, Jane and others}",
    "{family=福, given=x}",
    "\\'{\\i}",
    "\\url{",
    "\\",
    "$",
    "--",
    "~",
    "%",
    "\n",
    "}\n",
    "},\n",
    "福",
    "@",
    "=",
    " and ",
];

fn text() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        8 => vec(select(PIECES), 0..30).prop_map(|pieces| pieces.concat().into_bytes()),
        1 => "\\PC{0,80}".prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 0..80),
    ]
}

/// Reads files twice, the second time from what was kept where it was.
fn read(files: Vec<(&'static str, Vec<u8>)>) -> (TextFiles, Documents, Diagnostics) {
    let mut memory = Memory::default();
    for (path, bytes) in files {
        memory.insert(FilePath::new(path).unwrap(), bytes);
    }
    let texts = scan(&memory).unwrap();
    let read = |last: &ParseCache| {
        let mut diags = Diagnostics::default();
        let Parsed { records, kept, .. } = parse(&texts, last, &mut diags);
        (records.documents(&kept, &texts, &mut diags), kept, diags)
    };
    let nothing = ParseCache::default();
    let (first, kept, diags) = read(&nothing);
    let mut bytes = Vec::new();
    kept.write(&mut bytes).unwrap();
    let (again, kept, said) = read(&ParseCache::read(bytes).unwrap());
    assert!(!kept.has_news());
    assert_eq!(shown(again, &said), shown(first, &diags));
    let (documents, ..) = read(&nothing);
    (texts, documents, diags)
}

fn in_its_text(texts: &TextFiles, span: Span) -> bool {
    texts.get(span.file).text.get(span.range()).is_some()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..Default::default() })]

    #[test]
    fn places_in_broken_content_lie_in_its_texts(files in vec((select(PATHS), text()), 1..6)) {
        let (texts, documents, diags) = read(files);
        for found in diags.iter() {
            let also = found.also.iter().map(|also| &also.place);
            for place in std::iter::once(&found.place).chain(also) {
                if let Place::Text(span) = place {
                    prop_assert!(in_its_text(&texts, *span), "{found:?}");
                }
            }
        }
        for item in &documents.sources {
            prop_assert!(in_its_text(&texts, item.place), "{item:?}");
            prop_assert!(item.fields.is_some() || diags.has_errors(), "{item:?}");
        }
        for item in &documents.articles {
            prop_assert!(item.fields.is_some() || diags.has_errors(), "{item:?}");
        }
    }

    #[test]
    fn broken_bibliographies_are_read_or_refused(pieces in vec(select(BIB), 0..40)) {
        let bib = pieces.concat().into_bytes();
        let (texts, documents, diags) = read(vec![("content/sources/a.bib", bib)]);
        for found in diags.iter() {
            if let Place::Text(span) = found.place {
                prop_assert!(in_its_text(&texts, span), "{found:?}");
            }
        }
        let whole = documents.sources.iter().all(|item| item.fields.is_some());
        prop_assert!(whole || diags.has_errors());
    }

    #[test]
    fn broken_items_of_csl_are_read_or_refused(pieces in vec(select(CSL), 0..20)) {
        let json = format!("[{}]", pieces.concat().trim_end_matches(',')).into_bytes();
        let (texts, documents, diags) = read(vec![("content/sources/a.json", json)]);
        for found in diags.iter() {
            if let Place::Text(span) = found.place {
                prop_assert!(in_its_text(&texts, span), "{found:?}");
            }
        }
        let whole = documents.sources.iter().all(|item| item.fields.is_some());
        prop_assert!(whole || diags.has_errors());
    }

    #[test]
    fn a_head_and_its_text_are_the_file(
        yaml in any::<bool>(),
        end in select(&["\n", "\r\n"][..]),
        fields in vec("[a-z]{1,5}: [a-z福é ]{0,9}", 0..4),
        body in vec("[a-z福é#-]{0,9}", 0..4),
        last in any::<bool>(),
    ) {
        let fence = if yaml { "---" } else { "+++" };
        let fields: String = fields.iter().map(|line| format!("{line}{end}")).collect();
        let mut body = body.join(end);
        if last {
            body.push_str(end);
        }
        let text = format!("{fence}{end}{fields}{fence}{end}{body}");
        let mut diags = Diagnostics::default();
        let head = front_matter::split(&text, FileId(0), &mut diags).unwrap().unwrap();
        prop_assert_eq!(&text[head.fields.clone()], fields);
        prop_assert_eq!(&text[head.body..], body);
        prop_assert_eq!(head.syntax == front_matter::Syntax::Yaml, yaml);
    }
}

#[test]
fn marks_of_byte_order_line_ends_and_the_last_line_make_no_difference() {
    let text = "---\ntitle: Dublin\ndate: 2022-10-26\ntags: [a]\n---\nClosed.\n";
    let dos = text.replace('\n', "\r\n");
    for text in [
        text.to_owned(),
        text.trim_end().to_owned(),
        format!("\u{feff}{text}"),
        dos.clone(),
        format!("\u{feff}{}", dos.trim_end()),
    ] {
        let (_, documents, diags) =
            read(vec![("content/articles/a.md", text.clone().into_bytes())]);
        assert!(diags.is_empty(), "{text:?}: {diags:?}");
        let fields = documents.articles[0].fields.as_ref().unwrap();
        assert_eq!(fields.title.value, "Dublin");
        assert_eq!(fields.date.value.as_edtf(), "2022-10-26");
        assert_eq!(fields.tags.as_ref().unwrap().0[0].value, "a");
    }
}
