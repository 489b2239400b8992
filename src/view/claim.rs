//! A claim and its card: our assessment, the law and the answers, apart from each other.

use super::backlink::BACKLINKS;
use super::claim_words::{self as words, ClaimStatusView};
use super::extra::Extra;
use super::history_line;
use super::list::Entries;
use super::listing::Listing;
use super::{
    ArticleCard, Backlink, Card, CardNumber, CorrectionView, DateView, EventView,
    LineageView, LinkView, Markup, PageHead, Part, Reference, TextHtml, TextView, View,
    Views,
};
use crate::model::{Answer, Claim, ClaimId, Item, Reply, SourceId, Who};
use crate::phrases::Phrases;
use crate::routes::OwnPage;
use foldhash::HashMap;
use serde::Serialize;

/// A claim in short, as lists show it.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimCard {
    /// What `kept` knows it by.
    pub card_number: CardNumber,
    /// Its id.
    pub id: String,
    /// The path of its page.
    pub path: String,
    /// What is said to be so.
    pub text: String,
    /// Attributes that tell the language and direction of these words, where they are not the page's.
    pub spoken: Markup,
    /// Our assessment.
    pub status: ClaimStatusView,
    /// On what a confirmed claim rests.
    pub basis: Option<&'static str>,
    /// Who says so; without a page where that may not be named.
    pub made_by: Option<Card<LinkView>>,
    /// What it is about.
    pub about: Vec<Card<LinkView>>,
    /// The evidence for it, counted.
    pub evidence: EvidenceView,
    /// The sources against it.
    pub contrary: Vec<Card<LinkView>>,
    /// The inquiry, finding or retraction.
    pub finding: Vec<Card<LinkView>>,
    /// What the law did, for each party.
    pub proceedings: Vec<PartyView>,
    /// What those concerned answer, oldest first; what has no date comes last.
    pub responses: Vec<AnswerView>,
}

/// What a set of sources amounts to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvidenceView {
    /// How many sources there are.
    pub citations: usize,
    /// How many publishers they have.
    pub publishers: usize,
    /// All of it in words: `7 citations, 3 publishers, 1 origin traced, 2 not traced`.
    pub words: String,
    /// The origins in words: `1 origin traced, 2 not traced`.
    pub origins_words: String,
    /// The traced origins: what others repeat, or nobody, and is said to be its own work.
    pub origins: Vec<Card<LinkView>>,
    /// The sources of which it isn't known whether they repeat others.
    pub untraced: Vec<Card<LinkView>>,
    /// Whether several of the traced origins are counted as one, because one maker stands behind them.
    pub is_joined: bool,
    /// Whether all traced origins are the word of whoever makes the claim.
    pub is_own_word: bool,
    /// Of how many of the sources a copy was verified when the site was made, and of how many one is only named.
    pub copies: Option<String>,
}

/// What the law did against one party.
#[derive(Debug, Clone, Serialize)]
pub struct PartyView {
    /// The party.
    pub party: Card<LinkView>,
    /// The steps, oldest first.
    pub steps: Vec<StepView>,
}

/// A step of the law.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// When.
    pub date: Card<DateView>,
    /// What happened: `Pleaded guilty`.
    pub label: &'static str,
    /// What has to be added.
    pub note: Option<String>,
    /// The sources it rests on.
    pub sources: Vec<Card<LinkView>>,
}

/// What somebody concerned answers.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerView {
    /// Who.
    pub by: Card<LinkView>,
    /// What sort of answer, to be read after the name: `denied it`.
    pub stance: &'static str,
    /// When.
    pub date: Option<Card<DateView>>,
    /// The answer, in a sentence or in their words.
    pub text: Option<String>,
    /// The sources it rests on.
    pub sources: Vec<Card<LinkView>>,
}

/// Whether those concerned were asked.
#[derive(Debug, Clone, Serialize)]
pub struct ReplyView {
    /// When they were asked.
    pub asked: Card<DateView>,
    /// How.
    pub via: Option<String>,
    /// Until when they could answer.
    pub deadline: Option<Card<DateView>>,
    /// What came of it, in a sentence.
    pub result: &'static str,
}

