//! Mistakes as HTML, with links for the editor of whoever writes.

use super::editor::Editor;
use super::overlay::{self, EditorLinks};
use super::press::SiteFault;
use crate::files::Error;
use std::path::Path;
use std::sync::Arc;

/// How mistakes become HTML.
#[derive(Debug, Clone)]
pub(super) struct Faults {
    editor: Editor,
    root: Arc<Path>,
}

impl Faults {
    pub(super) fn new(editor: Editor, root: &Path) -> Self {
        Faults { editor, root: root.into() }
    }

    pub(super) fn html(&self, fault: &SiteFault) -> String {
        let links = EditorLinks { editor: self.editor, root: &self.root };
        overlay::html(&fault.found, &fault.texts, links)
    }

    pub(super) fn failure(&self, error: &Error) -> String {
        overlay::failure(&error.to_string())
    }
}
