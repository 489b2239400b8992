//! What stands where something was that was withdrawn.

use super::listing::Listing;
use super::{Card, DateView, PageHead, View, Views};
use crate::diag::Place;
use crate::files::OutPath;
use serde::Serialize;

/// `pages/withdrawn.html`: the address of something that was withdrawn. Nothing of what it said is known here.
#[derive(Debug, Clone, Serialize)]
pub struct WithdrawnPage {
    /// What every page has.
    pub page: PageHead,
    /// What it was, in the word that `kind:id` uses: `article`.
    pub kind: String,
    /// When it was withdrawn.
    pub date: Card<DateView>,
    /// Why.
    pub reason: String,
}

impl View for WithdrawnPage {
    const TEMPLATE: &'static str = "pages/withdrawn.html";
}

/// A page at each address that something had which was withdrawn.
pub(super) fn pages(all: &mut Listing<'_>) {
    for (nth, stone) in all.edition.tombstones().iter().enumerate() {
        for from in stone.addresses() {
            let at = from.clone();
            all.page(from.clone(), Place::Site, move |views| {
                Box::new(views.withdrawn(&at, nth))
            });
        }
    }
}

impl Views<'_> {
    /// The page at `from`, an address of the nth of what was withdrawn.
    pub fn withdrawn(&self, from: &OutPath, nth: usize) -> WithdrawnPage {
        let stone = &self.edition.tombstones()[nth];
        let title = self.shared.phrases.withdrawn();
        let mut page = self.head("withdrawn", "", title, from, &[]);
        page.noindex = true;
        WithdrawnPage {
            page,
            kind: stone.kind.clone(),
            date: self.date(&stone.date),
            reason: stone.reason.clone(),
        }
    }
}
