//! Values that several kinds of record hold: references, addresses, authors.

use super::Kind;
use super::id::Id;
use crate::atlas::{self, Code};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Node, Shape, Spanned, Value, wrong_shape};
use crate::files::Span;
use crate::letters::composed;
use crate::record;
use serde::{Deserialize, Serialize};

/// A reference as it was written: an id, `kind:id`, or a name; what it means is found by `model`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference(pub Spanned<String>);

impl std::ops::Deref for Reference {
    type Target = Spanned<String>;

    fn deref(&self) -> &Spanned<String> {
        &self.0
    }
}

impl Decode for Reference {
    fn shape() -> Shape {
        Shape::Named("id")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match node.text().map(str::trim) {
            Some("") | None => {
                wrong_shape::<Self>(node, diags);
                None
            }
            Some(text) => Some(Reference(Spanned::new(text.to_owned(), node.span))),
        }
    }
}

/// A country is known by the atlas alone, so what names one need not wait for the site to be known.
impl Decode for Code {
    fn shape() -> Shape {
        Reference::shape()
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let Reference(written) = Reference::decode(node, diags)?;
        let (_, name) = Kind::before_name(&written);
        let code = atlas::find(&composed(name));
        if code.is_none() {
            diags.push(unknown_country(name, written.span));
        }
        code
    }
}

/// Says that no country or territory is called so.
pub(crate) fn unknown_country(name: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` is no country or territory");
    let found = Diagnostic::new(codes::UNKNOWN_COUNTRY, span, message);
    let found = found.did_you_mean(name, atlas::names());
    if found.help.is_empty() {
        return found
            .help("write its ISO 3166-1 code or its English name: `ie`, `Ireland`");
    }
    found
}

impl Decode for Id {
    fn shape() -> Shape {
        Shape::Named("id")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let Some(text) = node.text() else {
            wrong_shape::<Self>(node, diags);
            return None;
        };
        let id = Id::new(text);
        if id.is_none() {
            let message = format!("`{text}` can't be an id");
            diags.push(
                Diagnostic::new(codes::INVALID_VALUE, node.span, message)
                    .note("an id is not empty and has none of `[`, `]`, `|`, `#`"),
            );
        }
        id
    }
}

/// A web address that may be linked: `http` or `https`, with a host.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WebUrl(Box<str>);

impl WebUrl {
    /// The address in `text`, or what is wrong with it.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        let text = text.trim();
        let rest = strip_prefix_ignoring_case(text, "https://")
            .or_else(|| strip_prefix_ignoring_case(text, "http://"))
            .ok_or("it begins with neither `https://` nor `http://`")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.is_empty() || host.starts_with(':') {
            return Err("it has no host");
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err("it has white space in it");
        }
        if text.contains(['"', '<', '>', '\\', '^', '`', '{', '|', '}']) {
            return Err("it has a character that has to be percent-encoded");
        }
        Ok(WebUrl(text.into()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, without a leading `www.`.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default();
        strip_prefix_ignoring_case(host, "www.").unwrap_or(host)
    }
}

fn strip_prefix_ignoring_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

impl Decode for WebUrl {
    fn shape() -> Shape {
        Shape::Named("URL")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let Some(text) = node.text() else {
            wrong_shape::<Self>(node, diags);
            return None;
        };
        WebUrl::new(text)
            .map_err(|reason| {
                let message = format!("`{text}` is not a web address");
                diags.push(
                    Diagnostic::new(codes::INVALID_VALUE, node.span, message)
                        .note(reason)
                        .help("write the whole address: `https://www.example.org/page`"),
                );
            })
            .ok()
    }
}

record! {
    /// Somebody who wrote an article.
    pub struct AuthorRecord: "author" {
        /// The name, as it is to be printed.
        name: Required<String> = "A. Reporter";
        /// A page about them.
        url: Optional<WebUrl> = "https://example.org/a-reporter";
        /// What they know about: "covers policing".
        expertise: Optional<String> = "covers policing";
    }
}

/// An author: a bare name or a record; where it is written, for messages.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Author(pub Spanned<AuthorRecord>);

impl Decode for Author {
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Named("name"), AuthorRecord::shape()])
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let record = match &node.value {
            Value::Text(text) => {
                let name = text.text.trim().to_owned();
                Some(AuthorRecord { name, url: None, expertise: None })
            }
            _ => AuthorRecord::decode(node, diags),
        };
        record.map(|record| Author(Spanned::new(record, node.span)))
    }
}

