//! `private-entity-linked`: who may not be named is not linked.
//!
//! # What it does
//! A published text links to an entity that may not be named: a private person, a minor,
//! somebody protected.
//!
//! # Why
//! A link names them, and it would lead to a page that must not exist. Who was linked once
//! is found for ever.
//!
//! # Example
//! ```markdown
//! The shop belongs to [[entity:shop-owner]].
//! ```
//!
//! # Use instead
//! Write who they are without the name, as what they are. Somebody who holds public office
//! is a `public-figure`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::Item;

pub(super) const RULE: Rule = Rule {
    code: codes::PRIVATE_ENTITY_LINKED,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for item in subject.site.items().filter(|item| subject.edition().is_shown(*item)) {
        let Some(prose) = subject.site.prose(item) else { continue };
        for (nth, link) in prose.links.iter().enumerate() {
            let Some(Item::Entity(id)) = link.item() else { continue };
            let entity = &subject.site[id];
            if entity.is_named() {
                continue;
            }
            let message =
                format!("a link names `{}`, who may not be named", entity.names.id);
            findings.push(
                Diagnostic::new(codes::PRIVATE_ENTITY_LINKED, prose.span(nth), message)
                    .also(entity.place, format!("it is `privacy: {}`", entity.privacy.word()))
                    .help("write what they are instead: `[a shop owner]{.withheld reason=safety}`"),
            );
        }
    }
}
