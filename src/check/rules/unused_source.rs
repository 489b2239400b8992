//! `unused-source`: a source is there for something.
//!
//! # What it does
//! Nothing rests on a source: no text cites it, and no record names it. Asked by `dateline
//! check` only.
//!
//! # Why
//! It may have been forgotten where it belongs, or be left over.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml; nothing else names `report`
//! report: {title: A report}
//! ```
//!
//! # Use instead
//! Cite it where it belongs, or take it out.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::{Item, SourceId};
use std::collections::BTreeSet;

pub(super) const RULE: Rule =
    Rule { code: codes::UNUSED_SOURCE, when: When::OnCheck, seeks: Sought::Use, check };

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let site = subject.site;
    let records = site.entities.iter().flat_map(|one| &one.sources);
    let records = records.chain(site.pages.iter().flat_map(|page| &page.sources));
    let corrections = site.articles.iter().flat_map(|article| &article.corrections);
    let corrections =
        corrections.chain(site.claims.iter().flat_map(|claim| &claim.corrections));
    let records = records.chain(corrections.flat_map(|one| &one.sources));
    let numbers = site.items().flat_map(|item| site.numbers(item));
    let numbers =
        numbers.flat_map(|number| &number.statements).flat_map(|one| &one.sources);
    let home = site.home.sources.iter();
    let media = subject.edition().media_in_use().iter();
    let media = media.filter_map(|id| subject.edition().media(*id).source);
    let used = records.chain(numbers).chain(home).copied();
    let used: BTreeSet<SourceId> = used.chain(media).collect();
    for item in site.items() {
        let Item::Source(id) = item else { continue };
        // Of a source that is there for a text that is held back `record-ahead-of-text` tells.
        let is_ahead = site.ahead.binary_search(&item).is_ok();
        if is_ahead || used.contains(&id) || is_used(subject, id) {
            continue;
        }
        let message = format!("nothing rests on the source `{}`", site[id].names.id);
        findings.push(
            Diagnostic::new(codes::UNUSED_SOURCE, site[id].place, message)
                .help(format!("cite it: `[@{}]`, or take it out", site[id].names.id)),
        );
    }
}

/// Whether an article, a location, a dated fact, a country, a claim, another source or a text names it.
fn is_used(subject: &Subject<'_>, id: SourceId) -> bool {
    let of = subject.edition().use_of_source(id);
    let in_records = !of.articles.is_empty()
        || !of.locations.is_empty()
        || !of.events.is_empty()
        || !of.countries.is_empty()
        || !of.repeated_by.is_empty();
    in_records
        || !subject.edition().claims_resting_on(id).is_empty()
        || !subject.edition().mentions(Item::Source(id)).is_empty()
}
