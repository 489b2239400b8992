//! `copy-of-another`: a copy is one of the source that names it.
//!
//! # What it does
//! A source names a copy in the vault of which the sidecar says that it is one of another source.
//!
//! # Why
//! What is quoted from the one would be checked against the other.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml, where content/vault/memo.txt.yaml says `source: memo`
//! report: {title: A report, archive: [vault/memo.txt]}
//! ```
//!
//! # Use instead
//! Name the source's own copy, or put the sidecar right. Two sources that are one text are one: let one be
//! `based_on` the other.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::COPY_OF_ANOTHER,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, source) in subject.site.sources_with_ids() {
        for path in source.vault_copies() {
            let Some(noted) = subject.site.copies.get(path) else { continue };
            let Some(other) = noted.source.filter(|other| *other != id) else { continue };
            let written = path.below("content").unwrap_or(path.as_str());
            let (name, other) = (&source.names.id, &subject.site[other].names.id);
            let message = format!("`{written}` is no copy of the source `{name}`");
            let place = subject.of_copy(source, path);
            findings.push(
                Diagnostic::new(codes::COPY_OF_ANOTHER, place, message)
                    .also(noted.place, format!("its sidecar says that it is one of `{other}`"))
                    .help("name the source's own copy, or put `source` in the sidecar right"),
            );
        }
    }
}
