//! A mistake as HTML: what the terminal is told, in its colours, with links to the places.

use super::ansi::{self, escaped};
use super::editor::Editor;
use crate::diag::render::{self, Colour, FilePlace};
use crate::diag::{Diagnostic, Limited, limited};
use crate::files::TextFiles;
use std::path::Path;

/// So many mistakes of one code are shown; the terminal has all.
const MOST_OF_ONE: usize = 10;

/// Where links to places lead.
#[derive(Debug, Clone, Copy)]
pub(super) struct EditorLinks<'l> {
    pub(super) editor: Editor,
    pub(super) root: &'l Path,
}

/// What was found, one after the other, with how many there are.
pub(super) fn html(
    found: &[Diagnostic],
    texts: &TextFiles,
    links: EditorLinks<'_>,
) -> String {
    let Limited { shown, more } = limited(found, MOST_OF_ONE);
    let told: String = shown.iter().map(|one| message(one, texts, links)).collect();
    let more = render::more(&more);
    let more = match more.as_str() {
        "" => String::new(),
        more => format!("<pre>{}</pre>", escaped(more)),
    };
    frame(&render::summary(found), &format!("{told}{more}"))
}

/// A failure of the machine, in its words.
pub(super) fn failure(message: &str) -> String {
    frame("The site can't be read", &format!("<pre>{}</pre>", escaped(message)))
}

/// One message: its place as a link above what the terminal shows.
fn message(one: &Diagnostic, texts: &TextFiles, links: EditorLinks<'_>) -> String {
    let places = render::places(one, texts);
    let mut shown = ansi::html(
        render::human(std::slice::from_ref(one), texts, Colour::On).trim_end(),
    );
    for place in &places {
        shown = linked(&shown, place, links);
    }
    let class = match one.severity {
        crate::diag::Severity::Error => "error",
        crate::diag::Severity::Warning => "warning",
    };
    format!("<article class=\"{class}\"><pre>{shown}</pre></article>")
}

/// The message with the place where it is told made a link.
fn linked(shown: &str, place: &FilePlace, links: EditorLinks<'_>) -> String {
    let Some(link) = links.editor.link(links.root, place) else {
        return shown.to_owned();
    };
    let told = match place.at {
        Some((line, column)) => format!("{}:{line}:{column}", place.path),
        None => place.path.clone(),
    };
    let told = escaped(&told);
    let anchor = format!("<a href=\"{}\">{told}</a>", escaped(&link));
    // The arrow stands before it, in a colour of its own.
    let behind = |arrow: &str| shown.find(arrow).map(|at| at + arrow.len());
    let from = behind("--&gt; ").or_else(|| behind("--&gt;</span>")).unwrap_or(0);
    match shown[from..].find(&told) {
        Some(at) => {
            let (before, rest) = shown.split_at(from + at);
            format!("{before}{anchor}{}", &rest[told.len()..])
        }
        None => shown.to_owned(),
    }
}

fn frame(title: &str, told: &str) -> String {
    format!(
        "<header><strong>{}</strong> <span>The page is the last without a mistake.</span>\
         <button type=\"button\">Hide</button></header><div>{told}</div>",
        escaped(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;
    use crate::files::{FileId, FilePath, Memory, Span, scan};

    fn texts(text: &str) -> TextFiles {
        let mut files = Memory::default();
        let path = FilePath::new("content/articles/a.md").unwrap();
        files.insert(path, text.as_bytes().to_vec());
        scan(&files).unwrap()
    }

    fn shown(text: &str, word: &str, message: &str, editor: Editor) -> String {
        let texts = texts(text);
        let start = text.find(word).unwrap();
        let span = Span::new(FileId(0), start, start + word.len());
        let found =
            Diagnostic::new(codes::UNKNOWN_FIELD, span, message).help("write `b`");
        let links = EditorLinks { editor, root: Path::new("/site") };
        html(&[found], &texts, links)
    }

    #[test]
    fn a_mistake_is_shown_with_its_line_and_leads_to_it() {
        let html = shown("---\ntitel: A\n---\n", "titel", "no `titel`", Editor::Vscode);
        assert!(html.contains("<strong>1 error</strong>"), "{html}");
        let link = "<a href=\"vscode://file/site/content/articles/a.md:2:1\">content/articles/a.md:2:1</a>";
        assert!(html.contains(link), "{html}");
        assert!(html.contains("titel: A"), "{html}");
        assert!(html.contains("class=\"bold red\">error[E0105]</span>"), "{html}");
    }

    #[test]
    fn what_the_site_says_is_never_markup() {
        let evil = "<script>alert(1)</script>";
        let html = shown(&format!("{evil}: A\n"), evil, evil, Editor::Vscode);
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
        assert!(!failure(evil).contains("<script"));
    }

    #[test]
    fn without_an_editor_the_place_is_told_all_the_same() {
        let html = shown("titel: A\n", "titel", "no", Editor::None);
        assert!(html.contains("content/articles/a.md:1:1"), "{html}");
        assert!(!html.contains("<a "), "{html}");
    }

    #[test]
    fn of_many_mistakes_of_one_code_the_first_are_shown() {
        let texts = texts("a\n");
        let one = |n: usize| {
            let span = Span::start_of(FileId(0));
            Diagnostic::new(codes::UNKNOWN_FIELD, span, format!("mistake {n}."))
        };
        let found: Vec<Diagnostic> = (1..=12).map(one).collect();
        let links = EditorLinks { editor: Editor::None, root: Path::new("/site") };
        let html = html(&found, &texts, links);
        assert!(html.contains("mistake 10.") && !html.contains("mistake 11."), "{html}");
        assert!(html.contains("and 2 more of E0105"), "{html}");
    }
}
