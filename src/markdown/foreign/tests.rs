//! What is read of texts that were written for other generators.

use crate::diag::{Diagnostics, Place};
use crate::files::FileId;
use crate::markdown::{Manuscript, read};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What texts of other generators are made of, whole and in pieces.
const PIECES: &[&str] = &[
    "%%",
    "%",
    "{{",
    "}}",
    "{{<",
    ">}}",
    "{{%",
    "%}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{/*",
    "*/}",
    "*/",
    "{{/*",
    "{{!--",
    "--}}",
    "<!--",
    "-->",
    "{>>",
    "<<}",
    "{::comment}",
    "{:/}",
    "<%#",
    "%>",
    "comment",
    "endcomment",
    "/comment",
    " private ",
    "{.a}",
    "{: .b}",
    "{#c}",
    "](",
    ")",
    "[",
    "<Tab",
    "</Tab>",
    "/>",
    ">",
    "<a@b.c>",
    ":::",
    "::::",
    ":::note",
    "::: é{.tip}",
    "///",
    "/// note",
    "!!! note",
    "??? tip \"T\"",
    "=== \"U\"",
    "--8<--",
    "+++",
    "[TOC]",
    "import a from 'b'",
    "export const c = {",
    "}",
    ": d",
    ":e:",
    "`",
    "``",
    "```",
    "~~~",
    "\n",
    "\n\n",
    "\r\n",
    "\n    ",
    "\n\t",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n  ",
    "> [!note]- ",
    "> [!é",
    "]",
    " ",
    "é",
    "福",
    "[[x]]",
    "[@k, \"q\"]",
    "![[y]]",
    "[z]{.reported a=b}",
    "[^1]",
    "\n# h",
    "{++",
    "++}",
    "{--",
    "--}",
    "{~~",
    "~>",
    "~~}",
    "\\",
    "*",
    "**",
    "<b>",
    "|",
    "\n|-|\n",
    "x",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..Default::default() })]

    #[test]
    fn what_is_told_of_broken_texts_lies_in_them(pieces in vec(select(PIECES), 0..40), head in 0..3_usize) {
        let head = ["", "---\né: %%\n---\n", "福\n"][head];
        let text = format!("{head}{}", pieces.concat());
        let manuscript = Manuscript::of(&text, head.len()..text.len());
        let mut diags = Diagnostics::default();
        let (_, outline) = read(&manuscript, FileId(0), &mut diags);
        prop_assert!(manuscript.text().starts_with(head));
        for one in diags.iter() {
            if let Place::Text(span) = &one.place {
                prop_assert!(text.get(span.range()).is_some(), "{text:?}: {one:?}");
            }
        }
        for one in &outline.refs {
            prop_assert!(text.get(one.span.range()).is_some(), "{text:?}: {one:?}");
        }
    }

    #[test]
    fn what_stands_in_a_comment_is_never_read(
        before in vec(select(PIECES), 0..8),
        inside in vec(select(PIECES), 0..8),
    ) {
        let inside = inside.concat().replace(['%', '-'], "");
        let before = before.concat().replace(['`', '~', '%', '{', '<', '\\'], "");
        let text = format!("{before} %%SECRET{inside} SECRET%% <!-- SECRET\n\n{inside}SECRET -->\n");
        let manuscript = Manuscript::of(&text, 0..text.len());
        let shown = !text.contains("    ") && !text.contains('\t') && !text.contains("import");
        prop_assert!(!shown || !manuscript.text().contains("SECRET"), "{text:?}");
    }
}

#[test]
fn a_note_that_begins_in_the_head_of_a_container_is_never_read() {
    for head in ["/// note[", "::: note ", ":::tip ", "!!! note ", "??? note "] {
        for note in [
            "%% SECRET\n\nSECRET %%",
            "<!-- SECRET\n\nSECRET -->",
            "{# SECRET\n\nSECRET #}",
        ] {
            let (read, _) = told(&format!("{head}{note}\nWords.\n"));
            assert!(
                !read.contains("SECRET") && read.contains("Words."),
                "{head}{note}: {read}"
            );
        }
    }
}

/// What is read of a text, and the codes of what is said of it.
fn told(text: &str) -> (String, Vec<&'static str>) {
    let manuscript = Manuscript::of(text, 0..text.len());
    let mut diags = Diagnostics::default();
    read(&manuscript, FileId(0), &mut diags);
    let codes = diags.sorted().iter().map(|one| one.code.id()).collect();
    (manuscript.text().to_owned(), codes)
}

fn shown(text: &str) -> String {
    told(text).0
}

