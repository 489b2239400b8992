//! What a path may be by its form, before it is known what the site has.

use super::lists::CLAIMS_BY_STATUS;
use super::{Grouping, OwnFile, OwnPage};
use crate::files::OutPath;

/// Whether a path has the form of one that this room makes, or is that of a page for which `is_page` answers: the page of
/// an item, a tag or an author. True of the site's own pages and files, of a list of such a page and its feed, of a year, of entries that have something in common such as a
/// status, and of further pages of each. Whether the site has it is known when all that is shown has been chosen.
pub fn may_be_made(path: &OutPath, is_page: impl Fn(&OutPath) -> bool) -> bool {
    let is_known = |path: &OutPath| OwnPage::at(path.as_str()).is_some() || is_page(path);
    let has_page = |stem: &str| {
        let at = |ending| OutPath::new(&format!("{stem}{ending}"));
        ["/index.html", ".html"]
            .into_iter()
            .any(|ending| at(ending).is_ok_and(|at| is_known(&at)))
    };
    let is_list = |stem: &str| match stem.rsplit_once('/') {
        None => false,
        Some((folder, name)) => match own_page(folder) {
            Some(OwnPage::Timeline) => is_number(name.strip_prefix('-').unwrap_or(name)),
            Some(OwnPage::Index) => true,
            Some(_) => false,
            None => {
                let mut groups = Grouping::ALL.into_iter();
                folder == CLAIMS_BY_STATUS
                    || groups.any(|by| by.folder() == folder)
                    || has_page(folder)
            }
        },
    };
    let written = path.as_str();
    if OwnFile::ALL.iter().any(|file| file.path() == written) || is_known(path) {
        return true;
    }
    if let Some(stem) = written.strip_suffix(".xml") {
        let part = stem.strip_prefix("sitemap-");
        return part.is_some_and(is_number) || stem.contains('/') && has_page(stem);
    }
    let Some(stem) = written.strip_suffix(".html") else { return false };
    match stem.rsplit_once("/page-") {
        Some((list, number)) if is_number(number) => has_page(list) || is_list(list),
        _ => is_list(stem),
    }
}

/// The site's own page below which the pages of a folder are.
fn own_page(folder: &str) -> Option<OwnPage> {
    let mut endings = [".html", "/index.html"].into_iter();
    endings.find_map(|ending| OwnPage::at(&format!("{folder}{ending}")))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;
    use crate::config::Urls;

    /// Whether a path is understood on a site that has an article, a country and a tag.
    fn is_understood(path: &OutPath, urls: Urls) -> bool {
        let has = [
            in_folder("articles", "a", urls),
            in_folder("countries", "ie", urls),
            tag("t", urls),
        ];
        may_be_made(path, |path| has.contains(path))
    }

    #[test]
    fn every_path_that_is_made_here_is_understood() {
        for urls in [Urls::File, Urls::Directory] {
            let country = in_folder("countries", "ie", urls);
            let lists = [
                OwnPage::Articles.address(),
                OwnPage::Corrections.address(),
                year(&OwnPage::Timeline.address(), 2022),
                year(&OwnPage::Timeline.address(), -44),
                claims_of("alleged"),
                Grouping::SourcesByKind.address("report"),
                locations_in(&country, "closed"),
                letter("a"),
                below(&country, "articles"),
                year(&country, 2022),
                tag("t", urls),
            ];
            let pages =
                lists.iter().flat_map(|first| [1, 2, 10].map(|n| numbered(first, n)));
            let own = OwnPage::ALL.map(OwnPage::address).into_iter();
            let files = OwnFile::ALL.map(OwnFile::address).into_iter();
            let others = [sitemap_part(1), feed_beside(&country), country.clone()];
            for path in pages.chain(own).chain(files).chain(others) {
                assert!(is_understood(&path, urls), "{path}");
            }
        }
    }

    #[test]
    fn a_path_of_another_form_is_not_understood() {
        for path in [
            "articles/b.html",
            "articles/a.pdf",
            "articles/b/page-2.html",
            "claims/a/page-2.html",
            "corrections/other.html",
            "countries/fr/articles.html",
            "other.xml",
            "sitemap-a.xml",
            "tags/u.html",
            "timeline/typo.html",
        ] {
            assert!(!is_understood(&fixed(path), Urls::File), "{path}");
        }
    }
}
