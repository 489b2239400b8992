//! References as the other stages see them: what is named, where, and in which sentence.

use super::tree::{CiteForm, Size};
use crate::files::{FileId, Span};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One reference of a text: a link, image, wiki link, citation or mark.
///
/// They stand in reading order, so that the nth has the nth target when the text is rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ref {
    /// Its bytes, brackets included.
    pub span: Span,
    /// What it refers to, as written.
    pub kind: RefKind,
    /// The heading it stands under: an index into [`Outline::headings`](super::Outline::headings).
    pub heading: Option<u32>,
    /// Where in the outline's sentences its own stands.
    pub(super) sentence: Range<u32>,
    /// The bytes of that sentence that show it.
    pub(super) label: Range<u32>,
}

impl Ref {
    /// Whether it stands in the very sentence that `other` stands in.
    pub fn shares_sentence(&self, other: &Ref) -> bool {
        !self.sentence.is_empty() && self.sentence == other.sentence
    }

    /// Lets `change` move each place in the file.
    pub(super) fn each_place(&mut self, change: &mut impl FnMut(&mut Span)) {
        change(&mut self.span);
        self.kind.each_place(change);
    }
}

/// A sentence in plain text: citations are left out, links are shown by their labels.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sentence<'o> {
    /// The sentence, white space joined.
    pub text: &'o str,
    /// The bytes of `text` that show the reference: a link's label; the target as written
    /// where a wiki link has no label (a page's title belongs there); `@key` of a
    /// citation in the sentence. Empty for `[@key]`, at the place where it stood.
    pub label: Range<usize>,
}

/// What a reference refers to, as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RefKind {
    /// `[[…]]` or `![[…]]`
    Wiki(Box<Wiki>),
    /// A citation.
    Cite(Cite),
    /// A Markdown link.
    Link(Box<Link>),
    /// A Markdown image.
    Image(Box<Image>),
    /// Words that are marked.
    Mark(Box<Mark>),
    /// `{citation needed}`
    Gap,
    /// An address in raw HTML; none where such HTML is shown as text.
    Html(Box<HtmlAddress>),
}

impl RefKind {
    /// The same, as if it stood at the beginning of the first file.
    pub(super) fn without_places(&self) -> Self {
        let mut kind = self.clone();
        kind.each_place(&mut |place| *place = Span::start_of(FileId(0)));
        kind
    }

    /// Lets `change` move each place in the file.
    fn each_place(&mut self, change: &mut impl FnMut(&mut Span)) {
        match self {
            RefKind::Wiki(wiki) => change(&mut wiki.target_span),
            RefKind::Cite(cite) => {
                cite.closes.iter_mut().for_each(|quote| change(&mut quote.span));
                for item in &mut cite.items {
                    change(&mut item.key_span);
                    item.quote.iter_mut().for_each(|quote| change(&mut quote.span));
                }
            }
            RefKind::Mark(mark) => {
                change(&mut mark.class_span);
                for attribute in &mut mark.attributes {
                    change(&mut attribute.span);
                    change(&mut attribute.value_span);
                }
            }
            RefKind::Link(_) | RefKind::Image(_) | RefKind::Gap | RefKind::Html(_) => {}
        }
    }
}

/// The value of `href`, `src` or the like in a tag of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HtmlAddress {
    /// Where it leads, character references decoded.
    pub dest: Box<str>,
    /// Whether it leads to an id that raw HTML of the same text gives.
    pub to_own_id: bool,
}

/// `[[target#heading|label]]`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wiki {
    /// What is named; empty in `[[#heading]]`, which is on the same page.
    pub target: Box<str>,
    /// Where the target is written.
    pub target_span: Span,
    /// The heading behind `#`: its words or its id.
    pub heading: Option<Box<str>>,
    /// The label behind `|`, in plain text.
    pub label: Option<Box<str>>,
    /// Where it stands, if it is to be shown in place: `![[…]]`.
    pub embed: Option<Standing>,
    /// The size behind `|` of an embedded image.
    pub size: Option<Size>,
}

