//! Taking the record of an edition. It sees what the edition hands out, and nothing else.

use super::record::{
    EditionRecord, RecordedCorrection, RecordedItem, RecordedStatus, RecordedWithdrawal,
};
use crate::dates::Edtf;
use crate::diag::Place;
use crate::files::{OutPath, TextFiles};
use crate::markdown::{Told, sentences, told};
use crate::model::{
    Answer, Article, Claim, Correction, Country, Edition, Entity, Event, EventId, Home,
    Item, Link, Location, NamedEntity, NumberOf, Page, Proceeding, Publication, Source,
    SourceId, Tombstone,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the record of an edition is taken from.
#[derive(Clone)]
pub struct Recorder<'a> {
    publication: &'a Publication<'a>,
    texts: &'a TextFiles,
    pages: BTreeSet<String>,
}

impl std::fmt::Debug for Recorder<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Recorder")
    }
}

impl<'a> Recorder<'a> {
    /// Of an edition, its texts, and where its pages are.
    pub fn new<'p>(
        publication: &'a Publication<'a>,
        texts: &'a TextFiles,
        pages: impl IntoIterator<Item = &'p OutPath>,
    ) -> Self {
        let pages = pages.into_iter().filter(|page| page.extension() == Some("html"));
        Recorder { publication, texts, pages: pages.map(OutPath::to_string).collect() }
    }

    /// The record of the edition.
    pub fn record(&self) -> EditionRecord {
        let clerk = Clerk { edition: self.publication.edition(), texts: self.texts };
        let withdrawn = clerk.edition.tombstones().iter().map(withdrawal).collect();
        EditionRecord {
            items: clerk.items(),
            withdrawn,
            pages: self.pages.clone(),
            ..EditionRecord::new()
        }
    }

    /// Where the item of the record with this key is written.
    pub fn places(&self) -> BTreeMap<String, Place> {
        let edition = self.publication.edition();
        let places = all(&edition).into_iter().map(|item| {
            (key(&edition, item), place(&edition, item).unwrap_or(Place::Site))
        });
        places.collect()
    }
}

/// Every item that has a page, by the key that records have for it.
pub fn items(edition: &Edition<'_>) -> BTreeMap<String, Item> {
    all(edition).into_iter().map(|item| (key(edition, item), item)).collect()
}

fn withdrawal(stone: &Tombstone) -> (String, RecordedWithdrawal) {
    let withdrawal = RecordedWithdrawal {
        date: stone.date.as_edtf(),
        reason: stone.reason.clone(),
        addresses: stone.addresses().map(OutPath::to_string).collect(),
    };
    (format!("{}:{}", stone.kind, stone.names.id), withdrawal)
}

/// Every item that has a page.
fn all(edition: &Edition<'_>) -> Vec<Item> {
    let articles = edition.articles().iter().map(|id| Item::Article(*id));
    let claims = edition.claims().iter().map(|id| Item::Claim(*id));
    let countries = edition.countries().iter().map(|id| Item::Country(*id));
    let entities = edition.entities().iter().map(|named| named.item());
    let locations = edition.locations().iter().map(|id| Item::Location(*id));
    let pages = edition.pages().iter().map(|id| Item::Page(*id));
    let sources = edition.sources().iter().map(|id| Item::Source(*id));
    let others = claims.chain(countries).chain(entities).chain(locations);
    articles.chain(others).chain(pages).chain(sources).chain([Item::Home]).collect()
}

/// Where an item is written.
fn place(edition: &Edition<'_>, item: Item) -> Option<Place> {
    let place = match item {
        Item::Article(id) => edition.article(id).place,
        Item::Claim(id) => edition.claim(id).place,
        Item::Location(id) => edition.location(id).place,
        Item::Page(id) => edition.page(id).place,
        Item::Source(id) => edition.source(id).place,
        Item::Entity(id) => edition.entity(edition.named(id)?).place,
        Item::Country(_) | Item::Home => {
            let prose = edition.prose(item)?;
            crate::files::Span::start_of(prose.file)
        }
    };
    Some(Place::Text(place))
}

