//! An article and its card.

use super::backlink::BACKLINKS;
use super::extra::Extra;
use super::list::Entries;
use super::listing::Listing;
use super::{
    AlternateView, Backlink, Card, CardNumber, ClaimCard, ClaimChangeView, ClaimGroup,
    CorrectionView, DateView, EventView, EvidenceView, ImageView, LinkView, LocationCard,
    LocatorMap, Markup, PageHead, Part, Reference, TermView, TextHtml, TextView, View,
    Views, language,
};
use crate::content::kinds::article::ArticleType;
use crate::maps::MapDetail;
use crate::model::{Article, ArticleId, Item};
use crate::phrases::Phrases;
use crate::routes::OwnPage;
use serde::Serialize;
use std::borrow::Cow;

/// An article in short, as lists show it.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleCard {
    /// What `kept` knows it by.
    pub card_number: CardNumber,
    /// Its id.
    pub id: String,
    /// The path of its page.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Attributes that tell the language and direction of its words, where they are not the page's.
    pub spoken: Markup,
    /// Its summary.
    pub standfirst: Option<String>,
    /// What it is: `Report`, `Explainer`, `Analysis`, `Opinion`, `Brief`.
    pub kind: Option<Card<TermView>>,
    /// When it was first published.
    pub date: Card<DateView>,
    /// When it was last changed in substance.
    pub updated: Option<Card<DateView>>,
    /// Who wrote it.
    pub authors: Vec<Card<LinkView>>,
    /// The countries it is about.
    pub countries: Vec<Card<LinkView>>,
    /// The names of the first of them: `Ireland, Spain, Portugal and 2 more`.
    pub countries_in_short: String,
    /// Its picture; none where that is graphic.
    pub image: Option<ImageView>,
    /// How many sources it cites or lists.
    pub sources: usize,
}

/// One heading of a text, for its contents list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading<'e> {
    /// Its words.
    pub title: &'e str,
    /// Its fragment, encoded for a URL.
    pub anchor: Cow<'e, str>,
    /// The headings below it.
    pub children: Vec<Heading<'e>>,
}

/// `pages/article.html`: one article.
#[derive(Debug, Clone, Serialize)]
pub struct ArticlePage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// Attributes that tell the language and direction of its words, where they are not the page's.
    pub spoken: Markup,
    /// The title.
    pub title: &'e str,
    /// The summary.
    pub standfirst: Option<&'e str>,
    /// What it is: `Report`, `Explainer`.
    pub kind: Option<Card<TermView>>,
    /// Who wrote it; each leads to the author's page.
    pub authors: Vec<Card<LinkView>>,
    /// "With information from …".
    pub credit: Option<&'e str>,
    /// The same text in other languages, beside what it is translated from.
    pub translations: Vec<TranslationView>,
    /// The article that it is a translation of.
    pub translated_from: Option<TranslatedFrom>,
    /// When it was first published.
    pub date: Card<DateView>,
    /// When it was last changed in substance.
    pub updated: Option<Card<DateView>>,
    /// When it was last read against its sources.
    pub reviewed: Option<Card<DateView>>,
    /// The places it tells of, for the dateline.
    pub places: Vec<Card<LinkView>>,
    /// The countries it is about.
    pub countries: Vec<Card<LinkView>>,
    /// The first and the last day of its dated facts, in words: `2019 to June 2023`.
    pub span: Option<String>,
    /// The lead picture.
    pub image: Option<ImageView>,
    /// What a reader may not want to come upon unwarned.
    pub content_warning: Option<&'e str>,
    /// The contents list; empty where the article has too few headings for one, or wants none.
    pub contents: Vec<Heading<'e>>,
    /// The text.
    pub body_html: TextHtml,
    /// How many minutes it takes to read, at 230 words a minute; at least 1.
    pub minutes: usize,
    /// A small map of those; none where their places may not be shown or lie all over the world.
    pub map: Option<LocatorMap>,
    /// The locations it is about.
    pub locations: Part<Card<LocationCard>>,
    /// Its dated facts, oldest first.
    pub events: Vec<EventView>,
    /// Its sources in the order of their numbers.
    pub references: Vec<Reference>,
    /// Its main claim, whose status stands near the headline.
    pub main_claim: Option<Card<ClaimCard>>,
    /// What last changed about the assessment of that claim.
    pub last_change: Option<ClaimChangeView>,
    /// "What we know": its claims by status, from what is known to what is withdrawn.
    pub claims: Vec<ClaimGroup>,
    /// What the sources that its text cites amount to.
    pub evidence: EvidenceView,
    /// The people and organisations it is about.
    pub entities: Vec<Card<LinkView>>,
    /// Its corrections, newest first.
    pub corrections: Vec<CorrectionView>,
    /// How it was made.
    pub methods: Option<&'e str>,
    /// Who paid for it.
    pub funding: Option<&'e str>,
    /// The terms it may be used under.
    pub license: Option<&'e str>,
    /// The writer's own fields.
    pub extra: Extra,
    /// Its tags.
    pub tags: Vec<Card<LinkView>>,
    /// "Keep reading".
    pub related: Vec<Card<ArticleCard>>,
    /// The article published before.
    pub previous: Option<Card<LinkView>>,
    /// The article published after.
    pub next: Option<Card<LinkView>>,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink<'e>>,
    /// How to cite it, in one line without the address.
    pub citation: String,
}

