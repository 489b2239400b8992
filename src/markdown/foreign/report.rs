//! What is said of what another generator would have understood.

use super::finding::{Finding, What};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span};
use crate::markdown::manuscript::Manuscript;
use crate::markdown::tree::{Kind, Piece, Tree};

/// Reports what was found in a source; places are those in the file.
pub(in crate::markdown) fn report(
    manuscript: &Manuscript<'_>,
    file: FileId,
    diags: &mut Diagnostics,
) {
    for Finding { at, what } in manuscript.findings() {
        diags.push(said(Span::new(file, at.start, at.end), what));
    }
}

/// What is written in place of a tag, where we have something for it.
fn instead(name: &str) -> &'static str {
    match name {
        "figure" | "img" | "image" | "asset_img" => {
            "write a picture: `![what it shows](file.jpg)`"
        }
        "ref" | "relref" | "link" | "post_url" | "post_link" | "internal_link" => {
            "write the file's name where the link leads: `[label](file.md)`, or `[[file]]`"
        }
        "youtube" | "vimeo" | "tweet" | "twitter" | "x" | "gist" | "instagram"
        | "video" | "audio" | "embed" => "write a link to it: `[label](https://…)`",
        "highlight" | "code" | "codeblock" | "raw" | "verbatim" => {
            "put code between lines of three backticks"
        }
        "include" | "include_relative" | "include_cached" | "readfile" | "import" => {
            "write the words where they are to stand"
        }
        "hint" | "alert" | "note" | "tip" | "warning" | "info" | "callout"
        | "admonition" | "notice" | "danger" | "caution" => {
            "write an alert: `> [!NOTE]`, and its words behind `> `"
        }
        "toc" => "take it out: a list of contents is made by itself",
        "tabs" | "tab" | "Tabs" | "TabItem" => "write a heading for each",
        _ => "write it in Markdown, or take it out",
    }
}

const SHOW: &str = "to show it to readers as it is, put it between backticks";

fn said(at: Span, what: &What) -> Diagnostic {
    let foreign = |message: String| Diagnostic::new(codes::FOREIGN_SYNTAX, at, message);
    match what {
        What::OpenNote(begin, end) => {
            let message = format!("a comment begins with `{begin}` and never ends");
            Diagnostic::new(codes::UNCLOSED_COMMENT, at, message)
                .label("all from here on would be hidden")
                .help(format!("put `{end}` where it ends"))
                .help(format!("if it begins no comment, write `\\{begin}`"))
        }
        What::OpenTag(begin, end) => {
            let message = format!("`{begin}` begins a tag of another generator that never ends");
            Diagnostic::new(codes::UNCLOSED_TAG, at, message)
                .help(format!("put `{end}` where it ends, or take it out"))
                .help(SHOW)
        }
        What::PerCent => foreign("what stands between these `%%` is read as a comment".into())
            .note("it is left out of the page")
            .help("if it is none, write `\\%%`"),
        What::Shortcode(name) => {
            foreign(format!("the shortcode `{name}` is not understood, and is left out"))
                .help(instead(name))
                .help(SHOW)
        }
        What::Withheld(name) => {
            foreign(format!("`{name}` is left out, with all that it holds"))
                .note("its name says that readers are not to see it")
                .help("if they are, take the tags out; else take it all out")
        }
        What::Tag(name) => foreign(format!("the tag `{name}` is not understood, and is left out"))
            .help(instead(name))
            .help(SHOW),
        What::Variable => {
            foreign("a variable of another generator is not understood, and is left out".into())
                .help("write the words that it stands for")
                .help(SHOW)
        }
        What::Attributes => {
            foreign("this list of attributes is not understood, and is left out".into())
                .note("only a heading has one: `## Words {#id}`")
                .help("take it out")
        }
        What::Revision => foreign("this edit is not made yet".into())
            .note("what it adds is shown, what it deletes is left out")
            .help("make the edit, and take its marks out"),
        What::Component(name) => foreign(match name.is_empty() {
            true => "a fragment of JSX is not understood, and is left out".into(),
            false => format!("the component `{name}` is not understood, and is left out"),
        })
        .note("what stands between its beginning and its end is kept")
        .help(instead(name))
        .help(SHOW),
        What::Module => {
            foreign("a line of a program is not understood, and is left out".into())
                .note("`import` and `export` are of MDX")
                .help("take it out")
        }
        What::Container(name) => foreign(match name.is_empty() {
            true => "this container is not understood, so its words stand alone".into(),
            false => format!("the container `{name}` is not understood, so its words stand alone"),
        })
        .help("take its first and its last line out, or write an alert: `> [!NOTE]`"),
        What::OpenContainer(mark) => {
            foreign(format!("what begins with `{mark}` here never ends"))
                .help(format!("put a line `{mark}` behind its last"))
        }
        What::StrayEnd => foreign("this ends a container that doesn't begin".into())
            .help("take the line out"),
        What::Directive(name) => {
            foreign(format!("the directive `{name}` is not understood, and is left out"))
                .help(instead(name))
        }
        What::Tab => foreign("tabs are not understood, so the tab's title stands above its words".into())
            .help("write a heading for each"),
        What::Include => foreign("another file is not included here, and the line is left out".into())
            .help(instead("include")),
        What::Contents => foreign("a list of contents is made by itself, and the line is left out".into())
            .help("take the line out; `toc: true` in the front matter shows one that is short too"),
        What::Break => foreign("this line parts blocks in another generator, and is left out".into())
            .help("take it out, or write `---` for a line between parts"),
        What::LineNote => foreign("a line that begins with `% ` is read as a comment of MyST".into())
            .note("it is left out of the page")
            .help("write `<!-- … -->` around a comment, and `\\%` for per cent"),
    }
}

