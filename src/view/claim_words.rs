//! The words of claims: statuses, grounds, steps of the law, answers, as readers see them.

use crate::content::kinds::claim::{Basis, ClaimStatus, ReplyResult, Stance, Standing};
use crate::content::kinds::number::Rank;
use crate::phrases::Phrases;
use serde::Serialize;

/// Our assessment of a claim, told by its words, a sign and a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimStatusView {
    /// Its name in content: `alleged`. A theme draws its pattern by it.
    pub slug: &'static str,
    /// What readers see: `Alleged`.
    pub label: &'static str,
    /// The sign before the label, one for each status.
    pub icon: &'static str,
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

/// What readers see of a status: `Alleged`.
pub fn claim_status(of: ClaimStatus, phrases: &'static Phrases) -> &'static str {
    status(of, phrases).label
}

pub(super) fn status(status: ClaimStatus, phrases: &'static Phrases) -> ClaimStatusView {
    let (icon, label, definition) = match status {
        ClaimStatus::Alleged => {
            ("○", phrases.claim_alleged(), phrases.claim_alleged_means())
        }
        ClaimStatus::Reported => {
            ("◔", phrases.claim_reported(), phrases.claim_reported_means())
        }
        ClaimStatus::Corroborated => {
            ("◑", phrases.claim_corroborated(), phrases.claim_corroborated_means())
        }
        ClaimStatus::Confirmed => {
            ("●", phrases.claim_confirmed(), phrases.claim_confirmed_means())
        }
        ClaimStatus::Disputed => {
            ("≠", phrases.claim_disputed(), phrases.claim_disputed_means())
        }
        ClaimStatus::Unsubstantiated => {
            ("∅", phrases.claim_unsubstantiated(), phrases.claim_unsubstantiated_means())
        }
        ClaimStatus::Refuted => {
            ("×", phrases.claim_refuted(), phrases.claim_refuted_means())
        }
        ClaimStatus::Retracted => {
            ("−", phrases.claim_retracted(), phrases.claim_retracted_means())
        }
        ClaimStatus::Superseded => {
            ("→", phrases.claim_superseded(), phrases.claim_superseded_means())
        }
    };
    ClaimStatusView { slug: status.word(), label, icon, definition }
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
