//! Sources, and how they are named where they are cited.

use super::noun::FromRecord;
use super::{Matter, Names, Noun, SourceId};
use crate::content::kinds::common::Private;
use crate::content::kinds::source::{
    Access, ET_AL, Outlet, QuoteFields, ReadAs, Role, SourceFields, SourceType, UrlStatus,
};
use crate::content::values::{Title, WebUrl};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Language, Spanned};
use crate::files::{FilePath, Span};
use crate::manifest::Sum;
use crate::model::resolve::{Record, Resolver};
use serde::{Deserialize, Serialize};

/// A source: evidence.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Source {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// Its title; a bare URL has none.
    pub title: Option<Title>,
    /// What sort of thing it is.
    pub kind: Option<SourceType>,
    /// Who wrote it.
    pub by: Vec<String>,
    /// Whether others wrote it too, who are not named.
    pub has_others: bool,
    /// What it appeared in.
    pub container: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<Edtf>,
    /// When it was seen.
    pub accessed: Option<Edtf>,
    /// Its language, a BCP 47 tag.
    pub lang: Option<String>,
    /// Its address; where it has none of its own, that of its Digital Object Identifier.
    pub url: Option<WebUrl>,
    /// The address of its Digital Object Identifier.
    pub doi: Option<WebUrl>,
    /// Whether the address still leads to it.
    pub url_status: Option<UrlStatus>,
    /// Saved copies.
    pub archives: Vec<Archive>,
    /// The SHA-256 of the copy in the vault, in lower-case hexadecimal.
    pub sha256: Option<String>,
    /// How near it is to what it tells.
    pub role: Option<Role>,
    /// What sort of outlet published it.
    pub outlet_sort: Option<Outlet>,
    /// In which form it was read.
    pub seen: Option<ReadAs>,
    /// The sources that it merely repeats.
    pub based_on: Vec<SourceId>,
    /// Whether it says that it is its own work.
    pub original: bool,
    /// Who can read it.
    pub access: Option<Access>,
    /// Quotations from it.
    pub quotes: Vec<QuoteFields>,
    /// The Admiralty code, `A1` to `F6`.
    pub reliability: Option<String>,
    /// What readers should know about it.
    pub note: Option<String>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Source {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        self.label().title
    }

    fn sources(&self) -> &[SourceId] {
        &self.based_on
    }

    fn is_shown(&self) -> bool {
        !self.is_confidential()
    }
}

/// A saved copy of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Archive {
    /// On the web.
    Web(WebUrl),
    /// In the site's vault, which is not published: where it should lie.
    Vault(FilePath),
}

/// How a source is named where it is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label<'s> {
    /// The title, or the host of its address, or its id.
    pub title: &'s str,
    /// The title in English, where the title is in another language.
    pub english: Option<&'s str>,
    /// Who stands behind it: where it came out, else its author, else the host of its address.
    pub maker: Option<&'s str>,
}

impl Source {
    /// A source of which nothing is told but what it is called, where it is written and what every item has.
    pub(in crate::model) fn unsaid(names: Names, place: Span, matter: Matter) -> Self {
        Source {
            names,
            place,
            title: None,
            kind: None,
            by: Vec::new(),
            has_others: false,
            container: None,
            publisher: None,
            date: None,
            accessed: None,
            lang: None,
            url: None,
            doi: None,
            url_status: None,
            archives: Vec::new(),
            sha256: None,
            role: None,
            outlet_sort: None,
            seen: None,
            based_on: Vec::new(),
            original: false,
            access: None,
            quotes: Vec::new(),
            reliability: None,
            note: None,
            matter,
        }
    }

    /// The addresses of its copies on the web.
    pub fn web_copies(&self) -> impl Iterator<Item = &WebUrl> {
        self.archives.iter().filter_map(|archive| match archive {
            Archive::Web(url) => Some(url),
            Archive::Vault(_) => None,
        })
    }

    /// Where its copies in the vault should lie.
    pub fn vault_copies(&self) -> impl Iterator<Item = &FilePath> {
        self.archives.iter().filter_map(|archive| match archive {
            Archive::Web(_) => None,
            Archive::Vault(path) => Some(path),
        })
    }

    /// Whether it is a record or statement of what it tells.
    pub fn is_primary(&self) -> bool {
        self.role == Some(Role::Primary)
    }

    /// Whether it says that it is its own work.
    pub fn is_traced(&self) -> bool {
        self.original || self.is_primary()
    }

    /// Whether nothing but a generic label may leave the build.
    pub fn is_confidential(&self) -> bool {
        self.access == Some(Access::Confidential)
    }

    /// Who wrote it, in one line; empty where nobody is named.
    pub fn byline(&self) -> String {
        let others = self.has_others.then_some(ET_AL);
        let names = self.by.join(", ");
        let both = [names.as_str()].into_iter().filter(|names| !names.is_empty());
        both.chain(others).collect::<Vec<_>>().join(" ")
    }

    /// Where it came out: what it appeared in, else its publisher. What a record or statement was printed in
    /// is no part of it, so there the publisher comes first.
    pub fn outlet(&self) -> Option<&str> {
        let (container, publisher) =
            (self.container.as_deref(), self.publisher.as_deref());
        if self.is_primary() { publisher.or(container) } else { container.or(publisher) }
    }