#[test]
fn comments_of_other_generators_are_not_read() {
    for (text, left) in [
        ("a %%x%% b", "a  b"),
        ("**a%%x%%** b", "**a** b"),
        ("a\n\n%%\nx\n\n- y\n%%\n\nb", "a\n\n\n\nb"),
        ("> a %%x\n> y%% b", "> a  b"),
        ("- a\n  %%x%%\n- b", "- a\n  \n- b"),
        ("| a | %%x%% |\n|---|---|", "| a |  |\n|---|---|"),
        ("# A %%x%%\n", "# A \n"),
        ("%%```\nx\n%%\n`%%a%%` %%y%%", "\n`%%a%%` "),
        ("a {% comment %}x{% endcomment %} b", "a  b"),
        ("{%- comment -%}\nx\n\n{%- endcomment -%}", ""),
        ("{% comment \"why\" %}x {% comment %}y{% endcomment %} z{% endcomment %}", ""),
        ("{% # x %}a", "a"),
        ("{{/* x */}}a{{- /* y\n\nz */ -}}", "a"),
        ("{{< comment >}}x\n\ny{{< /comment >}}a", "a"),
        ("{{% comment %}}x{{% /comment %}}a", "a"),
        ("{# x } y #}a{#- z -#}b{#c#}", "ab"),
        ("{/* x\ny */}a{ /* no */ }", "a{ /* no */ }"),
        ("{{!-- x }} --}}a{{! y }}b", "ab"),
        ("<%# x %>a<%-- y --%>", "a"),
        ("{>>x<<}a", "a"),
        ("{::comment}\nx\n{:/comment}a", "a"),
        ("a <!-- x\n\ny --> b", "a  b"),
        ("- a\n\n  <!-- x\ny -->\n", "- a\n\n  \n"),
        ("a <!-- x --> b", "a <!-- x --> b"),
        ("<!--\nx\n-->\n\nb", "<!--\nx\n-->\n\nb"),
    ] {
        assert_eq!(told(text), (left.to_owned(), vec![]), "{text}");
    }
}

#[test]
fn what_is_in_code_or_escaped_is_no_comment() {
    for text in [
        "`%%a%%` ``{% b %}`` `{{ c }}`",
        "```\n%%a%%\n{{< b >}}\n```\n",
        "~~~ x\n{% comment %}\n~~~",
        "- a\n\n  ```\n  %%\n  ```\n",
        "> ```\n> {{ a }}\n> ```\n",
        "a\n\n    %%b%%\n\n    {% c %}\n",
        "\\%%a\\%% b\\{{c}} \\{% d %}",
        "{a, b} 100% [a]{.reported} {x} {1}",
        "## A {#id}\n\nB {#b}\n===\n\n<https://a.example/{{b}}%%c> <a@b.example>",
        "term\n: meaning\n\n| a | b |\n|:--|--:|\n",
        "We saw export controls.\n\nimport duties rose from \"x\" to y\n",
        "+++ Eilmeldung +++\n\n??? What did he know\n\n!!! Stop\n",
        "`a %%\nb%%` c",
    ] {
        assert_eq!(told(text), (text.to_owned(), vec![]), "{text}");
    }
}

#[test]
fn a_comment_that_never_ends_is_an_error() {
    for text in [
        "a %%b\n\nc",
        "a\n\n{% comment %}b",
        "{{/* a }}",
        "{{< comment >}}a",
        "{# a",
        "{/* a",
        "a <!-- b",
        "{>>a",
        "{::comment}a",
        "<%# a",
        "growth of 100%%.",
    ] {
        let (left, codes) = told(text);
        assert_eq!(codes, ["E0405"], "{text}");
        assert!(!left.contains('b') || !text.contains("%%b"), "{text}");
    }
    for text in ["{{< a", "{% a", "{{ a", "<% a"] {
        assert_eq!(told(text).1, ["E0406"], "{text}");
    }
}

#[test]
fn what_is_not_understood_is_left_out_and_told() {
    for (text, left) in [
        ("[a *b*]({{< ref \"y.md\" >}}) c", "a *b* c"),
        ("[a]({% post_url x %}) ![b]({{ c }}) [d]({{ e }}/f)", "a  [d](/f)"),
        ("{{< figure src=\"a.png\"\n alt=\"b\" >}}", ""),
        ("{{< box >}}a{{< /box >}}", "a"),
        ("{{% box %}}\na\n{{% /box %}}", "\na\n"),
        ("{% include a.html %}", ""),
        ("{% hint style=\"info\" %}\na\n{% endhint %}", "\na\n"),
        ("a {{ site.title }} b", "a  b"),
        ("{{{ a }}}", ""),
        ("{{< todo >}}\nsecret\n{{< /todo >}}a", "a"),
        ("a\n{: .lead}\n", "a\n\n"),
        ("[a](b){: target=\"_blank\"}", "[a](b)"),
        ("[a](b){target=_blank}", "[a](b)"),
        ("a {.lead}\n", "a \n"),
        ("<Tabs>\n\na\n\n</Tabs>", "\n\na\n\n"),
        ("<Chart data={{a: [1 > 2]}} />", ""),
        ("import A from './a'\nimport './b';\n\na", "\n\n\na"),
        ("export const a = {\n  b: 1,\n}\n\nc", "\n  \n\n\nc"),
        ("[TOC]\n", "\n"),
        ("--8<-- \"a.md\"\n", "\n"),
        ("--8<--\na.md\n--8<--\nb", "\n\n\nb"),
        ("+++\n", "\n"),
        ("% a note\n", "\n"),
        ("::video[a]{b=c}\n", "\n"),
        ("a {++b++} c", "a b c"),
        ("a {--b--} c", "a  c"),
        ("a {~~b~>d~~} c", "a d c"),
        ("::: columns\na\n:::\nb", "\na\n\nb"),
        ("=== \"A *b*\"\n    c\n\n    d\ne", "**A *b***\n\nc\n\nd\ne"),
        ("<%= a %>b", "b"),
    ] {
        let (read, codes) = told(text);
        assert_eq!(read, left, "{text}");
        assert!(
            !codes.is_empty() && codes.iter().all(|code| *code == "W0403"),
            "{text}: {codes:?}"
        );
    }
}

