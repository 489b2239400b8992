//! The text of an item, as it was when it was parsed.

use crate::diag::{Diagnostic, Place, codes};
use crate::files::TextFiles;
use crate::model::Prose;

/// The text of the file of `prose`. What a file became may be known without reading it, so it can be
/// that it is read only here, and somebody has written to it since it was looked at.
pub(super) fn text<'t>(
    texts: &'t TextFiles,
    prose: &Prose,
) -> Result<&'t str, Box<Diagnostic>> {
    let found = texts.get(prose.file);
    if found.key == prose.key {
        return Ok(&found.text);
    }
    let path = &found.path;
    let message = format!("`{path}` was changed while the site was built");
    let place = Place::Path(path.to_string(), None);
    let found = Diagnostic::new(codes::UNREADABLE_FILE, place, message);
    Err(Box::new(found.help("build again")))
}