/// What a claim's status was from a date on.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimChangeView {
    /// The claim.
    pub claim: Card<LinkView>,
    /// From when.
    pub date: Card<DateView>,
    /// The status.
    pub status: ClaimStatusView,
    /// The status before, where it was another.
    pub before: Option<ClaimStatusView>,
    /// What has to be added.
    pub note: Option<String>,
    /// The sources it rests on.
    pub sources: Vec<Card<LinkView>>,
}

/// An exception from a rule, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExceptionView {
    /// The rule's name.
    pub rule: String,
    /// Why it may be broken here.
    pub reason: String,
}

/// `pages/claim.html`: one claim.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimPage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// The claim.
    pub claim: Card<ClaimCard>,
    /// The named parties that it is bad for.
    pub parties: Vec<Card<LinkView>>,
    /// What has to be added.
    pub note: Option<String>,
    /// Its prose; empty where nobody has written any.
    pub body_html: TextHtml,
    /// The evidence for it, and what its prose cites, in the order of their numbers.
    pub references: Vec<Reference>,
    /// The claim that has taken its place.
    pub superseded_by: Option<Card<LinkView>>,
    /// The evidence for it, down to its origins.
    pub evidence_for: LineageView,
    /// The evidence against it and what an inquiry found, down to their origins.
    pub evidence_against: LineageView,
    /// How the assessment changed, oldest first.
    pub history: Vec<ClaimChangeView>,
    /// The same as a stepped line: SVG without a word that the list beside it doesn't say. Empty where the status never
    /// changed.
    pub history_line: Markup,
    /// Whether those concerned were asked.
    pub reply: Option<ReplyView>,
    /// The rules that it may break.
    pub exceptions: Vec<ExceptionView>,
    /// Dated facts that bear on it, oldest first.
    pub events: Part<EventView>,
    /// Its corrections, newest first.
    pub corrections: Vec<CorrectionView>,
    /// The articles that deal with it, newest first.
    pub articles: Part<Card<ArticleCard>>,
    /// The writer's own fields.
    pub extra: Extra,
    /// Every sentence of the site that names it.
    pub backlinks: Part<Backlink<'e>>,
    /// How to cite the page, in one line without the address.
    pub citation: String,
}

impl View for ClaimPage<'_> {
    const TEMPLATE: &'static str = "pages/claim.html";
}

/// The claims of one status.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimGroup {
    /// The status.
    pub status: ClaimStatusView,
    /// The claims.
    pub claims: Vec<Card<ClaimCard>>,
}

/// The page of each claim, and what is too long for that.
pub(super) fn pages(all: &mut Listing<'_>) {
    for id in all.edition.claims() {
        let (id, item) = (*id, Item::Claim(*id));
        let place = all.edition.claim(id).place;
        all.item(item, Some(place), move |views, text| Box::new(views.claim(id, text)));
        all.long(item, "articles", Phrases::articles, move |edition| {
            Entries::Articles(edition.articles_on(id))
        });
        all.long(item, "dates", Phrases::dates, move |edition| {
            Entries::Events(edition.events_of(item))
        });
        all.long(item, BACKLINKS, Phrases::mentioned_in, move |_| {
            Entries::Mentions(item)
        });
    }
}

impl<'e> Views<'e> {
    pub(super) fn claim_card_view(&self, id: ClaimId) -> ClaimCard {
        let claim = self.edition.claim(id);
        ClaimCard {
            card_number: CardNumber::default(),
            id: claim.names.id.to_string(),
            path: self.path(&claim.names.address, None),
            text: claim.text.clone(),
            spoken: self.spoken(&claim.text, self.text_lang(None)),
            status: words::status_of(claim, self.shared.phrases),
            basis: claim.basis.map(|basis| words::basis(basis, self.shared.phrases)),
            made_by: claim.made_by.as_ref().map(|who| self.who(who)),
            about: self.links(claim.about.iter().copied()),
            evidence: self.evidence(&claim.sources, claim.made_by.as_ref()),
            contrary: self.source_links(&claim.contrary),
            finding: self.source_links(&claim.finding),
            proceedings: self.proceedings(claim),
            responses: claim.responses.iter().map(|one| self.answer(one)).collect(),
        }
    }

