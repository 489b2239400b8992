//! What holds of every text that YAML is read from, however broken.

use super::{Node, Value, simple, yaml};
use crate::diag::{Diagnostics, Place};
use crate::files::{FileId, Span};
use proptest::prelude::*;

/// Texts of the pieces that YAML is made of, with letters of one to four bytes.
fn yamlish() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "a",
        "title",
        "福",
        "é",
        "𝒳",
        "\u{feff}",
        "\u{a0}",
        ":",
        ": ",
        "- ",
        "-",
        "? ",
        "\n",
        "\r\n",
        "\r",
        " ",
        "  ",
        "\t",
        "[",
        "]",
        "{",
        "}",
        ",",
        ", ",
        "\"",
        "'",
        "|",
        "|-\n",
        ">",
        "#",
        " # ",
        "&x ",
        "*x",
        "!t ",
        "<<",
        "~",
        "null",
        "\\",
        "\\u",
        "---\n",
        "...\n",
        "%",
        "@",
        "`",
        "2022-10-26",
        "0",
        "\u{85}",
        "\u{2028}",
        "\0",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..40)
        .prop_map(|pieces| pieces.concat())
}

/// Lines of YAML, most of them simple.
fn heads() -> impl Strategy<Value = String> {
    const BEFORE: &[&str] = &[
        "a: ",
        "b-c:   ",
        "d: ",
        "e: ",
        "f:\n  - ",
        "g:\n  h: ",
        "i:\n    - j: ",
        "us/x.y: ",
        "k:\n- ",
        "  - l: ",
        "    m: ",
        "      n: ",
        "      - o: ",
        "  - ",
        "    ",
        "\n",
        "null: ",
        "# ",
    ];
    const VALUES: &[&str] = &[
        "word",
        "two words.  ",
        "2022-10-26",
        "null",
        "",
        " ",
        "p: q",
        "https://x.org/#y",
        "-75.7",
        "[https://x.org/https://y.z?a=b, -1]",
        "é – 福",
        "(x), [y]",
        "[]",
        "[a, b c]",
        "[ \"a\" , 'b',x/y ] ",
        "[a, ]",
        "[a: b]",
        "[a:/b]",
        "[a:]",
        "[- a]",
        "\"a: #b\"",
        "'it''s'",
        "'x\\'",
        "\"\\n\"",
        "\"a\nb\"",
        "x # c",
        "x:",
        "- y",
        "-",
        "~",
        "|\n  z",
        "&x y",
        "\u{2028}",
    ];
    let line = (prop::sample::select(BEFORE), prop::sample::select(VALUES));
    let line = line.prop_map(|(before, value)| format!("{before}{value}\n"));
    prop::collection::vec(line, 1..7).prop_map(|lines| lines.concat())
}

/// Whether the simple reader gives what the parser gives, where it gives anything.
fn check_simple(text: &str) -> Result<(), TestCaseError> {
    let whole = format!("---\n{text}---\n");
    let range = 4..4 + text.len();
    let Some(node) = simple::read(&whole, range.clone(), FileId(3)) else {
        return Ok(());
    };
    let mut diags = Diagnostics::default();
    let parsed = yaml::read_any(&whole, range, FileId(3), &mut diags);
    prop_assert!(diags.is_empty(), "{diags:?} of {text:?}");
    prop_assert_eq!(Some(node), parsed, "{:?}", text);
    Ok(())
}

/// Reads the middle of a longer text, as front matter is read.
fn check(text: &str) {
    let whole = format!("福\r\n{text}é\n");
    let range = "福\r\n".len().."福\r\n".len() + text.len();
    let mut diags = Diagnostics::default();
    let node = yaml::read(&whole, range.clone(), FileId(0), &mut diags);
    assert!(node.is_some() || !diags.is_empty(), "nothing read and nothing said");
    if let Some(node) = &node {
        check_node(&whole, &range, node);
    }
    for found in diags.iter() {
        let also = found.also.iter().map(|also| &also.place);
        for place in std::iter::once(&found.place).chain(also) {
            let Place::Text(span) = place else { panic!("{found:?}") };
            check_span(&whole, &range, *span);
        }
    }
}

