//! `copy-damaged`: a web archive in the vault is whole.
//!
//! # What it does
//! A copy in the vault is a web archive (WARC, WACZ), and a sum that it holds of one of its parts is not that of the
//! part's bytes.
//!
//! # Why
//! Programs that save pages write these sums so that nobody can change a page later. Where one of them differs,
//! somebody did, or the file was damaged.
//!
//! # Example
//! A file `vault/report.warc` in which a word of a page was changed with an editor.
//!
//! # Use instead
//! Put back the file as the program saved it, or save the page again.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::copies::Unread;
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::COPY_DAMAGED,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, source) in subject.site.sources_with_ids() {
        for copy in subject.vault.verified(id) {
            let Some(Unread::Tampered(part)) = &copy.unread else { continue };
            let written = copy.path.below("content").unwrap_or(copy.path.as_str());
            let message = format!("the copy `{written}` is not what its own sums say");
            let place = subject.of_copy(source, &copy.path);
            findings.push(
                Diagnostic::new(codes::COPY_DAMAGED, place, message)
                    .note(format!(
                        "the sum that it holds of `{part}` is not that of the bytes"
                    ))
                    .help("put back the file as it was saved, or save the page again"),
            );
        }
    }
}
