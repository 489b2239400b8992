//! The site's timeline.

use super::place;
use super::{Card, Desk, EventView, LinkView, PageHead, Pagination, View, YearLink};
use crate::files::OutPath;
use crate::model::{CountryId, EventId, Item, OwnPage};
use serde::Serialize;

/// `pages/timeline.html`: the years, and the latest dated facts.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct TimelinePage {
    /// What every page has.
    pub page: PageHead,
    /// The years that have dated facts, newest first, as the facts.
    pub years: Vec<YearLink>,
    /// How many dated facts there are in all.
    pub total: usize,
    /// The latest dated facts, newest first.
    pub events: Vec<Card<EventView>>,
    /// The year of the next one, where not all are shown here.
    pub earlier: Option<Card<LinkView>>,
}

impl View for TimelinePage {
    const TEMPLATE: &'static str = "pages/timeline.html";
}

/// `pages/timeline-year.html`: one year's dated facts, of the site or of a country.
#[derive(Debug, Clone, Serialize, Hash)]
pub struct TimelineYearPage {
    /// What every page has.
    pub page: PageHead,
    /// The year as it is written.
    pub year: String,
    /// The name of the country whose facts these are, where it is not the whole site.
    pub country: Option<String>,
    /// The years that have dated facts, oldest first.
    pub years: Vec<YearLink>,
    /// The year's dated facts on this page, oldest first.
    pub events: Vec<Card<EventView>>,
    /// Where this page stands among the others of the year.
    pub pagination: Pagination,
}

impl View for TimelineYearPage {
    const TEMPLATE: &'static str = "pages/timeline-year.html";
}

/// How many dated facts the overview shows.
const LATEST: usize = 30;

impl Desk<'_> {
    /// The overview of the timeline.
    pub fn timeline(&self) -> TimelinePage {
        let path = OwnPage::Timeline.address();
        TimelinePage {
            page: self.head("timeline", "timeline", "Timeline", &path, &[]),
            years: self.years_of_site(None).into_iter().rev().collect(),
            total: self.edition.events.len(),
            events: self.latest_events(LATEST),
            earlier: self.edition.events.iter().rev().nth(LATEST).map(|id| {
                let year = self.edition.event(*id).date.year();
                let path = place::year(&path, year);
                self.list_link(&place::year_words(year), &path)
            }),
        }
    }

    /// The latest dated facts, newest first.
    pub(super) fn latest_events(&self, count: usize) -> Vec<Card<EventView>> {
        self.event_cards(self.edition.events.iter().rev().take(count))
    }

    /// Page `number` (from 1) of one year of the timeline.
    pub fn timeline_year(&self, year: i32, number: usize) -> TimelineYearPage {
        let all = self.years().get(&year).map_or(&[][..], Vec::as_slice);
        let above = [self.section_link(OwnPage::Timeline)];
        let years = self.years_of_site(Some(year));
        let first = place::year(&OwnPage::Timeline.address(), year);
        self.year_page(year, (&first, number), all, years, &above)
    }

    /// Page `number` (from 1) of one year of a country's dated facts.
    pub fn country_year(
        &self,
        id: CountryId,
        year: i32,
        number: usize,
    ) -> TimelineYearPage {
        let years = self.country_years(id).and_then(|years| years.get(&year));
        let all = years.map_or(&[][..], Vec::as_slice);
        let country = self.edition.country(id);
        let above = [self.link(Item::Country(id))];
        let years = self.years_of(id, Some(year));
        let first = place::year(&country.names.address, year);
        let mut view = self.year_page(year, (&first, number), all, years, &above);
        view.page.title = format!("{}, {}", country.name, view.year);
        view.page.full_title = self.full_title(&view.page.title);
        view.page.section = "countries";
        view.country = Some(country.name.clone());
        view
    }

    fn year_page(
        &self,
        year: i32,
        (first, number): (&OutPath, usize),
        all: &[EventId],
        years: Vec<YearLink>,
        above: &[Card<LinkView>],
    ) -> TimelineYearPage {
        let path = place::numbered(first, number);
        let shown = place::year_words(year);
        TimelineYearPage {
            page: self.head("timeline-year", "timeline", &shown, &path, above),
            year: shown,
            country: None,
            years,
            events: self.event_cards(self.on_page(all, number)),
            pagination: self.pagination(first, number, all.len()),
        }
    }

    fn years_of_site(&self, current: Option<i32>) -> Vec<YearLink> {
        let counts = self.years().iter().map(|(year, ids)| (*year, ids.len()));
        self.year_links(&OwnPage::Timeline.address(), counts, current)
    }

    /// The years of a country whose dated facts are too many for its page; else none.
    pub(super) fn years_of(&self, id: CountryId, current: Option<i32>) -> Vec<YearLink> {
        let years = self.country_years(id);
        let counts = years.into_iter().flatten().map(|(year, ids)| (*year, ids.len()));
        self.year_links(&self.edition.country(id).names.address, counts, current)
    }

    fn year_links(
        &self,
        of: &OutPath,
        counts: impl Iterator<Item = (i32, usize)>,
        current: Option<i32>,
    ) -> Vec<YearLink> {
        counts
            .map(|(year, count)| YearLink {
                year: place::year_words(year),
                path: self.path(&place::year(of, year), None),
                count,
                current: current == Some(year),
            })
            .collect()
    }

    /// The path of a dated fact on the page of its year.
    pub(super) fn event_path(&self, id: EventId) -> String {
        let event = self.edition.event(id);
        let year = event.date.year();
        let first = place::year(&OwnPage::Timeline.address(), year);
        let all = self.years().get(&year).map_or(&[][..], Vec::as_slice);
        // A year's facts are in the order of their ids.
        let at = all.binary_search(&id).unwrap_or_default();
        let page = place::numbered(&first, at / self.page_size() + 1);
        self.path(&page, Some(&event.anchor))
    }
}
