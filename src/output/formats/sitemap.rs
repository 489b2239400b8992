//! `sitemap.xml` (sitemaps.org, version 0.9): every page that is to be found.

use crate::config::BaseUrl;
use crate::dates::Edtf;
use crate::files::OutPath;
use crate::keys::Key;
use crate::model::{Edition, Item, Linker, Notes, Publication};
use crate::output::planned::{MakeBody, PlannedFile};
use crate::output::xml::{Xml, escaped};
use crate::output::{Body, Made};
use crate::routes::{OwnFile, OwnPage, sitemap_part};
use foldhash::{HashMap, HashSet};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// The root's namespace.
const XMLNS: [(&str, &str); 1] =
    [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];

/// How many addresses a file may hold; more are split, and the sitemap lists the files.
const LIMIT: usize = 50_000;

/// How many pages are written by one thread at a time.
const MADE_AT_ONCE: usize = 1_000;

/// One page of the sitemap.
#[derive(Debug, PartialEq, Eq)]
struct SitemapEntry {
    address: String,
    /// The day of its last change, `2022-10-27`, where it is known to the day.
    changed: Option<String>,
}

/// The sitemap of these pages. Old addresses and the page for those that don't exist are left out. A
/// sitemap holds whole addresses, so there is none without `base_url`.
pub(super) fn files<'s>(
    publication: &'s Publication<'s>,
    pages: &Arc<[OutPath]>,
) -> Vec<PlannedFile<'s>> {
    let config = publication.config();
    let Some(base) = &config.base_url else { return Vec::new() };
    let not_found = OwnPage::NotFound.address();
    let old = publication.edition().redirects().into_iter().map(|(from, _)| from);
    let stones = publication.edition().tombstones().iter();
    let withdrawn = stones.flat_map(|stone| stone.addresses().cloned());
    let hidden: HashSet<OutPath> = old.chain(withdrawn).chain([not_found]).collect();
    let shown = pages.iter().filter(|page| !hidden.contains(*page));
    let pages: Arc<[OutPath]> = shown.cloned().collect();
    let home = OwnPage::Home.address();
    let file = |(path, part): (OutPath, SitemapPart)| {
        let (all, pages, home) = (Arc::clone(&pages), Arc::clone(&pages), home.clone());
        let make = move || {
            let to = Linker::absolute(&home, base.as_str(), config.urls.into());
            let mut notes = Notes::default();
            let edition = publication.noting(&notes);
            let bytes = match &part {
                SitemapPart::Of(range) => {
                    urls(&entries(&edition, base, &pages[range.clone()]))
                }
                SitemapPart::Index(files) => index(files, |file| to.href(file, None)),
            };
            Ok(Made { bytes, reads: notes.take_reads() })
        };
        let body: MakeBody<'s> = Box::new(move |context| {
            Body::Job(Key::of(&(context.settings, &all)), Box::new(make))
        });
        PlannedFile { path, gives_way: false, body }
    };
    split(pages.len(), LIMIT).into_iter().map(file).collect()
}

/// The entries of `pages`.
fn entries(
    edition: &Edition<'_>,
    base: &BaseUrl,
    pages: &[OutPath],
) -> Vec<SitemapEntry> {
    let changed = changed(edition);
    let naming = edition.config().urls.into();
    let entry = |page: &OutPath| SitemapEntry {
        address: Linker::absolute(page, base.as_str(), naming).href(page, None),
        changed: changed.get(page).and_then(|date| day(date)),
    };
    pages.par_iter().map(entry).collect()
}

/// The date of the last change of each page of which it is known. What a list shows changes
/// with what is in it, which nobody dates.
fn changed<'e>(edition: &Edition<'e>) -> HashMap<&'e OutPath, &'e Edtf> {
    let mut dates = HashMap::default();
    let mut add = |item: Item, date: Option<&'e Edtf>| {
        dates.extend(date.map(|date| (edition.address(item), date)));
    };
    for id in edition.articles() {
        let article = edition.article(*id);
        let date = article.updated.as_ref().unwrap_or(&article.date);
        add(Item::Article(*id), Some(date));
    }
    for id in edition.pages() {
        let page = edition.page(*id);
        add(Item::Page(*id), page.updated.as_ref().or(page.date.as_ref()));
    }
    for id in edition.countries() {
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

/// What a file of a sitemap holds.
#[derive(Debug, PartialEq, Eq)]
enum SitemapPart {
    /// The pages with these places.
    Of(Range<usize>),
    /// The other files.
    Index(Vec<OutPath>),
}

/// The files of a sitemap of so many pages: one, or an index and as many as hold `limit` each.
fn split(pages: usize, limit: usize) -> Vec<(OutPath, SitemapPart)> {
    if pages <= limit {
        return vec![(OwnFile::Sitemap.address(), SitemapPart::Of(0..pages))];
    }
    let parts = (0..pages.div_ceil(limit)).map(|n| {
        let range = n * limit..pages.min((n + 1) * limit);
        (sitemap_part(n + 1), SitemapPart::Of(range))
    });
    let mut files: Vec<(OutPath, SitemapPart)> = parts.collect();
    let others = files.iter().map(|(path, _)| path.clone()).collect();
    files.insert(0, (OwnFile::Sitemap.address(), SitemapPart::Index(others)));
    files
}

fn index(files: &[OutPath], address: impl Fn(&OutPath) -> String) -> Vec<u8> {
    let mut xml = Xml::new("sitemapindex", &XMLNS);
    for file in files {
        xml.open("sitemap", &[]);
        xml.text("loc", &[], &address(file));
        xml.close("sitemap");
    }
    xml.finish("sitemapindex")
}

fn urls(entries: &[SitemapEntry]) -> Vec<u8> {
    let mut xml = Xml::new("urlset", &XMLNS);
    let parts: Vec<String> = entries.par_chunks(MADE_AT_ONCE).map(lines).collect();
    parts.iter().for_each(|part| xml.lines(part));
    xml.finish("urlset")
}

/// The elements of some entries as [`Xml`] would write them, had it less to do than thousands.
fn lines(entries: &[SitemapEntry]) -> String {
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
        let files = split(5, 2);
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(
            names,
            ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
        );
        let parts: Vec<&SitemapPart> =
            files.iter().skip(1).map(|(_, part)| part).collect();
        assert_eq!(
            parts,
            [&SitemapPart::Of(0..2), &SitemapPart::Of(2..4), &SitemapPart::Of(4..5)]
        );
        let SitemapPart::Index(names) = &files[0].1 else { panic!("{files:?}") };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let list = text(index(names, |file| format!("https://x.org/{file}")));
        assert!(list.contains("<loc>https://x.org/sitemap-3.xml</loc>"));
        assert_eq!(list.matches("<sitemap>").count(), 3);
        let entry = SitemapEntry { address: "https://x.org/4".into(), changed: None };
        let last = "  <url>\n    <loc>https://x.org/4</loc>\n  </url>\n</urlset>\n";
        assert!(text(urls(&[entry])).ends_with(&format!("sitemap/0.9\">\n{last}")));
        assert_eq!(split(2, 2), [(OwnFile::Sitemap.address(), SitemapPart::Of(0..2))]);
    }
}