/// A name in the original and, where known, in English: a bare text or `{original, en}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// As printed.
    pub original: String,
    /// In English, where the original is not.
    pub english: Option<String>,
}

record! {
    /// A title in two languages.
    pub struct TitleRecord: "title" {
        /// The title as printed.
        original: Required<String> = "首批30个福州警侨事务海外服务站设立";
        /// The same in English.
        en: Optional<String> = "The first 30 overseas service stations are set up";
    }
}

impl Decode for Title {
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Named("text"), TitleRecord::shape()])
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Text(text) => {
                Some(Title { original: text.text.trim().to_owned(), english: None })
            }
            _ => TitleRecord::decode(node, diags)
                .map(|both| Title { original: both.original, english: both.en }),
        }
    }
}

record! {
    /// An image with what is said about it.
    pub struct ImageRecord: "image" {
        /// The file: beside the article, or under `content/`.
        src: Required<String> = "media/sign.jpg";
        /// What is to be seen, for those who can't see it.
        alt: Optional<String> = "Door sign in Chinese and English";
        /// What is printed beneath it.
        caption: Optional<String> = "The sign on Capel Street in 2022.";
        /// Who made it.
        credit: Optional<String> = "AP";
    }
}

/// An image: a bare path or a record; where it is written, for messages.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Image(pub Spanned<ImageRecord>);

impl Decode for Image {
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Named("path"), ImageRecord::shape()])
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let record = match &node.value {
            Value::Text(text) => {
                let src = text.text.trim().to_owned();
                Some(ImageRecord { src, alt: None, caption: None, credit: None })
            }
            _ => ImageRecord::decode(node, diags),
        };
        record.map(|record| Image(Spanned::new(record, node.span)))
    }
}

/// Tags however other generators write them: a list, a text split at commas (or at spaces
/// where there is no comma), or mappings with a `name` or `title`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tags(pub Vec<Spanned<String>>);

/// The tags in a text: split at commas, or at spaces where there is no comma.
pub(super) fn split_tags(text: &str) -> impl Iterator<Item = &str> {
    let at = if text.contains(',') { ',' } else { ' ' };
    text.split(at).map(bare_tag).filter(|word| !word.is_empty())
}

/// A tag without the `#` that others write before it; signs alone stay.
fn bare_tag(written: &str) -> &str {
    let written = written.trim();
    Some(written.trim_start_matches('#'))
        .filter(|bare| !bare.is_empty())
        .unwrap_or(written)
}

impl Decode for Tags {
    fn shape() -> Shape {
        Shape::ListOf(Box::new(Shape::Named("text")))
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Null | Value::Unread => Some(Tags::default()),
            Value::Text(text) => {
                let words = split_tags(&text.text);
                Some(Tags(words.map(|w| Spanned::new(w.to_owned(), node.span)).collect()))
            }
            Value::List(items) => {
                let tag = |item: &Node| {
                    let named = item.get("name").or_else(|| item.get("title"));
                    let node = named.unwrap_or(item);
                    if node.text().is_none() {
                        wrong_shape::<Self>(node, diags);
                    }
                    let word =
                        node.text().map(bare_tag).filter(|word| !word.is_empty())?;
                    Some(Spanned::new(word.to_owned(), node.span))
                };
                let given = items.iter().filter(|item| item.value != Value::Null);
                Some(Tags(given.filter_map(tag).collect()))
            }
            Value::Map(_) => {
                wrong_shape::<Self>(node, diags);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_has_a_scheme_and_a_host() {
        assert_eq!(
            WebUrl::new("https://www.rte.ie/news").map(|u| u.host().to_owned()),
            Ok("rte.ie".into())
        );
        assert!(WebUrl::new("javascript:alert(1)").is_err());
        assert!(WebUrl::new("https:///x").is_err());
        assert!(WebUrl::new("https://a b").is_err());
    }
}
