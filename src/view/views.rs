//! Filling views from the edition: what the pages of every kind need.

use super::shared::SharedViews;
use super::{
    ArticleCard, Card, DateView, EventView, LinkView, LocationCard, PageHead, Pagination,
    Part, SourceCard, StatusCount,
};
use crate::config::Config;
use crate::dates::Edtf;
use crate::files::OutPath;
use crate::letters::Direction;
use crate::model::{ArticleId, Edition, EventId, Item, Linker, LocationId, SourceId};
use crate::routes::{self, Grouping, OwnPage};
use std::collections::BTreeMap;
use std::ops::Range;

/// Fills the views of one page from an edition, which notes what is read for it.
#[derive(Clone, Copy)]
pub struct Views<'p> {
    pub(super) edition: Edition<'p>,
    pub(super) shared: &'p SharedViews<'p>,
    /// The paths of the pages that the menu and the foot of the site lead to.
    in_menu: &'p [String],
}

impl<'e> Views<'e> {
    /// The views of a page of `edition`.
    pub fn new(
        edition: Edition<'e>,
        shared: &'e SharedViews<'e>,
        in_menu: &'e [String],
    ) -> Self {
        Views { edition, shared, in_menu }
    }

    /// What they are filled from.
    pub fn edition(&self) -> Edition<'e> {
        self.edition
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
        ids: impl IntoIterator<Item = &'i ArticleId>,
    ) -> Vec<Card<ArticleCard>> {
        let card = |id: &ArticleId| {
            self.shared.articles.card(id.index(), self.edition, |card_number| {
                ArticleCard { card_number, ..self.article_card_view(*id) }
            })
        };
        ids.into_iter().filter_map(card).collect()
    }

    /// The cards of those that are shown, in their order.
    pub(super) fn location_cards<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i LocationId>,
    ) -> Vec<Card<LocationCard>> {
        let card = |id: &LocationId| {
            self.shared.locations.card(id.index(), self.edition, |card_number| {
                LocationCard { card_number, ..self.location_card_view(*id) }
            })
        };
        ids.into_iter().filter_map(card).collect()
    }

    /// The cards of those that are shown, in their order.
    pub(super) fn event_cards<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i EventId>,
    ) -> Vec<Card<EventView>> {
        let card = |id: &EventId| {
            self.shared.events.card(id.index(), self.edition, |card_number| EventView {
                card_number,
                ..self.event_view(*id, None)
            })
        };
        ids.into_iter().filter_map(card).collect()
    }

    /// The card of a source; that of one of which only a label may be shown has no number.
    pub(super) fn source_card(&self, id: SourceId) -> Card<SourceCard> {
        let sources = &self.shared.sources;
        let card = sources.card(id.index(), self.edition, |card_number| SourceCard {
            card_number,
            ..self.source_card_view(id)
        });
        card.unwrap_or_else(|| Card::new(self.source_card_view(id)))
    }

    /// How many of all locations have each status.
    pub(super) fn statuses(&self) -> Vec<StatusCount> {
        let view = |(word, count): &(String, usize)| StatusCount {
            status: self.shared.status_words.get(word),
            count: *count,
            path: self.group_path(self.edition.groups(Grouping::LocationsByStatus), word),
        };
        self.edition.statuses().iter().map(view).collect()
    }

    /// The path of a page from the root, encoded for a URL.
    pub(super) fn path(&self, to: &OutPath, fragment: Option<&str>) -> String {
        let linker = Linker::relative(&self.shared.home, self.shared.naming)
            .within(self.shared.tree);
        let mut path = linker.href(to, None);
        if let Some(fragment) = fragment {
            path.push_str(
                &Linker::relative(&self.shared.home, self.shared.naming).here(fragment),
            );
        }
        path
    }

    /// The complete address of a page, where the site has one.
    pub(super) fn url(&self, to: &OutPath) -> Option<String> {
        let base = self.config().base_url.as_ref()?;
        Some(
            Linker::absolute(&self.shared.home, base.as_str(), self.shared.naming)
                .within(self.shared.tree)
                .href(to, None),
        )
    }

    pub(super) fn date(&self, date: &Edtf) -> Card<DateView> {
        Card::new(self.date_view(date))
    }

    fn date_view(&self, date: &Edtf) -> DateView {
        DateView::new(date.words(self.shared.phrases), date.machine())
    }

    /// When an article was first published.
    pub(super) fn article_date(&self, id: ArticleId) -> &'e Card<DateView> {
        let number = self.edition.number(Item::Article(id));
        let make = || self.date_view(&self.edition.article(id).date);
        self.shared.dates.card(number, self.edition, make)
    }

    pub(super) fn date_of(&self, date: Option<&Edtf>) -> Option<Card<DateView>> {
        date.map(|date| self.date(date))
    }

    /// When a dated fact happened.
    pub(super) fn event_date(&self, id: EventId) -> &'e Card<DateView> {
        let make = || self.date_view(&self.edition.event(id).date);
        self.shared.event_dates.card(id.index(), self.edition, make)
    }

    /// A link to a dated fact, by its words.
    pub(super) fn event_link(&self, id: EventId) -> &'e Card<LinkView> {
        self.shared.event_links.card(id.index(), self.edition, || {
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
        let known = self.shared.own.iter().find(|(known, _)| *known == page);
        known.map_or(&self.shared.home_link, |(_, link)| link).card()
    }

    /// A link to an item's page, by its name.
    pub(super) fn link(&self, item: Item) -> Card<LinkView> {
        self.shared_link(item).clone()
    }

    /// The same, as all pages share it.
    pub(super) fn shared_link(&self, item: Item) -> &'e Card<LinkView> {
        self.shared.links.card(self.edition.number(item), self.edition, || {
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
    pub(super) fn maker_link(&self, id: SourceId) -> &'e Card<LinkView> {
        let item = Item::Source(id);
        self.shared.makers.card(self.edition.number(item), self.edition, || {
            let label = self.edition.source(id).label();
            let title = label.maker.unwrap_or(label.title);
            let spoken = self.spoken(title, None);
            LinkView::spoken(title.to_owned(), self.path_of(item), spoken)
        })
    }

    /// A link to a source that tells it from others of the same maker.
    fn apart(&self, link: &LinkView, id: SourceId) -> Card<LinkView> {
        let source = self.edition.source(id);
        let date = source.date.as_ref().map(|date| date.words(self.shared.phrases));
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
            status: self.shared.status_words.get(word),
            count,
            path: None,
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
        let placed = self.shared.tree.map(|tree| tree.place(path));
        let depth = placed.as_deref().unwrap_or(path).as_str().matches('/').count();
        let mut crumbs = Vec::with_capacity(above.len() + 1);
        if *path != self.shared.home {
            crumbs.push(self.shared.home_link.card());
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
            alternates: self.same_in_languages(path),
            languages: self
                .language_links(|tree| tree.pages.contains(path).then(|| path.clone())),
            image: None,
            published: None,
            modified: None,
            linked_data: None,
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
        let pages = routes::page_count(items, self.page_size());
        let path = |n| self.path(&routes::numbered(first, n), None);
        let shown = routes::on_page(number, items, self.page_size());
        Pagination::new(number, pages, items, path).showing(shown)
    }

    /// The ids on page `number` of a list.
    pub(super) fn on_page<'i, T>(&self, ids: &'i [T], number: usize) -> &'i [T] {
        &ids[routes::on_page(number, ids.len(), self.page_size())]
    }

    /// The ids on page `number` of a list that begins with the last of them; they stay in their order.
    pub(super) fn on_page_from_last<'i, T>(
        &self,
        ids: &'i [T],
        number: usize,
    ) -> &'i [T] {
        let range = routes::on_page(number, ids.len(), self.page_size());
        &ids[ids.len() - range.end..ids.len() - range.start]
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
        self.first_few(self.page_size(), total, of, name, views)
    }

    /// The same of a list of which the page shows at most `size`.
    pub(super) fn first_few<V>(
        &self,
        size: usize,
        total: usize,
        of: &OutPath,
        name: &str,
        views: impl FnOnce(Range<usize>) -> Vec<V>,
    ) -> Part<V> {
        let more = (total > size)
            .then(|| self.list_link(self.shared.phrases.all(), &routes::below(of, name)));
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
        for author in authors {
            line.push_str(&author.title);
            line.push_str(", ");
        }
        // It is copied as plain text, where only characters keep directions apart (Unicode Standard
        // Annex 9, section 2.7: first strong isolate, pop directional isolate).
        let is_apart =
            Direction::of_text(title).is_some_and(|own| own != self.direction());
        let (open, close) = if is_apart { ("\u{2068}", "\u{2069}") } else { ("", "") };
        let title = self.shared.phrases.quoted(&[open, title, close].concat());
        line.push_str(&title);
        line.push_str(", ");
        line.push_str(&self.config().title);
        if let Some(date) = date {
            line.push_str(", ");
            line.push_str(&date.words(self.shared.phrases));
        }
        line.push('.');
        line
    }
}
