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

use crate::check::copies::{CopyFault, WebCopy, on_the_web};
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::ARCHIVE_OF_SOMETHING_ELSE,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in &subject.site.sources {
        for WebCopy { url, fault, .. } in on_the_web(subject, source) {
            let message = match fault {
                Some(CopyFault::Itself) => {
                    "the source's own address is no copy of it".to_owned()
                }
                Some(CopyFault::NoArchive) => {
                    format!("`{}` is no web archive that is known", url.host())
                }
                Some(CopyFault::OtherPage(page)) => {
                    format!("this is a copy of `{page}`, which is not the source's `url`")
                }
                _ => continue,
            };
            let place = subject.written(source.place, url.as_str());
            findings.push(
                Diagnostic::new(codes::ARCHIVE_OF_SOMETHING_ELSE, place, message)
                    .note("it doesn't count as a copy for what is `confirmed`")
                    .help("name a copy in a web archive, or one in the vault"),
            );
        }
    }
}
