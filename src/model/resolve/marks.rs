//! What marked words mean: the status of a claim, or a name that is not told.

use super::lookup::Lookup;
use crate::content::Kind;
use crate::content::kinds::claim::ClaimStatus;
use crate::diag::{Diagnostic, Diagnostics, codes, nearest};
use crate::files::Span;
use crate::markdown::{Attribute, CiteForm, Mark, Outline, Ref, RefKind};
use crate::model::nouns::{ClaimId, Item, Link, Withheld};

/// The class of words that stand for a name.
const WITHHELD: &str = "withheld";

impl Lookup<'_> {
    /// What marked words mean.
    pub(super) fn mark(&self, mark: &Mark, diags: &mut Diagnostics) -> Link {
        if mark.class.is_empty() {
            report_no_class(mark, diags);
            return Link::Text;
        }
        if mark.class == WITHHELD {
            return withheld(mark, diags).map_or(Link::Text, Link::Withheld);
        }
        let status = ClaimStatus::ALL.iter().find(|one| one.word() == mark.class);
        let Some(status) = status.copied() else {
            report_class(mark, diags);
            return Link::Text;
        };
        let named = attribute(mark, "claim", diags);
        let claim = named.and_then(|named| self.claim(named, status, mark, diags));
        Link::Mark(status, claim)
    }

    /// The claim that a mark names; reports one that is assessed otherwise.
    fn claim(
        &self,
        named: &Attribute,
        status: ClaimStatus,
        mark: &Mark,
        diags: &mut Diagnostics,
    ) -> Option<ClaimId> {
        if named.value.is_empty() {
            let message = "the mark names no claim";
            diags.push(
                Diagnostic::new(codes::MALFORMED_MARK, named.span, message)
                    .help("write the id of a claim behind `claim=`, or leave it out"),
            );
            return None;
        }
        let names = &self.resolver.names;
        let id = match names.find(&named.value, Some(Kind::Claim)) {
            Ok(Item::Claim(id)) => id,
            Ok(_) => return None,
            Err(miss) => {
                let only = Some(Kind::Claim);
                names.report(&named.value, named.value_span, only, miss, diags);
                return None;
            }
        };
        let claim = &self.site[id];
        if claim.status != status {
            report_other_status(mark, named, claim.status, claim.status_place, diags);
        }
        Some(id)
    }
}

fn withheld(mark: &Mark, diags: &mut Diagnostics) -> Option<Withheld> {
    let known = || Withheld::WORDS.join("`, `");
    let Some(reason) = attribute(mark, "reason", diags) else {
        let message = "a name is withheld without a reason";
        let found = Diagnostic::new(codes::UNKNOWN_REASON, mark.class_span, message);
        let help = format!("say why: `{{.withheld reason=…}}`, one of `{}`", known());
        diags.push(found.help(help));
        return None;
    };
    let found = Withheld::ALL.iter().find(|one| one.word() == reason.value).copied();
    if found.is_none() {
        let message = format!("`{}` is no reason to withhold a name", reason.value);
        let words = Withheld::WORDS.iter().copied();
        diags.push(
            Diagnostic::new(codes::UNKNOWN_REASON, reason.span, message)
                .did_you_mean(&reason.value, words)
                .note(format!("reasons are `{}`", known())),
        );
    }
    found
}

/// The attribute `name` of a mark; others are reported.
fn attribute<'m>(
    mark: &'m Mark,
    name: &str,
    diags: &mut Diagnostics,
) -> Option<&'m Attribute> {
    for other in mark.attributes.iter().filter(|one| one.name != name) {
        let message = format!("`.{}` has no `{}`", mark.class, other.name);
        let found = Diagnostic::new(codes::UNKNOWN_MARK, other.span, message);
        let found = found.did_you_mean(&other.name, [name]);
        diags.push(found.note(format!("it takes `{name}=…` and no more")));
    }
    mark.attributes.iter().find(|one| one.name == name)
}

