//! The site's timeline.

use super::listing::Listing;
use super::{Card, EventView, LinkView, PageHead, Pagination, View, Views, YearLink};
use crate::diag::Place;
use crate::files::OutPath;
use crate::model::{CountryId, EventId, Item};
use crate::routes::{self, OwnPage};
use serde::Serialize;

/// `pages/timeline.html`: the years, and the latest dated facts.
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
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

/// So many years are all linked from the page of each.
const FEW_YEARS: usize = 60;

/// Where there are more, so many are on each side of the page's own, beside the first and the last.
const NEAR_YEARS: usize = 10;

/// Which of `count` years are linked, by their place: all of them from the overview, where there is no `here`,
/// and from the page of a year those near to it where they are many. Else each page would grow
/// with the number of them.
fn shown_years(count: usize, here: Option<usize>) -> impl Iterator<Item = usize> {
    let here = here.filter(|_| count > FEW_YEARS);
    (0..count).filter(move |at| {
        let near = |here: usize| at.abs_diff(here) <= NEAR_YEARS;
        *at == 0 || at + 1 == count || here.is_none_or(near)
    })
}

/// How many dated facts the overview shows.
const LATEST: usize = 30;

/// The timeline, its years, and the years of countries that have many dated facts.
pub(super) fn pages(all: &mut Listing<'_>) {
    let path = OwnPage::Timeline.address();
    all.page(path.clone(), Place::Site, |views| Box::new(views.timeline()));
    for (year, count) in all.edition.years() {
        let first = routes::year(&path, year);
        all.list(&first, Place::Site, count, move |views, n| {
            Box::new(views.timeline_year(year, n))
        });
    }
    for id in all.edition.countries() {
        let (id, country) = (*id, all.edition.address(Item::Country(*id)));
        for (year, events) in all.edition.years_of_country(id).into_iter().flatten() {
            let (year, first) = (*year, routes::year(country, *year));
            all.list(&first, Place::Site, events.len(), move |views, n| {
                Box::new(views.country_year(id, year, n))
            });
        }
    }
}

impl Views<'_> {
    /// The overview of the timeline.
    pub fn timeline(&self) -> TimelinePage {
        let path = OwnPage::Timeline.address();
        TimelinePage {
            page: self.head(
                "timeline",
                "timeline",
                self.shared.phrases.timeline(),
                &path,
                &[],
            ),
            years: self.years_of_site(None).into_iter().rev().collect(),
            total: self.edition.events().len(),
            events: self.latest_events(LATEST),
            earlier: self.edition.events().iter().rev().nth(LATEST).map(|id| {
                let year = self.edition.event(*id).date.year();
                let path = routes::year(&path, year);
                self.list_link(&routes::year_words(year), &path)
            }),
        }
    }

    /// The latest dated facts, newest first.
    pub(super) fn latest_events(&self, count: usize) -> Vec<Card<EventView>> {
        self.event_cards(self.edition.events().iter().rev().take(count))
    }

    /// The latest years of the site, newest first.
    pub(super) fn latest_years(&self, count: usize) -> Vec<YearLink> {
        let mut years: Vec<(i32, usize)> = self.edition.years().collect();
        years.reverse();
        years.truncate(count);
        self.year_links(&OwnPage::Timeline.address(), years.into_iter(), None)
    }

    /// Page `number` (from 1) of one year of the timeline.
    pub fn timeline_year(&self, year: i32, number: usize) -> TimelineYearPage {
        let all = self.edition.in_year(year);
        let above = [self.section_link(OwnPage::Timeline)];
        let years = self.years_of_site(Some(year));
        let first = routes::year(&OwnPage::Timeline.address(), year);
        self.year_page(year, (&first, number), all, years, &above)
    }

    /// Page `number` (from 1) of one year of a country's dated facts.
    pub fn country_year(
        &self,
        id: CountryId,
        year: i32,
        number: usize,
    ) -> TimelineYearPage {
        let years = self.edition.years_of_country(id);
        let years = years.and_then(|years| years.get(&year));
        let all = years.map_or(&[][..], Vec::as_slice);
        let country = self.edition.country(id);
        let above = [self.link(Item::Country(id))];
        let years = self.years_of(id, Some(year));
        let first = routes::year(&country.names.address, year);
        let mut view = self.year_page(year, (&first, number), all, years, &above);
        view.page.title = self.shared.phrases.year_of_country(&country.name, &view.year);
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
        let path = routes::numbered(first, number);
        let shown = routes::year_words(year);
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
        self.year_links(&OwnPage::Timeline.address(), self.edition.years(), current)
    }

    /// The years of a country whose dated facts are too many for its page; else none.
    pub(super) fn years_of(&self, id: CountryId, current: Option<i32>) -> Vec<YearLink> {
        let years = self.edition.years_of_country(id);
        let counts = years.into_iter().flatten().map(|(year, ids)| (*year, ids.len()));
        self.year_links(&self.edition.country(id).names.address, counts, current)
    }

    fn year_links(
        &self,
        of: &OutPath,
        counts: impl Iterator<Item = (i32, usize)>,
        current: Option<i32>,
    ) -> Vec<YearLink> {
        let all: Vec<(i32, usize)> = counts.collect();
        let here = current.and_then(|year| all.iter().position(|one| one.0 == year));
        let shown = shown_years(all.len(), here);
        let mut next = 0;
        let links = shown.map(|at| {
            let ((year, count), gap) = (all[at], at > next);
            next = at + 1;
            YearLink {
                year: routes::year_words(year),
                path: self.path(&routes::year(of, year), None),
                count,
                current: current == Some(year),
                gap,
            }
        });
        links.collect()
    }

    /// The path of a dated fact on the page of its year.
    pub(super) fn event_path(&self, id: EventId) -> String {
        let event = self.edition.event(id);
        let (year, page) = self.edition.event_page(id);
        let first = routes::year(&OwnPage::Timeline.address(), year);
        let page = routes::numbered(&first, page);
        self.path(&page, Some(&event.anchor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_years_those_near_are_linked_and_the_ends() {
        let shown: Vec<usize> = shown_years(1000, Some(500)).collect();
        assert_eq!((shown.len(), shown[0], shown[1], shown[22]), (23, 0, 490, 999));
        assert_eq!(shown_years(1000, None).count(), 1000);
        assert_eq!(shown_years(60, Some(3)).count(), 60);
    }
}
