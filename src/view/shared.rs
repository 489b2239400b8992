//! What the pages of an edition share: small views, each made when the first page shows it.

use super::{
    ArticleCard, Card, CardNumber, ClaimCard, DateView, EventView, LinkView,
    LocationCard, SourceCard, StatusView, TermView, WorldMapView,
};
use crate::config::{Term, Vocabulary};
use crate::files::OutPath;
use crate::keys::Key;
use crate::maps::shape;
use crate::model::{
    ArticleId, ClaimId, Edition, EventId, LanguageTree, Linker, LocationId, Naming,
    Publication, SharedValue, SourceId,
};
use crate::phrases::Phrases;
use crate::routes::OwnPage;
use crate::theme::{CardSource, TemplateData};
use foldhash::HashMap;
use serde::Serialize;
use std::sync::OnceLock;

/// What the pages of an edition share. It outlives the [`Views`](super::Views) of each page, which borrow
/// from it. What is read to make a card is kept with the card, and noted by each page that shows it.
pub struct SharedViews<'e> {
    pub(super) home: OutPath,
    pub(super) home_link: Everywhere<LinkView>,
    pub(super) own: Vec<(OwnPage, Everywhere<LinkView>)>,
    pub(super) kinds: Words<'e, TermView>,
    pub(super) event_kinds: Words<'e, TermView>,
    pub(super) status_words: Words<'e, StatusView>,
    pub(super) answers: Words<'e, StatusView>,
    pub(super) phrases: &'static Phrases,
    pub(super) naming: Naming,
    /// The pages of each language, where the site has several, and which of them the readers' is.
    pub(super) trees: &'e [LanguageTree],
    pub(super) tree: Option<&'e LanguageTree>,
    /// A link to each item.
    pub(super) links: Drawer<LinkView>,
    /// A link to each source by who stands behind it.
    pub(super) makers: Drawer<LinkView>,
    /// What stands of each source beside the texts that cite it, as HTML.
    pub(super) rail: Drawer<String>,
    /// The date of each article.
    pub(super) dates: Drawer<DateView>,
    /// The link to each dated fact.
    pub(super) event_links: Drawer<LinkView>,
    /// The date of each dated fact.
    pub(super) event_dates: Drawer<DateView>,
    pub(super) articles: Cards<ArticleCard>,
    pub(super) locations: Cards<LocationCard>,
    pub(super) sources: Cards<SourceCard>,
    pub(super) events: Cards<EventView>,
    pub(super) claims: Cards<ClaimCard>,
    /// The one map of the world.
    pub(super) world_map: Drawer<WorldMapView>,
}

impl<'e> SharedViews<'e> {
    /// What the pages of an edition share; nothing of it is made yet.
    pub fn new(publication: &'e Publication<'e>) -> Self {
        SharedViews::in_tree(publication, &[])
    }

    /// The key of which pages each language has, on which it hangs where links lead.
    pub fn trees_key(&self) -> Key {
        let key = |tree: &LanguageTree| {
            let mut pages: Vec<&OutPath> = tree.pages.iter().collect();
            pages.sort_unstable();
            Key::of(&(&tree.lang, pages))
        };
        Key::of(&self.trees.iter().map(key).collect::<Vec<_>>())
    }

    /// The pages of the readers' language, where the site has several.
    pub fn tree(&self) -> Option<&'e LanguageTree> {
        self.tree
    }

    /// The same for the readers of one of several languages, the publication's; `trees` are those of all.
    pub fn in_tree(publication: &'e Publication<'e>, trees: &'e [LanguageTree]) -> Self {
        let tree = trees.iter().find(|tree| tree.lang == publication.config().lang);
        let (edition, config) = (publication.edition(), publication.config());
        let home = OwnPage::Home.address();
        let naming: Naming = config.urls.into();
        let to_own = Linker::relative(&home, naming).within(tree);
        let link = |page: OwnPage| {
            let path = to_own.href(&page.address(), None);
            let view = || {
                LinkView::new(page.title(config.phrases).to_owned(), Some(path.clone()))
            };
            (page, Everywhere::new(view))
        };
        let own = OwnPage::ALL.map(link).into();
        let home_path = to_own.href(&home, None);
        let home_link = || {
            LinkView::new(
                OwnPage::Home.title(config.phrases).to_owned(),
                Some(home_path.clone()),
            )
        };
        let home_link = Everywhere::new(home_link);
        // No two cards of a site have one number; the site's own has the number 0.
        let mut next = 1;
        let (items, events) = (edition.item_count(), edition.event_count());
        SharedViews {
            home_link,
            own,
            kinds: Words::new(&config.kinds),
            event_kinds: Words::new(&config.event_kinds),
            status_words: Words::new(&config.statuses),
            answers: Words::new(&config.responses),
            phrases: config.phrases,
            naming,
            trees,
            tree,
            links: Drawer::new(items),
            makers: Drawer::new(items),
            rail: Drawer::new(items),
            dates: Drawer::new(items),
            event_links: Drawer::new(events),
            event_dates: Drawer::new(events),
            articles: Cards::new(edition.articles(), ArticleId::index, &mut next),
            locations: Cards::new(edition.locations(), LocationId::index, &mut next),
            sources: Cards::new(edition.sources(), SourceId::index, &mut next),
            events: Cards::new(edition.events(), EventId::index, &mut next),
            claims: Cards::new(edition.claims(), ClaimId::index, &mut next),
            world_map: Drawer::new(1),
            home,
        }
    }
}

