//! Targets: what each reference of a text turned out to mean, ready to be rendered.

use super::nouns::{Shown, Withheld};
use super::percent::percent_encoded_address;
use crate::files::OutPath;
use std::sync::Arc;

/// What a reference means. A text has one for each of its references, in the same order;
/// they are made when everything is resolved, so that rendering can look nothing up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A page of this site, or a heading on it.
    Page {
        /// The page.
        path: OutPath,
        /// The id on the page, without `#`.
        fragment: Option<String>,
        /// What is shown where the author gave no label.
        title: String,
    },
    /// Something that is shown in place.
    Embed(Box<Embed>),
    /// Sources, at least one, in the order they are cited in these brackets.
    Cite(Vec<Cited>),
    /// An image to be shown.
    Image(Box<Figure>),
    /// A file of this site that is no page: a document, a recording.
    File(OutPath),
    /// An address elsewhere.
    Web(Address),
    /// Words that are marked with the status of a claim.
    Mark {
        /// The status, in the word it is written as.
        status: &'static str,
        /// The claim's page.
        claim: Option<OutPath>,
    },
    /// Words that stand for a name which is not told.
    Withheld(Withheld),
    /// A source is still to be found.
    Gap,
    /// No reference after all. Words and brackets stay as they are written; of a link or an
    /// image only the label stays, and of a mark its words.
    Text,
}

/// Something that is shown in place, in a block of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Embed {
    /// What is shown.
    pub shown: Shown,
    /// What its author calls it, in plain text.
    pub label: Option<String>,
    /// The page of it, which stands for it where it can't be shown.
    pub path: OutPath,
    /// What that page is called.
    pub title: String,
}

/// One source in a citation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cited {
    /// The source's number on this page, from 1.
    pub number: u32,
    /// The how-manieth citation of that source on this page this is, from 1.
    pub nth: u32,
    /// The source in a few words, for those who point at the number.
    pub title: Arc<str>,
    /// What stands before the number: "see".
    pub prefix: Option<String>,
    /// The place in the source, as shown: "p. 12".
    pub locator: Option<String>,
    /// Whether a colon stands before it, rather than a comma.
    pub after_colon: bool,
    /// The author's name, where the source is named in the sentence: `@key`.
    pub author_words: Option<String>,
    /// Whose words a quotation is that ends in this citation.
    pub credit: Option<Box<Credit>>,
}

impl Cited {
    /// Adds the id of this place of citation, to which the source's entry links back.
    pub fn push_id(&self, out: &mut String) {
        let (mut number, mut nth) = (itoa::Buffer::new(), itoa::Buffer::new());
        for part in ["cite-", number.format(self.number), "-", nth.format(self.nth)] {
            out.push_str(part);
        }
    }

    /// Adds the id of the source's entry on the page.
    pub fn push_source_id(&self, out: &mut String) {
        out.push_str("source-");
        out.push_str(itoa::Buffer::new().format(self.number));
    }
}

/// Whose words a quotation is, in plain text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Credit {
    /// Who wrote it, unless the author left that out (`-@key`).
    pub by: Option<String>,
    /// Its title: in the site's language where it has one.
    pub title: String,
    /// The language of that title, where it is told and may be another than the site's.
    pub lang: Option<String>,
    /// What it appeared in, or who published it.
    pub publisher: Option<String>,
    /// When it was published: in words, and for a `datetime` attribute.
    pub date: Option<(String, Option<String>)>,
}

/// An image with its caption.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The image.
    pub path: OutPath,
    /// Its width in pixels, where it is known.
    pub width: Option<u32>,
    /// Its height in pixels, where it is known.
    pub height: Option<u32>,
    /// The text that stands for it; empty where it only adorns.
    pub alt: String,
    /// What it shows, in plain text.
    pub caption: Option<String>,
    /// Who made it or holds it, in plain text.
    pub credit: Option<String>,
    /// Whether it shows what nobody should be made to see.
    pub is_graphic: bool,
    /// What was done to it, in plain words.
    pub edits: Vec<String>,
    /// The source it was taken from.
    pub source: Option<FigureSource>,
    /// Under which licence it may be used.
    pub license: Option<String>,
}

/// The source that an image was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FigureSource {
    /// What it is called.
    pub title: String,
    /// Its page; a confidential source has none.
    pub path: Option<OutPath>,
}

/// A checked address elsewhere: `http`, `https`, `mailto` or `tel`, percent-encoded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Box<str>);

impl Address {
    /// The address in `text`; `None` where its scheme is another or nothing follows it.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once(':')?;
        let scheme = scheme.to_ascii_lowercase();
        let named = match &*scheme {
            "http" | "https" => rest.strip_prefix("//").is_some_and(|rest| {
                !rest.starts_with(['/', '?', '#', ':']) && !rest.is_empty()
            }),
            "mailto" | "tel" => !rest.is_empty(),
            _ => false,
        };
        named.then(|| {
            Address(format!("{scheme}:{}", percent_encoded_address(rest)).into())
        })
    }

    /// The address as it goes into an attribute, but for HTML's own escapes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Option<String> {
        Address::new(text).map(|address| address.as_str().to_owned())
    }

    #[test]
    fn only_addresses_that_run_nothing_are_kept() {
        assert_eq!(address("HTTPS://x.org/a b"), Some("https://x.org/a%20b".into()));
        assert_eq!(
            address("https://x.org/%E7\"<"),
            Some("https://x.org/%E7%22%3C".into())
        );
        assert_eq!(address("mailto:me@x.org"), Some("mailto:me@x.org".into()));
        for refused in ["javascript:alert(1)", "http:", "https:///x", "data:,x", "x.org"]
        {
            assert_eq!(address(refused), None, "{refused}");
        }
    }
}
