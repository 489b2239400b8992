//! What a document says: its names, what stands at its head, its sentences; and what else is known of it.
//!
//! All of it is read of the edition. What a text names and may not be named is put in other words, as on its page.

use crate::config::Config;
use crate::content::kinds::claim::ClaimStatus;
use crate::dates::Edtf;
use crate::files::TextFiles;
use crate::markdown::{RefKind, Told, sentences, told};
use crate::model::{
    Article, Claim, Country, CountryId, Edition, Entity, Item, Link, Location, Prose,
    Source,
};
use crate::phrases::Phrases;
use std::borrow::Cow;
use std::ops::Range;

/// Takes what a document says, piece by piece.
pub(super) trait Listener {
    /// What it is called, in any language.
    fn name(&mut self, name: &str);

    /// What stands at its head, and its headings.
    fn head(&mut self, words: &str);

    /// Some sentences, those of its head too.
    fn text(&mut self, text: &str);
}

/// The sentences of a document, each in a line.
#[derive(Debug, Default)]
pub(super) struct SentenceLines(pub(super) String);

impl Listener for SentenceLines {
    fn name(&mut self, _: &str) {}

    fn head(&mut self, _: &str) {}

    fn text(&mut self, text: &str) {
        for range in sentences(text) {
            if !self.0.is_empty() {
                self.0.push('\n');
            }
            self.0.push_str(&text[range]);
        }
    }
}

/// What is known of a document beside its words.
#[derive(Debug, Default)]
pub(super) struct FacetValues {
    pub(super) countries: Vec<CountryId>,
    pub(super) status: Option<String>,
    pub(super) date: Option<Edtf>,
    /// Who made it, or where it is.
    pub(super) by: Option<String>,
}

/// Reads documents of an edition.
#[derive(Clone, Copy)]
pub(super) struct DocumentReader<'e> {
    pub(super) edition: Edition<'e>,
    /// What readers see of a claim's status.
    pub(super) claim_status: ClaimWords,
}

