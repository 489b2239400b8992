//! Diagnostics as the editor shows them.

use super::lines::{EditorLines, Units};
use super::uris::SiteFolder;
use crate::diag::{Diagnostic, Place, Severity};
use crate::files::{Error, FilePath, Span, TextFiles};
use lsp_server::Notification;
use lsp_types::notification::{Notification as _, PublishDiagnostics, ShowMessage};
use lsp_types::{
    DiagnosticRelatedInformation, DiagnosticSeverity, Location, MessageType,
    NumberOrString, Position, PublishDiagnosticsParams, Range, ShowMessageParams,
};
use std::collections::BTreeMap;

/// So many related places are told of one.
const MOST_RELATED: usize = 8;

/// What the editor was told of each file in which something is wrong.
pub(super) struct ToldFiles {
    folder: SiteFolder,
    units: Units,
    told: BTreeMap<FilePath, Vec<lsp_types::Diagnostic>>,
}

impl ToldFiles {
    pub(super) fn new(folder: SiteFolder, units: Units) -> Self {
        ToldFiles { folder, units, told: BTreeMap::new() }
    }

    /// What is to be said of each file of which something else was said last.
    pub(super) fn tell(
        &mut self,
        found: &[Diagnostic],
        texts: &TextFiles,
    ) -> Vec<Notification> {
        let mut files: BTreeMap<FilePath, Vec<lsp_types::Diagnostic>> = BTreeMap::new();
        let mut lines = Cached { texts, units: self.units, last: None };
        for one in found {
            let Some((file, range)) = place(&one.place, &mut lines) else { continue };
            let told = self.told_of(one, range, &mut lines);
            files.entry(file).or_default().push(told);
        }
        let last = std::mem::replace(&mut self.told, files);
        let changed = self.told.iter().filter(|(file, now)| last.get(*file) != Some(now));
        let changed = changed.map(|(file, now)| (file, now.clone()));
        let mended = last.keys().filter(|file| !self.told.contains_key(*file));
        let all = changed.chain(mended.map(|file| (file, Vec::new())));
        all.filter_map(|(file, found)| self.of_file(file, found)).collect()
    }

    fn of_file(
        &self,
        file: &FilePath,
        diagnostics: Vec<lsp_types::Diagnostic>,
    ) -> Option<Notification> {
        let uri = self.folder.uri(file)?;
        let params = PublishDiagnosticsParams { uri, diagnostics, version: None };
        Some(Notification::new(PublishDiagnostics::METHOD.to_owned(), params))
    }

    fn told_of(
        &self,
        one: &Diagnostic,
        range: Range,
        lines: &mut Cached<'_>,
    ) -> lsp_types::Diagnostic {
        let related = one.also.iter().take(MOST_RELATED).filter_map(|also| {
            let Place::Text(span) = also.place else { return None };
            let uri = self.folder.uri(lines.texts.path(span.file))?;
            let location = Location::new(uri, lines.range(span));
            Some(DiagnosticRelatedInformation { location, message: also.text.clone() })
        });
        let related: Vec<_> = related.collect();
        lsp_types::Diagnostic {
            range,
            severity: Some(match one.severity {
                Severity::Error => DiagnosticSeverity::ERROR,
                Severity::Warning => DiagnosticSeverity::WARNING,
            }),
            code: Some(NumberOrString::String(one.code.id().to_owned())),
            source: Some("dateline".to_owned()),
            message: message(one),
            related_information: (!related.is_empty()).then_some(related),
            ..lsp_types::Diagnostic::default()
        }
    }
}

/// That the site can't be read.
pub(super) fn failure(error: &Error) -> Notification {
    let params =
        ShowMessageParams { typ: MessageType::ERROR, message: error.to_string() };
    Notification::new(ShowMessage::METHOD.to_owned(), params)
}

/// Where the editor shows what is said of a place; nowhere where that is no path.
fn place(place: &Place, lines: &mut Cached<'_>) -> Option<(FilePath, Range)> {
    match place {
        Place::Text(span) => {
            Some((lines.texts.path(span.file).clone(), lines.range(*span)))
        }
        Place::Path(path, line) => {
            let line = line.map_or(0, |line| line.saturating_sub(1));
            let start = Position::new(line, 0);
            Some((FilePath::new(path).ok()?, Range::new(start, start)))
        }
        Place::Site => Some((FilePath::new("site.toml").ok()?, Range::default())),
    }
}

/// The message with its reasons and what helps, each on a line.
fn message(one: &Diagnostic) -> String {
    let label = one.label.iter().map(|label| format!("({label})"));
    let notes = one.notes.iter().map(|note| format!("note: {note}"));
    let help = one.help.iter().map(|help| format!("help: {help}"));
    let lines = [one.message.clone()].into_iter().chain(label).chain(notes).chain(help);
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of the file that was asked for last; messages come sorted by file.
struct Cached<'t> {
    texts: &'t TextFiles,
    units: Units,
    last: Option<(u32, EditorLines<'t>)>,
}

impl Cached<'_> {
    fn range(&mut self, span: Span) -> Range {
        let (texts, units) = (self.texts, self.units);
        let known = self.last.take().filter(|(file, _)| *file == span.file.0);
        let lines = known.map_or_else(
            || EditorLines::new(&texts.get(span.file).text, units),
            |(_, lines)| lines,
        );
        let range = lines.range(span.range());
        self.last = Some((span.file.0, lines));
        range
    }
}
