//! The pages of the site, as jobs that render them.

use super::text::text;
use super::{Artifact, Body, Made, Press};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, Place};
use crate::files::{OutPath, Span};
use crate::keys::Key;
use crate::model::{
    ArticleId, AuthorId, ClaimId, CountryId, Edition, Embed, EntityId, Item, Linker,
    LocationId, Naming, OwnPage, PageId, Reading, Shown, SourceId, TagId, Target,
};
use crate::render::{self, Html, RenderOptions};
use crate::theme::Pages;
use crate::view::{Card, Desk, Long, Stock, TextView, View, place};
use rayon::prelude::*;
use std::sync::Arc;

/// What every page job shares.
struct Printer<'s> {
    press: &'s Press<'s>,
    desk: Desk<'s>,
    pages: Pages<'s>,
    /// What every page is made from.
    common: Key,
    options: RenderOptions,
    naming: Naming,
}

/// One page of the site; a number is that of a page of a list, from 1.
#[derive(Debug, Clone)]
enum Page {
    Home,
    Articles(usize),
    Article(ArticleId),
    Countries,
    Country(CountryId),
    CountryYear(CountryId, i32, usize),
    Locations(usize),
    Location(LocationId),
    Sources(usize),
    Source(SourceId),
    Claims,
    ClaimsStatus(ClaimStatus, usize),
    Claim(ClaimId),
    Entities(usize),
    Entity(EntityId),
    Disagreements(usize),
    Timeline,
    TimelineYear(i32, usize),
    Tags(usize),
    Tag(TagId, usize),
    Authors(usize),
    Author(AuthorId, usize),
    Corrections(usize),
    Free(PageId),
    Long(Long, usize),
    NotFound,
    Redirect(OutPath, Item),
}

/// The artifact of every page.
pub(super) fn pages<'s>(press: &'s Press<'s>) -> Vec<Artifact<'s>> {
    let config = press.edition.config();
    let mut desk = Desk::new(press.edition, press.stock);
    let view = desk.site(press.assets, press.theme.params());
    let raw_html = config.raw_html;
    let naming: Naming = config.urls.into();
    let site = Card::new(view);
    let common = Key::of(&(&site, press.theme.key(), raw_html.word(), naming));
    let options = RenderOptions { raw_html, ..RenderOptions::default() };
    let printer = Arc::new(Printer {
        press,
        desk,
        pages: press.theme.pages(site.value().clone()),
        common,
        options,
        naming,
    });
    let pages = list(press.edition, &printer.desk);
    if press.is_new {
        press.theme.expect(pages.len());
    }
    pages.into_par_iter().map(|page| artifact(&printer, page)).collect()
}

/// Where every page of a site is.
pub(super) fn addresses(edition: &Edition<'_>) -> impl Iterator<Item = OutPath> {
    let stock = Stock::new(edition);
    let desk = Desk::new(edition, &stock);
    let pages = list(edition, &desk);
    let paths = pages.iter().map(|page| path_of(edition, &desk, page));
    paths.collect::<Vec<_>>().into_iter()
}

