//! What every page has: its head, its place in the site, its way to the root.

use super::{Card, FeedView, ImageView, LinkView, Markup};
use serde::Serialize;

/// What every page has, as the variable `page`.
#[derive(Debug, Clone, Serialize)]
pub struct PageHead {
    /// The kind of page, named as its template: `article`, `countries`.
    pub kind: &'static str,
    /// The page's own title, without the site's.
    pub title: String,
    /// Attributes that tell the title's language and direction, where they are not the page's.
    pub spoken: Markup,
    /// The page's title and the site's, for `<title>`; the site's alone where they are the same.
    pub full_title: String,
    /// One or two sentences for search engines and previews.
    pub description: Option<String>,
    /// The language of the page's own words (BCP 47): the site's. What is in another says so itself.
    pub lang: String,
    /// `rtl` where that language is written from right to left.
    pub dir: Option<&'static str>,
    /// The page's own path from the site's root.
    pub path: String,
    /// The page's own path where the menu or the foot of the site leads to it; else empty.
    pub here: String,
    /// The way from the page to the site's root: empty, `../`, `../../`; to be written before
    /// every `path`.
    pub root: String,
    /// The page's complete address, where the site has a `base_url`.
    pub canonical: Option<String>,
    /// The part of the site it belongs to, for the menu: `articles`, `countries`, `locations`,
    /// `claims`, `entities`, `sources`, `timeline`, or empty.
    pub section: &'static str,
    /// The way from the home page to the one above this; empty on the home page.
    pub crumbs: Vec<Card<LinkView>>,
    /// Feeds of this page alone (a country's), beside the site's.
    pub feeds: Vec<FeedView>,
    /// The same page in other languages, and itself among them; empty where there is none, or no `base_url`.
    pub alternates: Vec<AlternateView>,
    /// The same page for the readers of each of the site's languages, its own among them; their home page where it has no
    /// such page. Empty where the site has one language.
    pub languages: Vec<LanguageLink>,
    /// The picture for previews elsewhere; never a graphic one.
    pub image: Option<ImageView>,
    /// When it was first published, for machines.
    pub published: Option<String>,
    /// When it was last changed in substance, for machines.
    pub modified: Option<String>,
    /// What machines read of it: JSON-LD, for a `<script type="application/ld+json">`.
    pub linked_data: Option<Markup>,
    /// Whether search engines are asked to leave the page out.
    pub noindex: bool,
}

/// A page in one of several languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlternateView {
    /// Its language (BCP 47).
    pub lang: String,
    /// Its complete address.
    pub url: String,
}

/// The way to another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguageLink {
    /// The language (BCP 47).
    pub lang: String,
    /// Its name in itself: `español`.
    pub name: String,
    /// Attributes that tell the language and direction of that name.
    pub spoken: Markup,
    /// The path of the page.
    pub path: String,
    /// Whether the readers of this page have that language.
    pub current: bool,
}
