//! `unarchived-source`: evidence on the web is kept.
//!
//! # What it does
//! A claim rests on a source on the web of which no copy is kept. Asked by `dateline check`
//! only.
//!
//! # Why
//! Many a page is gone after some years. Evidence that can't be looked up any more
//! convinces nobody.
//!
//! # Example
//! ```yaml
//! report:
//!   title: A report
//!   url: https://example.org/report
//! ```
//!
//! # Use instead
//! Save the page (the Wayback Machine does so at `https://web.archive.org/save`) and name
//! the copy in `archive`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::UNARCHIVED_SOURCE,
    when: When::OnCheck,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for id in subject.edition().sources() {
        let source = &subject.site[*id];
        let Some(url) = source.url.as_ref().filter(|_| source.archives.is_empty()) else {
            continue;
        };
        if subject.edition().claims_resting_on(*id).is_empty() {
            continue;
        }
        let message =
            format!("no copy of the source `{}` is kept or named", source.names.id);
        let place = subject.written(source.place, url.as_str());
        findings.push(
            Diagnostic::new(codes::UNARCHIVED_SOURCE, place, message)
                .note("a claim rests on it")
                .help("save the page, and name the copy: `archive: [https://web.archive.org/web/…]`"),
        );
    }
}
