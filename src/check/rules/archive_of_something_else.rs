//! `archive-of-something-else`: an archived copy is one of the source.
//!
//! # What it does
//! An address in `archive` is the source's own, belongs to no web archive that is known, or is that of
//! a copy of another page.
//!
//! # Why
//! Readers follow it when the source is gone. A second address of the same server goes with the
//! first, and a copy of another page shows something else. Neither counts as a copy for
//! what is `confirmed`.
//!
//! # Example
//! ```yaml
//! report:
//!   title: A report
//!   url: https://example.org/report
//!   archive: [https://example.org/report]
//! ```
//!
//! # Use instead
//! Name the copy's address in the archive. Where the page has moved since it was saved, or where you keep
//! an archive of your own, set the rule to `off` in `site.toml`.

use crate::check::copies::{Fault, fault};
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::{Archive, Capture, WebPage};

pub(super) const RULE: Rule = Rule {
    code: codes::ARCHIVE_OF_SOMETHING_ELSE,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in &subject.site.sources {
        for archive in &source.archives {
            let Archive::Web(url) = archive else { continue };
            let (capture, address) = (Capture::read(url), WebPage::at(url));
            let message = match fault(source, &capture, &address, subject.today) {
                Some(Fault::Itself) => {
                    "the source's own address is no copy of it".to_owned()
                }
                Some(Fault::NoArchive) => {
                    format!("`{}` is no web archive that is known", url.host())
                }
                Some(Fault::OtherPage(page)) => {
                    format!("this is a copy of `{page}`, which is not the source's `url`")
                }
                _ => continue,
            };
            let place = subject.after(source.place, url.as_str()).unwrap_or(source.place);
            findings.push(
                Diagnostic::new(codes::ARCHIVE_OF_SOMETHING_ELSE, place, message)
                    .note("it doesn't count as a copy for what is `confirmed`")
                    .help("name a copy in a web archive, or one in the vault"),
            );
        }
    }
}
