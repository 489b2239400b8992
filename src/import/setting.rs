//! What the configuration of another generator says: what the site is called, where its texts lie, and where its pages are.

use crate::diag::Diagnostics;
use crate::fields::{Node, Value, json, toml, yaml};
use crate::files::{FileId, FilePath, Files};
use std::collections::{BTreeMap, BTreeSet};

/// A generator whose folders are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    /// Hugo.
    Hugo,
    /// Jekyll.
    Jekyll,
    /// Zola.
    Zola,
    /// A vault of Obsidian, and of what publishes one.
    Obsidian,
    /// Docusaurus.
    Docusaurus,
    /// MkDocs, and Material for MkDocs.
    MkDocs,
}

impl Generator {
    /// Every generator, by its name.
    pub const ALL: [(&'static str, Generator); 6] = [
        ("hugo", Generator::Hugo),
        ("jekyll", Generator::Jekyll),
        ("zola", Generator::Zola),
        ("obsidian", Generator::Obsidian),
        ("docusaurus", Generator::Docusaurus),
        ("mkdocs", Generator::MkDocs),
    ];

    /// The names that its configuration may have, the likeliest first.
    fn files(self) -> &'static [&'static str] {
        match self {
            Generator::Hugo => &[
                "hugo.toml",
                "hugo.yaml",
                "hugo.yml",
                "hugo.json",
                "config.toml",
                "config.yaml",
                "config.yml",
                "config.json",
                "config/_default/hugo.toml",
                "config/_default/config.toml",
                "config/_default/hugo.yaml",
                "config/_default/config.yaml",
            ],
            Generator::Jekyll => &["_config.yml", "_config.yaml", "_config.toml"],
            Generator::Zola => &["config.toml", "zola.toml"],
            Generator::Obsidian => &[],
            Generator::Docusaurus => &[
                "docusaurus.config.js",
                "docusaurus.config.ts",
                "docusaurus.config.mjs",
                "docusaurus.config.cjs",
            ],
            Generator::MkDocs => &["mkdocs.yml", "mkdocs.yaml"],
        }
    }

    /// The generator that a folder seems to be of, by the names of the files in it.
    pub fn guess(has: impl Fn(&str) -> bool) -> Option<Generator> {
        let order = [
            Generator::Docusaurus,
            Generator::MkDocs,
            Generator::Jekyll,
            Generator::Hugo,
            Generator::Zola,
        ];
        let by_file =
            order.into_iter().find(|one| one.files().iter().any(|file| has(file)));
        match by_file {
            // Zola's is called as old ones of Hugo's are.
            Some(Generator::Hugo)
                if has("config.toml")
                    && !has("hugo.toml")
                    && !has("archetypes")
                    && has("content") =>
            {
                Some(if has("layouts") { Generator::Hugo } else { Generator::Zola })
            }
            Some(found) => Some(found),
            None if has(".obsidian") => Some(Generator::Obsidian),
            None => None,
        }
    }

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        let found = Generator::ALL.iter().find(|(_, one)| *one == self);
        found.map_or("", |(name, _)| name)
    }
}

/// A folder of texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TextRoot {
    /// Its path, without a slash at its end; empty for the folder that is imported.
    pub(super) folder: String,
    /// Where its pages are, from the site's root: `""`, `"/docs"`.
    pub(super) url: String,
    /// What stands before the ids of its pages.
    pub(super) prefix: String,
    /// The language of its texts, where that is not the site's.
    pub(super) lang: Option<String>,
}

/// What is known of the whole site.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) generator: Generator,
    /// The folder of the configuration.
    pub(super) base: String,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) base_url: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) roots: Vec<TextRoot>,
    /// Folders of which the files are at the site's root.
    pub(super) statics: Vec<String>,
    /// Patterns of addresses by section, collection, or `posts`.
    pub(super) patterns: BTreeMap<String, String>,
    /// Values of `site.…`.
    pub(super) values: BTreeMap<String, String>,
    /// Languages beside that of the site.
    pub(super) languages: BTreeSet<String>,
    /// People by the word that stands for them.
    pub(super) authors: BTreeMap<String, (String, Option<String>)>,
    /// Whether pages are folders: `x/` and not `x.html`.
    pub(super) is_pretty: bool,
}

