//! Gives every item its place in the model and its names.

use super::Desk;
use super::addresses::{self, Alias, Owner};
use super::gather::{Fields, Record};
use super::names::{By, Named};
use crate::content::kinds::article::ArticleFields;
use crate::content::kinds::claim::ClaimFields;
use crate::content::kinds::entity::EntityFields;
use crate::content::kinds::location::LocationFields;
use crate::content::kinds::page::PageFields;
use crate::content::kinds::source::SourceFields;
use crate::content::{self, Documents};
use crate::content::{Kind, KindFields};
use crate::diag::Diagnostics;
use crate::fields::Spanned;
use crate::files::{OutPath, Span};
use crate::model::flaws::Extents;
use crate::model::nouns::{self, ArticleId, Item};
use rayon::prelude::*;

/// The usable records of each kind, sorted by id: the nth becomes the noun number n.
pub(super) struct Order<'d> {
    pub(super) articles: Vec<&'d content::Item<ArticleFields>>,
    pub(super) pages: Vec<&'d content::Item<PageFields>>,
    pub(super) sources: Vec<&'d Record<'d, SourceFields>>,
    pub(super) locations: Vec<&'d Record<'d, LocationFields>>,
    pub(super) entities: Vec<&'d Record<'d, EntityFields>>,
    pub(super) claims: Vec<&'d Record<'d, ClaimFields>>,
}

impl Order<'_> {
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

    /// Every item with the place of its record, and whether that has a file or an entry in a registry of its
    /// own.
    pub(super) fn places(&self) -> impl Iterator<Item = (Item, Span, bool)> {
        fn of<T>(
            records: &[&T],
            kind: Kind,
            record: fn(&T) -> (Span, bool),
        ) -> impl Iterator<Item = (Item, Span, bool)> {
            (0..).zip(records).map(move |(n, one)| {
                let (place, has_own) = record(one);
                (kind.item(n), place, has_own)
            })
        }
        of(&self.articles, Kind::Article, |one| (one.place, true))
            .chain(of(&self.pages, Kind::Page, |one| (one.place, true)))
            .chain(of(&self.sources, Kind::Source, |one| (one.place, one.item.is_some())))
            .chain(of(&self.locations, Kind::Location, |one| {
                (one.place, one.item.is_some())
            }))
            .chain(of(&self.entities, Kind::Entity, |one| {
                (one.place, one.item.is_some())
            }))
            .chain(of(&self.claims, Kind::Claim, |one| (one.place, one.item.is_some())))
    }
}

/// Names every item; ids that a kind has twice are reported, and the second is left out.
pub(super) fn register<'d>(
    documents: &'d Documents,
    desk: &mut Desk<'d>,
    diags: &mut Diagnostics,
) -> Order<'d> {
    let gathered = desk.gathered;
    let mut order = Order {
        articles: documents.articles.iter().collect(),
        pages: documents.pages.iter().collect(),
        sources: gathered.sources.iter().collect(),
        locations: gathered.locations.iter().collect(),
        entities: gathered.entities.iter().collect(),
        claims: gathered.claims.iter().collect(),
    };
    // Articles have a title beside their id.
    let ids = order.sources.len() + order.locations.len() + order.entities.len();
    let ids = ids + order.claims.len() + order.pages.len();
    desk.names.reserve(2 * order.articles.len() + ids);
    register_kind(&mut order.articles, Kind::Article, desk, diags);
    register_kind(&mut order.pages, Kind::Page, desk, diags);
    register_kind(&mut order.sources, Kind::Source, desk, diags);
    register_kind(&mut order.locations, Kind::Location, desk, diags);
    register_kind(&mut order.entities, Kind::Entity, desk, diags);
    register_kind(&mut order.claims, Kind::Claim, desk, diags);
    let titles = order.articles.par_iter().map(|item| {
        let fields = item.fields.as_deref()?;
        Some((item.place, fields.title.to_lowercase()))
    });
    let titles: Vec<Option<(Span, String)>> = titles.collect();
    for (n, title) in titles.into_iter().enumerate() {
        if let Some((place, title)) = title {
            let id = Some(Item::Article(ArticleId(n as u32)));
            let named = Named { kind: Kind::Article, item: id, place, by: By::Title };
            desk.names.add(title, named, diags);
        }
    }
    order
}

/// What registering needs to know of a record, wherever it stands.
pub(super) trait Registered {
    fn id(&self) -> &content::Id;
    fn place(&self) -> Span;
    /// Where its address is decided on: at its `slug`, if it has one.
    fn named(&self) -> Span;
    fn is_usable(&self) -> bool;
    fn aliases(&self) -> &[Spanned<String>];
}

impl<F: KindFields> Registered for content::Item<F> {
    fn id(&self) -> &content::Id {
        &self.id
    }

    fn place(&self) -> Span {
        self.place
    }

    fn named(&self) -> Span {
        let slug = self.fields.as_deref().and_then(F::slug);
        slug.map_or(self.place, |slug| slug.span)
    }

    fn is_usable(&self) -> bool {
        self.fields.is_some()
    }

    fn aliases(&self) -> &[Spanned<String>] {
        self.fields.as_deref().map_or(&[], F::aliases)
    }
}

