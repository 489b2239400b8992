//! `translation-with-other-statuses`: words are as certain in one language as in the other.
//!
//! # What it does
//! A translation marks words as alleged, reported or confirmed more or less often than its original does. (That each mark
//! is that of its claim, `mark-contradicts-claim` sees to.)
//!
//! # Why
//! What is marked as alleged in one language must not stand as plain fact in the other.
//!
//! # Example
//! ```markdown
//! [Nobody had asked permission]{.alleged claim=ie/permission}   <!-- articles/station.md -->
//! Nadie había pedido permiso                                    <!-- articles/comisaria.md -->
//! ```
//!
//! # Use instead
//! Mark the same words in both.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::TRANSLATION_WITH_OTHER_STATUSES,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (article, translation) in subject.translations() {
        if translation.other_statuses.is_empty() {
            continue;
        }
        let original = &subject.site[translation.original];
        let message = format!(
            "the translation `{}` marks words with other statuses than its original `{}`",
            article.names.id, original.names.id
        );
        let place = subject.written(article.place, "translation_of");
        let words = translation
            .other_statuses
            .iter()
            .map(|status| format!("`{}`", status.word()));
        let words = words.collect::<Vec<_>>().join(", ");
        findings.push(
            Diagnostic::new(codes::TRANSLATION_WITH_OTHER_STATUSES, place, message)
                .note(format!("not as often in both: {words}"))
                .help("mark the same words in both"),
        );
    }
}
