//! The desk: who fills the views from the edition, with the cards that are made once.

use super::place;
use super::stock::{Everywhere, Stock, Words};
use super::{
    ArticleCard, Card, CardNumber, ClaimCard, DateView, EventView, LinkView,
    LocationCard, PageHead, Pagination, Part, SourceCard, StatusCount, StatusView,
    TermView,
};
use crate::config::Config;
use crate::content::kinds::claim::ClaimStatus;
use crate::dates::Edtf;
use crate::files::OutPath;
use crate::letters::Direction;
use crate::model::{
    ArticleId, ClaimId, CountryId, Edition, EventId, Item, Linker, LocationId, Naming,
    OwnPage, SourceId,
};
use crate::phrases::Phrases;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::ops::Range;
use std::sync::OnceLock;

/// Fills views from an edition. Made once for a site; what it makes depends on nothing else.
pub struct Desk<'e> {
    pub(super) edition: &'e Edition<'e>,
    home: OutPath,
    home_link: Everywhere<LinkView>,
    /// The paths of the pages that the menu and the foot of the site lead to.
    pub(super) in_menu: Vec<String>,
    own: Vec<(OwnPage, Everywhere<LinkView>)>,
    stock: &'e Stock,
    pub(super) kinds: Words<'e, TermView>,
    pub(super) event_kinds: Words<'e, TermView>,
    pub(super) status_words: Words<'e, StatusView>,
    pub(super) answers: Words<'e, StatusView>,
    pub(super) phrases: &'static Phrases,
    naming: Naming,
    years: Years,
    country_years: BTreeMap<CountryId, Years>,
    statuses: Vec<StatusCount>,
    articles: Cards<ArticleCard>,
    locations: Cards<LocationCard>,
    sources: Cards<SourceCard>,
    events: Cards<EventView>,
    pub(super) claims: Cards<ClaimCard>,
    /// By the status' place among all: its claims, by id.
    pub(super) claims_by_status: Vec<Vec<ClaimId>>,
}

impl<'e> Desk<'e> {
    /// The desk of an edition, with the stock for it.
    pub fn new(edition: &'e Edition<'e>, stock: &'e Stock) -> Self {
        let config = edition.config();
        let home = OwnPage::Home.address();
        let naming: Naming = config.urls.into();
        let home_path = Linker::relative(&home, naming).href(&home, None);
        let mut desk = Desk {
            edition,
            home_link: Everywhere::new(|| {
                LinkView::new("Home".to_owned(), Some(home_path.clone()))
            }),
            home,
            in_menu: Vec::new(),
            own: Vec::new(),
            stock,
            kinds: Words::new(&config.kinds),
            event_kinds: Words::new(&config.event_kinds),
            status_words: Words::new(&config.statuses),
            answers: Words::new(&config.responses),
            phrases: config.phrases,
            naming,
            years: years(edition, &edition.events),
            country_years: country_years(edition),
            statuses: Vec::new(),
            articles: Cards::default(),
            locations: Cards::default(),
            sources: Cards::default(),
            events: Cards::default(),
            claims: Cards::default(),
            claims_by_status: vec![Vec::new(); ClaimStatus::ALL.len()],
        };
        let link = |page: OwnPage| {
            (page, Everywhere::new(|| desk.list_view(page.title(), &page.address())))
        };
        desk.own = OwnPage::ALL.map(link).into();
        desk.statuses = desk.status_counts(&edition.locations);
        desk.number_cards();
        desk
    }

    /// Numbers the cards of all that is shown: no two of the site have one number.
    fn number_cards(&mut self) {
        let (edition, mut last) = (self.edition, 0);
        self.articles = Cards::new(&edition.articles, ArticleId::index, &mut last);
        self.locations = Cards::new(&edition.locations, LocationId::index, &mut last);
        self.sources = Cards::new(&edition.sources, SourceId::index, &mut last);
        self.events = Cards::new(&edition.events, EventId::index, &mut last);
        self.claims = Cards::new(&edition.claims, ClaimId::index, &mut last);
        for id in &edition.claims {
            self.claims_by_status[edition.claim(*id).status as usize].push(*id);
        }
    }

