//! Changes that mend what is wrong.

use super::lines::EditorLines;
use super::places::Stand;
use crate::diag::{Diagnostic, Fix, Place};
use crate::files::FilePath;
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, TextEdit, WorkspaceEdit,
};
use std::collections::HashMap;
use std::ops::Range;

impl Stand<'_> {
    /// What mends the mistakes that touch these bytes; nothing where the text has changed since they were found.
    pub(super) fn fixes(
        &self,
        file: &FilePath,
        text: &str,
        touched: &Range<usize>,
    ) -> Vec<CodeActionOrCommand> {
        let texts = &self.reading.texts;
        let Some((id, read)) = texts.find(file.as_str()) else { return Vec::new() };
        if read.text != text {
            return Vec::new();
        }
        let Some(uri) = self.folder.uri(file) else { return Vec::new() };
        let lines = EditorLines::new(text, self.units);
        let action = |one: &Diagnostic| {
            let Place::Text(span) = one.place else { return None };
            let range = span.range();
            let is_touched = range.start <= touched.end && touched.start <= range.end;
            if span.file != id || !is_touched {
                return None;
            }
            let (title, at, new) = edit(one.fix.as_ref()?, text, range)?;
            let edits = vec![TextEdit::new(lines.range(at), new)];
            let change = WorkspaceEdit {
                changes: Some(HashMap::from([(uri.clone(), edits)])),
                ..WorkspaceEdit::default()
            };
            Some(CodeActionOrCommand::CodeAction(CodeAction {
                title,
                kind: Some(CodeActionKind::QUICKFIX),
                edit: Some(change),
                is_preferred: Some(true),
                ..CodeAction::default()
            }))
        };
        self.reading.found.iter().filter_map(action).collect()
    }
}

/// What a fix is called, the bytes that it changes and what stands there then.
fn edit(
    fix: &Fix,
    text: &str,
    place: Range<usize>,
) -> Option<(String, Range<usize>, String)> {
    match fix {
        Fix::Word { written, meant } => {
            let inside = &text[place.clone()];
            let from = place.start + inside.find(written.as_str())?;
            let at = from..from + written.len();
            Some((format!("Write `{meant}`"), at, meant.clone()))
        }
        Fix::Field(name) => {
            let line = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
            let indent = &text[line..place.start];
            // Within brackets, or behind the dash of a list, a line of its own is no field of the record.
            if !indent.trim().is_empty() {
                return None;
            }
            Some((format!("Add `{name}`"), line..line, format!("{indent}{name}: \n")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(fix: &Fix, text: &str, place: &str) -> Option<String> {
        let from = text.find(place).unwrap();
        let (_, at, new) = edit(fix, text, from..from + place.len())?;
        Some(format!("{}{new}{}", &text[..at.start], &text[at.end..]))
    }

    #[test]
    fn the_word_alone_is_replaced() {
        let fix = Fix::Word { written: "rte-capl".into(), meant: "rte-capel".into() };
        assert_eq!(
            mended(&fix, "x [@rte-capl, p. 1]", "[@rte-capl, p. 1]").unwrap(),
            "x [@rte-capel, p. 1]"
        );
        assert_eq!(
            mended(&fix, "by: \"rte-capl\"", "\"rte-capl\"").unwrap(),
            "by: \"rte-capel\""
        );
        assert_eq!(mended(&fix, "by: other", "other"), None);
    }

    #[test]
    fn a_field_is_added_where_the_record_begins() {
        let fix = Fix::Field("status".into());
        assert_eq!(
            mended(&fix, "a:\n  text: x\n", "text").unwrap(),
            "a:\n  status: \n  text: x\n"
        );
        assert_eq!(mended(&fix, "a:\n  - {text: x}\n", "text"), None);
    }
}
