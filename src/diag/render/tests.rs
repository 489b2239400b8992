//! What each form looks like, to the letter.

use super::{Colour, human, json, short, summary};
use crate::diag::{Diagnostic, Place, codes};
use crate::files::{FileId, FilePath, Memory, Span, TextFiles, scan};

fn texts(files: &[(&str, &str)]) -> TextFiles {
    let mut memory = Memory::default();
    for (path, text) in files {
        memory.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
    }
    scan(&memory).unwrap()
}

/// The place of the first `part` in the text at `path`.
fn span(texts: &TextFiles, path: &str, part: &str) -> Span {
    let (file, text) = texts.find(path).unwrap();
    let start = text.text.find(part).unwrap();
    Span::new(file, start, start + part.len())
}

fn one(source: &str, part: &str) -> String {
    let texts = texts(&[("content/a.md", source)]);
    let place = span(&texts, "content/a.md", part);
    let found = Diagnostic::new(codes::UNKNOWN_FIELD, place, "no").label("here");
    human(&[found], &texts, Colour::Off)
}

#[test]
fn a_mistake_is_shown_in_its_line_with_reason_and_remedy() {
    let texts = texts(&[("content/a.md", "---\ntitle: A\nsumary: B\n---\n")]);
    let place = span(&texts, "content/a.md", "sumary");
    let found =
        Diagnostic::new(codes::UNKNOWN_FIELD, place, "an article has no `sumary`")
            .label("unknown")
            .note("a field that is not known is never ignored")
            .help("did you mean `summary`?");
    let expected = "\
error[E0105]: an article has no `sumary`
 --> content/a.md:3:1
  |
3 | sumary: B
  | ^^^^^^ unknown
  |
  = note: a field that is not known is never ignored
  = help: did you mean `summary`?

";
    assert_eq!(human(&[found], &texts, Colour::Off), expected);
}

#[test]
fn other_places_are_shown_near_and_far() {
    let texts =
        texts(&[("content/a.md", "id: x\nid: y\n"), ("content/b.md", "\n\nid: x\n")]);
    let at = span(&texts, "content/a.md", "id: y");
    let found = Diagnostic::new(codes::DUPLICATE_KEY, at, "`id` is given twice")
        .also(span(&texts, "content/a.md", "id: x"), "first here")
        .also(span(&texts, "content/b.md", "id"), "and there")
        .also(Place::Path("content/c.png".into(), None), "nor this");
    let expected = "\
error[E0108]: `id` is given twice
 --> content/a.md:2:1
  |
1 | id: x
  | ----- first here
2 | id: y
  | ^^^^^
  |
 ::: content/b.md:3:1
  |
3 | id: x
  | -- and there
  |
  = note: content/c.png: nor this

";
    assert_eq!(human(&[found], &texts, Colour::Off), expected);
}

#[test]
fn a_file_that_is_no_text_is_named() {
    let texts = TextFiles::default();
    let found = [
        Diagnostic::new(codes::NOT_UTF8, Place::Path("a.md".into(), Some(3)), "no")
            .help("save it"),
        Diagnostic::new(
            codes::UNREADABLE_FILE,
            Place::Path("b\u{1b}c".into(), None),
            "no",
        ),
        Diagnostic::new(codes::UNREADABLE_FILE, Place::Site, "nothing"),
    ];
    let expected = "\
error[E0102]: no
--> a.md:3
 |
 = help: save it

error[E0101]: no
--> b\\u{1b}c

error[E0101]: nothing

";
    assert_eq!(human(&found, &texts, Colour::Off), expected);
    let expected = "\
a.md:3: error[E0102]: no
b\\u{1b}c: error[E0101]: no
error[E0101]: nothing
";
    assert_eq!(short(&found, &texts), expected);
    assert_eq!(summary(&found), "3 errors");
}

