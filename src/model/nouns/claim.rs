//! Claims: three axes – our assessment, the law, the answers – that never mix.

use super::correction::report_early;
use super::noun::FromRecord;
use super::{ClaimId, Correction, EntityId, Item, Matter, Names, Noun, SourceId, Who};
use crate::content::kinds::claim::{
    AnswerFields, Basis, ClaimChange, ClaimEntry, ClaimFields, ClaimStatus,
    ProceedingFields, ReplyResult, Stance, Standing,
};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::Span;
use crate::model::resolve::{Record, Resolver};
use serde::{Deserialize, Serialize};

/// What is said to be so.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Claim {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// What is said to be so, in a sentence.
    pub text: String,
    /// What it is about.
    pub about: Vec<Item>,
    /// The named parties that it is bad for.
    pub parties: Vec<EntityId>,
    /// Who says so.
    pub made_by: Option<Who>,
    /// Our assessment.
    pub status: ClaimStatus,
    /// Where the assessment is written.
    pub status_place: Span,
    /// On what a confirmed claim rests.
    pub basis: Option<Basis>,
    /// The evidence for it.
    pub sources: Vec<SourceId>,
    /// The evidence against it.
    pub contrary: Vec<SourceId>,
    /// The inquiry that found nothing, the finding that refutes it, or the retraction.
    pub finding: Vec<SourceId>,
    /// Whether it says that somebody looked and found nothing.
    pub finds_nothing: bool,
    /// The claim that has taken its place.
    pub superseded_by: Option<ClaimId>,
    /// How the assessment changed, by date.
    pub history: Vec<ClaimAt>,
    /// What the law did, by date.
    pub proceedings: Vec<Proceeding>,
    /// What those concerned answer, by date; what has none comes last.
    pub responses: Vec<Answer>,
    /// Whether those concerned were asked.
    pub reply: Option<Reply>,
    /// What was wrong about it here, newest first.
    pub corrections: Vec<Correction>,
    /// Rules that it may break, each with the reason.
    pub allowed: Vec<(String, String)>,
    /// What has to be added.
    pub note: Option<String>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Claim {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        &self.text
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn corrections(&self) -> &[Correction] {
        &self.corrections
    }
}

impl Claim {
    /// Whether the claim is excepted from a rule, by the rule's name.
    pub fn is_allowed(&self, rule: &str) -> bool {
        self.allowed.iter().any(|(name, _)| name == rule)
    }

    /// Every source that the claim names, for it or against it, in any of its parts.
    pub fn evidence(&self) -> impl Iterator<Item = SourceId> {
        let own = self.sources.iter().chain(&self.contrary).chain(&self.finding);
        let history = self.history.iter().flat_map(|one| &one.sources);
        let law = self.proceedings.iter().flat_map(|one| &one.sources);
        let answers = self.responses.iter().flat_map(|one| &one.sources);
        own.chain(history).chain(law).chain(answers).copied()
    }
}

/// What a claim's status was from a date on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ClaimAt {
    /// From when.
    pub date: Edtf,
    /// The status.
    pub status: ClaimStatus,
    /// Where it is written.
    pub place: Span,
    /// On whose word.
    pub sources: Vec<SourceId>,
    /// What has to be added.
    pub note: Option<String>,
}

/// A step of the law against one party.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Proceeding {
    /// Against whom.
    pub party: Who,
    /// When.
    pub date: Edtf,
    /// What happened.
    pub standing: Standing,
    /// Where it is written.
    pub place: Span,
    /// On whose word.
    pub sources: Vec<SourceId>,
    /// What has to be added.
    pub note: Option<String>,
}

/// What somebody concerned answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Answer {
    /// Who.
    pub by: Who,
    /// When.
    pub date: Option<Edtf>,
    /// Where it is written.
    pub place: Span,
    /// Of what sort.
    pub stance: Stance,
    /// In a sentence, or in their words.
    pub text: Option<String>,
    /// On whose word.
    pub sources: Vec<SourceId>,
}

/// Whether those concerned were asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reply {
    /// When they were asked.
    pub asked: Edtf,
    /// How.
    pub via: Option<String>,
    /// Until when they could answer.
    pub deadline: Option<Edtf>,
    /// What came of it.
    pub result: ReplyResult,
    /// Where it is written.
    pub place: Span,
}

impl FromRecord for Claim {
    type Fields = ClaimFields;

