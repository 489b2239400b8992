//! The stage `resolve`: from documents to a site in which every reference means something.
//!
//! In order: [`gather`] finds every source and location, inline ones too; every id, alias and
//! title goes into [`names`]; records become nouns; at
//! last [`links`] finds out what the references in the texts mean. A reference
//! that means nothing is reported here and nowhere else.

mod addresses;
mod citations;
mod copies;
mod embeds;
mod events;
mod flawed;
mod gather;
mod heading_index;
mod headings;
mod links;
mod lookup;
mod lost;
mod marks;
mod media;
mod menu;
mod names;
mod near_keys;
mod once;
mod register;
mod resolver;
mod secrets;
mod shared;
mod slips;
mod survey;
mod unpublished;

pub(super) use marks::report_unsourced;

pub use survey::survey;
pub use unpublished::Unpublished;

pub(super) use gather::Record;
pub(super) use resolver::{Resolver, each};

use super::nouns::*;
use super::site::Site;
use crate::config::Config;
use crate::content::kinds::kinds;
use crate::content::{self, Documents};
use crate::diag::Diagnostics;
use crate::files::{RELEASES, Span, TextFiles};
use addresses::Addresses;
use gather::Gathered;
use lost::Lost;
use names::Names;
use register::Order;
use resolver::Scope;
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
    site.private = secrets::private(documents, &gathered, config.publish_notes);
    site.has_releases = texts.ids_below(RELEASES).next().is_some();
    site.tombstones = unpublished.tombstones.clone();
    let marks: Vec<Span> = diags.flawed().collect();
    let is_any = diags.has_errors() || !marks.is_empty();
    site.flaws = flawed::flaws(&site, &order.extents(), marks, is_any);
    site
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
    let mut names = Names::new(scope.unpublished(), texts.twins(), slips.clone(), lost);
    let order = register::register(gathered, config.urls, &mut names, diags);
    let (media, unsourced) =
        media::catalogue(documents, &names, scope.unpublished(), texts, slips, diags);
    let mut resolver = Resolver {
        config,
        gathered,
        scope,
        names,
        countries: order.countries(),
        entity_names: order.entity_names(),
        addresses: Addresses::default(),
        authors: Default::default(),
        tags: Default::default(),
        media,
    };
    let mut site = Site { media: resolver.media.list.clone(), ..Site::default() };
    macro_rules! make_all {
        ($($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
            $word:ident::$fields:ident, $files:ident;)*) => {
            $(site.$list = $noun::all(&order.$list, &mut resolver, diags);)*
        };
    }
    kinds!(make_all);
    site.copies = copies::noted(documents, &resolver, texts, &mut site, diags);
    site.home = Home::of(documents, &resolver, diags);
    site.events = events::events(&order, &site.articles, &site.claims, &resolver, diags);
    (site.authors, site.tags) = (resolver.authors.take(), resolver.tags.take());
    let (addresses, mut taken) =
        (std::mem::take(&mut resolver.addresses), Diagnostics::default());
    let written = written(documents, &order, &site);
    (site.texts, ()) = rayon::join(
        || links::resolve(&site, &written, texts, &resolver, diags),
        || addresses.report(&mut taken),
    );
    diags.append(taken);
    media::report_unsourced(&site.media_in_use(), unsourced, diags);
    if let Scope::Published(_) = resolver.scope {
        menu::report(&resolver, diags);
    }
    (site, order, resolver.names)
}

/// The text of each item as it was read, by the item's number.
fn written<'d>(
    documents: &'d Documents,
    order: &Order<'d>,
    site: &Site,
) -> Vec<Option<&'d content::Prose>> {
    let mut all = vec![None; site.items().count()];
    let home = documents.home.iter().filter_map(|home| home.prose.as_ref());
    let home = home.map(|prose| (Item::Home, prose));
    for (item, prose) in home.chain(order.texts()) {
        // A country that is described twice has the text of the first, and that has been reported.
        all[site.number(item)].get_or_insert(prose);
    }
    all
}
