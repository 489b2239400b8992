//! A theme and those it extends.

use super::Manifest;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::fields::{Decode, Node, toml};
use crate::files::TextFiles;
use std::collections::BTreeSet;

/// The theme `name` and those it extends, nearest first, with the options that each declares, or
/// `None` after reporting what keeps them from being one.
pub(super) fn find(
    texts: &TextFiles,
    name: &str,
    named_at: Place,
    diags: &mut Diagnostics,
) -> Option<(Vec<String>, Vec<Option<Node>>)> {
    let (mut names, mut params): (Vec<String>, _) = (Vec::new(), Vec::new());
    let mut next = Some((name.to_owned(), named_at));
    while let Some((name, named_at)) = next {
        if let Some(first) = names.iter().position(|other| *other == name) {
            let mut way = names.split_off(first);
            way.push(name.clone());
            diags.push(
                Diagnostic::new(
                    codes::THEME_CYCLE,
                    named_at,
                    format!("the theme `{name}` extends itself"),
                )
                .note(way.join(" extends "))
                .help("take `extends` out of one of them"),
            );
            return None;
        }
        let manifest = read(texts, &name, named_at, diags)?;
        names.push(name);
        params.push(manifest.params);
        next = manifest.extends.map(|base| (base.value, Place::Text(base.span)));
    }
    Some((names, params))
}

fn read(
    texts: &TextFiles,
    name: &str,
    named_at: Place,
    diags: &mut Diagnostics,
) -> Option<Manifest> {
    let Some((file, text)) = texts.find(&format!("themes/{name}/theme.toml")) else {
        let known = themes(texts);
        diags.push(
            Diagnostic::new(
                codes::UNKNOWN_THEME,
                named_at,
                format!("there is no theme `{name}`"),
            )
            .note(format!("a theme is a folder with a `theme.toml`: `themes/{name}/`"))
            .did_you_mean(name, known.iter().copied()),
        );
        return None;
    };
    let node = toml::read(&text.text, 0..text.text.len(), file, diags)?;
    Manifest::decode(&node, diags)
}

/// The themes that there are, by name.
fn themes(texts: &TextFiles) -> BTreeSet<&str> {
    texts
        .below("themes")
        .filter_map(|(_, text)| text.path.below("themes")?.strip_suffix("/theme.toml"))
        .collect()
}
