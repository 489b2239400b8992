//! What links of another generator lead to: pages by their files, names and addresses, files beside them, and elsewhere.

use super::setting::{Generator, Setting, TextRoot, join, normal};
use super::shortcodes::NAMED;
use foldhash::{HashMap, HashSet};

/// A page that may be led to.
#[derive(Debug)]
pub(super) struct TargetPage {
    /// Its file in the folder that is imported.
    pub(super) source: String,
    /// Its file in the new site.
    pub(super) out: String,
    /// Its old addresses, the likeliest first.
    pub(super) urls: Vec<String>,
    /// Whether readers don't get it.
    pub(super) is_held: bool,
    /// Whether it is in the list of articles.
    pub(super) is_article: bool,
    /// Ids in it, by their letters and digits.
    pub(super) anchors: HashMap<String, String>,
    /// The folder of texts that it lies in.
    pub(super) root: usize,
}

/// What an address of another generator means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Leads {
    /// To a page, and what stands behind `#`.
    Page(usize, Option<String>),
    /// To a file, by its path in the folder that is imported.
    File(String),
    /// To a page that every site has: its path from the new site's root.
    Own(&'static str),
    /// Elsewhere.
    Web(String),
    /// To a place on the page itself.
    Here(String),
    /// Nowhere that is known.
    Nowhere,
}

/// Everything that may be led to.
pub(super) struct Targets<'s> {
    pub(super) setting: &'s Setting,
    pub(super) pages: Vec<TargetPage>,
    by_source: HashMap<String, usize>,
    by_url: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    /// The addresses of folders in which articles lie.
    lists: HashSet<String>,
    files: HashSet<String>,
    files_by_name: HashMap<String, Vec<String>>,
}

/// An address by which pages are told apart: in small letters, without slashes at its ends and the ending of a page.
fn url_key(url: &str) -> String {
    let url = url.trim_matches('/').to_lowercase();
    let url =
        url.strip_suffix("index.html").or(url.strip_suffix(".html")).unwrap_or(&url);
    url.trim_end_matches('/').to_owned()
}

/// The name by which a page is called: in small letters, without its ending.
fn name_key(path: &str) -> String {
    let path = path.trim().trim_start_matches('/').to_lowercase();
    let path = [".md", ".mdx", ".markdown"]
        .iter()
        .find_map(|end| path.strip_suffix(end))
        .unwrap_or(&path);
    path.strip_suffix("/index")
        .or(path.strip_suffix("/_index"))
        .unwrap_or(path)
        .to_owned()
}

