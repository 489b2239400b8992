//! The edition: what may be shown of a site, in order, with all that follows from the choice.
//!
//! [`publish`] decides what is shown (`select`), then derives order and neighbours, what belongs
//! to each country and location (`facts`), who refers to what (`mentions`), and what to read next
//! (`related`). What it makes, [`Publication`], is read through one door: [`Edition`], which notes what
//! was read where somebody wants to know ([`Notes`]). A page is made from just that, and [`Directory`]
//! says in the next build whether it is still the same. [`Edition::reading`] gives the meaning of one
//! text's references, numbered.

mod alphabet;
mod claims;
mod door;
mod facts;
mod feeds;
mod groups;
mod mentions;
mod outward;
mod reading;
mod related;
mod select;
mod timelines;
mod tongue;
mod topics;
mod translations;

pub use alphabet::AlphabetEntry;
pub use claims::{Disagreement, EntityFacts};
pub use door::{Edition, NamedEntity, Notes, SharedValue};
pub use facts::{CountryFacts, LocationFacts, SourceUse};
pub use feeds::Feed;
pub use groups::{Group, GroupId, Members};
pub use mentions::{Mention, Named, Seen};
pub use reading::{Numbered, Passage, Reading};
pub use timelines::{Month, Years};
pub use topics::{Directory, ReadId};
pub use translations::TranslationState;

use super::evidence::Origins;
use super::menu;
use super::nouns::{
    ArticleId, AuthorId, ClaimId, CountryId, EventId, Item, LocationId, MediaId, PageId,
    Source, SourceId, TagId, Tombstone,
};
use super::site::Site;
use super::sizes::PictureSizes;
use super::vault::Vault;
use crate::config::Config;
use crate::diag::Diagnostics;
use crate::files::OutPath;
use crate::routes::OwnPage;
use rayon::join;
use std::collections::BTreeMap;
use tongue::Tongue;

/// What may be shown, to be read through an [`Edition`]. Lists hold shown items only.
#[derive(Debug)]
pub struct Publication<'s> {
    site: &'s Site,
    config: &'s Config,
    /// The copies that were read.
    vault: &'s Vault,
    sizes: &'s PictureSizes,
    /// Where the home page is.
    home: OutPath,
    /// Articles, newest first.
    articles: Vec<ArticleId>,
    /// Countries and territories that something shown refers to, by name.
    countries: Vec<CountryId>,
    /// Locations, by country's name and then their own.
    locations: Vec<LocationId>,
    /// Sources with a page, by who made them and then their title.
    sources: Vec<SourceId>,
    /// Dated facts, by date.
    events: Vec<EventId>,
    /// Claims, by id.
    claims: Vec<ClaimId>,
    /// Entities that may be named, by name.
    entities: Vec<NamedEntity>,
    /// Free pages, by id.
    pages: Vec<PageId>,
    /// Media that something shown refers to.
    media: Vec<MediaId>,
    /// What was withdrawn and has left its address, the newest first.
    tombstones: Vec<Tombstone>,
    /// Authors of shown articles, by name.
    authors: Vec<AuthorId>,
    /// Tags of shown articles, by name.
    tags: Vec<TagId>,
    /// Corrections, newest first, with the article or the claim they are of.
    corrections: Vec<(Item, usize)>,
    /// Changes of claims' statuses, newest first, with their place in the claim's history.
    claim_changes: Vec<(ClaimId, usize)>,
    /// What is shown of a source of which less is shown than is known.
    redacted: BTreeMap<SourceId, Source>,
    disagreements: Vec<Disagreement<'s>>,
    /// How many locations have each status, in the order of the site's vocabulary.
    statuses: Vec<(String, usize)>,
    years: Years,
    /// How many dated facts each month has.
    months: Vec<Month>,
    /// The years of each country that has more dated facts than fit on one page.
    country_years: BTreeMap<CountryId, Years>,
    /// By the status' place in the ledger: its claims, by id.
    claims_by_status: Vec<Vec<ClaimId>>,
    /// What is published, by the letters of names.
    alphabet: alphabet::Alphabet,
    /// What of its lists has something in common.
    groups: groups::ItemGroups,
    /// How what can be read is numbered.
    starts: topics::Starts,
    order: Vec<Option<u32>>,
    country_facts: Vec<CountryFacts>,
    location_facts: Vec<LocationFacts>,
    source_use: Vec<SourceUse>,
    told_by: Vec<Vec<EventId>>,
    bearing_on: Vec<Vec<EventId>>,
    by_author: Vec<Vec<ArticleId>>,
    by_tag: Vec<Vec<ArticleId>>,
    mentions: mentions::Mentions<'s>,
    claim_index: claims::ClaimIndex,
    origins: Origins,
    related: Vec<Vec<ArticleId>>,
    translations: translations::Translations,
    /// What is said in the language of the readers, where that is not the site's main one.
    tongue: Tongue,
}