/// The kind and the id of an item.
fn key(edition: &Edition<'_>, item: Item) -> String {
    match edition.names_of(item) {
        Some(names) => format!("{}:{}", item.kind(), names.id),
        None => "home".to_owned(),
    }
}

/// Writes down what an edition says.
struct Clerk<'a> {
    edition: Edition<'a>,
    texts: &'a TextFiles,
}

/// The words of an item, part by part, while they are written down.
#[derive(Default)]
struct Parts(BTreeMap<String, Vec<String>>);

impl Parts {
    fn add(&mut self, part: &str, words: impl IntoIterator<Item = String>) {
        let words: Vec<String> = words.into_iter().collect();
        if !words.is_empty() {
            self.0.entry(part.to_owned()).or_default().extend(words);
        }
    }

    fn text(&mut self, part: &str, text: Option<&str>) {
        self.add(part, text.into_iter().flat_map(in_sentences));
    }
}

/// A text in its sentences.
fn in_sentences(text: &str) -> Vec<String> {
    sentences(text).map(|range| text[range].to_owned()).collect()
}

/// Words that say one thing together, on a line.
fn line(words: &[&str]) -> String {
    let words = words.iter().filter(|one| !one.is_empty());
    words.copied().collect::<Vec<_>>().join(", ")
}

fn date(date: Option<&Edtf>) -> Option<String> {
    date.map(Edtf::as_edtf)
}

impl<'a> Clerk<'a> {
    fn items(&self) -> BTreeMap<String, RecordedItem> {
        let items = all(&self.edition).into_iter();
        items.map(|item| (key(&self.edition, item), self.item(item))).collect()
    }

    /// All that is recorded of an item.
    fn item(&self, item: Item) -> RecordedItem {
        let edition = &self.edition;
        let mut recorded = RecordedItem {
            title: edition.title(item).to_owned(),
            address: edition.address(item).to_string(),
            ..RecordedItem::default()
        };
        if let Some(names) = edition.names_of(item) {
            recorded.aliases = names.redirects.iter().map(OutPath::to_string).collect();
            recorded.aliases.sort();
            recorded.first =
                (names.first != names.id).then(|| names.first.as_str().to_owned());
        }
        let mut parts = Parts::default();
        match item {
            Item::Article(id) => {
                self.article(id, edition.article(id), &mut recorded, &mut parts);
            }
            Item::Claim(id) => {
                self.claim(id, edition.claim(id), &mut recorded, &mut parts);
            }
            Item::Country(id) => {
                self.country(edition.country(id), &mut recorded, &mut parts);
            }
            Item::Location(id) => {
                self.location(edition.location(id), &mut recorded, &mut parts);
            }
            Item::Page(id) => self.page(edition.page(id), &mut recorded, &mut parts),
            Item::Source(id) => {
                self.source(edition.source(id), &mut recorded, &mut parts);
            }
            Item::Entity(id) => {
                if let Some(named) = edition.named(id) {
                    self.entity(named, edition.entity(named), &mut recorded, &mut parts);
                }
            }
            Item::Home => self.home(edition.home(), &mut parts),
        }
        let corrections = edition.corrections_of(item).iter();
        recorded.corrections = corrections.map(correction).collect();
        if recorded.sources.is_empty() {
            recorded.sources = self.sources_of(item);
        }
        parts.add("text", self.prose(item));
        recorded.words = parts.0;
        recorded
    }

    /// The sources that an item lists and cites, each once.
    fn sources_of(&self, item: Item) -> Vec<String> {
        let listed = self.edition.listed_sources(item).iter().copied();
        let all: BTreeSet<SourceId> = listed.chain(self.edition.cited_by(item)).collect();
        let all: Vec<SourceId> = all.into_iter().collect();
        let mut ids = self.ids(&all);
        ids.sort();
        ids
    }

    /// The ids of sources as the edition tells them: a confidential one has none of its own.
    fn ids(&self, sources: &[SourceId]) -> Vec<String> {
        let id = |id: &SourceId| self.edition.source(*id).names.id.as_str().to_owned();
        sources.iter().map(id).collect()
    }