impl Setting {
    /// What stands before each path of the site: `/docs` of `https://example.org/docs/`.
    pub(super) fn base_path(&self) -> &str {
        let rest = self.base_url.as_deref().and_then(|url| url.split_once("://"));
        let path = rest.and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
        path.unwrap_or_default().trim_end_matches('/')
    }

    /// Reads what the files of a folder say.
    pub(super) fn read(
        generator: Generator,
        paths: &[FilePath],
        files: &dyn Files,
    ) -> Self {
        let mut setting = Setting {
            generator,
            base: String::new(),
            title: None,
            description: None,
            base_url: None,
            lang: None,
            roots: Vec::new(),
            statics: Vec::new(),
            patterns: BTreeMap::new(),
            values: BTreeMap::new(),
            languages: BTreeSet::new(),
            authors: BTreeMap::new(),
            is_pretty: true,
        };
        let reader = SettingReader { paths, files };
        let found = reader.configuration(generator);
        if let Some((base, path)) = &found {
            setting.base.clone_from(base);
            let text = reader.text(path).unwrap_or_default();
            match generator {
                Generator::Docusaurus => setting.read_program(&text),
                _ => setting
                    .read_fields(&reader.node(path).unwrap_or_else(nothing), &reader),
            }
        }
        setting.find_roots(&reader);
        setting.find_authors(&reader);
        setting
    }

    fn below(&self, folder: &str) -> String {
        join(&self.base, folder)
    }

    fn read_fields(&mut self, node: &Node, reader: &SettingReader<'_>) {
        let text = |names: &[&str]| {
            let found = names.iter().find_map(|name| get(node, name)?.text());
            found.map(str::to_owned).filter(|text| !text.trim().is_empty())
        };
        self.title = text(&["title", "site_name"]);
        self.description = text(&["description", "site_description"]);
        self.lang = text(&[
            "languageCode",
            "defaultContentLanguage",
            "default_language",
            "lang",
            "locale",
        ]);
        let is_jekyll = self.generator == Generator::Jekyll;
        let names: &[&str] = if is_jekyll {
            &["url"]
        } else {
            &["baseURL", "base_url", "site_url", "url"]
        };
        let url = text(names);
        let path = text(&["baseurl"]).filter(|_| is_jekyll);
        self.base_url = url.map(|url| {
            format!("{}{}", url.trim_end_matches('/'), path.unwrap_or_default())
        });
        for entry in node.entries().unwrap_or_default() {
            if let Some(text) = entry.value.text() {
                self.values.insert(format!("site.{}", entry.key), text.to_owned());
            }
            if matches!(&*entry.key, "params" | "extra") {
                for inner in entry.value.entries().unwrap_or_default() {
                    if let Some(text) = inner.value.text() {
                        self.values.insert(
                            format!("site.{}.{}", entry.key, inner.key),
                            text.to_owned(),
                        );
                    }
                }
            }
        }
        let languages = get(node, "languages").cloned();
        match self.generator {
            Generator::Hugo => {
                let of_file = reader.beside(&self.base, "config/_default/permalinks");
                let patterns = get(node, "permalinks").cloned().or(of_file);
                self.patterns(patterns.as_ref());
                let of_file = reader.beside(&self.base, "config/_default/languages");
                let folder =
                    text(&["contentDir"]).unwrap_or_else(|| "content".to_owned());
                self.hugo_roots(languages.or(of_file).as_ref(), &folder, reader);
                self.is_pretty =
                    text(&["uglyURLs", "uglyurls"]).as_deref() != Some("true");
            }
            Generator::Zola => {
                let all = languages.as_ref().and_then(Node::entries).unwrap_or_default();
                self.languages.extend(all.iter().map(|entry| entry.key.to_string()));
            }
            Generator::Jekyll => self.jekyll(node),
            Generator::MkDocs => {
                let folder = text(&["docs_dir"]).unwrap_or_else(|| "docs".to_owned());
                let folder = self.below(&folder);
                self.root(folder, "", "");
                self.is_pretty =
                    text(&["use_directory_urls"]).as_deref() != Some("false");
            }
            Generator::Obsidian | Generator::Docusaurus => {}
        }
    }

