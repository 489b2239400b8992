//! The stage `resolve`: from documents to a site in which every reference means something.
//!
//! In order: [`gather`] finds every source and location, inline ones too; every id, alias and
//! title goes into [`names`]; records become nouns (`articles`, `places`, `sources`, `events`); at
//! last [`links`] finds out what the references in the texts mean. A reference
//! that means nothing is reported here and nowhere else.

mod addresses;
mod articles;
mod claims;
mod embeds;
mod entities;
mod events;
mod gather;
mod links;
mod lost;
mod marks;
mod media;
mod menu;
mod names;
mod near_keys;
mod once;
mod pages;
mod places;
mod register;
mod slips;
mod sources;
mod unpublished;

pub(super) use marks::report_unsourced;

pub use unpublished::{Unpublished, survey};

use super::flaws::Flaws;
use super::nouns::{Item, LocationId, SourceId};
use super::site::Site;
use crate::atlas;
use crate::config::{Config, Vocabulary};
use crate::content::kinds::location::LocationEntry;
use crate::content::kinds::source::SourceEntry;
use crate::content::{Documents, HeldPlaces, Kind};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::{FileId, Span, TextFiles};
use addresses::Addresses;
use gather::Gathered;
use lost::Lost;
use names::Names;
use once::Once;
use rayon::prelude::*;
use register::Order;
use slips::Slips;

/// Resolves every reference of the documents that are published. Mistakes are reported in `diags`; what
/// they concern is left out. A reference to what is not published is one.
pub fn resolve(
    documents: &Documents,
    unpublished: &Unpublished,
    texts: &TextFiles,
    config: &Config,
    diags: &mut Diagnostics,
) -> Site {
    let gathered = gather::gather(documents, Some(&unpublished.policy), diags);
    let scope = Scope::Published(unpublished);
    let lost = Lost::told(diags, texts);
    let (mut site, order, names) =
        made(documents, &gathered, scope, (texts, lost), config, diags);
    site.ahead = unpublished.ahead(&names, &order);
    let marks: Vec<Span> = diags.flawed().collect();
    let is_any = diags.has_errors() || !marks.is_empty();
    site.flaws = Flaws::of(&site, &order.extents(), marks, is_any);
    site
}

/// Of which documents a site is made.
#[derive(Clone, Copy)]
enum Scope<'d> {
    /// Of those that are published.
    Published(&'d Unpublished),
    /// Of all, for what is to be said of what is held back, which stands there.
    HeldBack(&'d HeldPlaces),
}

impl<'d> Scope<'d> {
    /// What is held back and no part of this site.
    fn unpublished(self) -> Option<&'d Unpublished> {
        match self {
            Scope::Published(unpublished) => Some(unpublished),
            Scope::HeldBack(_) => None,
        }
    }

    /// Whether it matters what the text of this file refers to.
    fn concerns(self, file: FileId) -> bool {
        match self {
            Scope::Published(_) => true,
            Scope::HeldBack(places) => places.by(Span::start_of(file)).is_some(),
        }
    }
}