    fn article(
        &self,
        id: crate::model::ArticleId,
        article: &Article,
        recorded: &mut RecordedItem,
        parts: &mut Parts,
    ) {
        recorded.date = date(Some(&article.date));
        recorded.updated = date(article.updated.as_ref());
        parts.text("summary", article.summary.as_deref());
        parts.text("methods", article.methods.as_deref());
        parts.text("funding", article.funding.as_deref());
        parts.text("warning", article.content_warning.as_deref());
        parts.text("credit", article.credit.as_deref());
        let authors =
            article.authors.iter().map(|id| self.edition.author(*id).name.clone());
        parts.add("authors", authors);
        parts.add("dates", self.events(self.edition.told_by(id)));
    }

    fn claim(
        &self,
        id: crate::model::ClaimId,
        claim: &Claim,
        recorded: &mut RecordedItem,
        parts: &mut Parts,
    ) {
        recorded.status = Some(claim.status.word().to_owned());
        recorded.sources = self.ids(&claim.sources);
        recorded.contrary = self.ids(&claim.contrary);
        let history = claim.history.iter();
        recorded.history = history
            .map(|one| RecordedStatus {
                date: one.date.as_edtf(),
                status: one.status.word().to_owned(),
            })
            .collect();
        parts.add("basis", claim.basis.map(|basis| basis.word().to_owned()));
        parts.add("made by", claim.made_by.as_ref().map(|who| self.edition.who(who)));
        parts.text("note", claim.note.as_deref());
        parts
            .add("proceedings", claim.proceedings.iter().map(|one| self.proceeding(one)));
        parts.add("responses", claim.responses.iter().map(|one| self.answer(one)));
        parts.add("dates", self.events(self.edition.bearing_on(id)));
    }

    fn proceeding(&self, step: &Proceeding) -> String {
        let (party, note) = (self.edition.who(&step.party), step.note.as_deref());
        let (date, standing) = (step.date.as_edtf(), step.standing.word());
        line(&[&date, &party, standing, note.unwrap_or_default()])
    }

    fn answer(&self, answer: &Answer) -> String {
        let date = date(answer.date.as_ref()).unwrap_or_default();
        let text = answer.text.as_deref().unwrap_or_default();
        line(&[&date, &self.edition.who(&answer.by), answer.stance.word(), text])
    }

    fn events(&self, ids: &[EventId]) -> Vec<String> {
        let told = |event: &Event| {
            let note = event.note.as_deref().unwrap_or_default();
            line(&[&event.date.as_edtf(), &event.text, note])
        };
        ids.iter().map(|id| told(self.edition.event(*id))).collect()
    }

    fn numbers(&self, numbers: &[NumberOf]) -> Vec<String> {
        let mut lines = Vec::new();
        for of in numbers {
            for one in &of.statements {
                let by = one.by.as_ref().map(|who| self.edition.who(who));
                let (by, date) = (by.unwrap_or_default(), date(one.date.as_ref()));
                let note = one.note.as_deref().unwrap_or_default();
                let date = date.unwrap_or_default();
                lines.push(line(&[&of.property, &one.value, &date, &by, note]));
            }
        }
        lines
    }

    fn country(&self, country: &Country, recorded: &mut RecordedItem, parts: &mut Parts) {
        recorded.updated = date(country.updated.as_ref());
        parts.text("summary", country.summary.as_deref());
        parts.text("territory", country.territory_note.as_deref());
        if let Some(response) = &country.response {
            let date = date(response.date.as_ref()).unwrap_or_default();
            let text = response.text.as_deref().unwrap_or_default();
            parts.add("response", [line(&[&date, &response.stance, text])]);
        }
        parts.add("numbers", self.numbers(&country.numbers));
    }

    fn location(
        &self,
        location: &Location,
        recorded: &mut RecordedItem,
        parts: &mut Parts,
    ) {
        recorded.status.clone_from(&location.status);
        let history = location.history.iter();
        recorded.history = history
            .map(|one| RecordedStatus {
                date: one.date.as_edtf(),
                status: one.status.clone(),
            })
            .collect();
        let place = location.published();
        let where_ =
            line(&[place.city.unwrap_or_default(), place.area.unwrap_or_default()]);
        parts.add("place", Some(where_).filter(|it| !it.is_empty()));
        let operator = location.operator.as_ref().map(|who| self.edition.who(who));
        parts.add("operator", operator);
        parts.text("note", location.note.as_deref());
        let stations = location.stations.map(|count| format!("stations, {count}"));
        parts.add("numbers", stations);
        parts.add("numbers", self.numbers(&location.numbers));
    }

