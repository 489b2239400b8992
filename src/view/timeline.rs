//! The site's timeline.

use super::histogram::month_anchor;
use super::listing::Listing;
use super::{
    Card, EventView, GroupLink, GroupLinks, Histogram, LaneView, LinkView, PageHead,
    Pagination, View, Views, YearLink,
};
use crate::diag::Place;
use crate::files::OutPath;
use crate::model::{CountryId, EventId, Item};
use crate::routes::{self, Grouping, OwnPage};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The dated facts of one month on a page.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineMonth {
    /// The month in words: `October 2022`; a year, where the month is not known.
    pub title: String,
    /// Its fragment, to which the histogram leads: `m2022-10`.
    pub anchor: String,
    /// The facts, newest first.
    pub events: Vec<Card<EventView>>,
}

/// `pages/timeline.html`: the years, and the latest dated facts.
#[derive(Debug, Clone, Serialize)]
pub struct TimelinePage {
    /// What every page has.
    pub page: PageHead,
    /// The histogram, which leads to every month; none where there are no dated facts.
    pub histogram: Option<Histogram>,
    /// The years that have dated facts, newest first, where the histogram has not room for all; else empty.
    pub years: Vec<YearLink>,
    /// The ways to the facts of a kind, and of a country.
    pub ways: Vec<GroupLinks>,
    /// The lanes in which facts stand; empty where the site has none.
    pub lanes: Vec<LaneView>,
    /// How many dated facts there are in all.
    pub total: usize,
    /// How many of them are shown here.
    pub shown: usize,
    /// The latest dated facts by month, newest first.
    pub months: Vec<TimelineMonth>,
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
    /// The histogram of the site's timeline; none where it is a country's.
    pub histogram: Option<Histogram>,
    /// The years that have dated facts, newest first, where no histogram has room for all; else empty.
    pub years: Vec<YearLink>,
    /// The lanes in which facts stand; empty where the site has none.
    pub lanes: Vec<LaneView>,
    /// The year's dated facts on this page by month, newest first.
    pub months: Vec<TimelineMonth>,
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
    all.groups(Grouping::DatesByKind);
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
        let latest: Vec<EventId> =
            self.edition.events().iter().rev().take(LATEST).copied().collect();
        let mut ways = self.group_links(Grouping::DatesByKind, None);
        ways.extend(self.countries_with_dates());
        let histogram = self.histogram(None);
        TimelinePage {
            page: self.head(
                "timeline",
                "timeline",
                self.shared.phrases.timeline(),
                &path,
                &[],
            ),
            years: self.years_beyond(histogram.as_ref(), None),
            histogram,
            ways,
            lanes: self.lanes(),
            total: self.edition.events().len(),
            shown: latest.len(),
            months: self.by_month(&latest),
            earlier: self.edition.events().iter().rev().nth(LATEST).map(|id| {
                let year = self.edition.event(*id).date.year();
                let path = routes::year(&path, year);
                self.list_link(&routes::year_words(year), &path)
            }),
        }
    }

    /// The countries that have dated facts, each with the list of them.
    fn countries_with_dates(&self) -> Option<GroupLinks> {
        let link = |id: &CountryId| {
            let count = self.edition.of_country(*id).events.len();
            let of = self.edition.address(Item::Country(*id));
            let path = match count {
                0 => return None,
                few if few <= self.config().excerpt() => self.path(of, Some("timeline")),
                _ => self.path(&routes::below(of, "dates"), None),
            };
            let label = self.edition.country(*id).name.clone();
            Some(GroupLink { label, path, count, current: false })
        };
        let links: Vec<GroupLink> =
            self.edition.countries().iter().filter_map(link).collect();
        let title = self.shared.phrases.by_country().to_owned();
        (!links.is_empty()).then_some(GroupLinks { title, links })
    }

    /// Dated facts, newest first, by month.
    fn by_month(&self, ids: &[EventId]) -> Vec<TimelineMonth> {
        let of = |id: &EventId| {
            let date = &self.edition.event(*id).date;
            (date.year(), date.month())
        };
        let mut months: BTreeMap<Reverse<(i32, Option<u8>)>, Vec<EventId>> =
            BTreeMap::new();
        for id in ids {
            months.entry(Reverse(of(id))).or_default().push(*id);
        }
        let view =
            |(Reverse((year, month)), ids): (Reverse<_>, Vec<EventId>)| TimelineMonth {
                title: self.month_words(year, month),
                anchor: month_anchor(year, month),
                events: self.event_cards(&ids),
            };
        months.into_iter().map(view).collect()
    }

    /// The years, newest first, where a histogram has not room for all of them; else none.
    fn years_beyond(
        &self,
        histogram: Option<&Histogram>,
        current: Option<i32>,
    ) -> Vec<YearLink> {
        let all = self.edition.years().count();
        let has_all = histogram.is_some_and(|shown| shown.years.len() == all);
        if has_all { Vec::new() } else { self.years_of_site(current) }
    }

    /// The latest dated facts, newest first.
    pub(super) fn latest_events(&self, count: usize) -> Vec<Card<EventView>> {
        self.event_cards(self.edition.events().iter().rev().take(count))
    }

    /// The latest years of the site, newest first.
    pub(super) fn latest_years(&self, count: usize) -> Vec<YearLink> {
        let all = self.edition.years().count();
        let years = self.edition.years().skip(all.saturating_sub(count));
        self.year_links(&OwnPage::Timeline.address(), years, None)
    }

    /// Page `number` (from 1) of one year of the timeline.
    pub fn timeline_year(&self, year: i32, number: usize) -> TimelineYearPage {
        let all = self.edition.in_year(year);
        let above = [self.section_link(OwnPage::Timeline)];
        let first = routes::year(&OwnPage::Timeline.address(), year);
        let histogram = self.histogram(Some(year));
        let years = self.years_beyond(histogram.as_ref(), Some(year));
        let view = self.year_page(year, (&first, number), all, years, &above);
        TimelineYearPage { histogram, ..view }
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
        let mut shown_ids = self.on_page_from_last(all, number).to_vec();
        shown_ids.reverse();
        TimelineYearPage {
            page: self.head("timeline-year", "timeline", &shown, &path, above),
            year: shown,
            country: None,
            histogram: None,
            years,
            lanes: self.lanes(),
            months: self.by_month(&shown_ids),
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
        let mut all: Vec<(i32, usize)> = counts.collect();
        all.reverse();
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
