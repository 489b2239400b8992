//! `translation-out-of-date`: a translation says what its original said when it was made.
//!
//! # What it does
//! The original of a translation has been `updated` after the translation was dated, `updated` or `reviewed`.
//!
//! # Why
//! What was put right in one language is still wrong in the other. Until somebody has looked, readers of the
//! translation are told above its text that the original has changed.
//!
//! # Example
//! ```yaml
//! # articles/station.md
//! updated: 2026-11-20
//! # articles/comisaria.md
//! translation_of: station
//! date: 2026-10-01
//! ```
//!
//! # Use instead
//! Bring the translation up to date and write `updated:`; where nothing in it has to change, write `reviewed:` with the day on
//! which it was compared.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::TRANSLATION_OUT_OF_DATE,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (article, translation) in subject.translations() {
        let Some(changed) = translation.behind else { continue };
        let original = &subject.site[translation.original];
        let message = format!(
            "the translation `{}` is older than its original `{}`",
            article.names.id, original.names.id
        );
        let place = subject.written(article.place, "translation_of");
        let when = subject.written(original.place, "updated");
        findings.push(
            Diagnostic::new(codes::TRANSLATION_OUT_OF_DATE, place, message)
                .also(when, format!("changed on {}", changed.written()))
                .note("readers are told above the text that the original has changed since")
                .help("bring it up to date and write `updated: …`, or `reviewed: …` where nothing has to change"),
        );
    }
}
