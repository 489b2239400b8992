//! `unread-file`: a file of `content/` is read, shown or linked to.
//!
//! # What it does
//! A file lies in `content/` that is no text of a sort that is read there, no picture and no recording, and no text
//! links to it. Files of `content/media/` and `content/vault/` lie there to be found, so they are let pass, and
//! so is what has a sidecar, and what a name with `_` before it puts aside.
//!
//! # Why
//! Nothing of it is on the site, and its author may believe that it is.
//!
//! # Example
//! `content/articles/dublin.txt`
//!
//! # Use instead
//! `content/articles/dublin.md`

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, Place, codes};
use crate::files::{FileId, FilePath, Plain, TextFiles};
use crate::letters::composed;
use crate::markdown::RefKind;
use crate::model::{Link, Prose, percent_decoded};
use foldhash::HashSet;

pub(super) const RULE: Rule = Rule {
    code: codes::UNREAD_FILE,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let texts = subject.texts;
    let files = texts.others().iter().filter(|file| may_be_overlooked(file, texts));
    let files: Vec<&Plain> = files.collect();
    if files.is_empty() {
        return;
    }
    let linked = Linked::of(subject);
    for file in files.into_iter().filter(|file| !linked.has(&file.path)) {
        let advice = Advice::of(&file.path);
        let message = format!("`{}` is not read: {}", file.path, advice.why);
        let place = Place::Path(file.path.to_string(), None);
        let found = Diagnostic::new(codes::UNREAD_FILE, place, message);
        let found = advice.note.into_iter().fold(found, Diagnostic::note);
        findings.push(found.help(advice.help));
    }
}

/// Whether a file is one that somebody may take for a part of the site, if nothing links to it.
fn may_be_overlooked(file: &Plain, texts: &TextFiles) -> bool {
    let Some(inside) = file.path.below("content") else { return false };
    if let Some(of) = inside.strip_prefix("vault/") {
        return of.to_ascii_lowercase().ends_with(".yml") && describes(file, texts);
    }
    let is_aside = |part: &str| part.starts_with('_');
    let is_described = || {
        let sidecar = |ending| texts.id(&format!("{}.{ending}", file.path)).is_some();
        sidecar("yaml") || sidecar("yml")
    };
    !inside.starts_with("media/")
        && file.picture.is_none()
        && !RECORDINGS.contains(&&*file.path.ending())
        && !LEFT_BEHIND.contains(&&*file.path.name().to_ascii_lowercase())
        && !inside.split('/').any(is_aside)
        && !is_described()
}

/// Whether a file is named like the sidecar of another one.
fn describes(file: &Plain, texts: &TextFiles) -> bool {
    let of = file.path.as_str().rsplit_once('.').map_or("", |(of, _)| of);
    FilePath::new(of).is_ok_and(|of| texts.other(&of).is_some())
}

/// Endings of pictures and recordings: they lie beside texts as stock to choose from.
const RECORDINGS: [&str; 20] = [
    "aac", "avif", "bmp", "flac", "gif", "heic", "jpeg", "jpg", "m4a", "m4v", "mov",
    "mp3", "mp4", "ogg", "opus", "png", "svg", "tiff", "webm", "webp",
];

/// What desktops leave in folders, unseen by their owners.
const LEFT_BEHIND: [&str; 2] = ["desktop.ini", "thumbs.db"];

/// What texts link to.
struct Linked<'s> {
    paths: HashSet<&'s str>,
    /// Names alone, as written in texts of which it isn't known what they link to; with composed letters.
    names: HashSet<String>,
}

impl<'s> Linked<'s> {
    fn of(subject: &Subject<'s>) -> Self {
        let site = subject.site;
        let mut linked = Linked { paths: HashSet::default(), names: HashSet::default() };
        let mut read: HashSet<FileId> = HashSet::default();
        for prose in site.items().filter_map(|item| site.prose(item)) {
            read.insert(prose.file);
            for link in &prose.links {
                if let Link::Media(id) = link {
                    linked.paths.insert(site[*id].path.as_str());
                }
            }
        }
        for prose in subject.held {
            read.insert(prose.file);
            linked.add_written(prose);
        }
        for file in subject.texts.ids_below("content") {
            let ending = subject.texts.path(file).ending();
            if matches!(&*ending, "md" | "markdown") && !read.contains(&file) {
                linked.add_words(&subject.texts.get(file).text);
            }
        }
        linked
    }

    /// Adds what a text that is held back links to.
    fn add_written(&mut self, prose: &Prose) {
        for one in &prose.outline.refs {
            match &one.kind {
                RefKind::Wiki(wiki) => self.add_name(&wiki.target),
                RefKind::Link(link) => self.add_name(&link.dest),
                RefKind::Image(image) => self.add_name(&image.dest),
                RefKind::Html(html) => self.add_name(&html.dest),
                RefKind::Cite(_) | RefKind::Mark(_) | RefKind::Gap => {}
            }
        }
    }

    /// Adds all that may be the name of a file in a text with mistakes, of which no record could be made.
    fn add_words(&mut self, text: &str) {
        let ends = |c: char| c.is_whitespace() || "()[]<>|\"'#".contains(c);
        text.split(ends).filter(|word| word.contains('.')).for_each(|word| {
            self.add_name(word);
        });
    }

