//! `unchecked-quotation`: what is quoted can be checked.
//!
//! # What it does
//! Counts, source by source, the quotations that are not checked, and says why. Asked by `dateline check` only.
//!
//! # Why
//! Readers see of each quotation whether it was checked. With a copy in the vault it is, in every build.
//!
//! # Example
//! ```markdown
//! The office "must close" [@report, p. 12, "must close"].
//! ```
//! where no copy of the report is kept.
//!
//! # Use instead
//! Save the source and take the file into the vault: `dateline vault add report FILE`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::copies::Unread;
use crate::diag::{Diagnostic, codes};
use crate::model::{SourceId, Verdict};
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: codes::UNCHECKED_QUOTATION,
    when: When::OnCheck,
    seeks: Sought::Lack,
    check,
};

/// How many quotations of a source are unchecked, and why.
#[derive(Default)]
struct Unchecked {
    without_copy: usize,
    translated: usize,
    unread: Option<(usize, Unread)>,
}

impl Unchecked {
    fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Translated => self.translated += 1,
            Verdict::Unread(why) => self.unread.get_or_insert((0, why)).0 += 1,
            _ => self.without_copy += 1,
        }
    }
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut all: BTreeMap<SourceId, Unchecked> = BTreeMap::new();
    for quoted in subject.site.quoted(subject.config) {
        let (source, verdict) = subject.vault.verdict_of(subject.site, &quoted);
        if verdict.is_unchecked() {
            all.entry(source).or_default().count(verdict);
        }
    }
    for (id, unchecked) in all {
        findings.push(told(subject, id, &unchecked));
    }
}

fn told(subject: &Subject<'_>, id: SourceId, unchecked: &Unchecked) -> Diagnostic {
    let source = &subject.site[id];
    let name = &source.names.id;
    let unread = unchecked.unread.as_ref();
    let count =
        unchecked.without_copy + unchecked.translated + unread.map_or(0, |(n, _)| *n);
    let message = match count {
        1 => format!("one quotation from the source `{name}` is not checked"),
        n => format!("{n} quotations from the source `{name}` are not checked"),
    };
    let mut found = Diagnostic::new(codes::UNCHECKED_QUOTATION, source.place, message);
    if unchecked.without_copy > 0 {
        found = found
            .note(
                "no copy of it is kept in the vault that was read and is what was saved",
            )
            .help(format!(
                "save it, and take the file in: `dateline vault add {name} FILE`"
            ));
    }
    if let Some((_, why)) = unread {
        found = found
            .note(format!("there is no text of its copy: {why}"))
            .help("keep a transcript of it as a text file beside it, with a sidecar");
    }
    if unchecked.translated > 0 {
        found = found.note("it is in another language, and a translation is never checked").help(
            "give the original with it: `quotes: [{exact: …, translation: …}]` of the source",
        );
    }
    found
}
