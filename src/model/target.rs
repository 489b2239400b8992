//! Targets: what each reference of a text turned out to mean, ready to be rendered.

use super::nouns::{Shown, Withheld};
use super::percent::percent_encoded_address;
use super::sizes::PictureSize;
use crate::content::kinds::claim::ClaimStatus;
use crate::files::OutPath;
use crate::markdown::is_dangerous;

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
        /// The status.
        status: ClaimStatus,
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
    /// Its smaller versions, the narrowest first.
    pub sizes: Vec<PictureSize>,
}

/// The source that an image was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FigureSource {
    /// What it is called.
    pub title: String,
    /// Its page; a confidential source has none.
    pub path: Option<OutPath>,
}

/// A checked address elsewhere, percent-encoded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Box<str>);

/// Why an address is not linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It names no scheme (`https:`), and so is no address elsewhere.
    NoScheme,
    /// It can run a program in the reader's browser.
    Dangerous(String),
    /// Its scheme needs a host behind `//`, and there is none.
    NoHost(String),
    /// Nothing follows its scheme.
    Empty(String),
    /// Its scheme is none of those that are kept.
    Unknown(String),
}

/// The schemes that are followed by `//` and a host.
const WITH_HOST: [&str; 12] = [
    "http", "https", "ftp", "ftps", "sftp", "ssh", "gemini", "gopher", "irc", "ircs",
    "nntp", "ipfs",
];

/// The other schemes that are linked: with [`WITH_HOST`] those of the HTML Standard's safelist
/// (8.9.1.3, "Custom scheme handlers"), and of networks that are read like the web.
const WITHOUT_HOST: [&str; 24] = [
    "mailto",
    "tel",
    "sms",
    "smsto",
    "mms",
    "geo",
    "im",
    "ipns",
    "magnet",
    "matrix",
    "news",
    "openpgp4fpr",
    "sip",
    "sips",
    "urn",
    "webcal",
    "xmpp",
    "bitcoin",
    "doi",
    "facetime",
    "callto",
    "tg",
    "signal",
    "wtai",
];

impl Address {
    /// The address in `text`, if it is one that is linked.
    pub fn new(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    /// The address in `text`, or why it is not linked. `//host/path` is read as `https://host/path`,
    /// since a page is opened from a disk too.
    pub fn read(text: &str) -> Result<Self, Refused> {
        let text = text.trim();
        if text.starts_with("//") {
            return Self::read(&format!("https:{text}"));
        }
        let scheme = scheme(text).ok_or(Refused::NoScheme)?;
        let rest = &text[scheme.len() + 1..];
        let scheme = scheme.to_ascii_lowercase();
        if is_dangerous(text) {
            return Err(Refused::Dangerous(scheme));
        }
        let is = |names: &[&str]| names.contains(&&*scheme);
        if is(&WITH_HOST) {
            let host = rest.strip_prefix("//").unwrap_or_default();
            if host.is_empty() || host.starts_with(['/', '\\', '?', '#', ':']) {
                return Err(Refused::NoHost(scheme));
            }
        } else if !is(&WITHOUT_HOST) {
            return Err(Refused::Unknown(scheme));
        } else if rest.is_empty() {
            return Err(Refused::Empty(scheme));
        }
        Ok(Address(format!("{scheme}:{}", percent_encoded_address(rest)).into()))
    }

    /// The address as it goes into an attribute, but for HTML's own escapes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The scheme that a text begins with (RFC 3986, section 3.1), as written.
pub(super) fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (begins && scheme.chars().all(is_letter)).then_some(scheme)
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

    #[test]
    fn an_address_that_is_not_linked_has_a_reason() {
        let refused = |text: &str| Address::read(text).unwrap_err();
        assert_eq!(refused("http:x.org"), Refused::NoHost("http".into()));
        assert_eq!(refused("https:\\\\x.org"), Refused::NoHost("https".into()));
        assert_eq!(refused("tel:"), Refused::Empty("tel".into()));
        assert_eq!(refused("foo:x"), Refused::Unknown("foo".into()));
        assert_eq!(refused("JavaScript:x"), Refused::Dangerous("javascript".into()));
        assert_eq!(refused("x.org/a"), Refused::NoScheme);
    }

    #[test]
    fn addresses_of_telephones_files_and_other_networks_are_kept() {
        for kept in [
            "tel:+353-1",
            "sms:1",
            "ftp://x.org/f",
            "magnet:?xt=urn:btih:1",
            "ipfs://x",
            "gemini://x.org/",
            "geo:53.3,-6.2",
            "xmpp:a@x.org",
            "matrix:r/x:y.org",
        ] {
            assert_eq!(address(kept).as_deref(), Some(kept));
        }
        assert_eq!(address("//x.org/p").as_deref(), Some("https://x.org/p"));
    }
}
