//! What every page of a site shares.

use serde::Serialize;

/// The site, as the variable `site` of every template.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// The site's title.
    pub title: String,
    /// What the site is about.
    pub description: Option<String>,
    /// The site's language (BCP 47).
    pub lang: String,
    /// The address the site is published at, ending in `/`, where `site.toml` has one.
    pub base_url: Option<String>,
    /// Where the site's own lists are.
    pub paths: SitePaths,
    /// The menu.
    pub menu: Vec<MenuItem>,
    /// Links at the foot of every page.
    pub footer: Vec<MenuItem>,
    /// Who publishes it.
    pub publisher: Option<PublisherView>,
    /// The site's feeds.
    pub feeds: Vec<FeedView>,
    /// The path of the style sheet.
    pub css: String,
    /// The path of the icon, where the site has one.
    pub icon: Option<String>,
    /// The program and its version: `Dateline 0.1.0`.
    pub generator: String,
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
    /// The timeline.
    pub timeline: String,
    /// The corrections.
    pub corrections: String,
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
