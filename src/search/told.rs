//! What a document says: its names, what stands at its head, its sentences, and by what it is chosen.
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
use std::ops::Range;

/// What a document says.
#[derive(Debug, Default)]
pub(super) struct Saying {
    /// What it is called, in every language.
    pub(super) names: Vec<String>,
    /// What stands at its head, and its headings.
    pub(super) heads: Vec<String>,
    /// Its sentences, those of its head too.
    pub(super) sentences: Vec<String>,
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

impl Saying {
    fn name(&mut self, name: &str) {
        if !name.is_empty() && self.names.iter().all(|other| other != name) {
            self.names.push(name.to_owned());
        }
    }

    /// What stands at the head.
    fn head(&mut self, text: Option<&str>) {
        let Some(text) = text else { return };
        self.heads.push(text.to_owned());
        self.text(Some(text));
    }

    fn text(&mut self, text: Option<&str>) {
        let Some(text) = text else { return };
        self.sentences.extend(sentences(text).map(|range| text[range].to_owned()));
    }
}

impl<'e> DocumentReader<'e> {
    fn phrases(&self) -> &'static Phrases {
        self.config().phrases
    }

    fn config(&self) -> &'e Config {
        self.edition.config()
    }

    /// What a document says.
    pub(super) fn saying(&self, item: Item, texts: &TextFiles) -> Saying {
        let mut saying = Saying::default();
        saying.name(self.edition.title(item));
        match item {
            Item::Article(id) => self.article(self.edition.article(id), &mut saying),
            Item::Claim(id) => self.claim(self.edition.claim(id), &mut saying),
            Item::Country(id) => self.country(self.edition.country(id), &mut saying),
            Item::Location(id) => self.location(self.edition.location(id), &mut saying),
            Item::Page(id) => saying.head(self.edition.page(id).summary.as_deref()),
            Item::Source(id) => self.source(self.edition.source(id), &mut saying),
            Item::Entity(id) => {
                if let Some(named) = self.edition.named(id) {
                    self.entity(self.edition.entity(named), &mut saying);
                }
            }
            Item::Home => {}
        }
        self.prose(item, texts, &mut saying);
        saying
    }

    fn article(&self, article: &Article, saying: &mut Saying) {
        saying.head(article.summary.as_deref());
        let authors = article.authors.iter().map(|id| self.edition.author(*id));
        saying.heads.extend(authors.map(|author| author.name.clone()));
        let tags = article.tags.iter().map(|id| self.edition.tag(*id));
        saying.heads.extend(tags.map(|tag| tag.name.clone()));
        let countries = article.countries.iter();
        let names = countries.map(|id| self.edition.country(*id).name.clone());
        saying.heads.extend(names);
        saying.text(article.methods.as_deref());
    }

    fn claim(&self, claim: &Claim, saying: &mut Saying) {
        let who = claim.made_by.iter().chain(claim.responses.iter().map(|one| &one.by));
        saying.heads.extend(who.map(|who| self.edition.who(who)));
        saying.text(claim.note.as_deref());
        claim.responses.iter().for_each(|one| saying.text(one.text.as_deref()));
    }

    fn country(&self, country: &Country, saying: &mut Saying) {
        let territory = country.code.territory();
        saying.name(territory.name);
        territory.also.iter().for_each(|name| saying.name(name));
        saying.heads.push(country.code.upper().to_owned());
        saying.head(country.summary.as_deref());
        saying.text(country.territory_note.as_deref());
        let response = country.response.as_ref();
        saying.text(response.and_then(|response| response.text.as_deref()));
    }

    fn location(&self, location: &Location, saying: &mut Saying) {
        let place = location.published();
        let parts = [place.city, place.area].into_iter().flatten().map(str::to_owned);
        saying.heads.extend(parts);
        saying.heads.push(self.edition.country(location.country).name.clone());
        saying.heads.extend(location.operator.iter().map(|who| self.edition.who(who)));
        saying.text(location.note.as_deref());
    }

    fn entity(&self, entity: &Entity, saying: &mut Saying) {
        entity.other_names.iter().for_each(|(_, name)| saying.name(name));
        entity.aliases.iter().for_each(|name| saying.name(name));
        saying.head(entity.role.as_deref());
        saying.text(entity.note.as_deref());
    }

    fn source(&self, source: &Source, saying: &mut Saying) {
        let label = source.label();
        saying.name(label.english.unwrap_or_default());
        saying.heads.extend(label.maker.map(str::to_owned));
        saying.heads.extend(source.by.iter().cloned());
        saying.text(source.note.as_deref());
        source.quotes.iter().for_each(|quote| saying.text(Some(&quote.exact)));
    }

    /// The words of an item's text. A file that was written to since it was read is told where its page is made.
    fn prose(&self, item: Item, texts: &TextFiles, saying: &mut Saying) {
        let Some(prose) = self.edition.prose(item) else { return };
        let whole = texts.get(prose.file);
        if whole.key != prose.key {
            return;
        }
        let text = prose.manuscript(&whole.text);
        let tree = prose.tree(&text);
        for block in told(&tree, text.text()) {
            if block.is_raw {
                continue;
            }
            let words = self.shown(&block, prose);
            match block.is_heading {
                true => saying.heads.push(words),
                false => saying.text(Some(&words)),
            }
        }
    }

    /// The words of a block as its page shows them.
    fn shown(&self, block: &Told, prose: &Prose) -> String {
        let mut words = String::with_capacity(block.text.len());
        let mut from = 0;
        for (nth, place) in &block.marks {
            let Range { start, end } = *place;
            if start < from || start == end {
                continue;
            }
            let Some(other) = self.in_place_of(*nth as usize, prose) else { continue };
            words.push_str(block.text.get(from..start).unwrap_or_default());
            words.push_str(&other);
            from = end;
        }
        words.push_str(block.text.get(from..).unwrap_or_default());
        words
    }

    /// What a page shows in the place of what is written for a reference, where that is something else.
    fn in_place_of(&self, nth: usize, prose: &Prose) -> Option<String> {
        let link = prose.links.get(nth)?;
        if let Link::Cite(sources) = link {
            let label = self.edition.source(*sources.first()?).label();
            return Some(label.maker.unwrap_or(label.title).to_owned());
        }
        let item = link.item()?;
        let is_by_id = || match prose.outline.refs.get(nth).map(|one| &one.kind) {
            Some(RefKind::Wiki(wiki)) => wiki.label.is_none(),
            _ => false,
        };
        let is_replaced = !self.edition.is_shown(item) || is_by_id();
        is_replaced.then(|| self.edition.title(item).to_owned())
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
