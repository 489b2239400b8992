//! Every correction of the site.

use super::place;
use super::{CorrectionView, Desk, PageHead, Pagination, View};
use crate::model::OwnPage;
use serde::Serialize;

/// `pages/corrections.html`: one page of all corrections, newest first.
#[derive(Debug, Clone, Serialize, Hash)]
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

impl Desk<'_> {
    /// Page `number` (from 1) of all corrections.
    pub fn corrections(&self, number: usize) -> CorrectionsPage {
        let (first, all) = (OwnPage::Corrections.address(), &self.edition.corrections);
        let path = place::numbered(&first, number);
        let shown = self.on_page(all, number).iter();
        CorrectionsPage {
            page: self.head("corrections", "", "Corrections", &path, &[]),
            corrections: shown.map(|(id, n)| self.correction(*id, *n)).collect(),
            pagination: self.pagination(&first, number, all.len()),
        }
    }
}