/// The same text in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TranslationView {
    /// Its language (BCP 47).
    pub lang: String,
    /// The name of its language.
    pub language: String,
    /// Its title.
    pub title: String,
    /// Attributes that tell the language and direction of the title.
    pub spoken: Markup,
    /// The path of its page.
    pub path: String,
    /// Its complete address, where the site has a `base_url`.
    pub url: Option<String>,
}

/// What a translation is translated from, and how it stands to that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TranslatedFrom {
    /// The original.
    pub original: Card<LinkView>,
    /// Its language (BCP 47).
    pub lang: String,
    /// The name of its language.
    pub language: String,
    /// When the original was last changed, where the translation is older.
    pub behind: Option<Card<DateView>>,
    /// Whether it deals with other claims than the original, or tells them as something else.
    pub differs: bool,
}

impl View for ArticlePage<'_> {
    const TEMPLATE: &'static str = "pages/article.html";
}

/// How many words a reader reads in a minute (a round figure below the mean of 238 that
/// Brysbaert found for English non-fiction, 2019).
const WORDS_A_MINUTE: u32 = 230;

/// The page of each article, and what names it where that is too much for the page.
pub(super) fn pages(all: &mut Listing<'_>) {
    for id in all.edition.articles() {
        let (id, item) = (*id, Item::Article(*id));
        let place = all.edition.article(id).place;
        all.item(item, Some(place), move |views, text| Box::new(views.article(id, text)));
        all.long(item, BACKLINKS, Phrases::mentioned_in, move |_| {
            Entries::Mentions(item)
        });
    }
}

impl<'e> Views<'e> {
    pub(super) fn article_card_view(&self, id: ArticleId) -> ArticleCard {
        let article = self.edition.article(id);
        let countries = self.links(article.countries.iter().copied().map(Item::Country));
        ArticleCard {
            card_number: CardNumber::default(),
            id: article.names.id.to_string(),
            path: self.path(&article.names.address, None),
            title: article.title.clone(),
            spoken: self.spoken_title(Item::Article(id)),
            standfirst: article.summary.clone(),
            kind: article.kind.map(|of| kind(of, self.shared.phrases)),
            date: self.article_date(id).clone(),
            updated: self.date_of(article.updated.as_ref()),
            authors: self.authors_of(article),
            countries_in_short: in_short(&countries, self.shared.phrases),
            countries,
            image: article.picture.as_ref().and_then(|one| self.plain_image(one)),
            sources: self.edition.source_count(Item::Article(id)),
        }
    }

