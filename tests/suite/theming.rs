//! `docs/theming.md` names every field that a template is given, in the views' own words.

#![allow(clippy::disallowed_methods, reason = "tests read the repository itself")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const BEGIN: &str =
    "<!-- The rest is written by `UPDATE=1 cargo test theming` from src/view/. -->\n";

/// One struct that templates are given.
struct View {
    name: String,
    about: String,
    /// The template, for a page's view.
    template: Option<String>,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    kind: String,
    about: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The serialised structs of `text`, a file of `src/view/`.
fn views(text: &str) -> Vec<View> {
    let mut views = Vec::new();
    let mut about = String::new();
    let mut serialised = false;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(words) = line.strip_prefix("/// ") {
            join(&mut about, words);
        } else if line.starts_with("#[derive") {
            serialised = line.contains("Serialize");
        } else if let Some(name) = line.strip_prefix("pub struct ").filter(|_| serialised)
        {
            let name =
                name.trim_end_matches([' ', '{']).trim_end_matches("<'e>").to_owned();
            let template = template_of(text, &name);
            let about = std::mem::take(&mut about);
            views.push(View { name, about, template, fields: fields(&mut lines) });
            serialised = false;
        } else {
            about.clear();
        }
    }
    views
}

/// The fields of a struct, up to its closing brace.
fn fields<'t>(lines: &mut impl Iterator<Item = &'t str>) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut about = String::new();
    for line in lines.take_while(|line| *line != "}") {
        let line = line.trim();
        if let Some(words) = line.strip_prefix("/// ") {
            join(&mut about, words);
        } else if let Some((name, kind)) =
            line.strip_prefix("pub ").and_then(|field| field.split_once(": "))
        {
            fields.push(Field {
                name: name.to_owned(),
                kind: shape(kind.trim_end_matches(',')),
                about: std::mem::take(&mut about),
            });
        }
    }
    fields
}

fn join(about: &mut String, words: &str) {
    if !about.is_empty() {
        about.push(' ');
    }
    about.push_str(words);
}

fn template_of(text: &str, name: &str) -> Option<String> {
    let (_, rest) = ["", "<'_>"]
        .iter()
        .find_map(|of| text.split_once(&format!("impl View for {name}{of} {{")))?;
    let (_, rest) = rest.split_once("TEMPLATE: &'static str = \"")?;
    Some(rest.split('"').next()?.to_owned())
}

/// A Rust type in a template author's words.
fn shape(kind: &str) -> String {
    let kind = kind.replace("<'e>", "").replace("&'e ", "");
    let kind = kind.as_str();
    let inside = |outer: &str| {
        kind.strip_prefix(outer)?.strip_prefix('<')?.strip_suffix('>').map(shape)
    };
    if let Some(one) = inside("Option") {
        return format!("{one}, or `none`");
    }
    if let Some(many) = inside("Vec") {
        return format!("list of {many}");
    }
    if let Some(part) = inside("Part") {
        return format!("[part](#part) of {part}");
    }
    if let Some(card) = inside("Card") {
        return card;
    }
    match kind {
        "String" | "&'static str" | "str" | "Cow<'e, str>" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "usize" | "u32" => "number".to_owned(),
        "CardNumber" => "number, or `none`".to_owned(),
        "Value" | "Extra" => "anything".to_owned(),
        "TextHtml" | "Markup" | "WaysBack" | "Spot" | "Marked" => "HTML".to_owned(),
        view => format!("[{view}](#{})", view.to_lowercase()),
    }
}

fn link_words(text: &str) -> String {
    // Links to Rust items mean nothing outside rustdoc: `[`Part`]` is shown as `Part`.
    text.replace("[`", "`").replace("`]", "`").replace("PageHead::root", "page.root")
}

/// Every view, in order of the files that have them.
fn all_views() -> Vec<View> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("src/view"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.iter().flat_map(|file| views(&fs::read_to_string(file).unwrap())).collect()
}

fn reference() -> String {
    let all = all_views();
    let mut out = String::from(BEGIN);
    out.push_str("\n## Pages\n");
    let (shown, parts): (Vec<View>, Vec<View>) =
        all.into_iter().partition(|view| view.template.is_some());
    let (pages, embeds): (Vec<View>, Vec<View>) =
        shown.into_iter().partition(|view| view.about.starts_with("`pages/"));
    pages.iter().for_each(|view| section(&mut out, view));
    out.push_str("\n## What texts show in place\n");
    embeds.iter().for_each(|view| section(&mut out, view));
    out.push_str("\n## What pages are made of\n");
    parts.iter().for_each(|view| section(&mut out, view));
    out
}

fn section(out: &mut String, view: &View) {
    let generic = view.name.split('<').next().unwrap();
    writeln!(out, "\n### {generic}\n\n{}\n", link_words(&view.about)).unwrap();
    out.push_str("| field | what it is | what it means |\n|---|---|---|\n");
    for Field { name, kind, about } in &view.fields {
        let about = link_words(about).replace('|', "\\|");
        let kind = if kind == "[T](#t)" { "what the list is of" } else { kind };
        let kind = kind.replace("[T](#t)", "what it is a part of");
        writeln!(out, "| `{name}` | {kind} | {about} |").unwrap();
    }
}

#[test]
fn the_reference_of_fields_is_that_of_the_views() {
    let path = root().join("docs/theming.md");
    let page = fs::read_to_string(&path).unwrap();
    let (words, written) = page.split_once(BEGIN).expect("docs/theming.md lost its mark");
    let expected = reference();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{words}{expected}")).unwrap();
        return;
    }
    let same = format!("{BEGIN}{written}") == expected;
    assert!(same, "docs/theming.md is stale: run `UPDATE=1 cargo test theming`");
}

#[test]
fn every_page_has_a_template_and_every_template_a_page() {
    let reference = reference();
    for folder in ["pages", "embeds"] {
        let templates = root().join("themes/broadsheet/templates").join(folder);
        let mut there: Vec<String> = names(&templates);
        there.sort();
        let mut named: Vec<String> = reference
            .split(&format!("`{folder}/"))
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('`')?.0.to_owned()))
            .collect();
        named.sort();
        named.dedup();
        assert_eq!(named, there);
    }
}

#[test]
fn an_example_tells_by_its_name_which_field_is_html() {
    let mut named: Vec<String> = all_views()
        .iter()
        .flat_map(|view| &view.fields)
        .filter(|field| field.kind.contains("HTML"))
        .map(|field| field.name.clone())
        .filter(|name| name != "html" && !name.ends_with("_html"))
        .collect();
    named.sort();
    named.dedup();
    let mut known = dateline::theme::HTML_FIELDS;
    known.sort_unstable();
    assert_eq!(named, known);
}

#[test]
fn every_class_of_a_template_has_a_rule() {
    let theme = root().join("themes/broadsheet");
    let files = walk(&theme);
    let read = |ending: &str| -> String {
        let of =
            files.iter().filter(|path| path.extension().is_some_and(|e| e == ending));
        of.map(|path| fs::read_to_string(path).unwrap()).collect()
    };
    let (templates, styles) = (read("html"), read("css"));
    let mut missing: Vec<&str> = templates
        .split("class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(|classes| classes.split(['{', '}', '%', ' ']))
        .filter(|class| class.contains("__") || class.contains("--"))
        .filter(|class| !class.ends_with("--") && !styles.contains(&format!(".{class}")))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    assert_eq!(missing, [] as [&str; 0], "these classes have no rule");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}