#[test]
fn a_pair_of_tags_is_told_once() {
    let codes = |text: &str| told(text).1;
    assert_eq!(
        codes("{% a %}\nx\n{% enda %}\n\n<Box>\ny\n</Box>\n\n{{< c >}}z{{< /c >}}").len(),
        3
    );
    assert_eq!(codes("{% enda %}"), ["W0403"]);
    assert_eq!(codes(":::"), ["W0403"]);
}

#[test]
fn admonitions_become_alerts() {
    for (text, left) in [
        ("a\n\n:::note\nb\n\nc\n:::\n\nd", "a\n\n> [!note] \n> b\n> \n> c\n> \n\nd"),
        (
            "a\n::: warning Own *title*\nb\n:::\nc",
            "a\n\n> [!warning] Own *title*\n> b\n> \nc",
        ),
        (":::tip[Own]{a=b}\nb\n:::", "> [!tip] Own\n> b\n> "),
        (
            "::: {.callout-note collapse=\"true\" title=\"T\"}\nb\n:::",
            "> [!note]- T\n> b\n> ",
        ),
        (
            "::::note\n:::tip\na\n:::\nb\n::::",
            "> [!note] \n> > [!tip] \n> > a\n> > \n> b\n> ",
        ),
        (
            "- x\n\n  :::note\n  a\n\n  b\n  :::",
            "- x\n\n  > [!note] \n  > a\n  > \n  > b\n  > ",
        ),
        (":::note\n```\n:::\n%%\n```\n:::", "> [!note] \n> ```\n> :::\n> %%\n> ```\n> "),
        ("/// note | T\na\n///", "> [!note] T\n> a\n> "),
        ("!!! warning \"T\"\n    a\n\n    b\n\nc", "> [!warning] T\n> a\n> \n> b\n\nc"),
        ("!!! note\n    a\nb", "> [!note] \n> a\n\nb"),
        ("??? tip\n    a", "> [!tip]- \n> a"),
        ("???+ tip inline end \"\"\n    a", "> [!tip]+ \n> a"),
        (
            "!!! note\n\ta\n\n    !!! tip\n        b\n",
            "> [!note] \n> a\n> \n> > [!tip] \n> > b\n",
        ),
        ("> !!! note\n>     a\n", "> > [!note] \n> > a\n"),
        ("!!! note\nb", "> [!note] \n\nb"),
        (":::note[T %%x%%]\n%%y\nz%%a\n:::", "> [!note] T \n> a\n> "),
    ] {
        let (read, codes) = told(text);
        assert_eq!(read, left, "{text}");
        assert!(codes.is_empty(), "{text}: {codes:?}");
    }
    assert_eq!(told(":::note\na").1, ["W0403"]);
    assert_eq!(told("!!! strange\n    a").1, ["W0405"]);
}

#[test]
fn a_colon_that_no_space_follows_defines_nothing() {
    assert_eq!(shown("a\n\n:warning: b"), "a\n\n\\:warning: b");
    assert_eq!(shown("a\n\n:::note\nb\n:::"), "a\n\n> [!note] \n> b\n> ");
}

#[test]
fn what_is_told_behind_a_comment_has_its_place_in_the_file() {
    let text = "%%x%% `é` [[a]] {{< b\n >}} [@c, \"d\"]\n\n:::note\n[[e]] %%f%% g\n:::\n";
    let manuscript = Manuscript::of(text, 0..text.len());
    let mut diags = Diagnostics::default();
    let (_, outline) = read(&manuscript, FileId(0), &mut diags);
    let written: Vec<&str> =
        outline.refs.iter().map(|one| &text[one.span.range()]).collect();
    assert_eq!(written, ["[[a]]", "[@c, \"d\"]", "[[e]]"]);
}

#[test]
fn nothing_in_a_comment_is_referred_to() {
    let text = "a %%[[b]] [@c] [d]{.reported} {citation needed} [^e]%% {# # F #}\n\n<!--\n# G\n-->\n";
    let manuscript = Manuscript::of(text, 0..text.len());
    let (_, outline) = read(&manuscript, FileId(0), &mut Diagnostics::default());
    assert!(outline.refs.is_empty() && outline.headings.is_empty());
    assert_eq!(outline.words, 1);
}