fn check_node(whole: &str, range: &std::ops::Range<usize>, node: &Node) {
    check_span(whole, range, node.span);
    match &node.value {
        Value::Null | Value::Unread | Value::Text(_) => {}
        Value::List(items) => {
            items.iter().for_each(|item| check_node(whole, range, item));
        }
        Value::Map(entries) => {
            for entry in entries {
                check_span(whole, range, entry.key_span);
                check_node(whole, range, &entry.value);
            }
        }
    }
}

fn check_span(whole: &str, range: &std::ops::Range<usize>, span: Span) {
    let bytes = span.range();
    assert!(bytes.start <= bytes.end, "{span:?} ends before it begins in {whole:?}");
    assert!(whole.get(bytes.clone()).is_some(), "{span:?} cuts a letter of {whole:?}");
    let inside = range.start <= bytes.start && bytes.end <= range.end;
    assert!(inside, "{span:?} lies outside {range:?} of {whole:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..Default::default() })]

    #[test]
    fn simple_yaml_is_read_as_the_parser_reads_it(head in heads(), text in yamlish()) {
        check_simple(&head)?;
        check_simple(&format!("x: y\n{head}"))?;
        check_simple(&format!("x:\n  - {head}"))?;
        check_simple(&text)?;
    }

    #[test]
    fn places_in_broken_yaml_lie_in_the_text(text in yamlish()) {
        check(&text);
    }

    #[test]
    fn places_in_any_text_lie_in_the_text(text in "\\PC{0,60}") {
        check(&text);
    }

    #[test]
    fn a_plain_text_is_what_its_place_holds(word in "[a-z福é𝒳0-9]{1,8}", end in "\n|\r\n|") {
        let text = format!("a: 1\r\nb: {word}{end}");
        let mut diags = Diagnostics::default();
        let node = yaml::read(&text, 0..text.len(), FileId(0), &mut diags).unwrap();
        if let Some(b) = node.get("b").filter(|b| b.text().is_some()) {
            prop_assert_eq!(b.text(), Some(&text[b.span.range()]));
        }
    }
}

#[test]
fn a_registry_of_many_records_is_simple() {
    let records = (0..100).map(|n| format!("us/s{n}:\n  title: T\n  lat: -75.7\n"));
    let text: String = records.collect();
    let node = simple::read(&text, 0..text.len(), FileId(0)).unwrap();
    assert_eq!(node.entries().map(<[_]>::len), Some(100));
    let twice = text + "us/s3: x\n";
    assert!(simple::read(&twice, 0..twice.len(), FileId(0)).is_none());
}

#[test]
fn heads_as_people_write_them_are_simple() {
    let text = "title: \"Dublin: the office\"\ndate: 2022-10-26\ncountries: [ie, \"CN\"]\n\
        sources: []\nsummary: It's closed; they say so.\ndates:\n  - date: 2022-10-26\n    \
        text: It has to close.\n    locations: [p194]\n  - date: 2022-11\n\nimage:\n  \
        src: a.jpg\n  alt:\ntags:\n  - one\n  - 'two'\n";
    assert!(simple::read(text, 0..text.len(), FileId(0)).is_some());
}

#[test]
fn a_mistake_behind_letters_of_several_bytes_is_told_at_its_place() {
    for (text, at) in [
        ("名: 福州市: 公安局\n", ":"),
        ("名: \"福州市\" 公安局\n", "公"),
        ("a: 1\r\n名: 福州: 市\r\n", ":"),
        ("é: [福州市\nb: 1\n", ":"),
    ] {
        let mut diags = Diagnostics::default();
        yaml::read(text, 0..text.len(), FileId(0), &mut diags);
        let found = diags.iter().next().expect(text);
        let Place::Text(span) = found.place else { panic!("{found:?}") };
        assert_eq!(&text[span.range()], at, "{text:?}: {}", found.message);
    }
}

#[test]
fn a_megabyte_of_opening_brackets_is_refused_and_no_more() {
    for piece in ["{a: ", "[", "- ", "? ", "{", "a: {b: ["] {
        let text = piece.repeat((1 << 20) / piece.len());
        let mut diags = Diagnostics::default();
        assert!(yaml::read(&text, 0..text.len(), FileId(0), &mut diags).is_none());
        let ids: Vec<&str> = diags.iter().map(|found| found.code.id()).collect();
        assert_eq!(ids.len(), 1, "{piece:?}: {ids:?}");
    }
}
