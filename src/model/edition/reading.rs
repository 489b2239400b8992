//! The meaning of one text's references, with sources numbered in order of appearance.

use super::Edition;
use super::topics::Topic;
use crate::content::kinds::source::Access;
use crate::markdown::{CiteForm, CiteItem, LocatorLabel, Ref, RefKind};
use crate::model::nouns::{Item, Link, MediaId, Shown, SourceId};
use crate::model::quoted;
use crate::model::target::{Address, Cited, Credit, Embed, Figure, FigureSource, Target};
use crate::model::verdict::Verdict;
use crate::routes::OwnPage;
use foldhash::HashMap;

/// What a text needs to be rendered.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The meaning of each reference, in order.
    pub targets: Vec<Target>,
    /// The sources of the page: those cited, in order of appearance, then the other ones that
    /// its front matter lists.
    pub sources: Vec<Numbered>,
    /// What the text quotes of them, in order.
    pub passages: Vec<Passage>,
}

/// Words that a text quotes from a source, and what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The source.
    pub source: SourceId,
    /// The how-manieth citation of the source on the page quotes them, from 1.
    pub nth: u32,
    /// The words, where the text itself does not show them.
    pub words: Option<String>,
    /// The place in the source, as shown: `p. 12`.
    pub locator: Option<String>,
    /// Whether they stand in a copy of the source.
    pub verdict: Verdict,
}

/// A source with its number on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered {
    /// The source.
    pub source: SourceId,
    /// Its number, from 1.
    pub number: u32,
    /// How often the text cites it; each place has an id `cite-<number>-<nth>`.
    pub uses: u32,
}