/// What begins a note or a tag.
const SIGNS: [&str; 4] = ["%%", "{%", "{{", "{/*"];

/// Reports what is left among the words of a tree and would be read as a note or a tag: half of it
/// stands in code, say. Places are those in the text that is read.
pub(in crate::markdown) fn leftovers(
    tree: &Tree,
    manuscript: &Manuscript<'_>,
    diags: &mut Diagnostics,
) {
    let text = manuscript.text();
    if !super::scan::may_be_foreign(&text[manuscript.range()]) {
        return;
    }
    let mut at = 0;
    while let Some(node) = tree.nodes().get(at) {
        at = match node.kind {
            Kind::CodeBlock(_) => node.next as usize,
            _ => at + 1,
        };
        let (Kind::Text(piece) | Kind::Html(piece)) = node.kind else { continue };
        let Piece::Source(start, end) = piece else { continue };
        // An address in `<…>` may hold what it likes.
        if text[..start as usize].ends_with('<') {
            continue;
        }
        let words = &text[start as usize..end as usize];
        for sign in SIGNS {
            for found in memchr::memmem::find_iter(words.as_bytes(), sign.as_bytes()) {
                let from = start as usize + found;
                let span = Span::new(tree.file(), from, from + sign.len());
                let is_escaped = text[..from].ends_with('\\');
                if !is_escaped && !is_told(manuscript, span) {
                    diags.push(leftover(span, sign));
                }
            }
        }
    }
}

/// Whether something was found where a span of the text that is read is written.
fn is_told(manuscript: &Manuscript<'_>, span: Span) -> bool {
    let at = manuscript.span(span).range();
    let findings = manuscript.findings();
    let before = findings.partition_point(|one| one.at.start <= at.start);
    before.checked_sub(1).is_some_and(|last| findings[last].at.end >= at.end)
}

fn leftover(at: Span, sign: &str) -> Diagnostic {
    let (code, what) = match sign {
        "%%" | "{/*" => (codes::UNCLOSED_COMMENT, "comment"),
        _ => (codes::UNCLOSED_TAG, "tag"),
    };
    Diagnostic::new(code, at, format!("`{sign}` stands here and begins no {what}"))
        .help(format!("write `\\{sign}` if readers are to see it, else take it out"))
}
