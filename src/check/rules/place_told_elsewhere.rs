//! `place-told-elsewhere`: what is written about a location says no more than its `publish` allows.
//!
//! # What it does
//! An article that lists a location, a dated fact that names it, or a claim about it says the `area`,
//! the `city` or the `name` of the location that `publish` withholds. Words that another location of the
//! same article, fact or claim publishes are let pass.
//!
//! # Why
//! The page shows the two side by side, so the text tells where the place is.
//!
//! # Example
//! ```yaml
//! # the location `ie/office` has `city: Dublin`, `precision: street` and `publish: country`
//! title: An office in Dublin
//! locations: [ie/office]
//! ```
//!
//! # Use instead
//! Say it without the place, or take the location out of the list. If the place is public, say so: make
//! `publish` of the location finer.

use super::place_told_too_finely::texts;
use crate::check::place::{Printed, line};
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::files::Span;
use crate::model::{
    Article, ClaimId, Event, Finer, HeldBack, Item, Location, LocationId, Teller,
};
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: codes::PLACE_TOLD_ELSEWHERE,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let shown = subject.edition().locations().iter();
    let held_back: BTreeMap<LocationId, HeldBack> =
        shown.filter_map(|id| Some((*id, subject.site[*id].held_back()?))).collect();
    if held_back.is_empty() {
        return;
    }
    let places = Places { subject, held_back };
    for id in subject.edition().articles() {
        places.article(&subject.site[*id], Item::Article(*id), findings);
    }
    for id in subject.edition().events() {
        places.event(subject.edition().event(*id), findings);
    }
    for (id, _) in subject.claims() {
        places.claim(id, findings);
    }
}

struct Places<'a, 's> {
    subject: &'a Subject<'s>,
    held_back: BTreeMap<LocationId, HeldBack>,
}

impl<'s> Places<'_, 's> {
    fn article(&self, article: &'s Article, item: Item, findings: &mut Findings) {
        let listed = self.listed(&article.locations);
        if listed.is_empty() {
            return;
        }
        let summary = article.summary.as_deref().zip(article.summary_place);
        let texts = [
            Some(("title", article.title.as_str(), article.title_place)),
            summary.map(|(text, place)| ("summary", text, place)),
        ];
        for (what, text, place) in texts.into_iter().flatten() {
            let printed = Printed { what, text, place };
            let told = self.told(&printed, &article.locations, &listed);
            told.into_iter().for_each(|found| findings.push(found));
        }
        let Some(prose) = self.subject.site.prose(item) else { return };
        let all = &self.subject.texts.get(prose.file).text;
        let Some(text) = all.get(prose.range.clone()) else { return };
        let start = Span::new(prose.file, prose.range.start, prose.range.start);
        let finer = |text: &str| self.finer(text, &article.locations, &listed);
        if let Some((place, (location, finer))) = line(text, start, finer) {
            let printed = Printed { what: "text", text, place };
            findings.push(self.diagnostic(&printed, location, &finer));
        }
    }

    fn event(&self, event: &'s Event, findings: &mut Findings) {
        // What the location's own record tells is told by another rule.
        let is_own = |id: &LocationId| event.tellers.contains(&Teller::Location(*id));
        let mut listed = self.listed(&event.locations);
        listed.retain(|id| !is_own(id));
        if listed.is_empty() {
            return;
        }
        for printed in texts(self.subject, event) {
            let told = self.told(&printed, &event.locations, &listed);
            told.into_iter().for_each(|found| findings.push(found));
        }
    }

    fn claim(&self, id: ClaimId, findings: &mut Findings) {
        let claim = &self.subject.site[id];
        let about = claim.about.iter().filter_map(|item| match item {
            Item::Location(id) => Some(*id),
            _ => None,
        });
        let about: Vec<LocationId> = about.collect();
        let listed = self.listed(&about);
        if listed.is_empty() {
            return;
        }
        let place = self.subject.written(claim.place, &claim.text);
        let printed = Printed { what: "claim", text: &claim.text, place };
        let told = self.told(&printed, &about, &listed);
        told.into_iter().for_each(|found| findings.of_claim(id, found));
    }

    /// Those of these locations of which something is withheld.
    fn listed(&self, all: &[LocationId]) -> Vec<LocationId> {
        all.iter().copied().filter(|id| self.held_back.contains_key(id)).collect()
    }

    fn told(
        &self,
        printed: &Printed<'_>,
        all: &[LocationId],
        listed: &[LocationId],
    ) -> Option<Diagnostic> {
        let (location, finer) = self.finer(printed.text, all, listed)?;
        Some(self.diagnostic(printed, location, &finer))
    }

    /// The first location of which a text says what is withheld and what no other one of `all` shows.
    fn finer(
        &self,
        text: &str,
        all: &[LocationId],
        listed: &[LocationId],
    ) -> Option<(LocationId, Finer)> {
        listed.iter().find_map(|id| {
            let finer = self.held_back.get(id)?.in_text(text)?;
            let others = all.iter().filter(|other| *other != id);
            let mut others = others.map(|other| &self.subject.site[*other]);
            let is_shown = others.any(|other| shows(other, &finer));
            (!is_shown).then_some((*id, finer))
        })
    }

    fn diagnostic(
        &self,
        printed: &Printed<'_>,
        id: LocationId,
        finer: &Finer,
    ) -> Diagnostic {
        let location = &self.subject.site[id];
        let held_back = &self.held_back[&id];
        printed
            .told(RULE.code, location, held_back, finer)
            .also(location.place, "the location")
            .help("say it without the place, or take the location out of the list")
            .help("if the place is public, make `publish` of the location finer")
    }
}

/// Whether what is published of a location says these words.
fn shows(location: &Location, finer: &Finer) -> bool {
    let Finer::Says(_, words) = finer else { return false };
    let place = location.published();
    let texts = [Some(place.name), place.city, place.area];
    texts.into_iter().flatten().any(|text| crate::atlas::sort_key(text).contains(words))
}
