//! Claims: what is said to be so, on what evidence, and what became of it.

use crate::content::id::Id;
use crate::content::kinds::common::ItemFields;
use crate::content::kinds::correction::CorrectionFields;
use crate::content::kinds::event::EventFields;
use crate::content::kinds::source::SourceEntry;
use crate::content::values::Reference;
use crate::content::{Kind, KindFields};
use crate::dates::Edtf;
use crate::diag::Diagnostics;
use crate::fields::{Decode, Node, Shape, Spanned, Value};
use crate::{record, words};
use serde::{Deserialize, Serialize};

words! {
    /// Our assessment of a claim: the first of three axes that never mix.
    pub enum ClaimStatus {
        /// Somebody says so.
        Alleged = "alleged",
        /// Somebody else says so too, having looked.
        Reported = "reported",
        /// Two sources that do not depend on each other say so.
        Corroborated = "corroborated",
        /// It is known, on a basis that is named.
        Confirmed = "confirmed",
        /// A source that may know says otherwise.
        Disputed = "disputed",
        /// Somebody looked for it and found nothing.
        Unsubstantiated = "unsubstantiated",
        /// It is known to be wrong.
        Refuted = "refuted",
        /// Who said so has withdrawn it.
        Retracted = "retracted",
        /// Another claim has taken its place.
        Superseded = "superseded",
    }
}

words! {
    /// On what a confirmed claim rests.
    pub enum Basis {
        /// Those concerned admitted it.
        Admission = "admission",
        /// A court found it so.
        CourtFinding = "court-finding",
        /// An authority recorded it.
        OfficialRecord = "official-record",
        /// A document from the time shows it.
        PrimaryDocument = "primary-document",
        /// The newsroom verified it.
        OwnVerification = "own-verification",
        /// Reports that do not depend on each other agree.
        IndependentReports = "independent-reports",
    }
}

words! {
    /// How far the law has gone against a party: the second axis.
    pub enum Standing {
        /// An authority looks into it.
        UnderInvestigation = "under-investigation",
        /// Taken into custody.
        Arrested = "arrested",
        /// Accused before a court.
        Charged = "charged",
        /// Admitted the charge before the court.
        PleadedGuilty = "pleaded-guilty",
        /// Denied the charge before the court.
        PleadedNotGuilty = "pleaded-not-guilty",
        /// Found guilty.
        Convicted = "convicted",
        /// Sentence passed.
        Sentenced = "sentenced",
        /// Found not guilty.
        Acquitted = "acquitted",
        /// The court ended the case.
        Dismissed = "dismissed",
        /// The authority ended its inquiry without charges.
        ClosedWithoutCharges = "closed-without-charges",
        /// Brought a suit of its own.
        Sued = "sued",
    }
}

words! {
    /// What those concerned answer: the third axis.
    pub enum Stance {
        /// It is not so.
        Denies = "denies",
        /// It is so.
        Admits = "admits",
        /// Some of it is so.
        AdmitsInPart = "admits-in-part",
        /// It is so, and for another reason.
        Explains = "explains",
        /// The claim is unfair or hostile.
        Rejects = "rejects",
        /// Would say nothing.
        DeclinesToComment = "declines-to-comment",
    }
}

words! {
    /// What came of asking those concerned.
    pub enum ReplyResult {
        /// They answered; see `responses`.
        Answered = "answered",
        /// They did not answer in time.
        NoResponse = "no-response",
        /// They declined.
        Declined = "declined",
        /// They could not be reached.
        Unreachable = "unreachable",
        /// The deadline has not passed.
        Waiting = "waiting",
    }
}

record! {
    /// What a claim's status was from a date on.
    pub struct ClaimChange: "status change" {
        /// From when.
        date: Required<Spanned<Edtf>> = "2022-09";
        /// The status.
        status: Required<Spanned<ClaimStatus>> = "alleged";
        /// On whose word.
        sources: List<SourceEntry> = "[sd-110-overseas]";
        /// What has to be added.
        note: Optional<String> = "By the first report.";
    }
}

record! {
    /// A step of the law against one party.
    pub struct ProceedingFields: "proceeding" {
        /// Against whom: an entity, or words that name nobody.
        party: Required<Reference> = "first defendant";
        /// When.
        date: Required<Spanned<Edtf>> = "2024-12-18";
        /// What happened.
        is: Required<Spanned<Standing>> = "pleaded-guilty";
        /// On whose word.
        sources: List<SourceEntry> = "[doj-2024-12-18]";
        /// What has to be added.
        note: Optional<String> = "To one count of conspiracy.";
    }
}

