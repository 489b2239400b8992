//! Where pages are: one address for each item, and old addresses that lead to it.

use crate::config::Urls;
use crate::content::Id;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::{OutPath, Span};
use std::collections::HashMap;

/// The addresses given out so far.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    taken: HashMap<String, (OutPath, Span)>,
}

impl Addresses {
    /// Takes an address for a page; reports one that is taken, letters' case not counted,
    /// because many file systems don't count it.
    pub(super) fn take(
        &mut self,
        address: &OutPath,
        place: Span,
        diags: &mut Diagnostics,
    ) {
        let folded = address.as_str().to_lowercase();
        match self.taken.get(&folded) {
            Some((other, first)) => {
                let mut found = Diagnostic::new(
                    codes::PATH_COLLISION,
                    place,
                    format!("two pages would be written to `{address}`"),
                )
                .also(*first, format!("`{other}` is this one's"));
                if other != address {
                    found = found.note("the two differ in the case of letters only, which many file systems don't tell apart");
                }
                diags.push(found.help("rename one of the files, or give it a `slug`"));
            }
            None => {
                self.taken.insert(folded, (address.clone(), place));
            }
        }
    }
}

/// Characters that some file systems refuse in a name.
const REFUSED: [char; 8] = ['<', '>', ':', '"', '|', '?', '*', '\\'];

/// The address of an item of `folder`: `articles/<id>.html`, or `articles/<id>/index.html`.
pub(super) fn address(folder: &str, id: &str, urls: Urls) -> OutPath {
    let safe = |part: &str| {
        let part = part.replace(REFUSED, "-");
        let part = part.trim_matches(['.', ' ']);
        if part.is_empty() { "-".to_owned() } else { part.to_owned() }
    };
    let parts: Vec<String> = folder
        .split('/')
        .chain(id.split('/'))
        .filter(|p| !p.is_empty())
        .map(safe)
        .collect();
    let stem = parts.join("/");
    page_at(&stem, urls)
}

/// The page at a path without ending.
pub(super) fn page_at(stem: &str, urls: Urls) -> OutPath {
    let path = match urls {
        Urls::File => format!("{stem}.html"),
        Urls::Directory => format!("{stem}/index.html"),
    };
    // Parts have no `..`, no `\` and no control character, and there is at least one.
    OutPath::new(&path).unwrap_or_else(|_| unreachable!("{path:?} is made of safe parts"))
}

/// An article's id with its last part replaced by the slug.
pub(super) fn with_slug(id: &Id, slug: Option<&Spanned<Id>>) -> String {
    match (slug, id.as_str().rsplit_once('/')) {
        (None, _) => id.to_string(),
        (Some(slug), None) => slug.to_string(),
        (Some(slug), Some((folder, _))) => format!("{folder}/{}", slug.value),
    }
}

/// What an alias is: an old address, or another name.
pub(super) enum Alias<'a> {
    Address(OutPath),
    Name(&'a str),
}

/// Reads an alias: one that looks like a path is an old address.
pub(super) fn alias<'a>(
    written: &'a Spanned<String>,
    urls: Urls,
    diags: &mut Diagnostics,
) -> Option<Alias<'a>> {
    let text = written.trim();
    let is_path = text.starts_with('/') || text.ends_with('/') || text.ends_with(".html");
    if !is_path {
        return Some(Alias::Name(text));
    }
    let inner = text.trim_matches('/');
    let path = match inner.rsplit('/').next() {
        Some(name) if name.ends_with(".html") => inner.to_owned(),
        _ if urls == Urls::File && !text.ends_with('/') => format!("{inner}.html"),
        _ => format!("{inner}/index.html"),
    };
    match OutPath::new(&path) {
        Ok(path) => Some(Alias::Address(path)),
        Err(reason) => {
            let message = format!("`{text}` can't be an old address: {reason}");
            diags.push(Diagnostic::new(codes::INVALID_VALUE, written.span, message));
            None
        }
    }
}
