//! Bringing a folder of another generator home: its files in, the files of a site of ours and a report out.
//!
//! [`import`] is the whole of it. `setting` reads the configuration, `front` the fields of a file, `address` says where its
//! page was. A text is a `script`, which goes through `shortcodes`, `html` and `signs`; then every page is known, and `links`
//! leads each link where it led. Nothing is passed over in silence: what can't be mapped is in `notes`, with its place.

mod address;
mod days;
mod files_kept;
mod front;
mod html;
mod links;
mod new_site;
mod notes;
mod page;
#[cfg(test)]
mod properties;
mod quiet;
mod script;
mod setting;
mod shortcodes;
mod signs;
mod table;
mod tag;
mod targets;
mod trial;
mod write_page;
mod yaml;

pub use new_site::NewSite;
pub use notes::{Fate, ImportNote, ImportReport};
pub use setting::Generator;
pub use shortcodes::{Mapping, Mappings};

use crate::files::{FilePath, Files};
use files_kept::FilesKept;
use notes::FileNotes;
use page::ForeignPage;
use rayon::prelude::*;
use setting::{Setting, TextRoot};
use std::collections::{BTreeMap, BTreeSet};
use targets::{TargetPage, Targets};

/// Makes a site of the files at `paths`, which are in order. Texts that the new site could not be built with are held back
/// as drafts, and the report says why.
pub fn import(
    generator: Generator,
    paths: &[FilePath],
    files: &dyn Files,
    mappings: &Mappings,
) -> NewSite {
    let setting = Setting::read(generator, paths, files);
    let mut held: BTreeMap<String, String> = BTreeMap::new();
    let mut made = make(&setting, paths, files, mappings, &held);
    for _ in 0..ROUNDS {
        let failed = trial::failures(&made, files);
        let before = held.len();
        for (source, why) in failed {
            held.entry(source).or_insert(why);
        }
        if held.len() == before {
            break;
        }
        made = make(&setting, paths, files, mappings, &held);
    }
    made
}

/// So often at most are texts held back and the rest is tried anew.
const ROUNDS: usize = 5;

/// Folders that hold no texts of the site.
const NOT_OURS: [&str; 14] = [
    "node_modules",
    "vendor",
    "public",
    "_site",
    "target",
    "themes",
    "layouts",
    "archetypes",
    "_layouts",
    "_includes",
    "_sass",
    "_data",
    "templates",
    "Templates",
];

/// Files that are about a site, and not of it.
const ABOUT: [&str; 10] = [
    "readme",
    "license",
    "licence",
    "contributing",
    "changelog",
    "code_of_conduct",
    "security",
    "governance",
    "authors",
    "maintainers",
];

/// What a file is to an import.
enum FileSort {
    /// A text in this folder of texts.
    Text(usize),
    /// A file that a text may lead to.
    Other,
    /// Nothing, for this reason.
    Nothing(&'static str),
}

fn sort(path: &FilePath, setting: &Setting) -> FileSort {
    let in_root =
        |root: &TextRoot| root.folder.is_empty() || path.below(&root.folder).is_some();
    let root = setting.roots.iter().position(in_root);
    let is_text = matches!(&*path.ending(), "md" | "markdown" | "mdx");
    let inner = root.map(|root| inner(path, &setting.roots[root]));
    let folders = inner
        .unwrap_or(path.as_str())
        .rsplit_once('/')
        .map_or("", |(folders, _)| folders);
    if folders.split('/').any(|part| NOT_OURS.contains(&part)) {
        return FileSort::Nothing("it lies in a folder of templates or programs");
    }
    if !is_text {
        return match &*path.ending() {
            "html" | "htm" | "xml" | "njk" | "liquid" => {
                FileSort::Nothing("it is a template, and no Markdown")
            }
            "adoc" | "asciidoc" | "org" | "rst" | "ipynb" | "canvas" | "base" | "pdc"
            | "qmd" | "rmd" => FileSort::Nothing("it is no Markdown"),
            _ => FileSort::Other,
        };
    }
    let Some(root) = root else {
        return FileSort::Nothing("it lies outside of the folders of texts");
    };
    let is_whole = setting.roots[root].folder == setting.base;
    let name = path.stem().to_lowercase();
    let is_top =
        folders.is_empty() && is_whole && setting.generator != Generator::Obsidian;
    if is_top && ABOUT.contains(&&*name) {
        return FileSort::Nothing("it is about the site, and no page of it");
    }
    FileSort::Text(root)
}

/// A path below a folder of texts.
fn inner<'p>(path: &'p FilePath, root: &TextRoot) -> &'p str {
    if root.folder.is_empty() {
        path.as_str()
    } else {
        path.below(&root.folder).unwrap_or(path.as_str())
    }
}

