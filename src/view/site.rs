//! What every page of a site shares.

use super::extra::Extra;
use super::{CardNumber, Views};
use crate::assets::{Assets, ScriptAsset};
use crate::model::{Address, Feed, MenuTarget};
use crate::phrases::Phrases;
use crate::routes::{OwnPage, SearchFile};
use crate::search::Findable;
use serde::Serialize;

/// The site, as the variable `site` of every template.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// What `kept` knows it by.
    pub card_number: CardNumber,
    /// The site's title.
    pub title: String,
    /// What the site is about.
    pub description: Option<String>,
    /// The site's language (BCP 47).
    pub lang: String,
    /// The address the site is published at, ending in `/`, where `site.toml` has one.
    pub base_url: Option<String>,
    /// The path of that address, from the host's root on: `/`, `/stations/`.
    pub base_path: Option<String>,
    /// Where the site's own lists are.
    pub paths: SitePaths,
    /// Where the search is, if the site has one.
    pub search: Option<SearchView>,
    /// The menu.
    pub menu: Vec<MenuItem>,
    /// The theme's options, as `theme.toml` declares and `site.toml` sets them.
    pub params: Extra,
    /// Links at the foot of every page.
    pub footer: Vec<MenuItem>,
    /// Who publishes it.
    pub publisher: Option<PublisherView>,
    /// The site's feeds.
    pub feeds: Vec<FeedView>,
    /// The path of the style sheet.
    pub css: String,
    /// The path of the script that is loaded before the page is shown, where the theme has any.
    pub early_script: Option<String>,
    /// The path of the script that is loaded beside the page, where the theme has any.
    pub script: Option<String>,
    /// The path of the icon, where the site has one.
    pub icon: Option<String>,
    /// The program and its version: `Dateline 0.1.0`.
    pub generator: String,
}

impl SiteView {
    /// The paths of the pages that the menu and the foot of the site lead to.
    pub fn in_menu(&self) -> Vec<String> {
        let publisher = self.publisher.iter();
        let policies = publisher.flat_map(|publisher| &publisher.policies);
        let items = self.menu.iter().chain(&self.footer).chain(policies);
        items.filter_map(|item| item.path.clone()).collect()
    }
}

/// The paths of the pages that every site has.
#[derive(Debug, Clone, Serialize)]
pub struct SitePaths {
    /// The home page.
    pub home: String,
    /// The list of articles.
    pub articles: String,
    /// The index of countries and territories.
    pub countries: String,
    /// The list of locations.
    pub locations: String,
    /// The bibliography.
    pub sources: String,
    /// The ledger of claims.
    pub claims: String,
    /// The list of entities.
    pub entities: String,
    /// What sources disagree on.
    pub disagreements: String,
    /// The timeline.
    pub timeline: String,
    /// The corrections.
    pub corrections: String,
    /// The index from A to Z.
    pub index: String,
}

/// Where the search is, for the scripts of every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchView {
    /// The path of its page.
    pub path: String,
    /// The path of the script that its index begins with; the others lie beside it.
    pub index: String,
    /// Of how many scripts the cards are that are shown beside links.
    pub cards: usize,
}

/// A link of the menu: to a page of the site (`path`) or to an address elsewhere (`url`).
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// The text.
    pub title: String,
    /// The page's path, if it is one of the site's.
    pub path: Option<String>,
    /// The address, if it is elsewhere.
    pub url: Option<String>,
    /// The part of the site it leads to; equal to `page.section` on the pages of that part.
    pub section: String,
}

/// Who publishes the site.
#[derive(Debug, Clone, Serialize)]
pub struct PublisherView {
    /// The name.
    pub name: String,
    /// The publisher's own site.
    pub url: Option<String>,
    /// How to reach the publisher, in words.
    pub contact: Option<String>,
    /// `mailto:` or another address behind `contact`.
    pub contact_url: Option<String>,
    /// The policies that the publisher keeps to: corrections, ethics, funding.
    pub policies: Vec<MenuItem>,
}

/// A feed to subscribe to.
#[derive(Debug, Clone, Serialize)]
pub struct FeedView {
    /// What it brings.
    pub title: String,
    /// Its path.
    pub path: String,
    /// Its media type: `application/atom+xml`.
    pub mime: &'static str,
}

