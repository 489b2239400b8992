//! Gives every item its place in the model and its names.

use super::addresses::{self, Alias};
use super::flawed::Extents;
use super::gather::{Gathered, Record};
use super::names::{By, Named, Names};
use super::unpublished::Unpublished;
use crate::atlas;
use crate::config::Urls;
use crate::content;
use crate::content::kinds::{self, kinds};
use crate::content::{Kind, KindFields};
use crate::diag::Diagnostics;
use crate::files::Span;
use crate::model::nouns::{ArticleId, CountryId, Item};
use rayon::prelude::*;

macro_rules! order {
    ($($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
        $word:ident::$fields:ident, $files:ident;)*) => {
        /// The usable records of each kind, sorted by id: the nth becomes the noun number n. But those of
        /// countries stand as they are written: each territory of the atlas becomes a noun.
        pub(super) struct Order<'d> {
            $(pub(super) $list: Vec<&'d Record<'d, kinds::$word::$fields>>,)*
        }

        impl<'d> Order<'d> {
            /// All that was gathered.
            fn of(gathered: &'d Gathered<'d>) -> Self {
                Order { $($list: gathered.$list.iter().collect(),)* }
            }

            /// Every item with the place of its record, and whether that has a file or an entry in a registry
            /// of its own.
            pub(super) fn places(&self) -> impl Iterator<Item = (Item, Span, bool)> {
                std::iter::empty()$(.chain(places(&self.$list)))*
            }

            /// The text of each item that has one, but for the home page.
            pub(super) fn texts(&self) -> impl Iterator<Item = (Item, &'d content::Prose)> {
                std::iter::empty()$(.chain(texts(&self.$list)))*
            }
        }

        /// Names every item; ids that a kind has twice are reported, and the second is left out.
        pub(super) fn register<'d>(
            gathered: &'d Gathered<'d>,
            urls: Urls,
            names: &mut Names<'d>,
            diags: &mut Diagnostics,
        ) -> Order<'d> {
            let mut order = Order::of(gathered);
            // Articles have a title beside their id.
            let count = order.articles.len()$( + order.$list.len())*;
            names.reserve(count);
            $(register_kind(&mut order.$list, urls, names, diags);)*
            register_titles(&order, names, diags);
            order
        }
    };
}

kinds!(order);

impl<'d> Order<'d> {
    /// The country of each location, by its number.
    pub(super) fn countries(&self) -> Vec<CountryId> {
        let written = self.locations.iter().filter_map(|record| record.written());
        written.map(|fields| fields.country.into()).collect()
    }

    /// The name of each entity that may be named, by its number.
    pub(super) fn entity_names(&self) -> Vec<Option<&'d str>> {
        let names = self.entities.iter().map(|record| {
            let fields = record.written()?;
            fields.privacy.value.is_named().then_some(fields.name.value.as_str())
        });
        names.collect()
    }

    /// What the records of sources, entities and claims cover in their files.
    pub(super) fn extents(&self) -> Extents {
        fn of<F>(records: &[&Record<'_, F>]) -> Vec<Span> {
            records.iter().map(|record| record.extent).collect()
        }
        Extents {
            sources: of(&self.sources),
            entities: of(&self.entities),
            claims: of(&self.claims),
        }
    }
}

impl Unpublished {
    /// The published records that only what is held back refers to, in order. `names` knows what else is referred to.
    pub(super) fn ahead(&self, names: &Names<'_>, order: &Order<'_>) -> Vec<Item> {
        if self.referred.is_empty() {
            return Vec::new();
        }
        let asked = names.asked();
        let records =
            order.places().filter(|(_, place, _)| self.referred.contains(place));
        let ahead = records.map(|(item, ..)| item).filter(|item| !asked.contains(item));
        let mut ahead: Vec<Item> = ahead.collect();
        ahead.sort_unstable();
        ahead
    }
}

fn places<F: KindFields>(
    records: &[&Record<'_, F>],
) -> impl Iterator<Item = (Item, Span, bool)> {
    let numbered = (0..).zip(records).filter(|_| F::KIND != Kind::Country);
    numbered.map(|(n, one)| (F::KIND.item(n), one.place, one.item.is_some()))
}

fn texts<'d, F: KindFields>(
    records: &[&'d Record<'d, F>],
) -> impl Iterator<Item = (Item, &'d content::Prose)> {
    (0..).zip(records).filter_map(|(n, record)| {
        let prose = record.item?.prose.as_ref()?;
        Some(match F::KIND {
            // Each territory of the atlas is an item.
            Kind::Country => {
                (Item::Country(atlas::find(record.id.as_str())?.into()), prose)
            }
            kind => (kind.item(n), prose),
        })
    })
}

fn register_titles<'d>(
    order: &Order<'d>,
    names: &mut Names<'d>,
    diags: &mut Diagnostics,
) {
    let titles = order.articles.par_iter().map(|record| {
        let fields = record.written()?;
        Some((record.place, fields.title.to_lowercase()))
    });
    let titles: Vec<Option<(Span, String)>> = titles.collect();
    for (n, title) in titles.into_iter().enumerate() {
        if let Some((place, title)) = title {
            let id = Some(Item::Article(ArticleId(n as u32)));
            let named = Named { kind: Kind::Article, item: id, place, by: By::Title };
            names.add(title, named, diags);
        }
    }
}

/// Names the items of a kind; only usable records stay. A country has its names from the atlas.
fn register_kind<'d, F: KindFields>(
    records: &mut Vec<&'d Record<'d, F>>,
    urls: Urls,
    names: &mut Names<'d>,
    diags: &mut Diagnostics,
) {
    let kind = F::KIND;
    if kind == Kind::Country {
        return;
    }
    records.sort_by(|a, b| (&a.id, a.place).cmp(&(&b.id, b.place)));
    let again = records.windows(2).filter(|pair| pair[0].id == pair[1].id);
    let again: Vec<_> = again.map(|pair| pair[1]).collect();
    records.dedup_by(|b, a| a.id == b.id);
    for record in records.iter().filter(|record| !record.is_usable()) {
        let named = Named { kind, item: None, place: record.place, by: By::Id };
        names.add(record.id.as_str(), named, diags);
    }
    records.retain(|record| record.is_usable());
    for (n, record) in records.iter().enumerate() {
        let item = Some(kind.item(n as u32));
        let named = Named { kind, item, place: record.place, by: By::Id };
        names.add(record.id.as_str(), named, diags);
    }
    for record in again {
        let named = Named { kind, item: None, place: record.place, by: By::Id };
        names.add(record.id.as_str(), named, diags);
    }
    for (n, record) in records.iter().enumerate() {
        for written in record.aliases() {
            if let Some(Alias::Name(name)) =
                addresses::alias(written, urls, &mut Diagnostics::default())
            {
                let item = Some(kind.item(n as u32));
                let named = Named { kind, item, place: written.span, by: By::Alias };
                names.add(name, named, diags);
            }
        }
    }
}
