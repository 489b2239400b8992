//! Scripts of a theme's components: which there are, and what they say.

use crate::files::{FileId, TextFiles};
use std::collections::BTreeMap;

/// A script as it lies in a theme: its file and its text.
pub type ScriptFile<'t> = (FileId, &'t str);

/// The scripts of the components of the themes `names`, nearest first, by their path inside a theme, each of the
/// nearest theme that has it.
pub fn scripts<'t>(
    texts: &'t TextFiles,
    names: &[String],
) -> BTreeMap<&'t str, ScriptFile<'t>> {
    let mut found = BTreeMap::new();
    for name in names {
        let folder = format!("themes/{name}/components");
        for (file, text) in texts.below(&folder) {
            let inside = text.path.below(&folder).filter(|path| path.ends_with(".js"));
            if let Some(inside) = inside {
                found.entry(inside).or_insert((file, text.text.as_str()));
            }
        }
    }
    found
}

/// What stands before the name of a phrase that a script says.
const CALL: &str = "phrase(\"";

/// The names of the phrases that a script says: `phrase("all")`.
pub fn said_in(script: &str) -> impl Iterator<Item = &str> {
    script.match_indices(CALL).filter_map(|(at, _)| {
        let name = &script[at + CALL.len()..];
        name.find('"').map(|end| &name[..end])
    })
}