    /// The first of the claims that an article deals with.
    pub(super) fn main_claim(&self, id: ArticleId) -> Option<Card<ClaimCard>> {
        self.claim_cards(self.edition.article(id).claims.first()).pop()
    }

    fn translations(&self, id: ArticleId) -> Vec<TranslationView> {
        let view = |id: ArticleId| {
            let article = self.edition.article(id);
            let lang =
                article.matter.lang.as_deref().unwrap_or(self.config().main_lang());
            TranslationView {
                lang: lang.to_owned(),
                language: language::name(lang, self.shared.phrases).to_owned(),
                title: article.title.clone(),
                spoken: self.spoken_title(Item::Article(id)),
                path: self.path(&article.names.address, None),
                url: self.url(&article.names.address),
            }
        };
        let original = self.edition.translation(id).map(|one| one.original);
        let others = self.edition.translations(id).filter(|one| Some(*one) != original);
        others.map(view).collect()
    }

    /// The article and its translations, for search engines; none where it has no translation, or no address is known.
    fn alternates(&self, id: ArticleId) -> Vec<AlternateView> {
        let mut all: Vec<ArticleId> = self.edition.translations(id).collect();
        if all.is_empty() {
            return Vec::new();
        }
        all.push(id);
        all.sort_unstable();
        let view = |id: ArticleId| {
            let article = self.edition.article(id);
            let lang =
                article.matter.lang.as_deref().unwrap_or(self.config().main_lang());
            let url = self.url(&article.names.address)?;
            Some(AlternateView { lang: lang.to_owned(), url })
        };
        all.into_iter().filter_map(view).collect()
    }

    fn translated_from(&self, id: ArticleId) -> Option<TranslatedFrom> {
        let translation = self.edition.translation(id)?;
        let article = self.edition.article(translation.original);
        let lang = article.matter.lang.as_deref().unwrap_or(self.config().main_lang());
        Some(TranslatedFrom {
            lang: lang.to_owned(),
            language: language::name(lang, self.shared.phrases).to_owned(),
            original: self.link(Item::Article(translation.original)),
            behind: self.date_of(translation.behind),
            differs: translation.differs(),
        })
    }

    fn authors_of(&self, article: &Article) -> Vec<Card<LinkView>> {
        let authors = article.authors.iter().map(|id| self.edition.author(*id));
        authors.map(|author| self.list_link(&author.name, &author.address)).collect()
    }

