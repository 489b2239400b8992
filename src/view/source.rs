//! A source's own page.

use super::backlink::BACKLINKS;
use super::list::Entries;
use super::listing::Listing;
use super::passage;
use super::{
    Backlink, Card, ClaimCard, Fact, LinkView, PageHead, Part, SourceCard, TextHtml,
    TextView, View, Views,
};
use crate::content::kinds::source::QuoteFields;
use crate::content::values::WebUrl;
use crate::model::{CountryId, EventId, Item, Mention, Source, SourceId};
use crate::phrases::Phrases;
use crate::routes::OwnPage;
use serde::Serialize;
use std::ops::Range;

/// A passage quoted from a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuoteView {
    /// The words as they stand in the source.
    pub text: String,
    /// Where they stand: `p. 12`.
    pub page: Option<String>,
    /// The words in the site's language; these are never checked.
    pub translation: Option<String>,
    /// Whether the words were checked, in a word: `checked`, `missing` or `unchecked`.
    pub state: &'static str,
    /// The same for readers.
    pub words: String,
}

/// `pages/source.html`: one source, and every place that cites it.
#[derive(Debug, Clone, Serialize)]
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

/// The ways in which the site uses a source, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Uses<'e> {
    /// The places that cite it, those of one page together.
    cited: &'e [Mention<'e>],
    /// The pages that list it without citing it.
    listed: Vec<Item>,
    /// The dated facts that rest on it.
    facts: &'e [EventId],
}

impl Uses<'_> {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.cited.len() + self.listed.len() + self.facts.len()
    }

    /// The pages that cite or list it.
    fn pages(&self) -> impl Iterator<Item = Item> {
        let citing = self.cited.chunk_by(|one, next| one.from == next.from);
        citing.map(|some| some[0].from).chain(self.listed.iter().copied())
    }
}

/// The page of each source, and what is too long for that.
pub(super) fn pages(all: &mut Listing<'_>) {
    for id in all.edition.sources() {
        let (id, item) = (*id, Item::Source(*id));
        let place = all.edition.source(id).place;
        all.item(item, Some(place), move |views, text| Box::new(views.source(id, text)));
        all.long(item, "repeated-by", Phrases::repeated_by, move |edition| {
            Entries::Sources(&edition.use_of_source(id).repeated_by)
        });
        all.long(item, "claims", Phrases::claims, move |edition| {
            Entries::Claims(edition.claims_resting_on(id))
        });
        all.long(item, BACKLINKS, Phrases::cited_in, move |_| Entries::Uses(id));
    }
}

impl<'e> Views<'e> {
    /// The page of a source with its rendered text.
    pub fn source(&self, id: SourceId, text: TextView<'e>) -> SourcePage<'e> {
        let source = self.edition.source(id);
        let path = &source.names.address;
        let title = source.label().english.unwrap_or_else(|| source.label().title);
        let above = [self.section_link(OwnPage::Sources)];
        let uses = self.uses(id);
        let repeated = &self.edition.use_of_source(id).repeated_by;
        let link = |id: &SourceId| self.link(Item::Source(*id));
        let links = |ids: &[SourceId]| ids.iter().map(link).collect();
        SourcePage {
            page: self.head("source", "sources", title, path, &above),
            source: self.source_card(id),
            facts: self.source_facts(source, id),
            body_html: text.html,
            quotes: self.quotes(source, id),
            based_on: source.based_on.iter().map(link).collect(),
            origins: self.origins(source, id),
            claims: self.part(
                self.edition.claims_resting_on(id),
                path,
                "claims",
                |ids| self.claim_cards(ids),
            ),
            basis_of: self.part(repeated, path, "repeated-by", links),
            cited_by: self.first(uses.len(), path, BACKLINKS, |shown| {
                self.use_views(id, &uses, shown)
            }),
            countries: self.countries_of(&uses),
        }
    }

    /// What else is known of a source. A copy that was read in this build is told apart from what its record says
    /// of one.
    fn source_facts(&self, source: &Source, id: SourceId) -> Vec<Fact> {
        let phrases = self.shared.phrases;
        let copies = self.edition.verified_copies(id);
        let named = source.sha256.clone().filter(|_| copies.is_empty());
        let verified = copies.iter().map(|copy| {
            let value = match &copy.saved {
                Some(day) => phrases.verified_of_day(&day.words(phrases), &copy.sum),
                None => phrases.verified_sum(&copy.sum),
            };
            (phrases.verified_copy(), value)
        });
        let web = source.web_copies().count();
        let web = (web > 0).then(|| phrases.copies_named(web));
        let facts = [
            (phrases.origin_column(), Some(origin(source, phrases).to_owned())),
            (phrases.doi_column(), source.doi.as_ref().map(doi)),
            (phrases.reliability_column(), source.reliability.clone()),
            (phrases.sha256_column(), named),
            (phrases.named_copies_column(), web),
        ];
        let given = facts.into_iter().filter_map(|(label, value)| Some((label, value?)));
        let all = verified.chain(given);
        all.map(|(label, value)| Fact { label: label.into(), value, path: None })
            .collect()
    }

    /// What the record of a source quotes of it.
    pub(super) fn quotes(&self, source: &Source, id: SourceId) -> Vec<QuoteView> {
        let quoted = |quote: &QuoteFields| {
            let verdict = self.edition.quote_verdict(id, quote);
            QuoteView {
                text: quote.exact.clone(),
                page: quote
                    .page
                    .as_ref()
                    .map(|page| self.shared.phrases.quoted_page(page)),
                translation: quote.translation.clone(),
                state: passage::state(&verdict),
                words: self.verdict_words(id, &verdict),
            }
        };
        source.quotes.iter().map(quoted).collect()
    }

    /// The origins of a source that repeats others.
    fn origins(&self, source: &Source, id: SourceId) -> Vec<Card<LinkView>> {
        if source.based_on.is_empty() {
            return Vec::new();
        }
        let found = self.edition.independence(&[id]);
        self.source_links(&[found.traced, found.untraced].concat())
    }

    /// Every use of a source: the texts that cite it, then what else rests on it.
    pub(super) fn uses(&self, id: SourceId) -> Uses<'e> {
        let edition = self.edition;
        let cited = edition.mentions(Item::Source(id));
        let used = edition.use_of_source(id);
        let articles = used.articles.iter().copied().map(Item::Article);
        let countries = used.countries.iter().copied().map(Item::Country);
        let locations = used.locations.iter().copied().map(Item::Location);
        // Mentions are in the order of the items whose texts they are in.
        let number = |mention: &Mention<'_>| edition.number(mention.from);
        let is_cited = |item: &Item| {
            cited.binary_search_by_key(&edition.number(*item), number).is_ok()
        };
        let listing = articles.chain(countries).chain(locations);
        let listed = listing.filter(|item| !is_cited(item)).collect();
        Uses { cited, listed, facts: &used.events }
    }

