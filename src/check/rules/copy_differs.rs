//! `copy-differs`: a copy is the one that was saved.
//!
//! # What it does
//! A source names copies in the vault, and its `sha256` is the sum of none of them, or is not there.
//!
//! # Why
//! The sum tells anybody that the file is what was saved then: without it, or with another, the
//! file may have been changed or exchanged since.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml, with a file content/vault/report.pdf that has another sum
//! report:
//!   title: A report
//!   archive: [vault/report.pdf]
//!   sha256: 0000000000000000000000000000000000000000000000000000000000000000
//! ```
//!
//! # Use instead
//! Put the saved file back; or, where the sum was never written down or is of an older copy,
//! write that of the file.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::{Saved, Source};

pub(super) const RULE: Rule =
    Rule { code: codes::COPY_DIFFERS, when: When::Always, seeks: Sought::Lack, check };

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in &subject.site.sources {
        let sums = sums(subject, source);
        let Some((written, sum)) = sums.first() else { continue };
        let expected = source.sha256.as_deref();
        if sums.iter().any(|(_, sum)| expected == Some(sum)) {
            continue;
        }
        let id = &source.names.id;
        let is = match sums.as_slice() {
            [_] => format!("the sum of the file is `{sum}`"),
            _ => format!("the sum of `{written}` is `{sum}`, and no other copy has it"),
        };
        let (words, message) = match expected {
            None => (*written, format!("the copy of the source `{id}` has no `sha256`")),
            Some(sum) => (
                sum,
                format!("the copy of the source `{id}` is not the one that was saved"),
            ),
        };
        let place = subject.written(source.place, words);
        let found = Diagnostic::new(codes::COPY_DIFFERS, place, message);
        findings.push(match expected {
            None => found
                .note("without it nobody can tell later that the file is still the same")
                .help(format!("if the file is the one that you saved, write `sha256: {sum}`")),
            Some(_) => found.note(is).help(
                "put back the file that was saved; if this one replaces it, write its sum",
            ),
        });
    }
}

/// The copies of a source that could be read: as they are written, with their sums.
fn sums<'a>(subject: &Subject<'a>, source: &'a Source) -> Vec<(&'a str, &'a str)> {
    let copies = source.vault_copies();
    copies
        .filter_map(|path| match subject.vault.copy(path)? {
            Saved::Sum(sum) => {
                Some((path.below("content").unwrap_or(path.as_str()), sum.as_str()))
            }
            Saved::Unreadable(_) => None,
        })
        .collect()
}
