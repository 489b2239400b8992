//! What is shown: not drafts, not what an embargo holds, nothing of a confidential source but a label.

use super::Policy;
use super::mentions::AT_ONCE;
use crate::content::kinds::source::Access;
use crate::content::values::Title;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::nouns::{
    ArticleId, ClaimId, CountryId, Event, EventId, Item, Link, LocationId, MediaId,
    PageId, Source, SourceId, Teller,
};
use crate::model::site::Site;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Which items are shown.
#[derive(Debug)]
pub(super) struct Shown {
    articles: Vec<bool>,
    locations: Vec<bool>,
    pages: Vec<bool>,
    entities: Vec<bool>,
    claims: Vec<bool>,
    sources: Vec<bool>,
}

impl Shown {
    pub(super) fn has(&self, item: Item) -> bool {
        match item {
            Item::Article(id) => self.articles[id.index()],
            Item::Location(id) => self.locations[id.index()],
            Item::Page(id) => self.pages[id.index()],
            Item::Entity(id) => self.entities[id.index()],
            Item::Claim(id) => self.claims[id.index()],
            Item::Source(id) => self.sources[id.index()],
            Item::Country(_) | Item::Home => true,
        }
    }
}

/// Decides what is shown.
pub(super) fn select(site: &Site, policy: &Policy) -> Shown {
    let held = |embargo: &Option<crate::dates::Edtf>| match (embargo, &policy.as_of) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(embargo), Some(today)) => today.is_definitely_before(embargo),
    };
    Shown {
        articles: site
            .articles
            .iter()
            .map(|article| (policy.drafts || !article.draft) && !held(&article.embargo))
            .collect(),
        locations: site.locations.iter().map(|one| policy.drafts || !one.draft).collect(),
        pages: site.pages.iter().map(|page| policy.drafts || !page.draft).collect(),
        sources: site.sources.iter().map(|source| !source.is_confidential()).collect(),
        entities: site
            .entities
            .iter()
            .map(|entity| (policy.drafts || !entity.draft) && entity.is_named())
            .collect(),
        claims: site.claims.iter().map(|claim| policy.drafts || !claim.draft).collect(),
    }
}

/// What is wrong with references from what is shown to what is not.
pub(super) fn hidden(site: &Site, shown: &Shown) -> Diagnostics {
    each_shown(
        site,
        |item| shown.has(item),
        |item, diags| {
            report_hidden(site, shown, item, diags);
        },
    )
}

/// What `report` says of each item that is shown, in their order; they are looked at side by side.
pub(super) fn each_shown(
    site: &Site,
    is_shown: impl Fn(Item) -> bool + Sync,
    report: impl Fn(Item, &mut Diagnostics) + Sync,
) -> Diagnostics {
    let items: Vec<Item> = site.items().collect();
    let some = items.par_chunks(AT_ONCE).map(|some| {
        let mut diags = Diagnostics::default();
        let shown = some.iter().filter(|item| is_shown(**item));
        shown.for_each(|item| report(*item, &mut diags));
        diags
    });
    let found: Vec<Diagnostics> = some.collect();
    let mut all = Diagnostics::default();
    found.into_iter().for_each(|diags| all.append(diags));
    all
}

/// Reports links from a shown text to what is not shown; a citation of a confidential source is fine.
fn report_hidden(site: &Site, shown: &Shown, from: Item, diags: &mut Diagnostics) {
    let Some(prose) = site.prose(from) else { return };
    for (nth, link) in prose.links.iter().enumerate() {
        let Some(item) = link.item() else { continue };
        // A link to somebody who may not be named is worse: the rules tell it.
        let is_private = matches!(item, Item::Entity(id) if !site[id].is_named());
        if shown.has(item) || is_private {
            continue;
        }
        let id = site.names(item).map_or("", |names| names.id.as_str());
        let message = format!("the {} `{id}` is not published", item.kind());
        let (so, what) = match link {
            Link::Embed(_) => ("nothing of it may be shown", "embed"),
            _ => ("the link would lead nowhere", "link"),
        };
        diags.push(
            Diagnostic::new(codes::UNPUBLISHED_REFERENCE, prose.span(nth), message)
                .note(format!("it is a draft, under embargo, or confidential, so {so}"))
                .help(format!(
                    "publish it, take the {what} out, or build with `--drafts`"
                )),
        );
    }
}

