//! What is quoted: every passage that a text, a record of a source or an answer gives for a source's own words.

use super::nouns::{Answer, Claim, Item, Link, Source, SourceId};
use super::site::Site;
use crate::config::Config;
use crate::copies::NamedPlace;
use crate::files::Span;
use crate::markdown::{Cite, CiteItem, Locator, Quote, Ref, RefKind};
use crate::quotations::marked;

/// Words that are given for those of a source, or of one of several.
#[derive(Debug, Clone)]
pub struct Quoted<'s> {
    /// The sources, each with where in it the words are said to stand.
    pub sources: Vec<(SourceId, NamedPlace)>,
    /// The words.
    pub words: &'s str,
    /// Where they are written.
    pub place: Span,
    /// The language of what they stand in, a BCP 47 tag.
    pub lang: &'s str,
    /// What they stand in.
    pub of: QuotedIn,
}

/// What a quotation stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotedIn {
    /// A text that cites the source.
    Text,
    /// The record of the source itself: `quotes`.
    Record,
    /// What somebody concerned answers.
    Answer,
}

impl Site {
    /// All that is quoted, in order.
    pub fn quoted<'s>(&'s self, config: &'s Config) -> Vec<Quoted<'s>> {
        let mut all = Vec::new();
        for item in self.items() {
            let Some(prose) = self.prose(item) else { continue };
            let lang = self.lang_of(item).unwrap_or(&config.lang);
            for (one, link) in prose.outline.refs.iter().zip(&prose.links) {
                if let Link::Cite(sources) = link {
                    all.extend(in_citation(one, sources, lang));
                }
            }
        }
        let sources = self.sources_with_ids();
        all.extend(sources.flat_map(|(id, source)| in_record(id, source, &config.lang)));
        all.extend(self.claims.iter().flat_map(|claim| in_answers(claim, &config.lang)));
        all
    }

    /// The language of an item's text, where it is told.
    fn lang_of(&self, item: Item) -> Option<&str> {
        match item {
            Item::Article(id) => self[id].matter.lang.as_deref(),
            Item::Page(id) => self[id].matter.lang.as_deref(),
            _ => None,
        }
    }
}

/// What a citation quotes: the words in its brackets, and the `>` quotation that it ends.
pub(super) fn in_citation<'s>(
    one: &'s Ref,
    sources: &[SourceId],
    lang: &'s str,
) -> Vec<Quoted<'s>> {
    let RefKind::Cite(cite) = &one.kind else { return Vec::new() };
    let quoted = |quote: &'s Quote, sources| Quoted {
        sources,
        words: &quote.text,
        place: quote.span,
        lang,
        of: QuotedIn::Text,
    };
    let items = cite.items.iter().zip(sources);
    let own = items.filter_map(|(item, source)| {
        Some(quoted(item.quote.as_deref()?, vec![(*source, sought(item))]))
    });
    let closed = cite.closes.as_deref().map(|quote| quoted(quote, of_all(cite, sources)));
    closed.into_iter().chain(own).collect()
}

/// The sources of a citation, each with where it says that words stand.
fn of_all(cite: &Cite, sources: &[SourceId]) -> Vec<(SourceId, NamedPlace)> {
    let items = cite.items.iter().zip(sources);
    items.map(|(item, source)| (*source, sought(item))).collect()
}

fn sought(item: &CiteItem) -> NamedPlace {
    NamedPlace::of(item.locator.as_deref())
}

/// What a source's own record quotes of it.
fn in_record<'s>(
    id: SourceId,
    source: &'s Source,
    lang: &'s str,
) -> impl Iterator<Item = Quoted<'s>> {
    let lang = source.lang.as_deref().unwrap_or(lang);
    source.quotes.iter().map(move |quote| Quoted {
        sources: vec![(id, on_page(quote.page.as_deref()))],
        words: &quote.exact,
        place: source.place,
        lang,
        of: QuotedIn::Record,
    })
}

/// Where a `page:` says that words stand.
pub(super) fn on_page(page: Option<&str>) -> NamedPlace {
    NamedPlace::of(page.and_then(Locator::read).as_ref())
}

/// What the answers to a claim quote of their sources.
fn in_answers<'s>(claim: &'s Claim, lang: &'s str) -> impl Iterator<Item = Quoted<'s>> {
    claim.responses.iter().flat_map(move |answer| {
        let words = answer.text.as_deref().map(marked).unwrap_or_default();
        words.into_iter().filter_map(move |words| in_answer(answer, words, lang))
    })
}

fn in_answer<'s>(
    answer: &'s Answer,
    words: &'s str,
    lang: &'s str,
) -> Option<Quoted<'s>> {
    let sources = answer.sources.iter().map(|id| (*id, NamedPlace::Anywhere));
    let sources: Vec<_> = sources.collect();
    (!sources.is_empty()).then_some(Quoted {
        sources,
        words,
        place: answer.place,
        lang,
        of: QuotedIn::Answer,
    })
}