impl Edition<'_> {
    /// The meaning of the references in an item's text, and the numbered sources of its page.
    pub fn reading(&self, item: Item) -> Reading {
        let mut numbers = Numbers::default();
        let (mut targets, mut passages) = (Vec::new(), Vec::new());
        if let Some(prose) = self.prose(item) {
            targets.reserve(prose.links.len());
            for (one, link) in prose.outline.refs.iter().zip(&prose.links) {
                targets.push(self.target(item, one, link, &mut numbers));
                if let (Some(Target::Cite(cited)), Link::Cite(sources)) =
                    (targets.last(), link)
                {
                    passages.extend(self.passages(item, one, sources, cited));
                }
            }
        }
        for source in self.listed_sources(item) {
            numbers.number(*source);
        }
        Reading { targets, sources: numbers.sources, passages }
    }

    /// What a citation quotes. Of confidential sources nothing is told.
    fn passages(
        &self,
        of: Item,
        one: &Ref,
        sources: &[SourceId],
        cited: &[Cited],
    ) -> Vec<Passage> {
        let RefKind::Cite(cite) = &one.kind else { return Vec::new() };
        if cite.closes.is_none() && cite.items.iter().all(|item| item.quote.is_none()) {
            return Vec::new();
        }
        let lang = self.lang(of).unwrap_or(&self.config().lang);
        let all = quoted::in_citation(one, sources, lang);
        let passages = all.iter().filter_map(|quoted| {
            let (source, verdict) = self.verdict(quoted)?;
            let at = sources.iter().position(|one| *one == source)?;
            let is_shown =
                cite.closes.as_ref().is_some_and(|one| one.span == quoted.place);
            Some(Passage {
                source,
                nth: cited.get(at)?.nth,
                words: (!is_shown).then(|| quoted.words.to_owned()),
                locator: cited.get(at)?.locator.clone(),
                verdict,
            })
        });
        passages.collect()
    }

    fn target(&self, of: Item, one: &Ref, link: &Link, numbers: &mut Numbers) -> Target {
        match link {
            Link::Item(item, fragment) => Target::Page {
                path: self.address(*item).clone(),
                fragment: fragment.as_deref().map(str::to_owned),
                title: self.title(*item).to_owned(),
            },
            Link::Embed(shown) => self.embed(one, shown),
            Link::Heading(id) => Target::Page {
                path: self.address(of).clone(),
                fragment: Some(id.to_string()),
                title: self.heading(of, id),
            },
            Link::Cite(sources) => self.citation(one, sources, numbers),
            Link::Media(id) => self.shown_media(*id, one),
            Link::Path(list) => Target::Page {
                path: list.0.clone(),
                fragment: list.1.clone(),
                title: list.0.to_string(),
            },
            Link::Web(address) => Address::new(address).map_or(Target::Text, Target::Web),
            Link::Mark(status, claim) => Target::Mark {
                status: *status,
                claim: claim
                    .map(Item::Claim)
                    .filter(|claim| self.is_shown(*claim))
                    .map(|claim| self.address(claim).clone()),
            },
            Link::Withheld(reason) => Target::Withheld(*reason),
            Link::Gap => Target::Gap,
            Link::Text => Target::Text,
        }
    }

    /// What is shown in place; a link where that would be an empty timeline.
    fn embed(&self, one: &Ref, shown: &Shown) -> Target {
        let (path, title) = match shown.item() {
            Some(item) => (self.address(item).clone(), self.title(item).to_owned()),
            None => {
                let index = OwnPage::Countries;
                (index.address(), index.title(self.config().phrases).to_owned())
            }
        };
        if matches!(shown, Shown::Timeline(of) if self.events_of(*of).is_empty()) {
            return Target::Page { path, fragment: None, title };
        }
        let label = match &one.kind {
            // A number is a picture's size; here it can only be a year or the like.
            RefKind::Wiki(wiki) => {
                let number = wiki.size.filter(|size| size.height.is_none());
                let number = number.map(|size| size.width.to_string());
                wiki.label.as_deref().map(str::to_owned).or(number)
            }
            _ => None,
        };
        let shown = shown.clone();
        Target::Embed(Box::new(Embed { shown, label, path, title }))
    }

    /// What a place in an item's text is called: a block as the heading above it.
    fn heading(&self, item: Item, id: &str) -> String {
        let outline = self.prose(item).map(|prose| &prose.outline);
        let anchor = outline.and_then(|all| all.anchor(id));
        if let Some(anchor) = anchor {
            let above = outline.zip(anchor.heading);
            let above = above.and_then(|(all, at)| all.headings.get(at as usize));
            return above.map_or(self.title(item), |above| &above.title).to_owned();
        }
        let headings = self.prose(item).map(|prose| &prose.outline.headings);
        let found = headings.into_iter().flatten().find(|heading| heading.id == id);
        found.map_or_else(|| id.to_owned(), |heading| heading.title.clone())
    }

    fn citation(&self, one: &Ref, sources: &[SourceId], numbers: &mut Numbers) -> Target {
        let RefKind::Cite(cite) = &one.kind else { return Target::Text };
        let in_sentence = cite.form != CiteForm::Group;
        let items = cite.items.iter().zip(sources);
        let cited = items.map(|(item, source)| Cited {
            credit: cite.closes.is_some().then(|| Box::new(self.credit(item, *source))),
            ..self.cited(item, *source, in_sentence, numbers)
        });
        Target::Cite(cited.collect())
    }

    fn cited(
        &self,
        item: &CiteItem,
        source: SourceId,
        in_sentence: bool,
        numbers: &mut Numbers,
    ) -> Cited {
        self.note_item(Topic::Record, Item::Source(source));
        let (number, nth) = numbers.cite(source);
        let named = in_sentence && !item.suppress_author;
        Cited {
            number,
            nth,
            prefix: item.prefix.as_deref().map(str::to_owned),
            locator: item.locator.as_ref().map(|locator| locator.shown.to_string()),
            after_colon: item.after_colon && locator_is_words(item),
            author_words: named.then(|| self.author_words(source)),
            credit: None,
        }
    }

    /// Whose words are quoted from a source.
    fn credit(&self, item: &CiteItem, source: SourceId) -> Credit {
        let source = self.source(source);
        let label = source.label();
        let by = source.byline();
        let publisher = source.container.as_ref().or(source.publisher.as_ref());
        Credit {
            lang: source.lang.clone().filter(|_| label.english.is_none()),
            title: label.english.unwrap_or(label.title).to_owned(),
            publisher: publisher.filter(|publisher| **publisher != by).cloned(),
            by: Some(by).filter(|by| !by.is_empty() && !item.suppress_author),
            date: source
                .date
                .as_ref()
                .map(|date| (date.words(self.config().phrases), date.machine())),
        }
    }

    /// How a source is named in a sentence: by its author, else whoever stands behind it.
    pub(super) fn author_words(&self, source: SourceId) -> String {
        let (source, phrases) = (self.source(source), self.config().phrases);
        if source.access == Some(Access::Confidential) {
            return phrases.a_confidential_source().to_owned();
        }
        let label = source.label();
        match source.by.as_slice() {
            [] => label.maker.unwrap_or(label.title).to_owned(),
            [first, ..] if source.has_others => phrases.list_and_others(first),
            [one] => one.clone(),
            [one, two] => phrases.both(one, two),
            [first, ..] => phrases.list_and_others(first),
        }
    }

    fn shown_media(&self, id: MediaId, one: &Ref) -> Target {
        let media = self.media(id);
        let about = media.about.as_ref();
        let written = match &one.kind {
            RefKind::Image(image) => Some(image.alt.trim()).filter(|alt| !alt.is_empty()),
            RefKind::Wiki(wiki) if wiki.embed.is_some() => None,
            RefKind::Wiki(_)
            | RefKind::Link(_)
            | RefKind::Cite(_)
            | RefKind::Mark(_)
            | RefKind::Gap
            | RefKind::Html(_) => {
                return Target::File(media.address.clone());
            }
        };
        let alt = written.map(str::to_owned);
        Target::Image(Box::new(Figure {
            path: media.address.clone(),
            width: media.pixels.map(|(width, _)| width),
            height: media.pixels.map(|(_, height)| height),
            alt: alt
                .or_else(|| about.and_then(|about| about.alt.clone()))
                .unwrap_or_default(),
            caption: about.and_then(|about| about.caption.clone()),
            credit: about.and_then(|about| about.credit.clone()),
            is_graphic: media.is_graphic(),
            edits: media.edits(),
            source: media.source.map(|id| FigureSource {
                title: self.title(Item::Source(id)).to_owned(),
                path: self.has_page(id).then(|| self.address(Item::Source(id)).clone()),
            }),
            license: media.license().map(str::to_owned),
            sizes: self.sizes_of(id).to_vec(),
        }))
    }
}