record! {
    /// What somebody concerned answers.
    pub struct AnswerFields: "response" {
        /// Who: an entity, or words.
        by: Required<Reference> = "cn-mfa";
        /// When.
        date: Optional<Spanned<Edtf>> = "2024-12-19";
        /// Of what sort.
        stance: Required<Spanned<Stance>> = "denies";
        /// In a sentence, or in their words.
        text: Optional<String> = "There are no such stations.";
        /// On whose word.
        sources: List<SourceEntry> = "[afp-x]";
    }
}

record! {
    /// Whether those concerned were asked.
    pub struct ReplyFields: "right of reply" {
        /// When they were asked.
        asked: Required<Spanned<Edtf>> = "2026-01-03";
        /// How.
        via: Optional<String> = "email";
        /// Until when they could answer.
        deadline: Optional<Spanned<Edtf>> = "2026-01-10";
        /// What came of it.
        result: Required<ReplyResult> = "no-response";
    }
}

record! {
    /// A claim.
    pub struct ClaimFields: "claim" {
        /// The id of an inline record; in a registry, its key.
        id: Optional<Spanned<Id>> = "us/nyc-station";
        /// What is said to be so, in a sentence.
        text: Required<Spanned<String>> also "title" = "An undeclared station operated in Manhattan.";
        /// What it is about: locations, countries, entities.
        about: List<Reference> = "[us/nyc-chinatown]";
        /// The named parties that it is bad for; they have to be heard.
        parties: List<Reference> = "[fuzhou-psb]";
        /// Who says so: an entity, or a name.
        made_by: Optional<Reference> = "us-doj";
        /// Our assessment.
        status: Required<Spanned<ClaimStatus>> = "confirmed";
        /// On what a confirmed claim rests.
        basis: Optional<Spanned<Basis>> = "admission";
        /// The evidence for it.
        sources: List<SourceEntry> = "[doj-2024-12-18]";
        /// The evidence against it.
        contrary: List<SourceEntry> = "[cn-embassy-us]";
        /// The inquiry that found nothing, the finding that refutes it, or the retraction.
        finding: List<SourceEntry> = "[hansard-2023-06-06]";
        /// Whether it says that somebody looked and found nothing: it is shown as a finding then, since nobody is accused.
        finds_nothing: Optional<bool> = "true";
        /// The claim that has taken its place.
        superseded_by: Optional<Reference> = "us/nyc-station-2";
        /// How the assessment changed.
        history: List<ClaimChange> = "[{date: 2022-09, status: alleged, sources: [sd-110-overseas]}]";
        /// What the law did, against each party.
        proceedings: List<ProceedingFields> = "[{party: first defendant, date: 2024-12-18, is: pleaded-guilty}]";
        /// What those concerned answer.
        responses: List<AnswerFields> = "[{by: cn-mfa, stance: denies, text: There are no such stations.}]";
        /// Whether those concerned were asked.
        right_of_reply: Optional<Spanned<ReplyFields>> = "{asked: 2026-01-03, result: no-response}";
        /// Dated facts that bear on it.
        dates: List<Spanned<EventFields>> = "[{date: 2022-10-03, text: The premises are searched}]";
        /// What was wrong about it here, or has changed.
        corrections: List<CorrectionFields> = "[{date: 2023-06-08, kind: update, now: …}]";
        /// Rules that it may break, each with the reason, which is printed on its page.
        allow: Optional<Vec<(Spanned<String>, Spanned<String>)>> = "{confirmed-without-copy: the court file is sealed}";
        /// What has to be added.
        note: Optional<String> = "It says nothing about coercion.";
        ..item: ItemFields
    }
}

impl KindFields for ClaimFields {
    const KIND: Kind = Kind::Claim;

    fn item(&self) -> &ItemFields {
        &self.item
    }

    fn item_mut(&mut self) -> &mut ItemFields {
        &mut self.item
    }
}

/// A claim as another record names it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum ClaimEntry {
    /// By its id.
    Reference(Reference),
    /// In full, where it is made.
    Inline(Box<Spanned<ClaimFields>>),
}

impl Decode for ClaimEntry {
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Named("id"), ClaimFields::shape()])
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Map(_) => Spanned::decode(node, diags)
                .map(|claim| ClaimEntry::Inline(Box::new(claim))),
            _ => Reference::decode(node, diags).map(ClaimEntry::Reference),
        }
    }
}
