//! The ledger of claims.

use super::claim_words::{self as words, ClaimStatusView};
use super::listing::Listing;
use super::{Card, ClaimCard, ClaimChangeView, PageHead, Pagination, View, Views};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::Place;
use crate::files::OutPath;
use crate::model::{ClaimId, Item};
use crate::routes::{self, OwnPage};
use serde::Serialize;

/// How many claims have a status, and where they are listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimCount {
    /// The status.
    pub status: ClaimStatusView,
    /// How many claims have it.
    pub count: usize,
    /// The path of their list.
    pub path: String,
}

/// The claims about one country, by status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountryClaims {
    /// The country's name.
    pub name: String,
    /// The path of its claims.
    pub path: String,
    /// How many there are of each status, as it stands in `statuses` of the page.
    pub counts: Vec<usize>,
    /// How many there are in all.
    pub total: usize,
}

/// `pages/claims.html`: the ledger, by status and by country.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimsPage {
    /// What every page has.
    pub page: PageHead,
    /// How many claims there are.
    pub total: usize,
    /// The statuses that claims have, from what is known to what is withdrawn.
    pub statuses: Vec<ClaimCount>,
    /// The countries that claims are about, by name.
    pub countries: Vec<CountryClaims>,
    /// The latest changes of status, newest first.
    pub changes: Vec<ClaimChangeView>,
    /// How many changes of status there are in all.
    pub changes_total: usize,
    /// How many things sources disagree on.
    pub disagreements: usize,
}

impl View for ClaimsPage {
    const TEMPLATE: &'static str = "pages/claims.html";
}

/// `pages/claims-status.html`: one page of the claims of a status, by id.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimsStatusPage {
    /// What every page has.
    pub page: PageHead,
    /// The status.
    pub status: ClaimStatusView,
    /// All statuses that claims have.
    pub statuses: Vec<ClaimCount>,
    /// The claims on this page.
    pub claims: Vec<Card<ClaimCard>>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for ClaimsStatusPage {
    const TEMPLATE: &'static str = "pages/claims-status.html";
}

/// How many changes the ledger shows.
const LATEST: usize = 20;

/// The ledger, and the claims of each status.
pub(super) fn pages(all: &mut Listing<'_>) {
    let path = OwnPage::Claims.address();
    all.page(path, Place::Site, |views| Box::new(views.claims()));
    for (status, claims) in all.views.claim_statuses() {
        let first = routes::claims_of(status.word());
        all.list(&first, Place::Site, claims.len(), move |views, n| {
            Box::new(views.claims_status(status, n))
        });
    }
}

impl<'e> Views<'e> {
    /// The ledger.
    pub fn claims(&self) -> ClaimsPage {
        let path = OwnPage::Claims.address();
        let statuses = self.claim_counts();
        ClaimsPage {
            page: self.head("claims", "claims", self.shared.phrases.claims(), &path, &[]),
            total: self.edition.claims().len(),
            countries: self.country_claims(&statuses),
            statuses,
            changes: self.latest_changes(LATEST),
            changes_total: self.edition.claim_changes().len(),
            disagreements: self.edition.disagreements().len(),
        }
    }

    /// The statuses that claims have, in the ledger's order.
    fn claim_statuses(&self) -> impl Iterator<Item = (ClaimStatus, &'e [ClaimId])> {
        let all = words::statuses().into_iter();
        let all = all.map(|status| (status, self.edition.claims_of(status)));
        all.filter(|(_, ids)| !ids.is_empty())
    }

    pub(super) fn claim_counts(&self) -> Vec<ClaimCount> {
        let count = |(status, ids): (ClaimStatus, &[ClaimId])| ClaimCount {
            status: words::status(status, self.shared.phrases),
            count: ids.len(),
            path: self.path(&routes::claims_of(status.word()), None),
        };
        self.claim_statuses().map(count).collect()
    }

    fn country_claims(&self, statuses: &[ClaimCount]) -> Vec<CountryClaims> {
        let mut rows = Vec::new();
        for id in self.edition.countries() {
            let claims = self.edition.claims_about(Item::Country(*id));
            if claims.is_empty() {
                continue;
            }
            let with = |slug: &str| {
                let has = |id: &&ClaimId| self.edition.claim(**id).status.word() == slug;
                claims.iter().filter(has).count()
            };
            let country = self.edition.country(*id);
            rows.push(CountryClaims {
                name: country.name.clone(),
                path: self.path(&country.names.address, Some("claims")),
                counts: statuses.iter().map(|one| with(one.status.slug)).collect(),
                total: claims.len(),
            });
        }
        rows
    }

    /// Page `number` (from 1) of the claims of a status.
    pub fn claims_status(&self, status: ClaimStatus, number: usize) -> ClaimsStatusPage {
        let first = routes::claims_of(status.word());
        let path: OutPath = routes::numbered(&first, number);
        let all = self.edition.claims_of(status);
        let above = [self.section_link(OwnPage::Claims)];
        let view = words::status(status, self.shared.phrases);
        let title = self.shared.phrases.status_of_claims(view.label);
        ClaimsStatusPage {
            page: self.head("claims-status", "claims", &title, &path, &above),
            status: view,
            statuses: self.claim_counts(),
            claims: self.claim_cards(self.on_page(all, number)),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