/// Where something stands that is to be shown in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// In a paragraph that holds nothing but such things, and not in a footnote.
    Alone,
    /// Among words, in a cell of a table, in a footnote.
    InText,
}

/// A citation: one pair of brackets, or one `@key` in the sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cite {
    /// The sources cited, at least one.
    pub items: Box<[CiteItem]>,
    /// How it is written.
    pub form: CiteForm,
    /// The words of the `>` quotation that ends in it: it tells whose they are.
    pub closes: Option<Box<Quote>>,
}

/// One source in a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CiteItem {
    /// The key, without `@`: an id, or the number of one of the article's sources.
    pub key: Box<str>,
    /// Where the key is written, without `@`.
    pub key_span: Span,
    /// What stands before it: "see".
    pub prefix: Option<Box<str>>,
    /// The place in the source.
    pub locator: Option<Box<Locator>>,
    /// Whether a colon stands before that place, as in `[@key: words]`.
    pub after_colon: bool,
    /// The quotation in `"…"`.
    pub quote: Option<Box<Quote>>,
    /// `-@key`: the author is not to be named again.
    pub suppress_author: bool,
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locator {
    /// What kind of place.
    pub label: LocatorLabel,
    /// Which: `12`, `3-4`, `00:03:15`; the whole text where the kind is not known.
    pub value: Box<str>,
    /// As it is shown: `p. 12`, `pp. 3–4`.
    pub shown: Box<str>,
}

/// The kinds of places in a source (CSL's locators, and a point in time).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LocatorLabel {
    /// `p.`, `pp.`, or a bare number.
    Page,
    /// `ch.`, `chap.`
    Chapter,
    /// `sec.`, `§`
    Section,
    /// `para.`, `¶`
    Paragraph,
    /// `l.`, `line`
    Line,
    /// `col.`
    Column,
    /// `fig.`
    Figure,
    /// `n.`, `note`
    Note,
    /// `vol.`
    Volume,
    /// `no.`
    Number,
    /// `art.`
    Article,
    /// `00:03:15` or `3:15`
    Time,
    /// Any other words.
    Other,
}

/// Words a citation quotes from its source, to be checked against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words, without their quotation marks, white space joined.
    pub text: Box<str>,
    /// Where they are written.
    pub span: Span,
}

/// `[label](dest "title")` or `<https://…>`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Where it leads, as written: an address, a file from this one's folder, or `#fragment`.
    /// `mailto:` is put before an address in `<…>`.
    pub dest: Box<str>,
    /// The title in quotes.
    pub title: Option<Box<str>>,
    /// The word behind `@`, where the label is such a word and no more.
    pub key: Option<Box<str>>,
}

/// `[words]{.class name=value}`: words of which something is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What they are marked as.
    pub class: String,
    /// Where that is written.
    pub class_span: Span,
    /// What more is said, in order.
    pub attributes: Vec<Attribute>,
}

/// `name=value`, or a name alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// The name.
    pub name: String,
    /// The value, without quotation marks; empty where there is none.
    pub value: String,
    /// All of it.
    pub span: Span,
    /// The value.
    pub value_span: Span,
}

/// `![alt](dest "title")`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Where it lies, as written.
    pub dest: Box<str>,
    /// The text that stands for it; may be empty.
    pub alt: Box<str>,
    /// The title in quotes.
    pub title: Option<Box<str>>,
    /// The size asked for.
    pub size: Option<Size>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::markdown::{outline, parse};

    #[test]
    fn what_others_show_of_a_text_is_the_same_wherever_it_stands() {
        let key = |text: &str| {
            let tree = parse(text, 0..text.len(), FileId(0));
            outline(&tree, text, &mut Diagnostics::default()).outward_key()
        };
        let text = "See [[a#b|c]], “words” [@s, p. 2] and [x]{.reported claim=c}.\n";
        assert_eq!(key(&format!("Before it.\n\n{text}")), key(text));
        assert_ne!(key(&text.replace("p. 2", "p. 3")), key(text));
    }
}
