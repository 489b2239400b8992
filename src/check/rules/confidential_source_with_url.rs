//! `confidential-source-with-url`: a confidential source has no address here.
//!
//! # What it does
//! A source is `confidential` and has an address or a web archive.
//!
//! # Why
//! Nothing of a confidential source leaves the build. An address in the folder of the site
//! is one mistake away from being published, and lies in its version history for ever.
//!
//! # Example
//! ```yaml
//! witness:
//!   title: A conversation
//!   access: confidential
//!   url: https://chat.example/room/7
//! ```
//!
//! # Use instead
//! Take the address out and keep it outside of the site's folder. Where anybody may read
//! the source it is not confidential: write `access: public`, `login` or `paywalled`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::model::Archive;

pub(super) const RULE: Rule = Rule {
    code: codes::CONFIDENTIAL_SOURCE_WITH_URL,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for source in subject.site.sources.iter().filter(|source| source.is_confidential()) {
        let archived = source.archives.iter().find_map(|archive| match archive {
            Archive::Web(url) => Some(url),
            Archive::Vault(_) => None,
        });
        let Some(url) = source.url.as_ref().or(archived) else { continue };
        let message =
            format!("the confidential source `{}` has an address", source.names.id);
        let place = subject.written(source.place, url.as_str());
        findings.push(
            Diagnostic::new(codes::CONFIDENTIAL_SOURCE_WITH_URL, place, message)
                .note("the site's folder is shared, and its history keeps what is taken out later")
                .help("take it out, and keep it outside of the site's folder")
                .help("where anybody may read it, it is not confidential: write `access: public`"),
        );
    }
}