/// Every page that the site has.
fn list(edition: &Edition<'_>, desk: &Desk<'_>) -> Vec<Page> {
    let size = edition.config().paginate;
    // Every list has at least one page.
    let numbered = |items: usize| 1..=place::pages(items, size);
    let mut pages =
        vec![Page::Home, Page::Countries, Page::Claims, Page::Timeline, Page::NotFound];
    pages.extend(numbered(edition.articles.len()).map(Page::Articles));
    pages.extend(numbered(edition.locations.len()).map(Page::Locations));
    pages.extend(numbered(edition.sources.len()).map(Page::Sources));
    pages.extend(numbered(edition.corrections.len()).map(Page::Corrections));
    pages.extend(numbered(edition.tags.len()).map(Page::Tags));
    pages.extend(numbered(edition.authors.len()).map(Page::Authors));
    pages.extend(numbered(edition.entities.len()).map(Page::Entities));
    let disagreements = edition.disagreements().len();
    pages.extend(numbered(disagreements).map(Page::Disagreements));
    for (status, claims) in desk.claim_statuses() {
        let page = |n| Page::ClaimsStatus(status, n);
        pages.extend(numbered(claims.len()).map(page));
    }
    pages.extend(edition.claims.iter().copied().map(Page::Claim));
    pages.extend(edition.entities.iter().copied().map(Page::Entity));
    pages.extend(edition.articles.iter().copied().map(Page::Article));
    pages.extend(edition.countries.iter().copied().map(Page::Country));
    pages.extend(edition.locations.iter().copied().map(Page::Location));
    pages.extend(edition.sources.iter().copied().map(Page::Source));
    pages.extend(edition.pages.iter().copied().map(Page::Free));
    for id in &edition.tags {
        let articles = edition.with_tag(*id).len();
        pages.extend(numbered(articles).map(|n| Page::Tag(*id, n)));
    }
    for id in &edition.authors {
        let articles = edition.by_author(*id).len();
        pages.extend(numbered(articles).map(|n| Page::Author(*id, n)));
    }
    for (year, events) in desk.years() {
        let year_page = |n| Page::TimelineYear(*year, n);
        pages.extend(numbered(events.len()).map(year_page));
    }
    for id in &edition.countries {
        for (year, events) in desk.country_years(*id).into_iter().flatten() {
            let year_page = |n| Page::CountryYear(*id, *year, n);
            pages.extend(numbered(events.len()).map(year_page));
        }
    }
    for (long, count) in desk.long_lists() {
        pages.extend((1..=count).map(|n| Page::Long(long, n)));
    }
    let redirects = edition.redirects().into_iter();
    pages.extend(redirects.map(|(from, to)| Page::Redirect(from, to)));
    pages
}

/// Where a page is.
fn path_of(edition: &Edition<'_>, desk: &Desk<'_>, page: &Page) -> OutPath {
    let list = |page: OwnPage, n: usize| place::numbered(&page.address(), n);
    match page {
        Page::Home => OwnPage::Home.address(),
        Page::Articles(n) => list(OwnPage::Articles, *n),
        Page::Countries => OwnPage::Countries.address(),
        Page::Locations(n) => list(OwnPage::Locations, *n),
        Page::Sources(n) => list(OwnPage::Sources, *n),
        Page::Claims => OwnPage::Claims.address(),
        Page::ClaimsStatus(status, n) => {
            place::numbered(&place::claims_of(status.word()), *n)
        }
        Page::Entities(n) => list(OwnPage::Entities, *n),
        Page::Disagreements(n) => list(OwnPage::Disagreements, *n),
        Page::Claim(id) => edition.claim(*id).names.address.clone(),
        Page::Entity(id) => edition.entity(*id).names.address.clone(),
        Page::Timeline => OwnPage::Timeline.address(),
        Page::Tags(n) => list(OwnPage::Tags, *n),
        Page::Authors(n) => list(OwnPage::Authors, *n),
        Page::Corrections(n) => list(OwnPage::Corrections, *n),
        Page::NotFound => OwnPage::NotFound.address(),
        Page::Article(id) => edition.article(*id).names.address.clone(),
        Page::Country(id) => edition.country(*id).names.address.clone(),
        Page::Location(id) => edition.location(*id).names.address.clone(),
        Page::Source(id) => edition.source(*id).names.address.clone(),
        Page::Free(id) => edition.page(*id).names.address.clone(),
        Page::Tag(id, n) => place::numbered(&edition.tag(*id).address, *n),
        Page::Author(id, n) => place::numbered(&edition.author(*id).address, *n),
        Page::TimelineYear(year, n) => {
            place::numbered(&place::year(&OwnPage::Timeline.address(), *year), *n)
        }
        Page::CountryYear(id, year, n) => {
            let country = &edition.country(*id).names.address;
            place::numbered(&place::year(country, *year), *n)
        }
        Page::Long(long, n) => desk.long_path(*long, *n),
        Page::Redirect(from, _) => from.clone(),
    }
}

fn artifact<'s>(printer: &Arc<Printer<'s>>, page: Page) -> Artifact<'s> {
    let (path, from) =
        (path_of(printer.press.edition, &printer.desk, &page), printer.from(&page));
    let ground = printer.ground(&page);
    let printer = Arc::clone(printer);
    let job = move |there| printer.print(&page, there);
    Artifact { path, from, body: Body::Job(ground, Box::new(job)) }
}