    fn root(&mut self, folder: String, url: &str, prefix: &str) {
        let (url, prefix) = (url.to_owned(), prefix.to_owned());
        self.roots.push(TextRoot { folder, url, prefix, lang: None });
    }

    /// Patterns of addresses: `[permalinks] posts = "/:year/:slug/"`, also below `page`.
    fn patterns(&mut self, node: Option<&Node>) {
        for entry in node.and_then(Node::entries).unwrap_or_default() {
            match entry.value.text() {
                Some(pattern) => {
                    self.patterns.insert(entry.key.to_string(), pattern.to_owned());
                }
                None if &*entry.key == "page" => self.patterns(Some(&entry.value)),
                None => {}
            }
        }
    }

    fn hugo_roots(
        &mut self,
        languages: Option<&Node>,
        folder: &str,
        reader: &SettingReader<'_>,
    ) {
        let own = self.lang.clone();
        for entry in languages.and_then(Node::entries).unwrap_or_default() {
            let lang = entry.key.to_string();
            let is_own = own.as_deref().is_some_and(|own| own.starts_with(&*lang))
                || (own.is_none() && lang == "en");
            if !is_own {
                self.languages.insert(lang.clone());
            }
            let Some(folder) = get(&entry.value, "contentDir").and_then(Node::text)
            else {
                continue;
            };
            let folder = self.below(folder);
            let title = get(&entry.value, "title").and_then(Node::text);
            if is_own && self.title.is_none() {
                self.title = title.map(str::to_owned);
            }
            let (url, prefix) = if is_own {
                (String::new(), String::new())
            } else {
                (format!("/{lang}"), lang.clone())
            };
            let lang = (!is_own).then_some(lang);
            if reader.has_folder(&folder) {
                self.roots.push(TextRoot { folder, url, prefix, lang });
            }
        }
        if self.roots.is_empty() {
            self.root(self.below(folder), "", "");
        }
    }

    fn jekyll(&mut self, node: &Node) {
        let pattern =
            |node: &Node| get(node, "permalink").and_then(Node::text).map(str::to_owned);
        if let Some(posts) = pattern(node) {
            self.patterns.insert("posts".to_owned(), posts);
        }
        for entry in get(node, "collections").and_then(Node::entries).unwrap_or_default()
        {
            if let Some(pattern) = pattern(&entry.value) {
                self.patterns.insert(entry.key.to_string(), pattern);
            }
        }
        let Some(Value::List(defaults)) = get(node, "defaults").map(|node| &node.value)
        else {
            return;
        };
        for one in defaults {
            let (Some(scope), Some(values)) = (get(one, "scope"), get(one, "values"))
            else {
                continue;
            };
            let kind = get(scope, "type").and_then(Node::text).unwrap_or("posts");
            if let Some(pattern) = pattern(values) {
                self.patterns.insert(kind.to_owned(), pattern);
            }
        }
    }

    /// The configuration of Docusaurus is a program: what stands in it as plain words is read.
    fn read_program(&mut self, text: &str) {
        self.title = word_in(text, "title");
        self.description = word_in(text, "tagline");
        let (url, path) = (word_in(text, "url"), word_in(text, "baseUrl"));
        self.base_url = url.map(|url| {
            format!(
                "{}/{}",
                url.trim_end_matches('/'),
                path.unwrap_or_default().trim_start_matches('/')
            )
        });
        self.lang = word_in(text, "defaultLocale");
        for (name, folder) in [("docs", "docs"), ("blog", "blog")] {
            let block = block_in(text, name);
            let of = |key: &str, usual: &str| {
                block
                    .and_then(|block| word_in(block, key))
                    .unwrap_or_else(|| usual.to_owned())
            };
            let at = of("path", folder);
            let url = of("routeBasePath", name);
            let url = url.trim_matches('/');
            let url = if url.is_empty() { String::new() } else { format!("/{url}") };
            let folder = normal(&self.below(&at));
            self.root(folder, &url, name);
        }
        let (versioned, pages) = (self.below("versioned_docs"), self.below("src/pages"));
        self.root(versioned, "/docs", "docs");
        self.root(pages, "", "");
        let translated = self.below("i18n");
        self.root(translated, "", "i18n");
    }

