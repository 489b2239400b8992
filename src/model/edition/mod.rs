//! The edition: what may be shown of a site, in order, with all that follows from the choice.
//!
//! [`publish`] decides what is shown (`select`), then derives order and neighbours, what belongs
//! to each country and location (`facts`), who refers to what (`mentions`), and what to read next
//! (`related`). [`Edition::reading`] gives the meaning of one text's references, numbered.

mod claims;
mod facts;
mod feeds;
mod mentions;
mod reading;
mod related;
mod select;
mod timelines;
mod translations;

pub use claims::{Disagreement, EntityFacts};
pub use facts::{CountryFacts, LocationFacts, SourceUse};
pub use feeds::Feed;
pub use mentions::{Mention, Named, Seen};
pub use reading::{Numbered, Reading};

use super::evidence::Origins;
use super::known::{Findings, Known};
use super::menu;
use super::nouns::{
    Article, ArticleId, Author, AuthorId, Claim, ClaimId, Correction, Country, CountryId,
    Entity, EntityId, Event, EventId, Home, Item, Location, LocationId, Media, MediaId,
    Page, PageId, Prose, Source, SourceId, Tag, TagId, Who,
};
use super::site::Site;
use crate::config::Config;
use crate::content::kinds::entity::Schema;
use crate::diag::Diagnostics;
use crate::files::OutPath;
use rayon::join;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What may be shown. Lists hold shown items only.
#[derive(Debug)]
pub struct Edition<'s> {
    site: &'s Site,
    config: &'s Config,
    /// Where the home page is.
    home: OutPath,
    /// Articles, newest first.
    pub articles: Vec<ArticleId>,
    /// Countries and territories that something shown refers to, by name.
    pub countries: Vec<CountryId>,
    /// Locations, by country's name and then their own.
    pub locations: Vec<LocationId>,
    /// Sources with a page, by who made them and then their title.
    pub sources: Vec<SourceId>,
    /// Dated facts, by date.
    pub events: Vec<EventId>,
    /// Claims, by id.
    pub claims: Vec<ClaimId>,
    /// Entities that may be named, by name.
    pub entities: Vec<EntityId>,
    /// Free pages, by id.
    pub pages: Vec<PageId>,
    /// Media that something shown refers to.
    pub media: Vec<MediaId>,
    /// Authors of shown articles, by name.
    pub authors: Vec<AuthorId>,
    /// Tags of shown articles, by name.
    pub tags: Vec<TagId>,
    /// Corrections, newest first, with the article or the claim they are of.
    pub corrections: Vec<(Item, usize)>,
    /// Changes of claims' statuses, newest first, with their place in the claim's history.
    pub claim_changes: Vec<(ClaimId, usize)>,
    /// What is shown of a source of which less is shown than is known.
    redacted: BTreeMap<SourceId, Source>,
    disagreements: Vec<Disagreement<'s>>,
    order: Vec<Option<u32>>,
    country_facts: Vec<CountryFacts>,
    location_facts: Vec<LocationFacts>,
    source_use: Vec<SourceUse>,
    by_author: Vec<Vec<ArticleId>>,
    by_tag: Vec<Vec<ArticleId>>,
    mentions: mentions::Mentions<'s>,
    claim_index: claims::ClaimIndex,
    origins: Origins,
    related: Vec<Vec<ArticleId>>,
    translations: translations::Translations,
    /// What a citation of each source says to those who point at its number.
    cited_as: Vec<Arc<str>>,
}