    fn of(
        record: &Record<'_, ClaimFields>,
        fields: &ClaimFields,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        let names = resolver.names_of(record, fields, diags);
        let reply = fields.right_of_reply.as_ref();
        report_order(fields, diags);
        Claim {
            names,
            place: record.place,
            text: fields.text.value.clone(),
            about: fields
                .about
                .iter()
                .filter_map(|one| resolver.any(one, diags))
                .collect(),
            parties: resolver.all_meant(&fields.parties, diags),
            made_by: fields.made_by.as_ref().and_then(|who| resolver.who(who, diags)),
            status: fields.status.value,
            status_place: fields.status.span,
            basis: fields.basis.as_ref().map(|basis| basis.value),
            sources: resolver.sources(&fields.sources, diags),
            contrary: resolver.sources(&fields.contrary, diags),
            finding: resolver.sources(&fields.finding, diags),
            superseded_by: fields
                .superseded_by
                .as_ref()
                .and_then(|one| resolver.meant(one, diags)),
            finds_nothing: fields.finds_nothing == Some(true),
            history: history(&fields.history, resolver, diags),
            proceedings: proceedings(&fields.proceedings, resolver, diags),
            responses: responses(&fields.responses, resolver, diags),
            reply: reply.map(|reply| Reply {
                asked: reply.asked.value.clone(),
                via: reply.via.clone(),
                deadline: reply.deadline.as_ref().map(|date| date.value.clone()),
                result: reply.result,
                place: reply.span,
            }),
            corrections: Correction::all(&fields.corrections, resolver, diags),
            allowed: allowed(fields.allow.as_deref().unwrap_or_default(), diags),
            note: fields.note.clone(),
            matter: record.matter(),
        }
    }
}

/// A claim can't have been corrected before it had a status.
fn report_order(fields: &ClaimFields, diags: &mut Diagnostics) {
    let Some(first) = first_assessed(fields) else { return };
    for correction in &fields.corrections {
        if correction.date.is_definitely_before(first) {
            let message = "the claim was corrected before it had a status";
            report_early(correction, message, first.span, "first status", diags);
        }
    }
}

/// Nor before the text was published that it stands in, on the day `published`. What has
/// been reported of its first status is not reported again.
pub(super) fn report_order_in(
    entries: &[ClaimEntry],
    published: &Edtf,
    place: Span,
    diags: &mut Diagnostics,
) {
    for entry in entries {
        let ClaimEntry::Inline(fields) = entry else { continue };
        let first = first_assessed(fields);
        for correction in &fields.corrections {
            let is_told =
                first.is_some_and(|first| correction.date.is_definitely_before(first));
            if !is_told && correction.date.is_definitely_before(published) {
                let message = "the claim was corrected before it was published";
                report_early(correction, message, place, "first published", diags);
            }
        }
    }
}

/// When a claim first had a status, as far as its history tells.
fn first_assessed(fields: &ClaimFields) -> Option<&Spanned<Edtf>> {
    let dates = fields.history.iter().map(|change| &change.date);
    dates.min_by_key(|date| date.sort_key())
}

fn history(
    written: &[ClaimChange],
    resolver: &Resolver<'_>,
    diags: &mut Diagnostics,
) -> Vec<ClaimAt> {
    let mut history: Vec<ClaimAt> = written
        .iter()
        .map(|change| ClaimAt {
            date: change.date.value.clone(),
            status: change.status.value,
            place: change.status.span,
            sources: resolver.sources(&change.sources, diags),
            note: change.note.clone(),
        })
        .collect();
    history.sort_by_key(|change| change.date.sort_key());
    history
}

fn proceedings(
    written: &[ProceedingFields],
    resolver: &Resolver<'_>,
    diags: &mut Diagnostics,
) -> Vec<Proceeding> {
    let mut steps: Vec<Proceeding> = Vec::with_capacity(written.len());
    for fields in written {
        let Some(party) = resolver.who(&fields.party, diags) else { continue };
        steps.push(Proceeding {
            party,
            date: fields.date.value.clone(),
            standing: fields.is.value,
            place: fields.is.span,
            sources: resolver.sources(&fields.sources, diags),
            note: fields.note.clone(),
        });
    }
    steps.sort_by_key(|step| step.date.sort_key());
    steps
}

fn responses(
    written: &[AnswerFields],
    resolver: &Resolver<'_>,
    diags: &mut Diagnostics,
) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::with_capacity(written.len());
    for fields in written {
        let Some(by) = resolver.who(&fields.by, diags) else { continue };
        answers.push(Answer {
            by,
            date: fields.date.as_ref().map(|date| date.value.clone()),
            place: fields.by.span,
            stance: fields.stance.value,
            text: fields.text.clone(),
            sources: resolver.sources(&fields.sources, diags),
        });
    }
    // A date that is not known comes after all that are: `None` would come first.
    answers.sort_by_key(|answer| {
        let key = answer.date.as_ref().map(|date| date.sort_key());
        (key.is_none(), key)
    });
    answers
}

/// The rules that a claim may break, by their names; one that doesn't exist is reported, and
/// so is a reason that says nothing.
fn allowed(
    written: &[(Spanned<String>, Spanned<String>)],
    diags: &mut Diagnostics,
) -> Vec<(String, String)> {
    let mut allowed = Vec::new();
    for (rule, reason) in written {
        let Some(code) = crate::diag::Code::find(rule) else {
            let message = format!("there is no rule `{}`", rule.value);
            let known = codes::ALL.iter().map(|code| code.name());
            let found = Diagnostic::new(codes::UNKNOWN_RULE, rule.span, message);
            diags.push(found.did_you_mean(rule, known));
            continue;
        };
        if !reason.contains(char::is_alphanumeric) {
            let message = format!("the exception from `{}` has no reason", code.name());
            let found = Diagnostic::new(codes::MISSING_FIELD, reason.span, message);
            diags.push(
                found.help("say why, in words: readers see them on the claim's page"),
            );
        }
        allowed.push((code.name().to_owned(), reason.value.clone()));
    }
    allowed
}
