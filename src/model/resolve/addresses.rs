//! Where pages are: one address for each item, and old addresses that lead to it.

use crate::config::Urls;
use crate::content::{Id, Kind};
use crate::diag::{Diagnostic, Diagnostics, codes, unfit_path};
use crate::fields::Spanned;
use crate::files::{OutPath, Span};
use crate::letters::folded;
use crate::routes::{self, OwnPage};
use std::borrow::Cow;
use std::cmp::Ordering;

/// The addresses that are wanted, by whom.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    claims: Vec<Claim>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Claim {
    /// The address as file systems see it that don't tell `A` from `a`, where that is another.
    folded: Option<String>,
    owner: Owner,
    address: OutPath,
}

impl Claim {
    fn new(address: &OutPath, owner: Owner) -> Self {
        let folded = match folded(address.as_str()) {
            Cow::Borrowed(_) => None,
            Cow::Owned(folded) => Some(folded),
        };
        Claim { folded, owner, address: address.clone() }
    }

    fn folded(&self) -> &str {
        self.folded.as_deref().unwrap_or(self.address.as_str())
    }

    fn key(&self) -> (&str, Owner, &OutPath) {
        (self.folded(), self.owner, &self.address)
    }
}

impl PartialOrd for Claim {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Claim {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

/// Who wants an address; of several the first has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// A page that every site has.
    Site,
    /// The page of an article or a free page, which may have a `slug`, written here.
    Page(Span),
    /// The page of what has an id of its own, written here.
    Record(Span),
    /// The page of an author who is first named here.
    Author(Span),
    /// The page of a tag that is first named here.
    Tag(Span),
    /// An alias.
    Alias(Span),
}

impl Owner {
    fn place(self) -> Option<Span> {
        match self {
            Owner::Site => None,
            Owner::Page(place)
            | Owner::Record(place)
            | Owner::Author(place)
            | Owner::Tag(place)
            | Owner::Alias(place) => Some(place),
        }
    }

    /// What to do so that it gets another address.
    fn remedy(self) -> &'static str {
        match self {
            Owner::Page(_) => "rename the file, or give it a `slug`",
            Owner::Site | Owner::Record(_) => "give it another id",
            Owner::Author(_) => "write the author's name in full, or otherwise",
            Owner::Tag(_) => "call the tag otherwise",
            Owner::Alias(_) => "take the alias away",
        }
    }
}

impl Addresses {
    /// Asks for an address.
    pub(super) fn claim(&mut self, address: &OutPath, owner: Owner) {
        self.claims.push(Claim::new(address, owner));
    }

    /// Reports everyone who wants an address that another has, letters' case not counted,
    /// because many file systems don't count it.
    pub(super) fn report(mut self, diags: &mut Diagnostics) {
        for page in OwnPage::ALL {
            self.claim(&page.address(), Owner::Site);
        }
        self.claims.sort();
        for claim in &self.claims {
            diags.extend(unfit(claim));
        }
        for same in self.claims.chunk_by(|a, b| a.folded() == b.folded()) {
            for second in &same[1..] {
                diags.extend(collision(&same[0], second));
            }
        }
    }
}

fn collision(first: &Claim, second: &Claim) -> Option<Diagnostic> {
    let address = &second.address;
    let place = second.owner.place()?;
    let message = match (first.owner, second.owner) {
        (Owner::Site, Owner::Alias(_)) => {
            format!("the old address `{address}` is that of a page that every site has")
        }
        (Owner::Site, _) => format!("`{address}` is a page that every site has"),
        (Owner::Alias(_), Owner::Alias(_)) => {
            format!("two pages have the old address `{address}`")
        }
        (_, Owner::Alias(_)) => {
            format!("the old address `{address}` is that of another page")
        }
        _ => format!("two pages would be written to `{address}`"),
    };
    let mut found = Diagnostic::new(codes::PATH_COLLISION, place, message);
    if let Some(other) = first.owner.place() {
        found = found.also(other, format!("`{}` is this one's", first.address));
    }
    if first.address != *address {
        found = found.note("the two differ in the case of letters only, which many file systems don't tell apart");
    }
    Some(match (first.owner, second.owner) {
        (Owner::Alias(_), Owner::Alias(_)) => {
            found.help("take the alias away from one of them")
        }
        (Owner::Page(_), Owner::Page(_)) => {
            found.help("rename one of the files, or give it a `slug`")
        }
        (_, second) => found.help(second.remedy()),
    })
}

/// What is wrong with an address that not every file system takes.
fn unfit(claim: &Claim) -> Option<Diagnostic> {
    let place = claim.owner.place()?;
    let found = unfit_path(&claim.address, place.into())?;
    Some(found.help(match claim.owner {
        Owner::Page(_) => "give it a short and plain `slug`, or rename the file",
        owner => owner.remedy(),
    }))
}

/// The address of an item of a kind: those of free pages lie at the top of the site, all others below the folder of
/// their kind.
pub(super) fn of(kind: Kind, id: &str, urls: Urls) -> OutPath {
    let folder = if kind == Kind::Page { "" } else { kind.folder() };
    routes::in_folder(folder, id, urls)
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

/// Whether an alias is a former address, and not a name.
pub(super) fn is_address(alias: &str) -> bool {
    let alias = alias.trim();
    alias.starts_with('/') || alias.ends_with('/') || alias.ends_with(".html")
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
    if !is_address(text) {
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