    /// Where the texts lie, where the configuration doesn't say it.
    fn find_roots(&mut self, reader: &SettingReader<'_>) {
        self.roots.retain(|root| reader.has_folder(&root.folder));
        let content = self.below("content");
        if self.roots.is_empty() {
            let usual = match self.generator {
                Generator::Hugo | Generator::Zola => vec![content],
                Generator::MkDocs => vec![self.below("docs")],
                Generator::Docusaurus => vec![self.below("docs"), self.below("blog")],
                Generator::Jekyll | Generator::Obsidian => Vec::new(),
            };
            for folder in usual.into_iter().filter(|folder| reader.has_folder(folder)) {
                let name = folder.rsplit('/').next().unwrap_or_default().to_owned();
                let is_named = self.generator == Generator::Docusaurus;
                let url = if is_named { format!("/{name}") } else { String::new() };
                self.root(folder, &url, if is_named { &name } else { "" });
            }
        }
        if self.roots.is_empty() {
            self.root(self.base.clone(), "", "");
        }
        let statics: &[&str] = match self.generator {
            Generator::Hugo => &["static", "assets"],
            Generator::Zola | Generator::Docusaurus => &["static"],
            Generator::Jekyll | Generator::MkDocs | Generator::Obsidian => &[],
        };
        self.statics = statics.iter().map(|folder| self.below(folder)).collect();
        // The longest path goes first, so that a file is of the nearest folder.
        self.roots.sort_by_key(|root| std::cmp::Reverse(root.folder.len()));
    }

    fn find_authors(&mut self, reader: &SettingReader<'_>) {
        let roots = self.roots.iter().map(|root| root.folder.clone());
        let places: Vec<String> = roots
            .chain([self.below("_data"), self.below("data"), self.below("blog")])
            .collect();
        for place in places {
            for name in ["authors", ".authors", "blog/.authors", "blog/authors"] {
                let Some(node) = reader.beside(&place, name) else { continue };
                let inner = get(&node, "authors").unwrap_or(&node);
                for entry in inner.entries().unwrap_or_default() {
                    let name = get(&entry.value, "name").and_then(Node::text);
                    let url =
                        get(&entry.value, "url").and_then(Node::text).map(str::to_owned);
                    let url = url.filter(|url| {
                        url.starts_with("http") && !url.contains(char::is_whitespace)
                    });
                    if let Some(name) = name {
                        self.authors
                            .insert(entry.key.to_string(), (name.to_owned(), url));
                    }
                }
            }
        }
    }
}

fn nothing() -> Node {
    Node { span: crate::files::Span::new(FileId(0), 0, 0), value: Value::Null }
}

/// The value of a key in any case of letters.
fn get<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let entries = node.entries()?;
    entries
        .iter()
        .find(|entry| entry.key.eq_ignore_ascii_case(name))
        .map(|entry| &entry.value)
}

/// Two paths as one.
pub(super) fn join(folder: &str, path: &str) -> String {
    let path = path.trim_matches('/');
    match (folder.is_empty(), path.is_empty()) {
        (true, _) => path.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{path}"),
    }
}

/// A path without `.` and `..`; what would lead out of the folder is left out.
pub(super) fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The words behind `name:` in a program.
fn word_in(text: &str, name: &str) -> Option<String> {
    let mut at = 0;
    loop {
        let found = at + text.get(at..)?.find(name)?;
        at = found + name.len();
        let before = text[..found].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = text[at..].trim_start_matches(['\'', '"']).trim_start();
        let Some(rest) = rest.strip_prefix(':').map(str::trim_start) else { continue };
        let Some(mark) = rest.chars().next().filter(|c| matches!(c, '\'' | '"' | '`'))
        else {
            continue;
        };
        let value = rest[1..].split(mark).next()?;
        return (!value.contains("${")).then(|| value.to_owned());
    }
}

/// What stands between the braces behind `name:` in a program.
fn block_in<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut at = 0;
    loop {
        let found = at + text.get(at..)?.find(name)?;
        at = found + name.len();
        let rest = text[at..].trim_start_matches(['\'', '"']).trim_start();
        let Some(rest) = rest.strip_prefix(':').map(str::trim_start) else { continue };
        if !rest.starts_with('{') {
            continue;
        }
        let mut depth = 0_usize;
        for (end, byte) in rest.bytes().enumerate() {
            depth = match byte {
                b'{' => depth + 1,
                b'}' => depth.saturating_sub(1),
                _ => depth,
            };
            if depth == 0 {
                return Some(&rest[..end]);
            }
        }
    }
}

