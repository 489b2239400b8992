//! The ladder: how far the evidence for a claim carries, as a mark of four segments that is read in one colour.

use crate::content::kinds::claim::ClaimStatus;
use crate::phrases::Phrases;

/// A mark of a full outline and of lines.
macro_rules! ladder {
    ($full:literal) => {
        ladder!($full, "")
    };
    ($full:literal, $lines:literal) => {
        concat!(
            "<svg class=\"ladder\" viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path d=\"",
            $full,
            "\"/><path fill=\"none\" stroke=\"currentColor\" d=\"",
            $lines,
            "\"/></svg>"
        )
    };
}

/// The mark of a status as SVG, without words: these stand beside it.
///
/// Four segments stand for *alleged*, *reported*, *corroborated* and *confirmed*, and are filled up to the status.
/// The others are told by what is done to the frame: hatched, struck through, ticked, crossed out.
pub fn ladder(status: ClaimStatus) -> &'static str {
    match status {
        ClaimStatus::Alleged => {
            ladder!("M0 0h6v10H0z", "M8.5.5h5v9h-5zM16.5.5h5v9h-5zM24.5.5h5v9h-5z")
        }
        ClaimStatus::Reported => {
            ladder!("M0 0h6v10H0zM8 0h6v10H8z", "M16.5.5h5v9h-5zM24.5.5h5v9h-5z")
        }
        ClaimStatus::Corroborated => {
            ladder!("M0 0h6v10H0zM8 0h6v10H8zM16 0h6v10h-6z", "M24.5.5h5v9h-5z")
        }
        ClaimStatus::Confirmed => {
            ladder!("M0 0h6v10H0zM8 0h6v10H8zM16 0h6v10h-6zM24 0h6v10h-6z")
        }
        // Hatched: what speaks for it and what against it.
        ClaimStatus::Disputed => ladder!(
            "M0 0h2L0 4zM6 0h3L4 10H1zM13 0h3l-5 10H8zM20 0h3l-5 10h-3zM27 0h3l-5 10h-3zM30 6v4h-2z",
            "M.5.5h29v9H.5z"
        ),
        // An open frame with a tick: looked into, nothing found.
        ClaimStatus::Unsubstantiated => ladder!("", "M.5.5h29v9H.5zM11 5l3 3 6-6"),
        // Struck through.
        ClaimStatus::Refuted => {
            ladder!("M0 4h30v2H0z", "M3.5.5h5v9h-5zM12.5.5h5v9h-5zM21.5.5h5v9h-5z")
        }
        // Crossed out.
        ClaimStatus::Retracted => ladder!("", "M.5.5h29v9H.5zM10 1l10 8M20 1 10 9"),
        // Leads on to another.
        ClaimStatus::Superseded => ladder!("", "M.5.5h12v9H.5zM15 5h14M25 1l4 4-4 4"),
    }
}

/// What readers see of a status: `Alleged`.
pub fn status_label(status: ClaimStatus, phrases: &Phrases) -> &str {
    match status {
        ClaimStatus::Alleged => phrases.claim_alleged(),
        ClaimStatus::Reported => phrases.claim_reported(),
        ClaimStatus::Corroborated => phrases.claim_corroborated(),
        ClaimStatus::Confirmed => phrases.claim_confirmed(),
        ClaimStatus::Disputed => phrases.claim_disputed(),
        ClaimStatus::Unsubstantiated => phrases.claim_unsubstantiated(),
        ClaimStatus::Refuted => phrases.claim_refuted(),
        ClaimStatus::Retracted => phrases.claim_retracted(),
        ClaimStatus::Superseded => phrases.claim_superseded(),
    }
}
