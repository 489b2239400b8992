//! The lineage of evidence: a claim's sources, and what each of them repeats, down to the origins.

use super::descent::{Descent, DescentView};
use super::lineage_picture::{self, Drawn};
use super::{
    Card, DateView, EvidenceView, LinkView, Markup, QuoteView, SourceMark, Views,
    source_mark,
};
use crate::model::{Claim, Source, SourceId, Who};
use foldhash::HashMap;
use serde::Serialize;

/// The evidence on one side of a claim, followed down to its origins.
#[derive(Debug, Clone, Serialize)]
pub struct LineageView {
    /// What it amounts to.
    pub evidence: EvidenceView,
    /// The ways of the sources to their origins, as SVG that says nothing to who can't see it: the list does. Empty where
    /// no source repeats another, or where there are too many to be drawn.
    pub picture: Markup,
    /// The sources that the claim names, in its order.
    pub sources: Vec<LineageSource>,
}

/// A source that a claim names, with what it comes down to.
#[derive(Debug, Clone, Serialize)]
pub struct LineageSource {
    /// The source, by who stands behind it.
    pub link: Card<LinkView>,
    /// When it was published.
    pub date: Option<Card<DateView>>,
    /// Whether it repeats others, is an origin, or may be either.
    pub descent: DescentView,
    /// Whether it is the inquiry, finding or retraction that the claim's status follows from.
    pub is_finding: bool,
    /// What else readers should see of it at once: that it is of an agency, of state media, a copy.
    pub marks: Vec<SourceMark>,
    /// The first passages quoted from it.
    pub quotes: Vec<QuoteView>,
    /// Attributes that tell the language and direction of these passages.
    pub spoken: Markup,
    /// What it repeats.
    pub below: Vec<LineageStep>,
    /// How many more it repeats.
    pub more: usize,
}

/// What a source repeats, with what that comes down to.
#[derive(Debug, Clone, Serialize)]
pub struct LineageStep {
    /// The source, by who stands behind it.
    pub link: Card<LinkView>,
    /// Whether it repeats others, is an origin, or may be either.
    pub descent: DescentView,
    /// The origins it comes down to, where it repeats others.
    pub below: Vec<LineageOrigin>,
    /// How many more it comes down to.
    pub more: usize,
}

/// What a source comes down to at last.
#[derive(Debug, Clone, Serialize)]
pub struct LineageOrigin {
    /// The source, by who stands behind it.
    pub link: Card<LinkView>,
    /// Whether it says that it is an origin.
    pub descent: DescentView,
}

/// Where more sources than this are connected with a side, the list alone tells of them.
const MOST_DRAWN: usize = 120;

/// So many that a source repeats are listed below it.
const MOST_BELOW: usize = 8;

/// So many are listed below all sources of a side.
const MOST_LISTED: usize = 150;

/// So many passages of a source are shown.
const MOST_QUOTED: usize = 2;