struct SettingReader<'f> {
    paths: &'f [FilePath],
    files: &'f dyn Files,
}

impl SettingReader<'_> {
    /// The folder and the path of the configuration that lies highest.
    fn configuration(&self, generator: Generator) -> Option<(String, FilePath)> {
        let ends = |path: &FilePath, name: &str| {
            let rest = path.as_str().strip_suffix(name)?;
            (rest.is_empty() || rest.ends_with('/'))
                .then(|| rest.trim_end_matches('/').to_owned())
        };
        let mut found: Option<(usize, usize, String, FilePath)> = None;
        for path in self.paths {
            for (rank, name) in generator.files().iter().enumerate() {
                let Some(base) = ends(path, name) else { continue };
                let depth = base.split('/').filter(|part| !part.is_empty()).count();
                if depth < 3
                    && found.as_ref().is_none_or(|(d, r, ..)| (depth, rank) < (*d, *r))
                {
                    found = Some((depth, rank, base, path.clone()));
                }
            }
        }
        found.map(|(_, _, base, path)| (base, path))
    }

    fn text(&self, path: &FilePath) -> Option<String> {
        let bytes = self.files.read(path).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn node(&self, path: &FilePath) -> Option<Node> {
        let text = self.text(path)?;
        let mut diags = Diagnostics::default();
        match &*path.ending() {
            "toml" => toml::read(&text, 0..text.len(), FileId(0), &mut diags),
            "json" => json::read(&text, FileId(0), &mut diags),
            _ => yaml::read(&text, 0..text.len(), FileId(0), &mut diags),
        }
    }

    /// What a file of this name in any form says.
    fn beside(&self, folder: &str, name: &str) -> Option<Node> {
        ["toml", "yml", "yaml", "json"].iter().find_map(|ending| {
            let path = FilePath::new(&join(folder, &format!("{name}.{ending}"))).ok()?;
            self.node(&path)
        })
    }

    fn has_folder(&self, folder: &str) -> bool {
        let at = self.paths.partition_point(|path| path.as_str() < folder);
        folder.is_empty()
            || self.paths[at..]
                .iter()
                .take_while(|path| path.as_str().starts_with(folder))
                .any(|path| path.below(folder).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    fn setting(generator: Generator, files: &[(&str, &str)]) -> Setting {
        let mut memory = Memory::default();
        let mut paths: Vec<FilePath> =
            files.iter().map(|(path, _)| FilePath::new(path).unwrap()).collect();
        for (path, text) in files {
            memory.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        paths.sort();
        Setting::read(generator, &paths, &memory)
    }

    #[test]
    fn a_program_is_read_as_far_as_it_has_plain_words() {
        let text = "export default { title: 'My site', url: \"https://x.org\", baseUrl: '/a/',\n presets: [['classic', { docs: { path: '../docs', routeBasePath: '/' }, blog: { routeBasePath: 'news' } }]] }";
        let files = [
            ("web/docusaurus.config.js", text),
            ("docs/a.md", ""),
            ("web/blog/b.md", ""),
        ];
        let found = setting(Generator::Docusaurus, &files);
        assert_eq!((found.title.as_deref(), found.base_path()), (Some("My site"), "/a"));
        let roots: Vec<_> =
            found.roots.iter().map(|root| (&*root.folder, &*root.url)).collect();
        assert_eq!(roots, [("web/blog", "/news"), ("docs", "")]);
    }

    #[test]
    fn languages_of_hugo_have_folders_of_their_own() {
        let text = "title = 'T'\nbaseURL = 'https://x.org/'\n[languages.en]\ncontentDir = 'content/en'\n[languages.fr]\ncontentDir = 'content/fr'\n[permalinks]\nposts = '/:year/:slug/'\n";
        let files =
            [("hugo.toml", text), ("content/en/a.md", ""), ("content/fr/a.md", "")];
        let found = setting(Generator::Hugo, &files);
        assert_eq!(
            found.roots.iter().map(|root| &*root.url).collect::<Vec<_>>(),
            ["", "/fr"]
        );
        assert_eq!(found.patterns["posts"], "/:year/:slug/");
    }
}