/// Whether the place in a source is told in words of no known kind.
fn locator_is_words(item: &CiteItem) -> bool {
    item.locator.as_ref().is_some_and(|one| one.label == LocatorLabel::Other)
}

/// The numbers given out on a page.
#[derive(Debug, Default)]
struct Numbers {
    sources: Vec<Numbered>,
    /// The places of sources in the list, once there are many: a few are found as quickly without.
    of: HashMap<SourceId, usize>,
}

/// From how many sources on their places are kept.
const MANY: usize = 32;

impl Numbers {
    fn number(&mut self, source: SourceId) -> usize {
        let known = match self.sources.len() {
            ..MANY => self.sources.iter().position(|one| one.source == source),
            _ => self.of.get(&source).copied(),
        };
        if let Some(known) = known {
            return known;
        }
        let place = self.sources.len();
        self.sources.push(Numbered { source, number: place as u32 + 1, uses: 0 });
        match place + 1 {
            ..MANY => {}
            MANY => {
                let places = self.sources.iter().enumerate();
                self.of = places.map(|(place, one)| (one.source, place)).collect();
            }
            _ => {
                self.of.insert(source, place);
            }
        }
        place
    }

    /// The number of a source that is cited, and the how-manieth time that is.
    fn cite(&mut self, source: SourceId) -> (u32, u32) {
        let at = self.number(source);
        let numbered = &mut self.sources[at];
        numbered.uses += 1;
        (numbered.number, numbered.uses)
    }
}
