//! Links seen from their other end.

use super::{DateView, Desk, Markup, Part, Shared, markup};
use crate::markdown::{Ref, RefKind, Standing};
use crate::model::{Item, Mention, percent_encoded};
use serde::Serialize;

/// A place elsewhere on the site that names this item, with the sentence it does it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Hash)]
pub struct Backlink {
    /// The title of the page that names it, as a link to the place there.
    pub html: Markup,
    /// The kind of that page, in a word: `Article`, `Country`.
    pub kind: &'static str,
    /// That page's date, where it has one.
    pub date: Option<Shared<DateView>>,
    /// The sentence, the words of the link in a `<mark>`; empty where the item is named in a
    /// list rather than in a sentence.
    pub sentence_html: Markup,
}

impl Desk<'_> {
    /// Where texts name an item; the first of them where they are many.
    pub(super) fn backlinks(&self, item: Item) -> Part<Backlink> {
        let mentions = self.edition.mentions(item);
        self.part(mentions, self.edition.address(item), BACKLINKS, |some| {
            some.iter().map(|mention| self.backlink(item, *mention)).collect()
        })
    }

    /// One place where a text names `item`.
    pub(super) fn backlink(&self, item: Item, mention: Mention) -> Backlink {
        Backlink {
            sentence_html: self.around(item, mention),
            ..self.listing(mention.from, self.spot(mention))
        }
    }

    /// A page that names an item outside its text.
    pub(super) fn listing(&self, from: Item, fragment: Option<&str>) -> Backlink {
        let date = match from {
            Item::Article(id) => Some(self.article_date(id)),
            _ => None,
        };
        let link = self.link(from);
        let html = match fragment {
            None => link.html.clone(),
            Some(fragment) => {
                let path = link.path.as_deref().unwrap_or_default();
                let path = format!("{path}#{}", percent_encoded(fragment));
                markup::link(&link.title, Some(&path))
            }
        };
        Backlink { html, kind: kind(from), date, sentence_html: Markup::default() }
    }

    /// The heading under which a mention stands.
    fn spot(&self, mention: Mention) -> Option<&str> {
        let outline = &self.edition.prose(mention.from)?.outline;
        let heading = outline.refs.get(mention.nth as usize)?.heading?;
        outline.headings.get(heading as usize).map(|heading| heading.id.as_str())
    }

    /// The sentence of a mention, with the words marked that name the item. A wiki link without
    /// a label shows the item's title.
    fn around(&self, item: Item, mention: Mention) -> Markup {
        let Some(sentence) = self.edition.sentence(mention) else {
            return Markup::default();
        };
        let written = self
            .edition
            .prose(mention.from)
            .and_then(|prose| prose.outline.refs.get(mention.nth as usize));
        // What is shown in a block of its own is in no sentence.
        let is_alone = |one: &Ref| matches!(&one.kind, RefKind::Wiki(wiki) if wiki.embed == Some(Standing::Alone));
        if written.is_some_and(is_alone) {
            return Markup::default();
        }
        let text = sentence.text;
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
        let label = part(sentence.label.clone());
        let unnamed =
            |one: &Ref| matches!(&one.kind, RefKind::Wiki(wiki) if wiki.label.is_none());
        let title = written.is_some_and(unnamed).then(|| self.link(item));
        let label = title.as_ref().map_or(label, |link| &link.title);
        let (before, after) = (0..sentence.label.start, sentence.label.end..text.len());
        markup::marked(part(before), label, part(after))
    }
}

/// The name of the list of all backlinks of a page.
pub(super) const BACKLINKS: &str = "mentions";

fn kind(item: Item) -> &'static str {
    match item {
        Item::Article(_) => "Article",
        Item::Country(_) => "Country",
        Item::Location(_) => "Location",
        Item::Source(_) => "Source",
        Item::Entity(_) => "Entity",
        Item::Claim(_) => "Claim",
        Item::Page(_) => "Page",
        Item::Home => "Home page",
    }
}