impl<'s> Printer<'s> {
    /// What of the site a page is made from, for messages about it.
    fn from(&self, page: &Page) -> Place {
        let edition = self.press.edition;
        let start = |item: Item| edition.prose(item).map(|p| Span::start_of(p.file));
        let span = match page {
            Page::Article(id) => Some(edition.article(*id).place),
            Page::Location(id) => Some(edition.location(*id).place),
            Page::Source(id) => Some(edition.source(*id).place),
            Page::Claim(id) => Some(edition.claim(*id).place),
            Page::Entity(id) => Some(edition.entity(*id).place),
            Page::Free(id) => Some(edition.page(*id).place),
            Page::Tag(id, _) => Some(edition.tag(*id).place),
            Page::Author(id, _) => Some(edition.author(*id).place),
            Page::Country(id) => start(Item::Country(*id)),
            Page::Home => start(Item::Home),
            _ => None,
        };
        span.map_or(Place::Site, Place::Text)
    }

    /// The key of all that a page could be made from: what all pages are, and what runs on in its own
    /// text and in the sentences that name what it is about.
    fn ground(&self, page: &Page) -> Key {
        let edition = self.press.edition;
        let about = self.about(page).map(|item| {
            (edition.prose(item).map(|prose| prose.key), edition.mentions_key(item))
        });
        Key::of(&(self.press.ground, self.common, about))
    }

    /// The item whose text a page shows, or the sentences that name it. No page shows those of
    /// another.
    fn about(&self, page: &Page) -> Option<Item> {
        Some(match page {
            Page::Home => Item::Home,
            Page::Article(id) => Item::Article(*id),
            Page::Country(id) => Item::Country(*id),
            Page::Location(id) => Item::Location(*id),
            Page::Source(id) => Item::Source(*id),
            Page::Claim(id) => Item::Claim(*id),
            Page::Entity(id) => Item::Entity(*id),
            Page::Free(id) => Item::Page(*id),
            Page::Long(long, _) => self.desk.long_item(*long),
            _ => return None,
        })
    }

    /// The HTML of a page, unless the version `there` is the same.
    fn print(&self, page: &Page, there: Option<Key>) -> Result<Made, Box<Diagnostic>> {
        let desk = &self.desk;
        match page {
            Page::Home => self.told(there, Item::Home, |text| desk.home(text)),
            Page::Articles(n) => self.listed(there, &desk.articles(*n)),
            Page::Article(id) => {
                self.told(there, Item::Article(*id), |text| desk.article(*id, text))
            }
            Page::Countries => self.listed(there, &desk.countries()),
            Page::Country(id) => {
                self.told(there, Item::Country(*id), |text| desk.country(*id, text))
            }
            Page::CountryYear(id, year, n) => {
                self.listed(there, &desk.country_year(*id, *year, *n))
            }
            Page::Locations(n) => self.listed(there, &desk.locations(*n)),
            Page::Location(id) => {
                self.told(there, Item::Location(*id), |text| desk.location(*id, text))
            }
            Page::Sources(n) => self.listed(there, &desk.sources(*n)),
            Page::Source(id) => {
                self.told(there, Item::Source(*id), |text| desk.source(*id, text))
            }
            Page::Claims => self.listed(there, &desk.claims()),
            Page::ClaimsStatus(status, n) => {
                self.listed(there, &desk.claims_status(*status, *n))
            }
            Page::Claim(id) => {
                self.told(there, Item::Claim(*id), |text| desk.claim(*id, text))
            }
            Page::Entities(n) => self.listed(there, &desk.entities(*n)),
            Page::Entity(id) => {
                self.told(there, Item::Entity(*id), |text| desk.entity(*id, text))
            }
            Page::Disagreements(n) => self.listed(there, &desk.disagreements(*n)),
            Page::Timeline => self.listed(there, &desk.timeline()),
            Page::TimelineYear(year, n) => {
                self.listed(there, &desk.timeline_year(*year, *n))
            }
            Page::Tags(n) => self.listed(there, &desk.tags(*n)),
            Page::Tag(id, n) => self.listed(there, &desk.tag(*id, *n)),
            Page::Authors(n) => self.listed(there, &desk.authors(*n)),
            Page::Author(id, n) => self.listed(there, &desk.author(*id, *n)),
            Page::Corrections(n) => self.listed(there, &desk.corrections(*n)),
            Page::Free(id) => {
                self.told(there, Item::Page(*id), |text| desk.page(*id, text))
            }
            Page::Long(long, n) => self.listed(there, &desk.long_list(*long, *n)),
            Page::NotFound => self.listed(there, &desk.not_found()),
            Page::Redirect(from, to) => self.listed(there, &desk.redirect(from, *to)),
        }
    }

