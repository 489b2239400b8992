//! Where the links of `site.toml` lead: those of the menu and of the publisher's policies.

use super::edition::Edition;
use super::nouns::Item;
use super::refused::{refused_address, whole};
use super::target::{Address, Refused};
use crate::config::Config;
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::OutPath;
use crate::routes::{self, Grouping, OwnPage};
use std::collections::{BTreeMap, BTreeSet};

/// What a link of `site.toml` leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuTarget {
    /// An address elsewhere.
    Web(Address),
    /// One of the site's own pages.
    Own(OwnPage),
    /// Another page or file of the site.
    At(OutPath),
}

/// Every link of the menu and of the policies; that one is empty has been reported.
pub(super) fn links(config: &Config) -> impl Iterator<Item = &Spanned<String>> {
    let policies = config.publisher.policies.iter().map(|(_, link)| link);
    let all = config.menu.iter().map(|entry| &entry.link).chain(policies);
    all.filter(|link| !link.trim().is_empty())
}

/// The ids that a link may be: as it is written, and without the ending of a page. None where it is no id
/// at all, but an address or one of the site's own pages.
pub(super) fn ids(link: &str) -> Option<[&str; 2]> {
    let written = link.trim_start_matches('/');
    let is_id = Address::read(link).err() == Some(Refused::NoScheme)
        && OwnPage::at(written).is_none();
    is_id.then(|| [written, written.strip_suffix(".html").unwrap_or(written)])
}

/// Reports the publisher's address, if it is none, and every link that leads nowhere, but for those of which something has been reported, or is held
/// back because it follows from what has been.
pub(super) fn report(edition: &Edition<'_>, diags: &mut Diagnostics) {
    let url = edition.config().publisher.url.as_ref();
    if let Some((url, why)) = url.and_then(|url| Some((url, Address::read(url).err()?))) {
        diags.push(refused(url, &why));
    }
    let nowhere = links(edition.config());
    let nowhere = nowhere.filter(|link| edition.menu_target(link).is_none());
    let mut nowhere: Vec<&Spanned<String>> = nowhere.collect();
    if nowhere.is_empty() {
        return;
    }
    let told: BTreeSet<_> = diags.flawed().collect();
    nowhere.retain(|link| !told.contains(&link.span));
    let known = known(edition);
    for link in nowhere {
        diags.push(match Address::read(link) {
            Err(why) if why != Refused::NoScheme => refused(link, &why),
            _ => to_nothing(link, &known),
        });
    }
}

fn to_nothing(link: &Spanned<String>, known: &BTreeMap<String, String>) -> Diagnostic {
    let message = format!("`{}` is no page of this site", link.value);
    let lists = OwnPage::ALL.into_iter().filter(|page| *page != OwnPage::NotFound);
    let lists: Vec<&str> = lists.map(OwnPage::path).collect();
    let written = link.trim_start_matches('/').to_lowercase();
    let found = Diagnostic::new(codes::UNKNOWN_REFERENCE, link.span, message)
        .did_you_mean_as(&written, known.keys().map(String::as_str), |near| {
            known.get(near).cloned().unwrap_or_default()
        });
    if !found.help.is_empty() {
        return found;
    }
    if let Some(whole) = whole(link) {
        return found.help(format!("write `{whole}`"));
    }
    found
        .help("write an id, a whole address, or one of the lists")
        .note(format!("the lists are: {}", lists.join(", ")))
}

/// Tells of an address in `site.toml` that is not linked.
fn refused(link: &Spanned<String>, why: &Refused) -> Diagnostic {
    let found = match refused_address(link, why, link.span) {
        Some(found) => found,
        None => {
            let message =
                format!("`{}` can run a program in the reader's browser", link.value);
            Diagnostic::new(codes::DANGEROUS_LINK, link.span, message)
        }
    };
    match whole(link) {
        Some(whole) if found.help.is_empty() => found.help(format!("write `{whole}`")),
        _ if found.help.is_empty() => {
            found.help("write a whole address: `https://example.org/`")
        }
        _ => found,
    }
}

