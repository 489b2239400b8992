//! Where front matter begins and ends.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span};
use std::ops::Range;

/// How a head is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// Between lines `---`.
    Yaml,
    /// Between lines `+++`.
    Toml,
}

/// The head of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How it is written.
    pub syntax: Syntax,
    /// The bytes between the two fences.
    pub fields: Range<usize>,
    /// The first byte after the closing fence.
    pub body: usize,
}

/// A head that never ends, which has been reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclosed;

/// Finds the head of a text: `Ok(None)` where it has none, an error (reported) where it is not closed.
pub fn split(
    text: &str,
    file: FileId,
    diags: &mut Diagnostics,
) -> Result<Option<Head>, Unclosed> {
    let (fence, syntax) = match text.lines().next().map(str::trim_end) {
        Some("---") => ("---", Syntax::Yaml),
        Some("+++") => ("+++", Syntax::Toml),
        _ => return Ok(None),
    };
    let mut ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|n| n + 1);
    let start = ends.next().unwrap_or(text.len());
    let mut at = start;
    for end in ends.chain([text.len()]) {
        let line = &text[at..end];
        if line.starts_with(fence) && line.trim_end() == fence {
            return Ok(Some(Head { syntax, fields: start..at, body: end }));
        }
        at = end;
    }
    diags.push(
        Diagnostic::new(
            codes::UNCLOSED_FRONT_MATTER,
            Span::new(file, 0, fence.len()),
            format!("front matter begins with `{fence}` and never ends"),
        )
        .label("opened here")
        .help(format!("put a line `{fence}` between the fields and the text")),
    );
    Err(Unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Result<Option<Head>, Unclosed> {
        split(text, FileId(0), &mut Diagnostics::default())
    }

    #[test]
    fn a_head_ends_at_its_own_fence() {
        let text = "---\na: 1\n---\nText\n---\n";
        let found = head(text).unwrap().unwrap();
        assert_eq!(&text[found.fields.clone()], "a: 1\n");
        assert_eq!(&text[found.body..], "Text\n---\n");
    }

    #[test]
    fn line_ends_of_any_sort_and_none_are_fine() {
        let text = "+++\r\na = 1\r\n+++";
        let found = head(text).unwrap().unwrap();
        assert_eq!((found.syntax, &text[found.body..]), (Syntax::Toml, ""));
    }

    #[test]
    fn no_head_is_no_mistake_but_an_open_one_is() {
        assert_eq!(head("Text\n"), Ok(None));
        assert_eq!(head("---\na: 1\n"), Err(Unclosed));
    }
}
