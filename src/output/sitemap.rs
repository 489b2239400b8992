//! `sitemap.xml` (sitemaps.org, version 0.9): every page that is to be found.

use super::xml::{Xml, escaped};
use super::{Artifact, Body};
use crate::config::BaseUrl;
use crate::dates::Edtf;
use crate::diag::Place;
use crate::files::OutPath;
use crate::model::{Edition, Item, Linker};
use crate::view::place;
use foldhash::{HashMap, HashSet};
use rayon::prelude::*;

/// Where the sitemap is.
pub(super) const PATH: &str = "sitemap.xml";

/// The root's namespace.
const XMLNS: [(&str, &str); 1] =
    [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];

/// How many addresses a file may hold; more are split, and the sitemap lists the files.
const LIMIT: usize = 50_000;

/// How many pages are written by one thread at a time.
const MADE_AT_ONCE: usize = 1_000;

/// One page of the sitemap.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    address: String,
    /// The day of its last change, `2022-10-27`, where it is known to the day.
    changed: Option<String>,
}

/// The sitemap of `pages`, the artifacts of all pages in the order of their paths. Old addresses and the page for those
/// that don't exist are left out. A sitemap holds whole addresses, so there is none without
/// `base_url`.
pub(super) fn sitemap<'a>(
    edition: &Edition<'_>,
    pages: &[Artifact<'a>],
) -> Vec<Artifact<'a>> {
    let Some(base) = &edition.config().base_url else { return Vec::new() };
    let entries = entries(edition, base, pages);
    let home = path(place::HOME);
    let to = Linker::absolute(&home, base.as_str(), edition.config().urls.into());
    let files = split(&entries, LIMIT, |file| to.href(&path(file), None));
    let artifact = |(file, bytes): (String, Vec<u8>)| Artifact {
        path: path(&file),
        from: Place::Site,
        body: Body::Bytes(bytes),
    };
    files.into_iter().map(artifact).collect()
}

/// The path of one of this room's own files.
pub(super) fn path(file: &str) -> OutPath {
    OutPath::new(file).unwrap_or_else(|_| unreachable!("{file} is a path"))
}

/// The entries of `pages`, which come in the order of their paths.
fn entries(edition: &Edition<'_>, base: &BaseUrl, pages: &[Artifact<'_>]) -> Vec<Entry> {
    let not_found = path(place::NOT_FOUND);
    let old = edition.redirects().into_iter().map(|(from, _)| from);
    let hidden: HashSet<OutPath> = old.chain([not_found]).collect();
    let changed = changed(edition);
    let naming = edition.config().urls.into();
    let shown = pages.par_iter().map(|page| &page.path);
    let entry = |page: &OutPath| Entry {
        address: Linker::absolute(page, base.as_str(), naming).href(page, None),
        changed: changed.get(page).and_then(|date| day(date)),
    };
    shown.filter(|page| !hidden.contains(*page)).map(entry).collect()
}

/// The date of the last change of each page of which it is known. What a list shows changes
/// with what is in it, which nobody dates.
fn changed<'e>(edition: &'e Edition<'_>) -> HashMap<&'e OutPath, &'e Edtf> {
    let mut dates = HashMap::default();
    let mut add = |item: Item, date: Option<&'e Edtf>| {
        dates.extend(date.map(|date| (edition.address(item), date)));
    };
    for id in &edition.articles {
        let article = edition.article(*id);
        let date = article.updated.as_ref().unwrap_or(&article.date);
        add(Item::Article(*id), Some(date));
    }
    for id in &edition.pages {
        let page = edition.page(*id);
        add(Item::Page(*id), page.updated.as_ref().or(page.date.as_ref()));
    }
    for id in &edition.countries {
        add(Item::Country(*id), edition.country(*id).updated.as_ref());
    }
    dates
}

/// The day of a date that is known to the day.
fn day(date: &Edtf) -> Option<String> {
    let machine = date.machine()?;
    let day = machine.get(..10)?;
    day.parse::<jiff::civil::Date>().is_ok().then(|| day.to_owned())
}

/// The files of a sitemap, by name: one, or an index and as many as hold `limit` each.
fn split(
    entries: &[Entry],
    limit: usize,
    address: impl Fn(&str) -> String,
) -> Vec<(String, Vec<u8>)> {
    if entries.len() <= limit {
        return vec![(PATH.to_owned(), urls(entries))];
    }
    let parts = entries.chunks(limit).enumerate();
    let mut files: Vec<(String, Vec<u8>)> =
        parts.map(|(n, part)| (format!("sitemap-{}.xml", n + 1), urls(part))).collect();
    let mut xml = Xml::new("sitemapindex", &XMLNS);
    for (file, _) in &files {
        xml.open("sitemap", &[]);
        xml.text("loc", &[], &address(file));
        xml.close("sitemap");
    }
    files.insert(0, (PATH.to_owned(), xml.finish("sitemapindex")));
    files
}

fn urls(entries: &[Entry]) -> Vec<u8> {
    let mut xml = Xml::new("urlset", &XMLNS);
    let parts: Vec<String> = entries.par_chunks(MADE_AT_ONCE).map(lines).collect();
    parts.iter().for_each(|part| xml.lines(part));
    xml.finish("urlset")
}

/// The elements of some entries as [`Xml`] would write them, had it less to do than thousands.
fn lines(entries: &[Entry]) -> String {
    let mut lines = String::with_capacity(128 * entries.len());
    for entry in entries {
        lines.push_str("\n  <url>\n    <loc>");
        lines.push_str(&escaped(&entry.address));
        lines.push_str("</loc>");
        if let Some(day) = &entry.changed {
            lines.push_str("\n    <lastmod>");
            lines.push_str(day);
            lines.push_str("</lastmod>");
        }
        lines.push_str("\n  </url>");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_date_known_to_the_day_is_told() {
        for (text, expected) in [
            ("2022-10-26", Some("2022-10-26")),
            ("2022-10-27T09:30:00-04", Some("2022-10-27")),
            ("2022-10", None),
            ("2022-10-26?", None),
            ("Y170000002", None),
        ] {
            let date = Edtf::parse_moment(text).unwrap();
            assert_eq!(day(&date).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_long_sitemap_is_split_and_indexed() {
        let entry = |n| Entry { address: format!("https://x.org/{n}"), changed: None };
        let entries: Vec<Entry> = (0..5).map(entry).collect();
        let files = split(&entries, 2, |file| format!("https://x.org/{file}"));
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
        );
        let text = |n: usize| String::from_utf8(files[n].1.clone()).unwrap();
        assert!(text(0).contains("<loc>https://x.org/sitemap-3.xml</loc>"));
        let last = "  <url>\n    <loc>https://x.org/4</loc>\n  </url>\n</urlset>\n";
        assert!(text(3).ends_with(&format!("sitemap/0.9\">\n{last}")));
        assert_eq!(text(0).matches("<sitemap>").count(), 3);
        assert_eq!((1..4).map(|n| text(n).matches("<url>").count()).sum::<usize>(), 5);
    }
}
