//! `confirmed-without-copy`: what is confirmed can be checked later.
//!
//! # What it does
//! A claim that is `confirmed` has no primary source of which a copy is verified, or named twice: one in the
//! vault whose bytes have its `sha256`, or one in each of two web archives, of this page.
//!
//! # Why
//! What is confirmed will be quoted when its source is long gone from the web. A copy that
//! can be verified lets others check it then.
//!
//! # Example
//! ```yaml
//! # sources/s.yaml: court-record has role: primary and no archive
//! station:
//!   text: A station operated in the city.
//!   status: confirmed
//!   basis: court-finding
//!   sources: [court-record]
//! ```
//!
//! # Use instead
//! Save the source and name the copies in its `archive`. Where the primary source can't be
//! had or kept, write the exception and its reason: `allow: {confirmed-without-copy: the
//! court file is sealed}`.

use crate::check::copies::is_kept;
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, codes};
use crate::model::SourceId;

pub(super) const RULE: Rule = Rule {
    code: codes::CONFIRMED_WITHOUT_COPY,
    when: When::Always,
    seeks: Sought::Lack,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, claim) in subject.claims() {
        let of_maker = subject.of_maker(claim);
        let is_kept = |id: &SourceId| {
            let source = &subject.site[*id];
            source.is_primary() && !of_maker.contains(id) && is_kept(subject, *id)
        };
        // That nobody else says so is told by a rule of its own.
        let is_own_word = !of_maker.is_empty() && of_maker.len() == claim.sources.len();
        if claim.status != ClaimStatus::Confirmed
            || claim.sources.iter().any(is_kept)
            || is_own_word
        {
            continue;
        }
        let message = format!(
            "the claim `{}` is `confirmed` without a primary source that has a verified copy, or copies named in two web archives",
            claim.names.id
        );
        let is_primary = |id: &&SourceId| subject.site[**id].is_primary();
        let (own, primary): (Vec<SourceId>, Vec<SourceId>) =
            claim.sources.iter().filter(is_primary).partition(|id| of_maker.contains(id));
        let found =
            Diagnostic::new(codes::CONFIRMED_WITHOUT_COPY, claim.status_place, message);
        let found = match primary.as_slice() {
            [] if !own.is_empty() => found
                .note(format!("primary, and the word of who says so: {}", subject.named(&own)))
                .help("add a record or document by somebody else, with `role: primary`"),
            [] => found
                .note("none of its sources has `role: primary`")
                .help("add the record, document or statement itself, with `role: primary`"),
            some => found.note(format!("primary: {}", subject.named(some))).help(
                "save it, and take the file in: `dateline vault add`; or name its copies in two web archives",
            ),
        };
        let or = "where there can be none, say why: `allow: {confirmed-without-copy: …}`";
        findings.of_claim(id, found.help(or));
    }
}