/// Chooses what is shown of the site; what its texts name may be known already. A reference to something that is not
/// shown is reported. With the edition comes what was found out for it, if that is wanted.
pub fn publish<'s>(
    site: &'s Site,
    config: &'s Config,
    known: &Known,
    diags: &mut Diagnostics,
) -> (Edition<'s>, Findings) {
    let (articles, (locations, sources)) = join(
        || select::articles(site),
        || (select::locations(site), select::sources(site)),
    );
    let events: Vec<EventId> = (0..site.events.len() as u32).map(EventId).collect();
    let ((facts, hidden), (mentions, chapters)) = join(
        || {
            let facts = facts::facts(site, &articles, &locations, &events);
            (facts, select::hidden(site))
        },
        || mentions::mentions(site, known),
    );
    diags.append(hidden);
    let mut order = vec![None; site.articles.len()];
    for (place, id) in articles.iter().enumerate() {
        order[id.index()] = Some(place as u32);
    }
    let all_claims: Vec<ClaimId> = (0..site.claims.len() as u32).map(ClaimId).collect();
    let (related, (claim_index, media, origins)) = join(
        || {
            let related = known.related().filter(|all| all.len() == order.len());
            related.unwrap_or_else(|| related::related(site, &facts, &order))
        },
        || {
            let index = claims::index(site, &all_claims, &articles, &locations, &events);
            (index, site.media_in_use(), Origins::of(site))
        },
    );
    let shown_translations = translations::translations(site, &articles);
    let countries = facts::countries(site, &facts, &mentions);
    let (by_author, authors) = facts::by_author(site, &articles);
    let (by_tag, tags) = facts::by_tag(site, &articles);
    let mut edition = Edition {
        site,
        config,
        home: home_address(),
        disagreements: claims::disagreements(site),
        countries,
        sources,
        pages: (0..site.pages.len() as u32).map(PageId).collect(),
        entities: claims::entities(site),
        media,
        authors,
        tags,
        corrections: select::corrections(site, &articles, &all_claims),
        claim_changes: claims::changes(site, &all_claims),
        claim_index,
        redacted: select::redacted(site),
        articles,
        locations,
        events,
        order,
        country_facts: facts.countries,
        location_facts: facts.locations,
        source_use: facts.sources,
        by_author,
        by_tag,
        mentions,
        claims: all_claims,
        origins,
        related,
        translations: shown_translations,
        cited_as: Vec::new(),
    };
    edition.cited_as = reading::cited_as(&edition);
    timelines::report_empty(&edition, diags);
    menu::report(&edition, diags);
    let related = if known.is_wanted { edition.related.clone() } else { Vec::new() };
    (edition, Findings { chapters, related })
}

impl<'s> Edition<'s> {
    /// How many numbers [`Edition::number`] gives.
    pub fn item_count(&self) -> usize {
        self.site.items().count()
    }

    /// How many dated facts the site has.
    pub fn event_count(&self) -> usize {
        self.site.events.len()
    }

    /// The number of an item among all of the site, from 0.
    pub fn number(&self, item: Item) -> usize {
        self.site.number(item)
    }