#[test]
fn a_terminal_is_never_spoken_to() {
    let expected = "\
error[E0105]: no
 --> content/a.md:1:9
  |
1 | \\u{1b}[31m\\u{202e} x
  |                    ^ here

";
    assert_eq!(one("\u{1b}[31m\u{202e}\u{20}x", "x"), expected.replace(":9", ":8"));
    let texts = TextFiles::default();
    let hostile = Diagnostic::new(codes::YAML_TAB, Place::Site, "a\u{1b}]0;\u{7}b\nc")
        .note("x\u{9b}y\nz")
        .help("\u{202e}");
    let expected = "\
error[E0111]: a\\u{1b}]0;\\u{7}b\\nc
 |
 = note: x\\u{9b}y
         z
 = help: \\u{202e}

";
    let hostile = [hostile];
    assert_eq!(human(&hostile, &texts, Colour::Off), expected);
    assert!(
        !json(&hostile, &texts).trim_end().contains(|c: char| !(' '..='~').contains(&c))
    );
    assert!(json(&hostile, &texts).contains(r"\u202e"));
}

#[test]
fn tabs_and_wide_letters_keep_the_mark_in_place() {
    let expected = "\
error[E0105]: no
 --> content/a.md:1:4
  |
1 |     é   x
  |         ^ here

";
    assert_eq!(one("\té\tx", "x"), expected);
    let expected = "\
error[E0105]: no
 --> content/a.md:1:3
  |
1 | 海外x
  |     ^ here

";
    assert_eq!(one("海外x", "x"), expected);
}

#[test]
fn a_long_line_is_cut_around_the_mark() {
    let source = format!("{}MARK{}", "a".repeat(500), "b".repeat(500));
    let expected = format!(
        "\
error[E0105]: no
 --> content/a.md:1:501
  |
1 | …{}MARK{}…
  | {} ^^^^ here

",
        "a".repeat(60),
        "b".repeat(136),
        " ".repeat(60)
    );
    assert_eq!(one(&source, "MARK"), expected);
}

#[test]
fn a_span_longer_than_the_cut_is_marked_to_the_edge() {
    let part = "m".repeat(300);
    let text = one(&format!("x {part} y"), &part);
    assert!(text.contains(&format!("1 | x {}…\n", "m".repeat(198))), "{text}");
    assert!(text.contains(&format!("  |   {} here\n", "^".repeat(198))), "{text}");
}

#[test]
fn line_ends_are_no_part_of_what_is_marked() {
    let expected = "\
error[E0105]: no
 --> content/a.md:2:1
  |
2 | two
  | ^^^ here

";
    assert_eq!(one("one\r\ntwo\r\nthree", "two\r\n"), expected);
}

#[test]
fn a_span_over_lines_is_drawn_over_them() {
    let expected = "\
error[E0105]: no
 --> content/a.md:1:3
  |
1 |   a one
  |  ___^
2 | | two
3 | | three
  | |_____^ here

";
    assert_eq!(one("a one\ntwo\nthree\n", "one\ntwo\nthree\n"), expected);
    let many = "line\n".repeat(100);
    assert!(one(&many, &many).ends_with("1 | line\n  | ^^^^ here\n\n"));
}

#[test]
fn the_end_of_a_file_can_be_meant() {
    for (source, line, column) in [("", 1, 1), ("a", 1, 2), ("a\n", 2, 1)] {
        let texts = texts(&[("content/a.md", source)]);
        let end = Span::new(FileId(0), source.len(), source.len());
        let found = Diagnostic::new(codes::MISSING_FRONT_MATTER, end, "no").label("here");
        let text = human(&[found], &texts, Colour::Off);
        let quoted = if line == 1 { source } else { "" };
        let expected = format!(
            "\
error[E0120]: no
 --> content/a.md:{line}:{column}
  |
{line} | {quoted}
  | {}^ here

",
            " ".repeat(column - 1)
        );
        let bare =
            |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        assert_eq!(bare(&text), bare(&expected));
    }
}

#[test]
fn a_span_beyond_the_text_is_brought_back() {
    let texts = texts(&[("content/a.md", "é")]);
    let found = [Diagnostic::new(codes::YAML_SYNTAX, Span::new(FileId(0), 1, 99), "no")];
    assert!(human(&found, &texts, Colour::Off).contains("a.md:1:1"));
    assert_eq!(short(&found, &texts), "content/a.md:1:1: error[E0110]: no\n");
}

#[test]
fn json_has_every_field() {
    let texts = texts(&[("content/a.md", "é: x\nb: y\n")]);
    let found = Diagnostic::new(
        codes::UNKNOWN_FIELD,
        span(&texts, "content/a.md", "b: y"),
        "no \"b\"",
    )
    .label("here")
    .also(span(&texts, "content/a.md", "x"), "there")
    .note("why")
    .help("what");
    let expected = concat!(
        r#"{"code":"E0105","name":"unknown-field","severity":"error","#,
        r#""message":"no \"b\"","path":"content/a.md","line":2,"column":1,"#,
        r#""end_line":2,"end_column":5,"start":6,"end":10,"label":"here","#,
        r#""notes":["why"],"help":["what"],"also":[{"text":"there","#,
        r#""path":"content/a.md","line":1,"column":4,"end_line":1,"#,
        r#""end_column":5,"start":4,"end":5}]}"#,
        "\n"
    );
    assert_eq!(json(&[found], &texts), expected);
}

#[test]
fn colour_is_only_added_when_asked_for() {
    let texts = texts(&[("content/a.md", "\t\tx")]);
    let found = [Diagnostic::new(codes::YAML_SYNTAX, Span::new(FileId(0), 2, 3), "no")];
    let text = human(&found, &texts, Colour::On);
    assert!(text.contains("\u{1b}[") && text.contains("content/a.md:1:3"), "{text}");
    assert!(!human(&found, &texts, Colour::Off).contains('\u{1b}'));
}