impl Views<'_> {
    /// What every page shares.
    pub fn site(&self, assets: &Assets, params: &tera::Value) -> SiteView {
        let config = self.config();
        let list = |page: OwnPage| self.path(&page.address(), None);
        let script = |made: &Option<ScriptAsset>| {
            made.as_ref().map(|made| self.path(&made.path, None))
        };
        SiteView {
            // The first of all cards.
            card_number: CardNumber::new(0),
            title: config.title.clone(),
            description: config.description.clone(),
            lang: config.lang.clone(),
            base_path: config.base_url.as_ref().map(|url| url.path().to_owned()),
            base_url: config.base_url.as_ref().map(|url| url.as_str().to_owned()),
            paths: SitePaths {
                home: list(OwnPage::Home),
                articles: list(OwnPage::Articles),
                countries: list(OwnPage::Countries),
                locations: list(OwnPage::Locations),
                sources: list(OwnPage::Sources),
                claims: list(OwnPage::Claims),
                entities: list(OwnPage::Entities),
                disagreements: list(OwnPage::Disagreements),
                timeline: list(OwnPage::Timeline),
                corrections: list(OwnPage::Corrections),
                index: list(OwnPage::Index),
            },
            search: self.search(),
            menu: self.menu(),
            params: Extra::of(params.clone()),
            footer: self.footer(),
            publisher: self.publisher(),
            feeds: self.feeds(),
            css: self.path(&assets.style_path, None),
            early_script: script(&assets.early_script),
            script: script(&assets.script),
            icon: assets.icon.as_ref().map(|icon| self.path(icon, None)),
            generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }

    /// Where the search is, if the site has one.
    fn search(&self) -> Option<SearchView> {
        self.config().search.then(|| SearchView {
            path: self.path(&OwnPage::Search.address(), None),
            index: self.path(&SearchFile::Index.address(), None),
            cards: Findable::of(&self.edition).shards(),
        })
    }

    fn menu(&self) -> Vec<MenuItem> {
        let written = &self.config().menu;
        if written.is_empty() {
            let own = MENU.into_iter().filter(|page| self.has_entries(*page));
            return own
                .map(|page| self.own(menu_title(page, self.shared.phrases), page))
                .collect();
        }
        let entries = written.iter();
        entries.filter_map(|one| self.menu_item(&one.title, &one.link)).collect()
    }

    /// The pages that every site has and that are not in the menu.
    fn footer(&self) -> Vec<MenuItem> {
        let own = FOOTER.into_iter().filter(|page| self.has_entries(*page));
        own.map(|page| self.own(page.title(self.shared.phrases), page)).collect()
    }

    /// Whether a list that a site can do without has any entries.
    fn has_entries(&self, page: OwnPage) -> bool {
        match page {
            OwnPage::Tags => !self.edition.tags().is_empty(),
            OwnPage::Authors => !self.edition.authors().is_empty(),
            OwnPage::Claims => !self.edition.claims().is_empty(),
            OwnPage::Entities => !self.edition.entities().is_empty(),
            OwnPage::Disagreements => !self.edition.disagreements().is_empty(),
            _ => true,
        }
    }

    fn own(&self, title: &str, page: OwnPage) -> MenuItem {
        let path = Some(self.path(&page.address(), None));
        let (title, section) = (title.to_owned(), page.section().to_owned());
        MenuItem { title, path, url: None, section }
    }

    /// The entry for a link of `site.toml`; none where it leads nowhere, which has been reported.
    fn menu_item(&self, title: &str, link: &str) -> Option<MenuItem> {
        let item = |path: Option<String>, url: Option<String>| {
            let (title, section) = (title.to_owned(), String::new());
            MenuItem { title, path, url, section }
        };
        Some(match self.edition.menu_target(link)? {
            MenuTarget::Web(address) => item(None, Some(address.as_str().to_owned())),
            // What the writer calls it is in the main language.
            MenuTarget::Own(page) if self.text_lang(None).is_some() => {
                self.own(menu_title(page, self.shared.phrases), page)
            }
            MenuTarget::Own(page) => self.own(title, page),
            MenuTarget::At(path) => item(Some(self.path(&path, None)), None),
        })
    }

    fn publisher(&self) -> Option<PublisherView> {
        let publisher = &self.config().publisher;
        let policies = publisher.policies.iter();
        let policies = policies
            .filter_map(|(name, link)| {
                self.menu_item(&policy(name, self.shared.phrases), link)
            })
            .collect();
        let url = publisher.url.as_ref().and_then(|url| Address::new(url));
        let contact_url = publisher.contact.as_deref().and_then(contact);
        Some(PublisherView {
            name: publisher.name.clone()?,
            url: url.map(|url| url.as_str().to_owned()),
            contact: publisher.contact.clone(),
            contact_url: contact_url.map(|url| url.as_str().to_owned()),
            policies,
        })
    }

    /// The site's feeds, as far as it has them.
    fn feeds(&self) -> Vec<FeedView> {
        let phrases = self.shared.phrases;
        let all = [
            (phrases.feed_all_articles(), Feed::Articles),
            (phrases.feed_corrections(), Feed::Corrections),
            (phrases.feed_changes(), Feed::Changes),
        ];
        all.into_iter().filter_map(|(title, feed)| self.feed(title, feed)).collect()
    }

    /// The link to a feed, if the site has it.
    pub(super) fn feed(&self, title: &str, feed: Feed) -> Option<FeedView> {
        self.edition.has_feed(feed).then(|| FeedView {
            title: title.to_owned(),
            path: self.path(&self.edition.feed_address(feed), None),
            mime: "application/atom+xml",
        })
    }
}

/// The menu of a site that says nothing of one.
const MENU: [OwnPage; 6] = [
    OwnPage::Articles,
    OwnPage::Countries,
    OwnPage::Claims,
    OwnPage::Timeline,
    OwnPage::Locations,
    OwnPage::Sources,
];

/// The lists at the foot of every page.
const FOOTER: [OwnPage; 8] = [
    OwnPage::Articles,
    OwnPage::Claims,
    OwnPage::Entities,
    OwnPage::Disagreements,
    OwnPage::Tags,
    OwnPage::Authors,
    OwnPage::Corrections,
    OwnPage::Index,
];

/// What the menu calls a page, for which it has little room.
fn menu_title(page: OwnPage, phrases: &Phrases) -> &str {
    match page {
        OwnPage::Countries => phrases.countries(),
        page => page.title(phrases),
    }
}

/// `corrections` as "Corrections policy".
fn policy(name: &str, phrases: &Phrases) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    phrases.policy(&first.chain(letters).collect::<String>())
}

/// What a contact's words link to: an address, or mail to one.
fn contact(words: &str) -> Option<Address> {
    let is_mail = words.contains('@') && !words.contains([' ', ':']);
    Address::new(words)
        .or_else(|| is_mail.then(|| Address::new(&format!("mailto:{words}")))?)
}
