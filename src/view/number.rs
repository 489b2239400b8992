//! What is counted of something, and what sources disagree on.

use super::claim_words::number_rank;
use super::listing::Listing;
use super::{Card, DateView, LinkView, PageHead, Pagination, View, Views};
use crate::diag::Place;
use crate::model::{Disagreement, Item, Number, NumberOf};
use crate::routes::{self, OwnPage};
use serde::Serialize;

/// What is counted of a subject, with everything that is said of it.
#[derive(Debug, Clone, Serialize)]
pub struct NumberView {
    /// What it is counted of.
    pub subject: Card<LinkView>,
    /// What is counted: `Stations`.
    pub property: String,
    /// Whether the statements that nobody has withdrawn differ.
    pub disagreement: bool,
    /// The statements, by date.
    pub statements: Vec<StatementView>,
}

/// A number that somebody gives.
#[derive(Debug, Clone, Serialize)]
pub struct StatementView {
    /// The number, as it is printed.
    pub value: String,
    /// As of when.
    pub date: Option<Card<DateView>>,
    /// Who counted.
    pub by: Option<Card<LinkView>>,
    /// The sources it rests on.
    pub sources: Vec<Card<LinkView>>,
    /// How it stands to the others, where it is more or less than one of several.
    pub rank: Option<&'static str>,
    /// What has to be added.
    pub note: Option<String>,
}

/// `pages/disagreements.html`: one page of what sources disagree on.
#[derive(Debug, Clone, Serialize)]
pub struct DisagreementsPage {
    /// What every page has.
    pub page: PageHead,
    /// What is counted with different results: of the site's own subject first.
    pub numbers: Vec<NumberView>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for DisagreementsPage {
    const TEMPLATE: &'static str = "pages/disagreements.html";
}

/// What sources disagree on.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, count) =
        (OwnPage::Disagreements.address(), all.edition.disagreements().len());
    all.list(&first, Place::Site, count, |views, n| Box::new(views.disagreements(n)));
}

impl Views<'_> {
    /// Page `number` (from 1) of what sources disagree on.
    pub fn disagreements(&self, number: usize) -> DisagreementsPage {
        let first = OwnPage::Disagreements.address();
        let (path, all) =
            (routes::numbered(&first, number), self.edition.disagreements());
        let above = [self.section_link(OwnPage::Claims)];
        let view = |one: &Disagreement<'_>| self.number(one.subject, one.number);
        let title = self.shared.phrases.disagreements();
        DisagreementsPage {
            page: self.head("disagreements", "claims", title, &path, &above),
            numbers: self.on_page(all, number).iter().map(view).collect(),
            pagination: self.pagination(&first, number, all.len()),
        }
    }

    /// What is counted of an item.
    pub(super) fn numbers(&self, item: Item) -> Vec<NumberView> {
        let numbers = self.edition.numbers(item).iter();
        numbers.map(|one| self.number(item, one)).collect()
    }

    fn number(&self, subject: Item, number: &NumberOf) -> NumberView {
        NumberView {
            subject: self.link(subject),
            property: property_words(&number.property),
            disagreement: number.is_disagreement(),
            statements: number.statements.iter().map(|one| self.statement(one)).collect(),
        }
    }

    fn statement(&self, number: &Number) -> StatementView {
        StatementView {
            value: number.value.clone(),
            date: self.date_of(number.date.as_ref()),
            by: number.by.as_ref().map(|who| self.who(who)),
            sources: self.source_links(&number.sources),
            rank: number_rank(number.rank, self.shared.phrases),
            note: number.note.clone(),
        }
    }
}

/// What is counted, as the author calls it: `arrests_made` as "Arrests made".
pub(super) fn property_words(property: &str) -> String {
    let spaced = property.replace(['-', '_'], " ");
    let mut letters = spaced.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_told_in_words() {
        assert_eq!(property_words("arrests_made"), "Arrests made");
    }
}