    /// A page with the text of `item`.
    fn told<V: View>(
        &self,
        there: Option<Key>,
        item: Item,
        view: impl FnOnce(TextView<'s>) -> V,
    ) -> Result<Made, Box<Diagnostic>> {
        let reading = self.press.edition.reading(item);
        let key = self.text_key(item, &reading);
        let view = view(self.desk.text(item, key, &reading));
        Made::unless(there, self.key(&view), || {
            let html = self.text(item, &reading)?;
            let texts = [("body_html", html.as_str())];
            self.pages.render(V::TEMPLATE, &view, &texts)
        })
    }

    /// A page without a text of its own.
    fn listed<V: View>(
        &self,
        there: Option<Key>,
        view: &V,
    ) -> Result<Made, Box<Diagnostic>> {
        Made::unless(there, self.key(view), || self.show(view))
    }

    fn key<V: View>(&self, view: &V) -> Key {
        Key::of(&(self.common, V::TEMPLATE, view))
    }

    /// The key of all that the text of an item is made from.
    fn text_key(&self, item: Item, reading: &Reading) -> Key {
        let Some(prose) = self.press.edition.prose(item) else { return Key::default() };
        let shown = reading.targets.iter().filter_map(|target| match target {
            Target::Embed(embed) => Some(self.embed_key(item, embed)),
            _ => None,
        });
        let shown: Vec<Key> = shown.collect();
        Key::of(&(prose.key, &reading.targets, shown, self.press.edition.address(item)))
    }

    /// The rendered text of an item.
    fn text(&self, item: Item, reading: &Reading) -> Result<Html, Box<Diagnostic>> {
        let edition = self.press.edition;
        let Some(prose) = edition.prose(item) else { return Ok(Html::default()) };
        let text = prose.manuscript(text(self.press.texts, prose)?);
        let tree = prose.tree(&text);
        let from = edition.address(item);
        let to = Linker::relative(from, self.naming);
        let body = render::body(
            &tree,
            text.text(),
            &prose.outline.headings,
            &reading.targets,
            &to,
            &self.options,
        );
        let shown: Result<Vec<Html>, _> =
            body.slots.iter().map(|slot| self.embed(item, &slot.embed)).collect();
        Ok(body.filled(&shown?).whole())
    }

    /// The HTML of what is shown in place in the text of `item`.
    fn embed(&self, item: Item, embed: &Embed) -> Result<Html, Box<Diagnostic>> {
        let desk = &self.desk;
        let html = match embed.shown {
            Shown::Claim(id) => self.show(&desk.claim_embed(item, embed, id)),
            Shown::Source(id) => self.show(&desk.source_embed(item, embed, id)),
            Shown::Location(id) => self.show(&desk.location_embed(item, embed, id)),
            Shown::Timeline(of) => self.show(&desk.timeline_embed(item, embed, of)),
        };
        // A template's text and all that it is given is UTF-8.
        html.map(|html| Html::templated(String::from_utf8(html).unwrap_or_default()))
    }

    fn embed_key(&self, item: Item, embed: &Embed) -> Key {
        let desk = &self.desk;
        match embed.shown {
            Shown::Claim(id) => self.key(&desk.claim_embed(item, embed, id)),
            Shown::Source(id) => self.key(&desk.source_embed(item, embed, id)),
            Shown::Location(id) => self.key(&desk.location_embed(item, embed, id)),
            Shown::Timeline(of) => self.key(&desk.timeline_embed(item, embed, of)),
        }
    }

    fn show<V: View>(&self, view: &V) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.pages.render(V::TEMPLATE, view, &[])
    }
}