    pub(super) fn config(&self) -> &'e Config {
        self.edition.config()
    }

    /// How many items a page of a list has.
    pub(super) fn page_size(&self) -> usize {
        self.config().paginate
    }

    /// The cards of those that are shown, in their order.
    pub(super) fn article_cards<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i ArticleId, IntoIter: Clone>,
    ) -> Vec<Card<ArticleCard>> {
        self.articles.each(ids, ArticleId::index, |id, card_number| ArticleCard {
            card_number,
            ..self.article_card_view(id)
        })
    }

    /// The cards of those that are shown, in their order.
    pub(super) fn location_cards<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i LocationId, IntoIter: Clone>,
    ) -> Vec<Card<LocationCard>> {
        self.locations.each(ids, LocationId::index, |id, card_number| LocationCard {
            card_number,
            ..self.location_card_view(id)
        })
    }

    /// The cards of those that are shown, in their order.
    pub(super) fn event_cards<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i EventId, IntoIter: Clone>,
    ) -> Vec<Card<EventView>> {
        self.events.each(ids, EventId::index, |id, card_number| EventView {
            card_number,
            ..self.event_view(id, None)
        })
    }

    /// The card of a source; that of one of which only a label may be shown has no number.
    pub(super) fn source_card(&self, id: SourceId) -> Card<SourceCard> {
        let card = self.sources.card(id.index(), |number| SourceCard {
            card_number: number,
            ..self.source_card_view(id)
        });
        card.unwrap_or_else(|| Card::new(self.source_card_view(id)))
    }

    /// The dated facts by the year they begin in.
    pub fn years(&self) -> &Years {
        &self.years
    }

    /// A country's dated facts by year, where they are too many for its page; else none.
    pub fn country_years(&self, id: CountryId) -> Option<&Years> {
        self.country_years.get(&id)
    }

    /// How many of all locations have each status.
    pub(super) fn statuses(&self) -> Vec<StatusCount> {
        self.statuses.clone()
    }

    /// The path of a page from the root, encoded for a URL.
    pub(super) fn path(&self, to: &OutPath, fragment: Option<&str>) -> String {
        let linker = Linker::relative(&self.home, self.naming);
        let mut path = linker.href(to, None);
        if let Some(fragment) = fragment {
            path.push_str(&linker.here(fragment));
        }
        path
    }

    /// The complete address of a page, where the site has one.
    pub(super) fn url(&self, to: &OutPath) -> Option<String> {
        let base = self.config().base_url.as_ref()?;
        Some(Linker::absolute(&self.home, base.as_str(), self.naming).href(to, None))
    }

    pub(super) fn date(&self, date: &Edtf) -> Card<DateView> {
        Card::new(self.date_view(date))
    }

    fn date_view(&self, date: &Edtf) -> DateView {
        DateView::new(date.words(self.phrases), date.machine())
    }

    /// When an article was first published.
    pub(super) fn article_date(&self, id: ArticleId) -> &'e Card<DateView> {
        let number = self.edition.number(Item::Article(id));
        self.stock.dates.card(number, || self.date_view(&self.edition.article(id).date))
    }

    pub(super) fn date_of(&self, date: Option<&Edtf>) -> Option<Card<DateView>> {
        date.map(|date| self.date(date))
    }

    /// When a dated fact happened.
    pub(super) fn event_date(&self, id: EventId) -> &'e Card<DateView> {
        self.stock
            .event_dates
            .card(id.index(), || self.date_view(&self.edition.event(id).date))
    }

    /// A link to a dated fact, by its words.
    pub(super) fn event_link(&self, id: EventId) -> &'e Card<LinkView> {
        self.stock.events.card(id.index(), || {
            LinkView::new(self.edition.event(id).text.clone(), Some(self.event_path(id)))
        })
    }

    /// A link to one of the site's own lists.
    pub(super) fn list_link(&self, title: &str, path: &OutPath) -> Card<LinkView> {
        Card::new(self.list_view(title, path))
    }

    fn list_view(&self, title: &str, path: &OutPath) -> LinkView {
        LinkView::new(title.to_owned(), Some(self.path(path, None)))
    }

    /// A link to one of the site's own pages.
    pub(super) fn section_link(&self, page: OwnPage) -> Card<LinkView> {
        let known = self.own.iter().find(|(known, _)| *known == page);
        known.map_or(&self.home_link, |(_, link)| link).card()
    }

    /// A link to an item's page, by its name.
    pub(super) fn link(&self, item: Item) -> Card<LinkView> {
        self.stocked_link(item).clone()
    }

    /// The same, in the stock.
    pub(super) fn stocked_link(&self, item: Item) -> &'e Card<LinkView> {
        self.stock.links.card(self.edition.number(item), || {
            let title = self.edition.title(item).to_owned();
            LinkView::spoken(title, self.path_of(item), self.spoken_title(item))
        })
    }

    /// The path of an item's page, if it has one.
    fn path_of(&self, item: Item) -> Option<String> {
        let has_page = !matches!(item, Item::Source(id) if !self.edition.has_page(id));
        has_page.then(|| self.path(self.edition.address(item), None))
    }

    /// Links to those that are shown, in their order.
    pub(super) fn links(
        &self,
        items: impl IntoIterator<Item = Item>,
    ) -> Vec<Card<LinkView>> {
        let shown = items.into_iter().filter(|item| self.edition.is_shown(*item));
        shown.map(|item| self.link(item)).collect()
    }

    /// Short links to sources: by who stands behind each, else its title. Where one stands behind
    /// several, each has its date, or its title where it has none.
    pub(super) fn source_links(&self, ids: &[SourceId]) -> Vec<Card<LinkView>> {
        let links: Vec<_> = ids.iter().map(|id| self.maker_link(*id)).collect();
        let [_, _, ..] = *links else { return links.into_iter().cloned().collect() };
        let mut makers: Vec<&str> = links.iter().map(|link| &*link.title).collect();
        makers.sort_unstable();
        if makers.is_sorted_by(|one, next| one < next) {
            return links.into_iter().cloned().collect();
        }
        let is_alone = |maker: &str| {
            let at = makers.partition_point(|one| *one < maker);
            makers.get(at + 1).is_none_or(|next| *next != maker)
        };
        let pairs = links.into_iter().zip(ids);
        let link = |(link, id): (&Card<LinkView>, &SourceId)| {
            if is_alone(&link.title) { link.clone() } else { self.apart(link, *id) }
        };
        pairs.map(link).collect()
    }

    /// A link to a source by who stands behind it, else its title.
    fn maker_link(&self, id: SourceId) -> &'e Card<LinkView> {
        let item = Item::Source(id);
        self.stock.makers.card(self.edition.number(item), || {
            let label = self.edition.source(id).label();
            let title = label.maker.unwrap_or(label.title);
            let spoken = self.spoken(title, None);
            LinkView::spoken(title.to_owned(), self.path_of(item), spoken)
        })
    }

    /// A link to a source that tells it from others of the same maker.
    fn apart(&self, link: &LinkView, id: SourceId) -> Card<LinkView> {
        let source = self.edition.source(id);
        let date = source.date.as_ref().map(|date| date.words(self.phrases));
        let apart = date.unwrap_or_else(|| source.label().title.to_owned());
        let title = format!("{} ({apart})", link.title);
        Card::new(LinkView::new(title, link.path.clone()))
    }

    /// How many of these locations have each status, in the order of the site's vocabulary.
    pub(super) fn status_counts<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i LocationId>,
    ) -> Vec<StatusCount> {
        let mut counts: BTreeMap<(usize, &str), usize> = BTreeMap::new();
        let vocabulary = &self.config().statuses;
        for id in ids {
            let Some(word) = &self.edition.location(*id).status else { continue };
            let terms = vocabulary.terms();
            let place = terms.iter().position(|term| term.word == *word);
            *counts.entry((place.unwrap_or(terms.len()), word)).or_default() += 1;
        }
        let view = |((_, word), count): ((usize, &str), usize)| StatusCount {
            status: self.status_words.get(word),
            count,
        };
        counts.into_iter().map(view).collect()
    }

    /// The title of a page with the site's.
    pub(super) fn full_title(&self, title: &str) -> String {
        let site = &self.config().title;
        if title == site { title.to_owned() } else { [title, " – ", site].concat() }
    }

    /// The head of a page at `path`, reached from the home page by way of `above`.
    pub(super) fn head(
        &self,
        kind: &'static str,
        section: &'static str,
        title: &str,
        path: &OutPath,
        above: &[Card<LinkView>],
    ) -> PageHead {
        let depth = path.as_str().matches('/').count();
        let mut crumbs = Vec::with_capacity(above.len() + 1);
        if *path != self.home {
            crumbs.push(self.home_link.card());
        }
        crumbs.extend(above.iter().cloned());
        let own = self.path(path, None);
        PageHead {
            kind,
            title: title.to_owned(),
            spoken: self.spoken(title, None),
            description: None,
            lang: self.config().lang.clone(),
            dir: match self.direction() {
                Direction::LeftToRight => None,
                right_to_left => Some(right_to_left.word()),
            },
            full_title: self.full_title(title),
            here: if self.in_menu.contains(&own) { own.clone() } else { String::new() },
            path: own,
            root: "../".repeat(depth),
            canonical: self.url(path),
            section,
            crumbs,
            feeds: Vec::new(),
            image: None,
            noindex: false,
        }
    }

    /// Where page `number` of the list that begins at `first` stands among the others.
    pub(super) fn pagination(
        &self,
        first: &OutPath,
        number: usize,
        items: usize,
    ) -> Pagination {
        let pages = place::pages(items, self.page_size());
        let path = |n| self.path(&place::numbered(first, n), None);
        Pagination::new(number, pages, items, path)
    }

    /// The ids on page `number` of a list.
    pub(super) fn on_page<'i, T>(&self, ids: &'i [T], number: usize) -> &'i [T] {
        &ids[place::shown(number, ids.len(), self.page_size())]
    }

    /// The first items of `ids` as `views` makes them; the whole list is `name` below `of`.
    pub(super) fn part<T, V>(
        &self,
        ids: &[T],
        of: &OutPath,
        name: &str,
        views: impl FnOnce(&[T]) -> Vec<V>,
    ) -> Part<V> {
        self.first(ids.len(), of, name, |shown| views(&ids[shown]))
    }

    /// The first of `total` items as `views` makes those in a range; the whole list is `name` below `of`.
    pub(super) fn first<V>(
        &self,
        total: usize,
        of: &OutPath,
        name: &str,
        views: impl FnOnce(Range<usize>) -> Vec<V>,
    ) -> Part<V> {
        let size = self.page_size();
        let more = (total > size).then(|| self.list_link("All", &place::below(of, name)));
        Part { items: views(0..total.min(size)), total, more }
    }

    /// How to cite a page, in one line without the address.
    pub(super) fn citation(
        &self,
        authors: &[Card<LinkView>],
        title: &str,
        date: Option<&Edtf>,
    ) -> String {
        let mut line = String::new();
        let names: Vec<&str> = authors.iter().map(|one| one.title.as_str()).collect();
        if !names.is_empty() {
            line.push_str(&names.join(", "));
            line.push_str(", ");
        }
        // It is copied as plain text, where only characters keep directions apart (Unicode Standard
        // Annex 9, section 2.7: first strong isolate, pop directional isolate).
        let is_apart =
            Direction::of_text(title).is_some_and(|own| own != self.direction());
        let (open, close) = if is_apart { ("\u{2068}", "\u{2069}") } else { ("", "") };
        for part in ["“", open, title, close, "”, ", &self.config().title] {
            line.push_str(part);
        }
        if let Some(date) = date {
            line.push_str(", ");
            line.push_str(&date.words(self.phrases));
        }
        line.push('.');
        line
    }
}