    /// How many uses of a source there are at most: a page that cites it may list it too.
    pub(super) fn uses_at_most(&self, id: SourceId) -> usize {
        let used = self.edition.use_of_source(id);
        let listed = used.articles.len() + used.countries.len() + used.locations.len();
        self.edition.mentions(Item::Source(id)).len() + listed + used.events.len()
    }

    /// Some of the uses of a source.
    pub(super) fn use_views(
        &self,
        id: SourceId,
        uses: &Uses<'e>,
        shown: Range<usize>,
    ) -> Vec<Backlink<'e>> {
        let Uses { cited, listed, facts } = uses;
        // The part of a list that begins behind `before` others.
        let part = |before: usize, length: usize| {
            let end = before + length;
            shown.start.clamp(before, end) - before..shown.end.clamp(before, end) - before
        };
        let cited = &cited[part(0, cited.len())];
        let facts = &facts[part(uses.cited.len() + listed.len(), facts.len())];
        let listed = &listed[part(uses.cited.len(), listed.len())];
        let mut views = self.naming(Item::Source(id), cited);
        views.extend(listed.iter().map(|item| self.listing(*item, None)));
        views.extend(facts.iter().map(|event| self.fact_listing(*event)));
        views
    }

    /// The countries that pages using a source are about, each once, by name.
    fn countries_of(&self, uses: &Uses<'e>) -> Vec<Card<LinkView>> {
        let all = self.edition.countries();
        let last = all.iter().map(|id| id.index()).max();
        // By the country's place in the model; those that are not shown may lie beyond.
        let mut found = vec![false; last.map_or(0, |last| last + 1)];
        let mut find = |id: &CountryId| {
            if let Some(is_found) = found.get_mut(id.index()) {
                *is_found = true;
            }
        };
        for page in uses.pages() {
            match page {
                Item::Article(id) => {
                    self.edition.article(id).countries.iter().for_each(&mut find);
                }
                Item::Country(id) => find(&id),
                Item::Location(id) => find(&self.edition.location(id).country),
                _ => {}
            }
        }
        let all = all.iter().copied().filter(|id| found[id.index()]);
        self.links(all.map(Item::Country))
    }
}

/// Whether a source is its own work, as far as it says so.
fn origin<'p>(source: &Source, phrases: &'p Phrases) -> &'p str {
    match (source.is_primary(), source.original, source.based_on.is_empty()) {
        (_, _, false) => phrases.repeats_others(),
        (true, ..) => phrases.record_or_statement(),
        (_, true, _) => phrases.own_work(),
        _ => phrases.origin_not_traced(),
    }
}

/// An identifier without the address that leads to it.
fn doi(address: &WebUrl) -> String {
    let written = address.as_str();
    written.strip_prefix("https://doi.org/").unwrap_or(written).to_owned()
}
