//! `archive-out-of-time`: a copy is made after its source, and neither in the future.
//!
//! # What it does
//! The address of a copy names a time before its source was published, after the day for which the
//! site is built, or that no calendar has, or it leads to no one copy. Or the source itself is
//! dated after that day.
//!
//! # Why
//! The time in the address says when the copy was made. A copy from before shows another
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

use crate::check::copies::{CopyFault, WebCopy, on_the_web};
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, codes};
use crate::model::Source;

pub(super) const RULE: Rule = Rule {
    code: codes::ARCHIVE_OUT_OF_TIME,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in &subject.site.sources {
        copies(subject, source, findings);
        let dates = [("published", &source.date), ("seen", &source.accessed)];
        for (what, date) in dates {
            if let Some((date, today)) = date.as_ref().zip(subject.today)
                && today.is_definitely_before(date)
            {
                findings.push(of_a_day_to_come(subject, source, what, date, today));
            }
        }
    }
}

fn copies(subject: &Subject<'_>, source: &Source, findings: &mut Findings) {
    for WebCopy { url, fault, .. } in on_the_web(subject, source) {
        let Some((message, help)) = fault.and_then(told) else { continue };
        let place = subject.written(source.place, url.as_str());
        let found = Diagnostic::new(codes::ARCHIVE_OUT_OF_TIME, place, message);
        findings.push(found.help(help));
    }
}

/// What is said of a fault of time, and what to do about it.
fn told(fault: CopyFault<'_>) -> Option<(String, &'static str)> {
    let date = "put the address of the copy or the source's `date` right";
    let copy = "open the copy, and take its address from there";
    let made = |day: &Edtf| format!("the copy was made on {}", day.written());
    Some(match fault {
        CopyFault::Before(day, published) => {
            let when = published.written();
            (format!("{}, before the source was published: {when}", made(&day)), date)
        }
        CopyFault::After(day, today) => {
            let when = today.written();
            (format!("{}, after the day the site is built for: {when}", made(&day)), date)
        }
        CopyFault::Never(time) => {
            (format!("the copy's time `{time}` is in no calendar"), copy)
        }
        CopyFault::NoCopy => (
            "this is the address of a list of copies, or of whichever is newest".into(),
            copy,
        ),
        CopyFault::Itself | CopyFault::NoArchive | CopyFault::OtherPage(_) => {
            return None;
        }
    })
}

fn of_a_day_to_come(
    subject: &Subject<'_>,
    source: &Source,
    what: &str,
    date: &Edtf,
    today: &Edtf,
) -> Diagnostic {
    let message = format!(
        "the source was {what} on {}, after the day the site is built for: {}",
        date.written(),
        today.written()
    );
    let place = subject.written(source.place, date.written());
    Diagnostic::new(codes::ARCHIVE_OUT_OF_TIME, place, message)
        .help("put the date right, or build for a later day: `as_of` in `site.toml`")
}
