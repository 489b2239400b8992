//! The style sheet: the one file that a theme's style sheets become.

use super::minify::minify;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::files::{FileId, Span, TextFiles};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Joins the style sheets of the themes `names`, nearest first, in the order of the nearest
/// `css/index.css`, and after them those of the components.
pub(super) fn bundle(
    texts: &TextFiles,
    names: &[String],
    diags: &mut Diagnostics,
) -> String {
    let mut css = String::new();
    if let Some((file, index)) = nearest(texts, names, "css/index.css") {
        for line in statements(index, file) {
            add(line, texts, names, &mut css, diags);
        }
    }
    let components = components(texts, names);
    if !components.is_empty() {
        css.push_str("@layer components{");
        components.values().for_each(|text| css.push_str(&minify(text)));
        css.push('}');
    }
    css
}

/// One statement of `index.css`, without the `;`, and its place.
struct Statement<'t> {
    text: &'t str,
    span: Span,
}

/// The statements of `index.css`; comments are passed over.
fn statements(index: &str, file: FileId) -> Vec<Statement<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < index.len() {
        let rest = &index[at..];
        if rest.starts_with("/*") {
            at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if rest.starts_with(char::is_whitespace) {
            at += rest.chars().next().map_or(1, char::len_utf8);
        } else {
            let end = rest.find(';').unwrap_or(rest.len());
            let text = rest[..end].trim_end();
            found.push(Statement { text, span: Span::new(file, at, at + text.len()) });
            at += end + 1;
        }
    }
    found
}

fn add(
    statement: Statement<'_>,
    texts: &TextFiles,
    names: &[String],
    css: &mut String,
    diags: &mut Diagnostics,
) {
    if statement.text.starts_with("@layer ") && !statement.text.contains('{') {
        css.push_str(&minify(statement.text));
        css.push(';');
        return;
    }
    let place = Place::Text(statement.span);
    let Some((file, layer)) = import(statement.text) else {
        let message = "`css/index.css` holds the order of the layers and imports only";
        diags.push(
            Diagnostic::new(codes::STYLE_IMPORT, place, message)
                .help("write `@import \"name.css\" layer(name);`"),
        );
        return;
    };
    match nearest(texts, names, &format!("css/{file}")) {
        // Writing to a string can't fail.
        Some((_, text)) => {
            let _ = write!(css, "@layer {layer}{{{}}}", minify(text));
        }
        None => {
            let message = format!("there is no style sheet `css/{file}` in the theme");
            diags.push(
                Diagnostic::new(codes::STYLE_IMPORT, place, message)
                    .note(format!("looked for in: {}", names.join(", "))),
            );
        }
    }
}

/// The file and the layer of `@import "file" layer(name)`.
fn import(statement: &str) -> Option<(&str, &str)> {
    let rest = statement.strip_prefix("@import")?.trim_start().strip_prefix('"')?;
    let (file, rest) = rest.split_once('"')?;
    let layer = rest.trim().strip_prefix("layer(")?.strip_suffix(')')?;
    Some((file, layer))
}

/// The text at `path` in the nearest theme that has it.
fn nearest<'t>(
    texts: &'t TextFiles,
    names: &[String],
    path: &str,
) -> Option<(FileId, &'t str)> {
    names.iter().find_map(|name| {
        let (file, text) = texts.find(&format!("themes/{name}/{path}"))?;
        Some((file, text.text.as_str()))
    })
}

/// The style sheets of the components by their path inside a theme, each of the nearest theme.
fn components<'t>(texts: &'t TextFiles, names: &[String]) -> BTreeMap<&'t str, &'t str> {
    let mut found = BTreeMap::new();
    for name in names {
        let folder = format!("themes/{name}/components");
        for (_, text) in texts.below(&folder) {
            if let Some(inside) = text.path.below(&folder).filter(|p| p.ends_with(".css"))
            {
                found.entry(inside).or_insert(text.text.as_str());
            }
        }
    }
    found
}
