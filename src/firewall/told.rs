//! What is told of what was found: its sort and its place, never its words.

use super::gather::ProtectedThing;
use crate::diag::{Diagnostic, Place, codes};
use crate::files::{OutPath, Span, TextFiles};
use crate::needles::Veil;

/// Something protected that a file would tell.
pub(super) struct Leak<'l> {
    pub(super) thing: &'l ProtectedThing,
    /// Where it is recorded: the path and the line.
    pub(super) place: Option<(String, u32)>,
    pub(super) path: &'l OutPath,
    /// Whether it is the path of the file that tells it.
    pub(super) in_path: bool,
    /// What the file is made from, and the line there that says it.
    pub(super) from: Place,
    pub(super) line: Option<u32>,
}

impl Leak<'_> {
    pub(super) fn told(&self, veil: &Veil) -> Diagnostic {
        let (what, path) = (self.thing.told, veil.cover(self.path.as_str()));
        let message = match self.in_path {
            true => format!("the address `{path}` would tell {what}"),
            false => format!("the file `{path}` would tell {what}"),
        };
        let place = match &self.from {
            Place::Path(path, line) => Place::Path(veil.cover(path).into_owned(), *line),
            place => place.clone(),
        };
        let found = Diagnostic::new(codes::PROTECTED_IN_OUTPUT, place, message);
        let found = match &self.place {
            Some((path, line)) => {
                let path = veil.cover(path);
                found.note(format!("it is recorded in `{path}`, line {line}"))
            }
            None => found,
        };
        let of = if self.thing.is_told { &self.thing.of } else { "…" };
        let found = match self.line {
            Some(_) => found.help("take it out of this line, or say it otherwise"),
            None => found.note("the text of the page doesn't say it: look into the records that it shows, `site.toml`, the theme and what is copied"),
        };
        found.help(format!(
            "where readers may know it all the same, write why into `site.toml`: `[[firewall.allow]]` with `of = \"{of}\"`, `in` and `reason`"
        ))
    }
}

/// The path and the line of a place.
pub(super) fn written(texts: &TextFiles, place: Span) -> (String, u32) {
    let file = texts.get(place.file);
    let before = file.text.as_bytes().get(..place.start as usize).unwrap_or_default();
    (file.path.to_string(), memchr::memchr_iter(b'\n', before).count() as u32 + 1)
}
