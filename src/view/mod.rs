//! Views: what a template is given, one struct for each kind of page.
//!
//! These structs are the contract with themes: templates see nothing else, and
//! `docs/theming.md` is written from their documentation. The contract's rules:
//!
//! - The fields of a page's struct are the template's variables, by the same names.
//! - Every field is always there; an `Option` without a value is `none`, which is false.
//! - **Links inside the site.** A `path` is an address from the site's root, encoded for a URL
//!   (`locations/ie/dublin.html`, with a `#fragment` where it has one). A template writes
//!   `href="{{ page.root }}{{ card.path }}"`, where [`PageHead::root`] is the way from the
//!   page to the root (`../`). So a card made once serves pages in every folder.
//! - **Links out of the site.** A `url` is complete, and its scheme is one of those that are
//!   safe to follow.
//! - A field called `html`, or whose name ends in `_html`, is HTML and is written as it is; every
//!   other text is plain, and Tera escapes it.
//! - Lists are in the order in which they are to be shown.
//! - No list grows with the site: what may be long comes as a [`Part`] with a link to the
//!   rest, or is split by [`Pagination`] or by year.
//!
//! A file that has pages lists its own, and is named in the register below ([`pages`]).
//!
//! In one circle, since a page shows cards of every kind, and all pages share the cards:
//! `article`, `backlink`, `claim`, `correction`, `country`, `event`, `group`, `head`, `image`, `lineage`, `list`, `listing`, `location`,
//! `locator_map`, `number`, `passage`, `reference`, `shared`, `site`, `source`, `sources`, `text`, `views`, `world_map`.

mod alphabet;
mod article;
mod articles;
mod authors;
mod backlink;
mod card;
mod claim;
mod claim_words;
mod claims;
mod correction;
mod corrections;
mod countries;
mod country;
mod date;
mod descent;
mod embed;
mod entity;
mod event;
mod example_html;
mod extra;
mod free_page;
mod group;
mod head;
mod histogram;
mod history_line;
mod home;
mod image;
mod language;
mod languages;
mod lineage;
mod lineage_picture;
mod linked_data;
mod list;
mod listing;
mod location;
mod locations;
mod locator_map;
mod markup;
mod nav;
mod not_found;
mod number;
mod passage;
mod rail;
mod redirect;
mod reference;
mod region;
mod shared;
mod site;
mod source;
mod source_mark;
mod source_words;
mod sources;
mod spoken;
mod status;
mod strip;
mod style_guide;
mod tags;
mod template;
mod text;
mod timeline;
mod views;
mod withdrawn;
mod world_map;

pub use alphabet::{IndexPage, IndexRow, LetterLink, SearchPage};
pub use article::{ArticleCard, ArticlePage, Heading, TranslatedFrom};
pub use articles::ArticlesPage;
pub use authors::{AuthorPage, AuthorRow, AuthorsPage};
pub use backlink::{Backlink, Marked, Spot};
pub use card::{Card, CardNumber, Part};
pub use claim::{
    AnswerView, ClaimCard, ClaimChangeView, ClaimGroup, ClaimPage, EvidenceView,
    ExceptionView, PartyView, ReplyView, StepView,
};
pub use claim_words::ClaimStatusView;
pub use claims::{ClaimCount, ClaimsPage, ClaimsStatusPage, CountryClaims};
pub use correction::{CorrectionView, correction_kind};
pub use corrections::CorrectionsPage;
pub use countries::{CountriesPage, CountryRow, RegionView};
pub use country::{CountryPage, Fact, ResponseView};
pub use date::DateView;
pub use descent::DescentView;
pub use embed::{
    ClaimEmbed, EmbedHead, LocationEmbed, MapEmbed, SourceEmbed, TimelineEmbed,
    WorldEmbed,
};
pub use entity::{EntitiesPage, EntityCard, EntityPage, NameView};
pub use event::{EventView, LaneView};
pub use extra::Extra;
pub use free_page::FreePage;
pub use group::{GroupLink, GroupLinks};
pub use head::{AlternateView, LanguageLink, PageHead};
pub use histogram::{Histogram, HistogramBar, HistogramYear};
pub use home::{Figure, HomePage};
pub use image::{ImageView, SmallerImage};
pub use lineage::{LineageOrigin, LineageSource, LineageStep, LineageView};
pub use list::ListPage;
pub use listing::Page;
pub use location::{LocationCard, LocationPage, StatusChange};
pub use locations::{CountryLocations, LocationsPage};
pub use locator_map::{LocatorMap, MapMark, MapName, MapScale};
pub use markup::Markup;
pub use nav::{LinkView, PageLink, Pagination, YearLink};
pub use not_found::NotFoundPage;
pub use number::{DisagreementsPage, NumberView, StatementView};
pub use passage::PassageView;
pub use redirect::RedirectPage;
pub use reference::{ArchiveView, Reference, SourceCard};
pub use shared::SharedViews;
pub use site::{FeedView, MenuItem, PublisherView, SearchView, SitePaths, SiteView};
pub use source::{QuoteView, SourcePage};
pub use source_mark::SourceMark;
pub use sources::{SourceRow, SourcesPage};
pub use status::{StatusCount, StatusView, TermView};
pub use strip::{NumberStrip, StripChart, StripDot, StripRow, StripYear};
pub use style_guide::{
    ComponentView, ExampleView, GuideFolderView, ParameterView, StyleGuideComponentsPage,
    StyleGuidePage,
};
pub use tags::{TagPage, TagRow, TagsPage};
pub use template::{AnyView, View};
pub use text::{TextHtml, TextView, WaysBack};
pub use timeline::{TimelineMonth, TimelinePage, TimelineYearPage};
pub use views::Views;
pub use withdrawn::WithdrawnPage;
pub use world_map::{MapArea, MapKey, MapRegion, WorldMapView};

use listing::Listing;

/// Every kind of page, by the file that lists its pages.
const KINDS: &[fn(&mut Listing<'_>)] = &[
    home::pages,
    countries::pages,
    claims::pages,
    timeline::pages,
    articles::pages,
    locations::pages,
    corrections::pages,
    tags::pages,
    authors::pages,
    entity::pages,
    number::pages,
    claim::pages,
    article::pages,
    country::pages,
    location::pages,
];

/// Those of which a site with several languages has one for all: what sources are called and who published them is said in
/// no language of the site, the text of a free page in its own, and the others are for those who come from elsewhere.
const FOR_ALL: &[fn(&mut Listing<'_>)] = &[
    not_found::pages,
    withdrawn::pages,
    sources::pages,
    alphabet::pages,
    source::pages,
    free_page::pages,
    redirect::pages,
];

/// Every page that the site has, or that the readers of one of its languages have.
pub fn pages(views: &Views<'_>) -> Vec<Page> {
    let mut listing = Listing::new(views);
    KINDS.iter().for_each(|list| list(&mut listing));
    if views.config().lang == views.config().main_lang() {
        FOR_ALL.iter().for_each(|list| list(&mut listing));
    }
    listing.into_pages()
}
