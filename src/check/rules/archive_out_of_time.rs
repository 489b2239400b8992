//! `archive-out-of-time`: a copy is made after its source.
//!
//! # What it does
//! A copy in the Wayback Machine was made before its source was published, or after the day
//! for which the site is built.
//!
//! # Why
//! The stamp in the address says when the copy was made. A copy from before shows another
//! page, and one from the future none: the address was mistyped, or a date is wrong.
//!
//! # Example
//! ```yaml
//! report:
//!   title: A report
//!   date: 2022-09-12
//!   archive: [https://web.archive.org/web/20210912000000/https://example.org/report]
//! ```
//!
//! # Use instead
//! Put the address of the copy or the `date` of the source right.

use crate::check::{Findings, Rule, Subject, When};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, codes};
use crate::model::Archive;

pub(super) const RULE: Rule =
    Rule { code: codes::ARCHIVE_OUT_OF_TIME, when: When::Always, check };

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in &subject.site.sources {
        for archive in &source.archives {
            let Archive::Web(url) = archive else { continue };
            let Some(made) = stamp(url.as_str()) else { continue };
            let why = wrong(&made, source.date.as_ref(), subject.today);
            let Some((why, other)) = why else { continue };
            let place = subject.after(source.place, url.as_str()).unwrap_or(source.place);
            let message = format!(
                "the copy was made on {}, {why} {}",
                made.written(),
                other.written()
            );
            findings.push(
                Diagnostic::new(codes::ARCHIVE_OUT_OF_TIME, place, message)
                    .help("put the address of the copy or the source's `date` right"),
            );
        }
    }
}

fn wrong<'d>(
    made: &Edtf,
    published: Option<&'d Edtf>,
    today: Option<&'d Edtf>,
) -> Option<(&'static str, &'d Edtf)> {
    let before = published.filter(|date| made.is_definitely_before(date));
    let after = today.filter(|today| today.is_definitely_before(made));
    let before = before.map(|date| ("before the source was published:", date));
    before.or(after.map(|today| ("after the day the site is built for:", today)))
}

/// The day in the address of a Wayback copy: `…/web/20221026120000/https://…`.
fn stamp(url: &str) -> Option<Edtf> {
    let (_, rest) = url.split_once("web.archive.org/web/")?;
    let day =
        rest.get(..8).filter(|day| day.bytes().all(|byte| byte.is_ascii_digit()))?;
    Edtf::parse(&format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])).ok()
}
