//! Ways from page to page: links, crumbs, numbered pages, years.

use super::{Markup, markup};
use serde::Serialize;
use std::ops::Range;

/// A link to a page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// The text.
    pub title: String,
    /// The page's path from the root; `none` where there is no page, as for a confidential
    /// source.
    pub path: Option<String>,
    /// The text as a link to the page, or alone where there is none.
    pub html: Markup,
    /// Attributes that tell the language and direction of the text, where they are not the page's.
    pub spoken: Markup,
}

impl LinkView {
    pub(super) fn new(title: String, path: Option<String>) -> Self {
        Self::spoken(title, path, Markup::default())
    }

    pub(super) fn spoken(title: String, path: Option<String>, spoken: Markup) -> Self {
        let html = markup::link(&title, path.as_deref(), &spoken);
        LinkView { title, path, html, spoken }
    }
}

/// A list that is split into pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pagination {
    /// The number of this page, from 1.
    pub number: usize,
    /// How many pages there are.
    pub pages: usize,
    /// How many items there are on all of them.
    pub items: usize,
    /// The place of the first item of this page among all, from 1.
    pub first: usize,
    /// The place of the last.
    pub last: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The first, the last and those near to this one.
    pub links: Vec<PageLink>,
}

/// A link to one page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageLink {
    /// Its number, from 1.
    pub number: usize,
    /// Its path.
    pub path: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether pages are left out between the link before and this one.
    pub gap: bool,
}

/// A link to what happened in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearLink {
    /// The year as it is written.
    pub year: String,
    /// Its path.
    pub path: String,
    /// How many dated facts it has.
    pub count: usize,
    /// Whether it is this page.
    pub current: bool,
    /// Whether years are left out between the link before and this one.
    pub gap: bool,
}

/// How many links stand on each side of the current page's.
const NEAR: usize = 2;

impl Pagination {
    /// Page `number` (from 1) of `pages`, whose paths `path` tells.
    pub fn new(
        number: usize,
        pages: usize,
        items: usize,
        path: impl Fn(usize) -> String,
    ) -> Self {
        let shown = |n: &usize| *n == 1 || *n == pages || n.abs_diff(number) <= NEAR;
        let mut last = 0;
        let links = (1..=pages)
            .filter(shown)
            .map(|n| {
                let gap = n > last + 1;
                last = n;
                PageLink { number: n, path: path(n), current: n == number, gap }
            })
            .collect();
        Pagination {
            number,
            pages,
            items,
            first: 1,
            last: items,
            previous: (number > 1).then(|| path(number - 1)),
            next: (number < pages).then(|| path(number + 1)),
            links,
        }
    }

    /// The same, where it is told which items the page shows.
    pub fn showing(self, items: Range<usize>) -> Self {
        Pagination { first: items.start + 1, last: items.end, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_links_its_ends_and_the_pages_near() {
        let pages = Pagination::new(6, 12, 1150, |n| format!("page-{n}.html"));
        let numbers: Vec<(usize, bool)> =
            pages.links.iter().map(|link| (link.number, link.gap)).collect();
        let expected = [
            (1, false),
            (4, true),
            (5, false),
            (6, false),
            (7, false),
            (8, false),
            (12, true),
        ];
        assert_eq!(numbers, expected);
        assert_eq!(pages.previous.as_deref(), Some("page-5.html"));
        assert_eq!(pages.next.as_deref(), Some("page-7.html"));
    }

    #[test]
    fn the_ends_of_a_list_lead_no_further() {
        let only = Pagination::new(1, 1, 3, |n| format!("page-{n}.html"));
        assert_eq!((only.previous, only.next, only.links.len()), (None, None, 1));
    }
}