/// Shown articles, newest first; those of one day by id.
pub(super) fn articles(site: &Site, shown: &Shown) -> Vec<ArticleId> {
    let all = (0..site.articles.len() as u32).map(ArticleId);
    let mut articles: Vec<ArticleId> =
        all.filter(|id| shown.has(Item::Article(*id))).collect();
    articles
        .par_sort_by_cached_key(|id| (std::cmp::Reverse(site[*id].date.sort_key()), *id));
    articles
}

/// Dated facts that something shown tells.
pub(super) fn events(site: &Site, shown: &Shown) -> Vec<EventId> {
    let told = |event: &Event| {
        event.tellers.iter().any(|teller| match teller {
            Teller::Article(id) => shown.has(Item::Article(*id)),
            Teller::Location(id) => shown.has(Item::Location(*id)),
            Teller::Claim(id) => shown.has(Item::Claim(*id)),
            Teller::Country(_) => true,
        })
    };
    let all = (0..site.events.len() as u32).map(EventId);
    all.filter(|id| told(&site[*id])).collect()
}

/// Shown locations, by their country's name and then their own.
pub(super) fn locations(site: &Site, shown: &Shown) -> Vec<LocationId> {
    let all = (0..site.locations.len() as u32).map(LocationId);
    let mut locations: Vec<LocationId> =
        all.filter(|id| shown.has(Item::Location(*id))).collect();
    let sort = crate::atlas::sort_key;
    let countries: Vec<String> =
        site.countries.iter().map(|country| sort(&country.name)).collect();
    locations.par_sort_by_cached_key(|id| {
        let location = &site[*id];
        (
            countries[location.country.index()].as_str(),
            sort(location.published().name),
            *id,
        )
    });
    locations
}

/// Sources with a page, by who made them and then their title.
pub(super) fn sources(site: &Site) -> Vec<SourceId> {
    let all = (0..site.sources.len() as u32).map(SourceId);
    let mut sources: Vec<SourceId> =
        all.filter(|id| !site[*id].is_confidential()).collect();
    let sort = crate::atlas::sort_key;
    sources.par_sort_by_cached_key(|id| {
        let label = site[*id].label();
        (sort(label.maker.unwrap_or_default()), sort(label.title), *id)
    });
    sources
}

pub(super) fn pages(site: &Site, shown: &Shown) -> Vec<PageId> {
    let all = (0..site.pages.len() as u32).map(PageId);
    all.filter(|id| shown.has(Item::Page(*id))).collect()
}

/// Media that something shown refers to: nothing is published by lying in a folder.
pub(super) fn media(site: &Site, shown: &Shown) -> Vec<MediaId> {
    let mut media = Vec::new();
    for item in site.items().filter(|item| shown.has(*item)) {
        let picture = match item {
            Item::Article(id) => site[id].picture.as_ref(),
            Item::Country(id) => site[id].picture.as_ref(),
            Item::Page(id) => site[id].picture.as_ref(),
            _ => None,
        };
        media.extend(picture.map(|picture| picture.media));
        let links = site.prose(item).into_iter().flat_map(|prose| &prose.links);
        media.extend(links.filter_map(|link| match link {
            Link::Media(id) => Some(*id),
            _ => None,
        }));
    }
    media.sort_unstable();
    media.dedup();
    media
}

/// The corrections of shown articles and claims, newest first.
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
pub(super) fn redacted(site: &Site) -> BTreeMap<SourceId, Source> {
    let all = (0..site.sources.len() as u32).map(SourceId);
    let hidden = all.filter(|id| site[*id].is_confidential());
    hidden.map(|id| (id, label_only(&site[id]))).collect()
}

fn label_only(source: &Source) -> Source {
    let title = Title { original: "Confidential source".into(), english: None };
    let mut names = source.names.clone();
    names.address = super::home_address();
    names.redirects.clear();
    if let Some(id) = crate::content::Id::new("confidential") {
        names.id = id;
    }
    Source {
        title: Some(title),
        access: Some(Access::Confidential),
        ..Source::unsaid(names, source.place)
    }
}

/// Countries have no drafts: the type says which id is meant.
pub(super) fn country_ids(site: &Site) -> impl Iterator<Item = CountryId> {
    (0..site.countries.len() as u32).map(CountryId)
}
