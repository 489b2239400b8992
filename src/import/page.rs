//! One text of another generator: what it says of itself, what it is called here, and where it lies.

use super::address::{Addressed, addresses};
use super::days;
use super::files_kept::fitted;
use super::front::{self, Front, OurFields};
use super::html;
use super::notes::FileNotes;
use super::quiet::{Quiet, line_end};
use super::script::Script;
use super::setting::{Generator, Setting, join};
use super::shortcodes::{self, Mappings, TagContext};
use super::signs;
use super::targets::{TargetPage, anchor_key};
use crate::diag::Diagnostics;
use crate::files::{FileId, FilePath, Files};
use crate::letters::folded;
use crate::markdown::{self, Manuscript, containers};
use crate::routes::OwnPage;
use aho_corasick::AhoCorasick;
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;

/// A text of another generator.
#[derive(Debug)]
pub(super) struct ForeignPage {
    /// Its path in the folder that is imported.
    pub(super) source: String,
    pub(super) root: usize,
    pub(super) front: Front,
    pub(super) ours: OurFields,
    pub(super) script: Script,
    pub(super) notes: FileNotes,
    pub(super) urls: Vec<String>,
    /// Its path in the new site.
    pub(super) out: FilePath,
    /// Its id in the new site; none where it is the home page.
    pub(super) id: Option<String>,
    /// The last part of its address, where that is not its id's.
    pub(super) slug: Option<String>,
    /// Whether the old site gave its pages addresses that somebody may have kept.
    pub(super) has_addresses: bool,
    /// Whether an alias that begins with no slash is one beside the page.
    pub(super) is_relative_alias: bool,
    /// Why readers don't get it.
    pub(super) held: Option<String>,
    /// Whether that is because the new site could not be built with it.
    pub(super) is_failed: bool,
    /// Whether words of published texts are its title or its id, so that it can't lie where a build looks for what is held back.
    pub(super) is_told: bool,
    /// Its path in its folder of texts, without its ending.
    inner: String,
}

impl ForeignPage {
    /// Reads a file; what is said of it where it is no text.
    pub(super) fn read(
        path: &FilePath,
        root: usize,
        setting: &Setting,
        files: &dyn Files,
        mappings: &Mappings,
    ) -> Result<Self, FileNotes> {
        let mut notes = FileNotes::of(path.as_str());
        let bytes = files.read(path).unwrap_or_default();
        let Ok(text) = String::from_utf8(bytes) else {
            notes.tell("text", 1, "it is not UTF-8");
            return Err(notes);
        };
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let front = front::read(&text, &mut notes);
        let mut ours = front::ours(&front, &text, &setting.authors, &mut notes);
        let place = &setting.roots[root];
        let inner = match place.folder.is_empty() {
            true => path.as_str(),
            false => path.below(&place.folder).unwrap_or(path.as_str()),
        };
        let inner = inner.rsplit_once('.').map_or(inner, |(inner, _)| inner).to_owned();
        let name = own_name(&inner);
        if ours.date.is_none() {
            ours.date = days::in_name(name)
                .map(|(day, _)| day)
                .or_else(|| days::in_folders(&inner));
        }
        if let (None, Some(address)) = (&ours.date, &ours.address) {
            ours.date = days::in_folders(address);
        }
        ours.lang = ours.lang.take().or_else(|| place.lang.clone());
        if inner.starts_with("_drafts/") || inner.contains("/_drafts/") {
            ours.held.get_or_insert_with(|| "it lies in `_drafts`".to_owned());
        }
        let body = text.get(front.body..).unwrap_or_default();
        let script = Script::new(body, front::line_of(&text, front.body));
        let of = Addressed { inner: &inner, root: place, front: &front, ours: &ours };
        let urls = addresses(&of, setting);
        let held = ours.held.clone();
        let has_addresses =
            setting.generator != Generator::Obsidian || ours.address.is_some();
        let mut page = ForeignPage {
            source: path.to_string(),
            root,
            front,
            ours,
            script,
            notes,
            urls,
            out: path.clone(),
            id: None,
            slug: None,
            has_addresses,
            is_relative_alias: setting.generator == Generator::Hugo,
            held,
            is_failed: false,
            is_told: false,
            inner,
        };
        page.rewrite(setting, mappings);
        page.title(setting);
        Ok(page)
    }

