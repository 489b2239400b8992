//! `private-entity-linked`: who may not be named is not linked.
//!
//! # What it does
//! A published text links to an entity that may not be named: a private person, a minor,
//! somebody protected; or a source has the id of one for its author or publisher.
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
use crate::model::{Entity, Item};
use foldhash::HashMap;

pub(super) const RULE: Rule = Rule {
    code: codes::PRIVATE_ENTITY_LINKED,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    links(subject, findings);
    makers(subject, findings);
}

/// Sources whose author or publisher is the id of somebody who may not be named.
fn makers(subject: &Subject<'_>, findings: &mut Findings) {
    let private = subject.site.entities.iter().filter(|entity| !entity.is_named());
    let private: HashMap<&str, &Entity> =
        private.map(|entity| (entity.names.id.as_str(), entity)).collect();
    if private.is_empty() {
        return;
    }
    for id in subject.edition().sources() {
        let source = &subject.site[*id];
        let makers = source.by.iter().chain(&source.publisher).chain(&source.container);
        for entity in makers.filter_map(|maker| private.get(maker.as_str())) {
            let named = &entity.names.id;
            let message = format!(
                "the source `{}` names `{named}`, who may not be named",
                source.names.id
            );
            let place = subject.written(source.place, named.as_str());
            findings.push(
                Diagnostic::new(codes::PRIVATE_ENTITY_LINKED, place, message)
                    .also(
                        entity.place,
                        format!("it is `privacy: {}`", entity.privacy.word()),
                    )
                    .help(
                        "leave it out; or keep the source back: `access: confidential`",
                    ),
            );
        }
    }
}

fn links(subject: &Subject<'_>, findings: &mut Findings) {
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
