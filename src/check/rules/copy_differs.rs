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
use crate::files::FilePath;
use crate::model::{Saved, Source};

pub(super) const RULE: Rule =
    Rule { code: codes::COPY_DIFFERS, when: When::Always, seeks: Sought::Lack, check };

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in &subject.site.sources {
        let sums = sums(subject, source);
        let noted = sums.iter().filter(|copy| copy.noted.is_some());
        let others: Vec<&CopySum<'_>> =
            noted.filter(|copy| copy.noted != Some(copy.sum)).collect();
        if !others.is_empty() {
            others
                .into_iter()
                .for_each(|copy| findings.push(exchanged(subject, source, copy)));
            continue;
        }
        let own: Vec<&CopySum<'_>> =
            sums.iter().filter(|copy| copy.noted.is_none()).collect();
        let expected = source.sha256.as_deref();
        let is_one = sums.iter().any(|copy| expected == Some(copy.sum));
        // Where all copies have sums of their own, the source needs none; but one that it has is that of a copy.
        let first = own.first().copied().or(sums.first().filter(|_| expected.is_some()));
        if let Some(first) = first.filter(|_| !is_one) {
            findings.push(other(subject, source, first, sums.len()));
        }
    }
}

/// A copy that could be read.
struct CopySum<'a> {
    path: &'a FilePath,
    /// Its sum.
    sum: &'a str,
    /// The sum that its sidecar notes.
    noted: Option<&'a str>,
}

impl CopySum<'_> {
    /// The copy as writers name it.
    fn written(&self) -> &str {
        self.path.below("content").unwrap_or(self.path.as_str())
    }
}

/// A copy that has another sum than its sidecar notes.
fn exchanged(subject: &Subject<'_>, source: &Source, copy: &CopySum<'_>) -> Diagnostic {
    let noted =
        subject.site.copies.get(copy.path).map_or(source.place, |noted| noted.place);
    let place = subject.written(noted, copy.noted.unwrap_or_default());
    let message = format!("the copy `{}` is not the one that was saved", copy.written());
    Diagnostic::new(codes::COPY_DIFFERS, place, message)
        .note(format!("the sum of the file is `{}`", copy.sum))
        .help("put back the file that was saved; if this one replaces it, write its sum")
}

/// The first of the copies of a source that have no sum of their own, where none has the source's.
fn other(
    subject: &Subject<'_>,
    source: &Source,
    copy: &CopySum<'_>,
    count: usize,
) -> Diagnostic {
    let (id, sum) = (&source.names.id, copy.sum);
    let Some(expected) = source.sha256.as_deref() else {
        let message = format!("the copy of the source `{id}` has no `sha256`");
        let place = subject.of_copy(source, copy.path);
        return Diagnostic::new(codes::COPY_DIFFERS, place, message)
            .note("without it nobody can tell later that the file is still the same")
            .help(format!(
                "if the file is the one that you saved, write `sha256: {sum}`"
            ));
    };
    let is = match count {
        1 => format!("the sum of the file is `{sum}`"),
        _ => format!(
            "the sum of `{}` is `{sum}`, and no other copy has it",
            copy.written()
        ),
    };
    let message = format!("the copy of the source `{id}` is not the one that was saved");
    Diagnostic::new(codes::COPY_DIFFERS, subject.written(source.place, expected), message)
        .note(is)
        .help("put back the file that was saved; if this one replaces it, write its sum")
}

/// The copies of a source that could be read.
fn sums<'a>(subject: &Subject<'a>, source: &'a Source) -> Vec<CopySum<'a>> {
    let copies = source.vault_copies();
    copies
        .filter_map(|path| match subject.vault.copy(path)? {
            Saved::Sum(sum) => {
                let noted = subject.site.copies.get(path);
                let noted = noted.and_then(|noted| noted.sum.as_deref());
                Some(CopySum { path, sum, noted })
            }
            Saved::Unreadable(_) => None,
        })
        .collect()
}
