//! What is shown of a site: nothing of a confidential source but a label, nobody who may not be named.

use super::mentions::AT_ONCE;
use crate::atlas::order_key;
use crate::config::Config;
use crate::content::kinds::source::Access;
use crate::content::values::Title;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::OutPath;
use crate::model::nouns::{
    ArticleId, ClaimId, CountryId, Item, Link, LocationId, Matter, Source, SourceId,
    Tombstone,
};
use crate::model::site::Site;
use crate::phrases::Phrases;
use crate::routes::OwnPage;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with references to what is not shown.
pub(super) fn hidden(site: &Site) -> Diagnostics {
    each_shown(site, |item, diags| report_hidden(site, item, diags))
}

/// What `report` says of each item that is shown, in their order; they are looked at side by side.
pub(super) fn each_shown(
    site: &Site,
    report: impl Fn(Item, &mut Diagnostics) + Sync,
) -> Diagnostics {
    let items: Vec<Item> = site.items().collect();
    let some = items.par_chunks(AT_ONCE).map(|some| {
        let mut diags = Diagnostics::default();
        let shown = some.iter().filter(|item| site.shows(**item));
        shown.for_each(|item| report(*item, &mut diags));
        diags
    });
    let found: Vec<Diagnostics> = some.collect();
    let mut all = Diagnostics::default();
    found.into_iter().for_each(|diags| all.append(diags));
    all
}

/// Reports links to a confidential source and its embedding; to cite it is fine, and who may not be named is told by
/// the rules.
fn report_hidden(site: &Site, from: Item, diags: &mut Diagnostics) {
    let Some(prose) = site.prose(from) else { return };
    for (nth, link) in prose.links.iter().enumerate() {
        let Some(Item::Source(id)) = link.item() else { continue };
        if site.shows(Item::Source(id)) {
            continue;
        }
        let id = &site[id].names.id;
        let (so, what) = match link {
            Link::Embed(_) => ("nothing of it may be shown", "embed"),
            _ => ("the link would lead nowhere", "link"),
        };
        let message = format!("the source `{id}` is not published");
        diags.push(
            Diagnostic::new(codes::UNPUBLISHED_REFERENCE, prose.span(nth), message)
                .note(format!("it is confidential, so {so}"))
                .help(format!("cite it: `[@{id}]`, or take the {what} out")),
        );
    }
}

/// Articles, newest first; those of one day by id.
pub(super) fn articles(site: &Site, config: &Config) -> Vec<ArticleId> {
    let all = (0..site.articles.len() as u32).map(ArticleId);
    let is_shown =
        |id: &ArticleId| config.shows_text_in(site[*id].matter.lang.as_deref());
    let mut articles: Vec<ArticleId> = all.filter(is_shown).collect();
    articles
        .par_sort_by_cached_key(|id| (std::cmp::Reverse(site[*id].date.sort_key()), *id));
    articles
}

/// Locations, by their country's name and then their own.
pub(super) fn locations(site: &Site, lang: &str) -> Vec<LocationId> {
    let mut locations: Vec<LocationId> =
        (0..site.locations.len() as u32).map(LocationId).collect();
    let sort = |name: &str| order_key(name, lang);
    let countries: Vec<Vec<u8>> =
        site.countries.iter().map(|country| sort(&country.name)).collect();
    locations.par_sort_by_cached_key(|id| {
        let location = &site[*id];
        (
            countries[location.country.index()].as_slice(),
            sort(location.published().name),
            *id,
        )
    });
    locations
}

/// Sources with a page, by who made them and then their title.
pub(super) fn sources(site: &Site, lang: &str) -> Vec<SourceId> {
    let all = (0..site.sources.len() as u32).map(SourceId);
    let mut sources: Vec<SourceId> =
        all.filter(|id| !site[*id].is_confidential()).collect();
    let sort = |name: &str| order_key(name, lang);
    sources.par_sort_by_cached_key(|id| {
        let label = site[*id].label();
        (sort(label.maker.unwrap_or_default()), sort(label.title), *id)
    });
    sources
}

/// What was withdrawn, newest first. A country that something is told of keeps its page.
pub(super) fn tombstones(site: &Site, countries: &[CountryId]) -> Vec<Tombstone> {
    let addresses = countries.iter().map(|id| &site[*id].names.address);
    let taken: BTreeSet<&OutPath> = addresses.collect();
    let free = site.tombstones.iter().filter(|one| !taken.contains(&one.names.address));
    let mut all: Vec<Tombstone> = free.cloned().collect();
    all.sort_by_cached_key(|one| {
        (std::cmp::Reverse(one.date.sort_key()), one.names.address.clone())
    });
    all
}

/// The corrections of articles and claims, newest first.
pub(super) fn corrections(
    site: &Site,
    articles: &[ArticleId],
    claims: &[ClaimId],
) -> Vec<(Item, usize)> {
    let articles = articles.iter().copied().map(Item::Article);
    let items = articles.chain(claims.iter().copied().map(Item::Claim));
    let mut all: Vec<(Item, usize)> = items
        .flat_map(|item| (0..site.corrections(item).len()).map(move |n| (item, n)))
        .collect();
    all.sort_by_cached_key(|(item, n)| {
        (std::cmp::Reverse(site.corrections(*item)[*n].date.sort_key()), *item, *n)
    });
    all
}

/// What is shown of confidential sources: that there is one.
pub(super) fn redacted(site: &Site, phrases: &Phrases) -> BTreeMap<SourceId, Source> {
    let all = (0..site.sources.len() as u32).map(SourceId);
    let hidden = all.filter(|id| site[*id].is_confidential());
    hidden.map(|id| (id, label_only(&site[id], phrases))).collect()
}

fn label_only(source: &Source, phrases: &Phrases) -> Source {
    let original = phrases.confidential_source().to_owned();
    let title = Title { original, english: None };
    let mut names = source.names.clone();
    names.address = OwnPage::Home.address();
    names.redirects.clear();
    if let Some(id) = crate::content::Id::new("confidential") {
        (names.id, names.first) = (id.clone(), id);
    }
    Source {
        title: Some(title),
        access: Some(Access::Confidential),
        ..Source::unsaid(names, source.place, Matter::default())
    }
}

/// Every country and territory.
pub(super) fn country_ids(site: &Site) -> impl Iterator<Item = CountryId> {
    (0..site.countries.len() as u32).map(CountryId)
}
