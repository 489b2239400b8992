//! From a page to a file of the site: relative addresses, and absolute ones for feeds.

use super::percent::push_percent_encoded;
use crate::config::Urls;
use crate::files::OutPath;
use crate::routes::of_language;
use foldhash::HashSet;
use std::borrow::Cow;

/// Makes the addresses that one page links with.
///
/// An address names its file (`../countries/ie.html`), so that the site works from any
/// folder and from `file://`. All of it is ASCII: other characters are percent-encoded.
#[derive(Debug, Clone)]
pub struct Linker<'s> {
    from: &'s OutPath,
    base: Option<&'s str>,
    naming: Naming,
    tree: Option<&'s LanguageTree>,
}

/// The pages that the readers of one of several languages have of their own: as they are called everywhere, they lie in the
/// folder of that language. All else is where it is for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageTree {
    /// Its language (BCP 47).
    pub lang: String,
    /// The folder; none for the main language, whose pages lie at the top.
    pub folder: Option<String>,
    /// The pages.
    pub pages: HashSet<OutPath>,
}

impl LanguageTree {
    /// Where a page or a file really is.
    pub fn place<'p>(&self, path: &'p OutPath) -> Cow<'p, OutPath> {
        match &self.folder {
            Some(folder) if self.pages.contains(path) => {
                Cow::Owned(of_language(folder, path))
            }
            _ => Cow::Borrowed(path),
        }
    }
}

/// Whether an address names `index.html`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Naming {
    /// `ie/index.html`
    #[default]
    File,
    /// `ie/`: only for servers that show a folder's `index.html`.
    Folder,
}

impl From<Urls> for Naming {
    fn from(urls: Urls) -> Self {
        match urls {
            Urls::File => Naming::File,
            Urls::Directory => Naming::Folder,
        }
    }
}

impl<'s> Linker<'s> {
    /// Addresses relative to the page at `from`.
    pub fn relative(from: &'s OutPath, naming: Naming) -> Self {
        Linker { from, base: None, naming, tree: None }
    }

    /// Addresses below `base` (`https://example.org/`), for texts that are read elsewhere;
    /// `from` is the page that such a text is of.
    pub fn absolute(from: &'s OutPath, base: &'s str, naming: Naming) -> Self {
        Linker { from, base: Some(base), naming, tree: None }
    }

    /// The same for the readers of one of several languages; `from` is where the page really is.
    pub fn within(self, tree: Option<&'s LanguageTree>) -> Self {
        Linker { tree, ..self }
    }

    /// The page that is written.
    pub fn from(&self) -> &OutPath {
        self.from
    }

    /// The address of `to`, and of the id `fragment` on it.
    pub fn href(&self, to: &OutPath, fragment: Option<&str>) -> String {
        let placed = self.tree.map(|tree| tree.place(to));
        let to = placed.as_deref().unwrap_or(to);
        let base = self.base.unwrap_or("../../");
        let fragment_length = fragment.map_or(0, |fragment| 1 + fragment.len());
        let length = base.len() + 1 + to.as_str().len() + fragment_length;
        let mut href = String::with_capacity(length);
        match self.base {
            Some(base) => self.push_below(base, to, &mut href),
            None if fragment.is_some() && to == self.from => {}
            None => self.push_path_to(to, &mut href),
        }
        if let Some(fragment) = fragment {
            href.push('#');
            push_percent_encoded(fragment, &mut href);
        }
        href
    }

    /// The address of the id `fragment` on the page that is written.
    pub fn here(&self, fragment: &str) -> String {
        self.href(self.from, Some(fragment))
    }

    /// Adds the address of the page that is written, as far as a link from it to an id on it needs one.
    pub fn push_here(&self, href: &mut String) {
        if let Some(base) = self.base {
            self.push_below(base, self.from, href);
        }
    }

    fn push_below(&self, base: &str, to: &OutPath, href: &mut String) {
        href.push_str(base);
        if !base.ends_with('/') {
            href.push('/');
        }
        push_percent_encoded(self.named(to.as_str()), href);
    }

    fn push_path_to(&self, to: &OutPath, href: &mut String) {
        let mut rest = to.as_str();
        let mut folders = self.from.folder().split('/').filter(|part| !part.is_empty());
        // The folder that the two part in, if they do, is counted with those above it.
        let is_shared = |part: &str, rest: &mut &str| {
            let below = rest.strip_prefix(part).and_then(|it| it.strip_prefix('/'));
            below.map(|below| *rest = below).is_some()
        };
        let apart = folders.by_ref().find(|part| !is_shared(part, &mut rest));
        let ups = apart.map_or(0, |_| 1 + folders.count());
        (0..ups).for_each(|_| href.push_str("../"));
        push_percent_encoded(self.named(rest), href);
        if href.is_empty() {
            href.push_str("./");
        }
    }

    fn named<'p>(&self, path: &'p str) -> &'p str {
        match self.naming {
            Naming::File => path,
            Naming::Folder if path == "index.html" => "",
            Naming::Folder if path.ends_with("/index.html") => {
                &path[..path.len() - "index.html".len()]
            }
            Naming::Folder => path,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(from: &str, to: &str, fragment: Option<&str>) -> String {
        let (from, to) = (OutPath::new(from).unwrap(), OutPath::new(to).unwrap());
        Linker::relative(&from, Naming::File).href(&to, fragment)
    }

    #[test]
    fn a_page_is_named_from_where_one_stands() {
        assert_eq!(
            href("articles/a.html", "countries/ie.html", None),
            "../countries/ie.html"
        );
        assert_eq!(href("articles/a.html", "articles/b.html", None), "b.html");
        assert_eq!(href("index.html", "a/b/c.html", Some("x")), "a/b/c.html#x");
        assert_eq!(href("a/b/c.html", "index.html", None), "../../index.html");
        assert_eq!(href("a/b.html", "a/b.html", Some("x y")), "#x%20y");
        assert_eq!(href("a/b.html", "a/b.html", None), "b.html");
    }

    #[test]
    fn names_of_any_script_are_encoded() {
        assert_eq!(href("a.html", "媒 'x\".html", None), "%E5%AA%92%20%27x%22.html");
        assert_eq!(href("a.html", "bb:c#d?e%.html", None), "bb%3Ac%23d%3Fe%25.html");
    }

    #[test]
    fn a_feed_names_the_whole_address() {
        let (from, to) =
            (OutPath::new("a/b.html").unwrap(), OutPath::new("c.html").unwrap());
        let linker = Linker::absolute(&from, "https://x.org/sub", Naming::File);
        assert_eq!(linker.href(&to, None), "https://x.org/sub/c.html");
        assert_eq!(linker.here("source-1"), "https://x.org/sub/a/b.html#source-1");
    }

    #[test]
    fn a_folder_can_stand_for_its_index() {
        let (from, to) = (
            OutPath::new("a/index.html").unwrap(),
            OutPath::new("b/index.html").unwrap(),
        );
        let linker = Linker::relative(&from, Naming::Folder);
        assert_eq!(linker.href(&to, None), "../b/");
        assert_eq!(linker.href(&OutPath::new("index.html").unwrap(), None), "../");
        assert_eq!(linker.href(&from, None), "./");
    }
}
