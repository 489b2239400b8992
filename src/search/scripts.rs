//! The scripts that an index is made of.

use super::findable::Findable;
use super::parts::WordParts;
use super::postings::PostingWriter;
use super::told::{ClaimWords, DocumentReader, FacetValues, SentenceLines, few_lines};
use super::words::hash;
use crate::config::Config;
use crate::files::TextFiles;
use crate::letters::{composed, plain_table};
use crate::model::{Edition, Item, Linker};
use crate::routes::OwnPage;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How words are read, and how documents are found.
const PROGRAM: [&str; 2] = [include_str!("words.js"), include_str!("find.js")];

/// What an index is made from.
#[derive(Clone, Copy)]
pub struct FoundIn<'e> {
    /// What is published.
    pub edition: Edition<'e>,
    /// All that can be found.
    pub findable: &'e Findable,
    /// What readers see of a claim's status.
    pub claim_status: ClaimWords,
}

/// What an index says of itself.
#[derive(Serialize)]
struct About<'a> {
    /// Kinds of documents in their order: what one is called, how many there are, how many are told in a file, and
    /// how much one counts.
    kinds: Vec<(&'a str, u32, u32, f32)>,
    /// Of how many shards the words are.
    shards: usize,
    /// How many letters of a word tell its shard.
    letters: usize,
    /// Letters that are searched in another form, row by row.
    plain: Vec<(u32, String)>,
    /// Countries, statuses and years by name, each with its documents.
    countries: Vec<(&'a str, String)>,
    statuses: Vec<(String, String)>,
    years: Vec<(i32, String)>,
}

impl<'e> FoundIn<'e> {
    fn reader(&self) -> DocumentReader<'e> {
        DocumentReader { edition: self.edition, claim_status: self.claim_status }
    }

    fn config(&self) -> &'e Config {
        self.edition.config()
    }

    fn path(&self, item: Item) -> String {
        let home = OwnPage::Home.address();
        let to = Linker::relative(&home, self.config().urls.into());
        to.href(self.edition.address(item), None)
    }

    /// What a document of this number is called.
    fn kind(&self, item: Item) -> &'e str {
        let phrases = self.config().phrases;
        match item {
            Item::Article(_) => phrases.article(),
            Item::Claim(_) => phrases.claim(),
            Item::Country(_) => phrases.country_or_territory(),
            Item::Entity(_) => phrases.entity(),
            Item::Location(_) => phrases.location(),
            Item::Source(_) => phrases.source(),
            Item::Page(_) | Item::Home => phrases.page(),
        }
    }
}

/// A call of a script's function with what it is given.
fn call(function: &str, number: usize, given: &impl Serialize) -> Vec<u8> {
    // Texts, numbers and lists are written as JSON without fail.
    let given = serde_json::to_string(given).unwrap_or_default();
    format!("dateline.{function}({number},{given});\n").into_bytes()
}

/// The script that says what there is, and how it is searched.
pub fn index_script(of: FoundIn<'_>) -> Vec<u8> {
    let phrases = of.config().phrases;
    let mut countries: BTreeMap<_, PostingWriter> = BTreeMap::new();
    let mut statuses: BTreeMap<String, PostingWriter> = BTreeMap::new();
    let mut years: BTreeMap<i32, PostingWriter> = BTreeMap::new();
    let reader = of.reader();
    for (document, item) in (0..).zip(&of.findable.items) {
        let FacetValues { countries: about, status, date, .. } = reader.known(*item);
        for country in about {
            countries.entry(country).or_default().add_document(document);
        }
        if let Some(status) = status {
            statuses.entry(status).or_default().add_document(document);
        }
        if let Some(date) = date {
            years.entry(date.year()).or_default().add_document(document);
        }
    }
    let mut countries: Vec<(&str, String)> = countries
        .into_iter()
        .map(|(id, writer)| (of.edition.country(id).name.as_str(), writer.line))
        .collect();
    countries.sort();
    let row = |(first, row): (u32, Vec<String>)| (first, row.join("\n"));
    let about = About {
        kinds: of
            .findable
            .groups
            .iter()
            .map(|group| {
                ((group.called)(phrases), group.count, group.in_file, group.weight)
            })
            .collect(),
        shards: of.findable.shards(),
        letters: of.findable.letters(),
        plain: plain_table().into_iter().map(row).collect(),
        countries,
        statuses: statuses
            .into_iter()
            .map(|(name, writer)| (name, writer.line))
            .collect(),
        years: years
            .into_iter()
            .rev()
            .map(|(year, writer)| (year, writer.line))
            .collect(),
    };
    let [words, find] = PROGRAM;
    let about = serde_json::to_string(&about).unwrap_or_default();
    format!("(()=>{{\n{words}{find}}})();\ndateline.search.begin({about});\n")
        .into_bytes()
}

/// The script of one shard of words.
pub fn words_script(shard: usize, parts: &WordParts) -> Vec<u8> {
    call("search.words", shard, &parts.shard(shard))
}

/// The script of some documents: what results show of each, and its sentences.
pub fn documents_script(
    number: usize,
    items: &[Item],
    of: FoundIn<'_>,
    texts: &TextFiles,
) -> Vec<u8> {
    let reader = of.reader();
    let phrases = of.config().phrases;
    let row = |item: &Item| {
        let mut sentences = SentenceLines::default();
        reader.tell(*item, texts, &mut sentences);
        let FacetValues { status, date, by, .. } = reader.known(*item);
        (
            of.path(*item),
            of.edition.title(*item),
            of.edition.lang(*item).unwrap_or_default(),
            status.unwrap_or_default(),
            date.map(|date| date.words(phrases)).unwrap_or_default(),
            by.unwrap_or_default(),
            match composed(&sentences.0) {
                Cow::Owned(composed) => composed,
                Cow::Borrowed(_) => sentences.0,
            },
        )
    };
    call("search.documents", number, &items.iter().map(row).collect::<Vec<_>>())
}

/// The items of each shard of cards.
pub fn card_shards(of: FoundIn<'_>) -> Vec<Vec<Item>> {
    let count = of.findable.shards();
    let mut shards = vec![Vec::new(); count];
    for item in &of.findable.items {
        let place = hash(of.path(*item).bytes().map(u32::from)) % count as u32;
        shards[place as usize].push(*item);
    }
    shards
}

/// The script of one shard of cards: what those are shown who point at a link.
pub fn cards_script(shard: usize, items: &[Item], of: FoundIn<'_>) -> Vec<u8> {
    let reader = of.reader();
    let card = |item: &Item| {
        let FacetValues { status, by, .. } = reader.known(*item);
        let short = reader.in_short(*item).unwrap_or_default();
        let card = (
            of.edition.title(*item),
            of.kind(*item),
            status.unwrap_or_default(),
            by.unwrap_or_default(),
            few_lines(&short).to_owned(),
            of.edition.lang(*item).unwrap_or_default(),
        );
        (of.path(*item), card)
    };
    let cards: BTreeMap<String, _> = items.iter().map(card).collect();
    call("cards", shard, &cards)
}
