//! What rests on some sources: the claims that lose their status without them, and the sentences that fall.

use super::rule::{Findings, Sought, When};
use super::rules::RULES;
use super::subject::Subject;
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::markdown::RefKind;
use crate::model::{Claim, ClaimId, Link, Prose, SourceId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How claims stand: what each rests on, and which rules of evidence it breaks.
pub type Standings = BTreeMap<ClaimId, ClaimStanding>;

/// How a claim stands.
#[derive(Debug, Clone, Default)]
pub struct ClaimStanding {
    /// How many traced origins without a maker in common its sources have.
    pub origins: usize,
    /// How many sources it has.
    pub sources: usize,
    /// The rules that it breaks, with what is said then.
    broken: BTreeMap<&'static str, String>,
}

/// A claim that loses something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimLoss {
    /// Its id.
    pub claim: String,
    /// Its status, in the word it is written as.
    pub status: &'static str,
    /// Where it is written: path and line.
    pub place: String,
    /// Whether it no longer meets what its status asks for.
    pub falls: bool,
    /// How many sources it had, and has left.
    pub sources: (usize, usize),
    /// How many traced origins it had, and has left.
    pub origins: (usize, usize),
    /// What it then breaks, by the rule's code.
    pub breaks: BTreeMap<&'static str, String>,
}

/// A sentence or a dated fact of which no source is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentenceLoss {
    /// Where it is written: path and line.
    pub place: String,
    /// The sentence.
    pub text: String,
}

/// How all claims stand that are shown.
pub fn standings(subject: &Subject<'_>) -> Standings {
    let broken = broken(subject);
    let of = |(id, claim): (ClaimId, &Claim)| {
        let rests = subject.edition().independence(&claim.sources);
        let broken = broken.get(&id).cloned().unwrap_or_default();
        (id, ClaimStanding { origins: rests.origins, sources: rests.sources, broken })
    };
    subject.claims().map(of).collect()
}

/// The rules of evidence that claims break, those left out that they are excepted from.
fn broken(subject: &Subject<'_>) -> BTreeMap<ClaimId, BTreeMap<&'static str, String>> {
    let is_of_evidence = |code: Code| code.id().starts_with("E03") && !code.is_fixed();
    let asked = RULES.iter().filter(|rule| rule.when == When::Always);
    let asked =
        asked.filter(|rule| rule.seeks == Sought::Lack && is_of_evidence(rule.code));
    let mut broken: BTreeMap<ClaimId, BTreeMap<&'static str, String>> = BTreeMap::new();
    for rule in asked {
        let mut findings = Findings::default();
        (rule.check)(subject, &mut findings);
        for (claim, found) in findings {
            let Some(claim) = claim else { continue };
            if !subject.site[claim].is_allowed(rule.code.name()) {
                let Diagnostic { code, message, .. } = found;
                broken.entry(claim).or_default().insert(code.id(), message);
            }
        }
    }
    broken
}

/// What claims have lost between two standings, those that fall first.
pub fn losses(
    subject: &Subject<'_>,
    before: &Standings,
    after: &Standings,
) -> Vec<ClaimLoss> {
    let mut losses: Vec<ClaimLoss> = Vec::new();
    for (id, was) in before {
        let is = after.get(id).cloned().unwrap_or_default();
        let breaks = is.broken.iter().filter(|(code, _)| !was.broken.contains_key(*code));
        let breaks: BTreeMap<_, _> =
            breaks.map(|(code, said)| (*code, said.clone())).collect();
        if is.sources == was.sources && breaks.is_empty() {
            continue;
        }
        let claim = &subject.site[*id];
        losses.push(ClaimLoss {
            claim: claim.names.id.to_string(),
            status: claim.status.word(),
            place: place(subject, claim.place),
            falls: !breaks.is_empty(),
            sources: (was.sources, is.sources),
            origins: (was.origins, is.origins),
            breaks,
        });
    }
    losses.sort_by_key(|loss| (!loss.falls, loss.claim.clone()));
    losses
}

/// The sentences and dated facts that name sources, and none but these.
pub fn sentences(
    subject: &Subject<'_>,
    dropped: &BTreeSet<SourceId>,
) -> Vec<SentenceLoss> {
    let site = subject.site;
    let mut lost = Vec::new();
    for prose in site.items().filter_map(|item| site.prose(item)) {
        lost.extend(in_text(subject, prose, dropped));
    }
    for event in &site.events {
        let is_lost = !event.sources.is_empty()
            && event.sources.iter().all(|id| dropped.contains(id));
        if is_lost {
            let place = place(subject, event.place);
            lost.push(SentenceLoss { place, text: event.text.clone() });
        }
    }
    lost
}

/// The sentences of a text that fall.
fn in_text(
    subject: &Subject<'_>,
    prose: &Prose,
    dropped: &BTreeSet<SourceId>,
) -> Vec<SentenceLoss> {
    let refs = &prose.outline.refs;
    let mut lost = Vec::new();
    let mut from = 0;
    while let Some(first) = refs.get(from) {
        let shares = |other: &usize| {
            refs.get(*other).is_some_and(|one| first.shares_sentence(one))
        };
        let until =
            (from + 1..refs.len()).take_while(shares).last().map_or(from, |last| last);
        let cited = (from..=until).filter_map(|nth| {
            match (&refs[nth].kind, prose.links.get(nth)) {
                (RefKind::Cite(_), Some(Link::Cite(sources))) => Some(sources.iter()),
                _ => None,
            }
        });
        let cited: Vec<&SourceId> = cited.flatten().collect();
        if !cited.is_empty() && cited.iter().all(|id| dropped.contains(id)) {
            let text = prose.outline.sentence(first).text.to_owned();
            lost.push(SentenceLoss { place: place(subject, first.span), text });
        }
        from = until + 1;
    }
    lost
}

/// A place as it is told: path and line.
fn place(subject: &Subject<'_>, span: Span) -> String {
    let file = subject.texts.get(span.file);
    let before = file.text.get(..span.start as usize).unwrap_or_default();
    format!("{}:{}", file.path, 1 + before.matches('\n').count())
}