    fn add_name(&mut self, written: &str) {
        if written.contains("://") {
            return;
        }
        let decoded = percent_decoded(written);
        let name = decoded.rsplit('/').next().unwrap_or_default();
        self.names.insert(composed(name).into_owned());
    }

    fn has(&self, path: &FilePath) -> bool {
        self.paths.contains(path.as_str()) || self.names.contains(&*composed(path.name()))
    }
}

/// What to say of a file.
struct Advice {
    why: String,
    note: Option<&'static str>,
    help: String,
}

/// Plain texts that need another name, and perhaps a little more, to be Markdown.
const TEXTS: [&str; 11] = [
    "mdown", "mdtext", "mdtxt", "mdwn", "mdx", "mkd", "mkdn", "qmd", "rmd", "text", "txt",
];

/// Documents that programs can turn into Markdown.
const DOCUMENTS: [&str; 19] = [
    "adoc",
    "asciidoc",
    "creole",
    "doc",
    "docx",
    "epub",
    "htm",
    "ipynb",
    "mediawiki",
    "odt",
    "org",
    "rest",
    "rst",
    "rtf",
    "tex",
    "textile",
    "typ",
    "wiki",
    "xhtml",
];

/// Files of Obsidian's that hold no text.
const OBSIDIAN: [&str; 3] = ["base", "canvas", "excalidraw"];

/// Lists of references in forms that are not read.
const REFERENCES: [&str; 11] =
    ["ads", "ciw", "copac", "csv", "end", "enl", "enw", "nbib", "ris", "tsv", "xlsx"];

/// What programs add to the name of a file when they keep an earlier one.
const COPIES: [&str; 6] = ["bak", "backup", "old", "orig", "save", "tmp"];

/// The endings of what is read in every folder or in some.
const READ: [&str; 6] = ["bib", "json", "markdown", "md", "yaml", "yml"];

impl Advice {
    fn of(path: &FilePath) -> Self {
        let (name, ending) = (path.name(), path.ending());
        let folder = path.below("content").and_then(|inside| inside.split_once('/'));
        let folder = folder.map_or("", |(folder, _)| folder);
        if let Some(of) = earlier(name, &ending) {
            return Advice {
                why: "it is an earlier copy that a program has kept".to_owned(),
                note: None,
                help: format!("take it out of `content/`, or name it `{of}`"),
            };
        }
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let inner = stem.rsplit_once('.').map_or("", |(_, inner)| inner);
        let inner = inner.to_ascii_lowercase();
        let rename = |to: &str| format!("name it `{to}`");
        let ending = &*ending;
        let (why, note, help) = match folder {
            "vault" => (
                "the ending of a sidecar is `.yaml` in `content/vault/`".to_owned(),
                None,
                rename(&format!("{stem}.yaml")),
            ),
            _ if ending == "txt" && READ.contains(&&*inner) => {
                (format!("`.{inner}` is not the end of its name"), None, rename(stem))
            }
            _ if matches!(ending, "bibtex" | "biblatex") => (
                "the ending of BibTeX is `.bib`".to_owned(),
                None,
                format!("name it `{stem}.bib`, in `content/sources/`"),
            ),
            _ if ending == "csl" => (
                "it is a style of citations, and there is one style here".to_owned(),
                None,
                "take it out of `content/`".to_owned(),
            ),
            "sources" if REFERENCES.contains(&ending) => (
                "references are BibTeX (`.bib`), CSL-JSON (`.json`) or YAML (`.yaml`)"
                    .to_owned(),
                None,
                "have the program that it is from export BibTeX or CSL-JSON".to_owned(),
            ),
            _ if TEXTS.contains(&ending) => (
                "texts are Markdown (`.md`)".to_owned(),
                (ending == "mdx").then_some(
                    "the components, `import` and `{…}` of MDX mean nothing in Markdown",
                ),
                format!("name it `{stem}.md`, or take it out of `content/`"),
            ),
            _ if DOCUMENTS.contains(&ending) => (
                "texts are Markdown (`.md`)".to_owned(),
                None,
                format!(
                    "write it as Markdown in `{stem}.md`; if readers are to get it as it is, link to it: `[words]({name})`"
                ),
            ),
            _ if OBSIDIAN.contains(&ending) => (
                "it is a file of Obsidian's own, and no Markdown".to_owned(),
                None,
                "take it out of `content/`, or write what it says in a text".to_owned(),
            ),
            _ => (
                "no text links to it".to_owned(),
                None,
                format!(
                    "link to it: `[words]({name})`; a copy that is evidence belongs into `content/vault/`, what is neither out of `content/`"
                ),
            ),
        };
        Advice { why, note, help }
    }
}

/// The name of the file of which this one is an earlier copy, if its name says so.
fn earlier<'n>(name: &'n str, ending: &str) -> Option<&'n str> {
    let emacs = name.strip_prefix('#').and_then(|name| name.strip_suffix('#'));
    let kept = || COPIES.contains(&ending).then(|| name.rsplit_once('.'))?;
    name.strip_suffix('~').or(emacs).or_else(|| kept().map(|(of, _)| of))
}
