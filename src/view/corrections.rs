//! Every correction of the site.

use super::listing::Listing;
use super::{CorrectionView, PageHead, Pagination, View, Views};
use crate::diag::Place;
use crate::routes::{self, OwnPage};
use serde::Serialize;

/// `pages/corrections.html`: one page of all corrections, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionsPage {
    /// What every page has.
    pub page: PageHead,
    /// The corrections on this page.
    pub corrections: Vec<CorrectionView>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for CorrectionsPage {
    const TEMPLATE: &'static str = "pages/corrections.html";
}

/// The list of corrections.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, count) =
        (OwnPage::Corrections.address(), all.edition.corrections().len());
    all.list(&first, Place::Site, count, |views, n| Box::new(views.corrections(n)));
}

impl Views<'_> {
    /// Page `number` (from 1) of all corrections.
    pub fn corrections(&self, number: usize) -> CorrectionsPage {
        let (first, all) = (OwnPage::Corrections.address(), self.edition.corrections());
        let path = routes::numbered(&first, number);
        let shown = self.on_page(all, number).iter();
        CorrectionsPage {
            page: self.head(
                "corrections",
                "",
                self.shared.phrases.corrections(),
                &path,
                &[],
            ),
            corrections: shown.map(|(id, n)| self.correction(*id, *n)).collect(),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
