//! The site's files as they stand in the editor: what is open there hides what is on the disk.

use super::lines::{EditorLines, Units};
use crate::files::{Disk, Error, FilePath, Files, Found, Look, Memory, Overlay, Reader};
use lsp_types::TextDocumentContentChangeEvent;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts that are open.
#[derive(Debug, Clone, Default)]
pub(super) struct Buffers {
    texts: BTreeMap<FilePath, Arc<str>>,
    files: Memory,
}

impl Buffers {
    /// The text of a file that is open.
    pub(super) fn text(&self, file: &FilePath) -> Option<&Arc<str>> {
        self.texts.get(file)
    }

    /// Takes in a text as it stands now.
    pub(super) fn set(&mut self, file: &FilePath, text: &str) {
        self.texts.insert(file.clone(), text.into());
        self.files.insert(file.clone(), text.as_bytes().to_vec());
    }

    /// Makes the changes of an editor, in their order, to a text that is open.
    pub(super) fn change(
        &mut self,
        file: &FilePath,
        changes: &[TextDocumentContentChangeEvent],
        units: Units,
    ) {
        let Some(text) = self.texts.get(file) else { return };
        let mut text = text.to_string();
        for change in changes {
            match change.range {
                None => text.clone_from(&change.text),
                Some(range) => {
                    let lines = EditorLines::new(&text, units);
                    let (start, end) = (lines.byte(range.start), lines.byte(range.end));
                    text.replace_range(start..end.max(start), &change.text);
                }
            }
        }
        self.set(file, &text);
    }

    /// Lets a text go that is open no longer.
    pub(super) fn close(&mut self, file: &FilePath) {
        self.texts.remove(file);
        self.files.remove(file);
    }
}

/// A site's folder with the texts of an editor over it.
pub(super) struct Edited {
    pub(super) open: Buffers,
    pub(super) disk: Disk,
}

impl Edited {
    fn both(&self) -> Overlay<'_> {
        Overlay { over: &self.open.files, under: &self.disk }
    }
}

impl Files for Edited {
    fn walk(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        self.both().walk(folder)
    }

    fn walk_all(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        self.both().walk_all(folder)
    }

    fn look(&self, path: &FilePath) -> Option<Look> {
        self.open.files.look(path).or_else(|| self.disk.look(path))
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, Error> {
        self.both().read(path)
    }

    fn read_found(&self, path: &FilePath, size: u64) -> Result<Vec<u8>, Error> {
        self.both().read_found(path, size)
    }

    fn reader(&self) -> Reader {
        self.both().reader()
    }

    fn head(&self, path: &FilePath, limit: usize) -> Result<Vec<u8>, Error> {
        self.both().head(path, limit)
    }
}