/// Letters and digits of an id: what all rules by which ids of headings are made have in common.
pub(super) fn anchor_key(id: &str) -> String {
    id.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl<'s> Targets<'s> {
    pub(super) fn new(
        setting: &'s Setting,
        pages: Vec<TargetPage>,
        files: &[String],
    ) -> Self {
        let mut targets = Targets {
            setting,
            by_source: HashMap::default(),
            by_url: HashMap::default(),
            by_name: HashMap::default(),
            lists: HashSet::default(),
            files: files.iter().cloned().collect(),
            files_by_name: HashMap::default(),
            pages,
        };
        for (number, page) in targets.pages.iter().enumerate() {
            targets.by_source.insert(page.source.clone(), number);
            let name = name_key(&page.source);
            let ends = name.match_indices('/').map(|(at, _)| at + 1).chain([0]);
            for at in ends {
                targets.by_name.entry(name[at..].to_owned()).or_default().push(number);
            }
            if page.is_article
                && let Some(url) = page.urls.first()
            {
                let parents = url
                    .trim_end_matches('/')
                    .match_indices('/')
                    .map(|(at, _)| url_key(&url[..at]));
                targets.lists.extend(parents.filter(|parent| !parent.is_empty()));
            }
        }
        // The likeliest addresses of all pages go before the others.
        let most =
            targets.pages.iter().map(|page| page.urls.len()).max().unwrap_or_default();
        for rank in 0..most {
            for (number, page) in targets.pages.iter().enumerate() {
                if let Some(url) = page.urls.get(rank) {
                    targets.by_url.entry(url_key(url)).or_insert(number);
                }
            }
        }
        for file in files {
            let name = file.rsplit('/').next().unwrap_or_default().to_lowercase();
            targets.files_by_name.entry(name).or_default().push(file.clone());
        }
        targets
    }

    fn root(&self, page: usize) -> &TextRoot {
        &self.setting.roots[self.pages[page].root]
    }

    /// What an address means that stands on a page.
    pub(super) fn find(&self, page: usize, address: &str) -> Leads {
        let address = address.trim();
        if let Some(name) = address.strip_prefix(NAMED) {
            return self.named(page, &decoded(name));
        }
        if address.starts_with("//") {
            return Leads::Web(format!("https:{address}"));
        }
        if let Some(scheme) = scheme(address) {
            return self.elsewhere(page, scheme, address);
        }
        if address.starts_with("www.") {
            return Leads::Web(format!("https://{address}"));
        }
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let path = decoded(path.split('?').next().unwrap_or_default());
        let fragment = decoded(fragment);
        if path.is_empty() {
            return Leads::Here(fragment);
        }
        let fragment = (!fragment.is_empty()).then_some(fragment);
        self.inside(page, &path, fragment)
    }

    /// What an address with a scheme means: one of the site itself is one of its pages.
    fn elsewhere(&self, page: usize, scheme: &str, address: &str) -> Leads {
        let own = self.setting.base_url.as_deref().map(|url| url.trim_end_matches('/'));
        let rest =
            own.filter(|own| own.len() > 8).and_then(|own| address.strip_prefix(own));
        if let Some(rest) =
            rest.filter(|rest| rest.is_empty() || rest.starts_with(['/', '#']))
        {
            let (path, fragment) = rest.split_once('#').unwrap_or((rest, ""));
            let path = if path.is_empty() { "/" } else { path };
            let fragment = (!fragment.is_empty()).then(|| fragment.to_owned());
            match self.inside(page, &decoded(path), fragment) {
                Leads::Nowhere => {}
                found => return found,
            }
        }
        let rest = &address[scheme.len() + 1..];
        let has_host = rest.strip_prefix("//").is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
        });
        let is_kept = match &*scheme.to_ascii_lowercase() {
            "http" | "https" | "ftp" | "sftp" | "irc" | "ircs" | "gemini" => has_host,
            "mailto" | "tel" | "sms" | "geo" | "magnet" | "matrix" | "xmpp" | "sip"
            | "news" | "urn" => !rest.is_empty(),
            _ => false,
        };
        if is_kept { Leads::Web(address.to_owned()) } else { Leads::Nowhere }
    }

    /// A path on the site.
    fn inside(&self, page: usize, path: &str, fragment: Option<String>) -> Leads {
        let of = &self.pages[page];
        let root = self.root(page);
        let folder = of.source.rsplit_once('/').map_or("", |(folder, _)| folder);
        let rest = path.trim_start_matches('/');
        let mut places: Vec<String> = Vec::new();
        if let Some(rest) = path.strip_prefix("@/") {
            places.push(join(&root.folder, rest));
        } else if let Some(rest) = path.strip_prefix("@site/") {
            places.push(join(&self.setting.base, rest));
        } else if path.starts_with('/') {
            places.push(join(&root.folder, rest));
            places.push(join(&self.setting.base, rest));
        } else {
            places.push(normal(&join(folder, path)));
            places.push(normal(&join(&root.folder, path)));
        }
        if let Some(found) = places.iter().find_map(|place| self.page_at(place)) {
            return Leads::Page(found, fragment);
        }
        let beside = places.iter().find(|place| self.files.contains(*place));
        if let Some(file) = beside {
            return Leads::File(file.clone());
        }
        if let Some(found) = self.by_address(page, path) {
            return match found {
                Leads::Page(found, _) => Leads::Page(found, fragment),
                other => other,
            };
        }
        let in_static =
            self.setting.statics.iter().map(|folder| normal(&join(folder, rest)));
        if let Some(file) = in_static.into_iter().find(|file| self.files.contains(file)) {
            return Leads::File(file);
        }
        let is_loose =
            self.setting.generator == Generator::Obsidian || path.ends_with(".md");
        if is_loose
            && let found @ (Leads::Page(..) | Leads::File(_)) = self.named(page, path)
        {
            return match found {
                Leads::Page(found, _) => Leads::Page(found, fragment),
                other => other,
            };
        }
        Leads::Nowhere
    }

    /// What lies at an address, from the site's root, from the page's, or below it.
    fn by_address(&self, page: usize, path: &str) -> Option<Leads> {
        if path.starts_with('/') {
            let base = self.setting.base_path();
            let rest = path.strip_prefix(base).filter(|rest| rest.starts_with('/'));
            return self.at_address(page, rest.unwrap_or(path));
        }
        let own = self.pages[page].urls.first()?;
        let folder = if own.ends_with('/') {
            own.trim_end_matches('/')
        } else {
            own.rsplit_once('/')?.0
        };
        let near = |folder: &str| format!("/{}", normal(&join(folder, path)));
        self.at_address(page, &near(folder)).or_else(|| self.at_address(page, &near(own)))
    }

    fn at_address(&self, page: usize, whole: &str) -> Option<Leads> {
        let mut key = url_key(whole);
        let lang = self.root(page).url.trim_matches('/');
        if !self.by_url.contains_key(&key) && !lang.is_empty() {
            let other = join(lang, &key);
            if self.by_url.contains_key(&other) {
                key = other;
            }
        }
        if let Some(found) = self.by_url.get(&key) {
            return Some(Leads::Page(*found, None));
        }
        if key.is_empty() {
            return Some(Leads::Own("/index.html"));
        }
        if self.lists.contains(&key) {
            return Some(Leads::Own("/articles/index.html"));
        }
        let file = whole.trim_start_matches('/');
        let places = self
            .setting
            .statics
            .iter()
            .chain(self.setting.roots.iter().map(|root| &root.folder));
        let mut places = places
            .map(|folder| join(folder, file))
            .chain([join(&self.setting.base, file)]);
        places.find(|place| self.files.contains(place)).map(Leads::File)
    }

    /// The page whose file lies at a path, however the path ends.
    fn page_at(&self, path: &str) -> Option<usize> {
        let path = path.trim_end_matches('/');
        const ENDS: [&str; 12] = [
            "",
            ".md",
            ".mdx",
            ".markdown",
            "/index.md",
            "/_index.md",
            "/index.mdx",
            "/README.md",
            "/readme.md",
            "/index.markdown",
            "/README.mdx",
            ".en.md",
        ];
        ENDS.iter().find_map(|end| {
            let place = if path.is_empty() {
                end.trim_start_matches('/').to_owned()
            } else {
                format!("{path}{end}")
            };
            self.by_source.get(&place).copied()
        })
    }

    /// What a name means, as `[[…]]` and `ref` write it: the only one that is called so, or the nearest.
    pub(super) fn named(&self, page: usize, name: &str) -> Leads {
        let (name, fragment) = name.split_once('#').unwrap_or((name, ""));
        let fragment = (!fragment.is_empty()).then(|| fragment.to_owned());
        if name.trim().is_empty() {
            return fragment.map_or(Leads::Nowhere, Leads::Here);
        }
        let (is_post, name) =
            name.strip_prefix("post/").map_or((false, name), |name| (true, name));
        let root = &self.root(page).folder;
        let folder =
            self.pages[page].source.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = [
            normal(&join(folder, name)),
            normal(&join(root, name)),
            normal(&join(&self.setting.base, name)),
        ];
        if let Some(found) = beside.iter().find_map(|place| self.page_at(place)) {
            return Leads::Page(found, fragment);
        }
        if let Some(found) = self.by_name.get(&name_key(name)) {
            let of = |number: &&usize| {
                !is_post || self.pages[**number].source.contains("_posts/")
            };
            let near = |number: &usize| {
                let other = &self.pages[*number].source;
                let common =
                    folder.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
                (usize::MAX - common, other.matches('/').count(), other.len())
            };
            let mut all: Vec<usize> = found.iter().filter(of).copied().collect();
            all.sort_by_key(near);
            if let Some(first) = all.first() {
                return Leads::Page(*first, fragment);
            }
        }
        let last = name.rsplit('/').next().unwrap_or_default().to_lowercase();
        if let Some(files) = self.files_by_name.get(&last) {
            let ends = |file: &&String| {
                file.to_lowercase()
                    .ends_with(&name.trim_start_matches(['.', '/']).to_lowercase())
            };
            if let Some(file) =
                files.iter().filter(ends).min_by_key(|file| file.len()).or(files.first())
            {
                return Leads::File(file.clone());
            }
        }
        match self.by_url.get(&url_key(name)) {
            Some(found) => Leads::Page(*found, fragment),
            None => Leads::Nowhere,
        }
    }

    /// The id on a page that `#…` means by any generator's rule.
    pub(super) fn anchor(&self, page: usize, fragment: &str) -> Option<&str> {
        let anchors = &self.pages[page].anchors;
        let last = fragment.rsplit('#').next().unwrap_or(fragment);
        let key = anchor_key(last);
        let numbered = || {
            // Where two headings have one name, generators number them from different numbers on.
            let (rest, number) = last.rsplit_once(['-', '_'])?;
            let number: usize = number.parse().ok()?;
            let key = anchor_key(rest);
            anchors.get(&format!("{key}{}", number + 1)).or_else(|| anchors.get(&key))
        };
        anchors.get(&key).or_else(numbered).map(String::as_str)
    }
}

/// A path with its percent-encoded characters as they are.
pub(super) fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let hex = |byte: u8| (byte as char).to_digit(16);
        match (first, behind) {
            (b'%', [a, b, more @ ..]) if hex(*a).is_some() && hex(*b).is_some() => {
                let value =
                    hex(*a).unwrap_or_default() * 16 + hex(*b).unwrap_or_default();
                bytes.push(u8::try_from(value).unwrap_or(b'?'));
                rest = more;
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The scheme that an address begins with.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (begins && scheme.len() > 1 && scheme.chars().all(is_sign)).then_some(scheme)
}
