//! Where the pages are of what has an id or a name: `articles/<id>.html`.

use super::fixed;
use crate::config::Urls;
use crate::files::{OutPath, REFUSED};

/// The path of the page of `id` in a folder: `articles/<id>.html`, or `articles/<id>/index.html`. The folder may be
/// empty: then it is at the top of the site.
pub fn in_folder(folder: &str, id: &str, urls: Urls) -> OutPath {
    let ending = match urls {
        Urls::File => ".html",
        Urls::Directory => "/index.html",
    };
    let mut path = String::with_capacity(folder.len() + 1 + id.len() + ending.len());
    for part in folder.split('/').chain(id.split('/')).filter(|part| !part.is_empty()) {
        if !path.is_empty() {
            path.push('/');
        }
        push_safe(part, &mut path);
    }
    path.push_str(ending);
    // Parts have no `..`, no `\` and no control character, and there is at least one.
    fixed(&path)
}

/// The path of the page of an author whose name is this word in addresses.
pub fn author(word: &str, urls: Urls) -> OutPath {
    in_folder("authors", word, urls)
}

/// The path of the page of a tag that is this word in addresses.
pub fn tag(word: &str, urls: Urls) -> OutPath {
    in_folder("tags", word, urls)
}

/// Adds a part of a path as every file system takes it.
fn push_safe(part: &str, path: &mut String) {
    let edge = |c: char| c == '.' || c == ' ';
    let part = part.trim_matches(edge);
    if part.is_empty() {
        path.push('-');
    }
    let is_refused = |c: char| c.is_control() || REFUSED.contains(&c);
    path.extend(part.chars().map(|c| if is_refused(c) { '-' } else { c }));
}
