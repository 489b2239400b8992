//! A source's own page.

use super::backlink::BACKLINKS;
use super::place;
use super::{
    Backlink, Card, ClaimCard, Desk, Fact, LinkView, PageHead, Part, SourceCard,
    TextHtml, TextView, View,
};
use crate::content::kinds::source::QuoteFields;
use crate::model::{CountryId, EventId, Item, Mention, Source, SourceId};
use foldhash::HashSet;
use serde::Serialize;

/// A passage quoted from a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Hash)]
pub struct QuoteView {
    /// The words as they stand in the source.
    pub text: String,
    /// Where they stand: `p. 12`.
    pub page: Option<String>,
    /// The words in the site's language.
    pub translation: Option<String>,
}

/// `pages/source.html`: one source, and every place that cites it.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct SourcePage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// The source.
    pub source: Card<SourceCard>,
    /// What else is known of it: its role, access, reliability, the hash of its copy.
    pub facts: Vec<Fact>,
    /// What has been written about it.
    pub body_html: TextHtml,
    /// Passages quoted from it.
    pub quotes: Vec<QuoteView>,
    /// The sources it merely repeats.
    pub based_on: Vec<Card<LinkView>>,
    /// The sources that merely repeat it.
    pub basis_of: Part<Card<LinkView>>,
    /// The sources that it comes down to, where it repeats others.
    pub origins: Vec<Card<LinkView>>,
    /// The claims that rest on it, for or against them, by id.
    pub claims: Part<Card<ClaimCard>>,
    /// The places that cite it, with the sentence in which they do.
    pub cited_by: Part<Backlink<'e>>,
    /// The countries that pages citing it are about.
    pub countries: Vec<Card<LinkView>>,
}

impl View for SourcePage<'_> {
    const TEMPLATE: &'static str = "pages/source.html";
}

/// One way in which the site uses a source.
#[derive(Debug, Clone, Copy)]
pub(super) enum Use<'e> {
    /// A text cites it.
    Cited(Mention<'e>),
    /// A page lists it without citing it.
    Listed(Item),
    /// A dated fact rests on it.
    Fact(EventId),
}

impl<'e> Use<'e> {
    /// The place that cites the source, where one does.
    fn mention(&self) -> Option<Mention<'e>> {
        match *self {
            Use::Cited(mention) => Some(mention),
            Use::Listed(_) | Use::Fact(_) => None,
        }
    }
}

impl<'e> Desk<'e> {
    /// The page of a source with its rendered text.
    pub fn source(&self, id: SourceId, text: TextView) -> SourcePage<'e> {
        let source = self.edition.source(id);
        let path = &source.names.address;
        let title = source.label().english.unwrap_or_else(|| source.label().title);
        let above = [self.section_link(place::SOURCES)];
        let uses = self.uses(id);
        let repeated = &self.edition.use_of_source(id).repeated_by;
        let link = |id: &SourceId| self.link(Item::Source(*id));
        let links = |ids: &[SourceId]| ids.iter().map(link).collect();
        SourcePage {
            page: self.head("source", "sources", title, path, &above),
            source: self.source_card(id),
            facts: source_facts(source),
            body_html: text.html,
            quotes: source.quotes.iter().map(quote).collect(),
            based_on: source.based_on.iter().map(link).collect(),
            origins: self.origins(source, id),
            claims: self.part(
                self.edition.claims_resting_on(id),
                path,
                "claims",
                |ids| self.claim_cards(ids),
            ),
            basis_of: self.part(repeated, path, "repeated-by", links),
            cited_by: self.part(&uses, path, BACKLINKS, |some| self.use_views(id, some)),
            countries: self.countries_of(&uses),
        }
    }

    /// The origins of a source that repeats others.
    fn origins(&self, source: &Source, id: SourceId) -> Vec<Card<LinkView>> {
        if source.based_on.is_empty() {
            return Vec::new();
        }
        self.source_links(&self.edition.independence(&[id]).origins)
    }

    /// Every use of a source: the texts that cite it, then what else rests on it.
    pub(super) fn uses(&self, id: SourceId) -> Vec<Use<'e>> {
        let mentions = self.edition.mentions(Item::Source(id));
        let citing: HashSet<Item> = mentions.iter().map(|one| one.from).collect();
        let used = self.edition.use_of_source(id);
        let articles = used.articles.iter().copied().map(Item::Article);
        let countries = used.countries.iter().copied().map(Item::Country);
        let locations = used.locations.iter().copied().map(Item::Location);
        let listing = articles.chain(countries).chain(locations);
        let listing = listing.filter(|item| !citing.contains(item));
        let mut uses: Vec<Use<'e>> = mentions.iter().copied().map(Use::Cited).collect();
        uses.extend(listing.map(Use::Listed));
        uses.extend(used.events.iter().copied().map(Use::Fact));
        uses
    }

    /// How many uses of a source there are at most: a page that cites it may list it too.
    pub(super) fn uses_at_most(&self, id: SourceId) -> usize {
        let used = self.edition.use_of_source(id);
        let listed = used.articles.len() + used.countries.len() + used.locations.len();
        self.edition.mentions(Item::Source(id)).len() + listed + used.events.len()
    }

    pub(super) fn use_views(&self, id: SourceId, uses: &[Use<'e>]) -> Vec<Backlink<'e>> {
        let cited: Vec<Mention<'e>> = uses.iter().map_while(Use::mention).collect();
        let mut views = self.naming(Item::Source(id), &cited);
        views.extend(uses[cited.len()..].iter().filter_map(|one| match *one {
            Use::Cited(_) => None,
            Use::Listed(item) => Some(self.listing(item, None)),
            Use::Fact(event) => Some(self.fact_listing(event)),
        }));
        views
    }

    /// The countries that pages using a source are about, each once, by name.
    fn countries_of(&self, uses: &[Use<'e>]) -> Vec<Card<LinkView>> {
        let all = &self.edition.countries;
        let last = all.iter().map(|id| id.index()).max();
        // By the country's place in the model; those that are not shown may lie beyond.
        let mut found = vec![false; last.map_or(0, |last| last + 1)];
        let mut find = |id: &CountryId| {
            if let Some(is_found) = found.get_mut(id.index()) {
                *is_found = true;
            }
        };
        for one in uses {
            match *one {
                Use::Cited(Mention { from: Item::Article(id), .. })
                | Use::Listed(Item::Article(id)) => {
                    self.edition.article(id).countries.iter().for_each(&mut find);
                }
                Use::Cited(Mention { from: Item::Country(id), .. })
                | Use::Listed(Item::Country(id)) => find(&id),
                Use::Listed(Item::Location(id)) => {
                    find(&self.edition.location(id).country);
                }
                _ => {}
            }
        }
        let all = all.iter().copied().filter(|id| found[id.index()]);
        self.links(all.map(Item::Country))
    }
}

fn source_facts(source: &Source) -> Vec<Fact> {
    let facts = [
        ("Reliability (Admiralty code)", source.reliability.clone()),
        ("SHA-256 of the saved copy", source.sha256.clone()),
    ];
    let given = facts.into_iter().filter_map(|(label, value)| Some((label, value?)));
    given.map(|(label, value)| Fact { label: label.into(), value, path: None }).collect()
}

fn quote(quote: &QuoteFields) -> QuoteView {
    QuoteView {
        text: quote.exact.clone(),
        page: quote.page.as_ref().map(|page| format!("p. {page}")),
        translation: quote.translation.clone(),
    }
}
