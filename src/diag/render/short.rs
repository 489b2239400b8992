//! Diagnostics one to a line, as editors and `grep` read them.

use super::escape;
use super::lines::Index;
use crate::diag::{Diagnostic, Place};
use crate::files::TextFiles;

/// Each as `path:line:column: error[E0105]: message`, as far as its place is known.
pub fn short(diagnostics: &[Diagnostic], texts: &TextFiles) -> String {
    let diagnostics = &*super::covered(diagnostics, texts);
    let index = Index::new(diagnostics, texts);
    diagnostics
        .iter()
        .map(|one| {
            let message = escape::line(&one.message);
            let (place, word) = (place(&one.place, &index), super::word(one.severity));
            format!("{place}{word}[{}]: {message}\n", one.code.id())
        })
        .collect()
}

fn place(place: &Place, index: &Index<'_>) -> String {
    match place {
        Place::Text(span) => {
            let lines = index.of(*span);
            let at = lines.position(lines.range(*span).start);
            format!("{}:{}:{}: ", escape::line(lines.path.as_str()), at.line, at.column)
        }
        Place::Path(path, Some(line)) => format!("{}:{line}: ", escape::line(path)),
        Place::Path(path, None) => format!("{}: ", escape::line(path)),
        Place::Site => String::new(),
    }
}