/// What readers see of a claim's status.
pub type ClaimWords = fn(ClaimStatus, &'static Phrases) -> &'static str;

/// What stands at the head of a text.
fn summary(text: Option<&str>, to: &mut dyn Listener) {
    if let Some(text) = text {
        to.head(text);
        to.text(text);
    }
}

fn some_text(text: Option<&str>, to: &mut dyn Listener) {
    if let Some(text) = text {
        to.text(text);
    }
}

impl<'e> DocumentReader<'e> {
    fn phrases(&self) -> &'static Phrases {
        self.config().phrases
    }

    fn config(&self) -> &'e Config {
        self.edition.config()
    }

    /// Tells what a document says.
    pub(super) fn tell(&self, item: Item, texts: &TextFiles, to: &mut dyn Listener) {
        to.name(self.edition.title(item));
        match item {
            Item::Article(id) => self.article(self.edition.article(id), to),
            Item::Claim(id) => self.claim(self.edition.claim(id), to),
            Item::Country(id) => self.country(self.edition.country(id), to),
            Item::Location(id) => self.location(self.edition.location(id), to),
            Item::Page(id) => summary(self.edition.page(id).summary.as_deref(), to),
            Item::Source(id) => self.source(self.edition.source(id), to),
            Item::Entity(id) => {
                if let Some(named) = self.edition.named(id) {
                    self.entity(self.edition.entity(named), to);
                }
            }
            Item::Home => {}
        }
        self.prose(item, texts, to);
    }

    fn article(&self, article: &Article, to: &mut dyn Listener) {
        summary(article.summary.as_deref(), to);
        for id in &article.authors {
            to.head(&self.edition.author(*id).name);
        }
        article.tags.iter().for_each(|id| to.head(&self.edition.tag(*id).name));
        for id in &article.countries {
            to.head(&self.edition.country(*id).name);
        }
        some_text(article.methods.as_deref(), to);
    }

    fn claim(&self, claim: &Claim, to: &mut dyn Listener) {
        let who = claim.made_by.iter().chain(claim.responses.iter().map(|one| &one.by));
        who.for_each(|who| to.head(&self.edition.who(who)));
        some_text(claim.note.as_deref(), to);
        claim.responses.iter().for_each(|one| some_text(one.text.as_deref(), to));
    }

    fn country(&self, country: &Country, to: &mut dyn Listener) {
        let territory = country.code.territory();
        to.name(territory.name);
        territory.also.iter().for_each(|name| to.name(name));
        to.head(country.code.upper());
        summary(country.summary.as_deref(), to);
        some_text(country.territory_note.as_deref(), to);
        let response = country.response.as_ref();
        some_text(response.and_then(|response| response.text.as_deref()), to);
    }

    fn location(&self, location: &Location, to: &mut dyn Listener) {
        let place = location.published();
        [place.city, place.area].into_iter().flatten().for_each(|part| to.head(part));
        to.head(&self.edition.country(location.country).name);
        let operator = location.operator.iter();
        operator.for_each(|who| to.head(&self.edition.who(who)));
        some_text(location.note.as_deref(), to);
    }

    fn entity(&self, entity: &Entity, to: &mut dyn Listener) {
        entity.other_names.iter().for_each(|(_, name)| to.name(name));
        entity.aliases.iter().for_each(|name| to.name(name));
        summary(entity.role.as_deref(), to);
        some_text(entity.note.as_deref(), to);
    }

    fn source(&self, source: &Source, to: &mut dyn Listener) {
        let label = source.label();
        to.name(label.english.unwrap_or_default());
        to.head(label.maker.unwrap_or_default());
        source.by.iter().for_each(|name| to.head(name));
        some_text(source.note.as_deref(), to);
        source.quotes.iter().for_each(|quote| to.text(&quote.exact));
    }

    /// The words of an item's text. A file that was written to since it was read is told where its page is made.
    fn prose(&self, item: Item, texts: &TextFiles, to: &mut dyn Listener) {
        let Some(prose) = self.edition.prose(item) else { return };
        let whole = texts.get(prose.file);
        if whole.key != prose.key {
            return;
        }
        let text = prose.manuscript(&whole.text);
        let tree = prose.tree(&text);
        for block in told(&tree, text.text()).iter().filter(|block| !block.is_raw) {
            let words = self.shown(block, prose);
            match block.is_heading {
                true => to.head(&words),
                false => to.text(&words),
            }
        }
    }

    /// The words of a block as its page shows them.
    fn shown<'b>(&self, block: &'b Told, prose: &Prose) -> Cow<'b, str> {
        let mut words = String::new();
        let mut from = 0;
        for (nth, place) in &block.marks {
            let Range { start, end } = *place;
            if start < from || start == end {
                continue;
            }
            let Some(other) = self.in_place_of(*nth as usize, prose) else { continue };
            words.push_str(block.text.get(from..start).unwrap_or_default());
            words.push_str(other);
            from = end;
        }
        if from == 0 {
            return Cow::Borrowed(&block.text);
        }
        words.push_str(block.text.get(from..).unwrap_or_default());
        Cow::Owned(words)
    }

    /// What a page shows in the place of what is written for a reference, where that is something else.
    fn in_place_of(&self, nth: usize, prose: &Prose) -> Option<&'e str> {
        let link = prose.links.get(nth)?;
        if let Link::Cite(sources) = link {
            let label = self.edition.source(*sources.first()?).label();
            return Some(label.maker.unwrap_or(label.title));
        }
        let item = link.item()?;
        let is_by_id = || match prose.outline.refs.get(nth).map(|one| &one.kind) {
            Some(RefKind::Wiki(wiki)) => wiki.label.is_none(),
            _ => false,
        };
        let is_replaced = !self.edition.is_shown(item) || is_by_id();
        is_replaced.then(|| self.edition.title(item))
    }

    /// What is known of a document beside its words.
    pub(super) fn known(&self, item: Item) -> FacetValues {
        let edition = &self.edition;
        match item {
            Item::Article(id) => {
                let article = edition.article(id);
                FacetValues {
                    countries: article.countries.clone(),
                    date: Some(article.date.clone()),
                    ..FacetValues::default()
                }
            }
            Item::Claim(id) => self.claim_known(edition.claim(id)),
            Item::Country(id) => {
                let response = edition.country(id).response.as_ref();
                let stance = response.map(|response| &response.stance);
                let status = stance.map(|word| self.config().responses.term(word).label);
                FacetValues { countries: vec![id], status, ..FacetValues::default() }
            }
            Item::Location(id) => self.location_known(edition.location(id)),
            Item::Page(id) => FacetValues {
                date: edition.page(id).date.clone(),
                ..FacetValues::default()
            },
            Item::Source(id) => {
                let source = edition.source(id);
                let by = source.label().maker.map(str::to_owned);
                FacetValues { date: source.date.clone(), by, ..FacetValues::default() }
            }
            Item::Entity(id) => self.entity_known(id),
            Item::Home => FacetValues::default(),
        }
    }

    fn claim_known(&self, claim: &Claim) -> FacetValues {
        let country = |item: &Item| match item {
            Item::Country(id) => Some(*id),
            Item::Location(id) => Some(self.edition.location(*id).country),
            _ => None,
        };
        let mut countries: Vec<CountryId> =
            claim.about.iter().filter_map(country).collect();
        countries.dedup();
        FacetValues {
            countries,
            status: Some((self.claim_status)(claim.status, self.phrases()).to_owned()),
            date: claim.history.last().map(|change| change.date.clone()),
            by: claim.made_by.as_ref().map(|who| self.edition.who(who)),
        }
    }

    fn location_known(&self, location: &Location) -> FacetValues {
        let status = location.status.as_ref();
        let place = location.published();
        let country = self.edition.country(location.country).name.as_str();
        let by = match place.city {
            Some(city) => format!("{city}, {country}"),
            None => country.to_owned(),
        };
        FacetValues {
            countries: vec![location.country],
            status: status.map(|word| self.config().statuses.term(word).label),
            date: location.first_reported.clone(),
            by: Some(by),
        }
    }

    fn entity_known(&self, id: crate::model::EntityId) -> FacetValues {
        let Some(named) = self.edition.named(id) else { return FacetValues::default() };
        let entity = self.edition.entity(named);
        FacetValues {
            countries: entity.country.into_iter().collect(),
            by: entity.role.clone(),
            ..FacetValues::default()
        }
    }

    /// What a card says of a document in a line, beside its title.
    pub(super) fn in_short(&self, item: Item) -> Option<String> {
        let edition = &self.edition;
        match item {
            Item::Article(id) => edition.article(id).summary.clone(),
            Item::Page(id) => edition.page(id).summary.clone(),
            Item::Country(id) => edition.country(id).summary.clone(),
            Item::Location(id) => edition.location(id).note.clone(),
            Item::Source(id) => edition.source(id).note.clone(),
            Item::Claim(id) => edition.claim(id).note.clone(),
            Item::Entity(id) => edition.entity(edition.named(id)?).note.clone(),
            Item::Home => None,
        }
    }
}

/// As much of a text as is shown in a few lines: whole sentences, the first in any case.
pub(super) fn few_lines(text: &str) -> &str {
    let ends = sentences(text).map(|sentence| sentence.end);
    let mut end = 0;
    for one in ends {
        if end > 0 && one > FEW {
            break;
        }
        end = one;
    }
    text[..end].trim()
}

/// So many bytes are a few lines.
const FEW: usize = 240;
