//! Claims and entities that are shown: in order, by what they are about, by what they rest on.

use super::topics::Topic;
use super::{Edition, NamedEntity};
use crate::atlas::order_key;
use crate::content::kinds::claim::ClaimStatus;
use crate::model::evidence::{Independence, Origins};
use crate::model::nouns::{
    ArticleId, Claim, ClaimId, EntityId, EventId, Item, LocationId, NumberOf, SourceId,
    Who,
};
use crate::model::site::Site;
use foldhash::HashMap;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Which claims belong where.
#[derive(Debug, Default)]
pub(super) struct ClaimIndex {
    about: HashMap<Item, Vec<ClaimId>>,
    resting_on: Vec<Vec<ClaimId>>,
    /// By claim: the articles that deal with it.
    articles: Vec<Vec<ArticleId>>,
    pub(super) entities: Vec<EntityFacts>,
}

/// What belongs to an entity.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EntityFacts {
    /// Articles about it or about a claim that concerns it, newest first.
    pub articles: Vec<ArticleId>,
    /// Locations that it is said to run, by country and name.
    pub locations: Vec<LocationId>,
    /// Dated facts, by date.
    pub events: Vec<EventId>,
}

/// The same thing counted with different results.
#[derive(Debug, Clone, Copy)]
pub struct Disagreement<'s> {
    /// What it is counted of.
    pub subject: Item,
    /// What is counted, with every statement.
    pub number: &'s NumberOf,
}

/// Entities that may be named, by name.
pub(super) fn entities(site: &Site, lang: &str) -> Vec<NamedEntity> {
    let all = (0..site.entities.len() as u32).map(EntityId);
    let mut entities: Vec<NamedEntity> =
        all.filter_map(|id| NamedEntity::of(site, id)).collect();
    entities.sort_by_cached_key(|entity| {
        (order_key(&site[entity.id()].name, lang), entity.id())
    });
    entities
}

/// Every change of a claim's status, by the claim and its place in the claim's history, newest
/// first.
pub(super) fn changes(site: &Site, claims: &[ClaimId]) -> Vec<(ClaimId, usize)> {
    let of = |id: ClaimId| (0..site[id].history.len()).map(move |n| (id, n));
    let mut all: Vec<(ClaimId, usize)> = claims.iter().copied().flat_map(of).collect();
    all.sort_by_cached_key(|(id, n)| {
        (Reverse(site[*id].history[*n].date.sort_key()), *id, Reverse(*n))
    });
    all
}

/// The claims with each status, in the order of [`ClaimStatus::ALL`].
pub(super) fn by_status(site: &Site, claims: &[ClaimId]) -> Vec<Vec<ClaimId>> {
    let with = |status: &ClaimStatus| {
        claims.iter().copied().filter(|id| site[*id].status == *status).collect()
    };
    ClaimStatus::ALL.iter().map(with).collect()
}

/// Puts each claim with everything it is about, and each entity with what names it. The lists
/// hold what is shown, in order.
pub(super) fn index(
    site: &Site,
    claims: &[ClaimId],
    articles: &[ArticleId],
    locations: &[LocationId],
    events: &[EventId],
) -> ClaimIndex {
    let mut index = ClaimIndex {
        about: HashMap::default(),
        resting_on: vec![Vec::new(); site.sources.len()],
        articles: vec![Vec::new(); site.claims.len()],
        entities: vec![EntityFacts::default(); site.entities.len()],
    };
    for id in claims {
        let claim = &site[*id];
        for item in concerned(site, claim) {
            index.about.entry(item).or_default().push(*id);
        }
        let rests: BTreeSet<SourceId> = claim.evidence().collect();
        for source in rests {
            index.resting_on[source.index()].push(*id);
        }
    }
    articles.iter().for_each(|id| index.article(site, *id));
    for id in locations {
        if let Some(Who::Entity(entity)) = site[*id].operator {
            index.entities[entity.index()].locations.push(*id);
        }
    }
    for id in events {
        for entity in &site[*id].entities {
            index.entities[entity.index()].events.push(*id);
        }
    }
    index
}

