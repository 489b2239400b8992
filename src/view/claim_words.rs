//! The words of claims: statuses, grounds, steps of the law, answers, as readers see them.

use crate::content::kinds::claim::{Basis, ClaimStatus, ReplyResult, Stance, Standing};
use crate::content::kinds::number::Rank;
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
pub fn claim_status(of: ClaimStatus) -> &'static str {
    status(of).label
}

pub(super) fn status(status: ClaimStatus) -> ClaimStatusView {
    let (icon, label, definition) = match status {
        ClaimStatus::Alleged => ("○", "Alleged", "Somebody says so."),
        ClaimStatus::Reported => {
            ("◔", "Reported", "A source other than who says so reports it.")
        }
        ClaimStatus::Corroborated => {
            ("◑", "Corroborated", "Two sources say so that do not depend on each other.")
        }
        ClaimStatus::Confirmed => ("●", "Confirmed", "It is known, on the basis named."),
        ClaimStatus::Disputed => {
            ("≠", "Disputed", "A source that may know says otherwise.")
        }
        ClaimStatus::Unsubstantiated => {
            ("∅", "Unsubstantiated", "Somebody looked into it and found nothing.")
        }
        ClaimStatus::Refuted => ("×", "Refuted", "It is known to be wrong."),
        ClaimStatus::Retracted => ("−", "Retracted", "Who said so has withdrawn it."),
        ClaimStatus::Superseded => {
            ("→", "Superseded", "Another claim has taken its place.")
        }
    };
    ClaimStatusView { slug: status.word(), label, icon, definition }
}

/// On what a confirmed claim rests.
pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Admission => "Admission by those concerned",
        Basis::CourtFinding => "Finding of a court",
        Basis::OfficialRecord => "Official record",
        Basis::PrimaryDocument => "Document from the time",
        Basis::OwnVerification => "Our own verification",
        Basis::IndependentReports => "Reports that do not depend on each other",
    }
}

/// What the law did.
pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::UnderInvestigation => "Under investigation",
        Standing::Arrested => "Arrested",
        Standing::Charged => "Charged",
        Standing::PleadedGuilty => "Pleaded guilty",
        Standing::PleadedNotGuilty => "Pleaded not guilty",
        Standing::Convicted => "Convicted",
        Standing::Sentenced => "Sentenced",
        Standing::Acquitted => "Acquitted",
        Standing::Dismissed => "Case dismissed",
        Standing::ClosedWithoutCharges => "Inquiry closed without charges",
        Standing::Sued => "Brought a suit",
    }
}

/// What somebody concerned answered, to be read after a name, of one or of many.
pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Denies => "denied it",
        Stance::Admits => "admitted it",
        Stance::AdmitsInPart => "admitted it in part",
        Stance::Explains => "gave another explanation",
        Stance::Rejects => "rejected it",
        Stance::DeclinesToComment => "declined to comment",
    }
}

/// What came of asking those concerned.
pub(super) fn reply(result: ReplyResult) -> &'static str {
    match result {
        ReplyResult::Answered => "They answered.",
        ReplyResult::NoResponse => "There was no response.",
        ReplyResult::Declined => "They declined.",
        ReplyResult::Unreachable => "They could not be reached.",
        ReplyResult::Waiting => "We are waiting for the answer.",
    }
}

/// How a number stands to others on the same thing; nothing for one of several.
pub(super) fn number_rank(rank: Rank) -> Option<&'static str> {
    match rank {
        Rank::Preferred => Some("The one to quote"),
        Rank::Normal => None,
        Rank::Deprecated => Some("Out of date or wrong"),
    }
}