/// The site of the documents, with the order of its records and all their names.
fn made<'d>(
    documents: &'d Documents,
    gathered: &'d Gathered<'d>,
    scope: Scope<'d>,
    (texts, lost): (&TextFiles, Lost),
    config: &'d Config,
    diags: &mut Diagnostics,
) -> (Site, Order<'d>, Names<'d>) {
    let slips = Slips::default();
    let mut desk = Desk {
        config,
        gathered,
        scope,
        names: Names::new(scope.unpublished(), texts.twins(), slips.clone(), lost),
        addresses: Addresses::default(),
        authors: Default::default(),
        tags: Default::default(),
        media: media::catalogue(documents, scope.unpublished(), texts, slips, diags),
    };
    let order = register::register(documents, &mut desk, diags);
    let (media, unsourced) = desk.media_with_sources(diags);
    let mut site = Site { media, ..Site::default() };
    site.sources = sources::sources(&order, &mut desk, diags);
    site.countries = places::countries(documents, &mut desk, diags);
    site.locations = places::locations(&order, &mut desk, diags);
    site.entities = entities::entities(&order, &mut desk, diags);
    site.claims = claims::claims(&order, &mut desk, diags);
    site.articles = articles::articles(&order, &mut desk, diags);
    site.pages = pages::pages(&order, &mut desk, diags);
    site.home = pages::home(documents, &desk, diags);
    site.events = events::events(
        documents,
        &order,
        &mut site.articles,
        &mut site.claims,
        &site.locations,
        &desk,
        diags,
    );
    (site.authors, site.tags) = (desk.authors.take(), desk.tags.take());
    let (addresses, mut taken) =
        (std::mem::take(&mut desk.addresses), Diagnostics::default());
    rayon::join(
        || links::resolve(&mut site, texts, &desk, diags),
        || addresses.report(&mut taken),
    );
    diags.append(taken);
    media::report_unsourced(&site, unsourced, diags);
    if let Scope::Published(_) = desk.scope {
        menu::report(&desk, diags);
    }
    (site, order, desk.names)
}

/// What the parts of this stage share: the names of everything and the addresses given out.
struct Desk<'d> {
    config: &'d Config,
    gathered: &'d Gathered<'d>,
    scope: Scope<'d>,
    names: Names<'d>,
    addresses: Addresses,
    authors: articles::Authors,
    tags: articles::Tags,
    media: media::Catalogue,
}

impl Desk<'_> {
    fn sources(&self, entries: &[SourceEntry], diags: &mut Diagnostics) -> Vec<SourceId> {
        let mut ids = Once::of(entries.len());
        for entry in entries {
            let Some((id, span)) = self.gathered.source_id(entry) else { continue };
            let item = self.names.written(&id, span, Kind::Source, diags);
            if let Some(Item::Source(id)) = item {
                ids.add(id);
            }
        }
        ids.list()
    }

    fn locations(
        &self,
        entries: &[LocationEntry],
        diags: &mut Diagnostics,
    ) -> Vec<LocationId> {
        let mut ids = Once::of(entries.len());
        for entry in entries {
            let Some((id, span)) = gather::location_id(entry) else { continue };
            let item = self.names.listed(&id, span, Kind::Location, diags);
            if let Some(Item::Location(id)) = item {
                ids.add(id);
            }
        }
        ids.list()
    }

    /// Reports a word that a closed vocabulary of `site.toml` lacks.
    fn word(
        &self,
        word: &Spanned<String>,
        vocabulary: &Vocabulary,
        table: &str,
        diags: &mut Diagnostics,
    ) -> String {
        if !vocabulary.allows(word) {
            let message = format!("`{}` is no word of `[{table}]`", word.value);
            let known = vocabulary.terms().iter().map(|term| term.word.as_str());
            let found = Diagnostic::new(codes::UNKNOWN_WORD, word.span, message);
            let found = found.did_you_mean(word, known);
            let define = format!(
                "or define it in `site.toml`: `[{table}.{}]` with a label",
                word.value
            );
            diags.push(found.help(define));
        }
        word.value.clone()
    }
}

/// Makes a noun of each record, side by side. What is reported stays in their order.
fn each<R: Sync, N: Send>(
    records: &[R],
    diags: &mut Diagnostics,
    noun: impl Fn(&R, &mut Diagnostics) -> N + Sync,
) -> Vec<N> {
    let (mut nouns, mut found) = (Vec::new(), Vec::new());
    let made = records.par_iter().map(|record| {
        let mut own = Diagnostics::default();
        (noun(record, &mut own), own)
    });
    made.unzip_into_vecs(&mut nouns, &mut found);
    found.into_iter().for_each(|own| diags.append(own));
    nouns
}

/// A territory's name on this site.
fn territory_name(config: &Config, code: atlas::Code) -> String {
    let own = config.territories.get(&code).and_then(|own| own.name.clone());
    own.unwrap_or_else(|| atlas::territory(code).name.to_owned())
}