/// What a claim concerns: the items it names, the countries of its locations, its parties, who
/// makes it and who answers.
fn concerned(site: &Site, claim: &Claim) -> BTreeSet<Item> {
    let mut items: BTreeSet<Item> = claim.about.iter().copied().collect();
    for item in &claim.about {
        if let Item::Location(location) = item {
            items.insert(Item::Country(site[*location].country));
        }
    }
    items.extend(claim.parties.iter().map(|party| Item::Entity(*party)));
    let answers = claim.responses.iter().map(|answer| &answer.by);
    let named = claim.made_by.iter().chain(answers);
    let named = named.chain(claim.proceedings.iter().map(|step| &step.party));
    items.extend(named.filter_map(|who| match who {
        Who::Entity(entity) => Some(Item::Entity(*entity)),
        Who::Words(_) => None,
    }));
    items
}

impl ClaimIndex {
    fn article(&mut self, site: &Site, id: ArticleId) {
        let article = &site[id];
        let mut named: BTreeSet<Item> =
            article.entities.iter().map(|entity| Item::Entity(*entity)).collect();
        for claim in &article.claims {
            self.articles[claim.index()].push(id);
            named.extend(concerned(site, &site[*claim]));
        }
        for item in named {
            if let Item::Entity(entity) = item {
                self.entities[entity.index()].articles.push(id);
            }
        }
    }
}

impl<'e> Edition<'e> {
    /// The claims about an item, by id; an article's own claims are [`Article::claims`](crate::model::Article::claims).
    pub fn claims_about(&self, item: Item) -> &'e [ClaimId] {
        self.note_item(Topic::ClaimsAbout, item);
        self.of.claim_index.about.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The articles that deal with a claim, newest first.
    pub fn articles_on(&self, id: ClaimId) -> &'e [ArticleId] {
        self.note(Topic::ArticlesOn, id.index());
        &self.of.claim_index.articles[id.index()]
    }

    /// What belongs to an entity that may be named.
    pub fn of_entity(&self, named: NamedEntity) -> &'e EntityFacts {
        let index = named.id().index();
        self.note(Topic::OfEntity, index);
        &self.of.claim_index.entities[index]
    }

    /// The claims that rest on a source, for or against them.
    pub fn claims_resting_on(&self, id: SourceId) -> &'e [ClaimId] {
        self.note(Topic::RestingOn, id.index());
        &self.of.claim_index.resting_on[id.index()]
    }

    /// What a set of sources amounts to: how many, of how many publishers, with which origins.
    pub fn independence(&self, sources: &[SourceId]) -> Independence {
        sources.iter().for_each(|id| self.note(Topic::Origins, id.index()));
        self.of.origins.independence(sources)
    }

    /// What a source repeats, or what is one text with it does, without what leads back in a circle. Of a
    /// confidential one nothing is told.
    pub fn repeated_by(&self, id: SourceId) -> &'e [SourceId] {
        self.note(Topic::Origins, id.index());
        if self.has_page(id) { self.of.origins.repeated_by(id) } else { &[] }
    }

    /// Whether a source that repeats nobody says so of itself.
    pub fn is_traced(&self, id: SourceId) -> bool {
        self.note(Topic::Origins, id.index());
        self.of.origins.is_traced(id)
    }

    /// Whether somebody stands behind a source. Who is one with whom is in the key of the source's origins.
    pub fn is_from(&self, id: SourceId, who: &Who) -> bool {
        self.note(Topic::Origins, id.index());
        self.of.origins.is_from(id, who)
    }

    /// The origins of every source. Rules look at them; what they find is on no page, and so isn't noted.
    pub fn origins(&self) -> &'e Origins {
        &self.of.origins
    }

    /// What is counted of an item that is shown.
    pub fn numbers(&self, item: Item) -> &'e [NumberOf] {
        self.note_item(Topic::Record, item);
        self.shown(item).map_or(&[], |item| self.site().numbers(item))
    }

    /// What sources disagree on: the site's own subject first, then by item.
    pub fn disagreements(&self) -> &'e [Disagreement<'e>] {
        self.note(Topic::Disagreements, 0);
        &self.of.disagreements
    }
}

/// What sources disagree on, of all that is shown.
pub(super) fn disagreements(site: &Site) -> Vec<Disagreement<'_>> {
    let mut all = Vec::new();
    for subject in site.items().filter(|item| site.shows(*item)) {
        let numbers = site.numbers(subject).iter().filter(|one| one.is_disagreement());
        all.extend(numbers.map(|number| Disagreement { subject, number }));
    }
    all
}
