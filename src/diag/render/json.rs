//! Diagnostics as JSON, one object to a line.

use super::escape;
use super::lines::Index;
use crate::diag::{Diagnostic, Place};
use crate::files::TextFiles;
use serde::Serialize;

/// One diagnostic; a field that has no value is `null`, a list without entries `[]`.
#[derive(Serialize)]
struct JsonLine<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Where<'a>,
    label: Option<&'a str>,
    notes: &'a [String],
    help: &'a [String],
    also: Vec<AlsoLine<'a>>,
}

/// A place: lines and columns from 1 (columns in characters), bytes from 0; each `end` is the first
/// that is not meant any more. Bytes are those after a byte order mark, if the file has one.
#[derive(Serialize, Default)]
struct Where<'a> {
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
}

#[derive(Serialize)]
struct AlsoLine<'a> {
    text: &'a str,
    #[serde(flatten)]
    place: Where<'a>,
}

/// Each as one object on its line, with all that is known of it.
pub fn json(diagnostics: &[Diagnostic], texts: &TextFiles) -> String {
    let diagnostics = &*super::covered(diagnostics, texts);
    let index = Index::new(diagnostics, texts);
    let mut out = String::new();
    for one in diagnostics {
        // Strings, numbers and lists of them can always be written as JSON.
        let text = serde_json::to_string(&line(one, &index)).unwrap_or_default();
        push_escaped(&mut out, &text);
        out.push('\n');
    }
    out
}

fn line<'a>(one: &'a Diagnostic, index: &'a Index<'_>) -> JsonLine<'a> {
    let also = |also: &'a crate::diag::Also| AlsoLine {
        text: &also.text,
        place: place(&also.place, index),
    };
    JsonLine {
        code: one.code.id(),
        name: one.code.name(),
        severity: super::word(one.severity),
        message: &one.message,
        place: place(&one.place, index),
        label: one.label.as_deref(),
        notes: &one.notes,
        help: &one.help,
        also: one.also.iter().map(also).collect(),
    }
}

fn place<'a>(place: &'a Place, index: &'a Index<'_>) -> Where<'a> {
    match place {
        Place::Site => Where::default(),
        Place::Path(path, line) => Where {
            path: Some(path),
            line: line.map(|line| line as usize),
            ..Where::default()
        },
        Place::Text(span) => {
            let lines = index.of(*span);
            let range = lines.range(*span);
            let (from, to) = (lines.position(range.start), lines.position(range.end));
            Where {
                path: Some(lines.path.as_str()),
                line: Some(from.line),
                column: Some(from.column),
                end_line: Some(to.line),
                end_column: Some(to.column),
                start: Some(range.start),
                end: Some(range.end),
            }
        }
    }
}

/// The unseen characters that JSON allows in its strings are escaped too: a log is read on a
/// terminal. One above U+FFFF is two `\u` (RFC 8259, section 7).
fn push_escaped(out: &mut String, json: &str) {
    for c in json.chars() {
        if escape::is_unseen(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
}