    /// The page of an article with its rendered text.
    pub fn article(&self, id: ArticleId, mut text: TextView<'e>) -> ArticlePage<'e> {
        let article = self.edition.article(id);
        let item = Item::Article(id);
        let path = &article.names.address;
        let main_claim = article.claims.first();
        let authors = self.authors_of(article);
        let card_of = |id: &ArticleId| self.link(Item::Article(*id));
        let image = article.picture.as_ref().map(|picture| self.image(picture));
        let above = [self.section_link(OwnPage::Articles)];
        let mut page = self.head("article", "articles", &article.title, path, &above);
        page.description.clone_from(&article.summary);
        page.image = article.picture.as_ref().and_then(|one| self.plain_image(one));
        page.spoken = self.spoken_title(item);
        page.alternates = self.alternates(id);
        page.languages = self.translation_links(id);
        let events: Vec<EventView> = self
            .edition
            .told_by(id)
            .iter()
            .map(|event| self.event_view(*event, Some(item)))
            .collect();
        page.published.clone_from(&self.article_date(id).machine);
        page.modified = article.updated.as_ref().and_then(|date| date.machine());
        let mut view = ArticlePage {
            spoken: page.spoken.clone(),
            page,
            title: &article.title,
            standfirst: article.summary.as_deref(),
            kind: article.kind.map(|of| kind(of, self.shared.phrases)),
            citation: self.citation(&authors, &article.title, Some(&article.date)),
            authors,
            translations: self.translations(id),
            translated_from: self.translated_from(id),
            credit: article.credit.as_deref(),
            date: self.article_date(id).clone(),
            updated: self.date_of(article.updated.as_ref()),
            reviewed: self.date_of(article.reviewed.as_ref()),
            places: self.places(article),
            countries: self.links(article.countries.iter().copied().map(Item::Country)),
            span: span(&events, self.shared.phrases),
            image,
            content_warning: article.content_warning.as_deref(),
            contents: text.contents(article.matter.toc),
            body_html: text.html,
            minutes: text.words.div_ceil(WORDS_A_MINUTE).max(1) as usize,
            map: self.map_of(&article.locations, MapDetail::Small),
            locations: Part::whole(self.location_cards(&article.locations)),
            events,
            references: text.references,
            corrections: self.corrections_of(item),
            main_claim: self.main_claim(id),
            last_change: main_claim.and_then(|id| self.last_change(*id)),
            claims: self.claim_groups(&article.claims),
            evidence: self.evidence(&self.edition.cited_by(item), None),
            entities: self.links(article.entities.iter().copied().map(Item::Entity)),
            methods: article.methods.as_deref(),
            funding: article.funding.as_deref(),
            license: article.license.as_deref(),
            extra: Extra::new(article.matter.extra.as_ref()),
            tags: self.tags_of(article),
            related: self.article_cards(self.edition.related(id)),
            previous: self.edition.previous(id).as_ref().map(card_of),
            next: self.edition.next(id).as_ref().map(card_of),
            backlinks: self.backlinks(item),
        };
        let lang = article.matter.lang.as_deref().unwrap_or(&self.config().lang);
        view.page.linked_data = self.article_data(&view, article.kind, lang);
        view
    }

    fn tags_of(&self, article: &Article) -> Vec<Card<LinkView>> {
        let tags = article.tags.iter().map(|id| self.edition.tag(*id));
        tags.map(|tag| self.list_link(&tag.name, &tag.address)).collect()
    }

    /// The cities that an article tells of, each once, by way of its first location there.
    fn places(&self, article: &Article) -> Vec<Card<LinkView>> {
        let mut places: Vec<Card<LinkView>> = Vec::new();
        for id in &article.locations {
            let location = self.edition.location(*id);
            let Some(city) = location.published().city else { continue };
            let known = places.iter().any(|place| place.title == city);
            if !known && self.edition.is_shown(Item::Location(*id)) {
                let link = self.link(Item::Location(*id));
                let link = LinkView::new(city.to_owned(), link.path.clone());
                places.push(Card::new(link));
            }
        }
        places
    }
}

/// The titles of the first three links, and how many more there are.
fn in_short(links: &[Card<LinkView>], phrases: &Phrases) -> String {
    let named = phrases.in_a_row(links.iter().take(3).map(|link| link.title.as_str()));
    match links.len() {
        ..=3 => named,
        more => phrases.list_and_more(&named, more - 3),
    }
}

fn kind(kind: ArticleType, phrases: &Phrases) -> Card<TermView> {
    let label = match kind {
        ArticleType::Report => phrases.type_report(),
        ArticleType::Explainer => phrases.type_explainer(),
        ArticleType::Analysis => phrases.type_analysis(),
        ArticleType::Opinion => phrases.type_opinion(),
        ArticleType::Brief => phrases.type_brief(),
    };
    let (slug, label) = (kind.word().to_owned(), label.to_owned());
    Card::new(TermView { slug, label, definition: None })
}

/// The first and the last of these dates, which are in order.
pub(super) fn span(events: &[EventView], phrases: &Phrases) -> Option<String> {
    let (first, last) = (events.first()?, events.last()?);
    if first.date == last.date {
        return Some(first.date.words.clone());
    }
    Some(phrases.dates_from_to(&first.date.words, &last.date.words))
}
