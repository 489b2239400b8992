//! `translation-of-other-claims`: a translation and its original are about the same.
//!
//! # What it does
//! A translation lists or marks other claims than its original, or has another first claim, which stands at the headline.
//!
//! # Why
//! Readers of both languages should learn of the same allegations, with the same answers. A claim that only one of them deals
//! with is an edition of its own.
//!
//! # Example
//! ```yaml
//! # articles/station.md
//! claims: [ie/permission, ie/closed]
//! # articles/comisaria.md
//! translation_of: station
//! claims: [ie/permission]
//! ```
//!
//! # Use instead
//! Give both the same `claims`, in the same order, and mark words on the same ones. A text that is meant to differ is no
//! translation: leave `translation_of` out, and name the other under `related`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::TRANSLATION_OF_OTHER_CLAIMS,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (article, translation) in subject.translations() {
        let (lost, added) = (&translation.lost, &translation.added);
        if lost.is_empty() && added.is_empty() && !translation.has_other_main_claim {
            continue;
        }
        let original = &subject.site[translation.original];
        let message = format!(
            "the translation `{}` deals with other claims than its original `{}`",
            article.names.id, original.names.id
        );
        let place = subject.written(article.place, "claims");
        let mut found =
            Diagnostic::new(codes::TRANSLATION_OF_OTHER_CLAIMS, place, message)
                .also(subject.written(original.place, "claims"), "those of the original");
        if !lost.is_empty() {
            found = found.note(format!("missing: {}", subject.named_claims(lost)));
        }
        if !added.is_empty() {
            found = found.note(format!("only here: {}", subject.named_claims(added)));
        }
        if lost.is_empty() && added.is_empty() {
            found =
                found.note("the first claim, which stands at the headline, is another");
        }
        findings.push(found.help(
            "list and mark the same claims in both; a text that is meant to differ has no `translation_of`",
        ));
    }
}