/// The cards of one kind, by the place of their items in the model; each is made when it is first
/// asked for, since a build after an edit shows few of them.
pub(super) struct Cards<V>(Vec<Option<Numbered<V>>>);

/// A card that has a number, whether or not it is made.
struct Numbered<V> {
    number: CardNumber,
    card: OnceLock<Card<V>>,
}

impl<V> Default for Cards<V> {
    fn default() -> Self {
        Cards(Vec::new())
    }
}

impl<V: Hash> Cards<V> {
    /// The cards of these, numbered from the one behind `last`, which becomes the last of them.
    fn new<I: Copy>(ids: &[I], index: fn(I) -> usize, last: &mut u64) -> Self {
        let mut cards = Vec::new();
        let length = ids.iter().map(|id| index(*id) + 1).max().unwrap_or_default();
        cards.resize_with(length, || None);
        for id in ids {
            *last += 1;
            let number = CardNumber::new(*last);
            cards[index(*id)] = Some(Numbered { number, card: OnceLock::new() });
        }
        Cards(cards)
    }

    /// The cards of those of these items that are shown, in their order.
    pub(super) fn each<'i, I: Copy + 'i>(
        &self,
        ids: impl IntoIterator<Item = &'i I>,
        index: fn(I) -> usize,
        make: impl Fn(I, CardNumber) -> V,
    ) -> Vec<Card<V>> {
        let card = |id: &I| self.card(index(*id), |number| make(*id, number));
        ids.into_iter().filter_map(card).collect()
    }

    /// The card of the item at `place`, if it is shown; `make` makes it where it is the first to be
    /// asked for it.
    fn card(&self, place: usize, make: impl FnOnce(CardNumber) -> V) -> Option<Card<V>> {
        let Numbered { number, card } = self.0.get(place)?.as_ref()?;
        Some(card.get_or_init(|| Card::numbered(*number, make(*number))).clone())
    }
}

/// Dated facts by the year they begin in, each year's by date.
pub type Years = BTreeMap<i32, Vec<EventId>>;

fn years(edition: &Edition<'_>, ids: &[EventId]) -> Years {
    let mut years = Years::new();
    for id in ids {
        years.entry(edition.event(*id).date.year()).or_default().push(*id);
    }
    years
}

/// The years of each country that has more dated facts than fit on one page.
fn country_years(edition: &Edition<'_>) -> BTreeMap<CountryId, Years> {
    let long = edition.countries.iter().filter_map(|id| {
        let events = &edition.of_country(*id).events;
        let is_long = events.len() > edition.config().paginate;
        is_long.then(|| (*id, years(edition, events)))
    });
    long.collect()
}
