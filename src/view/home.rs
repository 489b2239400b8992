//! The home page.

use super::extra::Extra;
use super::listing::Listing;
use super::{
    ArticleCard, Card, ClaimCard, ClaimChangeView, ClaimCount, CorrectionView, DateView,
    EventView, LinkView, PageHead, Reference, StatusCount, StripChart, TextHtml,
    TextView, View, Views, WorldMapView, YearLink,
};
use crate::model::{Item, KeyFigure};
use crate::routes::OwnPage;
use serde::Serialize;

/// A key figure with what it counts, as of when and on whose word.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// The figure: `53`.
    pub value: String,
    /// What it counts: `countries and territories`.
    pub label: String,
    /// As of when.
    pub date: Option<Card<DateView>>,
    /// The sources it rests on.
    pub sources: Vec<Card<LinkView>>,
}

/// `pages/home.html`: the home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// What every page has.
    pub page: PageHead,
    /// The home page's own title: the site's where it has none.
    pub title: String,
    /// The home page's summary: the site's description where it has none.
    pub standfirst: Option<String>,
    /// The lead article.
    pub lead: Option<Card<ArticleCard>>,
    /// The main claim of the lead article.
    pub lead_claim: Option<Card<ClaimCard>>,
    /// The latest articles beside it, newest first.
    pub articles: Vec<Card<ArticleCard>>,
    /// The home page's own text; empty where there is none.
    pub body_html: TextHtml,
    /// The sources that text cites, in the order of their numbers.
    pub references: Vec<Reference>,
    /// Key figures.
    pub figures: Vec<Figure>,
    /// The writer's own fields.
    pub extra: Extra,
    /// All locations by status.
    pub statuses: Vec<StatusCount>,
    /// The map of the world; none where the site tells of no country.
    pub map: Option<Card<WorldMapView>>,
    /// The latest years that have dated facts, newest first.
    pub years: Vec<YearLink>,
    /// The latest dated facts, newest first.
    pub events: Vec<Card<EventView>>,
    /// The latest corrections and updates.
    pub corrections: Vec<CorrectionView>,
    /// How many claims have each status, from what is known to what is withdrawn.
    pub claims: Vec<ClaimCount>,
    /// The latest changes of claims' statuses, newest first.
    pub changes: Vec<ClaimChangeView>,
    /// What sources disagree on of the site's own subject; none where they don't.
    pub strips: Option<StripChart>,
}

impl View for HomePage {
    const TEMPLATE: &'static str = "pages/home.html";
}

/// How many articles stand beside the lead.
const ARTICLES: usize = 3;
/// How many corrections and changes of claims the home page shows, of each.
const LATEST: usize = 2;
/// How many dated facts.
const DATES: usize = 3;
/// How many years it leads to.
const YEARS: usize = 8;

/// The home page.
pub(super) fn pages(all: &mut Listing<'_>) {
    all.item(Item::Home, None, |views, text| Box::new(views.home(text)));
}

impl Views<'_> {
    /// The home page with its rendered text.
    pub fn home(&self, text: TextView<'_>) -> HomePage {
        let (home, config) = (self.edition.home(), self.config());
        let path = OwnPage::Home.address();
        let lead = self.edition.lead();
        let others = self.edition.articles().iter().filter(|id| Some(**id) != lead);
        let mut page = self.head("home", "", &config.title, &path, &[]);
        page.description.clone_from(&config.description);
        let corrections = self.edition.corrections().iter().take(LATEST);
        HomePage {
            page,
            title: home.title.clone().unwrap_or_else(|| config.title.clone()),
            standfirst: home.summary.clone().or_else(|| config.description.clone()),
            lead: self.article_cards(&lead).pop(),
            lead_claim: lead.and_then(|id| self.main_claim(id)),
            articles: self.article_cards(others.take(ARTICLES)),
            body_html: text.html,
            references: text.references,
            figures: home.figures.iter().map(|figure| self.figure(figure)).collect(),
            extra: Extra::new(home.matter.extra.as_ref()),
            statuses: self.statuses(),
            map: self.world_map(),
            years: self.latest_years(YEARS),
            events: self.latest_events(DATES),
            corrections: corrections.map(|(id, n)| self.correction(*id, *n)).collect(),
            claims: self.claim_counts(),
            changes: self.latest_changes(LATEST),
            strips: self.strips(Item::Home),
        }
    }

    fn figure(&self, figure: &KeyFigure) -> Figure {
        Figure {
            value: figure.value.clone(),
            label: figure.label.clone(),
            date: self.date_of(figure.date.as_ref()),
            sources: self.source_links(&figure.sources),
        }
    }
}
