//! `address-gone`: what was published stays findable.
//!
//! # What it does
//! An address that a page had in the last release has none now: no page, no alias that leads to one, and no word that what
//! stood there was withdrawn.
//!
//! # Why
//! Others have linked to it and quoted it. A page that is gone without a word can't be told from one that
//! never was.
//!
//! # Example
//! `content/articles/dublin.md` was deleted, or renamed without `aliases`.
//!
//! # Use instead
//! Where it has moved, give it its old address as an alias. Where it is to be gone, keep its file with `withdrawn`.

use crate::check::{Findings, Rule, Sought, Subject, When, silence, since};
use crate::diag::{Diagnostic, codes};
use crate::releases::Happened;

pub(super) const RULE: Rule = Rule {
    code: codes::ADDRESS_GONE,
    when: When::OnRelease,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(since) = subject.since.get() else { return };
    for change in since.difference.silent() {
        let (address, is_gone) = match &change.happened {
            Happened::Gone { address } => (address, true),
            Happened::AddressGone { address } => (address, false),
            _ => continue,
        };
        let (named, release) = (since::named(&change.item), since.name());
        let message = match is_gone {
            true => format!("{named} was published in {release}, and is gone"),
            false => format!(
                "{named} had the address `{address}` in {release}, and nothing stands there now"
            ),
        };
        let place = match is_gone {
            true => silence::in_release(subject, &change.item),
            false => silence::place(subject, since, &change.item),
        };
        let found = Diagnostic::new(codes::ADDRESS_GONE, place, message)
            .note(format!("who follows a link to `{address}` finds nothing"))
            .help(format!(
                "where it has moved, give what it is now the alias `/{address}`"
            ));
        let found = match is_gone {
            true => found.help(
                "where it is withdrawn, put its file back with `withdrawn: {date: …, reason: …}`: nothing of it is shown but that",
            ),
            false => found,
        };
        findings.push(found);
    }
}
