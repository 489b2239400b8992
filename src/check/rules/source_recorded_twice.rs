//! `source-recorded-twice`: one text is one source.
//!
//! # What it does
//! Two sources are one text: one page of the web, however its address is written, one DOI, one address of a
//! copy, or one file by its `sha256`. Asked by `dateline check` only.
//!
//! # Why
//! It is counted once. But half of those who cite it are listed with one record and half with the other, and
//! what is corrected in one stays wrong in the other.
//!
//! # Example
//! ```yaml
//! paper: {title: Station closed, url: "https://www.example.org/news/1"}
//! paper-amp: {title: Station closed, url: "https://amp.example.org/news/1?utm_source=x"}
//! ```
//!
//! # Use instead
//! Keep one, with the id of the other among its `aliases`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::SOURCE_RECORDED_TWICE,
    when: When::OnCheck,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let origins = subject.edition().origins();
    for id in subject.edition().sources() {
        let first = origins.text(*id);
        if first == *id || subject.site[first].is_confidential() {
            continue;
        }
        let (one, two) = (&subject.site[first], &subject.site[*id]);
        let message =
            format!("the sources `{}` and `{}` are one text", one.names.id, two.names.id);
        findings.push(
            Diagnostic::new(codes::SOURCE_RECORDED_TWICE, two.place, message)
                .also(one.place, "the other one")
                .help(format!(
                    "keep one, and name the id of the other there: `aliases: [{}]`",
                    two.names.id
                )),
        );
    }
}