/// What a link may have been meant to be, each with how it is written: ids, titles, paths of lists.
fn known(edition: &Edition<'_>) -> BTreeMap<String, String> {
    let mut known = BTreeMap::new();
    for item in edition.shown_items() {
        let Some(id) = edition.id_of(item) else { continue };
        known.insert(edition.title(item).to_lowercase(), id.to_owned());
    }
    for page in OwnPage::ALL {
        known.insert(
            page.title(edition.config().phrases).to_lowercase(),
            page.path().to_owned(),
        );
        known.insert(page.section().to_owned(), page.path().to_owned());
    }
    let paths = OwnPage::ALL.into_iter().map(|page| page.path().to_owned());
    let made = edition.made_addresses().into_iter().map(|path| path.as_str().to_owned());
    known.extend(paths.chain(made).map(|path| (path.clone(), path)));
    for item in edition.shown_items() {
        let Some(id) = edition.id_of(item) else { continue };
        known.insert(id.to_lowercase(), id.to_owned());
    }
    known.remove("");
    known.retain(|_, written| written != OwnPage::NotFound.path());
    known
}

impl Edition<'_> {
    /// What a link of `site.toml` leads to: an address elsewhere, one of the site's own pages, a page or feed that
    /// is there because of what is in the site, or an item by its id. None where it leads nowhere.
    pub fn menu_target(&self, link: &str) -> Option<MenuTarget> {
        if let Some(address) = Address::new(link) {
            return Some(MenuTarget::Web(address));
        }
        let written = link.trim_start_matches('/');
        if let Some(page) = OwnPage::at(written) {
            return Some(MenuTarget::Own(page));
        }
        // Most links are ids, for which there is no need to ask what else the site has.
        if written.ends_with(".html") || written.ends_with(".xml") {
            let mut made = self.made_addresses().into_iter();
            if let Some(path) = made.find(|path| path.as_str() == written) {
                return Some(MenuTarget::At(path));
            }
        }
        let item = ids(link)?.into_iter().find_map(|id| self.find(id))?;
        Some(MenuTarget::At(self.address(item).clone()))
    }

    /// Where the pages and feeds are that the site has because of what is in it: of a tag, an author, a year, the claims of
    /// a status, other entries that have something in common. Further pages of a list are left out: what is on them moves on.
    fn made_addresses(&self) -> Vec<OutPath> {
        let tags = self.tags().iter().map(|id| self.tag(*id).address.clone());
        let authors = self.authors().iter().map(|id| self.author(*id).address.clone());
        let feeds = self.feeds().into_iter().map(|feed| self.feed_address(feed));
        let timeline = OwnPage::Timeline.address();
        let years = self.years().map(|(year, _)| routes::year(&timeline, year));
        let statuses =
            ClaimStatus::ALL.iter().filter(|one| !self.claims_of(**one).is_empty());
        let statuses = statuses.map(|one| routes::claims_of(one.word()));
        let country_years = self.countries().iter().flat_map(|id| {
            let of = self.address(Item::Country(*id));
            let years = self.years_of_country(*id).into_iter().flatten();
            years.map(move |(year, _)| routes::year(of, *year))
        });
        let groups = Grouping::ALL.into_iter().flat_map(|by| self.groups(by));
        let groups = groups.map(|(id, _)| self.group_address(id));
        let all = tags.chain(authors).chain(feeds).chain(years);
        all.chain(statuses).chain(country_years).chain(groups).collect()
    }

    fn shown_items(&self) -> impl Iterator<Item = Item> {
        let items = self.articles().iter().map(|id| Item::Article(*id));
        items
            .chain(self.pages().iter().map(|id| Item::Page(*id)))
            .chain(self.countries().iter().map(|id| Item::Country(*id)))
            .chain(self.locations().iter().map(|id| Item::Location(*id)))
            .chain(self.entities().iter().map(|entity| entity.item()))
            .chain(self.claims().iter().map(|id| Item::Claim(*id)))
            .chain(self.sources().iter().map(|id| Item::Source(*id)))
    }
}
