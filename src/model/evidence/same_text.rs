//! Which sources are one text: one page of the web, one address of a copy, one DOI, or one file.

use super::groups::Groups;
use crate::model::nouns::SourceId;
use crate::model::site::Site;
use crate::model::web_page::WebPage;
use foldhash::HashMap;

/// By source, the first that is the same text. Texts that are the same as a third are the same.
pub(super) fn same_texts(site: &Site) -> Vec<SourceId> {
    let mut groups = Groups::new(site.sources.len());
    let mut seen: HashMap<TextSign<'_>, usize> = HashMap::default();
    for (n, source) in site.sources.iter().enumerate() {
        let addresses = source.url.iter().chain(&source.doi).chain(source.web_copies());
        let pages = addresses.map(|url| TextSign::Page(WebPage::at(url)));
        for text in pages.chain(source.sha256.as_deref().map(TextSign::Sum)) {
            groups.join(*seen.entry(text).or_insert(n), n);
        }
    }
    (0..site.sources.len()).map(|n| SourceId(groups.first(n) as u32)).collect()
}

/// What tells a text from others.
#[derive(PartialEq, Eq, Hash)]
enum TextSign<'s> {
    Page(WebPage),
    Sum(&'s str),
}
