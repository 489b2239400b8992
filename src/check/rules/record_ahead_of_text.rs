//! `record-ahead-of-text`: a record is not out before the text that it is for.
//!
//! # What it does
//! A source, location, claim or entity of a registry, or in a file of its own, is published, and nothing refers to
//! it but what is held back. Asked by `dateline check` only.
//!
//! # Why
//! A record is published by itself. Whoever looks at the lists of the site learns what the next article is about.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml; only a draft cites `ledger`
//! ledger: {title: The ledger of a bank}
//! ```
//!
//! # Use instead
//! Hold the record back as well: `draft: true`, or the `embargo` of the text. If it may be known, set the rule to
//! `off`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::Item;

pub(super) const RULE: Rule = Rule {
    code: codes::RECORD_AHEAD_OF_TEXT,
    when: When::OnCheck,
    seeks: Sought::Use,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let site = subject.site;
    for item in &site.ahead {
        let place = match item {
            Item::Source(id) => site[*id].place,
            Item::Location(id) => site[*id].place,
            Item::Claim(id) => site[*id].place,
            Item::Entity(id) => site[*id].place,
            // A text is there to be read.
            Item::Article(_) | Item::Page(_) | Item::Country(_) | Item::Home => continue,
        };
        if !subject.edition().is_shown(*item) {
            continue;
        }
        let id = site.names(*item).map_or("", |names| names.id.as_str());
        let message =
            format!("the {} `{id}` is published before what it is for", item.kind());
        findings.push(
            Diagnostic::new(codes::RECORD_AHEAD_OF_TEXT, place, message)
                .note("nothing refers to it but what is held back")
                .help("hold it back as well: `draft: true`, or an `embargo`"),
        );
    }
}