    /// Rewrites all of the text but its links.
    fn rewrite(&mut self, setting: &Setting, mappings: &Mappings) {
        let (script, notes) = (&mut self.script, &mut self.notes);
        for note in Quiet::of(script.text()).notes() {
            let words = &script.text()[note.clone()];
            let inside: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
            if MARKERS.iter().any(|marker| inside.to_lowercase().starts_with(marker)) {
                continue;
            }
            notes.tell(
                "held back",
                script.line(note.start),
                format!("a note to oneself: {words}"),
            );
        }
        shortcodes::verbatim(script, notes);
        let found = containers(script.text());
        for (at, what) in &found.lost {
            let words = &script.text()[at.clone()];
            notes.lost("container", script.line(at.start), format!("{what}: {words}"));
        }
        let heads = found.changes.iter().filter(|(_, put)| put.contains("> [!"));
        heads.for_each(|_| notes.mapped("container"));
        script.change(found.changes);
        let title = self.ours.title.clone().unwrap_or_default();
        let entries: BTreeMap<String, String> = (self.front.entries.iter())
            .filter_map(|entry| {
                Some((format!("page.{}", entry.key), entry.value.text()?.to_owned()))
            })
            .collect();
        let variable = |name: &str| match name {
            "site.baseurl" | "site.url" | "base_url" | "site.BaseURL" | "baseurl" => {
                Some(String::new())
            }
            "page.title" | "frontMatter.title" | ".Title" => Some(title.clone()),
            "site.title" | "config.title" | ".Site.Title" | "config.site_name" => {
                setting.title.clone()
            }
            "page.url" => Some("#".to_owned()),
            name => setting.values.get(name).or_else(|| entries.get(name)).cloned(),
        };
        let has_components =
            setting.generator == Generator::Docusaurus || self.source.ends_with(".mdx");
        let context = TagContext { mappings, variable: &variable };
        shortcodes::rewrite(script, &context, notes);
        if has_components {
            expressions(script, notes);
        }
        html::rewrite(script, notes);
        signs::rewrite(script, notes);
        if setting.generator == Generator::Obsidian {
            let tags = signs::tags_in_text(script);
            let known =
                self.ours.tags.iter().map(|tag| tag.to_lowercase()).collect::<Vec<_>>();
            self.ours.tags.extend(
                tags.into_iter().filter(|tag| !known.contains(&tag.to_lowercase())),
            );
        }
    }

    /// Finds the title: the field, the first heading of the first order, which moves out of the text, or the name.
    fn title(&mut self, setting: &Setting) {
        let heading = first_heading(self.script.text());
        let same = |title: &str, other: &str| anchor_key(title) == anchor_key(other);
        if let Some((range, words)) = heading {
            let is_title = match &self.ours.title {
                None => true,
                Some(title) => {
                    same(title, &words)
                        || self
                            .front
                            .entries
                            .iter()
                            .all(|entry| !entry.key.eq_ignore_ascii_case("title"))
                }
            };
            if is_title {
                self.script.change(vec![(range, String::new())]);
                self.ours.title = Some(words);
            }
        }
        if self.ours.title.is_none() {
            let name = own_name(&self.inner);
            let bare = days::in_name(name).map_or(name, |(_, rest)| rest);
            let words = match setting.generator {
                Generator::Obsidian => name.to_owned(),
                _ => bare.replace(['-', '_'], " "),
            };
            let words = if words.trim().is_empty() { name.to_owned() } else { words };
            let words =
                words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').trim();
            let words = if words.is_empty() { name } else { words };
            let mut chars = words.chars();
            let title: String = chars
                .next()
                .map(|c| c.to_uppercase().chain(chars).collect())
                .unwrap_or_default();
            let fallback = setting.title.clone().unwrap_or_else(|| "Home".to_owned());
            self.ours.title = Some(if title.is_empty() { fallback } else { title });
        }
    }

