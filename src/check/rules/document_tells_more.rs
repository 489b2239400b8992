//! `document-tells-more`: a published PDF tells no more than its pages show.
//!
//! # What it does
//! A PDF that readers get names its author, holds a path on the disk of whoever made it, or has text that is not
//! shown; or it is locked or damaged, so that nobody can tell.
//!
//! # Why
//! A leaked letter that was scanned in the newsroom may name the colleague who scanned it, and the folder
//! `C:\Users\…` of whoever sent it. Text under a black bar is text.
//!
//! # Example
//! ```text
//! content/media/letter.pdf, with /Author (Jane Doe)
//! ```
//!
//! # Use instead
//! Print it to a new PDF, or show pictures of its pages. What is kept as evidence and not shown belongs into the vault.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::copies::{Aside, Unread};
use crate::diag::{Diagnostic, Place, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::DOCUMENT_TELLS_MORE,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for paper in subject.papers.iter() {
        let (message, notes) = match &paper.told {
            Ok(told) if told.is_empty() => continue,
            // It is none, whatever its name says.
            Err(Unread::UnknownForm) => continue,
            Ok(told) => (
                format!("`{}` tells more than its pages show", paper.path),
                told.iter().map(|aside| words(*aside).to_owned()).collect::<Vec<_>>(),
            ),
            Err(unread) => (
                format!("nobody can tell what `{}` tells beside its pages", paper.path),
                vec![unread.to_string()],
            ),
        };
        let place = Place::Path(paper.path.to_string(), None);
        let found = Diagnostic::new(codes::DOCUMENT_TELLS_MORE, place, message);
        let found = notes.into_iter().fold(found, Diagnostic::note);
        findings.push(
            found.help("print it to a new PDF, or show pictures of its pages instead"),
        );
    }
}

/// What is told, and never the words themselves: messages end in logs.
fn words(aside: Aside) -> &'static str {
    match aside {
        Aside::Author => "it names an author, a manager or a company",
        Aside::PathOnDisk => "it holds a path on the disk of whoever made it",
        Aside::HiddenText => "it has text that is drawn and not shown",
    }
}
