//! What an address asks for.

use crate::files::OutPath;
use crate::model::percent_decoded;

/// The folder of what is not of the site but of the one who shows it. No site has such a folder.
pub(super) const OWN: &str = "/.dateline/";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A file of the site.
    File(OutPath),
    /// The script that pages are given.
    Script,
    /// Its style sheet.
    Style,
    /// Which pages readers are not shown yet.
    Early,
    /// News of a page, for somebody who has what the key is of.
    News(OutPath, String),
    /// Nothing that could be there.
    Nothing,
}

/// What the path and the query of an address ask for.
pub(super) fn wanted(path: &str, query: &str) -> Wanted {
    let Some(own) = path.strip_prefix(OWN) else {
        return file(path).map_or(Wanted::Nothing, Wanted::File);
    };
    match own {
        "live.js" => Wanted::Script,
        "live.css" => Wanted::Style,
        "early.json" => Wanted::Early,
        "news" => news(query).unwrap_or(Wanted::Nothing),
        _ => Wanted::Nothing,
    }
}

/// `page=%2Farticles%2Fa.html&made=KEY`
fn news(query: &str) -> Option<Wanted> {
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| percent_decoded(value))
    };
    // The page is an address itself, so it is decoded twice.
    Some(Wanted::News(file(&value("page")?)?, value("made")?))
}

/// The file of the site that a path means; a path to a folder means its `index.html`. `None` for one that
/// no file of a site has: with parts that lead upwards, or that hold what parts of a path can't.
fn file(path: &str) -> Option<OutPath> {
    let path = path.strip_prefix('/')?;
    let (path, index) = match path.strip_suffix('/') {
        Some(folder) => (folder, Some("index.html")),
        None if path.is_empty() => (path, Some("index.html")),
        None => (path, None),
    };
    let folders = path.split('/').filter(|_| !path.is_empty()).map(percent_decoded);
    let parts: Vec<String> = folders.chain(index.map(str::to_owned)).collect();
    if !parts.iter().all(|part| is_part(part)) {
        return None;
    }
    OutPath::new(&parts.join("/")).ok()
}

/// Whether a decoded part of a path is the name of a file or a folder.
fn is_part(part: &str) -> bool {
    let is_foreign = |c: char| matches!(c, '/' | '\\') || c.is_control();
    !matches!(part, "" | "." | "..") && !part.contains(is_foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(address: &str) -> Option<String> {
        match wanted(address, "") {
            Wanted::File(path) => Some(path.to_string()),
            _ => None,
        }
    }

    #[test]
    fn a_folder_is_its_index() {
        assert_eq!(path("/").as_deref(), Some("index.html"));
        assert_eq!(path("/countries/").as_deref(), Some("countries/index.html"));
        assert_eq!(path("/countries/ie.html").as_deref(), Some("countries/ie.html"));
    }

    #[test]
    fn escapes_are_undone_once() {
        let path = |address| path(address).unwrap();
        assert_eq!(path("/a%20b/%C3%A9.html"), "a b/é.html");
        assert_eq!(path("/%E5%AA%92.html"), "媒.html");
        assert_eq!(path("/100%25.html"), "100%.html");
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        for address in [
            "/../site.toml",
            "/articles/../../site.toml",
            "/%2e%2e/site.toml",
            "/%2E%2E%2Fsite.toml",
            "/..%2fsite.toml",
            "/..%5csite.toml",
            "/articles%2fa.html",
            "/./a.html",
            "//etc/passwd",
            "/a//b.html",
            "/a%00.html",
            "/a%0a.html",
            "site.toml",
            "",
            "*",
        ] {
            assert_eq!(path(address), None, "{address}");
        }
        // Decoded once it is a name like any other, of a file that no site has.
        assert_eq!(path("/%252e%252e/a").as_deref(), Some("%2e%2e/a"));
    }

    #[test]
    fn the_own_folder_has_what_pages_are_given_and_nothing_else() {
        assert_eq!(wanted("/.dateline/live.js", ""), Wanted::Script);
        assert_eq!(wanted("/.dateline/live.css", ""), Wanted::Style);
        assert_eq!(wanted("/.dateline/early.json", ""), Wanted::Early);
        assert_eq!(wanted("/.dateline/documents", ""), Wanted::Nothing);
        assert_eq!(wanted("/.dateline/../site.toml", ""), Wanted::Nothing);
    }

    #[test]
    fn news_are_of_a_page_and_of_what_one_has_of_it() {
        let asked = wanted("/.dateline/news", "page=%2Fa%2520b%2F&made=0f");
        let page = OutPath::new("a b/index.html").unwrap();
        assert_eq!(asked, Wanted::News(page, "0f".into()));
        for query in ["", "page=%2Fa.html", "made=0f", "page=%2F..%2Fa&made=0f"] {
            assert_eq!(wanted("/.dateline/news", query), Wanted::Nothing, "{query}");
        }
    }
}