    /// Whether it is the home page.
    fn is_home(&self, setting: &Setting) -> bool {
        let place = &setting.roots[self.root];
        let is_name = match setting.generator {
            Generator::Hugo | Generator::Zola => self.inner == "_index",
            Generator::Docusaurus => self.inner == "index" && place.url.is_empty(),
            _ => matches!(&*self.inner, "index" | "README"),
        };
        is_name && place.lang.is_none() && place.prefix.is_empty()
            || self.urls.first().is_some_and(|url| url == "/") && place.lang.is_none()
    }

    pub(super) fn is_article(&self) -> bool {
        self.ours.date.is_some() && !self.inner.ends_with("_index")
    }

    /// Where its page is in the new site.
    pub(super) fn address(&self) -> Option<String> {
        let id = self.id.as_ref()?;
        let path = match (&self.slug, id.rsplit_once('/')) {
            (None, _) => id.clone(),
            (Some(slug), Some((folder, _))) => format!("{folder}/{slug}"),
            (Some(slug), None) => slug.clone(),
        };
        let folder = if self.is_article() { "articles/" } else { "" };
        Some(format!("{folder}{path}.html"))
    }

    /// What links may lead to.
    pub(super) fn target(&self) -> TargetPage {
        let text = self.script.text();
        let manuscript = Manuscript::of(text, 0..text.len());
        let (_, outline) =
            markdown::read(&manuscript, FileId(0), &mut Diagnostics::default());
        let mut anchors: HashMap<String, String> = HashMap::default();
        let headings = outline.headings.iter();
        for heading in headings.clone() {
            anchors.entry(anchor_key(&heading.id)).or_insert_with(|| heading.id.clone());
        }
        for heading in headings {
            anchors
                .entry(anchor_key(&heading.title))
                .or_insert_with(|| heading.id.clone());
        }
        for anchor in &outline.anchors {
            anchors.entry(anchor_key(&anchor.id)).or_insert_with(|| anchor.id.clone());
        }
        for id in &outline.ids {
            anchors.entry(anchor_key(id)).or_insert_with(|| id.to_string());
        }
        TargetPage {
            source: self.source.clone(),
            out: self.out.to_string(),
            urls: self.urls.clone(),
            is_held: self.held.is_some(),
            is_article: self.is_article(),
            anchors,
            root: self.root,
        }
    }
}

/// Notes to programs.
const MARKERS: [&str; 9] = [
    "more",
    "toc",
    "truncate",
    "excerpt",
    "prettier",
    "markdownlint",
    "textlint",
    "vale",
    "endexcerpt",
];

/// The name of a file, or of its folder where it is the folder's own page.
fn own_name(inner: &str) -> &str {
    let mut parts = inner.rsplit('/');
    let name = parts.next().unwrap_or(inner);
    match name {
        "index" | "_index" | "README" => parts.next().unwrap_or(name),
        name => name,
    }
}

/// The first heading of the first order, if nothing stands before it, with its bytes.
fn first_heading(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    let mut at = 0;
    loop {
        let end = line_end(text, at);
        let line = text[at..end].trim();
        let is_anchor = line.starts_with("<a id=") && line.ends_with("</a>");
        if !line.is_empty() && !is_anchor {
            break;
        }
        if end >= text.len() {
            return None;
        }
        at = end + 1;
    }
    let end = line_end(text, at);
    let line = &text[at..end];
    let next_end = line_end(text, (end + 1).min(text.len()));
    let below = text.get(end + 1..next_end).unwrap_or_default().trim();
    let (words, end) = match line.strip_prefix("# ") {
        Some(words) => (words.trim_end().trim_end_matches('#'), end),
        None if !below.is_empty()
            && below.bytes().all(|byte| byte == b'=')
            && !line.starts_with(['#', '>', '-', '|']) =>
        {
            (line, next_end)
        }
        None => return None,
    };
    let words = words.rfind("{#").map_or(words, |id| &words[..id]);
    let words = front::plain(&words.replace("<br>", " "));
    (!words.is_empty()).then_some((at..end, words))
}

