//! `missing-copy`: a copy that is named is there.
//!
//! # What it does
//! A source names a copy in the vault, and there is no such file, or it can't be read.
//!
//! # Why
//! A copy that isn't there keeps nothing. It was moved, misspelt, or never committed.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml, without the file content/vault/report.pdf
//! report: {title: A report, archive: [vault/report.pdf]}
//! ```
//!
//! # Use instead
//! Put the file into `content/vault/`, or put its name in `archive` right.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::Saved;

pub(super) const RULE: Rule = Rule {
    code: codes::MISSING_COPY,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in &subject.site.sources {
        for path in source.vault_copies() {
            let written = path.below("content").unwrap_or(path.as_str());
            let place = subject.of_copy(source, path);
            let found = match subject.vault.copy(path) {
                Some(Saved::Sum(_)) => continue,
                Some(Saved::Unreadable(reason)) => {
                    let message = format!("the copy `{written}` can't be read");
                    Diagnostic::new(codes::MISSING_COPY, place, message)
                        .note(reason.clone())
                        .help("make it a file that can be read")
                }
                None => {
                    let message = format!("there is no copy `{written}`");
                    let others = subject.texts.others().iter();
                    let vault = others.filter_map(|one| {
                        one.path.below("content/vault").and(one.path.below("content"))
                    });
                    Diagnostic::new(codes::MISSING_COPY, place, message)
                        .did_you_mean(written, vault)
                        .help(format!("put the file at `{path}`"))
                }
            };
            findings.push(found);
        }
    }
}
