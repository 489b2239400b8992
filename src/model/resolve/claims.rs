//! Claims from their records.

use super::gather::{Fields, Record};
use super::once::Once;
use super::register::Order;
use super::{Desk, Kind, articles, each};
use crate::content::KindFields;
use crate::content::kinds::claim::{
    AnswerFields, ClaimChange, ClaimEntry, ClaimFields, ProceedingFields,
};
use crate::content::values::Reference;
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::Span;
use crate::model::nouns::{Answer, Claim, ClaimAt, ClaimId, Item, Proceeding, Reply};

pub(super) fn claims(
    order: &Order<'_>,
    desk: &mut Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Claim> {
    // Only usable records are in the order.
    let written = order.claims.iter().filter_map(|record| match record.fields {
        Fields::Written(fields) => Some((*record, fields)),
        _ => None,
    });
    let written: Vec<_> = written.collect();
    let claims = each(&written, diags, |(record, fields), diags| {
        claim(record, fields, desk, diags)
    });
    desk.claim_addresses("claims", &order.claims, claims.iter().map(|one| &one.names));
    claims
}

fn claim(
    record: &Record<'_, ClaimFields>,
    fields: &ClaimFields,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Claim {
    let id = &record.id;
    let names = desk.names("claims", id, id.as_str(), fields.aliases(), diags);
    let reply = fields.right_of_reply.as_ref();
    report_order(fields, diags);
    Claim {
        names,
        place: record.place,
        text: fields.text.value.clone(),
        about: fields.about.iter().filter_map(|one| desk.any(one, diags)).collect(),
        parties: desk.parties(&fields.parties, diags),
        made_by: fields.made_by.as_ref().and_then(|who| desk.who(who, diags)),
        status: fields.status.value,
        status_place: fields.status.span,
        basis: fields.basis.as_ref().map(|basis| basis.value),
        sources: desk.sources(&fields.sources, diags),
        contrary: desk.sources(&fields.contrary, diags),
        finding: desk.sources(&fields.finding, diags),
        superseded_by: fields
            .superseded_by
            .as_ref()
            .and_then(|one| desk.claim(one, diags)),
        history: history(&fields.history, desk, diags),
        proceedings: proceedings(&fields.proceedings, desk, diags),
        responses: responses(&fields.responses, desk, diags),
        reply: reply.map(|reply| Reply {
            asked: reply.asked.value.clone(),
            via: reply.via.clone(),
            deadline: reply.deadline.as_ref().map(|date| date.value.clone()),
            result: reply.result,
            place: reply.span,
        }),
        events: Vec::new(),
        corrections: articles::corrections(&fields.corrections, desk, diags),
        allowed: allowed(fields.allow.as_deref().unwrap_or_default(), diags),
        note: fields.note.clone(),
        matter: record.matter(),
    }
}

/// A claim can't have been corrected before it had a status.
fn report_order(fields: &ClaimFields, diags: &mut Diagnostics) {
    let Some(first) = first_assessed(fields) else { return };
    for correction in &fields.corrections {
        if correction.date.is_definitely_before(first) {
            let message = "the claim was corrected before it had a status";
            articles::report_early(
                correction,
                message,
                first.span,
                "first status",
                diags,
            );
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
                articles::report_early(
                    correction,
                    message,
                    place,
                    "first published",
                    diags,
                );
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
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<ClaimAt> {
    let mut history: Vec<ClaimAt> = written
        .iter()
        .map(|change| ClaimAt {
            date: change.date.value.clone(),
            status: change.status.value,
            place: change.status.span,
            sources: desk.sources(&change.sources, diags),
            note: change.note.clone(),
        })
        .collect();
    history.sort_by_key(|change| change.date.sort_key());
    history
}

fn proceedings(
    written: &[ProceedingFields],
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Proceeding> {
    let mut steps: Vec<Proceeding> = Vec::with_capacity(written.len());
    for fields in written {
        let Some(party) = desk.who(&fields.party, diags) else { continue };
        steps.push(Proceeding {
            party,
            date: fields.date.value.clone(),
            standing: fields.is.value,
            place: fields.is.span,
            sources: desk.sources(&fields.sources, diags),
            note: fields.note.clone(),
        });
    }
    steps.sort_by_key(|step| step.date.sort_key());
    steps
}

fn responses(
    written: &[AnswerFields],
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::with_capacity(written.len());
    for fields in written {
        let Some(by) = desk.who(&fields.by, diags) else { continue };
        answers.push(Answer {
            by,
            date: fields.date.as_ref().map(|date| date.value.clone()),
            place: fields.by.span,
            stance: fields.stance.value,
            text: fields.text.clone(),
            sources: desk.sources(&fields.sources, diags),
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

impl Desk<'_> {
    /// The claims that entries name or define.
    pub(super) fn claims(
        &self,
        entries: &[ClaimEntry],
        diags: &mut Diagnostics,
    ) -> Vec<ClaimId> {
        let mut ids = Once::of(entries.len());
        for entry in entries {
            let Some((id, span)) = super::gather::claim_id(entry) else { continue };
            let item = self.names.listed(&id, span, Kind::Claim, diags);
            if let Some(Item::Claim(id)) = item {
                ids.add(id);
            }
        }
        ids.list()
    }

    /// The claim that one of a list names; what is held back is left out.
    pub(super) fn listed_claim(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<ClaimId> {
        let (name, span) = (&reference.value, reference.span);
        match self.names.listed(name, span, Kind::Claim, diags) {
            Some(Item::Claim(id)) => Some(id),
            _ => None,
        }
    }

    pub(super) fn claim(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<ClaimId> {
        match self.names.field(reference, Kind::Claim, diags) {
            Some(Item::Claim(id)) => Some(id),
            _ => None,
        }
    }
}