/// `{name}` and `{' '}` in MDX: words in quotes stand for themselves, all else is kept in a comment.
fn expressions(script: &mut Script, notes: &mut FileNotes) {
    let text = script.text();
    let quiet = Quiet::of(text);
    let mut changes = Vec::new();
    let mut at = 0;
    while let Some(start) = quiet.next(text, at, b"{") {
        at = start + 1;
        let rest = &text[start..line_end(text, start)];
        let Some(close) = rest.find('}') else { continue };
        let inside = rest[1..close].trim();
        let quoted = inside.len() > 1
            && inside.starts_with(['\'', '"', '`'])
            && inside.ends_with(['\'', '"', '`']);
        let is_name = inside.starts_with(|c: char| c.is_ascii_alphabetic())
            && inside.chars().all(|c| {
                c.is_ascii_alphanumeric()
                    || matches!(c, '.' | '_' | '(' | ')' | '[' | ']')
            });
        if quoted {
            changes
                .push((start..start + close + 1, inside[1..inside.len() - 1].to_owned()));
        } else if is_name && !text[..start].ends_with(['$', '\\']) {
            notes.lost(
                "expression",
                script.line(start),
                format!("kept in a comment: {{{inside}}}"),
            );
            changes.extend(shortcodes::in_comment(text, &(start..start + close + 1)));
        } else {
            continue;
        }
        at = start + close + 1;
    }
    script.change(changes);
}

/// Finds the pages that are held back and of which the title or the id stands in the texts of others: a build takes care that nothing of
/// what is held back is told, and would stop.
pub(super) fn find_told(pages: &mut [ForeignPage]) {
    let names = |page: &ForeignPage| {
        let id = own_name(&page.inner).to_owned();
        let id = days::in_name(&id).map_or(id.clone(), |(_, rest)| rest.to_owned());
        [id, page.ours.title.clone().unwrap_or_default()].map(|name| name.to_lowercase())
    };
    let held: Vec<(usize, [String; 2])> = (pages.iter().enumerate())
        .filter(|(_, page)| page.held.is_some())
        .map(|(number, page)| (number, names(page)))
        .collect();
    if held.is_empty() {
        return;
    }
    let needles: Vec<&str> =
        held.iter().flat_map(|(_, names)| names.iter().map(String::as_str)).collect();
    let Ok(search) = AhoCorasick::new(&needles) else { return };
    let mut told: HashSet<usize> = HashSet::default();
    for page in pages.iter().filter(|page| page.held.is_none()) {
        let title = page.ours.title.as_deref().unwrap_or_default();
        let summary = page.ours.summary.as_deref().unwrap_or_default();
        let whole =
            format!("{}\n{title}\n{summary}\n{}", page.source, page.script.text())
                .to_lowercase();
        told.extend(
            search
                .find_overlapping_iter(&whole)
                .map(|found| held[found.pattern().as_usize() / 2].0),
        );
    }
    for (number, page) in pages.iter_mut().enumerate() {
        page.is_told = told.contains(&number);
    }
}

