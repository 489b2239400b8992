//! Where pages are: one address for each item, and old addresses that lead to it.

use crate::config::Urls;
use crate::content::Id;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::{OutPath, Span};

/// The addresses that are wanted, by whom.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    claims: Vec<Claim>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Claim {
    /// The address as file systems see it that don't tell `A` from `a`.
    folded: String,
    owner: Owner,
    address: OutPath,
}

/// Who wants an address; of several the first has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// A page that every site has.
    Site,
    /// The page that is written here.
    Page(Span),
    /// An alias.
    Alias(Span),
}

/// The pages that every site has, whatever is written.
const OWN: [&str; 10] = [
    "index.html",
    "404.html",
    "articles/index.html",
    "authors/index.html",
    "corrections.html",
    "countries/index.html",
    "locations/index.html",
    "sources/index.html",
    "tags/index.html",
    "timeline.html",
];

impl Addresses {
    /// Asks for an address.
    pub(super) fn claim(&mut self, address: &OutPath, owner: Owner) {
        let folded = address.as_str().to_lowercase();
        self.claims.push(Claim { folded, owner, address: address.clone() });
    }

    /// Reports everyone who wants an address that another has, letters' case not counted,
    /// because many file systems don't count it.
    pub(super) fn report(mut self, diags: &mut Diagnostics) {
        for path in OWN {
            // The literals are paths.
            if let Ok(address) = OutPath::new(path) {
                self.claim(&address, Owner::Site);
            }
        }
        self.claims.sort();
        for same in self.claims.chunk_by(|a, b| a.folded == b.folded) {
            for second in &same[1..] {
                diags.extend(collision(&same[0], second));
            }
        }
    }
}

fn collision(first: &Claim, second: &Claim) -> Option<Diagnostic> {
    let address = &second.address;
    let (place, message, help) = match (first.owner, second.owner) {
        (_, Owner::Site) => return None,
        (Owner::Site, Owner::Page(place)) => (
            place,
            format!("`{address}` is a page that every site has"),
            "rename the file, or give it a `slug`",
        ),
        (Owner::Site, Owner::Alias(place)) => (
            place,
            format!("the old address `{address}` is that of a page that every site has"),
            "take the alias away",
        ),
        (_, Owner::Page(place)) => (
            place,
            format!("two pages would be written to `{address}`"),
            "rename one of the files, or give it a `slug`",
        ),
        (Owner::Page(_), Owner::Alias(place)) => (
            place,
            format!("the old address `{address}` is that of another page"),
            "take the alias away",
        ),
        (Owner::Alias(_), Owner::Alias(place)) => (
            place,
            format!("two pages have the old address `{address}`"),
            "take the alias away from one of them",
        ),
    };
    let mut found = Diagnostic::new(codes::PATH_COLLISION, place, message);
    if let Owner::Page(other) | Owner::Alias(other) = first.owner {
        found = found.also(other, format!("`{}` is this one's", first.address));
    }
    if first.address != *address {
        found = found.note("the two differ in the case of letters only, which many file systems don't tell apart");
    }
    Some(found.help(help))
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
    if text.is_empty() {
        let found =
            Diagnostic::new(codes::INVALID_VALUE, written.span, "an alias is empty");
        diags.push(found.help("write a name or an old address, or take it out"));
        return None;
    }
    let is_path = text.starts_with('/') || text.ends_with('/') || text.ends_with(".html");
    if !is_path {
        return Some(Alias::Name(text));
    }
    let inner = text.trim_matches('/');
    let path = match inner.rsplit('/').next() {
        Some("") => "index.html".to_owned(),
        Some(name) if name.ends_with(".html") => inner.to_owned(),
        _ if urls == Urls::File && !text.ends_with('/') => format!("{inner}.html"),
        _ => format!("{inner}/index.html"),
    };
    match OutPath::new(&path) {
        Ok(path) => Some(Alias::Address(path)),
        Err(reason) => {
            let message = format!("`{text}` can't be an old address: {reason}");
            diags.push(
                Diagnostic::new(codes::INVALID_VALUE, written.span, message).help(
                    "write the path of the old page on this site: `/2022/dublin.html`",
                ),
            );
            None
        }
    }
}