/// A card that is made once, with what was read for it.
type Cell<T> = OnceLock<SharedValue<Card<T>>>;

/// Cards of one sort, by number.
pub(super) struct Drawer<T>(Vec<Cell<T>>);

impl<T> Drawer<T> {
    fn new(length: usize) -> Self {
        Drawer(std::iter::repeat_with(OnceLock::new).take(length).collect())
    }

    /// The card with this number, which `make` makes of `edition` where it is the first to be asked for it.
    pub(super) fn card(
        &self,
        number: usize,
        edition: Edition<'_>,
        make: impl FnOnce() -> T,
    ) -> &Card<T> {
        let make = || edition.make_shared(|| Card::new(make()));
        let shared = self.0[number].get_or_init(make);
        edition.note_shared(shared);
        &shared.value
    }
}

/// The cards of one kind, by the place of their items in the model.
pub(super) struct Cards<V> {
    /// The number of the card at the first place.
    first: u64,
    cards: Vec<Option<Cell<V>>>,
}

impl<V> Cards<V> {
    /// The cards of these, numbered from `next` on, which is then the number behind the last of them.
    fn new<I: Copy>(ids: &[I], index: fn(I) -> usize, next: &mut u64) -> Self {
        let mut cards = Vec::new();
        let length = ids.iter().map(|id| index(*id) + 1).max().unwrap_or_default();
        cards.resize_with(length, || None);
        ids.iter().for_each(|id| cards[index(*id)] = Some(OnceLock::new()));
        let first = *next;
        *next += length as u64;
        Cards { first, cards }
    }

    /// The card of the item at `place`, if it is shown; `make` makes it of `edition` where it is the first
    /// to be asked for it.
    pub(super) fn card(
        &self,
        place: usize,
        edition: Edition<'_>,
        make: impl FnOnce(CardNumber) -> V,
    ) -> Option<Card<V>> {
        let card = self.cards.get(place)?.as_ref()?;
        let number = CardNumber::new(self.first + place as u64);
        let make = || edition.make_shared(|| Card::numbered(number, make(number)));
        let shared = card.get_or_init(make);
        edition.note_shared(shared);
        Some(shared.value.clone())
    }
}

impl<V: Serialize + Send + Sync> CardSource for Cards<V> {
    fn card(&self, number: u64) -> Option<&dyn TemplateData> {
        let place = usize::try_from(number.checked_sub(self.first)?).ok()?;
        let card = self.cards.get(place)?.as_ref()?.get()?;
        Some(card.value.data())
    }
}

impl CardSource for SharedViews<'_> {
    /// A page that shows the card has noted what was read for it.
    fn card(&self, number: u64) -> Option<&dyn TemplateData> {
        let SharedViews { articles, locations, sources, events, claims, .. } = self;
        let kinds: [&dyn CardSource; 5] = [articles, locations, sources, events, claims];
        kinds.into_iter().find_map(|cards| cards.card(number))
    }
}

/// A card that nearly every page shows. Each thread has one of its own: they would wait for each other to
/// count its clones.
pub(super) struct Everywhere<T>(Vec<Card<T>>);

impl<T> Everywhere<T> {
    fn new(view: impl Fn() -> T) -> Self {
        let threads = 0..rayon::current_num_threads().max(1);
        Everywhere(threads.map(|_| Card::new(view())).collect())
    }

    /// The card of this thread.
    pub(super) fn card(&self) -> Card<T> {
        let thread = rayon::current_thread_index().unwrap_or_default();
        self.0[thread % self.0.len()].clone()
    }
}

/// The views of a vocabulary's words.
pub(super) struct Words<'c, T> {
    vocabulary: &'c Vocabulary,
    made: HashMap<&'c str, Card<T>>,
}

impl<'c, T: From<Term>> Words<'c, T> {
    pub(super) fn new(vocabulary: &'c Vocabulary) -> Self {
        let view = |term: &'c Term| (&*term.word, Card::new(term.clone().into()));
        Words { vocabulary, made: vocabulary.terms().iter().map(view).collect() }
    }

    /// What stands where there is no word: a plain fact.
    pub(super) fn plain(&self) -> Card<T> {
        Card::new(self.vocabulary.term("").into())
    }

    /// A word as readers see it.
    pub(super) fn get(&self, word: &str) -> Card<T> {
        let made = self.made.get(word).cloned();
        made.unwrap_or_else(|| Card::new(self.vocabulary.term(word).into()))
    }
}

impl From<Term> for StatusView {
    fn from(Term { word, label, definition, tone, nth, .. }: Term) -> Self {
        let (shape, tone) = (shape(tone, nth), tone.word().to_owned());
        let pattern = format!("{tone}-{}", nth % 2);
        StatusView { slug: word, label, definition, tone, shape, pattern }
    }
}

impl From<Term> for TermView {
    fn from(Term { word, label, definition, .. }: Term) -> Self {
        TermView { slug: word, label, definition }
    }
}
