//! Files that readers are to get as they are: what must not be among them.

use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::files::TextFiles;

/// Reports files of `content/` that would be run, and in `static/` what is hidden and what tells more than it shows.
pub(super) fn report(texts: &TextFiles, diags: &mut Diagnostics) {
    let is_public =
        |path: &str| path.starts_with("content/") && !path.starts_with("content/vault/");
    for file in texts.others() {
        let path = file.path.as_str();
        let Some(active) = file.active.as_ref().filter(|_| is_public(path)) else {
            continue;
        };
        let message = format!("`{path}` may do more than be shown: {}", active.what);
        diags.push(
            Diagnostic::new(
                codes::ACTIVE_CONTENT,
                Place::Path(path.to_owned(), active.line),
                message,
            )
            .note("who opens it would run it as a part of your site")
            .help(match file.path.ending().as_str() {
                "svg" | "svgz" => "save it as plain SVG without scripts, links to files and pages in it, or as PNG",
                _ => "show a picture of it; a copy that is evidence belongs into `content/vault/`, what readers are to run into `static/`",
            }),
        );
    }
    for file in texts.statics() {
        let Some(format) = file.opaque else { continue };
        let message = format!("the picture `{}` may tell more than it shows", file.path);
        diags.push(
            Diagnostic::new(codes::METADATA_KEPT, Place::Path(file.path.to_string(), None), message)
                .note(format!("it is {format}, from which Dateline can't take out where it was taken, with what and by whom"))
                .help("save it as JPEG, PNG or WebP"),
        );
    }
    for path in texts.hidden() {
        let message = format!("`{path}` is hidden, and is not published");
        diags.push(
            Diagnostic::new(codes::HIDDEN_STATIC_FILE, Place::Path(path.clone(), None), message)
                .help("give it a name without a dot before it, if readers are to have it; else move it out of the folder"),
        );
    }
}