    /// The site's configuration.
    pub fn config(&self) -> &'s Config {
        self.config
    }

    /// The home page's matter.
    pub fn home(&self) -> &'s Home {
        &self.site.home
    }

    /// The article that leads the home page: the one chosen, else the newest.
    pub fn lead(&self) -> Option<ArticleId> {
        self.site.home.lead.or_else(|| self.articles.first().copied())
    }

    /// An article.
    pub fn article(&self, id: ArticleId) -> &'s Article {
        &self.site[id]
    }

    /// A country or territory.
    pub fn country(&self, id: CountryId) -> &'s Country {
        &self.site[id]
    }

    /// A location; where it is, is [`Location::published`].
    pub fn location(&self, id: LocationId) -> &'s Location {
        &self.site[id]
    }

    /// A source, or what may be shown of it.
    pub fn source(&self, id: SourceId) -> &Source {
        self.redacted.get(&id).unwrap_or(&self.site[id])
    }

    /// Whether a source has a page of its own; a confidential one has none.
    pub fn has_page(&self, id: SourceId) -> bool {
        !self.redacted.contains_key(&id)
    }

    /// An entity. Whether it may be named is [`Edition::is_shown`].
    pub fn entity(&self, id: EntityId) -> &'s Entity {
        &self.site[id]
    }

    /// A claim.
    pub fn claim(&self, id: ClaimId) -> &'s Claim {
        &self.site[id]
    }

    /// Whoever a record names, in words that may be printed: of somebody who is not to be named, what
    /// they are.
    pub fn who(&self, who: &Who) -> String {
        match who {
            Who::Words(words) => words.clone(),
            Who::Entity(id) if self.is_shown(Item::Entity(*id)) => {
                self.site[*id].name.clone()
            }
            Who::Entity(id) if self.site[*id].schema == Schema::Person => {
                "a person".into()
            }
            Who::Entity(_) => "an organisation".into(),
        }
    }

    /// A dated fact.
    pub fn event(&self, id: EventId) -> &'s Event {
        &self.site[id]
    }

    /// A free page.
    pub fn page(&self, id: PageId) -> &'s Page {
        &self.site[id]
    }

    /// An image or document.
    pub fn media(&self, id: MediaId) -> &'s Media {
        &self.site[id]
    }

    /// An author.
    pub fn author(&self, id: AuthorId) -> &'s Author {
        &self.site[id]
    }

    /// A tag.
    pub fn tag(&self, id: TagId) -> &'s Tag {
        &self.site[id]
    }

    /// The corrections of an item, newest first; only articles and claims have any.
    pub fn corrections_of(&self, item: Item) -> &'s [Correction] {
        self.site.corrections(item)
    }

    /// Whether an item is shown.
    pub fn is_shown(&self, item: Item) -> bool {
        self.site.shows(item)
    }

    /// The text of an item.
    pub fn prose(&self, item: Item) -> Option<&'s Prose> {
        self.site.prose(item)
    }

    /// Where an item's page is; the home page for a confidential source, which has none.
    pub fn address(&self, item: Item) -> &OutPath {
        let hidden = matches!(item, Item::Source(id) if !self.has_page(id));
        let names = self.site.names(item).filter(|_| !hidden);
        names.map_or(&self.home, |names| &names.address)
    }

    /// What an item is called.
    pub fn title(&self, item: Item) -> &str {
        match item {
            Item::Source(id) => self.source(id).label().title,
            Item::Home if self.site.home.title.is_none() => &self.config.title,
            item => self.site.title(item),
        }
    }

    /// The article published after this one.
    pub fn next(&self, id: ArticleId) -> Option<ArticleId> {
        let place = self.order[id.index()]?.checked_sub(1)?;
        self.articles.get(place as usize).copied()
    }

    /// The article published before this one.
    pub fn previous(&self, id: ArticleId) -> Option<ArticleId> {
        self.articles.get(self.order[id.index()]? as usize + 1).copied()
    }

    /// What to read after an article: what its writer chose, else what shares most with it.
    pub fn related(&self, id: ArticleId) -> &[ArticleId] {
        &self.related[id.index()]
    }

    /// What belongs to a country.
    pub fn of_country(&self, id: CountryId) -> &CountryFacts {
        &self.country_facts[id.index()]
    }

    /// What belongs to a location.
    pub fn of_location(&self, id: LocationId) -> &LocationFacts {
        &self.location_facts[id.index()]
    }

    /// What rests on a source besides the texts that cite it.
    pub fn use_of_source(&self, id: SourceId) -> &SourceUse {
        &self.source_use[id.index()]
    }

    /// The articles of an author, newest first.
    pub fn by_author(&self, id: AuthorId) -> &[ArticleId] {
        &self.by_author[id.index()]
    }

    /// The articles with a tag, newest first.
    pub fn with_tag(&self, id: TagId) -> &[ArticleId] {
        &self.by_tag[id.index()]
    }

    /// Where texts refer to an item, in order of the texts' items and of place in them.
    pub fn mentions(&self, item: Item) -> &[Mention<'s>] {
        self.mentions.of(self.site, item)
    }

    /// The sources that an item's front matter lists.
    pub fn listed_sources(&self, item: Item) -> &'s [SourceId] {
        self.site.listed_sources(item)
    }

    /// The sources that an item's text cites, each once, by id.
    pub fn cited_by(&self, item: Item) -> Vec<SourceId> {
        distinct(self.site.cited(item).collect())
    }

    /// How many sources an item's page has at its foot: those that it cites and those that it lists.
    pub fn source_count(&self, item: Item) -> usize {
        let listed = self.listed_sources(item).iter().copied();
        distinct(self.site.cited(item).chain(listed).collect()).len()
    }

    /// The id of an item, if it has one.
    pub(in crate::model) fn id_of(&self, item: Item) -> Option<&'s str> {
        self.site.names(item).map(|names| names.id.as_str())
    }

    /// The shown item with this id; a page before others.
    pub(in crate::model) fn find(&self, id: &str) -> Option<Item> {
        let named = |item: &Item| {
            self.site.names(*item).is_some_and(|names| names.id.as_str() == id)
        };
        let mut found: Vec<Item> = self.site.items().filter(named).collect();
        found.retain(|item| self.is_shown(*item));
        found.sort_by_key(|item| !matches!(item, Item::Page(_)));
        found.first().copied()
    }

    /// Addresses that lead to another page, with the item whose page that is.
    pub fn redirects(&self) -> Vec<(OutPath, Item)> {
        let shown = self.site.items().filter(|item| self.is_shown(*item));
        let mut all = Vec::new();
        for item in shown {
            let names = self.site.names(item).into_iter();
            all.extend(names.flat_map(|n| &n.redirects).map(|from| (from.clone(), item)));
        }
        all
    }
}

/// Each of these once, in order.
fn distinct(mut ids: Vec<SourceId>) -> Vec<SourceId> {
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The address of the home page.
pub(super) fn home_address() -> OutPath {
    path("index.html")
}

/// A path of literals and of addresses that are paths already.
fn path(of: &str) -> OutPath {
    OutPath::new(of).unwrap_or_else(|_| unreachable!("{of} is a path"))
}
