//! `date-to-come`: nothing was first published later than today.
//!
//! # What it does
//! An article that is shown, or a page, has a `date` later than the day for which the site is made (`as_of`).
//!
//! # Why
//! Hugo and Jekyll hold back what is dated in the future. Here the date says when something was first
//! published, and holds nothing back: whoever moves such a file would publish it too early.
//!
//! # Example
//! ```yaml
//! date: 2027-05-05 # as_of = "2026-11-23"
//! ```
//!
//! # Use instead
//! `embargo: 2027-05-05` beside the date, or the day on which it was published.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, codes};
use crate::files::Span;

pub(super) const RULE: Rule = Rule {
    code: codes::DATE_TO_COME,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(today) = subject.today else { return };
    let site = subject.site;
    let articles = subject.edition().articles().iter().map(|id| {
        let article = &site[*id];
        (Some(&article.date), article.place)
    });
    let pages = subject.edition().pages().iter().map(|id| {
        let page = &site[*id];
        (page.date.as_ref(), page.place)
    });
    for (date, place) in articles.chain(pages) {
        if let Some(date) = date.filter(|date| today.is_definitely_before(date)) {
            findings.push(to_come(subject, date, place));
        }
    }
}

fn to_come(subject: &Subject<'_>, date: &Edtf, place: Span) -> Diagnostic {
    let day =
        date.earliest().map_or_else(|| date.as_edtf().to_string(), |day| day.to_string());
    let place = subject.written(place, date.written());
    Diagnostic::new(
        codes::DATE_TO_COME,
        place,
        "this day has not come yet, and it is published",
    )
    .note("the day for which the site is made is `as_of` in `site.toml`, or `--as-of`")
    .help(format!("write `embargo: {day}` too if it is not to be published before"))
}