/// Gives every page its path in the new site.
pub(super) fn settle_places(pages: &mut [ForeignPage], setting: &Setting) {
    let mut taken: HashSet<String> = HashSet::default();
    for own in OwnPage::ALL {
        taken.insert(own.path().to_owned());
    }
    let home = pages.iter().position(|page| page.is_home(setting));
    // Where two want one place, the one with the shorter path has it.
    let mut order: Vec<usize> = (0..pages.len()).collect();
    order.sort_by_key(|number| (pages[*number].inner.matches('/').count(), *number));
    for number in order {
        let is_home = Some(number) == home;
        let page = &mut pages[number];
        let path = match is_home {
            true => "content/index.md".to_owned(),
            false => {
                let id = free_id(page, setting, &mut taken);
                let folder = if page.is_article() { "articles" } else { "pages" };
                page.id = Some(id.clone());
                format!("content/{folder}/{id}.md")
            }
        };
        let path = match (&page.held, page.is_failed) {
            (_, true) => path.replacen("content/", "to-mend/", 1),
            (Some(_), _) if page.is_told => path.replacen("content/", "drafts/", 1),
            _ => path,
        };
        if let Ok(path) = FilePath::new(&path) {
            page.out = path;
        }
        settle_slug(page, &mut taken);
    }
}

/// Keeps the word that a page names as the last of its address, where it is one and nobody lies there.
fn settle_slug(page: &mut ForeignPage, taken: &mut HashSet<String>) {
    let Some(id) = &page.id else { return };
    let last = id.rsplit('/').next().unwrap_or(id);
    let slug = page.ours.slug.as_deref().map(|slug| slug.trim_matches('/'));
    let is_word = |slug: &&str| {
        !slug.is_empty() && !slug.contains('/') && fitted(slug) == *slug && *slug != last
    };
    let Some(slug) = slug.filter(is_word).map(str::to_owned) else { return };
    page.slug = Some(slug);
    let address = page.address().unwrap_or_default();
    if !taken.insert(folded(&address).into_owned()) {
        page.slug = None;
    }
}

/// The first parts of ids that lists and pages of the site's own lie below.
pub(super) const TAKEN: [&str; 10] = [
    "articles",
    "countries",
    "locations",
    "sources",
    "claims",
    "entities",
    "tags",
    "authors",
    "media",
    "vault",
];

/// An id that nobody has, and whose page lies where nobody's does.
fn free_id(page: &ForeignPage, setting: &Setting, taken: &mut HashSet<String>) -> String {
    let (folder, name) = page.inner.rsplit_once('/').unwrap_or(("", &page.inner));
    let is_own = matches!(name, "index" | "_index" | "README");
    let (folder, name) = if is_own {
        folder.rsplit_once('/').unwrap_or(("", folder))
    } else {
        (folder, name)
    };
    let is_article = page.is_article();
    let dated = days::in_name(name).filter(|(_, rest)| is_article && !rest.is_empty());
    let bare = dated.as_ref().map_or(name, |(_, rest)| rest);
    let folder: Vec<&str> =
        folder.split('/').filter(|part| !matches!(*part, "_posts" | "_drafts")).collect();
    let folder = join(&setting.roots[page.root].prefix, &folder.join("/"));
    let is_section = !is_article
        && TAKEN.contains(&fitted(&folder).split('/').next().unwrap_or_default());
    let folder = if is_section { join("pages", &folder) } else { folder };
    let bare = if bare.is_empty() { "home" } else { bare };
    let whole = fitted(&join(&folder, bare));
    let whole = if whole.is_empty() { "page".to_owned() } else { whole };
    let day = dated.map(|(day, _)| day).or_else(|| {
        page.ours.date.as_ref().and_then(|date| date.get(..10)).map(str::to_owned)
    });
    let day =
        day.filter(|day| day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    let with_day = day.filter(|_| is_article).map(|day| format!("{whole}-{day}"));
    let numbered = (2..).map(|number| format!("{whole}-{number}"));
    let mut names = std::iter::once(whole.clone()).chain(with_day).chain(numbered);
    let folder = if is_article { "articles/" } else { "" };
    // The numbers never end.
    let free = names
        .find(|name| taken.insert(folded(&format!("{folder}{name}.html")).into_owned()));
    free.unwrap_or(whole)
}