/// Chooses what is shown of the site. A reference to something that is not shown is reported.
pub fn publish<'s>(
    site: &'s Site,
    vault: &'s Vault,
    sizes: &'s PictureSizes,
    config: &'s Config,
    diags: &mut Diagnostics,
) -> Publication<'s> {
    let lang = config.lang.as_str();
    let (articles, (locations, sources)) = join(
        || select::articles(site, config),
        || (select::locations(site, lang), select::sources(site, lang)),
    );
    let events: Vec<EventId> = (0..site.events.len() as u32).map(EventId).collect();
    let ((facts, hidden), mentions) = join(
        || {
            let facts = facts::facts(site, &articles, &locations, &events);
            (facts, select::hidden(site))
        },
        || mentions::mentions(site),
    );
    diags.append(hidden);
    let mut order = vec![None; site.articles.len()];
    for (place, id) in articles.iter().enumerate() {
        order[id.index()] = Some(place as u32);
    }
    let claims: Vec<ClaimId> = (0..site.claims.len() as u32).map(ClaimId).collect();
    let (related, (claim_index, media, origins)) = join(
        || related::related(site, &facts, &order),
        || {
            let index = claims::index(site, &claims, &articles, &locations, &events);
            (index, site.media_in_use(), Origins::of(site))
        },
    );
    let tongue = Tongue::of(site, config);
    let countries = facts::countries(site, &facts, &mentions, &tongue, lang);
    let (by_author, authors) = facts::by_author(site, &articles, lang);
    let (by_tag, tags) = facts::by_tag(site, &articles, lang);
    let redacted = select::redacted(site, config.phrases);
    let lists = groups::Lists {
        articles: &articles,
        locations: &locations,
        sources: &sources,
        events: &events,
        countries: &countries,
    };
    let groups = groups::ItemGroups::of(site, config, &lists, &facts);
    let mut publication = Publication {
        site,
        config,
        vault,
        sizes,
        home: OwnPage::Home.address(),
        disagreements: claims::disagreements(site),
        statuses: facts::statuses(site, config, &locations),
        years: timelines::years(site, &events),
        months: timelines::months(site, &events),
        country_years: timelines::country_years(site, config, &countries, &facts),
        claims_by_status: claims::by_status(site, &claims),
        tombstones: select::tombstones(site, &countries),
        countries,
        sources,
        pages: (0..site.pages.len() as u32).map(PageId).collect(),
        entities: claims::entities(site, lang),
        media,
        authors,
        tags,
        corrections: select::corrections(site, &articles, &claims),
        claim_changes: claims::changes(site, &claims),
        claim_index,
        redacted,
        translations: translations::translations(site),
        tongue,
        articles,
        locations,
        events,
        order,
        country_facts: facts.countries,
        location_facts: facts.locations,
        source_use: facts.sources,
        told_by: facts.told_by,
        bearing_on: facts.bearing_on,
        by_author,
        by_tag,
        mentions,
        claims,
        origins,
        related,
        alphabet: alphabet::Alphabet::default(),
        groups,
        starts: topics::Starts::default(),
    };
    publication.alphabet = alphabet::Alphabet::of(&publication.edition());
    publication.starts = topics::Starts::of(&publication);
    timelines::report_empty(&publication, diags);
    menu::report(&publication.edition(), diags);
    publication
}

impl<'s> Publication<'s> {
    /// The edition; nobody notes what is read of it.
    pub fn edition(&self) -> Edition<'_> {
        Edition::new(self, None)
    }

    /// The edition; what is read of it is added to `notes`.
    pub fn noting<'n>(&'n self, notes: &'n Notes) -> Edition<'n> {
        Edition::new(self, Some(notes))
    }

    /// The site's configuration.
    pub fn config(&self) -> &'s Config {
        self.config
    }

    /// The article published after this one.
    fn next(&self, id: ArticleId) -> Option<ArticleId> {
        let place = self.order[id.index()]?.checked_sub(1)?;
        self.articles.get(place as usize).copied()
    }

    /// The article published before this one.
    fn previous(&self, id: ArticleId) -> Option<ArticleId> {
        self.articles.get(self.order[id.index()]? as usize + 1).copied()
    }

    /// The year of a dated fact, and on which page of that year it stands, from 1.
    fn event_page(&self, id: EventId) -> (i32, usize) {
        let year = self.site[id].date.year();
        let all = self.years.get(&year).map_or(&[][..], Vec::as_slice);
        // A year's facts are in the order of their ids, and shown from the latest on.
        let later = all.len() - all.partition_point(|one| *one <= id);
        (year, later / self.config.paginate.max(1) + 1)
    }
}

/// Each of these once, in order.
fn distinct(mut ids: Vec<SourceId>) -> Vec<SourceId> {
    ids.sort_unstable();
    ids.dedup();
    ids
}