fn make(
    setting: &Setting,
    paths: &[FilePath],
    files: &dyn Files,
    mappings: &Mappings,
    held: &BTreeMap<String, String>,
) -> NewSite {
    let mut made = NewSite::default();
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    for path in paths {
        match sort(path, setting) {
            FileSort::Text(root) => texts.push((path, root)),
            FileSort::Other => others.push(path.to_string()),
            FileSort::Nothing(why) => {
                made.report.fates.insert(path.to_string(), Fate::Left(why));
            }
        }
    }
    let read = |(path, root): &(&FilePath, usize)| {
        ForeignPage::read(path, *root, setting, files, mappings)
    };
    let all: Vec<Result<ForeignPage, FileNotes>> = texts.par_iter().map(read).collect();
    let mut pages: Vec<ForeignPage> = Vec::with_capacity(all.len());
    for page in all {
        match page {
            Ok(page) => pages.push(page),
            Err(notes) => {
                made.report
                    .fates
                    .insert(notes.file.clone(), Fate::Left("it can't be read as text"));
                made.report.take(notes);
            }
        }
    }
    for page in &mut pages {
        if let Some(why) = held.get(&page.source) {
            page.held = Some(why.clone());
            page.is_failed = true;
        }
    }
    page::find_told(&mut pages);
    page::settle_places(&mut pages, setting);
    write_all(setting, files, &others, pages, &mut made);
    made
}

/// Leads all links where they led, and writes the pages.
fn write_all(
    setting: &Setting,
    files: &dyn Files,
    others: &[String],
    mut pages: Vec<ForeignPage>,
    made: &mut NewSite,
) {
    let known: Vec<TargetPage> = pages.par_iter().map(ForeignPage::target).collect();
    let targets = Targets::new(setting, known, others);
    let mut kept = FilesKept::new(files, setting);
    let mut aliases = write_page::Aliases::new(&pages);
    for (number, page) in pages.iter_mut().enumerate() {
        links::rewrite(&mut page.script, number, &targets, &mut kept, &mut page.notes);
        let text = write_page::written(page, number, &targets, &mut kept, &mut aliases);
        let fate = match &page.held {
            Some(why) => Fate::Held(page.out.to_string(), why.clone()),
            None => Fate::Written(page.out.to_string()),
        };
        made.report.fates.insert(page.source.clone(), fate);
        made.texts.insert(page.out.clone(), text);
    }
    for page in pages {
        made.report.take(page.notes);
    }
    made.copies = kept.copies;
    let copied: BTreeSet<(String, String)> =
        made.copies.iter().map(|(to, from)| (from.to_string(), to.to_string())).collect();
    for (from, to) in copied {
        made.report.fates.insert(from, Fate::Copied(to));
    }
    for other in others {
        let nobody = || Fate::Left("no text leads to it");
        made.report.fates.entry(other.clone()).or_insert_with(nobody);
    }
    if let Ok(path) = FilePath::new("site.toml") {
        made.texts.insert(path, write_page::site_toml(setting));
    }
    made.report.notes.sort();
}
