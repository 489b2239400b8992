//! `words-of-guilt`: nobody is guilty before a court says so.
//!
//! # What it does
//! A title, a summary, a claim or a sentence that links to a party uses words of guilt
//! (“criminal”, “spy”, “guilty”) of a party whom no court has convicted.
//!
//! # Why
//! Who is accused is innocent until convicted, and words of guilt are what readers remember
//! and courts rule on.
//!
//! # Example
//! ```yaml
//! station:
//!   text: J. Doe is a spy.
//!   status: alleged
//!   made_by: watchers
//!   parties: [j-doe]
//! ```
//!
//! # Use instead
//! Say who accuses them of what, or what they are charged with. Once they are convicted,
//! record it in `proceedings`. Bodies of a state are no party in this sense.

use crate::check::wording::{self, LoadedWords};
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::Standing;
use crate::content::kinds::entity::Schema;
use crate::diag::{Diagnostic, codes};
use crate::files::Span;
use crate::model::{EntityId, Item, Proceeding, Who};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: codes::WORDS_OF_GUILT,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let wording = LoadedWords::of(subject);
    let parties = accused(subject);
    if parties.is_empty() {
        return;
    }
    for (id, claim) in subject.claims() {
        let text = subject.written(claim.place, &claim.text);
        let own = parties.iter().filter(|party| claim.parties.contains(party));
        let own: Vec<EntityId> = own.copied().collect();
        if let Some(found) = beside(subject, &wording, &own, &claim.text, text) {
            findings.of_claim(id, found);
        }
    }
    for id in subject.edition().articles() {
        let article = &subject.site[*id];
        if !wording.reads(article.matter.lang.as_deref()) {
            continue;
        }
        let named = article.claims.iter().flat_map(|id| &subject.site[*id].parties);
        let named: BTreeSet<EntityId> =
            named.copied().filter(|id| parties.contains(id)).collect();
        let named: Vec<EntityId> = named.into_iter().collect();
        let summary = article.summary.as_deref().zip(article.summary_place);
        let texts = [Some((article.title.as_str(), article.title_place)), summary];
        for (text, place) in texts.into_iter().flatten() {
            if let Some(found) = beside(subject, &wording, &named, text, place) {
                findings.push(found);
            }
        }
    }
    for party in &parties {
        linked(subject, &wording, *party, findings);
    }
}

/// Parties of shown claims whom no court has convicted; a state's bodies are none that a court
/// convicts.
fn accused(subject: &Subject<'_>) -> BTreeSet<EntityId> {
    let convicted = |step: &&Proceeding| {
        use Standing::{Convicted, PleadedGuilty, Sentenced};
        matches!(step.standing, Convicted | PleadedGuilty | Sentenced)
    };
    let steps = subject.claims().flat_map(|(_, claim)| &claim.proceedings);
    let guilty: Vec<&Who> = steps.filter(convicted).map(|step| &step.party).collect();
    let parties = subject.claims().flat_map(|(_, claim)| &claim.parties).copied();
    parties
        .filter(|id| subject.site[*id].schema != Schema::PublicBody)
        .filter(|id| !guilty.contains(&&Who::Entity(*id)))
        .collect()
}

/// Words of guilt in a text that names one of the parties.
fn beside(
    subject: &Subject<'_>,
    wording: &LoadedWords<'_>,
    parties: &[EntityId],
    text: &str,
    place: Span,
) -> Option<Diagnostic> {
    let party = parties.iter().find(|id| text.contains(&subject.site[**id].name))?;
    let words = wording.unattributed(text, &wording.guilt);
    (!words.is_empty()).then(|| told(subject, *party, &words, place))
}

/// Words of guilt in the sentences that link to a party.
fn linked(
    subject: &Subject<'_>,
    wording: &LoadedWords<'_>,
    party: EntityId,
    findings: &mut Findings,
) {
    for mention in subject.edition().mentions(Item::Entity(party)) {
        let Some(prose) = subject.site.prose(mention.from) else { continue };
        let Some(one) = prose.outline.refs.get(mention.nth as usize) else { continue };
        let words =
            wording.unattributed(prose.outline.sentence(one).text, &wording.guilt);
        if !words.is_empty() {
            findings.push(told(subject, party, &words, one.span));
        }
    }
}

fn told(
    subject: &Subject<'_>,
    party: EntityId,
    words: &[&str],
    place: Span,
) -> Diagnostic {
    let name = subject.called(party);
    let message =
        format!("`{}` beside `{name}`, whom no court has convicted", words.join("`, `"));
    wording::underlined(subject, codes::WORDS_OF_GUILT, place, words, message)
        .help("say who accuses them, or what they are charged with")
        .help("where a court has convicted them, record it: `proceedings: [{party: …, is: convicted}]`")
}