    /// The cards of those that are shown, in their order.
    pub(super) fn claim_cards<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i ClaimId>,
    ) -> Vec<Card<ClaimCard>> {
        let card = |id: &ClaimId| {
            self.shared.claims.card(id.index(), self.edition, |card_number| ClaimCard {
                card_number,
                ..self.claim_card_view(*id)
            })
        };
        ids.into_iter().filter_map(card).collect()
    }

    /// Those that are shown, by status in the ledger's order.
    pub(super) fn claim_groups(&self, ids: &[ClaimId]) -> Vec<ClaimGroup> {
        let of = |status| {
            let here = |id: &&ClaimId| self.edition.claim(**id).status == status;
            let claims = self.claim_cards(ids.iter().filter(here));
            ClaimGroup { status: words::status(status, self.shared.phrases), claims }
        };
        let groups = words::statuses().into_iter().map(of);
        groups.filter(|group| !group.claims.is_empty()).collect()
    }

    /// Whoever a record names: with a page where that may be named, else in general words.
    pub(super) fn who(&self, who: &Who) -> Card<LinkView> {
        let shown = |item: &Item| self.edition.is_shown(*item);
        match who {
            Who::Entity(id) if shown(&Item::Entity(*id)) => self.link(Item::Entity(*id)),
            _ => Card::new(LinkView::new(self.edition.who(who).to_owned(), None)),
        }
    }

    /// What a set of sources amounts to, for a claim of `made_by`.
    pub(super) fn evidence(
        &self,
        sources: &[SourceId],
        made_by: Option<&Who>,
    ) -> EvidenceView {
        let found = self.edition.independence(sources);
        let phrases = self.shared.phrases;
        let traced = match found.origins {
            0 => phrases.no_origin_traced().to_owned(),
            origins => phrases.origins_traced(origins),
        };
        let origins_words = match found.untraced.len() {
            0 => traced,
            more => [traced, phrases.origins_not_traced(more)].join(", "),
        };
        let counts = [
            phrases.citations_counted(found.sources),
            phrases.publishers_counted(found.publishers),
        ];
        let is_own =
            |id: &SourceId| made_by.is_some_and(|who| self.edition.is_from(*id, who));
        EvidenceView {
            citations: found.sources,
            publishers: found.publishers,
            words: [&counts.join(", "), &*origins_words].join(", "),
            origins_words,
            is_joined: found.origins < found.traced.len(),
            is_own_word: !found.traced.is_empty() && found.traced.iter().all(is_own),
            copies: self.copies_counted(sources),
            origins: self.source_links(&found.traced),
            untraced: self.source_links(&found.untraced),
        }
    }

    /// Of how many sources a copy was verified, and of how many others one is named.
    fn copies_counted(&self, sources: &[SourceId]) -> Option<String> {
        let is_verified = |id: &&SourceId| !self.edition.verified_copies(**id).is_empty();
        let (verified, others): (Vec<&SourceId>, Vec<&SourceId>) =
            sources.iter().partition(is_verified);
        let is_named =
            |id: &&&SourceId| self.edition.source(***id).web_copies().next().is_some();
        let named = others.iter().filter(is_named).count();
        let phrases = self.shared.phrases;
        match (verified.len(), named) {
            (0, 0) => None,
            (0, named) => Some(phrases.copies_only_named(named)),
            (verified, 0) => Some(phrases.copies_verified(verified)),
            (verified, named) => Some(phrases.copies_verified_and_named(
                &phrases.copies_verified(verified),
                &phrases.copies_only_named(named),
            )),
        }
    }

    /// The steps of the law by party, in the order in which the law first reached them.
    fn proceedings(&self, claim: &Claim) -> Vec<PartyView> {
        let mut parties: Vec<PartyView> = Vec::new();
        let mut places: HashMap<&Who, usize> = HashMap::default();
        for step in &claim.proceedings {
            let view = StepView {
                date: self.date(&step.date),
                label: words::standing(step.standing, self.shared.phrases),
                note: step.note.clone(),
                sources: self.source_links(&step.sources),
            };
            let place = *places.entry(&step.party).or_insert_with(|| {
                let party = self.who(&step.party);
                parties.push(PartyView { party, steps: Vec::new() });
                parties.len() - 1
            });
            parties[place].steps.push(view);
        }
        parties
    }

    fn answer(&self, answer: &Answer) -> AnswerView {
        AnswerView {
            by: self.who(&answer.by),
            stance: words::stance(answer.stance, self.shared.phrases),
            date: self.date_of(answer.date.as_ref()),
            text: answer.text.clone(),
            sources: self.source_links(&answer.sources),
        }
    }

    fn reply(&self, reply: &Reply) -> ReplyView {
        ReplyView {
            asked: self.date(&reply.asked),
            via: reply.via.clone(),
            deadline: self.date_of(reply.deadline.as_ref()),
            result: words::reply(reply.result, self.shared.phrases),
        }
    }

    /// The nth entry of a claim's history, from 0.
    pub(super) fn claim_change(&self, id: ClaimId, n: usize) -> ClaimChangeView {
        let history = &self.edition.claim(id).history;
        let change = &history[n];
        let before = n.checked_sub(1).map(|n| history[n].status);
        let before = before.filter(|before| *before != change.status);
        ClaimChangeView {
            claim: self.link(Item::Claim(id)),
            date: self.date(&change.date),
            status: words::status(change.status, self.shared.phrases),
            before: before.map(|before| words::status(before, self.shared.phrases)),
            note: change.note.clone(),
            sources: self.source_links(&change.sources),
        }
    }

    /// The last entry of a claim's history.
    pub(super) fn last_change(&self, id: ClaimId) -> Option<ClaimChangeView> {
        let last = self.edition.claim(id).history.len().checked_sub(1)?;
        Some(self.claim_change(id, last))
    }

    /// The latest changes of status, newest first.
    pub(super) fn latest_changes(&self, count: usize) -> Vec<ClaimChangeView> {
        let latest = self.edition.claim_changes().iter().take(count);
        latest.map(|(id, n)| self.claim_change(*id, *n)).collect()
    }

    /// The page of a claim with its rendered text.
    pub fn claim(&self, id: ClaimId, text: TextView<'e>) -> ClaimPage<'e> {
        let claim = self.edition.claim(id);
        let (item, path) = (Item::Claim(id), &claim.names.address);
        let above = [self.section_link(OwnPage::Claims)];
        let successor = claim.superseded_by.map(Item::Claim);
        let exception = |(rule, reason): &(String, String)| ExceptionView {
            rule: rule.clone(),
            reason: reason.clone(),
        };
        let parties = claim.parties.iter().copied().map(Item::Entity);
        let mut view = ClaimPage {
            page: self.head("claim", "claims", &claim.text, path, &above),
            claim: self.claim_cards(&[id]).remove(0),
            parties: self.links(parties),
            note: claim.note.clone(),
            body_html: text.html,
            references: text.references,
            superseded_by: self.links(successor).pop(),
            evidence_for: self.evidence_for(claim),
            evidence_against: self.evidence_against(claim),
            history_line: history_line::of(
                &claim.history,
                self.shared.phrases,
                self.direction(),
            ),
            history: (0..claim.history.len()).map(|n| self.claim_change(id, n)).collect(),
            reply: claim.reply.as_ref().map(|one| self.reply(one)),
            exceptions: claim.allowed.iter().map(exception).collect(),
            events: self.part(self.edition.events_of(item), path, "dates", |ids| {
                ids.iter().map(|id| self.event_view(*id, Some(item))).collect()
            }),
            corrections: self.corrections_of(item),
            articles: self.part(self.edition.articles_on(id), path, "articles", |ids| {
                self.article_cards(ids)
            }),
            extra: Extra::new(claim.matter.extra.as_ref()),
            backlinks: self.backlinks(item),
            citation: self.citation(&[], &claim.text, None),
        };
        view.page.linked_data = self.claim_data(&view);
        view
    }
}