    fn entity(
        &self,
        named: NamedEntity,
        entity: &Entity,
        recorded: &mut RecordedItem,
        parts: &mut Parts,
    ) {
        recorded.address = self.edition.address(named.item()).to_string();
        parts.add(
            "names",
            entity.other_names.iter().map(|(lang, name)| line(&[lang, name])),
        );
        parts.text("role", entity.role.as_deref());
        parts.text("note", entity.note.as_deref());
        parts.add("numbers", self.numbers(&entity.numbers));
    }

    fn page(&self, page: &Page, recorded: &mut RecordedItem, parts: &mut Parts) {
        recorded.date = date(page.date.as_ref());
        recorded.updated = date(page.updated.as_ref());
        parts.text("summary", page.summary.as_deref());
    }

    fn source(&self, source: &Source, recorded: &mut RecordedItem, parts: &mut Parts) {
        recorded.date = date(source.date.as_ref());
        let url = source.url.as_ref().map(|url| url.as_str().to_owned());
        parts.add("url", url);
        parts.text("note", source.note.as_deref());
        parts.add("quotes", source.quotes.iter().map(|quote| quote.exact.clone()));
    }

    fn home(&self, home: &Home, parts: &mut Parts) {
        parts.text("summary", home.summary.as_deref());
        let figures = home.figures.iter().map(|figure| {
            let date = date(figure.date.as_ref()).unwrap_or_default();
            line(&[&figure.label, &figure.value, &date])
        });
        parts.add("figures", figures);
        parts.add("numbers", self.numbers(&home.numbers));
    }

    /// The sentences of an item's text.
    fn prose(&self, item: Item) -> Vec<String> {
        let Some(prose) = self.edition.prose(item) else { return Vec::new() };
        let whole = &self.texts.get(prose.file).text;
        // A file may have been written to since it was read.
        if whole.get(prose.range.clone()).is_none() {
            return Vec::new();
        }
        let text = prose.manuscript(whole);
        let tree = prose.tree(&text);
        let mut all = Vec::new();
        for mut block in told(&tree, text.text()) {
            self.disguise(&mut block, &prose.links);
            match block.is_raw {
                true => all.push(block.text),
                false => all.extend(in_sentences(&block.text)),
            }
        }
        all
    }

    /// Puts what may be told in the place of words that name what may not.
    fn disguise(&self, block: &mut Told, links: &[Link]) {
        let mut marks = std::mem::take(&mut block.marks);
        for at in (0..marks.len()).rev() {
            let (nth, place) = marks[at].clone();
            let hidden = links.get(nth as usize).and_then(|link| self.in_place_of(link));
            let Some(words) = hidden.filter(|_| !place.is_empty()) else { continue };
            if block.text.get(place.clone()).is_none() {
                continue;
            }
            block.text.replace_range(place.clone(), words);
            let moved = |end: usize| end + words.len() - place.len();
            // What is around it ends elsewhere now.
            for (_, around) in marks.iter_mut().filter(|(_, it)| it.end >= place.end) {
                around.end = moved(around.end);
                if around.start >= place.end {
                    around.start = moved(around.start);
                }
            }
        }
    }

    /// What is told where a text names something by a reference that may not be named.
    fn in_place_of(&self, link: &Link) -> Option<&'a str> {
        if let Link::Cite(sources) = link {
            let is_hidden = sources.iter().any(|id| !self.edition.has_page(*id));
            return is_hidden
                .then(|| self.edition.config().phrases.a_confidential_source());
        }
        let item = link.item().filter(|item| !self.edition.is_shown(*item))?;
        Some(self.edition.title(item))
    }
}

fn correction(correction: &Correction) -> RecordedCorrection {
    RecordedCorrection {
        date: correction.date.as_edtf(),
        kind: correction.kind.word().to_owned(),
        now: correction.now.clone(),
    }
}