impl Views<'_> {
    /// The evidence for a claim.
    pub(super) fn evidence_for(&self, claim: &Claim) -> LineageView {
        self.lineage(&claim.sources, &[], claim.made_by.as_ref())
    }

    /// The evidence against a claim.
    pub(super) fn evidence_against(&self, claim: &Claim) -> LineageView {
        let others = |id: &&SourceId| !claim.contrary.contains(id);
        let found = claim.finding.iter().filter(others);
        let all: Vec<SourceId> = claim.contrary.iter().chain(found).copied().collect();
        self.lineage(&all, &claim.finding, None)
    }

    fn lineage(
        &self,
        sources: &[SourceId],
        findings: &[SourceId],
        made_by: Option<&Who>,
    ) -> LineageView {
        let descent = |id| self.descent(id, made_by);
        let below = self.below(sources);
        let mut listed = [sources, &below.listed].concat();
        listed.sort_unstable();
        listed.dedup();
        let links: HashMap<SourceId, Card<LinkView>> =
            listed.iter().copied().zip(self.source_links(&listed)).collect();
        let origin = |id: &SourceId| LineageOrigin {
            link: links[id].clone(),
            descent: descent(*id).view(self.shared.phrases),
        };
        let step = |step: &Repeated| LineageStep {
            link: links[&step.of].clone(),
            descent: descent(step.of).view(self.shared.phrases),
            below: step.below.iter().map(origin).collect(),
            more: step.more,
        };
        let source = |(id, below): (&SourceId, &Below)| {
            let source = self.edition.source(*id);
            let mut quotes = self.quotes(source, *id);
            quotes.truncate(MOST_QUOTED);
            let words = quotes.first().map_or("", |quote| quote.text.as_str());
            LineageSource {
                // The date behind it tells it from others of its maker.
                link: match source.date {
                    Some(_) => self.maker_link(*id).clone(),
                    None => links[id].clone(),
                },
                date: self.date_of(source.date.as_ref()),
                descent: descent(*id).view(self.shared.phrases),
                is_finding: findings.contains(id),
                marks: self.marks_beside_descent(source),
                spoken: self.spoken(words, source.lang.as_deref()),
                quotes,
                below: below.steps.iter().map(step).collect(),
                more: below.more,
            }
        };
        LineageView {
            evidence: self.evidence(sources, made_by),
            picture: self.lineage_picture(sources, descent),
            sources: sources.iter().zip(&below.of).map(source).collect(),
        }
    }

    /// What is to be seen of a source, but for what its descent tells.
    fn marks_beside_descent(&self, source: &Source) -> Vec<SourceMark> {
        let mut marks = source_mark::marks(source, self.shared.phrases);
        marks.retain(|mark| mark.word != self.shared.phrases.primary_source());
        marks
    }

    fn descent(&self, id: SourceId, made_by: Option<&Who>) -> Descent {
        let is_own = || made_by.is_some_and(|who| self.edition.is_from(id, who));
        match (self.edition.repeated_by(id), self.edition.is_traced(id)) {
            ([_, ..], _) => Descent::Repeats,
            ([], false) => Descent::Untraced,
            ([], true) if is_own() => Descent::OwnWord,
            ([], true) if self.edition.source(id).is_primary() => Descent::Record,
            ([], true) => Descent::OwnWork,
        }
    }

    /// What stands below each of these sources: what it repeats, and the origins of what repeats others in turn. However
    /// long the way to an origin is, a list has three levels.
    fn below(&self, sources: &[SourceId]) -> AllBelow {
        let mut all = AllBelow::default();
        for id in sources {
            let repeated = self.edition.repeated_by(*id);
            let room = MOST_BELOW.min(MOST_LISTED.saturating_sub(all.listed.len()));
            let shown = &repeated[..repeated.len().min(room)];
            all.listed.extend(shown);
            let steps = shown.iter().map(|id| self.step(*id)).collect::<Vec<_>>();
            all.listed.extend(steps.iter().flat_map(|step| &step.below));
            all.of.push(Below { steps, more: repeated.len() - shown.len() });
        }
        all
    }

    fn step(&self, of: SourceId) -> Repeated {
        if self.edition.repeated_by(of).is_empty() {
            return Repeated { of, below: Vec::new(), more: 0 };
        }
        let found = self.edition.independence(&[of]);
        let mut below = [found.traced, found.untraced].concat();
        let more = below.len().saturating_sub(MOST_BELOW);
        below.truncate(MOST_BELOW);
        Repeated { of, below, more }
    }

    /// The picture of sources and of all that they come down to.
    fn lineage_picture(
        &self,
        sources: &[SourceId],
        descent: impl Fn(SourceId) -> Descent,
    ) -> Markup {
        let Some(all) = self.connected(sources) else { return Markup::default() };
        let mut makers: HashMap<&str, usize> = HashMap::default();
        for id in &all {
            *makers.entry(&self.maker_link(*id).title).or_default() += 1;
        }
        let place: HashMap<SourceId, usize> =
            all.iter().enumerate().map(|(n, id)| (*id, n)).collect();
        let drawn = |(n, id): (usize, &SourceId)| {
            let label = self.maker_link(*id).title.clone();
            let apart = (makers[&*label] > 1).then(|| self.told_apart(*id));
            let repeated = self.edition.repeated_by(*id);
            Drawn {
                label,
                apart,
                descent: descent(*id),
                is_cited: n < sources.len(),
                to: repeated.iter().map(|id| place[id]).collect(),
            }
        };
        let drawn: Vec<Drawn> = all.iter().enumerate().map(drawn).collect();
        lineage_picture::of(&drawn, self.shared.phrases, self.direction())
    }

    /// What tells a source from others of its maker: its date, else its title.
    fn told_apart(&self, id: SourceId) -> String {
        let source = self.edition.source(id);
        let date = source.date.as_ref().map(|date| date.words(self.shared.phrases));
        date.unwrap_or_else(|| source.label().title.to_owned())
    }

    /// These sources and then all that they come down to, each once; none where that is too much to be drawn.
    fn connected(&self, sources: &[SourceId]) -> Option<Vec<SourceId>> {
        let mut all = sources.to_vec();
        let mut seen: foldhash::HashSet<SourceId> = all.iter().copied().collect();
        let mut next = 0;
        while let Some(id) = all.get(next) {
            let repeated = self.edition.repeated_by(*id);
            if all.len() + repeated.len() > MOST_DRAWN {
                return None;
            }
            all.extend(repeated.iter().filter(|id| seen.insert(**id)));
            next += 1;
        }
        Some(all)
    }
}

/// What stands below the sources of a side.
#[derive(Default)]
struct AllBelow {
    /// By source.
    of: Vec<Below>,
    /// Everything that is listed there.
    listed: Vec<SourceId>,
}

struct Below {
    steps: Vec<Repeated>,
    more: usize,
}

struct Repeated {
    of: SourceId,
    below: Vec<SourceId>,
    more: usize,
}
