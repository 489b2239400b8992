//! Backlinks: where texts refer to an item, each with its sentence.

use super::Edition;
use super::select::Shown;
use crate::markdown::Sentence;
use crate::model::nouns::{Item, Link};
use crate::model::site::Site;
use foldhash::HashMap;

/// One place where a text refers to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The item whose text it is.
    pub from: Item,
    /// Which of the text's references it is.
    pub nth: u32,
}

/// Every mention of every item.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    of: HashMap<Item, Vec<Mention>>,
}

impl Mentions {
    pub(super) fn of(&self, item: Item) -> &[Mention] {
        self.of.get(&item).map_or(&[], Vec::as_slice)
    }
}

/// Collects the mentions in shown texts. A sentence that refers to an item twice counts once, and an
/// item's own text does not count.
pub(super) fn mentions(site: &Site, shown: &Shown) -> Mentions {
    let mut mentions = Mentions::default();
    for from in site.items().filter(|item| shown.has(*item)) {
        let Some(prose) = site.prose(from) else { continue };
        for (nth, link) in prose.links.iter().enumerate() {
            let nth = nth as u32;
            let mut add = |to: Item| {
                if to == from {
                    return;
                }
                let all = mentions.of.entry(to).or_default();
                let again = all.last().is_some_and(|last| {
                    last.from == from
                        && std::sync::Arc::ptr_eq(
                            &prose.outline.refs[last.nth as usize].sentence.text,
                            &prose.outline.refs[nth as usize].sentence.text,
                        )
                });
                if !again {
                    all.push(Mention { from, nth });
                }
            };
            match link {
                Link::Cite(sources) => {
                    sources.iter().for_each(|id| add(Item::Source(*id)));
                }
                link => link.item().into_iter().for_each(add),
            }
        }
    }
    mentions
}

impl Edition<'_> {
    /// The sentence of a mention, with the bytes in it that name the item.
    pub fn sentence(&self, mention: Mention) -> Option<&Sentence> {
        let prose = self.prose(mention.from)?;
        prose.outline.refs.get(mention.nth as usize).map(|one| &one.sentence)
    }
}
