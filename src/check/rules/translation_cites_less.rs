//! `translation-cites-less`: a translation shows where its words come from, as its original does.
//!
//! # What it does
//! The text of a translation nowhere cites a source that the text of its original cites.
//!
//! # Why
//! Readers of every language have the same right to see what a sentence rests on; a citation that is lost takes a
//! paragraph or a whole statement with it more often than not.
//!
//! # Example
//! ```markdown
//! The minister ordered it closed [@minister; @embassy].   <!-- articles/station.md -->
//! El ministro ordenó su cierre [@minister].               <!-- articles/comisaria.md -->
//! ```
//!
//! # Use instead
//! Cite the same sources at the same sentences. A source in the readers' own language may stand beside them.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::TRANSLATION_CITES_LESS,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (article, translation) in subject.translations() {
        if translation.uncited.is_empty() {
            continue;
        }
        let original = &subject.site[translation.original];
        let message = format!(
            "the translation `{}` does not cite what its original `{}` cites",
            article.names.id, original.names.id
        );
        let place = subject.written(article.place, "translation_of");
        findings.push(
            Diagnostic::new(codes::TRANSLATION_CITES_LESS, place, message)
                .note(format!("missing: {}", subject.named(&translation.uncited)))
                .help("cite them at the same sentences"),
        );
    }
}