impl<F: KindFields> Registered for Record<'_, F> {
    fn id(&self) -> &content::Id {
        &self.id
    }

    fn place(&self) -> Span {
        self.place
    }

    fn named(&self) -> Span {
        self.place
    }

    fn is_usable(&self) -> bool {
        !matches!(self.fields, Fields::Broken)
    }

    fn aliases(&self) -> &[Spanned<String>] {
        self.aliases()
    }
}

fn register_kind<'d, T: Registered>(
    records: &mut Vec<&'d T>,
    kind: Kind,
    desk: &mut Desk<'d>,
    diags: &mut Diagnostics,
) {
    records.sort_by(|a, b| (a.id(), a.place()).cmp(&(b.id(), b.place())));
    let again = records.windows(2).filter(|pair| pair[0].id() == pair[1].id());
    let again: Vec<&'d T> = again.map(|pair| pair[1]).collect();
    records.dedup_by(|b, a| a.id() == b.id());
    for record in records.iter().filter(|record| !record.is_usable()) {
        let named = Named { kind, item: None, place: record.place(), by: By::Id };
        desk.names.add(record.id().as_str(), named, diags);
    }
    records.retain(|record| record.is_usable());
    for (n, record) in records.iter().enumerate() {
        let item = Some(kind.item(n as u32));
        let named = Named { kind, item, place: record.place(), by: By::Id };
        desk.names.add(record.id().as_str(), named, diags);
    }
    for record in again {
        let named = Named { kind, item: None, place: record.place(), by: By::Id };
        desk.names.add(record.id().as_str(), named, diags);
    }
    for (n, record) in records.iter().enumerate() {
        for written in record.aliases() {
            if let Some(Alias::Name(name)) =
                addresses::alias(written, desk.config.urls, &mut Diagnostics::default())
            {
                let item = Some(kind.item(n as u32));
                let named = Named { kind, item, place: written.span, by: By::Alias };
                desk.names.add(name, named, diags);
            }
        }
    }
}

/// The first of the aliases that may have been an id, which is the oldest, because writers add to the end of
/// the list; else the id. A former address is none, nor is a name in words.
fn first_id(id: &content::Id, aliases: &[Spanned<String>]) -> content::Id {
    let may_be_id = |alias: &&Spanned<String>| {
        !addresses::is_address(alias)
            && !alias.trim().contains(|c: char| c.is_whitespace() || c.is_uppercase())
    };
    let first = aliases.iter().find(may_be_id);
    first.and_then(|alias| content::Id::new(alias)).unwrap_or_else(|| id.clone())
}

impl Desk<'_> {
    /// The names of an item of `folder`: its address, and those of its aliases that are old
    /// addresses or, for items whose kind has ids in its addresses, old ids.
    pub(super) fn names(
        &self,
        folder: &str,
        id: &content::Id,
        path: &str,
        aliases: &[Spanned<String>],
        diags: &mut Diagnostics,
    ) -> nouns::Names {
        let address = addresses::address(folder, path, self.config.urls);
        let redirects = self.redirects(folder, &address, aliases, diags);
        let redirects = redirects.into_iter().map(|(from, _)| from).collect();
        nouns::Names { first: first_id(id, aliases), id: id.clone(), address, redirects }
    }

    /// Where pages that lead to `address` are, and where each is written.
    fn redirects(
        &self,
        folder: &str,
        address: &OutPath,
        aliases: &[Spanned<String>],
        diags: &mut Diagnostics,
    ) -> Vec<(OutPath, Span)> {
        let urls = self.config.urls;
        let mut redirects: Vec<(OutPath, Span)> = Vec::new();
        for written in aliases {
            let from = match addresses::alias(written, urls, diags) {
                Some(Alias::Address(path)) => path,
                Some(Alias::Name(name)) => addresses::address(folder, name, urls),
                None => continue,
            };
            if from != *address && !redirects.iter().any(|(other, _)| *other == from) {
                redirects.push((from, written.span));
            }
        }
        redirects
    }

    /// Asks for the addresses of the items of `folder`, made from `records` in their order.
    pub(super) fn claim_addresses<'n, T: Registered>(
        &mut self,
        folder: &str,
        records: &[&T],
        names: impl Iterator<Item = &'n nouns::Names>,
    ) {
        for (record, names) in records.iter().zip(names) {
            let owner = match folder {
                "" | "articles" => Owner::Page(record.named()),
                _ => Owner::Record(record.named()),
            };
            self.claim_own(folder, names, owner, record.aliases());
        }
    }

    /// Asks for the addresses of an item of `folder`, for `owner` and its aliases.
    pub(super) fn claim_own(
        &mut self,
        folder: &str,
        names: &nouns::Names,
        owner: Owner,
        aliases: &[Spanned<String>],
    ) {
        self.addresses.claim(&names.address, owner);
        // What is wrong with an alias has been reported when the names were made.
        let unheard = &mut Diagnostics::default();
        for (from, span) in self.redirects(folder, &names.address, aliases, unheard) {
            if !self.names.is_refused(span) {
                self.addresses.claim(&from, Owner::Alias(span));
            }
        }
    }
}
