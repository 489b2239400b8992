//! The words of claims: statuses, grounds, steps of the law, answers, as readers see them.

use super::Markup;
use crate::content::kinds::claim::{Basis, ClaimStatus, ReplyResult, Stance, Standing};
use crate::content::kinds::number::Rank;
use crate::model::Claim;
use crate::phrases::Phrases;
use crate::render::{ladder, status_label};
use serde::Serialize;

/// Our assessment of a claim, told by its words and a mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimStatusView {
    /// Its name in content: `alleged`.
    pub slug: &'static str,
    /// What readers see: `Alleged`.
    pub label: &'static str,
    /// The mark before the label, one for each status: SVG.
    pub ladder: Markup,
    /// What it means, in a sentence.
    pub definition: &'static str,
}

/// Every status, in the order of the ledger: from what is known to what is withdrawn.
pub(super) fn statuses() -> Vec<ClaimStatus> {
    let mut statuses = ClaimStatus::ALL.to_vec();
    statuses.sort_by_key(|status| match status {
        ClaimStatus::Confirmed => 0,
        ClaimStatus::Corroborated => 1,
        ClaimStatus::Reported => 2,
        ClaimStatus::Alleged => 3,
        ClaimStatus::Disputed => 4,
        ClaimStatus::Unsubstantiated => 5,
        ClaimStatus::Refuted => 6,
        ClaimStatus::Retracted => 7,
        ClaimStatus::Superseded => 8,
    });
    statuses
}

pub(super) fn status(status: ClaimStatus, phrases: &'static Phrases) -> ClaimStatusView {
    let definition = match status {
        ClaimStatus::Alleged => phrases.claim_alleged_means(),
        ClaimStatus::Reported => phrases.claim_reported_means(),
        ClaimStatus::Corroborated => phrases.claim_corroborated_means(),
        ClaimStatus::Confirmed => phrases.claim_confirmed_means(),
        ClaimStatus::Disputed => phrases.claim_disputed_means(),
        ClaimStatus::Unsubstantiated => phrases.claim_unsubstantiated_means(),
        ClaimStatus::Refuted => phrases.claim_refuted_means(),
        ClaimStatus::Retracted => phrases.claim_retracted_means(),
        ClaimStatus::Superseded => phrases.claim_superseded_means(),
    };
    ClaimStatusView {
        slug: status.word(),
        label: status_label(status, phrases),
        ladder: Markup::new(ladder(status)),
        definition,
    }
}

/// The same of a claim: of one that says that nothing was found, that it is a finding.
pub(super) fn status_of(claim: &Claim, phrases: &'static Phrases) -> ClaimStatusView {
    let (label, definition) = match claim.status {
        ClaimStatus::Alleged => (phrases.claim_finding(), phrases.claim_finding_means()),
        ClaimStatus::Reported => {
            (phrases.claim_finding_reported(), phrases.claim_finding_reported_means())
        }
        other => return status(other, phrases),
    };
    let plain = status(claim.status, phrases);
    if claim.finds_nothing {
        ClaimStatusView { label, definition, ..plain }
    } else {
        plain
    }
}

/// On what a confirmed claim rests.
pub(super) fn basis(basis: Basis, phrases: &'static Phrases) -> &'static str {
    match basis {
        Basis::Admission => phrases.basis_admission(),
        Basis::CourtFinding => phrases.basis_court_finding(),
        Basis::OfficialRecord => phrases.basis_official_record(),
        Basis::PrimaryDocument => phrases.basis_primary_document(),
        Basis::OwnVerification => phrases.basis_own_verification(),
        Basis::IndependentReports => phrases.basis_independent_reports(),
    }
}

/// What the law did.
pub(super) fn standing(standing: Standing, phrases: &'static Phrases) -> &'static str {
    match standing {
        Standing::UnderInvestigation => phrases.under_investigation(),
        Standing::Arrested => phrases.arrested(),
        Standing::Charged => phrases.charged(),
        Standing::PleadedGuilty => phrases.pleaded_guilty(),
        Standing::PleadedNotGuilty => phrases.pleaded_not_guilty(),
        Standing::Convicted => phrases.convicted(),
        Standing::Sentenced => phrases.sentenced(),
        Standing::Acquitted => phrases.acquitted(),
        Standing::Dismissed => phrases.case_dismissed(),
        Standing::ClosedWithoutCharges => phrases.closed_without_charges(),
        Standing::Sued => phrases.sued(),
    }
}

/// What somebody concerned answered, to be read after a name, of one or of many.
pub(super) fn stance(stance: Stance, phrases: &'static Phrases) -> &'static str {
    match stance {
        Stance::Denies => phrases.denied_it(),
        Stance::Admits => phrases.admitted_it(),
        Stance::AdmitsInPart => phrases.admitted_in_part(),
        Stance::Explains => phrases.explained_it(),
        Stance::Rejects => phrases.rejected_it(),
        Stance::DeclinesToComment => phrases.declined_to_comment(),
    }
}

/// What came of asking those concerned.
pub(super) fn reply(result: ReplyResult, phrases: &'static Phrases) -> &'static str {
    match result {
        ReplyResult::Answered => phrases.they_answered(),
        ReplyResult::NoResponse => phrases.no_response(),
        ReplyResult::Declined => phrases.they_declined(),
        ReplyResult::Unreachable => phrases.they_were_unreachable(),
        ReplyResult::Waiting => phrases.answer_awaited(),
    }
}

/// How a number stands to others on the same thing; nothing for one of several.
pub(super) fn number_rank(rank: Rank, phrases: &'static Phrases) -> Option<&'static str> {
    match rank {
        Rank::Preferred => Some(phrases.rank_preferred()),
        Rank::Normal => None,
        Rank::Deprecated => Some(phrases.rank_deprecated()),
    }
}