    /// How the source is named where it is cited.
    pub fn label(&self) -> Label<'_> {
        let host = self.url.as_ref().map(|url| url.host());
        let title = self.title.as_ref().map(|title| title.original.as_str());
        let first = self.by.first().map(String::as_str);
        Label {
            title: title.or(host).unwrap_or(self.names.id.as_str()),
            english: self.title.as_ref().and_then(|title| title.english.as_deref()),
            maker: self.outlet().or(first).or(host),
        }
    }

    /// The address to link first: an archived copy where the original is gone, usurped or
    /// unfit, else the original.
    pub fn first_link(&self) -> Option<&WebUrl> {
        let archived = self.web_copies().next();
        let gone = !matches!(self.url_status, None | Some(UrlStatus::Live));
        if gone && archived.is_some() { archived } else { self.url.as_ref().or(archived) }
    }
}

impl FromRecord for Source {
    type Fields = SourceFields;

    fn of(
        record: &Record<'_, SourceFields>,
        fields: &SourceFields,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        let is_others = |name: &&String| name.trim() == ET_AL;
        let own_notes = || match &fields.item.common.private {
            Some(Private::Notes(notes)) if resolver.config.publish_notes => {
                Some(notes.clone())
            }
            _ => None,
        };
        let based_on = fields.based_on.iter();
        let maker = |name: &String| resolver.maker(name);
        let doi = fields.doi.as_ref().map(|doi| doi.value.address().clone());
        Source {
            names: resolver.names_of(record, fields, diags),
            place: record.place,
            title: fields.title.clone(),
            kind: fields.r#type,
            by: fields.by.iter().filter(|name| !is_others(name)).map(maker).collect(),
            has_others: fields.by.iter().any(|name| is_others(&name)),
            container: fields.r#in.as_ref().map(maker),
            publisher: fields.publisher.as_ref().map(maker),
            date: fields.date.as_ref().map(|date| date.value.clone()),
            accessed: fields.accessed.as_ref().map(|date| date.value.clone()),
            lang: fields.lang.as_ref().map(Language::to_string),
            url: fields.url.as_ref().map(|url| url.value.clone()).or(doi.clone()),
            doi,
            url_status: fields.url_status,
            archives: fields.archive.iter().filter_map(|a| archive(a, diags)).collect(),
            sha256: fields.sha256.as_ref().and_then(|hash| sha256(hash, diags)),
            role: fields.role,
            outlet_sort: fields.outlet,
            seen: fields.seen,
            based_on: based_on.filter_map(|one| resolver.meant(one, diags)).collect(),
            original: fields.original == Some(true),
            access: fields.access,
            quotes: fields.quotes.clone(),
            reliability: fields
                .reliability
                .as_ref()
                .and_then(|code| admiralty(code, diags)),
            note: fields.note.clone().or_else(own_notes),
            matter: record.matter(),
        }
    }
}

fn archive(written: &Spanned<String>, diags: &mut Diagnostics) -> Option<Archive> {
    if !written.contains("://") {
        return in_vault(written, diags);
    }
    match WebUrl::new(written) {
        Ok(url) => Some(Archive::Web(url)),
        Err(reason) => {
            let message = format!("`{}` is not a web address", written.value);
            let found = Diagnostic::new(codes::INVALID_VALUE, written.span, message);
            diags.push(found.note(reason));
            None
        }
    }
}

/// A path in the vault, as writers give it: below `content/`.
fn in_vault(written: &Spanned<String>, diags: &mut Diagnostics) -> Option<Archive> {
    let path = FilePath::new(&format!("content/{}", written.trim())).ok();
    let path = path.filter(|path| path.below("content/vault").is_some());
    if path.is_none() {
        let message = format!("`{}` is no copy that is kept", written.value);
        diags.push(
            Diagnostic::new(codes::INVALID_VALUE, written.span, message)
                .note("a copy has a web address, or lies below `content/vault/`")
                .help("write the address, or a path like `vault/report.pdf`"),
        );
    }
    path.map(Archive::Vault)
}

pub(in crate::model) fn sha256(
    written: &Spanned<String>,
    diags: &mut Diagnostics,
) -> Option<String> {
    if let Some(sum) = Sum::read(written) {
        return Some(sum.to_string());
    }
    let message = format!("`{}` is no SHA-256", written.value);
    diags.push(
        Diagnostic::new(codes::INVALID_VALUE, written.span, message)
            .note("it has 64 hexadecimal digits"),
    );
    None
}

/// The Admiralty code (NATO AJP-2.1): reliability of the source A to F, credibility of the
/// information 1 to 6.
fn admiralty(written: &Spanned<String>, diags: &mut Diagnostics) -> Option<String> {
    if let [b'A'..=b'F', b'1'..=b'6'] = written.as_bytes() {
        return Some(written.value.clone());
    }
    let message = format!("`{}` is no Admiralty code", written.value);
    diags.push(
        Diagnostic::new(codes::INVALID_VALUE, written.span, message)
            .help("write a letter from A to F and a digit from 1 to 6: `B2`"),
    );
    None
}
