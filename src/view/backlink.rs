//! Links seen from their other end.

use super::{DateView, Desk, Part};
use crate::markdown::{Ref, RefKind, Standing};
use crate::model::{Item, Mention};
use serde::Serialize;

/// A place elsewhere on the site that names this item, with the sentence it does it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Hash)]
pub struct Backlink {
    /// The title of the page that names it.
    pub title: String,
    /// The path of the place there.
    pub path: String,
    /// The kind of that page, in a word: `Article`, `Country`.
    pub kind: String,
    /// That page's date, where it has one.
    pub date: Option<DateView>,
    /// The sentence up to the link; empty, with `label` and `after`, where the item is named in
    /// a list rather than in a sentence.
    pub before: String,
    /// The words of the link.
    pub label: String,
    /// The sentence after the link.
    pub after: String,
}

impl Desk<'_> {
    /// Where texts name an item; the first of them where they are many.
    pub(super) fn backlinks(&self, item: Item) -> Part<Backlink> {
        let mentions = self.edition.mentions(item);
        self.part(mentions, &self.edition.address(item), BACKLINKS, |some| {
            some.iter().map(|mention| self.backlink(item, *mention)).collect()
        })
    }

    /// One place where a text names `item`.
    pub(super) fn backlink(&self, item: Item, mention: Mention) -> Backlink {
        let (before, label, after) = self.around(item, mention);
        Backlink {
            before,
            label,
            after,
            ..self.listing(mention.from, self.spot(mention))
        }
    }

    /// A page that names an item outside its text.
    pub(super) fn listing(&self, from: Item, fragment: Option<&str>) -> Backlink {
        let date = match from {
            Item::Article(id) => Some(self.date(&self.edition.article(id).date)),
            _ => None,
        };
        Backlink {
            title: self.edition.title(from),
            path: self.path(&self.edition.address(from), fragment),
            kind: kind(from).to_owned(),
            date,
            before: String::new(),
            label: String::new(),
            after: String::new(),
        }
    }

    /// The heading under which a mention stands.
    fn spot(&self, mention: Mention) -> Option<&str> {
        let outline = &self.edition.prose(mention.from)?.outline;
        let heading = outline.refs.get(mention.nth as usize)?.heading?;
        outline.headings.get(heading as usize).map(|heading| heading.id.as_str())
    }

    /// The sentence of a mention, parted at the words that name the item. A wiki link without
    /// a label shows the item's title.
    fn around(&self, item: Item, mention: Mention) -> (String, String, String) {
        let Some(sentence) = self.edition.sentence(mention) else {
            return <_>::default();
        };
        let written = self
            .edition
            .prose(mention.from)
            .and_then(|prose| prose.outline.refs.get(mention.nth as usize));
        // What is shown in a block of its own is in no sentence.
        let is_alone = |one: &Ref| matches!(&one.kind, RefKind::Wiki(wiki) if wiki.embed == Some(Standing::Alone));
        if written.is_some_and(is_alone) {
            return <_>::default();
        }
        let text = &*sentence.text;
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
        let label = part(sentence.label.clone());
        let unnamed =
            |one: &Ref| matches!(&one.kind, RefKind::Wiki(wiki) if wiki.label.is_none());
        let label = match written.is_some_and(unnamed) {
            true => self.edition.title(item),
            false => label.to_owned(),
        };
        let before = part(0..sentence.label.start).to_owned();
        (before, label, part(sentence.label.end..text.len()).to_owned())
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
