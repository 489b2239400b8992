//! `sum-of-no-copy`: a sum is that of a copy.
//!
//! # What it does
//! A source has a `sha256`, and no copy of it lies in the vault.
//!
//! # Why
//! A sum that is compared with nothing says nothing, and looks like proof.
//!
//! # Example
//! ```yaml
//! report:
//!   title: A report
//!   sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
//! ```
//!
//! # Use instead
//! Put the copy into `content/vault/` and name it: `archive: [vault/report.pdf]`; or take the sum out.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule =
    Rule { code: codes::SUM_OF_NO_COPY, when: When::Always, seeks: Sought::Lack, check };

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in &subject.site.sources {
        let Some(sum) = &source.sha256 else { continue };
        if source.vault_copies().next().is_some() {
            continue;
        }
        let id = &source.names.id;
        let message = format!("the `sha256` of the source `{id}` is that of no copy");
        let place = subject.written(source.place, sum);
        findings.push(
            Diagnostic::new(codes::SUM_OF_NO_COPY, place, message)
                .note("no copy of it is in the vault, so nothing has this sum")
                .help("name the copy: `archive: [vault/…]`; or take the `sha256` out"),
        );
    }
}