/// `[words]{claim=c}`, `[words]{reported}`, `[words]{}`: what the words are marked as is not told.
fn report_no_class(mark: &Mark, diags: &mut Diagnostics) {
    let known = ClaimStatus::WORDS.iter().copied().chain([WITHHELD]);
    let found = Diagnostic::new(
        codes::MALFORMED_MARK,
        mark.class_span,
        "the braces behind these words don't say what they are marked as",
    );
    let words = mark.attributes.iter().filter(|one| one.value.is_empty());
    let near =
        words.filter_map(|one| nearest(one.name.trim_start_matches('.'), known.clone()));
    let found = match near.clone().next() {
        Some(word) => found.help(format!("did you mean `.{word}`?")),
        None => found,
    };
    let claim = mark.attributes.iter().find(|one| one.name == "claim");
    let claim = claim.map_or(String::new(), |one| format!(" claim={}", one.value));
    let words: Vec<&str> = known.clone().collect();
    diags.push(
        found
            .help(format!("begin with a dot and one of these words: `{{.…{claim}}}`"))
            .help("if it is no mark, write `\\{`")
            .note(format!("marks are `{}`", words.join("`, `"))),
    );
}

fn report_class(mark: &Mark, diags: &mut Diagnostics) {
    let message = format!("words can't be marked as `{}`", mark.class);
    let known = ClaimStatus::WORDS.iter().copied().chain([WITHHELD]);
    let words: Vec<&str> = known.clone().collect();
    diags.push(
        Diagnostic::new(codes::UNKNOWN_MARK, mark.class_span, message)
            .did_you_mean(&mark.class, known)
            .note(format!("marks are `{}`", words.join("`, `"))),
    );
}

fn report_other_status(
    mark: &Mark,
    named: &Attribute,
    status: ClaimStatus,
    place: Span,
    diags: &mut Diagnostics,
) {
    let message =
        format!("the text says `{}` of a claim that is `{}`", mark.class, status.word());
    diags.push(
        Diagnostic::new(codes::MARK_CONTRADICTS_CLAIM, mark.class_span, message)
            .also(place, format!("the status of `{}` is set here", named.value))
            .help(format!("write `{{.{}}}`, or change the claim", status.word())),
    );
}

/// Reports marked words that name no claim and whose sentence cites nothing.
pub(in crate::model) fn report_unsourced(
    outline: &Outline,
    links: &[Link],
    diags: &mut Diagnostics,
) {
    let refs = &outline.refs;
    // A citation of what is not there has been reported.
    let is_told = |one: &Ref| match &one.kind {
        RefKind::Cite(cite) => {
            matches!(cite.form, CiteForm::Group | CiteForm::Narrative)
        }
        _ => false,
    };
    let is_cite = |at: usize| {
        let is_link = matches!(links.get(at), Some(Link::Cite(_) | Link::Gap));
        is_link || refs.get(at).is_some_and(is_told)
    };
    let mut start = 0;
    for same in refs.chunk_by(Ref::shares_sentence) {
        let here = start..start + same.len();
        start = here.end;
        let told = here.clone().any(is_cite);
        for at in here.filter(|_| !told) {
            let unnamed = matches!(links.get(at), Some(Link::Mark(_, None)));
            // What is marked may be more than one sentence: a citation in it counts.
            let inside = (at + 1..refs.len())
                .take_while(|n| refs[*n].span.end <= refs[at].span.end);
            if unnamed && !inside.into_iter().any(is_cite) {
                report_unsourced_mark(&refs[at], diags);
            }
        }
    }
}

fn report_unsourced_mark(one: &Ref, diags: &mut Diagnostics) {
    let RefKind::Mark(mark) = &one.kind else { return };
    // A claim that is named but unknown has been reported.
    if !mark.attributes.is_empty() {
        return;
    }
    let message = format!("nothing is cited for what is `{}` here", mark.class);
    diags.push(
        Diagnostic::new(codes::MARK_WITHOUT_SOURCE, one.span, message)
            .note("readers are told how well it is known, and not on whose word")
            .help("cite a source in the same sentence, `[@key]`")
            .help(format!("or name the claim: `{{.{} claim=…}}`", mark.class)),
    );
}
