//! Every correction of the site.

use super::{CorrectionView, PageHead, Pagination, View};
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
