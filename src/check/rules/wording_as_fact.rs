//! `wording-as-fact`: a headline says no more than its claim.
//!
//! # What it does
//! The title, summary or address of an article states as fact what its main claim does not
//! carry: “ran”, “exposed”, “illegal”, while the first of its `claims` is only alleged,
//! reported, disputed or worse.
//!
//! # Why
//! Most people read the title and nothing else. It has to be as careful as the evidence.
//!
//! # Example
//! ```yaml
//! title: Secret police ran a station in the city
//! claims: [station]          # alleged
//! ```
//!
//! # Use instead
//! Attribute the words (“alleged”, “said”, “according to”), put them in quotation marks, or
//! take them out. The lists of words are English and may be replaced in `[wording]` of
//! `site.toml`.

use crate::check::wording::{self, LoadedWords};
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::codes;
use crate::files::Span;

pub(super) const RULE: Rule = Rule {
    code: codes::WORDING_AS_FACT,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let wording = LoadedWords::of(subject);
    for id in subject.edition().articles() {
        let article = &subject.site[*id];
        let Some(main) = article.claims.first().copied() else { continue };
        let claim = &subject.site[main];
        let is_carried =
            matches!(claim.status, ClaimStatus::Confirmed | ClaimStatus::Corroborated);
        if is_carried || !wording.reads(article.matter.lang.as_deref()) {
            continue;
        }
        let told = |what: &str, words: &[&str], place: Span| {
            let status = claim.status.word();
            let message = format!("the {what} states as fact what is only `{status}`");
            wording::underlined(subject, codes::WORDING_AS_FACT, place, words, message)
                .also(claim.status_place, "the main claim")
                .help("say who says so (“alleged”, “according to …”), or quote the words")
        };
        let mut look = |what: &str, text: &str, place: Span| {
            let words = wording.unattributed(text, &wording.as_fact);
            if !words.is_empty() {
                findings.of_claim(main, told(what, &words, place));
            }
        };
        look("title", &article.title, article.title_place);
        if let (Some(summary), Some(place)) = (&article.summary, article.summary_place) {
            look("summary", summary, place);
        }
        let slug = article.names.id.as_str().rsplit('/').next().unwrap_or_default();
        look("address", &slug.replace('-', " "), article.place);
    }
}
