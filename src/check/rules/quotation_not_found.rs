//! `quotation-not-found`: what is quoted stands in the copy of its source.
//!
//! # What it does
//! Words that are quoted from a source stand in none of its copies in the vault, or on another page than
//! is named: words in a citation, a quotation that ends in one, `quotes:` of the source, or words between quotation
//! marks in what somebody answers. A warning while the site is written; an error in `dateline check` and
//! with `--release`.
//!
//! # Why
//! A quotation is what somebody is held to. Nothing else is as easily got wrong, and as easily proved wrong.
//!
//! # Example
//! ```markdown
//! The office "must close" [@report, p. 12, "must close"].
//! ```
//! where page 12 of the report says "should close".
//!
//! # Use instead
//! Quote what stands there. Words that are left out are written `[…]`, words that are put in `[so]`. A translation is
//! given beside the original: `quotes: [{exact: …, translation: …}]` of the source.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::{Quoted, QuotedIn, SourceId, Verdict};
use crate::quotations::Quotation;

pub(super) const RULE: Rule = Rule {
    code: codes::QUOTATION_NOT_FOUND,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if subject.vault.is_empty() {
        return;
    }
    for quoted in subject.site.quoted(subject.config) {
        let (source, verdict) = subject.vault.verdict_of(subject.site, &quoted);
        if let Some(found) = told(subject, &quoted, source, &verdict) {
            findings.push(found);
        }
    }
}

/// What is to be said of a quotation, if anything is.
fn told(
    subject: &Subject<'_>,
    quoted: &Quoted<'_>,
    id: SourceId,
    verdict: &Verdict,
) -> Option<Diagnostic> {
    let source = &subject.site[id];
    let name = &source.names.id;
    let place = match quoted.of {
        QuotedIn::Text => quoted.place,
        QuotedIn::Record | QuotedIn::Answer => {
            subject.written(quoted.place, quoted.words)
        }
    };
    let found = |message| Diagnostic::new(codes::QUOTATION_NOT_FOUND, place, message);
    match verdict {
        Verdict::Elsewhere { copy, stands } => {
            let message =
                format!("the quotation is not where it is said to be in `{name}`");
            let copy = copy.below("content").unwrap_or(copy.as_str());
            Some(
                found(message)
                    .note(format!("in the copy `{copy}` the words stand {stands}"))
                    .help("put the place right, or leave it out"),
            )
        }
        Verdict::Missing { copy, nearest } => {
            let found = found(format!("the quotation is not in the copy of `{name}`"));
            let copy = copy.below("content").unwrap_or(copy.as_str());
            // What a confidential source says is not for logs.
            let nearest = nearest.as_ref().filter(|_| !source.is_confidential());
            let found = match nearest {
                Some((words, Some(place))) => {
                    found.note(format!("nearest in `{copy}`, {place}: `{words}`"))
                }
                Some((words, None)) => {
                    found.note(format!("nearest in `{copy}`: `{words}`"))
                }
                None => found.note(format!("nothing like it is in `{copy}`")),
            };
            let found = with_help(found, quoted.words);
            Some(match (&source.lang, nearest) {
                (None, None) => found.help(
                    "if it is a translation, give the source its `lang`, and the original with the translation in its `quotes`",
                ),
                _ => found,
            })
        }
        Verdict::Found(_)
        | Verdict::Translated
        | Verdict::NoCopy
        | Verdict::Unread(_) => None,
    }
}

fn with_help(found: Diagnostic, words: &str) -> Diagnostic {
    let found = found.help("quote the words as they stand there, every capital too");
    if Quotation::has_insertion(words) {
        return found.help(
            "words in brackets are put in and stand for nothing: where they stand for words of the source, write `[…] [words]`",
        );
    }
    match Quotation::has_bare_dots(words) {
        true => found.help("for words that are left out write `[…]`"),
        false => found,
    }
}
