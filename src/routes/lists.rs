//! Where lists are, and the pages that a long one is split into.

use super::{OwnPage, fixed};
use crate::files::OutPath;
use std::ops::Range;

/// The folder of the claims of each status, beside that of the claims' own pages: an id can't be in
/// its way.
pub(super) const CLAIMS_BY_STATUS: &str = "claims-by-status";

/// The path of something below the page at `of`: `countries/ie.html` and `articles` make
/// `countries/ie/articles.html`.
pub fn below(of: &OutPath, name: &str) -> OutPath {
    fixed(&format!("{}/{name}.html", stem(of)))
}

/// The path of the feed of what is at `of`, which lies beside its page: `countries/ie.xml`.
pub fn feed_beside(of: &OutPath) -> OutPath {
    fixed(&format!("{}.xml", stem(of)))
}

/// The path of a page for the readers of a language, in the folder of that.
pub fn of_language(folder: &str, path: &OutPath) -> OutPath {
    fixed(&format!("{folder}/{path}"))
}

/// The path of the claims of a status.
pub fn claims_of(status: &str) -> OutPath {
    fixed(&format!("{CLAIMS_BY_STATUS}/{status}.html"))
}

/// The path of what stands under a letter of the index.
pub fn letter(slug: &str) -> OutPath {
    below(&OwnPage::Index.address(), slug)
}

/// The path of page `number` (from 1) of the list that begins at `first`.
pub fn numbered(first: &OutPath, number: usize) -> OutPath {
    if number <= 1 { first.clone() } else { below(first, &format!("page-{number}")) }
}

/// The folder in which what belongs to a page lies.
fn stem(path: &OutPath) -> &str {
    let path = path.as_str();
    path.strip_suffix("/index.html")
        .or_else(|| path.strip_suffix(".html"))
        .unwrap_or(path)
}

/// The path of the first page of a year of what is at `of`: `timeline/2022.html`.
pub fn year(of: &OutPath, year: i32) -> OutPath {
    below(of, &year_words(year))
}

/// A year as it is written: four digits, one before the year 1 with a minus.
pub fn year_words(year: i32) -> String {
    format!("{year:04}")
}

/// How many pages `items` take at `size` a page; at least one.
pub fn page_count(items: usize, size: usize) -> usize {
    items.div_ceil(size.max(1)).max(1)
}

/// The items of page `number` (from 1) of a list of `items` at `size` a page.
pub fn on_page(number: usize, items: usize, size: usize) -> Range<usize> {
    let start = (number.max(1) - 1).saturating_mul(size).min(items);
    start..(start + size).min(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_has_its_pages_in_a_folder_of_its_own() {
        let path = |first: &str, n| numbered(&fixed(first), n).to_string();
        assert_eq!(path("articles/index.html", 1), "articles/index.html");
        assert_eq!(path("articles/index.html", 2), "articles/page-2.html");
        assert_eq!(path("tags/a.html", 2), "tags/a/page-2.html");
        let ireland = fixed("countries/ie/index.html");
        assert_eq!(below(&ireland, "articles").as_str(), "countries/ie/articles.html");
    }

    #[test]
    fn every_item_is_on_one_page() {
        assert_eq!(
            (page_count(0, 100), page_count(100, 100), page_count(101, 100)),
            (1, 1, 2)
        );
        assert_eq!(on_page(2, 101, 100), 100..101);
        assert_eq!(on_page(1, 0, 100), 0..0);
    }
}
