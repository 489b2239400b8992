//! Links seen from their other end.

use super::{Card, DateView, LinkView, Markup, Part, Views, markup};
use crate::model::{EventId, Item, Mention, Seen, percent_encoded};
use crate::phrases::Phrases;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A page elsewhere on the site that names this item, with the sentences it does it in.
#[derive(Debug, Clone, Serialize)]
pub struct Backlink<'e> {
    /// The title of the page that names it, as a link to the first place there.
    pub html: Spot<'e>,
    /// Attributes that tell the language and direction of the sentences, where they are not the page's.
    pub spoken: &'e Markup,
    /// The kind of that page, in a word: `Article`, `Country`.
    pub kind: &'static str,
    /// That page's date, where it has one.
    pub date: Option<&'e Card<DateView>>,
    /// The sentences as HTML, the words that name the item in a `<mark>`. In those that stand below
    /// another heading than the first, these lead there, or all of it where a mere number names the
    /// item. Empty where the item is named in a list rather than in a sentence.
    pub sentences: Vec<Marked<'e>>,
}

/// A link to a place on a page. Its HTML is written only where it is shown: most views are made for
/// their key alone.
#[derive(Debug, Clone)]
pub struct Spot<'e> {
    page: &'e Card<LinkView>,
    fragment: Option<&'e str>,
}

impl Serialize for Spot<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(fragment) = self.fragment else {
            return self.page.html.serialize(serializer);
        };
        let fragment = percent_encoded(fragment);
        markup::serialize_made(serializer, |html| self.page.html.push_at(&fragment, html))
    }
}

/// A sentence with some of its words marked, written only where it is shown.
#[derive(Debug, Clone)]
pub struct Marked<'e> {
    before: Cow<'e, str>,
    label: Cow<'e, str>,
    after: Cow<'e, str>,
    /// Whether words are left out before and behind these.
    cut: (bool, bool),
    /// Where the marked words lead.
    to: Option<Spot<'e>>,
}

impl Serialize for Marked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let to = self.to.as_ref();
        let fragment = to.and_then(|to| to.fragment).map(percent_encoded);
        let page = to.and_then(|to| to.page.path.as_deref());
        let to = page.map(|page| markup::Spot { page, fragment: fragment.as_deref() });
        let parts = [&*self.before, &*self.label, &*self.after];
        markup::serialize_made(serializer, |html| {
            let mark = |is_cut: bool| if is_cut { "…" } else { "" };
            html.push_str(mark(self.cut.0));
            markup::push_marked(parts, to, html);
            html.push_str(mark(self.cut.1));
        })
    }
}

impl<'e> Views<'e> {
    /// The pages whose texts name an item; the first of them where they are many.
    pub(super) fn backlinks(&self, item: Item) -> Part<Backlink<'e>> {
        let mentions = self.edition.mentions(item);
        self.part(mentions, self.edition.address(item), BACKLINKS, |some| {
            self.naming(item, some)
        })
    }

    /// The pages in which these places are that name `item`, which are in order of page.
    pub(super) fn naming(
        &self,
        item: Item,
        mentions: &[Mention<'e>],
    ) -> Vec<Backlink<'e>> {
        let pages = mentions.chunk_by(|one, next| one.from == next.from);
        pages.filter_map(|mentions| self.backlink(item, mentions)).collect()
    }

    /// The page in which these places are that name `item`.
    fn backlink(&self, item: Item, mentions: &[Mention<'e>]) -> Option<Backlink<'e>> {
        let first = *mentions.first()?;
        let sentence = |mention: &Mention<'e>| {
            let mut sentence = self.around(item, mention)?;
            if !mention.shares_heading(&first) {
                let page = self.shared_link(first.from);
                sentence.to = Some(Spot { page, fragment: mention.heading() });
            }
            Some(sentence)
        };
        let sentences = mentions.iter().filter_map(sentence).collect();
        Some(Backlink { sentences, ..self.listing(first.from, first.heading()) })
    }

    /// A page that names an item outside its text.
    pub(super) fn listing(&self, from: Item, fragment: Option<&'e str>) -> Backlink<'e> {
        let date = match from {
            Item::Article(id) => Some(self.article_date(id)),
            _ => None,
        };
        let page = self.shared_link(from);
        Backlink {
            html: Spot { page, fragment },
            spoken: &page.spoken,
            kind: kind(from, self.shared.phrases),
            date,
            sentences: Vec::new(),
        }
    }

    /// A dated fact that names an item.
    pub(super) fn fact_listing(&self, id: EventId) -> Backlink<'e> {
        let page = self.event_link(id);
        Backlink {
            html: Spot { page, fragment: None },
            spoken: &page.spoken,
            kind: self.shared.phrases.dated_fact(),
            date: Some(self.event_date(id)),
            sentences: Vec::new(),
        }
    }

    /// The sentence of a mention, with the words marked that name the item; none where it stands in
    /// none.
    fn around(&self, item: Item, mention: &Mention<'e>) -> Option<Marked<'e>> {
        let Seen { before, label, behind: after } = self.edition.told(mention)?;
        let label = label.unwrap_or_else(|| self.edition.title(item).into());
        let is_empty = before.is_empty() && label.is_empty() && after.is_empty();
        let cut = mention.cut();
        (!is_empty).then_some(Marked { before, label, after, cut, to: None })
    }
}

/// The name of the list of all backlinks of a page.
pub(super) const BACKLINKS: &str = "mentions";

fn kind(item: Item, phrases: &'static Phrases) -> &'static str {
    match item {
        Item::Article(_) => phrases.article(),
        Item::Country(_) => phrases.country(),
        Item::Location(_) => phrases.location(),
        Item::Source(_) => phrases.source(),
        Item::Entity(_) => phrases.entity(),
        Item::Claim(_) => phrases.claim(),
        Item::Page(_) => phrases.page(),
        Item::Home => phrases.home_page(),
    }
}
