//! Claims: three axes – our assessment, the law, the answers – that never mix.

use super::{
    ClaimId, Correction, EntityId, EventId, Item, Matter, Names, Noun, SourceId, Who,
};
use crate::content::kinds::claim::{Basis, ClaimStatus, ReplyResult, Stance, Standing};
use crate::dates::Edtf;
use crate::files::Span;
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
    /// Dated facts that bear on it, by date.
    pub events: Vec<EventId>,
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

    fn matter(&self) -> &Matter {
        &self.matter
    }

    fn matter_mut(&mut self) -> &mut Matter {
        &mut self.matter
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
